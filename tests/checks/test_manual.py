"""The rules' manual: every rule is registered, explains itself, and its own examples prove it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bvtrack.checks.rules
from bvtrack.checks.manual import page
from bvtrack.checks.registry import RULES
from bvtrack.checks.runner import run
from bvtrack.core.settings import Selection
from example_document import document_of
from example_review import subject_of

if TYPE_CHECKING:
    from bvtrack.checks.rule import Rule

SECTIONS = ["What it checks", "Why it matters", "Fires", "Quiet", "How to fix", "How to waive"]


def examples(rule: Rule, section: str) -> list[tuple[str, str]]:
    """Give the examples of a section of a rule's manual page: of a review (`toml`) and of a document (`markdown`)."""
    body = page(rule).split(f"## {section}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```(toml|markdown)\n(.*?)```", body, re.DOTALL)
    assert blocks, f"{rule.code} has no example under {section}"
    return blocks


def codes_found(language: str, text: str) -> set[str]:
    """Give the codes of what all rules together find in an example, at the date it may name in a comment."""
    day = re.search(r"--as-at (\S+)", text)
    as_at = dt.date.fromisoformat(day[1]) if day else None
    subject = subject_of(text, as_at=as_at) if language == "toml" else document_of(text)
    return {finding.code for finding in run(RULES, subject, Selection())}


def test_the_registry_is_the_folder_in_code_order() -> None:
    """Every file of the rules folder is registered, once, in the order of the codes, under the name it has."""
    folder = Path(bvtrack.checks.rules.__file__ or "").parent
    files = sorted(path.stem for path in folder.glob("[!_]*.py"))
    assert [f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in RULES] == sorted(files, key=_family)


def _family(stem: str) -> tuple[int, str]:
    families = ["fin", "str", "dat", "mea", "peo", "del", "txt", "sup"]
    return families.index(stem[:3]), stem


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_manual_page(rule: Rule) -> None:
    """A page has all its sections in order, and opens with the rule's name and one sentence."""
    assert re.findall(r"^## (.*)$", page(rule), re.MULTILINE) == SECTIONS
    assert re.match(rf"{rule.name}: .*\.$", rule.manual.splitlines()[0])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_that_fires_does(rule: Rule) -> None:
    """The rule finds what its page says it finds, in a review and in a document."""
    assert all(rule.code in codes_found(*example) for example in examples(rule, "Fires"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_that_is_quiet_is(rule: Rule) -> None:
    """The rule finds nothing in its page's example of a thing done well."""
    assert all(rule.code not in codes_found(*example) for example in examples(rule, "Quiet"))
