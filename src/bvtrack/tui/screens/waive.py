"""The form that accepts a finding on purpose: why, and up to which day; it is signed with the desk's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bvtrack.app.show.day import read_day, said
from bvtrack.tui.screens.form import Blank, Form

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bvtrack.app.show.view import ReviewView
    from bvtrack.core.errors import Problem


class WaiveForm(Form):
    """Asks for the reason and the last day; `submit` gets both."""

    def __init__(
        self,
        view: ReviewView,
        code: str,
        address: str,
        submit: Callable[[str, dt.date | None, Callable[[Problem | None], None]], None],
    ) -> None:
        day = view.as_at
        about = next((one.message for one in view.findings if (one.code, one.address) == (code, address)), "")

        def read(text: str) -> tuple[bool, str]:
            until, sentence = read_day(text, day)
            if until is not None and until < day:
                return False, f"{said(until)} is past: it would waive nothing"
            return until is not None, sentence

        def take(texts: Mapping[str, str], then: Callable[[Problem | None], None]) -> None:
            submit(texts["reason"], read_day(texts["until"], day).day, then)

        blanks = [
            Blank(
                "reason", "Why it is accepted", needed=True, hint="a sentence; it stands in reports beside the finding"
            ),
            Blank("until", "Until", "", read, needed=True, hint="the last day the waiver holds, as 31 Mar 2003"),
        ]
        super().__init__(f"Waive {code} at {address}", about, blanks, take)
