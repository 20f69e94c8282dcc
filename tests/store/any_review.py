"""Any review at all, for properties of the store: every field of every model, hostile texts, ids twice, odd orders."""

from __future__ import annotations

import datetime as dt
import types
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from bvtrack.core.due import Due, read_due
from bvtrack.core.event import ActionEvent, MeasureEvent, MoneyEvent
from bvtrack.core.financial_year import YearReading, read_year
from bvtrack.core.model import Model
from bvtrack.core.money import Money, Unit, read_money, read_unit
from bvtrack.core.owner import Owners, read_owners
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import CostLine, Review, review_from
from bvtrack.core.target import Target, read_target

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

IDS = st.sampled_from(["1", "1a", "1.1", "1a", "2", "9-z_.", "total", "A" * 80])
TEXTS = st.one_of(
    st.sampled_from(
        [
            "words",
            "two\nlines",
            "\x1b[31mred\x07",
            "\u202ehidden",
            "nul \x00 inside",
            "'; DROP TABLE review; --",
            '{"a"',
            " ",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
)
LABELS = st.sampled_from(["02-03", "2002/03", "03-04", "total", "Year 1", "\x00", "'"])
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
PRINTS: dict[type, SearchStrategy[Any]] = {
    Money: st.sampled_from(
        [
            "£7k",
            "28",
            "-5",
            "",
            "-",
            "nil",
            "TBC",
            "£5k £8k",
            "£50-60k",
            "£1.1m",
            "(£85k)",
            "from £5k to £7k",
            "x\x00",
            "£999999999999m",
            "9" * 600,
        ]
    ).map(read_money),
    Due: st.sampled_from(
        [
            "Sept. 2002",
            "2002-09-30",
            "ongoing",
            "TBC",
            "termly",
            "~~May 2002~~ June 2002",
            "nonsense \x07",
            "June '02",
            "",
        ]
    ).map(read_due),
    YearReading: st.sampled_from(["2002 – 2006", "2002-03", "2003/04", "2001.02"]).map(read_year),
    Target: st.sampled_from(
        [
            "From 56% in 2001.02 to 60% in 02/03, 65% in 04",
            "50-55% to 60-65%",
            "10% increase by 2003",
            "protocols by June '02",
            "6 monthly report",
            "targets set from this data",
            "\x00",
            "4.4 to 3.5 by 2003",
        ]
    ).map(read_target),
    Owners: st.sampled_from(["Jeff & Steve", "A (lead) with B", "Head of Personnel", "TBC", "JS", "\x1b]0;x\x07"]).map(
        read_owners
    ),
    Unit: st.sampled_from(["£", "£'000", "£m"]).map(read_unit),
}
STARTS = st.sampled_from(["2002-03", "Oct 2004", "1 November 2003"]).map(
    lambda text: CostLine.model_validate({"column": "annual", "value": "£1", "start": text}).start
)
_IDS = {"id", "part", "recommendation", "addressed_by", "covers", "shows", "depends_on"}


def reviews() -> SearchStrategy[Review]:
    """Make any review whose readings are those of its file."""
    return _models(Review).filter(_is_whole).map(_read_again)


def _is_whole(review: Review) -> bool:
    try:
        _read_again(review)
    except ValueError:
        return False
    return True


def _read_again(review: Review) -> Review:
    return review_from(plain_tables(review))


def _models(model: type[Model]) -> SearchStrategy[Any]:
    if model is ActionEvent:
        return _action_events()
    if model is MeasureEvent:
        return _figures(model, period=PRINTS[Due].filter(lambda due: due.latest), value=st.just(read_target("61%")))
    if model is MoneyEvent:
        money = PRINTS[Money].filter(lambda money: money.pence is not None)
        return _figures(model, stream=st.sampled_from(["budget", "savings", "income"]), year=LABELS, value=money)
    return st.builds(model, **{name: _values(name, field.annotation) for name, field in model.model_fields.items()})


def _values(name: str, annotation: Any) -> SearchStrategy[Any]:  # noqa: PLR0911 — one line a kind of type
    if annotation is YearReading and name == "start":
        return STARTS
    if annotation in PRINTS:
        return PRINTS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _models(annotation)
    if annotation in {str, dt.date, int}:
        return {str: IDS if name in _IDS else TEXTS, dt.date: DAYS, int: st.integers(1, 9)}[annotation]
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    inner = [one for one in get_args(annotation) if one not in {type(None), ...}]
    if get_origin(annotation) is tuple:
        return st.lists(_values(name, inner[0]), max_size=2).map(tuple)
    if get_origin(annotation) is dict:
        return st.dictionaries(LABELS, _values(name, inner[1]), max_size=3)
    if get_origin(annotation) in {Union, types.UnionType}:
        return st.none() | _values(name, inner[0])
    return _values(name, inner[0])  # annotated


def _told() -> dict[str, SearchStrategy[Any]]:
    some = st.none() | TEXTS
    return {"date": DAYS, "reason": TEXTS, "minute": some, "by": some, "recorded": st.none() | DAYS}


def _action_events() -> SearchStrategy[Any]:
    dated = PRINTS[Due].filter(lambda due: due.latest)
    said = _told() | {"approved_by": st.none() | TEXTS, "confidence": st.sampled_from([None, "high", "medium", "low"])}
    plain = ["start", "complete", "reopen", "mainstream", "defer", "suspend", "delete", "supersede", "resume", "note"]
    return st.builds(ActionEvent, kind=st.sampled_from(plain), **said) | st.builds(
        ActionEvent, kind=st.sampled_from(["forecast", "re-baseline"]), value=dated, **said
    )


def _figures(model: type[Model], *, value: SearchStrategy[Any], **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    line = {"line": st.none() | st.integers(1, 9)} if model is MeasureEvent else {}
    told = _told() | fields | line
    if model is not MeasureEvent:
        return st.builds(model, kind=st.sampled_from(["actual", "forecast"]), value=value, **told) | st.builds(
            model, kind=st.just("note"), **told
        )
    counts = {"numerator": st.integers(0, 9), "denominator": st.integers(1, 9)}
    return st.builds(
        model, kind=st.sampled_from(["baseline", "actual", "forecast"]), value=value, **told, **counts
    ) | st.builds(model, kind=st.sampled_from(["report", "note"]), **told)
