"""Runs the rules over one subject and gives their findings, named, judged and in the order of the review."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.checks.selection import selected, severity_of
from bvtrack.checks.waivers import waived
from bvtrack.core.finding import Finding, fingerprinted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Waiver
    from bvtrack.core.settings import Selection


def run(rules: Iterable[Rule], subject: Subject, selection: Selection, waivers: Sequence[Waiver] = ()) -> list[Finding]:
    """Give the findings of the selected rules in code order; with waivers, the waived ones carry theirs."""
    findings: list[Finding] = []
    for rule in rules:
        if selected(rule.code, selection):
            findings += [
                replace(
                    finding,
                    code=rule.code,
                    name=rule.name,
                    severity=severity_of(rule.code, selection) or finding.severity or rule.severity,
                    as_at=subject.as_at,
                )
                for finding in rule.find(subject)
            ]
    marked = fingerprinted(findings, subject.review.id)
    return waived(marked, waivers, subject) if selection.waivers else marked
