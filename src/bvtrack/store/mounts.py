"""Tells whether a folder is on another machine, where locks cannot be relied on and two writers can spoil a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

TABLE: Final = Path("/proc/mounts")
_NETWORK: Final = frozenset(
    {"afs", "autofs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb", "smb3"}
    | {"smbfs", "webdav"}
    | {f"fuse.{kind}" for kind in ("ceph", "davfs2", "glusterfs", "rclone", "s3fs", "smbnetfs", "sshfs")}
)


def mount_table() -> str:
    """Give the table of mounted file systems; empty where the system shows none."""
    try:
        return TABLE.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def network(path: Path, table: str) -> str | None:
    """Give the kind of network file system that a path is on, None where it is on none that the table knows."""
    mounts = [line.split() for line in table.splitlines()]
    kinds = {Path(_plain(fields[1])): fields[2] for fields in mounts if len(fields) > 2}
    resolved = path.absolute().resolve()
    kind = next((kinds[folder] for folder in (resolved, *resolved.parents) if folder in kinds), "")
    return kind if kind in _NETWORK else None


def _plain(folder: str) -> str:
    """Undo the escapes the table writes for spaces and the like."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), folder)
