"""An example document for tests of the rules: the Markdown of a report, read and footed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bvtrack.checks.documents.subject import DocumentSubject
from bvtrack.core.settings import Thresholds
from bvtrack.files.documents.child import reader

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.core.finding import Finding

DAY = dt.date(2002, 4, 22)


def document_of(text: str, *, thresholds: Thresholds | None = None) -> DocumentSubject:
    """Make a subject of a report in Markdown, called `report.md`."""
    document = reader("md")(text.encode(), "report.md")
    return DocumentSubject(document, "report.md", DAY, thresholds=thresholds or Thresholds())


def found_in(rule: Rule, of: DocumentSubject | str) -> list[Finding]:
    """Give what a rule finds in a document, or in that of a text."""
    return list(rule.in_document(document_of(of) if isinstance(of, str) else of))


def messages_in(rule: Rule, of: DocumentSubject | str) -> list[str]:
    """Give the messages of what a rule finds in a document, or in that of a text."""
    return [finding.message for finding in found_in(rule, of)]
