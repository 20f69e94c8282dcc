"""Taking markup out of short texts."""

from __future__ import annotations

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.files.documents.markup import has_tags, raised, refuse_surrogates, without_tags


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>a</p> <P class='x'>b</p>", "a b"),
        ("<b>7</b><i>k</i>", "7k"),
        ("a<br/>b", "a b"),
        ("127<sup>1</sup>", "127¹"),
        ("<h3>a</h3>b", "a b"),
        ("<unknown> 3 < 4", "<unknown> 3 < 4"),
        ("&amp;lt;", "&lt;"),
        ("<del>7</del><ins>8</ins> <s class='x'>9</s>", "8"),
        ("7<!-- <b>8</b> -->9<!-- 10", "79"),
        ("<span>7</span> <select>", "7 <select>"),
    ],
)
def test_without_tags(text: str, shown: str) -> None:
    """Known tags are taken out, what is none stays, entities are decoded once."""
    assert without_tags(text) == shown


@pytest.mark.parametrize(("text", "tags"), [("a <b>c", True), ("3 < 4 > 2", False), ("<none>", False), ("a", False)])
def test_has_tags(text: str, *, tags: bool) -> None:
    """Only tags that documents have count."""
    assert has_tags(text) == tags


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1", "¹"), (" 12 ", "¹²"), ("1,2", "¹,²"), ("a", " [a]"), ("st", "st"), ("*", "*"), ("", "")],
)
def test_raised(text: str, shown: str) -> None:
    """Raised digits do not run into a figure, a raised letter stands apart."""
    assert raised(text) == shown


@pytest.mark.parametrize("text", ["&#xD800;", "&#XdfFF", "&#55296;", "&#57343;", "&#0056000;", "a\nb&#xdAbC;"])
def test_half_characters(text: str) -> None:
    """Every number of half a character is refused at its line."""
    with pytest.raises(InputProblem, match=rf"^x\.md:{1 + text.count(chr(10))}: "):
        refuse_surrogates(text, "x.md")


@pytest.mark.parametrize("text", ["&#xE000;", "&#55295;", "&#57344;", "&#163;", "&#560001;"])
def test_whole_characters(text: str) -> None:
    """Numbers of other characters are not."""
    refuse_surrogates(text, "x.md")
