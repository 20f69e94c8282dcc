"""How a text is read where it is typed or printed: one sentence, and whether it can stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from bvtrack.core.due import read_due
from bvtrack.core.money import MoneyKind, read_money
from bvtrack.core.money import pounds as exact
from bvtrack.core.owner import Person as Known
from bvtrack.core.owner import fold, read_owners, resolve
from bvtrack.core.target import TargetKind, read_target
from bvtrack.delivery.words import full_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from bvtrack.core.due import Due
    from bvtrack.core.money import Money
    from bvtrack.core.owner import Owners
    from bvtrack.core.review import Review
    from bvtrack.core.target import Point, Target

Kind = Literal["text", "due", "owner", "money", "target"]

_NO_AMOUNT: Final = frozenset({MoneyKind.FOOTNOTE, MoneyKind.MALFORMED, MoneyKind.PERCENTAGE, MoneyKind.UNKNOWN})
_NO_FIGURE: Final[Mapping[MoneyKind, str]] = {
    MoneyKind.BLANK: "blank: no figure",
    MoneyKind.DASH: "a dash: no figure",
    MoneyKind.TO_BE_CONFIRMED: "an amount that is to be confirmed",
    MoneyKind.NOT_APPLICABLE: "not applicable: no figure",
}
_POUND: Final = 100  # pence
_LEVELS: Final = frozenset({TargetKind.ABSOLUTE, TargetKind.RANGE})


class Reading(NamedTuple):
    """Whether a text can stand where it is typed, how it is read or what is wrong, and whether to look again."""

    ok: bool
    sentence: str
    doubtful: bool = False


def reading_of(kind: Kind, text: str, review: Review) -> Reading:
    """Read a text as a field of a kind would be, by the review's own date and unit."""
    if not text.strip():
        return Reading(ok=True, sentence="blank")
    readers: dict[Kind, Callable[[], Reading]] = {
        "text": lambda: Reading(ok=True, sentence=""),
        "money": lambda: money_read(read_money(text, review.unit)),
        "due": lambda: due_read(read_due(text, review.date)),
        "owner": lambda: owners_read(read_owners(text), review),
        "target": lambda: target_read(read_target(text, review.date)),
    }
    return readers[kind]()


def money_read(money: Money) -> Reading:
    """Say what an amount comes to, and how exactly it is known."""
    if money.kind in _NO_AMOUNT:
        return Reading(ok=False, sentence=f"{money.note or 'no amount of money'}: write it like 347, £7k or £1.1m")
    if money.kind is MoneyKind.LIST:
        return _read(" and ".join(money_read(part).sentence for part in money.parts), money.note, doubtful=money.query)
    if money.pence is None:
        ends = [pounds(pence) for pence in (money.low, money.high) if pence is not None]
        said = _NO_FIGURE.get(money.kind) or " to ".join(ends) or money.kind.value
        return _read(said, money.note, doubtful=money.query)
    about = "" if money.kind in {MoneyKind.AMOUNT, MoneyKind.NIL} else f"{money.kind.value}, "
    to = f", to the nearest {pounds(money.place)}" if money.place and money.place > _POUND else ""
    return _read(f"{about}{pounds(money.pence)}{to}", money.note, doubtful=money.query)


def due_read(due: Due) -> Reading:
    """Say the day a deadline falls due, or what it is instead."""
    if due.status in {"unreadable", "impossible"}:
        return Reading(ok=False, sentence=f"{due.note or 'no deadline'}: write it like Sept 2002")
    if due.latest is None:
        said = due.status or due.recurrence or due.precision.value
        return _read(f"{said}: no day is due", due.note, doubtful=due.ambiguous)
    begun = f" begins {full_day(due.earliest)}," if due.earliest and due.earliest != due.latest else ""
    return _read(f"{due.precision.value}:{begun} due {full_day(due.latest)}", due.note, doubtful=due.ambiguous)


def owners_read(owners: Owners, review: Review) -> Reading:
    """Name each owner and what it is; a person by the name the review has."""
    if not owners.owners:
        if owners.note and "vacant" in owners.note:
            return _read("nobody", owners.note)
        return Reading(ok=False, sentence=f"{owners.note or 'names nobody'}: write names or posts")
    people = tuple(Known(person.name, person.aliases) for person in review.people)
    said = []
    for one in owners.owners:
        found = resolve(one, people).people
        known = f" = {found[0]}" if len(found) == 1 and fold(found[0]) != fold(one.name) else ""
        said.append(f"{one.name}{known} ({one.type.value}{', lead' if one.lead else ''})")
    return _read(", ".join(said), owners.note, doubtful=owners.ambiguous)


def target_read(target: Target) -> Reading:
    """Say where a target starts and what it is to reach by when."""
    if target.kind in _LEVELS:
        start = f"from {_point(target.baseline, target.unit)} " if target.baseline else ""
        reached = ", ".join(_point(point, target.unit) for point in target.targets)
        return _read(f"{start}to {reached}", target.note, doubtful=target.ambiguous)
    said = [_milestone(point) for point in target.targets if point.period or point.text]
    told = f"{target.kind.value}: {', '.join(said)}" if said else target.kind.value
    return _read(told, target.note, doubtful=target.ambiguous)


def _read(sentence: str, note: str | None, *, doubtful: bool = False) -> Reading:
    """Say a reading with its note, which is a question where a careful reader would ask."""
    if doubtful:
        return Reading(ok=True, sentence=f"{sentence}; look again: {note or 'it can be read otherwise'}", doubtful=True)
    return Reading(ok=True, sentence=f"{sentence} ({note})" if note else sentence)


def pounds(pence: int) -> str:
    """Write pence as pounds, with separators between thousands: `£1,346,000`, `-£0.50`."""
    whole, point, rest = exact(abs(pence)).partition(".")
    return f"{'-' if pence < 0 else ''}£{int(whole):,}{point}{rest}"


def figure(value: Decimal | tuple[Decimal, Decimal] | None, unit: str | None) -> str:
    """Write a figure with its unit: `60-65%`, `£85,000`, `8 days`; nothing where there is none."""
    if value is None:
        return ""
    bare = f"{value[0]:,f}-{value[1]:,f}" if isinstance(value, tuple) else f"{value:,f}"
    return {"£": f"£{bare}", "%": f"{bare}%"}.get(unit or "", f"{bare} {unit or ''}".rstrip())


def _point(point: Point, unit: str | None) -> str:
    when = f" in {point.period.label}" if point.period else ""
    return f"{figure(point.value, unit) or 'a figure not told'}{when}"


def _milestone(point: Point) -> str:
    return f"{point.text or 'that'} by {point.period.label}" if point.period else point.text
