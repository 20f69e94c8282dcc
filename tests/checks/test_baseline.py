"""Findings against a baseline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bvtrack.checks.baseline import entry_of, found_no_more, marked
from bvtrack.core.baseline import BaselineEntry
from bvtrack.core.finding import Finding
from bvtrack.core.review import WaiverEntry

ONE = Finding("1/budget", "It is wrong.", code="FIN101", fingerprint="1" * 16, source="./a.toml")
TWO = replace(ONE, address="2/budget", fingerprint="2" * 16)
WAIVED = replace(
    ONE, waived=WaiverEntry(code="FIN101", address="1/budget", reason="agreed", by="Ann", until=dt.date(2003, 1, 1))
)
A = BaselineEntry("a.toml", "FIN101", "1/budget: It is wrong.", "1" * 16)
B = replace(A, path="b.toml")


def path_of(source: str) -> str:
    """Name a source as entries do."""
    return source.removeprefix("./")


def test_an_entry_says_in_one_line_what_it_is_about() -> None:
    """Address and first words, without what would act or hide."""
    assert entry_of(ONE, "a.toml") == A
    assert A.address == "1/budget"
    long = entry_of(replace(ONE, message="so\n\x1b[31m " + "many words " * 90), "a.toml")
    assert len(long.words) <= 110
    assert long.words.startswith("1/budget: so <U+001B>[31m many words")
    assert long.words.endswith(" …")


def test_what_stands_in_the_baseline_is_marked() -> None:
    """By input and fingerprint: the same review in another file is new, and so is another finding of this one."""
    copy = replace(ONE, source="c.toml")
    assert [one.baselined for one in marked([ONE, TWO, copy], [A, B], path_of)] == [True, False, False]
    assert [one.live for one in marked([ONE, TWO], [A], path_of)] == [False, True]


def test_what_is_waived_needs_no_baseline() -> None:
    """A waiver with its reason and its end takes over from an entry."""
    assert [one.baselined for one in marked([WAIVED], [A], path_of)] == [False]
    assert found_no_more([A], [WAIVED], path_of, lambda _: True) == [A]


def test_only_what_was_looked_at_is_found_no_more() -> None:
    """Of the entries without a finding those count that were looked for; they come in their order."""
    assert found_no_more([B, A], [], path_of, lambda _: True) == [A, B]
    assert found_no_more([B, A], [], path_of, lambda entry: entry.path == "b.toml") == [B]
    assert found_no_more([A], [ONE], path_of, lambda _: True) == []
