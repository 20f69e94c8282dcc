"""`bvtrack check`: the rules over reviews, for people and for CI, once or again after each change."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bvtrack.app.findings import FORMATS
from bvtrack.cli import options
from bvtrack.cli.diagnostics import Exit, report, worst
from bvtrack.cli.output import clear, json_text, terminal_width, write
from bvtrack.core.errors import InputProblem, Problem, UsageProblem
from bvtrack.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bvtrack.app.check import CheckResult
    from bvtrack.app.settings import Asked
    from bvtrack.app.watch import Stamps
    from bvtrack.core.review import Rounding

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
LEVELS = [severity.value for severity in Severity]
ROUNDINGS = ["exact", "nearest", "truncated"]
INTERVAL = 0.5  # seconds between two looks at what is watched


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, type=options.PATH)
@click.option("--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="How to write the findings.")
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
@click.option("--rounding", type=click.Choice(ROUNDINGS), help="How documents round their figures [default: nearest].")
@click.option("--baseline", type=options.PATH, help="A file of findings that fail nothing.")
@click.option("--no-baseline", is_flag=True, help="Without the baseline that the settings name.")
@click.option("--update-baseline", is_flag=True, help="Make the baseline, or take out of it what is found no more.")
@click.option("--watch", is_flag=True, help="Check again whenever something changes; Ctrl-C ends.")
@click.option("-o", "--output", type=options.PATH, help="Write to this file instead of standard output.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@options.common
def command(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: tuple[str, ...],
    fail_on: str | None,
    as_at: date | None,
    rounding: Rounding | None,
    baseline: Path | None,
    output: Path | None,
    *,
    no_waivers: bool,
    no_baseline: bool,
    update_baseline: bool,
    watch: bool,
    force: bool,
) -> int:
    """Check reviews and documents: files, every review of a database (.db), or all of these in a folder.

    Findings go to standard output; problems with an input go to standard error, and the other inputs are still
    checked. Settings come from bvtrack.toml, or [tool.bvtrack] of pyproject.toml, in this folder.
    """
    from bvtrack.app.settings import settings

    def asked() -> Asked:
        return settings(
            Path.cwd(),
            select=select,
            ignore=ignore,
            severity=severity,
            fail_on=fail_on,
            waivers=not no_waivers,
            rounding=rounding,
            baseline=baseline,
            no_baseline=no_baseline,
            output=output,
        )

    def tell(result: CheckResult) -> None:
        _write(result, form, output, force=force)

    def once() -> Exit:
        return _check(paths, asked(), as_at, tell, update=update_baseline)

    if not watch:
        return once()
    if update_baseline:
        raise click.UsageError("--update-baseline is for one run, without --watch")
    if output and not force:
        raise click.UsageError("--watch writes the file again and again: give --force too")
    return _watched(once, paths, asked())


def pause() -> None:
    """Let some time pass between two looks."""
    time.sleep(INTERVAL)


def _check(
    paths: tuple[Path, ...], asked: Asked, as_at: date | None, tell: Callable[[CheckResult], None], *, update: bool
) -> Exit:
    """Check once, tell what came of it, and give the exit code."""
    from bvtrack.app.check import check

    if asked.baseline is None:
        if update:
            raise click.UsageError("--update-baseline needs to know the file: name it with --baseline")
        result = check(paths, asked.selection, asked.thresholds, as_at, options.today())
    else:
        from bvtrack.app.baseline import against, open_baseline

        baseline = open_baseline(asked.baseline, update=update)
        result = check(paths, asked.selection, asked.thresholds, as_at, options.today())
        result = against(baseline, result, asked.selection, paths)
    options.warn(result.warnings)
    codes = [report(problem) for problem in result.problems]
    try:
        tell(result)
    except Problem as problem:
        codes.append(report(problem))
    level = result.worst()
    failed = asked.fail_on is not None and level is not None and level.at_least(asked.fail_on)
    return worst([*codes, Exit.FOUND if failed else Exit.DONE])


def _watched(once: Callable[[], Exit], paths: tuple[Path, ...], asked: Asked) -> Exit:
    """Check at once and after each change until somebody stops it, and give the last exit code.

    Settings that are off, or inputs all gone, end it only where they are so from the start.
    """
    from bvtrack.app.watch import changes, stamps

    def look() -> Stamps:
        return stamps(paths, Path.cwd(), [asked.baseline] if asked.baseline else (), asked.selection.exclude)

    code: Exit | None = None
    try:
        for _ in changes(look, pause):
            clear()
            try:
                code = once()
            except (UsageProblem, InputProblem) as problem:
                if code is None:
                    raise
                code = report(problem)
            options.warn(["watching for changes (Ctrl-C ends)"])
    except KeyboardInterrupt:
        if code is None:
            raise
    return code or Exit.DONE


def _write(result: CheckResult, form: str, output: Path | None, *, force: bool) -> None:
    from bvtrack.app.findings import written

    made = written(result, form, None if output else terminal_width())
    text = made if isinstance(made, str) else json_text(made, indent=2)
    if output is not None:
        from bvtrack.app.export import save

        save(output, text, force=force)
    else:
        write(text, _coloured if form == "text" else None)


def _coloured(text: str) -> str:
    """Give each finding's severity its colour; the word says the same without it."""
    return re.sub(
        r"^(  .*: )(error|warning|note)(?= [A-Z]{3}[0-9]{3} )",
        lambda found: found[1] + click.style(found[2], fg=COLOURS[found[2]], bold=True),
        text,
        flags=re.MULTILINE,
    )
