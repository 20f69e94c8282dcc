"""Which period each figure of a sentence holds for: the one it stands beside, by the punctuation and words between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bvtrack.core.target.lexicon import FLAGS, Form
from bvtrack.core.target.period import Found, Period
from bvtrack.core.target.words import BASELINE_AFTER, BASELINE_BEFORE, PREPOSITIONS, START_OF_CHANGE

if TYPE_CHECKING:
    from bvtrack.core.target.figure import Figure


@dataclass(slots=True)
class Standing:
    """A figure with what is found out about it: the words that belong to it, its part in the course, its periods."""

    figure: Figure
    before: str
    after: str
    role: str
    periods: list[Period | None] = field(default_factory=list)


_JOINS = Form(r" ?-? ?(?:to|until|through to)? ?")
_AND = Form(r" ?(?:,|and|&|, and|/) ?(?:in |by |for )?")
_IN_BRACKETS = Form(r"[ ,]*\((?:actual|target|baseline|outturn|in|by|for|at|the|end|of| )*")
_NAMED_BRACKET = Form(r"[a-z] ?\($")
_EMPTY_BRACKETS = re.compile(r"\( *\)")
_WORD = Form(r"[a-z]")


def base_period(
    text: str, periods: list[Found], standings: list[Standing], *, relative: bool
) -> tuple[Found | None, list[Found]]:
    """Take out the period a change is measured from (`20% below 1990 levels`), where no figure is the baseline."""
    if any(standing.role == "baseline" for standing in standings):
        return None, periods
    for n, found in enumerate(periods):
        before, after = text[: found.start], text[found.end :]
        named = BASELINE_BEFORE.search(before) or BASELINE_AFTER.match(after)
        from_to = relative and START_OF_CHANGE.search(before)
        level = START_OF_CHANGE.search(before) and BASELINE_AFTER.match(after)
        if (named and (relative or level or "baseline" in (before[-20:] + after[:12]).lower())) or from_to:
            return found, periods[:n] + periods[n + 1 :]
    return None, periods


def joined(text: str, periods: list[Found]) -> list[Found]:
    """Make one period of two with `to` or a dash between them: `2002/03 to 2004/05`."""
    kept: list[Found] = []
    for found in periods:
        before = kept[-1] if kept else None
        gap = text[before.end : found.start] if before else ""
        if before and before.period and found.period and gap.strip() and _JOINS.fullmatch(gap):
            first, last = before.period, found.period
            label = f"{first.label} to {last.label}"
            ambiguous = first.ambiguous or last.ambiguous
            period = Period(label, first.earliest, last.latest, ambiguous)
            kept[-1] = Found(before.start, found.end, period, whole_year=before.whole_year and found.whole_year)
        else:
            kept.append(found)
    return kept


def attach(
    text: str, periods: list[Found], standings: list[Standing], *, join: bool
) -> tuple[list[Found], list[Found]]:
    """Give each period to the figure it stands beside; those left over are returned, and those of milestones."""
    if _span_of_change(text, periods, standings):
        return [], []
    periods = joined(text, periods) if join else periods
    loose: list[Found] = []
    milestones: list[Found] = []
    leading: list[Found] = []
    own = [one for one in standings if one.role != "comparator"]
    style_is_before = bool(periods and own) and _periods_first(periods, own)
    owner: Standing | None = None
    for n, found in enumerate(periods):
        left = next((one for one in reversed(own) if one.figure.end <= found.start), None)
        right = next((one for one in own if one.figure.start >= found.end), None)
        before_it = periods[n - 1] if n else None
        between = before_it is not None and left is not None and before_it.start >= left.figure.end
        joins = before_it is not None and _AND.fullmatch(text[before_it.end : found.start])
        if owner is not None and joins and (between or (left is None and owner is right)):
            owner.periods.append(found.period)
            continue
        if left is None and right and n + 1 < len(periods) and _own_period_follows(text, found, right, periods[n + 1]):
            milestones.append(found)
            continue
        if left is None:
            chosen = _first_after(text, found, right)
        else:
            chosen = _nearer(text, found, left, right, style_is_before=style_is_before)
        if chosen is None:
            leading.append(found)
            continue
        if chosen.periods:
            loose.append(found)
            continue
        owner = chosen
        chosen.periods.append(found.period)
    _distribute(standings)
    for found in leading:
        waiting = [one for one in standings if one.role == "target" and not one.periods and not one.figure.unset]
        if waiting:
            waiting[-1].periods.append(found.period)
        else:
            loose.append(found)
    return loose, milestones


def _own_period_follows(text: str, found: Found, right: Standing, following: Found) -> bool:
    """Whether a period at the head is a milestone's: `System in place by 2002, with 80% of users trained by 2003`."""
    if following.end <= right.figure.start:
        return not _AND.fullmatch(text[found.end : following.start])
    words = _WORD.search(PREPOSITIONS.without(text[: found.start])) and _WORD.search(
        PREPOSITIONS.without(text[found.end : right.figure.start])
    )
    after = text[right.figure.end : following.start]
    return bool(
        words and following.start >= right.figure.end and right.role == "target" and not re.search(r"[;0-9]", after)
    )


def _periods_first(periods: list[Found], own: list[Standing]) -> bool:
    """Whether this text prints each period before its figure."""
    if periods[0].start < own[0].figure.start:
        return True
    return own[0].role == "baseline" and own[-1].figure.start > periods[-1].start


def _span_of_change(text: str, periods: list[Found], standings: list[Standing]) -> bool:
    """Give `from 56% to 60% between 2001/02 and 2003/04` its two periods; False where the text is no such one."""
    own = [one for one in standings if not one.figure.unset]
    if [one.role for one in own] != ["baseline", "target"] or len(periods) != 2:
        return False
    first, last = periods
    opened = text[: first.start].lower().endswith(("between ", "from ")) and first.start > own[1].figure.end
    if not opened or text[first.end : last.start].strip() not in {"and", "to", "-"}:
        return False
    own[0].periods, own[1].periods = [first.period], [last.period]
    return True


def _first_after(text: str, found: Found, right: Standing | None) -> Standing | None:
    """Give a period at the head to the first figure; not to a baseline: `By 2005 increase from 50% to 60%`."""
    if right is None or (
        right.role == "baseline" and re.search(r"\bfrom\b", text[found.end : right.figure.start], FLAGS)
    ):
        return None
    return right


def _nearer(
    text: str, found: Found, left: Standing, right: Standing | None, *, style_is_before: bool
) -> Standing | None:
    gap_left = text[left.figure.end : found.start]
    if left.role == "baseline" and re.search(r"\b(?:by|until)(?: the end of)? $", gap_left, FLAGS):
        return right
    if right is None:
        return left
    gap_right = text[found.end : right.figure.start]
    if right.role == "baseline" and BASELINE_AFTER.match(gap_right) and _closes(gap_right):
        return right
    if _IN_BRACKETS.fullmatch(gap_left) and gap_right.startswith(")"):
        return left
    left_strength, right_strength = _strength(gap_left, at_left=True), _strength(gap_right, at_left=False)
    if left_strength == right_strength:
        return right if style_is_before else left
    return left if left_strength < right_strength else right


def _closes(gap: str) -> bool:
    """Whether a gap closes the brackets it opens, and no other."""
    return gap.count("(") == gap.count(")")


def _strength(gap: str, *, at_left: bool) -> int:
    """Tell how far a gap parts a period from a figure: a stop most, then a comma, words, a bracket, a dash, nothing."""
    core = _EMPTY_BRACKETS.sub("", PREPOSITIONS.without(gap))
    leads = "to" in gap.lower().split() and not at_left
    named = at_left and _NAMED_BRACKET.search(gap)
    parted = (
        (-1, not at_left and gap.lstrip(" )").startswith((":", "="))),
        (4, re.search(r";|\.(?: |$)", core)),
        (3, "," in core or ("(" in core and not at_left)),
        (2, named or leads or "->" in gap or "&" in gap or _WORD.search(core)),
        (1, "-" in gap or ")" in core),
    )
    return next((strength for strength, holds in parted if holds), 0)


def _distribute(standings: list[Standing]) -> None:
    """Share the periods of a list out over the list of figures beside it: `60% and 65% in 2002/03 and 2003/04`."""
    for n, standing in enumerate(standings):
        count = len(standing.periods)
        for group in (standings[max(n - count + 1, 0) : n + 1], standings[n : n + count]):
            others = [one for one in group if one is not standing]
            if count > 1 and len(group) == count and all(one.role == "target" and not one.periods for one in others):
                for one, period in zip(group, list(standing.periods), strict=True):
                    one.periods = [period]
                break
