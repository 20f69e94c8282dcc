"""Runs the rules over a review or a document and gives their findings: named, judged, waived, in the rules' order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.checks.selection import selected, severity_of
from bvtrack.checks.waivers import waived
from bvtrack.core.finding import Finding, fingerprint, identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject
    from bvtrack.core.settings import Selection


def run(rules: Sequence[Rule], subject: Subject | DocumentSubject, selection: Selection) -> list[Finding]:
    """Give the findings of the selected rules; those a waiver in force covers carry it, unless waivers are off."""
    chosen = [rule for rule in rules if selected(rule.code, selection)]
    seen: Counter[tuple[str, ...]] = Counter()
    found = list(_findings((rule for rule in chosen if not rule.about_waivers), subject, selection, seen))
    if selection.waivers:
        informed = replace(
            subject,
            found=tuple(found),
            skipped=frozenset(rule.code for rule in rules) - {rule.code for rule in chosen},
        )
        found += _findings((rule for rule in chosen if rule.about_waivers), informed, selection, seen)
        found = waived(found, subject.waivers, subject.as_at)
    return found


def _findings(
    rules: Iterable[Rule], subject: Subject | DocumentSubject, selection: Selection, seen: Counter[tuple[str, ...]]
) -> Iterator[Finding]:
    """Yield the findings of rules; `seen` counts those alike in rule, address and cell, told apart by their order."""
    for rule in rules:
        louder = severity_of(rule.code, selection)
        for finding in subject.ask(rule):
            severity = louder or finding.severity or rule.severity
            about = identity(finding, rule.code, subject.name)
            seen[about] += 1
            yield replace(
                finding,
                code=rule.code,
                name=rule.name,
                severity=severity,
                as_at=subject.as_at,
                fingerprint=fingerprint(about, seen[about]),
            )
