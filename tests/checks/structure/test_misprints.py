"""Misprints: what a gap says for a sum, and totals that are settled though they break in most places, or in all."""

from __future__ import annotations

import pytest

from bvtrack.checks.structure.inference import Footed, foot
from bvtrack.checks.structure.lines import Line, line
from bvtrack.checks.structure.misprints import misprint
from bvtrack.core.document import Grid, GridCell, Spot
from bvtrack.core.money import Unit, read_money

UNIT = Unit("£000", 100_000, "£k")


def of(label: str, *texts: str) -> Line:
    """Make a line of printed figures."""
    return line(label, "", [read_money(text, UNIT) for text in texts], "nearest")


def said(total: str, *parts: str) -> int | None:
    """Give what the gap between a total and its parts says, each a line of one figure."""
    lines = [*(of("Item", text) for text in parts), of("Total", total)]
    return misprint(lines, len(parts), tuple((number, 1) for number in range(len(parts))), 0)


def footed(*rows: str) -> Footed:
    """Foot a grid of rows with cells between bars."""
    cells = tuple(
        tuple(GridCell(text.strip(), Spot(row=r, column=c)) for c, text in enumerate(row.split("|"), start=1))
        for r, row in enumerate(rows, start=1)
    )
    return foot(Grid(1, cells, caption="£000"))


@pytest.mark.parametrize(
    "printed",
    ["7364", "3364", "6764", "6361", "3664", "63640", "-6364"],
    ids=["leading digit", "leading digit down", "middle digit", "last digit", "swapped", "ten times", "sign"],
)
def test_one_misprint_of_the_total_explains_a_gap(printed: str) -> None:
    """Each common misprint of 6,364 is told as one."""
    assert said(printed, "5120", "1244") is not None


@pytest.mark.parametrize("printed", ["9120", "5920", "5129", "1520", "51200", "512", "-5120"])
def test_one_misprint_of_an_item_explains_a_gap(printed: str) -> None:
    """Each common misprint of 5,120 is told as one."""
    assert said("6364", printed, "1244") is not None


@pytest.mark.parametrize("printed", ["6785", "7185", "3281", "9999"])
def test_most_gaps_are_no_misprint(printed: str) -> None:
    """Two digits out, or more, is none."""
    assert said(printed, "5120", "1244") is None


def test_a_sign_is_a_misprint_only_against_its_line() -> None:
    """Income that is negative throughout is no turned sign, whichever total it stands in."""
    lines = [of("Pay", "5123", "4321"), of("Income", "-1044", "-1278"), of("Total", "6167", "5599")]
    parts = ((0, 1), (1, 1))
    assert [misprint(lines, 2, parts, place) for place in (0, 1)] == [None, None]
    one_turned = [lines[0], of("Income", "1044", "-1278", "-1311"), of("Total", "4079", "3043", "1")]
    assert misprint(one_turned, 2, parts, 0) is not None


def test_larger_figures_say_more_and_rounded_ones_less() -> None:
    """A gap that a misprint explains is rarer among the gaps of large figures; near it is less than on it."""
    small, large = said("74", "31", "33"), said("7364574", "3120333", "3244241")
    on_it, near_it = said("7364", "5120", "1244"), said("7365", "5120", "1244")
    assert None not in (small, large, on_it, near_it)
    assert (small or 0) < (large or 0)
    assert (near_it or 0) < (on_it or 0)


def test_a_figure_finer_than_its_total_is_no_whole_number_of_places() -> None:
    """Half a last place cannot be misprinted."""
    assert said("94", "55.5", "12.2") is None


def test_two_misprints_in_two_columns_are_errors() -> None:
    """A labelled total that holds nowhere, but for a misprint in each column, is a total."""
    one = footed("Service|2001-02|2002-03", "Roads|27,350|24,161", "Parks|3,821|19,765", "Total|41,171|42,926")
    assert [(fault.fault.check.sum.total, fault.certain) for fault in one.misfits] == [((2, 0), True), ((2, 1), True)]
    assert one.questions == ()


def test_two_columns_that_no_misprint_explains_are_a_question() -> None:
    """The same with any difference is a partial list as likely as not."""
    one = footed("Service|2001-02|2002-03", "Roads|27,350|24,161", "Parks|3,821|19,765", "Total|34,614|47,393")
    assert one.misfits == ()
    assert [question.label for question in one.questions] == ["Total"]


def test_one_total_that_holds_vouches_for_the_next() -> None:
    """In one column a misprint is enough where another labelled total holds."""
    rows = ["Service|2002-03", "Roads|1,644", "Parks|14", "Sub-total|1,658", "Waste|38", "Vans|696", "Sub-total|634"]
    one = footed(*rows, "Total|2,392")
    assert [fault.fault.guilty.at for fault in one.misfits if fault.fault.guilty] == [(5, 0)]
    assert one.questions == ()


def test_a_line_without_a_word_is_a_sum_where_it_holds_and_misprints_explain_the_rest() -> None:
    """Two columns exact and one misprint in each of two others."""
    rows = ["Service|2001-02|2002-03|2003-04|2004-05", "Roads|5,120|6,031|6,401|7,101", "Parks|2,244|2,310|2,723|2,901"]
    one = footed(*rows, "Lighting|1,317|1,402|1,498|1,507", "Works|8,681|9,743|19,622|15,509", "Reserves|12|21|17|5")
    assert [fault.fault.check.sum.total for fault in one.misfits] == [(3, 2), (3, 3)]


def test_many_misprints_are_none() -> None:
    """Where four columns of five break the total is a question, whatever each gap looks like."""
    rows = ["Service|2001-02|2002-03|2003-04|2004-05|2005-06", "Roads|5,120|6,031|6,401|7,101|7,012"]
    one = footed(*rows, "Parks|2,244|2,310|2,723|2,901|3,014", "Total|7,364|9,341|9,924|9,002|19,026")
    assert one.misfits == ()
    assert [question.label for question in one.questions] == ["Total"]
