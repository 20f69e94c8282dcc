"""Gives findings as SARIF 2.1.0, which code scanners exchange: all rules with their manual, all findings placed."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from bvtrack import __version__
from bvtrack.core.finding import Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_words import file_and_line, file_of, level, not_live, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.core.errors import Problem
    from bvtrack.core.finding import Finding

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a viewer shows of a rule: a sentence, a paragraph on what it checks, what to do, and the manual page."""

    code: str
    name: str
    severity: Severity
    sentence: str
    about: str
    remedy: str
    page: str


def findings_sarif(
    findings: Iterable[Finding], problems: Sequence[Problem], rules: Sequence[RuleText]
) -> dict[str, object]:
    """Give the log of one run: all rules, all findings in their order, those not live as suppressed.

    `problems`, inputs that could not be checked, are notifications of a run that did not succeed.
    """
    index = {rule.code: nth for nth, rule in enumerate(rules)}
    driver = {
        "name": "bvtrack",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [
            {
                "executionSuccessful": not problems,
                "toolExecutionNotifications": [_notification(problem) for problem in problems],
            }
        ],
        "columnKind": "utf16CodeUnits",
        "results": [_result(finding, index) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: RuleText) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.sentence},
        "fullDescription": {"text": rule.about},
        "help": {"text": rule.remedy, "markdown": rule.page},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.code[:3]], "problem.severity": _GITHUB[rule.severity]},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, object]:
    reason = not_live(finding)
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": level(finding).value,
        "message": {"text": _said(told(finding))},
        "locations": [_location(finding)],
        "partialFingerprints": {"bvtrack/v1": finding.fingerprint},
        # where one result says so, all have to: an empty list is “not suppressed”, none is “nobody knows”
        "suppressions": [{"kind": "external", "justification": reason}] if reason else [],
        "properties": {
            **({"asAt": finding.as_at.isoformat()} if finding.as_at else {}),
            **(asdict(finding.figures) if finding.figures else {}),
        },
    }


def _notification(problem: Problem) -> dict[str, object]:
    return {
        "level": "error",
        "message": {"text": _said(visible(str(problem)))},
        "locations": [{"physicalLocation": _physical(*file_and_line(problem.place))}],
    }


def _location(finding: Finding) -> dict[str, object]:
    return {
        "physicalLocation": _physical(file_of(finding.path), finding.line),
        "logicalLocations": [
            {"fullyQualifiedName": visible(name), "kind": kind} for kind, name in _names(finding) if name
        ],
    }


def _physical(file: str, line: int | None) -> dict[str, object]:
    return {"artifactLocation": {"uri": _uri(file)}, **({"region": {"startLine": line}} if line else {})}


def _names(finding: Finding) -> Iterator[tuple[str, str]]:
    """Give what the place is called, each with its kind: by its address, its headings, and where it is in its file."""
    yield "address", finding.address
    place, spot = finding.place, finding.spot
    if place:
        yield "cell", f"{place.table}, row {place.row}, column {place.column}"
    if spot and spot.sheet:
        yield "sheet", "!".join(filter(None, (spot.sheet, spot.cell)))
    if spot and spot.table:
        counted = (("table", spot.table), ("row", spot.row), ("column", spot.column))
        yield "table", ", ".join(f"{thing} {number}" for thing, number in counted if number)


def _uri(file: str) -> str:
    """Write a path as a relative URI, or as one of its own where it is not relative."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _said(text: str) -> str:
    """Write a text as a message, in which braces are placeholders and brackets before parentheses are links."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
