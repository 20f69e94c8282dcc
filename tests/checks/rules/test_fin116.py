"""status-identity: tables of where savings stand, in many wordings, right and wrong."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bvtrack.checks.documents.statuses import Status, status_of
from bvtrack.checks.registry import RULES
from bvtrack.checks.rules.fin116_status_identity import RULE
from bvtrack.checks.runner import run
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Selection, Thresholds
from example_document import document_of, found_in

ROWS = {"Adults": (705, 410, 235, 60), "Children": (400, 185, 90, 125), "Place": (375, 240, 115, 20)}
HEADS = (
    ("Target", "Achieved", "On track", "Delayed"),
    ("Savings target", "Delivered", "On target", "Slipped"),
    ("Planned savings", "Secured", "In progress", "At risk"),
    ("Target", "Green", "Amber", "Red"),
    ("Agreed savings", "Blue", "Green", "Amber"),
    ("Approved", "Achieved", "To be delivered", "Will not be delivered"),
    ("Savings required", "Made", "Expected", "Not achievable"),
    ("Target", "Realised", "Underway", "Non-achievable"),
    ("Programme", "Complete", "On course", "Behind schedule"),
    ("2025/26 target", "Delivered to date", "On track to be delivered", "Unachievable"),
    ("Target", "Achieved", "Low risk", "Medium risk"),
    ("Budgeted saving", "Savings achieved", "Deliverable", "Undeliverable"),
    ("Total", "Achieved", "On track", "Delayed"),
    ("Plan", "Banked", "Anticipated", "Deferred"),
    ("Target", "Delivered", "Green", "Will not be achieved"),
    ("TARGET", "ACHIEVED", "ON TRACK", "DELAYED"),
    ("Target (£k)", "Achieved (£k)", "On-track (£k)", "Delayed (£k)"),
    ("Target", "On track", "Delayed", "Unlikely to be delivered"),
)


def table(heads: tuple[str, ...], rows: dict[str, tuple[object, ...]], *, total: bool = True) -> str:
    """Write a table of savings under its headings, in thousands."""
    lines = [f"| Savings, £'000 | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(map(str, cells))} |" for name, cells in rows.items()]
    if total:
        sums = [sum(cell for cell in column if isinstance(cell, int)) for column in zip(*rows.values(), strict=True)]
        lines.append(f"| Total | {' | '.join(map(str, sums))} |")
    return "\n".join(lines) + "\n"


def turned(heads: tuple[str, ...], rows: dict[str, tuple[int, ...]]) -> str:
    """Write such a table with the statuses down the side."""
    lines = [f"| Savings, £'000 | {' | '.join(rows)} |", "|---" * (len(rows) + 1) + "|"]
    lines += [f"| {head} | {' | '.join(str(row[at]) for row in rows.values())} |" for at, head in enumerate(heads)]
    return "\n".join(lines) + "\n"


def spoiled(row: str, column: int, by: int = 27) -> dict[str, tuple[int, ...]]:
    """Give the rows with one figure out."""
    cells = list(ROWS[row])
    cells[column] += by
    return {**ROWS, row: tuple(cells)}


def with_true_total(heads: tuple[str, ...], rows: dict[str, tuple[int, ...]]) -> str:
    """Write a table whose total row is that of the rows as they should be."""
    return table(heads, dict(rows), total=False) + table(heads, dict(ROWS)).splitlines()[-1] + "\n"


def codes(text: str) -> list[str]:
    """Give the codes of the errors and warnings of all rules about sums."""
    found = run(RULES, document_of(text), Selection())
    return sorted(
        one.code for one in found if (one.code < "FIN109" and one.severity is not Severity.NOTE) or one.code == "FIN116"
    )


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("total", [True, False])
def test_what_adds_up_is_quiet(heads: tuple[str, ...], total: bool) -> None:
    """A target that is met by its parts, in any wording, with or without a total row."""
    assert found_in(RULE, table(heads, dict(ROWS), total=total)) == []


@pytest.mark.parametrize("heads", HEADS)
def test_what_adds_up_down_the_side_is_quiet(heads: tuple[str, ...]) -> None:
    """The same with the statuses in rows."""
    assert found_in(RULE, turned(heads, dict(ROWS))) == []


@pytest.mark.parametrize(
    "text",
    [
        table(("Plan", "Actual to date", "Expected"), {"A": (9, 4, 5), "B": (20, 9, 11), "C": (70, 50, 30)}),
        table(("Target", "Achieved", "On track"), {"A": (9, 4, 5), "B": (20, 9, 11), "C": (70, 50, 30)}),
        table(("Target", "Achieved"), {"A": (10, 9), "B": (20, 15), "C": (30, 31)}),
        table(("Target", "Achieved", "Variance"), {"A": (10, 9, -1), "B": (20, 15, -5), "C": (30, 31, 1)}),
        table(
            ("Target", "Forecast", "Achieved", "At risk"), {"A": (9, 9, 4, 5), "B": (20, 18, 9, 5), "C": (7, 6, 5, 1)}
        ),
        table(("Target", "Achieved", "At risk"), {"A": (100, 40, 5), "B": (200, 90, 15), "C": (70, 50, 1)}),
        table(("Target", "Achieved", "Delayed"), {"A": (100, 40, 60), "B": (200, 90, 15), "C": (70, 50, 1)}),
        table(
            ("Target", "On track", "Under review", "Delayed"),
            {"A": (9, 4, 3, 2), "B": (20, 9, 6, 5), "C": (7, 5, 1, 1)},
        ),
        table(("Target", "Achieved", "% achieved"), {"A": (10, 9, "90%"), "B": (20, 15, "75%"), "C": (30, 30, "100%")}),
        table(("Budget", "Actual", "Late payments"), {"A": (10, 9, 3), "B": (20, 15, 1), "C": (30, 31, 2)}),
        table(("2024-25", "2025-26", "2026-27"), {"Target": (10, 9, 3), "Other": (20, 15, 1), "Achieved": (30, 31, 2)}),
        table(
            ("Target", "Achieved", "On track", "Delayed"), {"A": (10, "", "", ""), "B": (20, "", "", "")}, total=False
        ),
        table(
            ("Target", "Achieved", "On track", "Delayed"),
            {"A": (10, 5, "TBC", 1), "B": (20, 9, 6, 5), "C": (7, 5, 1, 1)},
            total=False,
        ),
        table(
            ("Target", "Achieved", "On track", "Delayed"),
            {"A": ("", 5, 4, 1), "B": (20, 9, 6, 5), "C": (7, 5, 1, 1)},
            total=False,
        ),
        table(
            ("Target", "Achieved", "On track", "Delayed"), {"A": (11, 5, 4, 1), "B": (20, 9, 6, 5), "C": (7, 5, 1, 1)}
        ),
        table(
            ("Target", "Achieved", "On track", "Delayed", "Mitigated"), {"A": (9, 4, 3, 2, 2), "B": (20, 9, 6, 5, 4)}
        ),
        table(("Target", "Delivered", "Green", "Amber", "Red"), {"A": (9, 4, 4, 3, 2), "B": (20, 9, 9, 6, 5)}),
        table(("Original target", "Revised target", "Achieved", "Delayed"), {"A": (9, 8, 5, 3), "B": (20, 19, 9, 10)}),
        table(("Target", "Achieved", "On track", "Delayed"), {"A": (100, 40, 5, 1), "B": (200, 90, 15, 7)}),
        table(("Cost", "Green waste", "Red bins"), {"A": (100, 40, 50), "B": (200, 90, 90), "C": (30, 10, 15)}),
        "| Savings | Target | Achieved | On track | Delayed |\n|---|--:|--:|--:|--:|\n| A | 10 | 5 | 4 | 2 |\n",
    ],
)
def test_what_is_not_meant_to_add_up_is_quiet(text: str) -> None:
    """Words that match and figures that never add up, rates, overlays, blanks, what cannot be read, and rounding."""
    assert found_in(RULE, text) == []


@pytest.mark.parametrize(("heads", "column"), [*product(HEADS, (0, 1, 3))])
def test_one_figure_out_is_found_once(heads: tuple[str, ...], column: int) -> None:
    """One figure out makes one finding, this rule's, whatever the wording and whichever figure it is."""
    wrong = with_true_total(heads, spoiled("Children", column))
    assert codes(wrong) == ["FIN116"]


@pytest.mark.parametrize("heads", HEADS)
def test_it_is_found_without_a_total_row(heads: tuple[str, ...]) -> None:
    """Where no total row tells which figure is at fault the row is still told."""
    (one,) = found_in(RULE, table(heads, dict(spoiled("Children", 3)), total=False))
    assert one.place is not None
    assert one.place.row == "Children"
    assert one.figures is not None
    assert one.figures.difference == "-27"


@pytest.mark.parametrize("heads", HEADS)
def test_it_is_found_down_the_side(heads: tuple[str, ...]) -> None:
    """Statuses in rows are held to the same."""
    assert "FIN116" in codes(turned(heads, spoiled("Children", 3)))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            table(
                ("Target", "Achieved", "On track", "Delayed", "Unachievable"), {"A": (90, 40, 30, 10, 60)}, total=False
            ),
            ["A"],
        ),
        (
            table(
                ("Target", "Achieved", "On track", "Delayed", "Unachievable", "Mitigated"),
                {"A": (9, 4, 3, 1, 1, 0), "B": (20, 9, 6, 2, 1, 2), "C": (70, 50, 10, 1, 1, 3)},
                total=False,
            ),
            ["C"],
        ),
        (
            table(
                ("Target", "Achieved", "On track", "Delayed"),
                {
                    "A": (90, 40, 30, 20),
                    "B": (20, 9, 6, 5),
                    "C": (70, 50, 10, 25),
                    "D": (7, 4, 2, 1),
                    "E": (8, 4, 14, 1),
                },
                total=False,
            ),
            ["C", "E"],
        ),
        (table(("Target", "Achieved", "On track", "Delayed"), dict(ROWS)).replace("1480", "1408"), ["Total"]),
    ],
)
def test_it_is_found_where_it_stands(text: str, places: list[str]) -> None:
    """In a row of all four statuses, with mitigation, in two rows, in the total."""
    assert [one.place.row for one in found_in(RULE, text) if one.place] == places


def test_it_says_which_figure_is_wrong() -> None:
    """Message, place, figures and hint where a total row leaves one figure that can be at fault."""
    (one,) = found_in(RULE, with_true_total(HEADS[0], spoiled("Children", 3)))
    assert one.message == (
        "In table 1, row Children has a Target of £400k, but Achieved, On track and Delayed add to £427k "
        "(185 + 90 + 152); Delayed is £152k and should be £125k."
    )
    assert one.place is not None
    assert (one.place.row, one.place.column) == ("Children", "Delayed")
    assert one.hints == ("It fits if Delayed is £125k: two digits of £152k are swapped.",)
    (down,) = found_in(RULE, turned(HEADS[0], spoiled("Children", 0)))
    assert down.message.startswith("In table 1, column Children has a Target of £427k, but Achieved, On track and")


def test_groups_of_years_each_have_their_own() -> None:
    """Two years side by side are two identities."""
    text = (
        "| Savings £k | 2024-25 | 2024-25 | 2024-25 | 2025-26 | 2025-26 | 2025-26 |\n|---|--:|--:|--:|--:|--:|--:|\n"
        "| Service | Target | Achieved | Delayed | Target | Achieved | Delayed |\n"
        "| A | 90 | 60 | 30 | 70 | 50 | 20 |\n| B | 45 | 30 | 15 | 64 | 50 | 41 |\n"
        "| C | 33 | 12 | 21 | 52 | 31 | 21 |\n"
    )
    (one,) = found_in(RULE, text)
    assert one.figures is not None
    assert (one.figures.printed, one.figures.computed) == ("64", "91")
    assert found_in(RULE, text.replace("| 41 |", "| 14 |")) == []


def test_a_group_over_the_colours_alone() -> None:
    """A target beside a group of colours is still their target."""
    text = (
        "| Savings £k | | RAG | RAG | RAG |\n|---|--:|--:|--:|--:|\n| Service | Target | Green | Amber | Red |\n"
        "| A | 90 | 50 | 10 | 30 |\n| B | 45 | 20 | 10 | 51 |\n| C | 33 | 12 | 13 | 8 |\n"
    )
    assert [one.place.row for one in found_in(RULE, text) if one.place] == ["B"]


def test_what_another_rule_tells_better_is_left_to_it() -> None:
    """A unit slipped by a thousand, which the total bears out, is no matter of status."""
    rows: dict[str, tuple[int, ...]] = {**ROWS, "Children": (400, 185, 90, 125_000)}
    assert found_in(RULE, with_true_total(HEADS[0], rows)) == []


def test_exact_figures_have_no_room() -> None:
    """Rounding is the reader's choice."""
    text = table(HEADS[0], {"A": (11, 5, 4, 1), "B": (20, 9, 6, 5), "C": (7, 5, 1, 1)}, total=False)
    assert len(found_in(RULE, document_of(text, thresholds=Thresholds(rounding="exact")))) == 1


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Not delivered", Status.UNACHIEVABLE),
        ("No longer achievable", Status.UNACHIEVABLE),
        ("Target at risk", Status.DELAYED),
        ("Savings not yet achieved", Status.UNACHIEVABLE),
        ("Green savings", Status.ON_TRACK),
        ("Mitigating actions", Status.MITIGATED),
        ("Achieved %", None),
        ("Forecast savings", None),
        ("Service", None),
        ("Reduced", None),
    ],
)
def test_words_of_status(label: str, status: Status | None) -> None:
    """Each word in the order that tells `not achieved` from `achieved`."""
    assert status_of(label) is status


@given(row=st.sampled_from(sorted(ROWS)), column=st.integers(1, 3), digit=st.integers(0, 1), to=st.integers(0, 9))
@settings(deadline=None)
def test_any_digit_changed_is_found(row: str, column: int, digit: int, to: int) -> None:
    """One digit changed in any status by more than rounding is found, and by no other rule besides."""
    was = str(ROWS[row][column])
    now = int(was[:digit] + str(to) + was[digit + 1 :])
    wrong = with_true_total(HEADS[0], spoiled(row, column, now - int(was)))
    assert codes(wrong) == ([] if abs(now - int(was)) <= 2 else ["FIN116"])
