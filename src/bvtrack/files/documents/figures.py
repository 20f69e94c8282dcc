"""Tells a row of labels from a row of figures, roughly: enough to see where a table begins, not to read money."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURE: Final = re.compile(
    r"[-+–−(]? ?[£$€]? ?[-–−]?[0-9][0-9,.·]*(?: ?(?:[kKmM]|bn|million|%|p))?\)?\*?|[-–—]|nil|n/?a", re.IGNORECASE
)
_YEAR: Final = re.compile(
    r"(?:(?:19|20)[0-9]{2}(?: ?[-–/.]{1,2} ?(?:19|20)?[0-9]{2})?|[0-9]{2} ?[-–/] ?[0-9]{2})(?: ?\*)?"
)
_UNIT: Final = re.compile(r"£ ?'?000|£ ?(?:[km]|million|thousand)\b|'000s?|£000", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?:Table|TABLE|Fig\.|Figure|Exhibit|Schedule) ?[0-9A-Z]")


def is_figure(text: str) -> bool:
    """Tell whether a cell holds an amount, a count or a dash, and no year."""
    return bool(_FIGURE.fullmatch(text)) and not is_year(text)


def is_year(text: str) -> bool:
    """Tell whether a cell holds a year, calendar or financial."""
    return bool(_YEAR.fullmatch(text))


def is_labels(texts: Sequence[str]) -> bool:
    """Tell whether a row could head a table: two cells or more have words, and none after the first is a figure."""
    return sum(map(bool, texts)) >= 2 and not any(map(is_figure, texts[1:]))


def is_numbered(text: str) -> bool:
    """Tell whether a line names a table by its number."""
    return len(text) <= 200 and _NUMBERED.match(text) is not None


def is_caption(text: str) -> bool:
    """Tell whether a line over or under a table names it: `Table 3: …`, or a short line with the unit in it."""
    return is_numbered(text) or (len(text) <= 80 and _UNIT.search(text) is not None)
