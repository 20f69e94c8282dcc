"""What a scrutiny committee gets."""

from __future__ import annotations

import datetime as dt

from bvtrack.core.table import Role
from bvtrack.report.tables.progress import progress
from example_review import review_of

RECORDED = """
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Sept. 2002"
owner = "Jeff"
steps = ["first", "second"]
event = [
  { date = 2002-08-01, kind = "re-baseline", value = "Nov 2002", reason = "No staff until autumn." },
  { date = 2002-08-02, kind = "forecast", value = "Dec 2002" },
]
[[recommendation.part]]
id = "1b"
text = "do that"
finish = "Sept. 2002"
event = [{ date = 2002-08-05, kind = "complete" }]
[[recommendation]]
id = "2"
text = "two"
[[recommendation]]
id = "3"
text = "three"
part = [{ id = "3a", text = "do the other", finish = "ongoing" }]
"""


def test_every_action_stands_under_its_recommendation() -> None:
    """Recommendations are headings, one without actions too; each action tells what became of it."""
    table = progress(review_of(RECORDED), dt.date(2002, 10, 1))
    assert table.title == "Progress as at 1 Oct 2002"
    assert [line.label for line in table.rows if line.role is Role.HEADING] == ["1", "2", "3"]
    rows = {line.label: [cell.text for cell in cells] for line, cells in zip(table.rows, table.cells, strict=True)}
    assert list(rows) == ["1", "1a", "1b", "2", "3", "3a"]
    assert rows["1a"] == [
        "do it",
        "Jeff",
        "Nov 2002 (first Sep 2002, 2 moves, 3 months behind)",
        "Dec 2002",
        "not started",
        "0 of 2",
        "No staff until autumn.",
    ]
    assert rows["1b"] == ["do that", "", "Sep 2002", "5 Aug 2002", "done", "", ""]
    assert rows["3a"] == ["do the other", "", "ongoing", "", "not started", "", ""]
    assert table.notes == ("0 overdue, 0 due within 30 days, 1 done, 2 not started.",)
    assert {len(cells) for cells in table.cells} == {len(table.columns)}


def test_the_day_decides() -> None:
    """What was recorded later is not told yet."""
    table = progress(review_of(RECORDED), dt.date(2002, 7, 1))
    assert [cell.text for cell in table.cells[1]] == ["do it", "Jeff", "Sep 2002", "", "not started", "0 of 2", ""]
