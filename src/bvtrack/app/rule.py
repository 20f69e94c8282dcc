"""Look up the rules: one manual page, or the list of all."""

from __future__ import annotations

from difflib import get_close_matches

from bvtrack.checks.manual import page
from bvtrack.checks.registry import RULES
from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible


def manual(code: str) -> str:
    """Give a rule's manual page as Markdown; the rule is named by its code or its name.

    Raises UsageProblem for a rule that does not exist, with the nearest that does.
    """
    code = known_code(code)
    return page(next(rule for rule in RULES if rule.code == code))


def known_code(code: str) -> str:
    """Give the code of the rule that is named by its code or its name.

    Raises UsageProblem for a rule that does not exist, with the nearest that does.
    """
    for rule in RULES:
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule.code
    known = [rule.code for rule in RULES] + [rule.name for rule in RULES]
    near = get_close_matches(code.upper(), known, n=1) or get_close_matches(code.lower(), known, n=1)
    todo = f"did you mean {near[0]}? bvtrack rule lists them all" if near else "bvtrack rule lists them all"
    raise UsageProblem("rule", f"there is no rule {visible(code)}", todo)


def listing() -> list[tuple[str, str, str, str]]:
    """Give code, name, severity and one sentence of every rule, in code order."""
    return [
        (rule.code, rule.name, rule.severity.value, rule.manual.partition("\n")[0].partition(": ")[2]) for rule in RULES
    ]
