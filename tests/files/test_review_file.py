"""Reading a review file: the review, or every fault of it on a line of its own."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.files.review_file import ReviewFile, read_review, review_of
from bvtrack.files.review_sample import SAMPLE
from bvtrack.files.toml_problems import MAX_SHOWN

ROOT = Path(__file__).parents[2]
HEAD = """\
format = 1
id = "x"
title = "T"
authority = "A"
date = 2002-04-22
period = "2002 – 2006"
unit = "£'000"
"""
TABLE = "write it as [name] with keys below, or as { key = value }"
LIST = "write it as [ … ], a list of tables as [[name]]"
PRINTED = "should be text, a number or a date, as printed (write it as the report prints it)"
NO_ID = "which is no id (use letters, digits, dots, hyphens and underscores only)"
COLUMNS = "which it cannot be (write 'one-off', 'annual', 'net potential savings' or 'net potential income')"
FUNDING = "which it cannot be (write 'existing', 'new' or 'grant')"
ROUNDING = "which it cannot be (write 'exact', 'nearest' or 'truncated')"
TOTALS = "which it cannot be (write 'budget', 'savings', 'income' or 'net')"
TARGET = "add it: the target with its periods, as printed"
AS_PRINTED = "(write it as the report prints it)"
KEYS = (
    "format, id, title, authority, date, period, unit, rounding, funding, net, meeting, abbreviations, person, "
    "summary, process, area, promise, quoted, totals, recommendation, waiver"
)
KNOWN = "known here: code, address, reason, by, until"
HOSTILE = {
    "binary.toml": [":1: holds a NUL byte: this is binary, no text (name a text file)"],
    "control-character.toml": [":8:10: is not TOML: Illegal character '\\x1b' (take the character out)"],
    "deep.toml": [":8:23: brackets nested more than 16 deep (values of a review nest two deep at most)"],
    "duplicate-key.toml": [":8:18: is not TOML: Cannot overwrite a value (keep one of the two)"],
    "empty.toml": [": is not a review file (a review begins with format = 1)"],
    "exponent.toml": [":8:7: “1e999999999” is a number with an exponent (write it out, or as printed in quotes)"],
    "infinity.toml": [":8:7: “-inf” is no amount (leave it out, or write the words of the report in quotes)"],
    "latin-1.toml": [":7: byte 0xA3 is not UTF-8 (save the file as UTF-8)"],
    "long-key.toml": [":8:1: a key of more than 16 parts (keys of a review have four at most)"],
    "long-number.toml": [":8:7: a value of 41 characters without quotes (write text in quotes)"],
    "nan.toml": [":8:7: “nan” is no amount (leave it out, or write the words of the report in quotes)"],
    "newer-format.toml": [":1: format 2 is newer than this bvtrack (install a newer bvtrack)"],
    "no-such-day.toml": [
        ":5:8: 2002-02-30 is a day that does not exist (write it as year-month-day, or as printed in quotes)"
    ],
    "not-a-review.toml": [": is not a review file (a review begins with format = 1)"],
    "unknown-keys.toml": [
        ":8: athority is not a key of the format (did you mean authority?)",
        f":9: <U+001B>[31mred is not a key of the format (known here: {KEYS})",
    ],
    "unterminated.toml": [":12: is not TOML: Unterminated string (close the quotes)"],
    "utf-16.toml": [": is UTF-16 text (save it as UTF-8)"],
    "wrong-types.toml": [
        f":8: net {PRINTED}",
        f":9: abbreviations should be a table ({TABLE})",
        f":10: rounding is “up”, {ROUNDING}",
    ],
}


def _faults(text: str) -> list[str]:
    with pytest.raises(InputProblem) as caught:
        review_of(text, "x")
    return [str(problem) for problem in (caught.value, *caught.value.more)]


def test_reads_a_review() -> None:
    """A review file gives its path, its text as it stands, and its review."""
    path = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"
    file = read_review(path)
    assert file == ReviewFile(path, path.read_text("utf-8"), file.review)
    assert file.review.date == dt.date(2002, 4, 22)
    assert [len(one.parts) for one in file.review.recommendations] == [2, 4, 4, 4, 2]


def test_values_are_read_by_the_review() -> None:
    """Bare numbers are in the review's unit, two-digit years near its date, fractions exact."""
    text = HEAD + 'net = 1.10\n[[recommendation]]\nid = "1"\ntext = "t"\nprofile = { budget = { "02-03" = 7 } }\n'
    review = review_of(text, "x")
    assert (review.net, review.unit.pence) != (None, 0)
    assert review.net is not None
    assert (review.net.text, review.net.pence) == ("1.10", 110_000)
    budget = review.recommendations[0].profile.budget
    assert budget is not None
    assert {year: money.pence for year, money in budget.items()} == {"02-03": 700_000}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_file(name: str) -> None:
    """Each file that means harm is refused with located lines and nothing else."""
    path = ROOT / "fixtures" / "hostile" / name
    with pytest.raises(InputProblem) as caught:
        read_review(path)
    lines = [str(problem).removeprefix(str(path)) for problem in (caught.value, *caught.value.more)]
    assert lines == HOSTILE[name]


@pytest.mark.parametrize("name", ["bidirectional.toml", "byte-order-mark.toml"])
def test_odd_but_readable(name: str) -> None:
    """A byte order mark and characters that turn text around are kept: a rule speaks of them, not the reader."""
    file = read_review(ROOT / "fixtures" / "hostile" / name)
    assert file.review.id == "hostile"
    assert any(mark in file.text for mark in "\ufeff\u202e")


def test_every_hostile_file_is_tried() -> None:
    """No file lies among the hostile ones untried."""
    names = {path.name for path in (ROOT / "fixtures" / "hostile").iterdir()}
    assert names == {*HOSTILE, "bidirectional.toml", "byte-order-mark.toml"}


def test_five_megabytes_of_nothing(tmp_path: Path) -> None:
    """A file of five megabytes is refused unread."""
    path = tmp_path / "big.toml"
    path.write_bytes(b" " * 5_000_000)
    with pytest.raises(InputProblem, match=r"big\.toml: is larger than 2 MiB"):
        read_review(path)


@pytest.mark.parametrize("key", ["format = 1", 'id = "x"', 'title = "T"', "recommendation = []"])
def test_what_looks_like_a_review(key: str) -> None:
    """One key of its own makes a file a review, and then its faults are told one by one."""
    assert _faults(key)[-1].startswith("x:1: ")
    assert _faults("authority = 'A'") == ["x: is not a review file (a review begins with format = 1)"]


def test_format_as_text() -> None:
    """A format that is no number is told like any other fault."""
    assert _faults(HEAD.replace("format = 1", 'format = "2"')) == ["x:1: format is “2”, which it cannot be (write 1)"]


def test_place_of_a_path_that_acts(tmp_path: Path) -> None:
    """A path in a problem shows its control characters by marks."""
    path = tmp_path / "\x1b.toml"
    path.write_text("format = 1")
    with pytest.raises(InputProblem, match=r"<U\+001B>\.toml:1: id is missing"):
        read_review(path)


PART = '[[recommendation]]\nid = "3"\ntext = "t"\n[[recommendation.part]]\nid = "3d"\ntext = "u"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('people = ["x"]', ["x:8: people is not a key of the format (did you mean person?)"]),
        ("[waivers]", ["x:8: waivers is not a key of the format (did you mean waiver?)"]),
        (
            PART + 'finsh = "x"',
            ["x:14: recommendation 3, part 3d: finsh is not a key of the format (did you mean finish?)"],
        ),
        (
            '[[waiver]]\ncode = "C"\naddress = "a"\nxyz = 1',
            [f"x:11: waiver 1: xyz is not a key of the format ({KNOWN})"],
        ),
        (
            PART + "steps = ['a', { text = 'b', owner = true }, 3, { txt = 1 }]",
            [
                f"x:14: recommendation 3, part 3d, step 2: owner {PRINTED}",
                f"x:14: recommendation 3, part 3d, step 3 should be a table ({TABLE})",
                "x:14: recommendation 3, part 3d, step 4: text is missing (add it: what is done)",
                "x:14: recommendation 3, part 3d, step 4: txt is not a key of the format (did you mean text?)",
            ],
        ),
        (
            '[[recommendation]]\nid="-"\ncosts = [{ column = "one off", value = 1 }, { value = 1000000000000000000 }]',
            [
                "x:8: recommendation -: text is missing (add it: what is recommended)",
                f"x:9: recommendation -: id is “-”, {NO_ID}",
                f"x:10: recommendation -, cost line 1: column is “one off”, {COLUMNS}",
                "x:10: recommendation -, cost line 2: column is missing (add it: the column it is printed in)",
                f"x:10: recommendation -, cost line 2: value is a number beyond all money {AS_PRINTED}",
            ],
        ),
        (
            '[[recommendation]]\nid = "1"\ntext = ""\nprofile = "p"\nmeasure = {}\npart = [1]',
            [
                "x:10: recommendation 1: text is empty (write the words of the report, or leave the key out)",
                f"x:11: recommendation 1: profile should be a table ({TABLE})",
                f"x:12: recommendation 1: measure should be a list ({LIST})",
                f"x:13: recommendation 1, part 1 should be a table ({TABLE})",
            ],
        ),
        (
            "[totals]\nbudget = { years = { '02-03' = true } }\n[totals.savings]\nyear = 1",
            [
                f"x:9: totals.budget.years.02-03 {PRINTED}",
                "x:11: totals.savings.year is not a key of the format (did you mean years?)",
            ],
        ),
        (
            (
                "[[waiver]]\ncode='C'\naddress='a'\nuntil='2003'\n"
                "[[waiver]]\ncode='C'\naddress='a'\nuntil=2003-01-01T00:00:00"
            ),
            [
                "x:11: waiver 1: until should be a date (write it without quotes, like 2002-04-22)",
                "x:15: waiver 2: until should be a date (write it without quotes, like 2002-04-22)",
            ],
        ),
        (
            "[abbreviations]\nX = 1\n[[person]]\nname = 'J'\naliases = ['', 2]",
            [
                "x:9: abbreviations.X should be text (put it in quotes)",
                "x:12: person 1, alias 1 is empty (write the words of the report, or leave the key out)",
                "x:12: person 1, alias 2 should be text (put it in quotes)",
            ],
        ),
        (
            (
                f"[[area]]\ntext = '{'x' * 10_001}'\naddressed_by = ['1 a']\n"
                "[[quoted]]\nplace = 'p'\ntotal = 'all'\nvalue = 1"
            ),
            [
                "x:9: area 1: text is longer than 10000 characters (shorten it)",
                f"x:10: area 1, addressed_by 1 is “1 a”, {NO_ID}",
                f"x:13: quoted figure 1: total is “all”, {TOTALS}",
            ],
        ),
        (
            (
                "[[summary]]\ntext = 1\n[[recommendation]]\nid = '1'\ntext = 't'\n[[recommendation.measure]]\n"
                "id = '1.1'\ntext = 't'\ntargets = ['10% by 2003', { of = 'x' }]\n"
                "[[recommendation.wordings]]\nplace = 'p'"
            ),
            [
                "x:9: summary area 1: text should be text (put it in quotes)",
                f"x:16: recommendation 1, measure 1.1, target 2: value is missing ({TARGET})",
                "x:17: recommendation 1, wording 1: text is missing (add it: the words there)",
            ],
        ),
        (
            "funding = 'a\u202eb'",
            [f"x:8: funding is “a<U+202E>b”, {FUNDING}"],
        ),
        (
            f"funding = '{'y' * 60}'\nrounding = '{'y' * 61}'",
            [
                f"x:8: funding is “{'y' * 60}”, {FUNDING}",
                f"x:9: rounding is “{'y' * 60}…”, {ROUNDING}",
            ],
        ),
    ],
)
def test_faults(text: str, expected: list[str]) -> None:
    """Each fault has its line, its place in the reader's words, what is wrong and what to do; they come in order."""
    assert _faults(HEAD + text) == expected


def test_deadline_that_cannot_be_read() -> None:
    """A deadline that is none is quoted with the reason its grammar gives."""
    (fault,) = _faults(HEAD + PART + "finish = '31 September 2002'")
    assert fault.startswith("x:14: recommendation 3, part 3d: finish is “31 September 2002”: ")
    assert fault.endswith(" (write it as the report prints it)")
    assert "30" in fault


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('unit = "apples"', "x:7: unit states no unit of money (write it as printed: £, £'000, £m)"),
        ('period = "soon"', "x:6: period is not a run of financial years (write it like 2002 – 2006)"),
        ("date = '22 April 2002'", "x:5: date should be a date (write it without quotes, like 2002-04-22)"),
    ],
)
def test_faults_of_the_head(line: str, expected: str) -> None:
    """A unit, a period and a date that cannot be read are told with how to write them."""
    key = line.partition(" ")[0]
    text = "\n".join(line if one.startswith(f"{key} ") else one for one in HEAD.split("\n"))
    assert expected in _faults(text)


def test_many_faults() -> None:
    """Of more than twenty faults the first twenty are told and the others counted."""
    faults = _faults(HEAD + "".join(f"k{nth} = 1\n" for nth in range(MAX_SHOWN)))
    assert len(faults) == 20
    assert faults[-1].startswith("x:27: k19 is not a key")
    faults = _faults(HEAD + "".join(f"k{nth} = 1\n" for nth in range(1234)))
    assert len(faults) == 21
    assert faults[-1] == "x: has 1,214 more problems (correct those above first)"


def test_the_sample_is_a_review() -> None:
    """The sample of the reference page reads without a fault."""
    assert review_of(SAMPLE, "sample").title == "Best value review of library services"


def test_a_sound_file_needs_no_places() -> None:
    """Reading a review that is sound loads nothing that finds lines."""
    program = (
        "import sys; from pathlib import Path; from bvtrack.files.review_file import read_review;"
        f" read_review(Path({str(ROOT / 'reviews' / 'hertfordshire-services-to-schools-2002.toml')!r}));"
        " sys.exit(any(name.startswith(('tree_sitter', 'tomlkit')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
