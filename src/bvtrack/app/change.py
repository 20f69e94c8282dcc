"""Change what a review plans: fields and amounts set, things added and removed, findings waived, people named.

Like all work on a database it is signed, undoable, and refused where the thing changed since its editor saw it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app.record import shown
from bvtrack.core.address import find
from bvtrack.core.edit import EVENT, value_at, with_item, with_value, without
from bvtrack.core.errors import ConflictProblem, UsageProblem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bvtrack.app.desk import Desk
    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review
    from bvtrack.store.store import Change

_DEADLINES = frozenset({"finish"})


def set_values(
    desk: Desk,
    name: str,
    values: Mapping[str, str],
    *,
    reason: str | None = None,
    seen: Review | None = None,
) -> Change | None:
    """Set fields and amounts by address, all of them or none; None where nothing differs.

    A deadline is corrected only with a reason: one that moves is forecast or re-baselined instead.
    """

    def change(review: Review) -> Review:
        for address, text in values.items():
            place = find(review, address)
            if place.key[-1:] and place.key[-1] in _DEADLINES and reason is None:
                what = "is a deadline approved with the plan"
                raise UsageProblem(place.address, what, "say why with --because, or move it: bvtrack action … forecast")
            _as_seen(review, seen, place.address)
            review = with_value(review, place.address, text)
        return review

    before = desk.review(name)
    said = "; ".join(f"{_old(before, address)} → {text.strip() or 'blank'}" for address, text in values.items())
    return desk.store.edit(name, change, desk.entry("set", said, ", ".join(values), reason))


def add_item(desk: Desk, name: str, address: str, kind: str, fields: Mapping[str, str]) -> Change | None:
    """Add a recommendation, a part, a step, a measure, a target, a cost, a person, an area or a quoted figure."""
    said = f"{kind} added: {next(iter(fields.values()), '')}"
    entry = desk.entry("add", said, address)
    return desk.store.edit(name, lambda review: with_item(review, address, kind, fields), entry)


def remove_item(  # noqa: PLR0913 — what is asked of it
    desk: Desk, name: str, address: str, *, reason: str | None = None, force: bool = False, seen: Review | None = None
) -> Change | None:
    """Take a thing out of the plan; one with progress only with `force`, for it belongs in the report."""

    def change(review: Review) -> Review:
        _as_seen(review, seen, address)
        if not force and _progress(value_at(review, address)):
            todo = "end it instead: bvtrack action … delete --because, or remove it with --force"
            raise UsageProblem(address, "has progress recorded", todo)
        return without(review, address)

    return desk.store.edit(name, change, desk.entry("remove", "removed", address, reason))


def waive(  # noqa: PLR0913 — what a waiver says
    desk: Desk, name: str, code: str, address: str, *, reason: str, until: dt.date | None
) -> Change | None:
    """Accept a finding on purpose, with a reason and up to a day."""
    fields = {"code": code.upper(), "address": address, "reason": reason, "by": desk.by}
    fields |= {"until": until.isoformat()} if until else {}
    entry = desk.entry("waive", f"{code.upper()} waived", address, reason)
    return desk.store.edit(name, lambda review: with_item(review, "", "waiver", fields), entry)


def _as_seen(review: Review, seen: Review | None, address: str) -> None:
    if seen is None or seen == review:
        return
    then, now = value_at(seen, address), value_at(review, address)
    if then != now:
        raise ConflictProblem(address, shown(then), shown(now))


def _old(review: Review, address: str) -> str:
    return shown(value_at(review, address))


def _progress(value: Plain | None) -> bool:
    """Tell whether a thing, or anything below it, has events."""
    if isinstance(value, dict):
        return EVENT in value or any(map(_progress, value.values()))
    return isinstance(value, list) and any(map(_progress, value))
