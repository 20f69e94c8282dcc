"""The words that stand beside dates in a deadline column, and what each of them says about the deadline.

A table, in small letters with plain dashes; the longest word or phrase that stands at a place is the one meant.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bvtrack.core.period import Precision


class Role(StrEnum):
    """What a word does to the dates it stands with."""

    STATUS = "status"  # says where the work stands, or why no date does
    RECURS = "recurs"  # says how often
    END = "end"  # of the period that follows: its last day
    START = "start"  # of the period that follows: its first day
    EARLY = "early"  # or middle of the period that follows: no day
    FROM = "from"
    UNTIL = "until"
    BY = "by"  # leads up to a date and changes nothing
    IN = "in"  # says that a year is a calendar year
    BEFORE = "before"
    AFTER = "after"
    NOT_BEFORE = "not before"
    BETWEEN = "between"
    WEEK_FROM = "week from"
    WEEK_TO = "week to"
    ONWARDS = "onwards"  # the date before it is a beginning
    JOINT = "joint"
    WAS = "was"  # an earlier deadline follows
    NOW = "now"  # the deadline before it is an earlier one
    REVISED = "revised"  # either, by what follows
    VAGUE = "vague"
    UNDATED = "undated"  # a period that does not say which
    NOISE = "noise"
    OTHER = "other"  # no word of deadlines


_STATUS: Final = {
    "complete": "complete|completed|done|achieved|finished|implemented|fully implemented|delivered|closed|actioned"
    "|met"
    "|in place|now in place|already in place|already complete|already completed|already done|now complete"
    "|now completed"
    "|action complete|action completed|task complete|task completed|work complete|work completed|fully complete"
    "|fully completed|✓|✔"
    "|☑",
    "ongoing": "ongoing|on-going|on going|continuous|continuously|continuing|continual|continually|continues|rolling"
    "|rolling programme|permanent|open ended|open-ended|open|no end date|always|ongoing process|ongoing programme"
    "|ongoing activity|ongoing work|ongoing action|on an ongoing basis|on an on-going basis|ongoing basis"
    "|continuous process"
    "|a continuous process|at all times|ongoing task|continued|indefinite|indefinitely|all year round|all year",
    "in progress": "in progress|in hand|underway|under way|already started|already underway|on target|on track"
    "|on schedule|work in progress|partially complete|partially completed|partly complete|partly completed|in train"
    "|work started|work underway|work under way|work has started|now underway|well underway|progressing|wip",
    "to be confirmed": "tbc|t.b.c.|t.b.c|to be confirmed|tba|t.b.a.|t.b.a|to be agreed|to be advised|to be announced"
    "|to be arranged|tbd|t.b.d.|to be determined|to be decided|to be set|to be identified|to be established"
    "|to be scheduled|to be finalised|to be fixed|to be notified|date to be confirmed|date tbc|date to be agreed"
    "|date to be set|date to be advised|date to be decided|date to be arranged|date to be fixed|dates to be confirmed"
    "|dates tbc|yet to be confirmed|yet to be agreed|yet to be decided|not yet known|not known|unknown|not yet agreed"
    "|not yet confirmed|not yet set|not yet decided|not yet determined|not set|not agreed|not confirmed|not specified"
    "|not stated|n/k|nk|no date set|no date|no date yet|no date agreed|awaited|date awaited|under discussion"
    "|under review"
    "|under consideration|provisional|provisionally|tentative|tentatively|unconfirmed|subject to confirmation",
    "not applicable": "n/a|n.a.|n.a|n / a|na|not applicable|none|nil|no deadline|no target date|not relevant"
    "|not required",
    "deferred": "deferred|postponed|on hold|suspended|delayed|put back|slipped|paused|deferred indefinitely",
    "cancelled": "cancelled|canceled|withdrawn|abandoned|no longer required|no longer applicable|no longer needed"
    "|not proceeding|not progressed|superseded|deleted|discontinued|dropped|not being pursued|not pursued|removed",
    "not started": "not started|not yet started|not begun|not yet begun|not commenced|not yet commenced|yet to start"
    "|yet to commence|yet to begin|no progress|not yet due",
    "overdue": "overdue|late running|missed|not met|not achieved",
    "immediate": "immediate|immediately|with immediate effect|immediate effect|forthwith|at once|straight away"
    "|straightaway|for immediate action|urgent|urgently|as of now|from now",
    "as soon as possible": "asap|a.s.a.p.|a.s.a.p|as soon as possible|as soon as practicable"
    "|as soon as is practicable"
    "|at the earliest opportunity|earliest opportunity|soonest|as early as possible",
    "(condition)": "when resources permit|when resources allow|as resources permit|as resources allow"
    "|subject to resources|subject to funding",
    "undated": "short term|short-term|medium term|medium-term|med term|long term|long-term|longer term|longer-term"
    "|in the short term|in the medium term|in the long term|in the longer term|short to medium term|short/medium term"
    "|medium/long term|medium to long term|in due course|in future|future|in the future"
    "|next meeting"
    "|next cabinet meeting|during the plan period|over the plan period|life of the plan|over the life of the plan",
}

_RECURS: Final = {
    "daily": "daily|every day|each day",
    "weekly": "weekly|every week|each week|once a week",
    "fortnightly": "fortnightly|every fortnight|each fortnight",
    "monthly": "monthly|and monthly thereafter|monthly thereafter|every month|each month|once a month|per month",
    "two-monthly": "two-monthly|two monthly|every other month|alternate months",
    "quarterly": "quarterly|and quarterly thereafter|quarterly thereafter|every quarter|each quarter|once a quarter"
    "|per quarter|three-monthly|three monthly"
    "|four times a year",
    "four-monthly": "four-monthly|four monthly|three times a year",
    "six-monthly": "six-monthly|six monthly|half-yearly|half yearly|half-annually|semi-annual|semi-annually"
    "|twice a year"
    "|twice yearly|twice annually|twice per year|every half year|every half-year",
    "half-termly": "half-termly|half termly|every half term|every half-term|each half term|each half-term"
    "|twice a term"
    "|twice termly",
    "termly": "termly|and termly thereafter|termly thereafter|every term|each term|once a term|per term"
    "|each school term|every school term",
    "annual": "annual|and annually thereafter|annually thereafter|then annually thereafter|annually|yearly"
    "|every year|each year|once a year|per year|per annum|p.a.|pa|year on year"
    "|every financial year|each financial year|every school year|each school year|every academic year"
    "|each academic year|annual process|annual review|annual exercise|annual event|annual programme",
    "two-yearly": "two-yearly|two yearly|biennial|biennially|every other year|alternate years",
    "three-yearly": "three-yearly|three yearly|triennial|triennially",
    "every meeting": "every meeting|each meeting|at every meeting|at each meeting",
    "regular": "regular|regularly|on a regular basis|regular basis|periodic|periodically|at regular intervals",
    "ad hoc": "ad hoc|ad-hoc|as required|as necessary|as needed|as and when|as and when required"
    "|as and when necessary"
    "|as and when needed|when required|when necessary|where necessary|as appropriate|as they arise|as it arises"
    "|on request"
    "|on demand|if required|if necessary|as it becomes available|various",
    "bi-weekly": "bi-weekly|biweekly",
    "bi-monthly": "bi-monthly|bimonthly",
    "bi-annual": "bi-annual|bi-annually|biannual|biannually|bi annual|bi annually",
}

_ROLES: Final = {
    Role.END: "end of|the end of|end|late|end-|close of|close|later part of|latter part of|late in|back end of"
    "|by close of|last day of|last working day of",
    Role.START: "start of|beginning of|the start of|the beginning of|first day of|commencement of|the commencement of",
    Role.EARLY: "early|mid|mid-|mid -|middle of|the middle of|early in|early part of|first part of|mid to late"
    "|early to mid|mid/late|early/mid|mid-late|early-mid|around the middle of",
    Role.FROM: "from|since|starting|starting from|starting in|starts|start|starting on|commencing|commencing in"
    "|commencing on|commence|commences|commencing from|commence in|beginning|beginning in|begins|begin|begin in"
    "|with effect from|wef|w.e.f.|w.e.f|effective from|effective|as from|as of|to start|to commence|to begin"
    "|to start in|to commence in|to begin in|to start from|to commence from|start in|start from|starts from|starts in"
    "|started|started in|commenced|commenced in|began|began in|start date|in operation from|from the start of"
    "|from the beginning of|from start of|from beginning of|from early|in place from|live from|launch",
    Role.UNTIL: "until|till|up to|up until|through to|to run until|runs until|continuing until|through",
    Role.BY: "by|on|due|due by|due in|due on|no later than|not later than|on or before|at the latest|latest|deadline"
    "|target|target date|target completion|for|at|completion by|completion|for completion|for completion by"
    "|complete by"
    "|complete in|to be complete by|to be completed by|to be completed in|to be completed|to complete by|to complete"
    "|completing by|to be implemented by|to be implemented|implement by|implementation by|implementation"
    "|to be done by|to be achieved by|achieve by|finish|finish by|finish date|end date|date|due date|the|of|expected"
    "|expected by|anticipated|planned|planned for|scheduled|scheduled for|proposed|completion date"
    "|estimated completion"
    "|to be in place by|in place by|ready by|ready for|to report by|report by|report in|report to cabinet by"
    "|milestone"
    "|by the|in time for|timescale|timetable|delivery by|delivered by|delivery|operational by|established by|to be"
    "|closing date|as at|no later than the|with a target of|target of|month of|month ending"
    "|or earlier|or sooner|or before|at or before",
    Role.IN: "in|during|throughout|within|over|in the course of|sometime in|some time in|calendar year"
    "|in calendar year",
    Role.BEFORE: "before|prior to|in advance of|ahead of|earlier than",
    Role.AFTER: "after|following|later than",
    Role.NOT_BEFORE: "not before|no earlier than|not earlier than|no sooner than|at the earliest",
    Role.BETWEEN: "between",
    Role.WEEK_FROM: "w/c|wc|w/b|week commencing|week beginning|week starting|week of|the week commencing"
    "|the week beginning|w.c.|wk commencing",
    Role.WEEK_TO: "w/e|week ending|week ended|the week ending|w.e.|wk ending",
    Role.ONWARDS: "onwards|onward|on wards|forward|forwards|and onwards|and ongoing|and on-going|& ongoing|& on-going"
    "|then ongoing|and then ongoing|and continuing|then continuing|and beyond|thereafter|and thereafter"
    "|and continuous"
    "|ongoing thereafter|and ongoing thereafter|then on-going",
    Role.WAS: "was|previously|previous|originally|original|formerly|revised from|moved from|slipped from"
    "|deferred from"
    "|changed from|extended from|put back from|delayed from|brought forward from|amended from|postponed from"
    "|rescheduled from|original date|originally due|original deadline|original target|original target date|prev"
    "|was originally|original due date|original completion date|was due|baseline|initially|instead of|previous date"
    "|previous target|previous deadline|orig|slippage from|extended originally from|rev from|old date|formerly due",
    Role.NOW: "now|but now|has slipped to|have slipped to|has been revised to|has been extended to|has moved to"
    "|revised to|moved to|slipped to|changed to|extended to|extended until|brought forward to|amended to"
    "|rescheduled to|rescheduled for|revised date|new date|now due|now expected|now expected by|now by|now to be"
    "|revised deadline|revised target|revised target date|new deadline|new target|new target date|->|=>|-->|==>|>"
    "|carried forward to|reprofiled to|re-profiled to|rolled forward to|extension to|revised completion date"
    "|revised due date|current date|now planned for|now scheduled for|slippage to|extension agreed to|becomes"
    "|latest date"
    "|forecast date|forecast now|rev to|now forecast|revised timescale|replaced by",
    Role.REVISED: "forecast|revised|amended|updated|new|rev|rev.|re-set|reset|rescheduled|extended|changed",
    Role.VAGUE: "circa|c|c.|ca|approx|approx.|approximately|about|around|~|?|??|???|or thereabouts|estimated|est|est."
    "|hopefully|completed by|possibly|likely|probably",
    Role.NOISE: "at this stage|at present|as yet|currently|to date|"
    ":|.|(|)|[|]|*|**|†|‡|\"|'|midday on|midnight on|close of business|cob|midnight"
    "|noon|!|close of play|by close of play|by close of business|by cob|by cop|•|·|▪|●|_|<ins>|</ins>"
    "|at least|programme|process|activity|reviews|update|updates|meeting"
    "|a|an|on a|basis|reporting|reports|report|review|reviewed|meetings|monitoring",
}

_DEFERRED: Final = (
    "deferred to|deferred until|deferred till|postponed to|postponed until|delayed to|delayed until|put back to"
)

_JOINTS: Final = {
    "-": "-|--",
    "to": "to|through to",
    "and": "and|&|;|,|then|or|followed by|and then|and/or",
    "+": "+|plus",
    "/": "/",
}

_UNDATED: Final = {
    Precision.TERM: "term|this term|next term|the term|school term|end of term",
    Precision.YEAR: "this year|next year|current year|year|the year|calendar year end|this calendar year|end of year"
    "|end of the year|end of this year|end of next year|later this year",
    Precision.FINANCIAL_YEAR: "financial year|the financial year|this financial year|next financial year|fy"
    "|current financial year|the current financial year|financial year end|financial year-end|end of financial year"
    "|end of the financial year|end of this financial year|fiscal year|year-end|year end",
    Precision.SCHOOL_YEAR: "school year|academic year|this school year|this academic year|next school year"
    "|next academic year|the school year|the academic year",
    Precision.MONTH: "this month|next month|month end|month-end|end of month|end of the month|the month",
    Precision.QUARTER: "this quarter|next quarter|quarter|the quarter|quarter end",
}


_GROUPS: Final = (
    (Role.STATUS, _STATUS),
    (Role.RECURS, _RECURS),
    (Role.UNDATED, _UNDATED),
    (Role.JOINT, _JOINTS),
    (Role.NOW, {"deferred": _DEFERRED}),
)
WORDS: Final = {phrase: (role, "") for role, phrases in _ROLES.items() for phrase in phrases.split("|")} | {
    phrase: (role, str(value))
    for role, group in _GROUPS
    for value, phrases in group.items()
    for phrase in phrases.split("|")
}


_LENGTHS: Final = sorted({len(word) for word in WORDS}, reverse=True)
_YEAR_FOLLOWS: Final = re.compile(r" ?:? ?'?[0-9]{2}")


def word_at(text: str, start: int) -> str | None:
    """Give the longest word or phrase of the table that stands at `start` of a folded text and ends there as a word.

    `financial year` is one only where no year follows; with a year it is a period.
    """
    for length in _LENGTHS:
        word = text[start : start + length]
        if word not in WORDS or (word[-1].isalnum() and _continues(text, start + length)):
            continue
        if WORDS[word][0] is not Role.UNDATED or not _YEAR_FOLLOWS.match(text, start + length):
            return word
    return None


def _continues(text: str, end: int) -> bool:
    return text[end : end + 1].isascii() and text[end : end + 1].isalnum()
