"""Reading one value: the keys the contract promises, in its order, and None where a key does not apply."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.app.read import KINDS, read
from bvtrack.core.errors import UsageProblem

NEAR = dt.date(2002, 4, 22)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "money",
            "£50-60k",
            {
                "text": "£50-60k",
                "kind": "range",
                "pounds": None,
                "low": "50000",
                "high": "60000",
                "query": False,
                "note": None,
            },
        ),
        (
            "year",
            "02/03",
            {"text": "02/03", "label": "2002-03", "start": "2002-04-01", "end": "2003-03-31", "ambiguous": False},
        ),
        (
            "due",
            "Sept. 2002",
            {
                "text": "Sept. 2002",
                "earliest": "2002-09-01",
                "latest": "2002-09-30",
                "precision": "month",
                "ambiguous": False,
                "status": None,
                "recurrence": None,
                "previous": None,
            },
        ),
        (
            "target",
            "Currently 50-55% rising to 60-65% in 2003/04",
            {
                "text": "Currently 50-55% rising to 60-65% in 2003/04",
                "baseline": {"value": ["50", "55"], "period": None},
                "targets": [{"value": ["60", "65"], "period": "2003-04"}],
                "direction": "increase",
                "unit": "%",
                "kind": "range",
                "ambiguous": False,
            },
        ),
        (
            "owner",
            "Jeff & Steve",
            {
                "text": "Jeff & Steve",
                "owners": [
                    {"name": "Jeff", "type": "person", "lead": False},
                    {"name": "Steve", "type": "person", "lead": False},
                ],
                "ambiguous": False,
            },
        ),
    ],
)
def test_each_kind_has_its_keys(kind: str, text: str, expected: dict[str, object]) -> None:
    """The object has exactly the contract's keys, in its order."""
    made = read(kind, text, near=NEAR)
    assert made == expected
    assert list(made) == list(expected)


def test_a_unit_heading_gives_bare_figures_their_size() -> None:
    """A bare figure is in the unit of its heading; a heading that is none is refused."""
    assert read("money", "1,346", unit="('000s)")["pounds"] == "1346000"
    with pytest.raises(UsageProblem, match="states no unit of money"):
        read("money", "7", unit="bananas")


def test_an_earlier_deadline_stands_inside() -> None:
    """A deadline that took the place of another carries it, as an object of the same keys."""
    made = read("due", "Sept 2002 (was June 2002)", near=NEAR)
    previous = made["previous"]
    assert isinstance(previous, dict)
    assert list(previous) == list(made)
    assert (made["latest"], previous["latest"]) == ("2002-09-30", "2002-06-30")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "£" * 1000, "9" * 5000, "[" * 2000, "a" * 100_000])
def test_no_text_is_too_much(kind: str, text: str) -> None:
    """Whatever the text, there is an answer with the text in it."""
    assert read(kind, text)["text"] == text
