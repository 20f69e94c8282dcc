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
    heading = f"# {rule.code} {rule.name} ({rule.severity})\n\n{sentence(rule)}\n"
    body = rule.manual.partition("\n")[2]
    return f"{heading}\n{body.strip()}\n\n{_HOW_TO_WAIVE.format(code=rule.code)}"


def sentence(rule: Rule) -> str:
    """Give the sentence that says what is wrong where the rule fires."""
    said = rule.manual.partition("\n")[0].partition(": ")[2]
    return said[:1].upper() + said[1:]


def section(rule: Rule, title: str) -> str:
    """Give what stands under a heading of the rule's manual; nothing where there is no such heading."""
    return rule.manual.partition(f"\n## {title}\n")[2].partition("\n## ")[0].strip()
