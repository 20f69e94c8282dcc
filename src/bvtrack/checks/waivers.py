"""Waivers: findings accepted on purpose. A waiver holds while it has a reason, a name, and a last day not yet past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from bvtrack.core.finding import Finding, Key
    from bvtrack.core.review import WaiverEntry


@dataclass(frozen=True, slots=True)
class GrantedWaiver:
    """A waiver and where it stands: its key in the review's file, or in the file `path` where that is another one."""

    entry: WaiverEntry
    key: Key
    path: str = ""


def missing(entry: WaiverEntry) -> tuple[str, ...]:
    """Name what a waiver lacks of reason, name and expiry."""
    needed = {"a reason": entry.reason.strip(), "a name": entry.by.strip(), "a last day": entry.until}
    return tuple(name for name, value in needed.items() if not value)


def expired(entry: WaiverEntry, as_at: dt.date) -> bool:
    """Tell whether a waiver's last day is past."""
    return entry.until is not None and entry.until < as_at


def covers(entry: WaiverEntry, finding: Finding) -> bool:
    """Tell whether a waiver is about a finding: the same rule at the same address."""
    return (entry.code, entry.address) == (finding.code, finding.address)


def waived(findings: Iterable[Finding], waivers: Sequence[GrantedWaiver], as_at: dt.date) -> list[Finding]:
    """Mark the findings that a waiver in force covers."""
    in_force = [waiver.entry for waiver in waivers if not missing(waiver.entry) and not expired(waiver.entry, as_at)]
    return [
        replace(finding, waived=covering[0])
        if (covering := [entry for entry in in_force if covers(entry, finding)])
        else finding
        for finding in findings
    ]
