"""Make what leaves bvtrack: the tables a cabinet or a committee gets, and the review file itself, lossless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review
    from bvtrack.core.table import Table

TABLES = ("finance", "outcomes", "plan", "progress", "findings")
REVIEW = "review"
FORMATS = ("text", "md", "csv", "json")
TOML = "toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A review to export: the date it speaks for, the text it came from, and what it is called in findings.

    `lines` tells that findings are placed on the lines of that text: that it is a file.
    """

    review: Review
    as_at: dt.date
    text: str
    path: str
    beside: Path | None = None
    lines: bool = True


def is_database(path: Path) -> bool:
    """Tell whether a path means a database."""
    from bvtrack.files.folder import is_database

    return is_database(path)


def from_file(path: Path, as_at: dt.date | None = None) -> Source:
    """Read a review file; it speaks for the date of its report unless told otherwise. Raises InputProblem."""
    from bvtrack.files.review_file import read_review

    file = read_review(path)
    return Source(file.review, as_at or file.review.date, file.text, str(path), path.parent)


def from_desk(desk: Desk, name: str | None = None, as_at: dt.date | None = None) -> Source:
    """Take a review of a database, the only one where none is named; it speaks for today unless told otherwise."""
    name, path = desk.named(name), desk.store.path
    text = desk.store.kept_text(name)
    return Source(desk.review(name), as_at or desk.today, text, f"{path}: {name}", path.parent, lines=False)


def export(what: str, source: Source | Path) -> Table:
    """Give one of `TABLES` of a review. Raises the problem where a file named cannot be read."""
    of = source if isinstance(source, Source) else from_file(source)
    if what == "findings":
        return _findings(of)
    if what == "progress":
        from bvtrack.report.tables.progress import progress

        return progress(of.review, of.as_at)
    from bvtrack.report.tables.finance import finance
    from bvtrack.report.tables.outcomes import outcomes
    from bvtrack.report.tables.plan import plan

    return {"finance": finance, "outcomes": outcomes, "plan": plan}[what](of.review)


def review_text(source: Source) -> str:
    """Give the text of the review's file, in which all that has not changed stands as it was imported."""
    from bvtrack.files.review_text import write_review

    return write_review(source.review, source.text or None)


def format_for(what: str, form: str | None) -> str:
    """Give the format to write in. Raises UsageProblem where that is none for what is asked."""
    if what == REVIEW:
        if form not in {None, TOML}:
            raise UsageProblem("--format", f"a review is not written as {form}", "leave it out: a review file is TOML")
        return TOML
    if form == TOML:
        raise UsageProblem("--format", f"{what} is not written as toml", f"choose one of {', '.join(FORMATS)}")
    return form or FORMATS[0]


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


def _findings(of: Source) -> Table:
    from bvtrack.app import check, inputs
    from bvtrack.report.tables.findings import findings_table

    text = of.text if of.lines else None
    result = check.check_sources([inputs.Source(of.review, of.as_at, of.path, text, of.beside)])
    for problem in result.problems:
        raise problem
    return findings_table(result.findings)
