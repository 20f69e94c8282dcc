"""scan-suspect: a word stands where the same phrase elsewhere has one that looks like it.

## What it checks

A word is suspect when the two words before it and the two after it stand elsewhere in the review around another word
that looks like it (the same first letter, three in five of the letters), and when neither the word nor a relative of it
stands anywhere else. At an end of a text it is the four words nearest to it. Of two such words the one seen less often
is suspect, or else the later. Words with digits, words of fewer than four letters, small words and other inflections of
one word are left alone.

## Why it matters

Reports are scanned, and run through spelling checkers that know no abbreviations. `OfSTED category` becomes `offside
category`, and is then quoted.

## Fires

```toml
[[recommendation]]
id = "2"
text = "keep schools out of an OfSTED category"
wordings = [{ place = "section 5", text = "keep schools out of an offside category" }]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "keep schools out of an OfSTED category"
wordings = [{ place = "section 5", text = "keep all schools out of an OfSTED category" }]
```

## How to fix

Look at the printed page. Correct a misread word in the file; waive the finding where the page has it too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.checks.rule import Rule
from bvtrack.checks.wording import FUNCTION_WORDS, NEGATIONS, alike, has_digit, stem, words
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bvtrack.checks.subject import Subject
    from bvtrack.checks.texts import PlacedText


_SHORTEST = 4  # letters
_AROUND = 4  # words
_GAP = "…"  # where the word itself stands
_NEVER = FUNCTION_WORDS | NEGATIONS  # words that are not taken for misread
_NOTHING = FUNCTION_WORDS | {"", _GAP}  # what tells of no phrase
_FILLINGS = 8  # a phrase with more words in one place is a form of words, and no word in it is suspect


class _Seen(NamedTuple):
    """A word where it stands: the text it is in, its place among the text's words, and the word as printed."""

    text: PlacedText
    place: int
    printed: str


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each word that is suspect, at the first of its places."""
    counts: Counter[str] = Counter()
    phrases: dict[tuple[str, ...], dict[str, list[_Seen]]] = {}
    for text in subject.texts:
        found = words(text.text)
        plain = [word.folded.removesuffix("'s") for word in found]
        counts.update(plain)
        for place, around in _phrases(plain):
            seen = _Seen(text, place, found[place].printed)
            phrases.setdefault(around, {}).setdefault(plain[place], []).append(seen)
    vocabulary = sorted(counts)
    reported = set()
    for pair, (first, second) in _lookalikes(phrases).items():
        standing = [
            counts[word] > len(set(seen)) or _has_relative(word, pair, vocabulary)
            for word, seen in zip(pair, (first, second), strict=True)
        ]
        if all(standing):
            continue
        later = standing[0] or (not standing[1] and len(set(second)) <= len(set(first)))
        suspect, model = (second, first) if later else (first, second)
        if pair[later] not in reported:
            reported.add(pair[later])
            yield _finding(suspect, model[0].printed)


def _phrases(plain: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield what stands around each word of a text that can be misread, where that tells of a phrase.

    That is the two words before it and the two after it and, at the end of a text, the four words nearest to it.
    """
    padded = ["", "", *plain, "", ""]
    for place, word in enumerate(plain):
        if len(word) < _SHORTEST or word in _NEVER or has_digit(word):
            continue
        arounds = [(*padded[place : place + 2], *padded[place + 3 : place + 5])]
        if "" in arounds[0] and len(plain) > _AROUND:
            first = min(max(0, place - 2), len(plain) - _AROUND - 1)
            arounds.append((*plain[first:place], _GAP, *plain[place + 1 : first + _AROUND + 1]))
        yield from ((place, around) for around in arounds if _telling(around))


def _telling(around: tuple[str, ...]) -> bool:
    """Tell whether enough stands around a word to know the phrase again."""
    return around.count("") <= 1 and not _NOTHING.issuperset(around)


def _lookalikes(
    phrases: Mapping[tuple[str, ...], Mapping[str, list[_Seen]]],
) -> dict[tuple[str, str], tuple[list[_Seen], list[_Seen]]]:
    """Give the pairs of words that look alike and stand in one phrase, with the places of each in such phrases."""
    pairs: dict[tuple[str, str], tuple[list[_Seen], list[_Seen]]] = {}
    for fillings in phrases.values():
        if 1 < len(fillings) <= _FILLINGS:
            for one, other in combinations(fillings, 2):
                if alike(one, other) and stem(one) != stem(other):
                    pair = (other, one) if (other, one) in pairs else (one, other)
                    first, second = pairs.setdefault(pair, ([], []))
                    first += fillings[pair[0]]
                    second += fillings[pair[1]]
    return pairs


def _has_relative(word: str, pair: tuple[str, str], vocabulary: Sequence[str]) -> bool:
    """Tell whether a word outside the pair begins with the first two thirds of the word's letters."""
    root = word[: max(_SHORTEST, (2 * len(word) + 2) // 3)]
    start = bisect_left(vocabulary, root)
    nearest = vocabulary[start : start + len(pair) + 1]
    return any(near.startswith(root) and near not in pair for near in nearest)


def _finding(suspect: Sequence[_Seen], model: str) -> Finding:
    places = ", ".join(dict.fromkeys(seen.text.address for seen in suspect))
    first = suspect[0]
    return Finding(
        address=first.text.address,
        key=first.text.key,
        message=f"“{first.printed}” ({places}) stands where the same phrase elsewhere has “{model}”, and nowhere else.",
        hints=("Look at the printed page: a scanner or a spelling checker may have misread the word.",),
    )


RULE = Rule("TXT702", "scan-suspect", Severity.NOTE, __doc__, find)
