"""The headless rows of the performance page: start-up, and a cold check of one review, beside their yardsticks.

Run by `make bench`, which installs the peers (beancount, frictionless) in an environment of their own. Prints the rows
of `docs/performance.md` as Markdown.
"""

from __future__ import annotations

import compileall
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from bvtrack.core.finance import STREAMS, stream_table
from bvtrack.core.money import in_unit, pounds
from bvtrack.files.review_file import read_review
from side_by_side import medians

ROOT = Path(__file__).parents[1]
REVIEW = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"


def ledger() -> str:
    """Write the review's amounts as a beancount ledger, one transaction an amount."""
    review = read_review(REVIEW).review
    lines = [
        'option "operating_currency" "GBP"',
        "2002-01-01 open Assets:Bank GBP",
        *(f"2002-01-01 open Expenses:{stream.capitalize()} GBP" for stream in STREAMS),
    ]
    for stream in STREAMS:
        table = stream_table(review, stream)
        for row, column, cell in table.figures() if table else ():
            amount = Decimal(pounds(cell.money.pence or 0) if cell.money else 0)
            lines += [
                f'2002-04-22 * "{stream}" "row {row} column {column}"',
                f"  Expenses:{stream.capitalize()}  {amount} GBP",
                "  Assets:Bank",
            ]
    return "\n".join(lines) + "\n"


def table() -> str:
    """Write the review's budget as CSV."""
    review = read_review(REVIEW).review
    budget = stream_table(review, "budget")
    if budget is None:
        raise SystemExit("the review has no budget")
    rows = [["Rec", *(column.label for column in budget.columns)]]
    for line, cells in zip(budget.rows, budget.cells, strict=True):
        figures = [in_unit(cell.money.pence, review.unit) if cell.money and cell.money.pence else "" for cell in cells]
        rows.append([line.label, *figures])
    return "".join(",".join(row) + "\n" for row in rows)


def main(peers: Path) -> None:
    """Measure and print."""
    here = Path(sys.executable).parent
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does; the peers are installed so
    with tempfile.TemporaryDirectory() as folder:
        beans, sheet = Path(folder, "review.beancount"), Path(folder, "budget.csv")
        beans.write_text(ledger(), "utf-8")
        sheet.write_text(table(), "utf-8")
        start = medians({"pass": [sys.executable, "-c", "pass"], "version": [str(here / "bvtrack"), "--version"]}, 41)
        check = medians(
            {
                "bvtrack": [str(here / "bvtrack"), "check", str(REVIEW)],
                "beans": [str(peers / "bean-check"), "--no-cache", str(beans)],
                "frictionless": [str(peers / "frictionless"), "validate", str(sheet)],
            }
        )
    rows = [
        ("`bvtrack --version`", "`python -c pass`", start["version"] / start["pass"], "5"),
        ("`bvtrack check` of the Hertfordshire review, cold", "`bean-check`", check["bvtrack"] / check["beans"], "2"),
        ("the same", "`frictionless validate`", check["bvtrack"] / check["frictionless"], "0.4"),
    ]
    print("| work | yardstick in the same run | ratio of medians | goal |")
    print("|---|---|--:|--:|")
    for work, yardstick, ratio, goal in rows:
        print(f"| {work} | {yardstick} | {ratio:.2f} | ≤ {goal} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
