"""Tells what one printed name is by its words: a person, a post, a team, a body, a group, or initials."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from bvtrack.core.owner import posts


class OwnerType(StrEnum):
    """What a name stands for; the values are those `bvtrack read owner` prints."""

    PERSON = "person"
    ROLE = "role"
    TEAM = "team"
    BODY = "body"
    GROUP = "group"
    INITIALS = "initials"


class Kind(NamedTuple):
    """What a name was taken for. `type` is None where nothing is known; `sure` is False where a reader would ask.

    `bare`: nothing but words of services, so it may be part of a title beside it (`Families`).
    `open`: a title that says what it is of, and may go on after a comma or an `and` (`Director of Children`).
    `headed`: it ends in the noun it is, so that words of services before it may belong to it (`Wellbeing Manager`).
    """

    type: OwnerType | None
    sure: bool = True
    bare: bool = False
    open: bool = False
    headed: bool = False


PEOPLE: Final = frozenset({OwnerType.PERSON, OwnerType.INITIALS})
TITLED: Final = frozenset({OwnerType.ROLE, OwnerType.TEAM, OwnerType.BODY, OwnerType.GROUP})
UNKNOWN: Final = Kind(None, sure=False)
PERSON: Final = Kind(OwnerType.PERSON)

_INSIDE_NAMES: Final = ("Mac", "Mc", "O'", "D'", "De", "Le", "La", "Fitz", "Du", "Van")
_GARBLED: Final = (("â€™", "'"), ("â€˜", "'"), ("â€“", "-"), ("Ã©", "é"), ("Ã¨", "è"), ("Ã¡", "á"), ("Ã¢", "â"))
_CURLY: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "‐": "-", "‑": "-"}) | dict.fromkeys(
    range(0x300, 0x370)
)


def mended(text: str) -> str:
    """Give the text for comparing: curly quotes straight, the commonest broken UTF-8 mended, no accents set apart."""
    for broken, whole in _GARBLED:
        text = text.replace(broken, whole)
    return text.translate(_CURLY)


def fold(text: str) -> str:
    """Give the words in lower case, without stops and marks around them, for looking up."""
    words = (word.strip(".,;:*!?\"“”'()[]<>_").replace(".", "") for word in mended(text).lower().split())
    return " ".join(word for word in words if word)


def kind_of(text: str) -> Kind:
    """Tell what the text, one name without separators or brackets, stands for."""
    words = [posts.SHORT.get(word, word) for word in fold(text).split()]
    if words[:1] == ["the"]:
        words = words[1:]
    if not words or len(words) > 14:
        return UNKNOWN
    printed = mended(text).split()[-len(words) :]
    return (
        _known(words)
        or _titled(words, printed)
        or _named(words, printed)
        or _unreadable(words, printed)
        or _role(words)
        or _collective(words)
        or _service(words, printed)
        or _abbreviated(words, printed)
        or _personal(words, printed)
        or UNKNOWN
    )


def is_service_word(word: str) -> bool:
    """Tell whether the folded word is of the vocabulary of services, posts and teams, so no surname to be sure of."""
    return word in posts.SERVICE_WORDS or word in posts.TEAM_WORDS or _heads(word) is not None


def _known(words: list[str]) -> Kind | None:
    """Look up words that stand for themselves: `Ofsted`, `HR`, `CFO`."""
    if " ".join(words).replace("&", "and") in posts.BODY_NAMES:
        return Kind(OwnerType.BODY)
    word = words[0] if len(words) == 1 else ""
    kinds = (
        (posts.ROLE_WORDS, Kind(OwnerType.ROLE)),
        (posts.BODY_WORDS, Kind(OwnerType.BODY)),
        (posts.MONTH_NAMES_OF_PEOPLE, Kind(OwnerType.PERSON, sure=False)),
        (posts.TEAM_WORDS, Kind(OwnerType.TEAM, bare=word in posts.SERVICE_WORDS)),
    )
    return next((kind for known, kind in kinds if word in known), None)


def _titled(words: list[str], printed: list[str]) -> Kind | None:
    """Read a name after a title of respect, and what speaks of all: `Cllr Robert Gordon`, `All Heads of Service`."""
    first = words[0]
    if first in posts.TITLES and len(words) > 1 and _heads(words[1]) is None:
        prose = [word for word in printed[1:] if word[:1].islower() and word not in posts.PARTICLES | {"of"}]
        return UNKNOWN if prose and not printed[0].islower() else PERSON
    if first in posts.QUANTIFIERS and words[-1] not in posts.BODY_NOUNS:
        return Kind(OwnerType.GROUP, open="of" in words)
    return None


def _named(words: list[str], printed: list[str]) -> Kind | None:
    """Read what begins with a first name: `Jeff`, `JEFF SMITH`, `Kate Green`; `Ian Head` only with doubt."""
    first = words[0]
    count = len([word for word in words if word not in posts.SUFFIXES])
    if first.split("-")[0] not in posts.FIRST_NAMES or not 1 <= count <= 4 or len(printed[0].strip(".")) < 2:
        return None
    if count == 1:
        short = _is_capitals(printed[0]) and len(first) < 4
        return (
            Kind(OwnerType.INITIALS, sure=len(first) < 3)
            if short
            else Kind(OwnerType.PERSON, sure=first not in posts.SERVICE_WORDS)
        )
    if not all(_is_name_word(word) or (word.islower() and printed[0].islower()) for word in printed[1:]):
        return None
    last = words[-1]
    if _heads(last) is not None:
        surname = count == 2 and first not in posts.SERVICE_WORDS and last in posts.ROLE_NOUNS
        return Kind(OwnerType.PERSON, sure=False) if surname else None
    if any(word in posts.SMALL_WORDS for word in words) or (first in posts.SERVICE_WORDS and is_service_word(words[1])):
        return None
    middle = [word for word in words[1:-1] if is_service_word(word) and word not in posts.FIRST_NAMES]
    lower = any(word[:1].islower() and fold(word) not in posts.PARTICLES for word in printed)
    return Kind(OwnerType.PERSON, sure=not middle and not (lower and count > 2))


def _unreadable(words: list[str], printed: list[str]) -> Kind | None:
    """Refuse running prose: small letters in a word that no title of a post, a team or a body has."""
    articles = [place for place, word in enumerate(words) if word == "the" and place]
    if any(words[place - 1] not in posts.SMALL_WORDS for place in articles):
        return UNKNOWN
    strange = [
        place
        for place, (word, shown) in enumerate(zip(words, printed, strict=True))
        if shown[:1].islower()
        and not _is_service_word_or_small(word)
        and _heads(word) is None
        and not any({word, shown} & known for known in (posts.PARTICLES, posts.FIRST_NAMES, posts.BODY_WORDS))
    ]
    # `Senior biodiversity officer`: one word of a trade within a title that is known on both sides
    trade = strange == [len(words) - 2] and words[0] in posts.SERVICE_WORDS and _heads(words[-1]) is OwnerType.ROLE
    return UNKNOWN if strange and not trade and not _short(printed) else None


def _short(printed: list[str]) -> bool:
    return len(printed) == 1 and len(printed[0]) < 3


def _head(words: list[str]) -> list[str]:
    """Give the words before the first `of`, `for`, `to`, or dash, which are headed by their last."""
    for place, word in enumerate(words):
        if place and (word in posts.CONNECTORS or word in {"-", "–", "—"}):
            return words[:place]
    return words


def _heads(word: str) -> OwnerType | None:
    """Tell what a name is that the word is the head of."""
    if word in posts.ROLE_NOUNS:
        return OwnerType.ROLE
    if word in posts.PLURAL_GROUPS or word in posts.GROUP_NOUNS:
        return OwnerType.GROUP
    if word.endswith("s") and word[:-1].rstrip("'") in posts.ROLE_NOUNS and "'" not in word:
        return OwnerType.GROUP
    if word in posts.TEAM_NOUNS or word in posts.SERVICE_NOUNS:
        return OwnerType.TEAM
    return OwnerType.BODY if word in posts.BODY_NOUNS else None


def _role(words: list[str]) -> Kind | None:
    """Read the title of a post, headed by its noun (`Head of Finance`) or with its subject after it (`AD Finance`)."""
    head = _head(words)
    last = head[-1]
    opened = len(head) < len(words)
    if last == "executive" and "chief" not in head:
        return Kind(OwnerType.BODY, headed=True)
    if last == "office" and opened:
        return Kind(OwnerType.BODY, open=True)
    general = last == "general" and len(head) > 1 and head[-2] in posts.ROLE_NOUNS
    if general or last in posts.ROLE_NOUNS or (last in {"pa", "ea"} and words[1:2] == ["to"]):
        headed = len(head) > 1 and not opened and last not in {"executive", "general"}
        return Kind(OwnerType.ROLE, open=opened, headed=headed)
    if _heads(words[-1]) is not None and words[-1] in posts.GATHERINGS:
        return None
    for place, word in enumerate(words[:-1]):
        immediate = word in {"director", "head", "manager", "ad", "hos"}
        member = word == "member" and place > 0 and words[place - 1] in {"executive", "cabinet", "lead"}
        chief = word == "executive" and place > 0 and words[place - 1] == "chief"
        if (immediate or member or chief) and all(
            _is_service_word_or_small(after) or _heads(after) is OwnerType.TEAM for after in words[place + 1 :]
        ):
            return None if words[place + 1] in posts.TEAM_NOUNS else Kind(OwnerType.ROLE, open=True)
    return None


def _is_service_word_or_small(word: str) -> bool:
    return word in posts.SERVICE_WORDS or word in posts.TEAM_WORDS or word in posts.SMALL_WORDS


def _collective(words: list[str]) -> Kind | None:
    """Read a team, a body or a group by the noun that heads it: `CSF Finance Team`, `Schools Forum`."""
    head = _head(words)
    opened = len(head) < len(words)
    headed = len(head) > 1 and not opened
    type_ = _heads(head[-1])
    if opened and head[-1] in posts.GOVERNMENT_NOUNS:
        return Kind(OwnerType.BODY, open=True)
    if head[-1] == "office" and len(head) > 1 and head[-2] in posts.OFFICES:
        return Kind(OwnerType.BODY)
    if type_ is not None:
        served = len(words) == 1 or words[-1] in {"people", "government", "schools"}
        bare = served and all(word in posts.SERVICE_WORDS for word in words)
        return Kind(type_, bare=bare, open=opened, headed=headed)
    country = words[-1] in posts.COUNTRIES and all(map(is_service_word, words[:-1]))
    marked = words[-1] in posts.BODY_TAILS or words[0] in {"nhs", "lb"} or country
    return Kind(OwnerType.BODY) if (opened and words[-1] in posts.BODY_NOUNS) or (len(words) > 1 and marked) else None


def _service(words: list[str], printed: list[str]) -> Kind | None:
    """Read a team called by what it does: `Finance`, `Children's Services`, `CSF Finance`, `finance`."""
    known = [_is_service_word_or_small(word) or word in posts.BODY_WORDS for word in words]
    if all(known):
        return Kind(OwnerType.TEAM, bare=True) if words[0] not in posts.SMALL_WORDS else UNKNOWN
    if not any(word in posts.SERVICE_WORDS for word in words) or words[0] in posts.SMALL_WORDS:
        return None
    if all(is_known or (_is_capitals(word) and len(word) < 6) for is_known, word in zip(known, printed, strict=True)):
        return Kind(OwnerType.TEAM)
    if _is_initial(printed[0]) and len(words) <= 3:
        return PERSON
    return Kind(OwnerType.TEAM, sure=False) if all(word[:1].isupper() for word in printed) else None


def _abbreviated(words: list[str], printed: list[str]) -> Kind | None:
    """Read initials (`JS`, `J.S.`, `J S`) and abbreviations of four letters and more (`SIAS`)."""
    letters = "".join(printed).replace("-", "").removesuffix(".").split(".")
    stopped = 1 < len(letters) < 5 and all(len(letter) == 1 for letter in letters)
    spaced = 1 < len(words) < 4 and all(len(word) == 1 for word in words)
    if (stopped or spaced) and "".join(letters).isupper():
        return Kind(OwnerType.INITIALS)
    return _one_abbreviation(printed[0].strip(".")) if len(words) == 1 else None


def _one_abbreviation(word: str) -> Kind | None:
    if _is_capitals(word):
        return Kind(OwnerType.INITIALS) if len(word) < 4 else Kind(OwnerType.TEAM, sure=len(word) < 5)
    if any(_is_initials_of(word, inside) for inside in _INSIDE_NAMES[:3]):
        return Kind(OwnerType.INITIALS)
    if _is_capitals(word.removesuffix("s")):
        return Kind(OwnerType.GROUP)
    return _short_word(word)


def _short_word(word: str) -> Kind | None:
    """Read the title of a post cut to letters (`HoF`), initials in small letters, or a few odd capitals."""
    if len(word) > 2 and word[0] in "DH" and word[1] == "o" and word[2:].isupper():
        return Kind(OwnerType.ROLE, sure=word[0] == "H")
    if len(word) < 3 and word.isascii() and word.isalpha():
        return Kind(OwnerType.PERSON if word.istitle() and len(word) > 1 else OwnerType.INITIALS, sure=False)
    if len(word) < 6 and not _is_name_word(word) and sum(letter.isupper() for letter in word) > 1:
        return Kind(OwnerType.TEAM, sure=False)
    return None


def _is_initials_of(word: str, inside: str) -> bool:
    """Tell whether the word is initials of a name that has a capital within: `JMcD`, `JO'B`."""
    given, found, surname = word.partition(inside)
    return found != "" and 0 < len(given) < 3 and len(surname) == 1 and (given + surname).isupper()


def _is_capitals(word: str) -> bool:
    """Tell whether the word is capitals without stops: `SIAS`, `R&D`."""
    letters = word.replace("&", "")
    return len(word) > 1 and letters.isascii() and letters.isalpha() and letters.isupper() and word.strip("&") == word


def _is_initial(word: str) -> bool:
    """Tell whether the word is the initials of first names: `J`, `J.P.`, `J-P`."""
    letters = word.replace(".", "").replace("-", "")
    return 0 < len(letters) < 4 and letters.isascii() and letters.isalpha() and letters.isupper() and word[0].isalpha()


def _is_name_word(word: str) -> bool:
    """Tell whether the word is printed as names are: `O'Brien`, `Jean-Paul`, `McDonald`, `J.`, `van`."""
    if word.lower().strip(".") in posts.PARTICLES or word.lower().strip(".,") in posts.SUFFIXES:
        return True
    if _is_initial(word):
        return True
    given, _, surname = word.removesuffix(".").rpartition(".")
    word = surname if _is_initial(given) else word
    pieces = word.removesuffix(".").replace("'", "-").split("-")
    if not all(piece.isalpha() for piece in pieces) or ("a" <= word[0] <= "z" and word[:2] not in {"d'", "l'"}):
        return False
    plain = word
    for inside in _INSIDE_NAMES:
        plain = plain.replace(inside, "")
    return word.isupper() or sum(letter.isupper() for letter in plain) < len(pieces) + 1


def _personal(words: list[str], printed: list[str]) -> Kind | None:
    """Read what is printed as people's names are, though none of its words is known."""
    if not 1 <= len(words) <= 5 or not all(_is_name_word(word) for word in printed):
        return None
    surnames = [word for word in printed if not _is_initial(word) and word.lower().strip(".") not in posts.PARTICLES]
    if not surnames or any(word in posts.SMALL_WORDS for word in words):
        return None
    if len(words) == 1 and words[0].endswith("shire"):
        return Kind(OwnerType.BODY, sure=False)
    capitals = len(surnames) > 1 and all(word.isupper() for word in printed)
    return Kind(OwnerType.PERSON, sure=not capitals and len(surnames) < 5)
