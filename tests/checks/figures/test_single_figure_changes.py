"""Every change of a single digit in the money of the Hertfordshire review, and what is found.

The review as it stands gives three errors about money: the budgets of 1 and 3 do not come from their cost lines, that
of 5 has none. Each digit of each figure is changed into each other digit, a leading nought included. The classes are:

- A year of a profile: its row no longer adds up, FIN101 at the row. The grand total and the prose vouch for the row's
  total, so it is a year that is wrong. In 2 and 4 the cost lines tell which, and FIN106 takes the row as corrected; in
  1, 3 and 5 they cannot. The errors of 1 and 3 stay, since no corrected year makes those lines fit.
- A row's total: row and grand total both fail, and only that figure stands in both. FIN101 at the row, placed at Total.
- A grand total: the rows and two figures in prose are against it. FIN103 at the total, and FIN105 stays quiet.
- A figure in prose: FIN105 at that figure alone.
- A cost line of 2 or 4: FIN106 at the recommendation and stream, since no choice of starts gives the profile.
- A cost line of 1 or 3: that profile is in error already. No error is added, but the finding tells of other figures.
"""

from __future__ import annotations

import copy
import functools
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bvtrack.checks.figures import explain, sourcing
from bvtrack.checks.rules import (
    fin101_row_total,
    fin102_column_total,
    fin103_grand_total,
    fin104_cross_foot,
    fin105_prose_figure,
    fin106_profile_vs_costs,
    fin108_sign,
    fin109_unit_mix,
    fin111_duplicate_row,
    fin112_missing_year,
    fin113_year_order,
    fin115_cost_without_source,
)
from bvtrack.checks.subject import Subject
from bvtrack.core import finance, printed
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.review import review_from

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = [
    module.RULE
    for module in (
        fin101_row_total,
        fin102_column_total,
        fin103_grand_total,
        fin104_cross_foot,
        fin105_prose_figure,
        fin106_profile_vs_costs,
        fin108_sign,
        fin109_unit_mix,
        fin111_duplicate_row,
        fin112_missing_year,
        fin113_year_order,
        fin115_cost_without_source,
    )
]
REMEMBERED = (
    (printed, "read_money"),
    (finance, "read_year"),
    (fin113_year_order, "read_year"),
    (sourcing, "nearest"),
    (explain, "nearest"),
    (fin106_profile_vs_costs, "cost_readings"),
)
CACHED = {name: functools.cache(getattr(module, name)) for module, name in REMEMBERED}
SOURCE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
STREAMS = ("budget", "savings", "income")
Path_ = tuple[str | int, ...]


def review_of_money() -> dict[str, Any]:
    """Give the review's file with what is about money, and nothing else."""
    data = tomllib.loads(SOURCE.read_text("utf-8"), parse_float=Decimal)
    for recommendation in data["recommendation"]:
        recommendation.pop("measure", None)
        recommendation.pop("part", None)
    return data


DATA = review_of_money()


def errors(data: dict[str, Any]) -> dict[tuple[str, str], Finding]:
    """Give the errors about money by code and address."""
    review = review_from(data)
    subject = Subject(review, review.date)
    found = [(rule, finding) for rule in RULES for finding in rule.find(subject)]
    wrong = [(rule, one) for rule, one in found if (one.severity or rule.severity) is Severity.ERROR]
    by_place = {(rule.code, one.address): one for rule, one in wrong}
    assert len(by_place) == len(wrong)
    return by_place


BEFORE = errors(DATA)


@pytest.fixture(autouse=True)
def nothing_is_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember what is read and searched: pure functions that the changes ask the same of, all but one figure alike."""
    for module, name in REMEMBERED:
        monkeypatch.setattr(module, name, CACHED[name])


def changed(path: Path_, value: object) -> dict[str, Any]:
    """Give the data with one value replaced."""
    data = copy.deepcopy(DATA)
    at: Any = data
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return data


def changes(printed: int | str) -> Iterator[int | str]:
    """Yield a printed figure with each of its digits changed into each other digit; words beside it stay."""
    text = str(printed)
    for digit in re.finditer("[0-9]", text.split(" +", maxsplit=1)[0]):
        for other in "0123456789".replace(digit[0], ""):
            new = text[: digit.start()] + other + text[digit.end() :]
            yield new if isinstance(printed, str) or (new[0] == "0" and len(new) > 1) else int(new)


def profiles() -> Iterator[tuple[Path_, str, str, int]]:
    """Yield each figure of each profile: its path, the row's address, its label, and the figure."""
    for number, recommendation in enumerate(DATA["recommendation"]):
        for stream, profile in recommendation["profile"].items():
            for label, value in profile.items():
                path = ("recommendation", number, "profile", stream, label)
                yield path, f"{recommendation['id']}/{stream}", label, value


def costs() -> Iterator[tuple[Path_, str, str]]:
    """Yield each printed cost: its path, the address of the profile it belongs to, and its text."""
    streams = {"net potential savings": "savings", "net potential income": "income"}
    for number, recommendation in enumerate(DATA["recommendation"]):
        for nth, line in enumerate(recommendation.get("costs", [])):
            path = ("recommendation", number, "costs", nth, "value")
            yield path, f"{recommendation['id']}/{streams.get(line['column'], 'budget')}", line["value"]


YEARS = [one for one in profiles() if one[2] != "total"]
TOTALS = [one for one in profiles() if one[2] == "total"]
COSTS = list(costs())
FITTING = [one for one in COSTS if one[1] not in {"1/budget", "3/budget"}]
MISFITTING = [one for one in COSTS if one[1] in {"1/budget", "3/budget"}]


def test_what_is_found_before_any_change() -> None:
    """The review as it stands gives three errors about money, and has the figures this test counts on."""
    assert set(BEFORE) == {("FIN106", "1/budget"), ("FIN106", "3/budget"), ("FIN115", "5/budget")}
    assert (len(YEARS), len(TOTALS), len(DATA["quoted"]), len(FITTING), len(MISFITTING)) == (22, 7, 6, 8, 6)


@pytest.mark.parametrize(("path", "address", "label", "value"), YEARS, ids=str)
def test_a_changed_year_is_found_in_its_row(path: Path_, address: str, label: str, value: int) -> None:
    """A changed year is one FIN101 at its row, which names that year where the cost lines vouch for it."""
    for new in changes(value):
        after = errors(changed(path, new))
        assert set(after) == {*BEFORE, ("FIN101", address)}, new
        place = after["FIN101", address].place
        assert place is not None
        assert place.column == (label if address[0] in "24" else "Total"), new
        assert after["FIN106", "1/budget"].figures == BEFORE["FIN106", "1/budget"].figures or address == "1/budget"


@pytest.mark.parametrize(("path", "address", "label", "value"), TOTALS, ids=str)
def test_a_changed_row_total_is_found_and_named(path: Path_, address: str, label: str, value: int) -> None:
    """A changed row total is one FIN101, placed at the total itself and saying what it should be."""
    assert label == "total"
    for new in changes(value):
        after = errors(changed(path, new))
        assert set(after) == {*BEFORE, ("FIN101", address)}, new
        found = after["FIN101", address]
        assert found.place is not None
        assert found.place.column == "Total"
        assert found.figures is not None
        assert found.figures.computed == str(value)
        assert not any("not known" in hint for hint in found.hints)


@pytest.mark.parametrize("stream", STREAMS)
def test_a_changed_grand_total_is_found_though_prose_differs_too(stream: str) -> None:
    """A changed grand total is one FIN103; the two figures in prose that now differ from it are not told as well."""
    for new in changes(DATA["totals"][stream]["total"]):
        after = errors(changed(("totals", stream, "total"), new))
        assert set(after) == {*BEFORE, ("FIN103", f"totals/{stream}")}, new


@pytest.mark.parametrize("number", range(6))
def test_a_changed_figure_in_prose_is_found(number: int) -> None:
    """A changed figure in prose is one FIN105 at that figure, to the pound where it is printed to the pound."""
    for new in changes(DATA["quoted"][number]["value"]):
        after = errors(changed(("quoted", number, "value"), new))
        assert set(after) == {*BEFORE, ("FIN105", f"quoted/{number + 1}")}, new


@pytest.mark.parametrize(("path", "address", "value"), FITTING, ids=str)
def test_a_changed_cost_that_fitted_is_found(path: Path_, address: str, value: str) -> None:
    """A changed cost line of a profile that its lines gave is one FIN106 at that profile."""
    for new in changes(value):
        after = errors(changed(path, new))
        assert set(after) == {*BEFORE, ("FIN106", address)}, new


@pytest.mark.parametrize(("path", "address", "value"), MISFITTING, ids=str)
def test_a_changed_cost_that_did_not_fit_changes_what_is_said(path: Path_, address: str, value: str) -> None:
    """A changed cost line of a profile in error adds no error, and the error there tells of other figures."""
    for new in changes(value):
        after = errors(changed(path, new))
        assert set(after) == set(BEFORE), new
        now, then = after["FIN106", address], BEFORE["FIN106", address]
        assert (now.figures, now.message, now.hints) != (then.figures, then.message, then.hints)
        assert now.figures != then.figures, new
