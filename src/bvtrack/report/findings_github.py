"""Writes findings as the commands by which GitHub annotates the lines of a change: the worst ten, then a count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.finding import Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_words import counted, file_and_line, file_of, level, title, told, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.errors import Problem
    from bvtrack.core.finding import Finding, Summary

SHOWN: Final = 10
"""As many annotations of a kind as GitHub shows of one step."""
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def findings_github(findings: Iterable[Finding], problems: Iterable[Problem], summary: Summary) -> str:
    """Give a line for each of the ten worst things: inputs that could not be read, then live findings.

    A notice says how many there are besides, and the last line counts what was checked.
    """
    lines = [_problem(problem) for problem in problems]
    lines += [_finding(finding) for finding in worst_first(finding for finding in findings if finding.live)]
    if left := len(lines[SHOWN:]):
        lines[SHOWN:] = [f"::notice title=bvtrack check::… and {left} more, which bvtrack check lists"]
    return "\n".join([*lines, counted(summary)]) + "\n"


def _problem(problem: Problem) -> str:
    return _command("error", *file_and_line(problem.place), "could not be checked", visible(str(problem)))


def _finding(finding: Finding) -> str:
    name = _COMMANDS[level(finding)]
    return _command(name, file_of(finding.path), finding.line, title(finding), told(finding))


def _command(name: str, file: str, line: int | None, title: str, message: str) -> str:
    """Write one command; what would end it, or one of its properties, is escaped."""
    place = f"file={_in_property(visible(file))}" + (f",line={line}" if line else "")
    return f"::{name} {place},title={_in_property(title)}::{_in_message(message)}"


def _in_message(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
