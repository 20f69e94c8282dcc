"""One measure in several reviews put together: percentages by the counts they stand for, never by their average."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.delivery.measures import Level, MeasureStanding

_WHOLE: Final = 100  # per cent
_SEVERAL: Final = 2


class RolledUp(NamedTuple):
    """A measure for a period: of how many it is true, among how many, by `counted` of the `measures` there are."""

    text: str
    of: str
    period: str
    numerator: int
    denominator: int
    counted: int
    measures: int

    @property
    def per_cent(self) -> Fraction:
        """What the counts come to, in per cent, exactly."""
        return Fraction(_WHOLE * self.numerator, self.denominator)


def rolled_up(standings: Iterable[MeasureStanding]) -> tuple[RolledUp, ...]:
    """Put the measures of several reviews together that are the same by their words and by whom they measure.

    The period is the last for which two or more have figures with counts. Measures of several target lines, which
    measure different things, are left out.
    """
    same: dict[tuple[str, str], list[MeasureStanding]] = {}
    for one in standings:
        if "/" not in one.address:
            same.setdefault((_folded(one.text), _folded(one.of or "")), []).append(one)
    found = (_together(group) for group in same.values() if len(group) >= _SEVERAL)
    return tuple(one for one in found if one is not None)


def _together(group: list[MeasureStanding]) -> RolledUp | None:
    shared = Counter(level.ends for one in group for level in one.figures if level.counts)
    ends = max((day for day, times in shared.items() if day and times >= _SEVERAL), default=None)
    if ends is None:
        return None
    levels = [level for one in group for level in one.figures if level.ends == ends and level.counts]
    return RolledUp(
        text=group[0].text,
        of=group[0].of or "",
        period=levels[0].period,
        numerator=sum(_counts(level)[0] for level in levels),
        denominator=sum(_counts(level)[1] for level in levels),
        counted=len(levels),
        measures=len(group),
    )


def _counts(level: Level) -> tuple[int, int]:
    return level.counts or (0, 0)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
