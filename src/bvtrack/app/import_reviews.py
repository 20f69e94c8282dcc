"""Bring review files into the database: what each would change first, then all of it in one step, or none.

A review that is there already is merged (`core.merge`): the text kept from its last import tells what the file changed
since, and what was recorded meanwhile stays. Importing the same file again does nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from bvtrack.core.address import places
from bvtrack.core.edit import reviewed
from bvtrack.core.errors import ConflictProblem, InputProblem, UsageProblem
from bvtrack.core.merge import merge
from bvtrack.core.plain import plain_tables
from bvtrack.core.visible import visible
from bvtrack.files.folder import review_paths
from bvtrack.files.review_file import read_review, review_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bvtrack.app.desk import Desk
    from bvtrack.core.difference import Difference
    from bvtrack.core.review import Review
    from bvtrack.files.review_file import ReviewFile
    from bvtrack.store.store import Change

State: TypeAlias = 'Literal["new", "changed", "unchanged"]'
_TOLD = 3  # conflicts told in the one line of a problem; the plan holds them all


@dataclass(frozen=True, slots=True)
class Planned:
    """What importing a file would do: `review` is what the database would hold, the file's where there are conflicts.

    An `unchanged` review holds all that the file says; the comments and the layout of its `text` may still be new.
    """

    file: ReviewFile
    state: State
    review: Review
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()
    warnings: tuple[str, ...] = ()


def planned(desk: Desk | None, paths: Iterable[Path]) -> tuple[Planned, ...]:
    """Tell what importing the files, and all in the folders, would do; without a desk, to an empty database.

    Raises InputProblem with all that is wrong with any of them, UsageProblem where two hold the same review.
    """
    return tuple(replace(_planned(desk, file), warnings=_warnings(file.review)) for file in _read(paths))


def carried_out(desk: Desk, plans: Sequence[Planned]) -> tuple[Change, ...]:
    """Do what was planned, all of it or nothing, and give the changes made: none where there is nothing to do.

    Raises ConflictProblem where anything was changed both here and in a file, or since the plan was made.
    """
    for plan in plans:
        _refuse_conflicts(plan)
    with desk.store.transaction():
        changes = [_carried_out(desk, plan) for plan in plans]
    return tuple(change for change in changes if change is not None)


def refused(plan: Planned) -> ConflictProblem | None:
    """Give the problem that keeps a plan from being carried out; None where nothing does."""
    if not plan.conflicts:
        return None
    told = "; ".join(f"{one.address}{one.said}" for one in plan.conflicts[:_TOLD])
    more = f" and {len(plan.conflicts) - _TOLD} more" if len(plan.conflicts) > _TOLD else ""
    here, there = ("; ".join(getattr(one, side) for one in plan.conflicts) for side in ("here", "there"))
    todo = "nothing was imported; make both say the same, in the file or with bvtrack set, and import it again"
    return ConflictProblem(_place(plan.file), told + more, todo, here, there)


def _read(paths: Iterable[Path]) -> tuple[ReviewFile, ...]:
    files: list[ReviewFile] = []
    problems: list[InputProblem] = []
    asked = list(paths)
    for found in review_paths(asked):
        try:
            if isinstance(found, InputProblem):
                raise found
            files.append(read_review(found))
        except InputProblem as problem:
            problems += [problem, *problem.more]
    if problems:
        first, *others = problems
        raise InputProblem(first.place, first.what, first.todo, tuple(others))
    if not files:
        raise UsageProblem(
            visible(", ".join(map(str, asked))) or "import", "holds no review file", "name one that ends in .toml"
        )
    for name, times in Counter(file.review.id for file in files).items():
        if times > 1:
            told = ", ".join(_place(file) for file in files if file.review.id == name)
            raise UsageProblem(told, f"hold the same review, {name}", "import one of them, or give them different ids")
    return tuple(files)


def _planned(desk: Desk | None, file: ReviewFile) -> Planned:
    name = file.review.id
    if desk is None or not desk.store.holds(name):
        return Planned(file, "new", file.review)
    mine, kept = desk.store.load(name), desk.store.kept_text(name)
    base = plain_tables(review_of(kept, f"the text kept of {name}")) if kept else {}
    merged = merge(base, plain_tables(mine), plain_tables(file.review), on=desk.today, by=desk.by or None)
    plan = Planned(file, "changed", file.review, merged.taken, merged.conflicts)
    if plan.conflicts:
        return plan
    review = reviewed(merged.tables, _place(file))
    return replace(plan, review=review, state="unchanged" if review == mine and not merged.taken else "changed")


def _carried_out(desk: Desk, plan: Planned) -> Change | None:
    """Import one file as the database stands now, which may be other than when the plan was made."""
    now = _planned(desk, plan.file)
    _refuse_conflicts(now)
    if (now.state, now.differences) != (plan.state, plan.differences):
        what = "would now change other things than were shown"
        raise ConflictProblem(_place(plan.file), what, "somebody changed the review meanwhile: import it again")
    name = plan.file.path.name
    if now.state == "new":
        return desk.store.add(now.review, plan.file.text, desk.entry("import", f"{name} imported"))
    said = f"{name} imported: {_count(len(now.differences), 'difference')}" if now.differences else f"{name} reread"
    return desk.store.edit(now.review.id, lambda _: now.review, desk.entry("import", said), text=plan.file.text)


def _refuse_conflicts(plan: Planned) -> None:
    problem = refused(plan)
    if problem is not None:
        raise problem


def _warnings(review: Review) -> tuple[str, ...]:
    """Tell of things that have one address between them, so that none of them can be found by it."""
    times = Counter(place.address for place in places(review))
    return tuple(
        f"{name} stands {count} times, so that none can be addressed" for name, count in times.items() if count > 1
    )


def _place(file: ReviewFile) -> str:
    return visible(str(file.path))


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
