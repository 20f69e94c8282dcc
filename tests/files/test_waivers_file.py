"""Reading waivers.toml."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.core.review import WaiverEntry
from bvtrack.files.waivers_file import WAIVERS_FILE, FiledWaiver, read_waivers

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
[[waiver]]
review = "libraries-2003"
code = "FIN106"
address = "1/budget"
reason = "agreed"
by = "Ann Field"
until = 2004-03-31

[[waiver]]
code = "FIN107"
address = "2/budget"
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / WAIVERS_FILE
    path.write_text(text, "utf-8")
    return path


def test_waivers(tmp_path: Path) -> None:
    """Each waiver has its entry, its key in the file, and the review it is for, if it is for one."""
    assert WAIVERS_FILE == "waivers.toml"
    first = WaiverEntry(code="FIN106", address="1/budget", reason="agreed", by="Ann Field", until=dt.date(2004, 3, 31))
    assert read_waivers(_file(tmp_path, TEXT)) == (
        FiledWaiver(first, ("waiver", 0), "libraries-2003"),
        FiledWaiver(WaiverEntry(code="FIN107", address="2/budget"), ("waiver", 1), None),
    )


def test_no_waivers(tmp_path: Path) -> None:
    """An empty file holds none."""
    assert read_waivers(_file(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = x", ":1:5: is not TOML: Invalid value (put text in quotes)"),
        ("[[waivers]]\n", ":1: waivers is not a key of the format (did you mean waiver?)"),
        (
            "[[waiver]]\ncode = 'C'\naddress = 'a'\nreveiw = 'x'",
            ":4: waiver 1: reveiw is not a key of the format (did you mean review?)",
        ),
        ("[[waiver]]\ncode = 'C'\n", ":1: waiver 1: address is missing (add it: what the finding is about: 1/budget)"),
        (
            "[[waiver]]\ncode = 'C'\naddress = 'a'\nreview = ''",
            ":4: waiver 1: review is “”, which is no id (use letters, digits, dots, hyphens and underscores only)",
        ),
    ],
)
def test_faults(tmp_path: Path, text: str, expected: str) -> None:
    """What is no waiver is refused at its line."""
    path = _file(tmp_path, text)
    with pytest.raises(InputProblem) as caught:
        read_waivers(path)
    assert str(caught.value) == f"{path}{expected}"


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is refused."""
    with pytest.raises(InputProblem, match="there is no such file"):
        read_waivers(tmp_path / WAIVERS_FILE)
