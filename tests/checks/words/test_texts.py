"""Every text of a review is found, each with the address of what it belongs to and its key in the file."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

from bvtrack.checks.words.texts import PlacedText, texts
from bvtrack.core.review import review_from
from example_review import review_of

REVIEW = """
abbreviations = { CPD = "Continuing Professional Development" }
summary = [{ text = "summary", recommendation = "1" }]
waiver = [{ code = "FIN101", address = "1", reason = "why", by = "who", until = 2003-03-31 }]
process = [{ id = "a", text = "process" }]
area = [{ text = "area", addressed_by = ["1a"] }]
promise = [{ text = "promise", place = "section 5", appendix = "Appendix 1", covers = ["1"] }]
quoted = [{ place = "line 1", total = "budget", value = "£7k" }]

[meeting]
body = "Cabinet"

[[person]]
name = "Robert Gordon"

[[person]]
name = "Jeff Smith"
aliases = ["Jeff"]

[totals.budget]
total = 7
years = { "02-03" = 6 }
label = "Total"

[[recommendation]]
id = "1"
text = "recommendation"
wordings = [{ place = "Appendix 2", text = "wording" }]
costs = [{ column = "one-off", value = "£7k" }]
profile.budget = { "02-03" = 5, total = 7 }

[[recommendation.measure]]
id = "1.1"
text = "measure"
plan = ["1.7.2"]
targets = ["60% in 02/03", { value = "70% in 03/04", of = "managers" }]

[[recommendation.part]]
id = "1a"
text = "part"
finish = "Dec. 2002"
owner = "Jeff"
steps = ["step", { text = "own", owner = "Steve" }]
"""


def place(text: str) -> tuple[str, tuple[str | int, ...]]:
    """Give the address and key of a text of the example; of one that stands twice, the last."""
    review = review_of(REVIEW)
    found = {placed.text: placed for placed in texts(review)}
    return found[text].address, found[text].key


def test_texts_of_the_review() -> None:
    """The review's own texts are at `review`, its tables and entries at theirs, counted from one."""
    assert place("Example") == ("review", ("title",))
    assert place("£'000") == ("review", ("unit",))
    assert place("2002 – 2006") == ("review", ("period",))
    assert place("CPD") == ("review", ("abbreviations", "CPD"))
    assert place("Continuing Professional Development") == ("review", ("abbreviations", "CPD"))
    assert place("Cabinet") == ("meeting", ("meeting", "body"))
    assert place("summary") == ("summary/1", ("summary", 0, "text"))
    assert place("process") == ("process/1", ("process", 0, "text"))
    assert place("area") == ("area/1", ("area", 0, "text"))
    assert place("promise") == ("promise/1", ("promise", 0, "text"))
    assert place("line 1") == ("quoted/1", ("quoted", 0, "place"))
    assert place("why") == ("waiver/1", ("waiver", 0, "reason"))
    assert place("Robert Gordon") == ("person/1", ("person", 0, "name"))
    assert place("Jeff Smith") == ("person/2", ("person", 1, "name"))


def test_labels_and_figures() -> None:
    """Labels of years and printed figures are texts of their row."""
    assert place("Total") == ("totals/budget", ("totals", "budget", "label"))
    assert place("6") == ("totals/budget", ("totals", "budget", "years", "02-03"))
    assert place("02-03") == ("1/budget", ("recommendation", 0, "profile", "budget", "02-03"))
    assert place("5") == ("1/budget", ("recommendation", 0, "profile", "budget", "02-03"))
    assert place("£7k") == ("1/costs/1", ("recommendation", 0, "costs", 0, "value"))


def test_texts_of_a_recommendation() -> None:
    """A recommendation, its parts and measures are at their ids, steps and targets below them; a lone target is not."""
    assert place("recommendation") == ("1", ("recommendation", 0, "text"))
    assert place("wording") == ("1", ("recommendation", 0, "wordings", 0, "text"))
    assert place("measure") == ("1.1", ("recommendation", 0, "measure", 0, "text"))
    assert place("1.7.2") == ("1.1", ("recommendation", 0, "measure", 0, "plan", 0))
    assert place("60% in 02/03") == ("1.1/1", ("recommendation", 0, "measure", 0, "targets", 0, "value"))
    assert place("managers") == ("1.1/2", ("recommendation", 0, "measure", 0, "targets", 1, "of"))
    lone = '[[recommendation]]\nid = "1"\ntext = "r"\nmeasure = [{ id = "1.1", text = "m", targets = ["60%"] }]'
    review = review_of(lone)
    assert [placed.address for placed in texts(review) if placed.text == "60%"] == ["1.1"]
    assert place("part") == ("1a", ("recommendation", 0, "part", 0, "text"))
    assert place("Dec. 2002") == ("1a", ("recommendation", 0, "part", 0, "finish"))
    assert place("step") == ("1a/1", ("recommendation", 0, "part", 0, "steps", 0, "text"))
    assert place("Steve") == ("1a/2", ("recommendation", 0, "part", 0, "steps", 1, "owner"))


def test_the_order_is_that_of_the_format() -> None:
    """Texts come in the order of the format's keys, and what is left out gives none."""
    found = list(texts(review_of("")))
    assert found[0] == PlacedText("review", ("id",), "example")
    assert [placed.text for placed in found] == [
        "example",
        "Example",
        "Example Council",
        "2002 – 2006",
        "£'000",
        "exact",
    ]


def test_nothing_of_a_report_is_left_out() -> None:
    """Every text of the Hertfordshire file is found."""
    path = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)

    def strings(value: object) -> set[str]:
        if isinstance(value, dict):
            return {text for entry in value.values() for text in strings(entry)}
        if isinstance(value, list):
            return {text for entry in value for text in strings(entry)}
        return {value} if isinstance(value, str) else set()

    assert {placed.text for placed in texts(review_from(data))} >= strings(data)
