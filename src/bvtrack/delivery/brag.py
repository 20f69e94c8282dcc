"""BRAG: the colour of work, and of money, by a policy: rules that anybody can read, the first that holds giving it.

What has become of the work (its state) and how sure its owner is (confidence) stay what they are; a colour only follows
from them and from the dates. It is a word first: the key of a policy says, in its own rules, what each word means.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from bvtrack.delivery.progress import CLOSED, State
from bvtrack.delivery.slippage import ON_TIME, slippage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from bvtrack.core.event import Confidence
    from bvtrack.core.review import Stream
    from bvtrack.delivery.progress import Standing

Colour = Literal["blue", "green", "amber", "red", "purple", "grey"]
COLOURS: Final[tuple[Colour, ...]] = ("blue", "green", "amber", "red", "purple", "grey")
OPEN: Final = tuple(state for state in State if state not in CLOSED)


class Mark(NamedTuple):
    """A colour and the word that is shown for it; the word alone says all."""

    colour: Colour
    word: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A colour, and what work must be for it; what is left out is not asked, and all that is given must hold.

    `states`: one of these; none given: any in which something is left to be done. `slipped`: so many months behind the
    plan, or more. `due_within`: days until the deadline that counts, or fewer. `open_steps`: a step is not done.
    `rescheduled`: the deadline was moved with approval, and the work holds to the new one. `progress_below`: the share
    of steps that are done is below so many per cent of the share of time that has gone. `confidence`: one of these.
    """

    colour: Colour
    word: str = ""
    states: tuple[State, ...] = ()
    slipped: int | None = None
    overdue: bool = False
    due_within: int | None = None
    open_steps: bool = False
    rescheduled: bool = False
    progress_below: int | None = None
    confidence: tuple[Confidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyRule:
    """A colour, and by how much a stream is worse than planned for it: per cent of the plan, whole pounds.

    Of both it is the lower; with neither it holds for all money.
    """

    colour: Colour
    word: str = ""
    percent: int | None = None
    pounds: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules for work and those for money, each list read from its top; without any, money has no colour."""

    rules: tuple[Rule, ...]
    money: tuple[MoneyRule, ...] = ()


DEFAULT: Final = Policy(
    (
        Rule("blue", states=(State.DONE, State.MAINSTREAMED)),
        Rule("purple", "rescheduled", rescheduled=True),
        Rule("red", slipped=2),
        Rule("amber", slipped=1),
        Rule("amber", due_within=30, open_steps=True),
        Rule("green"),
    )
)


class Fault(NamedTuple):
    """What is absurd about a rule: in which list (`rule`, `money`), which of it from 0, and what to do."""

    list: Literal["rule", "money"]
    nth: int
    what: str
    todo: str


def colour(one: Standing, policy: Policy, as_at: date, since: date) -> Mark | None:
    """Give the colour of an action or a step on a day; None where no rule holds, as for work that was given up.

    Progress is expected from the day the work begins, by its plan or in fact, or else from `since`.
    """
    return next((_mark(rule) for rule in policy.rules if _holds(rule, one, as_at, since)), None)


def judge(policy: Policy, as_at: date, since: date) -> Callable[[Standing], Mark | None]:
    """Give what tells the colours of work on a day."""
    return lambda one: colour(one, policy, as_at, since)


def money_colour(stream: Stream, plan: int | None, expected: int | None, policy: Policy) -> Mark | None:
    """Give the colour of money in pence: more cost, or less saved or earned, is worse. None where nothing is said."""
    if plan is None and expected is None:
        return None
    more = (plan or 0 if expected is None else expected) - (plan or 0)
    worse = more if stream == "budget" else -more
    return next((_mark(rule) for rule in policy.money if _reached(rule, worse, abs(plan or 0))), None)


def tally(marks: Iterable[Mark | None], policy: Policy) -> tuple[tuple[Mark, int], ...]:
    """Count colours, in the order of the rules; what occurs nowhere is left out."""
    counted = Counter(marks)
    return tuple((mark, counted[mark]) for mark, _ in key(policy) if counted[mark])


def key(policy: Policy) -> tuple[tuple[Mark, str], ...]:
    """Say what each colour of work means, in the order of the rules; those of one word together."""
    return _key((_mark(rule), _said(rule)) for rule in policy.rules)


def money_key(policy: Policy) -> tuple[tuple[Mark, str], ...]:
    """Say what each colour of money means, in the order of the rules."""
    return _key((_mark(rule), _said_of_money(rule)) for rule in policy.money)


def full_key(policy: Policy) -> tuple[tuple[str, Mark, str], ...]:
    """Say what each colour means, of work and then of money."""
    keys = (("work", key(policy)), ("money", money_key(policy)))
    return tuple((of, mark, what) for of, said in keys for mark, what in said)


def legend(said: Iterable[tuple[Mark, str]]) -> str:
    """Write a key in a line: `blue: done or mainstreamed · red: 2+ months behind plan`."""
    return " · ".join(f"{named(mark)}: {what}" for mark, what in said)


def named(mark: Mark) -> str:
    """Name a mark by its word, and by its colour where that is another word."""
    return mark.word if mark.word == mark.colour else f"{mark.word} ({mark.colour})"


def faults(policy: Policy) -> Iterator[Fault]:
    """Tell what makes a policy absurd: rules that can never speak, and words that mislead."""
    for nth, rule in enumerate(policy.rules):
        if any(_implied(rule, before) for before in policy.rules[:nth]):
            yield Fault("rule", nth, _NEVER, _ORDER)
    for nth, line in enumerate(policy.money):
        if any(_implied_of_money(line, before) for before in policy.money[:nth]):
            yield Fault("money", nth, _NEVER, _ORDER)
    yield from _misleading("rule", policy.rules)
    yield from _misleading("money", policy.money)


def _misleading(name: Literal["rule", "money"], rules: Sequence[Rule | MoneyRule]) -> Iterator[Fault]:
    words: dict[str, Colour] = {}
    for nth, (shade, word) in enumerate(map(_mark, rules)):
        if not _WORD.fullmatch(word):
            yield Fault(
                name, nth, "has a word that no list can show", "use 20 letters, digits, spaces, - and / at most"
            )
        elif word != shade and word.casefold() in COLOURS:
            yield Fault(name, nth, f"calls {shade} “{word}”", "a word must not name another colour")
        elif words.setdefault(word.casefold(), shade) != shade:
            yield Fault(name, nth, f"gives “{word}” a second colour", "a word stands for one colour")


def _mark(rule: Rule | MoneyRule) -> Mark:
    return Mark(rule.colour, rule.word or rule.colour)


_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9/ -]{0,19}")
_NEVER: Final = "can never hold, as a rule before it holds first"
_ORDER: Final = "put the stricter rule before it, or leave it out"


def _holds(rule: Rule, one: Standing, as_at: date, since: date) -> bool:
    deadline = one.current.latest if one.current else None
    return (
        one.state in (rule.states or OPEN)
        and (rule.slipped is None or _months(one) >= rule.slipped)
        and (one.overdue or not rule.overdue)
        and (rule.due_within is None or (deadline is not None and (deadline - as_at).days <= rule.due_within))
        and (one.steps_done < one.steps or not rule.open_steps)
        and (one.rescheduled or not rule.rescheduled)
        and (rule.progress_below is None or _behind(one, rule.progress_below, deadline, (as_at, since)))
        and (not rule.confidence or one.confidence in rule.confidence)
    )


def _months(one: Standing) -> int:
    """Give how many months it is behind the deadline approved with the plan or, where that is no day, the one now."""
    late = one.slippage
    if late is None and one.current and one.current.latest and one.expected:
        late = slippage(one.current.latest, one.expected)
    return (late or ON_TIME).months


def _behind(one: Standing, percent: int, deadline: date | None, days: tuple[date, date]) -> bool:
    """Tell whether the share of steps done is below so many per cent of the share of the time that has gone."""
    as_at, since = days
    if not one.steps or deadline is None:
        return False
    begins = one.begins or since
    whole = max(1, (deadline - begins).days + 1)
    gone = min(max(0, (as_at - begins).days + 1), whole)
    return one.steps_done * 100 * whole < percent * gone * one.steps


def _reached(rule: MoneyRule, worse: int, plan: int) -> bool:
    if rule.percent is None and rule.pounds is None:
        return True
    by_share = rule.percent is not None and worse * 100 >= plan * rule.percent
    by_pounds = rule.pounds is not None and worse >= rule.pounds * 100
    return worse > 0 and (by_share or by_pounds)


def _implied(rule: Rule, before: Rule) -> bool:
    """Tell whether the rule before holds wherever this one does."""
    return (
        set(rule.states or OPEN) <= set(before.states or OPEN)
        and _at_least(rule.slipped, before.slipped)
        and (rule.overdue or not before.overdue)
        and _at_most(rule.due_within, before.due_within)
        and (rule.open_steps or not before.open_steps)
        and (rule.rescheduled or not before.rescheduled)
        and _at_most(rule.progress_below, before.progress_below)
        and (not before.confidence or (bool(rule.confidence) and set(rule.confidence) <= set(before.confidence)))
    )


def _implied_of_money(rule: MoneyRule, before: MoneyRule) -> bool:
    """Tell whether the rule before holds wherever this one does."""
    if before.percent is None and before.pounds is None:
        return True
    bounds = ((rule.percent, before.percent), (rule.pounds, before.pounds))
    given = [(own, other) for own, other in bounds if own is not None]
    return bool(given) and all(other is not None and other <= own for own, other in given)


def _at_least(own: int | None, other: int | None) -> bool:
    return other is None or (own is not None and own >= other)


def _at_most(own: int | None, other: int | None) -> bool:
    return other is None or (own is not None and own <= other)


def _key(said: Iterable[tuple[Mark, str]]) -> tuple[tuple[Mark, str], ...]:
    found: dict[Mark, list[str]] = {}
    for mark, what in said:
        found.setdefault(mark, []).append(what)
    return tuple((mark, ", or ".join(what)) for mark, what in found.items())


def _said(rule: Rule) -> str:
    """Say what a rule asks for, from its values alone, so that the key cannot say anything else."""
    told = [" or ".join(rule.states)] if rule.states else []
    told += ["moved with approval and on time for the new date"] if rule.rescheduled else []
    told += ["overdue"] if rule.overdue else []
    told += [f"{rule.slipped}+ month{'s' * (rule.slipped > 1)} behind plan"] if rule.slipped is not None else []
    told += [f"due within {_days(rule.due_within)}"] if rule.due_within is not None else []
    told += [f"less than {rule.progress_below}% of progress expected"] if rule.progress_below is not None else []
    told += [f"confidence {' or '.join(rule.confidence)}"] if rule.confidence else []
    told = told or ["open work" if rule.open_steps else "other open work"]
    return ", ".join(told) + " with a step not done" * rule.open_steps


def _said_of_money(rule: MoneyRule) -> str:
    told = [f"{rule.percent}% of the plan"] if rule.percent is not None else []
    told += [f"£{rule.pounds:,}"] if rule.pounds is not None else []
    if not told:
        return "other money"
    return f"worse than planned by {told[0] if len(told) == 1 else f'the lower of {told[0]} and {told[1]}'} or more"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"
