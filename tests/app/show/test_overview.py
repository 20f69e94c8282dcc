"""The overview of a review: the position, the statuses, what is late and next, the worst findings, the outcomes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.show.overview import overview, worst_findings
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event
from bvtrack.core.finding import Severity
from bvtrack.files.review_file import read_review
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
Event = dict[str, "Plain | None"]
OCTOBER = dt.date(2002, 10, 1)


@pytest.fixture(scope="module")
def review() -> Review:
    """The Hertfordshire review, fresh."""
    return read_review(FILE).review


def seen(review: Review, as_at: dt.date = OCTOBER) -> ReviewView:
    """See a review on a day."""
    return ReviewView(review, as_at, as_at)


def net(review: Review) -> dict[str, list[str]]:
    """Give the rows of the net position as texts."""
    table = overview(seen(review)).net
    return {
        line.label: [cell.text for cell in cells] for line, cells in zip(table.rows, table.cells, strict=True)
    }  # fmt: skip


def test_the_net_position_is_given_by_year_and_over_the_plan(review: Review) -> None:
    """Each stream, the net and the cumulative net stand by year, with separators between thousands."""
    assert net(review) == {
        "Budget": ["89", "419", "419", "419", "1,346"],
        "Savings": ["–", "–", "240", "240", "480"],
        "Income": ["–", "85", "85", "85", "255"],
        "Net": ["89", "334", "94", "94", "611"],
        "Cumulative": ["89", "423", "517", "611", ""],
    }


def test_money_now_expected_stands_over_what_was_planned(review: Review) -> None:
    """A forecast changes the position, and the net as planned is told beside it."""
    event: Event = {"date": OCTOBER, "kind": "forecast", "stream": "budget", "year": "2003-04", "value": "£440k"}
    told = net(with_event(review, "2", event))
    assert told["Budget"] == ["89", "512", "419", "419", "1,439"]
    assert told["Net"] == ["89", "427", "94", "94", "704"]
    assert told["Net planned"] == ["89", "334", "94", "94", "611"]


def test_each_line_of_the_position_has_an_address(review: Review) -> None:
    """A stream leads to its total, the net to the review's."""
    table = overview(seen(review)).net
    assert [cells[0].address for cells in table.cells] == [
        "totals/budget",
        "totals/savings",
        "totals/income",
        "review/net",
        "review/net",
    ]


def test_statuses_are_counted_with_the_first_of_each(review: Review) -> None:
    """The usual statuses are told even of none, others where they occur; each action counts once."""
    done = with_event(review, "2a", {"date": dt.date(2002, 7, 31), "kind": "complete"})
    gone = with_event(done, "5b", {"date": OCTOBER, "kind": "delete", "reason": "the centre is closed"})
    shares = [(str(one.status), one.number, one.first) for one in overview(seen(gone)).shares]
    assert shares == [
        ("O overdue", 8, "2b"),
        ("S due soon", 1, "5a"),
        ("N not started", 5, "1a"),
        ("U under way", 0, ""),
        ("D done", 1, "2a"),
        ("X deleted", 1, "5b"),
    ]


def test_late_actions_come_latest_first(review: Review) -> None:
    """What is overdue comes first, the latest of it before the rest; who answers for it is told."""
    late = overview(seen(review)).late
    assert [one.address for one in late] == ["2a", "3b", "2b", "2d", "3c", "3d", "4a", "4b", "4c"]
    first = late[0]
    assert (first.owner, first.due, first.months, first.late) == (
        "Gill Jones",
        "Jul 2002",
        "3 months",
        "3 months (62 days)",
    )


def test_an_action_late_by_its_own_forecast_is_late_before_its_deadline(review: Review) -> None:
    """A forecast behind the deadline makes an action late, after those that are overdue."""
    moved = with_event(review, "5b", {"date": OCTOBER, "kind": "forecast", "value": "Dec 2003"})
    last = overview(seen(moved)).late[-1]
    assert (last.address, str(last.status), last.months) == ("5b", "N not started", "8 months")


def test_the_next_five_deadlines_come_soonest_first(review: Review) -> None:
    """What is late is not next."""
    coming = overview(seen(review)).coming
    assert [(one.address, one.due) for one in coming] == [
        ("5a", "Oct 2002"),
        ("1b", "Dec 2002"),
        ("2c", "Dec 2002"),
        ("3a", "Dec 2002"),
        ("4d", "Dec 2002"),
    ]


def test_a_deadline_that_was_moved_says_so_in_short(review: Review) -> None:
    """How far it is from the first one, and how often it was moved, stand with the next deadlines: 3 + 3 months."""
    moved = review
    for day, value in ((dt.date(2002, 8, 1), "Dec 2002"), (OCTOBER, "March 2003")):
        event: Event = {"date": day, "kind": "re-baseline", "value": value, "reason": "x", "minute": "12.3"}
        moved = with_event(moved, "2b", event)
    told = {one.address: one.due for one in overview(seen(moved, dt.date(2003, 1, 31))).coming}
    assert told["2b"] == "Mar 2003 6 mo 2×"


def test_outcomes_are_counted_by_target_line(review: Review) -> None:
    """A figure that meets its target is met; a target whose period is over without a figure is due for one."""
    event: Event = {"date": OCTOBER, "kind": "actual", "period": "2002-03", "value": "61%"}
    told = overview(seen(with_event(review, "1.1", event))).outcomes
    assert (told.lines, told.met, told.not_met, told.wanted, told.first) == (18, 1, 0, 1, "1.3")
    assert told.met + told.not_met + told.no_figure + told.unjudged == told.lines


def test_missed_targets_are_named(review: Review) -> None:
    """What is not met says what it came to and what was asked; what is due says what is asked."""
    event: Event = {"date": OCTOBER, "kind": "actual", "period": "2002", "value": "13%"}
    told = overview(seen(with_event(review, "2.2", event))).outcomes
    assert [(one.word, one.address, one.said) for one in told.missed] == [
        ("not met", "2.2", "13%, not 11% by 2002"),
        ("figure due", "1.3", "Protocols on paper based systems by Jun 2002"),
    ]
    assert told.first == "2.2"


def test_the_worst_findings_leave_waived_ones_out(review: Review) -> None:
    """Five of the worst are given, and all are counted by severity."""
    worst = worst_findings(seen(review))
    assert [(one.code, one.address) for one in worst.findings] == [
        ("FIN106", "1/budget"),
        ("FIN106", "3/budget"),
        ("FIN115", "5/budget"),
        ("STR203", "5"),
        ("MEA402", "2.3"),
    ]
    counts = dict(worst.counts)
    assert counts[Severity.ERROR] == 6
    waiver = """
    [[waiver]]
    code = "FIN106"
    address = "1/budget"
    reason = "asked the author"
    by = "Pat"
    until = 2003-01-01
    """
    waived = review.model_copy(update={"waivers": review_of(waiver).waivers})
    assert "1/budget" not in {one.address for one in worst_findings(seen(waived)).findings}
    assert dict(worst_findings(seen(waived)).counts)[Severity.ERROR] == 5


def test_an_empty_review_has_an_overview() -> None:
    """A review of nothing has a position of dashes and no actions."""
    told = overview(seen(review_of("")))
    assert [cells[0].text for cells in told.net.cells] == ["–", "–", "–", "–", "0"]
    assert told.late == told.coming == ()
    assert sum(one.number for one in told.shares) == told.outcomes.lines == 0
    assert told.outcomes.first == ""
