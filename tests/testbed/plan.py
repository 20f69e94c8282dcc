"""Archetypes of correct tables, written down as texts: each line of rows or columns says what it is the sum of.

A line is `key: label = sum ~ flags`, all but the label optional, lines parted by `;`. A label such as `3-8` stands for
that many lines with labels from a pool. A sum names keys (`a + b - c`), each of which may stand for several lines. The
flags are `negative`, `signed`, `small` (a twentieth, either sign), `sparse` (mostly nil), `coarse` (printed in tens),
`heading`, `text`, `memo` (figures that nothing is the sum of), and figures made of two others: `pct a b` (a on b in
per cent more), `share a b` (a in per cent of b), `per a b` (a divided by b), `mean a`, `double a`, `cumulative a`.
A column label may stand in a group, `Budget|2002-03`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

SERVICES = (
    "Primary schools",
    "Secondary schools",
    "Special schools",
    "Youth service",
    "Adult learning",
    "Libraries",
    "Highways",
    "Street lighting",
    "Waste disposal",
    "Waste collection",
    "Refuse",
    "Planning",
    "Building control",
    "Trading standards",
    "Fire and rescue",
    "Older people",
    "Learning disability",
    "Mental health",
    "Children looked after",
    "Fostering",
    "Home care",
    "Day centres",
    "Residential care",
    "Leisure",
    "Parks and open spaces",
    "Museums",
    "Housing benefit",
    "Homelessness",
    "Registrars",
    "Coroners",
    "Magistrates' courts",
    "Probation",
    "Corporate management",
    "Democratic services",
    "Emergency planning",
    "Economic development",
    "Tourism",
    "Car parks",
    "Cemeteries",
    "Environmental health",
    "Pest control",
    "Housing strategy",
    "School transport",
    "Catering",
    "Legal services",
    "Human resources",
    "ICT",
    "Property",
    "Finance",
    "Customer services",
    "Flood defence",
    "Coast protection",
    "Concessionary fares",
    "Public transport",
)


@dataclass(frozen=True, slots=True)
class Archetype:
    """A kind of correct table: its columns and rows as texts, the size of its figures and how they are printed.

    `size` is the powers of ten that items lie between; `rounded` says that each figure was rounded from a finer one.
    """

    name: str
    columns: str
    rows: str
    size: tuple[int, int] = (1, 4)
    decimals: int = 0
    rounded: bool = False
    nil: int = 5  # per cent of the items
    caption: str = "£000"


@dataclass(frozen=True, slots=True)
class Planned:
    """A row or column to be made: its label, what it is the sum of as signed numbers of lines, its flags."""

    label: str
    parts: tuple[tuple[int, int], ...] = ()
    flags: tuple[str, ...] = ()
    of: tuple[int, ...] = field(default=())

    def is_(self, *flags: str) -> bool:
        """Tell whether it has one of the flags."""
        return any(flag in self.flags for flag in flags)


def planned(text: str, rng: Random) -> list[Planned]:
    """Read the lines of a plan, with labels drawn for the pools."""
    entries: list[tuple[str, str, list[str]]] = []
    keys: dict[str, list[int]] = {}
    pool = rng.sample(SERVICES, len(SERVICES))
    for entry in filter(None, (part.strip() for part in re.split(r";|\n", text))):
        line, _, flags = (part.strip() for part in entry.partition(" ~ "))
        line, _, total = (part.strip() for part in line.partition(" = "))
        key, colon, label = (
            (part.strip() for part in line.partition(": ")) if re.match(r"\w+: ", line) else ("", "", line)
        )
        many = re.fullmatch(r"(\d{1,2})-(\d{1,2})", label)
        labels = [pool.pop() for _ in range(rng.randint(int(many[1]), int(many[2])))] if many else [label]
        for one in labels:
            if colon:
                keys.setdefault(key, []).append(len(entries))
            entries.append((one, total, flags.split()))
    return [_made(label, total, flags, keys) for label, total, flags in entries]


def _made(label: str, total: str, flags: Sequence[str], keys: dict[str, list[int]]) -> Planned:
    parts = [
        (number, -1 if sign == "-" else 1) for sign, key in re.findall(r"([-+]?) ?(\w+)", total) for number in keys[key]
    ]
    of = tuple(number for flag in flags if flag in keys for number in keys[flag])
    return Planned(label, tuple(parts), tuple(flags), of)
