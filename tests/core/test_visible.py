"""What acts or hides is shown, what prints is left alone."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.core.visible import hidden, visible

ORDINARY = [
    "",
    "Jeff & Steve",
    "£1,346k – “nil” … 42·44 − 3%",
    "R\xe9union caf\xe9 Siân Ŵyn",
    "\xa0 \u2009 \u202f \u205f \u3000 \u2007 \u1680 \u2000 \u200a spaces of any width",
    "\uf0b7 a bullet of an office font",
    "\ue000\uf8ff\U000f0000\U000ffffd\U00100000\U0010fffd",
    "拢000",
    "✓ ☐ → ■ ● ▪ €",
    "Ελένη Иван 日本 🙂",
    "\ufffd",
]

HIDDEN = [
    ("\x00", "U+0000 CONTROL NUL"),
    ("\x07", "U+0007 CONTROL BEL"),
    ("\t", "U+0009 CONTROL TAB"),
    ("\n", "U+000A CONTROL LF"),
    ("\r", "U+000D CONTROL CR"),
    ("\x10", "U+0010 CONTROL DLE"),
    ("\x1b", "U+001B CONTROL ESC"),
    ("\x1f", "U+001F CONTROL US"),
    ("\x7f", "U+007F CONTROL"),
    ("\x80", "U+0080 CONTROL"),
    ("\x85", "U+0085 CONTROL"),
    ("\x9b", "U+009B CONTROL"),
    ("\x9f", "U+009F CONTROL"),
    ("\xad", "U+00AD SOFT HYPHEN"),
    ("\u061c", "U+061C ARABIC LETTER MARK"),
    ("\u180e", "U+180E MONGOLIAN VOWEL SEPARATOR"),
    ("\u200b", "U+200B ZERO WIDTH SPACE"),
    ("\u200c", "U+200C ZERO WIDTH NON-JOINER"),
    ("\u200d", "U+200D ZERO WIDTH JOINER"),
    ("\u200e", "U+200E LEFT-TO-RIGHT MARK"),
    ("\u200f", "U+200F RIGHT-TO-LEFT MARK"),
    ("\u2028", "U+2028 LINE SEPARATOR"),
    ("\u2029", "U+2029 PARAGRAPH SEPARATOR"),
    ("\u202a", "U+202A LEFT-TO-RIGHT EMBEDDING"),
    ("\u202b", "U+202B RIGHT-TO-LEFT EMBEDDING"),
    ("\u202c", "U+202C POP DIRECTIONAL FORMATTING"),
    ("\u202d", "U+202D LEFT-TO-RIGHT OVERRIDE"),
    ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    ("\u2060", "U+2060 WORD JOINER"),
    ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    ("\u2067", "U+2067 RIGHT-TO-LEFT ISOLATE"),
    ("\u2068", "U+2068 FIRST STRONG ISOLATE"),
    ("\u2069", "U+2069 POP DIRECTIONAL ISOLATE"),
    ("\ud800", "U+D800 LONE SURROGATE"),
    ("\udfff", "U+DFFF LONE SURROGATE"),
    ("\ufdd0", "U+FDD0 UNASSIGNED"),
    ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ("\ufffe", "U+FFFE UNASSIGNED"),
    ("\uffff", "U+FFFF UNASSIGNED"),
    ("\u0378", "U+0378 UNASSIGNED"),
    ("\U000e0000", "U+E0000 UNASSIGNED"),
    ("\U000e0001", "U+E0001 LANGUAGE TAG"),
    ("\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ("\U000e007f", "U+E007F CANCEL TAG"),
    ("\U000e0100", "U+E0100 VARIATION SELECTOR-17"),
    ("\U000e0fff", "U+E0FFF UNASSIGNED"),
    ("\U000ffffe", "U+FFFFE UNASSIGNED"),
    ("\U0010ffff", "U+10FFFF UNASSIGNED"),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_comes_back_as_it_is(text: str) -> None:
    """What prints, and spaces of any width, stay; nothing in them is hidden."""
    assert visible(text) == text
    assert hidden(text) == ()


@pytest.mark.parametrize(("character", "name"), HIDDEN)
def test_what_acts_or_hides_is_marked_and_named(character: str, name: str) -> None:
    """Each such character becomes a mark where it stands, and `hidden` gives its offset and name."""
    code = name.split(maxsplit=1)[0]
    assert visible(f"a{character}b") == f"a<{code}>b"
    assert hidden(f"£a{character}b") == ((2, name),)


def test_each_occurrence_is_marked() -> None:
    """Several hidden characters are all marked, in the order they stand in."""
    assert visible("\x1b[2J\u202eefil\u202c") == "<U+001B>[2J<U+202E>efil<U+202C>"
    assert hidden("\x1b\x1b \u202c") == (
        (0, "U+001B CONTROL ESC"),
        (1, "U+001B CONTROL ESC"),
        (3, "U+202C POP DIRECTIONAL FORMATTING"),
    )


def test_every_control_has_its_own_short_name() -> None:
    """The thirty-two C0 controls are told apart by their usual abbreviations."""
    names = [name.split()[-1] for _, name in hidden("".join(map(chr, range(32))))]
    assert len(set(names)) == 32
    assert names[8:14] == ["BS", "TAB", "LF", "VT", "FF", "CR"]
    assert names[26:28] == ["SUB", "ESC"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\tthree\r\nfour", "one\ntwo\tthree\r\nfour"),
        ("done\rgone", "done<U+000D>gone"),
        ("end\r", "end<U+000D>"),
        ("a\r\r\nb", "a<U+000D>\r\nb"),
        ("\x0b\x0c\x1b\u2028\x85", "<U+000B><U+000C><U+001B><U+2028><U+0085>"),
    ],
)
def test_lines_can_be_kept(text: str, shown: str) -> None:
    """With `keep_lines` tabs and line ends stay, but a lone carriage return, which overwrites its line, does not."""
    assert visible(text, keep_lines=True) == shown


def test_lines_are_not_kept_by_default() -> None:
    """A name of several lines cannot forge a line of a log."""
    assert visible("a\tb\r\nc") == "a<U+0009>b<U+000D><U+000A>c"


def test_every_character_is_judged_by_its_category() -> None:
    """Over all of Unicode exactly the other and separator categories are hidden, but for spaces and private use."""
    shut = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
    expected = [
        code for code in range(0x110000) if unicodedata.category(chr(code)) in shut or 0xE0000 <= code <= 0xE0FFF
    ]
    assert [offset for offset, _ in hidden("".join(map(chr, range(0x110000))))] == expected


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60), st.booleans())
@settings(deadline=None)
def test_what_comes_out_is_safe(text: str, keep_lines: bool) -> None:
    """The result encodes as UTF-8, hides nothing but kept line ends, and is not changed by a second time."""
    shown = visible(text, keep_lines=keep_lines)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown, keep_lines=keep_lines) == shown
    kept = {"U+0009 CONTROL TAB", "U+000A CONTROL LF", "U+000D CONTROL CR"} if keep_lines else set()
    assert {name for _, name in hidden(shown)} <= kept


@pytest.mark.timeout(30)
def test_a_long_text_takes_no_time() -> None:
    """A hundred thousand characters are gone through, hidden or not."""
    assert len(visible("Jeff & Steve " * 8000)) == 104_000
    assert len(visible("\x1b" * 20_000)) == 160_000


def test_names_are_loaded_only_when_something_is_hidden() -> None:
    """An ordinary text does not load the table of Unicode names."""
    program = (
        "import sys; from bvtrack.core.visible import hidden, visible; hidden('£7k – Jeff'); visible('\\x1b');"
        "print('unicodedata' in sys.modules); hidden('\\x1b'); print('unicodedata' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
