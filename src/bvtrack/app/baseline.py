"""Hold the findings of a check against a baseline: what stands in it fails nothing, and it can only be made smaller."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bvtrack.app.check import counted_again
from bvtrack.checks.baseline import entry_of, found_no_more, marked
from bvtrack.checks.registry import RULES
from bvtrack.checks.selection import for_file, selected
from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible
from bvtrack.files.baseline_file import is_gone, path_in_baseline, read_baseline, write_baseline
from bvtrack.files.folder import from_here

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bvtrack.app.check import CheckResult
    from bvtrack.core.baseline import BaselineEntry
    from bvtrack.core.finding import Finding
    from bvtrack.core.settings import Selection

SHOWN: Final = 10  # entries found no more that are told one by one
_ABOUT_WAIVERS: Final = frozenset(rule.code for rule in RULES if rule.about_waivers)


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline file, its entries (None: it is to be made), and whether it is to be brought up to date."""

    path: Path
    entries: frozenset[BaselineEntry] | None
    update: bool = False


def open_baseline(path: Path, *, update: bool = False) -> Baseline:
    """Read a baseline; with `update` it may be one that is yet to be made. Raises UsageProblem, InputProblem."""
    there = os.path.lexists(path)
    if not (there or update):
        raise UsageProblem(visible(str(path)), "there is no such file", "make it with --update-baseline")
    return Baseline(path, read_baseline(path) if there else None, update)


def against(baseline: Baseline, result: CheckResult, selection: Selection, asked: Sequence[Path]) -> CheckResult:
    """Mark the findings of a result that stand in a baseline, and say in its warnings how the two compare.

    `asked` are the paths that were to be checked. To be updated, a baseline that is not there is written with all live
    findings, and another one without the entries found no more. Raises UsageProblem, StorageProblem.
    """
    paths = {source: path_in_baseline(source, baseline.path) for source in result.checked}
    if baseline.entries is None:
        return _made(baseline, result, paths)
    findings = tuple(marked(result.findings, baseline.entries, paths.__getitem__))
    checked = frozenset(paths.values())

    def looked_at(entry: BaselineEntry) -> bool:
        place = str(baseline.path.parent / entry.path)
        ran = selected(entry.code, for_file(selection, from_here(place)))
        if entry.code in _ABOUT_WAIVERS:  # what these find hangs on which other rules ran
            ran = selection.waivers and not (selection.select or selection.ignore)
        there_no_more = not result.problems and is_gone(entry.path, baseline.path, asked)
        return ran and (entry.path in checked or there_no_more)

    gone = found_no_more(baseline.entries, result.findings, paths.__getitem__, looked_at)
    if baseline.update and gone:
        write_baseline(baseline.path, baseline.entries - set(gone))
    place, held = visible(str(baseline.path)), len(baseline.entries)
    told = _updated(place, gone, held, sum(one.live for one in findings)) if baseline.update else _hints(place, gone)
    return _with(result, findings, told)


def _made(baseline: Baseline, result: CheckResult, paths: dict[str, str]) -> CheckResult:
    place = visible(str(baseline.path))
    if result.problems:
        return _with(result, result.findings, [f"{place}: not made, as not all could be read (mend that first)"])
    entries = {entry_of(finding, paths[finding.source]) for finding in result.findings if finding.live}
    write_baseline(baseline.path, entries)
    findings = tuple(marked(result.findings, entries, paths.__getitem__))
    return _with(result, findings, [f"{place}: made, with {_many(len(entries), 'finding')}"])


def _updated(place: str, gone: Sequence[BaselineEntry], held: int, new: int) -> list[str]:
    told = [f"{place}: {_many(len(gone), 'finding')} taken out, {held - len(gone)} left"]
    if new:
        todo = "mend or waive what is new; to begin again, delete the file"
        told.append(f"{place}: {_many(new, 'new finding')} not added ({todo})")
    return told


def _hints(place: str, gone: Sequence[BaselineEntry]) -> list[str]:
    todo = "take it out with --update-baseline"
    told = [f"{place}: {one.path} {one.code} {one.address} is found no more ({todo})" for one in gone[:SHOWN]]
    if gone[SHOWN:]:
        told.append(f"{place}: {len(gone) - SHOWN} more are found no more (take them out with --update-baseline)")
    return told


def _with(result: CheckResult, findings: tuple[Finding, ...], told: Sequence[str]) -> CheckResult:
    summary = counted_again(result.summary, findings)
    return replace(result, findings=findings, summary=summary, warnings=(*result.warnings, *told))


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
