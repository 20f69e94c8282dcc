"""Says what is wrong with the tables of a file, each fault on its line, in the words of `core.faults`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem
from bvtrack.core.faults import faults
from bvtrack.files.toml_place import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError

    from bvtrack.core.finding import Key
    from bvtrack.core.model import Model

MAX_SHOWN: Final = 20  # problems of one file told one by one
MAX_SORTED: Final = 500  # problems that are looked for in the text at all


@dataclass(frozen=True, slots=True)
class Source:
    """Tables of a file that a model is made of: the file's name and text, the tables, and the path of keys to them."""

    place: str
    text: str
    data: Mapping[str, object]
    path: Key = ()


def problem_of(error: ValidationError, source: Source, root: type[Model]) -> InputProblem:
    """Make one problem of all that keeps `root` from being made: the first by line, with the others in its `more`.

    Of more than 20 faults the others are only counted.
    """
    told = error.errors(include_url=False)[:MAX_SORTED]
    lines = lines_of(source.text, {source.path + fault["loc"] for fault in told})
    told.sort(key=lambda fault: lines[source.path + fault["loc"]])
    problems = [
        InputProblem(f"{source.place}:{lines[source.path + fault.key]}", f"{fault.where} {fault.what}", fault.todo)
        for fault in faults(told[:MAX_SHOWN], source.data, root)
    ]
    if error.error_count() > MAX_SHOWN:
        more = f"has {error.error_count() - MAX_SHOWN:,} more problems"
        problems.append(InputProblem(source.place, more, "correct those above first"))
    first, *others = problems
    return InputProblem(first.place, first.what, first.todo, tuple(others))
