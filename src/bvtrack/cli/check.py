"""`bvtrack check`: the rules over reviews, for people and for CI."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bvtrack.cli import options
from bvtrack.cli.diagnostics import Exit, report, worst
from bvtrack.cli.output import json_text, terminal_width, write
from bvtrack.core.finding import Severity

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.app.check import CheckResult

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
LEVELS = [severity.value for severity in Severity]


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, type=options.PATH)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to write the findings."
)
@click.option(
    "--select", multiple=True, metavar="CODES", help="Only these rules: codes or their beginnings (FIN, DAT3)."
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules.")
@click.option("--severity", multiple=True, metavar="CODE=LEVEL", help="Set how loud a rule is: error, warning, note.")
@click.option(
    "--fail-on", type=click.Choice([*LEVELS, "never"]), help="End with 1 at a finding this bad [default: error]."
)
@click.option("--no-waivers", is_flag=True, help="Show waived findings like any other.")
@click.option("--as-at", type=options.DAY, help="The date to speak for [default: that of each file's report; today].")
@options.common
def command(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    as_at: date | None,
    *,
    no_waivers: bool,
) -> int:
    """Check reviews: files, every review of a database (.db), or all of both in a folder.

    Findings go to standard output; problems with an input go to standard error, and the other inputs are still
    checked. Settings come from bvtrack.toml, or [tool.bvtrack] of pyproject.toml, in this folder.
    """
    from bvtrack.app.check import check
    from bvtrack.app.settings import settings

    asked = settings(
        Path.cwd(), select=select, ignore=ignore, severity=severity, fail_on=fail_on, waivers=not no_waivers
    )
    result = check(paths, asked.selection, asked.thresholds, as_at, options.today())
    options.warn(result.warnings)
    codes = [report(problem) for problem in result.problems]
    _write(result, form)
    level = result.worst()
    failed = asked.fail_on is not None and level is not None and level.at_least(asked.fail_on)
    return worst([*codes, Exit.FOUND if failed else Exit.DONE])


def _write(result: CheckResult, form: str) -> None:
    from bvtrack.app.check import in_json, in_text

    if form == "json":
        write(json_text(in_json(result), indent=2))
    else:
        write(in_text(result, terminal_width()), _coloured)


def _coloured(text: str) -> str:
    """Give each finding's severity its colour; the word says the same without it."""
    return re.sub(
        r"^(  .*: )(error|warning|note)(?= [A-Z]{3}[0-9]{3} )",
        lambda found: found[1] + click.style(found[2], fg=COLOURS[found[2]], bold=True),
        text,
        flags=re.MULTILINE,
    )
