"""What the models of a review are made of: frozen, strict, closed to unknown keys; and the texts their fields hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

if TYPE_CHECKING:
    from collections.abc import Mapping

Item = TypeVar("Item")
Several = Annotated[tuple[Item, ...], Field(strict=False)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]


class Model(BaseModel):
    """What all parts of a review share: frozen, strict, and closed to keys the format does not know."""

    model_config = ConfigDict(defer_build=True, frozen=True, strict=True, extra="forbid", populate_by_name=True)

    @classmethod
    def trusted(cls, values: Mapping[str, object]) -> Self:
        """Make it of the values of all its fields, which were validated before; nothing is looked at again."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", dict(values))
        object.__setattr__(made, "__pydantic_fields_set__", set(values))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made
