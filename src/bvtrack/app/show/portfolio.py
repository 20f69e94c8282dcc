"""Every review in a line, and all of them in a total: how the work stands, the money over the plan, what is next.

Lines are made one review at a time, so that a screen can show the first while the others are read; findings, which
cost most, come in a second pass.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from bvtrack.app.show.colours import summed, urgency, worst
from bvtrack.app.show.view import ReviewView
from bvtrack.delivery import words
from bvtrack.delivery.money import known_sum
from bvtrack.delivery.progress import FINISHED, State

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bvtrack.app.desk import Desk
    from bvtrack.app.show.colours import Band
    from bvtrack.core.money import Unit
    from bvtrack.delivery.review import ReviewStanding

_PREFIX: Final = re.compile(r"(?i)^(the\s+)?best[ -]value review:?\s+((of|into)(\s+|$))?(the\s+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """A review in a line. Amounts are what is now expected over the plan, in pence; None where nothing is said.

    `bands` are the colours of its actions. `months` is how far the worst is behind; `findings` counts errors, warnings
    and notes, None until the rules have run. Slippage in pounds belongs to the policies on money at risk.
    """

    id: str
    authority: str
    service: str
    date: dt.date
    unit: Unit
    overdue: int
    due: int
    under_way: int
    not_started: int
    done: int
    other: int
    bands: tuple[Band, ...]
    budget: int | None
    savings: int | None
    income: int | None
    net: int | None
    months: int
    next_day: dt.date | None
    next_said: str
    findings: tuple[int, int, int] | None = None

    def holds(self, text: str) -> bool:
        """Tell whether the line has the text in the words of it."""
        return any(text.casefold() in one.casefold() for one in (self.id, self.authority, self.service, self.next_said))


@dataclass(frozen=True, slots=True)
class Totals:
    """The lines summed. Amounts are None where nothing is said, and `unit` where the reviews do not share one."""

    reviews: int
    overdue: int
    due: int
    under_way: int
    not_started: int
    done: int
    other: int
    bands: tuple[Band, ...]
    budget: int | None
    savings: int | None
    income: int | None
    net: int | None
    months: int
    next_day: dt.date | None
    findings: tuple[int, int, int] | None
    unit: Unit | None


def line(desk: Desk, name: str, as_at: dt.date) -> Line:
    """Put a review in a line, its findings left out."""
    view = ReviewView(desk.review(name), as_at, desk.today, desk.policy)
    return _line(view.standing, view.bands)


def with_findings(desk: Desk, one: Line, as_at: dt.date) -> Line:
    """Add to a line what the rules find, waived findings left out."""
    found = ReviewView(desk.review(one.id), as_at, desk.today).findings
    counts = Counter(str(finding.severity) for finding in found if finding.waived is None)
    return replace(one, findings=(counts["error"], counts["warning"], counts["note"]))


def _line(standing: ReviewStanding, bands: tuple[Band, ...]) -> Line:
    review, counts = standing.review, standing.counts
    money = {one.stream: one.expected for one in standing.streams}
    worst, following = standing.worst_slippage, next(iter(standing.next_deadlines), None)
    done = sum(counts.of(state) for state in FINISHED)
    going, waiting = counts.of(State.UNDER_WAY), counts.of(State.NOT_STARTED)
    return Line(
        id=review.id,
        authority=review.authority,
        service=service_of(review.title),
        date=review.date,
        unit=review.unit,
        overdue=counts.overdue,
        due=counts.due,
        under_way=going,
        not_started=waiting,
        done=done,
        other=sum(counts.states.values()) - done - going - waiting,
        bands=bands,
        budget=money.get("budget"),
        savings=money.get("savings"),
        income=money.get("income"),
        net=standing.net[-1].expected.so_far if standing.money and standing.net else None,
        months=worst.slippage.months if worst and worst.slippage else 0,
        next_day=following.current.latest if following and following.current else None,
        next_said=" ".join((words.deadline(following.current), following.address, words.drift(following))).rstrip()
        if following
        else "",
    )


def service_of(title: str) -> str:
    """Name the service a title is about: `Services to schools`; the title itself where that cannot be told."""
    rest = _PREFIX.sub("", title.strip())
    return rest[:1].upper() + rest[1:] if rest else title


def totals(lines: Sequence[Line]) -> Totals:
    """Sum lines."""
    units = {one.unit.pence: one.unit for one in lines}
    days = [one.next_day for one in lines if one.next_day]
    checked = [one.findings for one in lines if one.findings is not None]
    return Totals(
        reviews=len(lines),
        overdue=sum(one.overdue for one in lines),
        due=sum(one.due for one in lines),
        under_way=sum(one.under_way for one in lines),
        not_started=sum(one.not_started for one in lines),
        done=sum(one.done for one in lines),
        other=sum(one.other for one in lines),
        bands=summed(one.bands for one in lines),
        budget=known_sum(one.budget for one in lines),
        savings=known_sum(one.savings for one in lines),
        income=known_sum(one.income for one in lines),
        net=known_sum(one.net for one in lines),
        months=max((one.months for one in lines), default=0),
        next_day=min(days, default=None),
        findings=_each(checked) if checked and len(checked) == len(lines) else None,
        unit=next(iter(units.values())) if len(units) == 1 else None,
    )


def in_order(lines: Iterable[Line], column: str, *, reverse: bool = False) -> list[Line]:
    """Sort lines by a column: its least first, what is blank last either way; ties by authority and service."""
    ordered = sorted(lines, key=lambda one: (one.authority.casefold(), one.service.casefold(), one.id))
    key = ORDERS[column]
    known = [one for one in ordered if key(one) is not None]
    known.sort(key=key, reverse=reverse)
    return known + [one for one in ordered if key(one) is None]


def amount(pence: int | None, unit: Unit | None, *, shared: bool) -> str:
    """Write an amount in a unit: bare where all lines share it, else with its symbol; in pounds where there is none."""
    if pence is None:
        return ""
    if unit is None:
        sign = "-" if pence < 0 else ""
        return f"{sign}£{abs(pence) // 100:,}"
    said = words.money(pence, unit)
    return said if shared else f"{said} {unit.symbol}"


def _each(counts: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    errors, warnings, notes = zip(*counts, strict=True)
    return sum(errors), sum(warnings), sum(notes)


ORDERS: Final[Mapping[str, Callable[[Line], Any]]] = {
    "authority": lambda one: one.authority.casefold(),
    "service": lambda one: one.service.casefold(),
    **{
        name: attrgetter(name)
        for name in (
            "date",
            "overdue",
            "due",
            "under_way",
            "not_started",
            "done",
            "budget",
            "savings",
            "income",
            "net",
            "months",
            "next_day",
            "findings",
        )
    },
    "colours": lambda one: urgency(found) if (found := worst(one.bands)) else None,
}
"""The columns lines can be sorted by, and what of a line is compared; None stands last."""
