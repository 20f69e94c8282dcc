"""What the Hertfordshire review gives, as whole files that were read line by line against the report.

`make golden` writes them anew; read the difference before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bvtrack.app import findings
from bvtrack.app.check import CheckResult, check
from bvtrack.app.export import FORMATS, TABLES, export, written

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "files"
REVIEW = Path("reviews/hertfordshire-services-to-schools-2002.toml")

ANSWER_KEY = {
    ("FIN106", "1/budget"),
    ("FIN106", "3/budget"),
    ("FIN115", "5/budget"),
    ("STR203", "5"),
    ("MEA402", "2.3"),
    ("PEO502", "4a"),
}


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name files as a user in the checkout does."""
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def result() -> CheckResult:
    """Check the review once."""
    return check([ROOT / REVIEW])


def same(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare with a golden file, or write it where asked to."""
    path = GOLDEN / name
    if request.config.getoption("--write-golden"):
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")


def test_the_errors_are_the_answer_key(result: CheckResult) -> None:
    """The report's errors are found, and no other."""
    errors = {(finding.code, finding.address) for finding in result.findings if finding.severity == "error"}
    assert errors == ANSWER_KEY


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("text", "check.txt"),
        ("json", "check.json"),
        ("sarif", "check.sarif"),
        ("junit", "check.junit.xml"),
        ("github", "check.github.txt"),
        ("markdown", "check.md"),
    ],
)
def test_the_findings(form: str, name: str, request: pytest.FixtureRequest) -> None:
    """The whole list, as people, scripts and CI get it; of the rules' manual only the codes."""
    made = findings.written(check([REVIEW]), form)
    if form == "sarif":
        driver = made["runs"][0]["tool"]["driver"]  # type: ignore[index]  # a JSON value
        driver["rules"] = [rule["id"] for rule in driver["rules"]]
    text = made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    same(name, text, request)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", TABLES)
def test_the_tables(what: str, form: str, request: pytest.FixtureRequest) -> None:
    """Each table of the cabinet report in each format."""
    made = written(export(what, REVIEW), form)
    text = made if isinstance(made, str) else json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    same(f"{what}.{'txt' if form == 'text' else form}", text, request)


def test_finance_in_a_narrow_terminal(request: pytest.FixtureRequest) -> None:
    """At 80 columns the three groups stand one under another."""
    text = written(export("finance", REVIEW), "text", 80)
    assert isinstance(text, str)
    assert max(map(len, text.splitlines())) <= 80
    same("finance-80.txt", text, request)
