"""The words that the outputs of a check share: what a finding is called, what it says, and the line that counts all."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from bvtrack.core.finding import Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_place import place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.finding import Figures, Finding, Summary

_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}
_PREFIXED: Final = ("£", "$", "€")
_PROBLEM_PLACE: Final = re.compile(r"(.+?)(?::(\d{1,9}))?(?::\d{1,9})?", re.DOTALL)
_IN_DATABASE: Final = re.compile(r"(.+\.db): [A-Za-z0-9][A-Za-z0-9._-]*", re.IGNORECASE)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings by severity, and those of one severity as they come."""
    return sorted(findings, key=lambda finding: _RANK[level(finding)])


def level(finding: Finding) -> Severity:
    """Give the severity; what has none is a note."""
    return finding.severity or Severity.NOTE


def file_of(path: str) -> str:
    """Give the file that the path of a finding means, with slashes; for a review of a database the database."""
    kept = _IN_DATABASE.fullmatch(path)
    return PurePath(kept[1] if kept else path).as_posix()


def file_and_line(place: str) -> tuple[str, int | None]:
    """Take apart where a problem is, `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`."""
    found = _PROBLEM_PLACE.fullmatch(place)
    return (file_of(found[1]), int(found[2]) if found[2] else None) if found else (place, None)


def title(finding: Finding) -> str:
    """Give the rule and, where there is one, the address: `FIN106 profile-vs-costs, 3/budget`."""
    return visible(", ".join(filter(None, (f"{finding.code} {finding.name}", finding.address))))


def sentences(finding: Finding) -> list[str]:
    """Give what the finding says, a sentence a line: what is wrong, the sum, the hints."""
    said = [finding.message, *([worked(finding.figures)] if finding.figures else ()), *map(hint, finding.hints)]
    return [visible(sentence) for sentence in said]


def told(finding: Finding) -> str:
    """Give its sentences for a reader who is shown no more of the place than a file and a line."""
    there = [visible(place_in_words(finding))] if finding.spot and not finding.line else []
    return "\n".join([*sentences(finding), *there])


def hint(text: str) -> str:
    """Mark a sentence as a hint."""
    return f"→ {text}"


def worked(figures: Figures) -> str:
    """Tell the sum: what is printed, what was computed, and how far they are apart."""
    printed, computed, difference = (
        _amount(figure, figures.unit) for figure in (figures.printed, figures.computed, figures.difference)
    )
    return f"printed {printed}, computed {computed}, difference {difference}"


def not_live(finding: Finding) -> str | None:
    """Tell why nothing is to be done about a finding; None where something is."""
    if finding.waived is not None:
        return visible(f"waived by {finding.waived.by} until {finding.waived.until}: {finding.waived.reason}")
    return "in the baseline" if finding.baselined else None


def counted(summary: Summary) -> str:
    """Give the line that says how much was checked, how much could not be, and what was found."""
    checked = ", ".join(
        (
            many(summary.files, "file"),
            many(summary.tables, "table"),
            many(summary.figures, "figure"),
            f"{many(summary.sums, 'sum')} checked",
            f"{summary.not_evaluated} not evaluated",
        )
    )
    found = ", ".join(
        (
            many(summary.errors, "error"),
            many(summary.warnings, "warning"),
            many(summary.notes, "note"),
            f"{summary.waived} waived",
            *([f"{summary.baselined} in the baseline"] if summary.baselined else ()),
        )
    )
    return f"{checked}: {found}"


def many(count: int, thing: str) -> str:
    """Count things: `1 file`, `2 files`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _amount(figure: str, unit: str) -> str:
    """Write a plain decimal string in its unit: `£1346k`, `-£21k`, `12 %`."""
    if not unit.startswith(_PREFIXED):
        return f"{figure} {unit}".rstrip()
    sign, digits = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    whole, point, rest = digits.partition(".")
    return f"{sign}{unit[0]}{int(whole):,}{point}{rest}{unit[1:]}"
