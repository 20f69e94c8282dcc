"""Writes findings as JUnit XML, which CI servers show as tests: a suite for each input, a case for each finding.

It keeps to the elements and attributes that GitLab, Jenkins and the schemas of JUnit reports have in common.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from bvtrack.core.finding import Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_place import place_in_words
from bvtrack.report.findings_words import file_and_line, level, not_live, sentences, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.core.errors import Problem
    from bvtrack.core.finding import Finding

UNREAD = "inputs that could not be checked"


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case: `outcome` is the element that holds its `text`, where there is one, `message` its headline."""

    name: str
    outcome: str = ""
    text: str = ""
    message: str | None = None
    kind: str | None = None


def findings_junit(findings: Sequence[Finding], problems: Iterable[Problem], checked: Iterable[str]) -> str:
    """Give the XML. An error fails, warnings and notes pass and say so, what is waived or in the baseline is skipped.

    Every input has a case that says it was checked, so one without findings passes; one that could not be is an error.
    A case keeps its name when lines move: it is of the rule and the address.
    """
    suites = {visible(path): [_Case("checked")] for path in checked}
    for finding in findings:
        suites[visible(finding.source)].append(_case(finding))
    if unread := [_unread(problem) for problem in problems]:
        suites[UNREAD] = [*suites.get(UNREAD, ()), *unread]
    counts = _counts([case for cases in suites.values() for case in cases])
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites{_attributes(name='bvtrack', **counts)}>",
            *(line for path, cases in suites.items() for line in _suite(path, _apart(cases))),
            "</testsuites>\n",
        )
    )


def _unread(problem: Problem) -> _Case:
    file, _ = file_and_line(problem.place)
    return _Case(visible(file), "error", visible(str(problem)), visible(problem.what), type(problem).__name__)


def _case(finding: Finding) -> _Case:
    name = title(finding)
    text = "\n".join((visible(place_in_words(finding)), *sentences(finding)))
    if (reason := not_live(finding)) is not None:
        return _Case(name, "skipped", text, reason)
    if level(finding) is Severity.ERROR:
        return _Case(name, "failure", text, visible(finding.message), finding.code)
    return _Case(name, "system-out", f"{level(finding)}: {text}")


def _apart(cases: Iterable[_Case]) -> list[_Case]:
    """Number the cases of one name: readers take a name for one test."""
    uses: Counter[str] = Counter()
    named: dict[str, _Case] = {}
    for case in cases:
        name = case.name
        while name in named:
            uses[case.name] += 1
            name = f"{case.name} ({uses[case.name] + 1})"
        named[name] = replace(case, name=name)
    return list(named.values())


def _counts(cases: Sequence[_Case]) -> dict[str, str]:
    outcomes = Counter(case.outcome for case in cases)
    return {"tests": str(len(cases)), "failures": str(outcomes["failure"]), "errors": str(outcomes["error"])}


def _suite(path: str, cases: Sequence[_Case]) -> Iterator[str]:
    skipped = sum(case.outcome == "skipped" for case in cases)
    yield f"  <testsuite{_attributes(name=path, **_counts(cases), skipped=str(skipped))}>"
    for case in cases:
        about = _attributes(classname=path, name=case.name)
        if not case.outcome:
            yield f"    <testcase{about}/>"
            continue
        yield f"    <testcase{about}>"
        within = _attributes(type=case.kind, message=case.message)
        yield f"      <{case.outcome}{within}>{escape(case.text)}</{case.outcome}>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _attributes(**values: str | None) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value is not None)
