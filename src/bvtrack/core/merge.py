"""Merges what a review file says now into the review as recorded since the file was last read: a three-way merge.

All is done on plain tables (`core.plain`): `base` is the file as last imported, `mine` the review as recorded,
`theirs` the file now. What the file alone changed is taken, what was recorded alone stays, what both changed alike is
no matter, and what both changed differently is a conflict. Recorded progress is never dropped, and a deadline approved
with the plan never overwritten: a new one in the file becomes a re-baseline.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from bvtrack.core.address import shown
from bvtrack.core.deadline_merge import Verdict, current, verdict
from bvtrack.core.difference import Difference, clash, has_progress, news, same, taken, told
from bvtrack.core.edit import EVENT
from bvtrack.core.financial_year import read_year
from bvtrack.core.model_keys import keys_of, model_at, tables_of
from bvtrack.core.pairing import ordered, paired
from bvtrack.core.review import Measure, Part, Recommendation, Review, Step, TargetLine

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bvtrack.core.finding import Key
    from bvtrack.core.model import Model
    from bvtrack.core.plain import Plain, Table

CHANGED: Final = "changed in the review file"
GONE: Final = "gone from the review file"
_ENDED: Final = frozenset({"delete", "supersede"})
_NAMED: Final = (Measure, Part, Recommendation)  # things whose id is their address
_DATED: Final = (Part, Step)
_SHORT: Final[dict[type[Model], str]] = {Step: "text", TargetLine: "value"}  # what may stand as that text alone
_UNSAID: Final = frozenset({"profile", "years", "steps", "targets"})  # keys that addresses leave out


@dataclass(frozen=True, slots=True)
class Merged:
    """The tables of the merged review, which are of no use while there are conflicts, and what was taken."""

    tables: Table
    taken: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Merge:
    """A merge under way: the day and the name that progress is recorded under, and what was met so far."""

    on: dt.date
    by: str | None
    near: dt.date | None
    figured: frozenset[str]  # the target lines that figures are recorded for, by their addresses
    taken: list[Difference] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)

    def tell(self, sign: str, address: str, said: str) -> None:
        self.taken.append(Difference(sign, address, said))

    def clash(self, address: str, mine: Plain | None, theirs: Plain | None) -> None:
        self.conflicts.append(clash(address, mine, theirs))


@dataclass(frozen=True, slots=True)
class _At:
    """Where the merge stands: the path of keys and the address."""

    key: Key = ()
    address: str = ""

    def below(self, name: str, near: dt.date | None) -> _At:
        """Step into a key of a table."""
        years = read_year(name, near).years if _holds_labels(self.key) else ()
        label = years[0].label if len(years) == 1 else name
        address = "/".join(filter(None, (self.address, "" if _is_unsaid(self.key, name) else shown(label))))
        return _At((*self.key, name), address)

    def item(self, nth: int, item: Table) -> _At:
        """Step into an item of a list, the `nth` of its version."""
        key = (*self.key, nth)
        own = str(item.get("id", "")) if model_at(key, Review) in _NAMED else ""
        return _At(key, own or f"{self.address}/{nth + 1}")


def merge(base: Table, mine: Table, theirs: Table, *, on: dt.date, by: str | None = None) -> Merged:
    """Merge what the file says now into what is recorded; `on` is the day that re-baselines and the like are dated."""
    near = cast("dt.date | None", theirs.get("date"))
    doing = _Merge(on, by, near, _figured(mine))
    tables = _keys(doing, _At(), base, mine, theirs)
    return Merged(tables, tuple(doing.taken), tuple(doing.conflicts))


def _value(doing: _Merge, at: _At, base: Plain | None, mine: Plain | None, theirs: Plain | None) -> Plain | None:
    versions = (base, mine, theirs)
    if same(mine, theirs) or same(theirs, base):
        return mine
    if _holds_labels(at.key[:-1]):
        return _plain(doing, at, *versions)
    if any(isinstance(one, list) for one in versions) and tables_of(keys_of(_model(at.key[:-1]))[str(at.key[-1])]):
        merge_lists = _events if at.key[-1] == EVENT else _items
        return merge_lists(doing, at, *(cast("list[Plain]", one or []) for one in versions)) or None
    if _stands_open(at.key):
        merged = _keys(doing, at, *(cast("Table", one or {}) for one in versions))
        kept = mine if (theirs is None) == (base is None) else theirs
        return None if not merged and kept is None else merged
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _keys(doing, at, cast("Table", base or {}), mine, theirs)
    return _plain(doing, at, *versions)


def _plain(doing: _Merge, at: _At, base: Plain | None, mine: Plain | None, theirs: Plain | None) -> Plain | None:
    if not same(mine, base):
        doing.clash(at.address, mine, theirs)
        return mine
    doing.taken.append(taken(at.address, mine, theirs))
    return theirs


def _keys(doing: _Merge, at: _At, base: Table, mine: Table, theirs: Table) -> Table:
    """Merge tables key by key; a table of the format has its keys in the format's order, another in its own."""
    names, _ = ordered(list(base), list(mine), list(theirs))
    if not _holds_labels(at.key):
        names = [name for name in keys_of(_model(at.key)) if name in names]
    dated = _model(at.key) in _DATED
    merged: Table = {}
    for name in names:
        versions = base.get(name), mine.get(name), theirs.get(name)
        value = versions[1] if dated and name == "finish" else _value(doing, at.below(name, doing.near), *versions)
        if value is not None:
            merged[name] = value
    if _model(at.key) is Measure:
        return _with_lines(mine, theirs, merged)
    if not dated:
        return merged
    merged = _with_deadline(doing, at.below("finish", doing.near), (base, mine, theirs), merged)
    return _in_order(_model(at.key), merged)


def _with_deadline(doing: _Merge, at: _At, versions: tuple[Table, Table, Table], merged: Table) -> Table:
    """Merge the deadline of an action or a step; `merged` has all the rest of it."""
    base, mine, theirs = versions
    there = theirs.get("finish")
    match verdict(base, mine, theirs, merged.get(EVENT), doing.near):
        case Verdict.PLAIN:
            value = _plain(doing, at, base.get("finish"), mine.get("finish"), there)
            return {name: one for name, one in {**merged, "finish": value}.items() if one is not None}
        case Verdict.MOVES:
            doing.tell("~", at.address, f": {told(current(mine))} → {told(there)} (re-baselined)")
            return _recorded(doing, merged, "re-baseline", CHANGED, there)
        case Verdict.CLASHES:
            doing.clash(at.address, current(mine), there)
            return merged
        case _:
            return merged


def _items(doing: _Merge, at: _At, base: list[Plain], mine: list[Plain], theirs: list[Plain]) -> list[Plain]:
    """Merge lists of things: each with what it was and has become, in the order of the version that changed it."""
    model = _model((*at.key, 0))
    was, here, there = (_numbered(model, one) for one in (base, mine, theirs))
    mine_is = _tokens(paired(list(was.values()), list(here.values())), len(was))
    theirs_is = _tokens(paired(list(was.values()), list(there.values())), len(was) + len(here))
    fresh = [nth for nth, token in enumerate(mine_is) if token >= len(was)]
    newer = [nth for nth, token in enumerate(theirs_is) if token >= len(was)]
    both = paired([here[nth] for nth in fresh], [there[nth] for nth in newer], reworded=False)
    for nth, pair in zip(newer, both, strict=True):
        if pair is not None:
            theirs_is[nth] = mine_is[fresh[pair]]
    order, apart = ordered(list(was), mine_is, theirs_is)
    if apart:
        doing.clash(at.address, "one order", "another")
    elif [token for token in order if token in mine_is] != mine_is:
        doing.tell("~", at.address, ": put in another order")
    merged = []
    for token in order:
        mine_at, theirs_at = _place(mine_is, token), _place(theirs_is, token)
        item = here.get(mine_at), there.get(theirs_at)
        spot = at.item(theirs_at if theirs_at >= 0 else mine_at, item[1] or item[0] or {})
        made = _item(doing, spot, was.get(token), *item)
        if made is not None:
            merged.append(_shortened(model, made))
    return merged


def _item(doing: _Merge, at: _At, was: Table | None, here: Table | None, there: Table | None) -> Table | None:
    """Merge one thing of a list, which may have come or gone on either side."""
    if here is not None and there is not None:
        return here if same(here, there) or same(there, was) else _keys(doing, at, was or {}, here, there)
    if here is not None:
        return here if was is None else _gone(doing, at, was, here)
    if was is None:
        doing.tell("+", at.address, " added")
        return there
    if not same(there, was):
        doing.clash(at.address, "removed", "changed")
    return None


def _gone(doing: _Merge, at: _At, was: Table, here: Table) -> Table | None:
    """Take away what is gone from the file; where it has progress, supersede it or keep it."""
    if has_progress(here) or at.address in doing.figured:
        return _ended(doing, at, here)
    if same(here, was):
        doing.tell("-", at.address, " removed")
        return None
    doing.clash(at.address, "changed", "removed")
    return here


def _ended(doing: _Merge, at: _At, here: Table) -> Table:
    """Supersede an action or a step; of a recommendation that is kept, its actions."""
    model = _model(at.key)
    if model is Recommendation:
        doing.tell("=", at.address, " is gone from the file and kept for its progress")
        parts = [cast("Table", part) for part in cast("list[Plain]", here.get("part", []))]
        below = [_ended(doing, _At((*at.key, "part", nth), str(part["id"])), part) for nth, part in enumerate(parts)]
        return {**here, "part": list(below)} if below else here
    if model not in _DATED:
        doing.tell("=", at.address, " is gone from the file and kept for its progress")
        return here
    events = cast("list[Table]", here.get(EVENT, []))
    if any(event["kind"] in _ENDED for event in events[-1:]):
        return here
    doing.tell("~", at.address, " superseded: gone from the file, with progress recorded")
    return _in_order(model, _recorded(doing, here, "supersede", GONE))


def _recorded(doing: _Merge, thing: Table, kind: str, reason: str, value: Plain | None = None) -> Table:
    """Record an event of this import under a thing."""
    said: dict[str, Plain | None] = {"date": doing.on, "kind": kind, "value": value, "reason": reason, "by": doing.by}
    event: Table = {name: one for name, one in said.items() if one is not None}
    return {**thing, EVENT: [*cast("list[Plain]", thing.get(EVENT, [])), event]}


def _events(doing: _Merge, at: _At, base: list[Plain], mine: list[Plain], theirs: list[Plain]) -> list[Plain]:
    """Take the events that are new in the file, each once; those recorded stay, whatever became of them there."""
    was, here, there = ({repr(event): event for event in one} for one in (base, mine, theirs))
    address = at.address.removesuffix(f"/{EVENT}")
    for name, event in was.items():
        if name in here and name not in there:
            doing.tell("=", address, f": {news(event)} is gone from the file and kept")
    new = [name for name in there if name not in was and name not in here]
    for name in new:
        doing.tell("+", address, f": {news(there[name])}")
    order, _ = ordered(list(was), list(here), [name for name in there if name in here or name in new])
    twice = [event for nth, event in enumerate(mine) if repr(event) in map(repr, mine[:nth])]
    return [*(here.get(name) or there[name] for name in order), *twice]


def _figured(review: Table) -> frozenset[str]:
    measures = (one for recommendation in _below(review, "recommendation") for one in _below(recommendation, "measure"))
    return frozenset(
        f"{one['id']}/{event['line']}" for one in measures for event in _below(one, EVENT) if "line" in event
    )


def _with_lines(mine: Table, theirs: Table, merged: Table) -> Table:
    """Keep the figures of a measure with their target lines, where these stand at another place now."""
    lines = _lines(merged)
    here, there = (
        {was + 1: nth for nth, was in enumerate(paired(_lines(one), lines), start=1) if was is not None}
        for one in (mine, theirs)
    )
    recorded = _below(mine, EVENT)
    events: list[Plain] = []
    for event in _below(merged, EVENT):
        line = cast("int", event.get("line"))
        now = (here if event in recorded else there).get(line)
        events.append(event if now is None else {**event, "line": now})
    return {**merged, EVENT: events} if events else merged


def _lines(measure: Table) -> list[Plain]:
    return list(_numbered(TargetLine, cast("list[Plain]", measure.get("targets", []))).values())


def _below(thing: Table, name: str) -> list[Table]:
    return cast("list[Table]", thing.get(name, []))


def _model(key: Key) -> type[Model]:
    return model_at(key, Review)


def _holds_labels(key: Key) -> bool:
    """Tell whether the keys of a table are the report's own: years, abbreviations."""
    return key[-2:-1] == ("profile",) or key[-1:] == ("years",) or key == ("abbreviations",)


def _is_unsaid(key: Key, name: str) -> bool:
    """Tell whether the address of a key is that of the table it is in: the total of a stream is the stream's."""
    if name == "total":
        return key[-2:-1] == ("profile",) or key[:1] == ("totals",)
    return name in _UNSAID and not _holds_labels(key)


def _stands_open(key: Key) -> bool:
    """Tell whether the keys of a table come and go each on its own."""
    return _holds_labels(key) or key[-1] == "profile" or (key[0] == "totals" and len(key) < 3)


def _numbered(model: type[Model], items: Iterable[Plain]) -> dict[int, Table]:
    main = _SHORT.get(model, "")
    return {nth: item if isinstance(item, dict) else {main: item} for nth, item in enumerate(items)}


def _shortened(model: type[Model], item: Table) -> Plain:
    main = _SHORT.get(model)
    return item[main] if main is not None and list(item) == [main] else item


def _in_order(model: type[Model], item: Table) -> Table:
    return {name: item[name] for name in keys_of(model) if name in item}


def _tokens(pairs: list[int | None], first: int) -> list[int]:
    """Number the items of a version: as the old one each is, or from `first` on."""
    return [first + nth if pair is None else pair for nth, pair in enumerate(pairs)]


def _place(tokens: list[int], token: int) -> int:
    return tokens.index(token) if token in tokens else -1
