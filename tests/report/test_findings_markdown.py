"""A comment for a pull request: what it shows, what it folds, and that no text of a review acts in it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bvtrack.core.errors import InputProblem
from bvtrack.core.finding import Severity, Summary
from bvtrack.core.visible import visible
from bvtrack.report.findings_markdown import LIMIT, MARKER, findings_markdown
from bvtrack.report.findings_place import place_in_words
from bvtrack.report.findings_words import sentences, title, worst_first
from sample_findings import EVIL, SUM, WAIVED, finding, hostile_findings, problems, summary

if TYPE_CHECKING:
    from bvtrack.core.finding import Finding

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"<br>", MARKER, "<details>", "</details>"}


def rows(comment: str) -> list[list[str]]:
    """Read the cells of every table below its head, without the spaces that nobody sees."""
    found: list[list[str]] = []
    inside = False
    for token in READER.parse(comment):
        inside = token.type == "td_open" or (inside and token.type != "td_close")
        if token.type == "tr_open":
            found.append([])
        elif inside and token.type == "inline":
            found[-1].append("".join(shown(child.type, child.content) for child in token.children or ()))
    return [["\n".join(map(bare, cell.split("\n"))) for cell in row] for row in found if row]


def shown(kind: str, content: str) -> str:
    """Give what is seen of a piece of a line: text, code or the end of a line, and nothing else may be there."""
    if kind == "html_inline":
        assert content in OURS
        return "\n"
    assert kind in {"text", "code_inline", "text_special"}, (kind, content)
    return content


def test_errors_stand_open_and_the_others_are_folded() -> None:
    """The headline and the last line count; waived ones are in the count alone."""
    given = [finding(Severity.WARNING), finding(figures=SUM), finding(Severity.WARNING), finding(waived=WAIVED)]
    comment = findings_markdown(given, [], summary(given[:3]))
    assert comment == (
        "<!-- bvtrack check -->\n\n"
        "### bvtrack check: 1 error, 2 warnings, 0 notes\n\n"
        "| place | finding | what is wrong |\n"
        "|---|---|---|\n"
        "| `a.toml:3` | FIN101 row-total, 1/budget | A sentence of several words that says what is wrong."
        "<br>printed -£1,346.5k, computed £1,346k, difference £12k"
        "<br>→ Do this and that, and then do the other thing. |\n\n"
        "<details>\n"
        "<summary>2 warnings</summary>\n\n"
        "| place | finding | what is wrong |\n"
        "|---|---|---|\n"
        + "| `a.toml:3` | FIN101 row-total, 1/budget | A sentence of several words that says what is wrong."
        "<br>→ Do this and that, and then do the other thing. |\n" * 2 + "\n</details>\n\n"
        "1 file, 0 tables, 0 figures, 0 sums checked, 0 not evaluated: 1 error, 2 warnings, 0 notes, 0 waived\n"
    )


def test_a_clean_run_is_told() -> None:
    """A bot that writes the comment anew says that all is well now."""
    assert findings_markdown([], [], Summary(files=1)).splitlines() == [
        MARKER,
        "",
        "### bvtrack check: 0 errors, 0 warnings, 0 notes",
        "",
        "1 file, 0 tables, 0 figures, 0 sums checked, 0 not evaluated: 0 errors, 0 warnings, 0 notes, 0 waived",
    ]


def test_what_could_not_be_read_comes_first() -> None:
    """A problem has a table of its own before the errors."""
    comment = findings_markdown([finding()], [InputProblem("b.toml", "is no TOML", "mend it")], Summary())
    assert rows(comment)[0] == ["b.toml", "is no TOML (mend it)"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@everyone", "&#64;&#8203;everyone"),
        ("R&D costs 5% #12", "R&#38;&#8203;D costs 5% &#35;&#8203;12"),
        ("gh-12", "gh&#45;&#8203;12"),
        ("https://x", "https&#58;&#8203;//x"),
        ("www.x", "www&#46;x"),
        ("a | `b` <c>", "a &#124; &#96;b&#96; &#60;c&#62;"),
        ("due: 12:30", "due: 12&#58;&#8203;30"),
    ],
)
def test_what_could_act_is_written_as_its_number(text: str, written: str) -> None:
    """References are parted from their sign, for GitHub looks for them in the text that is shown."""
    assert f"| {written} |" in findings_markdown([finding(message=text, hints=())], [], Summary())


def test_a_comment_is_never_too_long() -> None:
    """What does not fit is counted, the worst stay, and one huge text does not keep the others out."""
    given = [finding(Severity.WARNING, line=nth) for nth in range(1, 2000)]
    given += [finding(message="|" * LIMIT), finding(message="small")]
    comment = findings_markdown(given, [], summary(given))
    assert LIMIT * 0.9 < len(comment) <= LIMIT
    shown = rows(comment)
    assert shown[0][2].startswith("small")
    assert f"… and {2001 - len(shown)} more" in comment


@pytest.mark.parametrize("text", EVIL)
def test_no_reference_is_left_to_find(text: str) -> None:
    """In what a reader sees no sign stands right before a name, a number or an address."""
    comment = findings_markdown([finding(message=text, hints=())], [], Summary())
    seen = html.unescape(comment.partition("FIN101")[2].rpartition("|")[0])
    assert re.findall(r"[@#!~$&%:][\w/+-]|\bGH-\d", seen) == []


@given(st.lists(hostile_findings(), max_size=4), st.lists(problems, max_size=2))
def test_every_text_is_shown_as_it_is(given: list[Finding], unread: list[InputProblem]) -> None:
    """Read as Markdown the comment holds its own tables, and in them the visible texts and nothing that acts."""
    live = worst_first(finding for finding in given if finding.live)
    comment = findings_markdown(given, unread, Summary())
    problems_shown = [[one.place, f"{one.what} ({one.todo})"] for one in unread]
    assert rows(comment) == [[bare(visible(cell)) for cell in row] for row in problems_shown] + [
        [bare(visible(place_in_words(one))), bare(title(one)), "\n".join(map(bare, sentences(one)))] for one in live
    ]
    blocks = [token.content.strip() for token in READER.parse(comment) if token.type == "html_block"]
    assert all(block in OURS or re.fullmatch(r"<details>\n<summary>0 \w+s</summary>", block) for block in blocks)


def bare(text: str) -> str:
    """Give a line without the spaces at its ends and those that nobody sees."""
    return text.replace("\u200b", "").strip()
