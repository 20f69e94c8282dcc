"""Writes the generated pages under docs/: the rules' manual, and the review file's reference and schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bvtrack.checks.manual import page
from bvtrack.checks.registry import RULES
from bvtrack.files.review_format import reference, schema

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCS = Path(__file__).parents[1] / "docs"
INDEX = """\
# Rules

Made from the rules themselves by `make docs`. An error is a figure or reference that is wrong, a warning what a careful
reviewer would ask, a note what is worth knowing.

| code | name | severity | |
|---|---|---|---|
"""


def pages() -> Mapping[str, str]:
    """Give every generated page by its path under docs/."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_sentence(rule.manual)} |\n"
        for rule in RULES
    ]
    return {
        "rules/README.md": INDEX + "".join(rows),
        **{f"rules/{rule.code}.md": page(rule) for rule in RULES},
        "review-file.md": reference(),
        "review.schema.json": json.dumps(schema(), ensure_ascii=False, indent=2) + "\n",
    }


def _sentence(manual: str) -> str:
    return manual.partition("\n")[0].partition(": ")[2].replace("|", "\\|")


if __name__ == "__main__":
    for name, text in pages().items():
        path = DOCS / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
