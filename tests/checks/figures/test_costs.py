"""When the money of cost lines can fall, and whether that gives a profile."""

from __future__ import annotations

import pytest

from bvtrack.checks.figures.costs import Choice, Course, annual, course_of, nearest
from bvtrack.checks.figures.intervals import Figure
from bvtrack.core.finance import Amount
from bvtrack.core.financial_year import FinancialYear, read_year
from bvtrack.core.money import read_money, read_unit
from bvtrack.core.review import CostLine

YEARS = tuple(FinancialYear(start) for start in range(2002, 2006))
Y2, Y3, Y4, Y5 = YEARS
UNIT = read_unit("£'000")


def amount(text: str, *, once: bool = False, **given: str) -> Amount:
    """Make the first amount of a cost line, with the years and the part-year amount given."""
    fields: dict[str, object] = {
        key: read_money(value, UNIT) if key == "first" else read_year(value, Y2.start) for key, value in given.items()
    }
    money = read_money(text, UNIT)
    line = CostLine.model_validate({"column": "one-off" if once else "annual", "value": money, **fields})
    return Amount(line, money.parts[0] if money.kind == "list" else money, "budget", once, "1/costs/1", ())


def course(text: str, *, once: bool = False, **given: str) -> Course:
    """Make the course of such an amount in a plan of four years from 2002-03."""
    found = course_of(amount(text, once=once, **given), Y2, YEARS, "exact")
    assert found is not None
    return found


def exact(*thousands: int) -> tuple[Figure, ...]:
    """Give exact figures in thousands."""
    return tuple(Figure(pence, 2 * pence, 2 * pence) for pence in (100_000 * one for one in thousands))


def given(one: Course, start: FinancialYear | None) -> list[int]:
    """Give what falls in each year, in thousands."""
    return [figure.pence // 100_000 for figure in one.by_year(start, YEARS)]


def test_a_one_off_falls_in_the_first_year_of_the_plan() -> None:
    """It has one start, the plan's first year, even where a profile has years before it."""
    one = course("£7k", once=True)
    assert (one.starts, one.once, one.first, one.end) == ((Y2,), True, None, None)
    assert one.figure == exact(7)[0]
    assert given(one, Y2) == [7, 0, 0, 0]
    assert given(one, Y4) == [0, 0, 7, 0]
    later = course_of(amount("£7k", once=True), Y3, YEARS, "exact")
    assert later is not None
    assert later.starts == (Y3,)


def test_an_annual_line_may_start_in_any_year_or_after_the_plan() -> None:
    """It runs every year from its start."""
    one = course("£33k")
    assert one.starts == (Y2, Y3, Y4, Y5, None)
    assert [given(one, start) for start in (Y2, Y4, None)] == [[33, 33, 33, 33], [0, 0, 33, 33], [0, 0, 0, 0]]


def test_a_line_says_its_years_itself() -> None:
    """A year holds a one-off, a start and an end hold an annual line; a run of years leaves a choice among them."""
    assert course("£7k", once=True, year="2003-04").starts == (Y3,)
    assert course("£7k", once=True, start="2003-04").starts == (Y3,)
    assert course("£7k", once=True, year="2003-04", start="2004-05").starts == (Y3,)
    assert course("£7k", start="2004-05").starts == (Y4,)
    assert course("£7k", year="2004-05").starts == (Y4,)
    assert course("£7k", year="2003-04", start="2004-05").starts == (Y4,)
    assert course("£7k", start="2002 – 2004").starts == (Y2, Y3)
    assert given(course("£7k", end="2003-04"), Y2) == [7, 7, 0, 0]
    assert course("£7k", end="2002 – 2005").end == Y4


def test_a_part_year_amount_stands_in_the_first_year() -> None:
    """It falls in the year the line starts, and the full amount after that."""
    assert given(course("£12k", first="£5k"), Y3) == [0, 5, 12, 12]


@pytest.mark.parametrize(("text", "first"), [("TBC", None), ("£7k", "TBC"), ("£5k £8k", "£2k")])
def test_an_amount_that_cannot_be_read_has_no_course(text: str, first: str | None) -> None:
    """Neither what states no figure, nor a part-year amount of unknown size, nor one beside two amounts."""
    one = amount(text, first=first) if first else amount(text)
    assert course_of(one, Y2, YEARS, "exact") is None


def test_an_amount_of_a_list_has_its_course() -> None:
    """Two amounts in one cell are two lines."""
    assert course("£5k £8k").figure == exact(5)[0]


def test_rounding_is_the_reviews() -> None:
    """A course has the room its printed precision gives under the review's rounding."""
    found = course_of(amount("£7k"), Y2, YEARS, "nearest")
    assert found is not None
    assert found.figure == Figure(700_000, 1_300_000, 1_500_000)


def test_the_choice_that_gives_the_profile_is_found() -> None:
    """£5k and £8k once, £347k from the second year: 13, 347, 347, 347."""
    lines = [course("£5k", once=True), course("£347k"), course("£8k", once=True)]
    choice = nearest(lines, exact(13, 347, 347, 347), YEARS)
    assert choice == Choice((Y2, Y3, Y2), exact(13, 347, 347, 347), 0)


def test_several_annual_lines_start_each_in_a_year_of_its_own() -> None:
    """10 from the first year, 5 from the third, 2 after the plan."""
    choice = nearest([course("£2k"), course("£5k"), course("£10k")], exact(10, 10, 15, 15), YEARS)
    assert choice is not None
    assert (choice.starts, choice.distance) == ((None, Y4, Y2), 0)


def test_the_nearest_choice_is_the_least_sum_of_yearly_differences() -> None:
    """7 once and 33 a year come nearest 7, 40, 40, 40 from the second year on, 21 thousand off."""
    choice = nearest([course("£7k", once=True), course("£33k")], exact(7, 40, 40, 40), YEARS)
    assert choice == Choice((Y2, Y3), exact(7, 33, 33, 33), 2 * 2_100_000)


def test_of_equal_choices_the_earliest_is_taken() -> None:
    """4 a year is as near 2, 2, 0, 0 by any start that leaves it in or out; a start in the third year is too much."""
    assert nearest([course("£4k", end="2003-04")], exact(2, 2, 0, 0), YEARS) == Choice(
        (Y2,), exact(4, 4, 0, 0), 800_000
    )


def test_a_choice_over_or_under_is_as_far() -> None:
    """Each year's difference counts whichever way it is."""
    assert nearest([course("£7k", once=True)], exact(5, 1, 0, 0), YEARS) == Choice((Y2,), exact(7, 0, 0, 0), 600_000)


def test_rounded_figures_fit_within_their_room() -> None:
    """7.4 printed as 7 and 0.4 as nothing: lines and profile need only meet."""
    line = course_of(amount("£7.4k", once=True), Y2, YEARS, "nearest")
    assert line is not None
    rounded = (Figure(700_000, 1_300_000, 1_500_000), *exact(0, 0, 0))
    choice = nearest([line], rounded, YEARS)
    assert choice is not None
    assert choice.distance == 0
    assert choice.by_year[0] == Figure(740_000, 1_470_000, 1_490_000)


def test_no_lines_give_nothing() -> None:
    """Without lines nothing falls in any year."""
    assert nearest([], exact(1, 0, 0, 0), YEARS) == Choice((), exact(0, 0, 0, 0), 200_000)


def test_too_many_ways_are_given_up() -> None:
    """Above the bound no choice is given, at the bound one is: two lines fall in 25 ways, of which all differ."""
    lines = [course("£1k"), course("£10k")]
    assert nearest(lines, exact(0, 0, 0, 0), YEARS, most=24) is None
    assert nearest(lines, exact(0, 0, 0, 0), YEARS, most=25) is not None


@pytest.mark.timeout(30)
def test_a_hundred_different_lines_are_given_up_soon() -> None:
    """Many lines of different amounts end without an answer, and end."""
    assert nearest([course(f"£{2**nth}k") for nth in range(40)], exact(1, 1, 1, 1), YEARS) is None


def test_a_one_off_can_be_taken_as_annual() -> None:
    """It may then start in any year or after the plan, and recurs."""
    taken = annual(course("£7k", once=True), YEARS)
    assert taken.starts == (Y2, Y3, Y4, Y5, None)
    assert given(taken, Y2) == [7, 7, 7, 7]
