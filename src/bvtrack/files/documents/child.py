"""Reads a document in a process of its own, with limits of time and memory: what a parser does there harms nobody.

The bytes go in by standard input, the document comes back as JSON. Run as a module it is that process.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypedDict

from bvtrack.core.document import Document, Grid, GridCell, Paragraph, Spot
from bvtrack.core.errors import InputProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[bytes, str], Document]
    PackedSpot = tuple[int | None, str, str, int | None, int | None, int | None]
    PackedCell = tuple[str, PackedSpot, bool, bool]

    class Packed(TypedDict):
        """A document as JSON has it."""

        grids: list[tuple[int, str, str, int, list[list[PackedCell]]]]
        prose: list[tuple[str, PackedSpot]]
        notes: list[str]


# of a process; a document of forty tables of 40 × 12 takes a third of the time at most
MOST_SECONDS: Final = 1.4
MOST_BYTES: Final = 448 * 1024 * 1024
PATIENCE: Final = 20  # seconds by the clock, however busy the machine is

READERS: Final = {
    "csv": ("csv_document", "read_csv"),
    "docx": ("docx", "read_docx"),
    "html": ("html", "read_html"),
    "md": ("markdown", "read_markdown"),
    "txt": ("plain_text", "read_plain_text"),
    "xlsx": ("xlsx", "read_xlsx"),
}


def reader(kind: str) -> Reader:
    """Give the reader of a format; only now is it loaded, with the libraries it stands on."""
    module, name = READERS[kind]
    found: Reader = getattr(import_module(f"bvtrack.files.documents.{module}"), name)
    return found


def read_in_child(kind: str, data: bytes, place: str) -> Document:
    """Read a document of a format in a process of its own.

    Raises InputProblem where the reader does, or where it needs more time or memory than a document does.
    """
    import subprocess

    command = [sys.executable, "-P", "-m", __name__, kind, place]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise InputProblem(place, "takes too long to read", "save it again, or split it") from error
    if run.returncode < 0:
        raise InputProblem(place, "takes too much time or memory to read", "save it again, or split it")
    if run.returncode > 0:
        reason = visible(run.stderr.decode(errors="replace").strip().rpartition("\n")[2])
        raise InputProblem(place, f"cannot be read: {reason}", "save it again, in another format")
    answer = json.loads(run.stdout)
    if isinstance(answer, list):
        raise InputProblem(*answer)
    return _unpacked(answer)


def _main() -> None:
    kind, place = sys.argv[1:]
    _limit()
    data = sys.stdin.buffer.read()
    try:
        answer: object = _packed(reader(kind)(data, place))
    except InputProblem as problem:
        answer = [problem.place, problem.what, problem.todo]
    except (MemoryError, RecursionError):
        answer = [place, "takes too much memory to read", "save it again, or split it"]
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    """Set the limits, where the system has such."""
    try:
        import resource
        import signal
    except ImportError:  # Windows: the sizes were checked, and the clock is watched
        return
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)  # its signal ends the process
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):  # a system that has the limit and does not keep it
        return


def _packed(document: Document) -> dict[str, object]:
    grids = [
        [grid.number, grid.caption, grid.heading, grid.after, [[_cell(cell) for cell in row] for row in grid.cells]]
        for grid in document.grids
    ]
    prose = [[paragraph.text, _spot(paragraph.spot)] for paragraph in document.prose]
    return {"grids": grids, "prose": prose, "notes": document.notes}


def _cell(cell: GridCell) -> list[object]:
    return [cell.text, _spot(cell.spot), cell.header, cell.covered]


def _spot(spot: Spot) -> list[object]:
    return [spot.line, spot.sheet, spot.cell, spot.table, spot.row, spot.column]


def _unpacked(answer: Packed) -> Document:
    grids = tuple(
        Grid(number, tuple(tuple(_cell_of(cell) for cell in row) for row in cells), caption, heading, after)
        for number, caption, heading, after, cells in answer["grids"]
    )
    prose = tuple(Paragraph(text, Spot(*spot)) for text, spot in answer["prose"])
    return Document(grids, prose, tuple(answer["notes"]))


def _cell_of(cell: PackedCell) -> GridCell:
    text, spot, header, covered = cell
    return GridCell(text, Spot(*spot), header, covered)


if __name__ == "__main__":
    _main()
