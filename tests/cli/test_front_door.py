"""The front door: `bvtrack` alone, with a file, with a database, and `bvtrack demo`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from bvtrack.cli import main
from desk import NAME, PLANNED, REVIEW

if TYPE_CHECKING:
    from bvtrack.app.desk import Desk
    from desk import Run


class Shown(NamedTuple):
    """What the screens were asked to show."""

    path: Path
    reviews: tuple[str, ...]
    review: str | None
    as_at: dt.date | None
    banner: str
    by: str


class Screens:
    """Stands in for the screens: notes what they were asked to show."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []

    def __call__(self, desk: Desk, *, review: str | None, as_at: dt.date | None, banner: str) -> int:
        """Note it."""
        self.shown.append(Shown(desk.store.path, desk.reviews(), review, as_at, banner, desk.by))
        return 0


@pytest.fixture
def screens(at_work: Run, monkeypatch: pytest.MonkeyPatch) -> Screens:
    """Sit at a terminal whose screens are ours."""
    assert at_work
    monkeypatch.setattr("bvtrack.cli.open.attended", lambda: True)
    return Screens()


def test_alone_it_opens_the_default_database(screens: Screens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without arguments the default database opens, and is made where there is none."""
    assert main.run([], screens) == 0
    monkeypatch.delenv("BVTRACK_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main.run(["--by", "Gill"], screens) == 0
    assert screens.shown[0] == Shown(tmp_path / "work.db", (NAME,), None, None, "", "A. Officer")
    assert (screens.shown[1].reviews, screens.shown[1].by) == ((), "Gill")
    assert screens.shown[1].path.name == "bvtrack.db"


@pytest.mark.parametrize("words", [["--as-at", "2002-10-01", "work.db"], ["work.db", "--as-at", "2002-10-01"]])
def test_a_database_named_opens(screens: Screens, words: list[str]) -> None:
    """What ends in .db opens; options may stand before it and behind it."""
    assert main.run([*words, "--review", NAME], screens) == 0
    (shown,) = screens.shown
    assert (shown.path, shown.review, shown.as_at) == (Path("work.db"), NAME, dt.date(2002, 10, 1))


def test_a_review_file_is_brought_in_and_opened(screens: Screens, tmp_path: Path) -> None:
    """A file that is new is imported; one that is there as it is opens at once."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    assert main.run(["small.toml"], screens) == 0
    assert main.run(["small.toml"], screens) == 0
    assert screens.shown[0].reviews == (NAME, "small")
    assert [shown.review for shown in screens.shown] == ["small", "small"]


@pytest.mark.parametrize(("answer", "title"), [(True, "Other"), (False, "Small")])
def test_a_review_file_that_differs_is_asked_about(
    screens: Screens,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    *,
    answer: bool,
    title: str,
) -> None:
    """The differences are shown on standard error, and taken only where the person says so."""
    path = Path("small.toml")
    path.write_text(PLANNED, "utf-8")
    assert main.run([str(path)], screens) == 0
    path.write_text(PLANNED.replace('"Small"', '"Other"'), "utf-8")
    monkeypatch.setattr("click.confirm", lambda _text, **_options: answer)
    assert main.run([str(path)], screens) == 0
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert "Small → Other" in err.decode()
    assert main.run(["export", "review", "--review", "small", "-o", "now.toml"]) == 0
    assert f'title = "{title}"' in Path("now.toml").read_text("utf-8")


def test_a_conflict_with_the_file_opens_nothing(
    screens: Screens, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What was changed on both sides is code 6, and the database stays as it was."""
    (tmp_path / "small.toml").write_text(PLANNED, "utf-8")
    main.run(["small.toml"], screens)
    main.run(["set", "small:review/title=Mine"])
    (tmp_path / "small.toml").write_text(PLANNED.replace('"Small"', '"Theirs"'), "utf-8")
    capfdbinary.readouterr()
    assert main.run(["small.toml"], screens) == 6
    _, err = map(bytes.decode, capfdbinary.readouterr())
    assert "Mine" in err
    assert "Theirs" in err
    assert len(screens.shown) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [(["none.toml"], 3), (["none.db"], 2), (["broken.toml"], 3), (["bad.db"], 8), (["work.db", "--as-at", "today"], 2)],
)
def test_what_cannot_be_opened_is_one_line(
    screens: Screens, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], words: list[str], code: int
) -> None:
    """A file that is missing, broken or none of ours opens nothing and makes no database."""
    (tmp_path / "broken.toml").write_text("format = 1\nid =\n", "utf-8")
    (tmp_path / "bad.db").write_text("no database", "utf-8")
    assert main.run(words, screens) == code
    out, err = map(bytes.decode, capfdbinary.readouterr())
    assert (out, err.count("\n"), screens.shown) == ("", 1, [])
    assert not (tmp_path / "none.db").exists()


def test_only_paths_are_opened(at_work: Run) -> None:
    """An argument that is no command is a path only if it ends like one; else the nearest command is offered."""
    code, _, err = at_work("stattus")
    assert (code, "did you mean status?" in err) == (2, True)
    assert at_work("reviews.tom")[0] == 2
    assert at_work("--as-at", "2002-10-01", "status")[0] == 2
    assert at_work("--nonsense")[0] == 2


@pytest.mark.parametrize("words", [[], ["work.db"], [str(REVIEW)], ["demo"]])
def test_without_a_terminal_it_says_so(at_work: Run, words: list[str], tmp_path: Path) -> None:
    """The screens need a terminal: without one the program ends with 2 and one line, and leaves all as it is."""
    before = (tmp_path / "work.db").read_bytes()
    code, out, err = at_work(*words)
    assert (code, out) == (2, "")
    assert err == "bvtrack: terminal: there is none to show the screens on (use a command: bvtrack --help)\n"
    assert (tmp_path / "work.db").read_bytes() == before


def test_the_demonstration_says_what_it_is_and_leaves_nothing(screens: Screens) -> None:
    """The demo opens a review with illustrative progress on a throw-away database."""
    assert main.run(["demo"], screens) == 0
    (shown,) = screens.shown
    assert (shown.reviews, shown.review, shown.banner) == ((NAME,), NAME, "illustrative progress")
    assert shown.by == "Illustration"
    assert shown.as_at == dt.date(2003, 3, 31)
    assert not shown.path.parent.exists()


def test_the_demonstration_speaks_for_any_date(screens: Screens) -> None:
    """An earlier report of the story can be asked for."""
    assert main.run(["demo", "--as-at", "2002-09-30"], screens) == 0
    assert screens.shown[0].as_at == dt.date(2002, 9, 30)


def test_the_program_joins_the_faces(monkeypatch: pytest.MonkeyPatch, screens: Screens) -> None:
    """The composition root hands the real screens to the command line."""
    from bvtrack.__main__ import main as start

    monkeypatch.setattr("bvtrack.tui.run.run", screens)
    monkeypatch.setattr(sys, "argv", ["bvtrack", "work.db"])
    assert start() == 0
    assert len(screens.shown) == 1
