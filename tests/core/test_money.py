"""The money grammar: the cases of the fixtures, and what they cannot say: places, parts, units, exactness, safety."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.app.read import read
from bvtrack.core.money import Money, MoneyKind, Unit, in_unit, pounds, read_money, read_unit

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "fixtures" / "read" / "money.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
THOUSANDS = Unit("£'000", 100_000, "£k")
MILLIONS = Unit("£m", 100_000_000, "£m")
PIECES = [
    *(
        "£",
        "£7k",
        "5",
        "(85)",
        "-",
        "to",
        "and",
        ",",
        "+",
        "1,346",
        "k",
        "m",
        "p.a.",
        "max",
        "up to",
        "c.",
        "TBC",
        "nil",
    ),
    *("%", "\u00a0", "½", "·", "(a)", "*", "x", "2002/03", "from", "O", "$", "'000", "?", ".", "(", ")", "less", "="),
]


@pytest.mark.parametrize("case", CASES, ids=range(1, len(CASES) + 1))
def test_case(case: dict[str, object]) -> None:
    """Every printed value of the fixtures is read as the fixtures say."""
    expected = {key: value for key, value in case.items() if key != "unit"}
    unit = case.get("unit")
    assert read("money", str(case["text"]), unit=None if unit is None else str(unit)) == expected


def test_cases_are_many() -> None:
    """The fixtures hold hundreds of different cases and every kind."""
    assert len({(case["text"], case.get("unit")) for case in CASES}) == len(CASES) > 800
    assert {case["kind"] for case in CASES} == {kind.value for kind in MoneyKind}


@pytest.mark.parametrize(
    ("text", "unit", "place", "scale"),
    [
        ("£1.1m", None, 10_000_000, "m"),
        ("£7k", None, 100_000, "k"),
        ("£24K", None, 100_000, "K"),
        ("£1.192 million", None, 100_000, "million"),
        ("£600,000", None, 100, ""),
        ("£12.34", None, 1, ""),
        ("£1.5", None, 10, ""),
        ("50p", None, 1, ""),
        ("7", THOUSANDS, 100_000, ""),
        ("7.5", THOUSANDS, 10_000, ""),
        ("0", THOUSANDS, 100_000, ""),
        ("£0.500000000m", None, 1, "m"),
        ("122.280", THOUSANDS, 100_000, ""),
        ("£½m", None, 10_000_000, "m"),
        ("£k 85", None, 100_000, "k"),
        ("£'000 85", None, 100_000, "'000"),
        ("c. £1.2bn", None, 10_000_000_000, "bn"),
        ("£50-60k", None, 100_000, "k"),
        ("£0.5-1m", None, 100_000_000, "m"),
        ("£9m to £6.5m", None, 100_000_000, "m"),
        ("+£5k", None, 100_000, "k"),
        ("2tn", None, 100_000_000_000_000, "tn"),
    ],
)
def test_place_and_scale(text: str, unit: Unit | None, place: int, scale: str) -> None:
    """A figure knows what its last printed place is worth, and the scale printed with it."""
    money = read_money(text, unit)
    assert (money.place, money.scale) == (place, scale)


@pytest.mark.parametrize("text", ["nil", "-", "", "TBC", "n/a", "?", "12%", "*", "#REF!", "Rec 3c"])
def test_no_figure_no_place(text: str) -> None:
    """What states no figure has no place, no scale, no bounds and no parts."""
    money = read_money(text, THOUSANDS)
    assert (money.place, money.scale, money.low, money.high, money.parts) == (None, None, None, None, ())


def test_text_is_kept() -> None:
    """The text of a reading is exactly what was printed, spaces and damage and all."""
    for text in ("  £7k ", "拢7k", "£5k\n£8k", " ", "£7\u200bk", "x" * 600, "£1,34"):
        assert read_money(text).text == text


def test_list_parts() -> None:
    """The parts of a list are its amounts, in order, each as printed."""
    first, second = read_money("£5k £8k").parts
    assert first == Money("£5k", MoneyKind.AMOUNT, 500_000, place=100_000, scale="k")
    assert second == Money("£8k", MoneyKind.AMOUNT, 800_000, place=100_000, scale="k")


def test_parts_keep_their_words() -> None:
    """A part of a list is read with the words at its side."""
    once, yearly, most = read_money("£5k one-off, £3k p.a. and up to £2k").parts
    assert (once.note, yearly.note) == ("one-off", "per annum")
    assert (most.kind, most.high) == (MoneyKind.MAXIMUM, 200_000)


def test_sum_parts() -> None:
    """The parts of a sum are its figures; a stated total is none of them."""
    money = read_money("£3k + £4k = £7k")
    assert [part.pence for part in money.parts] == [300_000, 400_000]
    assert (money.pence, money.place, money.query) == (700_000, None, False)


def test_change_parts() -> None:
    """A change from one figure to another keeps both, in printed order."""
    money = read_money("from £9 to £6m")
    assert [part.pence for part in money.parts] == [900_000_000, 600_000_000]
    assert [part.kind for part in money.parts] == [MoneyKind.AMOUNT, MoneyKind.AMOUNT]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("600,000", "no currency stated"),
        ("(-£85k)", "minus and brackets"),
        ("minus (£85k)", "negative twice"),
        ("£1.50p", "both £ and p"),
        ("£20ms", "“ms”"),
        ("£7ks", "“ks”"),
        ("£1.5", "one decimal of a pound"),
        ("£007", "a leading nought"),
        ("£122.280", "a stop between thousands, or a decimal point"),
        ("£1.346.000", "a stop between thousands"),
        ("240 240", "one figure with a space for thousands, or several; no currency stated"),
        ("7b", "b for billion, or a mark; no currency stated"),
        ("£9m-£6m", "the range runs downwards"),
        ("£42-44", "or a dash for the decimal point"),
        ("£42-15", "a dash for the decimal point"),
        ("£5-10,000", "perhaps both in thousands"),
        ("£6m -£7m", "a range, or a minus sign"),
        ("£5k or £8k", "one or the other"),
        ("£900-£1m", "one figure has a scale and the other has none"),
        ("up to £50k-£60k", "a range, and a bound"),
        ("from £50k to £60k", "or a range"),
        ("from £50k", "from: perhaps a minimum"),
        ("about up to £50k", "approximate, and a bound"),
        ("at least £50k max", "both a minimum and a maximum"),
        ("increase of (£5k)", "a sign and a direction"),
        ("increase of up to £5k", "a change, and a bound"),
        ("between £5k", "one figure where two belong"),
        ("£3k + £4k = £8k", "the parts do not add to the figure stated"),
        ("£10k less £3k", "a figure less another"),
        ("£3k + up to £4k", "not every part is an exact amount"),
        ("£3k + £4k p.a.", "per annum; the parts differ in how often they fall"),
        ("£5k and 8", "one figure has a scale and another has none"),
        ("£5k 8k and £9", "one figure has a scale and another has none"),
        ("£5 8", "figures side by side"),
        ("£5k then £8k", "words between the figures; then"),
        ("(up to £50k)", "in brackets"),
        ("拢7k", "damaged characters"),
        ("拢5k 拢8k", "damaged characters"),
        ("\ufffd7k", "damaged characters"),
        ("£7\u200bk", "hidden characters"),
        ("拢7\u200bk", "damaged characters; hidden characters"),
        ("£3k + training in Rec 3c", "training in Rec 3c"),
        ("£3k + £4k + training.", "training"),
        ("£50k* p.a. (max) for consultants", "*; per annum; for consultants"),
        ("Total cost (of staff) £50k", "of staff; Total cost"),
        ("(£85k) saving", "saving; a sign, and words that may mean one"),
        ("£9m to £6m", "or a range"),
        ("&pound;7k", "damaged characters"),
        ("£7k vanilla", "vanilla"),
        ("£7k - >£8k", "a range, and a bound"),
    ],
)
def test_query_says_why(text: str, note: str) -> None:
    """What a careful reader would ask is flagged, and the note says what stands there or what to ask."""
    money = read_money(text)
    assert (money.query, money.note) == (True, note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Total cost (net) £50k", "net; Total cost"),
        ("£480k savings over 4 years", "savings; over 4 years"),
        ("£33k p.a. (existing budget) from 2003/04", "per annum; existing budget; from 2003/04"),
        ("2002/03: £5k; 2003/04: £8k", "2002/03; 2003/04"),
        ("£5k in April 2003", "in April 2003"),
        ("£7k<sup>1</sup>", "[1]"),
    ],
)
def test_understood_words_are_a_note(text: str, note: str) -> None:
    """What a figure is of, its years and its footnote marks are kept as a note, and nothing is asked."""
    money = read_money(text)
    assert (money.query, money.note) == (False, note)


@pytest.mark.parametrize(
    ("text", "kind", "note"),
    [
        ("£13,46", "malformed", "not a number: thousands stand in groups of three, with one point at most"),
        ("£1, 346k", "malformed", "a space inside a figure"),
        ("£1. 5m", "malformed", "a broken figure"),
        ("£(85", "malformed", "a broken figure"),
        ("£1O6k", "malformed", "letters inside a figure"),
        ("1e9999", "malformed", "letters inside a figure"),
        ("£7\x00k", "malformed", "control characters"),
        ("\ud800", "unknown", "control characters"),
        ("٧", "malformed", "digits other than 0 to 9"),
        ("#REF!", "malformed", "left over from a spreadsheet or a program"),
        ("£1234567890123456", "malformed", "more than 15 digits"),
        ("£1.234567890123456m", "malformed", "more than 15 digits"),
        ("£600,000 000", "malformed", "a space inside a figure"),
        ("000", "malformed", "noughts alone: a unit where a figure should stand"),
        ("£(85k)m", "malformed", "two scales to a figure"),
        ("£5k and 12.5p", "unknown", "finer than a penny"),
        ("12.5p", "unknown", "finer than a penny"),
        ("£5k-12.5p", "unknown", "finer than a penny"),
        ("$5m", "unknown", "another currency"),
        ("£5 10s 6d", "unknown", "shillings and pence"),
        ("3 x £5k", "unknown", "a multiplication"),
        ("±£5k", "unknown", "an amount either way"),
        ("2002/03", "unknown", "a financial year"),
        ("12/03/2002", "unknown", "a date"),
        ("£'000", "unknown", "a unit of money, no figure"),
        ("Rec 3c", "unknown", "no amount of money"),
        ("7/8", "unknown", "no amount of money"),
        ("x" * 501, "unknown", "longer than 500 characters"),
        ("..", "unknown", "not available"),
        ("()", "unknown", "no amount of money"),
    ],
)
def test_refusal_says_why(text: str, kind: str, note: str) -> None:
    """What cannot be read is refused, and the note says why."""
    money = read_money(text)
    assert (money.kind.value, money.note, money.pence, money.low, money.high) == (kind, note, None, None, None)


def test_longest_text() -> None:
    """500 characters are read, 501 are not; white space around them does not count."""
    assert read_money("£7k " + "x" * 496).pence == 700_000
    assert read_money(" " * 1000 + "£7k" + " " * 1000).pence == 700_000
    assert read_money("£7k " + "x" * 497).kind is MoneyKind.UNKNOWN


@pytest.mark.parametrize(
    ("heading", "text", "pence", "symbol"),
    [
        ("£'000", "£'000", 100_000, "£k"),
        ("£000", "£000", 100_000, "£k"),
        ("£000s", "£000s", 100_000, "£k"),
        ("('000s)", "'000s", 100_000, "£k"),
        ("Budget ('000s)", "'000s", 100_000, "£k"),
        ("2002/03 £000", "£000", 100_000, "£k"),
        ("£’000", "£’000", 100_000, "£k"),
        ("£ '000's", "£ '000's", 100_000, "£k"),
        ("£ 000", "£ 000", 100_000, "£k"),
        ("£,000", "£,000", 100_000, "£k"),
        ("拢000", "拢000", 100_000, "£k"),
        ("Â£000", "Â£000", 100_000, "£k"),
        ("£k", "£k", 100_000, "£k"),
        ("Cost (£K)", "£K", 100_000, "£k"),
        ("£ thousands", "£ thousands", 100_000, "£k"),
        ("£ in thousands", "£ in thousands", 100_000, "£k"),
        ("thousands of pounds", "thousands of pounds", 100_000, "£k"),
        ("(thousands)", "(thousands)", 100_000, "£k"),
        ("£1,000s", "£1,000s", 100_000, "£k"),
        ("k£", "k£", 100_000, "£k"),
        ("Pupils and cost £000", "£000", 100_000, "£k"),
        ("£m", "£m", 100_000_000, "£m"),
        ("Cost (£m)", "£m", 100_000_000, "£m"),
        ("£ million", "£ million", 100_000_000, "£m"),
        ("£Millions 2002-03", "£Millions", 100_000_000, "£m"),
        ("£'m", "£'m", 100_000_000, "£m"),
        ("£m's", "£m's", 100_000_000, "£m"),
        ("GBP m", "GBP m", 100_000_000, "£m"),
        ("£000,000", "£000,000", 100_000_000, "£m"),
        ("in millions", "in millions", 100_000_000, "£m"),
        ("£bn", "£bn", 100_000_000_000, "£bn"),
        ("Billions", "Billions", 100_000_000_000, "£bn"),
        ("£ (m)", "£ (m)", 100_000_000, "£m"),
        ("millions", "millions", 100_000_000, "£m"),
        ("£ths", "£ths", 100_000, "£k"),
        ("Thousands", "Thousands", 100_000, "£k"),
        ("£'00", "£'00", 10_000, "£00"),
        ("£ hundreds", "£ hundreds", 10_000, "£00"),
        ("£ billion", "£ billion", 100_000_000_000, "£bn"),
        ("£", "£", 100, "£"),
        ("Cost £", "£", 100, "£"),
        ("pounds", "pounds", 100, "£"),
        ("p", "p", 1, "p"),
        ("Rate (p)", "(p)", 1, "p"),
        ("pence per mile", "pence", 1, "p"),
    ],
)
def test_unit(heading: str, text: str, pence: int, symbol: str) -> None:
    """A unit is found inside a heading and kept as printed there."""
    assert read_unit(heading) == Unit(text, pence, symbol)


@pytest.mark.parametrize(
    "heading",
    [
        *("", "Total", "2002/03", "2000", "2,000", "£7k", "£5,000", "£5 000", "£0", "£'OOO", "$000", "€m", "%", "FTE"),
        *("Pupils ('000)", "Population (thousands)", "10,000s of forms", "x" * 500 + "£m"),
    ],
)
def test_no_unit(heading: str) -> None:
    """A heading without a currency scale, or one that counts something else, states no unit."""
    assert read_unit(heading) is None


@pytest.mark.parametrize(
    ("pence", "text"),
    [
        (700_000, "7000"),
        (12_345, "123.45"),
        (50, "0.50"),
        (5, "0.05"),
        (0, "0"),
        (-5, "-0.05"),
        (-8_500_000, "-85000"),
        (100, "1"),
    ],
)
def test_pounds(pence: int, text: str) -> None:
    """Pounds are written exactly, with two decimals unless they are whole."""
    assert pounds(pence) == text


@pytest.mark.parametrize(
    ("pence", "unit", "text"),
    [
        (134_600_000, THOUSANDS, "1346"),
        (150_000, THOUSANDS, "1.5"),
        (1, THOUSANDS, "0.00001"),
        (-7_000, THOUSANDS, "-0.07"),
        (0, THOUSANDS, "0"),
        (110_000_000, MILLIONS, "1.1"),
        (150, Unit("£", 100, "£"), "1.5"),
        (150, Unit("p", 1, "p"), "150"),
    ],
)
def test_in_unit(pence: int, unit: Unit, text: str) -> None:
    """An amount is written in a unit with the decimals it needs and no more."""
    assert in_unit(pence, unit) == text


@given(st.integers(min_value=-(10**12), max_value=10**12))
@settings(deadline=None)
def test_pounds_round_trip(pence: int) -> None:
    """What is written as pounds is read back to the penny."""
    assert read_money(f"£{pounds(pence)}").pence == pence


@given(st.integers(min_value=-(10**9), max_value=10**9), st.sampled_from([THOUSANDS, MILLIONS]))
@settings(deadline=None)
def test_unit_round_trip(pence: int, unit: Unit) -> None:
    """An amount written in a unit to the pound is read back under it, up to a stop that may stand between thousands."""
    money = read_money(in_unit(pence * 100_000, unit), unit)
    assert money.pence == pence * 100_000


@given(st.text())
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """No text makes the grammar raise, and refused texts carry no amount."""
    money = read_money(text)
    assert money.text == text
    assert money.kind not in {MoneyKind.UNKNOWN, MoneyKind.MALFORMED} or money.pence is None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.sampled_from([None, THOUSANDS]))
@settings(deadline=None, max_examples=400)
def test_any_sentence(text: str, unit: Unit | None) -> None:
    """Pieces of money in any order are read or refused: a range has both ends, a broken figure a reason."""
    money = read_money(text, unit)
    assert (money.kind is MoneyKind.RANGE) <= (money.low is not None and money.high is not None)
    assert (money.kind is MoneyKind.MALFORMED) <= (money.note is not None and money.query)
    assert (money.kind is MoneyKind.LIST) <= (len(money.parts) > 1)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "piece",
    [
        *("£", "9", "1,", "(", "1 ", "£7k ", "-", " ", "£5k, ", "c. ", "up to ", ".", "p.a. ", "*", "O", "½"),
        *("(a) ", "1O", "拢", "\u200b", "'", "£5k (", "to be ", "5 + ", "1.000.", "[a]", "nil "),
        *("net ", "2002/03 ", "year 1 ", "&lt;", "<b ", "**a", "<sup>", "£~", "1% and "),
    ],
)
def test_long_text_is_quick(piece: str) -> None:
    """A text of any kind is refused past the longest that is read, and up to there is read or refused."""
    long = piece * 100_000
    assert read_money(long).pence is None
    assert read_money((piece * 500)[:500], THOUSANDS).text == (piece * 500)[:500]
    assert read_unit(long) is None or {"£", "拢"} & set(piece)
