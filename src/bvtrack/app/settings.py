"""What a run is asked to do: the settings of the folder, and over them what the command line says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bvtrack.core.errors import UsageProblem
from bvtrack.core.finding import Severity
from bvtrack.core.path_pattern import pattern_of
from bvtrack.core.visible import visible
from bvtrack.files.folder import from_here
from bvtrack.files.settings_file import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bvtrack.core.review import Rounding
    from bvtrack.core.settings import Selection, Thresholds
    from bvtrack.delivery.brag import Policy

NEVER = "never"
LEVELS = tuple(severity.value for severity in Severity)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rules run and how loud, by what thresholds, and from which severity on a run fails (None: never).

    `baseline` is the file of accepted findings, None for none.
    """

    selection: Selection
    thresholds: Thresholds
    fail_on: Severity | None
    baseline: Path | None = None


def settings(  # noqa: PLR0913 — one argument for each thing the command line may say
    folder: Path,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Iterable[str] = (),
    fail_on: str | None = None,
    waivers: bool = True,
    rounding: Rounding | None = None,
    baseline: Path | None = None,
    no_baseline: bool = False,
    output: Path | None = None,
) -> Asked:
    """Read the folder's settings and lay the command line over them: what it names replaces what they say.

    Codes may stand in one argument with commas between; severities are written `CODE=LEVEL`. With `no_baseline` there
    is none, whatever the settings say. A baseline, and the `output` that is to be written, are no inputs of a folder.
    Raises UsageProblem.
    """
    stored = read_settings(folder)
    selection = stored.selection
    level = fail_on or stored.fail_on or Severity.ERROR.value
    baselines = [path for path in (baseline, stored.baseline) if path]
    asked = Asked(
        selection=replace(
            selection,
            select=_codes(select) or selection.select,
            ignore=_codes(ignore) or selection.ignore,
            severity={**selection.severity, **_severities(severity)},
            waivers=waivers,
            exclude=(
                *selection.exclude,
                *(pattern_of(from_here(str(path))) for path in (*baselines, *([output] if output else ()))),
            ),
        ),
        thresholds=replace(stored.thresholds, rounding=rounding or stored.thresholds.rounding),
        fail_on=None if level == NEVER else Severity(level),
        baseline=None if no_baseline else next(iter(baselines), None),
    )
    _refuse_unknown(asked.selection)
    return asked


def policy(folder: Path) -> Policy:
    """Give the rules for colours of the folder's settings. Raises UsageProblem."""
    return read_settings(folder).policy


def _refuse_unknown(selection: Selection) -> None:
    """Refuse codes that no rule has or begins with: a mistyped one would select nothing, and the run would be green."""
    from bvtrack.checks.registry import RULES  # here, because other commands ask for the colours alone

    codes = {
        "select": selection.select,
        "ignore": selection.ignore,
        "severity": selection.severity,
        "per-file-ignores": (code for codes in selection.per_file.values() for code in codes),
    }
    for setting, named in codes.items():
        for code in named:
            if not any(rule.code.startswith(code.upper()) for rule in RULES):
                raise UsageProblem(
                    setting, f"no rule is called {visible(code)}, nor begins so", "bvtrack rule lists them all"
                )


def _codes(arguments: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for argument in arguments for code in argument.split(",") if code.strip())


def _severities(arguments: Iterable[str]) -> Mapping[str, Severity]:
    pairs = {}
    for argument in arguments:
        code, _, level = argument.partition("=")
        if not code.strip() or level.strip() not in LEVELS:
            raise UsageProblem(
                "--severity", f"“{argument}” is no setting", f"write CODE=LEVEL, LEVEL {', '.join(LEVELS)}"
            )
        pairs[code.strip().upper()] = Severity(level.strip())
    return pairs
