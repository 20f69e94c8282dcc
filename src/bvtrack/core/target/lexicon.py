"""Words and phrases that are looked up: a text is cut into words once, and each word leads to the phrases it opens.

Phrases are written as they are printed, with commas between them. Brackets hold what may follow (`school(s)`) or what
must, one of several (`increas(e/ed/ing)`). A space in a phrase stands for a space, a hyphen or nothing, any other mark
for itself; `#` is any number and `¤` a period that is overprinted.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FLAGS = re.IGNORECASE | re.ASCII
IGNORED = ""
"""The name of phrases that only look as if they said something: `give rise to`."""

_TOKEN = re.compile(r"[a-z]+|[0-9]+|¤+|[%#]", FLAGS)
_SPACES = frozenset({" ", "-", ""})


class Token(NamedTuple):
    """A word, a number, a period or a percent sign of a text, and what stands between it and the one before."""

    word: str
    start: int
    end: int
    gap: str


class Spot(NamedTuple):
    """Where in a text a phrase stands, and the name it is known by."""

    start: int
    end: int
    name: str


def _cut(text: str) -> Iterator[Token]:
    end = 0
    for found in _TOKEN.finditer(text):
        word = found[0].lower()
        yield Token("¤" if word[0] == "¤" else word, found.start(), found.end(), text[end : found.start()])
        end = found.end()


@lru_cache(maxsize=256)
def cut(text: str) -> tuple[Token, ...]:
    """Cut a text into its words, in small letters."""
    return tuple(_cut(text))


def expand(phrases: str) -> Iterator[str]:
    """Give each phrase of a list with its brackets written out."""
    for phrase in phrases.split(", "):
        yield from _written_out(phrase) if "(" in phrase else (phrase,)


def _written_out(phrase: str) -> list[str]:
    head, _, tail = phrase.partition("(")
    if not tail:
        return [head]
    inside, _, rest = tail.partition(")")
    choices = inside.split("/") if "/" in inside else ("", inside)
    return [head + choice + last for choice in choices for last in _written_out(rest)]


class Lexicon:
    """Phrases by name, found in any text from left to right, the longest first."""

    def __init__(self, named: Mapping[str, str]) -> None:
        """Take lists of phrases by name; they are sorted by their first words when a text first needs them."""
        self._named = named

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[Token, ...], str]]]:
        phrases: dict[str, list[tuple[tuple[Token, ...], str]]] = {}
        for name, listed in self._named.items():
            for phrase in expand(listed):
                if phrase.isalpha():
                    phrases.setdefault(phrase, []).append(((), name))
                else:
                    first, *rest = _cut(phrase)
                    phrases.setdefault(first.word, []).append((tuple(rest), name))
        for known in phrases.values():
            known.sort(key=_longest_first)
        return phrases

    def find(self, text: str) -> Iterator[Spot]:
        """Give the phrases of a text in order; none shares a word with another."""
        tokens, n = cut(text), 0
        while n < len(tokens):
            word = tokens[n].word
            found = self._at(tokens, n) if word in self._phrases or word.isdecimal() else None
            if found is None:
                n += 1
                continue
            count, name = found
            if name:
                yield Spot(tokens[n].start, tokens[n + count - 1].end, name)
            n += count

    def search(self, text: str) -> Spot | None:
        """Give the first phrase of a text."""
        return next(self.find(text), None)

    def at(self, text: str, place: int) -> Spot | None:
        """Give the phrase that starts at a place of a text."""
        tokens = cut(text)
        for n, token in enumerate(tokens):
            if token.start == place:
                found = self._at(tokens, n)
                return Spot(place, tokens[n + found[0] - 1].end, found[1]) if found and found[1] else None
        return None

    def marked(self, text: str) -> str:
        """Overprint each phrase of a text by its name, which is one character; where that is printed it is a space."""
        for name in filter(None, self._named):
            text = text.replace(name, " ")
        for spot in self.find(text):
            text = text[: spot.start] + spot.name * (spot.end - spot.start) + text[spot.end :]
        return text

    def without(self, text: str) -> str:
        """Take the phrases out of a text."""
        for spot in reversed(list(self.find(text))):
            text = text[: spot.start] + text[spot.end :]
        return text

    def _at(self, tokens: tuple[Token, ...], n: int) -> tuple[int, str] | None:
        first = tokens[n].word
        known = self._phrases.get(first, [])
        if first.isdecimal():
            known = [*known, *self._phrases.get("#", [])]
        for rest, name in known:
            printed = tokens[n + 1 : n + 1 + len(rest)]
            if len(printed) == len(rest) and all(map(_same, rest, printed)):
                return len(rest) + 1, name
        return None


def _longest_first(phrase: tuple[tuple[Token, ...], str]) -> int:
    return -len(phrase[0])


def _same(known: Token, printed: Token) -> bool:
    word = known.word == printed.word or (known.word == "#" and printed.word.isdecimal())
    return word and (printed.gap in _SPACES if known.gap == " " else printed.gap == known.gap)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a text first needs it."""
    return re.compile(pattern, FLAGS)


class Form:
    """A pattern that is compiled when a text first needs it."""

    def __init__(self, pattern: str) -> None:
        """Take the pattern."""
        self._pattern = pattern

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first place where the pattern stands."""
        return compiled(self._pattern).search(text)

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """Give the pattern where it stands at a place of a text."""
        return compiled(self._pattern).match(text, place)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Give the whole of a text where it has the pattern."""
        return compiled(self._pattern).fullmatch(text)


class Forms:
    """Patterns over a text whose words a lexicon has overprinted, each tried where a word it cannot do without stands.

    The words are written before the pattern, with spaces between them; a pattern without any is always tried.
    """

    def __init__(self, lexicon: Lexicon, *forms: tuple[str, str]) -> None:
        """Take a lexicon whose names are single characters, and the patterns written with them."""
        self._lexicon = lexicon
        self._forms = [(words.split(), pattern) for words, pattern in forms]

    def find(self, text: str) -> list[re.Match[str]]:
        """Give the places where the patterns stand, in order, none within another."""
        marked = self._lexicon.marked(text)
        lowered = marked.lower()
        kept: list[re.Match[str]] = []
        for words, pattern in self._forms:
            if not words or any(word in lowered for word in words):
                kept += compiled(pattern).finditer(marked)
        places: list[re.Match[str]] = []
        for match in sorted(kept, key=_start):
            if not places or match.start() >= places[-1].end():
                places.append(match)
        return places

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first place where a pattern stands."""
        return next(iter(self.find(text)), None)


def _start(match: re.Match[str]) -> int:
    return match.start()
