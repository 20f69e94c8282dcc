"""Figures inside a sentence: percentages, money, counts, rates, proportions and levels, with the unit each carries.

The sentence comes with its periods and its names with numbers (`Key Stage 2`) overprinted, so what is left is a value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bvtrack.core.target.lexicon import FLAGS, Form, Lexicon, compiled
from bvtrack.core.target.words import COUNTED, COUNTED_NOUNS, MORE_OR_FEWER, SMALL_NUMBERS

Value = Decimal | tuple[Decimal, Decimal]


class Figure(NamedTuple):
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


# The words figures are made of, overprinted: ø a small number, ò one, × thousand or million, ¶ percentage points,
# ¢ per cent, ÷ a stretch of time, ñ anything else that is counted.
_MARKS: Final = Lexicon(
    {
        "ø": ", ".join(name for name in SMALL_NUMBERS if name not in {"zero", "one"}),
        "ò": "one",
        "×": "(thousand/million/billion/mn/bn/k/m)(/s/'s)",
        "¶": "(%/per cent/percent/percentage/per centage) (point/points/pt/pts), ppt(s), pp(s), p.p",
        "¢": "per cent, percent, pc, p.c",
        "÷": "day(s), working day(s), hour(s), working hour(s), week(s), month(s), year(s), minute(s)",
        "ñ": COUNTED_NOUNS,
    }
)
_APART: Final = r"(?<![\w.,/øò×¶¢÷ñ])"
_NUMBER: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
)
_MARK: Final = r"(?: ?(?:¶+|%|¢+\.?))"
_SCALES: Final = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
_MOST_DIGITS: Final = 15
_PLAIN: Final = (
    rf"(?:(?P<between>\bbetween )|{_APART}(?P<both>\+ ?/ ?- ?)?(?P<sign>[-+] ?(?=[£0-9.]))?)(?P<pound>£ ?)?"
    rf"(?P<first>{_NUMBER})(?P<scale> ?×+(?!\w))?(?P<mark>{_MARK})?"
    rf"(?:(?: ?- ?|(?(between) (?:and|to) |(?!)))(?P<pound2>£ ?)?"
    rf"(?P<second>{_NUMBER})(?P<scale2> ?×+(?!\w))?(?P<mark2>{_MARK})?)?\+?"
)
_LIST: Final = rf"{_APART}(?P<list>[0-9]+(?:\.[0-9]+)?(?:/[0-9]+(?:\.[0-9]+)?)+){_MARK}"
_LEVEL: Final = (
    r"\b(?P<unit>level|grade|category) (?P<value>[0-9])\b|"
    r"\b(?P<nth>[0-9]{1,2})(?:st|nd|rd|th) (?P<percentile>percentile)\b|"
    rf"{_APART}(?P<stars>[0-9]|ø+)[ -](?P<star>stars?)\b"
)
_RATIO: Final = (
    r"(?<![\w.,/£øò])(?P<part>[0-9]{1,4}|[øò]+) (?:out of|in)(?: every)? (?P<whole>[0-9]{1,4}|[øò]+)(?!\w)"
    r"(?![.,/-]?[0-9]| ?[%¢¶÷])|"
    r"(?<![\w.,/£])(?P<over>[1-9])/(?P<under>[1-9])(?= of\b|(?<=\bby [1-9]/[1-9])\b)|(?P<sign>[½¼¾])|"
    r"(?P<words>(?:\ba|(?<![øò])[øò]+)[ -](?:third|quarter|fifth|half|tenth)s?\b|\b(?:a )?half\b)"
    r"(?! (?:÷|term|price|way))"
)
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_VULGAR: Final = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4)}
_MULTIPLES: Final = {
    "halv": ("decrease", 50),
    "doubl": ("increase", 100),
    "trebl": ("increase", 200),
    "tripl": ("increase", 200),
}
_MULTIPLE: Final = (
    r"\b(?P<stem>halv|doubl|trebl|tripl)(?:e[ds]?|ing)\b(?= ?$| (?:the|to|by|in|our|of|from|number|its|¤)|[,.;¤])"
)
_NOUGHT: Final = (
    r"\b(?:zero|nil)(?!-)\b|"
    r"\bno (?=(?:(?!more|fewer|less|later|change|increase|reduction|further|worse|longer|new)[\wøò]+ ){0,2}[÷ñ])"
)
_PERCENT_IN_WORDS: Final = (
    rf"(?:(?P<hundred>(?:\ba |ò+ |\b)hundred)|(?:(?P<tens>ø+)[ -])?(?P<ones>[øò]+|\bzero))(?P<mark>{_MARK})"
)
_IN_WORDS: Final = (
    r"(?<!the )(?<!our )(?<!all )(?<!its )(?<!ø)(?P<count>ø+) (?=(?:[a-zøò-]+ ){0,2}[÷ñ])|"
    r"(?<=from )(?P<start>[øò]+)(?= to\b| in\b)|(?<=to )(?P<finish>[øò]+)(?=$|[.,;]| (?:by|in)\b)|"
    r"(?<=and )(?P<next>ø+)(?= (?:by|in) ¤)"
)
_AFTER: Final = Form(r" ?((?:[a-z][a-z'&/-]*)(?: [a-z][a-z'&/-]*){0,3})")
_STOP: Final = Lexicon(
    {
        "stop": (
            "by, in, to, of, from, per, and, at, for, on, with, within, each, every, a, an, the, is, are, will, who, "
            "have, has, or, than, under, over, as, but, if, be, was, were, that, which, this, p, pa, rising, falling, "
            "increasing, reducing, target(s), baseline, actual, now, currently, then, thereafter"
        )
    }
)
_RATE: Final = Form(
    r" ?per (?:[0-9][0-9,]*|thousand|million)"
    r"(?: (?:population|people|pupils|head of population|households|children|"
    r"residents|births|staff|employees|adults|persons|dwellings|vehicles|km))?",
)


def find_figures(text: str) -> list[Figure]:
    """Give the values printed in `text` in order, each with its unit; `text` has its periods and names overprinted."""
    found: list[Figure] = []
    marked = _MARKS.marked(text)
    for needed, form, read in _FORMS:
        if needed and not needed.intersection(marked):
            continue
        for match in compiled(form).finditer(marked):
            if all(match.end() <= other.start or other.end <= match.start() for other in found):
                found += read(match, text)
    return _tolerances(sorted(found, key=lambda one: one.start), text)


def _printed(match: re.Match[str], group: str, text: str) -> str:
    """Give the words of a group, in small letters; the match is over the text with its words overprinted."""
    return text[match.start(group) : match.end(group)].lower().strip() if match[group] else ""


def _read_plain(match: re.Match[str], text: str) -> list[Figure]:
    start, end = match.span()
    if match["between"] and not match["second"]:
        start += len(match["between"])
    marked = match["mark2"] or match["mark"]
    scales = [_printed(match, "scale", text), _printed(match, "scale2", text)]
    if not marked and not any(scales) and re.match(r"[,./-]?[0-9]|/|[a-z_×]|\.%", match.string[end:], FLAGS):
        return []
    if max(len(match["first"]), len(match["second"] or "")) > _MOST_DIGITS:
        return []
    sign, change = match["sign"], None
    if sign and (sign[0] == "+" or _is_sign(text[:start])):
        change = "increase" if sign[0] == "+" else "decrease"
    unit, query = _unit_of(match), None
    first = _scaled(match["first"], scales[0])
    value: Value = first
    if match["second"]:
        shared = scales[0] or (scales[1] if "," not in match["first"] else "")
        first, second = _scaled(match["first"], shared), _scaled(match["second"], scales[1])
        value = (first, second)
        query = None if first < second else "the range does not rise"
    elif match["both"]:
        value = (-first, first)
    figure = Figure(start, end, value, unit, change, counted=unit is not None or change is not None, query=query)
    return [_with_noun(figure, text)] if unit is None else [_with_more(figure, text)]


def _unit_of(match: re.Match[str]) -> str | None:
    if match["pound"] or match["pound2"]:
        return "£"
    return _unit_of_mark(match["mark2"] or match["mark"])


def _unit_of_mark(mark: str | None) -> str | None:
    return None if mark is None else "percentage points" if "¶" in mark else "%"


def _is_sign(before: str) -> bool:
    """Whether a minus after `before` is a sign; after a period or a word it is a dash."""
    return not before or before.endswith(("(", "by ", "of ", "from ", "to ", ": "))


def _scaled(number: str, scale: str) -> Decimal:
    value = Decimal(number.replace(",", "").replace(" ", ""))
    if not scale:
        return value
    value = value.scaleb(_SCALES[scale.rstrip("s").rstrip("'")])
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _with_noun(figure: Figure, text: str) -> Figure:
    """Give the figure the unit in the words after it, and the rate it is printed as (`per 1,000 population`)."""
    end, noun, change = figure.end, None, figure.change
    after = _AFTER.match(text, end)
    if after:
        run = after[1][: stop.start] if (stop := _STOP.search(after[1])) else after[1]
        change = change or next((MORE_OR_FEWER[word] for word in run.lower().split() if word in MORE_OR_FEWER), None)
        counted = None
        for counted in COUNTED.find(run):
            noun, end = run[counted.start : counted.end], after.start(1) + counted.end
        if counted is None and _ANY_PLURAL.fullmatch(run) and run.strip().lower() not in {"points", "times"}:
            return figure._replace(end=after.start(1) + len(run.rstrip()), unit=run.strip(), change=change)
    rate = _RATE.match(text, end)
    if rate:
        noun = f"{noun or ''} {rate[0].strip()}".strip()
        end = rate.end()
    if noun is None:
        return figure._replace(change=change)
    unit = noun if noun.isupper() else noun[0].lower() + noun[1:]
    return figure._replace(end=end, unit=unit, change=change, counted=True)


_ANY_PLURAL: Final = Form(r"[a-z]{3,}s ?")
_MORE: Final = Form(r" (more|additional|extra|higher|fewer|less|lower)\b(?! than)")


def _with_more(figure: Figure, text: str) -> Figure:
    after = _MORE.match(text, figure.end)
    return figure._replace(change=MORE_OR_FEWER[after[1].lower()]) if after and figure.change is None else figure


def _read_list(match: re.Match[str], _text: str) -> list[Figure]:
    """Read `60/65/70%` as its figures, to be asked about: a solidus does not say what stands apart."""
    figures, at = [], match.start()
    for number in match["list"].split("/"):
        figures.append(Figure(at, at + len(number), Decimal(number), "%", query="figures divided by a solidus"))
        at += len(number) + 1
    return figures


def _number(printed: str) -> int:
    return SMALL_NUMBERS[printed] if printed in SMALL_NUMBERS else int(printed)


def _read_level(match: re.Match[str], text: str) -> list[Figure]:
    value, unit = next(
        (_printed(match, value, text), _printed(match, unit, text))
        for value, unit in (("value", "unit"), ("nth", "percentile"), ("stars", "star"))
        if match[value]
    )
    return [Figure(match.start(), match.end(), Decimal(_number(value)), unit, scale=True)]


def _read_ratio(match: re.Match[str], text: str) -> list[Figure]:
    """Read a proportion as a percentage where that is exact; `a third` is none, and is asked about."""
    if match["sign"]:
        part, whole = _VULGAR[match["sign"]]
    elif match["over"]:
        part, whole = int(match["over"]), int(match["under"])
    elif match["words"]:
        first, _, last = f" {_printed(match, 'words', text)}".replace("-", " ").rpartition(" ")
        part = SMALL_NUMBERS.get(first.strip(), 1)
        whole = _PARTS[last.rstrip("s")]
    else:
        part, whole = _number(_printed(match, "part", text)), _number(_printed(match, "whole", text))
    start, end = match.span()
    if not 0 < part <= whole <= 1000:
        return []
    if 10000 * part % whole:
        return [Figure(start, end, None, query=f"{part} in {whole} is no exact percentage")]
    value = (Decimal(100 * part) / whole).normalize()
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    return [_with_more(Figure(start, end, value, "%"), text)]


def _read_multiple(match: re.Match[str], _text: str) -> list[Figure]:
    change, percent = _MULTIPLES[match["stem"].lower()]
    return [Figure(match.start(), match.end(), Decimal(percent), "%", change)]


def _read_nought(match: re.Match[str], text: str) -> list[Figure]:
    return [_with_noun(Figure(match.start(), match.start() + len(match[0].rstrip()), Decimal(0)), text)]


def _read_percent_in_words(match: re.Match[str], text: str) -> list[Figure]:
    """Read `sixty-five per cent`; a hundred is the whole."""
    start, value = match.start(), 100
    if not match["hundred"]:
        tens, value = SMALL_NUMBERS.get(_printed(match, "tens", text), 0), SMALL_NUMBERS[_printed(match, "ones", text)]
        if tens >= 20 and value < 10:
            value += tens
        else:
            start = match.start("ones")
    return [_with_more(Figure(start, match.end(), Decimal(value), _unit_of_mark(match["mark"])), text)]


def _read_words(match: re.Match[str], text: str) -> list[Figure]:
    group = match.lastgroup or ""
    figure = Figure(match.start(group), match.end(group), Decimal(SMALL_NUMBERS[_printed(match, group, text)]))
    return [_with_noun(figure, text)]


def _tolerances(figures: list[Figure], text: str) -> list[Figure]:
    """Fold a tolerance into the figure before it (`60% +/- 5%`): whether of it or in points is not told."""
    kept: list[Figure] = []
    for figure in figures:
        tolerance = text[figure.start] == "+" and isinstance(figure.value, tuple)
        if tolerance and kept and not text[kept[-1].end : figure.start].strip():
            kept[-1] = kept[-1]._replace(end=figure.end, query="a tolerance stands beside it")
        else:
            kept.append(figure)
    return kept


_ALWAYS: Final = frozenset[str]()
_WORDED: Final = frozenset("øò")
_FORMS: Final = (
    (_ALWAYS, _LEVEL, _read_level),
    (_ALWAYS, _RATIO, _read_ratio),
    (frozenset("%¢¶"), _PERCENT_IN_WORDS, _read_percent_in_words),
    (_ALWAYS, _MULTIPLE, _read_multiple),
    (frozenset("/"), _LIST, _read_list),
    (frozenset("0123456789"), _PLAIN, _read_plain),
    (_ALWAYS, _NOUGHT, _read_nought),
    (_WORDED, _IN_WORDS, _read_words),
)
