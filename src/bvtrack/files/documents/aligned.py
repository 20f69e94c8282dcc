"""Finds tables laid out by spaces, as papers printed to text have them, and gives each its columns.

Figures make the columns: those under each other are one. Words go to the column they begin over; a heading over
several columns is a span.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from bvtrack.files.documents.block import Drawn, Piece
from bvtrack.files.documents.figures import is_figure
from bvtrack.files.documents.limits import MAX_COLUMNS, MAX_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SEGMENT: Final = re.compile(r"\S+(?: \S+)*")
_RULE: Final = re.compile(r"\s*[-=_+|.\s]{3,}")
_LEADERS: Final = re.compile(r"(?<=\w) ?(?:\. ?){3,}")  # the dots from a label to its figure
_LONGEST: Final = 2_000  # characters of a line of a table
_FURTHEST: Final = 3  # lines without columns within a table
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

    It is one when two of its lines or more have figures after the first column. A run goes on over rules, and over a
    blank line and a heading or two where a line with figures follows.
    """
    end = start
    figures = 0
    while end < len(lines) and end - start <= MAX_ROWS:
        if len(_segments(lines[end])) >= 2:
            figures += _has_figures(lines[end])
            end += 1
        elif not (step := _gap(lines, end, inside=end > start)):
            break
        else:
            end += step
    return end, figures >= 2


def _gap(lines: Sequence[str], start: int, *, inside: bool) -> int:
    """Give how many lines without columns a run goes on over from here, 0 where it ends."""
    line = lines[start]
    if not inside:
        far_in = len(line) - len(line.lstrip()) >= _INDENT
        return int(far_in and _is_heading(line) and len(_segments(_line(lines, start + 1))) >= 2)
    if _RULE.fullmatch(line):
        return 1
    for ahead in range(_FURTHEST + 1):
        following = _line(lines, start + ahead)
        if _has_figures(following):
            return ahead
        if following.strip() and not _RULE.fullmatch(following) and not _is_heading(following):
            return 0
    return 0


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _has_figures(line: str) -> bool:
    return any(is_figure(segment.text) for segment in _segments(line)[1:])


def _is_heading(line: str) -> bool:
    """Tell whether a line could stand between the rows of a table: short, and no sentence."""
    return len(_segments(line)) == 1 and len(line.strip()) <= 60 and not line.rstrip().endswith((".", ":"))


@lru_cache(maxsize=1024)  # a line is looked at again and again
def _segments(line: str) -> tuple[_Segment, ...]:
    """Split a line at two spaces or more; a line longer than a table's is none, and so is a rule."""
    if len(line) > _LONGEST or _RULE.fullmatch(line):
        return ()
    line = _LEADERS.sub(lambda match: " " * len(match[0]), line)
    found = tuple(_Segment(match.start(), match.end(), match[0]) for match in _SEGMENT.finditer(line))
    return found if len(found) <= MAX_COLUMNS else ()


def aligned_table(lines: Sequence[str], number: int) -> Drawn:
    """Make a table of lines in columns, the first of which has a number."""
    rows = [(number + nth, segments) for nth, line in enumerate(lines) if (segments := _segments(line))]
    first = next(nth for nth, (_, row) in enumerate(rows) if any(is_figure(segment.text) for segment in row[1:]))
    columns = _columns([segments for _, segments in rows[first:]])
    return Drawn([_pieces(segments, columns, line, is_body=nth >= first) for nth, (line, segments) in enumerate(rows)])


def _columns(rows: Iterable[Sequence[_Segment]]) -> list[Extent]:
    """Give the extents of the columns: of the figures, and of the words that stand over or under no figure."""
    segments = [segment for row in rows for segment in row]
    figures = _merged((one.start, one.end) for one in segments if is_figure(one.text))
    words = [(one.start, one.end) for one in segments if not is_figure(one.text) and not _over(one, figures)]
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
    """Give each heading its column; where they stand over groups they share the columns out, each to the nearest."""
    rest = [segment for segment in segments if 0 not in _over(segment, columns)]
    if not rest or len(segments) - len(rest) > 1 or not _are_groups(rest, columns):
        return _places(segments, columns)
    owners = [min(rest, key=lambda segment: _distance(segment, column)) for column in columns[1:]]
    shared = [(owners.index(one) + 1, owners.count(one)) for one in rest if one in owners]
    if len(shared) < len(rest) or not all(
        _is_over(segment, columns[first : first + width]) for segment, (first, width) in zip(rest, shared, strict=True)
    ):
        return _places(segments, columns)
    return [(0, 1)] * (len(segments) - len(rest)) + shared


def _are_groups(segments: Sequence[_Segment], columns: Sequence[Extent]) -> bool:
    """Tell whether headings could stand over groups of columns: one is over several, or they are few."""
    return 2 * len(segments) < len(columns) or any(len(_over(segment, columns)) > 1 for segment in segments)


def _is_over(segment: _Segment, group: Sequence[Extent]) -> bool:
    """Tell whether a heading stands over the middle of a group of columns, or over two of them."""
    start, end = group[0][0], group[-1][1]
    return len(_over(segment, group)) > 1 or 2 * _distance(segment, (start, end)) <= end - start


def _over(segment: _Segment, columns: Sequence[Extent]) -> list[int]:
    """Give the columns, apart and in order, that a segment overlaps."""
    first = bisect_right(columns, segment.start, key=itemgetter(1))
    last = bisect_left(columns, segment.end, key=itemgetter(0))
    return list(range(first, last))


def _distance(segment: _Segment, column: Extent) -> int:
    """Give twice the distance between two middles."""
    return abs(segment.start + segment.end - column[0] - column[1])
