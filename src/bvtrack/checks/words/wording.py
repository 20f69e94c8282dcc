"""Words as a reader compares them: folded, without inflection, with abbreviations, and how far two texts are apart."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[£$€]?[^\W_]+(?:['’-][^\W_]+|(?<=[0-9])[.,/](?=[0-9])[^\W_]+)*%?")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_DIGIT = re.compile("[0-9]")
_VOWEL = re.compile("[aeiouy]")
_SHOWN = 8  # words of a difference that a message can bear
_LONGEST = 40  # letters; what is longer is no word that a scanner would mistake for another

_FUNCTION_WORDS = (
    "a an and are as at be been being by for from has have in into is it its of on or shall should so that the their "
    "this these those through to was were which who will with"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
NEGATIONS = frozenset({"cannot", "except", "excluding", "never", "no", "not", "without"})
"""Words that turn what is said into its opposite."""


class Word(NamedTuple):
    """A word of a text: as printed, folded for comparison, and without a possessive ending besides."""

    printed: str
    folded: str
    plain: str


class Difference(NamedTuple):
    """The words, as printed, that only the first of two texts has, and those that only the second has."""

    first: tuple[str, ...]
    second: tuple[str, ...]


@lru_cache(1024)
def words(text: str) -> tuple[Word, ...]:
    """Split a text into words, folding case, curly apostrophes and hyphens between letters; punctuation is left out."""
    return tuple(chain.from_iterable(map(_between_spaces, text.split())))


def folded(text: str) -> tuple[str, ...]:
    """Give the folded words of a text: what two texts share that differ only in case, spaces and punctuation."""
    return tuple(word.folded for word in words(text))


def has_digit(word: str) -> bool:
    """Tell whether a digit stands in a word: then it is a figure, a year or a number of something."""
    return _DIGIT.search(word) is not None


def stem(word: str) -> str:
    """Take the inflection off a folded word: possessive, plural, -ing, -ed and a final e; numbers are left alone.

    The stem is for comparing only, and errs on the side of folding too much.
    """
    if has_digit(word):
        return word
    short = word.removesuffix("'s").removesuffix("'").removesuffix("s")
    for suffix in ("ing", "ed"):
        if short.endswith(suffix) and _VOWEL.search(short[: -len(suffix)]):
            short = short.removesuffix(suffix)
            break
    short = short.rstrip("e") or short
    if short[-2:-1] == short[-1:]:
        short = short[:-1]
    return f"{short[:-1]}i" if short.endswith("y") else short


def alike(first: str, second: str) -> bool:
    """Tell whether two folded words may be readings of one printed word.

    They begin with the same letter, and at least three in five of all their letters are shared, in order.
    """
    if first[:1] != second[:1] or max(len(first), len(second)) > _LONGEST:
        return False
    return 10 * _shared(first, second) >= 3 * (len(first) + len(second))


def difference(first: str, second: str, abbreviations: Mapping[str, str]) -> Difference:
    """Give the words that only one of two texts has, whatever their order, as far as a message can show them.

    Inflections, function words and the abbreviations (short form: long form) make no difference.
    """
    ours, theirs = _stems(first, abbreviations), _stems(second, abbreviations)
    return Difference(_only(ours, theirs), _only(theirs, ours))


@lru_cache(8192)  # most of what reviews print is print they share
def _between_spaces(text: str) -> tuple[Word, ...]:
    """Give the words of a text without spaces, which no word has."""
    return tuple(_word(printed) for printed in _WORD.findall(text))


def _word(printed: str) -> Word:
    folded = printed.casefold().replace("’", "'")
    folded = _HYPHEN.sub("", folded) if "-" in folded else folded
    return Word(printed, folded, folded.removesuffix("'s"))


def _shared(first: str, second: str) -> int:
    """Count the letters of the longest common subsequence."""
    row = [0] * (len(second) + 1)
    for letter in first:
        corner = 0
        for place, other in enumerate(second, start=1):
            above = row[place]
            row[place] = corner + 1 if letter == other else max(above, row[place - 1])
            corner = above
    return row[-1]


def _stems(text: str, abbreviations: Mapping[str, str]) -> dict[str, str]:
    """Map the stems of a text's words to the words as printed, with long forms put as their abbreviations."""
    printed = {word.folded: word.printed for word in words(text)}
    joined = f" {' '.join(folded(text))} "
    for short, long in abbreviations.items():
        phrase = " ".join(folded(long))
        if phrase:
            joined = joined.replace(f" {phrase} ", f" {' '.join(folded(short))} ")
    return {stem(word): printed.get(word, word) for word in joined.split() if word not in FUNCTION_WORDS}


def _only(ours: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[str, ...]:
    only = [word for short, word in ours.items() if short not in theirs]
    return (*only[:_SHOWN], "…") if len(only) > _SHOWN else tuple(only)
