"""Runs the mutation lane, an area at a time: each area's code against that area's own tests, in a scratch copy.

`make mutants` runs all areas; `python tools/mutants.py money due` runs some. Prints the rows of `docs/mutation.md`.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
AREAS = {
    "money": (["src/bvtrack/core/money/*"], ["tests/core/test_money.py"]),
    "years": (
        ["src/bvtrack/core/financial_year.py", "src/bvtrack/core/period/*"],
        ["tests/core/test_financial_year.py", "tests/core/test_period.py"],
    ),
    "due": (["src/bvtrack/core/due/*"], ["tests/core/test_due.py"]),
    "target": (["src/bvtrack/core/target/*"], ["tests/core/test_target.py"]),
    "checks": (["src/bvtrack/checks/*"], ["tests/checks"]),
}
NOTICED = re.compile(r"(\d+)/(\d+)\s+🎉 (\d+) 🫥 (\d+)\s+⏰ (\d+)\s+🤔 (\d+)\s+🙁 (\d+)")


def run(area: str, scratch: Path) -> str:
    """Mutate one area and give its row: how many mutants were tried, and what share of them a test noticed."""
    modules, tests = AREAS[area]
    for name in ("src", "tests", "reviews", "fixtures"):
        shutil.copytree(ROOT / name, scratch / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = {
        "source_paths": ["src"],
        "only_mutate": modules,
        "also_copy": ["reviews", "fixtures"],
        "pytest_add_cli_args_test_selection": tests,
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-o", "timeout=0"],
    }
    lane = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    (scratch / "pyproject.toml").write_text(f"{project}\n[tool.mutmut]\n{lane}", "utf-8")
    (scratch / "README.md").touch()
    mutmut = Path(sys.executable).with_name("mutmut")
    done = subprocess.run([mutmut, "run"], cwd=scratch, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 — our own tool
    progress = NOTICED.findall(done.stdout)
    if not progress:
        raise SystemExit(f"{area}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    tried, total, killed, untested, late, odd, survived = map(int, progress[-1])
    noticed = killed + late + odd
    return f"| {area} | {tried} of {total} | {100 * noticed // (noticed + survived + untested)} % |"


if __name__ == "__main__":
    for area in sys.argv[1:] or AREAS:
        with tempfile.TemporaryDirectory(prefix="bvtrack-mutants-") as folder:
            print(run(area, Path(folder)), flush=True)
