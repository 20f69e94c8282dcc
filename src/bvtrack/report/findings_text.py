"""Writes findings for people: file by file, worst first, each with its place, the sum and what may explain it."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from bvtrack.core.visible import visible
from bvtrack.report.findings_place import place_in_words
from bvtrack.report.findings_words import counted, hint, title, worked, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bvtrack.core.finding import Finding, Summary

INDENT = " " * 6
NARROWEST = 40


def findings_text(findings: Iterable[Finding], summary: Summary, width: int | None = None) -> str:
    """Give the live findings, and a last line that counts what was checked and what came of it.

    Sentences are wrapped to `width` characters, None for no limit; the line that names a place never is.
    """
    live = [finding for finding in findings if finding.live]
    blocks = [
        "\n".join([visible(path), *(line for finding in _in_order(group) for line in _lines(finding, width))])
        for path, group in groupby(live, key=lambda finding: finding.path)
    ]
    return "\n\n".join([*blocks, counted(summary)]) + "\n"


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Put the findings of a file worst first, those of one severity by line."""
    return worst_first(sorted(findings, key=lambda finding: finding.line or 0))


def _lines(finding: Finding, width: int | None) -> Iterator[str]:
    yield f"  {visible(place_in_words(finding))}: {finding.severity} {title(finding)}"
    yield from _sentence(finding.message, width)
    if finding.figures is not None:
        yield from _sentence(worked(finding.figures), width)
    for text in finding.hints:
        yield from _sentence(hint(text), width, hanging="  ")


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
