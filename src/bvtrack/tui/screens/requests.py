"""What the keys of a review ask for: each finds the thing under the cursor, asks for what is missing, and records it.

New events speak for the date the screen speaks for. What a form records rests on the review as it was when the form
was opened, whatever was drawn behind it meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input

from bvtrack.app import change, record
from bvtrack.app.possible import goes_with
from bvtrack.app.record import Because
from bvtrack.app.show.day import read_day, read_new_deadline, said
from bvtrack.app.show.reading import reading_of
from bvtrack.app.show.thing import is_done, thing
from bvtrack.core.errors import Problem
from bvtrack.tui.screens.form import Blank, Form
from bvtrack.tui.text import tell_problem

if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.app.desk import Desk
    from bvtrack.app.show.thing import Field, Thing
    from bvtrack.core.event import ActionKind
    from bvtrack.core.review import Review
    from bvtrack.tui.screens.review import ReviewScreen

Then = Callable[[Problem | None], None]
Texts = Mapping[str, str]

_SAID = {"start": "started", "complete": "completed"}
_TICKED = {
    ("step", False): ("complete", "ticked"),
    ("step", True): ("reopen", "unticked"),
    ("action", False): ("complete", "completed"),
    ("action", True): ("reopen", "reopened"),
}


@dataclass(frozen=True)
class Request:
    """A wish about a thing: the review as it was seen when it was made, and the day it speaks for."""

    screen: ReviewScreen
    thing: Thing
    seen: Review
    day: dt.date

    @property
    def where(self) -> tuple[str, str]:
        """The review and the address in it."""
        return self.screen.review_id, self.thing.address

    @property
    def desk(self) -> Desk:
        """The desk to record at."""
        return self.screen.bvtrack.desk

    def ask(self, title: str, *blanks: Blank, submit: Callable[[Texts, Then], None]) -> None:
        """Ask for what is missing, in a form."""
        self.screen.app.push_screen(Form(f"{title} {self.thing.address}", self.thing.text, blanks, submit))

    def write(self, work: Callable[[Review], object], done: str, then: Then | None = None) -> None:
        """Record it."""
        self.screen.write(work, f"{self.thing.address}: {done}", then, self.seen)

    def write_action(
        self, kind: ActionKind, because: Because, done: str, then: Then | None = None, value: str | None = None
    ) -> None:
        """Record progress of an action or a step."""
        desk, where = self.desk, self.where
        self.write(lambda seen: record.record_action(desk, where, kind, because, value=value, seen=seen), done, then)


def request(screen: ReviewScreen, *kinds: str) -> Request | None:
    """Make a request about the thing under the cursor, if it is of one of the kinds."""
    found = screen.under_cursor(*kinds)
    return None if found is None else Request(screen, found, screen.view.review, screen.bvtrack.day)


def tick(screen: ReviewScreen) -> None:
    """Tick or untick a step, complete or reopen an action."""
    wish = request(screen, "step", "action")
    if wish is None:
        return
    kind, done = _TICKED[wish.thing.kind, is_done(wish.seen, wish.thing.address, wish.day)]
    wish.write_action("complete" if kind == "complete" else "reopen", Because(on=wish.day), done)


def on_a_day(screen: ReviewScreen, kind: ActionKind, title: str) -> None:
    """Start or complete on a day that is asked for."""
    wish = request(screen, "action", "step")
    if wish is None:
        return

    def read(text: str) -> tuple[bool, str]:
        day, sentence = read_day(text, wish.day)
        return day is not None, sentence

    def submit(texts: Texts, then: Then) -> None:
        because = Because(on=read_day(texts["day"], wish.day).day, reason=texts["reason"] or None)
        wish.write_action(kind, because, _SAID[kind], then)

    wish.ask(
        title,
        Blank("day", "On", said(wish.day), read, needed=True),
        Blank("reason", "Note", hint="what is worth keeping, if anything"),
        submit=submit,
    )


def forecast(screen: ReviewScreen) -> None:
    """Give an action or a step the date it is now expected by, and why; what is done expects none."""
    wish = request(screen, "action", "step")
    if wish is None:
        return
    try:
        goes_with(wish.seen, wish.thing.address, "forecast", wish.day)
    except Problem as problem:
        tell_problem(screen.app, problem)
        return

    def read(text: str) -> tuple[bool, str]:
        day, sentence = read_new_deadline(text, wish.seen)
        return day is not None, sentence

    def submit(texts: Texts, then: Then) -> None:
        because = Because(wish.day, texts["reason"], texts["minute"] or None)
        wish.write_action("forecast", because, f"now expected {texts['value']}", then, texts["value"])

    wish.ask(
        "Forecast",
        Blank("value", "Now expected", "", read, needed=True, hint="as Nov 2002, or 15 Nov 2002"),
        Blank("reason", "Why", needed=True, hint="the reason goes into the report and the log"),
        Blank("minute", "Approved in", hint="the minute that approved it, if one did"),
        submit=submit,
    )


def note(screen: ReviewScreen) -> None:
    """Write a note under an action, a step, a measure or an amount."""
    wish = request(screen, "action", "step", "measure", "target", "amount")
    if wish is None:
        return

    def submit(texts: Texts, then: Then) -> None:
        because = Because(wish.day, texts["reason"])

        def work(seen: Review) -> object:
            if wish.thing.can_be_done:
                return record.record_action(wish.desk, wish.where, "note", because, seen=seen)
            kept = record.record_money if wish.thing.kind == "amount" else record.record_measure
            return kept(wish.desk, wish.where, "note", because, seen=seen)

        wish.write(work, f"noted “{texts['reason']}”", then)

    wish.ask("Note on", Blank("reason", "Note", needed=True), submit=submit)


def actual(screen: ReviewScreen) -> None:
    """Record a measure's figure, or an amount, as it turned out."""
    from bvtrack.tui.screens.actual import ActualForm

    wish = request(screen, "measure", "target", "amount")
    if wish is None:
        return

    def submit(texts: Texts, then: Then) -> None:
        because, value = Because(wish.day, texts.get("reason") or None), texts["value"]

        def work(seen: Review) -> object:
            if wish.thing.kind == "amount":
                return record.record_money(wish.desk, wish.where, "actual", because, value=value, seen=seen)
            period = texts["period"]
            return record.record_measure(
                wish.desk, wish.where, "actual", because, value=value, period=period, seen=seen
            )

        wish.write(work, f"{value} recorded", then)

    screen.app.push_screen(ActualForm(screen.view, wish.thing.address, submit))


def waive(screen: ReviewScreen, code: str, address: str) -> None:
    """Accept a finding, with a reason and an expiry."""
    from bvtrack.tui.screens.waive import WaiveForm

    def submit(reason: str, until: dt.date | None, then: Then) -> None:
        desk, name = screen.bvtrack.desk, screen.review_id
        screen.write(
            lambda _seen: change.waive(desk, name, code, address, reason=reason, until=until),
            f"{code} waived at {address}",
            then,
        )

    screen.app.push_screen(WaiveForm(screen.view, code, address, submit))


def edit(screen: ReviewScreen, address: str) -> None:
    """Edit a thing: its one field at once, one of several after choosing it."""
    from bvtrack.tui.screens.fields import Fields

    seen = screen.view.review
    found = thing(seen, address)
    if found is None or not found.fields:
        screen.app.bell()
    elif len(found.fields) == 1:
        _edit_field(screen, seen, found.fields[0])
    else:
        screen.app.push_screen(Fields(found), lambda field: _edit_field(screen, seen, field) if field else None)


def _edit_field(screen: ReviewScreen, seen: Review, field: Field, typed: str | None = None) -> None:
    """Edit a field; `typed` is what was typed before and could not be kept. A deadline of the plan needs a reason."""
    if field.address.endswith("/finish"):
        _correct_deadline(screen, seen, field)
        return
    from bvtrack.tui.screens.edit_value import EditValue

    def take(text: str | None) -> None:
        if text is not None and text != field.text:
            _set(screen, seen, field, text, None, lambda problem: again(text, problem))

    def again(text: str, problem: Problem | None) -> None:
        if problem is not None:
            tell_problem(screen.app, problem)
            _edit_field(screen, screen.view.review, field, text)

    form = EditValue(field.address, field.text, field.label, field.kind, seen)
    screen.app.push_screen(form, take)
    if typed is not None:
        form.call_after_refresh(lambda: setattr(form.query_one(Input), "value", typed))


def _correct_deadline(screen: ReviewScreen, seen: Review, field: Field) -> None:
    def read(text: str) -> tuple[bool, str]:
        reading = reading_of("due", text, seen)
        return reading.ok, reading.sentence

    def submit(texts: Texts, then: Then) -> None:
        _set(screen, seen, field, texts["value"], texts["reason"], then)

    blanks = [
        Blank("value", field.label, field.text, read, hint="blank: no deadline"),
        Blank("reason", "Why the plan is corrected", needed=True, hint="a deadline that moves is forecast: f"),
    ]
    screen.app.push_screen(Form(f"Edit {field.address}", "the deadline approved with the plan", blanks, submit))


def _set(  # noqa: PLR0913, PLR0917 — what a correction says
    screen: ReviewScreen, seen: Review, field: Field, text: str, reason: str | None, then: Then
) -> None:
    desk, name = screen.bvtrack.desk, screen.review_id

    def work(now: Review) -> object:
        return change.set_values(desk, name, {field.address: text}, reason=reason, seen=now)

    screen.write(work, f"{field.address}: {text or 'blank'}", then, seen)
