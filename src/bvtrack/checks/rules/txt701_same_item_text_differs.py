"""same-item-text-differs: a recommendation or part is worded differently in two sections.

## What it checks

Where the file has another section's wording of an item (`wordings`), the two have the same words. Words merely left out
are no difference, unless they turn the meaning round (`not`, `without`); nor are inflections (`improving`, `improve`),
small words, and abbreviations that the review defines.

## Why it matters

Members adopt one wording and officers carry out another. Where the two do not mean the same, it is the wrong one that
is done.

## Fires

```toml
[[recommendation]]
id = "2"
text = "Improve school outcomes"
wordings = [{ place = "Appendix 2", text = "Improve school performance" }]
```

## Quiet

```toml
[[recommendation]]
id = "2"
text = "Improve school outcomes"
wordings = [{ place = "Appendix 2", text = "Improving outcomes" }]
```

## How to fix

Ask the author which wording stands, and print it in both sections.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.checks.plans.plan import recommendations
from bvtrack.checks.rule import Rule
from bvtrack.checks.words.wording import NEGATIONS, difference
from bvtrack.core.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bvtrack.checks.subject import Subject
    from bvtrack.checks.words.wording import Difference
    from bvtrack.core.finding import Key
    from bvtrack.core.review import Part, Recommendation, Review


def find(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each recommendation and part with a wording that has other words."""
    abbreviations = subject.review.abbreviations
    for kind, key, item in _items(subject.review):
        differing = [
            (nth, f"{wording.place} {_said(apart)}")
            for nth, wording in enumerate(item.wordings)
            for apart in [difference(item.text, wording.text, abbreviations)]
            if (apart.first and apart.second) or _turned_round(apart)
        ]
        if differing:
            yield Finding(
                address=item.id,
                key=(*key, "wordings", differing[0][0], "text"),
                message=f"{kind} {item.id} is worded differently in two sections: "
                f"{'; '.join(said for _, said in differing)}.",
                hints=("Ask the author which wording stands.",),
            )


def _items(review: Review) -> Iterator[tuple[str, Key, Recommendation | Part]]:
    for key, recommendation in recommendations(review):
        yield "Recommendation", key, recommendation
        for nth, part in enumerate(recommendation.parts):
            yield "Part", (*key, "part", nth), part


def _turned_round(apart: Difference) -> bool:
    return not NEGATIONS.isdisjoint(word.casefold() for word in apart.first + apart.second)


def _said(apart: Difference) -> str:
    first, second = (f"“{' '.join(words)}”" for words in (apart.first, apart.second))
    if apart.first and apart.second:
        return f"has {second} for {first}"
    return f"adds {second}" if apart.second else f"leaves out {first}"


RULE = Rule("TXT701", "same-item-text-differs", Severity.WARNING, __doc__, find)
