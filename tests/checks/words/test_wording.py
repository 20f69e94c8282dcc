"""Words are compared as a reader compares them: capitals, inflections and abbreviations make no difference."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.checks.words.wording import (
    FUNCTION_WORDS,
    Difference,
    Word,
    alike,
    difference,
    folded,
    has_digit,
    stem,
    words,
)

ABBREVIATIONS = {"SIAS": "School Improvement and Advisory Service", "CPD": "Continuing Professional Development"}


def test_words_keep_their_print() -> None:
    """A word is kept as printed, beside its folded form."""
    assert words("Siam’s On-line role.") == (
        Word("Siam’s", "siam's", "siam"),
        Word("On-line", "online", "online"),
        Word("role", "role", "role"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" – , . ;", ()),
        (
            "Establish a CPD\xa0Group,  representing schools.",
            ("establish", "a", "cpd", "group", "representing", "schools"),
        ),
        ("planning/ prioritising", ("planning", "prioritising")),
        ("and/or", ("and", "or")),
        ("para-professionals", ("paraprofessionals",)),
        ("3-5 pilots", ("3-5", "pilots")),
        ("KS-2 and 2-KS", ("ks-2", "and", "2-ks")),
        ("£1,346k, 12.5% by 02/03.", ("£1,346k", "12.5%", "by", "02/03")),
        ("$5 €6 %7", ("$5", "€6", "7")),
        ("CSF plan 2.3.1/1.6", ("csf", "plan", "2.3.1/1.6")),
        ("end.Start", ("end", "start")),
        ("school's schools'", ("school's", "schools")),
        ("snake_case", ("snake", "case")),
        ("Straße", ("strasse",)),
    ],
)
def test_folding(text: str, expected: tuple[str, ...]) -> None:
    """Folding leaves out case, spaces and punctuation, and keeps figures whole."""
    assert folded(text) == expected


@pytest.mark.parametrize(("word", "digit"), [("0", True), ("a9", True), ("", False), ("a/:b", False), ("٣", False)])
def test_digits(word: str, digit: bool) -> None:
    """Only the ten digits of print are digits."""
    assert has_digit(word) is digit


@pytest.mark.parametrize(
    "family",
    [
        "improve improves improved improving",
        "plan plans planned planning plan's plans'",
        "identify identifies identified identifying",
        "process processes processed processing",
        "agree agrees agreed agreeing",
        "use uses used using",
        "set sets setting",
        "develop developing developed",
        "study studies studied",
        "fulfil fulfilling fulfilled fulfils",
    ],
)
def test_a_family_has_one_stem(family: str) -> None:
    """Inflections of one word share a stem."""
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("thing", "thing"),
        ("sled", "sled"),
        ("ing", "ing"),
        ("process", "proces"),
        ("outcomes", "outcom"),
        ("siam's", "siam"),
        ("sias", "sia"),
        ("planned", "plan"),
        ("studies", "studi"),
        ("2002's", "2002's"),
        ("12ing", "12ing"),
        ("e", "e"),
        ("ee", "e"),
        ("s", ""),
        ("", ""),
        ("yy", "i"),
    ],
)
def test_stems(word: str, expected: str) -> None:
    """A stem is what is left without the inflection; short words, numbers and words without a vowel stay whole."""
    assert stem(word) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [("offside", "ofsted"), ("siam", "sias"), ("constancy", "consultancy"), ("abcde", "abcxy"), ("com", "common")],
)
def test_alike(first: str, second: str) -> None:
    """Words that begin alike and share three in five of their letters look alike, whichever comes first."""
    assert alike(first, second)
    assert alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("outcomes", "performance"),
        ("internal", "external"),
        ("abcde", "abxyz"),
        ("abcdef", "abcxyz"),
        ("primary", "private"),
        ("", "word"),
        ("a" * 41, "a" * 41),
        ("a" * 41, "a" * 40),
    ],
)
def test_not_alike(first: str, second: str) -> None:
    """Words that begin otherwise or share fewer letters do not look alike; what is over forty letters is no word."""
    assert not alike(first, second)
    assert not alike(second, first)


def test_forty_letters_are_a_word() -> None:
    """A word of forty letters is still compared."""
    assert alike("a" * 40, "a" * 39)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("Improve school outcomes", "Improve school performance", (("outcomes",), ("performance",))),
        ("Develop SIAS role", "Develop Siam's role", (("SIAS",), ("Siam's",))),
        ("Improving outcomes through", "That outcomes be improved by", ((), ())),
        ("Get to know schools", "SIAS should get to know schools", ((), ("SIAS",))),
        ("SIAS staff", "School Improvement and Advisory Service staff", ((), ())),
        ("the school improvement and advisory service (SIAS)", "SIAS", ((), ())),
        ("a CPD group", "a Continuing Professional group", (("CPD",), ("Continuing", "Professional"))),
        ("within 6 months", "within 3 months", (("6",), ("3",))),
        ("not approved", "approved", (("not",), ())),
        ("a b c d e f g h", "i", (("b", "c", "d", "e", "f", "g", "h"), ("i",))),
        (
            "one two three four five six seven eight",
            "nought",
            (("one", "two", "three", "four", "five", "six", "seven", "eight"), ("nought",)),
        ),
        (
            "one two three four five six seven eight nine",
            "",
            (("one", "two", "three", "four", "five", "six", "seven", "eight", "…"), ()),
        ),
    ],
)
def test_difference(first: str, second: str, apart: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """A difference has the words, as printed, that only one text has; inflections and abbreviations are folded."""
    assert difference(first, second, ABBREVIATIONS) == Difference(*apart)


def test_an_abbreviation_of_nothing_changes_nothing() -> None:
    """A long form without a word in it is passed over."""
    assert difference("one two", "two one", {"X": "–"}) == Difference((), ())


def test_a_long_form_is_named_by_its_abbreviation() -> None:
    """Where only one text has an abbreviated phrase, the difference names it by its short form, folded."""
    text = "Continuing Professional Development group"
    assert difference(text, "group", ABBREVIATIONS) == Difference(("cpd",), ())


def test_function_words_are_folded() -> None:
    """Function words are whole words, and `not` is none of them."""
    assert {"a", "through", "with", "that", "this", "their"} <= FUNCTION_WORDS
    assert FUNCTION_WORDS.isdisjoint({"not", "no", "before", "after"})


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_folds(text: str) -> None:
    """Any text folds to words without spaces, and folding the printed words again gives the same."""
    found = words(text)
    assert [word.folded for word in found] == list(folded(text))
    assert all(word.folded and not any(letter.isspace() for letter in word.folded) for word in found)
    assert difference(text, text, ABBREVIATIONS) == Difference((), ())


@pytest.mark.timeout(30)
@pytest.mark.parametrize("unit", ["a", "a-", "a'", "-", "1.", "1,", "£", "%", "a b ", "’", "\x00", "\ud800"])
def test_folding_is_linear(unit: str) -> None:
    """A hundred thousand characters of anything fold to words without spaces."""
    assert not any(" " in word for word in folded(unit * (100_000 // len(unit))))
