"""Figures inside a sentence: percentages, money, counts, rates, proportions and levels, with the unit each carries.

The sentence comes with its periods and its names with numbers (`Key Stage 2`) overprinted, so what is left is a value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bvtrack.core.target_words import COUNTED, COUNTED_WORD, FLAGS, MORE_OR_FEWER, SMALL_NUMBERS, words

Value = Decimal | tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a sentence, from `start` to `end`; `value` is None where it is no exact decimal (`a third`).

    `change` is the direction the figure states itself (`+5%`, `5 fewer`, `halve`); `counted` tells a figure with a
    known unit from a bare number; `scale` marks a level or percentile; `query` is why a careful reader would ask;
    `unset` marks words that stand where a value is still to be set (`TBC`).
    """

    start: int
    end: int
    value: Value | None
    unit: str | None = None
    change: str | None = None
    counted: bool = True
    scale: bool = False
    query: str | None = None
    unset: bool = False


_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_SCALE = r"(?: ?(?:thousand|million|billion|mn|bn|k|m)(?:'?s)?\b)"
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_POINTS = r"(?: ?(?:%|per ?cent(?:age)?)[ -]?(?:points?|pts?)\b| ?(?:ppts?|pps?|p\.p\.)(?!\w))"
_PERCENT = r"(?: ?(?:%|per ?cent\b\.?|pc\b|p\.c\.))"
_MARK = rf"(?:{_POINTS}|{_PERCENT})"
_IS_POINTS = re.compile(_POINTS, FLAGS)
_MOST_DIGITS = 15

_PLAIN = re.compile(
    rf"(?<![\w.,/])(?P<both>\+ ?/ ?- ?)?(?P<sign>[-+] ?(?=[£0-9.]))?(?P<pound>£ ?)?"
    rf"(?P<first>{_NUMBER})(?P<scale>{_SCALE})?(?P<mark>{_MARK})?"
    rf"(?: ?- ?(?P<pound2>£ ?)?(?P<second>{_NUMBER})(?P<scale2>{_SCALE})?(?P<mark2>{_MARK})?)?\+?",
    FLAGS,
)
_BETWEEN = re.compile(
    rf"\bbetween (?P<pound>£ ?)?(?P<first>{_NUMBER})(?P<scale>{_SCALE})?(?P<mark>{_MARK})?"
    rf" (?:and|to) (?P<pound2>£ ?)?(?P<second>{_NUMBER})(?P<scale2>{_SCALE})?(?P<mark2>{_MARK})?",
    FLAGS,
)
_LIST = re.compile(rf"(?<![\w.,/])(?P<list>[0-9]+(?:\.[0-9]+)?(?:/[0-9]+(?:\.[0-9]+)?)+){_PERCENT}", FLAGS)
_LEVEL = re.compile(
    r"\b(?P<unit>level|grade|category) (?P<value>[0-9])\b|"
    r"\b(?P<nth>[0-9]{1,2})(?:st|nd|rd|th) (?P<percentile>percentile)\b|"
    r"(?<![\w.,])(?P<stars>[0-9]|two|three|four|five)[ -](?P<star>stars?)\b",
    FLAGS,
)
_COUNT = rf"[0-9]{{1,4}}|{'|'.join(SMALL_NUMBERS)}"
_RATIO = re.compile(
    rf"(?<![\w.,/£])(?P<part>{_COUNT}) (?:out of|in)(?: every)? (?P<whole>{_COUNT})\b"
    r"(?![.,/-]?[0-9]|(?: working)? ?(?:%|days?|hours?|weeks?|months?|years?|minutes?))|"
    r"(?<![\w.,/£])(?P<over>[1-9])/(?P<under>[1-9])(?= of\b|(?<=\bby [1-9]/[1-9])\b)|(?P<sign>[½¼¾])|"
    r"\b(?P<words>(?:a|one|two|three) (?:third|quarter|fifth|half|tenth)s?|(?:a )?half)\b"
    r"(?! (?:year|term|day|price|hour|way))",
    FLAGS,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4)}
_MULTIPLES = {
    "halv": ("decrease", 50),
    "doubl": ("increase", 100),
    "trebl": ("increase", 200),
    "tripl": ("increase", 200),
}
_MULTIPLE = re.compile(
    r"\b(?P<stem>halv(?=e|ing)|doubl(?=e|ing)|trebl(?=e|ing)|tripl(?=e|ing))(?:e[ds]?|ing)\b"
    r"(?= ?$| (?:the|to|by|in|our|from|number|its|¤)|[,.;¤])",
    FLAGS,
)
_NOUGHT = re.compile(
    r"\b(?:zero|nil)(?!-)\b|"
    rf"\bno (?=(?:(?!more|fewer|less|later|change|increase|reduction|further|worse|longer|new)"
    rf"\w+ ){{0,2}}(?:{COUNTED})\b)",
    FLAGS,
)
_SPELLED = "|".join(name for name in SMALL_NUMBERS if name not in {"zero", "one"})
_TENS = "|".join(name for name, number in SMALL_NUMBERS.items() if number >= 20)
_PERCENT_IN_WORDS = re.compile(
    rf"\b(?:(?P<tens>{_TENS})-? ?)?(?P<ones>{_SPELLED}|zero|one|(?:(?:a|one) )?hundred)?(?P<mark>(?<=[a-z]){_MARK})",
    FLAGS,
)
_IN_WORDS = re.compile(
    rf"(?<!the )(?<!our )(?<!all )(?<!its )\b(?P<count>{_SPELLED}) (?=(?:[a-z-]+ ){{0,2}}(?:{COUNTED})\b)|"
    rf"(?<=from )(?P<start>{_SPELLED}|one)(?= to\b| in\b)|(?<=to )(?P<finish>{_SPELLED}|one)(?=$|[.,;]| (?:by|in)\b)|"
    rf"(?<=and )(?P<next>{_SPELLED})(?= (?:by|in) ¤)",
    FLAGS,
)
_AFTER = re.compile(r" ?((?:[a-z][a-z'&/-]*)(?: [a-z][a-z'&/-]*){0,3})", FLAGS)
_STOP = words(
    "by|in|to|of|from|per|and|at|for|on|with|within|each|every|a|an|the|is|are|will|who|have|has|or|than|under|over|as|but|"
    "if|be|was|were|that|which|this|p|pa|rising|falling|increasing|reducing|target|targets|baseline|actual|now|currently|then|thereafter"
)
_ATTACHED = re.compile(rf"(?:{COUNTED})(?!\w)", FLAGS)
_RATE = re.compile(
    r" ?per (?:[0-9][0-9,]*|thousand|million)"
    r"(?: (?:population|people|pupils|head of population|households|children|"
    r"residents|births|staff|employees|adults|persons|dwellings|vehicles|km))?",
    FLAGS,
)


def find_figures(text: str) -> list[Figure]:
    """Give the values printed in `text` in order, each with its unit; `text` has its periods and names overprinted."""
    found: list[Figure] = []
    for form, read in _FORMS:
        for match in form.finditer(text):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found += read(match)
    return _tolerances(sorted(found, key=lambda one: one.start), text)


def _read_plain(match: re.Match[str]) -> list[Figure]:
    start, end = match.span()
    text, groups = match.string, match.groupdict()
    both, sign = groups.get("both"), groups.get("sign")
    marked = groups["mark2"] or groups["mark"]
    if (
        not marked
        and not groups["scale"]
        and not groups["scale2"]
        and re.match(r"[,./-]?[0-9]|/|[a-z_]|\.%", text[end:], FLAGS)
        and not _ATTACHED.match(text, end)
    ):
        return []
    if max(len(groups["first"]), len(groups["second"] or "")) > _MOST_DIGITS:
        return []
    change = (
        {"+": "increase", "-": "decrease"}[sign.strip()]
        if (sign and _is_sign(text[:start])) or (sign and sign[0] == "+")
        else None
    )
    unit, query = _unit_of(groups), None
    first = _scaled(groups["first"], groups["scale"])
    value: Value = first
    if groups["second"]:
        scale = groups["scale"] or (groups["scale2"] if "," not in groups["first"] else None)
        first, second = _scaled(groups["first"], scale), _scaled(groups["second"], groups["scale2"])
        value = (first, second)
        query = None if first < second else "the range does not rise"
    elif both:
        value = (-first, first)
    figure = Figure(start, end, value, unit, change, counted=unit is not None or change is not None, query=query)
    return [_with_noun(figure, text)] if unit is None else [_with_more(figure, text)]


def _unit_of(groups: dict[str, str | None]) -> str | None:
    if groups["pound"] or groups["pound2"]:
        return "£"
    mark = groups["mark2"] or groups["mark"]
    if mark is None:
        return None
    return "percentage points" if _IS_POINTS.fullmatch(mark) else "%"


def _is_sign(before: str) -> bool:
    """Whether a minus after `before` is a sign; after a period or a word it is a dash."""
    return not before or before.endswith(("(", "by ", "of ", "from ", "to ", ": "))


def _scaled(number: str, scale: str | None) -> Decimal:
    value = Decimal(number.replace(",", "").replace(" ", ""))
    if scale is None:
        return value
    value = value.scaleb(_SCALES[scale.lower().strip().rstrip("s").rstrip("'")])
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _with_noun(figure: Figure, text: str) -> Figure:
    """Give the figure the unit in the words after it, and the rate it is printed as (`per 1,000 population`)."""
    end, noun, change = figure.end, None, figure.change
    after = _AFTER.match(text, end)
    if after:
        run = after[1][: stop.start()] if (stop := _STOP.search(after[1])) else after[1]
        counted = list(COUNTED_WORD.finditer(run))
        change = change or next((MORE_OR_FEWER[word] for word in run.lower().split() if word in MORE_OR_FEWER), None)
        if counted:
            noun = counted[-1][0]
            end = after.start(1) + counted[-1].end()
        elif re.fullmatch(r"[a-z]{3,}s ?", run, FLAGS) and run.strip().lower() not in {"points", "times"}:
            noun, end = run.strip(), after.start(1) + len(run.rstrip())
            return replace(figure, end=end, unit=noun, change=change)
    rate = _RATE.match(text, end)
    if rate:
        noun = f"{noun or ''} {rate[0].strip()}".strip()
        end = rate.end()
    if noun is None:
        return replace(figure, change=change)
    return replace(
        figure, end=end, unit=noun if noun.isupper() else noun[0].lower() + noun[1:], change=change, counted=True
    )


def _with_more(figure: Figure, text: str) -> Figure:
    after = re.match(r" (more|additional|extra|higher|fewer|less|lower)\b(?! than)", text[figure.end :], FLAGS)
    return replace(figure, change=MORE_OR_FEWER[after[1].lower()]) if after and figure.change is None else figure


def _read_list(match: re.Match[str]) -> list[Figure]:
    """Read `60/65/70%` as its figures, to be asked about: a solidus does not say what stands apart."""
    figures, at = [], match.start()
    for number in match["list"].split("/"):
        figures.append(Figure(at, at + len(number), Decimal(number), "%", query="figures divided by a solidus"))
        at += len(number) + 1
    return figures


def _read_level(match: re.Match[str]) -> list[Figure]:
    value = match["value"] or match["nth"] or match["stars"]
    unit = match["unit"] or match["percentile"] or match["star"]
    return [
        Figure(match.start(), match.end(), Decimal(SMALL_NUMBERS.get(value.lower(), value)), unit.lower(), scale=True)
    ]


def _read_ratio(match: re.Match[str]) -> list[Figure]:
    """Read a proportion as a percentage where that is exact; `a third` is none, and is asked about."""
    if match["sign"]:
        part, whole = _VULGAR[match["sign"]]
    elif match["over"]:
        part, whole = int(match["over"]), int(match["under"])
    elif match["words"]:
        first, _, last = f" {match['words'].lower()}".rpartition(" ")
        part = SMALL_NUMBERS.get(first.strip(), 1)
        whole = _PARTS[last.rstrip("s")]
    else:
        part, whole = (SMALL_NUMBERS.get(one.lower()) or int(one) for one in (match["part"], match["whole"]))
    start, end = match.span()
    if not 0 < part <= whole <= 1000:
        return []
    if 10000 * part % whole:
        return [Figure(start, end, None, query=f"{part} in {whole} is no exact percentage")]
    value = (Decimal(100 * part) / whole).normalize()
    return [
        _with_more(
            Figure(start, end, value.quantize(Decimal(1)) if value == value.to_integral_value() else value, "%"),
            match.string,
        )
    ]


def _read_multiple(match: re.Match[str]) -> list[Figure]:
    change, percent = _MULTIPLES[match["stem"].lower()]
    return [Figure(match.start(), match.end(), Decimal(percent), "%", change)]


def _read_nought(match: re.Match[str]) -> list[Figure]:
    return [_with_noun(Figure(match.start(), match.start() + len(match[0].rstrip()), Decimal(0)), match.string)]


def _read_percent_in_words(match: re.Match[str]) -> list[Figure]:
    """Read `sixty-five per cent`; a hundred is the whole."""
    tens, ones = (match["tens"] or "").lower(), (match["ones"] or "").lower()
    value = 100 if ones.endswith("hundred") else SMALL_NUMBERS.get(tens, 0) + SMALL_NUMBERS.get(ones, 0)
    if not (tens or ones) or (tens and value >= 100):
        return []
    unit = "percentage points" if _IS_POINTS.fullmatch(match["mark"]) else "%"
    return [_with_more(Figure(match.start(), match.end(), Decimal(value), unit), match.string)]


def _read_words(match: re.Match[str]) -> list[Figure]:
    word = match["count"] or match["start"] or match["finish"] or match["next"]
    figure = Figure(match.start(), match.start() + len(word), Decimal(SMALL_NUMBERS[word.lower()]))
    return [_with_noun(figure, match.string)]


def _tolerances(figures: list[Figure], text: str) -> list[Figure]:
    """Fold a tolerance into the figure before it (`60% +/- 5%`): whether of it or in points is not told."""
    kept: list[Figure] = []
    for figure in figures:
        tolerance = text[figure.start] == "+" and isinstance(figure.value, tuple)
        if tolerance and kept and not text[kept[-1].end : figure.start].strip():
            kept[-1] = replace(kept[-1], end=figure.end, query="a tolerance stands beside it")
        else:
            kept.append(figure)
    return kept


_FORMS = (
    (_LEVEL, _read_level),
    (_RATIO, _read_ratio),
    (_PERCENT_IN_WORDS, _read_percent_in_words),
    (_MULTIPLE, _read_multiple),
    (_BETWEEN, _read_plain),
    (_LIST, _read_list),
    (_PLAIN, _read_plain),
    (_NOUGHT, _read_nought),
    (_IN_WORDS, _read_words),
)
