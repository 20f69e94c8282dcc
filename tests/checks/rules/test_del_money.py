"""The rules on delivery and money: savings before what makes them possible, costs long after it, and shortfalls."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import (
    del604_savings_before_enabler,
    del606_cost_after_delivery_gap,
    del608_saving_shortfall,
)
from bvtrack.core.finding import Place, Severity
from example_review import found, messages, subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

DEL604 = del604_savings_before_enabler.RULE
DEL606 = del606_cost_after_delivery_gap.RULE
DEL608 = del608_saving_shortfall.RULE
SAVING = '{ column = "net potential savings", value = "£240k", depends_on = ["2c"] }'

NEVER = ", of which nobody can say when it will be finished"


def subject(  # noqa: PLR0913 — what a case may say
    *,
    costs: str = SAVING,
    profile: str = 'savings = { "04-05" = 240, "05-06" = 240, total = 480 }',
    finish: str = "March 2004",
    part: str = "",
    money: str = "",
    as_at: str = "2004-01-05",
) -> Subject:
    """Make recommendation 2 with its action 2c."""
    text = (
        f"[[recommendation]]\nid = '2'\ntext = 'do better'\ncosts = [{costs}]\nprofile = {{ {profile} }}\n"
        f"event = [{money}]\n[[recommendation.part]]\nid = '2c'\ntext = 'move the team'\n"
        f"{f'finish = {finish!r}' if finish else ''}\nevent = [{part}]"
    )
    return subject_of(text, as_at=dt.date.fromisoformat(as_at))


def told(day: str, kind: str, value: str, stream: str = "savings", more: str = "") -> str:
    """Write an event of money for 2004-05."""
    return f'{{ date = {day}, kind = "{kind}", stream = "{stream}", year = "2004-05", value = "{value}"{more} }}'


@pytest.mark.parametrize(
    ("rule", "name", "severity"),
    [
        (DEL604, "savings-before-enabler", "error"),
        (DEL606, "cost-after-delivery-gap", "note"),
        (DEL608, "saving-shortfall", "warning"),
    ],
)
def test_the_rules_are_as_listed(rule: Rule, name: str, severity: str) -> None:
    """Each rule has the name and the severity of the list."""
    assert (rule.name, rule.severity) == (name, severity)


@pytest.mark.parametrize("rule", [DEL604, DEL606, DEL608])
def test_the_source_names_no_dependencies(rule: Rule, hertfordshire: Subject) -> None:
    """The report says of no saving which action it waits for, and nothing is told of its money."""
    assert found(rule, hertfordshire) == []


def test_a_saving_that_starts_before_its_action_is_finished() -> None:
    """Three of twelve months of £240k are £60k."""
    (one,) = found(DEL604, subject(finish="June 2004"))
    assert one.message == (
        "The savings of recommendation 2 are planned from Apr 2004 but wait for 2c, which is finished on 30 Jun 2004 "
        "by all that is known: from Jul 2004 on, £60k of £480k is lost."
    )
    assert (one.severity, one.address, one.key) == (
        Severity.WARNING,
        "2/costs/1",
        ("recommendation", 0, "costs", 0),
    )


@pytest.mark.parametrize(
    ("finish", "as_at", "severity"),
    [
        ("March 2004", "2004-01-05", None),
        ("1 April 2004", "2004-01-05", Severity.WARNING),
        ("March 2005", "2004-01-05", Severity.WARNING),
        ("April 2005", "2004-01-05", Severity.ERROR),
        ("March 2004", "2004-05-05", Severity.WARNING),
        ("March 2004", "2005-05-05", Severity.ERROR),
        ("", "2004-01-05", Severity.ERROR),
    ],
)
def test_how_bad_it_is(finish: str, as_at: str, severity: Severity | None) -> None:
    """It is an error where the first year is over before the action is; what is overdue is not before the date."""
    assert [one.severity for one in found(DEL604, subject(finish=finish, as_at=as_at))] == (
        [severity] if severity else []
    )


def test_a_saving_that_never_starts() -> None:
    """All of it is lost, in a year or in none; a budget line that waits is no saving."""
    part = '{ date = 2004-01-04, kind = "delete", reason = "not needed", minute = "3" }'
    assert messages(DEL604, subject(part=part)) == [
        f"The savings of recommendation 2 are planned from Apr 2004 but wait for 2c{NEVER}: all £480k would be lost."
    ]
    income = SAVING.replace("savings", "income")
    assert messages(DEL604, subject(part=part, costs=income, profile="income = { total = 9 }")) == [
        f"The income of recommendation 2 is planned but waits for 2c{NEVER}: all £9k would be lost."
    ]
    cost = SAVING.replace("net potential savings", "annual")
    assert found(DEL604, subject(part=part, costs=cost, profile='budget = { "04-05" = 9 }')) == []


@pytest.mark.parametrize(
    ("more", "finish", "gap"),
    [
        (', part = "2c"', "Sept 2002", True),
        (', depends_on = ["2c"]', "Sept 2002", True),
        (', depends_on = ["2c"]', "Feb 2003", True),
        (', depends_on = ["2c"]', "March 2003", False),
        (', part = "2c"', "June 2004", False),
        (', part = "9z"', "Sept 2002", False),
        (', part = "2c"', "", False),
        ("", "Sept 2002", False),
    ],
)
def test_a_cost_long_after_delivery(more: str, finish: str, *, gap: bool) -> None:
    """A cost of 2003-04 belongs to an action that ends in March 2003 or later."""
    done = {"Sept 2002": "30 Sep 2002", "Feb 2003": "28 Feb 2003"}
    costs = f'{{ column = "annual", value = "£33k"{more} }}, {SAVING}'
    of = subject(
        costs=costs,
        profile='budget = { "03-04" = 33, "04-05" = 33 }, savings = { "05-06" = 9 }',
        finish=finish,
        as_at="2002-05-05",
    )
    ends = f"its action 2c is finished on {done.get(finish)} by all that is known: who pays for it in between?"
    assert messages(DEL606, of) == ([f"The cost line 2/costs/1 starts in Apr 2003, but {ends}"] if gap else [])


def test_a_cost_line_without_money_by_year() -> None:
    """Money in no year has no start."""
    costs = '{ column = "annual", value = "£33k", part = "2c" }'
    assert found(DEL606, subject(costs=costs, profile="budget = { total = 33 }", finish="May 2002")) == []


def test_a_shortfall() -> None:
    """£180k of £240k is £60k short, or £35k where other measures make up for £25k."""
    (one,) = found(DEL608, subject(money=told("2004-01-04", "forecast", "£180k", more=', reason="late start"')))
    assert one.message == (
        "The savings of recommendation 2 for 04-05 are £180k by what was told, £240k was planned: £60k is short."
    )
    assert (one.place, one.key[-2:], one.hints) == (
        Place("savings", "2", "04-05"),
        ("savings", "04-05"),
        ("The last reason given is “late start”.",),
    )
    assert one.figures is not None
    assert (one.figures.printed, one.figures.computed, one.figures.difference) == ("240", "180", "60")
    made_up = told("2004-01-05", "mitigated", "£25k", more=', reason="a vacancy"')
    (less,) = messages(DEL608, subject(money=f"{told('2004-01-04', 'forecast', '£180k')}, {made_up}"))
    assert less.endswith("£240k was planned, other measures make up for £25k: £35k is short.")


@pytest.mark.parametrize(
    ("money", "as_at"),
    [
        ("", "2005-05-05"),
        (told("2004-10-01", "actual", "£100k"), "2004-11-01"),
        (told("2005-04-01", "actual", "£240k"), "2005-05-01"),
        (told("2005-04-01", "actual", "£100k"), "2005-03-31"),
        (told("2004-10-01", "forecast", "£100k", "budget"), "2004-11-01"),
        (told("2004-10-01", "forecast", "£100k", "income"), "2004-11-01"),
    ],
)
def test_no_shortfall(money: str, as_at: str) -> None:
    """What is not told, not over, not planned, or no saving is not short."""
    assert found(DEL608, subject(money=money, as_at=as_at)) == []


def test_an_income_that_came_out_short() -> None:
    """An actual told when the year is over counts."""
    of = subject(
        money=told("2005-04-01", "actual", "£5k", "income"), profile='income = { "04-05" = 9 }', as_at="2005-04-02"
    )
    assert messages(DEL608, of) == [
        "The income of recommendation 2 for 04-05 is £5k by what was told, £9k was planned: £4k is short."
    ]
