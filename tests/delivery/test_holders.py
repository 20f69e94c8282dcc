"""Who answers for the work: printed owners as the people they stand for."""

from __future__ import annotations

import pytest

from bvtrack.core.owner import read_owners
from bvtrack.delivery.holders import Holders
from example_review import review_of

PEOPLE = """
[[person]]
name = "Jeff Smith"
aliases = ["Jeff"]
[[person]]
name = "Ann Lee"
aliases = ["Ann"]
[[person]]
name = "Ann Moss"
aliases = ["Ann"]
"""


@pytest.mark.parametrize(
    ("printed", "holders"),
    [
        ("Jeff", ("Jeff Smith",)),
        ("Jeff Smith", ("Jeff Smith",)),
        ("JS", ("Jeff Smith",)),
        ("Jeff & Jeff Smith", ("Jeff Smith",)),
        ("Jeff & Steve", ("Jeff Smith", "Steve")),
        ("Ann", ("Ann",)),
        ("Head of Finance", ("Head of Finance",)),
    ],
)
def test_owners_are_the_people_they_stand_for(printed: str, holders: tuple[str, ...]) -> None:
    """A name or alias of one person is that person, each once; any other name stands as printed."""
    assert Holders(review_of(PEOPLE)).of(read_owners(printed)) == holders


def test_a_name_nobody_has_is_one_name_however_it_is_printed() -> None:
    """An unresolved name is told as it was first printed."""
    holders = Holders(review_of(PEOPLE))
    assert [holders.of(read_owners(text)) for text in ("Steve", "STEVE", "Steve")] == [("Steve",)] * 3


def test_nobody_printed_is_nobody() -> None:
    """Without owners there is no holder."""
    assert Holders(review_of(PEOPLE)).of(None) == ()
