"""Percentages of counts in a sentence: `12 of 53 schools (24%)`, `37% of the 16 actions`, and whether they can be.

Only what stands close together is read, and nothing that may be rounded, weighted, a target, money or a measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.core.review import Rounding

_WORDS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBERS: Final = {word: number for number, word in enumerate(_WORDS.split(), start=1)}
_COUNT: Final = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(reversed(_NUMBERS))})(?![\d.,/:-]*\d|%|st\b|nd\b|rd\b|th\b)"
)
_SHARE: Final = r"(?P<share>\d{1,3}(?:\.\d{1,3})?) ?(?:%|per ?cent\b)"
_OF: Final = r"(?:of|out of|from)"
_THE: Final = r"(?:the |all |all the |these |our |its |their |those )?"
_BEFORE: Final = r"(?<![\w£.,/%+-])"
_NOUNS: Final = r"(?: [a-z][\w'-]*){0,7}?"
_FEW_NOUNS: Final = r"(?: [a-z][\w'-]*){0,3}"
_LED: Final = (
    r"(?:,? ?\(|,? (?:or|i\.e\.|ie|that is|which is|equal to|equivalent to|representing|equating to) |, | - | = |: )"
)
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_BEFORE}(?P<count>{_COUNT}) {_OF} {_THE}(?P<base>{_COUNT})(?P<what>{_NOUNS}){_LED}{_SHARE}",
        rf"{_BEFORE}(?P<count>[1-9]\d{{0,4}}) ?/ ?(?P<base>[1-9]\d{{0,4}})(?P<what>(?![\d./-])){_LED}{_SHARE}",
        rf"{_BEFORE}{_SHARE}{_LED}(?P<count>{_COUNT}) {_OF} {_THE}(?P<base>{_COUNT})(?P<what>{_NOUNS})(?=[).,;:]|$)",
        rf"{_BEFORE}{_SHARE}{_LED}(?P<count>[1-9]\d{{0,4}}) ?/ ?(?P<base>[1-9]\d{{0,4}})(?P<what>(?![\d./-]))",
        rf"{_BEFORE}{_SHARE} of {_THE}(?P<base>{_COUNT})(?P<what> [a-z][\w'-]*(?: [a-z][\w'-]*){{0,2}})",
        rf"\b(?:of|among) {_THE}(?P<base>{_COUNT})(?P<what>{_NOUNS}), (?P<count>{_COUNT}){_FEW_NOUNS} \({_SHARE}",
    )
)
_ALONE: Final = 4  # the form that states no count
_LOOSE: Final = 5  # the form whose base stands further off
_NEARLY: Final = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|under|above|below|than|least|most|to|some|"
    r"circa|ca?\.?|just|between|and|by|of|up|down|another|further|from)|[~<>-]) ?\(?$",
    re.IGNORECASE,
)
_VAGUE_BEFORE_COUNT: Final = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|over|under|than|least|most|some|circa|ca?\.?|just|"
    r"between|to|years?|aged?|section|table|page|figure|paragraph|question|item|phase|lesson|steps?|unit|part|weeks?|days?|"
    r"months?|terms?|levels?|scores?|scored|scoring|grades?|stage|rank|ranks|ranked|ranking|top|bottom|position|"
    r"satisfaction|rating|rated|quartile|module|volume|paper|annex|appendix|option|chapter|version|issue|no\.?|number)|"
    r"\d,? (?:and|or)|[~<>/-]) ?\(?$",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\s*(?:$|[),;.:\]](?!\d))")
_SILENT: Final = re.compile(
    r"\b(?:weight\w*|average\w*|mean|median|model\w*|estimat\w*|sampl\w*|project\w*|forecast\w*|target\w*|aim\w*|goal\w*|"
    r"will|should|would|could|must|shall|increas\w*|reduc\w*|expected|by value|pro rata|full-time equivalent|"
    r"approximately|respectively|adjusted|cumulative|points?)\b",
    re.IGNORECASE,
)
_MEASURES: Final = re.compile(
    r"[\s-]*(?:(?:\w+[\s-]){0,2}(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|fte|wte|miles?|km|acres?|"
    r"hectares?|tonnes?|litres?|million|thousand|hundred|bn|pounds?|pence|budgets?|costs?|time|spend\w*|income|value|"
    r"savings?|funding|capacity|workload|area|aged?|olds?|per|percent|marks?|credits?|gcses?|levels?|noon|midnight)|"
    r"k|m|p|to|or|and|plus)\b|[^,;:.]*'s? ",
    re.IGNORECASE,
)
_BARE_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_INTEGER: Final = re.compile(rf"{_BEFORE}{_COUNT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage that cannot be of its base, as printed in `text`; `count` is None where none is stated.

    `printed` is the percentage, `fitting` the whole counts of the base it could be of, `bases` the other numbers of
    the sentence that it could be of.
    """

    text: str
    printed: str
    base: int
    count: int | None = None
    fitting: tuple[int, ...] = ()
    bases: tuple[int, ...] = ()

    def nearest(self) -> tuple[int, ...]:
        """Give the whole counts of the base at either side of the percentage."""
        below = floor(Fraction(self.printed) * self.base / 100)
        return below, below + 1


def impossible_shares(sentence: str, rounding: Rounding = "nearest") -> Iterator[Share]:
    """Yield the percentages of a folded sentence that their counts cannot give."""
    if ("%" not in sentence and "cent" not in sentence) or _SILENT.search(sentence):
        return
    told: set[int] = set()
    for number, form in enumerate(_FORMS):
        for found in form.finditer(sentence):
            at = found.start("share")
            if at in told or _is_vague(sentence, found):
                told.add(at)
                continue
            told.add(at)
            share = _weighed(sentence, found, number, rounding)
            if share is not None:
                yield share


def percent(count: int, base: int, like: str) -> str:
    """Say what percentage a count is of its base, a decimal finer than the printed one it is held against: `22.6%`."""
    one = 10 ** (len(like.partition(".")[2]) + 1)
    whole, rest = divmod(floor(Fraction(100 * one * count, base) + Fraction(1, 2)), one)
    return f"{whole}.{rest:0{len(str(one)) - 1}}".rstrip("0").rstrip(".") + "%"


def _weighed(sentence: str, found: re.Match[str], number: int, rounding: Rounding) -> Share | None:
    printed, base = found["share"], _number(found["base"])
    count = None if number == _ALONE else _number(found["count"])
    low, high = _bounds(printed, rounding)
    if not base or Fraction(printed) > 100 or (count is not None and count > base):
        return None
    around = _room(base, alone=count is None)
    if any(_fits(count, one, low, high) for one in range(max(1, base - around), base + around + 1)):
        return None
    others = {_number(one[0]) for one in _INTEGER.finditer(sentence)} - {base, count, 0}
    bases = tuple(sorted(one for one in others if count is not None and count <= one and _fits(count, one, low, high)))
    if number == _LOOSE and bases:
        return None
    fitting = tuple(one for one in _counts(base, low, high) if one != count)
    return Share(_shown(found), printed, base, count, fitting, bases)


def _shown(found: re.Match[str]) -> str:
    """Give what was read as printed, its bracket closed."""
    unit = re.match(r" ?(?:%|per ?cent)", found.string[found.end("share") :], re.IGNORECASE)
    end = found.end("share") + (unit.end() if unit else 0)
    shown = found.string[found.start() : max(end, found.end())]
    return shown + ")" * (shown.count("(") - shown.count(")"))


def _is_vague(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether a figure is hedged, is of something measured, or the percentage is no share."""
    share, base = found.start("share"), found.start("base")
    counts = [found.start(name) for name in ("count", "base") if name in found.groupdict() and found[name]]
    digits = re.search(r"\d ?(?:%|per ?cent)", sentence[share:], re.IGNORECASE)
    after = sentence[share + (digits.end() if digits else 0) :]
    hedged = share == found.start() and _NEARLY.search(sentence[:share])
    hedged = hedged or _VAGUE_BEFORE_COUNT.search(sentence[: min(counts)])
    otherwise = base < share and not _ENDS.match(after)
    ranged = re.match(r" ?(?:-|to|and|or) ?\d", after)
    year = _BARE_YEAR.fullmatch(found["base"])
    measured = _MEASURES.match(sentence[found.end("base") :])
    return bool(hedged or otherwise or ranged or year or measured)


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower()) or int(text.replace(",", ""))


def _bounds(printed: str, rounding: Rounding) -> tuple[Fraction, Fraction]:
    """Give the least and the most that a printed percentage stands for, bounds included."""
    place = Fraction(1, 10 ** len(printed.partition(".")[2]))
    exact = Fraction(printed)
    return (exact, exact + place) if rounding == "truncated" else (exact - place / 2, exact + place / 2)


def _room(base: int, *, alone: bool) -> int:
    """Give how far off a base may be that is perhaps rounded: one in tens."""
    if base % 100 == 0:
        return 50
    return 5 if base % 10 == 0 and (alone or base > 100) else 0


def _fits(count: int | None, base: int, low: Fraction, high: Fraction) -> bool:
    if count is None:
        return bool(_counts(base, low, high))
    return low * base <= 100 * count <= high * base


def _counts(base: int, low: Fraction, high: Fraction) -> range:
    """Give the whole counts of a base that a percentage within bounds could be of."""
    return range(max(0, ceil(low * base / 100)), min(base, floor(high * base / 100)) + 1)
