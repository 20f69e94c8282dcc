"""Recording: what is refused because it cannot have happened, and what because somebody else was first."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bvtrack.app.change import add_item
from bvtrack.app.record import Because, record_action, record_measure, record_money
from bvtrack.core.errors import ConflictProblem, Problem, UsageProblem
from bvtrack.core.event import ActionKind
from bvtrack.delivery.measures import measures
from bvtrack.delivery.progress import CLOSED, standing
from desk import NAME, TODAY, desk_of, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.app.desk import Desk
    from bvtrack.core.event import ActionEvent, MeasureEvent
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


# --- what a figure is for


def events_of(desk: Desk, measure: str) -> tuple[MeasureEvent, ...]:
    """Give what is recorded of a measure."""
    measures = (one for recommendation in desk.review(NAME).recommendations for one in recommendation.measures)
    return next(one.events for one in measures if one.id == measure)


def test_a_figure_names_its_line_also_where_it_is_the_only_one(desk: Desk) -> None:
    """So it says nothing of a line that is added later; without a line there is none to name, nor has a note one."""
    record_measure(desk, (NAME, "1.1"), "actual", Because(), value="58%", period="2001-02")
    record_measure(desk, (NAME, "1.1"), "note", Because(reason="a new survey"))
    record_measure(desk, (NAME, "2.3"), "actual", Because(), value="4", period="2001-02")
    add_item(desk, NAME, "1.1", "target", {"value": "Users under 16: 50% in 2003"})
    assert [event.line for event in events_of(desk, "1.1")] == [1, None]
    assert [event.line for event in events_of(desk, "2.3")] == [None]
    first, second = (one for one in measures(desk.review(NAME), TODAY) if one.address in {"1.1/1", "1.1/2"})
    assert first.actual is not None
    assert second.actual is None


def test_a_report_is_of_the_line_that_asks_for_it(desk: Desk) -> None:
    """Of several lines the one that asks for reports is meant, and has to be named only where several do."""
    add_item(desk, NAME, "1.1", "target", {"value": "annual report"})
    record_measure(desk, (NAME, "1.1"), "report", Because(reason="the first"))
    record_measure(desk, (NAME, "1.1/2"), "report", Because(reason="the second"))
    assert [(event.kind, event.line) for event in events_of(desk, "1.1")] == [("report", 2), ("report", 2)]
    add_item(desk, NAME, "1.1", "target", {"value": "6 monthly report"})
    with pytest.raises(UsageProblem, match=r"name the one meant: 1\.1/2, 1\.1/3"):
        record_measure(desk, (NAME, "1.1"), "report", Because(reason="the third"))
    with pytest.raises(UsageProblem, match="asks for no report"):
        record_measure(desk, (NAME, "2.3"), "report", Because(reason="of nothing"))


def test_a_baseline_of_a_measure_without_lines(desk: Desk) -> None:
    """It is kept for the targets that are to come."""
    record_measure(desk, (NAME, "2.3"), "baseline", Because(), value="4", period="2001-02")
    assert [(event.kind, event.line) for event in events_of(desk, "2.3")] == [("baseline", None)]


@pytest.mark.parametrize(
    ("value", "counts", "goes"),
    [
        ("58%", (116, 200), True),
        ("58%", (115, 200), True),
        ("58%", (114, 200), False),
        ("57.5%", (115, 200), True),
        ("57.4%", (115, 200), False),
        ("33.3%", (1, 3), True),
        ("4", (4, 9), True),
        ("55-60%", (1, 3), True),
    ],
)
def test_counts_come_to_their_percentage(desk: Desk, value: str, counts: tuple[int, int], goes: bool) -> None:
    """A percentage is what was counted, to the places printed; of anything else nothing can be said."""
    with nullcontext() if goes else pytest.raises(UsageProblem, match=f"is not {value}"):
        record_measure(desk, (NAME, "2.3"), "actual", Because(), value=value, period="2001-02", counts=counts)
        (event,) = events_of(desk, "2.3")
        assert (event.numerator, event.denominator) == counts
