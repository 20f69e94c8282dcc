"""The report of 2002 in four formats: the same texts in the same places of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.files.documents.block import folded
from bvtrack.files.documents.document import read_document
from files.documents.saved import SAVE, Title, rows_of, tables
from files.documents.services import QUOTED, REPORT

if TYPE_CHECKING:
    from bvtrack.core.document import Document

FIXTURES = Path(__file__).parents[3] / "fixtures" / "documents"


@pytest.fixture(scope="module", params=["docx", "html", "md", "xlsx"])
def read(request: pytest.FixtureRequest) -> tuple[str, Document]:
    """The report as read from each of its files; with `--write-golden` the files are written anew."""
    path = FIXTURES / f"services-to-schools.{request.param}"
    if request.config.getoption("--write-golden"):
        SAVE[request.param](REPORT, path)
    return request.param, read_document(path)


def test_same_tables(read: tuple[str, Document]) -> None:
    """Every format gives the same tables, but that Markdown has no merged cells."""
    kind, document = read
    written = [[[folded(text) for text in row] for row in table.rows] for table in tables(REPORT)]
    if kind != "md":
        written[0][0] = ["", *(text for text in written[0][0] if text for _ in range(5)), "", ""]
    assert rows_of(document.grids) == written


def test_same_prose(read: tuple[str, Document]) -> None:
    """Every format gives the titles and the sentences in their order, the quoted figures among them."""
    _, document = read
    parts = [part.text if isinstance(part, Title) else getattr(part, "caption", part) for part in REPORT]
    assert [paragraph.text for paragraph in document.prose] == parts
    text = " ".join(map(str, parts))
    assert all(text.count(figure) == 1 for figure in QUOTED)
