"""Files are written whole or not at all, and never over another unless told to."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import StorageProblem, UsageProblem
from bvtrack.files.output_file import write_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_holds_the_text_and_has_plain_permissions(tmp_path: Path) -> None:
    """What is written is UTF-8 with line ends as given, readable as any file the user makes."""
    target = tmp_path / "x.txt"
    mask = os.umask(0o022)
    try:
        write_file(target, "£7k\r\n–\n")
    finally:
        os.umask(mask)
    assert target.read_bytes() == "£7k\r\n–\n".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_an_existing_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    """Without force the old file stays as it was; with it, the new one takes its place."""
    target = tmp_path / "x.txt"
    target.write_text("old", "utf-8")
    with pytest.raises(UsageProblem, match="is there already"):
        write_file(target, "new")
    assert target.read_text("utf-8") == "old"
    write_file(target, "new", force=True)
    assert target.read_text("utf-8") == "new"


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """Writing over a link leaves what it points to alone, a dangling one too."""
    other, link, dangling = tmp_path / "other", tmp_path / "link", tmp_path / "dangling"
    other.write_text("other", "utf-8")
    link.symlink_to(other)
    dangling.symlink_to(tmp_path / "nowhere")
    for path in (link, dangling):
        with pytest.raises(UsageProblem):
            write_file(path, "new")
        write_file(path, "new", force=True)
        assert not path.is_symlink()
    assert other.read_text("utf-8") == "other"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is not written over, even by force."""
    with pytest.raises(UsageProblem, match="is a folder"):
        write_file(tmp_path, "x", force=True)


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_failing_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Wherever the writing fails, the old file is as it was, no scratch file stays, and the problem says why."""
    target = tmp_path / "x.txt"
    target.write_text("old", "utf-8")

    def fail(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StorageProblem, match="could not be written: No space left on device"):
        write_file(target, "new", force=True)
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]
