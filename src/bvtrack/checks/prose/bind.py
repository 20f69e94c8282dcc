"""Claims of prose beside the totals of tables: which total a claim states, and whether it agrees.

A figure that may state several totals is only wrong where it agrees with none. One whose words leave it open whether it
states a total at all is only wrong where it looks like that total with a slip of the pen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bvtrack.checks.figures.intervals import Figure, prose_figure_of
from bvtrack.checks.prose.claims import Claim, claims
from bvtrack.checks.prose.sentences import sentences
from bvtrack.checks.prose.totals import Total, folded, totals
from bvtrack.checks.prose.words import STREAMS
from bvtrack.core.money import MoneyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.checks.prose.scopes import Scope
    from bvtrack.checks.structure.inference import Footed
    from bvtrack.core.document import Document
    from bvtrack.core.review import Rounding

_LONGEST_TITLE: Final = 90
_SLIPS: Final = (10, 100, 1000)


@dataclass(frozen=True, slots=True)
class Misquote:
    """A claim of the paragraph at position `paragraph` that is not the total it states.

    `others` are totals of the same document that the figure does agree with.
    """

    paragraph: int
    claim: Claim
    figure: Figure
    total: Total
    others: tuple[Total, ...] = ()


def misquotes(document: Document, readings: Sequence[Footed], rounding: Rounding) -> Iterator[Misquote]:
    """Yield the figures of a document's prose that are not the totals of its tables that they state."""
    stated = tuple(totals(readings, rounding))
    if not stated:
        return
    pools = {stream: _Pool(stream, stated, rounding) for stream in dict.fromkeys((*STREAMS.values(), "net"))}
    above = ""
    for number, paragraph in enumerate(document.prose):
        for sentence in sentences(paragraph.text):
            for claim in claims(sentence):
                around = f"{above} {folded(paragraph.text)}"
                found = _misquote(number, claim, stated, pools[claim.stream], around)
                if found is not None:
                    yield found
        if len(paragraph.text) <= _LONGEST_TITLE and "£" not in paragraph.text:
            above = folded(paragraph.text)


def _misquote(number: int, claim: Claim, stated: Sequence[Total], pool: _Pool, around: str) -> Misquote | None:
    figure = prose_figure_of(claim.money, pool.rounding)
    claim = _with_item(claim, pool)
    meant = tuple(one for one in _of_item(claim, pool) if _of_time(claim.scope, one))
    if figure is None or not meant or _agrees(figure, meant):
        return None
    if not all(one.sure for one in meant) or not _names_told(claim, meant):
        return None
    named = claim.whose or claim.scope.recommendation
    beside = () if named else tuple(one for item in pool.said_in(around) for one in pool.items[item])
    undated = (claim.scope.years or claim.scope.span) and not all(one.courses for one in meant)
    firm = claim.firm and not beside and not undated and all(claim.stream in one.streams for one in meant)
    exact = claim.money.kind is MoneyKind.AMOUNT
    perhaps = (one for one in pool.totals if exact and (not firm or _may_cover(claim, one)))
    if _agrees(figure, (*beside, *perhaps)):
        return None
    near = [one for one in meant if _slip(claim, one)]
    if not near and not (firm and len({one.pence for one in meant}) == 1):
        return None
    others = tuple(one for one in stated if _agrees(figure, (one,)) and not (one.item and one.year))
    if not (near or others or claim.complete or _within_reach(figure.pence, meant[0].pence)):
        return None
    best = max(near or meant, key=lambda one: len(one.courses))
    return Misquote(number, claim, figure, best, others)


class _Pool:
    """The totals that figures of a stream may state, by the items they are of."""

    def __init__(self, stream: str, stated: Sequence[Total], rounding: Rounding) -> None:
        """Take the totals of a stream, or those that name none where no table has that stream."""
        self.rounding = rounding
        own = tuple(one for one in stated if stream in one.streams)
        other = _computed(stated) if stream == "net" else (one for one in stated if not one.streams)
        self.totals = own or tuple(other)
        self.items: dict[str, list[Total]] = {}
        for one in self.totals:
            self.items.setdefault(one.item, []).append(one)

    def said_in(self, text: str) -> list[str]:
        """Give the items that a text names."""
        spoken = _spoken(text)
        return [item for item in self.items if f" {item} " in spoken and any(sign.isalpha() for sign in item)]


def _with_item(claim: Claim, pool: _Pool) -> Claim:
    """Give a claim that names no part of the table with the one item its sentence speaks of, if it does."""
    items = pool.said_in(claim.context)
    if claim.whose or claim.scope.recommendation or len(items) != 1:
        return claim
    return replace(claim, whose=items[0], firm=False, complete=False)


def _agrees(figure: Figure, several: Iterable[Total]) -> bool:
    """Tell whether a quoted figure is one of several totals, in the coarser of two prints.

    Table and prose may differ in the sign they print.
    """
    return any(
        _same(figure, one) or (figure.low > 0 and _same(figure, -one)) for total in several for one in total.accepts
    )


def _same(quoted: Figure, printed: Figure) -> bool:
    within = quoted.low <= 2 * printed.pence <= quoted.high
    return within or printed.low <= 2 * quoted.pence <= printed.high


def _of_item(claim: Claim, pool: _Pool) -> Iterator[Total]:
    """Give the totals of the item that a claim names, or of all where it names none."""
    number = claim.scope.recommendation
    items = [folded(claim.whose)]
    if number:
        items = [item for item in pool.items if _is_recommendation(item, number) and not claim.whose]
    return (one for item in items for one in pool.items.get(item, ()))


def _of_time(scope: Scope, total: Total) -> bool:
    """Tell whether a total is of the years that a claim covers; a table without years leaves that open."""
    if scope.year or total.year:
        return scope.year == total.year
    return not total.courses or any(_fits(scope, course) for course in total.courses)


def _fits(scope: Scope, course: Sequence[str]) -> bool:
    """Tell whether a number or a span of years is that of a table's years."""
    if scope.span is not None:
        first, lasts = scope.span
        return course[0][-2:] == first and course[-1][-2:] in lasts
    return scope.years in {None, len(course)}


def _may_cover(claim: Claim, total: Total) -> bool:
    """Tell whether a firm claim could still state a total that is not the one its words call for."""
    scope = claim.scope
    if scope.year or scope.recommendation or claim.whose:
        return False
    return not (total.year and (scope.years or scope.span or total.item))


def _names_told(claim: Claim, meant: Sequence[Total]) -> bool:
    """Tell whether every proper name of a sentence stands in the table too, so that none is of somebody else."""
    told = _spoken(" ".join(f"{folded(one.table.name)} {one.item}" for one in meant))
    return all(f" {name} " in told for name in claim.names)


def _spoken(text: str) -> str:
    """Give a text with spaces for its commas and colons and at its ends, so that words can be looked for."""
    return f" {text.replace(',', ' ').replace(':', ' ')} "


def _is_recommendation(label: str, number: str) -> bool:
    """Tell whether a label is that of a recommendation: `2`, `Rec 2`, `2 Improving outcomes`."""
    words = label.replace(".", " ").split()
    if words and words[0] in {"rec", "recommendation", "r"}:
        words = words[1:]
    return bool(words) and words[0].removeprefix("r").rstrip(":)") == number


def _within_reach(quoted: int, total: int) -> bool:
    """Tell whether a figure is of the size of a total: neither more than double nor less than half of it."""
    return abs(total) <= 2 * abs(quoted) and abs(quoted) <= 2 * abs(total)


def _slip(claim: Claim, total: Total) -> bool:
    """Tell whether a claim prints a total with one slip: a digit wrong, left out or too many, two swapped, a unit."""
    money = claim.money
    if money.kind is not MoneyKind.AMOUNT or not money.pence or not total.pence:
        return False
    quoted, meant = abs(money.pence), abs(total.pence)
    if any(quoted == meant * times or meant == quoted * times for times in _SLIPS):
        return True
    place = max(money.place or 1, total.place or 1)
    first, second = str(quoted // place), str((2 * meant + place) // (2 * place))
    if len(first) == len(second):
        apart = [at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and _swapped(first, apart[0]) == second
        return swapped or (len(apart) == 1 and len(second) > 2)
    longer, shorter = max(first, second, key=len), min(first, second, key=len)
    return len(shorter) > 1 and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _swapped(digits: str, at: int) -> str:
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _computed(stated: Sequence[Total]) -> Iterator[Total]:
    """Yield the net position of each table with one total of each stream: the budget less savings and income."""
    by_table: dict[int, dict[str, Total]] = {}
    for one in stated:
        if not one.item and not one.year and len(one.streams) == 1:
            by_table.setdefault(id(one.footed), {}).setdefault(min(one.streams), one)
    for several in by_table.values():
        budget = several.get("budget")
        taken = [several[stream] for stream in ("savings", "income") if stream in several]
        if budget is not None and taken and all(one.sure for one in (budget, *taken)):
            amounts = [budget.pence - one.pence for one in taken]
            left = budget.pence - sum(one.pence for one in taken)
            spare = sum(one.high - one.low for total in (budget, *taken) for one in total.accepts[1:]) // 2
            ways = (left, *amounts)
            accepts = tuple(Figure(way, 2 * way - spare, 2 * way + spare) for way in ways)
            yield replace(budget, streams=frozenset({"net"}), pence=left, accepts=accepts, computed=True)
