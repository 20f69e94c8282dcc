"""prose-figure: a figure quoted in prose is not the total it states.

## What it checks

Each `quoted` figure is compared with the total its label names: a stream's grand total, a recommendation's total, or
the net position (budget less savings and income). Units do not matter: `£1,346k` and `£1,346,000` are one amount. A
quoted figure stands for what its printed precision allows, so `£1.3m` is honest for 1,346; a range, `over £1.3m` and
`up to £1.4m` for what they bound, and an approximate figure may be out by one in its last digit that is no nought. A
net position may be quoted with either sign; the review's own `net` is checked in the same way.

In a document a figure is bound to a total of its financial tables by the words around it: the stream (budget or cost,
savings, income, net), what it covers (over four years, in total, in 2003-04), and the row it names. It is compared
where these leave no doubt, or where it looks like the total with a digit wrong or a unit slipped; one that may be of
another time, place or source, is far from the total, or agrees with any that it could state, is left alone.

Where the total itself is wrong, the rule about that total reports it and this one is quiet.

## Why it matters

Members read the prose, officers the table. The two must ask for the same money.

## Fires

```toml
quoted = [{ place = "section 6, line 1", total = "budget", value = "£1,436k" }]

[totals]
budget = { total = 1346 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 305, "03-04" = 347, "04-05" = 347, "05-06" = 347, total = 1346 }
```

```markdown
The recommendations will cost £1,436k over four years and produce savings of £480k.

| £'000 | 2002-03 | 2003-04 | 2004-05 | 2005-06 | Total |
|---|--:|--:|--:|--:|--:|
| Total budget | 89 | 419 | 419 | 419 | 1346 |
| Total savings | | | 240 | 240 | 480 |
```

## Quiet

```toml
quoted = [
  { place = "section 6, line 1", total = "budget", value = "£1,346,000" },
  { place = "section 6, line 2", total = "budget", value = "£1.3m" },
]

[totals]
budget = { total = 1346 }

[[recommendation]]
id = "2"
text = "improve school outcomes"
profile.budget = { "02-03" = 305, "03-04" = 347, "04-05" = 347, "05-06" = 347, total = 1346 }
```

```markdown
Over the next four years £1,346,000 of the existing budget will be redirected. This will produce savings of £480k.
Last year's savings were £300k. A grant of £50,000 a year is sought.

| £'000 | 2002-03 | 2003-04 | 2004-05 | 2005-06 | Total |
|---|--:|--:|--:|--:|--:|
| Total budget | 89 | 419 | 419 | 419 | 1346 |
| Total savings | | | 240 | 240 | 480 |
```

## How to fix

Compare both with the report. If the report contradicts itself, ask its author which figure was agreed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.figures.amounts import figures, said
from bvtrack.checks.figures.explain import Named, sum_readings
from bvtrack.checks.figures.net import misstated
from bvtrack.checks.figures.quoted import number_of
from bvtrack.checks.figures.sums import Kind
from bvtrack.checks.figures.sums_told import called, place_of, unit_of
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.phrasing import quoted as in_quotes
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.documents.subject import DocumentSubject
    from bvtrack.checks.figures.footing import Footing
    from bvtrack.checks.figures.misfits import Fault
    from bvtrack.checks.prose.bind import Misquote
    from bvtrack.checks.prose.claims import Claim
    from bvtrack.checks.prose.totals import Total
    from bvtrack.checks.subject import Subject
    from bvtrack.core.review import Review

_MOST_OTHERS = 3
_NAMES = {"budget": "the budget", "savings": "the savings", "income": "the income", "net": "the net position"}


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each quoted figure that is not the total it states, and for each wrong net position."""
    for footing in subject.footings:
        for fault in footing.faults_of(Kind.STATED):
            yield _misquoted(subject.review, footing, fault)
    unit = subject.review.unit
    for one in misstated(subject.review, subject.tables):
        yield Finding(
            address=one.cell.address,
            key=one.cell.key,
            message=(
                f"The net position is stated as {one.cell.text} in {one.place}, "
                f"but budget less savings and income is {said(one.net, unit)}."
            ),
            figures=figures(one.printed, one.net, unit),
        )


def _misquoted(review: Review, footing: Footing, fault: Fault) -> Finding:
    check, unit = fault.check, review.unit
    cell = footing.cell(check.sum.total)
    quoted = review.quoted[number_of(cell)]
    whose = f" of recommendation {quoted.recommendation}" if quoted.recommendation else ""
    total = Named("the table's total", check.computed, firm=True)
    figure = Named("the figure quoted", check.printed, quoted.value.place or 0)
    return Finding(
        address=cell.address,
        key=cell.key,
        message=(
            f"The {quoted.total}{whose} is quoted as {cell.text} in {quoted.place}, "
            f"but the {quoted.total} table has {said(check.computed, unit)}."
        ),
        figures=figures(check.printed, check.computed, unit),
        hints=sum_readings(total, (figure,), (), unit),
    )


def find_in_document(document: DocumentSubject) -> Iterator[Finding]:
    """Yield a finding for each figure in prose that is not the total of a table that it states."""
    from bvtrack.checks.prose.bind import misquotes

    for one in misquotes(document.document, document.financial, document.thresholds.rounding):
        yield _in_prose(one)


def _in_prose(one: Misquote) -> Finding:
    claim, total = one.claim, one.total
    unit = unit_of(total.table)
    meant = abs(total.pence) if (claim.money.pence or 0) > 0 else total.pence
    quoted = Named("the figure in the text", one.figure.pence, claim.money.place or 0)
    readings = sum_readings(Named("the table's total", meant, firm=True), (quoted,), (), unit)
    subject = " ".join(part for part in (_NAMES[claim.stream], _covered(claim)) if part)
    return Finding(
        address="/".join(part for part in ("prose", claim.stream, _covered(claim)) if part),
        key=("prose", one.paragraph),
        message=(
            f"The text gives {subject} as {claim.money.text} in {in_quotes(claim.sentence)}, "
            f"but {called(total.table)} has {said(meant, unit)}."
        ),
        figures=figures(one.figure.pence, meant, unit),
        hints=(f"It was compared with {_cell(total)}.", *readings, *_others(one)),
    )


def _covered(claim: Claim) -> str:
    """Say what a claim covers, nothing for all."""
    scope = claim.scope
    whose = claim.whose or (f"recommendation {scope.recommendation}" if scope.recommendation else "")
    return " ".join(part for part in (f"of {whose}" if whose else "", scope.said()) if part)


def _cell(total: Total) -> str:
    """Name the cell a total stands in."""
    if total.computed:
        return f"the budget less savings and income of {called(total.table)}"
    place = place_of(total.footed.footing, total.at)
    lines = (("row", place.row), ("column", place.column))
    named = ", ".join(f"{line} {in_quotes(label)}" for line, label in lines if label)
    return f"{named} of {called(total.table)}" if named else called(total.table)


def _others(one: Misquote) -> Iterator[str]:
    """Say which other totals of the tables the figure is."""
    for other in one.others[:_MOST_OTHERS]:
        yield f"It fits {_cell(other)}."


RULE = Rule("FIN105", "prose-figure", Severity.ERROR, __doc__, find, in_document=find_in_document)
