"""Checking documents: which are read, what is said of them, and where."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from bvtrack.app.check import check
from bvtrack.app.findings import written
from bvtrack.app.places import spot_of
from bvtrack.core.document import Document, Paragraph, Spot
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Thresholds

ROOT = Path(__file__).parents[2]
DAY = dt.date(2002, 4, 22)
PLAIN = """# Savings

Table 1: what the plan costs, £'000

| Line | 2002-03 | 2003-04 | Total |
|---|--:|--:|--:|
| Advice | 7 | 40 | 47 |
| Training | 12 | 9 | 21 |
| Support | 4 | 5 | 9 |
| Total | 23 | 54 | 77 |
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Write a report whose one table adds up."""
    path = tmp_path / "report.md"
    path.write_text(PLAIN, "utf-8")
    return path


def test_a_clean_table_is_counted(report: Path) -> None:
    """A document that adds up gives nothing but the count of what was checked."""
    result = check([report], today=DAY)
    assert [f for f in result.findings if f.code.startswith("FIN1")] == []
    assert (result.summary.files, result.summary.tables, result.summary.figures) == (1, 1, 12)
    assert result.summary.sums == 7


def test_a_wrong_figure_has_its_place(report: Path) -> None:
    """A figure that two sums accuse is named at its line, under an address in words."""
    report.write_text(PLAIN.replace("| 9 | 21 |", "| 6 | 21 |"), "utf-8")
    (finding,) = check([report], today=DAY).findings
    assert (finding.code, finding.severity, finding.line) == ("FIN101", Severity.ERROR, 8)
    assert finding.place is not None
    assert (finding.place.row, finding.place.column) == ("Training", "2003-04")
    assert finding.address == "Table 1: what the plan costs, £'000/Training/Total"
    assert finding.message.endswith("2003-04 is £6k and should be £9k.")


@pytest.mark.parametrize(("rounding", "codes"), [("nearest", {"FIN107"}), ("exact", {"FIN103"})])
def test_rounding_is_a_choice(report: Path, rounding: str, codes: set[str]) -> None:
    """A grand total out by one is excused by rounding, and an error where figures are checked exactly."""
    report.write_text(PLAIN.replace("77", "78"), "utf-8")
    thresholds = Thresholds(rounding="nearest" if rounding == "nearest" else "exact")
    found = {finding.code for finding in check([report], thresholds=thresholds, today=DAY).findings}
    assert found - {"FIN104"} == codes


@pytest.mark.parametrize("suffix", ["csv", "docx", "html", "md", "txt", "xlsx"])
def test_every_kind_of_document_is_read(suffix: str) -> None:
    """The same report gives the same counts from each format, and the same notes."""
    result = check([ROOT / "fixtures" / "documents" / f"funding.{suffix}"], today=DAY)
    summary = result.summary
    assert (summary.tables, summary.figures, summary.sums, summary.errors, summary.warnings) == (2, 36, 10, 0, 0)
    assert [finding.code for finding in result.findings] == ["FIN119"]


@pytest.mark.parametrize(
    ("suffix", "place"),
    [
        ("xlsx", 'funding.xlsx: sheet "'),
        ("docx", "funding.docx: table 3: note FIN119"),
        ("md", "funding.md:33: note FIN119"),
    ],
)
def test_a_place_is_as_exact_as_its_format(suffix: str, place: str) -> None:
    """A text has lines, a workbook sheets and cells, a Word file tables."""
    assert place in str(written(check([ROOT / "fixtures" / "documents" / f"funding.{suffix}"], today=DAY), "text"))


def test_a_folder_means_its_documents_too(report: Path) -> None:
    """Reviews and documents of a folder are checked; what an office program keeps beside an open one is none."""
    shutil.copy(ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml", report.parent)
    (report.parent / "~$report.docx").write_bytes(b"\x05Jeff")
    (report.parent / "notes.txt").write_text("Nothing to add up.", "utf-8")
    result = check([report.parent], today=DAY)
    assert result.problems == ()
    assert result.summary.files == 3
    assert not [f for f in result.findings if f.path.endswith("notes.txt")]


def test_a_document_named_without_a_table_is_a_warning(tmp_path: Path) -> None:
    """That nothing was checked is never a silent green."""
    path = tmp_path / "notes.txt"
    path.write_text("Nothing to add up.", "utf-8")
    (finding,) = check([path], today=DAY).findings
    assert (finding.code, finding.severity, finding.line) == ("FIN119", Severity.WARNING, None)
    assert finding.message == "There is no table here: nothing in this document was checked."
    assert "notes.txt: warning FIN119" in str(written(check([path], today=DAY), "text"))


def test_tables_that_are_not_financial_are_counted_in_the_warning(tmp_path: Path) -> None:
    """The warning says how many tables were looked at."""
    path = tmp_path / "people.md"
    one = "| Who | Room |\n|---|---|\n| Jeff | 4 |\n\n"
    path.write_text(one, "utf-8")
    assert check([path], today=DAY).findings[0].message.startswith("The one table here is no financial one:")
    path.write_text(one + "And more.\n\n" + one, "utf-8")
    assert check([path], today=DAY).findings[0].message.startswith("None of the 2 tables here is a financial one:")


def test_what_cannot_be_read_does_not_keep_the_rest_back(report: Path) -> None:
    """A refused document is a problem of the result."""
    broken = report.parent / "broken.docx"
    broken.write_bytes(b"PK\x03\x04nothing")
    result = check([broken, report], today=DAY)
    assert [problem.place for problem in result.problems] == [str(broken)]
    assert result.summary.files == 1


def test_a_document_needs_a_date(report: Path) -> None:
    """Without a date nothing says which waivers still hold."""
    (problem,) = check([report]).problems
    assert "says no date" in problem.what


def test_a_waiver_beside_a_document_is_for_its_name(report: Path) -> None:
    """A waiver names the document it is for; one of another document, or of a review, is not looked at."""
    report.write_text(PLAIN.replace("| 9 | 21 |", "| 6 | 21 |"), "utf-8")
    waiver = """[[waiver]]
code = "FIN101"
address = "Table 1: what the plan costs, £'000/Training/Total"
reason = "as printed"
by = "A. Auditor"
until = 2002-12-31
document = "{}"
"""
    beside = report.parent / "waivers.toml"
    beside.write_text(waiver.format("report.md"), "utf-8")
    assert check([report], today=DAY).summary.waived == 1
    beside.write_text(waiver.format("other.md"), "utf-8")
    result = check([report], today=DAY)
    assert (result.summary.waived, result.summary.errors) == (0, 1)
    beside.write_text(waiver.format("report.md").replace("FIN101", "FIN102"), "utf-8")
    unused = [finding for finding in check([report], today=DAY).findings if finding.code == "SUP901"]
    assert [(finding.path, finding.line, finding.spot) for finding in unused] == [(str(beside), 1, None)]


def test_scripts_get_the_spot(report: Path) -> None:
    """JSON holds what the format knows of the place; findings of reviews have none."""
    report.write_text(PLAIN.replace("| 9 | 21 |", "| 6 | 21 |"), "utf-8")
    made = written(check([report], today=DAY), "json")
    assert isinstance(made, dict)
    findings = made["findings"]
    assert isinstance(findings, list)
    assert findings[0]["spot"] == {"line": 8, "sheet": "", "cell": "", "table": 1, "row": 3, "column": 3}


def test_fingerprints_stay_when_lines_move(report: Path) -> None:
    """What stands above a table does not change what its findings are called."""
    wrong = PLAIN.replace("| 9 | 21 |", "| 6 | 21 |")
    prints = []
    for text in (wrong, "More words first.\n\n" + wrong):
        report.write_text(text, "utf-8")
        prints.append([finding.fingerprint for finding in check([report], today=DAY).findings])
    assert prints[0] == prints[1]


def test_a_path_that_leads_to_prose() -> None:
    """A paragraph has its own place, and the whole document none."""
    document = Document((), (Paragraph("one", Spot(line=1)), Paragraph("two", Spot(line=3))))
    assert spot_of(document, ("prose", 1)) == Spot(line=3)
    assert spot_of(document, ()) is None
