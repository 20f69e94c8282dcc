"""Writes findings for people: file by file, worst first, each with its place, the sum and what may explain it."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from bvtrack.core.finding import Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_place import place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bvtrack.core.finding import Finding, Summary

_RANK = {severity: rank for rank, severity in enumerate(Severity)}
INDENT = " " * 6
NARROWEST = 40
_PREFIXED = ("£", "$", "€")


def findings_text(findings: Iterable[Finding], summary: Summary, width: int | None = None) -> str:
    """Give the live findings, and a last line that counts what was checked and what came of it.

    Sentences are wrapped to `width` characters, None for no limit; the line that names a place never is.
    """
    live = [finding for finding in findings if finding.live]
    blocks = [
        "\n".join([visible(path), *(line for finding in _worst_first(group) for line in _lines(finding, width))])
        for path, group in groupby(live, key=lambda finding: finding.path)
    ]
    return "\n\n".join([*blocks, counted(summary)]) + "\n"


def counted(summary: Summary) -> str:
    """Give the line that says how much was checked, how much could not be, and what was found."""
    checked = ", ".join(
        (
            _many(summary.files, "file"),
            _many(summary.tables, "table"),
            _many(summary.figures, "figure"),
            f"{_many(summary.sums, 'sum')} checked",
            f"{summary.not_evaluated} not evaluated",
        )
    )
    found = ", ".join(
        (
            _many(summary.errors, "error"),
            _many(summary.warnings, "warning"),
            _many(summary.notes, "note"),
            f"{summary.waived} waived",
            *([f"{summary.baselined} in the baseline"] if summary.baselined else ()),
        )
    )
    return f"{checked}: {found}"


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (_RANK[finding.severity or Severity.NOTE], finding.line or 0))


def _lines(finding: Finding, width: int | None) -> Iterator[str]:
    address = f", {finding.address}" if finding.address else ""
    yield visible(f"  {place_in_words(finding)}: {finding.severity} {finding.code} {finding.name}{address}")
    yield from _sentence(finding.message, width)
    if finding.figures is not None:
        figures = finding.figures
        printed, computed, difference = (
            _amount(figure, figures.unit) for figure in (figures.printed, figures.computed, figures.difference)
        )
        yield from _sentence(f"printed {printed}, computed {computed}, difference {difference}", width)
    for hint in finding.hints:
        yield from _sentence(f"→ {hint}", width, hanging="  ")


def _sentence(text: str, width: int | None, hanging: str = "") -> list[str]:
    """Give the lines of a sentence set in under its finding; `hanging` sets in all but the first further."""
    shown = visible(text)
    if width is None:
        return [INDENT + shown]
    return textwrap.wrap(
        shown,
        max(width, NARROWEST),
        initial_indent=INDENT,
        subsequent_indent=INDENT + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _amount(figure: str, unit: str) -> str:
    """Write a plain decimal string in its unit: `£1346k`, `-£21k`, `12 %`."""
    if not unit.startswith(_PREFIXED):
        return f"{figure} {unit}".rstrip()
    sign, digits = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    whole, point, rest = digits.partition(".")
    return f"{sign}{unit[0]}{int(whole):,}{point}{rest}{unit[1:]}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
