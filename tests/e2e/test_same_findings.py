"""The report of 2002 in four formats: whatever is wrong with it, the findings are the same in each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.check import check
from bvtrack.core.finding import Severity
from bvtrack.core.settings import Thresholds
from bvtrack.files.documents import document
from bvtrack.files.documents.child import reader
from files.documents.saved import SAVE
from files.documents.services import FINANCE, QUOTED, money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bvtrack.core.finding import Finding
    from files.documents.saved import Report, Rows

FIXTURES = Path(__file__).parents[2] / "fixtures" / "documents"
FORMATS = ("docx", "html", "md", "xlsx")
TOTALS = len(FINANCE) - 1
DAY = date(2002, 4, 22)
FIGURES = [(r, c) for r, row in enumerate(FINANCE) for c, text in enumerate(row) if r > 1 and c and text.isdecimal()]

Told = tuple[object, ...]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process: what is saved here harms nobody."""
    monkeypatch.setattr(document, "read_in_child", lambda kind, data, place: reader(kind)(data, place))


def told(findings: Sequence[Finding]) -> list[Told]:
    """Give all of findings but where they stand in the file."""
    return [(one.code, one.address, one.place, one.key, one.message, one.figures, one.hints) for one in findings]


def found(path: Path, thresholds: Thresholds | None = None) -> list[Finding]:
    """Give what is found in a document that can be read."""
    result = check([path], thresholds=thresholds, as_at=DAY)
    assert result.problems == ()
    assert result.summary.tables > 0
    return list(result.findings)


def found_alike(report: Report, folder: Path, thresholds: Thresholds | None = None) -> list[Finding]:
    """Give what is found in a report, once it is seen to be the same in every format."""
    each = [found(SAVE[kind](report, folder / f"x.{kind}"), thresholds) for kind in FORMATS]
    assert all(told(one) == told(each[0]) for one in each)
    return each[0]


def errors(findings: Sequence[Finding]) -> list[Finding]:
    """Give the errors among findings."""
    return [one for one in findings if one.severity is Severity.ERROR]


def changed(at: tuple[int, int], text: str) -> Rows:
    """Give the finance table with one cell changed."""
    return [[text if (r, c) == at else was for c, was in enumerate(row)] for r, row in enumerate(FINANCE)]


def test_the_fixtures() -> None:
    """The four files give the same, and nothing is wrong with the financial table."""
    each = [found(FIXTURES / f"services-to-schools.{kind}") for kind in FORMATS]
    assert all(told(one) == told(each[0]) for one in each)
    assert [one.code for one in each[0]] == ["FIN119"]
    assert each[0][0].key == ("table", 1)


def changes(figure: str) -> Iterator[str]:
    """Yield other figures, each farther off than rounding goes: ten more, tenfold, digits swapped or a hundredfold."""
    yield f"{int(figure) + 10}"
    yield f"{figure}0"
    swaps = len(set(figure[:2])) == 2 and figure[1] != "0"
    yield f"{figure[1]}{figure[0]}{figure[2:]}" if swaps else f"{figure}00"


@pytest.mark.parametrize("at", FIGURES, ids=str)
def test_a_figure_changed(at: tuple[int, int], tmp_path: Path) -> None:
    """One figure of the table changed is one error in its row or the total row, at the same cell in every format."""
    row, column = at
    for text in changes(FINANCE[row][column]):
        (wrong,) = errors(found_alike(money(changed(at, text)), tmp_path))
        assert wrong.code in {"FIN101", "FIN103"}
        assert wrong.key[:2] == ("table", 0)
        assert wrong.key[2] in {row, TOTALS}


def test_rounding_of_totals(tmp_path: Path) -> None:
    """A total three off its five parts fits by rounding, one of four does not; exactly checked neither does."""
    at = (TOTALS, 5)
    assert FINANCE[at[0]][at[1]] == "1346"
    near, far = (
        money(changed(at, text), {"£1,346k": f"£{text}k", "£1,346,000": f"£{text},000"}) for text in ("1349", "1350")
    )
    exactly = Thresholds(rounding="exact")
    assert [one.code for one in found_alike(near, tmp_path)] == ["FIN107"]
    assert [one.code for one in errors(found_alike(far, tmp_path))] == ["FIN103"]
    for report in (near, far):
        assert [one.code for one in errors(found_alike(report, tmp_path, exactly))] == ["FIN103"]


@pytest.mark.parametrize(
    ("figure", "instead"),
    [("£1,346k", "£1,364k"), ("£1,346,000", "£1,436,000"), ("£480k", "£840k"), ("£255k", "£225k"), ("£480k", "£408k")],
)
def test_a_quoted_figure_changed(figure: str, instead: str, tmp_path: Path) -> None:
    """A figure that the prose alone has otherwise is one finding, at the same paragraph in every format."""
    (wrong,) = found_alike(money(quoted={figure: instead}), tmp_path)
    assert (wrong.code, wrong.severity) == ("FIN105", Severity.ERROR)
    assert instead in wrong.message
    assert wrong.key == ("prose", 1 + QUOTED.index(figure))
