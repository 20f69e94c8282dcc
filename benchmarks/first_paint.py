"""How long the terminal UI takes to its first painted data, beside an empty Textual app and dooit in the same pty.

Run by hand: `python benchmarks/first_paint.py PEERS`, where PEERS is the `bin` folder of an environment with dooit.
Prints the rows of the performance page as Markdown.
"""

from __future__ import annotations

import compileall
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
REVIEW = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static


class Empty(App):
    def compose(self):
        yield Static("painted")


Empty().run()
"""
SECONDS_AT_MOST = 20
RUNS = 15


def painted_after(command: Sequence[str], needle: bytes, environment: Mapping[str, str]) -> float:
    """Start a command in a pseudo-terminal of 120×40 and give the seconds until it has written the needle."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environment), start_new_session=True
    )
    os.close(theirs)
    seen, answered = b"", False
    try:
        while time.perf_counter() - began < SECONDS_AT_MOST:
            if select.select([ours], [], [], 0.5)[0]:
                seen += os.read(ours, 65536)
                if needle in seen:
                    return time.perf_counter() - began
                if not answered and b"\x1b[?2026$p" in seen:
                    answered = True
                    os.write(ours, b"\x1b[?2026;2$y")  # as terminals do that draw whole frames at once
            if process.poll() is not None:
                break
        raise SystemExit(f"{command[0]} never painted {needle!r}: {seen[-300:]!r}")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(ours)


def medians(programs: Mapping[str, tuple[Sequence[str], bytes]], environment: Mapping[str, str]) -> dict[str, float]:
    """Start the programs in turn, after one warm-up of each, and give the median of each."""
    times: dict[str, list[float]] = {name: [] for name in programs}
    for nth in range(RUNS + 1):
        for name, (command, needle) in programs.items():
            seconds = painted_after(command, needle, environment)
            if nth:
                times[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def main(peers: Path | None) -> None:
    """Measure and print."""
    python = sys.executable
    bvtrack = str(Path(python).with_name("bvtrack"))
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer does; the peers are installed so
    with tempfile.TemporaryDirectory() as folder:
        database, home = str(Path(folder, "reviews.db")), Path(folder, "home")
        home.mkdir()
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}
        subprocess.run([bvtrack, "import", str(REVIEW), "--db", database], check=True, capture_output=True)
        programs: dict[str, tuple[Sequence[str], bytes]] = {
            "empty": ([python, "-c", EMPTY_APP], b"painted"),
            "bvtrack": ([bvtrack, database], b"Cumulative"),
        }
        if peers is not None:
            programs["dooit"] = ([str(peers / "dooit")], b"Workspaces")
        found = medians(programs, environment)
    rows = [("an empty Textual app", found["bvtrack"] / found["empty"], "1.75")]
    if peers is not None:
        rows.append(("dooit", found["bvtrack"] / found["dooit"], "0.85"))
    print("| work | yardstick in the same run | ratio of medians | goal |")
    print("|---|---|--:|--:|")
    for yardstick, ratio, goal in rows:
        print(f"| TUI start to first painted data, Hertfordshire | {yardstick} | {ratio:.2f} | ≤ {goal} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
