"""Whether a table is a financial one: years, money and figures, or a reason why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bvtrack.checks.structure.words import says_net, says_total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bvtrack.core.table import Table

_YEAR = r"(?:year|yr) ?\d|(?:19[5-9]|20[0-4])\d$|\d\d[-/]\d\d$"  # of a plan, bare, or without its century


def why_not(table: Table) -> str:
    """Tell why a table is no financial one; nothing where it is."""
    figures = list(table.figures())
    if len(figures) < 2:
        return "it holds no figures"
    lines = (*table.columns, *table.rows)
    labels = [line.label for line in lines]
    years = any(line.year for line in lines) or any(re.match(_YEAR, label, re.IGNORECASE) for label in labels)
    money = table.unit is not None or any("£" in label for label in labels) or _in_pounds(table)
    if years or (money and (len(figures) > 3 or _any_total(labels))):
        return ""
    return "neither a year nor a unit of money stands in it"


def _in_pounds(table: Table) -> bool:
    return any("£" in cell.text for _, _, cell in table.figures())


def _any_total(labels: Sequence[str]) -> bool:
    return any(says_total(label) or says_net(label) for label in labels)
