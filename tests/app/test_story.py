"""The story of the demonstration: every figure it shows on its four reporting dates, added up again from the log.

The sums here stand on the file of the plan and on the entries of the log, in plain arithmetic, and on nothing of
`delivery`; the table of the guide is held against them too. Where measures land is written out.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import tomllib
from calendar import monthrange
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from bvtrack.app import demo
from bvtrack.delivery.landing import landings
from bvtrack.delivery.measure_words import landing, should_be
from bvtrack.delivery.review import ReviewStanding, review_standing
from bvtrack.delivery.stale import stale
from desk import NAME, REVIEW, desk_of

GUIDE: Final = Path(__file__).parents[2] / "docs" / "guide.md"
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
Told = dict[str, Any]


@dataclass(frozen=True)
class Log:
    """What the log says: the entries of progress in the order of their days, each with the address it is about."""

    entries: tuple[tuple[str, Told], ...]

    def up_to(self, day: dt.date, address: str) -> list[Told]:
        """Give the entries about a thing up to a day."""
        return [told for at, told in self.entries if at == address and told["date"] <= day.isoformat()]

    def moves(self, day: dt.date, address: str) -> list[Told]:
        """Give the forecasts and re-baselines of an action up to a day."""
        return [told for told in self.up_to(day, address) if told["kind"] in {"forecast", "re-baseline"}]

    def finished(self, day: dt.date, address: str) -> dt.date | None:
        """Give the day on which an action or a step was completed, if it was by then."""
        days = [told["date"] for told in self.up_to(day, address) if told["kind"] == "complete"]
        return dt.date.fromisoformat(days[-1]) if days else None


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demonstration."""
    path = tmp_path_factory.mktemp("story") / "demo.db"
    demo.made(path)
    return path


@pytest.fixture(scope="module")
def log(database: Path) -> Log:
    """Read the log, the rows that the entries are about being those of the plan."""
    with closing(sqlite3.connect(database)) as db:
        actions = dict(db.execute("SELECT id, ref FROM action"))
        steps = db.execute("SELECT id, action, position FROM step").fetchall()
        above = {
            "action": actions,
            "step": {number: f"{actions[action]}/{nth + 1}" for number, action, nth in steps},
            "measure": dict(db.execute("SELECT id, ref FROM measure")),
            "recommendation": dict(db.execute("SELECT id, ref FROM recommendation")),
        }
        changes = db.execute(
            'SELECT edits FROM change WHERE verb = ? AND "by" = ? ORDER BY number', ("progress", demo.BY)
        )
        rows = [after for (edits,) in changes for table, _, before, after in json.loads(edits) if table == "event"]
    found = []
    for row in rows:
        kind = next(kind for kind in above if row.get(kind))
        address = above[kind][row[kind]]
        found.append((f"{address}/{row['stream']}/{row['year']}" if kind == "recommendation" else address, row))
    return Log(tuple(sorted(found, key=lambda one: one[1]["date"])))


@pytest.fixture(scope="module")
def plan() -> Told:
    """Read the plan from its file, as plain tables."""
    return tomllib.loads(REVIEW.read_text("utf-8"))


@pytest.fixture(params=demo.REPORTS, ids=str)
def shown(request: pytest.FixtureRequest, database: Path) -> ReviewStanding:
    """Give what is shown on each of the four reporting dates."""
    with desk_of(database) as desk:
        return review_standing(desk.review(NAME), request.param)


def month_end(printed: str) -> dt.date:
    """Give the last day of a month as printed: `Dec. 2002`."""
    name, year = printed.split()
    month = MONTHS.index(name[:3].casefold()) + 1
    return dt.date(int(year), month, monthrange(int(year), month)[1])


def months_late(deadline: dt.date, day: dt.date) -> int:
    """Count months from the end of one until a day is reached."""
    months, end = 0, deadline
    while end < day:
        first = end + dt.timedelta(days=1)
        end, months = first.replace(day=monthrange(first.year, first.month)[1]), months + 1
    return months


def parts_of(plan: Told) -> list[Told]:
    """Give the actions of the plan."""
    return [part for one in plan["recommendation"] for part in one["part"]]


def deadline_of(part: Told, log: Log, day: dt.date) -> dt.date:
    """Give the deadline that counts: that of the last re-baseline, or that of the plan."""
    moved = [told["value"] for told in log.moves(day, part["id"]) if told["kind"] == "re-baseline"]
    return month_end([part["finish"], *moved][-1])


def reached(part: Told, log: Log, day: dt.date) -> dt.date:
    """Give the day an action was finished, or is to be: as last moved, and not before a day it is open on overdue."""
    done = log.finished(day, part["id"])
    moves = [told["value"] for told in log.moves(day, part["id"])]
    expected = month_end([part["finish"], *moves][-1])
    return done or (max(expected, day) if deadline_of(part, log, day) < day else expected)


def steps_done(part: Told, log: Log, day: dt.date) -> int:
    """Count the steps of an action that are done."""
    return sum(log.finished(day, f"{part['id']}/{nth + 1}") is not None for nth in range(len(part["steps"])))


def silent(plan: Told, log: Log, day: dt.date) -> list[str]:
    """Name the open actions without an entry, steps included, after the reporting date before a day."""
    before = max((one for one in demo.REPORTS if one < day), default=None)
    found = []
    for part in parts_of(plan):
        addresses = [part["id"], *(f"{part['id']}/{nth + 1}" for nth in range(len(part["steps"])))]
        days = [told["date"] for address in addresses for told in log.up_to(day, address)]
        if before and log.finished(day, part["id"]) is None and max(days, default="") <= before.isoformat():
            found.append(part["id"])
    return found


def lost_savings(plan: Told, log: Log, day: dt.date) -> int:
    """Give the pounds lost of the saving, £240k a year: a twelfth for each month that 2c ends after March 2004."""
    (enabler,) = (part for part in parts_of(plan) if part["id"] == "2c")
    end = reached(enabler, log, day)
    months = max((end.year - 2004) * 12 + end.month - 3, 0)
    return 240_000 // 12 * months


def last_of(log: Log, day: dt.date, address: str, kind: str) -> int | None:
    """Give the pounds last told of a year's money; the review is in thousands."""
    said = [told["value"] for told in log.up_to(day, address) if told["kind"] == kind]
    return int(said[-1].strip("£k")) * 1000 if said else None


def money(plan: Told, log: Log, day: dt.date, stream: str) -> dict[str, int]:
    """Add a stream up: planned, last forecasts, actuals to date, and what is expected by all that (no year is over)."""
    sums = dict.fromkeys(("plan", "forecast", "actual", "expected"), 0)
    for one in plan["recommendation"]:
        for year, thousands in one["profile"].get(stream, {}).items():
            if year != "total":
                address = f"{one['id']}/{stream}/20{year}"
                planned, forecast = int(thousands) * 1000, last_of(log, day, address, "forecast")
                sums["plan"] += planned
                sums["forecast"] += forecast or 0
                sums["actual"] += last_of(log, day, address, "actual") or 0
                sums["expected"] += planned if forecast is None else forecast
    if stream == "savings":
        sums["expected"] -= lost_savings(plan, log, day)
    return sums


def test_the_log_holds_all_there_is(log: Log) -> None:
    """The entries tell of nothing after the last reporting date, and each period between two has some."""
    days = [told["date"] for _, told in log.entries]
    bounds = ["2002-04-22", *(day.isoformat() for day in demo.REPORTS)]
    between = [sum(first < day <= last for day in days) for first, last in pairwise(bounds)]
    assert min(between) >= 5
    assert sum(between) == len(days)


def test_actions_and_their_deadlines(shown: ReviewStanding, plan: Told, log: Log) -> None:
    """What is overdue, due soon and done, the months behind the plan, the moves and the steps, action by action."""
    day = shown.as_at
    for part, one in zip(parts_of(plan), shown.actions, strict=True):
        done, deadline = log.finished(day, part["id"]), deadline_of(part, log, day)
        assert one.address == part["id"]
        assert (one.state.value == "done") == (done is not None)
        assert one.overdue == (done is None and deadline < day)
        assert one.due == (done is None and 0 <= (deadline - day).days <= 30)
        assert one.moves == len(log.moves(day, part["id"]))
        assert (one.steps_done, one.steps) == (steps_done(part, log, day), len(part["steps"]))
        approved, end = month_end(part["finish"]), reached(part, log, day)
        assert one.slippage == (months_late(approved, end), max((end - approved).days, 0))


def test_stale_actions(shown: ReviewStanding, plan: Told, log: Log) -> None:
    """Open actions are named where neither they nor their steps have an entry after the reporting date before."""
    day = shown.as_at
    assert [one.address for one in stale(shown)] == silent(plan, log, day)


def test_money(shown: ReviewStanding, plan: Told, log: Log) -> None:
    """Plan, forecast, actual to date and what is expected, stream by stream, to the penny."""
    for one in shown.streams:
        sums = money(plan, log, shown.as_at, one.stream)
        assert (one.plan, one.expected) == (sums["plan"] * 100, sums["expected"] * 100)
        assert (one.forecast or 0, one.actual or 0) == (sums["forecast"] * 100, sums["actual"] * 100)


def test_measures(shown: ReviewStanding, log: Log) -> None:
    """The latest figure of each measure is the last one told."""
    for one in shown.measures:
        figures = [told["value"] for told in log.up_to(shown.as_at, one.address) if told["kind"] == "actual"]
        assert (one.actual.text if one.actual else None) == (figures[-1] if figures else None)


def test_where_the_measures_land(database: Path) -> None:
    """At the last date: what the story tells of vacancies and of course income, worked out by hand."""
    with desk_of(database) as desk:
        told = review_standing(desk.review(NAME), demo.AS_AT).measures
    vacancies, income = (one for one in told if one.address in {"3.1", "4.1"})
    # 14% in September and 12% in December 2002, after 20% in 2001: on the way to 10% by the end of 2003, on 31 March
    # 2003 (90 of 365 days) 15 - 5 x 90/365 = 13.77; the last step, 2 in 92 days, would lead to 12 - 2 x 365/92 = 4.07
    assert should_be(vacancies, demo.AS_AT) == "13.8%"
    assert landing(landings(vacancies)[-1], vacancies) == "4.1% (last step), meets its target"
    # 10% more than £620,000 is £682,000 by the end of 2003, of which 365 of 640 days are gone since 31 March 2002:
    # 620,000 + 62,000 x 365/640 = 655,359
    assert [target.text for target in income.targets] == ["£682,000"]
    assert should_be(income, demo.AS_AT) == "£655,359"


def test_the_saving_that_waits(plan: Told, log: Log) -> None:
    """2c is forecast for June 2004: April, May and June lost, 3 x £20k = £60k of £480k, so that £420k is left."""
    told = [lost_savings(plan, log, day) for day in demo.REPORTS]
    assert told == [0, 0, 0, 60_000]
    assert money(plan, log, demo.AS_AT, "savings")["expected"] == 420_000


def test_the_table_of_the_guide(plan: Told, log: Log) -> None:
    """The story in short, in the guide, has these very figures."""
    rows = {}
    for line in GUIDE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == len(demo.REPORTS) + 1:
            rows[cells[0]] = cells[1:]
    assert rows["As at"] == [f"{day.day} {day:%b %Y}" for day in demo.REPORTS]
    done = [[part for part in parts_of(plan) if log.finished(day, part["id"])] for day in demo.REPORTS]
    overdue = [
        [part for part in parts_of(plan) if part not in ended and deadline_of(part, log, day) < day]
        for day, ended in zip(demo.REPORTS, done, strict=True)
    ]
    assert rows["Actions done"] == [str(len(ended)) for ended in done]
    assert rows["Actions overdue"] == [str(len(late)) for late in overdue]
    without = [len(silent(plan, log, day)) for day in demo.REPORTS]
    assert rows["Actions without news since the last report"] == [str(count) for count in without]
    steps = [sum(steps_done(part, log, day) for part in parts_of(plan)) for day in demo.REPORTS]
    assert rows["Steps done, of 80"] == [str(count) for count in steps]
    worst = [
        max(months_late(month_end(part["finish"]), reached(part, log, day)) for part in parts_of(plan))
        for day in demo.REPORTS
    ]
    assert rows["Worst slippage in months"] == [str(months) for months in worst]
    budgets = [money(plan, log, day, "budget")["actual"] // 1000 for day in demo.REPORTS]
    assert rows["Spent of £89k in 2002-03, £k"] == [str(pounds) for pounds in budgets]
    savings = [money(plan, log, day, "savings")["expected"] // 1000 for day in demo.REPORTS]
    assert rows["Savings expected of £480k, £k"] == [str(pounds) for pounds in savings]
