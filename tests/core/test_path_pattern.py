"""Patterns of paths in settings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bvtrack.core.path_pattern import matches, pattern_of


@pytest.mark.parametrize(
    ("pattern", "named", "not_named"),
    [
        ("old", ["old", "old/a.toml", "a/old/b/c.toml"], ["older", "a/bold.toml"]),
        ("old/", ["old/a.toml", "b/old"], ["older/a.toml"]),
        ("*.csv", ["a.csv", "a/b.csv", "a.csv/b.toml"], ["a.csvx", "a/b.toml"]),
        ("reviews/*.toml", ["reviews/a.toml"], ["a.toml", "reviews/a/b.toml", "x/reviews/a.toml"]),
        ("./a.toml", ["a.toml"], ["b/a.toml"]),
        ("/a.toml", ["a.toml"], ["b/a.toml"]),
        ("reviews/**/draft-?.toml", ["reviews/draft-1.toml", "reviews/a/b/draft-2.toml"], ["draft-1.toml"]),
        ("**/a/**", ["a/b", "x/y/a/b"], ["b/c"]),
        ("reviews/200[23]", ["reviews/2002/a.toml"], ["reviews/2004/a.toml"]),
        ("", [], ["a", ""]),
        ("./", [], ["a", "."]),
    ],
)
def test_what_a_pattern_names(pattern: str, named: list[str], not_named: list[str]) -> None:
    """A path itself, or all that is below a folder it names."""
    assert [path for path in named if not matches(pattern, path)] == []
    assert [path for path in not_named if matches(pattern, path)] == []


def test_many_stars_take_no_time() -> None:
    """No pattern makes the matching go back and forth."""
    assert not matches("/".join(["**", "*a*a*a*a*a*b"] * 30), "/".join(["a" * 200] * 100))


@given(st.lists(st.text("ab*?[]!-. ", min_size=1).filter(lambda name: name.strip(".")), min_size=1, max_size=4))
def test_a_pattern_made_of_a_path_names_it(parts: list[str]) -> None:
    """Characters that mean something in a pattern stand for themselves in one that was made of a path."""
    path = "/".join(parts)
    assert matches(pattern_of(path), path)
    assert not matches(pattern_of(path), f"x/{path}")
    assert not matches(pattern_of(path), path + "x")
