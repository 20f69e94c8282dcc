"""The rules about money beside its sums: prose, cost lines, units, years, words, sources, the net, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bvtrack.checks.rules import (
    fin105_prose_figure,
    fin106_profile_vs_costs,
    fin108_sign,
    fin109_unit_mix,
    fin110_unit_missing,
    fin112_missing_year,
    fin113_year_order,
    fin114_text_in_money,
    fin115_cost_without_source,
    fin118_net_not_stated,
    fin119_not_evaluated,
)
from bvtrack.checks.words.phrasing import quoted as in_quotes
from bvtrack.core.finding import Figures, Finding, Place, Severity
from example_review import found as find
from example_review import messages

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule
    from bvtrack.checks.subject import Subject

FIN105 = fin105_prose_figure.RULE
FIN106 = fin106_profile_vs_costs.RULE
FIN108 = fin108_sign.RULE
FIN109 = fin109_unit_mix.RULE
FIN110 = fin110_unit_missing.RULE
FIN112 = fin112_missing_year.RULE
FIN113 = fin113_year_order.RULE
FIN114 = fin114_text_in_money.RULE
FIN115 = fin115_cost_without_source.RULE
FIN118 = fin118_net_not_stated.RULE
FIN119 = fin119_not_evaluated.RULE
RULES = (FIN105, FIN106, FIN109, FIN110, FIN112, FIN113, FIN114, FIN115, FIN118, FIN119)


def rows(stream: str = "budget", *, totals: str = "", **profiles: str) -> str:
    """Write a review with a recommendation for each profile, `r1` being recommendation 1, and a stream's totals."""
    head = f"[totals]\n{stream} = {{ {totals} }}\n" if totals else ""
    return head + "".join(
        f'[[recommendation]]\nid = "{name[1:]}"\ntext = "do it"\nprofile.{stream} = {{ {profile} }}\n'
        for name, profile in profiles.items()
    )


def at(rule: Rule, text: str) -> list[tuple[str, tuple[str | int, ...]]]:
    """Give the address and key of what a rule finds in a review's file."""
    return [(finding.address, finding.key) for finding in find(rule, text)]


def quoted(value: str, total: str = "budget", whose: str = "") -> str:
    """Write a figure quoted in prose."""
    of = f', recommendation = "{whose}"' if whose else ""
    return f'quoted = [{{ place = "section 6", total = "{total}", value = "{value}"{of} }}]\n'


def sourced(costs: str, profile: str | None, stream: str = "budget") -> str:
    """Write a review with one recommendation, its cost lines and one profile."""
    printed = "" if profile is None else f"profile.{stream} = {{ {profile} }}\n"
    return f'[[recommendation]]\nid = "3"\ntext = "do it"\ncosts = [{costs}]\n{printed}'


def once(value: str, more: str = "") -> str:
    """Write a one-off cost line."""
    return f'{{ column = "one-off", value = "{value}"{more} }}'


def annual(value: str, more: str = "", column: str = "annual") -> str:
    """Write an annual cost line."""
    return f'{{ column = "{column}", value = "{value}"{more} }}'


GOOD = '"02-03" = 7, "03-04" = 40, total = 47'


def test_the_hertfordshire_review_gives_what_a_careful_reviewer_finds(hertfordshire: Subject) -> None:
    """The figures, sources and oddities of the 2002 report, and no more."""
    found = [(rule.code, one) for rule in RULES for one in rule.find(hertfordshire)]
    assert [(code, one.address) for code, one in found] == [
        ("FIN106", "1/budget"),
        ("FIN106", "3/budget"),
        ("FIN109", "3/costs/1"),
        ("FIN114", "4/costs/3"),
        ("FIN115", "5/budget"),
        ("FIN118", "review"),
    ]
    by_code = {(code, one.address): one for code, one in found}
    assert by_code["FIN106", "1/budget"] == Finding(
        address="1/budget",
        key=("recommendation", 0, "profile", "budget", "total"),
        message=(
            "The budget of recommendation 1 is printed as £127k (7, 40, 40, 40), "
            "but its cost lines give £106k at the nearest (7, 33, 33, 33)."
        ),
        place=Place("budget", "1", "Total"),
        figures=Figures("127", "106", "21", "£k"),
        hints=("It fits if the £7k one-off recurs every year.",),
    )
    third = by_code["FIN106", "3/budget"]
    assert third.figures == Figures("118", "58", "60", "£k")
    assert third.hints == ("It fits if £25k (3c) and £5k (3d) are annual costs, printed in the one-off column.",)
    assert by_code["FIN109", "3/costs/1"].message == (
        "The cost lines are written in several scales or spellings: k (£7k) and K (£24K)."
    )
    assert by_code["FIN115", "5/budget"].message == (
        "The finance table has £25k of budget for recommendation 5, but no cost line says what it is for."
    )
    assert by_code["FIN118", "review"] == Finding(
        address="review",
        key=("totals",),
        message=(
            "The net position is nowhere stated: budget £1,346k less savings £480k and income £255k is £611k (£89k in "
            "2002-03, £334k in 2003-04, £94k in 2004-05 and £94k in 2005-06); all of the budget is existing budget "
            "redirected; it is not paid back within the plan."
        ),
    )


def test_severities_are_those_of_the_manual() -> None:
    """Wrong figures and sources are errors, words and currency warnings, the rest notes."""
    assert {rule.code: rule.severity.value for rule in RULES} == {
        "FIN105": "error",
        "FIN106": "error",
        "FIN109": "note",
        "FIN110": "warning",
        "FIN112": "error",
        "FIN113": "error",
        "FIN114": "warning",
        "FIN115": "error",
        "FIN118": "note",
        "FIN119": "note",
    }


@pytest.mark.parametrize("value", ["£47k", "£47,000", "£0.05m", "£0.047m"])
def test_prose_that_states_the_total_is_quiet(value: str) -> None:
    """Units do not matter, and prose may round."""
    assert find(FIN105, quoted(value) + rows(totals="total = 47", r1=GOOD)) == []


@pytest.mark.parametrize(
    ("value", "fires"),
    [
        ("over £40k", False),
        ("over £48k", True),
        ("up to £47k", False),
        ("less than £46k", True),
        ("£40-50k", False),
        ("£48-50k", True),
        ("about £50k", False),
        ("about £70k", True),
    ],
)
def test_prose_may_state_a_bound(value: str, fires: bool) -> None:
    """It is compared as what it bounds, and so is no figure that was left."""
    text = quoted(value) + rows(totals="total = 47", r1=GOOD)
    assert [one.address for one in find(FIN105, text)] == (["quoted/1"] if fires else [])
    assert find(FIN119, text) == []


def test_prose_that_differs_is_told_with_the_reading_that_fits() -> None:
    """The figure quoted is compared with the table's total, and the table is taken as it stands."""
    assert find(FIN105, quoted("£74k") + rows(totals="total = 47", r1=GOOD)) == [
        Finding(
            address="quoted/1",
            key=("quoted", 0, "value"),
            message="The budget is quoted as £74k in section 6, but the budget table has £47k.",
            figures=Figures("74", "47", "27", "£k"),
            hints=("It fits if the figure quoted is £47k: two digits of £74k are swapped.",),
        )
    ]


def test_a_figure_may_be_quoted_of_one_recommendation() -> None:
    """It states the total of its row."""
    text = rows(totals="total = 52", r1=GOOD, r2='"02-03" = 5, total = 5')
    assert find(FIN105, quoted("£5k", whose="2") + text) == []
    assert messages(FIN105, quoted("£6k", whose="2") + text) == [
        "The budget of recommendation 2 is quoted as £6k in section 6, but the budget table has £5k."
    ]


def test_a_total_that_is_not_printed_is_what_its_rows_add_to() -> None:
    """Without a row of totals the quoted figure is compared with all rows, without row totals with all years."""
    assert find(FIN105, quoted("£52k") + rows(r1=GOOD, r2='"02-03" = 5')) == []
    assert messages(FIN105, quoted("£53k") + rows(r1=GOOD, r2='"02-03" = 5')) == [
        "The budget is quoted as £53k in section 6, but the budget table has £52k."
    ]


def test_each_wrong_figure_in_prose_is_told() -> None:
    """Two figures are two findings, each at its place in the file."""
    text = (
        'quoted = [{ place = "a", total = "budget", value = "£47k" }, '
        '{ place = "b", total = "budget", value = "£48k" }, { place = "c", total = "budget", value = "-£47k" }]\n'
    )
    found = find(FIN105, text + rows(totals="total = 47", r1=GOOD))
    assert [(one.address, one.key) for one in found] == [
        ("quoted/2", ("quoted", 1, "value")),
        ("quoted/3", ("quoted", 2, "value")),
    ]
    assert found[1].hints == ("It fits if the figure quoted is £47k: the sign of -£47k is turned.",)


def test_savings_printed_negative_are_quoted_positive() -> None:
    """A table's convention is no difference, whether or not prose follows it."""
    text = rows("savings", totals="total = -47", r1='"02-03" = -7, "03-04" = -40, total = -47')
    assert find(FIN105, quoted("£47k", "savings") + text) == []
    assert find(FIN105, quoted("-£47k", "savings") + text) == []
    assert messages(FIN105, quoted("£48k", "savings") + text) == [
        "The savings is quoted as £48k in section 6, but the savings table has £47k."
    ]


def test_an_unreadable_figure_in_prose_is_no_sign() -> None:
    """What states no figure is left to FIN119, also where the table prints negatives."""
    text = rows("savings", r1='"02-03" = -7, total = -7')
    assert find(FIN105, quoted("TBC", "savings") + text) == []
    assert at(FIN119, quoted("TBC", "savings") + text) == [("quoted/1", ("quoted", 0, "value"))]


BOTH = """
[[recommendation]]
id = "1"
text = "do it"
profile.budget = { "02-03" = 7, "03-04" = 40, total = 47 }
profile.savings = { "03-04" = 10, total = 10 }

[[recommendation]]
id = "2"
text = "do it"
profile.income = { "03-04" = 5, "04-05" = 1, total = 6 }
"""


@pytest.mark.parametrize("value", ["£31k", "-£31k", "£31,000"])
def test_a_net_position_may_be_stated_with_either_sign(value: str) -> None:
    """47 less 10 and 6 is 31, and a net saving is quoted without a sign."""
    assert find(FIN105, quoted(value, "net") + BOTH) == []
    assert find(FIN105, f'net = "{value}"\n' + BOTH) == []


def test_a_wrong_net_position_is_told() -> None:
    """In prose at its place, in the review's own key at the review."""
    assert find(FIN105, quoted("£32k", "net") + BOTH) == [
        Finding(
            address="quoted/1",
            key=("quoted", 0, "value"),
            message="The net position is stated as £32k in section 6, but budget less savings and income is £31k.",
            figures=Figures("32", "31", "1", "£k"),
        )
    ]
    assert find(FIN105, 'net = "£63k"\n' + BOTH) == [
        Finding(
            address="review",
            key=("net",),
            message="The net position is stated as £63k in the review, but budget less savings and income is £31k.",
            figures=Figures("63", "31", "32", "£k"),
        )
    ]


def test_a_net_position_may_be_that_of_one_recommendation() -> None:
    """Its own budget less its own savings."""
    assert find(FIN105, quoted("£37k", "net", "1") + BOTH) == []
    assert len(find(FIN105, quoted("£31k", "net", "1") + BOTH)) == 1


def test_a_net_position_may_be_that_of_the_printed_totals() -> None:
    """Where a printed total is wrong that is one misfit, and a net worked from it is no second."""
    text = '[totals]\nbudget = { total = 50 }\nincome = { total = "TBC" }\nsavings = { label = "All" }\n' + BOTH
    assert find(FIN105, 'net = "£34k"\n' + text) == []
    assert find(FIN105, 'net = "£31k"\n' + text) == []
    assert len(find(FIN105, 'net = "£35k"\n' + text)) == 1


def test_negative_savings_are_taken_off_like_positive_ones() -> None:
    """The net position follows each table's convention, printed totals too."""
    text = "[totals]\nsavings = { total = -10 }\n" + BOTH.replace(
        '"03-04" = 10, total = 10', '"03-04" = -10, total = -10'
    )
    assert find(FIN105, 'net = "£31k"\n' + text) == []
    assert len(find(FIN105, 'net = "£51k"\n' + text)) == 1


def test_a_net_position_is_compared_only_with_what_can_be_read() -> None:
    """An unreadable figure, in the tables or stated, leaves it to FIN119."""
    broken = BOTH.replace('"03-04" = 5,', '"03-04" = "TBC",')
    assert find(FIN105, 'net = "£99k"\n' + broken) == []
    assert find(FIN105, 'net = "TBC"\n' + BOTH) == []
    assert ("review", ("net",)) in at(FIN119, 'net = "£99k"\n' + broken)
    assert at(FIN119, 'net = "TBC"\n' + BOTH) == [("review", ("net",))]


def test_a_row_without_years_counts_with_its_total_in_the_net() -> None:
    """The net over the plan is known, the net by year is not."""
    text = rows(r1=GOOD, r2="total = 3")
    assert find(FIN105, 'net = "£50k"\n' + text) == []
    assert messages(FIN118, text) == [
        "The net position is nowhere stated: budget £50k is £50k; all of the budget is money of a source not stated."
    ]


@pytest.mark.parametrize(
    ("costs", "profile", "stream"),
    [
        (
            once("£5k £8k") + ", " + annual("£347k"),
            '"02-03" = 13, "03-04" = 347, "04-05" = 347, "05-06" = 347',
            "budget",
        ),
        (once("£7k", ', year = "2003-04"'), '"03-04" = 7', "budget"),
        (annual("£7k", ', end = "2003-04"'), '"02-03" = 7, "03-04" = 7', "budget"),
        (annual("£7k", ', first = "£2k"'), '"03-04" = 2, "04-05" = 7, "05-06" = 7', "budget"),
        (annual("£240k", column="net potential savings"), '"04-05" = 240, "05-06" = 240', "savings"),
        (annual("£240k", column="net potential savings"), '"04-05" = -240, "05-06" = -240', "savings"),
        (annual("-£240k", column="net potential savings"), '"04-05" = -240, "05-06" = -240', "savings"),
        (annual("£85k", column="net potential income"), '"03-04" = 85, "04-05" = 85, "05-06" = 85', "income"),
        (annual("£85k") + ", " + annual("£2k"), '"03-04" = 85, "04-05" = 85, "05-06" = 85', "budget"),
        (once("£7k"), '"02-03" = 7, "03-04" = "-", "04-05" = "nil"', "budget"),
        (once("£7k"), '"02-03" = 7, "01-02" = "", total = 7', "budget"),
    ],
)
def test_a_profile_that_its_lines_give_is_quiet(costs: str, profile: str, stream: str) -> None:
    """One-offs in the first year or their own, annual lines from a start of their own, a blank being no money."""
    assert find(FIN106, sourced(costs, profile, stream)) == []
    assert find(FIN119, sourced(costs, profile, stream)) == []


def test_a_profile_without_a_printed_total_is_told_with_its_sum() -> None:
    """The total shown is what the years add to; the finding stands at the profile."""
    (found,) = find(FIN106, sourced(once("£7k"), '"02-03" = 8, "03-04" = 1'))
    assert (found.figures, found.key) == (Figures("9", "7", "2", "£k"), ("recommendation", 0, "profile", "budget"))
    assert found.message.endswith(
        "is printed as £9k (8, 1, 0, 0), but its cost lines give £7k at the nearest (7, 0, 0, 0)."
    )


def test_a_total_that_cannot_be_read_is_taken_from_the_years() -> None:
    """A dash for a total is no nought."""
    (found,) = find(FIN106, sourced(once("£7k"), '"02-03" = 8, total = "-"'))
    assert found.figures == Figures("8", "7", "1", "£k")


def test_a_negative_table_is_compared_without_its_sign() -> None:
    """Both sides are said positive, the total too."""
    savings = annual("£240k", column="net potential savings")
    (found,) = find(FIN106, sourced(savings, '"04-05" = -250, "05-06" = -250, total = -500', "savings"))
    assert found.figures == Figures("500", "480", "20", "£k")


def test_a_row_whose_sum_is_wrong_is_taken_as_corrected() -> None:
    """One wrong figure is one finding, FIN101's; what does not fit even so is told."""
    lines = once("£5k £8k") + ", " + annual("£347k")
    years = '"02-03" = 13, "03-04" = 374, "04-05" = 347, "05-06" = 347'
    assert find(FIN106, sourced(lines, f"{years}, total = 1054")) == []
    assert len(find(FIN106, sourced(lines, f"{years}, total = 1081"))) == 1
    assert len(find(FIN106, sourced(once("£9k"), f"{years}, total = 1054"))) == 1


def test_a_wrong_row_total_does_not_excuse_its_years() -> None:
    """The years are compared with the lines whatever the total says."""
    assert len(find(FIN106, sourced(once("£7k"), '"02-03" = 8, "03-04" = 1, total = 90'))) == 1


def test_a_wrong_figure_of_another_row_excuses_nothing() -> None:
    """Only corrections of a row's own figures are tried on it."""
    text = sourced(once("£7k"), '"02-03" = 8, total = 8') + sourced(once("£1k"), '"02-03" = 7, total = 9')
    assert [one.address for one in find(FIN106, text)] == ["3/budget", "3/budget"]


def test_lines_that_round_fit_where_the_review_says_so() -> None:
    """£7.4k once fits a rounded 7, and an exact review does not round."""
    text = sourced(once("£7.4k"), '"02-03" = 7')
    assert len(find(FIN106, text)) == 1
    assert find(FIN106, 'rounding = "nearest"\n' + text) == []


@pytest.mark.parametrize(
    ("costs", "profile"),
    [
        (once("TBC"), '"02-03" = 7'),
        (once("£7k"), '"02-03" = "TBC"'),
        (once("£7k"), "total = 8"),
        (once("£7k"), '"Year 1" = 8'),
        (annual("£7k £8k", ', first = "£1k"'), '"02-03" = 7'),
    ],
)
def test_what_cannot_be_compared_is_no_misfit(costs: str, profile: str) -> None:
    """Lines, cells and years that cannot be read, and profiles by total alone, are left."""
    assert find(FIN106, sourced(costs, profile)) == []


PLAN = rows(r1='"02-03" = 1, "03-04" = 1, "04-05" = 1, "05-06" = 1')


def test_noughts_are_a_profile_that_lines_may_contradict() -> None:
    """A line of £7k does not give a profile of noughts."""
    assert at(FIN106, sourced(once("£7k"), '"02-03" = 0')) == [("3/budget", ("recommendation", 0, "profile", "budget"))]


def test_a_year_that_no_profile_has_is_not_told_twice() -> None:
    """FIN112 tells of the missing year; where another row has the year, the blank is no money."""
    stops = sourced(annual("£7k"), '"02-03" = 7, "03-04" = 7, "04-05" = 7, total = 21')
    assert [len(find(rule, stops)) for rule in (FIN106, FIN112)] == [0, 1]
    assert [len(find(rule, stops + PLAN)) for rule in (FIN106, FIN112)] == [1, 0]


def test_a_year_beyond_the_plan_is_its_rows_alone() -> None:
    """An annual line need not run into a year that only another row prints, but does where its own row prints it."""
    years = '"02-03" = 7, "03-04" = 7, "04-05" = 7, "05-06" = 7'
    beyond = rows(r1='"06-07" = 1')
    assert find(FIN106, sourced(annual("£7k"), years) + beyond) == []
    assert find(FIN106, sourced(annual("£7k"), f'{years}, "06-07" = 7')) == []
    assert len(find(FIN106, sourced(annual("£7k"), f'{years}, "06-07" = 6'))) == 1


def test_two_figures_of_a_row_known_to_be_wrong_are_both_corrected() -> None:
    """The columns tell what both should be, and so the lines fit."""
    lines = once("£7k") + ", " + annual("£5k")
    years = 'years = { "02-03" = 8, "03-04" = 6, "04-05" = 6, "05-06" = 6 }'
    wrong = '"02-03" = 70, "03-04" = 50, "04-05" = 5, "05-06" = 5, total = 22'
    assert find(FIN106, f"totals.budget = {{ {years} }}\n" + sourced(lines, wrong) + PLAN) == []


def test_a_row_with_its_signs_turned_is_no_misfit_of_its_lines() -> None:
    """FIN108 tells it; a line with its sign turned is the line's own fault."""
    others = rows(r1='"02-03" = 9, "03-04" = 9')
    text = sourced(once("£7k"), '"02-03" = -7, total = -7') + others
    assert find(FIN106, text) == []
    assert [one.message for one in find(FIN108, text)] == [
        (
            "In the budget table, Total of row 3 is printed as -£7k, against the sign of the rest, "
            "and its cost lines say so."
        )
    ]
    assert len(find(FIN106, sourced(once("£8k"), '"02-03" = -7, total = -7') + others)) == 1
    assert len(find(FIN106, sourced(once("-£7k"), '"02-03" = 7, total = 7') + others)) == 1


def test_too_many_lines_are_not_compared_and_that_is_said() -> None:
    """A profile with a hundred different annual lines is left to FIN119, at once."""
    lines = ", ".join(annual(f"£{2**nth}k") for nth in range(30))
    text = sourced(lines, '"02-03" = 8, total = 8')
    assert find(FIN106, text) == []
    assert find(FIN119, text) == [
        Finding(
            address="3/budget",
            key=("recommendation", 0, "costs", 0, "value"),
            message=(
                "The budget of recommendation 3 was not compared with its cost lines: they can fall in too many ways."
            ),
        )
    ]
    assert "which one is not known" not in str(find(FIN105, text))


def test_a_part_year_amount_beside_two_amounts_is_not_compared_and_that_is_said() -> None:
    """Whose first year it is cannot be told."""
    assert messages(FIN119, sourced(annual("£7k £8k", ', first = "£1k"'), '"02-03" = 7, total = 7')) == [
        (
            "The budget of recommendation 3 was not compared with its cost lines: "
            "a part-year amount stands beside several amounts."
        )
    ]


def test_a_currency_may_stand_anywhere_in_the_table() -> None:
    """In the unit, the heading or a cell; a table without any is told with the others, once."""
    bare = 'unit = "\'000s"\n'
    assert find(FIN110, rows(r1=GOOD)) == []
    assert find(FIN110, bare + rows(totals='heading = "Budget (pounds)"', r1=GOOD)) == []
    assert find(FIN110, bare + rows(r1='"02-03" = "£7k"')) == []
    assert find(FIN110, bare + BOTH) == [
        Finding(
            address="review",
            key=("unit",),
            message=(
                "No currency stands in the unit '000s, nor in a heading or a cell of the budget, savings and income."
            ),
            hints=("Write the unit with its currency: £'000s.",),
        )
    ]
    assert find(FIN110, bare) == []


@pytest.mark.parametrize(
    ("profile", "missing"),
    [
        ('"02-03" = 7, "03-04" = 7, "04-05" = 7, "05-06" = 7', None),
        ('"02-03" = 7, "03-04" = 7, "05-06" = 7', "2004-05"),
        ('"03-04" = 7, "04-05" = 7', "2002-03 and 2005-06"),
        ('"02-03" = 7, "03-04" = 7, "04-05" = 7, "05-06" = 7, "06-07" = 7', None),
        ('"02-03" = 7, "03-04" = 7, "04-05" = 7, "05-06" = 7, "07-08" = 7', "2006-07"),
        ('"00-01" = 7, "02-03" = 7, "03-04" = 7, "04-05" = 7, "05-06" = 7', "2001-02"),
        ('"02-03" = 7, "04-06" = 7', None),
        ("total = 7", None),
    ],
)
def test_every_year_of_the_plan_and_between_has_a_label(profile: str, missing: str | None) -> None:
    """A year with no label anywhere is missing, unless a label that cannot be read may be it."""
    found = find(FIN112, rows(r1=profile))
    assert [one.message for one in found] == (
        [f"No profile has a figure for {missing}; the plan period is 2002 – 2006."] if missing else []
    )
    assert all((one.address, one.key) == ("review", ("period",)) for one in found)


def test_a_year_in_one_table_is_not_missing() -> None:
    """All profiles and year totals count together."""
    text = rows(totals='years = { "05-06" = 0 }', r1='"02-03" = 7, "03-04" = 7', r2='"04-05" = 1')
    assert find(FIN112, text) == []


@pytest.mark.parametrize(
    ("profile", "fires"),
    [
        ('"02-03" = 1, "03-04" = 2, "04-05" = 3, total = 6', False),
        ('total = 6, "04-05" = 1, "03-04" = 2, "02-03" = 3', False),
        ('"02-03" = 1, "05-06" = 3', False),
        ('"02-03" = 1', False),
        ('"02-03" = 1, "04-05" = 3, "03-04" = 2', True),
        ('"04-05" = 3, "02-03" = 1, "03-04" = 2', True),
        ('"02-03" = 1, "2002/03" = 2', True),
    ],
)
def test_years_rise_or_fall_throughout(profile: str, fires: bool) -> None:
    """Any other order is wrong, and so is a year that stands twice."""
    assert at(FIN113, rows(r1=profile)) == ([("1/budget", ("recommendation", 0, "profile", "budget"))] if fires else [])


def test_the_years_out_of_order_are_named() -> None:
    """In the order printed; those of the totals are looked at too."""
    text = rows(totals='years = { "03-04" = 1, "02-03" = 2, "04-05" = 3 }', r1=GOOD)
    assert find(FIN113, text) == [
        Finding(
            address="totals/budget",
            key=("totals", "budget", "years"),
            message="The years 03-04, 02-03 and 04-05 neither rise nor fall throughout.",
        )
    ]


def test_a_label_that_is_no_financial_year_is_told_once() -> None:
    """Wherever it stands again, and beside the years around it, which are in order."""
    text = rows(r1='"02-03" = 1, "04-03" = 2, "04-05" = 3', r2='"04-03" = 3')
    assert find(FIN113, text) == [
        Finding(
            address="1/budget",
            key=("recommendation", 0, "profile", "budget", "04-03"),
            message="The year label 04-03 is not one financial year.",
            hints=("Write it as two consecutive years: 2002-03.",),
        )
    ]
    assert messages(FIN113, rows(r1='"2002 – 2006" = 7')) == ["The year label 2002 – 2006 is not one financial year."]


def test_words_beside_an_amount_are_asked_about() -> None:
    """The amount is counted, and the finding says that the words are not."""
    assert find(FIN114, sourced(once("£3k + training in Rec 3c"), '"02-03" = 3')) == [
        Finding(
            address="3/costs/1",
            key=("recommendation", 0, "costs", 0, "value"),
            message=(
                f"Cost line 1 of recommendation 3 is printed as {in_quotes('£3k + training in Rec 3c')}: "
                "£3k is counted, the words beside it are not."
            ),
        )
    ]


def test_words_beside_a_list_are_asked_about_once() -> None:
    """Both amounts of the list are counted."""
    assert messages(FIN114, sourced(once("£5k £8k + training"), '"02-03" = 13')) == [
        (
            f"Cost line 1 of recommendation 3 is printed as {in_quotes('£5k £8k + training')}: "
            "£5k and £8k are counted, the words beside them are not."
        )
    ]


@pytest.mark.parametrize("value", ["£3k", "£3k p.a.", "£03k", "£3k £4k", "TBC", "c. £3k", "£3"])
def test_words_that_are_understood_are_quiet(value: str) -> None:
    """A query for another cause is not about words."""
    assert find(FIN114, sourced(once(value), '"02-03" = 3')) == []


def test_words_are_found_wherever_money_is_printed() -> None:
    """In a cell, in the row of totals, in a part-year amount, in prose and in the net; each says where it stands."""
    beside = "£3k + training in Rec 3c"
    text = f"""
net = "{beside}"
quoted = [{{ place = "section 6", total = "budget", value = "{beside}" }}]
[totals]
budget = {{ total = "{beside}" }}
[[recommendation]]
id = "3"
text = "do it"
costs = [{{ column = "annual", value = "£3k", first = "{beside}" }}]
profile.budget = {{ "02-03" = "{beside}" }}
"""
    found = find(FIN114, text)
    assert [one.message.partition(" is printed")[0] for one in found] == [
        "In the budget table, 02-03 of row 3",
        "In the budget table, Total of the row of totals",
        "The part-year amount of cost line 1 of recommendation 3",
        "The budget figure in section 6",
        "The net position",
    ]
    assert [(one.address, one.key) for one in found] == [
        ("3/budget/2002-03", ("recommendation", 0, "profile", "budget", "02-03")),
        ("totals/budget", ("totals", "budget", "total")),
        ("3/costs/1", ("recommendation", 0, "costs", 0, "first")),
        ("quoted/1", ("quoted", 0, "value")),
        ("review", ("net",)),
    ]


def test_money_needs_a_cost_line() -> None:
    """A profile with money and no line is told with its total, else with its years."""
    assert find(FIN115, sourced("", GOOD)) == [
        Finding(
            address="3/budget",
            key=("recommendation", 0, "profile", "budget"),
            message="The finance table has £47k of budget for recommendation 3, but no cost line says what it is for.",
            place=Place("budget", "3", "Total"),
        )
    ]
    assert "has £7k and £40k of budget" in messages(FIN115, sourced("", '"02-03" = 7, "03-04" = 40'))[0]
    assert "has no readable amount of budget" in messages(FIN115, sourced("", '"02-03" = "TBC"'))[0]
    assert "has £47k of budget" in messages(FIN115, sourced(once("-"), GOOD))[0]


def test_a_cost_line_needs_money() -> None:
    """Lines without a profile, or with one that prints no money, are told with their columns, at the first of them."""
    lines = once("£7k") + ", " + annual("£240k", column="net potential savings") + ", " + annual("£5k")
    found = find(FIN115, sourced(lines, '"04-05" = 240', "savings"))
    assert found == [
        Finding(
            address="3/budget",
            key=("recommendation", 0, "costs", 0, "value"),
            message=(
                "Recommendation 3 has cost lines (£7k one-off and £5k annual) "
                "but no money in the budget of the finance table."
            ),
        )
    ]
    assert len(find(FIN115, sourced(once("£7k"), '"02-03" = "-"'))) == 1


@pytest.mark.parametrize(
    ("costs", "profile"),
    [
        (once("£7k"), '"02-03" = 7'),
        (once("nil"), None),
        ("", '"02-03" = "nil"'),
        (once("TBC"), '"02-03" = 7'),
        ("", '"02-03" = 0, total = 0'),
        (once("£0k"), None),
        (once("£7k"), '"02-03" = 0'),
    ],
)
def test_both_or_neither_is_quiet(costs: str, profile: str | None) -> None:
    """Money with a line, and nothing with nothing; a line to be confirmed is a line, noughts are a profile."""
    assert find(FIN115, sourced(costs, profile)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            BOTH,
            (
                "budget £47k less savings £10k and income £6k is £31k (£7k in 2002-03, £25k in 2003-04, "
                "-£1k in 2004-05 and £0k in 2005-06); all of the budget is money of a source not stated; "
                "it is not paid back within the plan"
            ),
        ),
        (
            rows("savings", r1='"02-03" = 7'),
            "savings £7k is -£7k (-£7k in 2002-03, £0k in 2003-04, £0k in 2004-05 and £0k in 2005-06)",
        ),
    ],
)
def test_the_net_position_is_stated_where_the_review_does_not(text: str, what: str) -> None:
    """Streams, net, years, funding, payback; without a budget there is nothing to fund or pay back."""
    assert messages(FIN118, text) == [f"The net position is nowhere stated: {what}."]


@pytest.mark.parametrize(
    ("savings", "payback"),
    [
        ('"03-04" = 10', "paid back in 2003-04"),
        ('"03-04" = 9', "not paid back within the plan"),
        ('"03-04" = 9, "05-06" = 1', "paid back in 2005-06"),
        ('"02-03" = 1, "03-04" = 20', "paid back in 2003-04"),
        ('"02-03" = 11', "paid back in 2002-03"),
    ],
)
def test_payback_is_the_first_year_by_whose_end_the_budget_is_covered(savings: str, payback: str) -> None:
    """Savings count as they come in, and even is covered."""
    (message,) = messages(FIN118, rows(r1='"02-03" = 10') + rows("savings", r2=savings))
    assert message.endswith(f"; it is {payback}.")


def test_a_year_before_any_money_pays_nothing_back() -> None:
    """Nothing spent in the first year is no payback; a plan without any money has none at all."""
    late = rows(r1='"02-03" = 0, "03-04" = 10') + rows("savings", r2='"04-05" = 10')
    assert messages(FIN118, late)[0].endswith("it is paid back in 2004-05.")
    assert messages(FIN118, rows(r1='"02-03" = 0'))[0].endswith("the budget is money of a source not stated.")


def test_the_funding_is_that_of_the_lines_else_of_the_review() -> None:
    """One source is all of it, several are named in the order printed; lines of savings fund nothing."""
    grant = ', funding = "grant"'
    assert "; all of the budget is grant;" in messages(FIN118, sourced(once("£7k", grant), '"02-03" = 7'))[0]
    two = sourced(once("£7k", grant) + ", " + once("£8k"), '"02-03" = 15')
    assert "; the budget is grant and new money;" in messages(FIN118, 'funding = "new"\n' + two)[0]
    saving = sourced(annual("£7k", grant, "net potential savings"), '"02-03" = 7')
    assert (
        "; all of the budget is existing budget redirected;" in messages(FIN118, 'funding = "existing"\n' + saving)[0]
    )


@pytest.mark.parametrize("text", ["", 'net = "£1k"\n' + BOTH, quoted("£1k", "net") + BOTH])
def test_a_net_position_that_is_stated_is_quiet(text: str) -> None:
    """Right or wrong it is stated; without tables there is none to state."""
    assert find(FIN118, text) == []


def test_a_net_position_that_cannot_be_worked_out_is_still_nowhere_stated() -> None:
    """A figure that cannot be read, or a stream of which only the total is known, leaves it open."""
    assert messages(FIN118, BOTH.replace("= 40", '= "TBC"')) == [
        (
            "The net position is nowhere stated: it cannot be worked out, "
            "since a figure of the finance table is not readable."
        )
    ]
    assert messages(FIN118, "totals = { income = { total = 7 } }\n" + rows(r1=GOOD)) == [
        (
            "The net position is nowhere stated: it cannot be worked out, "
            "since the income is printed as a total without rows."
        )
    ]


def test_a_net_position_of_one_recommendation_is_not_the_reviews() -> None:
    """The review's is still nowhere stated."""
    assert len(find(FIN118, quoted("£37k", "net", "1") + BOTH)) == 1


def test_what_cannot_be_read_is_listed_with_its_reading() -> None:
    """At the value, with the kind it was read as and why."""
    assert find(FIN119, rows(r1='"02-03" = "TBC", "03-04" = "£l27k", total = 5')) == [
        Finding(
            address="1/budget/2002-03",
            key=("recommendation", 0, "profile", "budget", "02-03"),
            message=f"In the budget table, 02-03 of row 1 is {in_quotes('TBC')}, read as to be confirmed: not checked.",
        ),
        Finding(
            address="1/budget/2003-04",
            key=("recommendation", 0, "profile", "budget", "03-04"),
            message=(
                f"In the budget table, 03-04 of row 1 is {in_quotes('£l27k')}, "
                "read as malformed (letters inside a figure): not checked."
            ),
        ),
    ]


def test_a_list_is_two_lines_in_a_cost_cell_and_no_figure_elsewhere() -> None:
    """`£5k £8k` in a profile is not checked."""
    assert at(FIN119, sourced(once("£5k £8k"), '"02-03" = "£5k £8k"')) == [
        ("3/budget/2002-03", ("recommendation", 0, "profile", "budget", "02-03"))
    ]


def test_a_total_over_nothing_is_listed() -> None:
    """A row that prints a total alone is not checked; one with a dash in it is wrong instead."""
    assert find(FIN119, rows(r1="total = 7")) == [
        Finding(
            address="1/budget",
            key=("recommendation", 0, "profile", "budget", "total"),
            message="The budget total of 7 has no printed parts: not checked.",
        )
    ]
    assert find(FIN119, rows(r1='"02-03" = "-", total = 7')) == []


def test_a_figure_in_prose_without_a_total_is_listed() -> None:
    """No table of its stream, no row of its recommendation, no net."""
    assert find(FIN119, quoted("£7k", "savings") + rows(r1=GOOD)) == [
        Finding(
            address="quoted/1",
            key=("quoted", 0, "value"),
            message="The figure of £7k for the savings in section 6 has no rows to compare it with: not checked.",
        )
    ]
    assert at(FIN119, quoted("£7k", "budget", "9") + rows(r1=GOOD)) == [("quoted/1", ("quoted", 0, "value"))]
    assert messages(FIN119, quoted("£7k", "net")) == [
        "The figure of £7k for the net position in section 6 has no rows to compare it with: not checked."
    ]
    assert messages(FIN119, 'net = "£7k"\n') == [
        "The figure of £7k for the net position in the review has no rows to compare it with: not checked."
    ]


def test_totals_without_rows_are_listed() -> None:
    """A printed total, or printed year totals, of a stream no recommendation has; a heading alone states nothing."""
    expected = [
        Finding(
            address="totals/income",
            key=("totals", "income"),
            message="The totals of income have no rows to compare them with: not checked.",
        )
    ]
    assert find(FIN119, "[totals]\nincome = { total = 7 }\n") == expected
    assert find(FIN119, '[totals]\nincome = { years = { "02-03" = 7 } }\n') == expected
    assert find(FIN119, '[totals]\nincome = { heading = "Income" }\n') == []
    assert find(FIN119, rows(totals="total = 47", r1=GOOD)) == []


def test_a_figure_in_prose_a_thousand_times_out_is_the_proses() -> None:
    """FIN105 tells it with its reading, and FIN109 does not tell it again."""
    text = quoted("£47m") + rows(totals="total = 47", r1=GOOD)
    assert find(FIN105, text)[0].hints == (
        "It fits if the figure quoted is £47k: £47,000k is a thousand times too much.",
    )
    assert [one for one in find(FIN109, text) if one.severity is Severity.ERROR] == []
