"""Where bvtrack starts: the version at once, everything else through the command line, each loaded in its branch."""

from __future__ import annotations

import sys


def main() -> int:
    """Run bvtrack with the arguments of this process and give its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from bvtrack import __version__

        sys.stdout.write(f"bvtrack {__version__}\n")
        return 0
    from bvtrack.cli.main import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
