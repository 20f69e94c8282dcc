"""The text rules: words that differ between sections, words a scanner misread, characters that do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import txt701_same_item_text_differs, txt702_scan_suspect, txt703_hidden_characters
from bvtrack.core.finding import Finding, Severity
from example_review import found

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

TXT701 = txt701_same_item_text_differs.RULE
TXT702 = txt702_scan_suspect.RULE
TXT703 = txt703_hidden_characters.RULE


@pytest.mark.parametrize(
    ("rule", "code", "name", "severity"),
    [
        (TXT701, "TXT701", "same-item-text-differs", Severity.WARNING),
        (TXT702, "TXT702", "scan-suspect", Severity.NOTE),
        (TXT703, "TXT703", "hidden-characters", Severity.ERROR),
    ],
)
def test_what_the_rules_are(rule: Rule, code: str, name: str, severity: Severity) -> None:
    """Each rule has its code, name, severity and manual page."""
    assert (rule.code, rule.name, rule.severity) == (code, name, severity)
    assert rule.manual.startswith(f"{name}: ")


# TXT701


def test_wordings_of_the_source(hertfordshire: Subject) -> None:
    """Two recommendations and two parts of the source are worded differently in two sections."""
    assert [(finding.address, finding.message) for finding in TXT701.find(hertfordshire)] == [
        ("2", "Recommendation 2 is worded differently in two sections: Appendix 2 has “performance” for “outcomes”."),
        ("2a", "Part 2a is worded differently in two sections: section 5 has “offside” for “OfSTED”."),
        ("2b", "Part 2b is worded differently in two sections: section 5 has “offside” for “OfSTED”."),
        ("5", "Recommendation 5 is worded differently in two sections: Appendix 2 has “Siam's” for “SIAS”."),
    ]


def test_a_part_with_several_wordings() -> None:
    """All the differing wordings of a part are one finding, at the first that differs."""
    text = """
    [[recommendation]]
    id = "2"
    text = "r"

    [[recommendation.part]]
    id = "2a"
    text = "Train heads and governors"
    wordings = [
      { place = "section 4", text = "Training heads" },
      { place = "section 5", text = "Train officers" },
      { place = "Appendix 2", text = "Train clerks and heads" },
    ]
    """
    assert found(TXT701, text) == [
        Finding(
            address="2a",
            key=("recommendation", 0, "part", 0, "wordings", 1, "text"),
            message="Part 2a is worded differently in two sections: section 5 has “officers” for “heads governors”; "
            "Appendix 2 has “clerks” for “governors”.",
            hints=("Ask the author which wording stands.",),
        )
    ]


@pytest.mark.parametrize(
    "wording",
    [
        "Improve the development of training by CPD",
        "Improving developments through trainings",
        "That training by development be improved",
        "Improve training and development by Continuing Professional Development",
        "CPD",
        "Further improve the training for the development by CPD of all",
    ],
)
def test_words_left_out_are_no_difference(wording: str) -> None:
    """Words left out or added, inflections, small words and abbreviations the review defines are no contradiction."""
    text = f"""
    abbreviations = {{ CPD = "Continuing Professional Development" }}

    [[recommendation]]
    id = "2"
    text = "Improve training and development by CPD"
    wordings = [{{ place = "Appendix 2", text = "{wording}" }}]
    """
    assert found(TXT701, text) == []


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("Do not set up the team with them", "“Do not”"),
        ("Set up the team without them", "“without”"),
        ("Set up no team with them", "“no”"),
    ],
)
def test_words_that_turn_the_meaning_round(wording: str, said: str) -> None:
    """A word that turns the meaning round is a difference even where nothing stands in its place."""
    plain = "Set up the team with them"
    for text, other, change in ((plain, wording, "adds"), (wording, plain, "leaves out")):
        (finding,) = found(
            TXT701,
            f'recommendation = [{{ id = "1", text = "{text}", wordings = [{{ place = "here", text = "{other}" }}] }}]',
        )
        assert finding.message == f"Recommendation 1 is worded differently in two sections: here {change} {said}."


# TXT702


def test_suspects_of_the_source(hertfordshire: Subject) -> None:
    """Three words of the source look misread, each found once with all its places."""
    assert [(finding.address, finding.key, finding.message) for finding in TXT702.find(hertfordshire)] == [
        (
            "2a",
            ("recommendation", 1, "part", 0, "wordings", 0, "text"),
            "“offside” (2a, 2b) stands where the same phrase elsewhere has “OfSTED”, and nowhere else.",
        ),
        (
            "5b/3",
            ("recommendation", 4, "part", 1, "steps", 2, "text"),
            "“constancy” (5b/3) stands where the same phrase elsewhere has “consultancy”, and nowhere else.",
        ),
        (
            "5",
            ("recommendation", 4, "wordings", 0, "text"),
            "“Siam's” (5) stands where the same phrase elsewhere has “SIAS”, and nowhere else.",
        ),
    ]


def suspects(*steps: str) -> list[tuple[str, str]]:
    """Give the addresses of the suspects among steps, and the words, suspect first."""
    text = f'[[recommendation]]\nid = "1"\ntext = "r"\npart = [{{ id = "1a", text = "p", steps = {list(steps)} }}]'
    return [
        (finding.address, " ".join(finding.message.split("“")[n].split("”")[0] for n in (1, 2)))
        for finding in found(TXT702, text)
    ]


def test_a_hint_is_given() -> None:
    """The finding says where to look."""
    text = (
        '[[recommendation]]\nid = "1"\ntext = "keep out of a category now"\n'
        'wordings = [{ place = "x", text = "keep out of a catgory now" }]'
    )
    [finding] = found(TXT702, text)
    assert finding.hints == ("Look at the printed page: a scanner or a spelling checker may have misread the word.",)
    assert finding.message == "“catgory” (1) stands where the same phrase elsewhere has “category”, and nowhere else."


def test_the_later_is_suspect() -> None:
    """Of two words seen once, in one phrase alone, the later is suspect."""
    assert suspects("put in an ofsted category", "put in an offside category") == [("1a/2", "offside ofsted")]


def test_the_rarer_is_suspect() -> None:
    """Of two words seen in such phrases alone, the rarer is suspect wherever it stands."""
    assert suspects("put in an offside category", "put in an ofsted category", "is in an ofsted category") == [
        ("1a/1", "offside ofsted")
    ]


def test_the_stranger_is_suspect() -> None:
    """A word known from elsewhere is not suspect, though it comes later."""
    assert suspects("put in an offside category", "put in an ofsted category", "ofsted") == [("1a/1", "offside ofsted")]


def test_a_relative_speaks_for_a_word() -> None:
    """A word whose relative stands elsewhere is not suspect; two thirds of its letters make a relative."""
    steps = ["protocols on constancy and training", "protocols on consultancy and training"]
    assert suspects(*steps) == [("1a/2", "consultancy constancy")]
    assert suspects(*steps, "consultants") == [("1a/1", "constancy consultancy")]
    assert suspects(*steps, "consulting") == [("1a/2", "consultancy constancy")]
    assert suspects(*reversed(steps), "constable") == [("1a/1", "consultancy constancy")]


def test_relatives_of_both() -> None:
    """Two words that both stand elsewhere, themselves or by a relative, are two words."""
    steps = ["protocols on constancy and training", "protocols on consultancy and training"]
    assert suspects(*steps, "constancies", "consultants") == []
    assert suspects(*steps, "constancy", "consultancy") == []


def test_a_suspect_is_reported_once() -> None:
    """A word that stands in several phrases is one finding with its places."""
    text = """
    [[recommendation]]
    id = "1"
    text = "placed in an offside category"
    wordings = [{ place = "x", text = "placed in an OfSTED category" }, { place = "y", text = "out of OfSTED schools" }]
    part = [{ id = "1a", text = "put into an offside category", steps = ["put into an Ofsted category", "an ofsted"] }]
    """
    assert [finding.message for finding in found(TXT702, text)] == [
        "“offside” (1, 1a) stands where the same phrase elsewhere has “OfSTED”, and nowhere else."
    ]


def test_phrases_in_either_order() -> None:
    """It does not matter which of two words comes first in which phrase."""
    steps = [
        "put in an ofsted category",
        "put in an offside category",
        "out of offside schools",
        "out of ofsted schools",
    ]
    assert suspects(*steps) == [("1a/2", "offside ofsted")]


def test_real_words_do_not_hide_a_suspect() -> None:
    """A pair of real words that look alike is passed over, and a suspect after it is found."""
    steps = ["teach the primary school staff", "teach the primates school staff", "primary", "primates"]
    assert suspects(*steps, "put in an ofsted category", "put in an offside category") == [("1a/6", "offside ofsted")]


def test_a_possessive_is_no_other_phrase() -> None:
    """A possessive around a word does not make another phrase."""
    assert suspects("find the school's ofsted category", "find the school offside category") == [
        ("1a/2", "offside ofsted")
    ]


def test_a_suspect_of_two_lookalikes() -> None:
    """A word that looks like two others is reported once."""
    steps = [
        "one two ofsted three four",
        "one two offside three four",
        "one two oxside three four",
        "ofsted",
        "oxside",
    ]
    assert suspects(*steps) == [("1a/2", "offside ofsted")]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("keep schools out of ofsted", "keep schools out of offside", "offside ofsted"),
        ("ofsted visits to all schools", "offside visits to all schools", "offside ofsted"),
        ("schools ofsted visits each year", "schools offside visits each year", "offside ofsted"),
        ("keep them all out of ofsted", "take them all out of offside", "offside ofsted"),
        ("keep schools out of ofsted", "keep pupils out of offside", ""),
        ("a school out of ofsted", "a school out of the offside", ""),
    ],
)
def test_the_ends_of_a_text(first: str, second: str, found: str) -> None:
    """At an end of a text the four words nearest to a word are the phrase it stands in."""
    assert suspects(first, second) == ([("1a/2", found)] if found else [])


def test_the_same_phrase_seen_twice_over() -> None:
    """A word near an end of two texts alike is counted once in each."""
    assert suspects("go to ofsted when asked", "go to offside when asked", "offside") == [("1a/1", "ofsted offside")]


def test_words_that_turn_the_meaning_round_are_no_suspects() -> None:
    """A small word for its opposite is another meaning, and no misprint."""
    assert suspects("teach pupils with help from all", "teach pupils without help from all") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("put in an ofsted category", "put in an early category"),
        ("put in an ofsted category", "put in the offside category"),
        ("an ofsted category", "an offside category"),
        ("with ofsted", "with offside"),
        ("to of ofsted and of", "to of offside and of"),
        ("to be of ofsted and of", "to be of offside and of"),
        ("one two improved three four", "one two improving three four"),
        ("one two com three four", "one two con three four"),
        ("one two phase1 three four", "one two phase2 three four"),
        ("one two siam's three four", "one two siam three four"),
    ],
)
def test_no_suspects(first: str, second: str) -> None:
    """Other phrases, too short ones, ones of small words only, inflections, short words and figures are no suspects."""
    assert suspects(first, second, "phrases") == []


def test_four_letters_and_three_words_around() -> None:
    """Four letters make a word, and three words around it a phrase, of which one is more than a small word."""
    assert suspects("on the role and", "on the rolf and", "role") == []
    assert suspects("on the role kept", "on the rolf kept", "role") == [("1a/2", "rolf role")]


def test_a_form_of_words() -> None:
    """A place that nine different words fill has no suspects, one that eight fill may have."""
    words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf"]
    steps = [f"one two {word} three four" for word in words]
    assert suspects(*steps, "one two golfe three four", "golf") == []
    assert suspects(*steps, "one two golph three four", "golf") == [("1a/8", "golph golf")]
    assert suspects(*steps, "one two golph three four", "one two hotel three four", "golf") == []


def test_folded_print_is_shown_as_printed() -> None:
    """Words are compared folded and shown as printed."""
    assert suspects("keep out of an OfSTED category", "keep out of an Off-Side category") == [
        ("1a/2", "Off-Side OfSTED")
    ]


# TXT703


def test_a_hidden_character() -> None:
    """A text with a hidden character is found with its name, and shown with a mark."""
    text = '[[person]]\nname = "Jeff\\u200b Smith"'
    assert found(TXT703, text) == [
        Finding(
            address="person/1",
            key=("person", 0, "name"),
            message="A text holds a hidden character: U+200B ZERO WIDTH SPACE.",
            hints=("Take out what is marked: Jeff<U+200B> Smith",),
        )
    ]


def test_several_hidden_characters() -> None:
    """Characters are counted, and each kind named once, in the order they stand, up to five."""
    text = 'area = [{ text = "\\u202e\\u202ea\\u0000", addressed_by = [] }]'
    [finding] = found(TXT703, text)
    assert finding.message == ("A text holds 3 hidden characters: U+202E RIGHT-TO-LEFT OVERRIDE, U+0000 CONTROL NUL.")


@pytest.mark.parametrize(
    ("characters", "named"),
    [
        (
            "\\u0001\\u0002\\u0003\\u0004\\u0005",
            "SOH, U+0002 CONTROL STX, U+0003 CONTROL ETX, U+0004 CONTROL EOT, U+0005 CONTROL ENQ.",
        ),
        (
            "\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006",
            "SOH, U+0002 CONTROL STX, U+0003 CONTROL ETX, U+0004 CONTROL EOT, U+0005 CONTROL ENQ, ….",
        ),
    ],
)
def test_many_kinds(characters: str, named: str) -> None:
    """Five kinds of characters are named, more are left to the eye."""
    [finding] = found(TXT703, f'area = [{{ text = "{characters}" }}]')
    assert finding.message.endswith(f": U+0001 CONTROL {named}")


@pytest.mark.parametrize(("length", "shown"), [(112, "a" * 112), (113, f"{'a' * 112}…")])
def test_long_texts_are_cut(length: int, shown: str) -> None:
    """A hint shows a hundred and twenty characters of a text."""
    [finding] = found(TXT703, f'area = [{{ text = "\\u200b{"a" * length}" }}]')
    assert finding.hints == (f"Take out what is marked: <U+200B>{shown}",)


@pytest.mark.parametrize("text", ["two\\nlines", "two\\r\\nlines", "a\\tcell", "café – “£7k” … 42·44"])
def test_line_ends_show(text: str) -> None:
    """Line ends, tabs and all that prints are let through."""
    assert found(TXT703, f'area = [{{ text = "{text}" }}]') == []


def test_line_ends_are_shown_as_they_are() -> None:
    """A hint marks what hides and leaves line ends as they are."""
    [finding] = found(TXT703, 'area = [{ text = "a\\nb\\u200b" }]')
    assert finding.hints == ("Take out what is marked: a\nb<U+200B>",)


def test_a_return_alone_hides() -> None:
    """A carriage return without a line feed writes over its line."""
    [finding] = found(TXT703, 'area = [{ text = "a\\rb" }]')
    assert finding.message == "A text holds a hidden character: U+000D CONTROL CR."


def test_labels_are_looked_at() -> None:
    """A hidden character in a label is found like one in a text."""
    [finding] = found(TXT703, '[abbreviations]\n"C\\u00adPD" = "x"')
    assert (finding.address, finding.key) == ("review", ("abbreviations", "C\u00adPD"))
    assert finding.message == "A text holds a hidden character: U+00AD SOFT HYPHEN."


def test_the_source_hides_nothing(hertfordshire: Subject) -> None:
    """The Hertfordshire review holds nothing that hides."""
    assert list(TXT703.find(hertfordshire)) == []
