"""Models: frozen values that know their keys, made on trust or validated."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from pydantic import ValidationError

from bvtrack.core.event import ActionEvent
from bvtrack.core.model import Id, Model, Several, Text, keyed
from bvtrack.core.review import Person, Wording

PAST = dt.date(2002, 4, 22)
PERSON = Person(name="Jeff Smith", post="Head of Personnel")


class Line(Model):
    """A line to try things on."""

    id: Id = keyed("what it is called")
    texts: Several[Text] = keyed("what it says", default=(), named="text")
    notes: dict[str, str] = keyed("what is said of it", default_factory=dict)


def test_made_by_names() -> None:
    """A model is made with a value for each field that has no default; each gets a default of its own."""
    line, other = Line(id="1"), Line(id="1")
    assert (line.texts, line.notes) == ((), {})
    assert line.notes is not other.notes


@pytest.mark.parametrize("values", [{}, {"id": "1", "no": 1}, {"id": "1", "text": ()}])
def test_made_of_other_values(values: dict[str, Any]) -> None:
    """A field left out and a name that is no field's are faults of who makes it."""
    with pytest.raises(TypeError, match="Line is made with a value for each field and no others"):
        Line(**values)


@pytest.mark.parametrize("name", ["name", "other"])
def test_frozen(name: str) -> None:
    """Nothing of a model can be changed, added or taken away."""
    with pytest.raises(FrozenInstanceError, match=f"cannot assign to {name}"):
        setattr(PERSON, name, "x")
    with pytest.raises(FrozenInstanceError, match=f"cannot delete {name}"):
        delattr(PERSON, name)
    assert PERSON.name == "Jeff Smith"


def test_values() -> None:
    """Models are equal where they are of a kind and all their values are, and then count once."""
    same = Person(name="Jeff Smith", post="Head of Personnel")
    assert same == PERSON
    assert len({PERSON, same}) == 1
    assert Person(name="Jeff Smith") != PERSON
    assert Wording(place="a", text="b") != Person.trusted({"place": "a", "text": "b"})
    assert copy.deepcopy(same) == PERSON


def test_shown() -> None:
    """A model shows what it holds."""
    assert repr(Wording(place="2", text="b")) == "Wording(place='2', text='b')"


def test_copied() -> None:
    """A copy has other values where they are given, and leaves the model as it is."""
    assert PERSON.model_copy(update={"post": None}) == Person(name="Jeff Smith")
    assert PERSON.post == "Head of Personnel"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"id": "1", "text": "a"}, "tuple_type"),
        ({"id": "-"}, "string_pattern_mismatch"),
        ({"id": 1}, "string_type"),
        ({"id": "1", "text": [""]}, "string_too_short"),
        ({"id": "1", "texts": ["a"]}, "unexpected_keyword_argument"),
        ({}, "missing"),
        ("1", "dataclass_type"),
    ],
)
def test_validated(data: object, fault: str) -> None:
    """What comes from outside is looked at, by the keys of the file: only a list may stand for another type."""
    assert Line.model_validate({"id": "1", "text": ["a"]}, by_alias=True) == Line(id="1", texts=("a",))
    with pytest.raises(ValidationError) as caught:
        Line.model_validate(data, by_alias=True, by_name=False)
    assert [error["type"] for error in caught.value.errors()] == [fault]


def test_what_stands_together_is_seen_however_it_is_made() -> None:
    """An event that is not whole is refused by its constructor too; what is trusted is not looked at."""
    note = ActionEvent(date=PAST, kind="note", reason="why")
    with pytest.raises(ValueError, match="has no reason"):
        ActionEvent(date=PAST, kind="note")
    assert ActionEvent.trusted({**vars(note), "reason": None}).reason is None
