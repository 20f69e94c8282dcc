"""Steps repeat one another when they are the same after folding, or a word apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.checks.plans.repeated_steps import repeated_steps, said
from bvtrack.core.responsibility import responsibilities
from example_review import review_of

if TYPE_CHECKING:
    from bvtrack.checks.plans.repeated_steps import Repeat

HEAD = """
person = [{ name = "Jeff Smith", aliases = ["Jeff"] }, { name = "Gill Jones" }]

[[recommendation]]
id = "1"
text = "know schools better"
"""


def repeats(*actions: str) -> tuple[Repeat, ...]:
    """Find the repeated steps of a plan whose actions 1a, 1b … have these lines."""
    parts = [
        f'[[recommendation.part]]\nid = "1{letter}"\ntext = "action"\n{action}\n'
        for letter, action in zip("abcdefgh", actions, strict=False)
    ]
    review = review_of(HEAD + "\n".join(parts))
    return repeated_steps(review, responsibilities(review))


def pairs(*actions: list[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the addresses of the repeated steps of a plan, and the words that differ, by the steps of its actions."""
    found = repeats(*(f"steps = {steps}" for steps in actions))
    return [(tuple(step.address for step in repeat.steps), repeat.apart) for repeat in found]


def test_steps_alike_after_folding() -> None:
    """Case, spaces and punctuation make no difference, and all the steps alike are one repeat."""
    assert pairs(["Audit", "Train, all staff"], ["train all  Staff."], ["Train – all staff", "Consult"]) == [
        (("1a/2", "1b/1", "1c/1"), ())
    ]


def test_steps_alike_under_one_action() -> None:
    """A step that stands twice under one action is no repeat until it stands under another."""
    assert pairs(["Audit", "audit"]) == []
    assert pairs(["Audit", "audit"], ["Audit."]) == [(("1a/1", "1a/2", "1b/1"), ())]


def test_steps_without_words() -> None:
    """Steps that hold no word are no repeats."""
    assert pairs(["–", "…"], ["."]) == []


def test_a_word_that_looks_like_another() -> None:
    """Two texts that share three words are a pair when the word that differs looks like the other's."""
    assert pairs(["Protocols on Consultancy and"], ["protocols on constancy and"]) == [
        (("1a/1", "1b/1"), ("Consultancy", "constancy"))
    ]


def test_too_few_words_shared_with_a_lookalike() -> None:
    """Two words shared are too few, even about a word that looks like the other's."""
    assert pairs(["protocols on consultancy"], ["protocols on constancy"]) == []


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("b c d e one", "b c d e two", ("one", "two")),
        ("one b c d e", "two b c d e", ("one", "two")),
        ("b c d e", "b one c d e", ("", "one")),
        ("b c one d e", "b c d e", ("one", "")),
        ("set the targets", "set targets", ("the", "")),
        ("set a target", "Set the target", ("a", "the")),
    ],
)
def test_any_word_apart(first: str, second: str, apart: tuple[str, str]) -> None:
    """Two texts that share four words, or two besides an article, are a pair whatever word is other or left out."""
    assert pairs([first], [second]) == [(("1a/1", "1b/1"), apart)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("b c d one", "b c d two"),
        ("b c d", "b c d one"),
        ("the audit", "audit"),
        ("a b c d e f one two", "a b c d e f three four"),
        ("a b c d e f one", "one a b c d e f"),
        ("a b c d e f phase1", "a b c d e f phase2"),
        ("a b c d e f", "a b c d e f 2003"),
        ("a b c d e f x9", "a b c d e f y"),
        ("a b c d e f x", "a b c d e f y0"),
    ],
)
def test_no_pair(first: str, second: str) -> None:
    """Fewer shared words, two words apart, a word moved, and words with digits make no pair."""
    assert pairs([first], [second]) == []


def test_a_form_of_words() -> None:
    """A gap that three steps fill differently is a form of words, not a slip."""
    assert pairs(["a b c d e f one"], ["a b c d e f two"], ["a b c d e f three"]) == []


def test_a_word_apart_under_one_action() -> None:
    """Two steps of one action that differ by a word are meant to."""
    assert pairs(["a b c d e f one", "a b c d e f two"]) == []


def test_the_first_two_under_two_actions() -> None:
    """Of the copies of two texts a word apart, the first two that stand under two actions are the pair."""
    assert pairs(["a b c d e f two", "a b c d e f one"], ["a b c d e f one"]) == [
        (("1a/2", "1b/1"), ()),
        (("1a/1", "1b/1"), ("two", "one")),
    ]


def test_a_pair_is_found_once() -> None:
    """Two texts that are a word apart in two ways are one pair."""
    assert pairs(["a b a b a b a"], ["b a b a b a b"]) == [(("1a/1", "1b/1"), ("a", "b"))]


def test_a_repeated_word_left_out() -> None:
    """A word that stands twice in a row in one text is told as added."""
    assert pairs(["a b c d e f f"], ["a b c d e f"]) == [(("1a/1", "1b/1"), ("f", ""))]


@pytest.mark.parametrize(("words", "found"), [(60, 1), (61, 0)])
def test_long_steps_are_compared_as_a_whole(words: int, found: int) -> None:
    """Beyond sixty words only the same text is a repeat."""
    start = " ".join(f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" for _ in range(3))
    text = " ".join(start.split()[: words - 1])
    assert len(pairs([f"{text} one"], [f"{text} two"])) == found
    assert len(pairs([f"{text} one"], [f"{text} one"])) == 1


def test_deadlines_and_owners() -> None:
    """A step has its action's deadline and owner, or its own; owners are the people they are."""
    [repeat] = repeats(
        'finish = "Dec. 2002"\nowner = "Jeff"\nsteps = ["Audit"]',
        'finish = "Sept. 2002"\nowner = "Steve Brown & Gill Jones"\n'
        'steps = [{ text = "audit", finish = "31 December 2002", owner = "Jeff Smith" }]',
        'steps = ["AUDIT"]',
        'owner = "Steve Brown & Gill Jones"\nsteps = ["audit."]',
    )
    assert [(step.action, step.text, step.owners, step.people) for step in repeat.steps] == [
        ("1a", "Audit", "Jeff", {"Jeff Smith"}),
        ("1b", "audit", "Jeff Smith", {"Jeff Smith"}),
        ("1c", "AUDIT", "", frozenset()),
        ("1d", "audit.", "Steve Brown & Gill Jones", {"steve brown", "Gill Jones"}),
    ]
    assert [step.deadline for step in repeat.steps] == ["Dec 2002", "31 December 2002", "", ""]
    assert [step.due and step.due.latest for step in repeat.steps] == [
        dt.date(2002, 12, 31),
        dt.date(2002, 12, 31),
        None,
        None,
    ]
    assert repeat.steps[1].key == ("recommendation", 0, "part", 1, "steps", 0, "text")


@pytest.mark.parametrize(
    ("first", "second", "conflicts"),
    [
        ("", "", ()),
        ('finish = "Dec. 2002"\nowner = "Jeff"', 'finish = "31/12/2002"\nowner = "jeff  smith"', ()),
        ('finish = "TBC"', 'finish = "tbc"', ()),
        ('finish = "ongoing"', 'finish = "termly"', ("deadline",)),
        ('finish = "ongoing"', "", ("deadline",)),
        ('finish = "Dec. 2002"', 'finish = "Nov. 2002"', ("deadline",)),
        ('owner = "Jeff"', 'owner = "Gill Jones"', ("owner",)),
        ('owner = "Steve"', 'owner = "STEVE"', ()),
        ('owner = "Jeff & Steve"', 'owner = "Jeff"', ("owner",)),
        ('finish = "Dec. 2002"', 'owner = "Jeff"', ("deadline", "owner")),
    ],
)
def test_conflicts(first: str, second: str, conflicts: tuple[str, ...]) -> None:
    """Deadlines conflict when they fall due on other days, owners when they are other people."""
    [repeat] = repeats(f'{first}\nsteps = ["Audit"]', f'{second}\nsteps = ["Audit"]')
    assert repeat.conflicts == conflicts


def test_an_open_deadline_is_said_as_printed() -> None:
    """A deadline that is no month is said as printed, and a month as Sep 2002."""
    [repeat] = repeats('finish = "ongoing"\nsteps = ["Audit"]', 'finish = "September 2002"\nsteps = ["Audit"]')
    assert [step.deadline for step in repeat.steps] == ["ongoing", "Sep 2002"]


@pytest.mark.parametrize(
    ("actions", "sentence"),
    [
        ((["Audit"], ["audit"]), "Step 1b/1 repeats step 1a/1, “Audit”"),
        ((["Audit"], ["audit", "audit."]), "Steps 1b/1, 1b/2 repeat step 1a/1, “Audit”"),
        (
            (["a b c d e f Old"], ["a b c d e f New"]),
            "Step 1b/1 repeats step 1a/1, “a b c d e f Old”, but has “New” for “Old”",
        ),
        ((["a b c d e f"], ["a b c d e f New"]), "Step 1b/1 repeats step 1a/1, “a b c d e f”, but adds “New”"),
        (
            (["a b c d e f Old"], ["a b c d e f"]),
            "Step 1b/1 repeats step 1a/1, “a b c d e f Old”, but leaves out “Old”",
        ),
    ],
)
def test_what_is_said(actions: tuple[list[str], ...], sentence: str) -> None:
    """A repeat is said in one sentence, with the word that differs as printed."""
    [repeat] = repeats(*(f"steps = {steps}" for steps in actions))
    assert said(repeat) == sentence


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["a", "bench", "beach", "c", "d", "e"]), min_size=1, max_size=7), max_size=6))
def test_what_is_left_out_beforehand_is_no_pair(steps: list[list[str]]) -> None:
    """Texts with two words that no other has need not be compared: the pairs are those of comparing all of them."""
    actions = [[" ".join(words)] for words in steps]
    found = pairs(*actions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bvtrack.checks.plans.repeated_steps._near_another", iter)
        assert pairs(*actions) == found
