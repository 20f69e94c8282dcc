"""The rules about sums: rows, columns, totals, rounding, signs, slips of a thousand, rows that stand twice."""

from __future__ import annotations

import pytest

from bvtrack.checks.rules import (
    fin101_row_total,
    fin102_column_total,
    fin103_grand_total,
    fin104_cross_foot,
    fin107_fits_only_by_rounding,
    fin108_sign,
    fin109_unit_mix,
    fin111_duplicate_row,
)
from bvtrack.core.finding import Figures, Finding, Place, Severity
from example_review import found as find
from example_review import subject_of

FIN101 = fin101_row_total.RULE
FIN102 = fin102_column_total.RULE
FIN103 = fin103_grand_total.RULE
FIN104 = fin104_cross_foot.RULE
FIN107 = fin107_fits_only_by_rounding.RULE
FIN108 = fin108_sign.RULE
FIN109 = fin109_unit_mix.RULE
FIN111 = fin111_duplicate_row.RULE
RULES = (FIN101, FIN102, FIN103, FIN104, FIN107, FIN108, FIN109, FIN111)


def rows(stream: str = "budget", *, totals: str = "", **profiles: str) -> str:
    """Write a review with a recommendation for each profile, `r1` being recommendation 1, and a stream's totals."""
    head = f"[totals]\n{stream} = {{ {totals} }}\n" if totals else ""
    return head + "".join(
        f'[[recommendation]]\nid = "{name[1:]}"\ntext = "do it"\nprofile.{stream} = {{ {profile} }}\n'
        for name, profile in profiles.items()
    )


def codes(text: str) -> list[tuple[str, str]]:
    """Give the code and address of all that the rules about sums find."""
    subject = subject_of(text)
    return [(rule.code, finding.address) for rule in RULES for finding in rule.find(subject)]


GOOD = '"02-03" = 7, "03-04" = 40, total = 47'


def test_the_rules_have_the_severities_of_the_manual() -> None:
    """Wrong sums, signs and rows are errors; rounding and spellings are notes."""
    notes = {rule.code for rule in RULES if rule.severity is Severity.NOTE}
    assert notes == {"FIN107", "FIN109"}
    assert {rule.severity for rule in RULES} == {Severity.NOTE, Severity.ERROR}


def test_a_wrong_row_is_told_with_its_sum_worked() -> None:
    """Nothing vouches for a figure of the row, so all are suspects, blanks only where money could be missing."""
    assert find(FIN101, rows(r1='"02-03" = 7, "03-04" = 40, total = 50')) == [
        Finding(
            address="1/budget",
            key=("recommendation", 0, "profile", "budget", "total"),
            message="In the budget table, row 1 has a printed total of £50k, but its figures add to £47k (7 + 40).",
            place=Place("budget", "1", "Total"),
            figures=Figures("50", "47", "3", "£k"),
            hints=(
                (
                    "One of these is wrong, which one is not known: the total (£50k for £47k); 02-03 (£7k for £10k); "
                    "03-04 (£40k for £43k); 2004-05 (blank for £3k); 2005-06 (blank for £3k)."
                ),
            ),
        )
    ]
    (less,) = find(FIN101, rows(r1='"02-03" = 7, "03-04" = 40, total = 44'))
    assert less.hints == (
        (
            "One of these is wrong, which one is not known: the total (£44k for £47k); 02-03 (£7k for £4k); "
            "03-04 (£40k for £37k)."
        ),
    )


def test_a_blank_row_total_and_a_right_one_are_quiet() -> None:
    """A row that adds up is no finding, nor is one that prints no total."""
    assert codes(rows(r1=GOOD, r2='"02-03" = 7')) == []


def test_a_wrong_year_is_named_where_its_column_is_wrong_too() -> None:
    """The message says what the figure should be; place and key are those of the figure, the address is the row's."""
    (found,) = find(
        FIN101,
        rows(
            totals='years = { "02-03" = 10, "03-04" = 41 }',
            r1='"02-03" = 9, "03-04" = 40, total = 47',
            r2='"02-03" = 3, "03-04" = 1, total = 4',
        ),
    )
    assert found.message == (
        "In the budget table, row 1 has a printed total of £47k, but its figures add to £49k (9 + 40); "
        "02-03 is £9k and should be £7k."
    )
    assert (found.address, found.place) == ("1/budget", Place("budget", "1", "02-03"))
    assert found.key == ("recommendation", 0, "profile", "budget", "02-03")
    assert found.hints == ()


def test_a_blank_that_row_and_column_miss_is_named() -> None:
    """A figure that was left out is told as blank, at the key of the row's total."""
    (found,) = find(
        FIN101,
        rows(
            totals='years = { "02-03" = 10, "03-04" = 41 }',
            r1='"03-04" = 40, total = 47',
            r2='"02-03" = 3, "03-04" = 1, total = 4',
        ),
    )
    assert found.message.endswith("but its figures add to £40k; 02-03 is blank and should be £7k.")
    assert found.key == ("recommendation", 0, "profile", "budget", "total")


def test_a_total_of_the_next_row_is_recognised() -> None:
    """Two totals changed over are two findings, each with the row it belongs to."""
    found = find(FIN101, rows(r1='"02-03" = 7, "03-04" = 40, total = 5', r2='"02-03" = 2, "03-04" = 3, total = 47'))
    assert [one.hints[1:] for one in found] == [
        ("It fits row 2, which adds to £5k.",),
        ("It fits row 1, which adds to £47k.",),
    ]


def test_a_total_two_rows_on_is_not_next() -> None:
    """Only the rows beside are asked, and only for the same column of totals."""
    text = rows(
        r1='"02-03" = 7, "03-04" = 40, total = 5',
        r2='"02-03" = 1, "03-04" = 3, total = 4',
        r3='"02-03" = 2, "03-04" = 3, total = 5',
    )
    assert not any("which adds to" in hint for hint in find(FIN101, text)[0].hints)


def test_a_next_row_that_cannot_be_read_is_not_compared() -> None:
    """Its sum is not known, so it explains nothing."""
    text = rows(r1='"02-03" = 7, "03-04" = 40, total = 50', r2='"02-03" = "TBC", total = 50')
    assert not any("which adds to" in hint for hint in find(FIN101, text)[0].hints)


def test_cost_lines_tell_which_year_is_wrong() -> None:
    """Of four years that could be wrong, one correction gives what the cost lines give."""
    text = """
[[recommendation]]
id = "2"
text = "do it"
costs = [{ column = "one-off", value = "£5k £8k" }, { column = "annual", value = "£347k" }]
profile.budget = { "02-03" = 13, "03-04" = 374, "04-05" = 347, "05-06" = 347, total = 1054 }
"""
    (found,) = find(FIN101, text)
    assert found.message.endswith("; 03-04 is £374k and should be £347k.")
    assert found.place == Place("budget", "2", "03-04")
    assert found.hints == ("It fits if 03-04 is £347k: two digits of £374k are swapped.",)


def test_cost_lines_that_fit_the_years_leave_the_total_wrong() -> None:
    """The years are what the lines give, so the total is at fault and no suspects are listed."""
    text = """
[[recommendation]]
id = "2"
text = "do it"
costs = [{ column = "annual", value = "£347k" }]
profile.budget = { "03-04" = 347, "04-05" = 347, "05-06" = 347, total = 1014 }
"""
    (found,) = find(FIN101, text)
    assert found.message.endswith("but its figures add to £1,041k (347 + 347 + 347).")
    assert found.hints == ("It fits if the total is £1,041k: two digits of £1,014k are swapped.",)


def test_cost_lines_that_fit_two_corrections_name_none() -> None:
    """A line that may start in either year vouches for neither."""
    text = """
[[recommendation]]
id = "2"
text = "do it"
costs = [{ column = "annual", value = "£4k", end = "03-04" }]
profile.budget = { "02-03" = 4, "03-04" = 4, total = 4 }
"""
    (found,) = find(FIN101, text)
    assert found.place == Place("budget", "2", "Total")


@pytest.mark.parametrize(
    "costs", ['{ column = "annual", value = "TBC" }', '{ column = "net potential income", value = "£4k" }']
)
def test_cost_lines_that_say_nothing_name_none(costs: str) -> None:
    """Lines that cannot be read, or are of another stream, vouch for nothing."""
    text = f"""
[[recommendation]]
id = "2"
text = "do it"
costs = [{costs}]
profile.budget = {{ "02-03" = 4, "03-04" = 4, total = 9 }}
"""
    (found,) = find(FIN101, text)
    assert "which one is not known" in found.hints[0]


def test_a_wrong_year_total_is_told_at_its_year() -> None:
    """FIN102 at the year of the totals, named because the grand total is against it too."""
    text = rows(
        totals='total = 51, years = { "02-03" = 10, "03-04" = 14 }', r1=GOOD, r2='"02-03" = 3, "03-04" = 1, total = 4'
    )
    assert codes(text) == [("FIN102", "totals/budget/2003-04")]
    (found,) = find(FIN102, text)
    assert found == Finding(
        address="totals/budget/2003-04",
        key=("totals", "budget", "years", "03-04"),
        message="In the budget table, column 03-04 has a printed total of £14k, but its rows add to £41k (40 + 1).",
        place=Place("budget", "Total", "03-04"),
        figures=Figures("14", "41", "-27", "£k"),
        hints=("It fits if the total is £41k: two digits of £14k are swapped.",),
    )


def test_a_column_total_may_be_that_of_the_next_column() -> None:
    """The sums of the columns beside are compared, named as columns."""
    (found, _) = find(
        FIN102,
        rows(
            totals='years = { "02-03" = 8, "03-04" = 12 }',
            r1='"02-03" = 11, "03-04" = 5',
            r2='"02-03" = 1, "03-04" = 3',
        ),
    )
    assert found.hints[1:] == ("It fits column 03-04, which adds to £8k.",)
    assert "row 1 (£11k for £7k)" in found.hints[0]


def test_a_wrong_grand_total_is_told_at_the_total() -> None:
    """FIN103 compares the row totals, by the label of the printed row of totals."""
    (found,) = find(FIN103, rows(totals='total = 48, label = "Total budget"', r1=GOOD, r2='"02-03" = 3, total = 3'))
    assert found == Finding(
        address="totals/budget",
        key=("totals", "budget", "total"),
        message="In the budget table, the grand total is printed as £48k, but the row totals add to £50k (47 + 3).",
        place=Place("budget", "Total budget", "Total"),
        figures=Figures("48", "50", "-2", "£k"),
    )


def test_a_grand_total_that_prose_bears_out_leaves_a_row_missing() -> None:
    """No figure explains it, and the rows could be short of one or have one too many."""
    text = 'quoted = [{ place = "p", total = "budget", value = "£54k" }]\n' + rows(totals="total = 54", r1=GOOD)
    (found,) = find(FIN103, text)
    assert found.hints == (
        "No one figure explains it: several are wrong, or a row or a year is missing or printed twice.",
    )
    (short,) = find(FIN103, text.replace("54", "40").replace("40, total", "40, total"))
    assert short.message.endswith("is printed as £40k, but the row totals add to £47k.")


def test_many_parts_are_not_worked() -> None:
    """Eight figures are added in words, nine are not; more than eight suspects are counted."""
    eight = {f"r{nth}": '"02-03" = 1' for nth in range(8)}
    (found,) = find(FIN102, rows(totals='years = { "02-03" = 4 }', **eight))
    assert found.message.endswith("but its rows add to £8k (1 + 1 + 1 + 1 + 1 + 1 + 1 + 1).")
    assert found.hints[0].endswith("row 6 (£1k for -£3k); or another of 9 figures.")
    seven = {f"r{nth}": '"02-03" = 1' for nth in range(7)}
    (less,) = find(FIN102, rows(totals='years = { "02-03" = 4 }', **seven))
    assert less.hints[0].endswith("row 6 (£1k for -£2k).")
    (more,) = find(FIN102, rows(totals='years = { "02-03" = 4 }', **eight, r9='"02-03" = 1'))
    assert more.message.endswith("but its rows add to £9k.")


def test_negative_figures_are_worked_with_their_signs() -> None:
    """A negative figure is subtracted in words."""
    (found,) = find(FIN101, rows(r1='"02-03" = 7, "03-04" = -3, total = 5'))
    assert "(7 - 3)" in found.message


def test_years_and_rows_that_disagree_are_told_with_both_sums() -> None:
    """FIN104 at the grand total, which is not printed, names rows and years apart."""
    (found,) = find(FIN104, rows(totals='years = { "02-03" = 15, "03-04" = 6 }', r1="total = 7", r2="total = 13"))
    assert found == Finding(
        address="totals/budget",
        key=("totals", "budget", "years", "03-04"),
        message="In the budget table, the column totals add to £21k, but the row totals to £20k.",
        place=Place("budget", "Total", "03-04"),
        figures=Figures("6", "5", "1", "£k"),
        hints=(
            (
                "One of these is wrong, which one is not known: the total of 03-04 (£6k for £5k); "
                "the total of row 1 (£7k for £8k); the total of row 2 (£13k for £14k); "
                "the total of 02-03 (£15k for £14k)."
            ),
        ),
    )


def test_a_grand_total_against_its_year_totals_is_a_cross_foot() -> None:
    """Where the row totals cannot be read, the years are still added to the printed grand total."""
    text = rows(totals='total = 22, years = { "02-03" = 15, "03-04" = 6 }', r1='total = "TBC"')
    (found,) = find(FIN104, text)
    assert (
        found.message
        == "In the budget table, the grand total is printed as £22k, but the column totals add to £21k (15 + 6)."
    )
    assert found.address == "totals/budget"
    assert "not known: the total (£22k for £21k); the total of 02-03 (£15k for £16k)" in found.hints[0]


def test_rounding_is_a_note_and_the_odd_one_out_a_warning() -> None:
    """Few exact sums prove nothing; many make the one that is out by rounding stand out."""
    head = 'rounding = "nearest"\n'
    odd = '"02-03" = 7, "03-04" = 40, total = 48'
    (found,) = find(FIN107, head + rows(r1=odd))
    assert found == Finding(
        address="1/budget",
        key=("recommendation", 0, "profile", "budget", "total"),
        message=(
            "In the budget table, row 1 has a printed total of £48k, but its figures add to £47k (7 + 40): "
            "only rounding excuses it."
        ),
        place=Place("budget", "1", "Total"),
        figures=Figures("48", "47", "1", "£k"),
    )
    six = {f"r{nth}": GOOD for nth in range(2, 8)}
    (noted,) = find(FIN107, head + rows(r1=odd, **six))
    assert noted.severity is None
    (warned,) = find(FIN107, head + rows(r1=odd, r8=GOOD, **six))
    assert warned.severity is Severity.WARNING
    both = find(FIN107, head + rows(r1=odd, r9=odd, r8=GOOD, **six))
    assert [one.severity for one in both] == [None, None]
    wrong = find(FIN107, head + rows(r1=odd, r9='"02-03" = 7, total = 70', r8=GOOD, **six))
    assert [one.severity for one in wrong] == [None]


def test_a_total_out_by_rounding_is_told_once() -> None:
    """A grand total that is out only since a row's total is, and one that both its rows and its years miss, are one."""
    head = 'rounding = "nearest"\n'
    odd = '"02-03" = 7, "03-04" = 40, total = 48'
    four = {f"r{nth}": GOOD for nth in range(2, 6)}
    (row,) = find(FIN107, head + rows(totals="total = 235", r1=odd, **four))
    assert (row.address, row.severity) == ("1/budget", None)
    years = 'years = { "02-03" = 35, "03-04" = 200 }'
    (grand,) = find(FIN107, head + rows(totals=f"total = 236, {years}", r1=GOOD, **four))
    assert (grand.address, grand.severity) == ("totals/budget", Severity.WARNING)
    apart = find(FIN107, head + rows(totals="total = 237", r1=odd, **four))
    assert [one.address for one in apart] == ["1/budget", "totals/budget"]


@pytest.mark.parametrize(("parts", "rows_needed"), [(1, None), (2, 7), (3, 5), (4, 4)])
def test_the_chance_of_an_exact_sum_falls_with_its_parts(parts: int, rows_needed: int | None) -> None:
    """3/4, 2/3 and 115/192 a sum: below 1/6 after 7, 5 and 4 sums; a single part is always exact."""
    years = ["02-03", "03-04", "04-05", "05-06"][:parts]
    good = ", ".join(f'"{year}" = 5' for year in years) + f", total = {5 * parts}"
    odd = good.replace(f"total = {5 * parts}", f"total = {5 * parts + 1}")
    for count in range(1, 13):
        (found,) = find(
            FIN107, 'rounding = "nearest"\n' + rows(r0=odd, **{f"r{nth}": good for nth in range(1, count + 1)})
        )
        assert (found.severity is Severity.WARNING) is (rows_needed is not None and count >= rows_needed), count


def test_figures_without_a_last_place_are_not_rounded() -> None:
    """Nil cannot be out by rounding, so it does not lower the chance."""
    head = 'rounding = "nearest"\n'
    nils = {f"r{nth}": '"02-03" = 5, "03-04" = "nil", total = 5' for nth in range(1, 20)}
    (found,) = find(FIN107, head + rows(r0='"02-03" = 7, "03-04" = 40, total = 48', **nils))
    assert found.severity is None


def test_prose_that_is_rounded_is_no_note() -> None:
    """A figure in prose rounds for its reader."""
    assert find(FIN107, 'quoted = [{ place = "p", total = "budget", value = "£0.05m" }]\n' + rows(r1=GOOD)) == []


def test_a_turned_sign_is_told_once() -> None:
    """Where turning it back makes the sums hold, it is FIN108's, and the sums say nothing more."""
    text = rows(r1='"02-03" = 7, "03-04" = -40, total = 47')
    assert codes(text) == [("FIN108", "1/budget/2003-04")]
    assert find(FIN108, text) == [
        Finding(
            address="1/budget/2003-04",
            key=("recommendation", 0, "profile", "budget", "03-04"),
            message=(
                "In the budget table, 03-04 of row 1 is printed as -£40k, against the sign of the rest, "
                "and the sums hold with £40k."
            ),
            place=Place("budget", "1", "03-04"),
            figures=Figures("-40", "40", "-80", "£k"),
        )
    ]


def test_a_row_with_its_signs_turned_is_told_once() -> None:
    """Where the totals need it turned back, wherever it stands in them; at its total, else at its last amount."""
    years = 'total = 60, years = { "02-03" = 30, "03-04" = 30 }'
    good = '"02-03" = 20, "03-04" = 20, total = 40'
    turned = '"02-03" = -10, "03-04" = "(10)", total = -20'
    assert codes(rows(totals="total = 60", r1=good, r2=turned)) == [("FIN108", "2/budget")]
    assert codes(rows(totals=years, r1=good, r2=turned)) == [("FIN108", "2/budget")]
    assert codes(rows(totals="total = 61", r1=good, r2=turned)) == [("FIN103", "totals/budget")]


def test_a_convention_is_no_sign() -> None:
    """Savings printed negative throughout are quiet, and a positive one among them is not."""
    assert codes(rows("savings", r1='"04-05" = -240, "05-06" = -240, total = -480')) == []
    assert codes(rows("savings", r1='"04-05" = 240, "05-06" = -240, total = -480')) == [("FIN108", "1/savings/2004-05")]


def test_a_negative_figure_that_the_sums_bear_out_stands() -> None:
    """7 - 3 is 4."""
    assert codes(rows(r1='"02-03" = 7, "03-04" = -3, total = 4')) == []


def test_a_negative_figure_that_nothing_bears_out_is_asked_about() -> None:
    """In a row without a total no sum holds with it."""
    assert [one.message for one in find(FIN108, rows(r1='"02-03" = 7, "03-04" = 8, "04-05" = "(£3k)"'))] == [
        "In the budget table, 04-05 of row 1 is printed as -£3k, against the sign of the rest, and no sum bears it out."
    ]
    assert find(FIN108, rows(r1='"02-03" = 7, "03-04" = 0, "04-05" = 3')) == []


def test_a_misfit_with_the_sign_of_the_table_is_no_turned_sign() -> None:
    """-7 printed as 7 among costs would be a negative cost: the row is wrong, its sign is not."""
    assert codes(rows(r1='"02-03" = 7, "03-04" = 40, total = 33')) == [("FIN101", "1/budget")]


def test_a_slip_of_a_thousand_is_told_once() -> None:
    """A figure a thousand times out is FIN109's, in either direction, and the sums say nothing more."""
    text = rows(r1='"02-03" = 7, "03-04" = 40000, total = 47')
    assert codes(text) == [("FIN109", "1/budget/2003-04")]
    assert find(FIN109, text) == [
        Finding(
            address="1/budget/2003-04",
            key=("recommendation", 0, "profile", "budget", "03-04"),
            severity=Severity.ERROR,
            message=(
                "In the budget table, 03-04 of row 1 is printed as £40,000k, about a thousand times too much: "
                "the sums need £40k."
            ),
            place=Place("budget", "1", "03-04"),
            figures=Figures("40000", "40", "39960", "£k"),
        )
    ]
    (little,) = find(FIN109, rows(r1='"02-03" = 7, "03-04" = 40, total = "£47"'))
    assert little.message == (
        "In the budget table, Total of row 1 is printed as £0.047k, about a thousand times too little: "
        "the sums need £47k."
    )
    assert little.address == "1/budget"


def test_a_slip_of_ten_is_a_wrong_sum() -> None:
    """Ten times is a slip of a digit: the row is wrong, and a reading says so."""
    (found,) = find(FIN101, rows(r1='"02-03" = 7, "03-04" = 400, total = 47'))
    assert found.hints[-1] == "It fits if 03-04 is £40k: £400k is ten times too much."


@pytest.mark.parametrize(
    ("figure", "should"), [(500, None), (4990, None), (5000, "£5k"), (20000, "£20k"), (20010, None)]
)
def test_neighbours_tell_where_no_sum_does(figure: int, should: str | None) -> None:
    """500 to 2,000 times each of its neighbours in the row is about a thousand."""
    found = find(FIN109, rows(r1=f'"02-03" = 10, "03-04" = 10, "04-05" = {figure}'))
    assert [one.message for one in found] == (
        [
            (
                f"In the budget table, 04-05 of row 1 is printed as £{figure:,}k, about a thousand times too much: "
                f"its neighbours suggest {should}."
            )
        ]
        if should
        else []
    )


def test_neighbours_tell_of_too_little_as_well() -> None:
    """A figure a thousandth of its neighbours should be a thousand times more."""
    (found,) = find(FIN109, rows(r1='"02-03" = 7000, "03-04" = 8000, "04-05" = 6'))
    assert found.message.endswith(
        "is printed as £6k, about a thousand times too little: its neighbours suggest £6,000k."
    )
    assert found.severity is Severity.ERROR
    assert find(FIN109, rows(r1='"02-03" = 7000, "03-04" = 8000, "04-05" = 0')) == []


def test_one_neighbour_tells_nothing() -> None:
    """Two figures a thousand apart may be so; zero is no neighbour, and all neighbours must agree."""
    assert find(FIN109, rows(r1='"02-03" = 7, "03-04" = 0, "04-05" = 7000')) == []
    assert find(FIN109, rows(r1='"02-03" = 7, "03-04" = 70, "04-05" = 7000')) == []


def test_two_spellings_of_a_scale_are_one_note() -> None:
    """The finding stands at the first amount in the rarer spelling, and shows an example of each."""
    text = """
[[recommendation]]
id = "3"
text = "do it"
costs = [
  { column = "one-off", value = "£4k" },
  { column = "one-off", value = "£24K" },
  { column = "annual", value = "£5k £8k" },
  { column = "annual", value = 9 },
]
"""
    assert find(FIN109, text) == [
        Finding(
            address="3/costs/2",
            key=("recommendation", 0, "costs", 1, "value"),
            message="The cost lines are written in several scales or spellings: k (£4k), K (£24K) and £'000 (9).",
            hints=("Write all of them in one way.",),
        )
    ]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ('"£600,000", "£7k"', "full pounds (£600,000) and k (£7k)"),
        ('"£0.6m", "£7k"', "m (£0.6m) and k (£7k)"),
        ('9, "£0.6m"', "£'000 (9) and m (£0.6m)"),
        ('9, "£600,000"', "£'000 (9) and full pounds (£600,000)"),
        ('9, "£7k"', None),
        ('"£7k", "£0", "£9k"', None),
        ('"£7k", "TBC", "£3k + £4k"', None),
    ],
)
def test_scales_that_agree_are_quiet(values: str, message: str | None) -> None:
    """Bare amounts take the heading's scale; several scales, or spellings of one, do not agree."""
    lines = ", ".join(f'{{ column = "one-off", value = {value} }}' for value in values.split(", "))
    if "£600,000" in values:
        lines = lines.replace('"£600 }, { column = "one-off", value = 000"', '"£600,000"')
    found = find(FIN109, f'[[recommendation]]\nid = "3"\ntext = "do it"\ncosts = [{lines}]')
    assert [one.message for one in found] == (
        [f"The cost lines are written in several scales or spellings: {message}."] if message else []
    )


def test_a_table_that_mixes_scales_is_noted_too() -> None:
    """An amount in millions among bare thousands that adds up is a note, at that amount."""
    (found,) = find(FIN109, rows(r1='"02-03" = 7, "03-04" = "£0.04m", total = 47'))
    assert found.message == "The budget table is written in several scales or spellings: £'000 (7) and m (£0.04m)."
    assert (found.address, found.severity) == ("1/budget/2003-04", None)


def test_pounds_in_a_table_of_pounds_are_no_scale_of_their_own() -> None:
    """`£7` and `7` agree where the unit is the pound."""
    assert find(FIN109, 'unit = "£"\n' + rows(r1='"02-03" = "£7", "03-04" = 8, total = 15')) == []


def test_a_row_that_stands_twice_is_told_once() -> None:
    """The wrong totals that come of it are not told as well."""
    text = rows(totals='total = 54, years = { "02-03" = 14, "03-04" = 40 }', r1=GOOD, r2='"02-03" = 7, total = 7')
    twice = text + '[[recommendation]]\nid = "2"\ntext = "do it"\nprofile.budget = { "02-03" = 7, total = 7 }\n'
    assert codes(text) == []
    assert codes(twice) == [("FIN111", "2/budget")]
    assert find(FIN111, twice) == [
        Finding(
            address="2/budget",
            key=("recommendation", 2, "profile", "budget", "total"),
            message=(
                "Recommendation 2 has two rows in the budget table, with the same figures: its money is counted twice."
            ),
            place=Place("budget", "2", "Total"),
        )
    ]


def test_a_second_row_with_other_figures_is_told_as_such() -> None:
    """Its figures differ, and its last key is where it stands."""
    text = rows(r1=GOOD) + '[[recommendation]]\nid = "1"\ntext = "do it"\nprofile.budget = { "02-03" = 9 }\n'
    (found,) = find(FIN111, text)
    assert found.message == (
        "Recommendation 1 has two rows in the budget table, with different figures: its money is counted twice."
    )
    assert found.key == ("recommendation", 1, "profile", "budget", "02-03")


def test_ids_that_differ_in_case_are_one_recommendation() -> None:
    """`a` and `A` are one, and a row without figures has no key to point to; a third row is told too."""
    text = rows(ra=GOOD, rA="")
    (found,) = find(FIN111, text)
    assert (found.address, found.key) == ("A/budget", ())
    assert len(find(FIN111, text + rows(ra=GOOD))) == 2


def test_a_wrong_total_beside_a_doubled_row_is_told_as_well() -> None:
    """Where the row that stands twice does not explain the total, both are told."""
    text = rows(totals="total = 60", r1=GOOD) + rows(r1=GOOD)
    assert codes(text) == [("FIN103", "totals/budget"), ("FIN111", "1/budget")]
