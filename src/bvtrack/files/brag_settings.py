"""Reads the table `[brag]` of settings: the rules by which work, and money, have their colours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final, Literal

from bvtrack.core.errors import UsageProblem
from bvtrack.core.event import Confidence
from bvtrack.core.model import Model, Several, Text, Within, keyed
from bvtrack.delivery.brag import DEFAULT, Colour, MoneyRule, Policy, Rule, faults
from bvtrack.delivery.progress import State
from bvtrack.files.toml_place import lines_of

if TYPE_CHECKING:
    from bvtrack.files.toml_problems import Source

MOST: Final = 50  # rules
_State = Literal[
    "not started",
    "under way",
    "done",
    "mainstreamed",
    "deferred",
    "no resource",
    "suspended",
    "deleted",
    "superseded",
]
_Months = Annotated[int, Within(ge=1, le=1200)]
_Days = Annotated[int, Within(ge=0, le=3660)]
_Percent = Annotated[int, Within(ge=1, le=1000)]
_Pounds = Annotated[int, Within(ge=1, le=1_000_000_000_000)]


class _Rule(Model):
    colour: Colour = keyed()
    word: Text | None = None
    states: Several[_State] = keyed(default=(), named="state")
    slipped: _Months | None = None
    overdue: bool = False
    due_within: _Days | None = keyed(default=None, named="due-within")
    open_steps: bool = keyed(default=False, named="open-steps")
    rescheduled: bool = False
    progress_below: _Percent | None = keyed(default=None, named="progress-below")
    confidence: Several[Confidence] = ()


class _MoneyRule(Model):
    colour: Colour = keyed()
    word: Text | None = None
    percent: _Percent | None = None
    pounds: _Pounds | None = None


class BragTable(Model):
    """The table: rules for work, where they are not the usual ones, and rules for money."""

    rules: Several[_Rule] | None = keyed(default=None, named="rule")
    money: Several[_MoneyRule] | None = None


def policy_of(table: BragTable, source: Source) -> Policy:
    """Make the policy a table of a file sets. Raises UsageProblem, at the line of the first rule that is absurd."""
    for name, rules in (("rule", table.rules), ("money", table.money)):
        if rules is not None and not 1 <= len(rules) <= MOST:
            todo = f"write 1 to {MOST}, or leave it out"
            raise UsageProblem(_at(source, name), f"brag.{name} has {len(rules)} rules", todo)
    made = DEFAULT if table.rules is None else Policy(tuple(map(_rule, table.rules)))
    money = (MoneyRule(one.colour, one.word or "", one.percent, one.pounds) for one in table.money or ())
    made = replace(made, money=tuple(money))
    for fault in faults(made):
        what = f"brag.{fault.list} {fault.nth + 1} {fault.what}"
        raise UsageProblem(_at(source, fault.list, fault.nth), what, fault.todo)
    return made


def _at(source: Source, *key: str | int) -> str:
    """Give the place of a key of the table."""
    path = (*source.path, "brag", *key)
    return f"{source.place}:{lines_of(source.text, {path})[path]}"


def _rule(one: _Rule) -> Rule:
    return Rule(
        colour=one.colour,
        word=one.word or "",
        states=tuple(map(State, one.states)),
        slipped=one.slipped,
        overdue=one.overdue,
        due_within=one.due_within,
        open_steps=one.open_steps,
        rescheduled=one.rescheduled,
        progress_below=one.progress_below,
        confidence=one.confidence,
    )
