"""The words of outcome targets: what says rise or fall, baseline or target, not yet set, how often, and of what.

Data only, over cleaned text (see `text`): phrases to be looked up, as `lexicon` writes them, and short
patterns of ASCII digits, plain dashes and single spaces.
"""

# ruff: noqa: E501 - a printed form that is broken over lines is harder to read than a long one

from __future__ import annotations

import re
from typing import Final

from bvtrack.core.target.lexicon import IGNORED, Form, Forms, Lexicon, cut, expand

SMALL_NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        expand(
            "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, "
            "sixteen, seventeen, eighteen, nineteen, twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

# What a figure may count; the last of these in the words after a figure is its unit ("200 affordable homes": homes).
COUNTED_NOUNS: Final = (
    "accident(s), accreditation(s), admission(s), adopter(s), adoption(s), adult(s), adviser(s), "
    "applicant(s), application(s), appointment(s), apprentice(s), apprenticeship(s), appeal(s), "
    "assessment(s), audit(s), authorities, bed(s), beneficiaries, bin(s), book(s), borrower(s), breaches, "
    "bursaries, burglaries, building(s), businesses, call(s), carer(s), case(s), casualties, centre(s), "
    "certificate(s), children, citizen(s), claim(s), classes, client(s), club(s), college(s), "
    "committee(s), companies, complaint(s), contract(s), councillor(s), course(s), crime(s), customer(s), "
    "day(s), death(s), defect(s), delegate(s), district(s), download(s), dwelling(s), employee(s), "
    "employer(s), enquiries, entrants, error(s), event(s), excluded, exclusion(s), families, farm(s), "
    "file(s), fire(s), fte, ftes, full time equivalent(s), governor(s), graduate(s), hectare(s), head(s), "
    "home(s), hospital(s), hour(s), household(s), house(s), incident(s), injuries, inspection(s), "
    "inspector(s), interview(s), invoice(s), issues, item(s), job(s), journey(s), kg, kilogram(s), "
    "kilometre(s), km, kwh, learner(s), letter(s), libraries, licences, litre(s), loan(s), lets, "
    "manager(s), meal(s), meeting(s), member(s), mentor(s), metre(s), mile(s), minute(s), month(s), "
    "mother(s), mwh, nurseries, nurse(s), offence(s), offender(s), officer(s), order(s), organisation(s), "
    "owner(s), package(s), parent(s), parishes, park(s), participant(s), partner(s), partnership(s), "
    "passenger(s), patient(s), payment(s), people, person(s), pilot(s), placement(s), place(s), plan(s), "
    "playground(s), point(s), policies, post(s), practices, premises, procedure(s), programme(s), "
    "project(s), properties, pupil(s), referral(s), refuge(s), registration(s), release(s), rent(s), "
    "repair(s), report(s), request(s), resident(s), respondent(s), review(s), robberies, route(s), "
    "scheme(s), school(s), second(s), service(s), session(s), setting(s), shop(s), site(s), social "
    "worker(s), space(s), staff, start(s), starter(s), statement(s), street(s), student(s), survey(s), "
    "system(s), targets met, teacher(s), team(s), tenancies, tenant(s), theft(s), theatre(s), ticket(s), "
    "ton(s), tonne(s), trainee(s), training day(s), transaction(s), tree(s), trip(s), unit(s), user(s), "
    "vacancies, vehicle(s), venue(s), victim(s), visitor(s), visit(s), volunteer(s), vote(s), ward(s), "
    "week(s), women, worker(s), working day(s), working hour(s), workshop(s), year(s), young people"
)
COUNTED: Final = Lexicon({"counted": COUNTED_NOUNS})
COUNTED_SEVERAL: Final = Lexicon({"counted": COUNTED_NOUNS.replace("(s)", "s")})
MORE_OR_FEWER: Final = {
    "more": "increase",
    "additional": "increase",
    "extra": "increase",
    "higher": "increase",
    "fewer": "decrease",
    "less": "decrease",
    "lower": "decrease",
}

RISING: Final = Lexicon(
    {
        "increase": (
            "increas(e/ed/es/ing), ris(e/es/en/ing), rais(e/ed/es/ing), gr(ow/ows/owing/owth/own), expan(d/ds/ded/ding/sion), "
            "up (from/by/#), upward, more than ¤, more than in ¤, uplift, gain, doubl(e/ed/ing), trebl(e/ed/ing), "
            "tripl(e/ed/ing), maximis(e/ing)"
        ),
        IGNORED: "giv(e/es/en/ing) ris(e/es/en/ing), rais(e/ed/es/ing) (awareness/the profile/funds)",
    }
)
FALLING: Final = Lexicon(
    {
        "decrease": (
            "decreas(e/ed/es/ing), reduc(e/ed/es/ing/tion/tions), fall, fall(ing/en), falls (to/by/from), cut(s), cutting, "
            "drop(s), dropp(ed/ing), declin(e/ed/es/ing), lower, lower(ed/ing), down (from/to/by/#), downward, fewer, "
            "halv(e/ed/es/ing), minimis(e/ing), narrow, narrow(ed/ing), eliminat(e/ed/es/ing/ion), "
            "eradicat(e/ed/es/ing/ion), clos(e/ing) the gap, short(en/ened/ening)"
        ),
        IGNORED: "or lower, or lowered, or lowering, lower quartile, lower than, or fewer, fewer than, drop-in",
    }
)
HOLDING: Final = Lexicon(
    {
        "maintain": (
            "maintain, maintain(s/ed/ing), maintenance, sustain, sustain(s/ed/ing), remain, remain(s/ing), "
            "hold(ing) (at/steady/to), held, keep(ing), stay, stay(s/ing), retain, retain(ed/ing), "
            "continue (at/to be/to achieve), no (change/worse/deterioration/increase/reduction/decrease), unchanged, stable, "
            "steady"
        )
    }
)
BETTERING: Final = Lexicon(
    {
        "better": "improv(e/ed/es/ing/ement/ements), better, enhance, enhance(d/ment)",
        IGNORED: "better than",
    }
)

HEDGE: Final = Lexicon(
    {
        "further": "a further, further, another",
        "more": "an additional, additional, an extra, extra",
        "about": (
            "at least, no less than, not less than, a minimum of, a maximum of, minimum, maximum, min, max, up to, around, about, "
            "approximately, approx, circa, c, some, a, an, over, more than, between, not more than, no more than, "
            "the equivalent of, nearly, almost, net"
        ),
    }
)
_CHANGE: Final = r"(?:increase|decrease|reduction|rise|fall|growth|cut|drop|decline|improvement|uplift)s?"
_CHANGE_BEFORE: Final = Form(
    rf"\b(?:(?P<by>by)|up|down|{_CHANGE}(?: in [^,;.()]{{1,60}})? of|(?P<bare>increase|reduce|decrease|improve|cut|raise|lower)) $",
)
CHANGE_AFTER: Final = Form(
    rf"(?:[ ·-]|(?<=·)\.|real[- ]terms|year on year|net|overall|further|cumulative|point)*\b{_CHANGE}\b(?! (?:to|from) [0-9])|"
    r" (?:points? )?(?P<over>above|over|up on|higher than|more than|on)(?: the)? ¤|"
    r" (?:points? )?(?P<under>below|under|down on|lower than|less than|fewer than)(?: the)? ¤",
)
_AFTER_PERIOD: Final = re.compile(r"¤+'?s? ?$")
_NEAR: Final = Form(r"\b(?:from|was|were):?(?: a| an| the| level| of| just| only)* $")
BASELINE_CUE: Final = Lexicon(
    {
        "baseline": (
            "current(ly), baseline, base, actual, outturn, out-turn, previous(ly), at present, presently, now, existing, "
            "compared (with/to), against, starting (point/from), latest, last year, "
            "present (level/position/performance/figure)"
        )
    }
)
AFTER_BASELINE: Final = Form(
    r"[ ,]?\(?(?:(?:in|for|at|-) )?(?:¤+ ?)?[-(:]? ?(?:the |our )?"
    r"(?:baseline|base|actual|outturn|out-turn|current(?:ly)?|at present|presently|now|last year)\b",
)
TARGET_CUE: Final = Lexicon(
    {
        "target": (
            "to, target(s), aim, aiming, goal, reach, reaching, achieve, achieving, planned, proposed, thereafter, then, rising, falling"
        )
    }
)
LEADS_TO: Final = Form(
    r"(?:->|\b(?:rising|increasing|growing|improving|falling|reducing|decreasing|dropping|declining|moving|going|up|down)(?: \w+)? to"
    r"(?: between| at least)?) ?$",
)
PREPOSITIONS: Final = Lexicon(
    {
        "preposition": (
            "by, in, for, at, during, until, to, the, end, of, on, mid, early, late, target(s), actual, outturn, year, financial, "
            "around, before, beginning, start, from, after, march"
        )
    }
)
QUALIFIER: Final = Form(
    r"\b(?:within|in|of|per|for|over|after|under|than|less than|more than|every|each|aged|least|up to|with|has|have|any|a) $|\($",
)
BASELINE_BEFORE: Final = Form(
    r"\b(?:baseline(?: year)?(?: of| is| was|:)?|base year|compared (?:with|to)|relative to|against|(?<!later )than(?: in)?|since) (?:the |a |an )?$",
)
BASELINE_AFTER: Final = Form(
    r"'?s? ?\(?(?:baseline|base|levels?|figures?|position|outturn|actuals?|out-turn|performance)\b(?!:? (?:of |in |was |is |year )*¤)",
)
START_OF_CHANGE: Final = Form(r"(?<!·)(?<!· )\b(?:from|between|since|on|over|above|below|than|against)(?: the| in)? $")
COMPARATOR_CUE: Final = Form(
    r"(?:\b(?:national|nat|county|regional|england|english|metropolitan|unitary|shire|authority|family|group|authorities'?)\.? "
    r"(?:averages?|ave?|mean|median|figure)|\b(?:quartile|nationally|average (?=\()))(?: (?:is|was|of|in|at|for|currently|level))*"
    r"[ :(=,]*(?:¤+)?[ :(=]*$",
)

_SETTLED: Final = Lexicon(
    {
        "§": (
            "agreed, established, confirmed, determined, decided, developed, defined, identified, finalised, fixed, advised, "
            "negotiated, announced, calculated, derived, settled, notified"
        ),
        "¦": "set",
    }
)
_BASE: Final = r"(?:baseline|benchmark)"
NOT_YET_SET: Final = Forms(
    _SETTLED,
    ("tb t.b", r"\bt\.?b\.?[cads]\b\.?"),
    ("§ ¦", r"\bto be [§¦]+(?! (?:annually|monthly|quarterly|by stakeholder))"),
    ("yet still", r"\b(?:not yet|yet to|still to) (?:be )?(?:[§¦]+|(?:published|known|available)\b)"),
    (
        "target",
        r"\b(?:future |further |new |challenging |local )?targets? (?:(?:will|to|can|cannot|not|are|is|could|should|may|then|yet|be) )*[§¦]+",
    ),
    (
        "target",
        r"\b(?:with a view to |before )?(?:setting|agreeing|establishing|determining)(?: of)?(?: \w+)? targets?\b",
    ),
    ("target", r"(?:¦+|\b(?:agree|establish|determine|develop)) (?:\w+ )?targets?\b"),
    (
        "base bench",
        rf"(?:¦+|\b(?:establish|determine|gather|collect|create|obtain|develop|agree|measure|sett)(?:ing)?) (?:a |the |an )?(?:\w+ )?{_BASE}",
    ),
    (
        "base bench",
        rf"\b{_BASE}(?: \w+)? (?:(?:is|are|will|being|yet|to|be) )*(?:[§¦]+|(?:collected|gathered|unknown)\b)",
    ),
    ("await pending", r"\b(?:await(?:ing|ed)?|pending)\b(?! (?:list|time))"),
    ("target", r"\bno targets?(?: (?:¦+|yet|§+))?"),
    ("under", r"\bunder (?:development|review)\b"),
    ("not none", r"\b(?:not|none) (?:yet )?(?:[§¦]+|(?:available|known)\b)"),
    ("follow", r"\bto follow\b"),
    ("new", r"\bnew (?:\w+ )?(?:indicator|pi|measure|bvpi)\b"),
    ("baseline", r"^baseline (?=¤+$)"),
)
NO_FIGURE: Final = Forms(_SETTLED, ("n/a applicable", r"\bn/a\b|\bnot applicable\b"))
NOT_APPLICABLE: Final = Form(r"(?:n\.? ?[/.]? ?a\.?|not applicable)(?:[ ()¤,-]|\b(?:until|in|for|before|to)\b)*")

_HOW_OFTEN: Final = {
    "twice a year or every two years": "biannual(ly), bi annual(ly)",
    "twice a month or every two months": "bimonthly, bi monthly",
    "twice a week or every two weeks": "biweekly, bi weekly",
    "six-monthly": (
        "6 monthly, six monthly, half yearly, every (6/six) months, (twice/two times/2 times) (a/per/each/every) year, "
        "twice yearly, each half year"
    ),
    "quarterly": (
        "quarterly, (every/each/per) quarter, (3/three) monthly, every (3/three) months, once a quarter, four times a year"
    ),
    "fortnightly": "fortnightly, every (two/2) weeks, (every/each) fortnight",
    "two-monthly": "(2/two) monthly, every (2/two) months",
    "monthly": "monthly, (every/each/per)( calendar) month, a month",
    "termly": "termly, (every/each/per)( school) term, once a term, three times a year",
    "weekly": "weekly, (every/each/per/a) week",
    "daily": "daily, (every/each/per/a) day",
    "every two years": "biennial(ly), every (2/two/other/second) years, every (2/two/other/second) year, (2/two) yearly",
    "every three years": "triennial(ly), every (3/three/third) years, every (3/three/third) year, (3/three) yearly",
    "every five years": "every (5/five/fifth) years, every (5/five/fifth) year, quinquennial(ly)",
    "annual": (
        "annual(ly), yearly, (every/each/per) (financial /school /academic /)year, a year, once a year, per annum, p.a, pa, "
        "year on year, every (12/twelve) months, (12/twelve) monthly, in-year"
    ),
    "regular": "regular(ly), routine(ly), # (weekly/monthly/yearly)",
}
ORDER_OF_RECURRENCES: Final = tuple(_HOW_OFTEN)
RECURRENCES: Final = Lexicon(_HOW_OFTEN | {IGNORED: "(in/within) a (month/week/day/year), half a year"})

ORDINAL: Final = Lexicon(
    {
        "ordinal": (
            "quartile(s), quintile(s), decile(s), (top/upper/highest/best/second/2nd/third/3rd/first/1st/bottom/lower/lowest/"
            "middle/fourth/4th/next/median) (half/third/band), median, percentile(s), grade, "
            "1st, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th, star(s), beacon status, league table, "
            "top (ten/five/three/twenty), level #"
        )
    }
)
RATED: Final = Lexicon({"rated": "ranked, ranking, rated, rating, judged, graded"})
PART_CUE: Final = Form(r"\b(?:of which|including|incl\.?|consisting of)\b[^0-9]*$")
TO_AN_AVERAGE: Final = Form(r"\bto (?:the |a )?(?:\w+ ){0,2}(?:average|mean|median|figure) of $")
COMPARED: Final = Lexicon(
    {
        "compared": (
            "average(s), national (figure/level/mean/rate), (statistical/comparator/nearest) (neighbour/neighbours/authorities/group), "
            "neighbours, similar (authorities/councils/schools), comparable, last year, previous year, the best, comparator, "
            "best in class, benchmark group, family group, peer(s), county mean, better than, at or above, in line with, "
            "as good as, match(es), matching, outperform"
        )
    }
)
FIGURE_COMPARED: Final = Form(
    r" (?:points? )?(?:of|above|below|over|under|better than|higher than|lower than|within|ahead of|behind)(?: the)? [a-z' -]{0,40}?"
    r"(?:averages?|mean|median|neighbours?|authorities|best|national|comparators?)\b",
)
_ACTIVITY_STEMS: Final = tuple(
    expand(
        "implement, develop, establish, introduc, complet, review, produc, publish, report, provid, ensur, monitor, consult, "
        "agree, identif, survey, audit, evaluat, prepar, launch, deliver, undertak, continuous, adopt, approv, pilot, train, "
        "appoint, recruit, investigat, strateg, creat, support, work, achiev, secur, promot, collat, analys, assess, test, "
        "gather, scrutinis"
    )
)
_ACTIVITIES: Final = Lexicon(
    {
        "activity": (
            "carry, carried, publication, set up, setting up, provision, in place, put in place, on going, ongoing, plan(s), policy, policies, "
            "protocol(s), procedure(s), system(s), feedback, note, use, meet, open, all"
        )
    }
)
STARTS_OF_CHANGE: Final = Form(
    r"(?:(?:a|an|to|the|further|significant|overall|continued|continuing|continuous|general|progressive|steady|annual|net|year on year)"
    r"\b ?|[·+-] ?)*+",
)
BY_A_DATE: Final = Form(r"\b(?:by|before|no later than)(?: the)?(?: end of)?(?: the)? ¤")


def unhedged(text: str) -> tuple[str, str]:
    """Give a text without the `about`, `at least`, `a further` it ends with, and the name of the first of these."""
    end, name = len(text), ""
    for spot in reversed(list(HEDGE.find(text))):
        if text[spot.end : end].strip(" ."):
            break
        end, name = spot.start, spot.name
    return text[:end], name


def near_baseline(before: str) -> bool:
    """Tell whether the words just before a figure say that it is where a change starts: `from about`."""
    return _NEAR.search(unhedged(_AFTER_PERIOD.sub("", before))[0]) is not None


def change_before(before: str) -> str:
    """Tell by which word just before a figure it is a change: `by`, `of`, `bare` (`reduce 5%`), `more`, `further`."""
    core, hedge = unhedged(before)
    change = _CHANGE_BEFORE.search(core)
    if change:
        return "by" if change["by"] else "bare" if change["bare"] else "of"
    return hedge if hedge in {"more", "further"} else ""


def starts_with_change(text: str) -> bool:
    """Tell whether a text opens with a rise, a fall or an improvement."""
    start = STARTS_OF_CHANGE.match(text)
    return any(words.at(text, start.end() if start else 0) for words in (RISING, FALLING, BETTERING))


def says_activity(text: str) -> bool:
    """Tell whether a text says that something is done."""
    return any(token.word.startswith(_ACTIVITY_STEMS) for token in cut(text)) or bool(_ACTIVITIES.search(text))
