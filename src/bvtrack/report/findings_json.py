"""Gives the findings of a check as the JSON the contract promises to scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from bvtrack import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.finding import Finding, Summary

SCHEMA = 1


def findings_json(findings: Iterable[Finding], summary: Summary) -> dict[str, object]:
    """Give the whole answer: all findings in the order they were found, also those not live, and the counts."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "bvtrack", "version": __version__},
        "findings": [_finding(finding) for finding in findings],
        "summary": asdict(summary),
    }


def _finding(finding: Finding) -> dict[str, object]:
    waived = finding.waived
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "path": finding.path,
        "line": finding.line,
        "as_at": finding.as_at.isoformat() if finding.as_at else None,
        "address": finding.address,
        "place": asdict(finding.place) if finding.place else None,
        **({"spot": asdict(finding.spot)} if finding.spot else {}),
        "message": finding.message,
        **(asdict(finding.figures) if finding.figures else {}),
        "hints": list(finding.hints),
        "fingerprint": finding.fingerprint,
        "waived": {"reason": waived.reason, "by": waived.by, "until": str(waived.until)} if waived else None,
        "baselined": finding.baselined,
    }
