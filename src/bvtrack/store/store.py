"""The store: reviews kept in one database file, every change of them logged, and taken back if asked."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Self

from bvtrack.core.errors import ConflictProblem, DatabaseProblem, UsageProblem
from bvtrack.core.visible import visible
from bvtrack.store import schema, trail
from bvtrack.store.changes import Edit, Row, changed, delete, insert, removed, update
from bvtrack.store.database import PATIENCE, Database, told
from bvtrack.store.mounts import mount_table, network
from bvtrack.store.opening import opened
from bvtrack.store.rows import UNSOUND, digest, drafts_of, kept_rows, review_of
from bvtrack.store.trail import Change, Entry

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from bvtrack.core.review import Review
    from bvtrack.store.rows import Kept

_AT_A_TIME: Final = 50  # reviews read in one go

__all__ = ["Change", "Edit", "Entry", "Store", "open_store"]


def open_store(path: Path, *, create: bool = False, writable: bool = True, patience: int = PATIENCE) -> Store:
    """Open a database; `patience` is how many seconds to wait for another writer.

    Raises UsageProblem where there is none and `create` is not given, DatabaseProblem where it is not ours, newer,
    empty or damaged, BusyProblem, and StorageProblem where it cannot be read.
    """
    return Store(path, opened(path, create=create, writable=writable, patience=patience))


def _warnings(path: Path) -> tuple[str, ...]:
    kind = network(path, mount_table())
    said = "is in a network folder ({}): locks do not hold there, so let one person at a time change it"
    return (f"{visible(str(path))} {said.format(kind)}",) if kind else ()


class Store:
    """Reviews in a database file, by their ids; a context manager that closes it. For one thread."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self.warnings = _warnings(path)
        self._db = db

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the store is of no use after."""
        self._db.close()

    def reviews(self) -> tuple[str, ...]:
        """Give the ids of the reviews, in their order."""
        with told(self.path):
            return tuple(str(row[0]) for row in self._db.execute("SELECT ref FROM review ORDER BY ref").fetchall())

    def holds(self, review: str) -> bool:
        """Tell whether there is a review of this id."""
        with told(self.path):
            return self._db.execute("SELECT 1 FROM review WHERE ref = ?", (review,)).fetchone() is not None

    def load(self, review: str) -> Review:
        """Give a review. Raises KeyError if there is none of this id."""
        with told(self.path), self._db.snapshot():
            return self._review(self._rows(review))

    def load_all(self) -> Iterator[Review | DatabaseProblem]:
        """Yield the reviews in the order of their ids, and a problem for each whose rows make none.

        Some are read at a time, so that they are read fast, and nobody who writes has to wait for all of them.
        """
        names = self.reviews()
        for start in range(0, len(names), _AT_A_TIME):
            some = names[start : start + _AT_A_TIME]
            with told(self.path), self._db.snapshot():
                rows = list(kept_rows(self._db, self._numbers(some)))
            for one in rows:
                try:
                    yield self._review(one)
                except DatabaseProblem as problem:
                    yield problem

    def kept_text(self, review: str) -> str:
        """Give the text of the review's file as it was last imported, empty if it never was. Raises KeyError."""
        with told(self.path), self._db.snapshot():
            return self._source(self._number(review))[1]

    def edit(
        self, review: str, change: Callable[[Review], Review], entry: Entry, *, text: str | None = None
    ) -> Change | None:
        """Change a review as it is now, in one step that others see whole or not at all; `text` is its new file.

        What `change` raises leaves all as it was. None where nothing differs. Raises KeyError if there is no such
        review, and UsageProblem where its id would be another.
        """
        with self._writing():
            old = self._rows(review)
            new = change(self._review(old))
            if new.id != review:
                raise UsageProblem(visible(review), "a review keeps its id", "import it under the other id")
            draft = drafts_of(new)
            edits = [*changed(self._db, old, draft), *self._put_text(old.id, text)]
            if not edits:
                return None
            return trail.append(self._db, review, entry, edits, digest(draft, self._source(old.id)[1]))

    def add(self, review: Review, text: str, entry: Entry) -> Change:
        """Add a review with the text of its file; UsageProblem if there is one of its id.

        The log says how many rows came, not what they are: this change is taken back by removing the review.
        """
        from bvtrack.store.adding import add

        with self._writing():
            if self.holds(review.id):
                raise UsageProblem(visible(review.id), "is in the database already", "change it, or remove it first")
            draft = drafts_of(review)
            number, counts = add(self._db, draft)
            insert(self._db, "source", {"review": number, "text": text})
            return trail.append(self._db, review.id, entry, counts, digest(draft, text))

    def remove(self, review: str, entry: Entry) -> Change:
        """Take a review away; the log keeps all of it, so that this can be taken back. Raises KeyError."""
        with self._writing():
            old = self._rows(review)
            row, text = self._source(old.id)
            delete(self._db, row)
            source = Edit(row.table, row.id, {"review": old.id, "text": text}, None)
            return trail.append(self._db, review, entry, [source, *removed(self._db, old)], "")

    @contextmanager
    def transaction(self) -> Generator[None, None, None]:
        """Make all changes within one: whole or nothing."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Generator[None, None, None]:
        with told(self.path), self._db.atomic():
            if self._db.number("PRAGMA user_version") != schema.newest():
                raise DatabaseProblem(
                    visible(str(self.path)), "was brought to another schema meanwhile", "start bvtrack anew"
                )
            yield

    def log(
        self, review: str | None = None, address: str | None = None, *, limit: int = 200, before: int | None = None
    ) -> tuple[Change, ...]:
        """Give the newest changes first: of a review, of an address and what is below it, before a number."""
        with told(self.path):
            return trail.latest(self._db, review, address, limit=limit, before=before)

    def undo(self, number: int, entry: Entry) -> Change:
        """Take a change back; taking back a taking back does the change again.

        Raises UsageProblem where it was taken back already or never can be, ConflictProblem where what it changed was
        changed since.
        """
        from bvtrack.store.undo import restored

        with self._writing():
            change = self._undoable(number)
            edits = list(restored(self._db, change))
            entry = replace(entry, undoes=number)
            if not self.holds(change.review):
                return trail.append(self._db, change.review, entry, edits, "")
            kept = self._rows(change.review)
            try:
                draft = drafts_of(review_of(kept, parse=True))
            except UNSOUND as error:
                raise ConflictProblem(
                    f"change {number}", "cannot be taken back alone", "take the later changes back first"
                ) from error
            edits += changed(self._db, kept, draft)
            return trail.append(self._db, change.review, entry, edits, digest(draft, self._source(kept.id)[1]))

    def as_known(self, until: dt.datetime) -> Store:
        """Give what this database said just before a moment, to be read, and closed by whoever asked.

        It is worked out from the log in a copy; the database itself is only read. Raises DatabaseProblem where its
        log does not lead back.
        """
        from bvtrack.store.as_known import as_known

        with told(self.path):
            return Store(self.path, as_known(self._db, self.path, until))

    def last_undoable(self, review: str | None = None, by: str | None = None) -> int | None:
        """Give the number of the change that undo takes back next."""
        with told(self.path):
            return trail.next_undo(self._db, review, by)

    def last_redoable(self, review: str | None = None, by: str | None = None) -> int | None:
        """Give the number of the taking back that redo takes back next."""
        with told(self.path):
            return trail.next_redo(self._db, review, by)

    def wait_at_most(self, seconds: int) -> None:
        """Wait no longer than so many seconds for another writer, from now on."""
        self._db.wait_at_most(seconds)

    def version(self) -> int:
        """Give a number that is another one after somebody else changed the database; BusyProblem while one writes."""
        with told(self.path), self._db.at_once():
            return self._db.number("PRAGMA data_version")

    def backup(self, target: Path, *, force: bool = False) -> None:
        """Write a verified copy of the database, whole or not at all; over a file that is there only with `force`."""
        from bvtrack.store.backup import back_up

        with told(self.path):
            back_up(self._db, self.path, target, force=force)

    def verify(self) -> tuple[str, ...]:
        """Say what is wrong with the database, in sentences; nothing where it is whole."""
        from bvtrack.store.verify import faults

        try:
            with told(self.path):
                return faults(self._db, deep=True)
        except DatabaseProblem as problem:
            return (f"The file {problem.what}.",)

    def _undoable(self, number: int) -> Change:
        change = trail.one(self._db, number)
        place = f"change {number}"
        if change is None:
            raise UsageProblem(place, "there is none of this number", "see bvtrack log")
        if change.undone_by is not None:
            raise UsageProblem(place, f"was taken back by change {change.undone_by}", "see bvtrack log")
        if not change.edits:
            raise UsageProblem(place, "added the review", "remove the review instead")
        return change

    def _number(self, review: str) -> int:
        row = self._db.execute("SELECT id FROM review WHERE ref = ?", (review,)).fetchone()
        if row is None:
            raise KeyError(review)
        return int(row[0])

    def _numbers(self, names: Sequence[str]) -> list[int]:
        """Give the ids of the rows of reviews, in the order of these names; without those that are gone."""
        marks = ", ".join("?" * len(names))
        sql = f"SELECT id FROM review WHERE ref IN ({marks}) ORDER BY ref"  # noqa: S608 — nothing but marks
        return [int(row[0]) for row in self._db.execute(sql, names).fetchall()]

    def _rows(self, review: str) -> Kept:
        return next(kept_rows(self._db, [self._number(review)]))

    def _review(self, rows: Kept) -> Review:
        try:
            return review_of(rows)
        except UNSOUND as error:
            place = visible(f"{self.path}: {rows.values['ref']}")
            raise DatabaseProblem(place, "its rows make no review", "restore a backup") from error

    def _source(self, number: int) -> tuple[Row, str]:
        """Give the text kept with a review, and its row."""
        row = self._db.execute("SELECT id, version, text FROM source WHERE review = ?", (number,)).fetchone()
        if row is None:
            raise DatabaseProblem(visible(str(self.path)), "a review has lost its text", "restore a backup")
        return Row("source", int(row[0]), int(row[1])), str(row[2])

    def _put_text(self, number: int, text: str | None) -> list[Edit]:
        row, kept = self._source(number)
        if text is None or text == kept:
            return []
        update(self._db, row, {"text": text})
        return [Edit(row.table, row.id, {"text": kept}, {"text": text})]
