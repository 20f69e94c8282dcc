"""Texts that would act if anything read them as markup or let them through to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bvtrack.core.review import Review

HOSTILE = "[/] [@click=app.quit]x[/] [BV8] [n/a] \x1b[31m \x9b2J \x07"
SHOWN = "[/] [@click=app.quit]x[/] [BV8] [n/a] <U+001B>[31m <U+009B>2J <U+0007>"


def hostile(review: Review, text: str = HOSTILE) -> Review:
    """Put a hostile text wherever a review has words of its own."""
    recommendations = tuple(
        one.model_copy(
            update={
                "text": text,
                "parts": tuple(
                    part.model_copy(
                        update={
                            "text": text,
                            "steps": tuple(step.model_copy(update={"text": text}) for step in part.steps),
                        }
                    )
                    for part in one.parts
                ),
                "measures": tuple(measure.model_copy(update={"text": text}) for measure in one.measures),
            }
        )
        for one in review.recommendations
    )
    return review.model_copy(update={"title": text, "authority": text, "recommendations": recommendations})


def escapes(lines: list[str]) -> list[str]:
    """Give the lines that hold a control character."""
    return [line for line in lines if any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)]
