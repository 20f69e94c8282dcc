"""Recommendations, parts and measures come with the keys they stand at in their file."""

from __future__ import annotations

from bvtrack.checks.plans.plan import measures, parts, recommendations
from example_review import review_of

REVIEW = review_of("""
[[recommendation]]
id = "1"
text = "one"
part = [{ id = "1a", text = "first" }, { id = "1b", text = "second" }]

[[recommendation]]
id = "2"
text = "two"
part = [{ id = "2a", text = "third" }]
measure = [{ id = "2.1", text = "m" }, { id = "2.2", text = "n" }]
""")


def test_keys() -> None:
    """A key is the path of tables and positions, in the order of the file."""
    assert [(key, one.id) for key, one in recommendations(REVIEW)] == [
        (("recommendation", 0), "1"),
        (("recommendation", 1), "2"),
    ]
    assert [(key, one.id) for key, one in parts(REVIEW)] == [
        (("recommendation", 0, "part", 0), "1a"),
        (("recommendation", 0, "part", 1), "1b"),
        (("recommendation", 1, "part", 0), "2a"),
    ]
    assert [(key, one.id) for key, one in measures(REVIEW)] == [
        (("recommendation", 1, "measure", 0), "2.1"),
        (("recommendation", 1, "measure", 1), "2.2"),
    ]
