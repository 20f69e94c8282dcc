"""The words outputs share: names of findings, files and lines, and the line that counts."""

from __future__ import annotations

import datetime as dt

import pytest

from bvtrack.core.document import Spot
from bvtrack.core.finding import Severity, Summary
from bvtrack.core.review import WaiverEntry
from bvtrack.report.findings_words import counted, file_and_line, file_of, not_live, title, told, worst_first
from sample_findings import SUM, finding


def test_the_last_line_counts() -> None:
    """One of a kind is named in the singular, and everything is counted even where it is nought."""
    assert counted(Summary(1, 1, 1, 1, 2, 1, 1, 1, 3)) == (
        "1 file, 1 table, 1 figure, 1 sum checked, 2 not evaluated: 1 error, 1 warning, 1 note, 3 waived"
    )
    assert counted(Summary()) == (
        "0 files, 0 tables, 0 figures, 0 sums checked, 0 not evaluated: 0 errors, 0 warnings, 0 notes, 0 waived"
    )


@pytest.mark.parametrize(
    ("place", "file", "line"),
    [
        ("a.toml", "a.toml", None),
        ("a.toml:3", "a.toml", 3),
        ("a.toml:3:14", "a.toml", 3),
        ("a:b/c.toml:3", "a:b/c.toml", 3),
        ("work.db: schools-2002", "work.db", None),
        (f"a.toml:{'9' * 5000}", f"a.toml:{'9' * 5000}", None),
        (":3", ":3", None),
        ("", "", None),
    ],
)
def test_a_place_of_a_problem_is_taken_apart(place: str, file: str, line: int | None) -> None:
    """The file and the line, where they are told; what is no line stays in the name."""
    assert file_and_line(place) == (file, line)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("work.db: schools-2002", "work.db"),
        ("folder/WORK.DB: a.b_c-d", "folder/WORK.DB"),
        ("notes.db: two words", "notes.db: two words"),
        ("costs: b.toml", "costs: b.toml"),
        ("a//b.toml", "a/b.toml"),
    ],
)
def test_a_review_of_a_database_is_in_the_databases_file(path: str, file: str) -> None:
    """Only what is named as a review of a database is; any other file may have a colon in its name."""
    assert file_of(path) == file


def test_a_finding_about_a_whole_document_has_no_address() -> None:
    """Then it is called by its rule alone."""
    assert title(finding(address="")) == "FIN101 row-total"


def test_a_cell_is_told_where_there_is_no_line() -> None:
    """The line of a text is told beside the message; a cell of a sheet is not."""
    sheet = Spot(sheet="Costs", cell="B4")
    assert told(finding(line=None, path="a.xlsx", spot=sheet, figures=SUM)).splitlines() == [
        "A sentence of several words that says what is wrong.",
        "printed -£1,346.5k, computed £1,346k, difference £12k",
        "→ Do this and that, and then do the other thing.",
        'a.xlsx: sheet "Costs", cell B4',
    ]
    assert len(told(finding(line=3, spot=Spot(line=3))).splitlines()) == 2


def test_the_worst_come_first_and_the_others_keep_their_order() -> None:
    """What has no severity is a note."""
    given = [finding(severity, line) for line, severity in enumerate((None, Severity.WARNING, Severity.NOTE), 1)]
    assert [one.line for one in worst_first([*given, finding(Severity.ERROR, 4)])] == [4, 2, 1, 3]


def test_what_is_accepted_says_by_whom() -> None:
    """A waiver is told before the baseline, and its words are made visible."""
    waiver = WaiverEntry(code="FIN101", address="1", reason="so\x1b", by="Ann", until=dt.date(2003, 1, 1))
    assert not_live(finding(waived=waiver, baselined=True)) == "waived by Ann until 2003-01-01: so<U+001B>"
    assert not_live(finding(baselined=True)) == "in the baseline"
    assert not_live(finding()) is None
