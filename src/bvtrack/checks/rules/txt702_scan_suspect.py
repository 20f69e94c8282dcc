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
from itertools import chain, combinations, count
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.checks.rule import Rule
from bvtrack.checks.words.wording import FUNCTION_WORDS, NEGATIONS, alike, has_digit, stem, words
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bvtrack.checks.subject import Subject
    from bvtrack.checks.words.texts import PlacedText


_SHORTEST = 4  # letters
_AROUND = 4  # words
_SHORTEST_PHRASE = _SHORTEST + 2 * (_AROUND - 1)  # characters, of a word that can be misread and three others
_GAP = "…"  # where the word itself stands
_NEVER = FUNCTION_WORDS | NEGATIONS  # words that are not taken for misread
_NOTHING = FUNCTION_WORDS | {"", _GAP}  # what tells of no phrase
_FILLINGS = 8  # a phrase with more words in one place is a form of words, and no word in it is suspect

_Around = tuple[str, ...]
_Phrase = tuple[_Around, str, int]
"""What stands around a word, the word, and its place among the words of its text."""


class _Seen(NamedTuple):
    """A word where it stands: the text it is in, its place among the text's words, and the word as printed."""

    text: PlacedText
    place: int
    printed: str


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each word that is suspect, at the first of its places."""
    long = (text for text in subject.texts if len(text.text) >= _SHORTEST_PHRASE)
    pairs = _lookalikes(_forked([(text, list(_phrases(_plain(text)))) for text in long]))
    counts = Counter(chain.from_iterable(map(_plain, subject.texts))) if pairs else Counter()
    vocabulary = sorted(counts)
    reported = set()
    for pair, (first, second) in pairs.items():
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


def _plain(text: PlacedText) -> list[str]:
    return [word.plain for word in words(text.text)]


def _phrases(plain: Sequence[str]) -> Iterable[_Phrase]:
    """Give each word of a text with what stands around it, where that is enough to know the phrase again.

    That is the two words before it and the two after it, one of which may be beyond the text, and, at an end of a text,
    the four words nearest to it.
    """
    if len(plain) < _AROUND:
        return ()
    padded = ["", *plain, ""]
    around = zip(padded, padded[1:], padded[3:], padded[4:], strict=False)
    phrases = zip(around, plain[1:], count(1), strict=False)
    return chain(phrases, _at_ends(plain)) if len(plain) > _AROUND else phrases


def _at_ends(plain: Sequence[str]) -> Iterable[_Phrase]:
    """Give the first two and the last two words of a text of five or more with the four words nearest to each."""
    one, two, three, four, five = plain[: _AROUND + 1]
    yield (_GAP, two, three, four, five), one, 0
    yield (one, _GAP, three, four, five), two, 1
    end = len(plain)
    one, two, three, four, five = plain[-_AROUND - 1 :]
    yield (one, two, three, _GAP, five), four, end - 2
    yield (one, two, three, four, _GAP), five, end - 1


def _forked(read: Sequence[tuple[PlacedText, Sequence[_Phrase]]]) -> dict[_Around, dict[str, list[_Seen]]]:
    """Give what stands around two words or more, with the places of the words that can be misread, in their order.

    Few of all phrases are so, which is found out first and fast.
    """
    first: dict[_Around, str] = {}
    forked = {around for _, phrases in read for around, word, _ in phrases if first.setdefault(around, word) != word}
    found: dict[_Around, dict[str, list[_Seen]]] = {}
    for text, phrases in read:
        known = [phrase for phrase in phrases if phrase[0] in forked]
        for around, word, place in sorted(known, key=itemgetter(2)):
            if _may_be_misread(word) and not _NOTHING.issuperset(around):
                seen = _Seen(text, place, words(text.text)[place].printed)
                found.setdefault(around, {}).setdefault(word, []).append(seen)
    return found


def _may_be_misread(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _NEVER and not has_digit(word)


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
