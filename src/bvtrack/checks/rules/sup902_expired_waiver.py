"""expired-waiver: a waiver's last day is past.

## What it checks

No waiver is used after the last day it was granted for, as at the date the check speaks for.

## Why it matters

A waiver is a decision to look again by a certain day. When that day is past, the finding it covered is open again.

## Fires

```toml
waiver = [{ code = "FIN106", address = "1/budget", reason = "agreed", by = "A. Officer", until = 2002-03-31 }]
```

## Quiet

```toml
waiver = [{ code = "FIN106", address = "1/budget", reason = "agreed", by = "A. Officer", until = 2002-04-22 }]
```

## How to fix

Settle the finding, or have the waiver granted anew with a later last day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.checks.waivers import expired
from bvtrack.checks.words.phrasing import full_date
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject


def find(subject: Subject | DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each waiver whose last day is before the as-at date."""
    for waiver in subject.waivers:
        entry = waiver.entry
        if entry.until is not None and expired(entry, subject.as_at):
            yield Finding(
                address=entry.address,
                key=(*waiver.key, "until"),
                path=waiver.path,
                message=f"The waiver of {entry.code} at {entry.address} ended on {full_date(entry.until)}.",
                hints=("Settle the finding, or have the waiver granted anew.",),
            )


RULE = Rule("SUP902", "expired-waiver", Severity.ERROR, __doc__, find, about_waivers=True, in_document=find)
