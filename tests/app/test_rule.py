"""Looking up rules: by code, by name, and what is said of one that does not exist."""

from __future__ import annotations

import pytest

from bvtrack.app.rule import listing, manual
from bvtrack.core.errors import UsageProblem


def test_a_rule_is_found_by_code_and_by_name() -> None:
    """Case does not matter, and the page opens with code, name and severity."""
    assert manual("fin106") == manual("FIN106") == manual("profile-vs-costs")
    assert manual("FIN106").startswith("# FIN106 profile-vs-costs (error)\n\n")
    assert 'code    = "FIN106"' in manual("FIN106")


@pytest.mark.parametrize(("code", "near"), [("FIN1066", "FIN106"), ("profile-v-costs", "profile-vs-costs")])
def test_a_rule_that_does_not_exist_names_the_nearest(code: str, near: str) -> None:
    """A slip of the fingers is answered with what was meant."""
    with pytest.raises(UsageProblem, match=f"there is no rule {code}.*did you mean {near}"):
        manual(code)


def test_a_rule_that_is_like_none_points_to_the_list() -> None:
    """Nothing is suggested where nothing is near."""
    with pytest.raises(UsageProblem) as problem:
        manual("☃")
    assert problem.value.todo == "bvtrack rule lists them all"


def test_the_list_has_every_rule_with_its_sentence() -> None:
    """Code, name, severity and one sentence."""
    rows = {code: row for code, *row in listing()}
    assert rows["FIN118"][:2] == ["net-not-stated", "note"]
    assert all(sentence.endswith(".") for _, _, sentence in rows.values())
