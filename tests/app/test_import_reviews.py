"""Bringing review files into the database, and out again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from bvtrack.app.desk import Desk
from bvtrack.app.import_reviews import carried_out, planned, refused
from bvtrack.core.edit import with_event, with_value, without
from bvtrack.core.errors import ConflictProblem, InputProblem, UsageProblem
from bvtrack.files.review_sample import SAMPLE
from bvtrack.files.review_text import write_review
from bvtrack.store.store import open_store
from store.any_review import reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bvtrack.core.plain import Plain
    from bvtrack.core.review import Review

REPORT = Path(__file__).parents[2] / "reviews" / "hertfordshire-services-to-schools-2002.toml"
HERTS = "hertfordshire-services-to-schools-2002"
NOW = dt.datetime(2003, 2, 3, 12, tzinfo=dt.UTC)


def desk_at(path: Path) -> Desk:
    """Open a database, new or not, for Ann on one day."""
    return Desk(open_store(path, create=True), "Ann", lambda: NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a new database."""
    with desk_at(tmp_path / "t.db").store as store:
        yield Desk(store, "Ann", lambda: NOW)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Copy the report, to be changed."""
    path = tmp_path / "herts.toml"
    path.write_bytes(REPORT.read_bytes())
    return path


def change(path: Path, old: str, new: str) -> None:
    """Change a word of a file, as its owner would."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def record(desk: Desk, edit: Callable[[Review], Review], name: str = HERTS) -> None:
    """Change a review in the database."""
    assert desk.store.edit(name, edit, desk.entry("set", "changed")) is not None


def run(desk: Desk, *paths: Path) -> list[str]:
    """Import files, and give the states and sentences of the plan."""
    plans = planned(desk, paths)
    carried_out(desk, plans)
    return [line for plan in plans for line in (plan.state, *map(str, plan.differences))]


def exported(desk: Desk, name: str = HERTS) -> str:
    """Give the text that a review is exported as."""
    return write_review(desk.review(name), base=desk.store.kept_text(name) or None)


def test_new_and_again(desk: Desk, report: Path) -> None:
    """A new review is added with its text; importing the file again does nothing at all."""
    assert run(desk, report) == ["new"]
    assert desk.store.kept_text(HERTS) == report.read_text("utf-8")
    log = desk.store.log()
    assert [(one.verb, one.what) for one in log] == [("import", "herts.toml imported")]
    plans = planned(desk, [report])
    assert [plan.state for plan in plans] == ["unchanged"]
    assert carried_out(desk, plans) == ()
    assert desk.store.log() == log


def test_changed(desk: Desk, report: Path) -> None:
    """What the file changed is taken, a deadline as a re-baseline; the file is the base of the next import."""
    run(desk, report)
    record(desk, lambda review: with_event(review, "2c", {"date": dt.date(2002, 9, 1), "kind": "start"}))
    change(report, 'finish = "January 2003"', 'finish = "March 2003"')
    change(report, "total = 127", "total = 106")
    lines = ["changed", "~ 1/budget: 127 → 106", "~ 1a/finish: January 2003 → March 2003 (re-baselined)"]
    assert run(desk, report) == lines
    part = desk.review(HERTS).recommendations[0].parts[0]
    assert part.finish is not None
    assert part.finish.text == "January 2003"
    assert [(one.kind, one.date, one.by) for one in part.events] == [("re-baseline", dt.date(2003, 2, 3), "Ann")]
    assert desk.store.log()[0].what == "herts.toml imported: 2 differences"
    assert run(desk, report) == ["unchanged"]


def test_export_after_a_rebaseline(desk: Desk, report: Path) -> None:
    """An export after a re-baseline holds both deadlines; importing it, and the owner's own file, changes nothing."""
    run(desk, report)
    change(report, 'finish = "January 2003"', 'finish = "March 2003"')
    run(desk, report)
    text = exported(desk)
    assert 'finish = "January 2003"' in text
    assert 'value  = "March 2003"' in text
    review = desk.review(HERTS)
    out = report.with_name("out.toml")
    out.write_text(text, "utf-8")
    assert run(desk, out) == ["unchanged"]
    assert run(desk, out) == ["unchanged"]
    kept = "= 1a: re-baseline March 2003 2003-02-03 is gone from the file and kept"
    assert run(desk, report) == ["changed", kept]
    assert run(desk, report) == ["unchanged"]
    assert desk.review(HERTS) == review


def test_exported_file_again(desk: Desk, report: Path) -> None:
    """The file as exported brings nothing, and is the base from then on."""
    run(desk, report)
    record(desk, lambda review: with_event(review, "2c", {"date": dt.date(2002, 9, 1), "kind": "start"}))
    record(desk, lambda review: with_value(review, "2d/owner", "Ann"))
    text = exported(desk)
    report.write_text(text, "utf-8")
    review = desk.review(HERTS)
    assert run(desk, report) == ["unchanged"]
    assert (desk.review(HERTS), desk.store.kept_text(HERTS), exported(desk)) == (review, text, text)
    assert desk.store.log()[0].what == "herts.toml reread"


def test_comments(desk: Desk, report: Path) -> None:
    """New comments change no review; they are kept with it."""
    run(desk, report)
    report.write_text("# mine\n" + report.read_text("utf-8"), "utf-8")
    assert run(desk, report) == ["unchanged"]
    assert exported(desk).startswith("# mine\n")
    assert run(desk, report) == ["unchanged"]
    assert len(desk.store.log()) == 2


def test_conflicts(desk: Desk, report: Path) -> None:
    """What was changed on both sides is refused, all of it told, and nothing is written, of no file."""
    run(desk, report)
    for nth, address in enumerate(("1/budget", "net", "title", "authority")):
        record(desk, lambda review, nth=nth, address=address: with_value(review, address, f"£{nth + 7}k"))  # type: ignore[misc]
    change(report, "total = 127", "total = 106")
    change(report, '\ntitle     = "', '\nnet = "£1k"\ntitle     = "Another ')
    change(report, '\nauthority = "', '\nauthority = "Another ')
    other = report.with_name("other.toml")
    other.write_text(SAMPLE, "utf-8")
    before, kept = desk.review(HERTS), desk.store.kept_text(HERTS)
    plans = planned(desk, [other, report])
    assert [len(plan.conflicts) for plan in plans] == [0, 4]
    assert str(plans[1].conflicts[-1]) == "! 1/budget: both changed: £7k here, 106 in the file"
    problem = refused(plans[1])
    assert problem is not None
    assert "£7k" in problem.seen
    assert "106" in problem.now
    assert " and 1 more" in problem.what
    assert problem.place == str(report)
    with pytest.raises(ConflictProblem, match="nothing was imported"):
        carried_out(desk, plans)
    assert desk.reviews() == (HERTS,)
    assert (desk.review(HERTS), desk.store.kept_text(HERTS)) == (before, kept)
    record(desk, lambda review: with_value(review, "1/budget", "106"))
    assert len(planned(desk, [report])[0].conflicts) == 3
    assert refused(planned(desk, [other])[0]) is None


def test_changed_since_it_was_shown(desk: Desk, report: Path) -> None:
    """A plan that is no longer true is refused, and so is one that became a conflict; nothing is written."""
    plans = planned(desk, [report])
    run(desk, report)
    with pytest.raises(ConflictProblem, match="would now change other things than were shown"):
        carried_out(desk, plans)
    change(report, "total = 127", "total = 106")
    plans = planned(desk, [report])
    record(desk, lambda review: with_value(review, "1/budget", "120"))
    with pytest.raises(ConflictProblem, match="1/budget: both changed: 120 here, 106 in the file"):
        carried_out(desk, plans)


def test_whole_or_nothing(desk: Desk, report: Path) -> None:
    """Where one file of several cannot be carried out none is."""
    other = report.with_name("other.toml")
    other.write_text(SAMPLE, "utf-8")
    run(desk, report)
    change(report, "total = 127", "total = 106")
    plans = planned(desk, [other, report])
    record(desk, lambda review: with_value(review, "1/budget", "120"))
    with pytest.raises(ConflictProblem):
        carried_out(desk, plans)
    assert desk.reviews() == (HERTS,)


def test_undone(desk: Desk, report: Path) -> None:
    """An import taken back is as if it had not been, its text included: the same file is imported again."""
    run(desk, report)
    change(report, "total = 127", "total = 106")
    assert run(desk, report)[0] == "changed"
    desk.store.undo(desk.store.log()[0].number, desk.entry("undo", "taken back"))
    assert run(desk, report) == ["changed", "~ 1/budget: 127 → 106"]


def test_gone_with_progress(desk: Desk, report: Path) -> None:
    """An action gone from the file that has progress is superseded, and its export is imported as it is."""
    run(desk, report)
    record(desk, lambda review: with_event(review, "1a", {"date": dt.date(2002, 9, 1), "kind": "start"}))
    gone = planned(desk, [report])[0].file.review
    report.write_text(write_review(without(gone, "1a"), report.read_text("utf-8")), "utf-8")
    told = run(desk, report)
    assert "~ 1a superseded: gone from the file, with progress recorded" in told
    report.write_text(exported(desk), "utf-8")
    assert run(desk, report) == ["unchanged"]


def test_unreadable(desk: Desk, report: Path) -> None:
    """Where a file cannot be read nothing is imported, and all that is wrong with any of them is told."""
    bad = report.with_name("bad.toml")
    bad.write_text('format = 1\nid = "x"\n', "utf-8")
    with pytest.raises(InputProblem) as caught:
        planned(desk, [report, bad, report.with_name("none.toml")])
    assert caught.value.place == f"{bad}:1"
    assert [one.place for one in caught.value.more][-1] == str(report.with_name("none.toml"))
    assert len(caught.value.more) == 5
    assert desk.reviews() == ()


def test_folder_that_cannot_be_read(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be read is told like a file."""

    def refuse(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InputProblem, match="cannot be read: Permission denied"):
        planned(desk, [tmp_path])


def test_nothing_to_import(desk: Desk, tmp_path: Path) -> None:
    """A folder without a review, or nothing named, is a fault of usage."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageProblem, match=r"empty: holds no review file"):
        planned(desk, [tmp_path / "empty"])
    with pytest.raises(UsageProblem, match=r"^import: holds no review file"):
        planned(desk, [])


def test_the_same_review_twice(desk: Desk, report: Path) -> None:
    """Two files that hold the same review are refused; a file named twice is one."""
    report.with_name("copy.toml").write_bytes(report.read_bytes())
    with pytest.raises(UsageProblem, match=f"hold the same review, {HERTS}"):
        planned(desk, [report.parent])
    assert run(desk, report, report) == ["new"]


def test_warnings(desk: Desk, tmp_path: Path) -> None:
    """Things that share an address are told: none of them can be addressed."""
    path = tmp_path / "twice.toml"
    path.write_text(SAMPLE.replace('id        = "1.1"', 'id        = "1a"'), "utf-8")
    (plan,) = planned(None, [path])
    assert plan.state == "new"
    assert plan.warnings[0] == "1a stands 2 times, so that none can be addressed"
    assert desk.reviews() == ()


def test_review_without_a_file(desk: Desk, tmp_path: Path) -> None:
    """A review that no file was kept of merges with nothing to start from: what differs is a conflict."""
    path = tmp_path / "sample.toml"
    path.write_text(SAMPLE, "utf-8")
    review = planned(None, [path])[0].review
    desk.store.add(review, "", desk.entry("add", "made here"))
    assert run(desk, path) == ["unchanged"]
    assert desk.store.kept_text(review.id) == SAMPLE


EVENTS: list[tuple[str, Mapping[str, Plain | None]]] = [
    ("1a", {"date": dt.date(2002, 9, 1), "kind": "start", "by": "Ann"}),
    ("1a/1", {"date": dt.date(2002, 9, 2), "kind": "complete"}),
    ("2c", {"date": dt.date(2002, 9, 3), "kind": "re-baseline", "value": "June 2003", "reason": "no\nstaff"}),
    ("1.1", {"date": dt.date(2003, 4, 3), "kind": "actual", "period": "2002-03", "value": "61%", "line": 1}),
    ("2", {"date": dt.date(2003, 4, 3), "kind": "actual", "stream": "budget", "year": "2002-03", "value": "£7k"}),
]


@pytest.mark.parametrize("path", sorted(REPORT.parent.rglob("*.toml")))
@pytest.mark.parametrize("progress", [False, True])
def test_round_trip(path: Path, tmp_path: Path, *, progress: bool) -> None:
    """A review exported, imported into a new database and exported again is the same to the byte."""
    with desk_at(tmp_path / "one.db").store as store:
        desk = Desk(store, "Ann", lambda: NOW)
        (plan,) = planned(desk, [path])
        carried_out(desk, [plan])
        assert exported(desk, plan.review.id) == path.read_text("utf-8")
        for address, event in EVENTS if progress else ():
            record(desk, lambda review, address=address, event=event: with_event(review, address, event))  # type: ignore[misc]
        text = exported(desk, plan.review.id)
    comments = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert [line for line in text.splitlines() if line.startswith("#")] == comments
    assert _once_more(text, tmp_path / "two") == text


def _once_more(text: str, folder: Path) -> str:
    """Import a text into a new database and export it."""
    folder.mkdir()
    (folder / "x.toml").write_text(text, "utf-8", newline="")
    with desk_at(folder / "t.db").store as store:
        desk = Desk(store, "Ann", lambda: NOW)
        (plan,) = planned(desk, [folder / "x.toml"])
        carried_out(desk, [plan])
        return write_review(desk.review(plan.review.id), base=None if folder.name == "bare" else text)


@given(review=reviews())
@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
def test_round_trip_of_any_review(tmp_path_factory: pytest.TempPathFactory, review: Review) -> None:
    """A file that bvtrack wrote, of any review, is imported and exported as it is, kept text or none."""
    text = write_review(review)
    folder = tmp_path_factory.mktemp("any")
    assert _once_more(text, folder / "kept") == text
    assert _once_more(text, folder / "bare") == text
