"""Writes findings as a comment for a pull request: errors in a table, the others folded, text that cannot act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bvtrack.core.finding import Severity
from bvtrack.core.visible import visible
from bvtrack.report.findings_place import place_in_words
from bvtrack.report.findings_words import counted, level, many, sentences, title, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bvtrack.core.errors import Problem
    from bvtrack.core.finding import Finding, Summary

MARKER: Final = "<!-- bvtrack check -->"
"""The first line, by which a bot finds the comment it wrote before."""
LIMIT: Final = 65_536
"""The most characters a comment on GitHub may have."""
_FRAME: Final = 2_000
"""Room for all that is no row: what is in it is counts and words of ours."""
_COLUMNS: Final = ("| place | finding | what is wrong |", "|---|---|---|")
_ACTING: Final = re.compile(
    r"[@#!~$&%:](?=[\w/+-])|(?<=\bGH)-(?=\d)"  # what refers: to people, issues, addresses, pictures
    r"|([\\`*_{}\[\]<>|#!~$&@]|(?<=\bwww)\.)",  # what marks up
    re.IGNORECASE,
)
_INVISIBLE: Final = "&#8203;"
_PLAIN: Final = re.compile(r"[\w./:+-]+")


def findings_markdown(findings: Iterable[Finding], problems: Iterable[Problem], summary: Summary) -> str:
    """Give the comment: what could not be read, the live findings worst first, and the counts.

    It is never longer than `LIMIT`; what does not fit is counted.
    """
    live = worst_first(finding for finding in findings if finding.live)
    rows = [*((None, _problem(problem)) for problem in problems), *((level(one), _finding(one)) for one in live)]
    shown, left = _fitting(rows, LIMIT - _FRAME)
    of = {kind: [row for other, row in shown if other is kind] for kind in (None, *Severity)}
    found = (summary.errors, summary.warnings, summary.notes)
    totals = [many(count, kind) for count, kind in zip(found, Severity, strict=True)]
    parts = [
        MARKER,
        f"### bvtrack check: {', '.join(totals)}",
        *([_table(of[None], ("| place | could not be checked |", "|---|---|"))] if of[None] else ()),
        *([_table(of[Severity.ERROR])] if of[Severity.ERROR] else ()),
        *(
            f"<details>\n<summary>{total}</summary>\n\n{_table(of[kind])}\n\n</details>"
            for kind, total in zip(Severity, totals, strict=True)
            if kind is not Severity.ERROR and of[kind]
        ),
        *([f"… and {left} more: `bvtrack check` lists them all"] if left else ()),
        counted(summary),
    ]
    return "\n\n".join(parts) + "\n"


def _fitting(rows: list[tuple[Severity | None, str]], room: int) -> tuple[list[tuple[Severity | None, str]], int]:
    """Give the rows there is room for, in their order, and how many are left out."""
    shown = []
    for kind, row in rows:
        if len(row) < room:
            shown.append((kind, row))
            room -= len(row) + 1
    return shown, len(rows) - len(shown)


def _table(rows: Iterable[str], head: tuple[str, str] = _COLUMNS) -> str:
    return "\n".join((*head, *rows))


def _problem(problem: Problem) -> str:
    return f"| {_place(visible(problem.place))} | {_inert(visible(f'{problem.what} ({problem.todo})'))} |"


def _finding(finding: Finding) -> str:
    said = "<br>".join(_inert(sentence) for sentence in sentences(finding))
    return f"| {_place(visible(place_in_words(finding)))} | {_inert(title(finding))} | {said} |"


def _place(text: str) -> str:
    """Set a place as code, which can be copied as it stands, where nothing in it can act."""
    return f"`{text}`" if _PLAIN.fullmatch(text) else _inert(text)


def _inert(text: str) -> str:
    """Make one line that prints as it is. What marks up stands as a number of its character, which never does.

    A reference is looked for after that, in what is shown: an invisible space parts its sign from its name.
    """
    return _ACTING.sub(lambda found: f"&#{ord(found[0])};{'' if found[1] else _INVISIBLE}", text)
