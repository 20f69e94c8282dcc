"""The review: recommendations with their costs, profiles and measures, the parts that are its actions, and their steps.

The models are the file format: field names and aliases are its keys, descriptions its reference manual and the source
of its JSON schema. Everything is frozen; unknown keys are errors. Printed values keep their wording (`core.printed`).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent
from bvtrack.core.model import Id, Model, Several, Text
from bvtrack.core.money import read_unit
from bvtrack.core.printed import (
    Context,
    PrintedDue,
    PrintedMoney,
    PrintedOwners,
    PrintedPeriod,
    PrintedTarget,
    PrintedUnit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Stream = Literal["budget", "savings", "income"]
Column = Literal["one-off", "annual", "net potential savings", "net potential income"]
Funding = Literal["existing", "new", "grant"]
Rounding = Literal["exact", "nearest", "truncated"]


class Person(Model):
    """Somebody the review names; owners of actions are matched to people by name and alias."""

    name: Text = Field(description="the full name, as the report has it")
    post: Text | None = Field(None, description="the post the person holds")
    aliases: Several[Text] = Field((), description="what else the report calls the person: Jeff")
    role: Text | None = Field(None, description="what the report names the person for: author, executive member")
    contact: Text | None = Field(None, description="as printed; left out of redacted exports")


class Meeting(Model):
    """The meeting the report went to."""

    body: Text = Field(description="who met: Cabinet")
    item: Text | None = Field(None, description="the number of the agenda item")
    time: Text | None = Field(None, description="the hour, as printed")
    report_of: Text | None = Field(None, description="whose report it is")


class Wording(Model):
    """The words another section of the report has for the same item, where they differ."""

    place: Text = Field(description="where the other words stand: Appendix 2")
    text: Text = Field(description="the words there")


class SummaryArea(Model):
    """An area of the report's summary, with the recommendation it stands for."""

    text: Text = Field(description="the area, in the words of the summary")
    recommendation: Id | None = Field(None, description="the recommendation it stands for")


class Process(Model):
    """One of the processes the review was made by."""

    id: Id = Field(description="the letter or number it has in the report")
    text: Text = Field(description="what was done")


class Area(Model):
    """An area to improve that the review highlighted, and the parts that address it."""

    text: Text = Field(description="what could be better")
    addressed_by: Several[Id] = Field((), description="ids of recommendations or parts; none: nothing addresses it")


class Promise(Model):
    """What the report says it covers, where it says so, and what the place it points to really covers."""

    text: Text = Field(description="what is promised for each recommendation")
    place: Text = Field(description="where it is promised: section 5")
    appendix: Text = Field(description="where it is to be found: Appendix 1")
    covers: Several[Id] = Field(description="the recommendations that are found there")


class Quoted(Model):
    """A figure quoted in prose, and the total it states."""

    place: Text = Field(description="where the figure stands: section 6, line 1")
    total: Literal["budget", "savings", "income", "net"] = Field(description="which total it states")
    value: PrintedMoney = Field(description="the figure, as printed")
    recommendation: Id | None = Field(None, description="whose total, where it is not the review's")


class Total(Model):
    """A stream's printed totals: over the plan and, where the report prints them, by year."""

    total: PrintedMoney | None = Field(None, description="the total over the plan; left out where none is printed")
    years: dict[str, PrintedMoney] = Field({}, description="printed year totals by financial year")
    heading: Text | None = Field(None, description="the heading of the stream's columns, as printed")
    label: Text | None = Field(None, description="the label beside the total, as printed")


class Totals(Model):
    """The printed totals of the three streams."""

    budget: Total | None = Field(None, description="the totals of the budget, which is the cost")
    savings: Total | None = Field(None, description="the totals of the savings")
    income: Total | None = Field(None, description="the totals of the income")


class CostLine(Model):
    """A cell of the cost table: money a recommendation needs, saves or earns, in the column it is printed in.

    Two amounts in one cell (`£5k £8k`) stand as printed, in one line.
    """

    column: Column = Field(description="the column it is printed in")
    value: PrintedMoney = Field(description="the amount, as printed: £7k")
    part: Id | None = Field(None, description="the part it is for, where the report says")
    funding: Funding | None = Field(None, description="where the money comes from, if not as the review says")
    year: PrintedPeriod | None = Field(None, description="the year a one-off falls in, if not the plan's first")
    start: PrintedPeriod | None = Field(None, description="the first year of an annual line, where the report says")
    end: PrintedPeriod | None = Field(None, description="the last year of an annual line, where the report says")
    first: PrintedMoney | None = Field(None, description="a part-year amount in the first year")
    depends_on: Several[Id] = Field((), description="the actions this line waits for")
    place: Text | None = Field(None, description="where it is printed, if not in the cost table")


class Profiles(Model):
    """A recommendation's money by financial year, one table a stream; `total` is its printed total."""

    budget: dict[str, PrintedMoney] | None = Field(
        None, description="what it costs, by year as printed (02-03), and total"
    )
    savings: dict[str, PrintedMoney] | None = Field(
        None, description="what it saves, by year as printed (02-03), and total"
    )
    income: dict[str, PrintedMoney] | None = Field(
        None, description="what it earns, by year as printed (02-03), and total"
    )


class TargetLine(Model):
    """A target as printed; it may measure another unit or population than its measure says."""

    value: PrintedTarget = Field(description="the target with its periods, as printed")
    unit: Text | None = Field(None, description="its own unit, where it is not the measure's")
    of: Text | None = Field(None, description="its own population, where it is not the measure's")


Line = Annotated[
    TargetLine,
    BeforeValidator(
        lambda line: {"value": line} if isinstance(line, str) else line, json_schema_input_type=str | TargetLine
    ),
]


class Measure(Model):
    """An outcome measure: what is measured, of whom, which way is good, and its targets in the order printed."""

    id: Id = Field(description="a number of our own: 1.3")
    text: Text = Field(description="what is measured")
    unit: Text | None = Field(None, description="what it is measured in: %, number, days")
    of: Text | None = Field(None, description="the population measured: schools, staff")
    plan: Several[Text] = Field((), description="references to the plan it comes from: 1.7.2")
    direction: Literal["rise", "fall"] | None = Field(None, description="which way is good")
    shows: Several[Id] = Field((), description="the parts it shows the effect of")
    targets: Several[Line] = Field((), description="its targets in the order printed, each as text or as a table")
    events: Several[MeasureEvent] = Field((), alias="event", description="its progress, in the order entered")


class Step(Model):
    """A line under an action; it has the action's deadline and owners unless it has its own."""

    text: Text = Field(description="what is done")
    start: PrintedDue | None = Field(None, description="when it begins, as printed")
    finish: PrintedDue | None = Field(None, description="its own deadline, as printed")
    owner: PrintedOwners | None = Field(None, description="its own owners, as printed")
    events: Several[ActionEvent] = Field((), alias="event", description="its progress, in the order entered")


PlanStep = Annotated[
    Step,
    BeforeValidator(lambda step: {"text": step} if isinstance(step, str) else step, json_schema_input_type=str | Step),
]


class Part(Model):
    """A lettered part of a recommendation, which is also the action of the implementation plan."""

    id: Id = Field(description="the recommendation's number and a letter: 3d")
    text: Text = Field(description="what is to be done")
    start: PrintedDue | None = Field(None, description="when it begins, as printed")
    finish: PrintedDue | None = Field(None, description="the deadline, as printed")
    owner: PrintedOwners | None = Field(None, description="the owners, as printed")
    wordings: Several[Wording] = Field((), description="other sections' words for it, where they differ")
    events: Several[ActionEvent] = Field((), alias="event", description="its progress, in the order entered")
    steps: Several[PlanStep] = Field((), description="the lines under the action, each as text or as a table")


class Recommendation(Model):
    """A numbered recommendation."""

    id: Id = Field(description="its number: 3")
    text: Text = Field(description="what is recommended")
    wordings: Several[Wording] = Field((), description="other sections' words for it, where they differ")
    costs: Several[CostLine] = Field((), description="its cells of the cost table")
    profile: Profiles = Field(default_factory=Profiles, description="its money by financial year")
    measures: Several[Measure] = Field((), alias="measure", description="its outcome measures")
    parts: Several[Part] = Field((), alias="part", description="its parts, which are the actions of the plan")
    events: Several[MoneyEvent] = Field((), alias="event", description="what became of its money, in the order entered")


class WaiverEntry(Model):
    """A finding accepted on purpose. Reason, name and expiry are asked for by SUP903, not by the format."""

    code: Text = Field(description="the code of the rule: FIN106")
    address: Text = Field(description="what the finding is about: 1/budget")
    reason: str = Field("", description="why the finding is accepted")
    by: str = Field("", description="who accepts it")
    until: dt.date | None = Field(None, description="the last day the waiver holds")


class Review(Model):
    """A best-value review of one service."""

    format: Literal[1] = Field(description="the version of this format")
    id: Id = Field(description="what the review is called in addresses and databases")
    title: Text = Field(description="the title of the report")
    authority: Text = Field(description="the authority that made the review")
    date: dt.date = Field(description="the date of the report; two-digit years are read near it")
    period: PrintedPeriod = Field(description="the plan period")
    unit: PrintedUnit = Field(description="what a bare number stands for")
    rounding: Rounding = Field("exact", description="how the report's figures were rounded")
    funding: Funding | None = Field(None, description="where the money comes from, unless a cost line says otherwise")
    net: PrintedMoney | None = Field(None, description="the net position over the plan, where the report states it")
    meeting: Meeting | None = Field(None, description="the meeting the report went to")
    abbreviations: dict[str, Text] = Field({}, description="abbreviations the report uses, and what they stand for")
    people: Several[Person] = Field((), alias="person", description="the people the report names")
    summary: Several[SummaryArea] = Field((), description="the areas of the report's summary")
    processes: Several[Process] = Field((), alias="process", description="how the review was made")
    areas: Several[Area] = Field((), alias="area", description="the areas to improve")
    promises: Several[Promise] = Field((), alias="promise", description="what the report says it covers")
    quoted: Several[Quoted] = Field((), description="the figures its prose quotes")
    totals: Totals = Field(default_factory=Totals, description="the printed totals of its finance table")
    recommendations: Several[Recommendation] = Field((), alias="recommendation", description="its recommendations")
    waivers: Several[WaiverEntry] = Field((), alias="waiver", description="findings accepted on purpose")


def review_from(data: Mapping[str, object]) -> Review:
    """Make a review of the tables and values of its file, reading printed values by its own date and unit.

    Raises pydantic.ValidationError, whose locations are paths of the file's keys.
    """
    near, heading = data.get("date"), data.get("unit")
    context = Context(
        near=near if isinstance(near, dt.date) else None,
        unit=read_unit(heading) if isinstance(heading, str) else None,
    )
    return Review.model_validate(data, context=context, by_alias=True, by_name=False)
