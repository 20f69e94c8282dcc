"""How the misfits of a document's tables are told: by which rule, how surely, and with what hint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bvtrack.checks.figures.slips import slip_of
from bvtrack.checks.figures.sums_told import misfit
from bvtrack.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.sums import Kind
    from bvtrack.core.finding import Finding


def misfits_told(document: DocumentSubject, kind: Kind) -> Iterator[Finding]:
    """Yield a finding for each misfit that a kind of sum reports and that neither a slip nor a status tells better.

    What the footing is not certain of is a warning.
    """
    from bvtrack.checks.documents.statuses import same_misfit

    for one, statuses in zip(document.financial, document.statuses, strict=True):
        for found in one.misfits:
            if found.fault.check.sum.kind is not kind or slip_of(one.footing, found.fault) is not None:
                continue
            if any(same_misfit(found.fault, fault) for fault in statuses):
                continue
            told = misfit(one.footing, found.fault)
            doubt = (f"It may be none: {found.reading}.",) if found.reading else ()
            severity = None if found.certain else Severity.WARNING
            yield replace(told, severity=severity, hints=(*told.hints, *doubt))
