"""The findings of a review on a screen: by severity, the waived ones last; where each is at home; a rule's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bvtrack.app.rule import manual
from bvtrack.app.show.thing import thing
from bvtrack.core.finding import Severity
from bvtrack.delivery.words import counted, full_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bvtrack.app.show.thing import Kind
    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.finding import Finding
    from bvtrack.core.review import Review

_HOMES: Final[Mapping[Kind, str]] = {
    "amount": "finance",
    "measure": "outcomes",
    "target": "outcomes",
    "action": "actions",
    "step": "actions",
    "recommendation": "recommendations",
    "cost": "recommendations",
}
_FENCE: Final = "```"


class Group(NamedTuple):
    """The findings of a severity, or those that are waived (severity None), under what is to be said of them."""

    severity: Severity | None
    title: str
    findings: tuple[Finding, ...]


class Home(NamedTuple):
    """The pane where a thing is to be seen, and the address to go to there."""

    pane: str
    address: str


class Line(NamedTuple):
    """A line of a rule's manual page and what it is: `title`, `heading`, `code` or `text`, which may be wrapped."""

    kind: str
    text: str


def groups(view: ReviewView) -> tuple[Group, ...]:
    """Group the findings, the worst first; what there is none of is left out."""
    live = [one for one in view.findings if one.waived is None]
    waived = tuple(one for one in view.findings if one.waived is not None)
    by_severity = {severity: tuple(one for one in live if one.severity is severity) for severity in Severity}
    found = [
        Group(severity, counted(len(findings), severity.value), findings)
        for severity, findings in by_severity.items()
        if findings
    ]
    return (*found, *([Group(None, f"{len(waived)} waived", waived)] if waived else []))


def tally(view: ReviewView) -> str:
    """Say how many findings there are: `6 errors, 26 warnings, 10 notes`."""
    return ", ".join(group.title for group in groups(view)) or "no findings"


def home(review: Review, address: str) -> Home | None:
    """Say where a thing is to be seen; None where no pane shows it by itself."""
    found = thing(review, address)
    pane = _HOMES.get(found.kind) if found is not None else None
    if found is None or pane is None:
        return None
    return Home(pane, found.address.partition("/")[0] if found.kind == "cost" else found.address)


def waiver(finding: Finding) -> str:
    """Say on what grounds a finding is waived; nothing where it is not."""
    entry = finding.waived
    if entry is None:
        return ""
    until = f" until {full_day(entry.until)}" if entry.until else ""
    return f"waived by {entry.by or 'nobody'}{until}: {entry.reason}"


def manual_page(code: str) -> tuple[Line, ...]:
    """Give a rule's manual page line by line, paragraphs as one line each."""
    return tuple(_lines(manual(code)))


def _lines(markdown: str) -> Iterator[Line]:
    paragraph: list[str] = []
    fenced = False
    for line in (*markdown.splitlines(), ""):
        fence = line.startswith(_FENCE)
        if paragraph and (fence or fenced or not line or line.startswith(("#", "- "))):
            yield Line("text", " ".join(paragraph))
            paragraph = []
        if fence:
            fenced = not fenced
        elif fenced:
            yield Line("code", line)
        elif line.startswith("#"):
            mark, _, text = line.partition(" ")
            yield Line("title" if mark == "#" else "heading", text)
        elif line:
            paragraph.append(line.strip())
        else:
            yield Line("text", "")
