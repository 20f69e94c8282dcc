"""Steps that stand in the plan more than once: the same words after folding, or all of them but one.

Two steps are a word apart when taking one word out of each, or out of one, leaves the same words. To tell a slip from a
form of words used on purpose, what is left must be four words or more, three where the two words may be readings of
one printed word, two where they are articles; words with digits are never a slip (phase 1, phase 2), nor is a gap that
three steps fill differently.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import parts
from bvtrack.checks.words.wording import alike, folded, has_digit, words
from bvtrack.core.period import MONTHS, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bvtrack.core.due import Due
    from bvtrack.core.finding import Key
    from bvtrack.core.responsibility import Responsibility
    from bvtrack.core.review import Review

_SHARED = 4
_SHARED_BY_ALIKE = 3
_SHARED_BY_ARTICLES = 2
_ARTICLES = frozenset({"", "a", "an", "the"})
_LONGEST = 60  # words; beyond it a step is compared as a whole only, so that time stays linear


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step where it stands: its action, and the deadline and owners it has itself or by its action."""

    address: str
    key: Key
    text: str
    action: str
    due: Due | None
    answers: Responsibility

    @property
    def owners(self) -> str:
        """The owners as printed, empty for none."""
        return self.answers.owners.text if self.answers.owners else ""

    @property
    def people(self) -> frozenset[str]:
        """The owners' names, as the review's people have them where they are known."""
        return frozenset(
            match.people[0] if len(match.people) == 1 else " ".join(folded(match.owner.name))
            for match in self.answers.matches
        )

    @property
    def deadline(self) -> str:
        """The deadline as a message says it: a month as `Sep 2002`, anything else as printed; empty for none."""
        if self.due is None:
            return ""
        if self.due.latest is None or self.due.precision is not Precision.MONTH:
            return self.due.text
        return f"{MONTHS[self.due.latest.month - 1]} {self.due.latest.year}"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Steps that repeat one another, in the order of the plan.

    `apart` holds the word of the first and that of the second where a word differs (empty where it has none), and is
    empty where none does. `conflicts` says what differs besides: the deadline, the owner.
    """

    steps: tuple[PlacedStep, ...]
    apart: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Name what the steps disagree on: `deadline`, `owner`, both or neither."""
        deadlines = {_when(step) for step in self.steps}
        owners = {step.people for step in self.steps}
        return tuple(name for name, values in (("deadline", deadlines), ("owner", owners)) if len(values) > 1)


def repeated_steps(review: Review, responsibilities: Iterable[Responsibility]) -> tuple[Repeat, ...]:
    """Find the steps that stand under two actions or more, then the pairs under two that are a word apart."""
    same: dict[tuple[str, ...], list[PlacedStep]] = {}
    for step in _steps(review, {one.address: one for one in responsibilities}):
        same.setdefault(folded(step.text), []).append(step)
    same.pop((), None)
    repeats = [Repeat(tuple(steps)) for steps in same.values() if len({step.action for step in steps}) > 1]
    return (*repeats, *_a_word_apart(same))


def said(repeat: Repeat) -> str:
    """Say in words, as a sentence without its stop, what repeats what."""
    first, *others = repeat.steps
    again = ", ".join(step.address for step in others)
    steps, repeat_ = ("Step", "repeats") if len(others) == 1 else ("Steps", "repeat")
    if not repeat.apart:
        return f"{steps} {again} {repeat_} step {first.address}, “{first.text}”"
    old, new = repeat.apart
    change = f"has “{new}” for “{old}”" if old and new else f"adds “{new}”" if new else f"leaves out “{old}”"
    return f"Step {again} repeats step {first.address}, “{first.text}”, but {change}"


def _steps(review: Review, responsibilities: Mapping[str, Responsibility]) -> Iterator[PlacedStep]:
    for key, part in parts(review):
        for nth, step in enumerate(part.steps):
            address = f"{part.id}/{nth + 1}"
            yield PlacedStep(
                address=address,
                key=(*key, "steps", nth, "text"),
                text=step.text,
                action=part.id,
                due=step.finish or part.finish,
                answers=responsibilities[address if step.owner is not None else part.id],
            )


def _when(step: PlacedStep) -> object:
    """Give what two deadlines must share to be one: the day, or the words where there is no day."""
    if step.due is None:
        return None
    return step.due.latest or folded(step.due.text)


def _a_word_apart(same: Mapping[tuple[str, ...], Sequence[PlacedStep]]) -> Iterator[Repeat]:
    """Yield the first two steps under two actions of each pair of texts a word apart."""
    fillings: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}
    for text in _near_another([text for text in same if len(text) <= _LONGEST]):
        for rest, word in _gaps(text):
            fillings.setdefault(rest, {})[text] = word
    seen = set()
    for rest, filling in fillings.items():
        if len(filling) == 2 and frozenset(filling) not in seen and _slip(len(rest), *filling.values()):
            seen.add(frozenset(filling))
            steps = _under_two_actions(*(same[text] for text in filling))
            if steps:
                apart = zip(steps, filling.values(), strict=True)
                yield Repeat(steps, tuple(_as_printed(step.text, word) for step, word in apart))


def _near_another(texts: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the texts that may be a word apart from another: none is that has two words which no other has."""
    standing = Counter(chain.from_iterable(map(set, texts)))
    for text in texts:
        if sum(standing[word] == 1 for word in set(text)) < 2:
            yield text


def _gaps(text: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the words of a text with none taken out, then with each taken out in turn, and the word taken out."""
    yield text, ""
    for place, word in enumerate(text):
        yield (*text[:place], *text[place + 1 :]), word


def _slip(shared: int, first: str, second: str) -> bool:
    """Tell whether two texts that share so many words and differ by these are likely meant to be one."""
    if first == second or has_digit(first + second):
        return False
    if {first, second} <= _ARTICLES:
        return shared >= _SHARED_BY_ARTICLES
    return shared >= (_SHARED_BY_ALIKE if alike(first, second) else _SHARED)


def _under_two_actions(first: Sequence[PlacedStep], second: Sequence[PlacedStep]) -> tuple[PlacedStep, ...]:
    """Give the first pair of steps, one of each text, that stand under two actions; nothing where there is none."""
    pairs = ((one, other) for one in first for other in second if one.action != other.action)
    return next(pairs, ())


def _as_printed(text: str, word: str) -> str:
    """Give a folded word as its text prints it; empty for none."""
    return next((one.printed for one in words(text) if one.folded == word), "")
