"""Findings to write: plain ones, and ones in which every text is hostile."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bvtrack.core.document import Spot
from bvtrack.core.errors import InputProblem
from bvtrack.core.finding import Figures, Finding, Place, Severity, Summary
from bvtrack.core.review import WaiverEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

SUM = Figures("-1346.5", "1346", "12", "£k")
WAIVED = WaiverEntry(code="FIN101", address="1", reason="agreed", by="A. Officer", until=dt.date(2003, 1, 1))
PROBLEM = InputProblem("broken.toml:3", "is no TOML", "mend it")

# texts that do something in one of the outputs, and any others
EVIL = (
    "\n::error::x",
    "%0A::error::x",
    "\r\n##[error]x",
    "::set-output name=a,b=c::d",
    "]]>&lt;&amp;<x y='\"'>",
    "\x00\x08\x0b\x1b[31m\x7f\x85\u2028\u202e\ufffe\ud800",
    "| a | b |\n|---|---|\n",
    "@everyone #12 !7 GH-12 ~bug $x$ %1 &2 :tada: :+1: org/repo#9",
    "[x](https://evil.example) ![x](http://evil.example) <https://evil.example> https://evil.example www.evil.example",
    "`a` **b** _c_ ~~d~~ <b>e</b> <!-- f --> &copy; \\`g\\` </details>",
    "# heading\n- item\n1. item\n> quote\n    code\n```\n",
    "{0} [link](1) {{1}} [a\\](b](1)",
    "a@b.example {+ins+} [-del-] [^1]",
)
hostile = st.one_of(
    st.sampled_from(EVIL),
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.text("|`*_[]()<>#@!&:/\\\n{}%,-+$~w.1a ", max_size=20),
)
# a file name has a letter, and never what no file system takes
paths = hostile.map(lambda text: "x" + text.replace("\x00", "").encode("utf-8", "ignore").decode())


def finding(
    severity: Severity | None = Severity.ERROR, line: int | None = 3, path: str = "a.toml", **more: object
) -> Finding:
    """Make a finding with a sentence and a hint."""
    given: dict[str, object] = {
        "address": "1/budget",
        "message": "A sentence of several words that says what is wrong.",
        "code": "FIN101",
        "name": "row-total",
        "hints": ("Do this and that, and then do the other thing.",),
        "fingerprint": "0123456789abcdef",
        "source": path,
        **more,
    }
    return Finding(severity=severity, line=line, path=path, **given)  # type: ignore[arg-type]  # fields by name


def summary(findings: Iterable[Finding]) -> Summary:
    """Count findings that are all live."""
    levels = [finding.severity for finding in findings]
    return Summary(1, errors=levels.count(Severity.ERROR), warnings=levels.count(Severity.WARNING))


@st.composite
def hostile_findings(draw: st.DrawFn) -> Finding:
    """Make a finding whose every text is drawn from what would do harm."""
    waiver = WAIVED.model_copy(update={"reason": draw(hostile), "by": draw(hostile)})
    return finding(
        draw(st.sampled_from([*Severity, None])),
        draw(st.none() | st.integers(1, 9)),
        draw(paths),
        address=draw(hostile),
        message=draw(hostile),
        hints=tuple(draw(st.lists(hostile, max_size=2))),
        place=draw(st.none() | st.builds(Place, hostile, hostile, hostile)),
        spot=draw(st.none() | st.builds(Spot, sheet=hostile, cell=hostile, table=st.none() | st.just(2))),
        figures=draw(st.none() | st.just(SUM)),
        waived=draw(st.none() | st.just(waiver)),
        baselined=draw(st.booleans()),
    )


problems = st.builds(InputProblem, paths, hostile, hostile)
