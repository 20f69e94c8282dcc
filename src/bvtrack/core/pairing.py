"""Pairs the items of two versions of a list, and puts the items of three versions in one order.

Items with an id or a name are the same where those are. Others are the same where they say the same, failing that
where what they are known by (a step's text, a cost's column) is the same, failing that where they read much alike.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from bvtrack.core.plain import Plain

Token = TypeVar("Token", bound="Hashable")

_ALIKE: Final = 600  # how many in a thousand must be the same for an item to be another reworded
_MANY: Final = 400  # comparisons beyond which nothing is looked for that reads alike
# what items without an id or a name are known by; those of one list have the same keys
_KNOWN_BY: Final = ("code", "address", "column", "part", "place", "total", "text")


def paired(old: Sequence[Plain], new: Sequence[Plain], *, reworded: bool = True) -> list[int | None]:
    """Give for each new item the number of the old one it is; None for one that is really new.

    With `reworded` false an item that only reads like another is not the same.
    """
    pairs: list[int | None] = [None] * len(new)
    free = list(range(len(old)))
    for name in (_own_name, _content, _known_by):
        waiting: dict[str, list[int]] = defaultdict(list)
        for nth in reversed(free):
            if told := name(old[nth]):
                waiting[told].append(nth)
        for nth, item in enumerate(new):
            if pairs[nth] is None and (told := name(item)) and waiting[told]:
                pairs[nth] = waiting[told].pop()
        free = [nth for nth in free if nth not in pairs]
    if reworded:
        _pair_reworded(old, new, pairs, free)
    return pairs


def ordered(base: Sequence[Token], mine: Sequence[Token], theirs: Sequence[Token]) -> tuple[list[Token], bool]:
    """Put all that stands in `mine` and `theirs` in one order, and tell whether both have their own.

    A version that has what it shares with `base` in another order is followed; what the other adds stands behind what
    it stands behind there. Where both have, and differ, `mine` is followed.
    """
    moved, also_moved = _shared(mine, base) != _shared(base, mine), _shared(theirs, base) != _shared(base, theirs)
    clash = moved and also_moved and _shared(mine, theirs) != _shared(theirs, mine)
    lead, other = (theirs, mine) if also_moved and not clash else (mine, theirs)
    result, there = list(lead), set(lead)
    for nth, token in enumerate(other):
        if token not in there:
            result.insert(result.index(other[nth - 1]) + 1 if nth else 0, token)
    return result, clash


def _pair_reworded(old: Sequence[Plain], new: Sequence[Plain], pairs: list[int | None], free: list[int]) -> None:
    left = [nth for nth, pair in enumerate(pairs) if pair is None and not _own_name(new[nth])]
    free = [nth for nth in free if not _own_name(old[nth])]
    if len(left) * len(free) > _MANY:
        return
    for nth in left:
        likeness = {at: _likeness(old[at], new[nth]) for at in free}
        best = max(likeness, key=lambda at: likeness[at], default=None)
        if best is not None and likeness[best] >= _ALIKE:
            pairs[nth] = best
            free.remove(best)


def _likeness(old: Plain, new: Plain) -> int:
    """Give how much of two items is the same, in a thousand; 0 where it is soon seen to be little."""
    matcher = SequenceMatcher(None, _content(old), _content(new), autojunk=False)
    return int(matcher.ratio() * 1000) if matcher.quick_ratio() * 1000 >= _ALIKE else 0


def _shared(one: Sequence[Token], other: Sequence[Token]) -> list[Token]:
    there = set(other)
    return [token for token in one if token in there]


def _own_name(item: Plain) -> str:
    return str(item.get("id") or item.get("name") or "") if isinstance(item, dict) else ""


def _content(item: Plain) -> str:
    return "" if _own_name(item) else repr(item)


def _known_by(item: Plain) -> str:
    told = {} if _own_name(item) or not isinstance(item, dict) else item
    known = [told[name] for name in _KNOWN_BY if name in told]
    return repr(known) if known else ""
