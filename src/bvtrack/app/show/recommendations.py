"""Recommendations as a tree (recommendation, part, step), and what there is to know of each of them.

The words are those of the report, money as it is printed; a fact that has an address can be opened.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.app.show.news import happened, why
from bvtrack.app.show.status import Status, status
from bvtrack.core.finance import STREAMS, stream_table
from bvtrack.core.money import MoneyKind
from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.delivery.days import up_to
from bvtrack.delivery.measures import Verdict
from bvtrack.delivery.progress import FINISHED
from bvtrack.delivery.review import steps_of
from bvtrack.delivery.words import counted, deadline, delay, full_day, money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent
    from bvtrack.core.money import Unit
    from bvtrack.core.review import CostLine, Part, Recommendation, Step, Wording
    from bvtrack.delivery.measures import MeasureStanding
    from bvtrack.delivery.progress import Standing

_FUNDING = {"existing": "existing budget", "new": "new money", "grant": "grant"}


class Branch(NamedTuple):
    """A line of the tree. `status` is None for a recommendation; `done` counts the steps or actions done below it.

    A step has a `due` where that is not its action's.
    """

    address: str
    text: str
    depth: int
    status: Status | None
    ticked: bool
    due: str
    done: str
    below: tuple[Branch, ...] = ()


class Fact(NamedTuple):
    """Something known of a thing: a label, what is said, where it stands, the status it speaks of, what adds to it."""

    label: str
    text: str
    address: str = ""
    status: Status | None = None
    more: tuple[str, ...] = ()


class Section(NamedTuple):
    """Facts under a heading, or a table; those without a heading say where the thing itself stands."""

    heading: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None


class Detail(NamedTuple):
    """All there is to know of a recommendation, a part or a step."""

    address: str
    kind: str
    text: str
    sections: tuple[Section, ...]


def tree(view: ReviewView) -> tuple[Branch, ...]:
    """Give the recommendations with their parts and steps, and where each stands."""
    actions = iter(view.standing.actions)
    found = []
    for recommendation in view.review.recommendations:
        parts = tuple(_part(view, next(actions)) for _ in recommendation.parts)
        done = sum(one.ticked for one in parts)
        counts = f"{done}/{len(parts)}" if parts else ""
        found.append(Branch(recommendation.id, recommendation.text, 0, None, done == len(parts) > 0, "", counts, parts))
    return tuple(found)


def _part(view: ReviewView, action: Standing) -> Branch:
    above = _branch(action, 1)
    steps = (_branch(step, 2) for step in steps_of(view.standing, action.address))
    return above._replace(below=tuple(one._replace(due="") if one.due == above.due else one for one in steps))


def _branch(one: Standing, depth: int) -> Branch:
    return Branch(
        address=one.address,
        text=one.text,
        depth=depth,
        status=status(one),
        ticked=one.state in FINISHED,
        due=deadline(one.forecast or one.current),
        done=f"{one.steps_done}/{one.steps}" if one.steps else "",
    )


def detail(view: ReviewView, address: str) -> Detail | None:
    """Give what there is to know of the recommendation, part or step at an address; None where there is none."""
    for recommendation in view.review.recommendations:
        if recommendation.id == address:
            return _of_recommendation(view, recommendation)
        for part in recommendation.parts:
            if part.id == address:
                return _of_part(view, recommendation, part)
            for nth, step in enumerate(part.steps, start=1):
                if f"{part.id}/{nth}" == address:
                    return _of_step(view, step, address)
    return None


def _of_recommendation(view: ReviewView, recommendation: Recommendation) -> Detail:
    own = [one for one in view.standing.measures if _measure_of(one) in {each.id for each in recommendation.measures}]
    sections = (
        Section("Wordings", _wordings(recommendation.wordings, recommendation.id)),
        Section("Costs", _costs(view, recommendation)),
        Section("By year", table=_profile(view, recommendation)),
        Section("Measures", tuple(_measures(own))),
        Section("Actions", tuple(_action(one) for one in _actions(view, recommendation))),
        Section("Progress", _figures(view, recommendation)),
    )
    return Detail(recommendation.id, "Recommendation", recommendation.text, _said(sections))


def _of_part(view: ReviewView, recommendation: Recommendation, part: Part) -> Detail:
    action = next(one for one in view.standing.actions if one.address == part.id)
    shown = {each.id for each in recommendation.measures if part.id in each.shows}
    sections = (
        Section("", _standing(action)),
        Section("Wordings", _wordings(part.wordings, part.id)),
        Section("Costs", _costs(view, recommendation, part.id)),
        Section("Measures", tuple(_measures(one for one in view.standing.measures if _measure_of(one) in shown))),
        Section("Steps", tuple(_step(one) for one in steps_of(view.standing, part.id))),
        Section("Progress", _news(view, part, part.id)),
    )
    return Detail(part.id, "Action", part.text, _said(sections))


def _of_step(view: ReviewView, step: Step, address: str) -> Detail:
    above = address.rpartition("/")[0]
    standing = next(one for one in steps_of(view.standing, above) if one.address == address)
    action = next(one for one in view.standing.actions if one.address == above)
    sections = (
        Section("", _standing(standing)),
        Section("Under", (Fact(above, action.text, above, status(action)),)),
        Section("Progress", _news(view, step, address)),
    )
    return Detail(address, "Step", step.text, _said(sections))


def _said(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(one for one in sections if one.facts or one.table is not None)


def _standing(one: Standing) -> tuple[Fact, ...]:
    """Say where an action or a step stands; what there is nothing to say of is left out."""
    approved, current = deadline(one.baseline), deadline(one.current)
    slipped = delay(one.slippage)
    told = (
        Fact("Status", str(status(one)), status=status(one)),
        Fact("Due", (current if current == approved or not approved else f"{current}, first {approved}") or "no date"),
        Fact("Forecast", deadline(one.forecast)),
        Fact("Late by", slipped, status=status(one) if one.overdue else None),
        Fact("Owner", one.owner or "nobody"),
        Fact("Started", full_day(one.started_on) if one.started_on else ""),
        Fact("Finished", full_day(one.finished_on) if one.finished_on else ""),
        Fact("Moved", counted(one.moves, "time") if one.moves else ""),
        Fact("Steps", f"{one.steps_done} of {one.steps} done" if one.steps else ""),
    )
    fields = {"Due": "finish", "Owner": "owner"}
    return tuple(
        fact._replace(address=f"{one.address}/{fields[fact.label]}") if fact.label in fields else fact
        for fact in told
        if fact.text
    )


def _wordings(wordings: Sequence[Wording], address: str) -> tuple[Fact, ...]:
    return tuple(Fact(one.place, one.text, address) for one in wordings)


def _costs(view: ReviewView, recommendation: Recommendation, part: str | None = None) -> tuple[Fact, ...]:
    """Give the cost lines as printed, those of one part where it is named."""
    return tuple(
        Fact(line.value.text, _cost(view, line, of_part=part is None), f"{recommendation.id}/costs/{nth}")
        for nth, line in enumerate(recommendation.costs, start=1)
        if part in {None, line.part}
    )


def _cost(view: ReviewView, line: CostLine, *, of_part: bool) -> str:
    """Say what a cost line is: its column, part, years, funding, and what it waits for."""
    years = (("in", line.year), ("from", line.start), ("to", line.end))
    spent = line.column in {"one-off", "annual"}
    told = (
        line.column.removeprefix("net potential "),
        " ".join(f"{word} {year.text}" for word, year in years if year),
        f"for {line.part}" if line.part and of_part else "",
        _FUNDING.get(line.funding or view.review.funding or "", "") if spent else "",
        f"first {line.first.text}" if line.first else "",
        " ".join(filter(None, (line.saving, line.basis))),
        f"after {', '.join(line.depends_on)}" if line.depends_on else "",
        line.place or "",
    )
    return " · ".join(filter(None, told))


def _profile(view: ReviewView, recommendation: Recommendation) -> Table | None:
    """Put the recommendation's streams under one another by year, as printed; None where it has no money."""
    found = [
        (Line(stream.capitalize()), cells, table.columns)
        for stream in STREAMS
        if (table := stream_table(view.review, stream)) is not None
        for line, cells in zip(table.rows, table.cells, strict=True)
        if line.label == recommendation.id and line.role is Role.ITEM
    ]
    if not found:
        return None
    return Table(
        name="profile",
        columns=tuple(replace(one, label=one.year.label) if one.year else one for one in found[0][2]),
        rows=tuple(line for line, _, _ in found),
        cells=tuple(tuple(_spaced(cell, view.review.unit) for cell in cells) for _, cells, _ in found),
        title="By year",
        unit=view.review.unit,
    )


def _spaced(cell: Cell, unit: Unit) -> Cell:
    """Write an amount with separators; what is no single amount stays as printed."""
    plain = cell.money is not None and cell.money.kind is MoneyKind.AMOUNT
    return replace(cell, text=money(cell.money.pence, unit)) if cell.money and plain else cell


def _actions(view: ReviewView, recommendation: Recommendation) -> Iterator[Standing]:
    known = {part.id for part in recommendation.parts}
    return (one for one in view.standing.actions if one.address in known)


def _action(one: Standing) -> Fact:
    return Fact(one.address, one.text, one.address, status(one))


def _step(one: Standing) -> Fact:
    mark = "[x]" if one.state in FINISHED else "[ ]"
    return Fact(mark, one.text, one.address, status(one))


def _measures(lines: Iterable[MeasureStanding]) -> Iterator[Fact]:
    """Give measures with their targets as printed, each line of several for itself, and the latest figure."""
    for measure, group in groupby(lines, key=_measure_of):
        first, *others = tuple(group)
        if others:
            yield Fact(measure, first.text, measure)
            yield from (
                Fact(one.address, "", one.address, None, (one.printed, *_latest(one))) for one in (first, *others)
            )
        else:
            yield Fact(measure, first.text, measure, None, (first.printed or "no target", *_latest(first)))


def _latest(one: MeasureStanding) -> tuple[str, ...]:
    if one.actual is None:
        return ()
    judged = f", {one.verdict}" if one.verdict in {Verdict.MET, Verdict.NOT_MET} else ""
    return (f"latest {one.actual.text} in {one.actual.period}{judged}",)


def _measure_of(one: MeasureStanding) -> str:
    return one.address.partition("/")[0]


def _news(view: ReviewView, part: Part | Step, address: str) -> tuple[Fact, ...]:
    """Tell what happened to an action or a step up to the date the screen speaks for, in order."""
    return tuple(_event(one, happened(one), address) for one in up_to(view.as_at, part.events))


def _figures(view: ReviewView, recommendation: Recommendation) -> tuple[Fact, ...]:
    """Tell what became of a recommendation's money and measures up to the date, in order."""
    told = [
        (one.date, _event(one, f"{one.stream} {one.year} {happened(one)}", address))
        for one in up_to(view.as_at, recommendation.events)
        for address in (f"{recommendation.id}/{one.stream}/{one.year}",)
    ]
    told += [
        (one.date, _event(one, f"{measure.id} {happened(one)}", measure.id))
        for measure in recommendation.measures
        for one in up_to(view.as_at, measure.events)
    ]
    return tuple(fact for _, fact in sorted(told, key=lambda pair: pair[0]))


def _event(event: ActionEvent | MeasureEvent | MoneyEvent, what: str, address: str) -> Fact:
    """Tell an event: its day, what happened, and why; who entered it stands beside where no reason is given."""
    more = why(event)
    if event.reason is None:
        return Fact(full_day(event.date), f"{what} {more}".strip(), address)
    return Fact(full_day(event.date), what, address, None, (more,))
