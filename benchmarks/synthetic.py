"""Makes any number of reviews that never were: the Hertfordshire review with other words, names, days and figures.

Each has 60 printed amounts in its profiles and totals, 16 actions and 80 steps, as goals on speed have it, and some
progress. The number of a review decides all of it. `ledger` writes the same amounts for double-entry peers.
"""

from __future__ import annotations

import random
import re
import tomllib
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bvtrack.files.review_text import SECTIONS
from bvtrack.files.toml_text import document

if TYPE_CHECKING:
    from collections.abc import Iterator

REVIEW: Final = Path(__file__).parents[1] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
YEARS: Final = ("02-03", "03-04", "04-05", "05-06")
# how many of the five recommendations have a profile in each stream, which makes 60 amounts with all totals
PROFILES: Final = {"budget": 5, "savings": 3, "income": 1}
_FIRST: Final = ("Ann", "Bola", "Carys", "Dev", "Ewan", "Freya", "Gita", "Huw", "Iris", "Jack", "Kit", "Leila", "Mo")
_LAST: Final = ("Abbot", "Bains", "Clegg", "Dale", "Eze", "Ford", "Gale", "Hill", "Ivory", "Jarvis", "Khan", "Lamb")
_MONTHS: Final = ("May", "June", "July", "August", "Sept.", "October", "Nov", "Dec.")
_WORD: Final = re.compile(r"\b[a-z]{5,}\b")
_PERCENT: Final = re.compile(r"\d+(?:\.\d)?%")

Tree = dict[str, Any]
BASE: Final[Tree] = tomllib.loads(REVIEW.read_text("utf-8"))
_VOCABULARY: Final = sorted(set(_WORD.findall(REVIEW.read_text("utf-8"))))


@dataclass(frozen=True)
class Made:
    """A review that was made up: its tables as a file has them."""

    number: int

    @cached_property
    def tables(self) -> Tree:
        """All it says."""
        return _made(self.number)

    @cached_property
    def text(self) -> str:
        """The text of its file."""
        return document(self.tables, SECTIONS)

    def amounts(self) -> Iterator[int]:
        """Yield the amounts of its profiles and totals, in thousands of pounds."""
        for recommendation in self.tables["recommendation"]:
            for profile in recommendation.get("profile", {}).values():
                yield from profile.values()
        for total in self.tables["totals"].values():
            yield total["total"]
            yield from total["years"].values()


def _made(number: int) -> Tree:
    dice = random.Random(number)  # noqa: S311 — the same reviews every time
    tables = deepcopy(BASE)
    names = [f"{first} {last}" for first, last in zip(dice.sample(_FIRST, 6), dice.sample(_LAST, 6), strict=True)]
    tables |= {
        "id": f"review-{number:05}",
        "title": f"Best value review of {dice.choice(_VOCABULARY)} {dice.choice(_VOCABULARY)} services",
        "authority": f"{dice.choice(_LAST)} County Council",
        "person": [{"name": name, "aliases": [name.split()[0]]} for name in names],
    }
    for key in ("summary", "process", "area"):
        for one in tables[key]:
            one["text"] = _worded(one["text"], dice)
    for recommendation in tables["recommendation"]:
        _plan(recommendation, names, dice)
    _money(tables, dice)
    return tables


def _worded(text: str, dice: random.Random) -> str:
    """Put another word of the report for one long word in three."""
    return _WORD.sub(lambda found: dice.choice(_VOCABULARY) if dice.random() < 1 / 3 else found[0], text)


def _plan(recommendation: Tree, names: list[str], dice: random.Random) -> None:
    recommendation["text"] = _worded(recommendation["text"], dice)
    recommendation.pop("wordings", None)
    for measure in recommendation.get("measure", []):
        measure["text"] = _worded(measure["text"], dice)
        measure["targets"] = [_target(target, dice) for target in measure["targets"]]
    for part in recommendation["part"]:
        part.pop("wordings", None)
        part["text"] = _worded(part["text"], dice)
        part["owner"] = dice.choice((*names, names[0].split()[0], f"{names[1]} & {names[2].split()[0]}"))
        part["finish"] = f"{dice.choice(_MONTHS)} {dice.choice((2002, 2003))}"
        part["steps"] = [{"text": _worded(step, dice)} for step in part["steps"]]
        _progress(part, dice)


def _target(target: str | Tree, dice: random.Random) -> str | Tree:
    if isinstance(target, dict):
        return target | {"value": _target(target["value"], dice)}
    less = dice.randrange(70, 100)
    return _PERCENT.sub(lambda found: f"{float(found[0][:-1]) * less / 100:.1f}%", target)


def _progress(part: Tree, dice: random.Random) -> None:
    """Tell of some actions that they began, slipped or were done, and tick some steps."""
    happened = dice.choice(("", "start", "forecast", "complete"))
    day = BASE["date"].replace(month=dice.randrange(5, 13))
    if happened:
        part["event"] = [{"date": day, "kind": happened}]
    if happened == "forecast":
        part["event"][0] |= {"value": f"{dice.choice(_MONTHS)} 2003", "reason": _worded("the post is vacant", dice)}
    for step in part["steps"]:
        if happened == "complete" or dice.random() < 1 / 8:
            step["event"] = [{"date": day, "kind": "complete"}]


def _money(tables: Tree, dice: random.Random) -> None:
    """Give it figures that foot, and in one review of four one that does not."""
    tables["totals"], tables["quoted"] = {}, []
    for stream, count in PROFILES.items():
        whole = dict.fromkeys((*YEARS, "total"), 0)
        for nth, recommendation in enumerate(tables["recommendation"]):
            recommendation.setdefault("profile", {}).pop(stream, None)
            if nth < count:
                once, yearly = dice.randrange(2, 400) if stream == "budget" else 0, dice.randrange(2, 400)
                figures = dict(zip(YEARS, (once or yearly, yearly, yearly, yearly), strict=True))
                figures["total"] = sum(figures.values())
                recommendation["profile"][stream] = figures
                whole = {name: whole[name] + figure for name, figure in figures.items()}
        years = {year: whole[year] for year in YEARS}
        tables["totals"][stream] = {"total": whole["total"], "years": years, "heading": stream.capitalize()}
        tables["quoted"].append({"place": "section 6", "total": stream, "value": f"£{whole['total']:,}k"})
    for recommendation in tables["recommendation"]:
        recommendation["costs"] = list(_costs(recommendation["profile"]))
    if dice.random() < 1 / 4:
        profile = dice.choice(tables["recommendation"])["profile"]["budget"]
        profile[dice.choice(YEARS)] += dice.choice((9, 90, 100))


def _costs(profile: Tree) -> Iterator[Tree]:
    """Yield the cost lines a recommendation's profiles come from."""
    once, yearly, *_ = profile["budget"].values()
    yield {"column": "one-off", "value": f"£{once}k"}
    yield {"column": "annual", "value": f"£{yearly}k"}
    for stream in ("savings", "income"):
        if stream in profile:
            yield {"column": f"net potential {stream}", "value": f"£{profile[stream]['02-03']}k"}


def ledger(count: int) -> str:
    """Write the amounts of the first `count` reviews as a ledger of beancount, one transaction an amount."""
    lines = [
        'option "operating_currency" "GBP"',
        "2002-01-01 open Assets:Bank GBP",
        "2002-01-01 open Expenses:Plan GBP",
    ]
    for number in range(count):
        for nth, amount in enumerate(Made(number).amounts()):
            lines += [
                f'2002-04-22 * "review {number} amount {nth}"',
                f"  Expenses:Plan  {amount}000 GBP",
                "  Assets:Bank",
            ]
    return "\n".join(lines) + "\n"


def journal(count: int) -> str:
    """Write the same amounts as a journal of hledger."""
    return "".join(
        f"2002-04-22 review {number} amount {nth}\n  Expenses:Plan  {amount}000 GBP\n  Assets:Bank\n\n"
        for number in range(count)
        for nth, amount in enumerate(Made(number).amounts())
    )
