"""What the models of a review are made of: frozen, strict, closed to unknown keys; and the texts their fields hold."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Item = TypeVar("Item")
Several = Annotated[tuple[Item, ...], Field(strict=False)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]


class Model(BaseModel):
    """What all parts of a review share: frozen, strict, and closed to keys the format does not know."""

    model_config = ConfigDict(defer_build=True, frozen=True, strict=True, extra="forbid", populate_by_name=True)
