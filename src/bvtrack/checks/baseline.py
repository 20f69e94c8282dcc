"""Compares findings with a baseline: which stand in it, which entries are found no more. It only ever shrinks."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bvtrack.core.baseline import BaselineEntry
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bvtrack.core.finding import Finding

WORDS: Final = 100  # characters of address and message that an entry shows


def entry_of(finding: Finding, path: str) -> BaselineEntry:
    """Give the entry of a finding in the input `path`, with the first words of what it says."""
    words = textwrap.shorten(f"{finding.address}: {finding.message}", WORDS, placeholder=" …")
    return BaselineEntry(path, finding.code, visible(words), finding.fingerprint)


def marked(
    findings: Iterable[Finding], baseline: Iterable[BaselineEntry], path_of: Callable[[str], str]
) -> list[Finding]:
    """Mark the findings that stand in a baseline and are not waived; `path_of` gives the path of a source there."""
    known = {(entry.path, entry.fingerprint) for entry in baseline}
    return [
        replace(finding, baselined=finding.waived is None and (path_of(finding.source), finding.fingerprint) in known)
        for finding in findings
    ]


def found_no_more(
    baseline: Iterable[BaselineEntry],
    findings: Iterable[Finding],
    path_of: Callable[[str], str],
    looked_at: Callable[[BaselineEntry], bool],
) -> list[BaselineEntry]:
    """Give the entries, in their order, that were looked at and are no finding any more, or one that is waived now."""
    found = {(path_of(finding.source), finding.fingerprint) for finding in findings if finding.waived is None}
    return [entry for entry in sorted(baseline) if (entry.path, entry.fingerprint) not in found and looked_at(entry)]
