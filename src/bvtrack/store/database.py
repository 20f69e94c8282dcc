"""A connection to a database file: opened by our own rules, its transactions immediate, its errors told as problems."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from bvtrack.core.errors import BusyProblem, DatabaseProblem, InputProblem, Problem, StorageProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

PATIENCE: Final = 15  # seconds to wait for another writer
CONNECTION: type[sqlite3.Connection] = sqlite3.Connection
_SETTINGS: Final = {"foreign_keys": 1, "synchronous": 3, "fullfsync": 1, "trusted_schema": 0, "cell_size_check": 1}
BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_STORAGE: Final = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_NOMEM,
}
# How a transaction begins, ends and is taken back; inside another one it is a part, and names may nest.
_WHOLE: Final = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_PART: Final = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))
# The words of errors that come without a code.
_WORDS: Final = {
    "locked": sqlite3.SQLITE_BUSY,
    "full": sqlite3.SQLITE_FULL,
    "disk i/o": sqlite3.SQLITE_IOERR,
    "readonly": sqlite3.SQLITE_READONLY,
    "unable to open": sqlite3.SQLITE_CANTOPEN,
}


class Database:
    """One connection, of one thread. Its outermost transaction takes the write lock at once and so never deadlocks.

    Without a path it is a database of its own that is nowhere else, and gone once it is closed.
    """

    def __init__(
        self, path: Path | None, *, create: bool = False, writable: bool = True, patience: int = PATIENCE
    ) -> None:
        self.writable = writable
        # even who only reads must be able to take back what a crash left half written
        uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}" if path else ""
        self.conn = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience, factory=CONNECTION)
        self.conn.row_factory = sqlite3.Row
        self.patience = patience

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()

    def execute(self, sql: str, values: Sequence[str | int | None] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, values)

    def settle(self) -> None:
        """Make the settings that every connection needs anew, and see that they hold."""
        for name, value in _SETTINGS.items():
            self.execute(f"PRAGMA {name} = {value}")
            if self.number(f"PRAGMA {name}") != value:
                raise sqlite3.DatabaseError(f"this SQLite cannot set {name}")
        if not self.writable:
            self.execute("PRAGMA query_only = 1")
        else:  # write-ahead logs can spoil the file in SQLite before 3.51.3
            self.execute("PRAGMA journal_mode = DELETE")

    def wait_at_most(self, seconds: int) -> None:
        """Wait no longer than so many seconds for another writer, from now on."""
        self.patience = seconds
        self.execute(f"PRAGMA busy_timeout = {seconds * 1000}")

    @contextmanager
    def at_once(self) -> Generator[None, None, None]:
        """Wait for nobody."""
        usual = self.patience
        self.wait_at_most(0)
        try:
            yield
        finally:
            self.wait_at_most(usual)

    def number(self, sql: str) -> int:
        """Give the one whole number a query gives."""
        return int(self.execute(sql).fetchone()[0])

    @contextmanager
    def atomic(self) -> Generator[None, None, None]:
        """Do all of it or nothing; inside another such block it is a part that can fail alone."""
        begin, end, back = _PART if self.conn.in_transaction else _WHOLE
        self.conn.execute(begin)
        try:
            yield
            self.conn.execute(end)
        except BaseException:
            if self.conn.in_transaction:  # some faults end it by themselves
                for sql in back:
                    self.conn.execute(sql)
            raise

    @contextmanager
    def snapshot(self) -> Generator[None, None, None]:
        """Read several times and see one state."""
        if self.conn.in_transaction:
            yield
            return
        self.conn.execute("BEGIN")
        try:
            yield
        finally:
            self.conn.rollback()


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Tell what SQLite and the file system raise as problems of the database at `path`."""
    place = visible(str(path))
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):  # faults of our own
        raise
    except sqlite3.DatabaseError as error:
        raise _problem(place, error) from error
    except OSError as error:
        said = visible(error.strerror or str(error))
        raise StorageProblem(place, said, "nothing was changed; mend it and try again") from error
    except UnicodeDecodeError as error:
        raise DatabaseProblem(place, "is damaged: a text in it is none", "restore a backup") from error
    except UnicodeEncodeError as error:
        raise InputProblem(place, "a text holds what is no character", "write it anew") from error
    except OverflowError as error:
        raise InputProblem(place, "a number is too large to be kept", "write a smaller one") from error


def _problem(place: str, error: sqlite3.DatabaseError) -> Problem:
    """Tell an error of SQLite as the problem it is."""
    code, said = _code(error), visible(str(error))
    if code == sqlite3.SQLITE_NOTADB:
        return DatabaseProblem(place, "is no database", "name a database of bvtrack, or restore a backup")
    if code in BUSY:
        return BusyProblem(place, "another program is writing to it", "try again in a moment")
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_DBMOVED:
        todo = "nothing was changed; put it back, or restore a backup, and open it anew"
        return StorageProblem(place, "was moved or deleted while it was open", todo)
    if code in _STORAGE:
        return StorageProblem(place, said, "nothing was changed; mend it and try again")
    return DatabaseProblem(place, f"is damaged: {said}", "restore a backup")


def _code(error: sqlite3.Error) -> int:
    """Give SQLite's primary code of an error, by its words where it carries none."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    words = str(error).lower()
    return next((known for word, known in _WORDS.items() if word in words), sqlite3.SQLITE_ERROR)
