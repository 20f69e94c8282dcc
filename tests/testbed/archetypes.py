"""The archetypes that the footing of tables is tuned on."""

from __future__ import annotations

from testbed.plan import Archetype

YEARS3 = "y: 2002-03; y: 2003-04; y: 2004-05"
YEARS4 = f"{YEARS3}; y: 2005-06"
YEARS5 = "y: 2016/17; y: 2017/18; y: 2018/19; y: 2019/20; y: 2020/21"
COST = "e: Employees; e: Premises; e: Transport; e: Supplies and services; e: Third party payments"

ARCHETYPES = (
    Archetype("profile", f"{YEARS4}; Total = y", "a: 3-9; Total = a"),
    Archetype("profile without row totals", YEARS4, "a: 3-12; Total = a"),
    Archetype("profile without a total row", f"{YEARS4}; Total = y", "a: 3-9"),
    Archetype("sparse bids", f"{YEARS4}; Total = y", "a: 4-14 ~ sparse; Total = a", (0, 2), caption="£'000"),
    Archetype(
        "cabinet finance",
        "b: Budget £'000|02-03; b: Budget £'000|03-04; b: Budget £'000|04-05; Budget £'000|Total = b;"
        "s: Savings £'000|02-03; s: Savings £'000|03-04; s: Savings £'000|04-05; Savings £'000|Total = s",
        "a: 3-7; Total = a",
        (0, 3),
        nil=30,
    ),
    Archetype(
        "subjective",
        YEARS3,
        f"{COST}; g: Gross expenditure = e; i: Fees; i: Grants; t: Gross income = i;Net expenditure = g - t",
    ),
    Archetype("less income", YEARS3, f"{COST}; g: Total expenditure = e; l: Less income; Net expenditure = g - l"),
    Archetype("less rows negative", f"{YEARS3}; Total = y", f"{COST}; l: Less: income ~ negative; Net = e + l"),
    Archetype(
        "service blocks",
        YEARS4,
        "Education ~ heading; a: 2-5; s: Sub-total = a; Social care ~ heading; b: 2-5;"
        "s: Sub-total = b; Grand total = s",
    ),
    Archetype(
        "blocks three deep",
        f"{YEARS3}; Total = y",
        "a: 2-4; s: Total schools = a; b: 2-4; s: Total care = b;"
        "t: Total people = s; c: 2-4; u: Total place = c; Total council = t + u",
    ),
    Archetype(
        "unworded sub-totals",
        YEARS5,
        "a: 3-5; s: Children and families = a; b: 3-5; s: Adults = b;Net budget = s",
        (2, 4),
    ),
    Archetype("totals on top", YEARS4, "Total spending = a; of which ~ heading; a: 3-7", (2, 4)),
    Archetype(
        "blocks with totals on top",
        YEARS4,
        "s: Education = a; a: 2-4; t: Social services = b; b: 2-4;Total = s + t",
        (2, 4),
    ),
    Archetype("total column first", f"Total = y; {YEARS4}", "a: 3-8; Total = a", (2, 4)),
    Archetype("variance", "b: Budget; o: Outturn; Variance = o - b", "a: 3-12; Total = a", (2, 4)),
    Archetype(
        "variance of budget on outturn",
        "b: Revised budget £m; o: Forecast outturn £m; Under/(over)spend = b - o",
        "a: 3-10; Total = a",
        (1, 4),
        1,
        caption="£m",
    ),
    Archetype(
        "virements",
        "o: Original budget; v: Virements ~ small; c: Carry forward ~ small;"
        "r: Revised budget = o + v + c; a: Actual; Variance = a - r",
        "a: 4-12; Total = a",
        (2, 4),
    ),
    Archetype(
        "gross income net",
        "g: Gross expenditure; i: Gross income; Net expenditure = g - i",
        "a: 4-14; Total = a",
        (2, 4),
    ),
    Archetype(
        "gross income net twice",
        "g: 2001-02|Gross; i: 2001-02|Income; m: 2001-02|Net = g - i; h: 2002-03|Gross; j: 2002-03|Income;"
        "n: 2002-03|Net = h - j",
        "a: 4-9; Total = a",
        (2, 4),
    ),
    Archetype(
        "components",
        "p: Pay; n: Non-pay; c: Capital charges; Total cost = p + n + c",
        "a: 4-12; Net cost of services = a",
        (2, 4),
    ),
    Archetype("percentage change", "a: 2001/02; b: 2002/03; Change % ~ pct b a", "a: 4-12; Total = a", (2, 4)),
    Archetype(
        "change and percentage",
        "a: 2018/19 £m; b: 2019/20 £m; Change £m = b - a; Change ~ pct b a",
        "a: 4-12; Total = a",
        (2, 4),
        1,
        caption="",
    ),
    Archetype(
        "cost per head",
        "e: Expenditure £000; p: Population 000s; Cost per head £ ~ per e p",
        "a: 4-12; County = a",
        (2, 4),
    ),
    Archetype("unit cost without word", "e: Spending £000; p: Pupils; £000 ~ per e p", "a: 4-12; Total = a", (2, 4)),
    Archetype("share of total", f"{YEARS3}; Total = y", "a: 3-7; t: Total = a; Schools' share ~ share a t", (2, 4)),
    Archetype(
        "growth row",
        YEARS4,
        "a: 3-7; t: Total budget = a; p: Previous budget; Increase on previous year ~ pct t p",
        (2, 4),
    ),
    Archetype(
        "budget walk",
        YEARS3,
        "b: Base budget; w: Inflation; w: Growth; l: Savings ~ negative;Budget requirement = b + w + l",
        (1, 4),
    ),
    Archetype(
        "budget walk by service",
        "a: Schools; a: Care; a: Roads; a: Other; Total = a",
        "b: Budget 2001-02; w: Pay and prices; w: Commitments ~ sparse; l: Efficiencies ~ negative;"
        "r: Budget 2002-03 = b + w + l; v: Growth; x: Savings ~ negative; Budget 2003-04 = r + v + x",
    ),
    Archetype(
        "brought forward",
        YEARS4,
        "b: Balance brought forward; i: Contributions; l: Less use of reserves;Balance carried forward = b + i - l",
        (2, 4),
    ),
    Archetype(
        "reserves",
        "b: Balance 1 April; i: Transfers in; o: Transfers out ~ negative;Balance 31 March = b + i + o",
        "a: 3-8; Total reserves = a",
        (2, 4),
        nil=15,
    ),
    Archetype(
        "capital programme",
        f"{YEARS4}; y: Later years ~ sparse; Total scheme = y",
        "s: 4-12 ~ sparse; Total programme = s",
        (1, 3),
    ),
    Archetype(
        "capital and funding",
        YEARS4,
        "s: 3-7; Total capital expenditure = s; Funded by ~ heading; f: Grants;"
        "f: Receipts; f: Borrowing; Total funding = f",
        nil=10,
    ),
    Archetype(
        "income and spending",
        YEARS3,
        "Expenditure ~ heading; e: 3-5; t: Total expenditure = e; Income ~ heading;"
        "i: 2-4; u: Total income = i; Surplus/(deficit) = u - t",
        (2, 4),
    ),
    Archetype("rounded millions", f"{YEARS4}; Total = y", "a: 4-10; Total = a", (0, 2), 1, rounded=True, caption="£m"),
    Archetype(
        "rounded thousands",
        f"{YEARS5}; Total = y",
        "a: 3-6; s: Sub-total = a; b: 3-6; t: Sub-total = b;Total = s + t",
        (1, 3),
        rounded=True,
    ),
    Archetype("coarse totals", YEARS4, "a: 4-9; Total = a ~ coarse", (2, 3)),
    Archetype("coarse column", "p: Previous ~ coarse; c: 2002-03; d: 2003-04", "a: 4-9; Total = a", (2, 3)),
    Archetype(
        "memo rows", YEARS4, "a: 3-7; Total = a; Staff (FTE) ~ memo; Pupils ~ memo; Council tax band D £ ~ memo", (2, 4)
    ),
    Archetype("average column", f"{YEARS3}; Average ~ mean y", "a: 3-9; Total = a", (2, 4)),
    Archetype("text columns", f"Lead ~ text; {YEARS3}; Total = y; Status ~ text", "a: 3-9; Total = a", (1, 3)),
    Archetype("in proportion", YEARS4, "a: Cost; b: Twice the cost ~ double a; c: 2-4; Total = a + b + c", (2, 4)),
    Archetype("cumulative", YEARS4, "a: 3-7; t: Annual saving = a; Cumulative saving ~ cumulative t", (1, 3)),
    Archetype("savings negative", f"{YEARS4}; Total = y", "a: 3-9 ~ negative; Total savings = a", (1, 3), nil=25),
    Archetype("two columns", "a: 2001-02; b: 2002-03", "a: 4-14; Total = a", (1, 4)),
    Archetype("one column", "a: 2002-03", "a: 2-5; s: Sub-total = a; b: 2-5; s: Sub-total = b; Total = s", (1, 4)),
    Archetype(
        "two columns of blocks",
        "a: 2001-02; b: 2002-03",
        "a: 2-5; s: Total schools = a; b: 2-5;s: Total care = b; Total = s",
        (1, 4),
    ),
    Archetype(
        "gap", YEARS4, "t: Savings target; a: Achieved; a: On track; Still to be achieved = t - a", (2, 4), nil=0
    ),
    Archetype("years down", "a: Budget; a: Grant; Total = a", "2001-02; 2002-03; 2003-04; 2004-05; 2005-06", (2, 4)),
    Archetype(
        "years down with total",
        "a: Pay; a: Prices; a: Other; Total = a",
        "y: 2001-02; y: 2002-03; y: 2003-04;Total = y",
        (1, 3),
    ),
    Archetype(
        "total in headings", "t: Total budget; o: Total spending; Difference = t - o", "a: 4-9; Total = a", (2, 4)
    ),
    Archetype(
        "total in leaf rows", YEARS4, "a: Total schools; a: Total libraries; a: Total highways; Net total = a", (2, 4)
    ),
    Archetype("no sums", YEARS4, "4-9", (1, 4)),
    Archetype("no sums of two", "Budget; Spending", "4-9", (1, 4)),
    Archetype("pence", "a: 2001-02; b: 2002-03; Total = a + b", "a: 4-9; Total = a", (2, 5), 2, caption="£"),
    Archetype("long", f"{YEARS5}; Total = y", "a: 10-18; s: Total a = a; b: 10-18; s: Total b = b; Total = s", (1, 4)),
)
