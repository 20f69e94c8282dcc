"""unused-waiver: a waiver covers nothing that is found.

## What it checks

Each waiver in force is about a finding that is really there: the same rule at the same address. A waiver of a rule that
was not run is left alone.

## Why it matters

A waiver outlives its cause. Left in place it will hide the next fault at that address, which nobody has accepted.

## Fires

```toml
waiver = [{ code = "FIN101", address = "1/budget", reason = "agreed", by = "A. Officer", until = 2003-03-31 }]
```

## Quiet

```toml
waiver = [{ code = "FIN118", address = "review", reason = "agreed", by = "A. Officer", until = 2003-03-31 }]

[[recommendation]]
id = "1"
text = "know schools better"
costs = [{ column = "one-off", value = 7 }]
profile.budget = { "02-03" = 7, total = 7 }
```

## How to fix

Take the waiver out, or correct its rule or address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.checks.waivers import covers, expired, missing
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject


def find(subject: Subject | DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each waiver in force that covers none of the findings."""
    for waiver in subject.waivers:
        entry = waiver.entry
        if entry.code in subject.skipped or missing(entry) or expired(entry, subject.as_at):
            continue
        if not any(covers(entry, finding) for finding in subject.found):
            yield Finding(
                address=entry.address,
                key=waiver.key,
                path=waiver.path,
                message=f"The waiver of {entry.code} at {entry.address} covers nothing: there is no such finding.",
                hints=("Take the waiver out, or correct its rule or address.",),
            )


RULE = Rule("SUP901", "unused-waiver", Severity.WARNING, __doc__, find, about_waivers=True, in_document=find)
