"""JUnit XML: what the readers of CI servers take, and what becomes of each finding there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite
from lxml import etree

from bvtrack.core.errors import InputProblem
from bvtrack.core.finding import Finding, Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_junit import UNREAD, findings_junit
from sample_findings import SUM, WAIVED, finding, hostile, hostile_findings, paths, problems

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit.xsd"))
PROBLEM = InputProblem("broken.toml:3", "is no TOML", "mend it")


def read(text: str) -> list[TestSuite]:
    """Validate a report, see that it counts itself rightly, and read it as a CI server does."""
    whole = etree.fromstring(text.encode())
    SCHEMA.assertValid(whole)
    for element in (whole, *whole.findall("testsuite")):
        for attribute, path in (("tests", ".//testcase"), ("failures", ".//failure"), ("errors", ".//error")):
            assert element.get(attribute) == str(len(element.findall(path)))
    return list(JUnitXml.fromstring(text.encode()))


def outcomes(suite: TestSuite) -> dict[str, list[type]]:
    """Give what each case of a suite came to: nothing where it passed."""
    return {case.name: [type(result) for result in case.result] for case in suite}


def test_each_input_is_a_suite() -> None:
    """An error fails, a warning and a note pass, what is accepted is skipped, an unread input is an error."""
    given = [
        finding(Severity.ERROR),
        finding(Severity.WARNING, address="2"),
        finding(Severity.NOTE, address="3"),
        finding(Severity.ERROR, address="4", waived=WAIVED),
        finding(Severity.ERROR, address="5", baselined=True),
        finding(Severity.ERROR, path="waivers.toml", source="b.toml"),
    ]
    first, second, clean, unread = read(findings_junit(given, [PROBLEM], ["a.toml", "b.toml", "clean.toml"]))
    assert (first.name, outcomes(first)) == (
        "a.toml",
        {
            "checked": [],
            "FIN101 row-total, 1/budget": [Failure],
            "FIN101 row-total, 2": [],
            "FIN101 row-total, 3": [],
            "FIN101 row-total, 4": [Skipped],
            "FIN101 row-total, 5": [Skipped],
        },
    )
    assert (first.tests, first.failures, first.errors, first.skipped) == (6, 1, 0, 2)
    assert (second.name, outcomes(second)) == ("b.toml", {"checked": [], "FIN101 row-total, 1/budget": [Failure]})
    assert (clean.name, outcomes(clean)) == ("clean.toml", {"checked": []})
    assert (unread.name, outcomes(unread)) == (UNREAD, {"broken.toml": [Error]})


def case_of(given: Finding) -> TestCase:
    """Give the case of a finding that is alone."""
    (suite,) = read(findings_junit([given], [], [given.source]))
    _, case = suite
    return case


def test_a_failure_says_it_all() -> None:
    """The headline is the sentence; the text, which is what GitLab shows, begins with the place."""
    (failure,) = case_of(finding(figures=SUM)).result
    assert (failure.type, failure.message) == ("FIN101", "A sentence of several words that says what is wrong.")
    assert failure.text.splitlines() == [
        "a.toml:3",
        "A sentence of several words that says what is wrong.",
        "printed -£1,346.5k, computed £1,346k, difference £12k",
        "→ Do this and that, and then do the other thing.",
    ]


def test_what_passes_still_says_so() -> None:
    """A warning stands in the output of its case."""
    out = case_of(finding(Severity.WARNING)).system_out
    assert out.startswith("warning: a.toml:3\nA sentence")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (finding(waived=WAIVED), "waived by A. Officer until 2003-01-01: agreed"),
        (finding(baselined=True), "in the baseline"),
    ],
)
def test_what_is_skipped_says_why(given: Finding, message: str) -> None:
    """A waiver by its reason, its name and its last day."""
    (skipped,) = case_of(given).result
    assert skipped.message == message


def test_cases_of_one_name_are_told_apart() -> None:
    """Servers take two cases of one name for one."""
    given = [finding(), finding(), finding(address="1/budget (2)"), finding()]
    (suite,) = read(findings_junit(given, [], ["a.toml"]))
    name = "FIN101 row-total, 1/budget"
    assert [case.name for case in suite] == ["checked", name, f"{name} (2)", f"{name} (2) (2)", f"{name} (3)"]


def test_a_file_may_be_called_what_the_last_suite_is() -> None:
    """Nothing is lost where an input has the name of the suite of problems."""
    (suite,) = read(findings_junit([finding(path=UNREAD)], [PROBLEM], [UNREAD]))
    assert list(outcomes(suite)) == ["checked", "FIN101 row-total, 1/budget", "broken.toml"]


def test_nothing_at_all_is_a_report_too() -> None:
    """Where there is nothing there is an empty list of suites."""
    assert read(findings_junit([], [], [])) == []


@given(st.lists(hostile_findings(), max_size=4), st.lists(problems, max_size=2), st.lists(paths, max_size=2))
def test_every_text_is_text(given: list[Finding], unread: list[InputProblem], clean: list[str]) -> None:
    """Whatever stands in a text the report is valid, and shows the text as any other output does."""
    checked = [*dict.fromkeys([*(finding.source for finding in given), *clean])]
    suites = read(findings_junit(given, unread, checked))
    cases = [case for suite in suites for case in suite]
    assert len(cases) == len({*map(visible, checked)}) + len(given) + len(unread)
    messages = {result.message for case in cases for result in case.result}
    failing = [one for one in given if one.live and one.severity is Severity.ERROR]
    assert messages >= {visible(one.message) for one in failing} | {visible(problem.what) for problem in unread}


@given(hostile)
def test_a_message_comes_back(text: str) -> None:
    """What a reader gets back is the visible text, to the last character."""
    (failure,) = case_of(finding(message=text, hints=(text,))).result
    assert (failure.message, failure.text) == (visible(text), f"a.toml:3\n{visible(text)}\n→ {visible(text)}")
