"""Addresses: what each names, and what is said of one that names nothing."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bvtrack.core.address import LONGEST_SHOWN, Place, Reference, fields_of, find, places, reference, shown
from bvtrack.core.errors import UsageProblem
from bvtrack.core.review import Meeting, Part, Review
from bvtrack.core.visible import visible
from bvtrack.files.review_file import read_review, review_of
from bvtrack.files.review_sample import SAMPLE
from store.any_review import reviews

REPORT = read_review(Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml").review
SMALL = review_of(SAMPLE, "x")
BUDGET = ("recommendation", 0, "profile", "budget")
CALM = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2c", Reference(None, "2c")),
        (" 2c/3 ", Reference(None, "2c/3")),
        ("herts: 2c", Reference("herts", "2c")),
        (":2c", Reference("", "2c")),
        ("2/savings/Year: 1", Reference(None, "2/savings/Year: 1")),
        ("", Reference(None, "")),
    ],
)
def test_reference(text: str, expected: Reference) -> None:
    """The review stands before a colon, but not where the colon is part of a label."""
    assert reference(text) == expected


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("review", ()),
        ("title", ("title",)),
        ("review/title", ("title",)),
        ("meeting", ("meeting",)),
        ("meeting/body", ("meeting", "body")),
        ("abbreviations/OPAC", ("abbreviations", "OPAC")),
        ("person/1", ("person", 0)),
        ("person/1/aliases", ("person", 0, "aliases")),
        ("1", ("recommendation", 0)),
        ("1/text", ("recommendation", 0, "text")),
        ("1/costs/3", ("recommendation", 0, "costs", 2)),
        ("1/budget", (*BUDGET, "total")),
        ("1/budget/2003-04", (*BUDGET, "03-04")),
        ("1/budget/03-04", (*BUDGET, "03-04")),
        ("1/budget/2003/04", (*BUDGET, "03-04")),
        ("1/savings/2003-04", ("recommendation", 0, "profile", "savings", "03-04")),
        ("totals/budget", ("totals", "budget", "total")),
        ("totals/budget/label", ("totals", "budget", "label")),
        ("totals/budget/2005/06", ("totals", "budget", "years", "05-06")),
        ("1.1", ("recommendation", 0, "measure", 0)),
        ("1.1/2", ("recommendation", 0, "measure", 0, "targets", 1)),
        ("1.1/2/of", ("recommendation", 0, "measure", 0, "targets", 1, "of")),
        ("1a", ("recommendation", 0, "part", 0)),
        ("1A", ("recommendation", 0, "part", 0)),
        ("1a/2", ("recommendation", 0, "part", 0, "steps", 1)),
        ("1A/2/FINISH", ("recommendation", 0, "part", 0, "steps", 1, "finish")),
        ("1A/Finish", ("recommendation", 0, "part", 0, "finish")),
    ],
)
def test_found(address: str, key: tuple[str | int, ...]) -> None:
    """An address leads to the path of what it names, whatever its capitals and however its year is written."""
    assert find(SMALL, address).key == key


def test_a_year_that_nothing_is_printed_for() -> None:
    """A year of the plan has an address without a figure in it; its label is the one others stand under, if any."""
    assert find(SMALL, "1/income/2006-07").key == ("recommendation", 0, "profile", "income", "06-07")
    bare = review_of(SAMPLE.replace('"06-07" = 30, ', "").replace('"06-07" = 20, ', ""), "x")
    assert find(bare, "1/income/06-07") == Place("1/income/2006-07", (*BUDGET[:3], "income", "2006-07"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("1b", "1b: library-services-2003 has nothing of that address (did you mean "),
        ("", "address: library-services-2003 has nothing of that address (an address is like 2c, 2c/3, 1.3 or"),
        ("..", "..: library-services-2003 has nothing"),
        ("../../etc/passwd", "../../etc/passwd: library-services-2003 has nothing"),
        ("/", "/: library-services-2003 has nothing"),
        ("1a/0", "1a/0: 1a has no 0 (known here: id, text, start, finish, owner)"),
        ("1a/-1", "1a/-1: 1a has no -1"),
        ("1a/", "1a/: 1a has no field without a name (known here: id"),
        ("1a/finnish", "1a/finnish: 1a has no finnish (did you mean finish?)"),
        ("titel", "titel: library-services-2003 has nothing of that address (did you mean title?)"),
        ("1a/steps", "1a/steps: 1a has no steps"),
        ("1/budget/1999-00", "1/budget/1999-00: library-services-2003 has nothing"),
        ("1/budget/soon", "1/budget/soon: library-services-2003 has nothing"),
        ("1a\x1b[31m", "1a<U+001B>[31m: library-services-2003 has nothing"),
        ("\u202e1a", "<U+202E>1a: library-services-2003 has nothing"),
        ("１ａ", "１ａ: library-services-2003 has nothing"),
        ("9" * 100_000, "9" * LONGEST_SHOWN + "…: library-services-2003 has nothing"),
    ],
)
def test_not_found(address: str, said: str) -> None:
    """What names nothing is refused in one line that shows it safely and says what to do."""
    with pytest.raises(UsageProblem) as caught:
        find(SMALL, address)
    assert str(caught.value).startswith(said)
    assert len(str(caught.value)) < 400


def test_several_things_of_one_address() -> None:
    """Things with the same id, or with ids that only capitals tell apart, cannot be found; each exact one can."""
    twice = review_of(SAMPLE.replace('id        = "1.1"', 'id        = "1a"'), "x")
    with pytest.raises(UsageProblem, match=r"^1a: .* has 2 things of that address \(1a\) \(give them different ids\)$"):
        find(twice, "1a")
    alike = review_of(
        SAMPLE.replace('id        = "1.1"', 'id        = "x"').replace('id       = "1a"', 'id = "X"'), "x"
    )
    assert find(alike, "x").key != find(alike, "X").key
    near = review_of(
        SAMPLE.replace('id        = "1.1"', 'id        = "xa"').replace('id       = "1a"', 'id = "Xa"'), ""
    )
    with pytest.raises(UsageProblem, match=r"^XA: .* 2 things of that address \(xa, Xa\)"):
        find(near, "XA")


def test_fields() -> None:
    """A thing's fields are its own plain keys; a plain value has none."""
    assert fields_of(Place("1a", (), Part)) == ("id", "text", "start", "finish", "owner")
    assert fields_of(Place("meeting", (), Meeting)) == ("body", "item", "time", "report_of")
    assert fields_of(Place("1/budget", ())) == ()


@pytest.mark.parametrize("review", [REPORT, SMALL])
def test_every_place_is_found(review: Review) -> None:
    """Every thing that has an address, and every field of it, is found by it, in the capitals of either kind."""
    for place in places(review):
        for address in (place.address, place.address.upper()):
            assert find(review, address) == place
        for name in fields_of(place):
            assert find(review, f"{place.address}/{name}") == Place(f"{place.address}/{name}", (*place.key, name))


@given(reviews())
@CALM
def test_every_place_of_any_review(review: Review) -> None:
    """In any review a place is found by its address, or the address is several things' and that is said."""
    known = list(places(review))
    for place in known:
        if [one.address for one in known].count(place.address) == 1:
            assert find(review, place.address) == place
        else:
            with pytest.raises(UsageProblem, match="things of that address"):
                find(review, place.address)


@given(st.text(max_size=40))
@CALM
def test_any_text(text: str) -> None:
    """Any text at all names something or is refused in a line that is safe to show."""
    with contextlib.suppress(UsageProblem):
        find(SMALL, text)
        return
    with pytest.raises(UsageProblem) as caught:
        find(SMALL, text)
    said = str(caught.value)
    assert said == visible(said)
    assert "\n" not in said


def test_shown() -> None:
    """An address in a message is visible and not long."""
    assert shown("2c") == "2c"
    assert shown("a\x00") == "a<U+0000>"
    assert shown("é" * 99) == "é" * LONGEST_SHOWN + "…"
