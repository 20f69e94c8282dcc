"""A small review that uses every key of the format once: where the reference page takes its examples from."""

from typing import Final

SAMPLE: Final = """\
format    = 1
id        = "library-services-2003"
title     = "Best value review of library services"
authority = "Example County Council"
date      = 2003-05-19
period    = "2003 – 2007"
unit      = "£'000"
rounding  = "nearest"
funding   = "existing"
net       = "£64k"

[meeting]
body      = "Cabinet"
item      = "7"
time      = "10.00 A.M."
report_of = "Director of Community Services"

[abbreviations]
OPAC = "online public access catalogue"

[[person]]
name    = "Ann Field"
post    = "Head of Libraries"
aliases = ["Ann", "AF"]
role    = "author"
contact = "01234 567890"

[[summary]]
text           = "Open libraries when people can come"
recommendation = "1"

[[process]]
id   = "a"
text = "Asking readers and those who do not read"

[[area]]
text         = "Opening hours do not suit people at work"
addressed_by = ["1a"]

[[promise]]
text     = "outcome measures and targets"
place    = "section 5"
appendix = "Appendix 1"
covers   = ["1"]

[[quoted]]
place          = "section 6, line 2"
total          = "budget"
value          = "£104,000"
recommendation = "1"

[totals]
budget  = { total = 104, years = { "03-04" = 14, "04-05" = 30 }, heading = "Budget (£'000)", label = "Total" }
savings = { total = 40 }
income  = {}

[[recommendation]]
id       = "1"
text     = "Open libraries when people can come"
wordings = [{ place = "Appendix 2", text = "Open libraries at better hours" }]
costs    = [
  { column = "one-off", value = "£14k", part = "1a", funding = "new", year = "2003-04", place = "section 6" },
  { column = "annual", value = 30, start = "04-05", end = "06-07", first = "£10k" },
  { column = "net potential savings", value = "£20k", saving = "cashable", basis = "gross", depends_on = ["1a"] },
]

[recommendation.profile]
budget  = { "03-04" = 14, "04-05" = 30, "05-06" = 30, "06-07" = 30, total = 104 }
savings = { "05-06" = 20, "06-07" = 20, total = 40 }
income  = {}

[[recommendation.measure]]
id        = "1.1"
text      = "Readers content with opening hours"
unit      = "%"
of        = "readers"
plan      = ["4.2.1"]
direction = "rise"
course    = "steps"
shows     = ["1a"]
targets   = [
  "From 61% in 2002 to 65% in 2003 and 70% in 2004",
  { value = "40 schools by July 2004", unit = "number", of = "schools" },
]

[[recommendation.measure.event]]
date        = 2003-10-06
kind        = "actual"
period      = "2002-03"
value       = "63%"
numerator   = 504
denominator = 800
line        = 1
reason      = "the survey reached fewer readers than planned"
minute      = "Cabinet 3 November 2003, item 5"
by          = "Ann Field"
recorded    = 2003-11-04

[[recommendation.part]]
id       = "1a"
text     = "Open ten libraries on Sundays"
start    = 2003-09-01
finish   = "Dec. 2003"
owner    = "Ann & Head of Personnel"
wordings = [{ place = "Appendix 2", text = "Open ten libraries at weekends" }]
steps    = [
  "Ask staff which Sundays they can work",
  { text = "Agree rotas", start = "June 2003", finish = "Aug. 2003", owner = "Ann" },
  { text = "Tell readers", event = [{ date = 2003-08-29, kind = "complete" }] },
]

[[recommendation.part.event]]
date        = 2003-11-03
kind        = "forecast"
value       = "Feb. 2004"
reason      = "two posts are vacant"
minute      = "Cabinet 17 November 2003, item 7"
approved_by = "the Director"
confidence  = "medium"
by          = "Ann Field"
recorded    = 2003-11-18

[[recommendation.event]]
date     = 2004-04-30
kind     = "actual"
stream   = "budget"
year     = "2003-04"
value    = 13
reason   = "one post was filled late"
minute   = "Cabinet 10 May 2004, item 6"
by       = "Ann Field"
recorded = 2004-05-11

[[waiver]]
code    = "FIN106"
address = "1/budget"
reason  = "the annual cost starts part way through the year"
by      = "Ann Field"
until   = 2004-03-31
"""
