"""Deadlines as councils print them: the day due, how it is known, and the deadline it replaces."""

from __future__ import annotations

from bvtrack.core.due.reading import Due, read_due
from bvtrack.core.period import Precision

__all__ = ["Due", "Precision", "read_due"]
