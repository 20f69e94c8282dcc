"""What the models of a review are made of: frozen values that know the keys of their file, and the texts they hold.

A model is a standard dataclass for which nothing is compiled, so that importing thirty of them costs little. Its
constructor takes what it is given on trust. `model_validate` looks at what comes from outside; pydantic stands behind
it, and is loaded where it is first asked for.
"""

from __future__ import annotations

import inspect
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    LiteralString,
    NamedTuple,
    NoReturn,
    Self,
    TypeVar,
    cast,
    dataclass_transform,
    get_type_hints,
    overload,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

Item = TypeVar("Item")
Default = TypeVar("Default")
Found = TypeVar("Found")


class Within:
    """Narrows the type of a field, in the words of pydantic's schemas: `min_length`, `pattern`, `ge`, `strict`."""

    def __init__(self, **limits: str | int | bool) -> None:
        self._limits = limits

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Put the limits into the schema of the type."""
        return cast("CoreSchema", {**handler(source), **self._limits})


class Short:
    """Lets a text stand for the table that has it as its only key."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make the table of the text before anything else is looked at."""
        from pydantic_core import core_schema

        table = handler(source)
        either = core_schema.union_schema([core_schema.str_schema(), table])
        return core_schema.no_info_before_validator_function(self._opened, table, json_schema_input_schema=either)

    def _opened(self, item: object) -> object:
        return {self._key: item} if isinstance(item, str) else item


Several = Annotated[tuple[Item, ...], Within(strict=False)]  # a file has lists
Text = Annotated[str, Within(min_length=1, max_length=10_000)]
Id = Annotated[str, Within(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]


@overload
def keyed(about: str = ..., *, named: str = ...) -> Any: ...  # noqa: ANN401 — what a field of any type is declared as
@overload
def keyed(about: str = ..., *, default: Default, named: str = ...) -> Default: ...
@overload
def keyed(about: str = ..., *, default_factory: Callable[[], Default], named: str = ...) -> Default: ...
def keyed(
    about: str = "",
    *,
    default: object = MISSING,
    default_factory: Callable[[], object] | None = None,
    named: str = "",
) -> object:
    """Declare a field: what it is, what it is where it is left out, and its key in the file where that is another."""
    said = {name: text for name, text in (("description", about), ("alias", named)) if text}
    if default_factory is not None:
        return field(default_factory=default_factory, metadata=said)
    return field(default=default, metadata=said)


class ModelField(NamedTuple):
    """A field of a model: its name, its key in the file, what it is, and how it is declared."""

    model: type[Model]
    name: str
    key: str
    about: str
    declared: Field[object]

    @property
    def annotation(self) -> object:
        """Its type."""
        return _types(self.model)[self.name]

    @property
    def default(self) -> object:
        """What it is where it is left out; `MISSING` where it must be there."""
        made, factory = self.declared.default, self.declared.default_factory
        return made if factory is MISSING else factory()


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(keyed,))
class Model:
    """What all parts of a review share: frozen, made by the names of their fields, closed to other keys."""

    __pydantic_config__: ClassVar[dict[str, str | bool]] = {"strict": True, "extra": "forbid", "validate_by_name": True}
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    model_fields: ClassVar[dict[str, ModelField]]

    def __init_subclass__(cls) -> None:
        """Collect the fields of a model."""
        dataclass(init=False, repr=False, eq=False)(cls)
        cls.model_fields = {
            one.name: ModelField(
                cls, one.name, one.metadata.get("alias", one.name), one.metadata.get("description", ""), one
            )
            for one in fields(cls)
        }

    def __init__(self, **values: object) -> None:
        known = type(self).model_fields
        made = {name: values.pop(name) if name in values else one.default for name, one in known.items()}
        wrong = [*values, *(name for name, value in made.items() if value is MISSING)]
        if wrong:
            raise TypeError(f"{type(self).__name__} is made with a value for each field and no others: {wrong}")
        vars(self).update(made)
        self.__post_init__()

    def __post_init__(self) -> None:
        """See whether values that each may be there may stand together; raises what `refused` makes."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete {name}")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def model_copy(self, *, update: Mapping[str, object]) -> Self:
        """Give one like it with other values for some fields, taken on trust."""
        return self.trusted({**vars(self), **update})

    @classmethod
    def trusted(cls, values: Mapping[str, object]) -> Self:
        """Make it of the values of all its fields, which were validated before; nothing is looked at again."""
        made = cls.__new__(cls)
        vars(made).update(values)
        return made

    @classmethod
    def model_validate(
        cls, data: object, *, context: object = None, by_alias: bool | None = None, by_name: bool | None = None
    ) -> Self:
        """Make it of tables and values from outside. Raises pydantic.ValidationError, located by paths of keys."""
        made = validator(cls).validate_python(data, context=context, by_alias=by_alias, by_name=by_name)
        return cast("Self", made)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take tables, though all else is strict."""
        return Within(strict=False).__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe it by its docstring."""
        described = handler(schema)
        handler.resolve_ref_schema(described)["description"] = inspect.cleandoc(cls.__doc__ or "")
        return described


def once_a_model(find: Callable[[type[Model]], Found]) -> Callable[[type[Model]], Found]:
    """Find something out once for each model."""
    known: dict[type[Model], Found] = {}  # to mypy no class is hashable whose values have an `__eq__` of their own

    def found(model: type[Model]) -> Found:
        if model not in known:
            known[model] = find(model)
        return known[model]

    return found


@once_a_model
def validator(model: type[Model]) -> TypeAdapter[Model]:
    """Give what makes a model of data, and describes what the data may be."""
    from pydantic import TypeAdapter

    return TypeAdapter(model)


def refused(kind: LiteralString, message: LiteralString, context: dict[str, object] | None = None) -> ValueError:
    """Make the error that keeps a value from being validated: its kind, and what is wrong and (what to do)."""
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(kind, message, context)


@once_a_model
def _types(model: type[Model]) -> dict[str, object]:
    return get_type_hints(model, include_extras=True)
