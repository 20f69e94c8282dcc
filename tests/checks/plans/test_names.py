"""The names a plan gives its work to."""

from __future__ import annotations

import pytest

from bvtrack.checks.plans.names import holder, names
from bvtrack.core.owner import Match, Owner, OwnerType
from bvtrack.core.responsibility import Responsibility


def match(name: str, *people: str, kind: OwnerType = OwnerType.PERSON) -> Match:
    """Give a name matched to people."""
    return Match(Owner(name, kind, lead=False), people)


def work(address: str, *matches: Match) -> Responsibility:
    """Give an action and its owners."""
    return Responsibility(address, ("part", address), action=True, finish=None, owners=None, matches=matches)


def test_each_name_comes_once_with_its_places() -> None:
    """Names come in the order printed; one printed in capitals or with a stop is the same name."""
    jeff, steve = match("Jeff", "Jeff Smith"), match("Steve")
    found = names([work("1a", jeff, steve), work("1b", steve), work("1c", match("JEFF.", "Jeff Smith")), work("1d")])
    assert [(name.match, name.addresses) for name in found] == [(jeff, ["1a", "1c"]), (steve, ["1a", "1b"])]
    assert [place.key for place in found[1].places] == [("part", "1a"), ("part", "1b")]


def test_a_place_that_prints_a_name_twice_is_one_address() -> None:
    """`Jeff / Jeff` on 1a is on 1a."""
    jeff = match("Jeff", "Jeff Smith")
    assert names([work("1a", jeff, jeff)])[0].addresses == ["1a"]


@pytest.mark.parametrize(
    ("one", "who"),
    [
        (match("Jeff", "Jeff Smith"), "Jeff Smith"),
        (match("Steve"), "Steve"),
        (match("Jeff", "Jeff Smith", "Jeff Jones"), "Jeff"),
        (match("JS", kind=OwnerType.INITIALS), "JS"),
        (match("Head of Finance", kind=OwnerType.ROLE), "Head of Finance"),
        (match("Head of Finance", "Gill Jones", kind=OwnerType.ROLE), "Gill Jones"),
        (match("Finance", kind=OwnerType.TEAM), None),
        (match("Cabinet", kind=OwnerType.BODY), None),
        (match("All managers", kind=OwnerType.GROUP), None),
    ],
)
def test_who_answers_under_a_name(one: Match, who: str | None) -> None:
    """A name stands for the one person it resolves to, else a person or a post for itself, and a team for nobody."""
    assert holder(one) == who
