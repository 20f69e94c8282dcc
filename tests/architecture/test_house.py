"""The house as ARCHITECTURE.md describes it, held by tests where the linters cannot."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "bvtrack"
EXACT = ("core", "checks", "delivery", "appraisal", "store")
REVIEW = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"


def modules(*folders: str) -> list[Path]:
    """Give the Python files of the named folders of the package, all of it where none is named."""
    roots = [SOURCE / folder for folder in folders] or [SOURCE]
    return sorted(path for root in roots for path in root.rglob("*.py"))


def test_money_is_never_a_float() -> None:
    """No float literal and no call of float stands where figures are read, checked or kept."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules(*EXACT)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert found == []


def test_the_core_asks_nobody() -> None:
    """The core opens no file, asks no clock and reads no environment."""
    forbidden = {"os", "sys", "io", "pathlib", "sqlite3", "time", "locale", "socket", "subprocess", "random", "logging"}
    found = []
    for path in modules("core", "checks", "delivery"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [f"{path.name}: {name}" for name in names if name.split(".")[0] in forbidden]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print"}:
                found.append(f"{path.name}: {node.func.id}")
    assert found == []


def test_only_the_faces_have_a_clock() -> None:
    """Below the faces nobody asks what the time is: it is an argument."""
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in modules("core", "checks", "delivery", "files", "report", "store", "app")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"today", "now", "utcnow"}
    ]
    assert found == []


def test_no_module_is_a_drawer() -> None:
    """No module is named for being handy."""
    drawers = {"utils", "util", "helpers", "common", "misc", "tools"}
    assert [path.name for path in modules() if path.stem in drawers] == []


def test_files_stay_of_a_size_to_be_read() -> None:
    """No file of the package is longer than 350 lines, unless it is a table of data."""
    long = [path.name for path in modules() if len(path.read_text("utf-8").splitlines()) > 350]
    assert long == []


def every_module(*arguments: str) -> set[str]:
    """Give the modules a fresh interpreter has loaded at the end of one command line, by their whole names."""
    code = (
        "import sys\n"
        f"sys.argv = ['bvtrack', *{list(arguments)!r}]\n"
        "from bvtrack.__main__ import main\n"
        "main()\n"
        "sys.stderr.write('\\n'.join(sys.modules))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(run.stderr.splitlines())


def loaded(*arguments: str) -> set[str]:
    """Give the packages a fresh interpreter has loaded at the end of one command line."""
    return {name.split(".")[0] for name in every_module(*arguments)}


def test_a_review_is_checked_without_what_documents_need() -> None:
    """The structure of tables and the claims of prose are loaded where a document is checked."""
    of_documents = {f"bvtrack.checks.{name}" for name in ("structure.inference", "prose.bind", "documents.subject")}
    assert every_module("check", str(REVIEW), "--fail-on", "never") & of_documents == set()
    report = ROOT / "fixtures" / "documents" / "funding.csv"
    assert of_documents <= every_module("check", str(report), "--fail-on", "never")


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--version"], {"click", "pydantic", "re", "importlib_metadata", "tabulate"}),
        (["--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib", "dateutil", "difflib"}),
        (["check", "--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["action", "--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["people", "add", "--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["import", "--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["export", "--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["demo", "--help"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["log", "--db", "none.db"], {"textual", "tabulate", "tree_sitter"}),
        (["action", "2c", "start", "--db", "none.db"], {"textual", "tabulate", "tree_sitter"}),
        (["read", "money", "£7k"], {"pydantic", "sqlite_utils", "textual", "tabulate", "tomllib"}),
        (["read", "due", "Sept 2002"], {"pydantic", "textual", "tomllib"}),
        (["rule"], {"textual", "tomlkit", "tree_sitter", "sqlite_utils"}),
        (["check", str(REVIEW)], {"textual", "sqlite_utils", "tomlkit", "tabulate", "jsonschema", "rich"}),
        (["check", str(REVIEW), "--select", "FIN101"], {"tree_sitter", "textual"}),
        (["export", "finance", str(REVIEW)], {"textual", "tree_sitter", "tomlkit", "sqlite_utils"}),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_commands_load_only_what_they_need(arguments: list[str], never: set[str]) -> None:
    """A fresh interpreter that runs a command does not load what only other commands need."""
    assert loaded(*arguments) & never == set()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Hertfordshire review in a database."""
    path = str(tmp_path_factory.mktemp("house") / "reviews.db")
    subprocess.run([sys.executable, "-m", "bvtrack", "import", str(REVIEW), "--db", path], check=True, cwd=ROOT)
    return path


@pytest.mark.parametrize(
    "arguments",
    [["status", "--db"], ["log", "--db"], ["export", "finance", "--db"], ["check", "--fail-on", "never"]],
    ids=lambda arguments: arguments[0],
)
def test_what_a_database_holds_is_taken_on_trust(arguments: list[str], database: str) -> None:
    """What reads reviews of a database and changes none never loads what validates them."""
    assert (
        loaded(*arguments, database) & {"pydantic", "pydantic_core", "textual", "tree_sitter", "sqlite_utils"} == set()
    )


PAINTED = """
import asyncio, datetime, sys
from pathlib import Path
from bvtrack.app.desk import open_desk
from bvtrack.tui.app import Bvtrack

seen = set()

class Watched(Bvtrack):
    def on_ready(self):
        seen.update(sys.modules)
        super().on_ready()

async def paint(desk):
    async with Watched(desk).run_test(size=(120, 40)):
        pass

with open_desk(Path(sys.argv[1]), "A. Reader", lambda: datetime.datetime.now(datetime.UTC)) as desk:
    asyncio.run(paint(desk))
print(*seen)
"""


def test_the_first_screen_loads_only_what_it_shows(database: str) -> None:
    """A review of the database is painted before what validates, edits, merges or keeps is loaded."""
    run = subprocess.run(
        [sys.executable, "-c", PAINTED, database], capture_output=True, text=True, check=True, cwd=ROOT
    )
    seen = set(run.stdout.split())
    assert {"bvtrack.tui.screens.review", "bvtrack.tui.panes.overview"} <= seen
    never = {"pydantic", "pydantic_core", "sqlite_utils", "tomllib", "tree_sitter", "tabulate"}
    never |= {"bvtrack.core.edit", "bvtrack.core.merge"}
    never |= {f"bvtrack.store.{name}" for name in ("adding", "backup", "restoring", "undo", "verify")}
    assert seen & never == set()


def test_every_command_line_of_the_readme_exists() -> None:
    """Each bvtrack command and option the README and the guide show is one that bvtrack knows."""
    from click import Group

    from bvtrack.cli.main import COMMANDS, load

    shown = [
        line
        for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
        for line in re.findall(r"^bvtrack .*", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert shown
    for line in shown:
        words = line.split("#")[0].split()
        if not words[1:] or words[1].startswith("-") or words[1].endswith((".toml", ".db")):
            continue
        assert words[1] in COMMANDS, line
        command = load(words[1])
        below = command.commands.values() if isinstance(command, Group) else ()
        known = {option for one in (command, *below) for param in one.params for option in param.opts}
        assert {word.split("=")[0] for word in words[2:] if re.match(r"--[a-z]", word)} <= known, line


def test_every_make_target_of_the_readme_exists() -> None:
    """Each `make` line the README shows names a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8"))) <= targets
