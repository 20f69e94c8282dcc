"""The words beside a figure: phrases by what they do to it, its purposes and years, and the joints between figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.core.money.cell import MARKS, SEE_NOTE, TO_BE_CONFIRMED
from bvtrack.core.money.characters import COUNTED, LETTERS
from bvtrack.core.money.tokens import Token, listed, phrase, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UP = listed("increase|increased|increasing|rise|rising|growth|uplift")
_DOWN = listed("decrease|decreased|decreasing|reduction|reduced|reducing|fall|falling|cut|drop|dropping|decline")
_MOST = listed("max|maximum")
_LEAST = listed("min|minimum")
_APPROXIMATE = listed("circa|approx|approximate|approximately|roughly|say|est|estimate|estimated")
_OFTEN = {
    "per_annum": listed("annual|yearly"),
    "one_off": ["one off"],
    "recurring": ["recurring"],
    "ongoing": listed("ongoing|on going"),
    "tbc": TO_BE_CONFIRMED,
}
_LITTLE = ("", "just ", "a little ", "well ")
_PER_YEAR = [f"{each} {year}" for each in ("per", "a", "each", "every", "/") for year in ("year", "yr")]
_PART_YEAR = [
    f"{lead}{part} year{end}"
    for lead in ("", "a ", "in ", "in a ")
    for part in ("full", "part")
    for end in ("", " effect")
]


def _table(effects: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {words: effect for effect, phrases in effects.items() for words in phrases}


# What the words right before a figure do to it.
_HEAD = _table(
    {
        "between": listed("between|of between"),
        "moved": [f"{way} from" for way in _UP + _DOWN + listed("up|down|change|changed|changing|moved|went")],
        "spread": [
            f"{lead}{word}{end}"
            for lead in ("", "in the ", "in a ", "within the ", "within a ")
            for word in ("range", "ranges", "ranged", "ranging")
            for end in ("", " is", " from")
        ],
        "maximum": [
            *listed("up to|upto|up to and including|not exceeding|not to exceed|limited to|capped at|at most"),
            *listed("at the most|not over|fewer than|<"),
            *(f"{no} {more} than" for no in ("no", "not", "never") for more in ("more", "greater", "higher")),
            *(f"{little}{under}" for little in _LITTLE for under in ("less than", "under", "below")),
            *_MOST,
        ],
        "minimum": [
            *listed("at least|in excess of|exceeding|exceeds|upwards of|greater than|>"),
            *(f"{no} {less} than" for no in ("no", "not") for less in ("less", "fewer", "lower")),
            *(f"{little}{over}" for little in _LITTLE for over in ("over", "above", "more than")),
            *_LEAST,
        ],
        "approximate": _APPROXIMATE
        + listed("c|ca|~|about|around|some|nearly|almost|in the region of|in the order of|of the order of"),
        "up": [*_UP, *(f"{up} by" for up in _UP), "up", "up by"],
        "added": ["+", "plus"],
        "down": [*_DOWN, *(f"{down} by" for down in _DOWN), "down", "down by"],
        "start": ["from"],
        "negative": listed("minus|cr|credit"),
        "skip": listed("of|at|a|an|dr|debit"),
        **_OFTEN,
    }
)
# What the words right after a figure do to it; `less than` does nothing.
_TAIL = _table(
    {
        **_OFTEN,
        "maximum": _MOST + listed("or less|or under|or below|or lower|and under|and below|at most"),
        "minimum": [
            *listed("upward|upwards|and upward|and upwards|at least|or higher"),
            *(f"{joint} {over}" for joint in ("or", "and") for over in ("more", "over", "above")),
            *_LEAST,
        ],
        "approximate": _APPROXIMATE + listed("or so|or thereabouts|ish|- ish"),
        "up": _UP + listed("up|more|higher"),
        "down": _DOWN + listed("down|less|lower"),
        "negative": listed("cr|credit"),
        "skip": listed("dr|debit"),
        "per_annum": _PER_YEAR + listed("annual|annually|yearly|p a|pa|p / a|per annum|/ annum"),
        "rate": listed("each|apiece"),
        "years": _PART_YEAR + listed("thereafter|fye|pye"),
        "asked": ["?"],
        "": ["less than"],
    }
)
# Signs that mean something at the end of a text alone, and words that leave a `+` before them a bound.
_CLOSING = {"-": "negative", "/-": "skip"}
_STILL_A_BOUND = {"per", "pa", "p a", "a year", "each"}
_EACH = frozenset(
    listed("hr|hour|day|wk|week|month|quarter|term|head|pupil|person|place|unit|visit|session|night|time|tonne|mile")
)
# What words and numbers stand as in the forms below: a kind of figure and a thing it is of, a month, a count.
_KINDS = "existing|new|additional|extra|grand|sub|gross|net|potential|estimated|approved|original|revised|initial"
_THINGS = "saving|savings|efficiency|efficiencies|income|incomes|cost|costs|budget|budgets|fund|funds|funding|grant"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september"
_SHAPES: dict[str, str] = (
    dict.fromkeys(listed(f"{_KINDS}|setup|startup|running|capital|revenue"), "K")
    | dict.fromkeys(listed(f"{_THINGS}|grants|expenditure|spend|spending|reserve|reserves|worth"), "T")
    | dict.fromkeys(listed(f"{_MONTHS}|october|november|december"), "M")
    | dict.fromkeys((*COUNTED, *"123456789"), "1")
    | {"10": "10", "total": "S"}
)
_KIND = "(?:[KS]|(?:set|start) up)"
_PURPOSE = f"(?:{_KIND} )*(?:{_KIND}|T)(?: [TS])*"
_YEARS = "Y(?: [-/] (?:Y|2|10))?"
_NTH_YEAR = "(?:year|yr|y) (?:1|10)"
# The forms of purposes and of years: a shape that tells them, and what they look like before and after a figure.
_FORMS = {
    "purpose": (frozenset(("K", "S", "T", "up")), _PURPOSE, f"(?:(?:of|from|in) (?:the )?)?{_PURPOSE}"),
    "years": (
        frozenset(("Y", "1", "2", "10")),
        f"(?:in )?(?:{_YEARS}|{_NTH_YEAR})",
        (
            f"(?:(?:in|for|from|by|during|until|at) )?(?:M )?{_YEARS}(?: (?:to|until) (?:M )?{_YEARS}| prices)?|"
            "(?:(?:in|for|from|by) )?(?:2|10) / (?:2|10)|(?:in|for|from|by) (?:2|10) - (?:2|10)|"
            f"(?:(?:in|from|by) )?{_NTH_YEAR}|over (?:the )?(?:next )?(?:1|10) years?"
        ),
    ),
}
_LONGEST = 10
_REACH = 120

_MOVING = listed("reducing|rising|falling|increasing|decreasing|growing|dropping|declining|reduced|increased|down")
_LAST_JOINTS = {
    **dict.fromkeys(("->", "=>", *(f"{moving} to" for moving in _MOVING)), "move"),
    **dict.fromkeys(("to", "-"), "range"),
    **dict.fromkeys(("+", "plus"), "sum"),
    **dict.fromkeys(("less", "minus"), "less"),
    "=": "equals",
    **dict.fromkeys((",", ";", "/", "&", "|", "and", ", and", "; and", ", &", "; &"), "list"),
}
# What stands between two figures, whole.
_JOINTS = _LAST_JOINTS | {
    **dict.fromkeys(("up to", "to +", "~"), "range"),
    **dict.fromkeys(("", "·"), "list"),
    **dict.fromkeys(("or", "and / or"), "either"),
    "but": "and",
}


class Known(NamedTuple):
    """A phrase of the tables: what it does to the figure, its print, and where it starts and ends."""

    effect: str
    text: str
    start: int
    end: int


def phrase_before(text: str) -> Known | None:
    """The longest phrase of the tables that a text ends in; signs may lead from it to the figure."""
    text = text.rstrip(" :=")
    shift = max(0, len(text) - _REACH)
    tokens = words_of(text[shift:])
    if not tokens or text[shift + tokens[-1].end :] not in {"", "."}:
        return None
    for first in range(max(0, len(tokens) - _LONGEST), len(tokens)):
        start, end = shift + tokens[first].start, shift + tokens[-1].end
        if not is_alnum(text[start - 1 : start]):
            effect = _effect(text[start:end], tokens[first:], tail=False)
            if effect and not (effect == "skip" and text[end:]):
                return Known(effect, text[start:end], start, len(text))
    return None


def phrase_after(text: str) -> Known | None:
    """The longest phrase of the tables that a text begins with."""
    tokens = words_of(text[:_REACH])
    for last in range(min(_LONGEST, len(tokens)), 0, -1):
        start, end = tokens[0].start, tokens[last - 1].end
        if start == 0 and not is_alnum(text[end : end + 1]):
            effect = _closing(text[:end], text[end:]) or _effect(text[:end], tokens[:last], tail=True)
            if effect and not (effect == "years" and text[end : end + 1] == "/"):
                return Known(effect, text[:end], 0, end + (text[end : end + 1] == "."))
    return None


def joint_of(gap: str) -> str | None:
    """What the words between two figures join them to, where they do nothing else."""
    return None if "." in gap else _JOINTS.get(phrase(words_of(gap)))


def joint_last(text: str) -> Known | None:
    """The joint that words of the figure before lead up to (`£40k (revenue) + £10k`)."""
    tokens = words_of(text)
    for first in range(max(0, len(tokens) - 2), len(tokens)):
        words = phrase(tokens[first:])
        if words in _LAST_JOINTS and not (words == "to" and first and tokens[first - 1].key == "up"):
            start = tokens[first].start
            return Known(_LAST_JOINTS[words], text[start:], start, len(text))
    return None


def is_alnum(text: str) -> bool:
    """Whether a character is a letter or digit of ASCII."""
    return text.isascii() and text.isalnum()


def _effect(printed: str, tokens: list[Token], *, tail: bool) -> str:
    """What all of some tokens do to the figure beside them, nothing where no table or form knows them."""
    words = phrase(tokens)
    table = _TAIL if tail else _HEAD
    if words in table:
        return table[words]
    first, *others = [token.key for token in tokens]
    if (
        tail
        and len(others) == 1
        and (others[0] in _EACH if first in {"/", "a", "an"} else first == "per" and others[0].isalpha())
    ):
        return "rate"
    marks = rf"{MARKS}|\([0-9]\)|{SEE_NOTE}" if tail else MARKS
    if (not is_alnum(first) or first in {"see", "note", "footnote"}) and re.fullmatch(marks, printed, LETTERS):
        return "mark"
    shapes = [_shape(token.key) for token in tokens]
    for effect, (telling, head_form, tail_form) in _FORMS.items():
        if not telling.isdisjoint(shapes) and re.fullmatch(tail_form if tail else head_form, " ".join(shapes)):
            return effect
    return ""


def _closing(printed: str, rest: str) -> str:
    """What a sign does that no figure follows: `85-`, `£7,000/-`, `£50k+`, `£50k plus`."""
    if printed in _CLOSING:
        return "" if rest else _CLOSING[printed]
    if printed.lower() == "plus":
        return "" if any(is_alnum(letter) for letter in rest) else "minimum"
    if printed != "+":
        return ""
    following = words_of(rest[:_REACH])
    joined = bool(following) and (is_alnum(following[0].key[0]) or following[0].key in {"£", "/"})
    still = bool({phrase(following[:1]), phrase(following[:2])} & _STILL_A_BOUND)
    return "" if joined and not still else "minimum"


def _shape(key: str) -> str:
    """What a word or number stands as in the forms: a year `Y`, two digits `2`, itself where it stands for itself."""
    if key.isdigit() and key[:2] in {"19", "20"} and len(key) == 4:
        return "Y"
    return _SHAPES.get(key, "2" if key.isdigit() and len(key) == 2 else key)
