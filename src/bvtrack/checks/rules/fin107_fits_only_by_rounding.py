"""fits-only-by-rounding: a total agrees with its parts only because they are rounded.

## What it checks

In a review that declares `rounding`, and in every document unless it is checked exactly, printed parts that do not
add to their total although what they stand for can. A sum that is out only because a total in it is out of its own is
not told again, and more than three in one table of a document are told at once. It is a warning where such a total is
the odd one out: all other sums of its table are exact, and the chance that rounding leaves so many so is below 1/6.

## Why it matters

Honest rounding is no fault, but a reader who adds the column will ask. An odd one out is more often a slip.

## Fires

```toml
rounding = "nearest"

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40, total = 128 }
```

## Quiet

```toml
rounding = "nearest"

[[recommendation]]
id = "1"
text = "know schools better"
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40, total = 127 }
```

## How to fix

Say in the report that figures are rounded, or correct the odd one out.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.chance import hardly_all_exact
from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.sums import Kind, signs
from bvtrack.checks.figures.sums_told import called, place_of, unit_of, worked
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

_MOST_TOLD = 3  # totals of a table, one by one

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Check
    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each total that meets its parts by rounding alone."""
    for footing in subject.footings:
        checks = [check for check in footing.checks if check.sum.kind is not Kind.STATED]
        rounded = [check for check in checks if check.outcome is Outcome.ROUNDING and not _follows(check, checks)]
        wrong = [check for check in checks if check.outcome is Outcome.WRONG]
        alone = len(rounded) == 1 and not wrong and _hardly_by_chance(footing, checks, rounded[0])
        for check in rounded:
            yield _rounded(footing, check, odd=alone)


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each total that meets its parts by rounding alone, or one for many of a table."""
    for one in document.financial:
        checks = one.footing.checks
        rounded = [check for check in checks if check.outcome is Outcome.ROUNDING and not _follows(check, checks)]
        if len(rounded) > _MOST_TOLD:
            yield _many(one.footing, rounded)
        else:
            yield from (_rounded(one.footing, check, odd=check is one.odd) for check in rounded)


def _many(footing: Footing, rounded: Sequence[Check]) -> Finding:
    """Tell all totals of a rounded table at once, placed at the one that is furthest out."""
    furthest = max(rounded, key=lambda check: abs(check.difference))
    told, out = _rounded(footing, furthest, odd=False), said(abs(furthest.difference), unit_of(footing.table))
    message = (
        f"In {called(footing.table)}, only rounding excuses {len(rounded)} of {len(footing.checks)} sums, "
        f"by {out} at the most: {worked(footing, furthest)}."
    )
    return replace(told, message=message)


def _rounded(footing: Footing, check: Check, *, odd: bool) -> Finding:
    total = footing.cell(check.sum.total)
    return Finding(
        address=total.address,
        key=total.key,
        severity=Severity.WARNING if odd else None,
        message=f"In {called(footing.table)}, {worked(footing, check)}: only rounding excuses it.",
        place=place_of(footing, check.sum.total),
        figures=figures(check.printed, check.computed, unit_of(footing.table)),
    )


def _follows(check: Check, checks: Sequence[Check]) -> bool:
    """Tell whether a sum is out by rounding only since a total in it is, which a sum before it tells."""
    before = takewhile(lambda one: one is not check, checks)
    out = ((one, signs(check.sum).get(one.sum.total, 0)) for one in before if one.outcome is Outcome.ROUNDING)
    return any(check.difference == -sign * one.difference for one, sign in out)


def _hardly_by_chance(footing: Footing, checks: Sequence[Check], odd: Check) -> bool:
    """Tell whether rounding would hardly leave exact all sums but one."""
    others = (check for check in checks if check is not odd and check.outcome is not Outcome.NOT_EVALUATED)
    return hardly_all_exact(_rounded_parts(footing, check) for check in others)


def _rounded_parts(footing: Footing, check: Check) -> int:
    return sum(1 for part in check.sum.parts if (money := footing.cell(part.at).money) and money.place)


RULE = Rule("FIN107", "fits-only-by-rounding", Severity.NOTE, __doc__, find, in_document=find_in_document)
