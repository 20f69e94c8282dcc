"""Puts off the search for cyclic garbage while a command runs that holds nearly all it makes until it ends."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Search for none meanwhile: among many reviews there is next to none, and each search looks at them all."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
