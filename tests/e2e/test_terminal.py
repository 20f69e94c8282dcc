"""The installed program in a real pseudo-terminal, driven by keys and read as a terminal would show it."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

BVTRACK = Path(sys.executable).with_name("bvtrack")
REVIEW = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
PATIENCE = 60  # seconds for a busy machine; a wait ends as soon as what it waits for is there
DOWN, ESC = "\x1b[B", "\x1b"


class Terminal:
    """A terminal with a program in it: `wait` reads until a text is in sight, `press` types."""

    def __init__(self, arguments: list[str], columns: int, lines: int) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._ours, theirs = pty.openpty()
        self._theirs = theirs
        self.before = termios.tcgetattr(theirs)
        self._size(columns, lines)
        self.raw = b""
        told = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
        environment = {**told, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", "BVTRACK_USER": "Pat"}
        self.process = subprocess.Popen(
            [BVTRACK, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )

    def _size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    @property
    def text(self) -> str:
        """What is in sight."""
        return "\n".join(self.screen.display)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        data = os.read(self._ours, 65536)
        self.raw += data
        # pyte takes private modes with intermediate characters for text
        self._stream.feed(data.replace(b"\x1b[?2026$p", b"").replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        return True

    def wait(self, *texts: str, gone: str = "") -> None:
        """Read until all the texts are in sight, and the other one is not."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if all(text in self.text for text in texts) and not (gone and gone in self.text):
                return
            if not self._read(0.1) and self.process.poll() is not None:
                break
        pytest.fail(f"never in sight: {texts} without {gone!r}\n{self.text}")

    def settle(self) -> None:
        """Read until nothing more comes."""
        while self._read(0.5):
            pass

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._ours, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Become another size, and say so."""
        self.screen.resize(lines, columns)
        self._size(columns, lines)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def left(self) -> int:
        """Read to the end of the program and give its exit code."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self._read(0.1)
        while self._read(0):
            pass
        assert self.process.poll() is not None
        return self.process.returncode

    def close(self) -> None:
        """End the program if it has not ended."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with the Hertfordshire review in it."""
    path = tmp_path / "reviews.db"
    subprocess.run([BVTRACK, "import", str(REVIEW), "--db", str(path)], check=True, capture_output=True)
    return path


@pytest.fixture
def terminal(database: Path) -> Iterator[Terminal]:
    """The program in a terminal of 100×30, speaking for 1 October 2002."""
    terminal = Terminal(["--as-at", "2002-10-01", str(database)], 100, 30)
    yield terminal
    terminal.close()


def logged(database: Path) -> list[dict[str, str]]:
    """Give the log as the command line tells it, newest first."""
    told = subprocess.run(
        [BVTRACK, "log", "--db", str(database), "--format", "json"], check=True, capture_output=True, text=True
    )
    changes = json.loads(told.stdout)
    found: list[dict[str, str]] = changes["changes"] if isinstance(changes, dict) else changes
    return found


def test_work_from_the_keyboard_is_in_the_database(terminal: Terminal, database: Path) -> None:
    """A step ticked, a deadline forecast and taken back: the screen follows, and the log tells all of it."""
    terminal.wait("services to schools", "as at 1 Oct 2002")
    terminal.press("5")
    terminal.wait("16 actions by recommendation", "O overdue")
    terminal.press("\r")
    terminal.wait("[ ]")
    terminal.press(DOWN + " ")
    terminal.wait("[x]", "1/9", "U under way")
    terminal.press("kf")
    terminal.wait("Forecast 1a")
    terminal.press("Mar 2003")
    terminal.wait("due 31 Mar 2003")
    terminal.press("\t")
    terminal.settle()
    terminal.press("builders late\r")
    terminal.wait("Mar 2003", gone="Forecast 1a")
    terminal.press("u")
    terminal.wait("taken back")
    terminal.wait("1/9", gone="2 months (59 days)")
    terminal.press("q")
    assert terminal.left() == 0
    verbs = [change["verb"] for change in logged(database)]
    assert verbs[:3] == ["undo", "forecast", "complete"]


def test_leaving_restores_the_terminal(terminal: Terminal) -> None:
    """The alternate screen, the cursor, the mouse and the line discipline are as they were."""
    terminal.wait("as at 1 Oct 2002")
    terminal.press("q")
    assert terminal.left() == 0
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1000h", b"\x1b[?1000l")):
        assert terminal.raw.rfind(off) > terminal.raw.rfind(on) >= 0
    assert termios.tcgetattr(terminal._theirs) == terminal.before  # noqa: SLF001 — the test owns both ends


def test_a_terminal_may_change_its_size(terminal: Terminal) -> None:
    """Made larger and smaller midway, the screen is drawn for the size there is, and keys go on working."""
    terminal.wait("as at 1 Oct 2002")
    terminal.press("5")
    terminal.wait("16 actions")
    terminal.resize(140, 45)
    terminal.wait("3 months (62 days)")
    terminal.resize(80, 24)
    terminal.wait("3 mo", gone="3 months (62 days)")
    terminal.press("L")
    terminal.wait("9 actions by recommendation, late only")


def test_without_a_terminal_it_ends_with_2(database: Path) -> None:
    """In a pipe there are no screens: one line says what to do."""
    run = subprocess.run(
        [BVTRACK, str(database)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    assert "terminal" in run.stderr


def test_what_others_commit_comes_into_sight(terminal: Terminal, database: Path) -> None:
    """While the screens are open the command line records a step, and within seconds it shows."""
    terminal.wait("as at 1 Oct 2002")
    terminal.press("5")
    terminal.wait("0/9")
    subprocess.run(
        [BVTRACK, "step", "1a/1", "tick", "--on", "2002-09-30", "--db", str(database)], check=True, capture_output=True
    )
    terminal.wait("1/9")
