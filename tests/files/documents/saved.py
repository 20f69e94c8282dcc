"""Saves one table, with a title, a caption and prose around it, in every format that is read."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

import docx
import xlsxwriter  # type: ignore[import-untyped]
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docx.table import _Row

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """A short report: its title, what stands before its table, the caption, the rows, what stands after."""

    title: str
    before: str
    caption: str
    rows: Rows
    after: str
    heads: int = 1


# the figures of a report of 2002, as printed: the labels of the totals stand in the year columns
FINANCE: Final = Report(
    title="Money",
    before="Over four years £1,346,000 of the existing budget goes to other work & saves £480k.",
    caption="Table 2: what it costs (£'000)",
    rows=[
        ["", "Budget", "", "", "", "", "Savings", "", "", "", "", "Income", "", "", "", "", ""],
        ["Rec", *["02-03", "03-04", "04-05", "05-06", "Total"] * 3, ""],
        ["1", "7", "40", "40", "40", "127", *[""] * 11],
        ["2", "13", "347", "347", "347", "1054", "", "", "240", "240", "480", *[""] * 6],
        ["3", "28", "30", "30", "30", "118", *[""] * 11],
        ["4", "22", "", "", "", "22", *[""] * 6, "85", "85", "85", "255", ""],
        ["5", "19", "2", "2", "2", "25", *[""] * 11],
        ["All budget", *[""] * 4, "1346", "All savings", *[""] * 4, "480", "All more income", *[""] * 3, "255"],
    ],
    after="It brings in £255k more.",
    heads=2,
)


def save_csv(report: Report, path: Path) -> Path:
    """Save as CSV: the words in the first column, blank lines between."""
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in report.rows]
    lines = [[f'"{report.before}"'], [], [f'"{report.caption}"'], *quoted, [], [f'"{report.after}"']]
    path.write_text("\r\n".join(",".join(line) for line in lines), "utf-8", newline="")
    return path


def save_tabs(report: Report, path: Path) -> Path:
    """Save as plain text with tabs."""
    table = "\n".join("\t".join(row) for row in report.rows)
    path.write_text(f"{report.title}\n\n{report.before}\n\n{report.caption}\n\n{table}\n\n{report.after}\n", "utf-8")
    return path


def save_markdown(report: Report, path: Path) -> Path:
    """Save as Markdown, the first row as the header."""
    rows = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in report.rows]
    table = "\n".join([rows[0], "|" + "---|" * len(report.rows[0]), *rows[1:]])
    path.write_text(f"## {report.title}\n\n{report.before}\n\n{report.caption}\n\n{table}\n\n{report.after}\n", "utf-8")
    return path


def save_html(report: Report, path: Path) -> Path:
    """Save as a web page with the caption in its table."""
    head, body = (
        "".join(f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>\n" for row in rows)
        for tag, rows in (("th", report.rows[: report.heads]), ("td", report.rows[report.heads :]))
    )
    path.write_text(
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title><style>td {{}}</style></head><body>\n"
        f"<h2>{escape(report.title)}</h2>\n<p>{escape(report.before)}</p>\n<table><caption>{escape(report.caption)}"
        f"</caption>\n<thead>{head}</thead><tbody>{body}</tbody></table>\n<p>{escape(report.after)}</p></body></html>\n",
        "utf-8",
    )
    return path


def save_docx(report: Report, path: Path) -> Path:
    """Save as a Word file, the header rows marked to be repeated on each page."""
    document = docx.Document()
    document.add_heading(report.title, 2)
    document.add_paragraph(report.before)
    document.add_paragraph(report.caption, "Caption")
    table = document.add_table(0, len(report.rows[0]))
    for nth, texts in enumerate(report.rows):
        row = table.add_row()
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
        if nth < report.heads:
            repeat(row)
    document.add_paragraph(report.after)
    document.save(str(path))
    return path


def repeat(row: _Row) -> None:
    """Mark a row of a Word table to be repeated on each page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 — there is no public way


def save_xlsx(report: Report, path: Path) -> Path:
    """Save as a spreadsheet, figures as numbers, the words in the first column."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet(report.title)
        sheet.write_string(0, 0, report.before)
        sheet.write_string(2, 0, report.caption)
        for down, row in enumerate(report.rows):
            for over, text in enumerate(row):
                if text.isdecimal():
                    sheet.write_number(3 + down, over, int(text))
                elif text:
                    sheet.write_string(3 + down, over, text)
        sheet.write_string(4 + len(report.rows), 0, report.after)
    return path


SAVE: Final[dict[str, Callable[[Report, Path], Path]]] = {
    "csv": save_csv,
    "docx": save_docx,
    "html": save_html,
    "md": save_markdown,
    "txt": save_tabs,
    "xlsx": save_xlsx,
}


def texts(rows: Sequence[Sequence[object]]) -> Rows:
    """Give the texts of the cells of a grid."""
    return [[str(getattr(cell, "text", cell)) for cell in row] for row in rows]
