"""The finance table on a screen: as printed, in its layers, with the sums worked out and marked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.app.show.finance import (
    SIGNS,
    Figure,
    Layer,
    Sheet,
    as_printed,
    behind,
    beside,
    called,
    is_figure,
    remarks,
    sheet,
)
from bvtrack.app.show.view import ReviewView
from bvtrack.core.edit import with_event, with_value
from bvtrack.core.finance import STREAMS
from bvtrack.core.money import read_money
from bvtrack.files.review_file import read_review
from example_review import review_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

FILE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
YEARS = ("02-03", "03-04", "04-05", "05-06")
MAY = dt.date(2003, 5, 31)


@pytest.fixture(scope="module")
def review() -> Review:
    """The Hertfordshire review, fresh."""
    return read_review(FILE).review


@pytest.fixture(scope="module")
def played(review: Review) -> ReviewView:
    """The review in May 2003, with an actual and two forecasts."""
    told = (
        ("1", "actual", "budget", "2002-03", "9"),
        ("2", "forecast", "savings", "2004-05", "180"),
        ("4", "forecast", "income", "2003-04", "95"),
    )
    for address, kind, stream, year, value in told:
        event: dict[str, Plain | None] = {"date": MAY, "kind": kind, "stream": stream, "year": year, "value": value}
        review = with_event(review, address, event)
    return ReviewView(review, MAY, MAY)


def seen(review: Review) -> ReviewView:
    """See a review on the day of its report."""
    return ReviewView(review, review.date, review.date)


def texts(rows: Sequence[Sequence[Figure]]) -> list[list[str]]:
    """Give figures as their texts with their marks."""
    return [[f"{one.text}{one.mark}" for one in row] for row in rows]


def rows(shown: Sheet, stream: str) -> dict[str, list[str]]:
    """Give a stream's rows by their labels."""
    group = next(one for one in shown.groups if one.stream == stream)
    return dict(zip((label.text for label in shown.labels), texts(group.rows), strict=True))


def test_the_plan_is_the_cabinets_table(review: Review) -> None:
    """Figures stand as printed, blanks stay blank, totals bear their marks, and sums are worked out below."""
    view = seen(review)
    shown = sheet(view, "plan", remarks(view))
    assert [group.title for group in shown.groups] == ["Budget ('000s)", "Savings ('000s)", "Income ('000s)"]
    assert shown.groups[0].headings == ("02-03", "03-04", "04-05", "05-06", "Total")
    assert rows(shown, "budget") == {
        "1": ["7", "40", "40", "40", "127✗"],
        "2": ["13", "347", "347", "347", "1,054✓"],
        "3": ["28", "30", "30", "30", "118✗"],
        "4": ["22", "", "", "", "22✓"],
        "5": ["19", "2", "2", "2", "25✗"],
        "Total": ["", "", "", "", "1,346✓"],
        "Added up": ["89", "419", "419", "419", "1,346"],
    }
    assert rows(shown, "income")["Total"] == ["", "", "", "", "255✓"]
    assert texts(shown.net) == [["89", "334", "94", "94", "611"], ["89", "423", "517", "611", ""]]


def test_every_cell_has_its_address(review: Review) -> None:
    """A blank cell has the address at which its amount would stand, so that it can be filled in."""
    shown = sheet(seen(review))
    savings = shown.groups[1]
    assert [one.address for one in savings.rows[0]][:2] == ["1/savings/2002-03", "1/savings/2003-04"]
    assert savings.rows[1][-1].address == "2/savings"
    assert savings.rows[5][0].address == "totals/savings/2002-03"
    assert shown.net[0][-1].address == "review/net"


def test_a_changed_figure_is_marked_at_once(review: Review) -> None:
    """A total that no longer adds up fails, with what is found about it."""
    view = seen(with_value(review, "2/budget/2003-04", "374"))
    found = remarks(view)
    assert rows(sheet(view, "plan", found), "budget")["2"] == ["13", "374", "347", "347", "1,054✗"]
    assert any(one.address == "2/budget" and one.code.startswith("FIN1") for one in found)
    assert rows(sheet(view), "budget")["2"][-1] == "1,054✗"


def test_the_forecast_is_what_is_now_expected(played: ReviewView) -> None:
    """The actual stands where there is one, else the forecast, else the plan; each says which."""
    shown = sheet(played, "forecast")
    assert rows(shown, "budget")["1"] == ["9a", "40", "40", "40", "129"]
    assert rows(shown, "savings")["2"] == ["", "", "180f", "240", "420"]
    assert [label.text for label in shown.labels][-1] == "Total"
    assert texts(shown.net)[0] == ["91", "324", "154", "94", "663"]


def test_the_actual_is_what_is_known(played: ReviewView) -> None:
    """Years without an actual are blank, in the sums too."""
    shown = sheet(played, "actual")
    assert rows(shown, "budget")["Total"] == ["9", "", "", "", "9"]
    assert texts(shown.net) == [["9", "", "", "", "9"], ["9", "", "", "", ""]]


def test_a_variance_has_its_sign_and_tone(played: ReviewView) -> None:
    """More cost and less saving are bad, more income is good; what nobody forecast is blank."""
    shown = sheet(played, "variance")
    budget, savings, income = (group.rows for group in shown.groups)
    assert (budget[0][0].text, budget[0][0].tone) == ("+2", "late")
    assert (savings[1][2].text, savings[1][2].tone) == ("-60", "late")
    assert (income[3][1].text, income[3][1].tone) == ("+10", "good")
    assert budget[1][0].text == ""


@pytest.mark.parametrize("layer", ["plan", "forecast", "actual", "variance"])
def test_a_review_without_money_has_empty_rows(layer: Layer) -> None:
    """All streams and years are there to be filled in."""
    shown = sheet(seen(review_of('recommendation = [{ id = "1", text = "know schools better" }]')), layer)
    assert [group.stream for group in shown.groups] == ["budget", "savings", "income"]
    assert shown.groups[0].headings == ("2002-03", "2003-04", "2004-05", "2005-06", "Total")
    assert {text for row in shown.groups[0].rows for text, *_ in row} == {""}
    assert {text for row in shown.net for text, *_ in row} == {""}


def test_years_of_actuals_alone_have_columns() -> None:
    """Money that came in a year the plan does not have is shown behind the plan's years."""
    event = '{ date = 2007-05-01, kind = "actual", stream = "budget", year = "2006-07", value = "3" }'
    review = review_of(f'recommendation = [{{ id = "1", text = "x", event = [{event}] }}]')
    shown = sheet(ReviewView(review, dt.date(2008, 1, 1), dt.date(2008, 1, 1)), "actual")
    assert shown.groups[0].headings[-2:] == ("2006-07", "Total")
    assert rows(shown, "budget")["1"] == ["", "", "", "", "3", "3"]


def test_an_unprinted_total_is_worked_out_quietly() -> None:
    """A row without a printed total shows what its years add up to; totals without a profile stand too."""
    review = review_of(
        'recommendation = [{ id = "1", text = "x", profile.budget = { "02-03" = 7, "03-04" = 40 } }]\n'
        "[totals]\nsavings = { total = 5 }"
    )
    shown = sheet(seen(review))
    total = shown.groups[0].rows[0][-1]
    assert (total.text, total.tone, total.mark) == ("47", "quiet", "")
    assert shown.groups[1].rows[1][-1].text == "5"


def test_rows_of_the_same_number_keep_their_own_print() -> None:
    """Where a report numbers two recommendations alike each row shows its own figures, and the sums have both."""
    same = ", ".join(f'{{ id = "1", text = "x", profile.budget = {{ "02-03" = {amount} }} }}' for amount in (7, 40))
    group = sheet(seen(review_of(f"recommendation = [{same}]"))).groups[0]
    assert [row[0].text for row in group.rows] == ["7", "40", "", "47"]


@given(st.lists(st.lists(st.integers(-9999, 9999) | st.none(), min_size=4, max_size=4), min_size=1, max_size=5))
def test_sums_are_the_sums_of_what_stands_above(amounts: list[list[int | None]]) -> None:
    """Whatever is planned, each column adds up, and the net position is what is left of all of them."""
    items = []
    for nth, row in enumerate(amounts):
        profile = ", ".join(
            f'"{label}" = {pounds}' for label, pounds in zip(YEARS, row, strict=True) if pounds is not None
        )
        items.append(f'{{ id = "{nth}", text = "x", profile.{STREAMS[nth % 3]} = {{ {profile} }} }}')
    shown = sheet(seen(review_of(f"recommendation = [{', '.join(items)}]")))
    net = [0, 0, 0, 0]
    for group in shown.groups:
        for year in range(4):
            above = [_number(row[year].text) for row in group.rows[:-2]]
            assert _number(group.rows[-1][year].text) == sum(above)
            net[year] += SIGNS[group.stream] * sum(above)
        assert _number(group.rows[-1][-1].text) == sum(_number(one.text) for one in group.rows[-1][:-1])
    years, so_far = shown.net
    printed = [_number(one.text) for one in years[-5:]]
    assert printed[-1] == sum(net)
    assert [one for one in printed[:-1] if one] == [one for one in net if one]
    assert all(_number(one.text) == sum(net[: nth + 1]) for nth, one in enumerate(so_far[-5:-1]) if one.text)


def _number(text: str) -> int:
    return int(text.replace(",", "")) if text else 0


def test_a_figure_says_what_it_is_in_each_layer(played: ReviewView) -> None:
    """Amounts, totals and the net position are told in all layers; what a layer does not know is blank."""
    assert dict(beside(played, "2/savings/2004-05")) == {
        "plan": "240",
        "forecast": "180",
        "actual": "",
        "variance": "-60",
    }
    assert dict(beside(played, "totals/budget"))["plan"] == "1,346"
    assert dict(beside(played, "review/net"))["plan"] == "611"
    assert dict(beside(played, "review/net/2004-05"))["forecast"] == "154"


@pytest.mark.parametrize(
    ("address", "name", "lines"),
    [
        ("2/savings/2004-05", "Rec 2 savings 2004-05", 1),
        ("2/savings", "Rec 2 savings 2002 – 2006", 2),
        ("totals/income/2003-04", "Total income 2003-04", 1),
        ("review/net/2002-03", "Net 2002-03", 5),
        ("review/net", "Net 2002 – 2006", 22),
    ],
)
def test_a_figure_is_called_by_its_place(review: Review, address: str, name: str, lines: int) -> None:
    """A figure has a short name, and stands for the amounts at its place."""
    assert called(seen(review), address) == name
    assert len(behind(seen(review), address)) == lines


def test_only_figures_are_figures() -> None:
    """Addresses of amounts, totals and the net position are the table's, others are not."""
    assert all(map(is_figure, ("2/savings", "2/savings/2004-05", "totals/budget", "review/net")))
    assert not any(map(is_figure, ("2", "2c", "2/costs/1", "review", "1.1")))


@pytest.mark.parametrize(
    ("text", "shown"), [("1346", "1,346"), ("-1200.50", "-1,200.50"), ("£5k  £8k", "£5k £8k"), ("TBC", "TBC")]
)
def test_print_is_kept_but_for_separators(text: str, shown: str) -> None:
    """Bare numbers have separators between thousands, everything else stands as printed on one line."""
    assert as_printed(read_money(text)) == shown
    assert as_printed(None) == ""
