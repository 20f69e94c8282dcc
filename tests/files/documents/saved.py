"""Saves one report, its titles, prose and tables, in every format that is read."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Final

import docx
import xlsxwriter  # type: ignore[import-untyped]
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from docx.table import _Row

    from bvtrack.core.document import Grid

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its caption: the first `heads` of its rows are headers, `groups` says that the first merges cells.

    A line end in a cell parts two paragraphs.
    """

    caption: str
    rows: Rows
    heads: int = 1
    groups: bool = False

    def spans(self, nth: int) -> list[tuple[str, int]]:
        """Give the texts of a row, each with how many columns it covers: a group as many as the blanks after it."""
        cells: list[tuple[str, int]] = []
        for text in self.rows[nth]:
            if self.groups and nth == 0 and not text and cells and cells[-1][0] and cells[-1][1] < GROUP:
                cells[-1] = (cells[-1][0], cells[-1][1] + 1)
            else:
                cells.append((text, 1))
        return cells


Report = list[Title | str | Table]


def wide(row: list[str], width: int = 18, before: int = 0) -> list[str]:
    """Put blanks before and after the texts of a row."""
    return [""] * before + row + [""] * (width - before - len(row))


GROUP: Final = 5  # columns under a heading of a group: four years and their total
_BLANK: Final = [""]
_YEARS: Final = ["02-03", "03-04", "04-05", "05-06", "Total"]
_TOTALS: Final = ["Total budget over 4 years", "Total savings over 4 years", "Total additional income over 4 years"]
# the figures of a report of 2002 as printed there: the labels of the totals stand in the columns of years
FINANCE: Final = Table(
    "Table 2: what the changes cost and bring in (£'000)",
    [
        wide(["", "Budget", *_BLANK * 4, "Savings", *_BLANK * 4, "Income"]),
        wide(["Rec", *_YEARS * 3]),
        wide(["1", "7", "40", "40", "40", "127"]),
        wide(["2", "13", "347", "347", "347", "1054", "", "", "240", "240", "480"]),
        wide(["3", "28", "30", "30", "30", "118"]),
        wide(["4", "22", *_BLANK * 3, "22", *_BLANK * 6, "85", "85", "85", "255"]),
        wide(["5", "19", "2", "2", "2", "25"]),
        [_TOTALS[0], *_BLANK * 4, "1346", _TOTALS[1], *_BLANK * 4, "480", _TOTALS[2], *_BLANK * 4, "255"],
    ],
    heads=2,
)
COSTS: Final = Table(
    "Table 3: where the money comes from",
    [
        ["Rec", "One off costs", "Annual costs", "Net potential savings", "Net potential income", "Target"],
        ["1", "£7k", "£33k", "", "", "From 56% in 2001.02 to 60% in 02/03"],
        ["2", "£5k £8k", "£347k", "£240k", "", "From 4.4% in 2001 to 3.5% in 2002 & 2.5% in 2003"],
        ["3", "£24K £4k £25k £5k", "", "", "", "From 20% in 2001 to 15% in 2002"],
        ["4", "£10k £3k £3k + training in Rec 3c £6k", "", "", "£85k", "10% more income by 2003"],
    ],
)
REPORT: Final[Report] = [
    Title("What it means for the budget"),
    "Over four years £1,346,000 that is in the budget now will be spent on this work, and <£2m in all.",
    Table(
        "Table 1: funding over 4 years",
        [["Source", "Amount"], ["Existing budget", "£1,346k"], ["Savings", "£480k"], ["Additional income", "£255k"]],
    ),
    "It saves £480k by working better; courses bring in £255k more.",
    FINANCE,
    Title("How it was worked out"),
    "Costs are those of each recommendation.",
    COSTS,
    "Recommendation 5 has no costs of its own.",
]


def tables(report: Report) -> list[Table]:
    """Give the tables of a report."""
    return [part for part in report if isinstance(part, Table)]


def save_csv(report: Report, path: Path) -> Path:
    """Save as CSV: words in the first column, blank lines between."""
    lines = [",".join(map(_quoted, line)) for line, _ in _sheet(report)]
    path.write_text("\r\n".join(lines), "utf-8", newline="")
    return path


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if text else ""


def _sheet(report: Report) -> Iterator[tuple[list[str], list[tuple[str, int]]]]:
    """Yield the lines of a sheet, each with its texts and how many columns they cover."""
    for part in report:
        if isinstance(part, Table):
            if part.caption:
                yield [part.caption], []
            yield from ((row, part.spans(nth)) for nth, row in enumerate(part.rows))
        else:
            yield [part.text if isinstance(part, Title) else part], []
        yield [], []


def save_text(report: Report, path: Path) -> Path:
    """Save as plain text with tabs."""
    path.write_text("\n\n".join(_with_tabs(part) for part in report) + "\n", "utf-8")
    return path


def _with_tabs(part: Title | str | Table) -> str:
    if isinstance(part, Table):
        return "\n".join([*_caption(part), *("\t".join(row) for row in part.rows)])
    return part.text if isinstance(part, Title) else part


def _caption(table: Table) -> list[str]:
    return [table.caption, ""] if table.caption else []


def save_markdown(report: Report, path: Path) -> Path:
    """Save as Markdown, the first row of a table as its header."""
    path.write_text("\n\n".join(_in_markdown(part) for part in report) + "\n", "utf-8")
    return path


def _in_markdown(part: Title | str | Table) -> str:
    if not isinstance(part, Table):
        return f"## {part.text}" if isinstance(part, Title) else part
    rows = [f"| {' | '.join(_items(text).replace('|', chr(92) + '|') for text in row)} |" for row in part.rows]
    return "\n".join([*_caption(part), rows[0], "|" + "---|" * len(part.rows[0]), *rows[1:]])


def _items(text: str) -> str:
    """Write the paragraphs of a cell as HTML has them, one alone as it is."""
    first, *items = text.split("\n")
    return (
        f"<p>{escape(first)}</p> <ul> {' '.join(f'<li>{escape(one)}</li>' for one in items)} </ul>" if items else text
    )


def save_html(report: Report, path: Path) -> Path:
    """Save as a web page, captions in the tables."""
    body = "\n".join(_in_html(part) for part in report)
    path.write_text(
        "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>x</title><style>td {}</style></head><body>\n"
        f"{body}\n</body></html>\n",
        "utf-8",
    )
    return path


def _in_html(part: Title | str | Table) -> str:
    if not isinstance(part, Table):
        return f"<h2>{escape(part.text)}</h2>" if isinstance(part, Title) else f"<p>{escape(part)}</p>"
    rows = [
        f"<tr>{''.join(_cell('th' if nth < part.heads else 'td', *cell) for cell in part.spans(nth))}</tr>\n"
        for nth in range(len(part.rows))
    ]
    head, body = "".join(rows[: part.heads]), "".join(rows[part.heads :])
    caption = f"<caption>{escape(part.caption)}</caption>" if part.caption else ""
    return f"<table>{caption}\n<thead>\n{head}</thead><tbody>\n{body}</tbody></table>"


def _cell(tag: str, text: str, columns: int) -> str:
    span = f" colspan={columns}" if columns > 1 else ""
    return f"<{tag}{span}>{_items(text) if chr(10) in text else escape(text)}</{tag}>"


def save_docx(report: Report, path: Path) -> Path:
    """Save as a Word file, the header rows marked to be repeated on each page."""
    document = docx.Document()
    for part in report:
        if isinstance(part, Title):
            document.add_heading(part.text, 2)
        elif isinstance(part, str):
            document.add_paragraph(part)
        else:
            if part.caption:
                document.add_paragraph(part.caption, "Caption")
            _in_word(list(document.add_table(len(part.rows), len(part.rows[0])).rows), part)
    document.save(str(path))
    return dated(path)


def _in_word(rows: list[_Row], table: Table) -> None:
    for nth, row in enumerate(rows):
        cells, column = row.cells, 0
        for text, columns in table.spans(nth):
            cell = cells[column].merge(cells[column + columns - 1]) if columns > 1 else cells[column]
            cell.text, *paragraphs = text.split("\n")
            for one in paragraphs:
                cell.add_paragraph(one, "List Bullet")
            column += columns
        if nth < table.heads:
            repeat(row)


def repeat(row: _Row) -> None:
    """Mark a row of a Word table to be repeated on each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 — there is no public way


def save_xlsx(report: Report, path: Path) -> Path:
    """Save as a spreadsheet of one sheet, figures as numbers, words in the first column."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": datetime(2002, 4, 22, tzinfo=UTC)})
        sheet = book.add_worksheet("Money")
        for down, (line, spans) in enumerate(_sheet(report)):
            over = 0
            for _, columns in spans:
                if columns > 1:
                    sheet.merge_range(down, over, down, over + columns - 1, "")
                over += columns
            for nth, text in enumerate(line):
                if text.isdecimal():
                    sheet.write_number(down, nth, int(text))
                elif text:
                    sheet.write_string(down, nth, text)
    return path


def dated(path: Path) -> Path:
    """Give all parts of an archive one date, so that the same content is the same bytes."""
    with zipfile.ZipFile(path) as file:
        parts = [(one.filename, file.read(one)) for one in file.infolist()]
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts:
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path


SAVE: Final[dict[str, Callable[[Report, Path], Path]]] = {
    "csv": save_csv,
    "docx": save_docx,
    "html": save_html,
    "md": save_markdown,
    "txt": save_text,
    "xlsx": save_xlsx,
}


def texts(grid: Grid) -> Rows:
    """Give the texts of a grid."""
    return [[cell.text for cell in row] for row in grid.cells]


def rows_of(grids: Sequence[Grid]) -> list[Rows]:
    """Give the texts of grids."""
    return [texts(grid) for grid in grids]
