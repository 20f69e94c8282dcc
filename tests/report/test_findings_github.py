"""Annotations on GitHub: the ten worst, and no text of a review that could be a command of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.document import Spot
from bvtrack.core.errors import InputProblem
from bvtrack.core.finding import Severity, Summary
from bvtrack.core.visible import visible
from bvtrack.report.findings_github import SHOWN, findings_github
from bvtrack.report.findings_words import title, told, worst_first
from sample_findings import SUM, WAIVED, finding, hostile_findings, problems, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.finding import Finding


@dataclass(frozen=True)
class Command:
    """A command as GitHub's runner takes it."""

    name: str
    properties: dict[str, str]
    message: str


def commands(output: str) -> Iterator[Command]:
    """Read what is printed as the runner does: any line that begins with two colons, or holds the older form."""
    for line in output.splitlines():
        if found := re.match(r"\s*::([a-z-]+)(?: (.*?))?::(.*)", line):
            pairs = [pair.split("=", 1) for pair in (found[2] or "").split(",") if pair]
            yield Command(found[1], {name: plain(value) for name, value in pairs}, plain(found[3]))
        elif older := re.search(r"##\[([a-z-]+)", line):
            yield Command(older[1], {}, line)


def plain(text: str) -> str:
    """Take escapes back, the sign of an escape last."""
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_a_finding_is_one_command() -> None:
    """It names file, line, rule and address; the message is what is wrong, the sum and the hint, a line each."""
    (command,) = commands(findings_github([finding(figures=SUM)], [], Summary()))
    assert command == Command(
        "error",
        {"file": "a.toml", "line": "3", "title": "FIN101 row-total, 1/budget"},
        "A sentence of several words that says what is wrong.\n"
        "printed -£1,346.5k, computed £1,346k, difference £12k\n"
        "→ Do this and that, and then do the other thing.",
    )


def test_the_bytes_are_those_github_documents() -> None:
    """Percent signs and line ends are escaped in messages, colons and commas in properties too."""
    text = findings_github([finding(message="5% of a: b, c", hints=("d",), path="a:b,c%.toml")], [], Summary())
    assert text.splitlines()[0] == (
        "::error file=a%3Ab%2Cc%25.toml,line=3,title=FIN101 row-total%2C 1/budget::5%25 of a: b, c%0A→ d"
    )


def test_the_worst_ten_come_first() -> None:
    """Problems, errors, warnings, notes; a notice counts the others, and the last line everything."""
    given = [finding(severity) for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR) for _ in range(5)]
    output = findings_github(given, [InputProblem("b.toml", "is no TOML", "mend it")], summary(given))
    names = [command.name for command in commands(output)]
    assert names == ["error"] * 6 + ["warning"] * 4 + ["notice"]
    assert "… and 6 more" in output.splitlines()[SHOWN]
    assert output.splitlines()[-1].endswith(": 5 errors, 5 warnings, 0 notes, 0 waived")


def test_a_problem_is_at_its_line() -> None:
    """What could not be read is shown where it stopped being readable."""
    (command,) = commands(findings_github([], [InputProblem("b.toml:3:7", "is no TOML", "mend it")], Summary()))
    about = {"file": "b.toml", "line": "3", "title": "could not be checked"}
    assert command == Command("error", about, "b.toml:3:7: is no TOML (mend it)")


def test_a_cell_is_told_in_words() -> None:
    """Where a file has no lines the message says the sheet and the cell."""
    given = finding(line=None, path="a.xlsx", spot=Spot(sheet="Costs", cell="B4"), hints=())
    (command,) = commands(findings_github([given], [], Summary()))
    assert command.message.splitlines()[1:] == ['a.xlsx: sheet "Costs", cell B4']


def test_ten_are_not_one_too_many() -> None:
    """With nothing left out there is no notice about it; a note of a rule is a notice."""
    names = [command.name for command in commands(findings_github([finding(Severity.NOTE)] * SHOWN, [], Summary()))]
    assert names == ["notice"] * SHOWN


def test_what_is_accepted_is_not_annotated() -> None:
    """Neither what is waived nor what is in the baseline; a clean run is the count alone."""
    output = findings_github([finding(waived=WAIVED), finding(baselined=True)], [], Summary(waived=1))
    assert (
        output
        == "0 files, 0 tables, 0 figures, 0 sums checked, 0 not evaluated: 0 errors, 0 warnings, 0 notes, 1 waived\n"
    )


def test_a_review_of_a_database_is_in_its_file() -> None:
    """The file of the annotation is one that exists, and there is no line."""
    (command,) = commands(findings_github([finding(path="work.db: schools-2002", line=None)], [], Summary()))
    assert command.properties == {"file": "work.db", "title": "FIN101 row-total, 1/budget"}


@given(st.lists(hostile_findings(), max_size=12), st.lists(problems, max_size=2))
def test_no_text_is_a_command(given: list[Finding], unread: list[InputProblem]) -> None:
    """There are as many commands as annotations, each holds its texts as they are shown, and no line is another."""
    output = findings_github(given, unread, Summary())
    live = worst_first(finding for finding in given if finding.live)
    expected = [str(problem) for problem in unread] + [told(finding) for finding in live]
    found = list(commands(output))
    annotations = found[:SHOWN]
    assert [command.message.split("\n") for command in annotations] == [
        [visible(line) for line in text.split("\n")] if nth >= len(unread) else [visible(text)]
        for nth, text in enumerate(expected[:SHOWN])
    ]
    assert [command.properties["title"] for command in annotations[len(unread) :]] == [
        title(finding) for finding in live[: SHOWN - len(unread)]
    ]
    assert len(found) == min(len(expected), SHOWN) + (len(expected) > SHOWN)
    assert len(output.splitlines()) == len(found) + 1
