"""What all tests share: the option that writes golden files anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--write-golden`."""
    parser.addoption(
        "--write-golden", action="store_true", help="write the golden files anew, to be read and committed"
    )
