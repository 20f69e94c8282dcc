"""The third batch of archetypes that nothing was tuned on, written after the first two had been looked at."""

from __future__ import annotations

from testbed.plan import Archetype

YEARS = "y: 2007-08; y: 2008-09; y: 2009-10; y: 2010-11"

ARCHETYPES = (
    Archetype(
        "police",
        YEARS,
        "p: Officers; p: Police staff; p: Premises; p: Transport; g: Gross expenditure = p;"
        "i: Specific grants; i: Fees; t: Gross income = i; n: Net expenditure = g - t; r: Transfer to reserves ~ small;"
        "Budget requirement = n + r",
        (2, 4),
    ),
    Archetype(
        "three departments in millions",
        YEARS,
        "a: 2-5; s: Environment = a; b: 2-5; s: Community = b;Net cost of services = s",
        (1, 3),
        1,
        rounded=True,
        caption="£m",
    ),
    Archetype(
        "funding streams",
        "s: Council; s: Health; s: Lottery; s: Private ~ sparse; All funding = s",
        "a: 4-11; Total = a",
        (1, 4),
    ),
    Archetype(
        "prior year and growth",
        "a: 2009-10; g: Growth ~ sparse; v: Savings ~ negative; 2010-11 = a + g + v",
        "a: 4-9; Total = a",
        (2, 4),
    ),
    Archetype("cost per case", "c: Cost £; n: Cases; Cost per case £ ~ per c n", "a: 5-9; Total = a", (3, 5)),
    Archetype("quotient of last year", "a: 2008-09 £000; b: 2009-10 £000; £ ~ pct b a", "a: 5-9; Total = a", (2, 4)),
    Archetype(
        "housing account",
        YEARS,
        "Income ~ heading; i: Rents; i: Charges; i: Subsidy; t: Total income = i;"
        "Expenditure ~ heading; e: Repairs; e: Management; e: Capital charges; u: Total expenditure = e;"
        "Surplus for the year = t - u",
        (2, 4),
    ),
    Archetype(
        "schools and early years on top",
        f"{YEARS}; Four years = y",
        "s: Schools total = a; a: 2-5;t: Early years total = b; b: 2-4; Total = s + t",
        (2, 4),
    ),
    Archetype(
        "two blocks and a memo",
        f"{YEARS}; Total = y",
        "a: 3-5; s: Sub-total = a; b: 3-5; s: Sub-total = b;Total = s; Posts ~ memo",
        (1, 4),
    ),
    Archetype("tens", YEARS, "a: 4-8; Total = a ~ coarse; Average ~ mean a", (2, 3)),
    Archetype("small and sparse", f"{YEARS}; Total = y", "a: 5-10 ~ sparse; Total = a", (0, 1)),
    Archetype(
        "balances by fund",
        "o: Opening balance; i: Income; e: Spending ~ negative; t: Transfers ~ small;Closing balance = o + i + e + t",
        "a: 4-8; All funds = a",
        (2, 4),
    ),
)
