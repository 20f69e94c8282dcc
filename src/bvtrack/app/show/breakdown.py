"""What a figure or a thing is made of: its print and reading, the sum worked, cost lines, progress, findings, changes.

Every number can be opened: `2/budget` shows how its years add up, `review/net` the streams behind it, `2c` where the
action stands. Sections are lines of a label, a text and a figure, for a screen to lay out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.app.show.at_risk import becomes, waits
from bvtrack.app.show.finance import NET, SIGNS, as_printed, behind, beside, called, is_figure, printed_in
from bvtrack.app.show.findings import waiver
from bvtrack.app.show.outcomes import course
from bvtrack.app.show.reading import money_read, reading_of
from bvtrack.app.show.recommendations import detail
from bvtrack.app.show.thing import thing
from bvtrack.core.edit import value_at
from bvtrack.core.finance import amounts
from bvtrack.core.financial_year import read_year
from bvtrack.delivery.days import up_to
from bvtrack.delivery.money import label_of
from bvtrack.delivery.words import full_day, money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.app.show.thing import Field, Thing
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.event import MeasureEvent, MoneyEvent
    from bvtrack.core.money import Money
    from bvtrack.core.review import Recommendation, Review
    from bvtrack.delivery.money import Line as MoneyLine
    from bvtrack.store.store import Change

RULE: Final = "─"  # the figure of a line that rules off a sum


class Line(NamedTuple):
    """A line: what it is about, what is said, a figure to stand right, and a tone."""

    label: str = ""
    text: str = ""
    figure: str = ""
    tone: str = ""


class Section(NamedTuple):
    """Lines under a heading; without one they say what the thing itself is."""

    heading: str
    lines: tuple[Line, ...]


class Breakdown(NamedTuple):
    """What there is to say of an address."""

    title: str
    about: str
    sections: tuple[Section, ...]


def breakdown(view: ReviewView, address: str, changes: Sequence[Change] = ()) -> Breakdown:
    """Give what a figure or a thing is made of; `changes` are those of the log that are about it, newest first."""
    title, about, sections = _figure(view, address) if is_figure(address) else _thing(view, address)
    ends = (Section("Findings", tuple(_findings(view, address))), Section("Changes", tuple(map(_change, changes))))
    return Breakdown(title, about, tuple(one for one in (*sections, *ends) if one.lines))


def _figure(view: ReviewView, address: str) -> tuple[str, str, tuple[Section, ...]]:
    """Break a figure of the finance table down: its print, the sum behind it, its layers, cost lines and progress."""
    owner = address.partition("/")[0]
    nth, recommendation = next(
        ((nth, one) for nth, one in enumerate(view.review.recommendations) if one.id == owner), (None, None)
    )
    sections = [
        *(Section("", tuple(_print(view.review, address))), *_sums(view, address), _layers(view, address)),
        Section("Waits for actions", tuple(Line(*told) for told in waits(view, address))),
        Section("What becomes of it", tuple(Line(*told) for told in becomes(view, address))),
    ]
    if nth is not None and recommendation is not None:
        sections += [
            Section("Cost lines", tuple(_costs(view.review, nth, address))),
            Section("Progress", tuple(_money_events(view, recommendation, address))),
        ]
    return called(view, address), recommendation.text if recommendation else "", tuple(sections)


def _print(review: Review, address: str) -> Iterator[Line]:
    printed = _printed(review, address)
    if printed is not None:
        yield Line("Printed", f"“{printed.text}”")
        yield Line("Read as", money_read(printed).sentence)
    elif not address.startswith(NET):
        yield Line("Printed", "nothing: worked out, or blank", tone="quiet")


def _printed(review: Review, address: str) -> Money | None:
    if address == NET:
        return review.net
    stream = address.split("/")[1]
    return next((printed_in(review, one).get(address) for one in SIGNS if one == stream), None)


def _sums(view: ReviewView, address: str) -> Iterator[Section]:
    """Work the sum: by year, of a stream by recommendation too, of the net position by stream too."""
    lines = behind(view, address)
    if address.startswith(NET):
        yield _sum(view, address, "Sum by stream", [(line.stream.capitalize(), line) for line in lines])
    elif address.startswith("totals/"):
        yield _sum(view, address, "Sum by recommendation", [(f"Rec {line.recommendation}", line) for line in lines])
    if address.count("/") == 1:
        yield _sum(view, address, "Sum by year", [(label_of(line.year) or "No year", line) for line in lines])


def _sum(view: ReviewView, address: str, heading: str, lines: Sequence[tuple[str, MoneyLine]]) -> Section:
    """Add up the plan of lines under their labels, and set it beside what is printed."""
    unit, net = view.review.unit, address.startswith(NET)
    parts: dict[str, int] = {}
    for label, line in lines:
        sign = SIGNS[line.stream] if net else 1
        parts[label] = parts.get(label, 0) + sign * (line.money.plan or 0)
    added = sum(parts.values())
    printed = _printed(view.review, address)
    told = [Line(label, "", money(pence, unit)) for label, pence in parts.items()]
    told += [Line("", "", RULE), Line("Adds up to", "", money(added, unit), "strong")]
    if printed is not None and printed.pence is not None:
        less = printed.pence - added
        told.append(Line("Printed", "", as_printed(printed)))
        told.append(Line("Difference", "", money(less, unit), "error") if less else Line("✓ holds", tone="good"))
    return Section(heading, tuple(told) if parts else ())


def _layers(view: ReviewView, address: str) -> Section:
    said = tuple(Line(layer.capitalize(), "", text) for layer, text in beside(view, address) if text)
    return Section("Layers", said)


def _costs(review: Review, nth: int, address: str) -> Iterator[Line]:
    """Give the amounts of the cost lines a profile should come from."""
    for amount in amounts(review, nth):
        if f"/{amount.stream}" in address:
            line = amount.line
            when = ", ".join(
                f"{word} {year.text}"
                for word, year in (("in", line.year), ("from", line.start), ("to", line.end))
                if year is not None
            )
            said = (line.column, f"for {line.part}" if line.part else "", when, line.place or "")
            yield Line(amount.address, " · ".join(filter(None, said)), as_printed(amount.money))


def _money_events(view: ReviewView, recommendation: Recommendation, address: str) -> Iterator[Line]:
    _, stream, *year = address.split("/")
    for event in up_to(view.as_at, recommendation.events):
        label = read_year(event.year, view.review.date).label or event.year
        if event.stream == stream and (not year or year[0] in {label, event.year}):
            yield _event(event, label)


def _event(event: MoneyEvent | MeasureEvent, period: str) -> Line:
    """Tell an event: its day, what it says of which period, why, by whom."""
    by = ", ".join(filter(None, (event.minute, event.by)))
    said = (f"{event.kind} {period}".strip(), event.reason or "", f"({by})" if by else "")
    return Line(full_day(event.date), " ".join(filter(None, said)), event.value.text if event.value else "")


def _thing(view: ReviewView, address: str) -> tuple[str, str, tuple[Section, ...]]:
    """Break anything else down: by what there is to know of it, or field by field."""
    known = detail(view, address)
    if known is not None:
        sections = (
            Section(one.heading, tuple(Line(fact.label, " · ".join((fact.text, *fact.more))) for fact in one.facts))
            for one in known.sections
        )
        return f"{known.kind} {address}", known.text, tuple(sections)
    found = thing(view.review, address)
    if found is None:
        return address, "What this is about is the review as a whole, or has no page of its own.", ()
    title = found.address if found.kind == "other" else f"{found.kind.capitalize()} {found.address}"
    fields = tuple(line for field in found.fields for line in _field(view.review, field))
    return title, "", (Section("", fields or tuple(_keys(view.review, found.address))), *_measure(view, found))


def _keys(review: Review, address: str) -> Iterator[Line]:
    """Give what else stands at an address, key by key."""
    value = value_at(review, address)
    for name, one in value.items() if isinstance(value, dict) else ():
        if not isinstance(one, dict | list):
            yield Line(name, str(one))


def _field(review: Review, field: Field) -> Iterator[Line]:
    yield Line(field.label, field.text or "blank", tone="" if field.text else "quiet")
    sentence = reading_of(field.kind, field.text, review).sentence if field.text else ""
    if sentence:
        yield Line("Read as", sentence, tone="quiet")


def _measure(view: ReviewView, found: Thing) -> Iterator[Section]:
    """Give a measure's figures by period, and what was recorded of it."""
    if found.kind not in {"measure", "target"}:
        return
    measure, _, line = found.address.partition("/")
    for one in (one for one in view.standing.measures if found.address in {one.address, one.address.partition("/")[0]}):
        drawn = course(view, one.address)
        marks = drawn.marks if drawn else ()
        yield Section(
            f"Target {one.address}" if one.address != found.address else "Figures",
            tuple(
                Line(mark.period, f"{'start' if mark.start else 'target'} {mark.target}", mark.actual) for mark in marks
            )
            + tuple(Line(told.label, told.text, tone=str(told.tone or "")) for told in (drawn.told if drawn else ())),
        )
    measures = (one for recommendation in view.review.recommendations for one in recommendation.measures)
    events = next((one.events for one in measures if one.id == measure), ())
    wanted = {None, int(line)} if line else None
    yield Section(
        "Progress",
        tuple(
            _event(event, event.period.text if event.period else "")
            for event in up_to(view.as_at, events)
            if wanted is None or event.line in wanted
        ),
    )


def _findings(view: ReviewView, address: str) -> Iterator[Line]:
    """Give what is found about a thing, about what it is part of, and about what is part of it."""
    for one in view.findings:
        if _about(one.address, address) or (
            address.startswith(NET) and one.address == "review" and one.code.startswith("FIN")
        ):
            tone = "quiet" if one.waived else str(one.severity or "note")
            yield Line(f"{one.code} {one.address}", one.message, "", tone)
            yield from (Line("→", hint, tone="quiet") for hint in one.hints)
            if one.waived:
                yield Line("", waiver(one), tone="quiet")


def _about(where: str, address: str) -> bool:
    """Tell whether a finding is about a thing: at its address, below it, or at what it is part of."""
    if where == "review":
        return address == where
    part = address.startswith(f"{where}/") and ("/" in where or not is_figure(address))
    return where == address or where.startswith(f"{address}/") or part


def _change(change: Change) -> Line:
    """Tell a change of the log."""
    reason = f" ({change.reason})" if change.reason else ""
    undone = f", taken back by change {change.undone_by}" if change.undone_by else ""
    when = full_day(change.at.astimezone().date())
    return Line(f"{change.number}", f"{when} {change.by}: {change.what}{reason}{undone}")
