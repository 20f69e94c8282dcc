"""Merging what a review file says now into what is recorded since it was last read."""

from __future__ import annotations

import copy
import datetime as dt
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings

from bvtrack.core.difference import has_progress, news, told
from bvtrack.core.merge import CHANGED, GONE, Merged, merge
from bvtrack.core.plain import plain_tables
from bvtrack.core.review import review_from
from bvtrack.files.review_file import review_of
from store.any_review import reviews

if TYPE_CHECKING:
    from bvtrack.core.plain import Plain, Table
    from bvtrack.core.review import Review

TODAY = dt.date(2002, 10, 1)
FILE = """
format = 1
id = "small"
title = "Small"
authority = "Example Council"
date = 2002-04-22
period = "2002 – 2006"
unit = "£'000"
abbreviations = { HE = "higher education", profile = "a word", event = "another" }
meeting = { body = "Cabinet", item = "4" }
totals = { budget = { total = 30, years = { "02-03" = 10, "03-04" = 20 } } }

[[person]]
name = "Jeff Smith"
aliases = ["Jeff", "JS"]

[[recommendation]]
id = "1"
text = "one"
costs = [{ column = "one-off", value = 10 }, { column = "annual", value = 5 }]
profile.budget = { "02-03" = 10, "03-04" = 20, total = 30 }
measure = [{ id = "1.1", text = "m", targets = ["From 20% in 2001 to 15% in 2002", "40 schools by 2003"] }]

[[recommendation.part]]
id = "1a"
text = "first"
finish = "Sept. 2002"
owner = "Jeff"
steps = ["Ask everybody", { text = "Write it down", finish = "July 2002" }, "Tell everybody else"]

[[recommendation.part]]
id = "1b"
text = "second"

[[recommendation]]
id = "2"
text = "two"
part = [{ id = "2a", text = "third" }]
"""


def tables(text: str = FILE) -> Table:
    """Give the plain tables of a review file."""
    return plain_tables(review_of(text, "x"))


def changed(*replacements: tuple[str, str]) -> Table:
    """Give the tables of the file with words replaced."""
    text = FILE
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return tables(text)


def at(table: Plain, *path: str | int) -> Plain | None:
    """Give what stands at a path; None where nothing does."""
    for step in path:
        if isinstance(table, dict):
            if step not in table:
                return None
            table = table[str(step)]
        else:
            table = cast("list[Plain]", table)[cast("int", step)]
    return table


def told_of(merged: Merged) -> list[str]:
    """Give all sentences of a merge; its review can always be read again."""
    if not merged.conflicts:
        again = plain_tables(review_from(merged.tables))
        assert repr(again) == repr(merged.tables)
    return [str(one) for one in (*merged.taken, *merged.conflicts)]


def with_event(table: Table, *path: str | int, **event: Plain) -> Table:
    """Give tables with an event recorded at a path."""
    table = copy.deepcopy(table)
    thing = cast("Table", at(table, *path))
    events = [*cast("list[Plain]", thing.get("event", [])), cast("Plain", event)]
    made = {**thing, "event": cast("Plain", events)}
    thing.clear()
    thing.update(made)
    return plain_tables(review_from(table))


PART = ("recommendation", 0, "part", 0)
STEP = (*PART, "steps", 1)
DONE: dict[str, Plain] = {"date": dt.date(2002, 6, 1), "kind": "complete"}
MOVED: dict[str, Plain] = {
    "date": dt.date(2002, 6, 1),
    "kind": "re-baseline",
    "value": "Dec. 2002",
    "reason": "two posts are vacant",
}


@pytest.mark.parametrize(
    ("old", "new", "path", "value", "said"),
    [
        ('title = "Small"', 'title = "Large"', ("title",), "Large", "~ title: Small → Large"),
        ('owner = "Jeff"', 'owner = "Ann"', (*PART, "owner"), "Ann", "~ 1a/owner: Jeff → Ann"),
        ('owner = "Jeff"\n', "", (*PART, "owner"), None, "- 1a/owner: Jeff removed"),
        ('finish = "Sept', 'start = "May 2002"\nfinish = "Sept', (*PART, "start"), "May 2002", "+ 1a/start: May 2002"),
        ('["Jeff", "JS"]', '["Jeff"]', ("person", 0, "aliases"), ["Jeff"], "~ person/1/aliases: Jeff, JS → Jeff"),
        (', "03-04" = 20, total', ', "03-04" = 21, total', (*PART[:2], "profile", "budget", "03-04"), 21,
         "~ 1/budget/2003-04: 20 → 21"),
        (", total = 30 }", "}", (*PART[:2], "profile", "budget", "total"), None, "- 1/budget: 30 removed"),
        ("total = 30, years", "total = 31, years", ("totals", "budget", "total"), 31, "~ totals/budget: 30 → 31"),
        ("{ total = 30, years", '{ label = "Sum", total = 30, years', ("totals", "budget", "label"), "Sum",
         "+ totals/budget/label: Sum"),
        ('"03-04" = 20 }', '"03-04" = 21 }', ("totals", "budget", "years", "03-04"), 21,
         "~ totals/budget/2003-04: 20 → 21"),
        ("HE =", 'LEA = "authority", HE =', ("abbreviations", "LEA"), "authority", "+ abbreviations/LEA: authority"),
        ('profile = "a word"', 'profile = "words"', ("abbreviations", "profile"), "words",
         "~ abbreviations/profile: a word → words"),
        ('event = "another"', 'event = "others"', ("abbreviations", "event"), "others",
         "~ abbreviations/event: another → others"),
        ('item = "4"', 'item = "5"', ("meeting", "item"), "5", "~ meeting/item: 4 → 5"),
        ('meeting = { body = "Cabinet", item = "4" }', "", ("meeting",), None,
         "- meeting: body Cabinet, item 4 removed"),
        ("value = 10", 'value = "£11k"', (*PART[:2], "costs", 0, "value"), "£11k", "~ 1/costs/1/value: 10 → £11k"),
        ("to 15% in 2002", "to 14% in 2002", (*PART[:2], "measure", 0, "targets", 0), "From 20% in 2001 to 14% in 2002",
         "~ 1.1/1/value: From 20% in 2001 to 15% in 2002 → From 20% in 2001 to 14% in 2002"),
        ("Ask everybody", "Ask everyone", (*PART, "steps", 0), "Ask everyone",
         "~ 1a/1/text: Ask everybody → Ask everyone"),
        ('finish = "Sept. 2002"', "", (*PART, "finish"), None, "- 1a/finish: Sept. 2002 removed"),
        ('finish = "Sept. 2002"', 'finish = "September 2002"', (*PART, "finish"), "September 2002",
         "~ 1a/finish: Sept. 2002 → September 2002"),
        ('finish = "Sept. 2002"', 'finish = "ongoing"', (*PART, "finish"), "ongoing",
         "~ 1a/finish: Sept. 2002 → ongoing"),
        ('text = "second"', 'text = "second"\nfinish = "May 2003"', (*PART[:3], 1, "finish"), "May 2003",
         "+ 1b/finish: May 2003"),
    ],
)  # fmt: skip
def test_changed_in_the_file_alone(old: str, new: str, path: tuple[str | int, ...], value: Plain, said: str) -> None:
    """What the file alone changed is taken, and told in a line; so is what it alone put back."""
    theirs = changed((old, new))
    merged = merge(tables(), tables(), theirs, on=TODAY)
    assert told_of(merged) == [said]
    assert at(merged.tables, *path) == value
    assert repr(merged.tables) == repr(theirs)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('owner = "Jeff"', 'owner = "Ann"'),
        ('"03-04" = 20 }', '"03-04" = 21 }'),
        ('meeting = { body = "Cabinet", item = "4" }', ""),
        ('id = "1b"\ntext = "second"', 'id = "1b"\ntext = "other"'),
        ('"Ask everybody", ', ""),
        ('finish = "Sept. 2002"', 'finish = "Oct. 2002"'),
    ],
)
def test_changed_here_alone(old: str, new: str) -> None:
    """What was changed in the record alone stays; what both changed alike is no matter."""
    mine = changed((old, new))
    theirs = changed(('title = "Small"', 'title = "Large"'))
    merged = merge(tables(), mine, theirs, on=TODAY)
    assert told_of(merged) == ["~ title: Small → Large"]
    assert repr(merged.tables) == repr({**mine, "title": "Large"})
    again = merge(tables(), mine, mine, on=TODAY)
    assert told_of(again) == []
    assert repr(again.tables) == repr(mine)


@pytest.mark.parametrize(
    ("old", "here", "there", "said"),
    [
        ('owner = "Jeff"', 'owner = "Ann"', 'owner = "Steve"', "1a/owner: both changed: Ann here, Steve in the file"),
        (', "03-04" = 20, total', ', "03-04" = 347, total', ', "03-04" = 350, total',
         "1/budget/2003-04: both changed: 347 here, 350 in the file"),
        ('owner = "Jeff"', "", 'owner = "Ann"', "1a/owner: both changed: blank here, Ann in the file"),
        ('finish = "Sept. 2002"', 'finish = "Oct. 2002"', 'finish = "Nov. 2002"',
         "1a/finish: both changed: Oct. 2002 here, Nov. 2002 in the file"),
        ('finish = "Sept. 2002"', "", 'finish = "Nov. 2002"',
         "1a/finish: both changed: blank here, Nov. 2002 in the file"),
        ('[[recommendation.part]]\nid = "1b"\ntext = "second"', "",
         '[[recommendation.part]]\nid = "1b"\ntext = "2nd"', "1b: both changed: removed here, changed in the file"),
        ('[[recommendation.part]]\nid = "1b"\ntext = "second"', '[[recommendation.part]]\nid = "1b"\ntext = "2nd"', "",
         "1b: both changed: changed here, removed in the file"),
        ('part = [{ id = "2a", text = "third" }]', 'part = [{ id = "2a", text = "x" }, { id = "2b", text = "here" }]',
         'part = [{ id = "2a", text = "x" }, { id = "2b", text = "there" }]',
         "2b/text: both changed: here here, there in the file"),
        ('meeting = { body = "Cabinet", item = "4" }', "", 'meeting = { body = "Council" }',
         "meeting: both changed: blank here, body Council in the file"),
        ('["Jeff", "JS"]', '["Jeff"]', '["JS"]', "person/1/aliases: both changed: Jeff here, JS in the file"),
    ],
)  # fmt: skip
def test_changed_on_both_sides(old: str, here: str, there: str, said: str) -> None:
    """What both changed, and differently, is a conflict that shows both versions."""
    merged = merge(tables(), changed((old, here)), changed((old, there)), on=TODAY)
    assert [str(one) for one in merged.conflicts] == [f"! {said}"]
    assert merged.conflicts[0].here in said
    assert merged.conflicts[0].there in said


def test_all_conflicts_are_listed() -> None:
    """A merge goes on after a conflict, so that all are told at once."""
    here = changed(('title = "Small"', 'title = "A"'), ('owner = "Jeff"', 'owner = "Ann"'))
    there = changed(('title = "Small"', 'title = "B"'), ('owner = "Jeff"', 'owner = "Steve"'))
    assert [one.address for one in merge(tables(), here, there, on=TODAY).conflicts] == ["title", "1a/owner"]


def test_deadline_moved_in_the_file() -> None:
    """A deadline moved in the file is a re-baseline; the one approved stays. Reading the file again does nothing."""
    theirs = changed(('finish = "Sept. 2002"', 'finish = "Dec. 2002"'))
    merged = merge(tables(), tables(), theirs, on=TODAY, by="Ann")
    assert told_of(merged) == ["~ 1a/finish: Sept. 2002 → Dec. 2002 (re-baselined)"]
    part = cast("Table", at(merged.tables, *PART))
    assert part["finish"] == "Sept. 2002"
    event = {"date": TODAY, "kind": "re-baseline", "value": "Dec. 2002", "reason": CHANGED, "by": "Ann"}
    assert part["event"] == [event]
    assert told_of(merge(theirs, merged.tables, theirs, on=TODAY)) == []
    exported = merge(theirs, merged.tables, merged.tables, on=TODAY)  # the file as bvtrack exports it
    assert (told_of(exported), exported.tables) == ([], merged.tables)


def test_deadline_of_a_step() -> None:
    """The deadline of a step is one like any other, a date as good as print."""
    theirs = changed(('finish = "July 2002"', "finish = 2002-11-30"))
    merged = merge(tables(), tables(), theirs, on=TODAY)
    assert told_of(merged) == ["~ 1a/2/finish: July 2002 → 2002-11-30 (re-baselined)"]
    step = cast("Table", at(merged.tables, *STEP))
    assert (step["finish"], at(step, "event", 0, "value")) == ("July 2002", dt.date(2002, 11, 30))
    assert list(step) == ["text", "finish", "event"]


def file_with(finish: str) -> Table:
    """Give the file with the deadline of 1a moved."""
    return changed(('finish = "Sept. 2002"', f'finish = "{finish}"'))


def test_deadline_moved_again_in_the_file() -> None:
    """The file's owner, who keeps the new deadline over the old, moves it once more: another re-baseline."""
    mine = with_event(tables(), *PART, **MOVED)
    merged = merge(file_with("Dec. 2002"), mine, file_with("March 2003"), on=TODAY)
    assert told_of(merged) == ["~ 1a/finish: Dec. 2002 → March 2003 (re-baselined)"]
    assert [at(event, "value") for event in cast("list[Plain]", at(merged.tables, *PART, "event"))] == [
        "Dec. 2002",
        "March 2003",
    ]


def test_deadline_moved_back_in_the_file() -> None:
    """The file goes back to the deadline first approved: a re-baseline too, for the other had been taken."""
    mine = with_event(tables(), *PART, **MOVED)
    merged = merge(file_with("Dec. 2002"), mine, tables(), on=TODAY)
    assert told_of(merged) == ["~ 1a/finish: Dec. 2002 → Sept. 2002 (re-baselined)"]


def test_deadline_that_follows_the_record() -> None:
    """A file that is brought up to a re-baseline recorded here brings nothing new, however it writes the deadline."""
    mine = with_event(tables(), *PART, **MOVED)
    for same in ("Dec. 2002", "December 2002"):
        merged = merge(tables(), mine, file_with(same), on=TODAY)
        assert (told_of(merged), merged.tables) == ([], mine)


def test_deadline_moved_in_an_exported_file() -> None:
    """In a file exported after a re-baseline the deadline approved is moved by hand: another re-baseline."""
    mine = with_event(tables(), *PART, **MOVED)
    theirs = with_event(file_with("March 2003"), *PART, **MOVED)
    for base in (file_with("Dec. 2002"), mine):
        merged = merge(base, mine, theirs, on=TODAY)
        assert told_of(merged) == ["~ 1a/finish: Dec. 2002 → March 2003 (re-baselined)"]
        assert at(merged.tables, *PART, "finish") == "Sept. 2002"


def test_deadline_moved_on_both_sides() -> None:
    """A deadline re-baselined here and moved otherwise in the file is a conflict, of the deadlines that count."""
    mine = with_event(tables(), *PART, **MOVED)
    merged = merge(tables(), mine, file_with("March 2003"), on=TODAY)
    assert [str(one) for one in merged.conflicts] == [
        "! 1a/finish: both changed: Dec. 2002 here, March 2003 in the file"
    ]


def test_deadline_respelled_after_a_correction() -> None:
    """A deadline that the file only writes otherwise does not touch one corrected here."""
    mine = file_with("Oct. 2002")
    merged = merge(tables(), mine, file_with("September 2002"), on=TODAY)
    assert (told_of(merged), merged.tables) == ([], mine)


def test_deadline_and_its_event_in_the_file() -> None:
    """A file that moves the deadline and says so by an event of its own makes one re-baseline, not two."""
    theirs = with_event(file_with("Dec. 2002"), *PART, **MOVED)
    merged = merge(tables(), tables(), theirs, on=TODAY)
    assert told_of(merged) == ["+ 1a: re-baseline Dec. 2002 2002-06-01"]
    assert at(merged.tables, *PART, "finish") == "Sept. 2002"
    assert told_of(merge(theirs, merged.tables, theirs, on=TODAY)) == []


NEW = '[[recommendation]]\nid = "2"'


def test_new_in_the_file() -> None:
    """A thing new in the file is added where it stands there, in one line, whatever it holds."""
    theirs = changed((NEW, '[[recommendation]]\nid = "3"\ntext = "new"\npart = [{ id = "3a", text = "p" }]\n' + NEW))
    merged = merge(tables(), tables(), theirs, on=TODAY)
    assert told_of(merged) == ["+ 3 added"]
    assert repr(merged.tables) == repr(theirs)


def test_new_on_both_sides() -> None:
    """Things new on either side all stay; one that is new on both, and the same, stands once."""
    mine = changed(('["Ask everybody", ', '["Ask everybody", "Count them", "Mine", '))
    theirs = changed(('["Ask everybody", ', '["Ask everybody", "Count them", "Theirs is another thing", '))
    merged = merge(tables(), mine, theirs, on=TODAY)
    assert told_of(merged) == ["+ 1a/3 added"]
    assert cast("list[Plain]", at(merged.tables, *PART, "steps"))[:4] == [
        "Ask everybody",
        "Count them",
        "Theirs is another thing",
        "Mine",
    ]


GONE_1A = (
    FILE[FILE.index('[[recommendation.part]]\nid = "1a"') : FILE.index('[[recommendation.part]]\nid = "1b"')],
    "",
)


def test_gone_from_the_file() -> None:
    """What is gone from the file and has no progress is removed; so is what was removed here and is as it was there."""
    merged = merge(tables(), tables(), changed(GONE_1A), on=TODAY)
    assert told_of(merged) == ["- 1a removed"]
    assert repr(merged.tables) == repr(changed(GONE_1A))
    theirs = changed(('title = "Small"', 'title = "Large"'))
    kept = merge(tables(), changed(GONE_1A), theirs, on=TODAY)
    assert repr(kept.tables) == repr({**changed(GONE_1A), "title": "Large"})
    assert told_of(merge(tables(), changed(GONE_1A), changed(GONE_1A), on=TODAY)) == []


@pytest.mark.parametrize("path", [PART, STEP])
def test_gone_with_progress(path: tuple[str | int, ...]) -> None:
    """An action gone from the file that has progress, or a step of it has, is superseded, once."""
    mine = with_event(tables(), *path, **DONE)
    merged = merge(tables(), mine, changed(GONE_1A), on=TODAY, by="Ann")
    assert told_of(merged) == ["~ 1a superseded: gone from the file, with progress recorded"]
    events = cast("list[Plain]", at(merged.tables, *PART, "event"))
    assert events[-1] == {"date": TODAY, "kind": "supersede", "reason": GONE, "by": "Ann"}
    assert told_of(merge(changed(GONE_1A), merged.tables, changed(GONE_1A), on=TODAY)) == []
    assert told_of(merge(merged.tables, merged.tables, changed(GONE_1A), on=TODAY)) == []


def test_step_gone_with_progress() -> None:
    """A step gone from the file that has progress is superseded; what it was is kept."""
    mine = with_event(tables(), *STEP, **DONE)
    theirs = changed(('{ text = "Write it down", finish = "July 2002" }, ', ""))
    merged = merge(tables(), mine, theirs, on=TODAY)
    assert told_of(merged) == ["~ 1a/2 superseded: gone from the file, with progress recorded"]
    assert at(merged.tables, *STEP, "event", 0) == DONE


def test_recommendation_gone_with_progress() -> None:
    """A recommendation gone from the file that has progress is kept, told, and its actions are superseded."""
    mine = with_event(tables(), *PART, **DONE)
    theirs = tables(FILE[: FILE.index("[[recommendation]]")] + FILE[FILE.index(NEW) :])
    merged = merge(tables(), mine, theirs, on=TODAY)
    assert told_of(merged) == [
        "= 1 is gone from the file and kept for its progress",
        "~ 1a superseded: gone from the file, with progress recorded",
        "~ 1b superseded: gone from the file, with progress recorded",
    ]


def test_measure_gone_with_progress() -> None:
    """A measure, or a recommendation without actions, that has progress is kept and told."""
    actual: dict[str, Plain] = {"date": TODAY, "kind": "actual", "period": "2002-03", "value": "16%"}
    mine = with_event(tables(), *PART[:2], "measure", 0, **actual)
    line = FILE[FILE.index("measure = [") : FILE.index("[[recommendation.part]]")]
    merged = merge(tables(), mine, changed((line, "")), on=TODAY)
    assert told_of(merged) == ["= 1.1 is gone from the file and kept for its progress"]
    money: dict[str, Plain] = {"date": TODAY, "kind": "actual", "stream": "budget", "year": "02-03", "value": "£9k"}
    base = changed(('part = [{ id = "2a", text = "third" }]', ""))
    mine = with_event(base, "recommendation", 1, **money)
    theirs = tables(FILE[: FILE.index(NEW)])
    assert told_of(merge(base, mine, theirs, on=TODAY)) == ["= 2 is gone from the file and kept for its progress"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"From 20% in 2001 to 15% in 2002", ', "", 1, ["- 1.1/1 removed"]),
        ('"From 20% in 2001', '"none by 2001", "From 20% in 2001', 3, ["+ 1.1/1 added"]),
        (', "40 schools by 2003"', "", 2, ["= 1.1/2 is gone from the file and kept for its progress"]),
        ("40 schools", "45 schools", 2, ["~ 1.1/2/value: 40 schools by 2003 → 45 schools by 2003"]),
    ],
)
def test_figures_stay_with_their_target_line(old: str, new: str, line: int, said: list[str]) -> None:
    """Where target lines come and go in the file a figure stays with its own, and the line with its figure."""
    measure = (*PART[:2], "measure", 0)
    actual: dict[str, Plain] = {"date": TODAY, "kind": "actual", "period": "2003", "value": "41", "line": 2}
    merged = merge(tables(), with_event(tables(), *measure, **actual), changed((old, new)), on=TODAY)
    assert told_of(merged) == said
    assert at(merged.tables, *measure, "event", 0, "line") == line
    assert told_of(merge(changed((old, new)), merged.tables, changed((old, new)), on=TODAY)) == []


def test_events_of_the_file() -> None:
    """An event that stands in the file and not here is taken, once; one that is here and not there stays."""
    mine = with_event(tables(), *PART, **DONE)
    theirs = with_event(tables(), *PART, date=dt.date(2002, 5, 1), kind="start")
    merged = merge(tables(), mine, theirs, on=TODAY)
    assert told_of(merged) == ["+ 1a: start 2002-05-01"]
    assert len(cast("list[Plain]", at(merged.tables, *PART, "event"))) == 2
    assert told_of(merge(theirs, merged.tables, theirs, on=TODAY)) == []
    both = with_event(mine, *PART, date=dt.date(2002, 5, 1), kind="start")
    assert told_of(merge(tables(), both, theirs, on=TODAY)) == []
    twice = with_event(with_event(tables(), *PART, **DONE), *PART, **DONE)
    assert repr(merge(mine, twice, with_event(mine, *PART, **MOVED), on=TODAY).tables).count("'complete'") == 2


def test_events_gone_from_the_file() -> None:
    """An event that is gone from the file stays and is told; one taken back here does not come again."""
    done = with_event(tables(), *PART, **DONE)
    merged = merge(done, done, tables(), on=TODAY)
    assert told_of(merged) == ["= 1a: complete 2002-06-01 is gone from the file and kept"]
    assert repr(merged.tables) == repr(done)
    theirs = with_event(done, *PART, date=dt.date(2002, 5, 1), kind="start")
    assert told_of(merge(done, tables(), theirs, on=TODAY)) == ["+ 1a: start 2002-05-01"]


def test_order() -> None:
    """Another order in the file alone is taken; one here alone stays; two others are a conflict."""
    old = '"Ask everybody", { text = "Write it down", finish = "July 2002" }, "Tell everybody else"'
    second = '"Tell everybody else", "Ask everybody", { text = "Write it down", finish = "July 2002" }'
    third = '"Tell everybody else", { text = "Write it down", finish = "July 2002" }, "Ask everybody"'
    theirs = changed((old, second))
    merged = merge(tables(), tables(), theirs, on=TODAY)
    assert (told_of(merged), repr(merged.tables)) == (["~ 1a: put in another order"], repr(theirs))
    mine = changed((old, third))
    more = changed((old, old + ', "Then rest"'))
    merged = merge(tables(), mine, more, on=TODAY)
    assert told_of(merged) == ["+ 1a/4 added"]
    assert cast("list[Plain]", at(merged.tables, *PART, "steps"))[:2] == ["Tell everybody else", "Then rest"]
    assert [str(one) for one in merge(tables(), mine, theirs, on=TODAY).conflicts] == [
        "! 1a: both changed: one order here, another in the file"
    ]


def test_order_of_years() -> None:
    """Years that the file puts in another order stand so."""
    theirs = changed(('"02-03" = 10, "03-04" = 20, total = 30 }', 'total = 30, "03-04" = 20, "02-03" = 10 }'))
    merged = merge(tables(), tables(), theirs, on=TODAY)
    assert repr(merged.tables) == repr(theirs)


def test_empty_tables() -> None:
    """A profile without a figure is one all the same: it comes and goes with the file."""
    empty = changed(('part = [{ id = "2a"', 'profile.savings = {}\npart = [{ id = "2a"'))
    for base, theirs in ((tables(), empty), (empty, tables())):
        assert repr(merge(base, base, theirs, on=TODAY).tables) == repr(theirs)
        assert repr(merge(base, theirs, base, on=TODAY).tables) == repr(theirs)
    gone = changed(('profile.budget = { "02-03" = 10, "03-04" = 20, total = 30 }', ""))
    merged = merge(tables(), changed(('10, "03-04" = 20, t', '10, "03-04" = 20, "04-05" = 5, t')), gone, on=TODAY)
    assert at(merged.tables, *PART[:2], "profile") == {"budget": {"04-05": 5}}


def test_things_without_an_id() -> None:
    """A step reworded here keeps its words while the file gives it a deadline; many that all changed are new ones."""
    mine = changed(("Tell everybody else", "Tell everybody else too"))
    theirs = changed(('"Tell everybody else"', '{ text = "Tell everybody else", owner = "Ann" }'))
    merged = merge(tables(), mine, theirs, on=TODAY)
    assert at(merged.tables, *PART, "steps", 2) == {"text": "Tell everybody else too", "owner": "Ann"}
    many = [[f"{word} {nth}" for nth in range(30)] for word in ("alpha", "alphas")]
    base, other = (copy.deepcopy(tables()), copy.deepcopy(tables()))
    for table, steps in ((base, many[0]), (other, many[1])):
        cast("Table", at(table, *PART))["steps"] = list(steps)
    merged = merge(base, base, other, on=TODAY)
    assert (len(merged.taken), repr(merged.tables)) == (60, repr(other))


def test_hostile_texts() -> None:
    """What acts on a terminal is a mark in a sentence, and what is long is cut."""
    theirs = changed(('title = "Small"', 'title = "\\u001B[31m' + "x" * 99 + '"'))
    (said,) = told_of(merge(tables(), tables(), theirs, on=TODAY))
    assert said == "~ title: Small → <U+001B>[31m" + "x" * 55 + "…"
    assert told(None) == ""
    assert news({"kind": "note", "reason": "x", "date": TODAY}) == "note 2002-10-01"
    assert not has_progress([])


def settled(review: Review) -> Table:
    """Give tables without what merges treat on purpose otherwise: deadlines and progress."""
    table = plain_tables(review)

    def bare(value: Plain) -> Plain:
        if isinstance(value, list):
            return [bare(item) for item in value]
        if isinstance(value, dict):
            return {name: bare(inner) for name, inner in value.items() if name not in {"finish", "event"}}
        return value

    return plain_tables(review_from(cast("Table", bare(table))))


CALM = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


@given(reviews(), reviews())
@CALM
def test_nothing_new_in_the_file(base: Review, mine: Review) -> None:
    """A file that did not change brings nothing; nor does one that says what is recorded."""
    was, here = plain_tables(base), plain_tables(mine)
    for there in (was, here):
        merged = merge(was, here, there, on=TODAY)
        assert repr(merged.tables) == repr(here)
        assert not merged.taken + merged.conflicts
    assert repr(merge(here, here, here, on=TODAY).tables) == repr(here)


@given(reviews(), reviews())
@CALM
def test_nothing_new_here(base: Review, theirs: Review) -> None:
    """Where nothing was recorded the file is taken as it is; its deadlines and its progress by rules of their own."""
    was, there = settled(base), settled(theirs)
    merged = merge(was, was, there, on=TODAY)
    assert repr(merged.tables) == repr(there)
    assert not merged.conflicts


@given(reviews(), reviews(), reviews())
@CALM
def test_progress_is_never_dropped(base: Review, mine: Review, theirs: Review) -> None:
    """Whatever the file says, every event that is recorded is in the merged review; and it is taken only once."""
    here, there = plain_tables(mine), plain_tables(theirs)
    merged = merge(plain_tables(base), here, there, on=TODAY, by="Ann")
    kept = list(events(merged.tables))
    for event in events(here):
        assert event in kept
    if not merged.conflicts:
        again = merge(there, merged.tables, there, on=TODAY, by="Ann")
        assert not again.taken + again.conflicts


def events(value: Plain) -> list[str]:
    """Give all events below a value, without the target lines of figures, which may be numbered anew."""
    if isinstance(value, list):
        return [event for item in value for event in events(item)]
    if not isinstance(value, dict):
        return []
    own = value.get("event")
    found = [repr({**event, "line": None}) for event in own if isinstance(event, dict)] if isinstance(own, list) else []
    return found + [event for inner in value.values() for event in events(inner)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (('owner = "Jeff"', 'owner = "Ann"'), ('title = "Small"', 'title = "Large"')),
        (('finish = "Sept. 2002"', 'finish = "Dec. 2002"'), ("value = 10", "value = 11")),
        (GONE_1A, ('id = "1b"\ntext = "second"', 'id = "1b"\ntext = "other"')),
        (("Ask everybody", "Ask them all, everybody"), (', finish = "July 2002"', "")),
        ((', "03-04" = 20, total', ', "03-04" = 21, total'), ('"02-03" = 10, "03-04" = 20 }', '"02-03" = 1 }')),
    ],
)
def test_disjoint_changes_commute(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Changes of different things come together the same whichever side made them, deadlines apart."""
    first = merge(tables(), changed(one), changed(other), on=TODAY)
    second = merge(tables(), changed(other), changed(one), on=TODAY)
    assert not first.conflicts + second.conflicts
    if 'finish = "Sept' not in one[0]:
        assert repr(first.tables) == repr(second.tables)
