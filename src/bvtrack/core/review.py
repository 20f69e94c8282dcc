"""The review: recommendations with their costs, profiles and measures, the parts that are its actions, and their steps.

The models are the file format: field names and aliases are its keys, descriptions its reference manual and the source
of its JSON schema. Everything is frozen; unknown keys are errors. Printed values keep their wording (`core.printed`).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent
from bvtrack.core.model import Id, Model, Several, Short, Text, keyed
from bvtrack.core.money import read_unit
from bvtrack.core.printed import (
    Context,
    PrintedDue,
    PrintedMoney,
    PrintedOwners,
    PrintedPeriod,
    PrintedStart,
    PrintedTarget,
    PrintedUnit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Stream = Literal["budget", "savings", "income"]
Column = Literal["one-off", "annual", "net potential savings", "net potential income"]
Funding = Literal["existing", "new", "grant"]
Saving = Literal["cashable", "non-cashable"]
Basis = Literal["gross", "net"]
Rounding = Literal["exact", "nearest", "truncated"]


class Person(Model):
    """Somebody the review names; owners of actions are matched to people by name and alias."""

    name: Text = keyed("the full name, as the report has it")
    post: Text | None = keyed("the post the person holds", default=None)
    aliases: Several[Text] = keyed("what else the report calls the person: Jeff", default=())
    role: Text | None = keyed("what the report names the person for: author, executive member", default=None)
    contact: Text | None = keyed("as printed; left out of redacted exports", default=None)


class Meeting(Model):
    """The meeting the report went to."""

    body: Text = keyed("who met: Cabinet")
    item: Text | None = keyed("the number of the agenda item", default=None)
    time: Text | None = keyed("the hour, as printed", default=None)
    report_of: Text | None = keyed("whose report it is", default=None)


class Wording(Model):
    """The words another section of the report has for the same item, where they differ."""

    place: Text = keyed("where the other words stand: Appendix 2")
    text: Text = keyed("the words there")


class SummaryArea(Model):
    """An area of the report's summary, with the recommendation it stands for."""

    text: Text = keyed("the area, in the words of the summary")
    recommendation: Id | None = keyed("the recommendation it stands for", default=None)


class Process(Model):
    """One of the processes the review was made by."""

    id: Id = keyed("the letter or number it has in the report")
    text: Text = keyed("what was done")


class Area(Model):
    """An area to improve that the review highlighted, and the parts that address it."""

    text: Text = keyed("what could be better")
    addressed_by: Several[Id] = keyed("ids of recommendations or parts; none: nothing addresses it", default=())


class Promise(Model):
    """What the report says it covers, where it says so, and what the place it points to really covers."""

    text: Text = keyed("what is promised for each recommendation")
    place: Text = keyed("where it is promised: section 5")
    appendix: Text = keyed("where it is to be found: Appendix 1")
    covers: Several[Id] = keyed("the recommendations that are found there")


class Quoted(Model):
    """A figure quoted in prose, and the total it states."""

    place: Text = keyed("where the figure stands: section 6, line 1")
    total: Literal["budget", "savings", "income", "net"] = keyed("which total it states")
    value: PrintedMoney = keyed("the figure, as printed")
    recommendation: Id | None = keyed("whose total, where it is not the review's", default=None)


class Total(Model):
    """A stream's printed totals: over the plan and, where the report prints them, by year."""

    total: PrintedMoney | None = keyed("the total over the plan; left out where none is printed", default=None)
    years: dict[str, PrintedMoney] = keyed("printed year totals by financial year", default_factory=dict)
    heading: Text | None = keyed("the heading of the stream's columns, as printed", default=None)
    label: Text | None = keyed("the label beside the total, as printed", default=None)


class Totals(Model):
    """The printed totals of the three streams."""

    budget: Total | None = keyed("the totals of the budget, which is the cost", default=None)
    savings: Total | None = keyed("the totals of the savings", default=None)
    income: Total | None = keyed("the totals of the income", default=None)


class CostLine(Model):
    """A cell of the cost table: money a recommendation needs, saves or earns, in the column it is printed in.

    Two amounts in one cell (`£5k £8k`) stand as printed, in one line.
    """

    column: Column = keyed("the column it is printed in")
    value: PrintedMoney = keyed("the amount, as printed: £7k")
    part: Id | None = keyed("the part it is for, where the report says", default=None)
    funding: Funding | None = keyed("where the money comes from, if not as the review says", default=None)
    saving: Saving | None = keyed("whether a saving releases cash, where the report says", default=None)
    basis: Basis | None = keyed(
        "whether the costs of a saving or an income are taken off already, if not as its column says: net", default=None
    )
    year: PrintedPeriod | None = keyed("the year a one-off falls in, if not the plan's first", default=None)
    start: PrintedStart | None = keyed(
        "the first year of an annual line, where the report says, or its first month: Oct 2004", default=None
    )
    end: PrintedPeriod | None = keyed("the last year of an annual line, where the report says", default=None)
    first: PrintedMoney | None = keyed("a part-year amount in the first year", default=None)
    depends_on: Several[Id] = keyed("the actions this line waits for", default=())
    place: Text | None = keyed("where it is printed, if not in the cost table", default=None)


class Profiles(Model):
    """A recommendation's money by financial year, one table a stream; `total` is its printed total."""

    budget: dict[str, PrintedMoney] | None = keyed("what it costs, by year as printed (02-03), and total", default=None)
    savings: dict[str, PrintedMoney] | None = keyed(
        "what it saves, by year as printed (02-03), and total", default=None
    )
    income: dict[str, PrintedMoney] | None = keyed("what it earns, by year as printed (02-03), and total", default=None)


class TargetLine(Model):
    """A target as printed; it may measure another unit or population than its measure says."""

    value: PrintedTarget = keyed("the target with its periods, as printed")
    unit: Text | None = keyed("its own unit, where it is not the measure's", default=None)
    of: Text | None = keyed("its own population, where it is not the measure's", default=None)


Line = Annotated[TargetLine, Short("value")]


class Measure(Model):
    """An outcome measure: what is measured, of whom, which way is good, and its targets in the order printed."""

    id: Id = keyed("a number of our own: 1.3")
    text: Text = keyed("what is measured")
    unit: Text | None = keyed("what it is measured in: %, number, days", default=None)
    of: Text | None = keyed("the population measured: schools, staff", default=None)
    plan: Several[Text] = keyed("references to the plan it comes from: 1.7.2", default=())
    direction: Literal["rise", "fall"] | None = keyed("which way is good", default=None)
    course: Literal["line", "steps"] | None = keyed(
        "how it goes from one target to the next: along a line, or in steps when a period is over (line)", default=None
    )
    shows: Several[Id] = keyed("the parts it shows the effect of", default=())
    targets: Several[Line] = keyed("its targets in the order printed, each as text or as a table", default=())
    events: Several[MeasureEvent] = keyed("its progress, in the order entered", default=(), named="event")


class Step(Model):
    """A line under an action; it has the action's deadline and owners unless it has its own."""

    text: Text = keyed("what is done")
    start: PrintedDue | None = keyed("when it begins, as printed", default=None)
    finish: PrintedDue | None = keyed("its own deadline, as printed", default=None)
    owner: PrintedOwners | None = keyed("its own owners, as printed", default=None)
    events: Several[ActionEvent] = keyed("its progress, in the order entered", default=(), named="event")


PlanStep = Annotated[Step, Short("text")]


class Part(Model):
    """A lettered part of a recommendation, which is also the action of the implementation plan."""

    id: Id = keyed("the recommendation's number and a letter: 3d")
    text: Text = keyed("what is to be done")
    start: PrintedDue | None = keyed("when it begins, as printed", default=None)
    finish: PrintedDue | None = keyed("the deadline, as printed", default=None)
    owner: PrintedOwners | None = keyed("the owners, as printed", default=None)
    wordings: Several[Wording] = keyed("other sections' words for it, where they differ", default=())
    events: Several[ActionEvent] = keyed("its progress, in the order entered", default=(), named="event")
    steps: Several[PlanStep] = keyed("the lines under the action, each as text or as a table", default=())


class Recommendation(Model):
    """A numbered recommendation."""

    id: Id = keyed("its number: 3")
    text: Text = keyed("what is recommended")
    wordings: Several[Wording] = keyed("other sections' words for it, where they differ", default=())
    costs: Several[CostLine] = keyed("its cells of the cost table", default=())
    profile: Profiles = keyed("its money by financial year", default_factory=Profiles)
    measures: Several[Measure] = keyed("its outcome measures", default=(), named="measure")
    parts: Several[Part] = keyed("its parts, which are the actions of the plan", default=(), named="part")
    events: Several[MoneyEvent] = keyed("what became of its money, in the order entered", default=(), named="event")


class WaiverEntry(Model):
    """A finding accepted on purpose. Reason, name and expiry are asked for by SUP903, not by the format."""

    code: Text = keyed("the code of the rule: FIN106")
    address: Text = keyed("what the finding is about: 1/budget")
    reason: str = keyed("why the finding is accepted", default="")
    by: str = keyed("who accepts it", default="")
    until: dt.date | None = keyed("the last day the waiver holds", default=None)


class Review(Model):
    """A best-value review of one service."""

    format: Literal[1] = keyed("the version of this format")
    id: Id = keyed("what the review is called in addresses and databases")
    title: Text = keyed("the title of the report")
    authority: Text = keyed("the authority that made the review")
    date: dt.date = keyed("the date of the report; two-digit years are read near it")
    period: PrintedPeriod = keyed("the plan period")
    unit: PrintedUnit = keyed("what a bare number stands for")
    rounding: Rounding = keyed("how the report's figures were rounded", default="exact")
    funding: Funding | None = keyed("where the money comes from, unless a cost line says otherwise", default=None)
    net: PrintedMoney | None = keyed("the net position over the plan, where the report states it", default=None)
    meeting: Meeting | None = keyed("the meeting the report went to", default=None)
    abbreviations: dict[str, Text] = keyed(
        "abbreviations the report uses, and what they stand for", default_factory=dict
    )
    people: Several[Person] = keyed("the people the report names", default=(), named="person")
    summary: Several[SummaryArea] = keyed("the areas of the report's summary", default=())
    processes: Several[Process] = keyed("how the review was made", default=(), named="process")
    areas: Several[Area] = keyed("the areas to improve", default=(), named="area")
    promises: Several[Promise] = keyed("what the report says it covers", default=(), named="promise")
    quoted: Several[Quoted] = keyed("the figures its prose quotes", default=())
    totals: Totals = keyed("the printed totals of its finance table", default_factory=Totals)
    recommendations: Several[Recommendation] = keyed("its recommendations", default=(), named="recommendation")
    waivers: Several[WaiverEntry] = keyed("findings accepted on purpose", default=(), named="waiver")


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
