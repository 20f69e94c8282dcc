"""A throw-away database with the Hertfordshire review and progress that nobody ever made, to try the screens on.

The story runs through four reporting dates. Every entry is signed `Illustration`, and every reason ends in a word that
says what it is; what the story shows on any date follows from the plan and its entries alone.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bvtrack.app.desk import Desk, open_desk
from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent
from bvtrack.core.period import MONTHS
from bvtrack.core.printed import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from importlib.resources.abc import Traversable

    from bvtrack.core.model import Model
    from bvtrack.core.review import Review

REPORTS = (dt.date(2002, 6, 30), dt.date(2002, 9, 30), dt.date(2002, 12, 31), dt.date(2003, 3, 31))
AS_AT = REPORTS[-1]
BANNER = "illustrative progress"
BY = "Illustration"
_NAME = "hertfordshire-services-to-schools-2002.toml"
_IMPORTED = dt.date(2002, 5, 7)
_RECORDED = dt.time(15, 0, tzinfo=dt.UTC)


class _News(NamedTuple):
    """What became of the thing at an address on a day, for a period where it is a figure."""

    day: str
    address: str
    kind: str
    value: str | None = None
    reason: str | None = None
    minute: str | None = None
    period: str | None = None


# in the order of their days, as they would have been entered
_NEWS = (
    _News("2002-05-13", "1a/1", "complete"),
    _News("2002-05-13", "2a", "start"),
    _News("2002-05-20", "1b/1", "complete"),
    _News("2002-06-03", "3b", "start"),
    _News("2002-06-10", "2b/1", "start"),
    _News("2002-06-24", "4.1", "baseline", "£620,000", "from the ledger of the year before", None, "2001-02"),
    _News("2002-06-28", "1.3", "note", None, "the protocols for paper files were agreed by all six services"),
    _News("2002-07-01", "1a/2", "complete"),
    _News("2002-07-08", "3b/1", "complete"),
    _News("2002-07-15", "3b", "forecast", "Oct 2002", "job descriptions are still being graded"),
    _News("2002-07-22", "2a/1", "complete"),
    _News("2002-07-29", "2a", "complete"),
    _News("2002-09-02", "2d/1", "complete"),
    _News("2002-09-02", "2d/2", "complete"),
    _News("2002-09-09", "1b/2", "complete"),
    _News("2002-09-16", "3c/1", "complete"),
    _News("2002-09-16", "3c/2", "complete"),
    _News("2002-09-20", "2b/1", "complete"),
    _News("2002-09-20", "2b/2", "complete"),
    _News("2002-09-23", "2.1", "actual", "3.9%", "from the inspections of the summer term", None, "2002"),
    _News("2002-09-27", "2b", "complete"),
    _News(
        "2002-09-27", "4a", "re-baseline", "March 2003", "prices move with the new financial year", "cabinet 4 Oct 2002"
    ),
    _News("2002-09-30", "4b", "no resource", None, "the post is vacant", "head of service 30 Sep 2002"),
    _News("2002-10-04", "1a/3", "complete"),
    _News("2002-10-07", "2c", "start"),
    _News("2002-10-07", "2c/1", "complete"),
    _News("2002-10-11", "3b/2", "complete"),
    _News("2002-10-11", "3b/3", "complete"),
    _News("2002-10-14", "2d", "forecast", "Jan 2003", "the audit of meetings takes a term"),
    _News("2002-10-14", "2.4", "report", None, "first report to the Member panel"),
    _News("2002-10-18", "3.1", "actual", "14%", None, None, "Sep 2002"),
    _News("2002-10-25", "3b", "complete"),
    _News("2002-10-28", "5a/1", "complete"),
    _News("2002-10-28", "5a", "forecast", "Dec 2002", "two special schools asked for another meeting"),
    _News("2002-11-04", "2/budget/2002-03", "forecast", "15", "one more consultant day a week"),
    _News("2002-11-04", "3/budget/2002-03", "forecast", "24", "training starts in January"),
    _News("2002-11-11", "4c/1", "complete"),
    _News("2002-11-15", "2c/2", "complete"),
    _News("2002-11-18", "1.1", "actual", "58%", "first half of the year", None, "2002-03"),
    _News("2002-11-20", "1/budget/2002-03", "actual", "7"),
    _News("2002-11-22", "2c/3", "complete"),
    _News("2002-11-25", "1a", "forecast", "March 2003", "two suppliers have still to show their database"),
    _News("2002-11-25", "4/income/2003-04", "forecast", "£70k", "bookings for the summer are slow"),
    _News("2002-11-27", "3d", "note", None, "waits for the new training calendar"),
    _News("2002-12-09", "5a/2", "complete"),
    _News("2002-12-13", "1b/3", "complete"),
    _News("2002-12-16", "3a/1", "complete"),
    _News("2002-12-16", "3a/2", "complete"),
    _News("2002-12-16", "4d", "re-baseline", "Sept 2003", "waits for the new payroll", "cabinet 16 Dec 2002"),
    _News("2002-12-18", "5a/3", "complete"),
    _News("2002-12-19", "5a", "complete"),
    _News("2003-01-10", "1b/4", "complete"),
    _News("2003-01-17", "4a/1", "complete"),
    _News("2003-01-17", "4a/2", "complete"),
    _News("2003-01-20", "3.1", "actual", "12%", None, None, "Dec 2002"),
    _News("2003-02-03", "2.1", "actual", "3.4%", "with the inspections of the autumn term", None, "2002"),
    _News("2003-02-07", "3c/3", "complete"),
    _News("2003-02-10", "2c", "forecast", "June 2004", "the fourth quadrant office opens in spring 2004"),
    _News("2003-02-14", "2/budget/2002-03", "actual", "15", "one more consultant day a week"),
    _News("2003-02-17", "4c/2", "complete"),
    _News("2003-02-21", "5b/1", "complete"),
    _News("2003-02-24", "4c/3", "complete"),
    _News("2003-02-24", "4c/4", "complete"),
    _News("2003-02-24", "4c", "complete"),
    _News("2003-03-03", "1a/4", "complete"),
    _News("2003-03-03", "1a/5", "complete"),
    _News("2003-03-10", "3/budget/2002-03", "actual", "24", "training started in January"),
    _News("2003-03-17", "1a", "forecast", "June 2003", "the database needs a second tender"),
    _News("2003-03-21", "4a", "re-baseline", "May 2003", "heads asked for another round", "cabinet 17 Mar 2003"),
    _News("2003-03-24", "4/budget/2002-03", "actual", "13", "the new time records are not bought yet"),
    _News("2003-03-24", "5/budget/2002-03", "actual", "19"),
)
# what the savings of recommendation 2 are made to wait for: the report does not say
_ENABLER = "2c"
_SAVINGS = {"net potential savings"}


def made(path: Path) -> str:
    """Make the database of the demo at `path` and give the id of its review; each month is an entry of its log."""
    from bvtrack.files.review_file import review_of

    text = _review_file().read_text("utf-8")
    plan = review_of(text, _NAME)
    with open_desk(path, BY, partial(_moment, _IMPORTED), create=True) as desk, desk.store.transaction():
        desk.store.add(plan, text, desk.entry("import", f"{_NAME} imported"))
        desk.store.edit(plan.id, _with_enabler, desk.entry("set", f"savings of 2 wait for {_ENABLER} (illustrative)"))
        told: list[_News] = []
        for month, news in groupby(_NEWS, key=lambda one: one.day[:7]):
            latest = list(news)
            told += latest
            then = Desk(desk.store, desk.by, partial(_moment, _on(latest[-1])))
            addresses = ", ".join(dict.fromkeys(one.address for one in latest))
            entry = then.entry("progress", f"progress of {MONTHS[int(month[5:]) - 1]} {month[:4]}: {addresses}")
            desk.store.edit(plan.id, partial(_with_news, told), entry)
    return plan.id


def _with_enabler(review: Review) -> Review:
    """Give the review with its savings waiting for an action."""
    return review.model_copy(
        update={
            "recommendations": tuple(
                one.model_copy(
                    update={
                        "costs": tuple(
                            cost.model_copy(update={"depends_on": (_ENABLER,)}) if cost.column in _SAVINGS else cost
                            for cost in one.costs
                        )
                    }
                )
                for one in review.recommendations
            )
        }
    )


def _with_news(told: Sequence[_News], review: Review) -> Review:
    """Give the review with all progress told so far; whole, because one reading of the review costs as much as all."""
    events = _events(review, told)

    def informed(thing: Model, address: str, **below: tuple[Model, ...]) -> Model:
        return thing.model_copy(update={"events": tuple(events.get(address, ())), **below})

    return review.model_copy(
        update={
            "recommendations": tuple(
                informed(
                    one,
                    one.id,
                    measures=tuple(informed(measure, measure.id) for measure in one.measures),
                    parts=tuple(
                        informed(
                            part,
                            part.id,
                            steps=tuple(informed(step, f"{part.id}/{nth}") for nth, step in enumerate(part.steps, 1)),
                        )
                        for part in one.parts
                    ),
                )
                for one in review.recommendations
            )
        }
    )


def _events(review: Review, told: Iterable[_News]) -> dict[str, list[Model]]:
    """Read the news as events, by the address of the thing that holds them."""
    context = Context(near=review.date, unit=review.unit)
    found: dict[str, list[Model]] = {}
    for news in told:
        address, _, amount = news.address.partition("/")
        money = not amount.isdecimal() and bool(amount)
        model = MoneyEvent if money else (MeasureEvent if "." in news.address else ActionEvent)
        stream, _, year = amount.partition("/") if money else ("", "", "")
        said: dict[str, object | None] = {
            "date": _on(news),
            "kind": news.kind,
            "stream": stream or None,
            "year": year or None,
            "period": news.period,
            "value": news.value,
            "reason": f"{news.reason} (illustrative)" if news.reason else None,
            "minute": news.minute,
            "by": BY,
        }
        event = model.model_validate(
            {name: value for name, value in said.items() if value is not None}, context=context
        )
        found.setdefault(address if money else news.address, []).append(event)
    return found


def _on(news: _News) -> dt.date:
    return dt.date.fromisoformat(news.day)


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, _RECORDED)


def _review_file() -> Traversable:
    """Find the review: in the package once that is built, beside its source in a checkout."""
    packed = files("bvtrack").joinpath("reviews", _NAME)
    return packed if packed.is_file() else Path(__file__).parents[3] / "reviews" / _NAME
