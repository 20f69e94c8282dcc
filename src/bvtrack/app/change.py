"""Change what a review plans: fields and amounts set, things added and removed, findings waived, people named.

Like all work on a database it is signed, undoable, and refused where the thing changed since its editor saw it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app.conflict import as_seen, conflict, shown
from bvtrack.core.address import REVIEW, find, places
from bvtrack.core.edit import EVENT, value_at, with_item, with_value, without
from bvtrack.core.errors import UsageProblem
from bvtrack.core.review import TargetLine

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from bvtrack.app.desk import Desk
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review
    from bvtrack.store.store import Change

_DEADLINE = "finish"


def set_values(  # noqa: PLR0913 — what is asked of it
    desk: Desk,
    name: str,
    values: Mapping[str, str],
    *,
    reason: str | None = None,
    seen: Review | None = None,
    was: str | None = None,
) -> Change | None:
    """Set fields and amounts by address, all of them or none; None where nothing differs.

    A deadline is corrected only with a reason: one that moves is forecast or re-baselined instead. `was` is what the
    editor believes to stand there now, in words; where it is something else, ConflictProblem is raised.
    """
    with desk.store.transaction():
        review = changed = desk.review(name)
        said: dict[str, str] = {}
        for address, text in values.items():
            place = find(review, address)
            if place.address in said:
                raise UsageProblem(place.address, "is set twice", "give it one value")
            old = value_at(review, address)
            old = old.get("text", old.get("value")) if isinstance(old, dict) else old
            as_seen(review, seen, place.address)
            if was is not None and was.strip() != ("" if old is None else shown(old)):
                raise conflict(place.address, was.strip() or "blank", shown(old))
            if place.key[-1:] == (_DEADLINE,) and old is not None and reason is None:
                what = "is a deadline approved with the plan"
                raise UsageProblem(place.address, what, "say why with --because, or move it: bvtrack action … forecast")
            changed = with_value(changed, place.address, text)
            said[place.address] = f"{shown(old)} → {text.strip() or 'blank'}"
        address, told = _told(said)
        verb = "set" if len(said) == 1 else "set several"
        return desk.store.edit(name, lambda _: changed, desk.entry(verb, told, address, reason))


def add_item(desk: Desk, name: str, address: str, kind: str, fields: Mapping[str, str]) -> Change | None:
    """Add a recommendation, a part, a step, a measure, a target, a cost, a person, an area or a quoted figure.

    The change has the address the new thing got.
    """
    with desk.store.transaction():
        before = desk.review(name)
        after = with_item(before, address, kind, fields)
        entry = desk.entry("add", f"{kind} added: {_first(fields)}", _new_address(before, after) or address)
        return desk.store.edit(name, lambda _: after, entry)


def remove_item(  # noqa: PLR0913 — what is asked of it
    desk: Desk, name: str, address: str, *, reason: str | None = None, force: bool = False, seen: Review | None = None
) -> Change | None:
    """Take a thing out of the plan, or a whole review (`review`) out of the database.

    One with progress goes only with `force`, for it belongs in the report; so does a review.
    """
    with desk.store.transaction():
        review = desk.review(name)
        place = find(review, address)
        as_seen(review, seen, place.address, whole=True)
        value = value_at(review, place.address)
        if place.address == REVIEW:
            if not force:
                raise UsageProblem(name, "is a whole review", "remove it with --force; undo brings it back")
            return desk.store.remove(name, desk.entry("remove", f"review {name} removed", "", reason))
        if not force and (_progress(value) or (place.model is TargetLine and _figures(review, place.address))):
            todo = "end it instead: bvtrack action … delete --because, or remove it with --force"
            raise UsageProblem(place.address, "has progress recorded", todo)
        said = value.get("text", value.get("name", "")) if isinstance(value, dict) else shown(value)
        entry = desk.entry("remove", f"removed: {said}", place.address, reason)
        return desk.store.edit(name, lambda one: without(one, place.address), entry)


def waive(  # noqa: PLR0913 — what a waiver says
    desk: Desk, name: str, code: str, address: str, *, reason: str, until: dt.date | None
) -> Change | None:
    """Accept a finding on purpose, with a reason and up to a day; a waiver that is there already is renewed.

    Raises UsageProblem for a rule or an address that does not exist.
    """
    from bvtrack.app.rule import known_code

    code = known_code(code)

    def change(review: Review) -> Review:
        place = find(review, address)
        fields = {"code": code, "address": place.address, "reason": reason, "by": desk.by}
        fields |= {"until": until.isoformat()} if until else {}
        for nth, waiver in enumerate(review.waivers, start=1):
            if (waiver.code, waiver.address) == (code, place.address):
                review = without(review, f"waiver/{nth}")
                break
        return with_item(review, "", "waiver", fields)

    with desk.store.transaction():
        place = find(desk.review(name), address)
        entry = desk.entry(
            "waive", f"{code} waived{f' until {until.isoformat()}' if until else ''}", place.address, reason
        )
        return desk.store.edit(name, change, entry)


def _told(said: Mapping[str, str]) -> tuple[str, str]:
    """Give the address of a change of several values, which is that of the thing they have in common, and its words."""
    if len(said) == 1:
        return next(iter(said.items()))
    paths = [address.split("/") for address in said]
    together = []
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        together.append(steps[0])
    return "/".join(together), "; ".join(f"{address}: {what}" for address, what in said.items())


def _new_address(before: Review, after: Review) -> str | None:
    known = {place.address for place in places(before)}
    return next((place.address for place in places(after) if place.address not in known), None)


def _first(fields: Mapping[str, str]) -> str:
    return next((fields[name] for name in ("text", "name", "value", "code") if name in fields), "")


def _progress(value: Plain | Sequence[Plain] | None) -> bool:
    """Tell whether a thing, or anything below it, has events."""
    if isinstance(value, dict):
        return EVENT in value or any(map(_progress, value.values()))
    return isinstance(value, list) and any(map(_progress, value))


def _figures(review: Review, line: str) -> bool:
    """Tell whether figures are recorded for a target line."""
    measure, _, nth = line.rpartition("/")
    return any(
        event.line == int(nth)
        for one in review.recommendations
        for its in one.measures
        if its.id == measure
        for event in its.events
    )
