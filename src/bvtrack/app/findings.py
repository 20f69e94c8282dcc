"""Write what a check found: for people, for scripts, and for the places where CI shows findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import InputProblem

if TYPE_CHECKING:
    from bvtrack.app.check import CheckResult
    from bvtrack.core.errors import Problem
    from bvtrack.report.findings_sarif import RuleText

FORMATS: Final = ("text", "json", "sarif", "junit", "github", "markdown")


def written(result: CheckResult, form: str, width: int | None = None) -> str | dict[str, object]:
    """Write a result in one of `FORMATS`: text, or for `json` and `sarif` the value to be written.

    `width` is for `text` alone: the characters of a line.
    """
    if form == "json":
        from bvtrack.report.findings_json import findings_json

        return findings_json(result.findings, result.summary)
    if form == "sarif":
        from bvtrack.report.findings_sarif import findings_sarif

        return findings_sarif(result.findings, _each(result.problems), _rules())
    if form == "junit":
        from bvtrack.report.findings_junit import findings_junit

        return findings_junit(result.findings, _each(result.problems), result.checked)
    if form == "github":
        from bvtrack.report.findings_github import findings_github

        return findings_github(result.findings, _each(result.problems), result.summary)
    if form == "markdown":
        from bvtrack.report.findings_markdown import findings_markdown

        return findings_markdown(result.findings, _each(result.problems), result.summary)
    from bvtrack.report.findings_text import findings_text

    return findings_text(result.findings, result.summary, width)


def _each(problems: tuple[Problem, ...]) -> list[Problem]:
    """Give every problem with the further ones of the same input behind it."""
    return [
        one for problem in problems for one in (problem, *(problem.more if isinstance(problem, InputProblem) else ()))
    ]


def _rules() -> list[RuleText]:
    from bvtrack.checks.manual import page, section, sentence
    from bvtrack.checks.registry import RULES
    from bvtrack.report.findings_sarif import RuleText

    return [
        RuleText(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            sentence=sentence(rule),
            about=section(rule, "What it checks").partition("\n\n")[0].replace("\n", " "),
            remedy=section(rule, "How to fix"),
            page=page(rule),
        )
        for rule in RULES
    ]
