"""Tell what would differ if work were finished by another day, or money came to another amount; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.app.as_known import as_known
from bvtrack.app.status import SCHEMA, Status, Told, status_of_files
from bvtrack.core.address import reference
from bvtrack.core.errors import Problem, UsageProblem
from bvtrack.core.visible import visible
from bvtrack.delivery.review import review_standing
from bvtrack.delivery.side_by_side import differences
from bvtrack.delivery.what_if import Supposition, supposing
from bvtrack.report.tables.status import heading
from bvtrack.report.tables.what_if import what_if

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from bvtrack.app.desk import Desk
    from bvtrack.core.table import Table
    from bvtrack.delivery.review import ReviewStanding

NOTHING = "nothing would differ"


@dataclass(frozen=True, slots=True)
class Supposed:
    """A review as it stands, what is supposed of it, and as it would stand."""

    now: ReviewStanding
    suppositions: tuple[Supposition, ...]
    then: ReviewStanding

    @property
    def table(self) -> Table:
        """What differs."""
        return what_if(differences(self.now, self.then))


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The reviews of which something is supposed, by what was `known` on a day, and what could not be read."""

    reviews: tuple[Supposed, ...]
    problems: tuple[Problem, ...] = ()
    known: dt.date | None = None

    @property
    def status(self) -> Status:
        """Where these reviews would stand."""
        told = tuple(Told(one.then, one.then.actions) for one in self.reviews)
        return Status(told, self.problems, self.known)


def what_if_of_files(path: Path, told: Mapping[str, str], as_at: dt.date | None, review: str | None) -> WhatIf:
    """Suppose something of the review of a file, or of reviews of a folder; each at the date of its report by default.

    `told` are values by address, which names its review where there are several (`libraries:2c`). Raises UsageProblem
    for one that does not.
    """
    status = status_of_files(path, as_at, review)
    standings = {one.standing.review.id: one.standing for one in status.reviews}
    found: dict[str, list[Supposition]] = {}
    only = next(iter(standings)) if len(standings) == 1 else None
    for typed, value in told.items() if standings else ():
        named = reference(typed)
        name = named.review or only
        if name not in standings:
            shown = ", ".join(map(visible, [*standings][:5]))
            what = f"the reviews here are {len(standings)}" if name is None else "there is no review of that id"
            raise UsageProblem(visible(name or typed), what, f"name one of them before the address, REVIEW:2c: {shown}")
        found.setdefault(name, []).append(Supposition(named.address, value))
    return WhatIf(_supposed((standings[name], some) for name, some in found.items()), status.problems)


def what_if_of_desk(
    desk: Desk,
    told: Mapping[str, str],
    as_at: dt.date | None,
    review: str | None,
    *,
    known: dt.date | None = None,
) -> WhatIf:
    """Suppose values by address of reviews of a database, today by default; `known`: as the database said on a day."""
    with as_known(desk, known) as then:
        found: dict[str, list[Supposition]] = {}
        for typed, value in told.items():
            name, address = then.find(typed, review)
            found.setdefault(name, []).append(Supposition(address, value))
        day = as_at or known or desk.today
        standings = [(review_standing(then.review(name), day), some) for name, some in found.items()]
    return WhatIf(_supposed(standings), known=known)


def _supposed(found: Iterable[tuple[ReviewStanding, Sequence[Supposition]]]) -> tuple[Supposed, ...]:
    return tuple(
        Supposed(now, tuple(some), review_standing(supposing(now.review, now.as_at, some), now.as_at))
        for now, some in found
    )


def written(told: WhatIf, form: str, width: int | None = None) -> str | dict[str, object]:
    """Write what would differ in a format of tables: text, or for `json` the value to be written."""
    if form == "json":
        return {"schema": SCHEMA, "reviews": [_json(one, told.known) for one in told.reviews]}
    if form == "csv":
        from bvtrack.report.as_csv import as_csv
        from bvtrack.report.tables.joined import joined

        return as_csv(joined([(one.now.review.id, one.table) for one in told.reviews] or [("", what_if(()))]))
    if form == "md":
        from bvtrack.report.as_markdown import as_markdown

        return "\n".join(
            as_markdown(replace(one.table, title=heading(one.now, told.known), notes=(_line(one),)))
            for one in told.reviews
        )
    return "\n".join(_text(one, told.known, width) for one in told.reviews)


def _text(one: Supposed, known: dt.date | None, width: int | None) -> str:
    from bvtrack.report.as_text import as_text

    table = one.table
    head = f"{visible(heading(one.now, known))}\n{visible(_line(one))}\n"
    return f"{head}\n{as_text(table, width)}" if table.rows else head


def _line(one: Supposed) -> str:
    """Say what is supposed, and that it changes nothing where it does not."""
    said = f"what if {', '.join(f'{told.address}={told.value}' for told in one.suppositions)}"
    return said if one.table.rows else f"{said}: {NOTHING}"


def _json(one: Supposed, known: dt.date | None) -> Mapping[str, object]:
    from bvtrack.report.as_json import as_json

    review = one.now.review
    return {
        "id": review.id,
        "title": review.title,
        "authority": review.authority,
        "as_at": one.now.as_at.isoformat(),
        **({"as_known": known.isoformat()} if known else {}),
        "what_if": [{"address": told.address, "value": told.value} for told in one.suppositions],
        "tables": [as_json(one.table)],
    }
