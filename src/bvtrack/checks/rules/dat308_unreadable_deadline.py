"""unreadable-deadline: a start or a deadline cannot be read as one.

## What it checks

The starts and deadlines of actions and steps: each is a date, a period, or a word for why there is none (`ongoing`,
`termly`, `TBC`). What is written instead is shown with the reason it cannot be read. A day that does not exist, as
31 September, is refused when the file is read.

## Why it matters

Nobody is held to a deadline that cannot be read: the work is never due, never late, and in no count of what is due.

## Fires

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", finish = "when Jenny is back" }]
```

## Quiet

```toml
[[recommendation]]
id = "1"
text = "know schools better"
part = [{ id = "1a", text = "set up a file for each school", finish = "September 2002" }]
```

## How to fix

Write the date (`30 September 2002`, `Sept. 2002`, `Q3 2003/04`), or `TBC` until there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.rule import Rule
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each start and each deadline that cannot be read."""
    for item in subject.schedule:
        for field, name, due in (("start", "start", item.start), ("finish", "deadline", item.finish)):
            if due is not None and due.status == "unreadable":
                yield Finding(
                    address=item.address,
                    key=(*item.key, field),
                    message=f"The {name} of {item.address}, “{due.text}”, cannot be read: {due.note}.",
                    hints=("Write the date (Sept. 2002, Q3 2003/04), or TBC until there is one.",),
                )


RULE = Rule("DAT308", "unreadable-deadline", Severity.ERROR, __doc__, find)
