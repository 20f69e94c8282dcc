"""The waiver rules: waivers that cover nothing, have ended, or say too little."""

from __future__ import annotations

import pytest

from bvtrack.checks.registry import RULES
from bvtrack.checks.runner import run
from bvtrack.core.settings import Selection
from example_review import subject_of

HEAD = """
date = 2004-06-14
period = "2004 – 2008"
"""
LATE = """
[[recommendation]]
id = "1"
text = "cut missed bins"
part = [{ id = "1a", text = "redraw the rounds", finish = "1 May 2008", owner = "Head of Waste" }]
"""
FULL = {"code": "DAT301", "address": "1a", "reason": "agreed", "by": "Ann Field", "until": "2005-06-30"}


def waiver(**changed: str | None) -> str:
    """Write a waiver that is as it should be but for these keys; None leaves a key out."""
    keys = {key: value for key, value in (FULL | changed).items() if value is not None}
    lines = [f"{key} = {value if key == 'until' else repr(value)}" for key, value in keys.items()]
    return "\n".join(["", "[[waiver]]", *lines, ""])


def found(*waivers: str, plan: str = LATE, select: tuple[str, ...] = ("DAT301", "SUP")) -> list[tuple[str, str, bool]]:
    """Give the code, the message and whether it is waived of all that the selected rules find."""
    findings = run(RULES, subject_of(HEAD + plan + "".join(waivers)), Selection(select=select))
    return [(one.code, one.message, one.waived is not None) for one in findings]


DEADLINE = "The deadline of 1a, 1 May 2008, is after the plan period, which ends on 31 Mar 2008."


def test_a_waiver_in_force() -> None:
    """A finding that a waiver covers is kept and marked, and the waiver itself is in order, on its last day too."""
    assert found(waiver()) == [("DAT301", DEADLINE, True)]
    assert found(waiver(until="2004-06-14")) == [("DAT301", DEADLINE, True)]


@pytest.mark.parametrize("changed", [{"code": "DAT302"}, {"address": "1b"}, {"code": "XYZ999"}])
def test_a_waiver_that_covers_nothing(changed: dict[str, str]) -> None:
    """SUP901: a waiver of another rule or another place covers nothing, and the finding stands."""
    waived = FULL | changed
    select = ("DAT30", "SUP")
    assert found(waiver(**changed), select=select) == [
        ("DAT301", DEADLINE, False),
        (
            "SUP901",
            f"The waiver of {waived['code']} at {waived['address']} covers nothing: there is no such finding.",
            False,
        ),
    ]


def test_a_waiver_of_a_rule_that_was_not_run() -> None:
    """SUP901: nothing is said of the waiver of a rule that was not selected."""
    assert found(waiver(code="DAT307")) == [("DAT301", DEADLINE, False)]


@pytest.mark.parametrize("plan", [LATE, LATE.replace("1 May 2008", "1 May 2007")])
def test_a_waiver_that_has_ended(plan: str) -> None:
    """SUP902: a waiver past its last day covers nothing more, and is reported once though its finding is gone."""
    ended = ("SUP902", "The waiver of DAT301 at 1a ended on 13 Jun 2004.", False)
    deadline = [("DAT301", DEADLINE, False)] if plan == LATE else []
    assert found(waiver(until="2004-06-13"), plan=plan) == [*deadline, ended]


@pytest.mark.parametrize(
    ("changed", "lacking"),
    [
        ({"reason": None}, "a reason"),
        ({"reason": "  "}, "a reason"),
        ({"by": None}, "a name"),
        ({"until": None}, "a last day"),
        ({"by": None, "until": None}, "a name and a last day"),
        ({"reason": None, "by": None, "until": None}, "a reason, a name and a last day"),
    ],
)
def test_a_waiver_that_says_too_little(changed: dict[str, str | None], lacking: str) -> None:
    """SUP903: a waiver without reason, name or last day waives nothing."""
    assert found(waiver(**changed)) == [
        ("DAT301", DEADLINE, False),
        ("SUP903", f"The waiver of DAT301 at 1a lacks {lacking}.", False),
    ]


def test_each_waiver_is_judged() -> None:
    """Of several waivers of one finding one that is in order is enough, and each of the others is reported."""
    assert found(waiver(until="2004-06-13"), waiver(by=None), waiver()) == [
        ("DAT301", DEADLINE, True),
        ("SUP902", "The waiver of DAT301 at 1a ended on 13 Jun 2004.", False),
        ("SUP903", "The waiver of DAT301 at 1a lacks a name.", False),
    ]
