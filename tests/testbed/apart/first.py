"""The first batch of archetypes that nothing was tuned on."""

from __future__ import annotations

from testbed.plan import Archetype

YEARS = "y: 1992–93; y: 1993–94; y: 1994–95; y: 1995–96"

ARCHETYPES = (
    Archetype("support services", "d: Direct; d: Recharged; Full cost = d", "a: 5-10; Cost of services = a", (2, 4)),
    Archetype(
        "grant blocks",
        YEARS,
        "Schools block ~ heading; a: 2-4; s: Schools block total = a;"
        "High needs block ~ heading; b: 2-4; s: High needs total = b; Early years ~ heading; c: 2-3;"
        "s: Early years total = c; Total grant = s",
        (2, 4),
    ),
    Archetype(
        "net of fees",
        "e: Staff; e: Other; g: Gross = e; f: Fees; f: Grants; i: Income = f; Net = g - i",
        "a: 4-9; Total = a",
        (2, 4),
    ),
    Archetype(
        "collection fund",
        YEARS,
        "i: Council tax; i: Business rates; t: Total income = i; Less ~ heading;"
        "p: Precepts; p: Payments; p: Provisions; u: Total outgoings = p; Surplus for the year = t - u",
        (2, 4),
    ),
    Archetype(
        "spend per pupil",
        "e: Budget £000; p: Pupils; Per pupil £000 ~ per e p; Share ~ share e p",
        "a: 4-8; All schools = a",
        (2, 4),
    ),
    Archetype("rise row", YEARS, "a: 4-7; t: Net revenue budget = a; q: Last year; % rise ~ pct t q", (2, 4)),
    Archetype(
        "rounded pounds million",
        f"{YEARS}; Four years = y",
        "a: 5-9; Total = a",
        (1, 3),
        1,
        rounded=True,
        caption="£ million",
    ),
    Archetype(
        "movements",
        "o: Opening; a: Additions ~ sparse; d: Disposals ~ negative; r: Revaluation ~ small;Closing = o + a + d + r",
        "a: 4-7; Total assets = a",
        (2, 4),
    ),
    Archetype(
        "financing on top",
        YEARS,
        "Total resources = a; a: Grant; a: Rates; a: Council tax; a: Reserves ~ sparse",
        (2, 4),
    ),
    Archetype(
        "savings by status",
        "t: Target; a: Achieved; b: On track; c: Delayed ~ sparse; Total = a + b + c",
        "a: 4-9; Total = a",
        (1, 3),
        nil=15,
    ),
    Archetype("three small rows", f"{YEARS}; Total = y", "a: 2-3; Total = a", (0, 2)),
    Archetype(
        "projection",
        "a: Actual 2001-02; b: Base 2002-03; c: Projected 2002-03; Variation = c - b",
        "e: 3-6; g: Gross total = e; i: Income ~ negative; Net total = g + i",
        (2, 4),
    ),
)
