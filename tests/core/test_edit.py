"""Changing a review as a value."""

from __future__ import annotations

import contextlib
import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bvtrack.core.address import Place, fields_of, find, places
from bvtrack.core.edit import LISTS, reviewed, value_at, with_event, with_item, with_value, without
from bvtrack.core.errors import InputProblem, Problem, UsageProblem
from bvtrack.core.plain import plain_tables
from bvtrack.core.visible import visible
from bvtrack.files.review_file import review_of
from bvtrack.files.review_sample import SAMPLE
from bvtrack.files.review_text import write_review
from store.any_review import reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

SMALL = review_of(SAMPLE, "x")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # what fails is large all the same
CALM = settings(deadline=None, max_examples=15, phases=PHASES, suppress_health_check=list(HealthCheck))
DAY = dt.date(2003, 10, 1)


def typed(value: Plain | None) -> str:
    """Write a value as a person would type it."""
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("title", "Libraries", "Libraries"),
        ("date", "2003-05-20", dt.date(2003, 5, 20)),
        ("rounding", "truncated", "truncated"),
        ("format", "1", 1),
        ("net", "£65k", "£65k"),
        ("unit", "£m", "£m"),
        ("abbreviations/OPAC", "catalogue", "catalogue"),
        ("meeting/item", "8", "8"),
        ("person/1/aliases", "Ann,  AF ,", ["Ann", "AF"]),
        ("person/1/aliases", 'Ann, "Fry, A." , "the ""boss""", b "c"', ["Ann", "Fry, A.", 'the "boss"', 'b "c"']),
        ("person/1/post", "", None),
        ("area/1/addressed_by", "1, 1a", ["1", "1a"]),
        ("waiver/1/until", "2005-01-01", dt.date(2005, 1, 1)),
        ("quoted/1/value", "£105k", "£105k"),
        ("1/text", " Open them ", "Open them"),
        ("1/costs/2/value", "31", Decimal(31)),
        ("1/budget", "", None),
        ("1/budget/2004/05", "31", Decimal(31)),
        ("1/savings/2003-04", "1.50", Decimal("1.50")),
        ("totals/budget/03-04", "", None),
        ("totals/savings/label", "Sum", "Sum"),
        ("1.1/1/value", "70% by 2004", "70% by 2004"),
        ("1a/1/text", "Ask", "Ask"),
        ("1a/1/finish", "June 2003", "June 2003"),
        ("1a/2/owner", "Ann & Steve", "Ann & Steve"),
        ("1a/finish", "2003-12-01", dt.date(2003, 12, 1)),
        ("1a/finish", "TBC", "TBC"),
        ("1a/owner", "vacant", "vacant"),
    ],
)
def test_with_value(address: str, text: str, expected: Plain | None) -> None:
    """A field or an amount is set to what was typed, as a file would hold it; an empty text makes it blank."""
    changed = with_value(SMALL, address, text)
    assert value_at(changed, address) == expected
    assert with_value(changed, address, typed(value_at(SMALL, address))) == SMALL


@pytest.mark.parametrize(
    ("address", "field"),
    [("1a", "text"), ("1a/2", "text"), ("1/costs/1", "value"), ("1.1/2", "value"), ("quoted/1", "value")],
)
def test_what_is_meant_without_a_field(address: str, field: str) -> None:
    """Where no field is named a thing's words are meant, of a cost or a target its value."""
    assert with_value(SMALL, address, "£9k") == with_value(SMALL, f"{address}/{field}", "£9k")


def test_a_year_stands_in_order() -> None:
    """A year that is new stands in order, before the total; the order of the others is not touched."""
    savings = with_value(SMALL, "1/savings/03-04", "5").recommendations[0].profile.savings
    assert list(savings or ()) == ["03-04", "05-06", "06-07", "total"]
    years, other = '"05-06" = 20, "06-07" = 20, total = 40', 'total = 40, "06-07" = 20, "05-06" = 20'
    odd = review_of(SAMPLE.replace(years, other), "x")
    assert repr(with_value(odd, "1/savings/05-06", "20")) == repr(odd)


@pytest.mark.parametrize(
    ("address", "text", "said"),
    [
        ("title", "", "review/title: is missing (add it: the title of the report)"),
        ("title", "x" * 10_001, "review/title: is longer than 10000 characters (shorten it)"),
        ("id", "a b", "review/id: is “a b”, which is no id (use letters"),
        ("date", "soon", "review/date: should be a date ("),
        ("date", "2003-02-30", "review/date: should be a date ("),
        ("format", "2", "review/format: is “2”, which it cannot be (write 1)"),
        ("rounding", "x", "review/rounding: is “x”, which it cannot be (write 'exact', 'nearest' or 'truncated')"),
        ("period", "soon", "review/period: is not a run of financial years (write it like 2002 – 2006)"),
        ("unit", "x", "review/unit: states no unit of money (write it as printed"),
        ("abbreviations", "x", "review/abbreviations: should be a table ("),
        ("1a", "", "1a/text: is missing (add it: what is to be done)"),
        ("1a/1", " ", "1a/1/text: is missing (add it: what is done)"),
        ("meeting/body", "", "meeting/body: is missing (add it: who met: Cabinet)"),
        ("person/1", "x", "person/1: is a thing with several fields (set one of person/1/name, person/1/post"),
        ("review", "x", "review: is a thing with several fields (set one of review/format, "),
        ("1/budget/2004-05", "soon", "1/budget/2004-05: “soon” is no amount (write it like 347, £7k or £1.1m)"),
        ("1/budget/2004-05", "12%", "1/budget/2004-05: “12%” is no amount"),
        ("1/costs/1", "\x1b[31m", "1/costs/1/value: “<U+001B>[31m” is no amount"),
        ("net", "x" * 999, "review/net: “" + "x" * 60 + "…” is no amount"),
        ("1a/finish", "31 Feb 2003", "1a/finish: is “31 Feb 2003”: Feb 2003 has 28 days, not 31 ("),
        ("1a/finish", "soon", "1a/finish: “soon” is no deadline (write it like Sept 2002)"),
        ("1a/2/start", "\u202e", "1a/2/start: “<U+202E>” is no deadline"),
        ("1a/owner", "12", "1a/owner: “12” names nobody: a number, not an owner (write names or posts"),
        ("1a/id", "1.1", "1a/id: there is a 1.1 already (give it another id)"),
        ("1/id", "1a", "1/id: there is a 1a already (give it another id)"),
        ("1z", "x", "1z: library-services-2003 has nothing of that address ("),
        ("..", "x", "..: library-services-2003 has nothing of that address ("),
    ],
)
def test_values_refused(address: str, text: str, said: str) -> None:
    """What a file could not hold, and what nobody means to type, is refused at its address with what to do."""
    with pytest.raises(Problem) as caught:
        with_value(SMALL, address, text)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("address", "kind", "fields", "added"),
    [
        ("", "person", {"name": "Bo", "aliases": "B, Bob", "post": " "}, "person/2"),
        ("review", "area", {"text": "t"}, "area/2"),
        ("", "quoted", {"place": "s", "total": "net", "value": "£1k"}, "quoted/2"),
        ("", "summary", {"text": "t"}, "summary/2"),
        ("", "process", {"id": "b", "text": "t"}, "process/2"),
        ("", "promise", {"text": "t", "place": "p", "appendix": "a", "covers": "1"}, "promise/2"),
        ("", "waiver", {"code": "FIN101", "address": "1", "until": "2004-01-01"}, "waiver/2"),
        ("", "recommendation", {"id": "2", "text": "t"}, "2"),
        ("1", "part", {"id": "1b", "text": "t", "finish": "Nov 2003", "owner": "Ann"}, "1b"),
        ("1", "measure", {"id": "1.2", "text": "t", "direction": "fall"}, "1.2"),
        ("1", "cost", {"column": "one-off", "value": "£7k"}, "1/costs/4"),
        ("1A", "step", {"text": "t"}, "1a/4"),
        ("1.1", "target", {"value": "5% by 2004"}, "1.1/3"),
    ],
)
def test_with_item(address: str, kind: str, fields: Mapping[str, str], added: str) -> None:
    """An item joins the list of its kind, as a file would hold it, and goes without a trace."""
    changed = with_item(SMALL, address, kind, fields)
    item = value_at(changed, added)
    assert item is not None
    for name, text in fields.items():
        if text.strip() and isinstance(item, dict):
            assert typed(item[name]).removeprefix("£") == text.removeprefix("£")
    assert find(changed, added).address == added
    assert without(changed, added) == SMALL


def test_the_first_item() -> None:
    """An item joins a list that was not there yet; a step of one that was a text alone is a table then."""
    bare = review_of(SAMPLE[: SAMPLE.index("[meeting]")], "x")
    grown = with_item(bare, "", "recommendation", {"id": "1", "text": "t"})
    grown = with_item(grown, "1", "part", {"id": "1a", "text": "t"})
    assert without(grown, "1") == bare
    started = with_event(SMALL, "1a/1", {"date": DAY, "kind": "start", "value": None})
    assert value_at(started, "1a/1") == {
        "text": "Ask staff which Sundays they can work",
        "event": [{"date": DAY, "kind": "start"}],
    }


@pytest.mark.parametrize(
    ("address", "kind", "fields", "said"),
    [
        ("1", "part", {"id": "1a", "text": "t"}, "1: there is a 1a already (give it another id)"),
        ("", "recommendation", {"id": "1.1", "text": "t"}, "review: there is a 1.1 already"),
        ("1", "part", {"id": "1b"}, "1: text is missing (add it: what is to be done)"),
        ("1", "part", {"id": "1b", "text": "t", "finish": "soon"}, "1: “soon” is no deadline"),
        ("1", "part", {"id": "1b", "text": "t", "finish": "31 Feb 2003"}, "1: finish is “31 Feb 2003”: Feb 2003 has"),
        ("1", "part", {"id": "1b", "text": "t", "owner": "12"}, "1: “12” names nobody"),
        ("1", "part", {"id": "1b", "colour": "red"}, "part: has no colour (known: id, text, start, finish, owner)"),
        ("1", "part", {"": "red"}, "part: has no field without a name"),
        ("1", "part", {"steps": "a"}, "part: has no steps"),
        ("1", "cost", {"column": "annual", "value": "soon"}, "1: “soon” is no amount"),
        ("1a", "measure", {}, "1a: holds nothing of the kind “measure” (it belongs under a recommendation: 2)"),
        ("1/budget", "step", {}, "1/budget: holds nothing of the kind “step” (it belongs under a part: 2c)"),
        ("1", "person", {}, "1: holds nothing of the kind “person” (it belongs in the review itself)"),
        ("", "dog\x07", {}, "dog<U+0007>: is nothing that can be added (known here: area, cost, "),
        ("9z", "part", {}, "9z: library-services-2003 has nothing of that address"),
    ],
)
def test_items_refused(address: str, kind: str, fields: Mapping[str, str], said: str) -> None:
    """An item that is none, or would stand where it does not belong, is refused with what to do."""
    with pytest.raises(Problem) as caught:
        with_item(SMALL, address, kind, fields)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("review", "review: is the whole review (name what is to go from it)"),
        ("1a/text", "1a/text: is missing (add it: what is to be done)"),
        ("1a/1/text", "1a/1/text: is missing"),
        ("title", "review/title: is missing"),
        ("9z", "9z: library-services-2003 has nothing"),
    ],
)
def test_what_cannot_go(address: str, said: str) -> None:
    """What a review cannot be without stays."""
    with pytest.raises(Problem) as caught:
        without(SMALL, address)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    "address", ["1/savings/2003-04", "1a/1/finish", "meeting/item", "1", "person/1", "1a/3", "1/budget/2005-06"]
)
def test_without(address: str) -> None:
    """A thing goes, an amount is blank then; what is blank already stays so and leaves nothing behind."""
    gone = without(SMALL, address)
    if "/" in address and not address.startswith(("person", "1a/3")):
        assert value_at(gone, address) is None
        assert without(gone, address) == gone
    else:
        assert gone != SMALL


@pytest.mark.parametrize(
    "address", ["1/income/2004-05", "1/income", "totals/income/2004-05", "1a/1/owner", "1a/start", "funding"]
)
def test_set_and_removed(address: str) -> None:
    """What was blank, and is set and removed, is as it was: no empty table stays behind."""
    bare = SMALL
    for line in ("\nincome  = {}", "\nstart    = 2003-09-01", '\nfunding   = "existing"'):
        bare = review_of(write_review(bare).replace(line, ""), "x")
    text = {"1a/1/owner": "Ann", "1a/start": "May 2003", "funding": "new"}.get(address, "£7k")
    changed = with_value(bare, address, text)
    assert changed != bare
    assert plain_tables(without(changed, address)) == plain_tables(bare)
    assert plain_tables(with_value(changed, address, "")) == plain_tables(bare)


@pytest.mark.parametrize(
    ("address", "event"),
    [
        ("1a", {"date": DAY, "kind": "complete", "by": "Ann", "minute": None}),
        ("1A/3", {"date": DAY, "kind": "forecast", "value": "Feb. 2004", "reason": "late"}),
        ("1.1", {"date": DAY, "kind": "actual", "period": "2002-03", "value": "64%", "line": 1}),
        ("1", {"date": DAY, "kind": "actual", "stream": "budget", "year": "2003-04", "value": "£13k"}),
    ],
)
def test_with_event(address: str, event: Mapping[str, Plain | None]) -> None:
    """An event stands behind those that are there, without what it leaves open."""
    events = value_at(with_event(SMALL, address, event), address)
    assert isinstance(events, dict)
    last = events["event"][-1]  # type: ignore[index]
    assert last == {name: value for name, value in event.items() if value is not None}


@pytest.mark.parametrize(
    ("address", "event", "said"),
    [
        ("1/budget/2003-04", {}, "1/budget/2003-04: has no progress of its own (name an action, a step"),
        ("person/1", {}, "person/1: has no progress of its own"),
        ("1a", {"date": DAY, "kind": "defer"}, "1a: has no reason (say why)"),
        ("1a", {"date": DAY, "kind": "forecast", "value": "soon"}, "1a: names no day to finish by"),
        (
            "1a",
            {"date": DAY, "kind": "forecast", "value": "31 Feb 2003"},
            "1a: value is “31 Feb 2003”: Feb 2003 has 28",
        ),
        ("1a", {"date": DAY, "kind": "x"}, "1a: kind is “x”, which it cannot be"),
        ("1a", {"kind": "start"}, "1a: date is missing"),
        (
            "1",
            {"date": DAY, "kind": "actual", "stream": "budget", "year": "x", "value": "soon"},
            "1: gives no single amount",
        ),
        ("1.1", {"date": DAY, "kind": "note", "reason": "r", "period": "soon"}, "1.1: “soon” is no deadline"),
    ],
)
def test_events_refused(address: str, event: Mapping[str, Plain | None], said: str) -> None:
    """An event that says nothing, or what cannot be read, is refused at the address of the thing."""
    with pytest.raises(Problem) as caught:
        with_event(SMALL, address, event)
    assert str(caught.value).startswith(said)


def test_reviewed() -> None:
    """Plain tables make a review, or a problem that is placed where they come from."""
    assert reviewed(plain_tables(SMALL), "x.toml") == SMALL
    with pytest.raises(InputProblem, match=r"^x\.toml: recommendation 1: text is missing|^x\.toml: title is missing"):
        reviewed({**plain_tables(SMALL), "recommendation": [{"id": "1"}]}, "x.toml")


def _attempts(address: str, text: str) -> list[Callable[[Review], Review]]:
    return [
        lambda review: with_value(review, address, text),
        lambda review: without(review, address),
        *(lambda review, kind=kind: with_item(review, address, kind, {"text": text}) for kind in LISTS),
        lambda review: with_event(review, address, {"date": DAY, "kind": "note", "reason": text or None}),
    ]


@given(st.sampled_from([place.address for place in places(SMALL)]), st.text(max_size=20))
@CALM
def test_every_refusal_says_where(address: str, text: str) -> None:
    """Every edit gives a review, or is refused in a safe line that names the address or the kind, and what to do."""
    for attempt in _attempts(address, text):
        with contextlib.suppress(InputProblem, UsageProblem):
            attempt(SMALL)
            continue
        with pytest.raises(Problem) as caught:
            attempt(SMALL)
        problem = caught.value
        assert problem.place.startswith((address, *LISTS))
        assert problem.todo
        assert str(problem) == visible(str(problem))


@given(reviews())
@CALM
def test_setting_what_is_there(review: Review) -> None:
    """Setting a field to what stands there changes nothing, where its print can be typed at all."""
    known = [place.address for place in places(review)]
    for place in places(review):
        if known.count(place.address) > 1:
            continue
        for name in fields_of(place) or ("",):
            address = f"{place.address}/{name}" if name else place.address
            value = value_at(review, address)
            text = typed(value)
            texts = [str(one) for one in value] if isinstance(value, list) else [text]
            if any(one != one.strip() or ("," in one and isinstance(value, list)) for one in texts):
                continue
            if isinstance(value, dict) or not (text or value is None):
                continue
            with contextlib.suppress(InputProblem, UsageProblem):
                assert with_value(review, address, text) == review


def test_values_that_are_not_there() -> None:
    """A field of a step that is a text alone is its words or blank; a path out of the tables leads to nothing."""
    assert value_at(SMALL, "1a/1/text") == "Ask staff which Sundays they can work"
    assert value_at(SMALL, "1a/1/finish") is None
    assert value_at(SMALL, "1.1/1/value") == "From 61% in 2002 to 65% in 2003 and 70% in 2004"
    assert value_at(review_of(SAMPLE[: SAMPLE.index("[meeting]")], "x"), "meeting/body") is None
    assert find(SMALL, "1a/1") == Place("1a/1", ("recommendation", 0, "part", 0, "steps", 0), find(SMALL, "1a/1").model)
