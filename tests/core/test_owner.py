"""Owners are read as a careful officer would read them, and matched to people without a guess."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.owner import Match, Owner, Owners, OwnerType, Person, first_name_only, read_owners, resolve

CASES = Path(__file__).parents[2] / "fixtures" / "read" / "owner.jsonl"
LINES = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]

PERSON, ROLE, TEAM, BODY, GROUP, INITIALS = OwnerType


def person(name: str, *, lead: bool = False, post: str | None = None) -> Owner:
    """Make an owner who is a person."""
    return Owner(name, PERSON, lead, post)


@pytest.mark.parametrize("case", LINES, ids=range(1, len(LINES) + 1))
def test_printed_owners(case: dict[str, Any]) -> None:
    """Each printed text is read as its line in the fixtures says."""
    read = read_owners(case["text"])
    assert {
        "text": read.text,
        "owners": [{"name": one.name, "type": one.type.value, "lead": one.lead} for one in read.owners],
        "ambiguous": read.ambiguous,
    } == case


def test_what_is_printed_for_an_owner() -> None:
    """`bvtrack read owner` prints what the grammar read, in the contract's keys."""
    read = pytest.importorskip("bvtrack.app.read").read
    for case in LINES:
        assert read("owner", case["text"]) == case


def test_the_cases_are_many_and_differ() -> None:
    """There are at least three hundred cases, none of them twice."""
    texts = [case["text"] for case in LINES]
    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)


def test_types_are_the_contracts() -> None:
    """The types are exactly those the contract lists."""
    assert [type_.value for type_ in OwnerType] == ["person", "role", "team", "body", "group", "initials"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Jeff Smith (Head of SIAS)", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Jeff Smith, Head of SIAS", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Jeff Smith - Head of SIAS", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Head of SIAS – Jeff Smith", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Head of SIAS (Jeff Smith)", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Head of SIAS: Jeff Smith", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Jeff Smith Head of SIAS", (person("Jeff Smith", post="Head of SIAS"),)),
        ("Jeff Smith (SIAS)", (person("Jeff Smith", post="SIAS"),)),
        ("Jeff Smith – SIAS", (person("Jeff Smith", post="SIAS"),)),
        ("Jeff Smith (Lead, Head of SIAS)", (person("Jeff Smith", lead=True, post="Head of SIAS"),)),
        ("Jeff Smith, Head of SIAS (lead)", (person("Jeff Smith", lead=True, post="Head of SIAS"),)),
        ("Head of SIAS (lead) - Jeff Smith", (person("Jeff Smith", lead=True, post="Head of SIAS"),)),
        ("Jeff Smith (lead) (SIAS)", (person("Jeff Smith", lead=True, post="SIAS"),)),
        ("Jeff Smith (JS)", (person("Jeff Smith"),)),
        ("Jeff Smith (PW)", (person("Jeff Smith", post="PW"),)),
        ("Jeff Smith", (person("Jeff Smith"),)),
        ("Jeff Smith, Director (Finance)", (person("Jeff Smith", post="Director (Finance)"),)),
        ("Director (Finance) – Jeff Smith", (person("Jeff Smith", post="Director (Finance)"),)),
        ("Jeff Smith (Head of SIAS (acting))", (person("Jeff Smith", post="Head of SIAS (acting)"),)),
        (
            "Finance (JS, PW (lead))",
            (Owner("JS", INITIALS, lead=False, post="Finance"), Owner("PW", INITIALS, lead=True, post="Finance")),
        ),
        (
            "Finance [JS, PW]",
            (Owner("JS", INITIALS, lead=False, post="Finance"), Owner("PW", INITIALS, lead=False, post="Finance")),
        ),
        (
            "SIAS (Jeff Smith & Gill Jones) with HR",
            (
                person("Jeff Smith", lead=True, post="SIAS"),
                person("Gill Jones", lead=True, post="SIAS"),
                Owner("HR", TEAM, lead=False),
            ),
        ),
        (
            "HR with SIAS (Jeff Smith & Gill Jones)",
            (
                Owner("HR", TEAM, lead=True),
                person("Jeff Smith", post="SIAS"),
                person("Gill Jones", post="SIAS"),
            ),
        ),
        (
            "Sponsor: Jeff Smith; Finance: Gill Jones, Jenny",
            (
                person("Jeff Smith", post="Sponsor"),
                person("Gill Jones", post="Finance"),
                person("Jenny", post="Finance"),
            ),
        ),
        (
            "Jeff Smith, Head of SIAS; Gill Jones, Head of HR",
            (person("Jeff Smith", post="Head of SIAS"), person("Gill Jones", post="Head of HR")),
        ),
    ],
)
def test_posts_of_people(text: str, owners: tuple[Owner, ...]) -> None:
    """A post or a team beside a person is that person's post, on whichever side it stands."""
    assert read_owners(text).owners == owners


@pytest.mark.parametrize(
    ("text", "ambiguous", "note"),
    [
        ("Jeff Smith", False, None),
        ("TBC", False, None),
        ("", False, None),
        ("-", False, None),
        ("vacant", False, "the post is vacant"),
        ("Head of Finance (vacant)", False, "the post is vacant"),
        ("Head of Finance - vacant", False, "the post is vacant"),
        ("Jeff/TBC", True, "somebody is still to be named"),
        ("Jeff & others", True, "others are meant who are not named"),
        ("Jeff & others, colleagues", True, "others are meant who are not named"),
        ("Jeff Smith (TBC)", True, "in brackets: TBC"),
        ("Jeff Smith (?)", True, "in brackets: ?"),
        ("Jeff Smith (acting)", False, "in brackets: acting"),
        ("Jeff Smith, acting", False, "acting"),
        ("Jeff Smith (0.5)", False, "in brackets: 0.5"),
        ("Jeff Smith (until Dec 2002)", True, "in brackets: until Dec 2002"),
        ("Jeff Smith (Dec 2002)", True, "in brackets: Dec 2002"),
        ("Jeff Smith (Gill Jones)", True, "in brackets: Gill Jones"),
        ("Jeff Smith (project work only)", False, "in brackets: project work only"),
        ("Jeff Smith (PW)", True, "in brackets: PW"),
        ("Jeff Smith 01582 830364", False, "contact details are left out"),
        ("01582 830364", False, "contact details are left out"),
        ("j.smith@example.gov.uk TBC", False, "contact details are left out"),
        ("j.smith@example.gov.uk 42", False, "contact details are left out; a number, not an owner"),
        ("42", False, "a number, not an owner"),
        ("£7k", False, "not an owner"),
        ("ongoing", False, "not an owner"),
        ("Dec. 2002", False, "a date, not an owner"),
        ("n/a – see 2c", False, "n/a – see 2c"),
        ("ditto", True, "refers to something elsewhere"),
        ("〃", True, "refers to another line"),
        ('"', True, "refers to another line"),
        ("”", True, "refers to another line"),
        ("see 2c", True, "not known as an owner: see 2c"),
        ("and", True, "names nobody that can be told"),
        ("Lead:", True, "can be read in more than one way"),
        ("Jeff?", True, "can be read in more than one way"),
        ("Jeff or Steve", True, "can be read in more than one way"),
        ("Phase 1: Jeff", True, "can be read in more than one way"),
        ("Jeff Smith*", False, "a footnote mark stands beside a name"),
        (
            "Jeff Smith*, Steve",
            True,
            "a footnote mark tells one name from the others; a footnote mark stands beside a name",
        ),
        ("O\u00e2\u20ac\u2122Brien", True, "the text is garbled"),
        ("Jos\u00c3\u00a9 Smith", True, "the text is garbled"),
        ("Jeff \ufffdSmith", True, "not known as an owner: Jeff \ufffdSmith; the text is garbled"),
        ("x" * 501, True, "longer than 500 characters: no list of owners"),
    ],
)
def test_notes(text: str, ambiguous: bool, note: str | None) -> None:
    """What is left out, refused or in doubt is said in a note."""
    read = read_owners(text)
    assert (read.ambiguous, read.note) == (ambiguous, note)


def test_nothing_is_read_beyond_the_limit() -> None:
    """Five hundred characters are read, five hundred and one are not."""
    names = "Jeff, " * 83
    assert len(read_owners(names + "Jo").owners) == 84
    assert len(names + "Jo") == 500
    assert read_owners(names + "Jon") == Owners(
        names + "Jon", (), ambiguous=True, note="longer than 500 characters: no list of owners"
    )


PEOPLE = (
    Person("Jeff Smith", ("Jeff", "JPS")),
    Person("Gill Jones"),
    Person("Dr Jenny Newman", ("Jenny",)),
    Person("Steve Newton", ("Steve",)),
    Person("Stephen Brown", ("Steve",)),
    Person("Cllr Robert Gordon", ("Exec. Member for Education",)),
    Person("Mary Ann O'Brien"),
    Person("Jane Naylor"),
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jeff Smith", ("Jeff Smith",)),
        ("JEFF  SMITH", ("Jeff Smith",)),
        ("Mr Jeff Smith", ("Jeff Smith",)),
        ("Jeff", ("Jeff Smith",)),
        ("Gill", ()),
        ("Jones", ()),
        ("Gill Jones", ("Gill Jones",)),
        ("Jones, Gill", ("Gill Jones",)),
        ("Jenny Newman", ("Dr Jenny Newman",)),
        ("Jenny", ("Dr Jenny Newman",)),
        ("Steve", ("Steve Newton", "Stephen Brown")),
        ("Robert Gordon", ("Cllr Robert Gordon",)),
        ("Councillor Robert Gordon", ("Cllr Robert Gordon",)),
        ("Exec Member for Education", ("Cllr Robert Gordon",)),
        ("Mary Ann O’Brien", ("Mary Ann O'Brien",)),
        ("Prof. Mary-Ann O'Brien", ()),
        ("GJ", ("Gill Jones",)),
        ("G.J.", ("Gill Jones",)),
        ("JS", ("Jeff Smith",)),
        ("JPS", ("Jeff Smith",)),
        ("JN", ("Dr Jenny Newman", "Jane Naylor")),
        ("RG", ("Cllr Robert Gordon",)),
        ("XY", ()),
        ("Head of Finance", ()),
    ],
)
def test_owners_are_resolved(text: str, people: tuple[str, ...]) -> None:
    """An owner is whoever has that name or alias; a first name needs an alias, and initials may be spelt out."""
    owner = read_owners(text).owners[0]
    assert resolve(owner, PEOPLE) == Match(owner, people)


def test_an_alias_goes_before_spelt_out_initials() -> None:
    """Initials that are somebody's alias are nobody else's."""
    people = (Person("Gill Jones", ("JS",)), Person("Jeff Smith"))
    assert resolve(Owner("JS", INITIALS, lead=False), people).people == ("Gill Jones",)


def test_one_person_listed_twice_is_one() -> None:
    """A name that stands twice among the people is found once."""
    people = (Person("Jeff Smith"), Person("Jeff Smith", ("Jeff",)))
    assert resolve(person("Jeff Smith"), people).people == ("Jeff Smith",)


def test_only_initials_are_spelt_out() -> None:
    """A person called by a surname like initials is not matched letter by letter, and nobody is without people."""
    assert resolve(person("JS"), (Person("Jeff Smith"),)).people == ()
    assert resolve(person("Jeff Smith"), ()).people == ()


@pytest.mark.parametrize(
    ("text", "single"),
    [
        ("Jeff", True),
        ("JEFF", True),
        ("Ann-Marie", True),
        ("Jeff Smith", False),
        ("J. Smith", False),
        ("Mr Smith", False),
        ("Cllr Gordon", False),
        ("Smith, J", False),
        ("JS", False),
        ("Finance", False),
        ("Director", False),
        ("Cabinet", False),
    ],
)
def test_first_names_alone(text: str, single: bool) -> None:
    """Only a person printed by one name alone, without a title, is a first name only."""
    assert first_name_only(read_owners(text).owners[0]) is single


def test_defaults() -> None:
    """A person has no alias, an owner no post, and a reading no note unless they are given."""
    assert Person("Jeff Smith") == Person("Jeff Smith", ())
    assert Owner("Jeff", PERSON, lead=False).post is None
    assert Owners("", (), ambiguous=False).note is None


PIECES = [line["text"] for line in LINES] + list("()[]&/,;:-–*?.'\"<>+|\n\t\x00\ud800\u202e÷٣ ")


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(st.characters(codec=None), max_size=40))
@settings(deadline=None, max_examples=300)
def test_any_text_is_read(text: str) -> None:
    """No text fails; names are trimmed pieces of print, and a doubt always says why."""
    read = read_owners(text)
    assert read.text == text
    assert all(one.name and one.name == " ".join(one.name.split()) for one in read.owners)
    assert read.note or not read.ambiguous


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    ["(", "Jeff & ", "a,", "A/", "(a) ", "0 ", "Head of ", "lead ", "?*", " ", "\n", "a@", "J: ", "and ", "= ", "the "],
)
@pytest.mark.parametrize("length", [500, 100_000])
def test_no_text_takes_long(piece: str, length: int) -> None:
    """Hostile texts of any length are read or refused."""
    text = (piece * length)[:length]
    assert read_owners(text).text == text


def test_arabic_digits_are_no_digits() -> None:
    """Only ASCII digits make a number."""
    assert read_owners("٤٢") == Owners("٤٢", (), ambiguous=False)
    assert read_owners("42").note == "a number, not an owner"


def test_the_grammar_loads_nothing_heavy() -> None:
    """Reading owners loads none of the libraries other paths need."""
    program = (
        "import sys; from bvtrack.core.owner import read_owners; read_owners('Jeff & Steve (lead)');"
        "print([name for name in ('pydantic', 'dateutil', 'click', 'unicodedata') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
