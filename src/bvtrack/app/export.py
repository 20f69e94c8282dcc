"""Make the tables a cabinet report prints, of one review, in the format asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bvtrack.core.table import Table

TABLES = ("finance", "outcomes", "plan", "findings")
FORMATS = ("text", "md", "csv", "json")


def export(what: str, path: Path) -> Table:
    """Give one of `TABLES` of the review file at `path`. Raises the problem where the file cannot be read."""
    if what == "findings":
        return _findings(path)
    from bvtrack.files.review_file import read_review
    from bvtrack.report.tables.finance import finance
    from bvtrack.report.tables.outcomes import outcomes
    from bvtrack.report.tables.plan import plan

    return {"finance": finance, "outcomes": outcomes, "plan": plan}[what](read_review(path).review)


def written(table: Table, form: str, width: int | None = None) -> str | dict[str, object]:
    """Write a table in one of `FORMATS`: text, or for `json` the value to be written. `width` is for text alone."""
    if form == "json":
        from bvtrack.report.as_json import as_json

        return as_json(table)
    if form == "md":
        from bvtrack.report.as_markdown import as_markdown

        return as_markdown(table)
    if form == "csv":
        from bvtrack.report.as_csv import as_csv

        return as_csv(table)
    from bvtrack.report.as_text import as_text

    return as_text(table, width)


def save(path: Path, text: str, *, force: bool) -> None:
    """Write a text to a file, whole or not at all; an existing one is replaced only with `force`."""
    from bvtrack.files.output_file import write_file

    write_file(path, text, force=force)


def _findings(path: Path) -> Table:
    from bvtrack.app.check import check
    from bvtrack.report.tables.findings import findings_table

    result = check([path])
    for problem in result.problems:
        raise problem
    return findings_table(result.findings)
