"""Runs of years along a table, and whether they are in order."""

from __future__ import annotations

import pytest

from bvtrack.checks.documents.year_runs import Doubt, doubtful, in_order, named, start_of, year_runs
from bvtrack.core.table import Line


def runs(labels: str, group: str = "") -> list[list[tuple[int, int]]]:
    """Give the years of each run along labels parted by bars."""
    lines = [Line(label, group=group) for label in labels.split("|")]
    return [[(span.first, span.last) for span in run] for run in year_runs(lines)]


def doubts(labels: str) -> list[tuple[str, Doubt]]:
    """Give the doubtful labels among labels parted by bars."""
    found = [doubtful(run) for run in year_runs([Line(label) for label in labels.split("|")])]
    return [(span.label, doubt) for one in found for span, doubt in one]


@pytest.mark.parametrize(
    ("labels", "years"),
    [
        ("2002-03|2003/04|2004–05", [[(2002, 2003), (2003, 2004), (2004, 2005)]]),
        ("99-00|00-01|'01-'02", [[(1999, 2000), (2000, 2001), (2001, 2002)]]),
        ("1998-99|1999-2000|Total|2000-01", [[(1998, 1999), (1999, 2000)], [(2000, 2001)]]),
        ("2001-02 Actual|2002-03 Budget|2003-04 Budget", [[(2001, 2002)], [(2002, 2003), (2003, 2004)]]),
        ("11992–93|1993–94(2)", [[(1992, 1993), (1993, 1994)]]),
        ("2002|2003", [[(2002, 2003), (2003, 2004)]]),
        ("Year 1|Year 2|Year 3", [[(1, 2), (2, 3), (3, 4)]]),
        ("2003-05|2002-2006", [[(2003, 2005), (2002, 2006)]]),
        ("Budget|Outturn|", []),
        (f"2002-03 {'budget ' * 9}|2002-03", [[(2002, 2003)]]),
    ],
)
def test_labels_side_by_side_in_the_same_words_are_a_run(labels: str, years: list[list[tuple[int, int]]]) -> None:
    """Labels that name years, as they are printed; other labels and other words end a run."""
    assert runs(labels) == years


def test_a_heading_ends_a_run() -> None:
    """Years under different headings are not compared."""
    lines = [Line("2002-03", group="Budget"), Line("2003-04", group="Budget"), Line("2002-03", group="Savings")]
    assert [len(run) for run in year_runs(lines)] == [2, 1]


@pytest.mark.parametrize(
    ("years", "ordered"),
    [
        ([], True),
        ([2002], True),
        ([2002, 2003, 2005], True),
        ([2005, 2004, 2002], True),
        ([2002, 2003, 2002, 2003], True),
        ([2002, 2003, 2004, 2000, 2001], True),
        ([2003, 2002, 2005, 2004], True),
        ([2002, 2004, 2003, 2005], False),
        ([2005, 2003, 2004, 2002], False),
        ([2002, 2003, 2014, 2005], False),
        ([2003, 2002, 2004], False),
    ],
)
def test_years_rise_or_fall(years: list[int], ordered: bool) -> None:
    """Throughout, or in blocks that do not reach into each other; a year alone is no block."""
    assert in_order(years) is ordered


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("2002-03|2003-05|2004-05", [("2003-05", Doubt.OVERLAPS)]),
        ("2004-05|2002-04|2002-03", [("2002-04", Doubt.OVERLAPS)]),
        ("02-03|03-05|04-05", [("03-05", Doubt.OVERLAPS)]),
        ("2002-03|2003-13|2004-05", [("2003-13", Doubt.OVERLAPS)]),
        ("2002-03|2003-04|2003-05", [("2003-05", Doubt.OVERLAPS)]),
        ("2002-03|2003-02|2004-05", [("2003-02", Doubt.BACKWARDS)]),
        ("2002-03|2003-05", [("2003-05", Doubt.LONGER)]),
        ("2002-03|2003-04|2004-06", [("2004-06", Doubt.LONGER)]),
        ("2001-02|2002-04|2004-05", []),
        ("2002-03|2003-04|2004-05|2002-05", []),
        ("2002-03|2003-04|2002-06", []),
        ("2002-03|2003-04|2004-07", []),
        ("2002-05|2005-08|2002-03", []),
        ("2003-01|2003-02|2003-03|2003-04", []),
        ("2003-04|2003-02", []),
    ],
)
def test_a_label_that_is_not_two_consecutive_years_is_in_doubt(labels: str, found: list[tuple[str, Doubt]]) -> None:
    """Among labels of single years; not where it sums them up, is a period of its own, or is the rule."""
    assert doubts(labels) == found


@pytest.mark.parametrize(
    ("year", "like", "name"), [(2004, "02-03", "2004-05"), (2004, "2003", "2004"), (3, "Year 1", "Year 3")]
)
def test_a_year_is_named_as_another(year: int, like: str, name: str) -> None:
    """A financial year, a calendar year, a year of a plan."""
    assert named(year, like) == name


def test_a_line_starts_in_a_year() -> None:
    """One year does, a period and a word do not."""
    assert [start_of(Line(label)) for label in ("2002-03", "2002-06", "Total")] == [2002, None, None]
