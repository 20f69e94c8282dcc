"""The command line: what goes to which stream, and what each run ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack import __version__
from bvtrack.cli import diagnostics, main
from bvtrack.cli.diagnostics import Exit, worst
from example_review import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parents[2]
REVIEW = ROOT / "reviews" / "hertfordshire-services-to-schools-2002.toml"


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command line in this process and give its exit code, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main.run(arguments)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Write a small review whose finance is right."""
    path = tmp_path / "small.toml"
    path.write_text(SMALL, "utf-8")
    return path


def test_the_version_is_told_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to ask give the version on standard output."""
    from bvtrack.__main__ import main as start

    assert run("--version") == (0, f"bvtrack {__version__}\n", "")
    monkeypatch.setattr(sys, "argv", ["bvtrack", "--version"])
    assert start() == 0
    monkeypatch.setattr(sys, "argv", ["bvtrack", "read", "money", "£7k"])
    assert start() == 0


def test_help_lists_every_command(run: Run) -> None:
    """The help names each command with its sentence."""
    code, out, _ = run("--help")
    assert code == 0
    for name, sentence in main.COMMANDS.items():
        assert name in out
        assert sentence in out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["foo"], "bvtrack: command line: No such command 'foo' (see bvtrack --help)\n"),
        (["read", "money"], "bvtrack: read: Missing argument 'TEXT...' (see bvtrack read --help)\n"),
        (["check", "--as-at", "2002-02-30", "x.toml"], "'2002-02-30' is not a day that exists"),
        (["check"], "there is nothing to check here"),
        (["rule", "FIN999"], "there is no rule FIN999"),
        (["read", "money", "--unit", "bananas", "7"], "“bananas” states no unit of money"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_code_2(run: Run, arguments: Sequence[str], line: str) -> None:
    """Whatever is wrong with the command, it is said in one line on standard error."""
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert line in err
    assert err.startswith("bvtrack: ")
    assert err.count("\n") == 1


def test_read_gives_one_object_a_line(run: Run) -> None:
    """Each text on the command line, one that begins with a dash too, is one JSON object on a line of its own."""
    code, out, err = run("read", "money", "£7k", "-£85k", "", "--unit", "£'000", "40")
    assert (code, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["text"], line["pounds"]) for line in lines] == [
        ("£7k", "7000"),
        ("-£85k", "-85000"),
        ("", None),
        ("40", "40000"),
    ]
    assert list(lines[0]) == ["text", "kind", "pounds", "low", "high", "query", "note"]


def test_read_takes_lines_from_standard_input() -> None:
    """A dash reads one text a line, whatever its bytes and line ends, and ends 0."""
    given = b"Sept. 2002\r\n\nJune '02\n\xff\xfe 31 September 2002\x1b[31m"
    arguments = [sys.executable, "-m", "bvtrack", "read", "due", "--near", "2002-04-22", "-"]
    done = subprocess.run(arguments, input=given, capture_output=True, check=False)
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert [line["latest"] for line in lines[:3]] == ["2002-09-30", None, "2002-06-30"]
    assert lines[3]["text"] == "\udcff\udcfe 31 September 2002\x1b[31m"
    assert b"\x1b" not in done.stdout


def test_a_clean_review_ends_with_0(run: Run, small: Path) -> None:
    """Warnings and notes alone do not fail a check."""
    code, out, err = run("check", str(small), "--select", "FIN")
    assert (code, err) == (0, "")
    assert (
        out.splitlines()[-1]
        == "1 file, 1 table, 2 figures, 1 sum checked, 0 not evaluated: 0 errors, 0 warnings, 1 note, 0 waived"
    )


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 0), ("note", 1), ("never", 0)])
def test_fail_on_decides_what_fails(run: Run, small: Path, level: str, code: int) -> None:
    """A review with nothing worse than a note fails only where notes fail."""
    assert run("check", str(small), "--select", "FIN", "--fail-on", level)[0] == code


def test_severity_set_by_hand_decides_too(run: Run, small: Path) -> None:
    """A note made an error fails the check; a level that does not exist is a usage problem."""
    assert run("check", str(small), "--select", "FIN", "--severity", "FIN118=error")[0] == 1
    code, _, err = run("check", str(small), "--severity", "FIN118=loud")
    assert code == 2
    assert "loud" in err


def test_unreadable_input_is_3_and_the_rest_is_checked(run: Run, small: Path, tmp_path: Path) -> None:
    """A missing file and a broken one are a line each; the review between them is checked all the same."""
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\nid = \n", "utf-8")
    code, out, err = run(
        "check", str(tmp_path / "none.toml"), str(small), str(broken), "--select", "FIN", "--fail-on", "note"
    )
    assert code == 3
    assert "FIN118" in out
    assert err.count("\n") == 2
    assert f"bvtrack: {tmp_path / 'none.toml'}: " in err
    assert f"bvtrack: {broken}:2" in err


def test_json_has_the_contracts_keys(run: Run) -> None:
    """The answer carries the schema's number, the tool, findings with all their keys, and the counts."""
    code, out, _ = run("check", str(REVIEW), "--format", "json", "--select", "FIN106,FIN118")
    answer = json.loads(out)
    assert code == 1
    assert list(answer) == ["schema", "tool", "findings", "summary"]
    assert answer["tool"] == {"name": "bvtrack", "version": __version__}
    first = answer["findings"][0]
    assert {
        key: first[key] for key in ("code", "name", "severity", "address", "printed", "computed", "difference", "unit")
    } == {
        "code": "FIN106",
        "name": "profile-vs-costs",
        "severity": "error",
        "address": "1/budget",
        "printed": "127",
        "computed": "106",
        "difference": "21",
        "unit": "£k",
    }
    assert first["place"] == {"table": "budget", "row": "1", "column": "Total"}
    assert first["as_at"] == "2002-04-22"
    assert first["waived"] is None
    assert REVIEW.read_text("utf-8").splitlines()[first["line"] - 1].strip()
    assert list(answer["summary"]) == [
        "files", "tables", "figures", "sums", "not_evaluated", "errors", "warnings", "notes", "waived", "baselined",
    ]  # fmt: skip


def test_no_control_byte_from_data_gets_out(run: Run, tmp_path: Path) -> None:
    """Escape, C1 and bidirectional characters of a review reach neither stream in any format."""
    nasty = SMALL.replace('"one"', '"one \\u001b[31m \\u009b2J \\u202e \\u0000 x"').replace(
        '"Small"', '"\\u001b]0;x\\u0007"'
    )
    path = tmp_path / "nasty\x1b[31m.toml"
    path.write_text(nasty, "utf-8")
    outputs = [
        run("check", str(path)),
        run("check", str(path), "--format", "json"),
        run("check", str(tmp_path / "no\x1bfile.toml")),
        *(
            run("export", what, str(path), "--format", form)
            for what in ("plan", "findings", "outcomes")
            for form in ("text", "md", "csv", "json")
        ),
    ]
    for _, out, err in outputs:
        for character in out + err:
            assert character in {"\n", "\r"} or ord(character) >= 32
            assert not 0x7F <= ord(character) <= 0x9F
            assert character != "\u202e"
    assert json.loads(outputs[1][1])["findings"][0]["path"] == str(path)


def test_export_writes_a_file_once(run: Run, small: Path, tmp_path: Path) -> None:
    """A file is written whole, not over another without --force, and a folder that is not there is code 7."""
    target = tmp_path / "finance.csv"
    assert run("export", "finance", str(small), "--format", "csv", "-o", str(target)) == (0, "", "")
    written = target.read_bytes()
    assert written.startswith(b"Rec,Budget 02-03,")
    code, _, err = run("export", "finance", str(small), "-o", str(target))
    assert (code, target.read_bytes()) == (2, written)
    assert "is there already" in err
    assert run("export", "finance", str(small), "--format", "md", "-o", str(target), "--force")[0] == 0
    assert target.read_text("utf-8").startswith("## ")
    code, _, err = run("export", "plan", str(small), "-o", str(tmp_path / "none" / "x.txt"))
    assert code == 7
    assert "could not be written" in err
    code, _, err = run("export", "plan", str(small), "-o", str(tmp_path))
    assert code == 2
    assert "is a folder" in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["finance.csv", "small.toml"]


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    """`bvtrack rule | head -1` ends quietly."""
    command = f"{sys.executable} -m bvtrack rule | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"FIN101")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ("rule >/dev/full", 7, b"bvtrack: standard output: could not be written: No space left on device (write it"),
        ("rule >&-", 0, b""),
        ("--version >&-", 0, b""),
        ("read money - <&-", 0, b""),
        ("rule NONE 2>/dev/full", 2, b""),
        ("rule NONE 2>&-", 2, b""),
    ],
)
def test_a_stream_that_takes_or_gives_nothing(arguments: str, code: int, told: bytes) -> None:
    """Where standard output is full the run ends with 7 and one line; a stream that is closed is as good as empty."""
    command = f"{sys.executable} -m bvtrack {arguments}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr[: len(told)], done.stderr.count(b"\n")) == (code, told, int(bool(told)))


def test_a_fault_of_ours_is_one_line_and_code_4(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An internal error writes its details to a file it names; --debug shows the traceback instead."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)

    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("bvtrack.app.rule.listing", fail)
    monkeypatch.setattr("bvtrack.cli.rule.listing", fail)
    code, out, err = run("rule")
    assert (code, out, err.count("\n")) == (4, "", 1)
    (log,) = tmp_path.glob("bvtrack-*.log")
    assert str(log) in err
    assert "ZeroDivisionError: boom" in log.read_text("utf-8")
    code, _, err = run("rule", "--debug")
    assert code == 4
    assert "Traceback" in err


def test_an_interrupt_is_told_and_leaves_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C ends with one line, not a traceback."""

    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bvtrack.cli.rule.listing", stop)
    code, _, err = run("rule")
    assert code == 130
    assert err.endswith("bvtrack: stopped (nothing was left half done)\n")


def test_the_worst_code_decides() -> None:
    """Where several codes apply, a fault of ours comes first and a finding last."""
    assert worst([]) is Exit.DONE
    assert worst([Exit.FOUND, Exit.INPUT]) is Exit.INPUT
    assert worst([Exit.USAGE, Exit.FOUND]) is Exit.USAGE
    assert worst([Exit.INPUT, Exit.STORAGE, Exit.BUSY]) is Exit.STORAGE
    assert worst(list(Exit)) is Exit.INTERNAL
    assert sorted(diagnostics.WORST_FIRST) == sorted(Exit)


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C.UTF-8", "TZ": "America/Anchorage", "PYTHONHASHSEED": "2"},
    ],
)
def test_same_input_same_bytes(variables: dict[str, str]) -> None:
    """Locale, time zone and hash seed change no byte of a check."""
    arguments = [sys.executable, "-m", "bvtrack", "check", str(REVIEW), "--format", "json"]
    plain = subprocess.run(arguments, capture_output=True, check=False)
    other = subprocess.run(arguments, capture_output=True, check=False, env={**os.environ, **variables})
    assert plain.stdout
    assert (plain.stdout, plain.stderr) == (other.stdout, other.stderr)


@pytest.mark.parametrize(
    ("options", "environment", "coloured"),
    [([], {}, True), (["--no-color"], {}, False), ([], {"NO_COLOR": "1"}, False), ([], {"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    small: Path, options: list[str], environment: dict[str, str], *, coloured: bool
) -> None:
    """On a terminal severities have a colour, unless --no-color, NO_COLOR or a dumb terminal says otherwise."""
    leader, follower = os.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "bvtrack", "check", str(small), "--select", "FIN118", *options],
        stdout=follower,
        check=True,
        env={**kept, "TERM": "xterm", **environment},
    )
    os.close(follower)
    shown = os.read(leader, 65536)
    os.close(leader)
    assert b"FIN118" in shown
    assert (b"\x1b[36m\x1b[1mnote\x1b[0m FIN118" in shown) is coloured
    assert (b"\x1b" in shown) is coloured
