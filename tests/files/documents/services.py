"""The report of 2002 as a document: its tables as printed, prose of our own, all drawn from the review's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from bvtrack.core.review import Step, TargetLine
from bvtrack.files.review_file import read_review
from files.documents.saved import Report, Rows, Table, Title, wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bvtrack.core.money import Money
    from bvtrack.core.review import CostLine, Part, Recommendation, Total

_REVIEW: Final = read_review(
    Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
).review
_YEARS: Final = ["02-03", "03-04", "04-05", "05-06", "Total"]
_COLUMNS: Final = ["one-off", "annual", "net potential savings", "net potential income"]
QUOTED: Final = ["£1,346k", "£1,346,000", "£480k", "£255k"]


def report() -> Report:
    """Give the report."""
    return [
        Title("Best value review of services to schools"),
        "This report went to the Cabinet of Hertfordshire County Council on 22 April 2002 as item 4.",
        Title("1 What the review covers"),
        *(f"Area {area.recommendation}: {area.text}." for area in _REVIEW.summary),
        Title("2 What could be better"),
        *(f"{area.text}." for area in _REVIEW.areas),
        Title("3 What is recommended"),
        *_recommended(),
        "Appendix 1 has the measures and targets, Appendix 2 the plan.",
        *money(),
        Title("Appendix 1: outcome measures and targets"),
        Table("Table 2: costs, measures and targets", _outcomes()),
        Title("Appendix 2: implementation plan"),
        Table("Table 3: the plan", _plan()),
        "Recommendation 5 has no line in Appendix 1.",
    ]


def money(finance: Rows | None = None, quoted: Mapping[str, str] | None = None) -> Report:
    """Give its section on money; `finance` stands for its table, `quoted` puts other words for figures in its prose."""
    whole, in_full, savings, income = ((quoted or {}).get(figure, figure) for figure in QUOTED)
    return [
        Title("4 What it means for the budget"),
        f"The total budget over 4 years is {whole}, and none of it is new money.",
        f"Over the next 4 years {in_full} of the existing budget moves from secondary schools to all schools.",
        f"Total savings over the 4 years come to {savings}, found by working better.",
        f"Total additional income over the 4 years comes to {income}, from courses.",
        Table("Table 1: funding by recommendation and year", finance or FINANCE, heads=2, groups=True),
    ]


def _recommended() -> Iterator[str]:
    for one in _REVIEW.recommendations:
        yield f"{one.id} {one.text}:"
        for part in one.parts:
            yield f"{part.id} {part.text}."


def _finance() -> Rows:
    """Lay the profiles out as printed; what the total row holds stands where the report has it."""
    totals = [_REVIEW.totals.budget, _REVIEW.totals.savings, _REVIEW.totals.income]
    return [
        wide([cell for one in totals for cell in _group(one)], before=1),
        wide(["Rec", *_YEARS * 3]),
        *(wide([one.id, *(cell for stream in _profiles(one) for cell in _years(stream))]) for one in _profiled()),
        [cell for one in totals if one for cell in (one.label or "", *[""] * 4, _printed(one.total))],
    ]


def _group(total: Total | None) -> list[str]:
    return [(total.heading if total else "") or "", *[""] * 4]


def _profiled() -> Iterable[Recommendation]:
    return (one for one in _REVIEW.recommendations if any(_profiles(one)))


def _profiles(one: Recommendation) -> list[Mapping[str, Money]]:
    return [stream or {} for stream in (one.profile.budget, one.profile.savings, one.profile.income)]


def _years(stream: Mapping[str, Money]) -> list[str]:
    return [_printed(stream.get(year)) for year in [*_YEARS[:-1], "total"]]


def _printed(money: Money | None) -> str:
    return money.text if money else ""


def _outcomes() -> Rows:
    heads = ["Recommendations", "One off costs", "Annual costs", "Net potential savings", "Net potential income"]
    return [
        ["", *heads, "Outcome measures", "Outcome targets"],
        *(_outcome(one) for one in _REVIEW.recommendations[:4]),
    ]


def _outcome(one: Recommendation) -> list[str]:
    measures = [f"{nth.text}{_references(nth.plan)}" for nth in one.measures]
    targets = [
        target.value.text if isinstance(target, TargetLine) else target
        for nth in one.measures
        for target in nth.targets
    ]
    parts = [f"{part.id[-1]} {part.text}" for part in one.parts]
    costs = ["\n".join(_costs(one.costs, column)) for column in _COLUMNS]
    return [one.id, "\n".join([one.text, *parts]), *costs, "\n".join(measures), "\n".join(map(str, targets))]


def _references(plan: tuple[str, ...]) -> str:
    return f" (CSF plan {'/'.join(plan)})" if plan else ""


def _costs(costs: Iterable[CostLine], column: str) -> Iterator[str]:
    return (cost.value.text for cost in costs if cost.column == column)


def _plan() -> Rows:
    rows = [["ACTION", "Finish", "Resp"]]
    for one in _REVIEW.recommendations:
        rows.append([f"{one.id} {one.text}", "", ""])
        for part in one.parts:
            rows += [_action(part), *([step.text if isinstance(step, Step) else step, "", ""] for step in part.steps)]
    return rows


def _action(part: Part) -> list[str]:
    return [f"{part.id} – {part.text}", part.finish.text if part.finish else "", part.owner.text if part.owner else ""]


FINANCE: Final = _finance()
REPORT: Final = report()
