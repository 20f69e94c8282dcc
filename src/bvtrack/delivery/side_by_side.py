"""Two standings of a review on one day side by side with its plan: finishes, counts, money and the net position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.delivery import words
from bvtrack.delivery.movement import work
from bvtrack.delivery.progress import State
from bvtrack.delivery.slippage import ON_TIME, slippage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.review import ReviewStanding


@dataclass(frozen=True, slots=True)
class Difference:
    """What is another thing: its address, what of it, as planned, as it stands, as it would, and by how much.

    Values are words, or pence where it is money; None where there is nothing.
    """

    address: str
    what: str
    plan: str | int | None
    now: str | int | None
    then: str | int | None
    by: str | int | None


def differences(now: ReviewStanding, then: ReviewStanding) -> tuple[Difference, ...]:
    """Give what differs between two standings of one plan on one day; nothing of what is the same."""
    told = (*_finishes(now, then), *_counts(now, then), *_money(now, then))
    return tuple(one for one in told if one.now != one.then)


def _finishes(now: ReviewStanding, then: ReviewStanding) -> Iterator[Difference]:
    """Yield when work is finished, and how late that is; of a step, where it is not told of its action."""
    above: tuple[object, ...] = ()
    for one, other in zip(work(now).values(), work(then).values(), strict=True):
        was, would = one.standing, other.standing
        now_by, then_by = days = was.expected, would.expected
        if "/" not in was.address:
            above = days
        elif days == above:
            continue
        plan = words.deadline(was.baseline) or None
        yield Difference(was.address, "Finish", plan, _day(now_by), _day(then_by), _later(now_by, then_by))
        yield Difference(was.address, "Slippage", None, _slipped(was), _slipped(would), None)


def _later(now: date | None, then: date | None) -> str | None:
    """Say by how much a day is later or earlier than another."""
    if now is None or then is None:
        return None
    return f"{words.delay(slippage(now, then))} later" if now < then else f"{words.delay(slippage(then, now))} earlier"


def _day(day: date | None) -> str | None:
    return words.full_day(day) if day else None


def _slipped(one: Standing) -> str:
    return words.delay(one.slippage) or "none"


def _counts(now: ReviewStanding, then: ReviewStanding) -> Iterator[Difference]:
    for what, one, other in zip(_COUNTED, _counted(now), _counted(then), strict=True):
        yield Difference("", what, None, str(one), str(other), f"{other - one:+}")


_COUNTED = ("Actions overdue", "Actions due within 30 days", "Actions behind their plan", "Actions done")


def _counted(of: ReviewStanding) -> tuple[int, ...]:
    behind = sum((one.slippage or ON_TIME) > ON_TIME for one in of.actions)
    return of.counts.overdue, of.counts.due, behind, of.counts.of(State.DONE)


def _money(now: ReviewStanding, then: ReviewStanding) -> Iterator[Difference]:
    """Yield the lines, the streams, the net position over the plan, and what waiting for actions takes from all."""
    planned = {one.address: (one.money.plan, one.money.expected) for one in now.money}
    would = {one.address: one.money.expected for one in then.money}
    for address in dict.fromkeys((*planned, *would)):
        plan, expected = planned.get(address, (None, None))
        yield _amount(address, "Expected", plan, expected, would.get(address))
    streams = {one.stream: one for one in now.streams}
    for other in then.streams:
        one = streams.get(other.stream)
        what = f"{other.stream.capitalize()} over the plan"
        yield _amount("", what, one.plan if one else None, one.expected if one else None, other.expected)
    if then.money:
        net = now.net[-1]
        yield _amount("", "Net over the plan", net.plan.so_far, net.expected.so_far, then.net[-1].expected.so_far)
    yield _amount("", "Savings and income at risk", None, _at_risk(now), _at_risk(then))


def _at_risk(of: ReviewStanding) -> int:
    return sum(one.at_risk for one in of.streams if one.stream != "budget")


def _amount(address: str, what: str, plan: int | None, now: int | None, then: int | None) -> Difference:
    return Difference(address, what, plan, now, then, (then or 0) - (now or 0))
