"""The findings of a check, worst first, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.finding import Severity
from bvtrack.core.table import Cell, Line, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.finding import Finding


def findings_table(findings: Iterable[Finding]) -> Table:
    """List the findings, errors first, those of one severity in the order they were found."""
    ranks = list(Severity)
    ordered = sorted(findings, key=lambda finding: ranks.index(finding.severity or Severity.NOTE))
    return Table(
        name="findings",
        title="Findings",
        corner="Severity",
        columns=(Line("Code"), Line("Address"), Line("Line", numeric=True), Line("Finding"), Line("Waived")),
        rows=tuple(Line(str(finding.severity)) for finding in ordered),
        cells=tuple(_cells(finding) for finding in ordered),
    )


def _cells(finding: Finding) -> tuple[Cell, ...]:
    waived = finding.waived
    return (
        Cell(finding.code),
        Cell(finding.address, address=finding.address),
        Cell("" if finding.line is None else str(finding.line)),
        Cell(finding.message),
        Cell(f"{waived.reason} ({waived.by}, until {waived.until})" if waived else ""),
    )
