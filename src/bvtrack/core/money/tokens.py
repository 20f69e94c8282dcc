"""A folded text cut once into words, numbers and marks, each with its class: what the grammar of figures matches."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:(?<=£)|(?<=£ ))(?P<thousands>'?000'?s?)(?= [-(]?[.·]?[0-9])"
    r"|(?P<number>[0-9]{1,3}(?: [0-9]{3}(?![0-9]))++(?:[.·][0-9]++)?(?![,'½¼¾]?[0-9])"
    r"|[.·]?[0-9]++(?:[.,'·]++[0-9]++)*+(?: ?[½¼¾])?|[½¼¾])"
    r"|(?P<word>[A-Za-z]+(?:'s(?![A-Za-z]))?)|[-=]>|-+|\?+|[*†‡§¶#^]+|[¹²³⁰⁴-⁹]+|(?s:.)"
)
_MILLIONS = ("m", "mn", "mil", "mill", "million")
SCALES = (
    dict.fromkeys(("k", "thou", "thousand"), 1_000)
    | dict.fromkeys(_MILLIONS, 1_000_000)
    | dict.fromkeys(("b", "bn", "billion"), 1_000_000_000)
    | dict.fromkeys(("tn", "trillion"), 1_000_000_000_000)
)
# Classes of words, one letter each: pence, pounds, a currency before or after, credit, per, cent. A per cent is a %.
_CLASSES = (
    dict.fromkeys(("p", "pence"), "p")
    | dict.fromkeys(("pound", "pounds", "sterling"), "c")
    | dict.fromkeys(("gbp", "stg"), "g")
    | dict.fromkeys(("cr", "dr"), "r")
    | {"per": "e", "cent": "t"}
    | dict.fromkeys(("percent", "percentage", "percentages"), "%")
)


class Token(NamedTuple):
    """A word, a number, a mark or a space, where it stands, and its class: one character, a letter for what has any.

    Classes beside those of words: `n` a number, `d` one that starts with its point, `z` the noughts of `£'000`, `s` a
    scale, `w` any other word; a mark is its own class, a run of one mark `?`.
    """

    text: str
    start: int
    end: int
    kind: str

    @property
    def key(self) -> str:
        """What tables know it by: small letters, and one mark for a run of it."""
        return self.text.lower() if self.text[0].isalnum() or self.text[-1] == ">" else self.text[0]


def cut(text: str) -> list[Token]:
    """All of a text, spaces included, in order."""
    return [Token(found[0], found.start(), found.end(), _kind(found)) for found in _TOKEN.finditer(text)]


def words_of(text: str) -> list[Token]:
    """The words, numbers and marks of a text, without spaces, stops and the hyphens inside words."""
    return [
        token
        for token in cut(text)
        if token.kind not in " ."
        and not (
            token.kind == "-" and text[token.start - 1 : token.start].isalpha() and text[token.end :][:1].isalpha()
        )
    ]


def listed(phrases: str) -> list[str]:
    """Phrases of a table, which stand with a stroke between any two."""
    return phrases.split("|")


def scale_of(word: str) -> int:
    """How many a scale word or letter stands for: `k` 1,000, `Millions` and `m's` 1,000,000, another word 0."""
    word = word.lower()
    return SCALES.get(word) or SCALES.get(word.removesuffix("s").removesuffix("'"), 0)


def phrase(tokens: list[Token]) -> str:
    """Tokens as the tables of phrases print them, with one space between any two."""
    return " ".join([token.key for token in tokens])


def _kind(found: re.Match[str]) -> str:
    group, text = found.lastgroup, found[0]
    if group == "word":
        return "s" if scale_of(text) else _CLASSES.get(text.lower(), "w")
    if group == "number":
        return "d" if text[0] in ".·" else "n"
    if group == "thousands":
        return "z"
    return text if len(text) == 1 else "?"
