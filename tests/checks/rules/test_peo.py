"""The rules on people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import peo501_first_name_only, peo502_alias_unresolved, peo503_joint_owner, peo504_overload
from bvtrack.core.settings import Thresholds
from example_review import found, messages, subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

PEO501 = peo501_first_name_only.RULE
PEO502 = peo502_alias_unresolved.RULE
PEO503 = peo503_joint_owner.RULE
PEO504 = peo504_overload.RULE

PEOPLE = """
person = [
  { name = "Jeff Smith", aliases = ["Jeff"] },
  { name = "Gill Jones", aliases = ["GJ", "Gill"] },
  { name = "Gill Brown", aliases = ["Gill"] },
]
"""


def subject(*parts: str, people: str = PEOPLE, thresholds: Thresholds | None = None) -> Subject:
    """Make a review of one recommendation with parts 1a, 1b …, each given by its owner or by its inline table."""
    lines = ""
    for nth, part in enumerate(parts):
        inside = part if " = " in part else f"owner = '{part}'"
        lines += f"{{ id = '1{chr(97 + nth)}', text = 'act', {inside} }},\n"
    text = f"{people}[[recommendation]]\nid = '1'\ntext = 'know schools better'\npart = [\n{lines}]"
    return subject_of(text, thresholds=thresholds)


@pytest.mark.parametrize(
    ("rule", "name", "severity"),
    [
        (PEO501, "first-name-only", "warning"),
        (PEO502, "alias-unresolved", "error"),
        (PEO503, "joint-owner", "warning"),
        (PEO504, "overload", "warning"),
    ],
)
def test_the_rules_are_as_listed(rule: Rule, name: str, severity: str, hertfordshire: Subject) -> None:
    """Each rule has the name and the severity of the list, and its findings have no other."""
    assert (rule.name, rule.severity) == (name, severity)
    assert {finding.severity for finding in found(rule, hertfordshire)} == {None}


def test_the_sources_first_names(hertfordshire: Subject) -> None:
    """PEO501: Jeff on four actions and Jenny on one are first names that stand for one person each."""
    assert [
        (finding.address, finding.key, finding.message, finding.hints) for finding in found(PEO501, hertfordshire)
    ] == [
        (
            "3d",
            ("recommendation", 2, "part", 3, "owner"),
            "“Jeff” is a first name only, on 3d, 4a, 4b and 4c; it stands for Jeff Smith.",
            ("Print Jeff Smith in full, or the post.",),
        ),
        (
            "5a",
            ("recommendation", 4, "part", 0, "owner"),
            "“Jenny” is a first name only, on 5a; it stands for Jenny Newman.",
            ("Print Jenny Newman in full, or the post.",),
        ),
    ]


@pytest.mark.parametrize("owner", ["Jeff Smith", "GJ", "Steve", "Gill", "Head of Finance", "TBC"])
def test_names_that_are_no_first_name_of_one_person(owner: str) -> None:
    """PEO501: full names, initials and posts are none, and a first name of nobody or of two is PEO502's."""
    assert found(PEO501, subject(owner)) == []


def test_first_names_on_steps() -> None:
    """PEO501: a step with an owner of its own is a place like any other, and case makes no other name."""
    of = subject("owner = 'Jeff', steps = ['meet', { text = 'a', owner = 'JEFF' }]")
    assert messages(PEO501, of) == ["“Jeff” is a first name only, on 1a and 1a/2; it stands for Jeff Smith."]


def test_the_sources_unknown_name(hertfordshire: Subject) -> None:
    """PEO502: Steve is nobody the source names, which is said once for both his actions."""
    (finding,) = found(PEO502, hertfordshire)
    assert finding.message == "“Steve”, on 4a and 4d, is nobody the review names."
    assert (finding.address, finding.key) == ("4a", ("recommendation", 3, "part", 0, "owner"))
    assert finding.hints == ("Add the person, or “Steve” to the aliases of the person it stands for.",)


def test_a_name_of_two_people() -> None:
    """PEO502: an alias that two people have is an error that names both."""
    (finding,) = found(PEO502, subject("Jeff Smith", "Gill"))
    assert finding.message == "“Gill”, on 1b, may be Gill Jones or Gill Brown."
    assert (finding.address, finding.key) == ("1b", ("recommendation", 0, "part", 1, "owner"))
    assert finding.hints == ("Print the name in full, or take the alias from all of them but one.",)


@pytest.mark.parametrize(
    ("owner", "people", "fires"),
    [
        ("Jeff", PEOPLE, False),
        ("Jeff Smith", PEOPLE, False),
        ("GJ", PEOPLE, False),
        ("PW", PEOPLE, True),
        ("Jef Smith", PEOPLE, True),
        ("Steve Brown", PEOPLE, True),
        ("Steve Brown", "", False),
        ("Steve", "", True),
        ("PW", "", True),
        ("QSD", PEOPLE, True),
        ("QSD", f"{PEOPLE}abbreviations = {{ QSD = 'Quality and Standards Division' }}\n", False),
        ("Head of Finance", PEOPLE, False),
        ("Finance Team", PEOPLE, False),
        ("Cabinet", PEOPLE, False),
        ("All managers", PEOPLE, False),
        ("TBC", PEOPLE, False),
    ],
)
def test_who_is_known(owner: str, people: str, fires: bool) -> None:
    """PEO502: names and initials are somebody's; posts and teams need not be, nor full names where nobody is listed."""
    assert bool(found(PEO502, subject(owner, people=people))) is fires


def test_the_sources_joint_owners(hertfordshire: Subject) -> None:
    """PEO503: 4a has two owners and no lead."""
    (finding,) = found(PEO503, hertfordshire)
    assert finding.message == "4a has 2 owners and no lead: Jeff and Steve."
    assert (finding.address, finding.key) == ("4a", ("recommendation", 3, "part", 0, "owner"))
    assert finding.hints == ("Say which of them leads.",)


@pytest.mark.parametrize(
    ("owner", "fires"),
    [
        ("Jeff Smith & Gill Jones", True),
        ("Finance / HR", True),
        ("Jeff Smith (lead) & Gill Jones", False),
        ("Jeff Smith with Gill Jones", False),
        ("Jeff Smith", False),
        ("Jeff / Jeff Smith", False),
        ("TBC", False),
    ],
)
def test_joint_owners(owner: str, fires: bool) -> None:
    """PEO503: several owners need a lead, teams too; two names of one person are one owner."""
    assert bool(found(PEO503, subject(owner))) is fires


def test_joint_owners_of_a_step() -> None:
    """PEO503: a step with owners of its own is judged by them."""
    of = subject("owner = 'Jeff Smith', steps = [{ text = 'a', owner = 'Jeff & Gill Jones & HR' }]")
    assert messages(PEO503, of) == ["1a/1 has 3 owners and no lead: Jeff, Gill Jones and HR."]


def test_the_sources_overload(hertfordshire: Subject) -> None:
    """PEO504: Jeff Smith holds nine of the source's 16 actions, six of them due in September 2002."""
    (finding,) = found(PEO504, hertfordshire)
    assert finding.message == (
        "Jeff Smith holds 9 of 16 open actions, 6 of them due in Sep 2002: 1b, 2d, 3a, 3c, 3d, 4a, 4b, 4c and 5b."
    )
    assert (finding.address, finding.key) == ("1b", ("recommendation", 0, "part", 1, "owner"))
    assert finding.hints == ("Give some of the actions to somebody else, or later deadlines.",)


def test_how_many_actions_one_bears() -> None:
    """PEO504: six open actions pass, seven do not; what is complete and what is a step do not count."""
    six = ["owner = 'Jeff', steps = [{ text = 'a', owner = 'Jeff' }]", *["Jeff Smith"] * 5]
    done = "owner = 'Jeff', finish = 'Completed April 2002'"
    assert found(PEO504, subject(*six, done)) == []
    assert messages(PEO504, subject(*six, done, "Jeff", "Gill Jones")) == [
        "Jeff Smith holds 7 of 8 open actions: 1a, 1b, 1c, 1d, 1e, 1f and 1h."
    ]


def test_how_many_a_month_one_bears() -> None:
    """PEO504: four due in a month pass, five do not; months in excess are listed in the order of the calendar."""
    four = ["owner = 'Jeff', finish = 'Sept 2002'"] * 4
    assert found(PEO504, subject(*four)) == []
    assert messages(PEO504, subject(*four, "owner = 'Jeff & Jeff Smith', finish = '30 September 2002'")) == [
        "Jeff Smith holds 5 of 5 open actions, 5 of them due in Sep 2002: 1a, 1b, 1c, 1d and 1e."
    ]
    few = Thresholds(open_actions=9, actions_in_month=1)
    spread = ["owner = 'Jeff', finish = 'Sept 2002'", "owner = 'Jeff', finish = 'June 2002'"] * 2
    assert messages(PEO504, subject(*spread, "owner = 'Jeff', finish = 'May 2002'", thresholds=few)) == [
        (
            "Jeff Smith holds 5 of 5 open actions, 2 of them due in Jun 2002, 2 of them due in Sep 2002: "
            "1a, 1b, 1c, 1d and 1e."
        )
    ]


def test_each_person_is_reported_once() -> None:
    """PEO504: names that resolve to nobody count for themselves, posts too, teams not; joint actions count for each."""
    one = Thresholds(open_actions=1)
    of = subject("Steve & Jeff", "Steve", "Head of Finance", "Head of Finance & Jeff", "HR", "HR", thresholds=one)
    assert [(finding.address, finding.message) for finding in found(PEO504, of)] == [
        ("1a", "Steve holds 2 of 6 open actions: 1a and 1b."),
        ("1a", "Jeff Smith holds 2 of 6 open actions: 1a and 1d."),
        ("1c", "Head of Finance holds 2 of 6 open actions: 1c and 1d."),
    ]
