"""`bvtrack import`: what it shows, what it says it did, and what it ends with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bvtrack.cli import main
from bvtrack.core.edit import with_value
from bvtrack.files.review_sample import SAMPLE
from bvtrack.store.store import Entry, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

REPORT = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
HERTS = "hertfordshire-services-to-schools-2002"


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in a folder with the report and give its exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BVTRACK_DB", str(tmp_path / "t.db"))
    monkeypatch.setenv("BVTRACK_USER", "Ann")
    (tmp_path / "herts.toml").write_bytes(REPORT.read_bytes())

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main.run(arguments)
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def change(path: Path, old: str, new: str) -> None:
    """Change a word of a file."""
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_import(run: Run, tmp_path: Path) -> None:
    """It shows what the files change, a line each, and says what was done; a second time it says there is nothing."""
    (tmp_path / "lib.toml").write_text(SAMPLE, "utf-8")
    code, out, err = run("import", ".")
    assert (code, err) == (0, "")
    assert out == f"herts.toml: new ({HERTS})\nlib.toml: new (library-services-2003)\n2 reviews imported\n"
    assert run("import", "herts.toml")[1].splitlines()[-1] == "nothing to do: 1 review unchanged"
    change(tmp_path / "herts.toml", 'finish = "January 2003"', 'finish = "March 2003"')
    change(tmp_path / "herts.toml", "total = 127", "total = 106")
    assert run("import", ".", "--by", "Bo")[1].splitlines() == [
        f"herts.toml: changed ({HERTS})",
        "  ~ 1/budget: 127 → 106",
        "  ~ 1a/finish: January 2003 → March 2003 (re-baselined)",
        "lib.toml: unchanged (library-services-2003)",
        "1 review updated, 1 unchanged",
    ]
    with open_store(tmp_path / "t.db") as store:
        assert [change.by for change in store.log()] == ["Bo", "Ann", "Ann"]


def test_dry_run(run: Run, tmp_path: Path) -> None:
    """A dry run shows the same and writes nothing: it makes no database either."""
    assert run("import", "--dry-run", "herts.toml") == (
        0,
        f"herts.toml: new ({HERTS})\n1 review to be imported; nothing was written\n",
        "",
    )
    assert not (tmp_path / "t.db").exists()
    run("import", "herts.toml")
    before = (tmp_path / "t.db").read_bytes()
    change(tmp_path / "herts.toml", "total = 127", "total = 106")
    lines = [f"herts.toml: changed ({HERTS})", "  ~ 1/budget: 127 → 106"]
    code, out, _ = run("import", "herts.toml", "--dry-run")
    assert (code, out.splitlines()) == (0, [*lines, "1 review to be updated; nothing was written"])
    assert (tmp_path / "t.db").read_bytes() == before


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_conflict(run: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    """A conflict ends with 6 when all of it is shown, both versions, and nothing is written."""
    run("import", "herts.toml")
    with open_store(tmp_path / "t.db") as store:
        entry = Entry(by="Ann", at=store.log()[0].at, verb="set", what="set")
        store.edit(HERTS, lambda review: with_value(review, "1/budget", "347"), entry)
        log = store.log()
    change(tmp_path / "herts.toml", "total = 127", "total = 350")
    code, out, err = run("import", "herts.toml", *more)
    assert code == 6
    assert out.splitlines() == [
        f"herts.toml: changed here and in the file ({HERTS})",
        "  ! 1/budget: both changed: 347 here, 350 in the file",
    ]
    said = "bvtrack: herts.toml: 1/budget: both changed: 347 here, 350 in the file (nothing was imported; make both"
    assert err.startswith(said)
    with open_store(tmp_path / "t.db") as store:
        assert store.log() == log


def test_faults(run: Run, tmp_path: Path) -> None:
    """A file that cannot be read ends with 3, all faults told, and makes no database."""
    (tmp_path / "bad.toml").write_text('format = 1\nid = "\\u001B[31m"\n', "utf-8")
    code, out, err = run("import", "herts.toml", "bad.toml", "none.toml")
    assert (code, out) == (3, "")
    assert "bvtrack: bad.toml:2: id is “<U+001B>[31m”, which is no id" in err
    assert "bvtrack: none.toml: there is no such file (check the path)" in err
    assert not (tmp_path / "t.db").exists()


def test_usage(run: Run, tmp_path: Path) -> None:
    """Nothing named, nothing found, and one review in two files end with 2."""
    assert run("import")[0] == 2
    (tmp_path / "empty").mkdir()
    assert run("import", "empty")[0] == 2
    (tmp_path / "copy.toml").write_bytes(REPORT.read_bytes())
    code, out, err = run("import", ".")
    assert (code, out) == (2, "")
    assert err.startswith("bvtrack: copy.toml, herts.toml: hold the same review")


def test_a_database_that_is_none(run: Run, tmp_path: Path) -> None:
    """What is no database of ours is not written to."""
    (tmp_path / "t.db").write_bytes(b"text")
    code, out, _ = run("import", "herts.toml")
    assert (code, out) == (8, "")
    assert (tmp_path / "t.db").read_bytes() == b"text"


def test_hostile_review(run: Run, tmp_path: Path) -> None:
    """What acts on a terminal is shown as a mark; what is doubtful is told on standard error, unless quiet."""
    run("import", "herts.toml")
    change(tmp_path / "herts.toml", 'finish = "January 2003"', 'finish = "\\u001B[31mMarch"')
    code, out, _ = run("import", "herts.toml")
    assert code == 0
    assert "~ 1a/finish: January 2003 → <U+001B>[31mMarch" in out
    (tmp_path / "lib.toml").write_text(SAMPLE.replace('id        = "1.1"', 'id        = "1a"'), "utf-8")
    assert "1a stands 2 times, so that none can be addressed" in run("import", "lib.toml", "--dry-run")[2]
    assert run("import", "lib.toml", "--quiet")[2] == ""
