"""The desk people work at: an open database, who signs, and the clock the face brought. Verbs on a database take one.

Reviews are named by id; where the database holds one review it need not be named.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.core.address import Reference, find, reference
from bvtrack.core.errors import UsageProblem
from bvtrack.core.visible import visible
from bvtrack.delivery.brag import DEFAULT
from bvtrack.store.store import Entry, Store, open_store

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bvtrack.core.review import Review
    from bvtrack.delivery.brag import Policy

FILE_NAME = "bvtrack.db"


@dataclass(frozen=True, slots=True)
class Desk:
    """An open database, the name that signs changes, and a clock that gives the present moment in UTC.

    `policy` says which work has which colour.
    """

    store: Store
    by: str
    clock: Callable[[], dt.datetime]
    policy: Policy = DEFAULT

    @property
    def today(self) -> dt.date:
        """Give today's date where the clock stands."""
        return self.clock().astimezone().date()

    def reviews(self) -> tuple[str, ...]:
        """Give the ids of the reviews, in order."""
        return self.store.reviews()

    def review(self, name: str) -> Review:
        """Give a review as it stands. Raises UsageProblem where there is none of that id."""
        return self.store.load(self.named(name))

    def named(self, name: str | None) -> str:
        """Give the id of the review meant: the one named, or the only one there is."""
        if name is not None and self.store.holds(name):
            return name
        known = self.reviews()
        if name is None and len(known) == 1:
            return known[0]
        if not known:
            raise UsageProblem(
                visible(str(self.store.path)), "holds no review", "import one: bvtrack import REVIEW.toml"
            )
        shown = ", ".join(map(visible, known[:5])) + ("…" if len(known) > 5 else "")
        if name is None:
            what = f"the database holds {len(known)}"
            raise UsageProblem("review", what, f"name one with --review ID, or ID: before the address: {shown}")
        raise UsageProblem(visible(name), "there is no review of that id", f"known here: {shown}")

    def find(self, text: str, review: str | None = None) -> tuple[str, str]:
        """Take an address as typed (`REVIEW:2c`, `2c`) apart into the review meant and the address in it.

        Raises UsageProblem where the review is not known, not told, or told twice and differently.
        """
        told: Reference = reference(text)
        if told.review is not None and review is not None and told.review != review:
            raise UsageProblem(visible(text), f"is not in {visible(review)}", "name one review")
        return self.named(told.review or review), told.address

    def logged(self, text: str, review: str | None = None) -> tuple[str, str]:
        """Take an address as typed apart for the log, which still tells of what is gone.

        What is there now has its address as others write it. Raises UsageProblem as `find` does for the review.
        """
        name, address = self.find(text, review)
        with suppress(UsageProblem):
            address = find(self.review(name), address).address
        return name, address

    def entry(self, verb: str, what: str, address: str = "", reason: str | None = None) -> Entry:
        """Sign an entry of the log, now."""
        return Entry(by=self.by, at=self.clock(), verb=verb, what=what, address=address, reason=reason)


@contextmanager
def open_desk(  # noqa: PLR0913 — what a desk is made of
    path: Path | None,
    by: str,
    clock: Callable[[], dt.datetime],
    *,
    create: bool = False,
    writable: bool = True,
    policy: Policy = DEFAULT,
) -> Iterator[Desk]:
    """Open the database at `path`, or the default one, for one piece of work. Raises what `open_store` raises."""
    with open_store(path or default_path(), create=create, writable=writable) as store:
        yield Desk(store, by, clock, policy)


def default_path() -> Path:
    """Give where the database stands unless told otherwise: the platform's folder for a user's data."""
    from platformdirs import user_data_path

    return user_data_path("bvtrack", appauthor=False) / FILE_NAME
