"""What a rule is: a code, a name, a severity, a manual page, and the one function that finds what it looks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.subject import Subject
    from bvtrack.core.finding import Finding, Severity


def silent(_subject: object) -> Iterator[Finding]:
    """Find nothing."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a value. `manual` is the docstring of its file, in the sections `bvtrack rule CODE` prints.

    `find` looks at a review, `in_document` at a document; a rule with nothing to say about one of them is `silent`.
    Both yield findings without code, name and fingerprint, which the runner adds; a finding without a severity of
    its own has the rule's. Rules `about_waivers` run last, on a subject that knows what the others found.
    """

    code: str
    name: str
    severity: Severity
    manual: str
    find: Callable[[Subject], Iterator[Finding]]
    about_waivers: bool = False
    in_document: Callable[[DocumentSubject], Iterator[Finding]] = silent
