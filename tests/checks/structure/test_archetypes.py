"""What is found in made tables: a small part of the scorecard, for each archetype that the footing was tuned on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testbed.archetypes import ARCHETYPES
from testbed.faults import ONE_FIGURE, holds
from testbed.making import make
from testbed.score import correct, faulty, outcome, score

if TYPE_CHECKING:
    from testbed.plan import Archetype

SEEDS = range(2)


@pytest.mark.parametrize("archetype", ARCHETYPES, ids=lambda one: one.name)
def test_a_made_table_holds(archetype: Archetype) -> None:
    """The generator makes tables whose sums are true."""
    assert all(holds(make(archetype, seed)) for seed in SEEDS)


@pytest.mark.parametrize("archetype", ARCHETYPES, ids=lambda one: one.name)
def test_a_correct_table_has_no_error(archetype: Archetype) -> None:
    """No correct table is accused of anything."""
    assert correct(archetype, SEEDS)["errors"] == 0


@pytest.mark.parametrize("archetype", ARCHETYPES, ids=lambda one: one.name)
def test_one_wrong_figure_is_noticed(archetype: Archetype) -> None:
    """One figure changed beyond rounding is a warning or an error, whatever the archetype; no other figure is named."""
    told = [outcome(one) for one in faulty(archetype, range(1)) if one.kind in ONE_FIGURE]
    assert sum(one["warned"] for one in told) >= len(told) - 1
    assert sum(one["named wrong"] for one in told) == 0


def test_enough_archetypes() -> None:
    """At least forty archetypes are tuned on."""
    assert len(ARCHETYPES) >= 40


def test_score_counts_by_kind_and_by_size() -> None:
    """A score holds the correct tables, the faults by kind, and one wrong figure by size of table."""
    one = score(ARCHETYPES[:1], range(1))
    assert one.right["tables"] == 1
    assert one.wrong["row twice"]["found"] == 1
    assert one.few["tables"] == 0
    assert one.more["tables"] == len(ONE_FIGURE)
