"""A standing in words: days, deadlines, amounts, delays, the status and the line of counts."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.core.due import read_due
from bvtrack.core.money import read_unit
from bvtrack.delivery import words
from bvtrack.delivery.progress import State
from bvtrack.delivery.review import Counts, review_standing
from bvtrack.delivery.slippage import Slippage
from example_review import review_of

EXPECTED = '{{ date = 2002-05-01, kind = "forecast", value = "{}" }}'
MOVED = '{{ date = 2002-{}, kind = "re-baseline", value = "{}", reason = "x" }}'


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Sept. 2002", "Sep 2002"),
        ("7th September 2002", "7 Sep 2002"),
        ("by end  of 2002", "by end of 2002"),
        ("ongoing", "ongoing"),
        ("Q3 2002/03", "Q3 2002/03"),
    ],
)
def test_deadlines(printed: str, said: str) -> None:
    """A month and a day are said alike everywhere, anything else as printed."""
    assert words.deadline(read_due(printed, dt.date(2002, 4, 22))) == said


def test_no_deadline_is_not_said() -> None:
    """Nothing is said of nothing."""
    assert words.deadline(None) == ""


@pytest.mark.parametrize(
    ("pence", "unit", "said"),
    [
        (134_600_000, "£'000", "1,346"),
        (-850_050, "£", "-8,500.50"),
        (-5, "£", "-0.05"),
        (0, "£m", "0"),
        (None, "£", ""),
    ],
)
def test_money(pence: int | None, unit: str, said: str) -> None:
    """Amounts are in the review's unit, exact, with separators between thousands."""
    read = read_unit(unit)
    assert read is not None
    assert words.money(pence, read) == said


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (None, ""),
        (Slippage(0, 0), ""),
        (Slippage(1, 1), "1 month (1 day)"),
        (Slippage(14, 1425), "14 months (1,425 days)"),
    ],
)
def test_delays(late: Slippage | None, said: str) -> None:
    """Months first, as they count, with the days beside."""
    assert words.delay(late) == said


@pytest.mark.parametrize(
    ("day", "said"), [("2002-05-01", "not started"), ("2002-09-10", "due soon"), ("2002-10-01", "overdue")]
)
def test_status(day: str, said: str) -> None:
    """That work is late, or due soon, goes before its state."""
    review = review_of(
        'recommendation = [{ id = "1", text = "a", part = [{ id = "1a", text = "b", finish = "Sep 2002" }] }]'
    )
    (one,) = review_standing(review, dt.date.fromisoformat(day)).actions
    assert words.status(one) == said


def test_the_line_of_counts() -> None:
    """Four counts always, the others where there are any."""
    assert words.tally(Counts(9, 0, {State.NOT_STARTED: 7})) == "9 overdue, 0 due within 30 days, 0 done, 7 not started"
    assert words.tally(Counts(0, 1, {State.DEFERRED: 2, State.DONE: 3, State.UNDER_WAY: 1})) == (
        "0 overdue, 1 due within 30 days, 3 done, 0 not started, 1 under way, 2 deferred"
    )


@pytest.mark.parametrize(
    ("events", "day", "said", "short"),
    [
        ("", "2002-08-01", "Sep 2002", ""),
        # 30 Sep to 1 Oct: 1 month
        ("", "2002-10-01", "Sep 2002 (1 month behind)", ""),
        # brought forward: not behind, and moved all the same
        (EXPECTED.format("July 2002"), "2002-06-01", "Sep 2002 (1 move)", "1×"),
        (EXPECTED.format("Nov 2002"), "2002-06-01", "Sep 2002 (1 move, 2 months behind)", "2 mo 1×"),
        # Sep to Dec to Mar: 3 + 3 months
        (
            f"{MOVED.format('08-01', 'Dec 2002')}, {MOVED.format('11-01', 'March 2003')}",
            "2002-12-01",
            "Mar 2003 (first Sep 2002, 2 moves, 6 months behind)",
            "6 mo 2×",
        ),
    ],
)
def test_a_deadline_remembers(events: str, day: str, said: str, short: str) -> None:
    """Wherever a deadline is told, so is how far it has come from the first."""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Sep 2002"
event = [{events}]
""")
    (one,) = review_standing(review, dt.date.fromisoformat(day)).actions
    assert (words.due(one), words.drift(one)) == (said, short)


def test_a_deadline_there_never_was_has_nothing_to_remember() -> None:
    """What is moved must have been approved first; without a date there is only the count."""
    assert words.memory(None, read_due("Sep 2002"), 1, None) == "1 move"
    assert words.memory(None, None, 0, None) == ""


def test_in_short_what_has_no_first_deadline_only_counts() -> None:
    """Without an approved day there is no distance."""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
part = [{{ id = "1a", text = "do it", event = [{EXPECTED.format("July 2002")}] }}]
""")
    (one,) = review_standing(review, dt.date(2002, 6, 1)).actions
    assert (one.slippage, words.drift(one)) == (None, "1×")
