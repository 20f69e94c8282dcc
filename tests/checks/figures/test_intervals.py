"""What a printed figure may stand for."""

from __future__ import annotations

import pytest

from bvtrack.checks.figures.intervals import NOTHING, Figure, figure_of, prose_figure_of
from bvtrack.core.money import read_money, read_unit


def figure(text: str, rounding: str = "exact") -> Figure | None:
    """Read a text under a heading of thousands."""
    assert rounding in {"exact", "nearest", "truncated"}
    return figure_of(read_money(text, read_unit("£'000")), rounding)  # type: ignore[arg-type]  # the assertion above


def test_an_exact_figure_is_itself() -> None:
    """Under exact rounding both bounds are the amount, in half pence."""
    assert figure("7") == Figure(700_000, 1_400_000, 1_400_000)


def test_a_figure_rounded_to_the_nearest_reaches_half_its_last_place_both_ways() -> None:
    """£1.1m rounded to the nearest is 1.05 to 1.15, bounds included."""
    assert figure("£1.1m", "nearest") == Figure(110_000_000, 210_000_000, 230_000_000)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("7", 1_400_000, 1_600_000), ("-7", -1_600_000, -1_400_000), ("0", -200_000, 200_000)]
)
def test_a_truncated_figure_reaches_a_whole_place_away_from_nought(text: str, low: int, high: int) -> None:
    """Truncation is towards zero: 7 may be nearly 8, -7 nearly -8, and 0 either side of it."""
    found = figure(text, "truncated")
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["", "-", "nil", "n/a"])
@pytest.mark.parametrize("rounding", ["exact", "nearest", "truncated"])
def test_what_says_no_money_adds_nothing(text: str, rounding: str) -> None:
    """A blank, a dash, nil and n/a are nothing, without a last place that could be rounded."""
    assert figure(text, rounding) == NOTHING == Figure(0, 0, 0)


def test_no_cell_adds_nothing() -> None:
    """Where nothing is printed there is nothing to add."""
    assert figure_of(None, "nearest") == NOTHING


@pytest.mark.parametrize("text", ["TBC", "£50-60k", "c. £5k", "£5k £8k", "12%", "£l27k", "up to £5k", "*"])
def test_what_states_no_one_figure_has_none(text: str) -> None:
    """A value to be confirmed, a range, a list, an approximate or broken figure cannot be added."""
    assert figure(text) is None


def test_a_sum_reaches_as_far_as_its_terms() -> None:
    """£3k + £4k is £7k, and each term may be half a thousand out."""
    assert figure("£3k + £4k", "nearest") == Figure(700_000, 1_200_000, 1_600_000)


def test_figures_add_and_turn() -> None:
    """Amounts and bounds add; turned, the bounds change over."""
    assert Figure(1, 2, 3) + Figure(10, 20, 30) == Figure(11, 22, 33)
    assert -Figure(1, 2, 3) == Figure(-1, -3, -2)


@pytest.mark.parametrize(
    ("other", "meets"), [(Figure(0, 5, 9), True), (Figure(0, 6, 9), False), (Figure(0, 0, 2), True)]
)
def test_figures_meet_at_their_bounds(other: Figure, meets: bool) -> None:
    """Two figures may be the same amount if their bounds touch, whichever comes first."""
    assert Figure(0, 2, 5).meets(other) is meets
    assert other.meets(Figure(0, 2, 5)) is meets


def test_prose_may_state_bounds() -> None:
    """A range has two, a minimum and a maximum one; an approximate figure may be out by one in its last digit."""
    range_ = prose_figure_of(read_money("£1-3k"), "exact")
    assert range_ == Figure(200_000, 200_000, 600_000)
    over, under = (prose_figure_of(read_money(text), "exact") for text in ("over £1k", "up to £1k"))
    assert over is not None
    assert under is not None
    assert (over.pence, over.low, over.high > 10**20) == (100_000, 200_000, True)
    assert (under.pence, under.low < -(10**20), under.high) == (100_000, True, 200_000)
    assert prose_figure_of(read_money("about £1,400k"), "exact") == Figure(140_000_000, 260_000_000, 300_000_000)
    assert prose_figure_of(read_money("TBC"), "exact") is None
    assert prose_figure_of(None, "exact") == NOTHING


def test_prose_rounds_where_tables_are_exact() -> None:
    """A figure in prose is read to the nearest even in a review whose tables are exact, and else as the review says."""
    money = read_money("£1.3m")
    assert prose_figure_of(money, "exact") == Figure(130_000_000, 250_000_000, 270_000_000)
    assert prose_figure_of(money, "truncated") == Figure(130_000_000, 260_000_000, 280_000_000)
