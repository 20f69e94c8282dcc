"""Saves one report, its titles, prose and tables, in every format that is read."""

from __future__ import annotations

from dataclasses import dataclass
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
    """A table under its caption; the first `heads` of its rows are headers."""

    caption: str
    rows: Rows
    heads: int = 1


Report = list[Title | str | Table]


def _wide(row: list[str], width: int = 18) -> list[str]:
    return row + [""] * (width - len(row))


_BLANK: Final = [""]
_YEARS: Final = ["02-03", "03-04", "04-05", "05-06", "Total"]
_TOTALS: Final = ["Total budget over 4 years", "Total savings over 4 years", "Total additional income over 4 years"]
# the figures of a report of 2002 as printed there: the labels of the totals stand in the columns of years
FINANCE: Final = Table(
    "Table 2: what the changes cost and bring in (£'000)",
    [
        _wide(["", "Budget", *_BLANK * 4, "Savings", *_BLANK * 4, "Income"]),
        _wide(["Rec", *_YEARS * 3]),
        _wide(["1", "7", "40", "40", "40", "127"]),
        _wide(["2", "13", "347", "347", "347", "1054", "", "", "240", "240", "480"]),
        _wide(["3", "28", "30", "30", "30", "118"]),
        _wide(["4", "22", *_BLANK * 3, "22", *_BLANK * 6, "85", "85", "85", "255"]),
        _wide(["5", "19", "2", "2", "2", "25"]),
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
    lines = [",".join(map(_quoted, line)) for line in _sheet(report)]
    path.write_text("\r\n".join(lines), "utf-8", newline="")
    return path


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if text else ""


def _sheet(report: Report) -> Iterator[list[str]]:
    for part in report:
        if isinstance(part, Table):
            yield [part.caption]
            yield from part.rows
        else:
            yield [part.text if isinstance(part, Title) else part]
        yield []


def save_text(report: Report, path: Path) -> Path:
    """Save as plain text with tabs."""
    path.write_text("\n\n".join(_with_tabs(part) for part in report) + "\n", "utf-8")
    return path


def _with_tabs(part: Title | str | Table) -> str:
    if isinstance(part, Table):
        return "\n".join([part.caption, "", *("\t".join(row) for row in part.rows)])
    return part.text if isinstance(part, Title) else part


def save_markdown(report: Report, path: Path) -> Path:
    """Save as Markdown, the first row of a table as its header."""
    path.write_text("\n\n".join(_in_markdown(part) for part in report) + "\n", "utf-8")
    return path


def _in_markdown(part: Title | str | Table) -> str:
    if not isinstance(part, Table):
        return f"## {part.text}" if isinstance(part, Title) else part
    rows = ["| " + " | ".join(text.replace("|", "\\|") for text in row) + " |" for row in part.rows]
    return "\n".join([part.caption, "", rows[0], "|" + "---|" * len(part.rows[0]), *rows[1:]])


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
    head, body = (
        "".join(f"<tr>{''.join(f'<{tag}>{escape(text)}</{tag}>' for text in row)}</tr>\n" for row in rows)
        for tag, rows in (("th", part.rows[: part.heads]), ("td", part.rows[part.heads :]))
    )
    caption = escape(part.caption)
    return f"<table><caption>{caption}</caption>\n<thead>\n{head}</thead><tbody>\n{body}</tbody></table>"


def save_docx(report: Report, path: Path) -> Path:
    """Save as a Word file, the header rows marked to be repeated on each page."""
    document = docx.Document()
    for part in report:
        if isinstance(part, Title):
            document.add_heading(part.text, 2)
        elif isinstance(part, str):
            document.add_paragraph(part)
        else:
            document.add_paragraph(part.caption, "Caption")
            table = document.add_table(0, len(part.rows[0]))
            for nth, texts in enumerate(part.rows):
                row = table.add_row()
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
                if nth < part.heads:
                    repeat(row)
    document.save(str(path))
    return path


def repeat(row: _Row) -> None:
    """Mark a row of a Word table to be repeated on each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 — there is no public way


def save_xlsx(report: Report, path: Path) -> Path:
    """Save as a spreadsheet of one sheet, figures as numbers, words in the first column."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Money")
        for down, line in enumerate(_sheet(report)):
            for over, text in enumerate(line):
                if text.isdecimal():
                    sheet.write_number(down, over, int(text))
                elif text:
                    sheet.write_string(down, over, text)
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
