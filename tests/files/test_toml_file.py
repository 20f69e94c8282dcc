"""Reading a TOML file: what is no such file is refused in one located line."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from bvtrack.core.errors import InputProblem
from bvtrack.files.toml_file import MAX_BYTES, parse, read_text

AFTER = "is not TOML: Expected newline or end of document after a statement (write one key a line, and text in quotes)"


def _refused(path: Path) -> str:
    with pytest.raises(InputProblem) as caught:
        read_text(path)
    return str(caught.value).replace(str(path), "FILE")


def test_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    """Line ends, a byte order mark and a missing last line end are kept."""
    path = tmp_path / "x.toml"
    path.write_bytes("\ufeffa = 1\r\nb = '£'".encode())
    assert read_text(path) == "\ufeffa = 1\r\nb = '£'"


def test_largest_file(tmp_path: Path) -> None:
    """A file of 2 MiB is read; one byte more is refused."""
    path = tmp_path / "x.toml"
    path.write_bytes(b" " * MAX_BYTES)
    assert len(read_text(path)) == 2_097_152
    path.write_bytes(b" " * (MAX_BYTES + 1))
    assert _refused(path) == "FILE: is larger than 2 MiB (a review is a few dozen KiB: is this the right file?)"


def test_no_file(tmp_path: Path) -> None:
    """A path that leads nowhere is named as such."""
    assert _refused(tmp_path / "none.toml") == "FILE: there is no such file (check the path)"


def test_folder(tmp_path: Path) -> None:
    """A folder is no file."""
    assert _refused(tmp_path) == "FILE: is a folder (name a file in it)"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_and_device(tmp_path: Path) -> None:
    """A pipe or a device is refused without opening it, so nothing waits for it."""
    os.mkfifo(tmp_path / "pipe")
    assert _refused(tmp_path / "pipe") == "FILE: is not a regular file (name a file on disk)"
    assert _refused(Path("/dev/zero")) == "FILE: is not a regular file (name a file on disk)"


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says of a file it will not read is passed on."""
    path = tmp_path / "x.toml"
    path.touch()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert _refused(path) == "FILE: cannot be read: Permission denied (check the path and its permissions)"


def test_path_with_nul() -> None:
    """A path no system takes is refused, and shown without its control characters."""
    with pytest.raises(InputProblem) as caught:
        read_text(Path("a\0b.toml"))
    assert str(caught.value) == (
        "a<U+0000>b.toml: cannot be read: embedded null byte (check the path and its permissions)"
    )


def test_path_that_acts(tmp_path: Path) -> None:
    """A path that could act on a terminal is shown by marks."""
    with pytest.raises(InputProblem, match=r"<U\+001B>\[31m\.toml: there is no such file"):
        read_text(tmp_path / "\x1b[31m.toml")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a".encode("utf-16"), "FILE: is UTF-16 text (save it as UTF-8)"),
        (b"\xfe\xff\x00a", "FILE: is UTF-16 text (save it as UTF-8)"),
        ("a".encode("utf-32"), "FILE: is UTF-32 text (save it as UTF-8)"),
        (b"\x00\x00\xfe\xff\x00\x00\x00a", "FILE: is UTF-32 text (save it as UTF-8)"),
        (b"a\nb\0", "FILE:2: holds a NUL byte: this is binary, no text (name a text file)"),
        (b"\0\n", "FILE:1: holds a NUL byte: this is binary, no text (name a text file)"),
        (b"a = 1\n\nb = '\xa37k'\n", "FILE:3: byte 0xA3 is not UTF-8 (save the file as UTF-8)"),
        (b"\x81\n", "FILE:1: byte 0x81 is not UTF-8 (save the file as UTF-8)"),
    ],
)
def test_no_utf8(tmp_path: Path, data: bytes, expected: str) -> None:
    """What is not UTF-8 is refused by the name of what it is, or at the line of its first wrong byte."""
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    assert _refused(path) == expected


def test_fractions_are_exact() -> None:
    """A fraction has every digit it was written with; a byte order mark is no part of the first key."""
    table = parse("\ufeffa = 1.10\nb = 7\n", "x")
    assert table == {"a": Decimal("1.10"), "b": 7}
    assert str(table["a"]) == "1.10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = £7k", "x:1:5: is not TOML: Invalid value (put text in quotes)"),
        ("\n  a = 12 Sept", f"x:2:10: {AFTER}"),
        ("a = 1\na = 2\n", "x:2:6: is not TOML: Cannot overwrite a value (keep one of the two)"),
        ("a = 1\na = 2", "x:2: is not TOML: Cannot overwrite a value (keep one of the two)"),
        ("[a]\n[a]\n", "x:2:3: is not TOML: Cannot declare ('a',) twice (keep one of the two)"),
        ('a = "\x1b"', "x:1:6: is not TOML: Illegal character '\\x1b' (take the character out)"),
        ('a = """\n\n', "x:3: is not TOML: Unterminated string (close the quotes)"),
        ("= 1", "x:1:1: is not TOML: Invalid statement (correct the TOML here)"),
        (
            "\ufeffa = 1\nb = nan",
            "x:2:5: “nan” is no amount (leave it out, or write the words of the report in quotes)",
        ),
    ],
)
def test_no_toml(text: str, expected: str) -> None:
    """What is no TOML is refused at its line and column, with what to do."""
    with pytest.raises(InputProblem) as caught:
        parse(text, "x")
    assert str(caught.value) == expected
