"""The second batch of archetypes that nothing was tuned on."""

from __future__ import annotations

from testbed.plan import Archetype

YEARS = "y: 2021/22; y: 2022/23; y: 2023/24"

ARCHETYPES = (
    Archetype(
        "medium-term plan",
        YEARS,
        "b: Budget brought forward; p: Pressures; p: Inflation; s: Savings ~ negative;"
        "n: Net budget = b + p + s; f: Government grant; f: Council tax; f: Business rates; t: Total funding = f;"
        "Budget gap = n - t",
        (2, 4),
    ),
    Archetype(
        "departments and divisions",
        f"{YEARS}; Total = y",
        "A Department ~ heading; a: 2-4; s: A Department = a;"
        "B Department ~ heading; b: 2-4; s: B Department = b; C Department ~ heading; c: 2-4; s: C Department = c;"
        "All departments = s",
        (1, 4),
    ),
    Archetype(
        "budget, actual, variance by year",
        "a: 2021/22|Budget; b: 2021/22|Actual; c: 2021/22|Variance = b - a; d: 2022/23|Budget;"
        "e: 2022/23|Actual; f: 2022/23|Variance = e - d",
        "a: 4-10; Total = a",
        (2, 4),
    ),
    Archetype(
        "unit costs",
        "e: Cost £; v: Visits; Cost per visit £ ~ per e v; f: Change in cost £ ~ small",
        "a: 4-8; All = a",
        (3, 5),
    ),
    Archetype("proportions", f"{YEARS}; Total = y; % of total ~ share y y", "a: 4-8; Total = a", (2, 4)),
    Archetype("less twice", YEARS, "g: Gross spend; l: Less grant; m: Less fees; Net spend = g - l - m", (2, 4), nil=0),
    Archetype(
        "coarse grand total",
        f"{YEARS}; Total = y",
        "a: 3-5; s: Sub-total = a; b: 3-5; s: Sub-total = b;Grand total = s ~ coarse",
        (2, 3),
    ),
    Archetype(
        "rounded and nested",
        YEARS,
        "a: 2-4; s: People = a; b: 2-4; s: Place = b; c: 2-4; s: Resources = c;Total = s",
        (1, 3),
        1,
        rounded=True,
        caption="£m",
    ),
    Archetype(
        "staff time",
        "y: Core; y: Time-bound; y: Non-core; Total hours = y",
        "a: 5-12; All staff = a",
        (0, 3),
        caption="Cost £000",
    ),
    Archetype(
        "pooled budget", "c: Council; c: Health; Pool = c; s: Spent; Underspend = c - s", "a: 3-7; Total = a", (2, 4)
    ),
    Archetype(
        "two columns and change",
        "a: 2021/22; b: 2022/23; Increase/(decrease) = b - a; % ~ pct b a",
        "a: 4-8; s: Services = a; b: Capital charges; t: Contingency; Total = s + b + t",
        (2, 4),
    ),
    Archetype(
        "ring-fenced memo", YEARS, "a: 3-6; Total = a; of which ring-fenced ~ memo; Reserves at year end ~ memo", (2, 4)
    ),
)
