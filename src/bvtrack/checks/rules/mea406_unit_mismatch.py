"""unit-mismatch: a target is in another unit, or of another population, than its measure.

## What it checks

The unit and the population of each target line against its measure's: as the file gives them, and the unit that the
figures carry. A measure without a unit has the one its words ask for, `number of` or `percentage of`. A change in per
cent goes with any unit.

## Why it matters

A number of schools can rise while its percentage falls. A measure in one and a target in the other can be met on paper
and missed in fact.

## Fires

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"
[[recommendation.measure]]
id = "2.1"
text = "schools in a category"
unit = "number"
targets = ["From 4.4% in 2001 to 3.5% in 2002"]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "improve school outcomes"
[[recommendation.measure]]
id = "2.1"
text = "schools in a category"
unit = "%"
targets = ["From 4.4% in 2001 to 3.5% in 2002"]
```

## How to fix

Settle what is measured, and of whom, and put the measure and its targets in the same words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import measures
from bvtrack.checks.plans.trajectory import LEVELS, target_address
from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Measure, TargetLine

_NUMBER, _PERCENT, _MONEY = "number", "%", "£"
_SORTS = {
    **dict.fromkeys(("number", "no", "numbers", "count"), _NUMBER),
    **dict.fromkeys(
        ("%", "per cent", "percent", "percentage", "percentage points", "% points", "proportion", "share"), _PERCENT
    ),
}
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_NUMBER_OF = re.compile(r"\bnumbers? of\b", re.IGNORECASE)
_PERCENTAGE_OF = re.compile(r"(?:\b(?:percentage|proportion|per cent)|%) of\b", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each target line whose unit or population is not its measure's."""
    for key, measure in measures(subject.review):
        for nth, line in enumerate(measure.targets):
            differences = list(_differences(measure, line))
            if differences:
                yield Finding(
                    address=target_address(measure, nth),
                    key=(*key, "targets", nth),
                    message=" ".join(differences),
                    hints=("Settle what is measured, and of whom, and say it in the measure and its targets alike.",),
                )


def _differences(measure: Measure, line: TargetLine) -> Iterator[str]:
    unit, of = _unit_of(measure), _folded(measure.of)
    other, whom = line.unit or _unit_of_figures(line), _folded(line.of)
    if unit and other and _differ(unit, other, given=line.unit is not None):
        yield f"The unit of measure {measure.id} is “{unit}”, that of its target “{other}”."
    if of and whom and of != whom:
        yield f"The population of measure {measure.id} is “{measure.of}”, that of its target “{line.of}”."


def _unit_of(measure: Measure) -> str | None:
    """Give a measure's unit, or else the one its words ask for."""
    number, percentage = _NUMBER_OF.search(measure.text), _PERCENTAGE_OF.search(measure.text)
    if measure.unit or bool(number) == bool(percentage):
        return measure.unit
    return _NUMBER if number else _PERCENT


def _unit_of_figures(line: TargetLine) -> str | None:
    return line.value.unit if line.value.kind in LEVELS else None


def _differ(unit: str, other: str, *, given: bool) -> bool:
    """Tell whether two units differ; a count that is read from the figures goes with any other (`days`, `number`)."""
    both = {_sort(unit), _sort(other)}
    return len(both) == 2 and (given or both & {_PERCENT, _MONEY} != set() or both <= _TIMES)


def _sort(unit: str) -> str:
    """Give the sort of a unit, by which spellings of one unit are alike."""
    folded = _folded(unit).rstrip(".")
    singular = folded.removesuffix("s")
    if singular in _TIMES:
        return singular
    return _MONEY if folded.startswith(_MONEY) else _SORTS.get(folded, folded)


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


RULE = Rule("MEA406", "unit-mismatch", Severity.WARNING, __doc__, find)
