"""prose-figure in documents: what stays quiet, what is found, and how it is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.checks.prose.sentences import sentences
from bvtrack.checks.rules.fin105_prose_figure import RULE
from bvtrack.core.finding import Figures
from example_document import found_in

TABLE = """
## Financial implications

| | Budget ('000s) | | | | | Savings ('000s) | | | Income ('000s) | | |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
| Rec | 02-03 | 03-04 | 04-05 | 05-06 | Total | 04-05 | 05-06 | Total | 04-05 | 05-06 | Total |
| 1 | 7 | 40 | 40 | 40 | 127 | | | | | | |
| 2 | 13 | 347 | 347 | 347 | 1054 | 240 | 240 | 480 | | | |
| 3 | 28 | 30 | 30 | 30 | 118 | | | | | | |
| 4 | 22 | | | | 22 | | | | 125 | 130 | 255 |
| 5 | 19 | 2 | 2 | 2 | 25 | | | | | | |
| Total | 89 | 419 | 419 | 419 | 1346 | 240 | 240 | 480 | 125 | 130 | 255 |
"""
SERVICES = """
Table 2: Savings by service, £000

| Service | 2009-10 | 2010-11 | 2011-12 | Total |
|---|--:|--:|--:|--:|
| Libraries | 140 | 215 | 260 | 615 |
| Adult social care | 220 | 310 | 405 | 935 |
| Archives | 12 | 18 | 24 | 54 |
| Total | 372 | 543 | 689 | 1,604 |
"""
YEARS_DOWN = """
Costs of the programme, £m

| Year | Staff | Premises | Total cost |
|---|--:|--:|--:|
| 2021/22 | 1.42 | 0.31 | 1.73 |
| 2022/23 | 1.55 | 0.36 | 1.91 |
| 2023/24 | 1.61 | 0.42 | 2.03 |
| Total | 4.58 | 1.09 | 5.67 |
"""

AGREES = (
    "The total budget over four years is £1,346k.",
    "The total budget over four years is £1,346,000.",
    "The total budget over four years is £1.346m.",
    "The total budget over four years is £1.346 million.",
    "The total budget over four years is £1.3m.",
    "The total budget over four years is £1.35m.",
    "The total budget over four years is about £1.4m.",
    "The total budget over four years is nearly £1.4m.",
    "The total budget over four years is just over £1.3m.",
    "The total budget over four years is up to £1.5m.",
    "The total budget over four years is more than £1.3m.",
    "The total budget over four years is £1.4m or so.",
    "The total budget over four years is £1.3m or more.",
    "The total cost savings over four years are £480k.",
    "The total budget over four years is between £1.3m and £1.4m.",
    "The total budget over four years is £1.3m to £1.4m.",
    "Over the next 4 years, £1,346,000 of the existing budget will be redirected.",
    "savings of £480k over the period",
    "produce £480k savings through efficiencies;",
    "generate £255k additional income;",
    "Savings (£480,000) and income (£255,000) follow.",
    "The net position over four years is £611k.",
    "The net cost over four years is £0.6m.",
    "In 2003-04 the budget is £419k.",
    "The 2002/03 budget is £89,000.",
    "The savings in 2004-05 are £240k.",
    "The budget for recommendation 2 is £1,054k.",
    "Recommendation 2 will save £480k.",
    "Recommendation 1 will cost £127k over four years.",
    "The total budget for 2002 – 2006 is £1,346k.",
    "The total budget from 2002-03 to 2005-06 is £1,346k.",
    "Total savings: £480k",
    "A total of £255k of income will be generated.",
    "The recommendations will cost £1,346k, save £480k and generate income of £255k.",
)
ELSE = (
    "Last year's budget was £1,347k.",
    "The budget was £1,436k in the previous plan.",
    "The total budget will be reduced from £1,436k to £1,346k.",
    "Savings of £120k a year are expected.",
    "Annual savings of £120k are expected.",
    "Savings of £160k each year over the period are expected.",
    "The savings are £485 per pupil.",
    "The average cost is £1,356k.",
    "A grant of £485k will be sought.",
    "The council has budgeted £1,356k for grants.",
    "Kent will make savings of £485k over four years.",
    "In Kent the total savings over four years are £485k.",
    "The total savings over four years of another authority are £485k.",
    "Total savings of £200k over four years will come from libraries.",
    "Savings of £200k from sharing posts are included.",
    "The libraries budget over four years is £1,356k.",
    "The total capital budget over four years is £1,356k.",
    "The total gross budget is £1,436k.",
    "Net savings of £225k over four years remain.",
    "Of the budget, £490k is for secondary schools.",
    "The budget includes £490k for secondary schools.",
    "The budget of the intervention team is £1,043k.",
    "The total budget over ten years is £3,346k.",
    "The total budget from 2006-07 to 2009-10 is £1,436k.",
    "In 2001-02 the budget is £429k.",
    "In 2006-07 the savings are £245k.",
    "Recommendation 9 will cost £1,054k.",
    "Recommendations 1 and 2 will cost £1,181k.",
    "An increase in the budget of £485k over four years is proposed.",
    "A reduction in the budget of £485k over four years is proposed.",
    "A contribution to the savings of £48k is sought.",
    "The savings target is £500k.",
    "Reserves of £485k are held.",
    "The redundancy cost is £1,348k.",
    "Further savings of £30k are possible.",
    "A saving of £50k is made by the new contract.",
    "Income of £50k comes from courses.",
    "Course income of £265k is planned.",
    "The one-off cost is £89k.",
    "One-off savings of £481k are planned.",
    "Fees of £265k are due.",
    "The budget is £1,346k more than before.",
    "Costs rise by £485k.",
    "The cost per school is £265.",
    "The total spend to date is £485k.",
    "The total budget over four years excluding training is £1,220k.",
    "The first phase will cost £1,340k.",
    "If the options are chosen the total cost is £1,436k.",
    "Most of the total savings of £490k over four years are secure.",
    "The total budget over four years is £1,346k, of which £1,054k is for outcomes.",
    "The total budget over four years is 1346 hours.",
    "There are 1,356 budget lines over four years.",
    "Budget 2002 to 2006",
    "The cost of the 2 reports is £5,480.",
    "The team costs £136k.",
    "A total of £490k over four years is available.",
    "The total budget over four years is £TBC.",
    "The total budget over four years is £1,34k6.",
    "Staff costs over four years are £1,446k.",
    "The budget requirement is £231.5m.",
    "Savings will rise to £480k and then £580k.",
    "The shortfall in savings over four years is £48k.",
    "Total income over four years of the trust is £2.5m.",
    "Savings and income over the period are £490k and £265k.",
    "Together the savings and income over four years are £735k.",
    "£745k savings and income over four years will follow.",
    "The net income over four years is £265k.",
    "Net income: £265k",
    "The multi-year budget is £1,356k.",
    "The total budget from 2002-03 to 04-06 is £1,436k.",
    "The total budget is up from £1,436k.",
    "We need £485k extra.",
    "We need £485k extra, and £265k.",
    "The intervention budget in secondary schools is £1,356k.",
    "The saving is 490k",
    "£490k will be spent",
    "Savings over five years and over four years are £490k.",
    "£490k a very special and quite new and further unforeseen long list of many savings",
)
OTHER_MONEY = (
    "The School Improvement Service has a budget of £1,192k.",
    "The service budget is £2.1m.",
    "The council's budget is £485m.",
    "The council's total budget is £485m.",
    "The total budget of the service is £12m.",
    "The service has a total budget of £3,250,000.",
    "The total cost of the service is £3.2m.",
    "Total expenditure on schools is £612m.",
    "Total cost of provision: £9.4m",
    "The schools budget is £400m.",
    "The cost of the review is £45k.",
    "The review cost £45k.",
    "The cost of the review itself is £45,000.",
    "The review has a budget of £45k.",
    "The cost of this report is £2k.",
    "The cost of implementing the IT system is £90k.",
    "The plan will cost £20k to print.",
    "The total savings required by the council are £25m.",
    "The council needs to make savings of £25m over four years.",
    "The council must find total savings of £25m over the next four years.",
    "The Medium Term Plan requires savings of £12m over four years.",
    "The county needs savings of £45m over the next three years.",
    "The department will make savings of £2m over four years.",
    "Income of £20m is generated by services to schools.",
    "Total income of £9.3m is generated from schools over four years.",
    "Schools buy services to the value of £20m.",
    "The income from schools is £20m.",
    "The total income of the service is £5.1m.",
    "Further savings of £200k over four years could follow.",
    "Additional savings of £200k over four years are possible.",
    "The proposals in section 4 will save £200k.",
    "The plan is to save £25k on venues.",
    "The programme will cost £60k.",
    "The training programme will cost £60k over four years.",
    "Consultants will cost £60k over four years.",
    "A total cost of £60k for the pilot is expected.",
    "Funding of £1,346k is available.",
    "A budget of £50k over four years for training is proposed.",
    "A budget of £50k over the period has been set aside for equipment.",
    "Savings of £50k over the period have been identified in venues.",
    "In total, the budget for recommendations 1 to 3 is £1,299k.",
    "The overall budget is £1,346k, made up of £127k, £1,054k, £118k, £22k and £25k.",
    "Savings of £240k in each of 2004-05 and 2005-06 give a total of £480k.",
    "The costs in years 1 and 2 total £508k.",
    "The total cost in the first two years is £508k.",
    "The budget over the last three years is £1,257k.",
    "The budget over the remaining three years is £1,257k.",
    "The budget over three years from 2003-04 is £1,257k.",
    "After savings the total cost is £866k.",
    "The total cost less savings over four years is £866k.",
    "The total budget less income over four years is £1,091k.",
    "Total budget and savings of £1,826k are shown.",
    "The total benefit (savings and income) is £735k.",
    "The savings and income total £735k over four years.",
    "Savings (including income) total £735k.",
    "Budget of £1,346k; savings of £735k including income.",
    "The one area of saving is £240k.",
    "The saving in 2004-05 of £240k is repeated in 2005-06.",
    "Savings of £480,000 (36% of the budget) are expected.",
    "The total cost over four years is £1.35 million or £336.5k a year.",
    "Savings of £0.5m over four years",
    "The net cost after savings is £866k over four years.",
    "The net cost is £866k after savings.",
    "The total budget over 4 years is £1,346,000, i.e. £336,500 a year.",
    "Total budget over 4 years (£000): £1,346",
    "The total budget (£'000) is £1,346",
    "Savings 2004-06: £480k",
    "The saving of £480k over four years is 1% of the £48m budget.",
    "The saving of £480k over four years is 10% of the budget of £4.8m.",
    "The overall budget for children's services is £120m.",
    "Overall the council spends £1.2bn.",
    "Total spend on services to schools is £14.6m.",
    "Teachers' total costs are £200m.",
    "The recommendations will save schools £300k.",
    "The recommendations will save £300k of teacher time.",
    "The recommendations cost £1,346k and will save schools £2m.",
    "This will cost £30k.",
    "It will save £40k.",
    "They will cost £12k.",
    "These will cost £12k in total.",
    "This would save £130k over four years.",
    "The cost will be £25k.",
    "The total cost will be £25k.",
    "Total cost: £25k",
    "Cost: £25k",
    "Budget £25k",
    "Savings: £24k",
)


@pytest.mark.parametrize("text", OTHER_MONEY)
@pytest.mark.parametrize("table", [TABLE, SERVICES, YEARS_DOWN])
def test_other_money_of_a_report_is_quiet(text: str, table: str) -> None:
    """What else reports say of budgets, costs, savings and income, beside any table."""
    assert [one.message for one in found_in(RULE, f"{text}\n{table}")] == []


@pytest.mark.parametrize("text", [*AGREES, *ELSE])
def test_what_agrees_or_is_of_something_else_is_quiet(text: str) -> None:
    """An agreeing figure in any unit, a figure of another time, place or part, and one that nothing binds."""
    assert [one.message for one in found_in(RULE, text + TABLE)] == []


DIFFERS = (
    ("The total budget for 2002-06 is £1,436k.", "1346"),
    ("The total budget over four years is £1.4m or more.", "1346"),
    ("Total savings from the review are £500k.", "480"),
    ("The plan will save £500k.", "480"),
    ("Total savings over four years are £9m.", "480"),
    ("The total of the savings over four years is £490k.", "480"),
    ("In total £500k will be saved over four years.", "480"),
    ("In total, £1,436k will be spent over four years.", "1346"),
    ("£490k cost savings over four years", "480"),
    ("The total budget over four years is £1,356k.", "1346"),
    ("The total budget over four years is £1,436k.", "1346"),
    ("The total budget over four years is £1,346.", "1346"),
    ("The total budget over four years is £1,346m.", "1346"),
    ("The total budget over four years is £2m.", "1346"),
    ("The total budget over four years is £1.4m.", "1346"),
    ("The total budget over four years is about £1.6m.", "1346"),
    ("The total budget over four years is up to £1.2m.", "1346"),
    ("The total budget over four years is more than £1.4m.", "1346"),
    ("The total budget over four years is between £1.4m and £1.5m.", "1346"),
    ("The total budget is £1,356k over four years.", "1346"),
    ("Over four years the total budget is £1,356,000.", "1346"),
    ("The budget over the period will be £900k.", "1346"),
    ("The total cost of the recommendations is £1,500k.", "1346"),
    ("The total cost of implementing the recommendations over 4 years is £1,500k.", "1346"),
    ("The recommendations will cost £1.5m over four years.", "1346"),
    ("Implementation will cost a total of £1,500k over four years.", "1346"),
    ("The four-year budget is £1,246k.", "1346"),
    ("The total spend over the next four years will be £1,246k.", "1346"),
    ("Total expenditure over the plan period amounts to £1,246k.", "1346"),
    ("Total budget 2002-2006: £1,246k", "1346"),
    ("The total budget from 2002-03 to 2005-06 is £1,246k.", "1346"),
    ("Over the next 4 years, £1,436,000 of the existing budget will be redirected.", "1346"),
    ("Budget: £1,246k", "1346"),
    ("Existing budget for implementing the recommendations over 4 years: £1,246k", "1346"),
    ("savings of £490k over the period", "480"),
    ("savings of £300k over the four years", "480"),
    ("Total savings of £500k will be made.", "480"),
    ("Total savings (over four years): £500k", "480"),
    ("A total of £500k will be saved over four years.", "480"),
    ("The savings total £840k.", "480"),
    ("produce £840k savings through efficiencies;", "480"),
    ("produce £490k of efficiency savings;", "480"),
    ("The review will produce savings of £500k.", "480"),
    ("The proposals will save £500k.", "480"),
    ("We expect total savings of up to £450k.", "480"),
    ("In total, savings of £408k are planned.", "480"),
    ("Savings over four years of £255k are planned.", "480"),
    ("Savings of £48k are planned.", "480"),
    ("Savings of £4,800k are planned.", "480"),
    ("Savings of £480 are planned.", "480"),
    ("Potential savings over the period are estimated at £520k.", "480"),
    ("income of £265k", "255"),
    ("generate £525k additional income;", "255"),
    ("Total additional income over 4 years: £480k", "255"),
    ("Total income will come to £300k over the period.", "255"),
    ("The recommendations will generate total income of £300k.", "255"),
    ("additional income (£265,000)", "255"),
    ("£1.5m in total income over four years", "255"),
    ("The net position over four years is £661k.", "611"),
    ("The net cost of the recommendations is £700k.", "611"),
    ("The net budget over four years will be £621k.", "611"),
    ("In 2003-04 the budget is £519k.", "419"),
    ("The budget for 2003-04 is £491k.", "419"),
    ("The 2002/03 budget is £98,000.", "89"),
    ("The budget in 2002-03 is £419k.", "89"),
    ("The savings in 2004-05 are £300k.", "240"),
    ("Income in 2005/06 will be £125k.", "130"),
    ("The budget for recommendation 2 is £1,045k.", "1054"),
    ("Recommendation 2 will cost £1,346k over four years.", "1054"),
    ("Recommendation 2 will save £490k.", "480"),
    ("The total budget for Rec 3 is £181k.", "118"),
    ("The cost of implementing recommendation 1 is £172k.", "127"),
    ("In 2003-04 recommendation 2 will cost £374k.", "347"),
    ("The recommendations will cost £1,364k, and produce savings of £480k.", "1346"),
    ("The recommendations will cost £1,346k and produce savings of £408k.", "480"),
    ("Over four years the budget is £1,346k, savings £480k and income £525k.", "255"),
)


@pytest.mark.parametrize(("text", "total"), DIFFERS)
def test_what_differs_is_found(text: str, total: str) -> None:
    """A figure bound to a total by its words is compared with it, whatever its unit."""
    found = found_in(RULE, text + TABLE)
    assert [(one.figures.computed if one.figures else "", one.key) for one in found] == [(total, ("prose", 0))]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Savings in Libraries will be £651k over three years.", "615"),
        ("Libraries will save £651k over three years.", "615"),
        ("The libraries savings are £651k.", "615"),
        ("Total savings for adult social care are £953k.", "935"),
        ("Savings of £953k from Adult social care will be made.", "935"),
        ("Total savings over three years are £1,640k.", "1604"),
        ("In 2010-11 savings of £453k will be made.", "543"),
        ("Savings from libraries in 2010/11 are £251k.", "215"),
        ("Savings of £651k from libraries.", "615"),
        ("Archives will save £45k over three years.", "54"),
    ],
)
def test_a_row_may_be_named(text: str, total: str) -> None:
    """A figure of a row, in a year or over all of them, is compared with that row."""
    found = found_in(RULE, text + "\n" + SERVICES)
    assert [one.figures.computed for one in found if one.figures] == [total]


@pytest.mark.parametrize(
    "text",
    [
        "Savings in Libraries will be £615k over three years.",
        "Libraries will save £615k.",
        "Savings from parks over three years are £651k.",
        "Adult social care\n\nTotal savings over three years are £935k.",
        "Total savings over four years are £1,640k.",
        "Total savings over three years are £1.6m.",
        "The total budget over three years is £1,640k.",
        "Savings from libraries in 2010/11 are £215k.",
        "Adult social care\n\nThe total savings are £405k.",
    ],
)
def test_a_row_named_well_is_quiet(text: str) -> None:
    """A row that agrees, one the table has not, one named by the title above, and another stream."""
    assert found_in(RULE, text + "\n" + SERVICES) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The total cost over three years is £5.76m.", "5.67"),
        ("In 2022/23 the total cost is £1.19m.", "1.91"),
        ("The total cost over three years is £5,670k.", None),
        ("The total cost over three years is £5.7 million.", None),
        ("In 2022/23 costs are £1,910,000.", None),
    ],
)
def test_years_may_stand_down_the_side(text: str, total: str | None) -> None:
    """Years in rows are years."""
    found = found_in(RULE, f"{text}\n{YEARS_DOWN}")
    assert [one.figures.computed for one in found if one.figures] == ([total] if total else [])


def test_it_says_what_was_compared_and_what_would_fit() -> None:
    """Message, figures, address and hints of a figure with two digits swapped, and of another total's figure."""
    (swapped,) = found_in(RULE, "The total budget over four years is £1,436,000." + TABLE)
    assert swapped.address == "prose/budget/over 4 years"
    assert swapped.message == (
        "The text gives the budget over 4 years as £1,436,000 in “The total budget over four years is £1,436,000.”, "
        "but the table “Financial implications” has £1,346k."
    )
    assert swapped.figures == Figures("1436", "1346", "90", "£k")
    assert swapped.hints == (
        "It was compared with row “Total”, column “Total” of the table “Financial implications”.",
        "It fits if the figure in the text is £1,346k: two digits of £1,436k are swapped.",
    )
    (other,) = found_in(RULE, "The net position in total is £255k. The savings over the period are £255k." + TABLE)[1:]
    assert other.hints[1:] == (
        "It fits row “4”, column “Total” of the table “Financial implications”.",
        "It fits row “Total”, column “Total” of the table “Financial implications”.",
    )


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The net cost of Rec 2 is £56k.", "65"),
        ("The net cost of Rec 2 is £65k.", None),
        ("The net cost over two years is £102k.", "120"),
        ("The net cost over two years is £120k.", None),
        ("In year 2 the net cost is £120k.", None),
        ("The total savings over two years are £32k.", None),
    ],
)
def test_other_tables_bind_too(text: str, total: str | None) -> None:
    """Labels with a word before the number, a column of nets, years that are numbered."""
    table = "| £k | Year 1 | Year 2 | Net |\n|---|--:|--:|--:|\n| Rec 1 | 15 | c. 40 | 55 |\n| Rec 2 | 30 | 35 | 65 |\n"
    found = found_in(RULE, f"{text}\n\nNet cost\n\n{table}| Total cost | 45 | 75 | 120 |\n")
    assert [one.figures.computed for one in found if one.figures] == ([total] if total else [])


def test_a_net_position_needs_a_budget() -> None:
    """A table of savings alone gives no net position."""
    assert found_in(RULE, f"The net cost over three years is £1,640k.\n{SERVICES}") == []


def test_what_cannot_be_read_holds_no_sentence() -> None:
    """Control characters, and sentences longer than any, are left alone."""
    assert list(sentences("Savings of £480k\x07")) == []
    assert list(sentences("Savings of £480k" + " and more" * 100)) == []
    assert list(sentences("Rec. 2 costs £5k. Then £6k. None.")) == ["Rec. 2 costs £5k.", "Then £6k."]


def test_a_wrong_total_is_told_by_the_rule_about_it() -> None:
    """One misfit, one finding: a total at fault, and one that may be, are not held against the prose."""
    wrong = SERVICES.replace("1,604", "1,640")
    for quoted in ("£1,640k", "£1,604k"):
        assert found_in(RULE, f"Total savings over three years are {quoted}.\n{wrong}") == []


def test_a_table_without_a_unit_says_nothing() -> None:
    """Nobody knows what its figures are worth."""
    assert found_in(RULE, "Total savings are £1,640k.\n" + SERVICES.replace(", £000", "")) == []


@pytest.mark.parametrize("sentence", ["Total savings over four years: {}.", "The recommendations will save {}."])
@given(digit=st.integers(0, 2), to=st.integers(0, 9))
@settings(max_examples=20, deadline=None)
def test_one_digit_changed_fires(sentence: str, digit: int, to: int) -> None:
    """Whatever digit of a bound figure is changed, it is found; the same digit is no change."""
    changed = "480"[:digit] + str(to) + "480"[digit + 1 :]
    if not changed.startswith("0"):
        found = found_in(RULE, sentence.format(f"£{changed}k") + TABLE)
        assert [one.figures.printed for one in found if one.figures] == ([] if changed == "480" else [changed])


@given(spelling=st.sampled_from(["£1,346k", "£1346k", "£1,346,000", "£1.346m", "£1.346 million", "£1.35m", "£1,346 K"]))
@settings(deadline=None)
def test_another_unit_never_fires(spelling: str) -> None:
    """Agreeing units stay quiet."""
    assert found_in(RULE, f"The total budget over four years is {spelling}." + TABLE) == []
