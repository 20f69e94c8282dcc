"""Reads and writes a baseline: in TOML, a table an input and in it a line a finding, sorted, fit for diffs."""

from __future__ import annotations

import os
import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from bvtrack.core.baseline import BaselineEntry
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.model import Model, keyed
from bvtrack.core.visible import visible
from bvtrack.files.output_file import write_file
from bvtrack.files.toml_file import MAX_BYTES, parse, read_text
from bvtrack.files.toml_place import lines_of
from bvtrack.files.toml_problems import Source, problem_of
from bvtrack.files.toml_text import key, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

HEAD: Final = """\
# Findings that were there when this file was made, and do not fail `bvtrack check --baseline`. It only shrinks:
# `--update-baseline` takes out what is mended, and adds nothing.
format = 1
"""
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}")
_TOLD: Final = re.compile(r"([A-Z]{3}[0-9]{3}) (.+)")


class _Baseline(Model):
    format: Literal[1] = keyed("the version of the format, 1")
    file: dict[str, dict[str, str]] = keyed(default_factory=dict)


def read_baseline(path: Path) -> frozenset[BaselineEntry]:
    """Read the entries of a baseline.

    Raises InputProblem, placed at `path` or `path:line`, where it cannot be read or holds anything else.
    """
    from pydantic import ValidationError  # here, because most checks have no baseline

    text, place = read_text(path), visible(str(path))
    data = parse(text, place)
    try:
        files = _Baseline.model_validate(data).file
    except ValidationError as error:
        raise problem_of(error, Source(place, text, data), _Baseline) from error
    entries = set()
    for name, findings in files.items():
        for fingerprint, told in findings.items():
            found = _TOLD.fullmatch(told)
            if found is None or not _FINGERPRINT.fullmatch(fingerprint):
                line = lines_of(text, [("file", name, fingerprint)])["file", name, fingerprint]
                what = f"“{visible(fingerprint[:40])}” is no finding of a baseline"
                raise InputProblem(f"{place}:{line}", what, "take the line out")
            entries.add(BaselineEntry(name, found[1], found[2], fingerprint))
    return frozenset(entries)


def write_baseline(path: Path, entries: Iterable[BaselineEntry]) -> None:
    """Write a baseline in one step. Raises UsageProblem where it would be too large to be read, StorageProblem."""
    text = baseline_text(entries)
    try:
        parse(text, visible(str(path)))
    except InputProblem as problem:
        too_large: InputProblem | None = problem
    else:
        too_large = None
    if too_large or len(text.encode()) > MAX_BYTES:
        what, todo = (
            "would hold more findings than can be read",
            "choose rules with --select, or make one for each folder",
        )
        raise UsageProblem(visible(str(path)), what, todo) from too_large
    write_file(path, text, force=True)


def baseline_text(entries: Iterable[BaselineEntry]) -> str:
    """Give the text of a baseline."""
    lines = [HEAD]
    for name, of_file in groupby(sorted(entries), key=lambda entry: entry.path):
        lines.append(f"[file.{key(name)}]\n")
        lines += [f"{entry.fingerprint} = {literal(f'{entry.code} {entry.words}')}\n" for entry in of_file]
        lines.append("\n")
    return "".join([lines[0], *(["\n", *lines[1:-1]] if lines[1:] else ())])


def path_in_baseline(source: str, baseline: Path) -> str:
    """Give the path of an input as entries have it: from the baseline's folder, links resolved, fit to be shown."""
    return visible(_from(os.path.realpath(source), os.path.realpath(baseline.parent)))


def is_gone(path: str, baseline: Path, asked: Iterable[Path]) -> bool:
    """Tell whether an input of a baseline is not there any more, although it lies in a folder or database asked for."""
    place = os.path.normpath(os.path.join(os.path.realpath(baseline.parent), path))  # noqa: PTH118 — a text, no path yet
    inside = any(
        place.startswith((f"{root.rstrip(os.sep)}{os.sep}", f"{root}: ")) for root in map(os.path.realpath, asked)
    )
    return inside and not os.path.lexists(place)


def _from(path: str, folder: str) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()
