"""What the models say of their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.core.model_keys import keys_of, model_at, tables_of
from bvtrack.core.review import CostLine, Measure, Meeting, Part, Profiles, Recommendation, Review, Step, Total

if TYPE_CHECKING:
    from bvtrack.core.finding import Key
    from bvtrack.core.model import Model


def test_keys() -> None:
    """Keys are those of the file, in the order of the format."""
    assert list(keys_of(Meeting)) == ["body", "item", "time", "report_of"]
    assert list(keys_of(Recommendation)) == ["id", "text", "wordings", "costs", "profile", "measure", "part", "event"]


@pytest.mark.parametrize(
    ("model", "key", "expected"),
    [
        (Review, "meeting", (Meeting,)),
        (Review, "title", ()),
        (Review, "abbreviations", ()),
        (Recommendation, "profile", (Profiles,)),
        (Recommendation, "costs", (CostLine,)),
        (Part, "steps", (Step,)),
        (Profiles, "budget", ()),
    ],
)
def test_tables(model: type[Model], key: str, expected: tuple[type[Model], ...]) -> None:
    """A key that holds tables knows their model, behind lists, choices and shorthands."""
    assert tables_of(keys_of(model)[key]) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), Review),
        (("title",), Review),
        (("nowhere", 1), Review),
        (("totals", "savings", "years", "02-03"), Total),
        (("recommendation", 2, "measure", 0, "targts"), Measure),
        (("recommendation", 2, "part", 0, "steps", 3), Step),
    ],
)
def test_model_at(path: Key, expected: type[Model]) -> None:
    """A path leads to the model of the innermost table it goes through."""
    assert model_at(path, Review) is expected


def test_every_key_is_described() -> None:
    """Every key of the format says what it is for."""
    models: list[type[Model]] = [Review]
    for model in models:
        for key, field in keys_of(model).items():
            assert field.about, f"{model.__name__}.{key}"
            models += [table for table in tables_of(field) if table not in models]
    assert len(models) == 22
