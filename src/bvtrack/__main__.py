"""Where bvtrack starts: the version at once, everything else through the command line, each loaded in its branch."""

from __future__ import annotations

import gc
import os
import sys

SELDOM = 100_000, 20, 20  # a command makes values by the thousand, and hardly a ring of them that is garbage

TYPE_CHECKING = False  # that of `typing` costs an import, which --version does without
if TYPE_CHECKING:
    import datetime as dt

    from bvtrack.app.desk import Desk


def main() -> int:
    """Run bvtrack with the arguments of this process and give its exit code."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # it was closed by who called: nobody speaks and nobody listens there
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 — it is for the whole run
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from bvtrack import __version__

        sys.stdout.write(f"bvtrack {__version__}\n")
        return 0
    if for_screens(arguments):
        gc.disable()  # until the first screen is drawn: what start-up makes, stays
    else:
        gc.set_threshold(*SELDOM)
    from bvtrack.cli.main import run

    return run(arguments, screens)


def for_screens(arguments: list[str]) -> bool:
    """Tell whether arguments ask for the screens, as far as can be told before anything is loaded."""
    return not arguments or arguments[0] == "demo" or arguments[0].startswith("-") or "." in arguments[0]


def screens(desk: Desk, *, review: str | None, as_at: dt.date | None, banner: str) -> int:
    """Show a database to the person at the terminal, and give the exit code; the faces meet here and nowhere else."""
    from bvtrack.tui.run import run

    return run(desk, review=review, as_at=as_at, banner=banner)


if __name__ == "__main__":
    sys.exit(main())
