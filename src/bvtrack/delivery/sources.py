"""Where the budget comes from, and what kind of money the savings are, by year: redirected money is never new money.

Sums over the shares of cost lines (`delivery.shares`); what no line accounts for has the funding of the review.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.delivery.shares import shares

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from typing import TypeVar

    from bvtrack.core.financial_year import FinancialYear
    from bvtrack.core.review import Basis, Funding, Review, Saving
    from bvtrack.delivery.shares import Share

    Kind = TypeVar("Kind", bound=Hashable)

FUNDINGS: Final[tuple[Funding | None, ...]] = ("existing", "new", "grant", None)


class SavingKind(NamedTuple):
    """Whether a saving releases cash, and whether its costs are taken off already; None where nobody says."""

    saving: Saving | None
    basis: Basis | None


def funding(review: Review) -> Mapping[Funding | None, Mapping[FinancialYear | str, int]]:
    """Give the planned budget in pence by where it comes from, redirected money first, and by year."""
    budget = (share for share in shares(review) if share.stream == "budget")
    found = _summed(((share.line and share.line.funding) or review.funding, share) for share in budget)
    return {source: found[source] for source in FUNDINGS if source in found}


def kinds(review: Review) -> Mapping[SavingKind, Mapping[FinancialYear | str, int]]:
    """Give the planned savings in pence by their kind and by year; a cost line's own column is net."""
    savings = (share for share in shares(review) if share.stream == "savings")
    return _summed((_kind(share), share) for share in savings)


def _kind(share: Share) -> SavingKind:
    return SavingKind(share.line.saving, share.line.basis or "net") if share.line else SavingKind(None, None)


def _summed(told: Iterable[tuple[Kind, Share]]) -> dict[Kind, Counter[FinancialYear | str]]:
    sums: dict[Kind, Counter[FinancialYear | str]] = {}
    for kind, share in told:
        sums.setdefault(kind, Counter()).update(share.amounts)
    return sums
