"""Check reviews and documents: run the rules, place every finding, and count what was checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.app.inputs import Paper, inputs, waivers_of
from bvtrack.app.places import placed
from bvtrack.checks.figures.misfits import Outcome
from bvtrack.checks.registry import RULES
from bvtrack.checks.runner import run
from bvtrack.checks.selection import for_file
from bvtrack.checks.subject import Subject
from bvtrack.core.errors import Problem, UsageProblem
from bvtrack.core.finding import Severity, Summary
from bvtrack.core.settings import Selection, Thresholds
from bvtrack.files.folder import from_here

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bvtrack.app.inputs import Source
    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.waivers import GrantedWaiver
    from bvtrack.core.finding import Finding


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings in the order of inputs and rules, the inputs that could not be read, and the count of it all.

    `checked` are the inputs that were, as they were named; `warnings` are what is to be said of the databases opened.
    """

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    summary: Summary
    checked: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def worst(self) -> Severity | None:
        """Give the worst severity among the findings that are neither waived nor in the baseline."""
        present = {finding.severity for finding in self.findings if finding.live}
        return next((severity for severity in Severity if severity in present), None)


def check(
    paths: Iterable[Path],
    selection: Selection | None = None,
    thresholds: Thresholds | None = None,
    as_at: dt.date | None = None,
    today: dt.date | None = None,
) -> CheckResult:
    """Check the reviews, documents, and reviews of databases named, and all of these in the folders named.

    Unless `as_at` is given a review of a file speaks for the date of its report, all else for `today`.
    An input that cannot be read is a problem of the result, and the rest is still checked. Raises UsageProblem where
    there is nothing to check at all.
    """
    warnings: list[str] = []
    selection = selection or Selection()
    sources = inputs(tuple(paths), as_at, today, warnings, selection.exclude)
    return replace(check_sources(sources, selection, thresholds), warnings=tuple(warnings))


def check_sources(
    sources: Iterable[Source | Paper | Problem],
    selection: Selection | None = None,
    thresholds: Thresholds | None = None,
) -> CheckResult:
    """Check reviews and documents that were read already; the problems among them are those of the result."""
    selection, thresholds = selection or Selection(), thresholds or Thresholds()
    findings: list[Finding] = []
    problems: list[Problem] = []
    checked: list[str] = []
    counts: Counter[str] = Counter()
    for source in sources:
        if isinstance(source, Problem):
            problems.append(source)
            continue
        try:
            waivers = waivers_of(source)
        except Problem as problem:
            problems.append(problem)
            continue
        subject = _subject(source, thresholds, waivers)
        findings += placed(run(RULES, subject, for_file(selection, from_here(str(source.path)))), source)
        checked.append(str(source.path))
        counts += _counted(subject)
    if not (counts["files"] or problems):
        raise UsageProblem(
            "check",
            "there is nothing to check here",
            "name a review file, a database, a document with tables, or a folder that holds some",
        )
    return CheckResult(tuple(findings), tuple(problems), counted_again(Summary(**counts), findings), tuple(checked))


def _subject(
    source: Source | Paper, thresholds: Thresholds, waivers: tuple[GrantedWaiver, ...]
) -> Subject | DocumentSubject:
    if not isinstance(source, Paper):
        return Subject(source.review, source.as_at, thresholds, waivers)
    from bvtrack.checks.documents.subject import DocumentSubject

    return DocumentSubject(source.document, source.path.name, source.as_at, source.named, thresholds, waivers)


def _counted(subject: Subject | DocumentSubject) -> Counter[str]:
    footings = subject.footings
    return Counter(
        files=1,
        tables=len(footings),
        figures=sum(1 for footing in footings for _ in footing.table.figures()),
        sums=sum(len(footing.checks) for footing in footings),
        not_evaluated=sum(check.outcome == Outcome.NOT_EVALUATED for footing in footings for check in footing.checks),
    )


def counted_again(summary: Summary, findings: Sequence[Finding]) -> Summary:
    """Count the findings of a summary anew."""
    live = Counter(finding.severity for finding in findings if finding.live)
    return replace(
        summary,
        errors=live[Severity.ERROR],
        warnings=live[Severity.WARNING],
        notes=live[Severity.NOTE],
        waived=sum(finding.waived is not None for finding in findings),
        baselined=sum(finding.baselined for finding in findings),
    )
