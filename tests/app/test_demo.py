"""The demo: illustrative progress that says what it is wherever it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app import demo
from bvtrack.app.possible import approved
from bvtrack.delivery.review import review_standing
from bvtrack.files.review_file import read_review
from desk import NAME, REVIEW, desk_of

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent


def test_the_progress_is_marked_as_made_up(tmp_path: Path) -> None:
    """Every event and every entry of the log is signed Illustration, and every reason says it is illustrative."""
    assert demo.made(tmp_path / "demo.db") == NAME
    with desk_of(tmp_path / "demo.db") as desk:
        review, changes = desk.review(NAME), desk.store.log()
        assert desk.store.verify() == ()
    parts = [part for one in review.recommendations for part in one.parts]
    measures = [measure for one in review.recommendations for measure in one.measures]
    events: list[ActionEvent | MeasureEvent | MoneyEvent] = [
        *(event for part in parts for event in part.events),
        *(event for part in parts for step in part.steps for event in step.events),
        *(event for measure in measures for event in measure.events),
        *(event for one in review.recommendations for event in one.events),
    ]
    assert len(events) > 30
    assert {event.by for event in events} | {change.by for change in changes} == {"Illustration"}
    assert {reason[-14:] for event in events if (reason := event.reason)} == {"(illustrative)"}
    assert all(event.date <= demo.AS_AT for event in events)


def test_what_needs_an_approval_has_one(tmp_path: Path) -> None:
    """Nothing in the story could not have been recorded: moves, halts and ends say why and who approved them."""
    demo.made(tmp_path / "demo.db")
    with desk_of(tmp_path / "demo.db") as desk:
        parts = [part for one in desk.review(NAME).recommendations for part in one.parts]
    for part in parts:
        for event in (*part.events, *(event for step in part.steps for event in step.events)):
            approved(part.id, event.kind, event.reason, event.minute, event.approved_by)
    assert {event.kind for part in parts for event in part.events} >= {"re-baseline", "no resource"}


def test_it_shows_something_of_everything(tmp_path: Path) -> None:
    """At its date there is work done, overdue, due soon, under way and not started."""
    demo.made(tmp_path / "demo.db")
    with desk_of(tmp_path / "demo.db") as desk:
        counts = review_standing(desk.review(NAME), demo.AS_AT).counts
    assert min(counts.overdue, counts.due, *counts.states.values()) >= 1
    assert {state.value for state in counts.states} >= {"done", "not started"}


def test_only_progress_is_added(tmp_path: Path) -> None:
    """The plan is the one of the report, and its text is kept."""
    demo.made(tmp_path / "demo.db")
    file = read_review(REVIEW)
    with desk_of(tmp_path / "demo.db") as desk:
        assert desk.store.kept_text(NAME) == file.text
        assert desk.review(NAME).people == file.review.people
