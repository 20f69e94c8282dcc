"""Which rules run, and how loud: codes or prefixes of codes to select and to ignore, and severities set by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.core.path_pattern import matches

if TYPE_CHECKING:
    from bvtrack.core.finding import Severity
    from bvtrack.core.settings import Selection


def selected(code: str, selection: Selection) -> bool:
    """Tell whether a rule runs: the longest prefix that names it decides; selecting beats ignoring at equal length.

    What is held back for the file at hand does not run at all.
    """
    if _longest(code, selection.held_back) >= 0:
        return False
    chosen = _longest(code, selection.select) if selection.select else 0
    return chosen >= 0 and chosen >= _longest(code, selection.ignore)


def for_file(selection: Selection, path: str) -> Selection:
    """Give the selection for one file, named by its path from where the settings stand."""
    held_back = [codes for pattern, codes in selection.per_file.items() if matches(pattern, path)]
    return replace(selection, held_back=sum(held_back, ())) if held_back else selection


def severity_of(code: str, selection: Selection) -> Severity | None:
    """Give the severity set by hand for a rule, the longest prefix first; None where none is."""
    prefixes = [prefix for prefix in selection.severity if code.startswith(prefix.upper())]
    return selection.severity[max(prefixes, key=len)] if prefixes else None


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix.upper())), default=-1)
