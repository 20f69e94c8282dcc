"""Makes a table of an archetype: figures that add up, printed as councils print them, and the sums that are true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from bvtrack.core.document import Grid, GridCell, Spot
from testbed.plan import Archetype, Planned, planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Position = tuple[int, int]
QUOTIENTS = ("pct", "share", "per", "mean")
TEXTS = ("J. Smith", "Director", "See note", "Chief Officer", "Head of Finance", "Ongoing")


@dataclass(frozen=True, slots=True)
class Truth:
    """A sum that is true: the row and column of its total, and of its parts with their signs.

    `coarse` says that figures of it are printed in tens.
    """

    total: Position
    parts: tuple[tuple[Position, int], ...]
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A table that was made: the rows of its headings and of its body as texts, the label of each row first."""

    name: str
    caption: str
    headings: tuple[tuple[str, ...], ...]
    body: tuple[tuple[str, ...], ...]
    truths: tuple[Truth, ...]

    def grid(self, *, marked: bool = True) -> Grid:
        """Give the table as a reader of documents would; `marked` says whether it knows which rows are headings."""
        rows = (*self.headings, *self.body)
        cells = tuple(
            tuple(
                GridCell(
                    text, Spot(table=1, row=row + 1, column=column + 1), header=marked and row < len(self.headings)
                )
                for column, text in enumerate(texts)
            )
            for row, texts in enumerate(rows)
        )
        return Grid(1, cells, caption=self.caption)

    def text(self, at: Position) -> str:
        """Give the text of a figure; columns are counted without that of the labels."""
        return self.body[at[0]][at[1] + 1]

    def with_text(self, at: Position, text: str) -> Made:
        """Give the table with another text at a place."""
        row, column = at
        body = [list(texts) for texts in self.body]
        body[row][column + 1] = text
        return replace(self, body=tuple(map(tuple, body)))


@dataclass(frozen=True, slots=True)
class Print:
    """How a table prints its figures."""

    decimals: int
    brackets: bool
    commas: bool
    nil: str

    def figure(self, value: int | None, decimals: int | None = None, mark: str = "") -> str:
        """Print a value in last places; None is a blank."""
        if value is None:
            return ""
        if value == 0:
            return self.nil
        places = self.decimals if decimals is None else decimals
        digits = str(abs(value)).zfill(places + 1)
        whole, part = (digits[:-places], "." + digits[-places:]) if places else (digits, "")
        text = (f"{int(whole):,}" if self.commas else whole) + part + mark
        if value < 0:
            return f"({text})" if self.brackets else f"-{text}"
        return text


def make(archetype: Archetype, seed: int) -> Made:
    """Make one table of an archetype: the same for the same seed."""
    rng = Random(f"{archetype.name}/{seed}")  # noqa: S311 (a test bed, not a secret)
    columns, rows = planned(archetype.columns, rng), planned(archetype.rows, rng)
    how = Print(archetype.decimals, rng.random() < 0.5, rng.random() < 0.7, rng.choice(("", "-", "-", "0", "nil", "–")))
    values = _Values(archetype, columns, rows, rng)
    body = tuple(
        (row.label, *(values.text((r, c), how, rng) for c in range(len(columns)))) for r, row in enumerate(rows)
    )
    truths = tuple(_truths(columns, rows))
    return Made(f"{archetype.name}/{seed}", archetype.caption, _headings(columns), body, truths)


def _headings(columns: Sequence[Planned]) -> tuple[tuple[str, ...], ...]:
    if any("|" in column.label for column in columns):
        groups, labels = zip(*(column.label.rpartition("|")[::2] for column in columns), strict=True)
        return ("", *groups), ("Service", *labels)
    return (("Service", *(column.label for column in columns)),)


def _sums(line: Planned) -> bool:
    return not line.is_(*QUOTIENTS, "text", "heading", "memo", "cumulative")


def _truths(columns: Sequence[Planned], rows: Sequence[Planned]) -> Iterator[Truth]:
    for r, row in enumerate(rows):
        for c, column in enumerate(columns):
            if row.parts and _sums(column):
                lines = (row, column, *(rows[part] for part, _ in row.parts))
                yield Truth((r, c), tuple(((part, c), sign) for part, sign in row.parts), _any_coarse(lines))
            if column.parts and _sums(row):
                lines = (row, column, *(columns[part] for part, _ in column.parts))
                yield Truth((r, c), tuple(((r, part), sign) for part, sign in column.parts), _any_coarse(lines))


def _any_coarse(lines: Sequence[Planned]) -> bool:
    return any(line.is_("coarse") for line in lines)


class _Values:
    """The values of a table in last places, worked out from its items; those of quotients in tenths or hundredths."""

    def __init__(self, archetype: Archetype, columns: Sequence[Planned], rows: Sequence[Planned], rng: Random) -> None:
        """Draw the items."""
        self.columns, self.rows = columns, rows
        self.fine = 100 if archetype.rounded else 1
        self.items: dict[Position, int] = {}
        sizes = [rng.uniform(*archetype.size) for _ in rows]
        for r, row in enumerate(rows):
            for c, column in enumerate(columns):
                if not (row.parts or column.parts or row.is_("heading") or column.is_("text")):
                    flags = {*row.flags, *column.flags}
                    chance = 0.6 if "sparse" in flags else archetype.nil / 100
                    self.items[r, c] = 0 if rng.random() < chance else self._amount(sizes[r], flags, rng)

    def _amount(self, size: float, flags: set[str], rng: Random) -> int:
        amount = max(1, round(10 ** (size + rng.gauss(0, 0.15)) * self.fine))
        if "small" in flags:
            amount = max(1, amount // 20) * rng.choice((1, -1))
        if "signed" in flags:
            amount *= rng.choice((1, 1, -1))
        return -amount if "negative" in flags else amount

    def text(self, at: Position, how: Print, rng: Random) -> str:
        """Print the value at a place."""
        row, column = self.rows[at[0]], self.columns[at[1]]
        if column.is_("text"):
            return rng.choice(TEXTS)
        if row.is_("heading"):
            return ""
        value = self.value(at)
        line = row if row.is_(*QUOTIENTS) else column
        if line.is_("pct", "share"):
            return how.figure(value, 1, "" if "%" in line.label else "%")
        if line.is_("per"):
            return how.figure(value, 2)
        if value is None or line.is_(*QUOTIENTS):
            return how.figure(value)
        value = _rounded(value, self.fine)
        return how.figure(10 * _rounded(value, 10) if _any_coarse((row, column)) else value)

    def value(self, at: Position) -> int | None:
        """Work out the value at a place; None for a blank."""
        r, c = at
        row, column = self.rows[r], self.columns[c]
        quotients = row.is_(*QUOTIENTS) + column.is_(*QUOTIENTS)
        if quotients == 2 or (row.is_("memo", "cumulative") and column.parts) or (column.is_("memo") and row.parts):
            return None
        if row.is_(*QUOTIENTS, "double"):
            return _made_of(row.flags[0], [self.value((one, c)) for one in row.of])
        if column.is_(*QUOTIENTS):
            return _made_of(column.flags[0], [self.value((r, one)) for one in column.of])
        if row.is_("cumulative"):
            return sum(self.value((row.of[0], before)) or 0 for before in range(c + 1))
        parts = [((part, c), sign) for part, sign in row.parts] or [((r, part), sign) for part, sign in column.parts]
        return sum(sign * (self.value(part) or 0) for part, sign in parts) if parts else self.items[at]


def _rounded(value: int, by: int) -> int:
    return (abs(value) + by // 2) // by * (1 if value >= 0 else -1)


def _made_of(kind: str, values: Sequence[int | None]) -> int | None:
    """Work out the double or the mean of values, or a quotient in tenths of a per cent or in hundredths."""
    if kind == "double":
        return 2 * (values[0] or 0)
    if kind == "mean":
        return sum(one or 0 for one in values) // len(values)
    first, second = values[:2]
    if first is None or not second:
        return None
    scale, above = {"pct": (1000, first - second), "share": (1000, first), "per": (100, first)}[kind]
    return _rounded(2 * above * scale, 2 * abs(second)) * (1 if second > 0 else -1)
