"""Recording: what is refused because it cannot have happened, and what because somebody else was first."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bvtrack.app.record import Because, record_action, record_measure, record_money
from bvtrack.core.errors import ConflictProblem, Problem, UsageProblem
from bvtrack.core.event import ActionKind
from bvtrack.delivery.progress import CLOSED, standing
from desk import NAME, TODAY, desk_of, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.desk import Desk
    from bvtrack.core.event import ActionEvent
    from bvtrack.core.review import Review

WHERE = (NAME, "2c")
WHY = Because(reason="why", approved_by="Steve")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the Hertfordshire review, once."""
    return kept(tmp_path_factory.mktemp("imported") / "work.db")


@pytest.fixture
def desk(imported: Path, tmp_path: Path) -> Iterator[Desk]:
    """Work on it, in a database of one's own."""
    with desk_of(Path(shutil.copy(imported, tmp_path / "work.db"))) as one:
        yield one


def day(number: int) -> Because:
    """Speak for a day of November 2002, with a reason."""
    return Because(dt.date(2002, 11, number), "why", "12.3")


APPROVED: list[ActionKind] = ["mainstream", "defer", "no resource", "suspend", "delete", "supersede"]
# the kinds and days recorded before, the kind and day refused, and why
IMPOSSIBLE: list[tuple[list[tuple[ActionKind, int]], tuple[ActionKind, int], str]] = [
    ([("complete", 10)], ("complete", 12), "is done already, since 10 Nov 2002"),
    ([("complete", 10)], ("complete", 8), "is done already, since 10 Nov 2002"),
    ([("start", 10)], ("complete", 8), "was begun only on 10 Nov 2002"),
    ([("start", 10)], ("start", 12), "is under way already, since 10 Nov 2002"),
    ([("complete", 10)], ("start", 12), "is done already"),
    ([("complete", 10)], ("forecast", 12), "is done already"),
    ([("complete", 10)], ("delete", 12), "is done already"),
    ([("complete", 10)], ("defer", 12), "is done already"),
    ([("delete", 10)], ("complete", 12), "is deleted already"),
    ([("delete", 10)], ("mainstream", 12), "is deleted already"),
    ([("mainstream", 10)], ("mainstream", 12), "is mainstreamed already, since 10 Nov 2002"),
    ([("defer", 10)], ("defer", 12), "is deferred already"),
    ([], ("reopen", 12), "is not done"),
    ([("complete", 10), ("reopen", 11)], ("reopen", 12), "is not done"),
    ([("complete", 10)], ("reopen", 9), "is not done"),
    ([], ("resume", 12), "is not started"),
    ([], ("start", 23), "23 Nov 2002 has not come yet"),
    ([("complete", 10)], ("reopen", 23), "23 Nov 2002 has not come yet"),
]
POSSIBLE: list[tuple[list[tuple[ActionKind, int]], tuple[ActionKind, int]]] = [
    ([("complete", 10), ("reopen", 11)], ("complete", 12)),
    ([("start", 10)], ("start", 8)),
    ([("start", 8), ("suspend", 10)], ("start", 12)),
    ([("suspend", 10)], ("resume", 12)),
    ([("defer", 10)], ("suspend", 12)),
    ([("suspend", 10)], ("complete", 12)),
    ([("complete", 10)], ("mainstream", 12)),
    ([("delete", 10)], ("reopen", 12)),
    ([("complete", 10)], ("note", 12)),
    ([("complete", 10)], ("start", 8)),
    ([], ("forecast", 23)),
]


def recorded(desk: Desk, kind: ActionKind, number: int) -> None:
    """Record an event of a kind on a day of November."""
    value = "Jan 2003" if kind in {"forecast", "re-baseline"} else None
    record_action(desk, WHERE, kind, day(number), value=value)


@pytest.mark.parametrize(("before", "event", "told"), IMPOSSIBLE)
def test_what_cannot_have_happened_is_refused(
    desk: Desk, before: list[tuple[ActionKind, int]], event: tuple[ActionKind, int], told: str
) -> None:
    """Work is not done twice, reopened while open, begun while under way, nor on days to come."""
    for kind, number in before:
        recorded(desk, kind, number)
    review = desk.review(NAME)
    with pytest.raises(UsageProblem, match=told):
        recorded(desk, *event)
    assert desk.review(NAME) == review


@pytest.mark.parametrize(("before", "event"), POSSIBLE)
def test_what_can_have_happened_is_recorded(
    desk: Desk, before: list[tuple[ActionKind, int]], event: tuple[ActionKind, int]
) -> None:
    """Late entries, second thoughts and forecasts are."""
    for one in (*before, event):
        recorded(desk, *one)
    assert len(_events(desk.review(NAME))) == len(before) + 1


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(st.tuples(st.sampled_from(get_args(ActionKind)), st.integers(1, 22)), max_size=8))
def test_whatever_is_recorded_makes_sense(
    imported: Path, tmp_path_factory: pytest.TempPathFactory, events: list[tuple[ActionKind, int]]
) -> None:
    """However events are entered, work that ended is ended once at a time, and what is refused leaves no trace."""
    path = Path(shutil.copy(imported, tmp_path_factory.mktemp("any") / "work.db"))
    with desk_of(path) as desk:
        count = 0
        for kind, number in events:
            with suppress(UsageProblem):
                recorded(desk, kind, number)
                count += 1
        review = desk.review(NAME)
        assert len(_events(review)) == count
        ended = standing(review, "2c", TODAY).state in CLOSED
        if ended:
            with pytest.raises(UsageProblem):
                recorded(desk, "forecast", 22)
        assert desk.store.verify() == ()


@pytest.mark.parametrize(
    ("kind", "because", "told"),
    [
        *((kind, Because(minute="12.3"), f"{kind} needs a reason") for kind in (*APPROVED, "re-baseline")),
        *((kind, Because(reason=" ", approved_by="Jo"), f"{kind} needs a reason") for kind in APPROVED),
        *((kind, Because(reason="why"), f"{kind} needs an approval") for kind in APPROVED),
        *((kind, Because(reason="why", approved_by=" "), f"{kind} needs an approval") for kind in APPROVED),
        ("re-baseline", Because(reason="why", approved_by="Jo"), "re-baseline needs the minute"),
    ],
)
def test_what_ends_or_moves_work_needs_a_reason_and_an_approval(
    desk: Desk, kind: ActionKind, because: Because, told: str
) -> None:
    """Nothing leaves the plan, halts or moves its deadline on nobody's authority."""
    review = desk.review(NAME)
    with pytest.raises(UsageProblem, match=told):
        record_action(desk, WHERE, kind, because, value="Jan 2003" if kind == "re-baseline" else None)
    assert desk.review(NAME) == review


@pytest.mark.parametrize(("minute", "approver"), [("12.3", None), (None, "Gill Jones")])
@pytest.mark.parametrize("kind", APPROVED)
def test_an_approval_is_a_minute_or_a_name(
    desk: Desk, kind: ActionKind, minute: str | None, approver: str | None
) -> None:
    """Who approved it stands in the event, and so does how sure the owner is."""
    record_action(desk, WHERE, kind, Because(None, "why", minute, approver), confidence="low")
    (event,) = _events(desk.review(NAME))
    assert (event.minute, event.approved_by, event.confidence) == (minute, approver, "low")


def _events(review: Review) -> tuple[ActionEvent, ...]:
    return next(part for one in review.recommendations for part in one.parts if part.id == "2c").events


def test_a_second_person_is_told_what_the_first_did(desk: Desk) -> None:
    """Who has not seen the latest of a thing is shown both, and nothing is written; other things do not matter."""
    seen = desk.review(NAME)
    record_action(desk, (NAME, "2d"), "start", WHY, seen=seen)
    record_action(desk, WHERE, "start", WHY, seen=seen)
    with pytest.raises(ConflictProblem) as caught:
        record_action(desk, WHERE, "complete", WHY, seen=seen)
    assert "start 2002-11-22 why A. Officer" in caught.value.now
    assert "Jenny Newman" in caught.value.seen
    record_action(desk, WHERE, "complete", WHY, seen=desk.review(NAME))
    record_action(desk, (NAME, "2c/3"), "complete", WHY, seen=seen)
    with pytest.raises(ConflictProblem):
        record_action(desk, (NAME, "2c/3"), "reopen", WHY, seen=seen)


def test_figures_conflict_with_news_of_the_same_figure(desk: Desk) -> None:
    """News of another year or another measure is no conflict; of the same it is."""
    seen = desk.review(NAME)
    record_money(desk, (NAME, "2/budget/2002-03"), "forecast", Because(), value="9", seen=seen)
    record_money(desk, (NAME, "2/budget/2003-04"), "forecast", Because(), value="9", seen=seen)
    with pytest.raises(ConflictProblem, match="forecast budget 2002-03 9"):
        record_money(desk, (NAME, "2/budget/2002-03"), "actual", Because(), value="8", seen=seen)
    record_measure(desk, (NAME, "1.1"), "forecast", Because(), value="9%", period="2003", seen=seen)
    record_measure(desk, (NAME, "2.1"), "forecast", Because(), value="9%", period="2003", seen=seen)
    with pytest.raises(ConflictProblem):
        record_measure(desk, (NAME, "1.1"), "forecast", Because(), value="8%", period="2003", seen=seen)


def test_a_thing_that_came_or_went_since_is_a_conflict_or_unknown(desk: Desk) -> None:
    """What the editor never saw is a conflict; what is gone has no address any more."""
    from bvtrack.app.change import add_item, remove_item

    seen = desk.review(NAME)
    add_item(desk, NAME, "2", "part", {"id": "2e", "text": "new"})
    with pytest.raises(ConflictProblem, match="blank"):
        record_action(desk, (NAME, "2e"), "start", WHY, seen=seen)
    remove_item(desk, NAME, "2d")
    with pytest.raises(UsageProblem, match="2d"):
        record_action(desk, (NAME, "2d"), "start", WHY, seen=seen)


def test_an_entry_made_later_says_so(desk: Desk) -> None:
    """An event for another day carries the day it was entered; one for today does not."""
    record_action(desk, WHERE, "start", day(1))
    record_action(desk, WHERE, "note", WHY)
    first, second = (cast("tuple[str, str]", event) for event in _events(desk.review(NAME)))
    assert (getattr(first, "recorded", None), getattr(second, "recorded", None)) == (TODAY, None)


def test_an_unknown_review_is_a_usage_problem(desk: Desk) -> None:
    """Whoever calls with a review that is not there is told."""
    with pytest.raises(Problem, match="there is no review of that id"):
        record_action(desk, ("nope", "2c"), "start", WHY)
