"""Reads `waivers.toml`: findings of the reviews and documents beside it that are accepted on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.core.model import Id, Model, Several, Text, keyed
from bvtrack.core.review import WaiverEntry
from bvtrack.core.visible import visible
from bvtrack.files.toml_file import parse, read_text
from bvtrack.files.toml_problems import Source, problem_of

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.core.finding import Key

WAIVERS_FILE: Final = "waivers.toml"


@dataclass(frozen=True, slots=True)
class FiledWaiver:
    """A waiver, its key in the file, and what it is for: one document, one review, or each review."""

    entry: WaiverEntry
    key: Key
    review: str | None
    document: str | None = None


class _Entry(WaiverEntry):
    review: Id | None = keyed("the id of the review it is for, where it is not for all beside it", default=None)
    document: Text | None = keyed("the file name of the document it is for, where it is for one", default=None)


class _Waivers(Model):
    waivers: Several[_Entry] = keyed(default=(), named="waiver")


def read_waivers(path: Path) -> tuple[FiledWaiver, ...]:
    """Read the `[[waiver]]` tables of a file, in its order.

    Raises InputProblem, placed at `path` or `path:line`, where it cannot be read or holds anything else.
    """
    from pydantic import ValidationError  # here, because most folders have no such file

    text, place = read_text(path), visible(str(path))
    data = parse(text, place)
    try:
        file = _Waivers.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        raise problem_of(error, Source(place, text, data), _Waivers) from error
    return tuple(
        FiledWaiver(_waiver(entry), ("waiver", nth), entry.review, entry.document)
        for nth, entry in enumerate(file.waivers)
    )


def _waiver(entry: _Entry) -> WaiverEntry:
    return WaiverEntry.trusted({name: getattr(entry, name) for name in WaiverEntry.model_fields})
