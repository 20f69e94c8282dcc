"""What a rule reports: a finding with its place and figures, its severity, and the waiver that covers it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.core.document import Spot
    from bvtrack.core.review import WaiverEntry

Key = tuple[str | int, ...]
"""The path of keys to a value in its file, as in `("recommendation", 0, "profile", "budget", "total")`."""


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    ERROR = "error"  # a figure or reference is wrong
    WARNING = "warning"  # a careful reviewer would ask
    NOTE = "note"  # worth knowing

    def at_least(self, other: Severity) -> bool:
        """Tell whether this severity is as bad as `other`, or worse."""
        return _ORDER[self] <= _ORDER[other]


_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by the names a reader knows it by: the table, the row's label, the column's heading."""

    table: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The two figures of a misfit as plain decimal strings in `unit` (`£k`), and printed less computed."""

    printed: str
    computed: str
    difference: str
    unit: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule reports about one address of one review.

    A rule gives `address`, `key`, `message` and what else it knows; the runner adds the rule's `code`, `name` and,
    unless the rule set one, `severity`, then the fingerprint. `path`, `line` and, in a document, `spot` are added by
    whoever read the file, and `source`: the input that was checked, where the place may be in a file of waivers.
    `baselined` says that the finding stands in the baseline of the run.
    """

    address: str
    message: str
    key: Key = ()
    severity: Severity | None = None
    place: Place | None = None
    figures: Figures | None = None
    hints: tuple[str, ...] = ()
    code: str = ""
    name: str = ""
    path: str = ""
    line: int | None = None
    spot: Spot | None = None
    as_at: date | None = None
    fingerprint: str = ""
    waived: WaiverEntry | None = None
    source: str = ""
    baselined: bool = False

    @property
    def live(self) -> bool:
        """Tell whether anything is to be done: it is neither waived nor in the baseline."""
        return self.waived is None and not self.baselined


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check looked at and what came of it, counted."""

    files: int = 0
    tables: int = 0
    figures: int = 0
    sums: int = 0
    not_evaluated: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    waived: int = 0
    baselined: int = 0


def identity(finding: Finding, code: str, review: str) -> tuple[str, ...]:
    """Give what a finding of a rule is about, which moved lines and new figures leave as it is."""
    cell = (finding.place.table, finding.place.row, finding.place.column) if finding.place else ()
    return (code, review, finding.address, *cell)


def fingerprint(identity: tuple[str, ...], nth: int) -> str:
    """Give the fingerprint, 16 hex digits, of the finding that is the nth (from 1) of a review with this identity."""
    told = "\x1f".join((*identity, str(nth))).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:16]
