"""What the form for an actual asks: what was planned or aimed at, for which period, and how a typed figure is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bvtrack.app.show.finance import beside, called
from bvtrack.app.show.outcomes import outcomes
from bvtrack.app.show.reading import Reading, figure, money_read
from bvtrack.app.show.thing import thing
from bvtrack.core.due import read_due
from bvtrack.core.money import read_money
from bvtrack.core.target import read_target
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.review import Review


class Asked(NamedTuple):
    """What an actual is of: a title, what is known of it, and for a figure of a measure the period it is likely for.

    `period` is None where none is asked for, as the address of an amount has its year.
    """

    title: str
    about: str
    period: str | None


def asked(view: ReviewView, address: str) -> Asked:
    """Say what an actual of a measure, a target line or an amount would be for."""
    found = thing(view.review, address)
    if found is not None and found.kind == "amount":
        said = ", ".join(f"{layer} {text}" for layer, text in beside(view, found.address) if text)
        unit = view.review.unit.text
        return Asked(f"Actual: {called(view, found.address)}", f"{said or 'nothing planned'} ({unit})", None)
    outcome = next((one for group in outcomes(view) for one in group.outcomes if one.address == address), None)
    standing = next((one for one in view.standing.measures if one.address == address), None)
    wanted = standing.next if standing is not None else None
    about = outcome.text if outcome is not None else ""
    aim = f" (target {outcome.target})" if outcome is not None and outcome.target else ""
    return Asked(f"Actual: {address}", f"{about}{aim}", wanted.period if wanted is not None else "")


def amount_read(text: str, review: Review) -> Reading:
    """Read an amount as it turned out: a single one."""
    money = read_money(text, review.unit)
    if money.pence is None:
        return Reading(ok=False, sentence=money.note or "no single amount: write it like 7 or £7k")
    return money_read(money)


def level_read(text: str, review: Review) -> Reading:
    """Read a measure's figure as it turned out: a single one."""
    target = read_target(text, review.date)
    if len(target.targets) != 1:
        return Reading(ok=False, sentence=target.note or "no single figure: write it like 61%")
    said = figure(target.targets[0].value, target.unit)
    return Reading(ok=True, sentence=said or f"{target.kind.value}, which is no figure to compare")


def period_read(text: str, review: Review) -> Reading:
    """Read the period a figure is for: one that ends."""
    due = read_due(text, review.date)
    if due.latest is None or due.earliest is None:
        return Reading(ok=False, sentence=due.note or "names no period: write it like 2002-03, or Sep 2002")
    return Reading(ok=True, sentence=f"{due.precision.value}: {full_day(due.earliest)} to {full_day(due.latest)}")
