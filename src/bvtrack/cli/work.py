"""What `bvtrack action` and `bvtrack step` share: the kinds of progress of work, and how each is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, cast

import click

from bvtrack.cli import options
from bvtrack.cli.output import done
from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from datetime import date

    from bvtrack.cli.options import Command
    from bvtrack.core.event import ActionKind, Confidence

KINDS = (
    "start",
    "complete",
    "forecast",
    "re-baseline",
    "reopen",
    "defer",
    "no-resource",
    "suspend",
    "resume",
    "delete",
    "supersede",
    "mainstream",
    "note",
)
CONFIDENCES = ("high", "medium", "low")
_DATED = {"forecast": "a new date", "re-baseline": "a new date", "note": "its words"}
_APPROVED = frozenset({"re-baseline", "defer", "no-resource", "suspend", "delete", "supersede", "mainstream"})


class Said(TypedDict):
    """What the options of both commands say."""

    on: date | None
    because: str | None
    minute: str | None
    approved_by: str | None
    confidence: Confidence | None


def options_of_work(command: Command) -> Command:
    """Add what may be said of progress: the day, why, on whose authority, and how sure the owner is."""
    for option in (
        click.option("--confidence", type=click.Choice(CONFIDENCES), help="How sure the owner is of the deadline."),
        click.option("--approved-by", metavar="NAME", help="Who approved it, where no minute says so."),
    ):
        command = option(command)
    return options.dated(command)


def record(address: str, kind: str, words: tuple[str, ...], said: Said, *, step: bool) -> None:
    """Record progress of an action, or of a step, and say so. Raises what `app.record` raises."""
    from bvtrack.app.history import line
    from bvtrack.app.record import Because, record_action

    text = " ".join(words).strip()
    _asked_whole(kind, text, said)
    note = kind == "note"
    with options.desk() as desk:
        where = desk.find(address, options.review())
        _of_its_kind(where[1], step=step)
        change = record_action(
            desk,
            where,
            cast("ActionKind", kind.replace("no-resource", "no resource")),
            Because(said["on"], text if note else said["because"], said["minute"], said["approved_by"]),
            value=text if text and not note else None,
            confidence=said["confidence"],
        )
        done(line(desk, change))


def _asked_whole(kind: str, text: str, said: Said) -> None:
    """Refuse a kind without the words it needs, and words it has no use for."""
    because, minute, approver = ((said[name] or "").strip() for name in ("because", "minute", "approved_by"))
    if kind in _DATED and not text:
        raise click.UsageError(f"{kind} needs {_DATED[kind]} behind it")
    if kind not in _DATED and text:
        raise click.UsageError(f"{kind} takes nothing behind it but options, and {visible(text)!r} is none")
    if kind in _APPROVED and not because:
        raise click.UsageError(f"{kind} needs a reason: --because TEXT")
    if kind == "re-baseline" and not minute:
        raise click.UsageError(f"{kind} needs the minute that approved it: --minute TEXT")
    if kind in _APPROVED and not (minute or approver):
        raise click.UsageError(f"{kind} needs an approval: --approved-by NAME, or --minute TEXT")
    if kind == "note" and said["because"] is not None:
        raise click.UsageError("a note is its own reason: say it all in its words, without --because")


def _of_its_kind(address: str, *, step: bool) -> None:
    """See that an action is not taken for its step, nor a step for its action."""
    if step and "/" not in address:
        raise UsageProblem(visible(address), "is no step", "a step is like 2c/3; for an action: bvtrack action 2c …")
    if not step and "/" in address:
        raise UsageProblem(visible(address), "is no action", "an action is like 2c; for a step: bvtrack step 2c/3 …")
