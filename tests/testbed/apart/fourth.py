"""The fourth batch of archetypes that nothing was tuned on, written after misprints and missing rows were looked at."""

from __future__ import annotations

from testbed.plan import Archetype

YEARS = "y: 2012/13; y: 2013/14; y: 2014/15; y: 2015/16"

ARCHETYPES = (
    Archetype(
        "housing revenue account",
        YEARS,
        "Income ~ heading; i: Dwelling rents; i: Garages and shops; i: Charges for services; t: Total income = i;"
        "Expenditure ~ heading; e: Repairs and maintenance; e: Supervision; e: Rents and rates; e: Depreciation;"
        "u: Total expenditure = e; n: Net cost of services = u - t; c: Interest payable;"
        "d: Interest received ~ negative; Deficit for the year = n + c + d",
        (2, 4),
    ),
    Archetype(
        "parish precepts",
        "p: Precept £; b: Tax base; Band D £ ~ per p b",
        "a: 6-14; Total = a",
        (2, 5),
        caption="£",
    ),
    Archetype(
        "dedicated schools grant",
        YEARS,
        "s: Schools block; s: Central services block; s: High needs block; s: Early years block; g: Gross grant = s;"
        "l: Less academies recouped; Net grant = g - l",
        (2, 5),
        nil=0,
    ),
    Archetype(
        "policing services",
        "b: Budget; f: Forecast; Variance = f - b",
        "a: 6-10; n: Cost of policing services = a; g: Specific grants ~ negative; Net force budget = n + g",
        (2, 4),
    ),
    Archetype(
        "borrowing and investments",
        "o: Balance 1 April; n: New; r: Repaid ~ negative; Balance 31 March = o + n + r",
        "l: Public Works Loan Board; l: Market loans; l: Temporary loans; t: Total borrowing = l;"
        "v: Money market funds; v: Term deposits; w: Total investments = v; Net borrowing = t - w",
        (2, 4),
    ),
    Archetype(
        "grant claim by quarter",
        "q: Quarter 1; q: Quarter 2; q: Quarter 3; q: Quarter 4; c: Claimed = q; g: Approved; Still to claim = g - c",
        "a: 4-9; Total = a",
        (2, 4),
        nil=10,
    ),
    Archetype(
        "schemes and their funding",
        "f: Grants ~ sparse; f: Developers ~ sparse; f: Receipts ~ sparse; f: Borrowing; Total cost = f",
        "People ~ heading; a: 3-6; s: People = a; Place ~ heading; b: 3-6; s: Place = b; Capital programme = s",
        (1, 4),
    ),
    Archetype(
        "general fund summary",
        YEARS,
        "a: 4-7; n: Net cost of services = a; p: Parish precepts; r: Contribution to reserves ~ small;"
        "i: Interest ~ negative; b: Budget requirement = n + p + r + i; f: Revenue support grant; f: Business rates;"
        "f: Collection fund; Council tax requirement = b - f",
        (2, 4),
    ),
    Archetype(
        "pooled fund by partner",
        "c: Council|Paid in; d: Council|Spent; e: Council|Left over = c - d; h: Health|Paid in; i: Health|Spent;"
        "j: Health|Left over = h - i",
        "a: 3-7; Pooled fund = a",
        (2, 4),
    ),
    Archetype(
        "fees and charges",
        "a: 2013/14; b: 2014/15",
        "a: 2-5; s: Total regulatory = a; b: 2-5; s: Total leisure = b; c: 2-4; s: Total parking = c;"
        "Total fees and charges = s",
        (1, 4),
    ),
    Archetype(
        "outturn in millions",
        "b: Budget £m; o: Outturn £m; Variance £m = o - b",
        "a: 5-9; Net revenue spending = a",
        (1, 3),
        1,
        rounded=True,
        caption="£m",
    ),
    Archetype(
        "settlement and spending power",
        YEARS,
        "a: Settlement funding; b: Council tax; c: New homes bonus ~ small; p: Core spending power = a + b + c;"
        "q: Spending power of last year; Change ~ pct p q; Dwellings ~ memo; Reserves ~ memo",
        (2, 4),
    ),
)
