"""saving-shortfall: a year's saving or income comes to less than planned, by what was told of it.

## What it checks

Each year of each profile of savings and income of which an actual or a forecast was told up to the date the check
speaks for: that what came in, and what is still forecast, is no less than planned. An actual of a year that is not over
is money to date, and no shortfall. What other measures make up for (`mitigated`) is not short.

## Why it matters

The budget was set by the plan. What is short has to be found within the year, by somebody who knows of it in time.

## Fires

```toml
# bvtrack check --as-at 2004-09-01

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.savings = { "04-05" = 240, "05-06" = 240, total = 480 }
event = [{ date = 2004-08-30, kind = "forecast", stream = "savings", year = "2004-05", value = "£180k" }]
```

## Quiet

```toml
# bvtrack check --as-at 2004-09-01

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.savings = { "04-05" = 240, "05-06" = 240, total = 480 }
event = [{ date = 2004-08-30, kind = "forecast", stream = "savings", year = "2004-05", value = "£250k" }]
```

## How to fix

Find the money elsewhere and record it (`bvtrack money … mitigated`), or have the plan changed by those who approved it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import quoted
from bvtrack.core.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each year that comes to less than planned, other measures counted in."""
    if not any(one.events for one in subject.review.recommendations):
        return
    unit = subject.review.unit
    cells = {
        cell.address: (cell, Place(table.name, row.label, column.label))
        for table in subject.tables
        for row, printed in zip(table.rows, table.cells, strict=True)
        for column, cell in zip(table.columns, printed, strict=True)
    }
    for line, split in subject.standing.savings:
        outturn, short = line.money.outturn, split.delayed + split.unachievable
        if outturn is None or not short or line.address not in cells:
            continue
        cell, place = cells[line.address]
        made_up = f", other measures make up for {said(split.mitigated, unit)}" if split.mitigated else ""
        yield Finding(
            address=line.address,
            key=cell.key,
            message=f"The {line.stream} of recommendation {line.recommendation} for {place.column} "
            f"{'is' if line.stream == 'income' else 'are'} {said(outturn, unit)} by what was told, "
            f"{said(split.planned, unit)} was planned{made_up}: {said(short, unit)} is short.",
            place=place,
            figures=figures(split.planned, outturn, unit),
            hints=(f"The last reason given is {quoted(line.because)}.",) if line.because else (),
        )


RULE = Rule("DEL608", "saving-shortfall", Severity.WARNING, __doc__, find)
