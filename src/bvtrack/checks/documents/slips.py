"""Slips of sign and scale in the tables of a document: figures that, put right, make the sums of their table hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.figures.slips import Slip, slipped
from bvtrack.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Suspect


@dataclass(frozen=True, slots=True)
class SlippedFigure:
    """A figure that slipped, in its table, and how surely it did."""

    footing: Footing
    suspect: Suspect
    severity: Severity


def slips_in(document: DocumentSubject, slip: Slip) -> Iterator[SlippedFigure]:
    """Yield the figures of a document that a kind of slip explains; what the footing is not certain of is a warning."""
    for one in document.financial:
        certain = [misfit.fault for misfit in one.misfits if misfit.certain]
        for fault, suspect in slipped(one.footing, slip):
            yield SlippedFigure(one.footing, suspect, Severity.ERROR if fault in certain else Severity.WARNING)
