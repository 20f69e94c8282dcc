"""Targets that are to be set and reports that are to be made: by when, what of them is there, and what is overdue."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.delivery.measures import MeasureStanding, measures
from bvtrack.delivery.promises import Report, Setting
from example_review import review_of

HMI = "Reports scrutinised and benchmark data gathered in 2002 with a view to setting targets for 2003-2004"
INCOME = "10% increase in income generation by 2003. Future targets set from this figure"
SURVEY = "First survey still to be carried out which will produce benchmark data. Targets set from this data"
PANEL = "Through 6 monthly report to an existing Member panel"


def standing(target: str, *reports: str, at: str) -> MeasureStanding:
    """Give where a measure of the review of 22 April 2002 stands, with reports made on some days."""
    events = [f"{{ date = {day}, kind = 'report', reason = 'report of {day}' }}" for day in reports]
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
measure = [{{ id = "1.1", text = "what is measured", targets = ["{target}"], event = [{", ".join(events)}] }}]
""")
    (one,) = measures(review, dt.date.fromisoformat(at))
    return one


@pytest.mark.parametrize(
    ("target", "at", "promised"),
    [
        (HMI, "2004-03-31", Setting(dt.date(2004, 3, 31), overdue=False)),
        (HMI, "2004-04-01", Setting(dt.date(2004, 3, 31), overdue=True)),
        (INCOME, "2003-12-31", Setting(dt.date(2003, 12, 31), overdue=False)),
        (INCOME, "2004-01-01", Setting(dt.date(2003, 12, 31), overdue=True)),
        (SURVEY, "2009-01-01", Setting(None, overdue=False)),
        ("10% increase by 2003", "2009-01-01", None),
        ("none set", "2009-01-01", None),
        (PANEL, "2009-01-01", None),
    ],
)
def test_targets_to_be_set(target: str, at: str, promised: Setting | None) -> None:
    """They are overdue from the day after the last that the line names."""
    assert standing(target, at=at).setting == promised


@pytest.mark.parametrize(
    ("target", "reports", "at", "due", "overdue"),
    [
        # six months after the report, whose plan began before it: 22 April + 6 months
        (PANEL, (), "2002-10-22", "2002-10-22", False),
        (PANEL, (), "2002-10-23", "2002-10-22", True),
        # six months after the last that was made by then
        (PANEL, ("2002-10-14",), "2003-01-01", "2003-04-14", False),
        (PANEL, ("2002-10-14",), "2002-10-13", "2002-10-22", False),
        (PANEL, ("2002-10-14", "2003-05-02"), "2003-11-03", "2003-11-02", True),
        # the last day of a month stays the last
        (PANEL, ("2002-08-31",), "2002-09-01", "2003-02-28", False),
        ("Reports to be approved annually by stakeholder groups", (), "2003-01-01", "2003-04-22", False),
        ("Quarterly report", (), "2002-05-01", "2002-07-22", False),
        ("Report every two months", (), "2002-05-01", "2002-06-22", False),
        ("Fortnightly report", (), "2002-05-01", "2002-05-06", False),
        # terms differ from place to place
        ("Termly report", (), "2009-05-01", None, False),
    ],
)
def test_reports(target: str, reports: tuple[str, ...], at: str, due: str | None, overdue: bool) -> None:
    """The next is due so long after the last that was made, or after the plan began."""
    told = standing(target, *reports, at=at).reports
    assert told is not None
    assert (told.next, told.overdue) == (dt.date.fromisoformat(due) if due else None, overdue)


def test_the_record_of_reports() -> None:
    """What was made up to the day is told, with its day and its words; other lines ask for none."""
    told = standing(PANEL, "2002-10-14", "2003-05-02", at="2003-01-01").reports
    assert told is not None
    assert (told.every, told.made) == ("six-monthly", (Report(dt.date(2002, 10, 14), "report of 2002-10-14"),))
    assert standing(INCOME, "2002-10-14", at="2003-01-01").reports is None


def test_a_plan_that_begins_after_its_report() -> None:
    """Before the plan begins no report is awaited: the first is due so long after its first day."""
    review = review_of("""
[[recommendation]]
id = "1"
text = "one"
measure = [{ id = "1.1", text = "what is measured", targets = ["annual report"] }]
""").model_copy(update={"date": dt.date(2001, 11, 5)})
    (one,) = measures(review, dt.date(2002, 1, 1))
    assert one.reports is not None
    assert one.reports.next == dt.date(2003, 4, 1)
