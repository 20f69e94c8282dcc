"""Prints what the footing of tables finds, as the tables of docs/scorecard.md, to stdout.

`python tools/scorecard.py [TUNED [APART]]`: tables of each archetype that was tuned on (5 if not said), and of each
that was kept apart (25).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from testbed import archetypes, fixtures
from testbed.apart import first, fourth, second, third
from testbed.score import KINDS, Score, score

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence


def main(tuned: int = 5, apart: int = 25) -> None:
    """Print all tables."""
    scores = {
        "tuned on": score(archetypes.ARCHETYPES, range(1000, 1000 + tuned)),
        "apart, first batch": score(first.ARCHETYPES, range(apart)),
        "apart, second batch": score(second.ARCHETYPES, range(apart)),
        "apart, third batch": score(third.ARCHETYPES, range(apart)),
        "apart, fourth batch": score(fourth.ARCHETYPES, range(apart)),
    }
    names = list(scores)
    _table("Correct tables", names, [_correct(one) for one in scores.values()])
    _table("Faults found as errors", names, [_found(one) for one in scores.values()])
    _table("Faults found as warnings or errors", names, [_warned(one) for one in scores.values()])
    _table("Naming, of one wrong figure", names, [_naming(one) for one in scores.values()])
    wanted = fixtures.expected()
    agreed = sum(fixtures.found(name) == want for name, want in wanted.items())
    print(f"Fixtures: {agreed} of {len(wanted)} tables give exactly what must be found in them.")


def _table(title: str, names: Sequence[str], columns: Sequence[dict[str, str]]) -> None:
    print(f"## {title}\n\n| | {' | '.join(names)} |\n|---|{'--:|' * len(names)}")
    for row in columns[0]:
        print(f"| {row} | {' | '.join(column[row] for column in columns)} |")
    print()


def _correct(one: Score) -> dict[str, str]:
    right = one.right
    return {
        "tables": f"{right['tables']:,}",
        "with an error": _share(right, "errors", "tables"),
        "with a labelled total in question (FIN120)": _share(right, "questions", "tables"),
        "with another warning": _share(right, "warnings", "tables"),
        "taken for no financial table": _share(right, "not financial", "tables"),
        "sums checked": f"{right['sums']:,}",
        "not evaluated": _share(right, "not evaluated", "sums"),
    }


def _found(one: Score) -> dict[str, str]:
    return {
        **{kind: _share(one.wrong[kind], "found", "tables") for kind in KINDS},
        "one figure, tables of three columns or more": _share(one.more, "found", "tables"),
        "one figure, tables of one or two columns": _share(one.few, "found", "tables"),
    }


def _warned(one: Score) -> dict[str, str]:
    return {
        **{kind: _share(one.wrong[kind], "warned", "tables") for kind in KINDS},
        "one figure, tables of one or two columns": _share(one.few, "warned", "tables"),
    }


def _naming(one: Score) -> dict[str, str]:
    figures = one.few + one.more
    several = one.wrong["2 figures"] + one.wrong["3 figures"]
    return {
        "tables where it stands in two checks or more": f"{figures['nameable']:,}",
        "it is named": _share(figures, "named", "nameable"),
        "another is named, of all with one wrong figure": _share(figures, "named wrong", "tables"),
        "another is named, of all with two or three": _share(several, "named wrong", "tables"),
    }


def _share(tally: Counter[str], part: str, whole: str) -> str:
    """Print a share in per cent, to two places where it is small, with its number."""
    of = tally[whole]
    return f"{100 * tally[part] / of:.1f} % ({tally[part]:,} of {of:,})" if of else "–"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
