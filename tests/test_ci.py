"""Where people run it: the hook, the action and the job of `docs/ci.md`, as far as a machine of ours can tell."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from bvtrack.cli import check, main
from bvtrack.files.folder import DOCUMENTS, FILES, review_paths

ROOT = Path(__file__).parents[1]
REVIEW = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
PRE_COMMIT, GITHUB, GITLAB = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    '"; touch pwned; "',
    "'; touch pwned; '",
    "-o",
    "--no-waivers",
    "a b",
    "é*",
]

# stands for bvtrack: tells how it was called, says something hostile on both streams, and ends as it is told to
PROGRAM = """\
#!{python}
import json, os, sys
with open("calls", "a", encoding="utf-8") as calls:
    print(json.dumps(sys.argv[1:]), file=calls)
print("::error file=x::found\\n::set-env name=PATH::found" if "--format=github" in sys.argv else "::found")
print("bvtrack: ##[add-matcher]said", file=sys.stderr)
sys.exit(int(os.environ["ENDS"]))
"""
# stands for Python: tells how it was called, and makes a place for programs
PYTHON = """\
#!/usr/bin/env bash
printf '%s\\n' "$@" >> "$CALLS"
if [ "$2" = venv ]; then mkdir -p "$3/{folder}"; cp "$0" "$3/{folder}/python"; fi
"""


def choices(option: str) -> list[str]:
    """Give what may be said with an option of the check."""
    (param,) = (param for param in check.command.params if option in param.opts)
    assert isinstance(param.type, click.Choice)
    return list(param.type.choices)


def executable(path: Path, text: str) -> Path:
    """Write a program."""
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def act(folder: Path, program: Path, ends: int = 0, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the action's check as GitHub does: what the caller gives is in the environment."""
    inputs = {name: about["default"] for name, about in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in given.items()
    }
    known = {f"${{{{ inputs.{name} }}}}": value for name, value in inputs.items()}
    known["${{ steps.install.outputs.program }}"] = str(program)
    environment = {name: known[value] for name, value in CHECK["env"].items()}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        env={"PATH": os.environ["PATH"], "RUNNER_TEMP": str(folder), "ENDS": str(ends), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def calls(folder: Path) -> list[list[str]]:
    """Give the arguments of each call of the program."""
    return [json.loads(line) for line in (folder / "calls").read_text("utf-8").splitlines()]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Write what stands for bvtrack."""
    return executable(tmp_path / "program", PROGRAM.format(python=sys.executable))


def test_nothing_a_caller_gives_is_text_of_a_script() -> None:
    """No expression stands in a script; each input is handed over once, and each is described."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    handed = re.findall(r"inputs\.([a-z-]+)", " ".join(CHECK["env"].values()))
    assert sorted(handed) == sorted(ACTION["inputs"])
    assert all(about["description"].endswith(".") for about in ACTION["inputs"].values())


def test_the_action_hands_over_what_it_was_given(tmp_path: Path, program: Path) -> None:
    """Paths one a line, whatever they hold; none is taken for an option or by the shell."""
    done = act(tmp_path, program, paths="\n".join(["", *HOSTILE, ""]), fail_on=HOSTILE[0], baseline=HOSTILE[2])
    assert done.returncode == 0, done.stderr
    assert calls(tmp_path) == [
        ["check", "--format=github", f"--fail-on={HOSTILE[0]}", f"--baseline={HOSTILE[2]}", "--", *HOSTILE]
    ]
    assert not (tmp_path / "pwned").exists()


def test_the_action_leaves_to_settings_what_is_not_said(tmp_path: Path, program: Path) -> None:
    """Without inputs the folder of reviews is checked, and the settings decide; without paths bvtrack says so."""
    act(tmp_path, program)
    act(tmp_path, program, paths="")
    assert calls(tmp_path) == [["check", "--format=github", "--", "reviews"], ["check", "--format=github", "--"]]


@pytest.mark.parametrize("form", ["github", "text"])
def test_the_runner_obeys_annotations_only(tmp_path: Path, program: Path, form: str) -> None:
    """What is logged besides stands between a command that stops commands and its token, which nobody can guess."""
    lines = [act(tmp_path, program, format=form).stdout.splitlines() for _ in range(2)]
    stop, go = (next(line for line in lines[0] if line.startswith(start)) for start in ("::stop-", "::bvtrack-"))
    assert stop == f"::stop-commands::{go[2:-2]}"
    assert re.fullmatch("::bvtrack-[0-9a-f]{32}::", go)
    quiet = lines[0][lines[0].index(stop) + 1 : lines[0].index(go)]
    assert "bvtrack: ##[add-matcher]said" in quiet
    assert ("::found" in quiet) is (form == "text")
    assert lines[0][-1] == go
    assert lines[0] != lines[1]


@pytest.mark.parametrize(("ends", "written"), [(0, True), (1, True), (3, True), (2, False), (4, False), (7, False)])
def test_the_action_ends_as_bvtrack_does(tmp_path: Path, program: Path, ends: int, written: bool) -> None:
    """The code is that of the check, and SARIF is there wherever there are findings."""
    target = tmp_path / HOSTILE[0]
    done = act(tmp_path, program, ends, sarif_file=HOSTILE[0])
    assert done.returncode == ends
    assert target.exists() is written
    assert len(calls(tmp_path)) == 1 + written
    assert act(tmp_path, program, sarif_file="none/x.sarif").returncode == 1


@pytest.mark.parametrize("folder", ["bin", "Scripts"])
def test_the_action_installs_its_own_checkout(tmp_path: Path, folder: str) -> None:
    """In an environment of its own, with what reads documents; the next step is told where it is."""
    (tmp_path / "path").mkdir()
    executable(tmp_path / "path" / "python3", PYTHON.format(folder=folder))
    subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", INSTALL["run"]],
        env={
            "PATH": f"{tmp_path / 'path'}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(tmp_path / "run er"),
            "GITHUB_ACTION_PATH": "/act ion",
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "CALLS": str(tmp_path / "calls"),
        },
        check=True,
    )
    place = tmp_path / "run er" / "bvtrack"
    assert (tmp_path / "output").read_text("utf-8") == f"program={place / folder / 'bvtrack'}\n"
    told = (tmp_path / "calls").read_text("utf-8").splitlines()
    assert told[:3] == ["-m", "venv", str(place)]
    assert told[3:6] == ["-m", "pip", "install"]
    assert told[-1] == "/act ion[documents]"


def test_the_action_checks(tmp_path: Path) -> None:
    """The whole script with bvtrack itself: the findings are logged, and it fails as the check does."""
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "a.toml").write_bytes(REVIEW.read_bytes())
    program = Path(sys.executable).with_name("bvtrack")
    done = act(tmp_path, program, format="text")
    assert done.returncode == 1
    assert "error FIN106 profile-vs-costs" in done.stdout
    assert act(tmp_path, program, format="text", fail_on="never").returncode == 0
    done = act(tmp_path, program, format="text", paths="--no-waivers")
    assert done.returncode == 3
    assert "bvtrack: --no-waivers: there is no such file" in done.stdout


def test_the_page_uses_the_action_as_it_is() -> None:
    """The inputs that are shown are inputs, and what is uploaded is what is written."""
    _, use, upload = GITHUB["jobs"]["check"]["steps"]
    assert set(use["with"]) <= set(ACTION["inputs"])
    assert upload["with"]["sarif_file"] == use["with"]["sarif-file"]
    assert use["with"]["fail-on"] in choices("--fail-on")
    assert GITHUB["permissions"] == {"contents": "read", "security-events": "write"}


def test_the_action_knows_the_formats_there_are() -> None:
    """Its input names each, and what it takes without one is among them."""
    about = ACTION["inputs"]["format"]
    assert f"({', '.join(choices('--format'))})" in about["description"]
    assert about["default"] in choices("--format")
    assert {"sarif", "junit"} <= set(choices("--format"))


def test_the_job_reports_what_it_finds(tmp_path: Path) -> None:
    """The script of the job, with a pip that only tells what it is asked for: the report is there when it fails."""
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "a.toml").write_bytes(REVIEW.read_bytes())
    (tmp_path / "path").mkdir()
    executable(tmp_path / "path" / "pip", '#!/usr/bin/env bash\nprintf "%s\\n" "$@" > pip\n')
    job = GITLAB["bvtrack"]
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", "\n".join(job["script"])],
        env={"PATH": f"{tmp_path / 'path'}:{Path(sys.executable).parent}:{os.environ['PATH']}", **job["variables"]},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 1
    assert (tmp_path / "pip").read_text("utf-8").splitlines() == [
        "install", "--quiet", f"bvtrack[documents] @ {job['variables']['BVTRACK']}",
    ]  # fmt: skip
    assert job["artifacts"]["when"] == "always"
    assert '<testsuite name="reviews/a.toml"' in (tmp_path / job["artifacts"]["reports"]["junit"]).read_text("utf-8")


def test_the_hook_is_one_of_pre_commits() -> None:
    """It has the keys it needs, its entry is a command, and the page names it."""
    assert set(HOOK) == {
        "id", "name", "description", "entry", "language", "additional_dependencies", "files", "exclude",
        "require_serial",
    }  # fmt: skip
    assert (HOOK["language"], HOOK["additional_dependencies"]) == ("python", [".[documents]"])
    assert PRE_COMMIT["repos"][0]["hooks"][0]["id"] == HOOK["id"]


def test_the_hook_looks_at_what_a_folder_of_reviews_means(tmp_path: Path) -> None:
    """Every kind of file that is checked, and no TOML that is no review by its name."""
    names = [f"a{suffix}" for suffix in FILES | DOCUMENTS]
    others = ["baseline.toml", "bvtrack.toml", "pyproject.toml", "waivers.toml", "ruff.toml", "uv.toml", "cargo.toml"]
    folder = tmp_path / "reviews"
    folder.mkdir()
    for name in (*names, *others, "a.pdf"):
        (folder / name).touch()
    hooked = {
        path.name
        for path in folder.iterdir()
        if re.search(HOOK["files"], f"council/reviews/{path.name}")
        and not re.search(HOOK["exclude"], f"council/reviews/{path.name}")
    }
    assert hooked == set(names)
    assert hooked == {path.name for path in review_paths([folder], FILES | DOCUMENTS) if isinstance(path, Path)}
    assert not re.search(HOOK["files"], "pyproject.toml")


def test_the_hook_runs(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Its entry with the page's arguments and a file fails where the review has errors."""
    monkeypatch.chdir(ROOT)
    shown: list[str] = PRE_COMMIT["repos"][0]["hooks"][0]["args"]
    program, *arguments = [*shlex.split(HOOK["entry"]), *shown, str(REVIEW.relative_to(ROOT))]
    assert program == "bvtrack"
    assert main.run(arguments) == 1
    assert "error FIN106" in capfd.readouterr().out


def test_the_page_begins_with_a_baseline_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Its command lines are run in their order, and all end with 0."""
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "a.toml").write_bytes(REVIEW.read_bytes())
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [shlex.split(line, comments=True) for line in block.splitlines()]
    assert [main.run(line[1:]) for line in lines] == [0, 0]
    assert "made, with" in capfd.readouterr().err
