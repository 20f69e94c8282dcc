"""stale: nobody has told anything of an open action since the last reporting date.

## What it checks

Each action that is open and has no entry, its steps included, after the last reporting date before the one the check
speaks for. A note is enough. Reporting dates are those in the settings, or else the ends of quarters (31 March,
30 June, 30 September, 31 December); those up to the date of the review's report do not count. An action that is not to
begin yet is passed over.

```text
reporting-dates = [2002-07-31, 2002-11-30]   # in bvtrack.toml
```

## Why it matters

What nobody reports on is either done without a record or not done at all; the report cannot say which.

## Fires

```toml
# bvtrack check --as-at 2003-01-06

[[recommendation]]
id = "2"
text = "use staff time better"

[[recommendation.part]]
id = "2b"
text = "consult schools"
finish = "March 2003"
event = [{ date = 2002-10-14, kind = "start" }]
```

## Quiet

```toml
# bvtrack check --as-at 2002-12-02

[[recommendation]]
id = "2"
text = "use staff time better"

[[recommendation.part]]
id = "2b"
text = "consult schools"
finish = "March 2003"
event = [{ date = 2002-10-14, kind = "start" }]
```

## How to fix

Record where it stands, if only with a note (`bvtrack action ADDRESS note --because "..."`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.finding import Finding, Severity
from bvtrack.delivery.stale import stale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each open action without news."""
    keys = {part.id: key for key, part in parts(subject.review)}
    for address, since, last in stale(subject.standing, subject.thresholds.reporting_dates):
        yield Finding(
            address=address,
            key=keys[address],
            message=f"Nothing was recorded of {address} since {full_date(since)}, the last reporting date"
            f" ({f'last on {full_date(last)}' if last else 'never before'}).",
            hints=("Record where it stands, if only with a note.",),
        )


RULE = Rule("DEL607", "stale", Severity.WARNING, __doc__, find)
