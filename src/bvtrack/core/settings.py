"""Thresholds and selections as values; whoever reads a settings file or a command line makes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bvtrack.core.finding import Severity
    from bvtrack.core.review import Rounding


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What is judged by: counts above which a careful reviewer asks, dates of reports, the rounding of documents."""

    deadlines_in_month: int = 5  # DAT307
    open_actions: int = 6  # PEO504, for one person
    actions_in_month: int = 4  # PEO504, for one person
    rounding: Rounding = "nearest"  # of documents; a review says so itself
    reporting_dates: tuple[dt.date, ...] = ()  # DEL607; without them the ends of quarters


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run and how loud: code prefixes to select (none: all) and to ignore, and severities set by hand.

    Patterns of paths (`core.path_pattern`) say what folders leave out, and in which files which prefixes hold rules
    back; `held_back` are those of the one file that is looked at.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    waivers: bool = True
    exclude: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    held_back: tuple[str, ...] = ()
