"""What the models of files say of their keys: for messages about files and for the pages that document them."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from bvtrack.core.model import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.finding import Key
    from bvtrack.core.model import ModelField


def keys_of(model: type[Model]) -> dict[str, ModelField]:
    """Give a model's fields by their keys in the file, in the order of the format."""
    return {field.key: field for field in model.model_fields.values()}


def tables_of(field: ModelField) -> tuple[type[Model], ...]:
    """Give the model of the table, or of each table, that a field holds; none where it holds plain values."""
    return tuple(_models(field.annotation))


def model_at(path: Key, root: type[Model]) -> type[Model]:
    """Give the model of the innermost table of the format that a path below `root` goes through."""
    model = root
    for name in path:
        field = keys_of(model).get(str(name))
        model = next(iter(tables_of(field)), model) if field else model
    return model


def _models(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
