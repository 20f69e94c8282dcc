"""The characters of printed money: typeset, damaged and hidden ones are folded away, some forbid a reading."""

import re

LETTERS = re.ASCII | re.IGNORECASE

# What became of a £ or a dash on its way through a wrong encoding: UTF-8 taken for cp1252 (twice, once), cp1250,
# Mac Roman, cp437 and GBK, and two signs that look like a £.
DAMAGED = {
    "Ã‚Â£": "£",
    "Â£": "£",
    "ÂŁ": "£",
    "¬£": "£",
    "┬ú": "£",
    "拢": "£",
    "￡": "£",
    "₤": "£",
    "ï¿½": "\ufffd",
    "â€“": "-",
    "â€”": "-",
    "âˆ’": "-",
    "â€™": "'",
    "Â\u00a0": " ",
    "&nbsp;": " ",
}
_HIDDEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
_CONTROL = frozenset(map(chr, (*range(9), *range(0xE, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))))
_HARD_SPACES = "\u00a0\u2007\u2008\u2009\u200a\u202f"
_SHAPES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("’‘′`´ʼ‛", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("•∙⋅‧・", "·")
    | dict.fromkeys("∼～≈≃≅", "~")
    | {"…": "...", "→": "->", "≤": "<=", "≥": ">="}
)
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD_NUMBERS = {word: str(number) for number, word in enumerate(COUNTED, start=1)} | {
    "a": "1",
    "half a": "½",
    "a half": "½",
    "a quarter of a": "¼",
    "quarter of a": "¼",
}
_WORDED = (
    rf"(?<![a-z0-9£] )(?<![a-z0-9£])({'|'.join(_WORD_NUMBERS)})(?= (?:thousand|million|billion)(?![a-z]))"
    "|(?<=[0-9])-(?=(?:thousand|million|billion|trillion)(?![a-z]))"
)
_AFTER_THE_POUND = r"£ ?(?P<word>ca?\.?|[~+]|[<>]=?) ?(?=[.0-9])"
_FUSED_CIRCA = r"(?<![a-z0-9])(?P<circa>ca?\.?)(?=[£0-9])"
_RAISED = r"<sup>(?P<mark>[a-z0-9*]{1,2})</sup>"
_TAG = r"</?(?:p|br|b|i|u|em|strong|span|div|font|ul|ol|li)(?: [^<>]*)?/?>"


def fold(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in plain characters and single spaces, and the doubts its characters raise, each a phrase."""
    text, doubts = _mended(text)
    if "**" in text:
        text = re.sub(r"\*\*([^* ][^*]*)\*\*", r"\g<1>", text)
    if "<" in text:
        text = re.sub(_TAG, " ", re.sub(_RAISED, r" [\g<mark>]", text, flags=LETTERS), flags=LETTERS)
    if not set(_HARD_SPACES).isdisjoint(text):
        # A thin or no-break space holds a group of three digits to the one before, as an apostrophe does.
        text = re.sub(f"(?<=[0-9])[{_HARD_SPACES}](?=[0-9]{{3}}(?![0-9]))", "'", text)
    plain = " ".join(text.translate(_SHAPES).split())
    plain = plain if plain == '"' else plain.strip('" ')
    if plain[:1] == plain[-1:] == "'":
        plain = plain[1:-1].strip()
    small = plain.lower()
    if "illion" in small or "thousand" in small:
        plain = re.sub(_WORDED, lambda found: _WORD_NUMBERS.get(found[0].lower(), " "), plain, flags=LETTERS)
    if "£" in plain and not set("c~+<>").isdisjoint(small):
        plain = re.sub(_AFTER_THE_POUND, r"\g<word> £", plain, flags=LETTERS)
    if "c" in small:
        plain = re.sub(_FUSED_CIRCA, r"\g<circa> ", plain, flags=LETTERS)
    return plain, doubts


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with damaged characters made good and hidden ones taken out, and what was found."""
    damaged = any(broken in text and sound != " " for broken, sound in DAMAGED.items())
    for broken, sound in DAMAGED.items():
        text = text.replace(broken, sound)
    whole = _unescaped(text) if "&" in text else text
    if "\ufffd" in whole:
        whole = re.sub("\ufffd(?= ?[0-9])", "£", whole)
    shown = whole.translate(_HIDDEN)
    doubts = {"damaged characters": damaged or whole != text, "hidden characters": shown != whole}
    return shown, tuple(doubt for doubt, holds in doubts.items() if holds)


def _unescaped(text: str) -> str:
    from html import unescape

    return re.sub("&#?[A-Za-z0-9]{1,8};", lambda found: unescape(found[0]), text)


def unreadable(text: str) -> str | None:
    """Why the characters themselves forbid a reading, or None."""
    if any(letter in _CONTROL or "\ud800" <= letter <= "\udfff" for letter in text):
        return "control characters"
    if any(letter.isdecimal() and not letter.isascii() for letter in text):
        return "digits other than 0 to 9"
    return None
