"""The printed forms of money: characters to fold, cells without a figure, words beside a figure, joints between two.

Tables, and the folding they rest on; `bvtrack.core.money` reads by them. All patterns are matched against folded text.
"""

import html
import re

LETTERS = re.ASCII | re.IGNORECASE

# What became of a £ or a dash on its way through a wrong encoding: UTF-8 taken for cp1252 (twice, once), cp1250,
# Mac Roman, cp437 and GBK, and two signs that look like a £.
DAMAGED = {
    "Ã‚Â£": "£",
    "Â£": "£",
    "ÂŁ": "£",
    "¬£": "£",
    "┬ú": "£",
    "拢": "£",
    "￡": "£",
    "₤": "£",
    "ï¿½": "\ufffd",
    "â€“": "-",
    "â€”": "-",
    "âˆ’": "-",
    "â€™": "'",
    "Â\u00a0": " ",
    "&nbsp;": " ",
}
_LOST_POUND = re.compile("\ufffd(?= ?[0-9])")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
# A thin or no-break space holds a group of three digits to the one before, as an apostrophe does.
_HARD_SPACE = re.compile("(?<=[0-9])[\u00a0\u2007-\u200a\u202f](?=[0-9]{3}(?![0-9]))")
_SHAPES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("’‘′`´ʼ‛", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("•∙⋅‧・", "·")
    | dict.fromkeys("∼～≈≃≅", "~")
    | {"…": "...", "→": "->", "≤": "<=", "≥": ">="}
)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED, start=1)} | {
    "a": "1",
    "half a": "½",
    "a half": "½",
    "a quarter of a": "¼",
    "quarter of a": "¼",
}
_WORDED = re.compile(
    rf"(?<![a-z0-9£] )(?<![a-z0-9£])(?P<words>{'|'.join(_WORD_NUMBERS)})(?= (?:thousand|million|billion)(?![a-z]))",
    LETTERS,
)
_FUSED_CIRCA = re.compile(r"(?<![a-z0-9])(?P<circa>ca?\.?)(?=[£0-9])", LETTERS)
_AFTER_THE_POUND = re.compile(r"£ ?(?P<word>ca?\.?|[~+]|[<>]=?) ?(?=[.0-9])", LETTERS)
_RAISED = re.compile(r"<sup>(?P<mark>[a-z0-9*]{1,2})</sup>", LETTERS)
_ENTITY = re.compile(r"&#?[a-z0-9]{1,8};", LETTERS)
_HYPHENED = re.compile(r"(?<=[0-9])-(?=(?:thousand|million|billion|trillion)(?![a-z]))", LETTERS)
_BOLD = re.compile(r"\*\*([^* ][^*]*)\*\*")
_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|span|div|font|ul|ol|li)(?: [^<>]*)?/?>", LETTERS)


def fold(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in plain characters and single spaces, and the doubts its characters raise, each a phrase."""
    text, doubts = _mended(text)
    text = _TAG.sub(" ", _RAISED.sub(r" [\g<mark>]", _BOLD.sub(r"\g<1>", text)))
    plain = " ".join(_HARD_SPACE.sub("'", text).translate(_SHAPES).split())
    plain = plain if plain == '"' else plain.strip('" ')
    if plain[:1] == plain[-1:] == "'":
        plain = plain[1:-1].strip()
    plain = _WORDED.sub(lambda found: _WORD_NUMBERS[found["words"].lower()], plain)
    plain = _HYPHENED.sub(" ", plain)
    plain = _AFTER_THE_POUND.sub(r"\g<word> £", plain)
    return _FUSED_CIRCA.sub(r"\g<circa> ", plain), doubts


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with damaged characters made good and hidden ones taken out, and what was found."""
    damaged = any(broken in text and sound != " " for broken, sound in DAMAGED.items())
    for broken, sound in DAMAGED.items():
        text = text.replace(broken, sound)
    whole = _LOST_POUND.sub("£", _ENTITY.sub(lambda found: html.unescape(found[0]), text))
    shown = _HIDDEN.sub("", whole)
    doubts = {"damaged characters": damaged or whole != text, "hidden characters": shown != whole}
    return shown, tuple(doubt for doubt, holds in doubts.items() if holds)


def unreadable(text: str) -> str | None:
    """Why the characters themselves forbid a reading, or None."""
    if _CONTROL.search(text):
        return "control characters"
    if _FOREIGN_DIGIT.search(text):
        return "digits other than 0 to 9"
    return None


# Cells that state no figure. A state may be followed by footnote marks, by words in brackets or after a dash or comma.
_TO_BE = (
    "confirmed|agreed|determined|advised|announced|decided|established|identified|assessed|costed|quantified|"
    "finali[sz]ed|negotiated|calculated|notified|estimated|clarified|set|scoped|worked (?:up|out)"
)
TO_BE_CONFIRMED = (
    rf"t\.?b\.?[cad]\.?|to be (?:{_TO_BE})|not yet (?:confirmed|agreed|determined|decided|costed|set|quantified)"
)
_ROMAN = "i{1,3}|iv|vi{0,3}|ix"
_MARKS = rf"[*†‡§¶#^]+|[¹²³⁰⁴-⁹]+|\[(?:[a-z0-9*]{{1,2}}|{_ROMAN})\]|\((?:[a-z]|{_ROMAN})\)"
_SEE_NOTE = r"(?:see )?(?:foot)?note \(?[a-z0-9]{1,2}\)?"
_REST = r" ?\(.+\)| ?[-:,;] ?[^£0-9]+"
STATES = {
    kind: re.compile(
        rf"£? ?(?:{words})(?P<mark>(?: ?(?:{_MARKS}))*)(?P<rest>{'' if kind == 'dash' else _REST})?\.?", LETTERS
    )
    for kind, words in {
        "nil": "-? ?(?:nil|zero|none)(?: (?:net |additional )?costs?| additional| required)?(?: ?-)?|"
        "no (?:net |additional |extra |direct )?(?:costs?|charge)|cost[ -]neutral",
        "dash": r"-(?: ?-)*(?: ?£)?|_+|~|\.{3,}",
        "to be confirmed": rf"{TO_BE_CONFIRMED}|to follow|pending|(?:figures? )?awaited|"
        "awaiting (?:figures?|costs?|quotes?)",
        "not applicable": r"n ?[/\\] ?a|n\.?a\.?|not app(?:licable|\.)|n/app",
        "unknown": r"\?+|n ?/ ?k|n\.k\.?|n/av|"
        "(?:not (?:yet )?|un)(?:known|available|stated|quantified|costed|quantifiable)",
    }.items()
}
TO_BE_CONFIRMED_SOMEWHERE = re.compile(rf"(?<![a-z])(?:{TO_BE_CONFIRMED})(?![a-z])", LETTERS)
ASIDE_BEHIND = re.compile(r"(?<=.)\([^()]*\)")
BRACKETED_DIGIT = re.compile(r"\( ?[0-9] ?\)")
_SPREADSHEET = (
    r"#{2,}|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|=(?!.*£)[-+ (]*[A-Z].*|Err:[0-9]+|"
    r"[-+]?(?:nan|inf(?:inity)?)"
)
# Cells that are one mark: kind, the note, and the print. Only what a program left behind is queried.
MARKED = tuple(
    (kind, note, re.compile(rf"(?:{words})", LETTERS))
    for kind, note, words in (
        ("malformed", "left over from a spreadsheet or a program", _SPREADSHEET),
        ("unknown", "not available", r"\.\."),
        ("footnote", None, rf"{_MARKS}|[(\[]?{_SEE_NOTE}[)\]]?"),
    )
)

# Texts that hold digits and are no sum of pounds, with the reason given.
_NUMBER = r"(?:[0-9]++(?:[.,·][0-9]++)*+(?: ?[½¼¾])?|[½¼¾])"
_PER_CENT = r" ?(?:%|per ?cent(?:age points?)?(?![a-z])\.?|pct(?![a-z])\.?)"
PERCENTAGE = re.compile(
    rf"(?:(?:between )?{_NUMBER}(?:{_PER_CENT})? ?(?:-|to|and) ?)?(?<![0-9.,]){_NUMBER}{_PER_CENT}", LETTERS
)
OTHERWISE = {
    "another currency": r"[$€¥₹₩₽]|(?<![a-z])(?:IR ?£|dollars?|(?:euros?|USD|ECUs?|DM|FF|CHF|EUR)(?![a-z]))",
    "shillings and pence": r"£ ?[0-9,]+-[0-9]+-[0-9]+|[0-9] ?s\.? ?[0-9]+ ?d(?![a-z])|"
    r"£ ?[0-9,]+[ .]+[0-9]+ ?s(?![a-z])|(?<![a-z0-9.,])[0-9]+ ?d(?![a-z])|[0-9]/[0-9]+d(?![a-z])",
    "a multiplication": r"[0-9)kmn] ?[x×] ?[£0-9]|@",
    "an amount either way": r"(?:±|\+ ?/ ?-) ?£|^(?:±|\+ ?/ ?-)",
}
OTHERWISE_FOUND = {reason: re.compile(pattern, LETTERS) for reason, pattern in OTHERWISE.items()}
DATES = {
    "a financial year": re.compile(r"1?(?:19|20)[0-9]{2} ?[-/] ?(?:[0-9]{2}|(?:19|20)[0-9]{2})"),
    "a date": re.compile(
        r"[0-9]{1,2}(?P<stop>[-/.])[0-9]{1,2}(?P=stop)(?:[0-9]{2}){1,2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
    ),
}
NIL_AS_FIGURE = re.compile(r"(?<![a-z])(?:£ ?)?(?:nil|zero)(?![a-z])", LETTERS)
# Letters where a scan should have digits, and an exponent: broken figures, whatever else the text says.
BROKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:[0-9.,]*(?:[0-9][OolI|]|[OolI|][.,]?[0-9]|[0-9][SBZ][0-9])[0-9OolI|SBZ.,]*(?:k|K|m|M|bn)?|"
    r"[0-9][0-9.,]*[eE][+-]?[0-9]+)(?![A-Za-z0-9])"
)
# A letter set against a figure in a table: revised, provisional, a footnote; not one that scales or misreads a digit.
LETTERED = re.compile(r"(?P<figure>[-+( ]*[0-9.,' ]*[0-9)]) ?(?P<letter>[ac-hjnq-z])", LETTERS)
NUMBERLIKE = re.compile(r"[-+ £(]*[0-9.,'·][-+£0-9.,'·()½¼¾* ]*(?:k|m|bn|thousand|million|billion)?[) ]*", LETTERS)
POUND_AND_DIGIT = re.compile(r"£[ (-]*[0-9.,OlI|]")
# What follows a figure that is not whole: at once, or after a space where the figure ends in a digit.
BROKEN_OFF = re.compile(r"[:_][0-9]|[.,'·](?:[0-9]|(?:k|m|bn|p)(?![a-z]))|(?:mil|bil|tril|thous)[a-z]*", LETTERS)
TORN_OFF = re.compile(r"[.,'·] (?:[0-9]{3}|[0-9]*(?:k|m|bn|p))(?![a-z0-9])", LETTERS)


def _table(before: str, effects: dict[str, str], after: str) -> re.Pattern[str]:
    """One pattern out of many, each in a group named by its effect."""
    return re.compile(
        before + "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in effects.items()) + ")" + after, LETTERS
    )


_LEAST = "min(?:imum|\\.)?"
_MOST = "max(?:imum|\\.)?"
_UP = "increas(?:e|ed|ing)|rise|rising|growth|uplift"
_DOWN = "decreas(?:e|ed|ing)|reduction|reduc(?:ed|ing)|fall(?:ing)?|cut|drop(?:ping)?|decline"

_EACH = "h(?:ou)?r|day|w(?:ee)?k|month|quarter|term|head|pupil|person|place|unit|visit|session|night|time|tonne|mile"

# What a figure is of, and its years: understood, kept as a note, nothing to ask.
_KIND_OF = (
    "existing|new|additional|extra|(?:grand |sub-?)?total|gross|net|potential|estimated|approved|original|revised|"
    "initial|set[ -]?up|start[ -]?up|running|capital|revenue"
)
_THING = (
    "savings?|efficienc(?:y|ies)|incomes?|costs?|budgets?|fund(?:s|ing)?|grants?|expenditure|spend(?:ing)?|"
    "reserves?|worth"
)
_PURPOSE = f"(?:(?:{_KIND_OF})[ -])*(?:{_KIND_OF}|{_THING})(?: (?:{_THING}|total))*"
_MONTH = r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? )?"
_YEARS = r"(?:19|20)[0-9]{2}(?: ?[-/] ?(?:[0-9]{2}|(?:19|20)[0-9]{2}))?(?![0-9])"
_COUNT = f"(?:[1-9]|10|{'|'.join(_COUNTED)})"
_NTH_YEAR = f"(?:year {_COUNT}|yr? ?(?:[1-9]|10))"

# What the words right before a figure do to it: the longest phrase that ends there counts.
HEAD = _table(
    r"(?:^|(?<=[^a-z0-9]))",
    {
        "between": "(?:of )?between",
        "moved": rf"(?:(?:{_UP}|{_DOWN}|up|down|chang(?:e|ed|ing)|moved|went) )from",
        "spread": "(?:(?:in|within) (?:the|a) )?rang(?:e|es|ed|ing)(?: is| of| from)?",
        "maximum": rf"up ?to(?: and including)?(?: an?)?(?: {_MOST}(?: of)?)?|(?:an? )?{_MOST}(?: of)?|"
        "(?:no|not|never) (?:more|greater|higher) than|(?:just |a little )?(?:less than|under|below)|fewer than|"
        "not exceeding|not to exceed|"
        "limited to|capped at|at (?:the )?most|not over|<=?",
        "minimum": rf"at least|(?:an? )?{_LEAST}(?: of)?|(?:just |well |a little )?(?:over|above|more than)|"
        "in excess of|exceed(?:ing|s)|(?:no|not) (?:less|fewer|lower) than|upwards of|greater than|>=?",
        "approximate": r"c\.?|ca\.?|circa|approx(?:imate(?:ly)?|\.)?|about|around|roughly|some|say|nearly|almost|"
        r"(?:an )?est(?:\.|imated?)?(?: (?:at|of))?|in the (?:region|order) of|of the order of|~",
        "up": rf"(?:an? )?(?:{_UP})(?: of| by)?|up(?: by)?",
        "added": r"\+|plus",
        "down": rf"(?:an? )?(?:{_DOWN})(?: of| by)?|down(?: by)?",
        "start": "from",
        "negative": r"minus|cr\.?|credit(?: of)?",
        "one_off": "one[ -]off",
        "per_annum": "annual|yearly",
        "recurring": "recurring",
        "ongoing": "on-?going",
        "tbc": TO_BE_CONFIRMED,
        "mark": _MARKS,
        "purpose": _PURPOSE,
        "years": rf"(?:in )?(?:{_YEARS}|{_NTH_YEAR})",
        "skip": r"of|at|an?|dr\.?|debit",
    },
    r"[ :=]*$",
)
# What the words right after a figure do to it: earlier rows are tried first.
TAIL = _table(
    "",
    {
        "maximum": rf"{_MOST}|or (?:less|under|below|lower)|and (?:under|below)|at most",
        "minimum": rf"{_LEAST}|\+(?! ?[a-z0-9£/])|\+(?= ?(?:per|p\.?a|a year|each))|plus(?=\W*$)|upwards?|at least|"
        "or (?:more|over|above|higher)|and (?:over|above|upwards?|more)",
        "approximate": r"approx(?:imate(?:ly)?|\.)?|or so|or thereabouts|est(?:\.|imated?)?|say|roughly|circa|-?ish",
        "up": rf"{_UP}|up|more|higher",
        "down": rf"{_DOWN}|down|less(?! than)|lower",
        "negative": r"cr\.?|credit|-(?=$)",
        "skip": r"dr\.?|debit|/-(?=$)",
        "per_annum": r"p\.? ?/?a\.?|(?:per|/) ?annum|(?:per|a|each|every|/) ?(?:year|yr)\.?|annual(?:ly)?|yearly",
        "one_off": "one[ -]off",
        "recurring": "recurring",
        "ongoing": "on-?going",
        "rate": f"(?:per |/ ?(?={_EACH})|an? (?={_EACH}))(?P<each>[a-z]+)|each|apiece",
        "tbc": TO_BE_CONFIRMED,
        "purpose": rf"(?:(?:of|from|in) (?:the )?)?(?:{_PURPOSE})",
        "years": rf"(?:(?:in|for|from|by|during|until|at) )?{_MONTH}{_YEARS}"
        rf"(?: (?:to|until) {_MONTH}{_YEARS}| prices)?|"
        r"(?:(?:in|for|from|by) )?[0-9]{2}/[0-9]{2}(?![/0-9])|(?:in|for|from|by) [0-9]{2}-[0-9]{2}(?![-0-9])|"
        rf"(?:(?:in|from|by) )?(?:{_NTH_YEAR})|thereafter|over (?:the )?(?:next )?{_COUNT} years?|"
        "(?:in )?(?:an? )?(?:full|part)[ -]year(?: effect)?|[fp]ye",
        "asked": r"\?+",
        "mark": rf"(?:{_MARKS}|\([0-9]\)|{_SEE_NOTE})(?![0-9])",
    },
    r"(?![a-z0-9])",
)

_MOVING = "(?:reducing|rising|falling|increasing|decreasing|growing|dropping|declining|reduced|increased|down) to"
# What stands between two figures, whole.
JOINTS = {
    effect: re.compile(words, LETTERS)
    for effect, words in {
        "range": r"-+|to(?: \+)?|~|up to",
        "sum": r"\+|plus",
        "less": "less|minus",
        "equals": "=",
        "list": "|[,;/&|·]|[,;]? ?and|[,;]? ?&",
        "and": "but",
        "either": "or|and/or",
        "move": f"[-=]>|{_MOVING}",
    }.items()
}
# The joint that words of the figure before lead up to (`£40k (revenue) + £10k`).
JOINT_LAST = _table(
    r"(?:^|(?<=[^a-z0-9])|(?=[-+,;/&|=]))",
    {
        "move": f"[-=]>|{_MOVING}",
        "range": "(?<!up )to|-",
        "sum": r"\+|plus",
        "less": "less|minus",
        "equals": "=",
        "list": "[,;/&|]|[,;]? ?and|[,;]? ?&",
    },
    " ?$",
)
