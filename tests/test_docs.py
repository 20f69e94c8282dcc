"""The documents are true: generated pages are what is generated, examples run, pictures and links are there."""

from __future__ import annotations

import datetime as dt
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.check import check
from bvtrack.app.findings import written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_generated_pages_are_as_generated() -> None:
    """`make docs` would change nothing, and there is no page of a rule that is gone."""
    pages: Callable[[], Mapping[str, str]] = runpy.run_path(str(ROOT / "tools" / "make_docs.py"))["pages"]
    made = pages()
    for name, text in made.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == text, f"{name} is not as generated: make docs"
    assert {path.name for path in (ROOT / "docs" / "rules").iterdir()} == {
        Path(name).name for name in made if "/" in name
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file or a folder that is there."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_guides_review_is_one(tmp_path: Path) -> None:
    """The example the guide opens with is a whole review in which nothing is wrong."""
    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "guide.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "guide.toml").write_text(blocks[0], "utf-8")
    summary = check([tmp_path / "guide.toml"]).summary
    assert (summary.files, summary.errors, summary.warnings) == (1, 0, 0)


def test_the_guides_waiver_and_settings_are_read(tmp_path: Path) -> None:
    """The guide's waiver and settings are of the formats it says they are."""
    from bvtrack.files.settings_file import read_settings
    from bvtrack.files.waivers_file import read_waivers

    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "guide.md").read_text("utf-8"), re.DOTALL)
    (tmp_path / "bvtrack.toml").write_text(blocks[1], "utf-8")
    (tmp_path / "waivers.toml").write_text(blocks[2], "utf-8")
    assert read_settings(tmp_path).fail_on == "warning"
    assert [waiver.entry.address for waiver in read_waivers(tmp_path / "waivers.toml")] == ["1/budget"]


def test_the_readme_shows_what_a_report_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report the README checks is the fixture with two digits of one figure of its prose swapped."""
    whole = (ROOT / "fixtures" / "documents" / "services-to-schools.md").read_text("utf-8")
    (tmp_path / "report.md").write_text(whole.replace("£1,346k", "£1,364k"), "utf-8")
    monkeypatch.chdir(tmp_path)
    given = str(written(check([Path("report.md")], today=dt.date(2002, 4, 22)), "text")).splitlines()
    command, *shown = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[
        1
    ].splitlines()
    assert command == "$ bvtrack check report.md"
    assert len(shown) >= 5
    assert [line for line in shown if line not in given] == []


def test_the_readme_shows_what_check_says() -> None:
    """The findings the README shows are lines of what the Hertfordshire review gives."""
    golden = (ROOT / "tests" / "golden" / "files" / "check.txt").read_text("utf-8").splitlines()
    shown = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[0].splitlines()
    assert len(shown) >= 4
    assert [line for line in shown if line not in golden] == []
