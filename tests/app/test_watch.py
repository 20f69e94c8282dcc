"""Watching: what is looked at, and when it counts as changed. Nobody sleeps here: time passes when a test says so."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.app.watch import Stamps, changes, stamps

if TYPE_CHECKING:
    from collections.abc import Iterator

A = Path("a.toml")


def looks(*sizes: int | None) -> Iterator[Stamps]:
    """Give what is seen of a file, look by look; None: it is not there."""
    for size in sizes:
        yield {A: None if size is None else (0, size, 0)}


@pytest.mark.parametrize(
    ("seen", "runs"),
    [
        ((1, 1, 1, 1), [1]),
        ((1, 2, 2, 2), [1, 3]),  # changed while the first run was at work
        ((1, 1, 1, 2, 2, 2), [1, 5]),
        ((1, 1, 2, 3, 4, 4, 4), [1, 6]),  # half written: it has to come to rest
        ((1, 1, None, None, None, 1, 1), [1, 4, 7]),  # gone, and there again
        ((1, 1, None, 1, 1, 1), [1, 5]),  # replaced by an editor: one change
        ((1, 1, 2, 1, 1), [1, 5]),  # and back
    ],
)
def test_a_change_counts_when_it_has_come_to_rest(seen: tuple[int | None, ...], runs: list[int]) -> None:
    """A run at once, and one for each change; `runs` are the looks after which there is one."""
    given = looks(*seen)
    count = 0

    def look() -> Stamps:
        nonlocal count
        try:
            stamp = next(given)
        except StopIteration:
            raise KeyboardInterrupt from None
        count += 1
        return stamp

    ran: list[int] = []
    with suppress(KeyboardInterrupt):
        ran.extend(count for _ in changes(look, lambda: None))
    assert ran == runs


def test_the_file_replaced_within_a_pause_is_one_change(tmp_path: Path) -> None:
    """A change of the content, of the time or of the file itself is seen on the disk."""
    path = tmp_path / "a.toml"
    path.write_text("a", "utf-8")
    seen: list[int] = []

    def edit() -> None:
        seen.append(len(seen))
        if len(seen) == 1:
            (tmp_path / "new").write_text("a", "utf-8")
            os.replace(tmp_path / "new", path)  # noqa: PTH105 — as an editor does

    runs = list(islice(changes(lambda: stamps([path], tmp_path), edit), 2))
    assert len(runs) == 2


def test_what_a_check_reads_is_watched(tmp_path: Path) -> None:
    """The reviews of folders, the waivers beside each, the settings and the baseline, whether they are there or not."""
    (tmp_path / "reviews" / "below").mkdir(parents=True)
    for name in ("a.toml", "below/b.toml", "below/work.db", "notes.pdf", "below/waivers.toml"):
        (tmp_path / "reviews" / name).write_text("x", "utf-8")
    named, baseline = tmp_path / "gone.toml", tmp_path / "baseline.toml"
    found = stamps([tmp_path / "reviews", named], tmp_path, [baseline])
    there = {path.relative_to(tmp_path).as_posix() for path, stamp in found.items() if stamp}
    assert there == {"reviews/a.toml", "reviews/below/b.toml", "reviews/below/work.db", "reviews/below/waivers.toml"}
    assert {path.relative_to(tmp_path).as_posix() for path in found} - there == {
        "baseline.toml", "bvtrack.toml", "gone.toml", "pyproject.toml", "reviews/waivers.toml", "waivers.toml",
    }  # fmt: skip
