"""What a database must live through: processes killed at any moment, and many of them writing at once.

Runs in a process of its own, without threads, because it forks: `python ordeal.py kills 20 7 FOLDER` prints how many of
each kind it did, and ends with an AssertionError where something acknowledged was lost or something is half written.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import signal
import sys
import time
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import sqlite_utils  # noqa: F401 — loaded before the children are made

from bvtrack.core.errors import ConflictProblem, Problem
from bvtrack.core.review import Review, review_from
from bvtrack.files.output_file import write_file
from bvtrack.files.review_file import review_of
from bvtrack.files.review_sample import SAMPLE
from bvtrack.files.review_text import write_review
from bvtrack.store import schema
from bvtrack.store.restoring import restore
from bvtrack.store.store import Entry, Store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from bvtrack.store.schema import Migrated

REVIEW = review_from(tomllib.loads(SAMPLE, parse_float=Decimal))
ENTRY = Entry(by="ordeal", at=dt.datetime(2003, 5, 19, tzinfo=dt.UTC), verb="set", what="An ordeal.")
LONGEST = 0.15  # seconds until a kill
EARLY = 0.25  # how many of the kills come before anything may be done
KINDS = ("edit", "import", "undo", "backup", "restore", "migrate", "export")


def named(name: str, title: str = "0") -> Review:
    """Give the sample review under another id and title."""
    return REVIEW.model_copy(update={"id": name, "title": title})


def titled(title: str) -> Callable[[Review], Review]:
    """Give a change that sets the title, and an event with it, so that several rows are written."""

    def change(review: Review) -> Review:
        first = review.recommendations[0].parts[0]
        events = (*first.events[:1], first.events[0].model_copy(update={"reason": title}))
        part = first.model_copy(update={"events": events})
        recommendation = review.recommendations[0].model_copy(update={"parts": (part,)})
        return review.model_copy(update={"title": title, "recommendations": (recommendation,)})

    return change


def second_schema(db: Migrated) -> None:
    """Stand for a later migration: a table, and every review touched."""
    db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT) STRICT")
    db.execute("INSERT INTO later (note) SELECT title FROM review")


# What a child does until it is killed; it acknowledges each number when that is done.


def _edit(folder: Path, done: Callable[[int], None]) -> None:
    with open_store(folder / "edit.db", create=True) as store:
        if not store.reviews():
            store.add(named("r"), "", ENTRY)
        at = int(store.load("r").title)
        while True:
            at += 1
            store.edit("r", titled(str(at)), ENTRY, text=f"text {at}")
            done(at)


def _import(folder: Path, done: Callable[[int], None]) -> None:
    at = 0
    while True:
        at += 1
        with open_store(folder / f"import-{at % 3}.db", create=True) as store, store.transaction():
            store.add(named(f"a{at}"), SAMPLE, ENTRY)
            store.add(named(f"b{at}"), SAMPLE, ENTRY)
        done(at)


def _undo(folder: Path, done: Callable[[int], None]) -> None:
    with open_store(folder / "undo.db", create=True) as store:
        if not store.reviews():
            store.add(named("r"), "", ENTRY)
            store.edit("r", titled("1"), ENTRY)
        while True:
            newest = store.log(limit=1)[0].number
            done(store.undo(newest, ENTRY).number)


def _backup(folder: Path, done: Callable[[int], None]) -> None:
    with open_store(folder / "backup.db", create=True) as store:
        store.add(named("r"), "", ENTRY)
        at = 0
        while True:
            at += 1
            store.edit("r", titled(str(at)), ENTRY)
            store.backup(folder / "copy.db", force=True)
            done(at)


def _restore(folder: Path, done: Callable[[int], None]) -> None:
    for at in range(2):
        with open_store(folder / f"{at}.db", create=True) as store:
            store.add(named("r", str(at)), "", ENTRY)
    at = 0
    while True:
        at += 1
        restore(folder / f"{at % 2}.db", folder / "restored.db", force=True)
        done(at)


def _migrate(folder: Path, done: Callable[[int], None]) -> None:
    with open_store(folder / "old.db", create=True) as store:
        store.add(named("r"), "", ENTRY)
    schema.MIGRATIONS.append(second_schema)
    at = 0
    while True:
        at += 1
        shutil.copy(folder / "old.db", folder / "part")
        (folder / "part").replace(folder / f"migrate-{at}.db")
        open_store(folder / f"migrate-{at}.db").close()
        done(at)


def _export(folder: Path, done: Callable[[int], None]) -> None:
    with open_store(folder / "export.db", create=True) as store:
        store.add(named("r"), "", ENTRY)
        at = 0
        while True:
            at += 1
            store.edit("r", titled(str(at)), ENTRY)
            write_file(folder / "r.toml", write_review(store.load("r")), force=True)
            done(at)


# What must hold after the kill; `last` is the last number acknowledged.


def _whole(path: Path) -> Store:
    store = open_store(path)
    assert store.verify() == (), path
    return store


def _after_edit(folder: Path, last: int) -> None:
    if last or (folder / "edit.db").exists():
        with _whole(folder / "edit.db") as store:
            at = int(store.load("r").title) if store.reviews() else 0
            assert last <= at, (last, at)
            assert not at or store.kept_text("r") == f"text {at}"


def _after_import(folder: Path, last: int) -> None:
    there: set[str] = set()
    for path in folder.glob("import-?.db"):
        with _whole(path) as store:
            there |= set(store.reviews())
    assert {name[1:] for name in there if name[0] == "a"} == {name[1:] for name in there if name[0] == "b"}
    assert {f"a{at}" for at in range(1, last + 1)} <= there


def _after_undo(folder: Path, last: int) -> None:
    if last:
        with _whole(folder / "undo.db") as store:
            newest = store.log(limit=1)[0].number
            assert newest in {last, last + 1}
            assert store.load("r").title == ("0" if newest % 2 else "1")


def _after_backup(folder: Path, last: int) -> None:
    if last:
        with _whole(folder / "copy.db") as copy, _whole(folder / "backup.db") as store:
            assert last <= int(copy.load("r").title) <= int(store.load("r").title) <= last + 1


def _after_restore(folder: Path, last: int) -> None:
    if last:
        with _whole(folder / "restored.db") as store:
            assert int(store.load("r").title) in {last % 2, (last + 1) % 2}


def _after_migrate(folder: Path, last: int) -> None:
    schema.MIGRATIONS.append(second_schema)
    try:
        for path in folder.glob("migrate-*.db"):
            _whole(path).close()
    finally:
        schema.MIGRATIONS.remove(second_schema)
    assert {f"migrate-{at}.db" for at in range(1, last + 1)} <= {path.name for path in folder.iterdir()}


def _after_export(folder: Path, last: int) -> None:
    if last:
        with _whole(folder / "export.db") as store:
            file = review_of((folder / "r.toml").read_text("utf-8"), "r.toml")
            assert last <= int(file.title) <= int(store.load("r").title) <= last + 1


def kills(folder: Path, count: int, seed: int) -> dict[str, int]:
    """Kill `count` children at random moments, kind by kind, and look at what each left; give what was seen."""
    chance = random.Random(seed)  # noqa: S311 — moments, not secrets
    seen: Counter[str] = Counter()
    for nth in range(count):
        kind = KINDS[nth % len(KINDS)]
        place = folder / (kind if kind == "edit" else f"{kind}-{nth}")
        place.mkdir(exist_ok=True)
        last = _killed(kind, place, chance.uniform(0, LONGEST), early=chance.random() < EARLY)
        journals = [path for path in place.iterdir() if path.name.endswith("-journal")]
        seen["kills"] += 1
        seen[kind] += 1
        seen["acknowledged"] += last
        seen["journals left"] += bool(journals)
        globals()[f"_after_{kind}"](place, last)
        if kind != "edit":
            shutil.rmtree(place)
    return dict(seen)


def _killed(kind: str, folder: Path, moment: float, *, early: bool) -> int:
    """Let a child work, kill it a moment after its start or its first acknowledgement, and give the last of these."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            globals()[f"_{kind}"](folder, lambda at: os.write(writing, f"{at}\n".encode()))
        finally:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    os.close(writing)
    first = b"" if early else os.read(reading, 99)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the child that was to {kind} ended by itself"
    with os.fdopen(reading, "rb") as pipe:
        lines = (first + pipe.read()).splitlines()
    return int(lines[-1]) if lines else 0


def writers(folder: Path, processes: int, edits: int) -> dict[str, int]:
    """Let processes edit one review at once, half of the edits resting on what is no longer so; give what was seen."""
    path = folder / "writers.db"
    with open_store(path, create=True) as store:
        store.add(named("r"), "", ENTRY)
    pipes = []
    for _ in range(processes):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.write(writing, json.dumps(_written(path, edits)).encode())
            os._exit(0)
        os.close(writing)
        pipes.append(reading)
    seen: Counter[str] = Counter(processes=processes)
    for pipe in pipes:
        with os.fdopen(pipe, "rb") as told:
            seen.update(json.loads(told.read()))
    for _ in range(processes):
        os.wait()
    with _whole(path) as store:
        seen["counted"] = int(store.load("r").title)
        seen["logged"] = len(store.log(limit=10**6)) - 1
    return dict(seen)


def _written(path: Path, edits: int) -> dict[str, int]:
    seen: Counter[str] = Counter(edits=edits)
    try:
        with open_store(path) as store:
            stale = "no such title"
            for nth in range(edits):
                now = store.load("r").title
                seen["stale"] += nth % 2
                try:
                    if nth % 2:
                        store.edit("r", _resting_on(stale), ENTRY)
                    else:
                        store.edit("r", lambda review: titled(str(int(review.title) + 1))(review), ENTRY)
                    seen["done"] += 1
                except ConflictProblem as problem:
                    seen["conflicts"] += problem.seen == stale and problem.now.isdigit()
                stale = now
    except Problem as problem:
        seen["lost"] += 1
        sys.stderr.write(f"{problem}\n")
    return dict(seen)


def _resting_on(seen: str) -> Callable[[Review], Review]:
    def change(review: Review) -> Review:
        if review.title != seen:
            raise ConflictProblem("r", "was changed", "look again", seen=seen, now=review.title)
        return titled(str(int(review.title) + 1))(review)

    return change


if __name__ == "__main__":
    ordeal, first, second, where = sys.argv[1:]
    json.dump({"kills": kills, "writers": writers}[ordeal](Path(where), int(first), int(second)), sys.stdout)
