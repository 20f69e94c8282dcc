"""Makes text safe to show: characters that act or hide instead of printing become marks such as `<U+202E>`."""

from __future__ import annotations

import re
from typing import Final

# Most of what council papers are made of: Latin letters, dashes, quotation marks, bullets. Anything else is looked at
# one character at a time: a class of few ranges costs a tenth to compile of one that knows every script.
_SUSPECT: Final = re.compile("[^ -~\xa0-\xac\xae-\xff\u2013-\u2027]")
_SPACES: Final = "\u1680\u202f\u205f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_PRIVATE_USE: Final = (("\ue000", "\uf8ff"), ("\U000f0000", "\U000ffffd"), ("\U00100000", "\U0010fffd"))
_TAGS: Final = ("\U000e0000", "\U000e0fff")
_CONTROLS: Final = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI"
    " DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)


def visible(text: str, *, keep_lines: bool = False) -> str:
    r"""Put a mark such as `<U+202E>` for each character of the text that acts or hides instead of printing.

    These are controls (C0, DEL, C1), format characters (bidirectional, zero-width, soft hyphen, byte order mark),
    line and paragraph separators, tags, lone surrogates, and what Unicode leaves unassigned. With `keep_lines` the
    tab and the line ends `\n` and `\r\n` stay; a lone `\r` does not, as it writes over its line. Spaces of any
    width and private-use characters (bullets of office fonts) stay. What comes out can be encoded as UTF-8, and
    giving it again changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text

    def mark(match: re.Match[str]) -> str:
        character = match[0]
        if keep_lines and (character in "\t\n" or (character == "\r" and text.startswith("\n", match.end()))):
            return character
        return f"<{_code(character)}>" if _is_hidden(character) else character

    return _SUSPECT.sub(mark, text)


def hidden(text: str) -> tuple[tuple[int, str], ...]:
    """Give the offset and the name (`U+202E RIGHT-TO-LEFT OVERRIDE`) of each character that `visible` marks."""
    return tuple(
        (match.start(), f"{_code(match[0])} {_name(match[0])}")
        for match in _SUSPECT.finditer(text)
        if _is_hidden(match[0])
    )


def _is_hidden(character: str) -> bool:
    """Tell whether the character leaves no mark of its own on paper."""
    if _TAGS[0] <= character <= _TAGS[1]:
        return True
    if character.isprintable() or character in _SPACES:
        return False
    return not any(first <= character <= last for first, last in _PRIVATE_USE)


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _name(character: str) -> str:
    """Name the character as Unicode does; what has no name there is told by its kind."""
    import unicodedata

    if character < " ":
        return f"CONTROL {_CONTROLS.split()[ord(character)]}"
    kinds = {"Cc": "CONTROL", "Cs": "LONE SURROGATE"}
    kind = kinds.get(unicodedata.category(character), "UNASSIGNED")
    return unicodedata.name(character, kind)
