"""One awkward table written in every format, byte for byte; and text from data that acts in none of them."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from bvtrack.core.money import read_money, read_unit
from bvtrack.core.table import Cell, Line, Role, Table
from bvtrack.report.as_csv import as_csv
from bvtrack.report.as_json import as_json
from bvtrack.report.as_markdown import as_markdown
from bvtrack.report.as_text import as_text

UNIT = read_unit("£'000")
HOSTILE = (
    "[x](javascript:1)",
    "<script>",
    "*b* _i_ `c`",
    "| d",
    "\x1b[31mred",
    "\u202etxt",
    "=1+1",
    "+1+1",
    "-1+cmd",
    "@a",
    "a\nb",
    "\ud800",
    "https://example.org",
)


def money(text: str) -> Cell:
    """Make a cell of an amount in thousands of pounds."""
    return Cell(text, read_money(text, UNIT))


def stream(group: str) -> tuple[Line, ...]:
    """Make the columns of a stream over two years."""
    years = [Line(year, group=group, numeric=True) for year in ("02-03", "03-04")]
    return (*years, Line("Total", Role.TOTAL, group=group, numeric=True))


FINANCE = Table(
    name="finance",
    title="Finance | 2002 <b>",
    corner="Rec",
    unit=UNIT,
    columns=(*stream("Budget"), *stream("Savings")),
    rows=(Line("1"), Line("2"), Line("", Role.TOTAL)),
    cells=(
        (money("7"), Cell(), money("7"), Cell(), Cell(), Cell()),
        (money("(85)"), money("1,054"), Cell("TBC"), money("-5"), money("–"), money("nil")),
        (
            Cell("Total budget", span=2),
            Cell(),
            money("976"),
            Cell("All savings over 2 years", span=2),
            Cell(),
            Cell("0"),
        ),
    ),
    notes=("Years end on 31 March.",),
)

WORDS = Table(
    name="plan",
    corner="Ref",
    columns=(Line("Action"), Line("Finish")),
    rows=(Line("1", Role.HEADING), Line("1a"), Line("2", Role.HEADING)),
    cells=(
        (Cell("Know schools"), Cell()),
        (Cell("Set up a file for each school that holds what there is"), Cell("Sept. 2002")),
        (Cell("Improve"), Cell()),
    ),
)


def of(text: str) -> Table:
    """Make a table of one cell, with the text for its label and its heading too."""
    return Table(name="t", corner="x", columns=(Line(text),), rows=(Line(text),), cells=((Cell(text),),), title=text)


def test_text_lays_groups_and_labels_of_totals_over_their_columns() -> None:
    """Group headings and spanning labels stand over their columns, figures to the right, and blanks stay blank."""
    assert as_text(FINANCE) == (
        "Finance | 2002 <b>\n"
        "\n"
        "     Budget               Savings\n"
        "     -------------------  -------------------\n"
        "Rec  02-03  03-04  Total  02-03  03-04  Total\n"
        "---  -----  -----  -----  -----  -----  -----\n"
        "1        7             7\n"
        "2     (85)  1,054    TBC     -5      –    nil\n"
        "---  -----  -----  -----  -----  -----  -----\n"
        "                          All savings\n"
        "     Total budget    976  over 2 years      0\n"
        "\n"
        "Years end on 31 March.\n"
    )


def test_groups_stand_one_under_another_where_the_line_is_short() -> None:
    """In a narrow terminal each group is a table of its own, without the rows that are empty in it."""
    assert as_text(FINANCE, width=40) == (
        "Finance | 2002 <b>\n"
        "\n"
        "Budget\n"
        "\n"
        "Rec  02-03  03-04  Total\n"
        "---  -----  -----  -----\n"
        "1        7             7\n"
        "2     (85)  1,054    TBC\n"
        "---  -----  -----  -----\n"
        "     Total budget    976\n"
        "\n"
        "Savings\n"
        "\n"
        "Rec  02-03  03-04  Total\n"
        "---  -----  -----  -----\n"
        "2       -5      –    nil\n"
        "---  -----  -----  -----\n"
        "     All savings\n"
        "     over 2 years      0\n"
        "\n"
        "Years end on 31 March.\n"
    )
    assert as_text(FINANCE, width=45) == as_text(FINANCE)


def test_words_wrap_to_the_width_and_headings_stand_apart() -> None:
    """Long words take what the other columns leave; a blank line goes before each heading row but the first."""
    assert as_text(WORDS, width=40) == (
        "Ref  Action                  Finish\n"
        "---  ----------------------  ----------\n"
        "1    Know schools\n"
        "1a   Set up a file for each  Sept. 2002\n"
        "     school that holds what\n"
        "     there is\n"
        "\n"
        "2    Improve\n"
    )
    assert max(map(len, as_text(WORDS).splitlines())) > 60


def test_markdown_names_the_group_in_each_heading() -> None:
    """Markdown has one header row; its title, notes and cells print as they are."""
    assert as_markdown(FINANCE) == (
        "## Finance \\| 2002 \\<b\\>\n"
        "\n"
        "| Rec | Budget 02-03 | Budget 03-04 | Budget Total | Savings 02-03 | Savings 03-04 | Savings Total |\n"
        "| --- | --: | --: | --: | --: | --: | --: |\n"
        "| 1 | 7 |  | 7 |  |  |  |\n"
        "| 2 | (85) | 1,054 | TBC | -5 | – | nil |\n"
        "|  | Total budget |  | 976 | All savings over 2 years |  | 0 |\n"
        "\n"
        "Years end on 31 March.\n"
    )
    assert as_markdown(WORDS).splitlines()[2] == "| **1** | **Know schools** |  |"


def test_csv_is_one_header_row_and_cells() -> None:
    """CSV reads back as the same cells, negative numbers untouched."""
    rows = list(csv.reader(io.StringIO(as_csv(FINANCE), newline="")))
    assert rows[0][:2] == ["Rec", "Budget 02-03"]
    assert rows[2] == ["2", "(85)", "1,054", "TBC", "-5", "–", "nil"]
    assert as_csv(FINANCE).count("\r\n") == 4


def test_json_has_exact_pounds_beside_the_print() -> None:
    """Amounts carry exact pounds, blanks are null, other cells their text."""
    made = as_json(FINANCE)
    assert made["unit"] == "£'000"
    assert made["columns"][3] == {"label": "02-03", "group": "Savings"}  # type: ignore[index]  # decoded JSON
    assert made["rows"][0]["cells"] == [  # type: ignore[index]  # decoded JSON
        {"text": "7", "pounds": "7000"}, None, {"text": "7", "pounds": "7000"}, None, None, None,
    ]  # fmt: skip
    assert made["rows"][1]["cells"][:3] == [  # type: ignore[index]  # decoded JSON
        {"text": "(85)", "pounds": "-85000"}, {"text": "1,054", "pounds": "1054000"}, {"text": "TBC"},
    ]  # fmt: skip
    assert made["notes"] == ["Years end on 31 March."]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_data_acts_in_no_format(text: str) -> None:
    """Markup, formulas, links, line ends and control characters of a cell are inert wherever it is written."""
    for made in (as_text(of(text)), as_markdown(of(text)), as_csv(of(text))):
        made.encode("utf-8")
        assert not {"\x1b", "\u202e", "\ud800"} & set(made)
    markdown = as_markdown(of(text)).splitlines()
    assert len(markdown) == 5
    assert markdown[4].count("|") - markdown[4].count("\\|") == 3
    assert not re.search(r"(?<!\\)[\[\]*_`<>@]|://", markdown[4].replace("<br>", ""))
    ((_, _), (label, cell)) = csv.reader(io.StringIO(as_csv(of(text)), newline=""))
    assert label == cell
    assert cell[0] not in "=+-@\t\r"
    assert json.loads(json.dumps(as_json(of(text))))["rows"][0]["cells"][0] == {"text": text}
