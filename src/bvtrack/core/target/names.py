"""Names with numbers in them (`Key Stage 2`, `Recommendation 3`, `ISO 9001`, `16-19 year olds`), which are no values."""

# ruff: noqa: E501 - a printed form that is broken over lines is harder to read than a long one

from __future__ import annotations

from typing import Final

from bvtrack.core.target.lexicon import Forms, Lexicon

_NUMBERED: Final = Lexicon(
    {
        "º": (
            "key stage(s), ks, bvpi(s), bv, npi(s), ni(s), pi(s), paf, lpsa, psa, pls, en, phase(s), stage(s), "
            "tranche(s), recommendation(s), rec(s), objective(s), priorit(y/ies), theme(s), action(s), option(s), "
            "appendix, annex, part(s), item(s), section(s), yr(s), paragraph(s), para(s), page(s), table(s), figure(s), "
            "chapter(s), block(s), step(s), tier(s), ward(s), room(s), zone(s), article(s), "
            "agenda, agenda item, circular, form, version, class, ref, minute, window(s), band(s)"
        )
    }
)
_NUMBER_ENDS: Final = r"[a-z]?\b(?![.,/][0-9]| ?%)"
_ONE_OF_SEVERAL: Final = rf"(?:(?: and |-| ?& ?| to )[0-9]{{1,3}}(?:\.[0-9]+)*{_NUMBER_ENDS})*"
NAMES_WITH_NUMBERS: Final = Forms(
    _NUMBERED,
    ("º levels years", r"(?:º+|\b(?:level|year)s) [0-9]{1,3}(?:, [0-9]{1,3}\b)+ and [0-9]{1,3}\b"),
    ("º", rf"º+\.? ?#?[0-9]{{1,3}}(?:[./][0-9]+)*{_NUMBER_ENDS}{_ONE_OF_SEVERAL}"),
    ("y", rf"\b(?:years?|y) ?#?[0-9]{{1,2}}\b(?:[./][0-9]+)*{_NUMBER_ENDS}{_ONE_OF_SEVERAL}"),
    ("target", r"\btargets? ?[0-9]+(?:\.[0-9]+)*(?=[:)])"),
    ("no.", r"\bno\. ?#?[0-9]{1,3}(?:[./][0-9]+)*[a-z]?\b(?![.,/][0-9]| ?%)"),
    ("earners", r"\btop [0-9]+% of earners"),
    ("plan", r"\b[a-z]{2,4} plan [0-9]+(?:\.[0-9]+)*(?:/[0-9]+(?:\.[0-9]+)*)*(?<![0-9]{4})"),
    (
        "act order regulation measure census curriculum vision directive",
        r"\b(?:act|order|regulations|measure|census|curriculum|vision|directive)s? (?:of )?[0-9]{2,4}\b",
    ),
    ("iso bs", r"\b(?:iso|bs) ?[0-9]{3,5}(?::[0-9]{4})?"),
    ("number", r"\bnumbers? [0-9]{1,2}\b(?=[:)])"),
    (
        ".",
        r"\b(?![0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{2}|[0-9]{4})\b)[0-9]+(?:\.[0-9]+){2,}(?:/[0-9]+(?:\.[0-9]+)*)*\b",
    ),
    (
        "gcse gce level passes a-",
        r"\b(?:[0-9]{1,2}\+?|five|one)(?: or more)?(?: good)? (?:gcse|gce|a[- ]level|passes|a\*?-[a-g])\w*(?: ?a\*?-[a-g])?",
    ),
    ("gcse", r"\bgcses?(?: grades?)? a\*?-[a-g]\b"),
    ("level", r"\blevel [0-9]\+?(?:(?: or|/| and) ?(?:above|better|higher|[0-9]\+?))?(?= [a-z]+:)"),
    ("age", r"\b(?:aged?|ages) (?:of )?[0-9]+(?:(?:-| to | and )[0-9]+)?(?:\+| and over| or over| and under| plus)?"),
    ("old", r"\b[0-9]+(?:-| to | and )?[0-9]*\+?[- ]year[- ]olds?"),
    (
        "under over post pre",
        (
            r"\b(?:under|over|post|pre)[- ]?[0-9]{1,2}s\b"
            r"(?! ?(?:%|per ?cent|points?|[0-9a-z]*(?:day|week|month|hour|minute|school|place|case)))"
        ),
    ),
    ("post pre", r"\b(?:post|pre)-[0-9]{1,2}\b"),
    ("-", r"\b[0-9]{1,2}-[0-9]{1,2}s\b"),
    ("24 day", r"\b24/7\b|\b24-hour\b|\b24 hours a day\b|\b(?:7|seven) days a week\b"),
    ("m", r"\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\b\.?"),
    (":", r"\b[0-9]+:[0-9]+\b"),
    (
        "year",
        (
            r"\b(?:over|for|during|within|in) (?:(?:the|a|each|every) )?(?:(?:next|first|last|past|coming|following) )?"
            r"(?:[0-9]{1,2}|two|three|four|five|ten)[- ]years?(?: period)?\b"
        ),
    ),
    (
        "average plan period programme rolling strategy target cycle review survey moving contract pilot",
        (
            r"\b(?:[0-9]{1,2}|two|three|four|five|six|ten|twelve)[- ](?:year|month|week|day)\b"
            r"(?= (?:average|plan|period|programme|rolling|strategy|target|cycle|review|survey|moving|contract|pilot))"
        ),
    ),
    ("quarter", r"\bquarter [1-4]\b(?!,? (?:(?:of|in|the|fy|financial year) )*'?[0-9]{2}(?:[0-9/.-]|$))"),
    ("rolling", r"\brolling (?:[0-9]{1,2}|twelve) months?\b"),
)
