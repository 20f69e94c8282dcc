"""How the overview lies on the screen: in one column at 80, in two where there is room, each section of its data."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bvtrack.app.show.overview import NOT_MET
from bvtrack.core.table import Role
from bvtrack.tui.blocks import Block, Row, Thing, beside, fitted, titled, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bvtrack.app.show.colours import Band
    from bvtrack.app.show.overview import Deed, Glance, Outcomes, Share, Worst
    from bvtrack.core.finding import Finding
    from bvtrack.core.table import Table
    from bvtrack.tui.text import Part

WIDE: Final = 120  # from so many cells on it stands in two columns
GAP: Final = 3
FIVE: Final = 5
LEAST: Final = 3  # findings, where the screen is low
_RULE: Final = {"late": "━", "soon": "━", "going": "━", "good": "━", "plain": "─", "quiet": "┄"}
_PLURAL: Final = {"error": "errors", "warning": "warnings", "note": "notes"}


def page(shown: Glance, worst: Worst | None, width: int, height: int) -> list[Block]:
    """Lay the overview out for a size."""
    return _wide(shown, worst, width, height) if width >= WIDE else _narrow(shown, worst, width, height)


def _narrow(shown: Glance, worst: Worst | None, width: int, height: int) -> list[Block]:
    """Lay it out in one column, lists side by side, with lines between the sections where there is room."""
    net = list(_net(shown.net, width))
    across = sum(len(_text(part)) for part in net[0].parts)
    left = width - across - GAP
    if left >= 16:
        first = [beside((net, _shares(shown.shares, left)), ((0, across), (across + GAP, left)), 0)]
    else:
        first = [beside((net,), ((0, width),), 0), beside((_shares(shown.shares, width),), ((0, width),), 0)]
    half = (width - GAP) // 2
    places = ((0, half), (half + GAP, width - half - GAP))
    key, found = _key(shown.bands, width), _findings(worst, width, 1)
    room = height - sum(max(block.end for block in band) for band in first) - len(key) - len(found) - 2
    bar_rows = [_bar(shown.shares, width)] if room > FIVE or not key else []
    most = min(FIVE, max(LEAST, room - len(bar_rows)))
    deeds = beside((_late(shown.late, half, most), _coming(shown.coming[:most], places[1][1])), places, 0)
    taken = sum(max(block.end for block in band) for band in (*first, deeds)) + len(bar_rows) + len(key) + 2
    singles = (
        [*bar_rows, *key],
        found[: 1 + max(LEAST, height - taken)],
        [_outcome_line(shown.outcomes, width)],
    )
    bar, findings, outcomes = (beside((rows,), ((0, width),), 0) for rows in singles)
    return _stacked([*first, bar, deeds, findings, outcomes], height, closed={len(first)})


def _wide(shown: Glance, worst: Worst | None, width: int, height: int) -> list[Block]:
    """Lay it out in two columns."""
    across = (width - GAP) // 2
    other = width - across - GAP
    above = [list(_net(shown.net, across)), [*_charted(shown.shares, across), *_key(shown.bands, across)]]
    room = height - sum(map(len, above)) - len(above) - 1
    left = [*above, _late(shown.late, across, max(FIVE, room), full=True)]
    right = [
        _coming(shown.coming, other),
        _findings(worst, other, 2 if height < 36 else 3),
        _outcomes(shown.outcomes, other),
    ]
    columns = [([beside((rows,), ((0, across),), 0) for rows in left], 0)]
    columns += [([beside((rows,), ((0, other),), 0) for rows in right], across + GAP)]
    return [
        replace(block, x=block.x + x)
        for sections, x in columns
        for block in _stacked(sections, sum(max(b.end for b in section) + 1 for section in sections))
    ]


def _stacked(bands: Sequence[Sequence[Block]], height: int, closed: Iterable[int] = ()) -> list[Block]:
    """Put bands under one another, a blank line before each while the height bears it; none before the `closed`."""
    heights = [max((block.end for block in band), default=0) for band in bands]
    spare = height - sum(heights)
    gaps = [0] * len(bands)
    for nth in (nth for nth in range(1, len(bands)) if nth not in set(closed)):
        gaps[nth] = int(spare > 0)
        spare -= gaps[nth]
    tops = accumulate((above + gap for above, gap in zip([0, *heights], gaps, strict=False)))
    return [replace(block, y=top + block.y) for top, band in zip(tops, bands, strict=True) for block in band]


def _net(table: Table, width: int) -> Iterator[Row]:
    """Draw the net position, its heading in the line of the years; years that do not fit are left out."""
    title = f"Net, {table.unit.text}" if table.unit else "Net"
    label = min(max(13, len(title) + 2), 20)
    longest = (max(len(row[nth].text) for row in table.cells) for nth in range(len(table.columns)))
    widths = [max(found, len(column.label)) + 2 for found, column in zip(longest, table.columns, strict=True)]
    shown = list(range(len(widths)))
    while label + sum(widths[nth] for nth in shown) > width and len(shown) > 1:
        years = [nth for nth in shown if table.columns[nth].role is Role.ITEM]
        shown.remove(years[-1] if years else shown[-1])
    heads = "".join(fitted(table.columns[nth].label, widths[nth], right=True) for nth in shown)
    yield Row(((fitted(title, label), "title"), (heads, "quiet")))
    for nth, (line, cells) in enumerate(zip(table.rows, table.cells, strict=True)):
        tone = {Role.TOTAL: "strong", Role.MEMO: "quiet"}.get(line.role, "")
        figures = "".join(fitted(cells[at].text, widths[at], right=True) for at in shown)
        yield Row(((fitted(line.label, label) + figures, tone),), Thing(cells[0].address, "finance", nth))


def _shares(shares: Sequence[Share], width: int) -> list[Row]:
    """List the statuses with how many actions have them."""
    return [
        titled("Actions", str(sum(share.number for share in shares)), width),
        *(_share(share, width) for share in shares[:FIVE]),
    ]


def _share(share: Share, width: int) -> Row:
    tone = share.status.tone if share.number else "quiet"
    return Row(
        ((f"{share.status.letter} {share.number:>2} {fitted(share.status.word, width - 5)}", tone),),
        _action(share.first),
    )


def _charted(shares: Sequence[Share], width: int) -> list[Row]:
    """List the statuses, a bar beside each."""
    most = max((share.number for share in shares), default=0)
    rows = [titled("Actions", str(sum(share.number for share in shares)), width)]
    for share in shares:
        room = width - 21
        length = max(1, share.number * room // most) if share.number else 0
        tone = share.status.tone if share.number else "quiet"
        text = fitted(f"{share.status.letter} {share.status.word}", 15)
        rows.append(
            Row(((f"{text}{share.number:>4}  ", tone), (_RULE[share.status.tone] * length, tone)), _action(share.first))
        )
    return rows


def _bar(shares: Sequence[Share], width: int) -> Row:
    """Draw the actions as a bar, each status its part of it, under its letter."""
    present = [share for share in shares if share.number]
    whole = sum(share.number for share in present)
    room = width - 3 * len(present)
    ends = list(accumulate((share.number * room // whole for share in present), initial=0))
    if present:
        ends[-1] = room
    parts: list[Part] = []
    for share, start, end in zip(present, ends, ends[1:], strict=False):
        parts.append((f"{share.status.letter} {_RULE[share.status.tone] * max(end - start, 1)} ", share.status.tone))
    return Row(tuple(parts) or (("No actions yet: add a recommendation and its parts.", "quiet"),))


def _key(bands: Sequence[Band], width: int) -> list[Row]:
    """Write how many actions have each colour, and what it means, on as few lines as that takes."""
    lines: list[list[tuple[str, str]]] = [[]]
    for band in bands:
        told = [(f"{band.number} {band.shade.word}", str(band.shade.tone))]
        told += [(word, "quiet") for word in band.means.split()]
        told += [("·", "quiet")] if band is not bands[-1] else []
        for text, tone in told:
            if lines[-1] and sum(len(one) + 1 for one, _ in lines[-1]) + len(text) > width:
                lines.append([])
            lines[-1].append((text, tone))
    return [Row(tuple((f"{text} ", tone) for text, tone in line)) for line in lines if line]


def _late(late: Sequence[Deed], width: int, most: int, *, full: bool = False) -> list[Row]:
    """List what is late, the overdue first, the latest of them first."""
    if not late:
        return [titled("Late", "", width), Row((("Nothing is late.", "quiet"),))]
    rows = [titled("Late", str(len(late)), width)]
    longest = max(len(deed.late if full else deed.months) for deed in late[:most])
    for deed in late[:most]:
        told = fitted(deed.late if full else deed.months, longest, right=True)
        owner = fitted(deed.owner, 14) + " " if full else ""
        room = width - 7 - len(owner) - len(told) - 2
        rows.append(
            Row(
                (
                    (f"{deed.status.letter} ", deed.status.tone),
                    f"{fitted(deed.address, 5)}{fitted(deed.text, room)}  {owner}",
                    (told, "late" if deed.status.tone == "late" else "soon"),
                ),
                _action(deed.address, "late"),
            )
        )
    return rows


def _coming(coming: Sequence[Deed], width: int) -> list[Row]:
    """List the next deadlines, with who answers for them."""
    rows = [titled("Next deadlines", "", width)]
    if not coming:
        return [*rows, Row((("None ahead.", "quiet"),))]
    due = max(len(deed.due) for deed in coming)
    due, owner = min(due, 19), min(max(len(deed.owner) for deed in coming), 12 if width < 60 else 22)
    for deed in coming:
        room = width - 5 - due - owner - 4
        text = f"{fitted(deed.address, 5)}{fitted(deed.due, due)}  {fitted(deed.owner, owner)}  "
        rows.append(Row((text, (fitted(deed.text, room), "quiet")), _action(deed.address, "next")))
    return rows


def _findings(worst: Worst | None, width: int, lines: int) -> list[Row]:
    """List the worst findings, each on so many lines."""
    if worst is None:
        blank = [Row()] * (FIVE * lines - 1)
        return [titled("Findings", "", width), Row((("The rules are running …", "quiet"),)), *blank]
    told = " · ".join(f"{number} {_PLURAL[str(one)] if number != 1 else one}" for one, number in worst.counts if number)
    if not worst.findings:
        return [titled("Findings", told, width), Row((("Nothing found.", "quiet"),))]
    rows = [titled("Findings", told, width)]
    for nth, finding in enumerate(worst.findings):
        rows += _finding(finding, nth, width, lines)
    return rows


def _finding(finding: Finding, nth: int, width: int, lines: int) -> Iterator[Row]:
    thing = Thing(finding.address, "findings", nth)
    severity = str(finding.severity)
    start = f"{fitted(finding.code, 7)}{fitted(finding.address, 10)}"
    told = wrapped(finding.message, width - len(start) - 2, most=lines)
    yield Row(((f"{severity[0].upper()} ", severity), (start, "quiet"), told[0]), thing)
    for line in told[1:]:
        yield Row((" " * (len(start) + 2), line), thing)


def _counts(outcomes: Outcomes) -> list[tuple[str, str]]:
    """Say the counts of target lines with their tones; those that are nought say nothing but of what is met."""
    said = [
        (f"{outcomes.met} met", "good" if outcomes.met else "quiet"),
        (f"{outcomes.not_met} not met", "late" if outcomes.not_met else "quiet"),
    ]
    if outcomes.wanted:
        said.append((f"{outcomes.wanted} figures due" if outcomes.wanted > 1 else "1 figure due", "soon"))
    said.append((f"{outcomes.no_figure} no figure yet", "quiet"))
    if outcomes.unjudged:
        said.append((f"{outcomes.unjudged} not judged", "quiet"))
    return said


def _outcome_line(outcomes: Outcomes, width: int, title: str = "Outcomes") -> Row:
    """Say the counts of the outcomes in a line."""
    if not outcomes.lines:
        return Row((("Outcomes", "title"), (fitted("  no measures yet", width - 8), "quiet")))
    parts: list[Part] = [(f"{title}  " if title else "", "title")]
    for nth, (text, tone) in enumerate(_counts(outcomes)):
        parts += [(" · " if nth else "", "quiet"), (text, tone)]
    return Row(tuple(parts), Thing(outcomes.first, "outcomes"))


def _outcomes(outcomes: Outcomes, width: int) -> list[Row]:
    """Say the outcomes in a section: the counts, and by name what is missed."""
    if not outcomes.lines:
        return [titled("Outcomes", "", width), Row((("No measures yet.", "quiet"),))]
    rows = [titled("Outcomes", str(outcomes.lines), width), _outcome_line(outcomes, width, title="")]
    address = max((len(one.address) for one in outcomes.missed[:FIVE]), default=0)
    for nth, one in enumerate(outcomes.missed[:FIVE], start=1):
        said = fitted(one.said, min(len(one.said), 2 * width // 5))
        text = fitted(one.text, width - 16 - address - len(said))
        tone = "late" if one.word == NOT_MET else "soon"
        told = f"{fitted(one.address, address)}  {text}  "
        rows.append(
            Row(((f"{fitted(one.word, 12)}", tone), told, (said, "quiet")), Thing(one.address, "outcomes", nth))
        )
    return rows


def _action(address: str, section: str = "") -> Thing | None:
    """Give the thing that an action is in a section; no address is no thing."""
    return Thing(address, "actions", ("", "late", "next").index(section)) if address else None


def _text(part: Part) -> str:
    return part if isinstance(part, str) else part[0]
