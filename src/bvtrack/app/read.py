"""Show how a printed value is read: the grammars of import and review files, one JSON-ready object a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from bvtrack.core.due import Due
    from bvtrack.core.target import Point

KINDS = ("money", "year", "due", "target", "owner")


def read(kind: str, text: str, *, near: date | None = None, unit: str | None = None) -> dict[str, object]:
    """Read one text by the grammar named `kind`, giving the keys the contract lists; those that do not apply are None.

    `near` is the date two-digit years are read by; `unit` is the heading a bare amount stands under, such as `£'000`.
    Raises UsageProblem where `unit` states no unit of money.
    """
    readers: dict[str, Callable[[], dict[str, object]]] = {
        "money": lambda: _money(text, unit),
        "year": lambda: _year(text, near),
        "due": lambda: _due(text, near),
        "target": lambda: _target(text, near),
        "owner": lambda: _owner(text),
    }
    return readers[kind]()


def _money(text: str, heading: str | None) -> dict[str, object]:
    from bvtrack.core.money import pounds, read_money, read_unit

    unit = None
    if heading is not None:
        unit = read_unit(heading)
        if unit is None:
            raise UsageProblem("--unit", f"“{heading}” states no unit of money", "write it as printed: £, £'000, £m")
    money = read_money(text, unit)
    amounts = {"pounds": money.pence, "low": money.low, "high": money.high}
    return {
        "text": money.text,
        "kind": money.kind.value,
        **{name: None if pence is None else pounds(pence) for name, pence in amounts.items()},
        "query": money.query,
        "note": money.note,
    }


def _year(text: str, near: date | None) -> dict[str, object]:
    from bvtrack.core.financial_year import read_year

    year = read_year(text, near)
    return {
        "text": year.text,
        "label": year.label,
        "start": _iso(year.start),
        "end": _iso(year.end),
        "ambiguous": year.ambiguous,
    }


def _due(text: str, near: date | None) -> dict[str, object]:
    from bvtrack.core.due import read_due

    return _deadline(read_due(text, near))


def _deadline(due: Due) -> dict[str, object]:
    return {
        "text": due.text,
        "earliest": _iso(due.earliest),
        "latest": _iso(due.latest),
        "precision": due.precision.value,
        "ambiguous": due.ambiguous,
        "status": due.status,
        "recurrence": due.recurrence,
        "previous": None if due.previous is None else _deadline(due.previous),
    }


def _target(text: str, near: date | None) -> dict[str, object]:
    from bvtrack.core.target import read_target

    target = read_target(text, near)
    return {
        "text": target.text,
        "baseline": None if target.baseline is None else _point(target.baseline),
        "targets": [_point(point) for point in target.targets],
        "direction": target.direction.value,
        "unit": target.unit,
        "kind": target.kind.value,
        "ambiguous": target.ambiguous,
    }


def _point(point: Point) -> dict[str, object]:
    value = point.value
    return {
        "value": [_plain(end) for end in value]
        if isinstance(value, tuple)
        else None
        if value is None
        else _plain(value),
        "period": None if point.period is None else point.period.label,
    }


def _owner(text: str) -> dict[str, object]:
    from bvtrack.core.owner import read_owners

    owners = read_owners(text)
    return {
        "text": owners.text,
        "owners": [{"name": one.name, "type": one.type.value, "lead": one.lead} for one in owners.owners],
        "ambiguous": owners.ambiguous,
    }


def _plain(value: Decimal) -> str:
    return f"{value:f}"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
