"""Where the budget comes from and what kind of savings there are, in thousands of pounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bvtrack.delivery.money import label_of
from bvtrack.delivery.sources import SavingKind, funding, kinds
from example_review import review_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.review import Review

Kind = TypeVar("Kind")
COSTS = """
[[recommendation]]
id = "1"
text = "one"
costs = [
  { column = "one-off", value = "£7k" },
  { column = "annual", value = "£33k", funding = "new" },
  { column = "net potential savings", value = "£20k", saving = "cashable" },
  { column = "net potential savings", value = "£10k", saving = "non-cashable", basis = "gross", start = "04-05" },
]
[recommendation.profile]
budget = { "02-03" = 7, "03-04" = 40 }
savings = { "03-04" = 20, "04-05" = 35 }
[[recommendation]]
id = "2"
text = "two"
costs = [{ column = "annual", value = "£5k", funding = "grant" }]
profile = { budget = { "03-04" = 5 }, income = { "03-04" = 9 } }
"""


def thousands(sums: Mapping[Kind, Mapping[FinancialYear | str, int]]) -> dict[Kind, dict[str, int]]:
    """Give sums in thousands by year."""
    return {
        kind: {label_of(year): pence // 100_000 for year, pence in years.items() if pence}
        for kind, years in sums.items()
    }


def plan(head: str) -> Review:
    """Make the review with these keys in its head."""
    return review_of(f"{head}\n{COSTS}")


def test_redirected_money_is_never_new() -> None:
    """£7k and the £7k that no line accounts for are redirected; 33 of 2003-04 is new and 5 a grant: 7 + 40 + 5 = 52."""
    assert thousands(funding(plan("funding = 'existing'"))) == {
        "existing": {"2002-03": 7, "2003-04": 7},
        "new": {"2003-04": 33},
        "grant": {"2003-04": 5},
    }
    assert list(funding(plan(""))) == ["new", "grant", None]


def test_kinds_of_saving() -> None:
    """20 a year is cashable and net as its column says, 10 from 2004-05 is neither, and 5 nobody accounts for: 55."""
    assert thousands(kinds(plan(""))) == {
        SavingKind("cashable", "net"): {"2003-04": 20, "2004-05": 20},
        SavingKind("non-cashable", "gross"): {"2004-05": 10},
        SavingKind(None, None): {"2004-05": 5},
    }
