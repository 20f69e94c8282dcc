"""The table `[brag]` of settings: the policies that ship, what each makes of the same work, and what is refused."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bvtrack.core.errors import UsageProblem
from bvtrack.delivery.brag import DEFAULT, MoneyRule, colour, faults, key, legend, money_colour
from bvtrack.delivery.progress import State, standing
from bvtrack.files import brag_settings
from bvtrack.files.settings_file import PROJECT_FILE, SETTINGS_FILE, read_settings
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.delivery.brag import Policy

POLICIES = Path(__file__).parents[2] / "docs" / "policies"
NAMES = ("default", "expected-progress", "five-steps", "money-bands", "three-steps")
REPORT = dt.date(2002, 4, 22)


def shipped(name: str, folder: Path) -> Policy:
    """Read a policy as a person would use it: its file is the settings."""
    shutil.copy(POLICIES / f"{name}.toml", folder / SETTINGS_FILE)
    return read_settings(folder).policy


def test_all_that_ship_are_tested() -> None:
    """No example stands untested."""
    assert tuple(sorted(path.stem for path in POLICIES.iterdir())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_policies_that_ship_are_sound(name: str, tmp_path: Path) -> None:
    """Each has a key for each of its words, and nothing absurd."""
    policy = shipped(name, tmp_path)
    assert list(faults(policy)) == []
    assert all(f"{rule.word or rule.colour}" in legend(key(policy)) for rule in policy.rules)


def test_the_default_is_the_one_built_in(tmp_path: Path) -> None:
    """The file to start from says what happens without it."""
    assert shipped("default", tmp_path) == DEFAULT
    (tmp_path / SETTINGS_FILE).write_text("[brag]\n")
    assert read_settings(tmp_path).policy == DEFAULT
    (tmp_path / SETTINGS_FILE).write_text('[[brag.money]]\ncolour = "red"\npounds = 5\n')
    assert (read_settings(tmp_path).policy.rules, read_settings(tmp_path).policy.money) == (
        DEFAULT.rules,
        (MoneyRule("red", pounds=5),),
    )


# events and steps of work due in September 2002, the day, and its colour by each policy
JUDGED = [
    ("", "", "2002-06-01", {"default": "green", "expected-progress": "green", "five-steps": "green"}),
    # due in 30 days with a step open; of the time 132 of 162 days are gone, of the steps none is done
    ("", '"a"', "2002-08-31", {"default": "amber", "three-steps": "amber", "five-steps": "amber/green"}),
    ("", '"a"', "2002-05-01", {"default": "green", "expected-progress": "red"}),
    # 1 month late
    ("", "", "2002-10-01", {"default": "amber", "three-steps": "red", "expected-progress": "red"}),
    # the owner says so: in time, then three months late by the forecast (31 + 30 + 31 = 92 days), then overdue too
    ("low", "", "2002-06-01", {"default": "green", "three-steps": "amber", "five-steps": "amber/red"}),
    ("medium", "", "2002-06-01", {"default": "green", "five-steps": "amber/green"}),
    ("medium", "", "2002-09-01", {"default": "green", "five-steps": "amber"}),
    ("Dec 2002", "", "2002-06-01", {"default": "red", "five-steps": "amber/red"}),
    ("Nov 2002", "", "2002-06-01", {"default": "red", "five-steps": "amber"}),
    ("low", "", "2002-10-01", {"default": "amber", "five-steps": "red"}),
    ("Mar 2003", "", "2002-06-01", {"default": "red", "five-steps": "red"}),
    ("complete", '"a"', "2009-06-01", {"default": "blue", "three-steps": "green", "five-steps": "green"}),
]


@pytest.mark.parametrize(("said", "steps", "day", "words"), JUDGED)
def test_what_policies_make_of_the_same_work(
    said: str, steps: str, day: str, words: dict[str, str], tmp_path: Path
) -> None:
    """Standings are facts; colours are what a council makes of them."""
    kinds = {"": "", "complete": 'kind = "complete"'}
    confidence, forecast = f'kind = "start", confidence = "{said}"', f'kind = "forecast", value = "{said}"'
    more = kinds.get(said, forecast if "200" in said else confidence)
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Sep 2002"
steps = [{steps}]
event = [{f"{{ date = 2002-05-01, {more} }}" if more else ""}]
""")
    as_at = dt.date.fromisoformat(day)
    one = standing(review, "1a", as_at)
    marks = {name: colour(one, shipped(name, tmp_path), as_at, REPORT) for name in words}
    assert {name: mark.word for name, mark in marks.items() if mark} == words


RISING = {  # the words of each policy, the better first
    "expected-progress": ("green", "amber", "red"),
    "three-steps": ("green", "amber", "red"),
    "five-steps": ("green", "amber/green", "amber", "amber/red", "red"),
}


@pytest.mark.parametrize("name", RISING)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    kind=st.sampled_from(["start", "forecast", "note"]),
    confidence=st.sampled_from(["", "high", "medium", "low"]),
    ticked=st.integers(0, 2),
    first=st.integers(0, 900),
    more=st.integers(0, 900),
)
def test_time_alone_mends_nothing(  # noqa: PLR0913, PLR0917 — what work may be like
    name: str, tmp_path: Path, kind: str, confidence: str, ticked: int, first: int, more: int
) -> None:
    """By no policy that ships does open work get a better colour by waiting."""
    tick = ', event = [{ date = 2002-05-01, kind = "complete" }]'
    steps = ", ".join(f'{{ text = "{nth}"{tick if nth < ticked else ""} }}' for nth in range(3))
    sure = f', confidence = "{confidence}"' if confidence else ""
    value = ', value = "Nov 2002"' if kind == "forecast" else ""
    review = review_of(f"""
[[recommendation]]
id = "1"
text = "one"
[[recommendation.part]]
id = "1a"
text = "do it"
finish = "Sep 2002"
steps = [{steps}]
event = [{{ date = 2002-05-01, kind = "{kind}", reason = "x"{value}{sure} }}]
""")
    policy = shipped(name, tmp_path)
    days = [dt.date(2002, 5, 1) + dt.timedelta(after) for after in (first, first + more)]
    marks = [colour(standing(review, "1a", day), policy, day, REPORT) for day in days]
    before, after = (RISING[name].index(mark.word) for mark in marks if mark)
    assert before <= after


def test_bands_of_money(tmp_path: Path) -> None:
    """The lower of 5 % or £100,000: of £1,346k that is £67.3k, of £4m it is £100k."""
    policy = shipped("money-bands", tmp_path)
    amounts = {
        (134_600_000, 134_600_000 + 6_729_999): "green",
        (134_600_000, 134_600_000 + 6_730_000): "amber",
        (134_600_000, 134_600_000 + 13_460_000): "red",
        (400_000_000, 400_000_000 + 9_999_999): "green",
        (400_000_000, 400_000_000 + 10_000_000): "amber",
        (400_000_000, 400_000_000 + 25_000_000): "red",
    }
    for (planned, expected), word in amounts.items():
        mark = money_colour("budget", planned, expected, policy)
        assert mark is not None
        assert mark.word == word


RULE = '[[brag.rule]]\ncolour = "red"\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("brag = 1", ":1: brag should be a table (write it as [name] with keys below"),
        ("[brag]\nrule = []", ":2: brag.rule has 0 rules (write 1 to 50, or leave it out)"),
        ("[brag]\nrules = []", ":2: brag.rules is not a key of the format (did you mean rule?)"),
        ('[[brag.rule]]\ncolour = "mauve"', ":2: brag.rule 1: colour is “mauve”, which it cannot be"),
        ("[[brag.rule]]\nslipped = 1", ":1: brag.rule 1: colour is missing (add it)"),
        (f'{RULE}state = ["gone"]', ":3: brag.rule 1, state 1 is “gone”, which it cannot be"),
        (f"{RULE}slipped = 0", ":3: brag.rule 1: slipped is “0”, which is too small (write 1 or more)"),
        (f"{RULE}slipped = 9999999999", ":3: brag.rule 1: slipped is “9999999999”, which is too large"),
        (f"{RULE}slipped = 1.5", ":3: brag.rule 1: slipped should be a whole number"),
        (f"{RULE}overdue = 1", ":3: brag.rule 1: overdue should be"),
        (f'{RULE}word = "\\u001B[31m"', ":1: brag.rule 1 has a word that no list can show (use 20 letters"),
        (f'{RULE}word = "{"x" * 21}"', ":1: brag.rule 1 has a word that no list can show (use 20 letters"),
        (f'{RULE}word = "Green"', ":1: brag.rule 1 calls red “Green” (a word must not name another colour)"),
        (
            f'{RULE}[[brag.rule]]\ncolour = "green"\nslipped = 1',
            ":3: brag.rule 2 can never hold, as a rule before it holds first (put the stricter rule before it,",
        ),
        (
            '[[brag.money]]\ncolour = "red"\n\n[[brag.money]]\ncolour = "green"\npercent = 5',
            ":4: brag.money 2 can never hold",
        ),
        (RULE * 51, ":1: brag.rule has 51 rules"),
    ],
)
def test_what_is_absurd_is_refused_in_a_line(tmp_path: Path, text: str, told: str) -> None:
    """A policy that could not be meant ends with its line, and what to do."""
    (tmp_path / SETTINGS_FILE).write_text(text, "utf-8")
    with pytest.raises(UsageProblem) as caught:
        read_settings(tmp_path)
    said = str(caught.value)
    assert said.startswith(f"{tmp_path / SETTINGS_FILE}{told}")
    assert "\x1b" not in said


def test_in_the_settings_of_a_project(tmp_path: Path) -> None:
    """The line is that of the file it stands in."""
    (tmp_path / PROJECT_FILE).write_text('[tool.bvtrack]\n[[tool.bvtrack.brag.rule]]\ncolour = "red"\nword = "blue"\n')
    with pytest.raises(UsageProblem, match=rf"{PROJECT_FILE}:2: brag\.rule 1 calls red “blue”"):
        read_settings(tmp_path)


def test_states_are_those_there_are() -> None:
    """A rule may name any state."""
    assert set(get_args(brag_settings._State)) == {str(state) for state in State}  # noqa: SLF001
