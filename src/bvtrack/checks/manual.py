"""A rule's manual page: its docstring under a title, with how to waive it, which is the same for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule

_HOW_TO_WAIVE = """\
## How to waive

In the review, or in a `waivers.toml` beside it. A waiver without a reason, a name or a last day waives nothing.

```toml
[[waiver]]
code    = "{code}"
address = "…"          # as the finding gives it
reason  = "…"
by      = "…"
until   = 2003-03-31
```
"""


def page(rule: Rule) -> str:
    """Give the manual page of a rule as Markdown."""
    name_and_sentence, _, body = rule.manual.partition("\n")
    sentence = name_and_sentence.partition(": ")[2]
    heading = f"# {rule.code} {rule.name} ({rule.severity})\n\n{sentence[:1].upper()}{sentence[1:]}\n"
    return f"{heading}\n{body.strip()}\n\n{_HOW_TO_WAIVE.format(code=rule.code)}"
