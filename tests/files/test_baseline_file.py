"""The file of a baseline: what is written is read, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.baseline import BaselineEntry
from bvtrack.core.errors import InputProblem, UsageProblem
from bvtrack.files.baseline_file import (
    HEAD,
    is_gone,
    path_in_baseline,
    read_baseline,
    write_baseline,
)

ENTRIES = [
    BaselineEntry("b.toml", "FIN101", "1/budget: The budget is wrong.", "1234567890123456"),
    BaselineEntry("a/x.md", "FIN102", 'It says "7".', "bbbbbbbbbbbbbbbb"),
    BaselineEntry("a/x.md", "DAT301", "2c: late", "12e4567890123456"),
]
TEXT = (
    HEAD
    + """
[file."a/x.md"]
12e4567890123456 = "DAT301 2c: late"
bbbbbbbbbbbbbbbb = 'FIN102 It says "7".'

[file."b.toml"]
1234567890123456 = "FIN101 1/budget: The budget is wrong."
"""
)


def test_a_line_a_finding_sorted(tmp_path: Path) -> None:
    """By file, by rule, then by what is said; read again it is the same."""
    path = tmp_path / "baseline.toml"
    write_baseline(path, ENTRIES)
    assert path.read_text("utf-8") == TEXT
    assert read_baseline(path) == set(ENTRIES)
    assert [name.name for name in tmp_path.iterdir()] == ["baseline.toml"]


def test_an_empty_baseline(tmp_path: Path) -> None:
    """With nothing left in it the file is its head."""
    write_baseline(tmp_path / "baseline.toml", [])
    assert (tmp_path / "baseline.toml").read_text("utf-8") == HEAD
    assert read_baseline(tmp_path / "baseline.toml") == set()


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1, max_size=30),
)
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, name: str, words: str) -> None:
    """Whatever a path or a finding is called, the file is TOML and holds it."""
    path = tmp_path_factory.mktemp("any") / "baseline.toml"
    entry = BaselineEntry(name, "FIN101", words, "0" * 16)
    write_baseline(path, [entry])
    assert read_baseline(path) == {entry}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ":1: format is missing (add it: the version of the format, 1)"),
        ("format = 2", ":1: format is “2”, which it cannot be (write 1)"),
        (
            "format = 1\nfile = 7",
            ":2: file should be a table (write it as [name] with keys below, or as { key = value })",
        ),
        (
            "format = 1\n[file]\nx = 7",
            ":3: file.x should be a table (write it as [name] with keys below, or as { key = value })",
        ),
        ("format = 1\n[file.x]\n0000000000000000 = 7", ":3: file.x.0000000000000000 should be text (put it in quotes)"),
        (
            "format = 1\n[file.x]\n\nnought = 'FIN101 x'",
            ":4: “nought” is no finding of a baseline (take the line out)",
        ),
        (
            "format = 1\n[file.x]\n0000000000000000 = '\\u001b'",
            ":3: “0000000000000000” is no finding of a baseline (take the line out)",
        ),
        ("format = 1\nfindings = []", ":2: findings is not a key of the format (known here: format, file)"),
        ("format = 1\n[file.x]\n<<<<<<< mine", ":3:1: is not TOML: Invalid statement (correct the TOML here)"),
        (
            "format = 1\n[file.x]\na = ''\na = ''",
            ":4: is not TOML: Cannot overwrite a value (keep one of the two)",
        ),
    ],
)
def test_what_is_no_baseline_is_refused_at_its_line(tmp_path: Path, text: str, expected: str) -> None:
    """One line that says where and what, a merge that was left in it too."""
    path = tmp_path / "baseline.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputProblem) as caught:
        read_baseline(path)
    assert str(caught.value) == f"{path}{expected}"


@pytest.mark.parametrize("size", [(30_000, 1), (9_000, 300)])
def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, size: tuple[int, int]) -> None:
    """Too many findings, or too many bytes of them."""
    count, length = size
    path = tmp_path / "baseline.toml"
    with pytest.raises(UsageProblem, match="more findings than can be read"):
        write_baseline(path, [BaselineEntry("a.toml", "FIN101", "x" * length, f"{nth:016x}") for nth in range(count)])
    assert not path.exists()


def test_paths_are_seen_from_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the run stands and however a path is given, an input has one name; a link has that of its end."""
    (tmp_path / "reviews").mkdir()
    review = tmp_path / "reviews" / "a.toml"
    review.touch()
    (tmp_path / "link.toml").symlink_to(review)
    monkeypatch.chdir(tmp_path / "reviews")
    for given_path in ("a.toml", "./a.toml", "../reviews/a.toml", str(review), "../link.toml"):
        assert path_in_baseline(given_path, Path("../baseline.toml")) == "reviews/a.toml"
        assert path_in_baseline(given_path, tmp_path / "reviews" / "baseline.toml") == "a.toml"
    assert path_in_baseline("work.db: small", Path("../baseline.toml")) == "reviews/work.db: small"
    assert path_in_baseline("b\x1b.toml", Path("baseline.toml")) == "b<U+001B>.toml"


def test_another_drive_has_no_way_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no relative path leads to an input, it has its whole path."""

    def no_way(path: str, start: str) -> str:
        raise ValueError(path, start)

    monkeypatch.setattr(os.path, "relpath", no_way)
    assert path_in_baseline("/a/b.toml", Path("/c/baseline.toml")) == "/a/b.toml"


def test_an_input_is_gone_where_it_was_asked_for_and_is_not_there(tmp_path: Path) -> None:
    """One outside of the folders and databases asked for may be anything."""
    baseline, reviews = tmp_path / "baseline.toml", tmp_path / "reviews"
    reviews.mkdir()
    (reviews / "here.toml").touch()
    assert is_gone("reviews/gone.toml", baseline, [reviews])
    assert is_gone("reviews/gone.toml", baseline, [tmp_path / "other", tmp_path])
    assert is_gone("reviews/work.db: gone", baseline, [reviews / "work.db"])
    assert not is_gone("reviews/here.toml", baseline, [reviews])
    assert not is_gone("gone.toml", baseline, [reviews])
    assert not is_gone("reviews2/gone.toml", baseline, [reviews])
    assert not is_gone("reviews/gone.toml", baseline, [reviews / "gone"])
