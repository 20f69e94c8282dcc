"""The totals that the financial tables of a document state, by stream and by what they cover."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bvtrack.checks.figures.intervals import Figure, figure_of
from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.prose.scopes import scopes_within, year_key
from bvtrack.checks.prose.words import KNOWN, NET, STREAMS
from bvtrack.checks.structure.words import asks_for_total
from bvtrack.core.money.characters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.sums import Position
    from bvtrack.checks.structure.inference import Footed
    from bvtrack.core.review import Rounding
    from bvtrack.core.table import Line, Table

_TERM: Final = re.compile(r"[a-z][\w'&/-]*")
_UNIT: Final = re.compile(r"\(?(?:£ ?|')?0{0,3}'?s?\)?(?=\s|$)|\(?£(?:m|k|bn|million|thousand)?\)?")
_YEAR: Final = re.compile(r"(?<![\d£.,])(?:(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?|\d\d\s?[-/]\s?\d\d)(?![\d.,%])")
_NTH_YEAR: Final = re.compile(r"(?:year|yr) \d")


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of a table by what it states: `streams` its money may be of, and what of the table it covers.

    `item` is the folded label of the row or column it is of, `year` the key of its year, both "" for all; a figure of
    an item in a year has both. `courses` are the years it may be over, as keys: those of its stream, and those of the
    whole table. `accepts` is what a quoted figure may agree with: what is printed, and what footing makes of it; `sure`
    says that there is no doubt about it, `computed` that it is printed nowhere.
    """

    footed: Footed
    at: Position
    streams: frozenset[str]
    item: str
    year: str
    courses: tuple[tuple[str, ...], ...]
    pence: int
    accepts: tuple[Figure, ...]
    sure: bool = True
    place: int = 0
    computed: bool = False

    @property
    def table(self) -> Table:
        """The table it stands in."""
        return self.footed.footing.table


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a line's label says: the stream it is of, its item and its year."""

    stream: str = ""
    item: str = ""
    year: str = ""


def stream_of(text: str) -> str:
    """Give the one stream that words speak of; nothing where they speak of none or of several."""
    words = _TERM.findall(text.lower())
    if "net" in words and (NET.intersection(words) or len(words) == 1):
        return "net"
    found = {STREAMS[word] for word in words if word in STREAMS}
    return min(found) if len(found) == 1 else ""


def folded(label: str) -> str:
    """Give a label as it is compared: plain small letters without stops at its ends."""
    return fold(label)[0].lower().strip(" .:,*")


def totals(readings: Sequence[Footed], rounding: Rounding) -> Iterator[Total]:
    """Yield every figure of the financial tables whose unit is known, with what it covers."""
    for footed in readings:
        if footed.table is not None and footed.table.unit is not None:
            yield from _of_table(footed, footed.footing.table, footed.footing, rounding)


def _of_table(footed: Footed, table: Table, footing: Footing, rounding: Rounding) -> Iterator[Total]:
    sole = len(table.columns) == 1
    rows = [_meaning(line, sole=len(table.rows) == 1) for line in table.rows]
    columns = [_meaning(line, sole=sole) for line in table.columns]
    every = tuple(sorted({one.year for one in (*columns, *rows) if one.year}))
    title = stream_of(folded(table.name))
    moved = {
        one.sum.total: one.sum.parts[0].at[1]
        for one in footing.checks
        if one.sum.kind is Kind.GRAND and one.sum.total[1] != one.sum.parts[0].at[1]
    }
    corrected = {
        misfit.fault.guilty.at: misfit.fault.guilty.pence
        for misfit in footed.misfits
        if misfit.fault.guilty is not None
    }
    doubted = {
        at
        for one in footing.checks
        if one.outcome is Outcome.WRONG
        for at in (one.sum.total, *(part.at for part in one.sum.parts))
    } - corrected.keys()
    for row, column, cell in table.figures():
        at = (row, column)
        figure = figure_of(cell.money, rounding)
        if figure is None:
            continue
        across, down = columns[moved.get(at, column)], rows[row] if at not in moved else _Meaning()
        streams = {across.stream, down.stream} - {""} or {title} - {""}
        exact = corrected.get(at, figure.pence)
        own = tuple(dict.fromkeys(one.year for one in columns if one.year and one.stream == across.stream))
        courses = tuple(years for years in dict.fromkeys((own, every)) if years)
        item = " ".join(dict.fromkeys(one.item for one in (down, across) if one.item))
        yield Total(
            footed,
            at,
            frozenset(streams),
            item,
            across.year or down.year,
            courses,
            exact,
            (figure, Figure(exact, figure.low + 2 * (exact - figure.pence), figure.high + 2 * (exact - figure.pence))),
            at not in doubted,
            (cell.money and cell.money.place) or 0,
        )


def _meaning(line: Line, *, sole: bool) -> _Meaning:
    """Read what a label says; a line that is the only one, or whose label is all known words, covers all."""
    label = folded(line.label)
    own = stream_of(label)
    stream = own or stream_of(folded(line.group))
    bare = _bare(label)
    dated = [key for key in map(year_key, _YEAR.findall(bare)) if key]
    counted = _NTH_YEAR.fullmatch(bare)
    if len(dated) == 1 or counted:
        rest = _YEAR.sub(" ", bare) if dated else ""
        return _Meaning(stream, "" if _known(rest) else label, dated[0] if dated else f"y{bare[-1]}")
    plain, _ = scopes_within(label)
    whole = _known(_bare(plain)) and (own or asks_for_total(label))
    return _Meaning(stream, "" if whole or (sole and not bare) else label)


def _known(label: str) -> bool:
    """Tell whether all words of a label are known, so that none of them narrows it."""
    return all(word in KNOWN or word in NET or word == "net" for word in _TERM.findall(label))


def _bare(label: str) -> str:
    """Give a label without its unit."""
    return " ".join(_UNIT.sub(" ", label).split())
