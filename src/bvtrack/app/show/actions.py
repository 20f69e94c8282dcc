"""The implementation plan as the Actions pane lists it: actions in groups, each with the steps below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bvtrack.app.show.colours import NONE, Shade
from bvtrack.app.show.status import Status, status
from bvtrack.delivery import progress, words
from bvtrack.delivery.holders import Holders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.review import Part, Recommendation
    from bvtrack.delivery.progress import Standing

Grouping = Literal["recommendation", "owner", "month"]
GROUPINGS: Final[tuple[Grouping, ...]] = ("recommendation", "owner", "month")
NOBODY: Final = "nobody named"
NO_DATE: Final = "no date"


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step under an action; `due`, `owner` and `shade` are its own, blank where it has the action's."""

    address: str
    text: str
    done: bool
    due: str
    owner: str
    shade: Shade


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action: what it says, by when (and first), by whom, how it stands, how late and how often moved, its steps."""

    address: str
    text: str
    first: str
    due: str
    forecast: str
    owner: str
    status: Status
    shade: Shade
    late: bool
    slippage: str
    months: str
    steps: tuple[StepLine, ...]
    steps_done: int

    @property
    def steps_said(self) -> str:
        """How many steps are done: `3/9`; blank where there are none."""
        return f"{self.steps_done}/{len(self.steps)}" if self.steps else ""

    def holds(self, text: str) -> bool:
        """Tell whether the action, or a step of it, has the text in what is shown of it."""
        shown = (self.address, self.text, self.due, self.forecast, self.owner, str(self.status), self.shade.word)
        below = (step.text for step in self.steps)
        return any(text.casefold() in one.casefold() for one in (*shown, *below))


@dataclass(frozen=True, slots=True)
class Group:
    """Actions under one heading; one with several owners stands under each of them."""

    heading: str
    actions: tuple[ActionLine, ...]


def groups(view: ReviewView, by: Grouping, *, late_only: bool = False, holding: str = "") -> tuple[Group, ...]:
    """Group the actions of a review; the order is that of the plan, of names, or of time."""
    found: dict[tuple[object, ...], tuple[str, list[ActionLine]]] = {}
    for recommendation, standing, line in _lines(view):
        if (late_only and not line.late) or (holding and not line.holds(holding)):
            continue
        for order, heading in _headings(by, recommendation, standing):
            found.setdefault(order, (heading, []))[1].append(line)
    return tuple(Group(heading, tuple(lines)) for _, (heading, lines) in sorted(found.items(), key=lambda one: one[0]))


def _lines(view: ReviewView) -> Iterator[tuple[tuple[int, Recommendation], Standing, ActionLine]]:
    holders = Holders(view.review)
    standings = iter(view.standing.actions)
    for nth, recommendation in enumerate(view.review.recommendations):
        for part, standing in zip(recommendation.parts, standings, strict=False):
            steps = progress.steps(part, standing, view.as_at, holders)
            yield (nth, recommendation), standing, _line(view, part, standing, steps)


def _line(view: ReviewView, part: Part, one: Standing, steps: Iterable[Standing]) -> ActionLine:
    late = one.slippage is not None and one.slippage.days > 0
    first, now = words.deadline(one.baseline), words.deadline(one.current)
    shade = view.shade(one)
    moved = words.counted(one.moves, "move") if one.moves else ""
    months = f"{one.slippage.months} mo" if late and one.slippage else ""
    return ActionLine(
        address=one.address,
        text=one.text,
        first=first if first != now else "",
        due=now,
        forecast=words.deadline(one.forecast),
        owner=one.owner,
        status=status(one),
        shade=shade,
        late=late or one.overdue,
        slippage=", ".join(filter(None, (words.delay(one.slippage), moved))),
        months=words.drift(one) or months,
        steps=tuple(
            StepLine(
                address=below.address,
                text=below.text,
                done=below.state in progress.FINISHED,
                due=words.deadline(below.current) if step.finish or below.current != one.current else "",
                owner=step.owner.text if step.owner else "",
                shade=own if (own := view.shade(below)) != shade else NONE,
            )
            for step, below in zip(part.steps, steps, strict=True)
        ),
        steps_done=one.steps_done,
    )


def _headings(
    by: Grouping, recommendation: tuple[int, Recommendation], one: Standing
) -> Iterator[tuple[tuple[object, ...], str]]:
    if by == "recommendation":
        nth, under = recommendation
        yield (nth,), f"{under.id}  {under.text}"
    elif by == "owner":
        for holder in one.holders or ("",):
            yield (not holder, holder.casefold()), holder or NOBODY
    else:
        deadline = one.forecast or one.current
        day = one.expected if one.closed else deadline.latest if deadline else None
        yield (day is None, (day.year, day.month) if day else (0, 0)), words.month(day) if day else NO_DATE
