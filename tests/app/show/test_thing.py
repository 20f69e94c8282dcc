"""A thing as the screens name and edit it."""

from __future__ import annotations

from pathlib import Path

from bvtrack.app.show.thing import thing
from bvtrack.core.edit import with_value
from bvtrack.files.review_file import read_review

HERTFORDSHIRE = Path(__file__).parents[3] / "reviews" / "hertfordshire-services-to-schools-2002.toml"


def test_a_name_with_a_comma_stays_one() -> None:
    """A list goes into the edit form as it is typed, so that a name with a comma in it comes back in one piece."""
    typed = '"Smith, Jeff", Jeff'
    found = thing(with_value(read_review(HERTFORDSHIRE).review, "person/4/aliases", typed), "person/4")
    assert found is not None
    assert [field.text for field in found.fields if field.address == "person/4/aliases"] == [typed]
