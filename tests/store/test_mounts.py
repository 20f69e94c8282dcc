"""Network folders are known by the table of mounted file systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from bvtrack.store import mounts
from bvtrack.store.mounts import mount_table, network
from bvtrack.store.store import open_store

TABLE = r"""
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//server/share /mnt/our\040share cifs rw 0 0
host:/ /mnt/ssh fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/a.db", None),
        ("/home/ann/a.db", "nfs4"),
        ("/home/local/a.db", None),
        ("/mnt/our share/folder/a.db", "cifs"),
        ("/mnt/ssh/a.db", "fuse.sshfs"),
        ("/mnt/sshx/a.db", None),
    ],
)
def test_network(path: str, kind: str | None) -> None:
    """The innermost mount a path is on decides."""
    assert network(Path(path), TABLE) == kind


def test_no_table() -> None:
    """Where the system shows no table nothing is known."""
    assert network(Path("/home/ann/a.db"), "") is None


def test_a_system_without_a_table(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A system without the table has an empty one; the table is read where it is."""
    monkeypatch.setattr(mounts, "TABLE", tmp_path / "none")
    assert mount_table() == ""
    (tmp_path / "mounts").write_text(TABLE)
    monkeypatch.setattr(mounts, "TABLE", tmp_path / "mounts")
    assert mount_table() == TABLE


def test_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A database in a network folder opens with a warning that says why; another opens without."""
    (tmp_path / "mounts").write_text(f"server:/x {tmp_path.resolve()} nfs rw 0 0\n")
    with open_store(tmp_path / "a.db", create=True) as store:
        assert store.warnings == ()
    monkeypatch.setattr(mounts, "TABLE", tmp_path / "mounts")
    with open_store(tmp_path / "a.db") as store:
        assert len(store.warnings) == 1
        assert "network folder (nfs): locks do not hold there" in store.warnings[0]
