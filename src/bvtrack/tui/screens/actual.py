"""The form for a figure as it turned out: of a measure for a period, or of an amount in its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app.show.actual import amount_read, asked, level_read, period_read
from bvtrack.tui.screens.form import Blank, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.errors import Problem


class ActualForm(Form):
    """Asks for `value`, for `period` where the address has none, and for a `reason` that may be left out."""

    def __init__(
        self,
        view: ReviewView,
        address: str,
        submit: Callable[[Mapping[str, str], Callable[[Problem | None], None]], None],
    ) -> None:
        review, wanted = view.review, asked(view, address)
        reason = Blank("reason", "Note", hint="what is worth keeping, if anything")
        if wanted.period is None:
            hint = f"an amount, bare ones in {review.unit.text}"
            blanks = [Blank("value", "Actual", "", lambda text: amount_read(text, review)[:2], needed=True, hint=hint)]
        else:
            blanks = [
                Blank("value", "Actual", "", lambda text: level_read(text, review)[:2], needed=True, hint="as 61%"),
                Blank(
                    "period",
                    "For",
                    wanted.period,
                    lambda text: period_read(text, review)[:2],
                    needed=True,
                    hint="as 2002-03, or Sep 2002",
                ),
            ]
        super().__init__(wanted.title, wanted.about, [*blanks, reason], submit)
