"""Findings for people: grouped by file, worst first, wrapped to a terminal, and counted."""

from __future__ import annotations

import pytest

from bvtrack.core.finding import Figures, Severity, Summary
from bvtrack.report.findings_text import findings_text
from sample_findings import SUM, WAIVED, finding


def test_each_file_has_its_findings_worst_first() -> None:
    """Errors come before warnings and notes, those of one severity by line; waived ones are left out."""
    given = [
        finding(Severity.NOTE, 1),
        finding(Severity.ERROR, 9),
        finding(Severity.ERROR, 2),
        finding(Severity.ERROR, 1, waived=WAIVED),
        finding(Severity.WARNING, None, "b.toml", figures=SUM),
    ]
    lines = findings_text(given, Summary(files=2)).splitlines()
    assert [line for line in lines if "FIN101" in line] == [
        "  a.toml:2: error FIN101 row-total, 1/budget",
        "  a.toml:9: error FIN101 row-total, 1/budget",
        "  a.toml:1: note FIN101 row-total, 1/budget",
        "  b.toml: warning FIN101 row-total, 1/budget",
    ]
    assert [line for line in lines if line and line[0] != " "][:2] == ["a.toml", "b.toml"]
    assert "      printed -£1,346.5k, computed £1,346k, difference £12k" in lines


def test_sentences_wrap_to_a_terminal() -> None:
    """Words stay whole, hints hang under their arrow, and no sentence is wider than the terminal."""
    text = findings_text([finding(Severity.ERROR)], Summary(files=1), width=44)
    assert text.splitlines()[1:6] == [
        "  a.toml:3: error FIN101 row-total, 1/budget",
        "      A sentence of several words that says",
        "      what is wrong.",
        "      → Do this and that, and then do the",
        "        other thing.",
    ]


@pytest.mark.parametrize(("unit", "shown"), [("%", "12 %"), ("", "12"), ("£", "£12"), ("£m", "£12m")])
def test_figures_have_their_unit(unit: str, shown: str) -> None:
    """Money has its sign before and its scale behind, other units stand behind."""
    text = findings_text([finding(Severity.ERROR, figures=Figures("12", "12", "12", unit))], Summary())
    assert f"printed {shown}, computed {shown}, difference {shown}\n" in text
