"""Check reviews: read each, run the rules over it, place every finding on its line, and count what was checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bvtrack.checks.misfits import Outcome
from bvtrack.checks.registry import RULES
from bvtrack.checks.runner import run
from bvtrack.checks.subject import Subject
from bvtrack.checks.waivers import GrantedWaiver
from bvtrack.core.errors import Problem, UsageProblem
from bvtrack.core.finding import Severity, Summary
from bvtrack.core.settings import Selection, Thresholds
from bvtrack.files.folder import review_paths
from bvtrack.files.review_file import read_review

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from bvtrack.core.finding import Finding, Key
    from bvtrack.files.review_file import ReviewFile


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings in the order of files and rules, the inputs that could not be read, and the count of it all."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    summary: Summary

    def worst(self) -> Severity | None:
        """Give the worst severity among the findings that are not waived."""
        present = {finding.severity for finding in self.findings if finding.waived is None}
        return next((severity for severity in Severity if severity in present), None)


def check(
    paths: Iterable[Path],
    selection: Selection | None = None,
    thresholds: Thresholds | None = None,
    as_at: dt.date | None = None,
) -> CheckResult:
    """Check every review named, and every review in the folders named.

    A review speaks for the date of its report unless `as_at` is given. An input that cannot be read is a problem of
    the result, and the rest is still checked. Raises UsageProblem where there is nothing to check at all.
    """
    selection, thresholds = selection or Selection(), thresholds or Thresholds()
    findings: list[Finding] = []
    problems: list[Problem] = []
    counts: Counter[str] = Counter()
    for path in review_paths(paths):
        if isinstance(path, Problem):
            problems.append(path)
            continue
        try:
            file = read_review(path)
            waivers = _waivers(file)
        except Problem as problem:
            problems.append(problem)
            continue
        subject = Subject(file.review, as_at or file.review.date, thresholds, waivers)
        findings += _placed(run(RULES, subject, selection), file)
        counts += _counted(subject)
    if not (counts["files"] or problems):
        raise UsageProblem(
            "check", "there is no review to check here", "name a review file, or a folder that holds some"
        )
    return CheckResult(tuple(findings), tuple(problems), _summary(counts, findings))


def in_text(result: CheckResult, width: int | None = None) -> str:
    """Write a result for people, in lines of `width` characters where that is given."""
    from bvtrack.report.findings_text import findings_text

    return findings_text(result.findings, result.summary, width)


def in_json(result: CheckResult) -> dict[str, object]:
    """Give a result as the JSON-ready value the contract promises."""
    from bvtrack.report.findings_json import findings_json

    return findings_json(result.findings, result.summary)


def _waivers(file: ReviewFile) -> tuple[GrantedWaiver, ...]:
    """Gather the waivers of a review: its own, and those of the waivers.toml beside it that are for it."""
    from bvtrack.files.waivers_file import WAIVERS_FILE, read_waivers

    own = tuple(GrantedWaiver(entry, ("waiver", nth)) for nth, entry in enumerate(file.review.waivers))
    beside = file.path.parent / WAIVERS_FILE
    if not beside.exists():
        return own
    granted = read_waivers(beside)
    return own + tuple(
        GrantedWaiver(waiver.entry, waiver.key, str(beside))
        for waiver in granted
        if waiver.review in {None, file.review.id}
    )


def _placed(findings: Sequence[Finding], file: ReviewFile) -> list[Finding]:
    """Give each finding its file and line; one about a waiver in another file has its place there."""
    from bvtrack.files.toml_file import read_text
    from bvtrack.files.toml_place import lines_of

    own = str(file.path)
    lines = {
        path: lines_of(file.text if path == own else read_text(Path(path)), keys)
        for path, keys in _keys_by_path(findings, own).items()
    }
    return [
        replace(finding, path=path, line=lines[path].get(finding.key))
        for finding in findings
        for path in (finding.path or own,)
    ]


def _keys_by_path(findings: Sequence[Finding], own: str) -> dict[str, set[Key]]:
    keys: dict[str, set[Key]] = {}
    for finding in findings:
        keys.setdefault(finding.path or own, set()).add(finding.key)
    return keys


def _counted(subject: Subject) -> Counter[str]:
    footings = subject.footings
    return Counter(
        files=1,
        tables=len(footings),
        figures=sum(1 for footing in footings for _ in footing.table.figures()),
        sums=sum(len(footing.checks) for footing in footings),
        not_evaluated=sum(check.outcome == Outcome.NOT_EVALUATED for footing in footings for check in footing.checks),
    )


def _summary(counts: Counter[str], findings: Sequence[Finding]) -> Summary:
    live = Counter(finding.severity for finding in findings if finding.waived is None)
    return Summary(
        **counts,
        errors=live[Severity.ERROR],
        warnings=live[Severity.WARNING],
        notes=live[Severity.NOTE],
        waived=sum(finding.waived is not None for finding in findings),
    )
