"""What a check is given: the reviews and documents that paths mean, each with what it is called and its waivers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bvtrack.checks.waivers import GrantedWaiver
from bvtrack.core.errors import Problem, UsageProblem
from bvtrack.files.folder import CHECKED, FILES, is_database, review_paths

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from bvtrack.core.document import Document
    from bvtrack.core.review import Review
    from bvtrack.files.waivers_file import FiledWaiver


@dataclass(frozen=True, slots=True)
class Source:
    """A review to check: the date it speaks for, what it is called in findings, and the text its lines are in, if any.

    `beside` is the folder whose waivers count, None for none.
    """

    review: Review
    as_at: dt.date
    path: str
    text: str | None = None
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to check: the date it is judged at, and where it was read from.

    `named` says that it was asked for by its name, not found in a folder.
    """

    document: Document
    as_at: dt.date
    path: Path
    named: bool = True


def inputs(
    paths: Sequence[Path],
    as_at: dt.date | None,
    today: dt.date | None,
    warnings: list[str],
    exclude: Collection[str] = (),
) -> Iterator[Source | Paper | Problem]:
    """Yield the reviews and documents that paths mean, and the problem of each that cannot be read.

    `as_at` and `today` are as for `app.check.check`; `warnings` receives what is to be said of the databases opened;
    `exclude` holds patterns of what folders leave out.
    """
    named = set(paths)
    for path in review_paths(paths, CHECKED, exclude):
        if isinstance(path, Problem):
            yield path
            continue
        try:
            if is_database(path):
                yield from _of_database(path, as_at or today, warnings)
            elif path.suffix.lower() in FILES:
                yield _review(path, as_at)
            else:
                yield _paper(path, as_at or today, named=path in named)
        except Problem as problem:
            yield problem


def _review(path: Path, as_at: dt.date | None) -> Source:
    from bvtrack.files.review_file import read_review

    file = read_review(path)
    return Source(file.review, as_at or file.review.date, str(path), file.text, path.parent)


def _paper(path: Path, day: dt.date | None, *, named: bool) -> Paper:
    from bvtrack.files.documents.document import read_document

    if day is None:
        raise UsageProblem("check", "a document says no date to check it at", "give --as-at")
    return Paper(read_document(path), day, path, named)


def _of_database(path: Path, as_at: dt.date | None, warnings: list[str]) -> Iterator[Source | Problem]:
    """Yield the reviews of a database, which is only read; one that is damaged does not keep the others back."""
    from bvtrack.store.store import open_store

    with open_store(path, writable=False) as store:
        warnings += store.warnings
        for review in store.load_all():
            if isinstance(review, Problem):
                yield review
            else:
                yield Source(review, as_at or review.date, f"{path}: {review.id}", beside=path.parent)


def waivers_of(source: Source | Paper) -> tuple[GrantedWaiver, ...]:
    """Gather the waivers of a review, its own and those beside it that are for it, or those beside a document for it.

    Raises InputProblem where the waivers.toml beside it cannot be read.
    """
    from bvtrack.files.waivers_file import WAIVERS_FILE, read_waivers

    own = () if isinstance(source, Paper) else _own_waivers(source.review)
    folder = source.path.parent if isinstance(source, Paper) else source.beside
    beside = folder / WAIVERS_FILE if folder else None
    if beside is None or not beside.exists():
        return own
    return own + tuple(
        GrantedWaiver(waiver.entry, waiver.key, str(beside))
        for waiver in read_waivers(beside)
        if _is_for(waiver, source)
    )


def _own_waivers(review: Review) -> tuple[GrantedWaiver, ...]:
    return tuple(GrantedWaiver(entry, ("waiver", nth)) for nth, entry in enumerate(review.waivers))


def _is_for(waiver: FiledWaiver, source: Source | Paper) -> bool:
    if isinstance(source, Paper):
        return waiver.document == source.path.name
    return waiver.document is None and waiver.review in {None, source.review.id}
