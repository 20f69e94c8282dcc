"""Tells whether a thing is still as its editor saw it; where it is not, both versions are shown and nothing is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bvtrack.core.edit import listed, value_at
from bvtrack.core.errors import ConflictProblem, UsageProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

_BELOW = frozenset({"steps", "part", "measure", "costs", "profile", "targets"})
_SAYS = ("kind", "stream", "year", "period", "value", "date", "reason", "by")


def own_value(review: Review, address: str) -> Plain | None:
    """Give what a thing says of itself, without the things below it: what an editor of it has seen."""
    value = value_at(review, address)
    if isinstance(value, dict):
        return {name: inner for name, inner in value.items() if name not in _BELOW}
    return value


def as_seen(review: Review, seen: Review | None, address: str, *, whole: bool = False) -> None:
    """Raise ConflictProblem where a thing (`whole`: with all below it) is no longer as its editor saw it."""
    if seen is None or seen == review:
        return
    now = value_at(review, address) if whole else own_value(review, address)
    then = _in(seen, address, whole=whole)
    if then != now:
        raise conflict(address, shown(then), shown(now))


def conflict(address: str, seen: str, now: str) -> ConflictProblem:
    """Make the problem that shows what the change rests on, and what there is."""
    return ConflictProblem(address, f"was “{seen}” when you saw it and is “{now}” now", "look at it again", seen, now)


def shown(value: Plain | None) -> str:
    """Tell a value in a conflict or a log: its words, or the latest news of a thing."""
    if isinstance(value, list):
        return listed(map(shown, value)) or "blank"
    if not isinstance(value, dict):
        return "blank" if value is None else visible(str(value))
    events = value.get("event")
    if isinstance(events, list) and events:
        last = cast("dict[str, Plain]", events[-1])
        return " ".join(visible(str(last[name])) for name in _SAYS if name in last)
    fields = [
        f"{visible(name)} {shown(inner)}"
        for name, inner in value.items()
        if name not in {"id", "text"} and not isinstance(inner, list | dict)
    ]
    return ", ".join(fields) or shown(value.get("text"))


def _in(seen: Review, address: str, *, whole: bool) -> Plain | None:
    try:
        return value_at(seen, address) if whole else own_value(seen, address)
    except UsageProblem:  # it has come since
        return None
