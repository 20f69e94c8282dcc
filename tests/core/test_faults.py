"""What is wrong with the tables of a review, in the reader's words."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from bvtrack.core.faults import Fault, faults, where
from bvtrack.core.review import Review, review_from
from bvtrack.files.review_sample import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Mapping

TREE = tomllib.loads(SAMPLE)


def all_faults(data: Mapping[str, object]) -> list[Fault]:
    """Give all that keeps tables from being a review."""
    with pytest.raises(ValidationError) as caught:
        review_from(data)
    return faults(caught.value.errors(include_url=False), data, Review)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("title", "", "title|is empty|write the words of the report, or leave the key out"),
        ("title", 5, "title|should be text|put it in quotes"),
        ("title", "x" * 10_001, "title|is longer than 10000 characters|shorten it"),
        ("id", "a b", "id|is “a b”, which is no id|use letters, digits, dots, hyphens and underscores only"),
        ("date", "2003", "date|should be a date|write it without quotes, like 2002-04-22"),
        ("rounding", "x", "rounding|is “x”, which it cannot be|write 'exact', 'nearest' or 'truncated'"),
        ("net", 1.5, "net|should be text, a number or a date, as printed|write it as the report prints it"),
        ("net", 10**18, "net|is a number beyond all money|write it as the report prints it"),
        ("period", "soon", "period|is not a run of financial years|write it like 2002 – 2006"),
        (
            "recommendation",
            [{"id": "2", "text": "x", "costs": [{"column": "annual", "value": 1, "start": "2004"}]}],
            "recommendation 2, cost line 1: start|is no financial year and no month|write it like 2004-05, or Oct 2004",
        ),
        ("unit", "x", "unit|states no unit of money|write it as printed: £, £'000, £m"),
        ("meeting", "x", "meeting|should be a table|write it as [name] with keys below, or as { key = value }"),
        ("abbreviations", 1, "abbreviations|should be a table|write it as [name] with keys below, or as "),
        ("person", "x", "person|should be a list|write it as [ … ], a list of tables as [[name]]"),
        ("people", [], "people|is not a key of the format|did you mean person?"),
        ("zzz", 1, "zzz|is not a key of the format|known here: format, id, title"),
        ("\x1b[31m", 1, "<U+001B>[31m|is not a key of the format|known here: format"),
        ("k" * 99, 1, "k" * 60 + "…|is not a key of the format|known here"),
        ("person", [{"name": "x", "aliases": [""]}], "person 1, alias 1|is empty|write the words"),
        ("process", [{"id": "a", "text": 1}], "process a: text|should be text|put it in quotes"),
        (
            "quoted",
            [{"place": "s", "total": "net"}],
            "quoted figure 1: value|is missing|add it: the figure, as printed",
        ),
    ],
)
def test_faults(key: str, value: object, said: str) -> None:
    """A fault says which item, which key, what is wrong with it, and what to do."""
    fault = all_faults({**TREE, key: value})[0]
    assert f"{fault.where}|{fault.what}|{fault.todo}".startswith(said)


def test_below_items() -> None:
    """A thing is named by its id, or else by its number, and the thing it is in before it."""
    day = dt.date(2003, 1, 1)
    steps = [{"text": "t", "finish": "31 Feb 2003"}]
    events = [{"date": day, "kind": "note"}]
    targets = [{"value": "x", "unit": 1}]
    data = {
        **TREE,
        "recommendation": [
            {
                "id": "1",
                "text": "t",
                "part": [{"id": "1a", "text": "t", "steps": steps, "event": events}],
                "measure": [{"id": "1.1", "text": "t", "targets": targets, "event": [{"date": day, "line": 0}]}],
            }
        ],
    }
    assert [(one.where, one.what) for one in all_faults(data)] == [
        ("recommendation 1, measure 1.1, target 1: unit", "should be text"),
        ("recommendation 1, measure 1.1, event 1: kind", "is missing"),
        ("recommendation 1, measure 1.1, event 1: line", "is “0”, which is too small"),
        ("recommendation 1, part 1a, event 1", "has no reason"),
        ("recommendation 1, part 1a, step 1: finish", "is “31 Feb 2003”: Feb 2003 has 28 days, not 31"),
    ]


def test_where() -> None:
    """A path that leads out of the tables is named by its keys all the same."""
    assert where((), {}) == ""
    assert where(("meeting", "body"), {}) == "meeting.body"
    assert where(("recommendation", 0, "part", 3, "id"), {"recommendation": "x"}) == "recommendation 1, part 4: id"
    assert where(("person", 0), {"person": [{"id": "\x07"}]}) == "person <U+0007>"
