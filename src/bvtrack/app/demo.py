"""A throw-away database with the Hertfordshire review and progress that nobody ever made, to try the screens on.

Every entry is signed `Illustration`, and every reason ends in a word that says what it is.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from bvtrack.app.desk import Desk, open_desk
from bvtrack.app.record import Because, record_action, record_measure, record_money

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from bvtrack.core.event import ActionKind, FigureKind

AS_AT = dt.date(2002, 12, 2)
BANNER = "illustrative progress"
BY = "Illustration"
_NAME = "hertfordshire-services-to-schools-2002.toml"
_IMPORTED = dt.date(2002, 5, 7)
_RECORDED = dt.time(15, 0, tzinfo=dt.UTC)


class _News(NamedTuple):
    """What became of the thing at an address on a day of 2002, for a period where it is a figure."""

    day: str
    address: str
    kind: str
    value: str | None = None
    reason: str | None = None
    minute: str | None = None
    period: str | None = None


# in the order of their days, as they would have been entered
_NEWS = (
    _News("05-13", "1a/1", "complete"),
    _News("05-13", "2a", "start"),
    _News("05-20", "1b/1", "complete"),
    _News("06-03", "3b", "start"),
    _News("06-10", "2b/1", "start"),
    _News("06-28", "1.3", "note", None, "the protocols for paper files were agreed by all six services"),
    _News("07-01", "1a/2", "complete"),
    _News("07-08", "3b/1", "complete"),
    _News("07-15", "3b", "forecast", "Oct 2002", "job descriptions are still being graded"),
    _News("07-22", "2a/1", "complete"),
    _News("07-29", "2a", "complete"),
    _News("09-02", "2d/1", "complete"),
    _News("09-02", "2d/2", "complete"),
    _News("09-09", "1b/2", "complete"),
    _News("09-16", "3c/1", "complete"),
    _News("09-16", "3c/2", "complete"),
    _News("09-20", "2b/1", "complete"),
    _News("09-20", "2b/2", "complete"),
    _News("09-23", "2.1", "actual", "3.9%", "from the inspections of the summer term", None, "2002"),
    _News("09-27", "2b", "complete"),
    _News("09-27", "4a", "re-baseline", "March 2003", "prices move with the new financial year", "cabinet 4 Oct 2002"),
    _News("09-30", "4b", "no resource", None, "the post is vacant"),
    _News("10-04", "1a/3", "complete"),
    _News("10-07", "2c", "start"),
    _News("10-07", "2c/1", "complete"),
    _News("10-11", "3b/2", "complete"),
    _News("10-11", "3b/3", "complete"),
    _News("10-14", "2d", "forecast", "Jan 2003", "the audit of meetings takes a term"),
    _News("10-18", "3.1", "actual", "14%", None, None, "Sep 2002"),
    _News("10-25", "3b", "complete"),
    _News("10-28", "5a/1", "complete"),
    _News("10-28", "5a", "forecast", "Dec 2002", "two special schools asked for another meeting"),
    _News("11-04", "2/budget/2002-03", "forecast", "15", "one more consultant day a week"),
    _News("11-04", "3/budget/2002-03", "forecast", "24", "training starts in January"),
    _News("11-11", "4c/1", "complete"),
    _News("11-15", "2c/2", "complete"),
    _News("11-18", "1.1", "actual", "58%", "first half of the year", None, "2002-03"),
    _News("11-20", "1/budget/2002-03", "actual", "7"),
    _News("11-22", "2c/3", "complete"),
    _News("11-25", "1a", "forecast", "March 2003", "two suppliers have still to show their database"),
    _News("11-25", "4/income/2003-04", "forecast", "£70k", "bookings for the summer are slow"),
    _News("11-27", "3d", "note", None, "waits for the new training calendar"),
)


def made(path: Path) -> str:
    """Make the database of the demo at `path` and give the id of its review."""
    from bvtrack.files.review_file import review_of

    text = _review_file().read_text("utf-8")
    review = review_of(text, _NAME)
    with open_desk(path, BY, lambda: _moment(_IMPORTED), create=True) as desk, desk.store.transaction():
        desk.store.add(review, text, desk.entry("import", f"{_NAME} imported"))
        _record(desk, review.id, _NEWS)
    return review.id


def _record(desk: Desk, name: str, told: Iterable[_News]) -> None:
    for news in told:
        on = dt.date.fromisoformat(f"2002-{news.day}")
        then = Desk(desk.store, desk.by, partial(_moment, on))
        because = Because(on, f"{news.reason} (illustrative)" if news.reason else None, news.minute)
        where = (name, news.address)
        if news.period or news.address[1] == ".":
            kind = cast("FigureKind", news.kind)
            record_measure(then, where, kind, because, value=news.value, period=news.period)
        elif news.address.count("/") == 2:
            record_money(then, where, cast("FigureKind", news.kind), because, value=news.value)
        else:
            record_action(then, where, cast("ActionKind", news.kind), because, value=news.value)


def _moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, _RECORDED)


def _review_file() -> Traversable:
    """Find the review: in the package once that is built, beside its source in a checkout."""
    packed = files("bvtrack").joinpath("reviews", _NAME)
    return packed if packed.is_file() else Path(__file__).parents[3] / "reviews" / _NAME
