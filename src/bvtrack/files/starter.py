"""A starter review file: every kind of block once, each with a comment that says what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bvtrack.core.financial_year import financial_year_of
from bvtrack.files.toml_text import literal

if TYPE_CHECKING:
    import datetime as dt

_STARTER: Final = """\
# A best value review. Copy the report into this file in its own order and its own words: amounts, deadlines, owners and
# targets stand just as they are printed ("£7k", "Sept. {year}", "Ann & Head of Personnel"), with their oddities.
#
#   bvtrack check {name:<20} shows what does not add up or is not said yet; run it as often as you like
#   bvtrack import {name:<19} brings the review into the database, where progress is recorded
#
# What the report does not print is left out, and what is blank stays blank. Lines that begin with # are notes to
# yourself: they stay when bvtrack edits the file. All keys of the format: docs/review-file.md.

format    = 1               # the version of this format
id        = {id}
title     = {title}
authority = {authority}
date      = {date}      # of the report; two-digit years are read near it
period    = {period}   # the plan
unit      = "£'000"         # what a bare number stands for: £, £'000, £m
# rounding = "nearest"      # if the report's figures were rounded ("truncated": cut off)
# net      = "£64k"         # the net position over the plan, where the report states it

# The people the report names. Owners of actions are matched to them by name and alias.

[[person]]
name    = "Ann Field"
post    = "Head of Service"
aliases = ["Ann"]

# What could be better, and which parts of the recommendations address it.

[[area]]
text         = "What users find hard to get done"
addressed_by = ["1a"]

# Figures that the report quotes in prose, so that they can be checked against the tables.

[[quoted]]
place = "summary"
total = "budget"
value = "£24k"

# The printed totals of the finance table: of the whole plan and, where the report prints them, of each year.

[totals]
budget = {{ total = 24, years = {{ {first} = 14, {second} = 10 }} }}

# A recommendation, with its cells of the cost table.

[[recommendation]]
id    = "1"
text  = "Make it easier for users to get things done"
costs = [
  {{ column = "one-off", value = "£4k", part = "1a" }},
  {{ column = "annual", value = "£10k" }},
]

# Its money by financial year, as the finance table prints it. Blank years are left out.

[recommendation.profile.budget]
{first} = 14
{second} = 10
total     = 24

# An outcome measure, and its targets in the order printed. Its number is your own: the recommendation's, and a count.

[[recommendation.measure]]
id        = "1.1"
text      = "Users who get what they came for at the first visit"
unit      = "%"
of        = "users"
direction = "rise"
shows     = ["1a"]
targets   = ["From 60% in {label_before} to 70% in {label_first} and 80% in {label_second}"]

# A lettered part of the recommendation: an action of the implementation plan, its deadline, its owners and its steps.

[[recommendation.part]]
id     = "1a"
text   = "Put all the forms in one place"
finish = "December {year}"
owner  = "Ann Field"
steps  = [
  "List the forms there are",
  {{ text = "Write those that are wanting", finish = "October {year}" }},
]

# Progress is recorded in the database (bvtrack action 1a start) and may stand here too, below what it belongs to:
#
# [[recommendation.part.event]]
# date   = {next_june}
# kind   = "forecast"
# value  = "February {next_year}"
# reason = "two posts are vacant"

# Copy the blocks above for each further recommendation, measure and part.
"""


def starter(name: str, review_id: str, title: str, authority: str, day: dt.date) -> str:
    """Write a starter review for a file of that name, dated that day, for a plan of two years from the next April."""
    first = financial_year_of(day).next()
    before, second = financial_year_of(day).label, first.next().label
    return _STARTER.format(
        name=name,
        id=literal(review_id),
        title=literal(title),
        authority=literal(authority),
        date=day.isoformat(),
        period=literal(f"{first.start_year} – {first.start_year + 2}"),
        first=literal(first.label),
        second=literal(second),
        label_before=before,
        label_first=first.label,
        label_second=second,
        year=first.start_year,
        next_year=first.start_year + 1,
        next_june=f"{first.start_year}-06-30",
    )
