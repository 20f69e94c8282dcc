"""The words of outcome targets: what says rise or fall, baseline or target, not yet set, how often, and of what.

Data only, as patterns over cleaned text (see `target_text`): ASCII digits, plain dashes, single spaces.
"""

# ruff: noqa: E501 - a printed form that is broken over lines is harder to read than a long one

from __future__ import annotations

import re

FLAGS = re.IGNORECASE | re.ASCII


def words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that stands between word ends."""
    return re.compile(rf"\b(?:{pattern})(?!\w)", FLAGS)


SMALL_NUMBERS = {
    name: number
    for number, name in enumerate(
        (
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

# What a figure may count; the last of these in the words after a figure is its unit ("200 affordable homes": homes).
COUNTED = (
    "accidents?|accreditations?|admissions?|adopters?|adoptions?|adults?|advisers?|applicants?|applications?|"
    "appointments?|apprentices?|apprenticeships?|appeals?|assessments?|audits?|authorities|beds?|beneficiaries|bins?|"
    "books?|borrowers?|breaches|bursaries|burglaries|buildings?|businesses|calls?|carers?|cases?|casualties|centres?|"
    "certificates?|children|citizens?|claims?|classes|clients?|clubs?|colleges?|committees?|companies|complaints?|"
    "contracts?|councillors?|courses?|crimes?|customers?|days?|deaths?|defects?|delegates?|districts?|downloads?|"
    "dwellings?|employees?|employers?|enquiries|entrants|errors?|events?|excluded|exclusions?|families|farms?|files?|"
    "fires?|fte|ftes|full[- ]time equivalents?|governors?|graduates?|hectares?|heads?|homes?|hospitals?|hours?|"
    "households?|houses?|incidents?|injuries|inspections?|inspectors?|interviews?|invoices?|issues|items?|jobs?|journeys?|"
    "kg|kilograms?|kilometres?|km|kwh|learners?|letters?|libraries|licences|litres?|loans?|lets|managers?|meals?|meetings?|"
    "members?|mentors?|metres?|miles?|minutes?|months?|mothers?|mwh|nurseries|nurses?|offences?|offenders?|officers?|"
    "orders?|organisations?|owners?|packages?|parents?|parishes|parks?|participants?|partners?|partnerships?|passengers?|"
    "patients?|payments?|people|persons?|pilots?|placements?|places?|plans?|playgrounds?|points?|policies|posts?|"
    "practices|premises|procedures?|programmes?|projects?|properties|pupils?|referrals?|refuges?|registrations?|releases?|"
    "rents?|repairs?|reports?|requests?|residents?|respondents?|reviews?|robberies|routes?|schemes?|schools?|seconds?|"
    "services?|sessions?|settings?|shops?|sites?|social workers?|spaces?|staff|starts?|starters?|statements?|streets?|"
    "students?|surveys?|systems?|targets met|teachers?|teams?|tenancies|tenants?|thefts?|theatres?|tickets?|tons?|"
    "tonnes?|trainees?|training days?|transactions?|trees?|trips?|units?|users?|vacancies|vehicles?|venues?|victims?|"
    "visitors?|visits?|volunteers?|votes?|wards?|weeks?|women|workers?|working days?|working hours?|workshops?|years?|"
    "young people"
)
COUNTED_WORD = words(COUNTED)
MORE_OR_FEWER = {
    "more": "increase",
    "additional": "increase",
    "extra": "increase",
    "higher": "increase",
    "fewer": "decrease",
    "less": "decrease",
    "lower": "decrease",
}

# Words with numbers in them that are names of things, not values: they are blanked before figures are looked for.
_NUMBERED = (
    r"(?:key stages?|ks|bvpis?|bv|npis?|nis?|pis?|paf|lpsa|psa|pls|en|iso|bs|phases?|stages?|tranches?|recommendations?|recs?\.?|"
    r"objectives?|priorit(?:y|ies)|themes?|targets?(?= ?[0-9]+(?:\.[0-9]+)*[:)])|actions?|options?|appendix|annex|parts?|items?|"
    r"sections?|yrs?\.?|paragraphs?|paras?\.?|pages?|tables?|figures?|chapters?|blocks?|steps?|years?(?= ?[0-9]{1,2}\b)|"
    r"y(?= ?[0-9]{1,2}\b)|tiers?|wards?|rooms?|zones?|articles?|agenda(?: item)?|circular|form|version|class|ref\.?|minute|"
    r"windows|bands?|no\.)"
)
_NUMBER_ENDS = r"[a-z]?\b(?![.,/][0-9]| ?%)"
_MORE_NUMBERS = rf"(?:(?: and |-| ?& ?| to )[0-9]{{1,3}}(?:\.[0-9]+)*{_NUMBER_ENDS})*"
_SEVERAL = r"(?:recommendations|recs|objectives|actions|items|paragraphs|paras|sections|years|levels|stages|phases|pages|bvpis|pis|nis)"
_QUALIFICATION = r"(?:(?:gcse|gce|a[- ]level|passes|a\*?-[a-g])\w*)"
_UNITS_AFTER_A_BOUND = r"(?:%|per ?cent|points?|[0-9a-z]*(?:day|week|month|hour|minute|school|place|case))"
_OF_TIME = r"(?:average|plan|period|programme|rolling|strategy|target|cycle|review|survey|moving|contract|pilot)"
_NAMES = (
    rf"\b{_SEVERAL} [0-9]{{1,3}}(?:, [0-9]{{1,3}}\b)+ and [0-9]{{1,3}}\b",
    rf"\b{_NUMBERED} ?#?[0-9]{{1,3}}(?:[./][0-9]+)*{_NUMBER_ENDS}{_MORE_NUMBERS}",
    r"\btop [0-9]+% of earners",
    r"\b[a-z]{2,4} plan [0-9]+(?:\.[0-9]+)*(?:/[0-9]+(?:\.[0-9]+)*)*(?<![0-9]{4})",
    r"\b(?:act|order|regulations|measure|census|agenda|curriculum|vision|directive)s? (?:of )?[0-9]{2,4}\b",
    r"\biso ?[0-9]{3,5}(?::[0-9]{4})?",
    r"\bnumbers? [0-9]{1,2}\b(?=[:)])",
    r"\b(?![0-3]?[0-9]\.[01]?[0-9]\.(?:[0-9]{2}|[0-9]{4})\b)[0-9]+(?:\.[0-9]+){2,}(?:/[0-9]+(?:\.[0-9]+)*)*\b",
    rf"\b(?:[0-9]{{1,2}}\+?|five|one)(?: or more)?(?: good)? {_QUALIFICATION}(?: ?a\*?-[a-g])?",
    r"\bgcses?(?: grades?)? a\*?-[a-g]\b",
    r"\blevel [0-9]\+?(?:(?: or|/| and) ?(?:above|better|higher|[0-9]\+?))?(?= [a-z]+:)",
    r"\b(?:aged?|ages) (?:of )?[0-9]+(?:(?:-| to | and )[0-9]+)?(?:\+| and over| or over| and under| plus)?",
    r"\b[0-9]+(?:-| to | and )?[0-9]*\+?[- ]year[- ]olds?",
    rf"\b(?:under|over|post|pre)[- ]?[0-9]{{1,2}}s\b(?! ?{_UNITS_AFTER_A_BOUND})",
    r"\b(?:post|pre)-[0-9]{1,2}\b",
    r"\b[0-9]{1,2}-[0-9]{1,2}s\b",
    r"\b24/7\b|\b24-hour\b|\b24 hours a day\b|\b(?:7|seven) days a week\b",
    r"\b[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap]\.?m\b\.?",
    r"\b[0-9]+:[0-9]+\b",
    r"\b(?:over|for|during|within|in) (?:(?:the|a|each|every) )?(?:(?:next|first|last|past|coming|following) )?(?:[0-9]{1,2}|two|three|four|five|ten)[- ]years?(?: period)?\b",
    rf"\b(?:[0-9]{{1,2}}|two|three|four|five|six|ten|twelve)[- ](?:year|month|week|day)\b(?= {_OF_TIME})",
    r"\brolling (?:[0-9]{1,2}|twelve) months?\b",
)  # fmt: skip
NAMES_WITH_NUMBERS = re.compile("|".join(_NAMES), FLAGS)

RISING = words(
    r"increas(?:e[ds]?|ing)|(?<!giving )(?<!give )(?<!gives )(?<!given )ris(?:e[sn]?|ing)|rais(?:e[ds]?|ing)(?! awareness| the profile| funds)|gr(?:ow|ows|owing|owth|own)|"
    r"expan(?:d|ds|ded|ding|sion)|up(?= (?:from|by)\b)|upward|more(?= than (?:in )?¤)|uplift|gain|"
    r"doubl(?:e|ed|ing)|trebl(?:e|ed|ing)|tripl(?:e|ed|ing)|maximis(?:e|ing)"
)
FALLING = words(
    r"decreas(?:e[ds]?|ing)|reduc(?:e[ds]?|ing|tions?)|fall(?:ing|en)?|falls(?= (?:to|by|from)\b)|cut(?:s|ting)?|drop(?:s|ped|ping)?(?!-in)|"
    r"declin(?:e[ds]?|ing)|(?<!or )lower(?:ed|ing)?(?! quartile| than)|down(?= (?:from|to|by)\b)|downward|(?<!or )fewer(?! than)|halv(?:e[ds]?|ing)|"
    r"minimis(?:e|ing)|narrow(?:ed|ing)?|eliminat(?:e[ds]?|ing|ion)|eradicat(?:e[ds]?|ing|ion)|clos(?:e|ing)(?= the gap)|"
    r"shorten(?:ed|ing)?"
)
HOLDING = words(
    r"maintain(?:ed|ing|s)?|maintenance|sustain(?:ed|ing|s)?|remain(?:s|ing)?|hold(?:ing)?(?= (?:at|steady|to)\b)|held|keep(?:ing)?|"
    r"stay(?:s|ing)?|retain(?:ed|ing)?|continue (?:at|to be|to achieve)|no (?:change|worse|deterioration|increase|reduction|decrease)|"
    r"unchanged|stable|steady"
)
BETTERING = words(r"improv(?:e[ds]?|ing|ements?)|better(?! than)|enhance(?:d|ment)?")

HEDGE = (
    r"(?:(?:at least|no less than|not less than|a minimum of|a maximum of|minimum|maximum|min|max|up to|around|about|approximately|approx|circa|"
    r"c|some|a further|further|an additional|additional|an extra|extra|another|a|an|over|more than|between|"
    r"not more than|no more than|the equivalent of|nearly|almost|net)\b\.? ?)*+"
)

CHANGE_NOUN = r"(?:increase|decrease|reduction|rise|fall|growth|cut|drop|decline|improvement|uplift)s?"
CHANGE_BEFORE = re.compile(
    rf"(?:\b(?P<by>by)|\b{CHANGE_NOUN}(?: in [^,;.()]{{1,60}})? of|\b(?P<bare>increase|reduce|decrease|improve|cut|raise|lower)|\b(?P<more>additional|extra)|\b(?P<further>further|another)) {HEDGE}$",
    FLAGS,
)
CHANGE_AFTER = re.compile(
    rf"^(?:[ ·-]|real[- ]terms|year on year|net|overall|further|cumulative|point)*\b{CHANGE_NOUN}\b(?! (?:to|from) [0-9])|"
    r"^ (?:points? )?(?P<over>above|over|up on|higher than|more than|on)(?: the)? ¤|^ (?:points? )?(?P<under>below|under|down on|lower than|less than|fewer than)(?: the)? ¤",
    FLAGS,
)
BASELINE_CUE = words(
    r"current(?:ly)?|baseline|base|actual|outturn|out-turn|previous(?:ly)?|at present|presently|now|existing|"
    r"compared (?:with|to)|against|starting (?:point|from)|latest|last year(?:'s)?"
)
BASELINE_NEAR = re.compile(rf"\b(?:from|was|were)(?: a| an| the| level| of| just| only)* {HEDGE}(?:¤+'?s? ?)?$", FLAGS)
AFTER_BASELINE = re.compile(
    r"^[ ,]?\(?(?:(?:in|for|at|-) )?(?:¤+ ?)?[-(:]? ?(?:the |our )?"
    r"(?:baseline|base|actual|outturn|out-turn|current(?:ly)?|at present|presently|now|last year)\b",
    FLAGS,
)
TARGET_CUE = words(
    r"to|targets?|aim|aiming|goal|reach|reaching|achieve|achieving|planned|proposed|thereafter|then|rising|falling"
)
COMPARATOR_CUE = re.compile(
    r"(?:\b(?:national|nat|county|regional|england|english|metropolitan|unitary|shire|authority|family|group|authorities'?)\.? (?:averages?|ave?|mean|median|figure)|"
    r"\b(?:quartile|nationally|average (?=\()))(?: (?:is|was|of|in|at|for|currently|level))*[ :(=,]*(?:¤+)?[ :(=]*$",
    FLAGS,
)
COUNTED_SEVERAL = COUNTED.replace("s?", "s")
LEADS_TO = re.compile(
    r"(?:->|\b(?:rising|increasing|growing|improving|falling|reducing|decreasing|dropping|declining|moving|going|up|down)(?: \w+)? to(?: between| at least)?) ?$",
    FLAGS,
)
PREPOSITIONS = words(
    "by|in|for|at|during|until|to|the|end|of|on|mid|early|late|target|targets|actual|outturn|year|financial|around|before|beginning|start|from|after|march"
)
QUALIFIER = re.compile(
    r"\b(?:within|in|of|per|for|over|after|under|than|less than|more than|every|each|aged|least|up to|with|has|have|any|a) $|\($",
    FLAGS,
)
BASELINE_BEFORE = re.compile(
    r"\b(?:baseline(?: year)?(?: of| is| was|:)?|base year|compared (?:with|to)|relative to|against|than(?: in)?|since) (?:the |a |an )?$",
    FLAGS,
)
BASELINE_AFTER = re.compile(
    r"'?s? ?\(?(?:baseline|base|levels?|figures?|position|outturn|actuals?|out-turn|performance)\b(?!:? (?:of |in |was |is |year )*¤)",
    FLAGS,
)
START_OF_CHANGE = re.compile(
    r"(?<!·)(?<!· )\b(?:from|between|since|on|over|above|below|than|against)(?: the| in)? $", FLAGS
)

_SET = r"(?:set|agreed|established|confirmed|determined|decided|developed|defined|identified|finalised|fixed|advised|negotiated|announced|calculated|derived|settled|notified)"
_BASE = r"(?:baseline|benchmark)"
_UNSET = (
    r"\bt\.?b\.?[cads]\b\.?",
    rf"\bto be {_SET}\b(?! (?:annually|monthly|quarterly|by stakeholder))",
    rf"\b(?:not yet|yet to|still to) (?:be )?(?:{_SET}|published|known|available)\b",
    rf"\b(?:future |further |new |challenging |local )?targets? (?:(?:will|to|can|cannot|not|are|is|could|should|may|then|yet|be) )*{_SET}\b",
    r"\b(?:with a view to |before )?(?:setting|agreeing|establishing|determining)(?: of)?(?: \w+)? targets?\b",
    r"\b(?:set|agree|establish|determine|develop) (?:\w+ )?targets?\b",
    rf"\b(?:establish|set|determine|gather|collect|create|obtain|develop|agree|measure)(?:ing|ting)? (?:a |the |an )?(?:\w+ )?{_BASE}",
    rf"\b{_BASE}(?: \w+)? (?:(?:is|are|will|being|yet|to|be) )*(?:{_SET}|collected|gathered|unknown)\b",
    r"\b(?:awaiting|await|awaited|pending)\b(?! (?:list|time))",
    r"\bno targets?(?: (?:set|yet|agreed))?",
    r"\bunder (?:development|review)\b",
    r"\b(?:not|none) (?:yet )?(?:set|available|known|agreed|established)\b",
    r"\bto follow\b",
    r"\bnew (?:\w+ )?(?:indicator|pi|measure|bvpi)\b",
    r"^baseline (?=¤+$)",
)
NOT_YET_SET = re.compile("|".join(_UNSET), FLAGS)
NOT_APPLICABLE = re.compile(r"n\.? ?[/.]? ?a\.?|not applicable", FLAGS)
NOT_APPLICABLE_THEN = re.compile(rf"(?:{NOT_APPLICABLE.pattern})(?:[ ()¤,-]|\b(?:until|in|for|before|to)\b)*", FLAGS)
DASH = re.compile(r"-+(?: -+)*")

TWO_MEANINGS = "twice a year or every two years"
HOW_OFTEN = (
    (TWO_MEANINGS, r"bi-?annual(?:ly)?"),
    (
        "six-monthly",
        r"(?:6|six)[ -]?monthly|half[ -]?yearly|every (?:6|six) months|(?:twice|two times|2 times) (?:a|per|each|every) year|twice[- ]yearly|each half[- ]year",
    ),
    (
        "quarterly",
        r"quarterly|(?:every|each|per) quarter|(?:3|three)[ -]?monthly|every (?:3|three) months|once a quarter|four times a year",
    ),
    ("fortnightly", r"fortnightly|every (?:two|2) weeks|(?:every|each) fortnight"),
    ("two-monthly", r"(?:2|two)[ -]monthly|every (?:2|two) months"),
    ("monthly", r"monthly|(?:every|each|per) (?:calendar )?month|(?<!in )(?<!within )a month"),
    ("termly", r"termly|(?:every|each|per) (?:school )?term|once a term|three times a year"),
    ("weekly", r"weekly|(?:every|each|per) week|(?<!in )(?<!within )a week"),
    ("daily", r"daily|(?:every|each|per) day|(?<!in )(?<!within )a day"),
    ("every two years", r"biennial(?:ly)?|every (?:2|two|other|second) years?|(?:2|two)[- ]yearly"),
    ("every three years", r"triennial(?:ly)?|every (?:3|three|third) years?|(?:3|three)[- ]yearly"),
    ("every five years", r"every (?:5|five|fifth) years?|quinquennial(?:ly)?"),
    (
        "annual",
        (
            r"annual(?:ly)?|yearly|(?:every|each|per) (?:financial |school |academic )?year|(?<!in )(?<!within )(?<!half )(?<!once )a year|"
            r"once a year|per annum|p\.a\.?|pa(?=$|[ ,;.)])|year[- ]on[- ]year|every (?:12|twelve) months|in-year"
        ),
    ),
    ("regular", r"regular(?:ly)?|routine(?:ly)?"),
)
RECURRENCES = tuple((name, words(pattern)) for name, pattern in HOW_OFTEN)

ORDINAL = words(
    r"(?:top|upper|highest|best|second|2nd|third|3rd|first|1st|bottom|lower|lowest|middle|fourth|4th|next|median) (?:performance )?(?:quartiles?|quintiles?|deciles?|half|third|band)|"
    r"quartiles?|quintiles?|deciles?|(?:the )?median|percentiles?|grades? [a-g]|grade|"
    r"[0-9](?:st|nd|rd|th)|stars?|beacon status|league table|top (?:ten|five|three|twenty)|level [0-9]"
)
RATED = words("ranked|ranking|rated|rating|judged|graded")
PART_CUE = re.compile(r"\b(?:of which|including|incl\.?|consisting of)\b[^0-9]*$", FLAGS)
TO_AN_AVERAGE = re.compile(r"\bto (?:the |a )?(?:\w+ ){0,2}(?:average|mean|median|figure) of $", FLAGS)
COMPARED = words(
    r"averages?|national (?:figure|level|mean|rate)|(?:statistical|comparator|nearest) (?:neighbours?|authorities|group)|neighbours|similar (?:authorities|councils|schools)|"
    r"comparable|last year|previous year|the best|comparator|best in class|benchmark group|family group|peers?|county mean|better than|at or above|in line with|as good as|match(?:es|ing)?|outperform"
)
FIGURE_COMPARED = re.compile(
    r" (?:points? )?(?:of|above|below|over|under|better than|higher than|lower than|within|ahead of|behind)(?: the)? [a-z' -]{0,40}?"
    r"(?:averages?|mean|median|neighbours?|authorities|best|national|comparators?)\b",
    FLAGS,
)
ACTIVITY = words(
    r"implement\w*|develop\w*|establish\w*|introduc\w*|complet\w*|carry|carried|review\w*|produc\w*|publish\w*|publication|report\w*|set up|setting up|provid\w*|"
    r"provision|ensur\w*|monitor\w*|consult\w*|agree\w*|identif\w*|survey\w*|in place|put in place|audit\w*|evaluat\w*|prepar\w*|launch\w*|deliver\w*|undertak\w*|"
    r"on-?going|continuous\w*|adopt\w*|approv\w*|pilot\w*|train\w*|appoint\w*|recruit\w*|investigat\w*|plan|plans|strateg\w+|policy|policies|protocols?|procedures?|systems?|"
    r"feedback|note|use|creat\w*|support\w*|work\w*|achiev\w*|meet|open|secur\w*|promot\w*|collat\w*|analys\w*|assess\w*|test\w*|gather\w*|scrutinis\w*|all"
)

STARTS_WITH_CHANGE = re.compile(
    r"^(?:(?:a|an|to|the|further|significant|overall|continued|continuing|continuous|general|progressive|steady|annual|net|year on year)\b ?|[·+-] ?)*+"
    rf"(?P<change>{RISING.pattern}|{FALLING.pattern}|{BETTERING.pattern})",
    FLAGS,
)
TOKEN = re.compile(r"[£0-9A-Za-z.,/]+%?", re.ASCII)
UNREADABLE = re.compile(r"[^%]+%|£.*|[0-9][0-9.,/]*", re.ASCII)
BY_A_DATE = re.compile(r"\b(?:by|before|no later than)(?: the)?(?: end of)?(?: the)? ¤", FLAGS)
