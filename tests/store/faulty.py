"""A connection and a file system that fail at the n-th write, as a full, failing or read-only disk does."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT", "RELEASE")
PRAGMAS = ("PRAGMA user_version =", "PRAGMA application_id =")
FILE_WRITES = ((os, "fsync"), (os, "link"), (Path, "replace"), (Path, "rename"))


class Disk:
    """Counts writes and fails one of them: `fails_at` 1 is the first; afterwards it is well again."""

    def __init__(self, message: str) -> None:
        self.message = message
        self.fails_at = 0
        self.writes = 0

    def start(self, fails_at: int) -> None:
        """Count from nothing."""
        self.fails_at, self.writes = fails_at, 0

    def write(self) -> None:
        """Take one write, or fail."""
        self.writes += 1
        if self.writes == self.fails_at:
            raise sqlite3.OperationalError(self.message)

    @property
    def failed(self) -> bool:
        """Tell whether the write to fail has been reached."""
        return self.writes >= self.fails_at


def faulty(monkeypatch: pytest.MonkeyPatch, message: str) -> Disk:
    """Put such a disk below the store; it is well until it is started."""
    disk = Disk(message)

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
            if sql.strip().startswith((*WRITES, *PRAGMAS)):
                disk.write()
            return super().execute(sql, *parameters)

        def executemany(self, sql: str, parameters: Any) -> sqlite3.Cursor:
            for row in parameters:  # any row may be the one that fails
                cursor = self.execute(sql, row)
            return cursor

        def backup(self, *arguments: Any, **options: Any) -> None:
            disk.write()
            super().backup(*arguments, **options)
            disk.write()

    monkeypatch.setattr("bvtrack.store.database.CONNECTION", Connection)
    for owner, name in FILE_WRITES:
        monkeypatch.setattr(owner, name, _failing(disk, getattr(owner, name)))
    return disk


def _failing(disk: Disk, does: Any) -> Any:
    def write(*arguments: Any, **options: Any) -> Any:
        try:
            disk.write()
        except sqlite3.OperationalError as error:
            raise OSError(28, str(error)) from error
        return does(*arguments, **options)

    return write
