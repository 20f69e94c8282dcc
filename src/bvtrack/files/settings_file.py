"""Reads the settings of a folder: `bvtrack.toml`, or else the table `[tool.bvtrack]` of `pyproject.toml`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final, Literal

from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.core.finding import Severity
from bvtrack.core.model import Model, Several, Text, Within, keyed
from bvtrack.core.settings import Selection, Thresholds
from bvtrack.core.visible import visible
from bvtrack.delivery.brag import DEFAULT, Policy
from bvtrack.files.brag_settings import BragTable, policy_of
from bvtrack.files.toml_file import parse, read_text
from bvtrack.files.toml_problems import Source, problem_of

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_FILE: Final = "bvtrack.toml"
PROJECT_FILE: Final = "pyproject.toml"

Count = Annotated[int, Within(ge=0, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a folder sets. `fail_on` is the severity that fails a run, `never`, or None where it is not set.

    `baseline` is the file of accepted findings, None where it is not set; `policy` says which work has which colour.
    """

    selection: Selection = field(default_factory=Selection)
    thresholds: Thresholds = field(default_factory=Thresholds)
    fail_on: Literal["error", "warning", "note", "never"] | None = None
    baseline: Path | None = None
    policy: Policy = DEFAULT


class _Thresholds(Model):
    deadlines_in_month: Count = keyed(default=Thresholds().deadlines_in_month, named="deadlines-in-month")
    open_actions: Count = keyed(default=Thresholds().open_actions, named="open-actions")
    actions_in_month: Count = keyed(default=Thresholds().actions_in_month, named="actions-in-month")


class _Settings(Model):
    select: Several[Text] = ()
    ignore: Several[Text] = ()
    severity: dict[str, Literal["error", "warning", "note"]] = keyed(default_factory=dict)
    fail_on: Literal["error", "warning", "note", "never"] | None = keyed(default=None, named="fail-on")
    thresholds: _Thresholds = _Thresholds()
    rounding: Literal["exact", "nearest", "truncated"] = Thresholds().rounding
    baseline: Text | None = None
    reporting_dates: Several[dt.date] = keyed(default=(), named="reporting-dates")
    exclude: Several[Text] = ()
    brag: BragTable = BragTable()
    per_file_ignores: dict[str, Several[Text]] = keyed(default_factory=dict, named="per-file-ignores")


def read_settings(folder: Path) -> Settings:
    """Read the settings of a folder; without a file, or without the table in it, they are the defaults.

    Raises UsageProblem, placed at `path` or `path:line`, where the file cannot be read or holds anything else.
    """
    try:
        source = _source(folder)
    except InputProblem as problem:
        raise UsageProblem(problem.place, problem.what, problem.todo) from problem
    if source is None:
        return Settings()
    from pydantic import ValidationError  # here, because most folders have no settings

    try:
        settings = _Settings.model_validate(source.data, by_alias=True, by_name=False)
    except ValidationError as error:
        fault = problem_of(error, source, _Settings)
        raise UsageProblem(fault.place, fault.what, fault.todo) from error
    severity = {code: Severity(level) for code, level in settings.severity.items()}
    return Settings(
        Selection(
            settings.select, settings.ignore, severity, exclude=settings.exclude, per_file=settings.per_file_ignores
        ),
        Thresholds(**vars(settings.thresholds), rounding=settings.rounding, reporting_dates=settings.reporting_dates),
        settings.fail_on,
        folder / settings.baseline if settings.baseline else None,
        policy_of(settings.brag, source),
    )


def _source(folder: Path) -> Source | None:
    path = folder / SETTINGS_FILE
    if path.exists():
        text, place = read_text(path), visible(str(path))
        return Source(place, text, parse(text, place))
    path = folder / PROJECT_FILE
    if not path.exists():
        return None
    text, place = read_text(path), visible(str(path))
    tool = parse(text, place).get("tool")
    data = tool.get("bvtrack") if isinstance(tool, dict) else None
    return Source(place, text, data, ("tool", "bvtrack")) if isinstance(data, dict) else None
