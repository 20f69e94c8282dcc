"""Check reviews, of files and of databases: run the rules, place every finding, and count what was checked."""

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
from bvtrack.files.folder import DATABASES, FILES, is_database, review_paths
from bvtrack.files.review_file import read_review

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.core.finding import Finding, Key
    from bvtrack.core.review import Review


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


@dataclass(frozen=True, slots=True)
class Source:
    """A review to check: the date it speaks for, what it is called in findings, and the text its lines are in, if any.

    `beside` is the folder whose waivers count, None for none.
    """

    review: Review
    as_at: dt.date
    path: str
    text: str | None = None
    beside: Path | None = None


def check(
    paths: Iterable[Path],
    selection: Selection | None = None,
    thresholds: Thresholds | None = None,
    as_at: dt.date | None = None,
    today: dt.date | None = None,
) -> CheckResult:
    """Check every review named, every review of the databases named, and all of both in the folders named.

    Unless `as_at` is given a review of a file speaks for the date of its report, and one of a database for `today`.
    An input that cannot be read is a problem of the result, and the rest is still checked. Raises UsageProblem where
    there is nothing to check at all.
    """
    warnings: list[str] = []
    sources = _sources(paths, as_at, today, warnings)
    return replace(check_sources(sources, selection, thresholds), warnings=tuple(warnings))


def check_sources(
    sources: Iterable[Source | Problem], selection: Selection | None = None, thresholds: Thresholds | None = None
) -> CheckResult:
    """Check reviews that were read already; the problems among them are those of the result."""
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
            waivers = _waivers(source)
        except Problem as problem:
            problems.append(problem)
            continue
        subject = Subject(source.review, source.as_at, thresholds, waivers)
        findings += _placed(run(RULES, subject, selection), source)
        checked.append(source.path)
        counts += _counted(subject)
    if not (counts["files"] or problems):
        raise UsageProblem(
            "check", "there is no review to check here", "name a review file, a database, or a folder that holds some"
        )
    return CheckResult(tuple(findings), tuple(problems), _summary(counts, findings), tuple(checked))


def in_text(result: CheckResult, width: int | None = None) -> str:
    """Write a result for people, in lines of `width` characters where that is given."""
    from bvtrack.report.findings_text import findings_text

    return findings_text(result.findings, result.summary, width)


def in_json(result: CheckResult) -> dict[str, object]:
    """Give a result as the JSON-ready value the contract promises."""
    from bvtrack.report.findings_json import findings_json

    return findings_json(result.findings, result.summary)


def _sources(
    paths: Iterable[Path], as_at: dt.date | None, today: dt.date | None, warnings: list[str]
) -> Iterator[Source | Problem]:
    for path in review_paths(paths, FILES | DATABASES):
        if isinstance(path, Problem):
            yield path
            continue
        try:
            if is_database(path):
                yield from _of_database(path, as_at or today, warnings)
            else:
                file = read_review(path)
                yield Source(file.review, as_at or file.review.date, str(path), file.text, path.parent)
        except Problem as problem:
            yield problem


def _of_database(path: Path, as_at: dt.date | None, warnings: list[str]) -> Iterator[Source | Problem]:
    """Yield the reviews of a database, which is only read; one that is damaged does not keep the others back."""
    from bvtrack.store.store import open_store

    with open_store(path, writable=False) as store:
        warnings += store.warnings
        for review in store.load_all():
            if isinstance(review, Problem):
                yield review
            else:
                yield Source(review, as_at or review.date, f"{path}: {review.id}", beside=path.parent)


def _waivers(source: Source) -> tuple[GrantedWaiver, ...]:
    """Gather the waivers of a review: its own, and those of the waivers.toml beside it that are for it."""
    from bvtrack.files.waivers_file import WAIVERS_FILE, read_waivers

    own = tuple(GrantedWaiver(entry, ("waiver", nth)) for nth, entry in enumerate(source.review.waivers))
    beside = source.beside / WAIVERS_FILE if source.beside else None
    if beside is None or not beside.exists():
        return own
    granted = read_waivers(beside)
    return own + tuple(
        GrantedWaiver(waiver.entry, waiver.key, str(beside))
        for waiver in granted
        if waiver.review in {None, source.review.id}
    )


def _placed(findings: Sequence[Finding], source: Source) -> list[Finding]:
    """Give each finding its file and line; one about a waiver in another file has its place there.

    What is kept in a database has no line.
    """
    from bvtrack.files.toml_file import read_text
    from bvtrack.files.toml_place import lines_of

    texts = {path: source.text if path == source.path else read_text(Path(path)) for path in _paths(findings, source)}
    lines = {
        path: lines_of(text, keys)
        for path, keys in _keys_by_path(findings, source.path).items()
        if (text := texts[path]) is not None
    }
    return [
        replace(finding, path=path, source=source.path, line=lines[path].get(finding.key) if path in lines else None)
        for finding in findings
        for path in (finding.path or source.path,)
    ]


def _paths(findings: Sequence[Finding], source: Source) -> set[str]:
    return {finding.path or source.path for finding in findings}


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
    live = Counter(finding.severity for finding in findings if finding.live)
    return Summary(
        **counts,
        errors=live[Severity.ERROR],
        warnings=live[Severity.WARNING],
        notes=live[Severity.NOTE],
        waived=sum(finding.waived is not None for finding in findings),
    )
