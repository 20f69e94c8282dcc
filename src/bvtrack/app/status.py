"""Tell where reviews stand on a day, of files or of a database, for everybody or for one owner, in any format."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from bvtrack.app.as_known import as_known
from bvtrack.core.errors import Problem, UsageProblem
from bvtrack.core.finding import Severity
from bvtrack.core.owner import fold, read_owners
from bvtrack.core.settings import Selection, Thresholds
from bvtrack.core.visible import visible
from bvtrack.delivery.brag import DEFAULT, full_key, tally
from bvtrack.delivery.holders import Holders
from bvtrack.delivery.progress import State
from bvtrack.delivery.review import ReviewStanding, counts, review_standing, steps_of
from bvtrack.delivery.stale import stale

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from bvtrack.app.desk import Desk
    from bvtrack.core.finding import Finding
    from bvtrack.core.review import Review
    from bvtrack.core.table import Table
    from bvtrack.delivery.brag import Mark, Policy
    from bvtrack.delivery.progress import Standing
    from bvtrack.delivery.stale import Stale

SCHEMA = 1
_MANY: Final = 2
_DELIVERY: Final = "DEL"


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

    `policy` gives the colours, `thresholds` and `selection` what the rules of delivery judge by.
    """

    reviews: tuple[Told, ...]
    problems: tuple[Problem, ...] = ()
    known: dt.date | None = None
    policy: Policy = DEFAULT
    thresholds: Thresholds = field(default_factory=Thresholds)
    selection: Selection = field(default_factory=Selection)

    def worst(self) -> Severity | None:
        """Give the worst that the rules of delivery find in what is told, what a review waives left out."""
        found = {finding.severity for told in self.reviews for finding in _findings(told, self)}
        return next((severity for severity in Severity if severity in found), None)


def by_settings(status: Status, folder: Path) -> Status:
    """Tell a status by the settings of a folder: colours, reporting dates, severities. Raises UsageProblem."""
    from bvtrack.files.settings_file import read_settings

    read = read_settings(folder)
    return replace(status, policy=read.policy, thresholds=read.thresholds, selection=read.selection)


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


def _findings(told: Told, status: Status) -> list[Finding]:
    """Give what the rules of delivery find in a review, in what is told of it and not waived."""
    from bvtrack.checks.registry import RULES
    from bvtrack.checks.runner import run
    from bvtrack.checks.subject import Subject
    from bvtrack.checks.waivers import GrantedWaiver

    review = told.standing.review
    waivers = tuple(GrantedWaiver(entry, ("waiver", nth)) for nth, entry in enumerate(review.waivers))
    subject = Subject(review, told.standing.as_at, status.thresholds, waivers)
    rules = [rule for rule in RULES if rule.code.startswith(_DELIVERY)]
    found = run(rules, subject, replace(status.selection, select=()))
    addresses = {one.address for one in (*told.actions, *told.steps)}
    return [one for one in found if one.live and (told.whole or one.address in addresses)]


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
            "colours": [{"of": of, **mark._asdict(), "means": what} for of, mark, what in full_key(status.policy)],
            **_rolled_up(status),
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
    """Join the tables of this name of all reviews, unless it is one of all reviews itself."""
    from bvtrack.report.tables.joined import joined
    from bvtrack.report.tables.status import colours, silent

    of_all = [
        (told.standing.review.id, table)
        for told in status.reviews
        for table in (*_every_table(told, status.policy), silent(_stale(told, status), told.actions))
    ]
    whole = {table.name: table for table in (*_overview(status), colours(status.policy))}
    found = [(review, table) for review, table in of_all if table.name == name]
    if not found and name not in whole:
        known = ", ".join(dict.fromkeys([*(table.name for _, table in of_all), *whole]))
        raise UsageProblem(visible(name), "there is no such table", f"known here: {known}")
    return joined(found) if found else whole[name]


def _text(status: Status, width: int | None) -> str:
    """Write a status for people; a list of actions on a terminal has a line for each."""
    from bvtrack.report.as_text import as_text
    from bvtrack.report.tables.status import colours, scanned

    parts = [as_text(table, width) for table in _overview(status)]
    for told in status.reviews:
        actions, *others = _tables(told, status.policy, brief=len(status.reviews) > 1)
        parts.append("\n".join(visible(line) for line in _headed(told, status)) + "\n")
        parts.append(as_text(scanned(actions, width) if width and actions.rows else actions))
        parts += [as_text(table, width) for table in others]
    parts += [as_text(colours(status.policy), width)] if status.reviews else []
    return "\n".join(parts)


def _markdown(status: Status) -> str:
    from bvtrack.report.as_markdown import as_markdown
    from bvtrack.report.tables.status import colours

    parts = [as_markdown(table) for table in _overview(status)]
    for told in status.reviews:
        title, *said = _headed(told, status)
        actions, *others = _tables(told, status.policy, brief=len(status.reviews) > 1)
        parts += [as_markdown(replace(actions, title=title, notes=tuple(said))), *map(as_markdown, others)]
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
        "stale": [
            {"address": one.address, "since": one.since.isoformat(), "last": one.last.isoformat() if one.last else None}
            for one in _stale(told, status)
        ],
        "tables": [as_json(table) for table in _tables(told, status.policy)],
    }


def _colours(told: Told, policy: Policy) -> tuple[tuple[Mark, int], ...]:
    return tally((told.standing.colour(one, policy) for one in told.actions), policy)


def _headed(told: Told, status: Status) -> tuple[str, ...]:
    """Give the heading of a review, its counts, and what nobody told of since the last reporting date."""
    from bvtrack.delivery import words
    from bvtrack.report.tables.status import heading

    still = _stale(told, status)
    named = ", ".join(one.address for one in still)
    since = (f"nothing told since {words.full_day(still[0].since)}: {named}",) if still else ()
    return heading(told.standing, status.known), words.tally(counts(told.actions)), *since


def _stale(told: Told, status: Status) -> tuple[Stale, ...]:
    addresses = {one.address for one in told.actions}
    return tuple(one for one in stale(told.standing, status.thresholds.reporting_dates) if one.address in addresses)


def _overview(status: Status) -> list[Table]:
    """Give the tables of all reviews together, where there are several and all of each is told."""
    from bvtrack.report.tables.portfolio import rolled_up
    from bvtrack.report.tables.shared_measures import shared_measures

    if len(status.reviews) < _MANY or not all(told.whole for told in status.reviews):
        return []
    standings = [told.standing for told in status.reviews]
    first, *others = *rolled_up(standings, status.policy), shared_measures(standings)
    return [first, *(table for table in others if table.rows)]


def _rolled_up(status: Status) -> dict[str, object]:
    from bvtrack.report.as_json import as_json

    tables = [as_json(table) for table in _overview(status)]
    return {"portfolio": {"tables": tables}} if tables else {}


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
