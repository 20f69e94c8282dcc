"""The words that bind a figure in prose to a total: streams, what may stand before them, what leads to the figure.

The vocabulary is closed: a word that is not here may narrow what is meant, and then nothing is claimed.
"""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STREAMS: Final = (
    dict.fromkeys(("budget", "budgets", "cost", "costs", "expenditure", "spend", "spending"), "budget")
    | dict.fromkeys(("saving", "savings", "save", "saves"), "savings")
    | dict.fromkeys(("income",), "income")
)
"""What a word says a figure is money of."""
NET: Final = _words("budget budgets cost costs expenditure spend spending position requirement total")
"""What `net` may stand before to mean what is left of the budget after savings and income."""
WHOLE: Final = _words("total totals overall aggregate combined whole entire full grand")
"""Words before a stream that say that all of it is meant."""
NEUTRAL: Final = _words(
    "existing additional extra new planned proposed projected expected anticipated potential possible efficiency cash "
    "cashable financial further identified agreed approved required resulting implementation programme review plan "
    "estimated"
)
"""Words before a stream that do not narrow it to a part."""
DETERMINERS: Final = _words("the a an its our their these this such all any both your")
BEFORE_PLAINLY: Final = _words("with and plus but while whilst as or that which")
"""What may stand right before the words of a stream besides a verb or a determiner."""
PREPOSITIONS: Final = _words(
    "of in for from to by on at over under within between against across towards toward into out off up down about "
    "per without after before since until"
)
VERBS: Final = _words(
    "is are be will would should could can may must shall to make makes making produce produces producing deliver "
    "delivers delivering generate generates generating achieve achieves achieving give gives giving yield yields "
    "bring brings realise realises release releases provide provides show shows shown include includes including need "
    "needs require requires requiring recommend recommends propose proposes save saves saving identify identifies "
    "amount amounts total totals come comes set out summarised invest involve involves result results lead leads "
    "raise raises estimate estimates expect expects expected estimated planned have has been made delivered "
    "achieved found produced generated realised released redirected needed required spent saved sought reinvested "
    "shared borne met available follow follows"
)
_NOUNS: Final = _words(
    "efficiencies rec recs recommendation recommendations review proposals proposal plan programme package cabinet "
    "members committee report table tables section appendix annex below above there "
    "we this these "
    "together implementation implementing adopting adoption delivering years year period following first five four "
    "three six seven eight nine ten two one financial implications best value action actions "
    "summary summarised sum figure figures i.e e.g also therefore thus not"
)
KNOWN: Final = _NOUNS | VERBS | DETERMINERS | PREPOSITIONS | BEFORE_PLAINLY | WHOLE | NEUTRAL | frozenset(STREAMS)
WHOLE_SUBJECT: Final = re.compile(r"\b(?:recommendations|proposals)\b")
"""What produces or costs all of a stream when it is what a sentence is about."""
YIELDING: Final = _words("review plan programme package")
"""What yields all savings and income, but has a cost of its own."""
MORE: Final = _words("additional extra further new")
"""Words before a stream that may add it to what is told already."""
LINK: Final = re.compile(
    r"(?:(?:^|(?<=[\s,]))(?:(?:(?:is|are|be|being|will be|would be|should be|could be|to be|has been|have been) ?)?"
    r"(?:estimated|expected|projected|planned|set|put|given|shown|stated|forecast|calculated)?"
    r"(?: ?(?:at|as|to be))?|"
    r"(?:will |would |should |could |to )?(?:total|totals|totalling|totaling|equal|equals|reach)|"
    r"(?:will |would |should |could |to )?(?:amount|amounts|amounting|come|comes|coming|add up|adds up|add|adds) to|"
    r"(?:stand|stands|standing) at|worth|of|in the sum of|"
    r"(?:of )?(?:a|the) (?:grand |combined |overall )?(?:total|sum) of))?\s*[:=-]?\s*$"
)
"""What may lead from the words of a stream to the figure, nothing included."""
RATED: Final = re.compile(
    r"\b(?:per|each|every|annual|annually|yearly|monthly|weekly|daily|recurring|recurrent|ongoing|one-off|part-year|"
    r"full-year|p\.?a|apiece|average|averages|averaging|mean|median|a (?:year|month|week|day|head|pupil|school|place)|"
    r"year-on-year|cumulative|cumulatively|so far|to date|remaining|first|initial|initially|half|third|quarter)\b|"
    r"/ ?[a-z]"
)
"""What makes a figure a rate, a part or a running total."""
ELSEWHERE: Final = re.compile(
    r"\b(?:last year|previous|previously|prior|earlier|former|formerly|original|originally|historic|current|currently|"
    r"present|was|were|had|did|reduced|reduces|reducing|reduction|reductions|increase|increases|increased|increasing|"
    r"rise|rises|rose|rising|fall|falls|fell|falling|cut|cuts|cutting|grown|grew|growth|drop|dropped|change|"
    r"changes|changed|decrease|decreases|decreased|compared|compares|comparison|than(?! £)|instead|unlike|other|others|"
    r"another|neighbouring|elsewhere|nationally|national|england|grant|grants|dsg|funded|tax|loan|reserve|reserves|"
    r"contingency|underspend|underspent|overspend|overspent|overspending|underspending|shortfall|gap|deficit|surplus|"
    r"variance|actual|actually|outturn|(?<!be )(?:spent|achieved|delivered|made|secured|received|earned)|banked|"
    r"invoiced|"
    r"already|remainder|rest|balance|excluding|exclude|excludes|except|apart|besides|beyond|part|"
    r"partly|some|most|half|if|unless|might|assuming|target|targets|ago|option|options|model|models|scenario|"
    r"not|never|without|gross|capital|revised|revision|corrected|bid|bids|tender|contract|contracts|"
    r"minimum|maximum|share|shares|proportion|redundancy|pension|in addition to|on top of|of which|this includes|"
    r"recommendations \d+[a-z]? ?(?:and|to|,|&|-) ?\d|included in|including|includes|include|included)\b"
)
"""What says that a figure of a sentence may be of another time, place, source or part: then none is bound."""
