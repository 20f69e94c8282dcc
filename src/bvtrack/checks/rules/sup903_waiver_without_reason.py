"""waiver-without-reason: a waiver lacks a reason, a name or a last day.

## What it checks

Each waiver says why the finding is accepted, who accepts it, and until when. One that lacks any of these waives
nothing.

## Why it matters

An auditor who meets a waived figure asks these three questions first.

## Fires

```toml
waiver = [{ code = "FIN106", address = "1/budget", by = "A. Officer", until = 2003-03-31 }]
```

## Quiet

```toml
waiver = [{ code = "FIN106", address = "1/budget", reason = "agreed", by = "A. Officer", until = 2003-03-31 }]
```

## How to fix

Complete the waiver, or take it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.checks.waivers import missing
from bvtrack.checks.words.phrasing import listed
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject


def find(subject: Subject | DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each waiver that lacks a reason, a name or a last day."""
    for waiver in subject.waivers:
        lacking = missing(waiver.entry)
        if lacking:
            yield Finding(
                address=waiver.entry.address,
                key=waiver.key,
                path=waiver.path,
                message=f"The waiver of {waiver.entry.code} at {waiver.entry.address} lacks {listed(lacking)}.",
                hints=("Say why, who says so, and until when; until then it waives nothing.",),
            )


RULE = Rule("SUP903", "waiver-without-reason", Severity.ERROR, __doc__, find, about_waivers=True, in_document=find)
