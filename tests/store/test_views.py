"""The views for people who query the database: what each says of the sample review, and that all are documented."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bvtrack.core.edit import with_event
from bvtrack.files.review_file import review_of
from bvtrack.files.review_sample import SAMPLE
from bvtrack.store.store import Store, open_store
from store.ordeal import ENTRY, REVIEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.review import Review

PAGE = Path(__file__).parents[2] / "docs" / "database.md"
NAME = REVIEW.id
LATER = ("approved_by", "confidence", "course", "numerator", "denominator")  # keys that came after the first release
_OF_COSTS = (', place = "section 6"', ' saving = "cashable", basis = "gross",', 'depends_on = ["1a"]')
AS_IT_WAS = re.sub(rf"(?m)^({'|'.join(LATER)}) *=.*\n", "", SAMPLE)
for _now, _then in zip(_OF_COSTS, ("", "", 'depends_on = ["1a"], place = "section 6"'), strict=True):
    AS_IT_WAS = AS_IT_WAS.replace(_now, _then, 1)


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """Query a database as other programs do."""
    with closing(sqlite3.connect(path)) as other:
        return other.execute(sql).fetchall()


def test_finance(path: Path) -> None:
    """Each amount has its year, its pence and its pounds; the review's printed totals have no recommendation."""
    sql = "SELECT stream, label, year, printed, pence, pounds FROM finance"
    assert rows(path, f"{sql} WHERE recommendation = '1'")[:5] == [
        ("budget", "03-04", "2003-04", "14", 1400000, "14000"),
        ("budget", "04-05", "2004-05", "30", 3000000, "30000"),
        ("budget", "05-06", "2005-06", "30", 3000000, "30000"),
        ("budget", "06-07", "2006-07", "30", 3000000, "30000"),
        ("budget", "total", None, "104", 10400000, "104000"),
    ]
    assert rows(path, f"{sql} WHERE recommendation IS NULL AND role = 'total'") == [
        ("budget", "total", None, "104", 10400000, "104000"),
        ("savings", "total", None, "40", 4000000, "40000"),
    ]


@pytest.mark.parametrize(
    ("printed", "pounds"),
    [("£7", "7"), ("£7.50", "7.50"), ("(£0.05)", "-0.05"), ("-£1,234.56", "-1234.56"), ("TBC", None), ("nil", "0")],
)
def test_pounds(store: Store, path: Path, printed: str, pounds: str | None) -> None:
    """Pounds are exact text, in the costs too."""
    from bvtrack.core.money import read_money

    def change(review: Review) -> Review:
        recommendation = review.recommendations[0]
        line = recommendation.costs[0].model_copy(update={"value": read_money(printed)})
        profile = recommendation.profile.model_copy(update={"budget": {"03-04": read_money(printed)}})
        recommendation = recommendation.model_copy(update={"costs": (line,), "profile": profile})
        return review.model_copy(update={"recommendations": (recommendation,)})

    store.edit(NAME, change, ENTRY)
    assert rows(path, "SELECT printed, pounds FROM costs") == [(printed, pounds)]
    assert rows(path, "SELECT printed, pounds FROM finance WHERE stream = 'budget' AND recommendation = '1'") == [
        (printed, pounds)
    ]


def test_costs(path: Path) -> None:
    """A cost line has its funding, which may be the review's, and its years."""
    assert rows(path, 'SELECT part, "column", funding, pounds, year, from_year, to_year FROM costs') == [
        ("1a", "one-off", "new", "14000", "2003-04", None, None),
        (None, "annual", "existing", "30000", None, "2004-05", "2006-07"),
        (None, "net potential savings", "existing", "20000", None, None, None),
    ]


def test_actions(path: Path) -> None:
    """An action has the days it was and is to be done by, who by, and how many of its steps are done."""
    assert rows(
        path, "SELECT action, people, planned_due, baseline_due, forecast_due, done_on, steps, steps_done FROM actions"
    ) == [("1a", '["Ann Field", "Head of Personnel"]', "2003-12-31", "2003-12-31", "2004-02-29", None, 3, 1)]


def test_steps(path: Path) -> None:
    """A step has its address, and its action's owner and deadline where it has none of its own."""
    assert rows(path, "SELECT address, owner, planned_due, done_on FROM steps") == [
        ("1a/1", "Ann & Head of Personnel", "2003-12-31", None),
        ("1a/2", "Ann", "2003-08-31", None),
        ("1a/3", "Ann & Head of Personnel", "2003-12-31", "2003-08-29"),
    ]


def test_events_decide(store: Store, path: Path) -> None:
    """The last word counts: a reopened action is not done, a re-baselined one has the new deadline."""
    from bvtrack.core.due import read_due
    from bvtrack.core.event import ActionEvent

    def told(*events: tuple[str, str, str | None]) -> Sequence[Any]:
        made = tuple(
            ActionEvent.model_validate(
                {"date": REVIEW.date.replace(day=int(day)), "kind": kind, "reason": "why"}
                | ({"value": read_due(value)} if value else {})
            )
            for day, kind, value in events
        )

        def change(review: Review) -> Review:
            recommendation = review.recommendations[0]
            part = recommendation.parts[0].model_copy(update={"events": made})
            return review.model_copy(
                update={"recommendations": (recommendation.model_copy(update={"parts": (part,)}),)}
            )

        store.edit(NAME, change, ENTRY)
        return rows(path, "SELECT baseline_due, forecast_due, done_on FROM actions")[0]

    assert told(("3", "complete", None)) == ("2003-12-31", None, "2003-05-03")
    assert told(("3", "complete", None), ("4", "reopen", None)) == ("2003-12-31", None, None)
    assert told(("4", "reopen", None), ("3", "complete", None)) == ("2003-12-31", None, None)
    assert told(("3", "reopen", None), ("3", "complete", None)) == ("2003-12-31", None, "2003-05-03")
    forecasts = ("2", "forecast", "June 2004"), ("1", "forecast", "July 2004")
    assert told(("1", "re-baseline", "May 2004"), *forecasts) == ("2004-05-31", "2004-06-30", None)
    assert told(("3", "re-baseline", "May 2004"), *forecasts) == ("2004-05-31", None, None)


@pytest.mark.parametrize(
    ("kinds", "done", "ended"),
    [
        (["start", "complete", "note"], True, "complete"),
        (["complete", "mainstream"], True, "mainstream"),
        (["start", "delete"], False, "delete"),
        (["supersede"], False, "supersede"),
        (["complete", "reopen"], False, None),
        (["suspend", "resume"], False, None),
    ],
)
def test_views_know_what_delivery_knows(
    store: Store, path: Path, kinds: list[str], done: bool, ended: str | None
) -> None:
    """The views tell work that is open from work that ended just as a status does, of actions and of steps."""
    from bvtrack.delivery.progress import CLOSED, FINISHED, standing

    def change(review: Review) -> Review:
        for kind in kinds:
            event: dict[str, Any] = {"date": REVIEW.date, "kind": kind, "reason": "why"}
            review = with_event(with_event(review, "1a", event), "1a/1", event)
        return review

    store.edit(NAME, change, ENTRY)
    ((day, how),) = rows(path, "SELECT done_on, ended FROM actions")
    ((step,),) = rows(path, "SELECT done_on FROM steps WHERE address = '1a/1'")
    state = standing(store.load(NAME), "1a", REVIEW.date).state
    assert (day is not None, step is not None, how) == (done, done, ended)
    assert (state in FINISHED, state in CLOSED) == (done, ended is not None)


def test_outcomes(path: Path) -> None:
    """Each target line stands with its unit and population and the latest figure that is for it."""
    assert rows(path, "SELECT measure, line, unit, of, kind, latest_actual FROM outcomes") == [
        ("1.1", 1, "%", "readers", "absolute", "2002-03: 63%"),
        ("1.1", 2, "number", "schools", "absolute", None),
    ]


def test_progress(path: Path) -> None:
    """Each event stands with the address it belongs to, in the order of their days."""
    assert rows(path, "SELECT address, date, kind, period, value, due, pence FROM progress") == [
        ("1a/3", "2003-08-29", "complete", None, None, None, None),
        ("1.1", "2003-10-06", "actual", "2002-03", "63%", None, None),
        ("1a", "2003-11-03", "forecast", None, "Feb. 2004", "2004-02-29", None),
        ("1", "2004-04-30", "actual", "2003-04", "13", None, 1300000),
    ]


def test_changes(store: Store, path: Path) -> None:
    """Each change stands with what took it back."""
    change = store.remove(NAME, ENTRY)
    store.undo(change.number, ENTRY)
    assert rows(path, 'SELECT number, review, "by", undoes, undone_by FROM changes') == [
        (1, NAME, "ordeal", None, None),
        (2, NAME, "ordeal", None, 3),
        (3, NAME, "ordeal", 2, None),
    ]


def test_every_table_and_view_is_documented(path: Path) -> None:
    """The page names each table and view with all its columns, and its queries run."""
    page = PAGE.read_text("utf-8")
    with closing(sqlite3.connect(path)) as other:
        names = other.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
        for (name,) in names:
            if not name.startswith(("sqlite_", "_")):
                section = re.search(rf"^### {name}$(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
                assert section, name
                columns = [row[1] for row in other.execute(f"PRAGMA table_info({name})").fetchall()]
                assert [one for one in columns if f"`{one}`" not in section[1]] == [], name
        queries = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
        assert queries
        for query in queries:
            other.execute(query).fetchall()


def test_money_is_never_real(path: Path) -> None:
    """No column of the database is a number with a fraction."""
    assert rows(path, "SELECT name FROM sqlite_schema WHERE sql LIKE '%REAL%'") == []


def test_a_schema_of_the_first_release(tmp_path: Path) -> None:
    """A database as the first release made it opens, is whole, and holds what it held."""
    script = Path(__file__).with_name("schema-1.sql").read_text("utf-8")
    with closing(sqlite3.connect(tmp_path / "old.db")) as old:
        old.executescript(script)
    with open_store(tmp_path / "old.db") as store:
        assert store.verify() == ()
        assert store.load(NAME) == review_of(AS_IT_WAS, NAME)
        assert [change.verb for change in store.log()] == ["undo", "set", "import"]
