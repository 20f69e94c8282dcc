"""The plain tables of a review."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal

import pytest

from bvtrack.core.due import read_due
from bvtrack.core.money import read_money
from bvtrack.core.owner import read_owners
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import (
    Area,
    CostLine,
    Measure,
    Part,
    Recommendation,
    Step,
    TargetLine,
    Total,
    Totals,
    WaiverEntry,
)
from bvtrack.core.target import read_target
from bvtrack.files.review_file import review_of
from bvtrack.files.review_sample import SAMPLE


def test_sample() -> None:
    """The tables of a review are those of its file, in their order, where the file says nothing needlessly."""
    tables = plain_tables(review_of(SAMPLE, "sample"))
    assert tables == tomllib.loads(SAMPLE)
    assert list(tables)[:8] == ["format", "id", "title", "authority", "date", "period", "unit", "rounding"]


def test_defaults_are_left_out() -> None:
    """What is as the format assumes is left out; what is empty but said is kept."""
    assert plain_tables(Area(text="a")) == {"text": "a"}
    assert plain_tables(WaiverEntry(code="C", address="a", until=dt.date(2002, 1, 2))) == {
        "code": "C",
        "address": "a",
        "until": dt.date(2002, 1, 2),
    }
    assert plain_tables(Recommendation(id="1", text="t")) == {"id": "1", "text": "t"}
    assert plain_tables(Totals(budget=Total())) == {"budget": {}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28", Decimal(28)),
        ("0", Decimal(0)),
        ("-5", Decimal(-5)),
        ("1.10", Decimal("1.10")),
        ("-0.5", Decimal("-0.5")),
        ("0.000001", Decimal("0.000001")),
        ("9" * 15, Decimal("9" * 15)),
        ("9" * 16, "9" * 16),
        ("0.0000001", "0.0000001"),
        ("-0", "-0"),
        ("007", "007"),
        (".5", ".5"),
        ("5.", "5."),
        ("1,346", "1,346"),
        ("£7k", "£7k"),
        ("٣", "٣"),
        ("7\n", "7\n"),
        ("", ""),
    ],
)
def test_amounts(text: str, expected: Decimal | str) -> None:
    """An amount that is a plain number stands bare, every other one as its wording."""
    value = plain_tables(CostLine(column="annual", value=read_money(text)))["value"]
    assert (value, type(value), str(value)) == (expected, type(expected), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2002-09-30", dt.date(2002, 9, 30)),
        ("Sept. 2002", "Sept. 2002"),
        ("2002-02-30", "2002-02-30"),
        ("2002", "2002"),
        ("2002-09-30 or so", "2002-09-30 or so"),
        ("20020930", "20020930"),
    ],
)
def test_deadlines(text: str, expected: dt.date | str) -> None:
    """A deadline that is an ISO date stands bare, every other one as its wording."""
    assert plain_tables(Part(id="1a", text="t", finish=read_due(text)))["finish"] == expected


def test_short_forms() -> None:
    """A step or a target that is nothing but its words is its words; amounts and dates in them are no values."""
    part = Part(
        id="1a", text="t", steps=(Step(text="2002-09-30"), Step(text="b", owner=read_owners("Jeff")), Step(text="7"))
    )
    assert plain_tables(part)["steps"] == ["2002-09-30", {"text": "b", "owner": "Jeff"}, "7"]
    lines = (TargetLine(value=read_target("70")), TargetLine(value=read_target("70"), of="x"))
    measure = Measure(id="1.1", text="t", targets=lines)
    assert plain_tables(measure)["targets"] == ["70", {"value": "70", "of": "x"}]
