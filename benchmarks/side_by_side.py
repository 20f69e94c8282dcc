"""Times whole commands side by side, in turn, and gives medians of CPU time and their ratios."""

from __future__ import annotations

import os
import statistics
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def cpu_seconds(command: Sequence[str]) -> float:
    """Run a command with its output thrown away and give the user and system seconds it took."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def medians(commands: Mapping[str, Sequence[str]], runs: int = 15, *, warm_up: int = 1) -> dict[str, float]:
    """Run the commands in turn, `runs` times after a warm-up, and give the median of each."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for nth in range(runs + warm_up):
        for name, command in commands.items():
            seconds = cpu_seconds(command)
            if nth >= warm_up:
                times[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in times.items()}
