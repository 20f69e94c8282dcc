"""Balances and counts that go on from month to month: their total is the first or the last of them, no sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.structure.words import says_balance, says_count, says_total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.checks.structure.lines import Line


def standing(rows: Sequence[Line], columns: Sequence[Line]) -> frozenset[int]:
    """Give the rows that do not add over the columns."""
    return frozenset(number for number, row in enumerate(rows) if _stands(row, columns))


def counts_among(rows: Sequence[Line], numbers: frozenset[int]) -> frozenset[int]:
    """Give those of some rows that count people beside rows of money; none where a total counts them too."""
    counts = frozenset(number for number in numbers if says_count(rows[number].label))
    return counts if not any(says_total(row.label) and says_count(row.label) for row in rows) else frozenset()


def _stands(row: Line, columns: Sequence[Line]) -> bool:
    """Tell whether a row is called a balance or a count, and prints its first or last figure again as its total.

    The total is the column called so, or else the last.
    """
    if not (says_balance(row.label) or says_count(row.label)):
        return False
    adding = [place for place, one in enumerate(columns) if one.additive]
    totals = [place for place in adding if says_total(columns[place].label)] or adding[-1:]
    others = [place for place in adding if place not in totals]
    ends = {row.value[place] for place in (*others[:1], *others[-1:]) if row.stated[place]}
    added = sum(row.value[place] or 0 for place in others)
    repeats = (row.value[place] for place in totals if row.stated[place] and row.value[place] != added)
    return len(others) > 1 and not ends.isdisjoint(repeats)
