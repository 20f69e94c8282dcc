"""The readings that reconcile a misfit to the penny."""

from __future__ import annotations

import pytest

from bvtrack.checks.figures.costs import Course, course_of
from bvtrack.checks.figures.explain import Named, cost_readings, sum_readings
from bvtrack.checks.figures.intervals import Figure
from bvtrack.core.finance import Amount
from bvtrack.core.financial_year import FinancialYear, read_year
from bvtrack.core.money import Unit, read_money, read_unit
from bvtrack.core.review import CostLine

K = 100_000
YEARS = tuple(FinancialYear(start) for start in range(2002, 2006))


def unit() -> Unit:
    """Give the unit all figures here are in."""
    found = read_unit("£'000")
    assert found is not None
    return found


def figure(label: str, thousands: int, *, sign: int = 1, firm: bool = False) -> Named:
    """Name a figure in thousands."""
    return Named(label, thousands * K, K, sign, firm)


def of_sum(total: int, *parts: int, firm: bool = False, beside: tuple[Named, ...] = ()) -> tuple[str, ...]:
    """Explain a total by parts called a, b, c and so on."""
    named = [figure(letter, part) for letter, part in zip("abcdefg", parts, strict=False)]
    return sum_readings(figure("the total", total, firm=firm), named, beside, unit())


def test_a_sum_that_nothing_reconciles_has_no_reading() -> None:
    """None is invented."""
    assert of_sum(130, 7, 40, 40, 40) == ()


def test_a_part_may_be_left_out() -> None:
    """The total is short of the parts by one of them; those alike are one reading."""
    assert of_sum(87, 7, 40, 40, 40) == ("It fits if b or c or d (£40k) is left out.",)
    assert of_sum(120, 7, 40, 40, 40) == ("It fits if a (£7k) is left out.",)


def test_a_part_may_be_counted_twice() -> None:
    """The total is over the parts by one of them."""
    assert of_sum(134, 7, 40, 40, 40) == ("It fits if a (£7k) is counted twice.",)


def test_a_negative_part_may_be_left_out_too() -> None:
    """What is left out is said without its sign; a part that is subtracted counts with its sign in the sum."""
    assert of_sum(5, 5, -3) == ("It fits if b (£3k) is left out.",)
    parts = [figure("a", 5), figure("b", 3, sign=-1)]
    assert sum_readings(figure("the total", 5), parts, (), unit()) == ("It fits if b (£3k) is left out.",)


def test_two_digits_may_be_swapped() -> None:
    """In the total, or in a part; no figure gets a leading nought by it."""
    assert of_sum(1045, 13, 347, 347, 347) == ("It fits if the total is £1,054k: two digits of £1,045k are swapped.",)
    assert of_sum(127, 7, 40, 40, 49) == ()
    assert of_sum(68, 21, 65) == ("It fits if the total is £86k: two digits of £68k are swapped.",)
    assert of_sum(77, 21, 65) == (
        "It fits if a is £12k: two digits of £21k are swapped.",
        "It fits if b is £56k: two digits of £65k are swapped.",
    )
    assert of_sum(46, 405, 1) == ()
    assert of_sum(-21, -12) == (
        "It fits if the total is -£12k: two digits of -£21k are swapped.",
        "It fits if a is -£21k: two digits of -£12k are swapped.",
    )


def test_a_sign_may_be_turned() -> None:
    """Out by twice a part, or by twice the total."""
    assert of_sum(3, 4, 1) == ("It fits if b is -£1k: the sign of £1k is turned.",)
    assert of_sum(-5, 4, 1) == ("It fits if the total is £5k: the sign of -£5k is turned.",)


def test_a_subtracted_part_is_changed_the_other_way() -> None:
    """7 - 2 is 9 if the 2 is turned."""
    parts = [figure("a", 7), figure("b", 2, sign=-1)]
    assert sum_readings(figure("the total", 9), parts, (), unit()) == (
        "It fits if b is -£2k: the sign of £2k is turned.",
    )


@pytest.mark.parametrize(
    ("total", "a", "reading"),
    [
        (12, 70, "It fits if a is £7k: £70k is ten times too much."),
        (75, 7, "It fits if a is £70k: £7k is ten times too little."),
        (12, 7000, "It fits if a is £7k: £7,000k is a thousand times too much."),
        (7005, 7, "It fits if a is £7,000k: £7k is a thousand times too little."),
        (3705, 3700, None),
    ],
)
def test_a_unit_may_have_slipped(total: int, a: int, reading: str | None) -> None:
    """By ten or by a thousand, either way."""
    assert of_sum(total, a, 5) == ((reading,) if reading else ())


def test_no_slip_leaves_parts_of_a_penny() -> None:
    """£5 a thousand times too much would be half a penny, which is no amount; ten times too much is 50p."""
    parts = [Named("a", 500, 100), Named("b", 100, 100)]
    assert sum_readings(Named("the total", 100, 100, firm=True), parts, (), unit()) == ()
    assert sum_readings(Named("the total", 150, 100, firm=True), parts, (), unit()) == (
        "It fits if a is £0.0005k: £0.005k is ten times too much.",
    )


def test_a_total_may_belong_to_the_next_row() -> None:
    """It is what the figures beside it add to."""
    beside = (Named("row 2", 9 * K), Named("row 4", 8 * K))
    assert of_sum(9, 1, 3, beside=beside) == ("It fits row 2, which adds to £9k.",)


def test_what_is_borne_out_is_left_as_it_is() -> None:
    """A firm total is neither changed nor taken for another sum, and a firm part is not changed."""
    beside = (Named("row 2", 87 * K),)
    assert of_sum(87, 7, 40, 40, 40, firm=True, beside=beside) == ()
    assert of_sum(87, 7, 40, 40, 40, beside=beside)[-1] == "It fits row 2, which adds to £87k."
    parts = [figure("a", 21, firm=True), figure("b", 65)]
    assert sum_readings(figure("the total", 77, firm=True), parts, (), unit()) == (
        "It fits if b is £56k: two digits of £65k are swapped.",
    )


def test_what_is_not_printed_is_not_changed() -> None:
    """A figure without a last printed place has no digits to get wrong, and nothing has none to swap."""
    assert sum_readings(Named("the total", -5 * K), [Named("a", 5 * K)], (), unit()) == ()
    assert sum_readings(figure("the total", 0), [figure("a", 0), figure("b", 3)], (), unit()) == (
        "It fits if b (£3k) is left out.",
    )


def course(text: str, *, once: bool = False, part: str | None = None, **given: str) -> Course:
    """Make the course of a cost line in a plan of four years from 2002-03."""
    fields = {key: read_year(value, YEARS[0].start) for key, value in given.items()}
    money = read_money(text, unit())
    line = CostLine.model_validate({"column": "one-off" if once else "annual", "value": money, "part": part, **fields})
    found = course_of(Amount(line, money, "budget", once, "1/costs/1", ()), YEARS[0], YEARS, "exact")
    assert found is not None
    return found


def of_costs(profile: tuple[int, ...], *courses: Course) -> tuple[str, ...]:
    """Explain a profile in thousands by cost lines."""
    printed = tuple(Figure(one * K, 2 * one * K, 2 * one * K) for one in profile)
    return cost_readings(courses, printed, YEARS, unit())


def test_a_one_off_may_recur() -> None:
    """£7k printed once stands in every year of the profile."""
    assert of_costs((7, 40, 40, 40), course("£7k", once=True), course("£33k")) == (
        "It fits if the £7k one-off recurs every year.",
    )


def test_annual_costs_may_stand_in_the_one_off_column() -> None:
    """£25k and £5k of four one-offs are annual from the second year; parts are named where the report says them."""
    once = [
        course(f"£{thousands}k", once=True, part=part)
        for thousands, part in ((24, "3a"), (4, None), (25, "3c"), (5, None))
    ]
    assert of_costs((28, 30, 30, 30), *once) == (
        "It fits if £25k (3c) and £5k are annual costs, printed in the one-off column.",
    )
    assert of_costs((24, 25, 25, 25), once[0], once[2]) == (
        "It fits if £25k (3c) is an annual cost, printed in the one-off column.",
    )


def test_one_offs_may_recur_beside_annual_costs_that_start_later() -> None:
    """Both readings of different lines are one sentence."""
    once = [course("£7k", once=True), course("£9k", once=True), course("£20k", once=True, part="1b")]
    assert of_costs((16, 16, 36, 36), *once) == (
        (
            "It fits if the £7k one-off and the £9k one-off recur every year "
            "and £20k (1b) is an annual cost, printed in the one-off column."
        ),
    )


def test_the_fewest_moves_are_told_and_all_of_them() -> None:
    """Either of two equal one-offs may recur; that both do and something else happens is not told."""
    assert of_costs((10, 5, 5, 5), course("£5k", once=True, part="1a"), course("£5k", once=True, part="1b")) == (
        "It fits if the £5k (1a) one-off recurs every year.",
        "It fits if the £5k (1b) one-off recurs every year.",
    )


def test_no_more_than_three_lines_are_moved() -> None:
    """Four one-offs that would all have to recur are no reading, three are; nor are more than eight one-offs tried."""
    lines = [course(f"£{thousands}k", once=True) for thousands in (1, 20, 300, 4000)]
    assert of_costs((321, 321, 321, 321), *lines[:3]) == (
        "It fits if the £1k one-off, the £20k one-off and the £300k one-off recur every year.",
    )
    assert of_costs((4321, 4321, 4321, 4321), *lines) == ()
    eight = [course("£7k", once=True), *(course(f"£{2**nth}00k", once=True) for nth in range(7))]
    assert of_costs((12707, 7, 7, 7), *eight) == ("It fits if the £7k one-off recurs every year.",)
    assert of_costs((25507, 7, 7, 7), *eight, course("£12,800k", once=True)) == ()


def test_a_line_may_fall_in_another_year() -> None:
    """A one-off in a year it does not name, an annual line that starts in another year than it says."""
    assert of_costs((0, 7, 0, 0), course("£7k", once=True)) == ("It fits if the £7k one-off falls in 2003-04.",)
    assert of_costs((0, 0, 9, 9), course("£9k", start="2003-04")) == ("It fits if the £9k a year starts in 2004-05.",)


def test_a_line_may_be_left_out_or_counted_twice() -> None:
    """The profile lacks a line, or has it twice."""
    assert of_costs((9, 0, 0, 0), course("£7k", once=True), course("£9k", once=True)) == (
        "It fits if the £7k one-off is left out.",
    )
    assert of_costs((23, 0, 0, 0), course("£7k", once=True), course("£9k", once=True)) == (
        "It fits if the £7k one-off is counted twice.",
    )


@pytest.mark.parametrize(
    ("first", "reading"),
    [
        (21, "It fits if the £12k one-off is £21k: two digits of £12k are swapped."),
        (-12, "It fits if the £12k one-off is -£12k: the sign of £12k is turned."),
        (120, "It fits if the £12k one-off is £120k: £12k is ten times too little."),
        (12000, "It fits if the £12k one-off is £12,000k: £12k is a thousand times too little."),
        (13, None),
    ],
)
def test_a_line_may_be_written_wrong(first: int, reading: str | None) -> None:
    """Two digits, the sign or the unit of one line."""
    assert of_costs((first, 0, 0, 0), course("£12k", once=True)) == ((reading,) if reading else ())


def test_a_reading_is_told_once() -> None:
    """Two lines alike give one sentence."""
    assert of_costs((5, 0, 0, 0), course("£5k", once=True), course("£5k", once=True)) == (
        "It fits if the £5k one-off is left out.",
    )
