"""Which rules run, and how loud: codes or prefixes of codes to select and to ignore, and severities set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bvtrack.core.finding import Severity
    from bvtrack.core.settings import Selection


def selected(code: str, selection: Selection) -> bool:
    """Tell whether a rule runs: the longest prefix that names it decides; selecting beats ignoring at equal length."""
    chosen = _longest(code, selection.select) if selection.select else 0
    return chosen >= 0 and chosen >= _longest(code, selection.ignore)


def severity_of(code: str, selection: Selection) -> Severity | None:
    """Give the severity set by hand for a rule, the longest prefix first; None where none is."""
    prefixes = [prefix for prefix in selection.severity if code.startswith(prefix.upper())]
    return selection.severity[max(prefixes, key=len)] if prefixes else None


def _longest(code: str, prefixes: tuple[str, ...]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix.upper())), default=-1)
