"""Finds tables laid out by spaces, as papers printed to text have them, and gives each its columns.

Figures make the columns: those under each other are one. Words go to the column they begin over; a heading over
several columns is a span.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.files.documents.block import Drawn, Piece
from bvtrack.files.documents.figures import is_figure
from bvtrack.files.documents.limits import MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SEGMENT: Final = re.compile(r"\S+(?: \S+)*")
_RULE: Final = re.compile(r"\s*[-=_+|.\s]{3,}")
_LONGEST: Final = 2_000  # characters of a line of a table
_INDENT: Final = 8  # a heading alone on its line stands at least so far in


@dataclass(frozen=True, slots=True)
class _Segment:
    """A run of words between two spaces or more, and where it stands in its line."""

    start: int
    end: int
    text: str


Extent = tuple[int, int]


def aligned_until(lines: Sequence[str], start: int) -> tuple[int, bool]:
    """Give the line after a run of lines in columns that begins at a line, and whether the run is a table.

    It is one when two of its lines or more have figures after the first column.
    """
    end = start
    figures = 0
    while end < len(lines):
        step = _next(lines, end, inside=end > start)
        if step is None:
            break
        figures += any(is_figure(segment.text) for segment in _segments(lines[step])[1:])
        end = step + 1
    return end, figures >= 2


def _next(lines: Sequence[str], number: int, *, inside: bool) -> int | None:
    """Give the line that a run goes on with: this one, or one with figures over a blank line, or none."""
    line = lines[number]
    if len(_segments(line)) >= 2 or (inside and _RULE.fullmatch(line)):
        return number
    following = number + 1
    if line.strip():
        is_heading = inside or (len(line) - len(line.lstrip()) >= _INDENT)
        short = len(_segments(line)) == 1 and len(line.strip()) <= 60 and not line.rstrip().endswith(".")
        goes_on = following < len(lines) and len(_segments(lines[following])) >= 2
        return number if is_heading and short and goes_on else None
    if not inside or following == len(lines):
        return None
    segments = _segments(lines[following])
    return following if any(is_figure(segment.text) for segment in segments[1:]) else None


def _segments(line: str) -> list[_Segment]:
    """Split a line at two spaces or more; a line longer than a table's is none, and so is a rule."""
    if len(line) > _LONGEST or _RULE.fullmatch(line):
        return []
    found = [_Segment(match.start(), match.end(), match[0]) for match in _SEGMENT.finditer(line)]
    return found if len(found) <= MAX_COLUMNS else []


def aligned_table(lines: Sequence[str], number: int) -> Drawn:
    """Make a table of lines in columns, the first of which has a number."""
    rows = [(number + nth, segments) for nth, line in enumerate(lines) if (segments := _segments(line))]
    with_figures = [nth for nth, (_, row) in enumerate(rows) if any(is_figure(segment.text) for segment in row[1:])]
    first = with_figures[0]
    columns = _columns([segments for _, segments in rows[first:]])
    return Drawn([_pieces(segments, columns, line, is_body=nth >= first) for nth, (line, segments) in enumerate(rows)])


def _columns(rows: Iterable[Sequence[_Segment]]) -> list[Extent]:
    """Give the extents of the columns: of the figures, and of the words that stand over or under no figure."""
    segments = [segment for row in rows for segment in row]
    figures = _merged((one.start, one.end) for one in segments if is_figure(one.text))
    words = [
        (one.start, one.end)
        for one in segments
        if not is_figure(one.text) and not any(one.start < end and start < one.end for start, end in figures)
    ]
    return sorted(figures + _merged(words))


def _merged(extents: Iterable[Extent]) -> list[Extent]:
    """Make one of the extents that overlap."""
    merged: list[Extent] = []
    for start, end in sorted(extents):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _pieces(segments: Sequence[_Segment], columns: Sequence[Extent], line: int, *, is_body: bool) -> list[Piece]:
    """Lay the segments of a line out over the columns; two that come to one column are read as one."""
    spans = _places(segments, columns) if is_body else _heads(segments, columns)
    texts: dict[int, tuple[str, int]] = {}
    for segment, (column, width) in zip(segments, spans, strict=True):
        before = texts.get(column, ("", 1))[0]
        texts[column] = (f"{before} {segment.text}".strip(), width)
    pieces = []
    column = 0
    while column < len(columns):
        text, width = texts.get(column, ("", 1))
        pieces.append(Piece(text, line, columns=width))
        column += width
    return pieces


def _places(segments: Sequence[_Segment], columns: Sequence[Extent]) -> list[tuple[int, int]]:
    """Give each segment of a row the first column it overlaps after the last one's, else the nearest."""
    places: list[tuple[int, int]] = []
    taken = -1
    for segment in segments:
        over = [nth for nth in _over(segment, columns) if nth > taken]
        free = range(taken + 1, len(columns)) or range(len(columns) - 1, len(columns))
        taken = over[0] if over else min(free, key=lambda nth: _distance(segment, columns[nth]))
        places.append((taken, 1))
    return places


def _heads(segments: Sequence[_Segment], columns: Sequence[Extent]) -> list[tuple[int, int]]:
    """Give each heading its column; where one stands over several they share the columns out, each to the nearest.

    The first column, of the labels, is shared only where a heading stands over it.
    """
    if not any(len(_over(segment, columns)) > 1 for segment in segments):
        return _places(segments, columns)
    labelled = [segment for segment in segments if 0 in _over(segment, columns)]
    rest = [segment for segment in segments if segment not in labelled]
    if len(labelled) > 1 or not rest:
        return _places(segments, columns)
    owners = [min(rest, key=lambda segment: _distance(segment, column)) for column in columns[1:]]
    shared = [(owners.index(one) + 1, owners.count(one)) if one in owners else None for one in rest]
    if None in shared:
        return _places(segments, columns)
    return [(0, 1)] * len(labelled) + [place for place in shared if place is not None]


def _over(segment: _Segment, columns: Sequence[Extent]) -> list[int]:
    return [nth for nth, (start, end) in enumerate(columns) if segment.start < end and start < segment.end]


def _distance(segment: _Segment, column: Extent) -> int:
    """Give twice the distance between two middles."""
    return abs(segment.start + segment.end - column[0] - column[1])
