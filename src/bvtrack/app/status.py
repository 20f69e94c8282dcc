"""Tell where reviews stand on a day, of files or of a database, for everybody or for one owner, in any format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from bvtrack.app.as_known import as_known
from bvtrack.core.errors import Problem, UsageProblem
from bvtrack.core.finding import Severity
from bvtrack.core.owner import fold, read_owners
from bvtrack.core.visible import visible
from bvtrack.delivery.brag import DEFAULT, key, tally
from bvtrack.delivery.holders import Holders
from bvtrack.delivery.progress import State
from bvtrack.delivery.review import ReviewStanding, counts, review_standing, steps_of
from bvtrack.delivery.slippage import ON_TIME

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from bvtrack.app.desk import Desk
    from bvtrack.core.review import Review
    from bvtrack.core.table import Table
    from bvtrack.delivery.brag import Mark, Policy
    from bvtrack.delivery.progress import Standing

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one review: its standing, and its actions (all, or those of one owner and their own steps)."""

    standing: ReviewStanding
    actions: tuple[Standing, ...]
    steps: tuple[Standing, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Status:
    """Where reviews stand, and the inputs that could not be read; `known`: by what was known on that day.

    `policy` gives the colours.
    """

    reviews: tuple[Told, ...]
    problems: tuple[Problem, ...] = ()
    known: dt.date | None = None
    policy: Policy = DEFAULT

    def worst(self) -> Severity | None:
        """Give the worst there is: an overdue action is a warning, slippage alone a note."""
        actions = [one for told in self.reviews for one in told.actions]
        if any(one.overdue for one in actions):
            return Severity.WARNING
        return Severity.NOTE if any((one.slippage or ON_TIME) > ON_TIME for one in actions) else None


def status_of_files(path: Path, as_at: dt.date | None = None, review: str | None = None) -> Status:
    """Tell where the review of a file stands, or every review in a folder; each at the date of its report by default.

    Raises UsageProblem where there is none. A file of a folder that cannot be read is a problem of the result.
    """
    from bvtrack.files.folder import review_paths
    from bvtrack.files.review_file import read_review

    found: list[ReviewStanding] = []
    problems: list[Problem] = []
    for one in review_paths([path]):
        try:
            if isinstance(one, Problem):
                raise one
            read = read_review(one).review
        except Problem as problem:
            problems.append(problem)
        else:
            if review in {None, read.id}:
                found.append(review_standing(read, as_at or read.date))
    if not (found or problems):
        what = "there is no review here" if review is None else f"there is no review {visible(review)} here"
        raise UsageProblem(visible(str(path)), what, "name a review file, a folder that holds some, or a database")
    return Status(tuple(Told(one, one.actions) for one in found), tuple(problems))


def status_of_desk(
    desk: Desk, as_at: dt.date | None = None, review: str | None = None, *, known: dt.date | None = None
) -> Status:
    """Tell where the reviews of a database stand, or the one named; today by default.

    `known` tells it by what the database said at the end of a day, and on that day by default.
    """
    with as_known(desk, known) as then:
        day = as_at or known or desk.today
        standings = [review_standing(one, day) for one in reviews_of(then, review)]
    return Status(tuple(Told(one, one.actions) for one in standings), known=known)


def reviews_of(desk: Desk, review: str | None) -> Iterator[Review]:
    """Yield the reviews of a database, or the one named. Raises DatabaseProblem where the rows of one make none."""
    for one in desk.store.load_all() if review is None else [desk.review(review)]:
        if isinstance(one, Problem):
            raise one
        yield one


def for_owner(status: Status, name: str) -> Status:
    """Keep what one person or post answers for: actions, and steps of other people's actions.

    The name may be any that the reviews use for the person. Raises UsageProblem where nobody of that name has work.
    """
    kept = tuple(told for one in status.reviews if (told := _held(one.standing, name)) is not None)
    if status.reviews and not kept:
        known = dict.fromkeys(
            chain.from_iterable(one.holders for told in status.reviews for one in told.standing.actions)
        )
        shown = ", ".join(visible(one) for one in list(known)[:8]) or "nobody"
        raise UsageProblem(visible(name), "nobody of that name has work in the plan", f"known here: {shown}")
    return replace(status, reviews=kept)


def _held(standing: ReviewStanding, name: str) -> Told | None:
    """Give what one holds in a review, None where that is nothing."""
    holders = {fold(holder) for holder in Holders(standing.review).of(read_owners(name))} | {fold(name)}

    def holds(one: Standing) -> bool:
        return any(fold(holder) in holders for holder in one.holders)

    mine = tuple(one for one in standing.actions if holds(one))
    steps = tuple(
        step
        for one in standing.actions
        if one.steps and not holds(one)
        for step in steps_of(standing, one.address)
        if holds(step)
    )
    return Told(standing, mine, steps, whole=False) if mine or steps else None


def written(status: Status, form: str, width: int | None = None, table: str | None = None) -> str | dict[str, object]:
    """Write a status in a format of tables: text, or for `json` the value to be written. `width` is for text alone.

    CSV, which holds one table, has the `table` of that name of all reviews, their actions by default. Raises
    UsageProblem where there is no such table, or another format has a table asked for.
    """
    if table is not None and form != "csv":
        raise UsageProblem("--table", f"{form} has all tables", "leave it out, or ask for --format csv")
    if form == "json":
        return {
            "schema": SCHEMA,
            "colours": [{**mark._asdict(), "means": what} for mark, what in key(status.policy)],
            "reviews": [_json(told, status) for told in status.reviews],
        }
    if form == "csv":
        from bvtrack.report.as_csv import as_csv
        from bvtrack.report.tables.status import actions_of_reviews

        if table is not None and status.reviews:
            return as_csv(_joined(status, table))
        listed = [(one.standing, (*one.actions, *one.steps)) for one in status.reviews]
        return as_csv(actions_of_reviews(listed, status.policy))
    return _markdown(status) if form == "md" else _text(status, width)


def _joined(status: Status, name: str) -> Table:
    """Join the tables of this name of all reviews."""
    from bvtrack.report.tables.joined import joined

    of_all = [
        (told.standing.review.id, table) for told in status.reviews for table in _every_table(told, status.policy)
    ]
    found = [(review, table) for review, table in of_all if table.name == name]
    if not found:
        known = ", ".join(dict.fromkeys(table.name for _, table in of_all))
        raise UsageProblem(visible(name), "there is no such table", f"known here: {known}")
    return joined(found)


def _text(status: Status, width: int | None) -> str:
    """Write a status for people; a list of actions on a terminal has a line for each."""
    from bvtrack.report.as_text import as_text
    from bvtrack.report.tables.status import colours, scanned

    parts = [as_text(table, width) for table in _overview(status)]
    for told in status.reviews:
        actions, *others = _tables(told, status.policy, brief=len(status.reviews) > 1)
        parts.append("\n".join(visible(line) for line in _headed(told, status.known)) + "\n")
        parts.append(as_text(scanned(actions, width) if width and actions.rows else actions))
        parts += [as_text(table, width) for table in others]
    parts += [as_text(colours(status.policy), width)] if status.reviews else []
    return "\n".join(parts)


def _markdown(status: Status) -> str:
    from bvtrack.report.as_markdown import as_markdown
    from bvtrack.report.tables.status import colours

    parts = [as_markdown(table) for table in _overview(status)]
    for told in status.reviews:
        title, said = _headed(told, status.known)
        actions, *others = _tables(told, status.policy, brief=len(status.reviews) > 1)
        parts += [as_markdown(replace(actions, title=title, notes=(said,))), *map(as_markdown, others)]
    parts += [as_markdown(colours(status.policy))] if status.reviews else []
    return "\n".join(parts)


def _json(told: Told, status: Status) -> dict[str, object]:
    from bvtrack.report.as_json import as_json

    review, counted = told.standing.review, counts(told.actions)
    return {
        "id": review.id,
        "title": review.title,
        "authority": review.authority,
        "as_at": told.standing.as_at.isoformat(),
        **({"as_known": status.known.isoformat()} if status.known else {}),
        "counts": {
            "actions": counted.actions,
            "overdue": counted.overdue,
            "due": counted.due,
            **{state.value: counted.of(state) for state in State},
        },
        "colours": {mark.word: number for mark, number in _colours(told, status.policy)},
        "tables": [as_json(table) for table in _tables(told, status.policy)],
    }


def _colours(told: Told, policy: Policy) -> tuple[tuple[Mark, int], ...]:
    return tally((told.standing.colour(one, policy) for one in told.actions), policy)


def _headed(told: Told, known: dt.date | None) -> tuple[str, str]:
    from bvtrack.delivery import words
    from bvtrack.report.tables.status import heading

    return heading(told.standing, known), words.tally(counts(told.actions))


def _overview(status: Status) -> list[Table]:
    """Give the table of all reviews, where there are several and all of each is told."""
    from bvtrack.report.tables.portfolio import portfolio

    several = len(status.reviews) > 1 and all(told.whole for told in status.reviews)
    return [portfolio([told.standing for told in status.reviews], status.policy)] if several else []


def _tables(told: Told, policy: Policy, *, brief: bool = False) -> list[Table]:
    """Give the tables of a review that have something to tell, the actions first in any case."""
    actions, *others = _every_table(told, policy, brief=brief)
    return [actions, *(table for table in others if table.rows)]


def _every_table(told: Told, policy: Policy, *, brief: bool = False) -> list[Table]:
    """Give the tables of a review, the actions first; one owner's are these alone.

    `brief` leaves out those of money that only repeat the plan, as where it is one review of many.
    """
    from bvtrack.report.tables import status as tables
    from bvtrack.report.tables.standing_money import money_tables

    standing = told.standing
    actions = tables.actions(standing, (*told.actions, *told.steps), policy)
    if not told.whole:
        return [actions]
    others = [
        tables.owners(told.actions),
        tables.measures(standing.measures, standing.as_at),
        tables.streams(standing.streams, standing.review.unit, policy),
        *money_tables(standing, brief=brief),
    ]
    return [actions, *others]
