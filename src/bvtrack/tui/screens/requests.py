"""What the keys of a review ask for: each finds the thing under the cursor, asks for what is missing, and records it.

New events speak for the date the screen speaks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app import change, record
from bvtrack.app.record import Because
from bvtrack.app.show.day import read_day, read_new_deadline, said
from bvtrack.app.show.reading import reading_of
from bvtrack.app.show.thing import is_done
from bvtrack.tui.screens.form import Blank, Form
from bvtrack.tui.text import tell_problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bvtrack.app.show.thing import Field
    from bvtrack.core.errors import Problem
    from bvtrack.core.event import ActionKind
    from bvtrack.core.review import Review
    from bvtrack.tui.screens.review import ReviewScreen


def tick(screen: ReviewScreen) -> None:
    """Tick or untick a step, complete or reopen an action, on the date the screen speaks for."""
    found = screen.under_cursor("step", "action")
    if found is None:
        return
    day = screen.bvtrack.day
    done = is_done(screen.view.review, found.address, day)
    kind: ActionKind = "reopen" if done else "complete"
    word = {("step", False): "ticked", ("step", True): "unticked", ("action", False): "completed"}
    _record(screen, found.address, kind, Because(on=day), word.get((found.kind, done), "reopened"))


def on_a_day(screen: ReviewScreen, kind: ActionKind, title: str) -> None:
    """Start or complete on a day that is asked for."""
    found = screen.under_cursor("action", "step")
    if found is None:
        return

    def submit(texts: Mapping[str, str], then: Callable[[Problem | None], None]) -> None:
        because = Because(on=_day(screen, texts["day"]), reason=texts["reason"] or None)
        _record(
            screen,
            found.address,
            kind,
            because,
            f"{title.lower()}d" if title.endswith("e") else f"{title.lower()}ed",
            then=then,
        )

    blanks = [
        Blank("day", "On", said(screen.bvtrack.day), lambda text: _read(screen, text), needed=True),
        Blank("reason", "Note", hint="what is worth keeping, if anything"),
    ]
    screen.app.push_screen(Form(f"{title} {found.address}", found.text, blanks, submit))


def forecast(screen: ReviewScreen) -> None:
    """Give an action or a step the date it is now expected by, and why."""
    found = screen.under_cursor("action", "step")
    if found is None:
        return
    review = screen.view.review

    def read(text: str) -> tuple[bool, str]:
        day, sentence = read_new_deadline(text, review)
        return day is not None, sentence

    def submit(texts: Mapping[str, str], then: Callable[[Problem | None], None]) -> None:
        because = Because(screen.bvtrack.day, texts["reason"], texts["minute"] or None)
        _record(screen, found.address, "forecast", because, f"now expected {texts['value']}", texts["value"], then)

    blanks = [
        Blank("value", "Now expected", "", read, needed=True, hint="as Nov 2002, or 15 Nov 2002"),
        Blank("reason", "Why", needed=True, hint="the reason goes into the report and the log"),
        Blank("minute", "Minute", hint="the minute that approved it, if one did"),
    ]
    screen.app.push_screen(Form(f"Forecast {found.address}", found.text, blanks, submit))


def note(screen: ReviewScreen) -> None:
    """Write a note under an action, a step, a measure or an amount."""
    found = screen.under_cursor("action", "step", "measure", "target", "amount")
    if found is None:
        return
    where = (screen.review_id, found.address)
    day = screen.bvtrack.day

    def submit(texts: Mapping[str, str], then: Callable[[Problem | None], None]) -> None:
        because = Because(day, texts["reason"])

        def work(seen: Review) -> object:
            desk = screen.bvtrack.desk
            if found.can_be_done:
                return record.record_action(desk, where, "note", because, seen=seen)
            if found.kind == "amount":
                return record.record_money(desk, where, "note", because, seen=seen)
            return record.record_measure(desk, where, "note", because, seen=seen)

        screen.write(work, f"{found.address}: noted", then)

    screen.app.push_screen(Form(f"Note on {found.address}", found.text, [Blank("reason", "Note", needed=True)], submit))


def actual(screen: ReviewScreen) -> None:
    """Record a measure's figure, or an amount, as it turned out."""
    from bvtrack.tui.screens.actual import ActualForm

    found = screen.under_cursor("measure", "target", "amount")
    if found is None:
        return
    where = (screen.review_id, found.address)

    def submit(texts: Mapping[str, str], then: Callable[[Problem | None], None]) -> None:
        because = Because(screen.bvtrack.day, texts.get("reason") or None)

        def work(seen: Review) -> object:
            desk = screen.bvtrack.desk
            if found.kind == "amount":
                return record.record_money(desk, where, "actual", because, value=texts["value"], seen=seen)
            return record.record_measure(
                desk, where, "actual", because, value=texts["value"], period=texts["period"], seen=seen
            )

        screen.write(work, f"{found.address}: {texts['value']} recorded", then)

    screen.app.push_screen(ActualForm(screen.view, found.address, submit))


def edit(screen: ReviewScreen, address: str) -> None:
    """Edit a thing: its one field at once, one of several after choosing it."""
    from bvtrack.app.show.thing import thing
    from bvtrack.tui.screens.fields import Fields

    found = thing(screen.view.review, address)
    if found is None or not found.fields:
        screen.app.bell()
    elif len(found.fields) == 1:
        _edit_field(screen, found.fields[0])
    else:
        screen.app.push_screen(Fields(found), lambda field: _edit_field(screen, field) if field else None)


def waive(screen: ReviewScreen, code: str, address: str) -> None:
    """Accept a finding, with a reason and an expiry."""
    from bvtrack.tui.screens.waive import WaiveForm

    def submit(reason: str, until: dt.date | None, then: Callable[[Problem | None], None]) -> None:
        def work(_seen: Review) -> object:
            return change.waive(screen.bvtrack.desk, screen.review_id, code, address, reason=reason, until=until)

        screen.write(work, f"{code} waived at {address}", then)

    screen.app.push_screen(WaiveForm(screen.view, code, address, submit))


def _edit_field(screen: ReviewScreen, field: Field, typed: str | None = None) -> None:
    """Edit a field; `typed` is what was typed before and could not be kept. A deadline of the plan needs a reason."""
    if field.address.endswith("/finish"):
        _correct_deadline(screen, field)
        return
    from textual.widgets import Input

    from bvtrack.tui.screens.edit_value import EditValue

    def take(text: str | None) -> None:
        if text is not None and text != field.text:
            _set(screen, field, text, None, lambda problem: again(text, problem))

    def again(text: str, problem: Problem | None) -> None:
        if problem is not None:
            tell_problem(screen.app, problem)
            _edit_field(screen, field, text)

    form = EditValue(field.address, field.text, field.label, field.kind, screen.view.review)
    screen.app.push_screen(form, take)
    if typed is not None:
        form.call_after_refresh(lambda: setattr(form.query_one(Input), "value", typed))


def _correct_deadline(screen: ReviewScreen, field: Field) -> None:
    review = screen.view.review

    def read(text: str) -> tuple[bool, str]:
        reading = reading_of("due", text, review)
        return reading.ok, reading.sentence

    def submit(texts: Mapping[str, str], then: Callable[[Problem | None], None]) -> None:
        _set(screen, field, texts["value"], texts["reason"], then)

    blanks = [
        Blank("value", field.label, field.text, read, hint="blank: no deadline"),
        Blank("reason", "Why the plan is corrected", needed=True, hint="a deadline that moves is forecast: f"),
    ]
    screen.app.push_screen(Form(f"Edit {field.address}", "the deadline approved with the plan", blanks, submit))


def _set(
    screen: ReviewScreen, field: Field, text: str, reason: str | None, then: Callable[[Problem | None], None]
) -> None:
    def work(seen: Review) -> object:
        desk, name = screen.bvtrack.desk, screen.review_id
        return change.set_values(desk, name, {field.address: text}, reason=reason, seen=seen)

    screen.write(work, f"{field.address}: {text or 'blank'}", then)


def _record(  # noqa: PLR0913, PLR0917 — what an event says
    screen: ReviewScreen,
    address: str,
    kind: ActionKind,
    because: Because,
    done: str,
    value: str | None = None,
    then: Callable[[Problem | None], None] | None = None,
) -> None:
    where = (screen.review_id, address)

    def work(seen: Review) -> object:
        return record.record_action(screen.bvtrack.desk, where, kind, because, value=value, seen=seen)

    screen.write(work, f"{address}: {done}", then)


def _day(screen: ReviewScreen, text: str) -> dt.date | None:
    return read_day(text, screen.bvtrack.day).day


def _read(screen: ReviewScreen, text: str) -> tuple[bool, str]:
    day, sentence = read_day(text, screen.bvtrack.day)
    return day is not None, sentence
