"""The finance table of a review on a screen: the cabinet's print, and forecast, actual and variance in the same cells.

Every cell has the address of what stands in it, blank ones too. Below the print stand the sums that were worked out:
what each column adds up to, the net position by year, and that so far.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, product
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from bvtrack.app.show.at_risk import mark_of
from bvtrack.checks.figures.footing import foot
from bvtrack.checks.figures.misfits import Outcome
from bvtrack.core.finance import STREAMS, profile_of, stream_table, total_of, year_columns
from bvtrack.core.finding import Severity
from bvtrack.delivery.money import known_sum, label_of
from bvtrack.delivery.words import money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.finding import Finding
    from bvtrack.core.money import Money, Unit
    from bvtrack.core.review import Recommendation, Review, Stream
    from bvtrack.delivery.money import Layers, Line

Layer = Literal["plan", "forecast", "actual", "variance"]
LAYERS: Final[tuple[Layer, ...]] = ("plan", "forecast", "actual", "variance")
ABOUT: Final[Mapping[Layer, str]] = {
    "plan": "as printed and approved",
    "forecast": "a actual · f forecast · w waiting",
    "actual": "to date",
    "variance": "actual or forecast less plan",
}
NET: Final = "review/net"
HOLDS, ROUNDED, FAILS, ASKED, OPEN = "✓", "≈", "✗", "!", "?"
SIGNS: Final[Mapping[Stream, int]] = {"budget": 1, "savings": -1, "income": -1}
_NUMBER: Final = re.compile(r"(-?)([0-9]+)(\.[0-9]+)?")
_OUTCOMES: Final = {Outcome.WRONG: FAILS, Outcome.ROUNDING: ROUNDED, Outcome.NOT_EVALUATED: OPEN, Outcome.EXACT: HOLDS}


class Figure(NamedTuple):
    """What stands in a cell: its text, its address, a mark of one character, and its tone."""

    text: str
    address: str
    mark: str = ""
    tone: str = ""


class Label(NamedTuple):
    """What a row is called: a short name, and more in words; `end` says that it stands below the items."""

    text: str
    words: str = ""
    end: bool = False


class Group(NamedTuple):
    """The columns of a stream under its heading, with the figures of each row; the last column is the total."""

    stream: Stream
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Figure, ...], ...]


class Sheet(NamedTuple):
    """The table in a layer: rows are named by `labels` in every group; `net` has rows of its own."""

    title: str
    unit: str
    layer: Layer
    labels: tuple[Label, ...]
    groups: tuple[Group, ...]
    net_labels: tuple[Label, ...]
    net: tuple[tuple[Figure, ...], ...]


def sheet(view: ReviewView, layer: Layer = "plan", found: Sequence[Finding] = ()) -> Sheet:
    """Put the money of a review as a sheet in a layer; figures bear the marks of what was found about them."""
    review, printed = view.review, layer == "plan"
    items = tuple(Label(one.id, one.text) for one in review.recommendations)
    ends = (
        (Label("Total", "as printed", end=True), Label("Added up", "worked out", end=True))
        if printed
        else (Label("Total", end=True),)
    )
    years, sums = _years(view), _Sums(view, layer)
    marks = {**_footed(review), **_found(found)} if printed else {}
    return Sheet(
        title=f"Financial implications, {review.period.text}",
        unit=review.unit.text,
        layer=layer,
        labels=(*items, *ends),
        groups=tuple(_group(review, stream, years, sums, marks) for stream in _streams(view)),
        net_labels=(Label("Net", "budget less savings and income", end=True), Label("Cumulative", end=True)),
        net=_net(years, sums),
    )


def remarks(view: ReviewView) -> tuple[Finding, ...]:
    """Give the findings about figures of the sheet that are not waived, worst first."""
    return tuple(one for one in view.findings if one.waived is None and is_figure(one.address))


def is_figure(address: str) -> bool:
    """Tell whether an address is one of the sheet's: `2/savings/2004-05`, `totals/budget`, `review/net`."""
    return address.partition("/")[2].partition("/")[0] in STREAMS or address.startswith(NET)


def behind(view: ReviewView, address: str) -> tuple[Line, ...]:
    """Give the lines of money that a figure of the sheet stands for; those of savings and income count against net."""
    thing, _, rest = address.partition("/")
    stream, _, year = rest.partition("/")
    return tuple(
        line
        for line in view.standing.money
        if (address.startswith(NET) or line.stream == stream)
        and thing in {"review", "totals", line.recommendation}
        and (not year or label_of(line.year) == year)
    )


def beside(view: ReviewView, address: str) -> tuple[tuple[Layer, str], ...]:
    """Say what a figure of the sheet comes to in each layer; blank where a layer says nothing."""
    net = address.startswith(NET)
    return tuple(
        (
            layer,
            _said(known_sum(_signed(line, layer, net=net) for line in behind(view, address)), view.review.unit, layer),
        )
        for layer in LAYERS
    )


def called(view: ReviewView, address: str) -> str:
    """Call a figure of the sheet by its row, stream and year: `Rec 2 savings 2004-05`, `Net 2002 – 2006`."""
    thing, _, rest = address.partition("/")
    stream, _, year = rest.partition("/")
    name = "Net" if stream == "net" else f"{'Total' if thing == 'totals' else f'Rec {thing}'} {stream}"
    return f"{name} {year or view.review.period.text}"


def as_printed(printed: Money | None) -> str:
    """Give an amount as printed, on one line; a bare number with separators between its thousands."""
    text = " ".join(printed.text.split()) if printed is not None else ""
    number = _NUMBER.fullmatch(text)
    return f"{number[1]}{int(number[2]):,}{number[3] or ''}" if number else text


def printed_in(review: Review, stream: Stream) -> dict[str, Money]:
    """Give what is printed in a stream, by address; what is not printed is left out."""
    table, totals = stream_table(review, stream), total_of(review, stream)
    cells = (cell for row in table.cells for cell in row) if table is not None else ()
    found = {cell.address: cell.money for cell in cells if cell.money is not None}
    alone = totals.total if totals is not None else None
    return found if alone is None else {f"totals/{stream}": alone, **found}


class _Year(NamedTuple):
    """A column: its heading, and how addresses call it."""

    heading: str
    label: str


class _Sums:
    """The amounts of a layer, to be added by recommendation, stream and year; what has none is None."""

    def __init__(self, view: ReviewView, layer: Layer) -> None:
        self.unit = view.review.unit
        self.layer = layer
        self._lines: dict[tuple[str, str, str], Layers] = {}
        self._added: Counter[tuple[str, str, str]] = Counter()
        for line in view.standing.money:
            one, stream, year = line.recommendation, line.stream, label_of(line.year)
            self._lines[one, stream, year] = line.money
            pence = _of(line.money, layer)
            if pence is not None:
                self._added.update(dict.fromkeys(product(("", one), ("", stream), ("", year)), pence))

    def figure(self, one: Recommendation, stream: Stream, year: str) -> Figure:
        """Give one amount of the layer; what differs from the plan says by what."""
        layers = self._lines.get((one.id, stream, year))
        address = f"{one.id}/{stream}/{year}"
        if layers is None:
            return Figure("", address)
        mark, tone = "", ""
        if self.layer == "forecast":
            mark = mark_of(layers)
            tone = "late" if mark == "w" else "" if mark else "quiet"
        pence = _of(layers, self.layer)
        return Figure(
            _said(pence, self.unit, self.layer),
            address,
            mark,
            _tone(pence, stream) if self.layer == "variance" else tone,
        )

    def total(self, address: str, *, one: str = "", stream: str = "", year: str = "", tone: str = "") -> Figure:
        """Add up the amounts of a recommendation, a stream and a year, all of what is not named."""
        pence = self._added.get((one, stream, year))
        varies = self.layer == "variance" and stream
        return Figure(_said(pence, self.unit, self.layer), address, "", _tone(pence, stream) if varies else tone)

    def net(self, year: str) -> int | None:
        """Give budget less savings and income of a year."""
        return known_sum(_times(SIGNS[stream], self._added.get(("", stream, year))) for stream in STREAMS)


def _group(review: Review, stream: Stream, years: Sequence[_Year], sums: _Sums, marks: Mapping[str, str]) -> Group:
    """Put the columns of a stream: what is printed in the plan, what is added up in the other layers."""
    totals = total_of(review, stream)
    plan = sums.layer == "plan"
    if plan:
        rows = list(_printed_rows(review, stream, years, sums, marks))
    else:
        rows = [
            (
                *(sums.figure(one, stream, year.label) for year in years),
                sums.total(f"{one.id}/{stream}", one=one.id, stream=stream),
            )
            for one in review.recommendations
        ]
    tone = "quiet" if plan else "strong"
    added = (sums.total(f"totals/{stream}/{year.label}", stream=stream, year=year.label, tone=tone) for year in years)
    rows.append((*added, sums.total(f"totals/{stream}", stream=stream, tone=tone)))
    title = totals.heading if totals is not None and totals.heading else stream.capitalize()
    return Group(stream, title, (*(year.heading for year in years), "Total"), tuple(rows))


def _printed_rows(
    review: Review, stream: Stream, years: Sequence[_Year], sums: _Sums, marks: Mapping[str, str]
) -> Iterator[tuple[Figure, ...]]:
    """Yield a row for each recommendation, whether it prints anything or not, and the printed totals."""
    table = stream_table(review, stream)
    cells = iter(table.cells if table is not None else ())
    for one in review.recommendations:
        row = next(cells) if profile_of(one, stream) is not None else ()
        printed = {cell.address: cell.money for cell in row if cell.money is not None}
        yield _printed_row(f"{one.id}/{stream}", years, printed, marks, sums.total("", one=one.id, stream=stream))
    yield _printed_row(f"totals/{stream}", years, printed_in(review, stream), marks, None)


def _printed_row(
    address: str, years: Sequence[_Year], printed: Mapping[str, Money], marks: Mapping[str, str], added: Figure | None
) -> tuple[Figure, ...]:
    """Put a row as printed, with what its figures add up to, quietly, where it prints no total."""
    cells = [
        Figure(as_printed(printed.get(one)), one, marks.get(one, ""))
        for one in (*(f"{address}/{year.label}" for year in years), address)
    ]
    if not cells[-1].text and added is not None:
        cells[-1] = Figure(added.text, address, "", "quiet")
    if added is None:
        cells = [one._replace(tone="strong") for one in cells]
    return tuple(cells)


def _net(years: Sequence[_Year], sums: _Sums) -> tuple[tuple[Figure, ...], ...]:
    """Give the net position by year and over all, and how it runs up."""
    by_year = [sums.net(year.label) for year in years]
    run = accumulate(pence or 0 for pence in by_year)
    so_far = [None if pence is None else up_to for pence, up_to in zip(by_year, run, strict=True)]
    alone = [*by_year, sums.net("")]
    addresses = [*(f"{NET}/{year.label}" for year in years), NET]
    return tuple(
        tuple(
            Figure(_said(pence, sums.unit, sums.layer), address, "", tone)
            for pence, address in zip(row, addresses, strict=True)
        )
        for row, tone in ((alone, "strong"), ([*so_far, None], "quiet"))
    )


def _years(view: ReviewView) -> tuple[_Year, ...]:
    """Give the columns of the print, then the years that only forecasts and actuals have."""
    columns = [column.line for column in year_columns(view.review)]
    printed = [_Year(line.label, line.year.label if line.year else line.label) for line in columns]
    known = {year.label for year in printed}
    others = dict.fromkeys(label_of(line.year) for line in view.standing.money)
    return (*printed, *(_Year(label, label) for label in others if label and label not in known))


def _streams(view: ReviewView) -> tuple[Stream, ...]:
    """Give the streams that have money or printed totals; all where none has."""
    used = {line.stream for line in view.standing.money}
    return tuple(one for one in STREAMS if one in used or total_of(view.review, one) is not None) or STREAMS


def _footed(review: Review) -> dict[str, str]:
    """Mark each printed total by whether what it is the sum of adds up to it."""
    marks: dict[str, str] = {}
    worst = list(_OUTCOMES)
    tables = (table for stream in STREAMS if (table := stream_table(review, stream)) is not None)
    for footing in (foot(table, review.rounding) for table in tables):
        outcomes: dict[str, list[Outcome]] = {}
        for check in footing.checks:
            outcomes.setdefault(footing.cell(check.sum.total).address, []).append(check.outcome)
        marks |= {address: _OUTCOMES[min(found, key=worst.index)] for address, found in outcomes.items()}
    return marks


def _found(found: Iterable[Finding]) -> dict[str, str]:
    """Mark each figure by the worst that is found about it; notes leave no mark."""
    marks: dict[str, str] = {}
    for one in found:
        mark = {Severity.ERROR: FAILS, Severity.WARNING: ASKED}.get(one.severity or Severity.NOTE)
        if mark and marks.get(one.address) != FAILS:
            marks[one.address] = mark
    return marks


def _of(layers: Layers, layer: Layer) -> int | None:
    return {
        "plan": layers.plan,
        "forecast": layers.expected,
        "actual": layers.actual,
        "variance": layers.variance,
    }[layer]


def _signed(line: Line, layer: Layer, *, net: bool) -> int | None:
    return _times(SIGNS[line.stream] if net else 1, _of(line.money, layer))


def _times(sign: int, pence: int | None) -> int | None:
    return None if pence is None else sign * pence


def _said(pence: int | None, unit: Unit, layer: Layer) -> str:
    """Write an amount in the review's unit; a variance with its sign."""
    plus = "+" if layer == "variance" and pence and pence > 0 else ""
    return plus + money(pence, unit)


def _tone(pence: int | None, stream: str) -> str:
    """Give a variance its tone: more cost is bad, and less saving or income."""
    worse = (pence or 0) * (1 if stream == "budget" else -1)
    return "late" if worse > 0 else "good" if worse < 0 else "quiet"
