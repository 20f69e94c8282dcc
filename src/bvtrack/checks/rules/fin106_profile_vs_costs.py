"""profile-vs-costs: a profile is not what its cost lines give, whenever they start.

## What it checks

For each stream of a recommendation that has both a profile and a cost line. One-off money falls in the plan's first
year, or in the line's `year`. Annual money runs every year from a start of its own, possibly after the plan, unless
the line has a `start` or an `end`; `first` is a part-year amount. Lines of the savings and income columns are annual.
Every choice of starts is tried, and a blank is no money: the rule fires when none gives the profile. A profile whose
own sum is wrong is compared as it should be, and a year that no profile has is left to FIN112, so that one fault is
told once.

The figures are the profile's total and that of the nearest choice: the least sum of yearly differences, then the
earliest starts. Hints give the readings of the lines that fit exactly.

## Why it matters

The profile asks for the money, the cost lines say what it is for. Where they differ, money is asked for twice, or a
cost has no budget.

## Fires

The £7k is spent once, yet stands in every year.

```toml
[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "one-off", value = "£7k" }, { column = "annual", value = "£33k" }]
profile.budget = { "02-03" = 7, "03-04" = 40, "04-05" = 40, "05-06" = 40, total = 127 }
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "one-off", value = "£7k" }, { column = "annual", value = "£33k" }]
profile.budget = { "02-03" = 7, "03-04" = 33, "04-05" = 33, "05-06" = 33, total = 106 }
```

## How to fix

See whether a hint names what was meant. Correct the line's column, or give it a `year`, `start` or `end` where the
report says so; otherwise ask the report's author.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.explain import cost_readings
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Place, Severity
from bvtrack.core.money import in_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.figures.costs import Choice, Profile
    from bvtrack.checks.figures.sourcing import Fit
    from bvtrack.checks.subject import Subject
    from bvtrack.core.money import Unit


_IS = {"budget": "is", "savings": "are", "income": "is"}


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each profile that no choice of starts of its cost lines gives."""
    for fit in subject.fits:
        if fit.choice is not None and fit.choice.distance:
            yield _misfit(fit, fit.choice, subject.review.unit)


def _misfit(fit: Fit, choice: Choice, unit: Unit) -> Finding:
    source = fit.sourcing
    total = source.printed_total
    printed = sum(one.pence for one in fit.profile) if total is None else total
    computed = sum(one.pence for one in choice.by_year)
    return Finding(
        address=source.address,
        key=source.cells[-1].key or source.key,
        message=(
            f"The {source.stream} of recommendation {source.recommendation} {_IS[source.stream]} printed as "
            f"{said(printed, unit)} ({_by_year(fit.profile, unit)}), but its cost lines give "
            f"{said(computed, unit)} at the nearest ({_by_year(choice.by_year, unit)})."
        ),
        place=Place(source.stream, source.recommendation, "Total"),
        figures=figures(printed, computed, unit),
        hints=cost_readings(fit.courses, fit.profile, source.years, unit),
    )


def _by_year(profile: Profile, unit: Unit) -> str:
    return ", ".join(in_unit(one.pence, unit) for one in profile)


RULE = Rule("FIN106", "profile-vs-costs", Severity.ERROR, __doc__, find)
