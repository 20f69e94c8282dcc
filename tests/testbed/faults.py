"""Puts faults into correct tables: one figure changed, a row printed twice or dropped, several at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bvtrack.core.money import Money, Unit, read_money

if TYPE_CHECKING:
    from random import Random

    from testbed.making import Made, Position, Truth

UNIT = Unit("£000", 100_000, "£k")
ONE_FIGURE = ("leading digit", "middle digit", "last digit", "transposed", "sign", "times ten")
_READ: dict[str, Money] = {}


@dataclass(frozen=True, slots=True)
class Faulty:
    """A table with a fault: the cells changed, or the row printed twice or dropped, and how many true sums tell it."""

    made: Made
    kind: str
    cells: tuple[Position, ...] = ()
    row: int | None = None
    telling: int = 0


def read(text: str) -> Money:
    """Read a figure once."""
    if text not in _READ:
        _READ[text] = read_money(text, UNIT)
    return _READ[text]


def breaks(made: Made, truth: Truth) -> bool:
    """Tell whether a true sum is broken beyond what rounding to the nearest excuses."""
    total = read(made.text(truth.total))
    gap, room = total.pence or 0, total.place or 0
    if total.pence is None:
        return False
    for at, sign in truth.parts:
        money = read(made.text(at))
        gap -= sign * (money.pence or 0)
        room += money.place or 0
    return 2 * abs(gap) > room * (10 if truth.coarse else 1)


def holds(made: Made) -> bool:
    """Tell whether every true sum holds."""
    return not any(breaks(made, truth) for truth in made.truths)


def changed(made: Made, kind: str, rng: Random) -> Faulty | None:
    """Change one figure so that rounding does not excuse it; None where no figure can be changed so."""
    cells = sorted({at for truth in made.truths for at in (truth.total, *(part for part, _ in truth.parts))})
    for at in rng.sample(cells, len(cells)):
        text = _slip(made.text(at), kind, rng)
        if text is None:
            continue
        faulty = made.with_text(at, text)
        telling = sum(
            breaks(faulty, truth) and not truth.coarse
            for truth in made.truths
            if at in (truth.total, *dict(truth.parts))
        )
        if telling:
            return Faulty(faulty, kind, (at,), telling=telling)
    return None


def _slip(text: str, kind: str, rng: Random) -> str | None:
    """Misprint a figure; None where it cannot be misprinted so."""
    money = read(text)
    digits = [match.start() for match in re.finditer(r"\d", text)]
    if not money.pence or not digits:
        return None
    if kind == "sign":
        return text.strip("()-") if money.pence < 0 else f"-{text}"
    if kind == "times ten":
        return _ten_times(text)
    if kind == "transposed":
        return _transposed(text, digits, rng)
    return _other_digit(text, kind, digits, rng)


def _ten_times(text: str) -> str | None:
    whole, point, part = text.partition(".")
    if not point:
        return re.sub(r"(\d)(?=\D*$)", r"\g<1>0", whole.replace(",", ""))
    return f"{whole.replace(',', '')}{part[0]}.{part[1:]}" if part[1:2].isdigit() else None


def _transposed(text: str, digits: list[int], rng: Random) -> str | None:
    pairs = [(one, two) for one, two in pairwise(digits) if text[one] != text[two]]
    pairs = [(one, two) for one, two in pairs if one != digits[0] or text[two] != "0"]
    if not pairs:
        return None
    one, two = rng.choice(pairs)
    return text[:one] + text[two] + text[one + 1 : two] + text[one] + text[two + 1 :]


def _other_digit(text: str, kind: str, digits: list[int], rng: Random) -> str | None:
    if kind == "middle digit" and len(digits) < 3:
        return None
    at = {"leading digit": digits[0], "last digit": digits[-1], "middle digit": digits[len(digits) // 2]}[kind]
    others = [digit for digit in ("123456789" if at == digits[0] else "0123456789") if digit != text[at]]
    return text[:at] + rng.choice(others) + text[at + 1 :]


def twice(made: Made, rng: Random) -> Faulty | None:
    """Print a row of figures twice."""
    rows = _summed_rows(made)
    if not rows:
        return None
    row = rng.choice(rows)
    body = (*made.body[: row + 1], *made.body[row:])
    return Faulty(replace(made, body=body, truths=()), "row twice", row=row, telling=1)


def dropped(made: Made, rng: Random) -> Faulty | None:
    """Leave a row of figures out."""
    rows = _summed_rows(made)
    if not rows:
        return None
    row = rng.choice(rows)
    return Faulty(
        replace(made, body=made.body[:row] + made.body[row + 1 :], truths=()), "row dropped", row=row, telling=1
    )


def _summed_rows(made: Made) -> list[int]:
    """Give the rows that add what rounding does not hide to a total over three rows or more."""
    totals = {truth.total[0] for truth in made.truths if truth.parts[0][0][1] == truth.total[1]}
    found = set()
    for truth in made.truths:
        total = read(made.text(truth.total))
        if total.pence is None or truth.parts[0][0][1] != truth.total[1] or len(truth.parts) < 3:
            continue
        room = (total.place or 0) + sum(read(made.text(at)).place or 0 for at, _ in truth.parts)
        found |= {at[0] for at, _ in truth.parts if 2 * abs(read(made.text(at)).pence or 0) > room}
    return sorted(found - totals)


def several(made: Made, number: int, rng: Random) -> Faulty | None:
    """Change several figures, each so that rounding alone would not excuse it."""
    cells: tuple[Position, ...] = ()
    now = made
    for _ in range(number):
        one = changed(now, rng.choice(ONE_FIGURE), rng)
        if one is None or one.cells[0] in cells:
            return None
        now, cells = one.made, (*cells, *one.cells)
    return Faulty(now, f"{number} figures", cells, telling=number)
