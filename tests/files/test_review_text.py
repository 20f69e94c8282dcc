"""Writing a review: afresh, and into the text it came from."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bvtrack.core.errors import InputProblem
from bvtrack.core.money import read_money
from bvtrack.core.review import review_from
from bvtrack.files import review_text
from bvtrack.files.review_file import review_of
from bvtrack.files.review_sample import SAMPLE
from bvtrack.files.review_text import write_review

if TYPE_CHECKING:
    from bvtrack.core.review import Review

REPORT = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"


def _read(text: str) -> Review:
    return review_of(text, "x")


def test_sample() -> None:
    """The sample is written just as it stands: in the reading order of the format, aligned, short where it can be."""
    assert write_review(_read(SAMPLE)) == SAMPLE


def test_report_afresh() -> None:
    """The whole report reads back the same when it is written without its file."""
    review = _read(REPORT.read_text("utf-8"))
    text = write_review(review)
    assert _read(text) == review
    assert write_review(_read(text)) == text
    assert "#" not in text


@pytest.mark.parametrize(
    "change", [str, lambda text: text.replace("\n", "\r\n"), str.rstrip, lambda text: "\ufeff" + text]
)
def test_no_change(change: object) -> None:
    """A review that its file still holds is its file, byte for byte."""
    assert callable(change)
    text = change(REPORT.read_text("utf-8"))
    assert write_review(_read(text), text) == text


def _changed(old: str, new: str) -> tuple[Review, str]:
    """Give the report with some words changed, and its text as a person would have changed it."""
    text = REPORT.read_text("utf-8")
    assert text.count(old) == 1
    return _read(text.replace(old, new)), text.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('value = "£7k"', 'value = "£8k"'),
        ('finish = "January 2003"', "finish = 2003-01-31"),
        ("total = 127", "total = 106"),
        ('owner  = "Jeff & Steve"', 'owner  = "Steve"'),
        ('"From 20% in 2001 to 15% in 2002 and to 10% in 2003"', '"From 21% in 2001"'),
        ('  "Strengthen', '  "New",\n  "Strengthen'),
    ],
)
def test_change_in_its_file(old: str, new: str) -> None:
    """A change of one value changes that value in the file, and the comments stay."""
    if old.startswith("  "):
        old, new = 'steps    = ["Strengthen', 'steps    = ["New", "Strengthen'
    review, expected = _changed(old, new)
    assert write_review(review, REPORT.read_text("utf-8")) == expected


def test_line_ends_and_mark_stay() -> None:
    """A file with the line ends of Windows and a byte order mark keeps both when it is edited."""
    review, expected = _changed("total = 127", "total = 106")
    base = "\ufeff" + REPORT.read_text("utf-8").replace("\n", "\r\n")
    assert write_review(review, base) == "\ufeff" + expected.replace("\n", "\r\n")


def test_mixed_line_ends_stay() -> None:
    """A file with line ends of both kinds keeps each where it is."""
    review, expected = _changed("total = 127", "total = 106")
    base = REPORT.read_text("utf-8")
    assert write_review(review, base.replace("\n", "\r\n", 3)) == expected.replace("\n", "\r\n", 3)


def test_dotted_keys_stay() -> None:
    """A table spelled by dotted keys gains and loses keys of that spelling, and the comments stay."""
    head = SAMPLE[: SAMPLE.index("[meeting]")].replace("net ", 'meeting.body = "Cabinet" # who\nnet ')
    item = _read(head.replace("# who\n", '# who\nmeeting.item = "4"\n'))
    written = write_review(item, head.replace("\n", "\r\n"))
    assert written == head.replace("# who\n", '# who\nmeeting.item = "4"\n').replace("\n", "\r\n")
    assert write_review(_read(head), written) == head.replace("\n", "\r\n")
    none = head.replace('meeting.body = "Cabinet" # who\n', "")
    assert write_review(_read(none), head) == none


def test_stream_beside_a_changed_one() -> None:
    """A stream that comes while a year comes to the stream before it has a section of its own, and comments stay."""
    head = SAMPLE[: SAMPLE.index("[meeting]")] + '# money\n[[recommendation]]\nid = "1"\ntext = "open longer"\n\n'
    budget = '[recommendation.profile.budget] # cost\n"03-04" = 1\n'
    review = _read(f'{head}{budget}"04-05" = 2\n\n[recommendation.profile.savings]\n"04-05" = 3\n')
    text = write_review(review, head + budget)
    assert text == f'{head}{budget}"04-05" = 2\n\n[recommendation.profile]\nsavings = {{ "04-05" = 3 }}\n'


def test_edit_that_breaks_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should an edit ever give a text that is no review, the review is written afresh."""
    monkeypatch.setattr(review_text, "edited", lambda *_: "broken")
    review = _read(SAMPLE.replace("£64k", "£65k"))
    assert write_review(review, SAMPLE) == SAMPLE.replace("£64k", "£65k")


def test_base_that_is_no_review() -> None:
    """A base that holds no review is refused."""
    with pytest.raises(InputProblem, match=r"^the text to edit: is not a review file"):
        write_review(_read(SAMPLE), "")


def test_text_no_file_can_hold() -> None:
    """A review with half a character in it is refused."""
    review = _read(SAMPLE).model_copy(update={"net": read_money("£\ud800")})
    with pytest.raises(InputProblem, match="half a character"):
        write_review(review)


def test_hostile_text_is_escaped() -> None:
    """What would hide or act in a text stands as an escape in the file."""
    review = _read(SAMPLE.replace("£64k", "\\u202E£64k\\u001B[31m\\u200B"))
    text = write_review(review)
    assert 'net       = "\\u202E£64k\\u001B[31m\\u200B"' in text
    assert _read(text) == review


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9) | st.sampled_from(
    ["£7k", "28", "1.50", "Jeff & Steve", "65% in 04", "it's", '"', "\\", "\r\n", "#", "\u202e", "\x00", "=", "[[x]]"]
)
IDS = st.sampled_from(["1", "2", "1a", "2b", "1.1", "x-y_z"])
DUES = st.sampled_from(["Sept. 2002", "2002-09-30", "ongoing", "TBC", "Dec 2002"])
MONEY = WORDS | st.integers(-(10**9), 10**9) | st.decimals(-9999, 9999, places=2)
YEARS = st.sampled_from(["02-03", "2003-04", "05/06"])
PLACED = st.fixed_dictionaries({"place": WORDS, "text": WORDS})
STEP = WORDS | st.fixed_dictionaries({"text": WORDS}, optional={"start": DUES, "finish": DUES, "owner": WORDS})
COST = st.fixed_dictionaries(
    {"column": st.sampled_from(["one-off", "annual"]), "value": MONEY},
    optional={"part": IDS, "funding": st.just("new"), "year": YEARS, "depends_on": st.lists(IDS, max_size=2)},
)
STREAM = st.dictionaries(YEARS | st.just("total") | WORDS, MONEY, max_size=3)
MEASURE = st.fixed_dictionaries(
    {"id": IDS, "text": WORDS},
    optional={
        "plan": st.lists(WORDS, max_size=2),
        "direction": st.just("rise"),
        "targets": st.lists(WORDS | st.fixed_dictionaries({"value": WORDS}, optional={"of": WORDS}), max_size=2),
    },
)
PART = st.fixed_dictionaries(
    {"id": IDS, "text": WORDS},
    optional={
        "finish": DUES,
        "owner": WORDS,
        "wordings": st.lists(PLACED, max_size=2),
        "steps": st.lists(STEP, max_size=3),
    },
)
RECOMMENDATION = st.fixed_dictionaries(
    {"id": IDS, "text": WORDS},
    optional={
        "costs": st.lists(COST, max_size=2),
        "profile": st.fixed_dictionaries({}, optional={"budget": STREAM, "income": STREAM}),
        "measure": st.lists(MEASURE, max_size=2),
        "part": st.lists(PART, max_size=2),
    },
)
REVIEWS = st.fixed_dictionaries(
    {
        "format": st.just(1),
        "id": IDS,
        "title": WORDS,
        "authority": WORDS,
        "date": st.dates(dt.date(1990, 1, 1), dt.date(2020, 1, 1)),
        "period": st.just("2002 – 2006"),
        "unit": st.sampled_from(["£'000", "£m"]),
    },
    optional={
        "net": MONEY,
        "rounding": st.sampled_from(["exact", "nearest"]),
        "meeting": st.fixed_dictionaries({"body": WORDS}, optional={"item": WORDS}),
        "abbreviations": st.dictionaries(WORDS, WORDS, max_size=2),
        "person": st.lists(st.fixed_dictionaries({"name": WORDS}, optional={"aliases": st.lists(WORDS)}), max_size=2),
        "quoted": st.lists(
            st.fixed_dictionaries({"place": WORDS, "total": st.just("net"), "value": MONEY}), max_size=1
        ),
        "totals": st.fixed_dictionaries(
            {}, optional={"budget": st.fixed_dictionaries({}, optional={"total": MONEY, "years": STREAM})}
        ),
        "recommendation": st.lists(RECOMMENDATION, max_size=2),
        "waiver": st.lists(
            st.fixed_dictionaries({"code": WORDS, "address": WORDS}, optional={"until": st.dates(), "by": WORDS}),
            max_size=1,
        ),
    },
).map(review_from)


_LEAST = {
    "format": 1,
    "id": "1",
    "title": "0",
    "authority": "0",
    "date": dt.date(2000, 1, 1),
    "period": "2002 – 2006",
    "unit": "£'000",
}


@given(REVIEWS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reads_back(review: Review) -> None:
    """Any review reads back from its text, and its text is safe to show."""
    text = write_review(review)
    assert _read(text) == review
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


@given(REVIEWS, REVIEWS)
@example(
    review_from({**_LEAST, "person": [{"name": "00"}]}), review_from({**_LEAST, "net": "0", "person": [{"name": "0"}]})
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reads_back_from_a_base(before: Review, review: Review) -> None:
    """Any review reads back from any other's text edited, and the other's comments at the top stay."""
    base = "# kept\n" + write_review(before)
    text = write_review(review, base)
    assert _read(text) == review
    assert text.startswith("# kept\n")
