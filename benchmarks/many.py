"""The rows of the performance page on many reviews: import, status and check beside their yardsticks, and growth.

Run by hand: `python benchmarks/many.py PEERS [COUNT …]`, where PEERS is the `bin` folder of an environment with
beancount; hledger is taken from the path where it is there. Ratios are of a thousand reviews; growth is between the
counts (100 and 1,000 unless given; 10,000 hold 1.5 GB and take a quarter of an hour). Prints Markdown.
"""

from __future__ import annotations

import compileall
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from side_by_side import medians
from synthetic import Made, journal, ledger

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
COUNTS = (100, 1000)
RATIOS_AT = 1000
FEW = 100
RUNS = 3  # of up to a hundred reviews; more take long enough to be measured once
PARSE = "import sys, tomllib, pathlib\nfor file in pathlib.Path(sys.argv[1]).iterdir(): tomllib.loads(file.read_text())"
PORTFOLIO = """
import datetime as dt, sys
from pathlib import Path
from bvtrack.app.desk import open_desk
from bvtrack.app.show.portfolio import line, totals
with open_desk(Path(sys.argv[1]), "", lambda: dt.datetime(2002, 10, 1, tzinfo=dt.UTC), writable=False) as desk:
    totals([line(desk, name, desk.today) for name in desk.reviews()])
"""
# what a few lines of SQL can say of sums: each row, and each column, whose figures do not add to the printed total
SUMS = """
import sqlite3, sys
found = sqlite3.connect(sys.argv[1]).execute('''
WITH figure AS (
  SELECT profile.review, stream, recommendation, amount.label, role, value_pence AS pence
  FROM amount JOIN profile ON profile.id = amount.profile
)
SELECT review, stream, recommendation, 'total' AS label,
  SUM(pence) FILTER (WHERE role = 'year') AS computed, MAX(pence) FILTER (WHERE role = 'total') AS printed
FROM figure GROUP BY review, stream, recommendation HAVING computed <> printed
UNION ALL
SELECT review, stream, NULL, label,
  SUM(pence) FILTER (WHERE recommendation NOTNULL) AS computed,
  MAX(pence) FILTER (WHERE recommendation IS NULL) AS printed
FROM figure GROUP BY review, stream, label HAVING computed <> printed
''').fetchall()
for row in found: print(*row)
"""


def commands(folder: Path, count: int, peers: Path) -> dict[str, Sequence[str]]:
    """Make files and a database of so many reviews, and give the commands to time on them, import left out."""
    files, database = folder / str(count), folder / f"{count}.db"
    files.mkdir()
    for number in range(count):
        (files / f"{number:05}.toml").write_text(Made(number).text, "utf-8")
    python, day = sys.executable, ("--as-at", "2002-10-01")
    bvtrack = str(Path(python).with_name("bvtrack"))
    found: dict[str, Sequence[str]] = {
        "import": [bvtrack, "import", str(files), "--db", str(database)],
        "parse": [python, "-c", PARSE, str(files)],
        "status": [bvtrack, "status", str(database), *day],
        "actions": [bvtrack, "status", str(database), *day, "--format", "csv"],
        "check": [bvtrack, "check", str(database), *day, "--fail-on", "never"],
        "sums": [python, "-c", SUMS, str(database)],
        "portfolio": [python, "-c", PORTFOLIO, str(database)],
    }
    if count == RATIOS_AT:
        (folder / "plan.beancount").write_text(ledger(count), "utf-8")
        (folder / "plan.journal").write_text(journal(count), "utf-8")
        found["beans"] = [str(peers / "bean-check"), "--no-cache", str(folder / "plan.beancount")]
        if hledger := shutil.which("hledger"):
            found["hledger"] = [hledger, "check", "-f", str(folder / "plan.journal")]
    return found


def measured(timed: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Time the commands in turn; what is imported is there afterwards, and each import after it starts afresh."""
    database = Path(timed["import"][-1])
    seconds: list[dict[str, float]] = []
    for _ in range(runs):
        database.unlink(missing_ok=True)
        seconds.append(medians(timed, runs=1, warm_up=0))
    return {name: sorted(one[name] for one in seconds)[runs // 2] for name in timed}


def main(peers: Path, counts: Sequence[int]) -> None:
    """Measure and print."""
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does; the peers are installed so
    found: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            found[count] = measured(commands(Path(folder), count, peers), RUNS if count <= FEW else 1)
    print("| work | yardstick in the same run | ratio of medians | goal |")
    print("|---|---|--:|--:|")
    for work, yardstick, name, by, goal in (
        ("import of 1,000 review files", "parsing them with tomllib alone", "import", "parse", "≤ 6"),
        ("`bvtrack status` over 1,000 reviews", "`bvtrack check` of the same database", "status", "check", "≤ 0.25"),
        ("`bvtrack status --format csv` over 1,000 reviews", "the same", "actions", "check", "≤ 0.25"),
        ("`bvtrack check` of 1,000 reviews, all rules", "`bean-check` on as many amounts", "check", "beans", "≤ 0.3"),
        ("the same", "`hledger check`", "check", "hledger", "≤ 0.6"),
        ("the same", "a query that adds up rows and columns, by sqlite3", "check", "sums", "–"),
    ):
        times = found.get(RATIOS_AT, {})
        if {name, by} <= times.keys():
            print(f"| {work} | {yardstick} | {times[name] / times[by]:.2f} | {goal} |")
    first, *others = counts
    for count in others:
        for name in ("import", "status", "check", "portfolio"):
            ratio = found[count][name] / count / (found[first][name] / first)
            print(f"| {name}, time per review of {count:,} | the same of {first:,} | {ratio:.2f} | ≤ 1 |")
    for count, times in found.items():
        told = ", ".join(f"{name} {1000 * seconds / count:.1f}" for name, seconds in times.items())
        print(f"\nCPU milliseconds per review of {count:,}: {told}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or COUNTS)
