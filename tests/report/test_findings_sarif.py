"""SARIF: valid against its schema, all rules listed, stable fingerprints, and no text that is a link or a placeholder.

The schema is `sarif-2.1.0.json` of the npm package @microsoft/sarif-multitool 5.7.0 (MIT), which is the schema of the
OASIS standard in a newer dialect of JSON Schema; nothing in it is changed but line ends.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bvtrack import __version__
from bvtrack.app.check import CheckResult
from bvtrack.app.findings import written
from bvtrack.checks.registry import RULES
from bvtrack.core.document import Spot
from bvtrack.core.errors import InputProblem
from bvtrack.core.finding import Finding, Place, Severity, Summary
from bvtrack.core.visible import visible
from bvtrack.report.findings_words import not_live
from sample_findings import SUM, WAIVED, finding, hostile_findings, problems

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SMALL = Draft202012Validator(
    {"properties": {"runs": {"items": {"$ref": "#/definitions/run"}}}, "definitions": SCHEMA["definitions"]}
)


def run(findings: list[Finding], unread: tuple[InputProblem, ...] = ()) -> dict[str, Any]:
    """Give the one run of the log of a result, valid by the schema."""
    log: Any = written(CheckResult(tuple(findings), unread, Summary()), "sarif")
    VALIDATOR.validate(log)
    assert (log["version"], log["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    return dict(only)


def result(given: Finding) -> dict[str, Any]:
    """Give the result of a finding that is alone."""
    (only,) = run([given])["results"]
    return dict(only)


def test_all_rules_are_listed() -> None:
    """With what viewers show of them, and within what GitHub takes."""
    driver = run([])["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("bvtrack", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for rule in driver["rules"]:
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} {rule['name']} (")
        assert rule["properties"]["tags"] == [rule["id"][:3]]
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]):
            assert 10 < len(text) < 1024
            assert "##" not in text
            assert text[0].isupper() or text[0] in "`‘“£"


def test_a_result_has_its_rule_its_place_and_its_fingerprint() -> None:
    """The message is the sentence, the sum and the hint; the figures are there for programs."""
    found = result(finding(Severity.WARNING, figures=SUM, place=Place("budget", "1", "Total")))
    index = found.pop("ruleIndex")
    assert RULES[index].code == "FIN101"
    assert found == {
        "ruleId": "FIN101",
        "level": "warning",
        "message": {
            "text": "A sentence of several words that says what is wrong.\n"
            "printed -£1,346.5k, computed £1,346k, difference £12k\n"
            "→ Do this and that, and then do the other thing."
        },
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": "a.toml"}, "region": {"startLine": 3}},
                "logicalLocations": [
                    {"fullyQualifiedName": "1/budget", "kind": "address"},
                    {"fullyQualifiedName": "budget, row 1, column Total", "kind": "cell"},
                ],
            }
        ],
        "partialFingerprints": {"bvtrack/v1": "0123456789abcdef"},
        "suppressions": [],
        "properties": {"printed": "-1346.5", "computed": "1346", "difference": "12", "unit": "£k"},
    }


@pytest.mark.parametrize(
    ("spot", "named"),
    [
        (Spot(sheet="Costs 2002", cell="B4"), [("sheet", "Costs 2002!B4")]),
        (Spot(sheet="Costs", table=2), [("sheet", "Costs"), ("table", "table 2")]),
        (Spot(table=2, row=3, column=4), [("table", "table 2, row 3, column 4")]),
        (Spot(line=7), []),
        (None, []),
    ],
)
def test_a_place_in_a_document_is_named(spot: Spot | None, named: list[tuple[str, str]]) -> None:
    """Where there are no lines a viewer is told the sheet and the cell, or the table with its row and column."""
    (location,) = result(finding(line=None, address="", spot=spot))["locations"]
    assert [(one["kind"], one["fullyQualifiedName"]) for one in location["logicalLocations"]] == named


def test_a_finding_without_a_line_has_no_region() -> None:
    """What is kept in a database has no lines; its file is the database."""
    (location,) = result(finding(line=None, path="work.db: schools-2002"))["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "work.db"}}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("reviews/a b.toml", "reviews/a%20b.toml"),
        ("£50%.toml", "%C2%A350%25.toml"),
        ("a:b#c?.toml", "a%3Ab%23c%3F.toml"),
        ("x\udc80\n.toml", "x%80%0A.toml"),
        ("/srv/a b.toml", "file:///srv/a%20b.toml"),
        ("../notes: b.toml", "../notes%3A%20b.toml"),
    ],
)
def test_a_file_is_a_uri(path: str, uri: str) -> None:
    """Slashes part its folders, and whatever else could mean something in a URI is escaped."""
    (location,) = result(finding(path=path))["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_what_is_accepted_is_suppressed() -> None:
    """A waiver by its reason; other results say that they are not suppressed."""
    every = run([finding(waived=WAIVED), finding(baselined=True), finding(None)])["results"]
    assert [one["suppressions"] for one in every] == [
        [{"kind": "external", "justification": "waived by A. Officer until 2003-01-01: agreed"}],
        [{"kind": "external", "justification": "in the baseline"}],
        [],
    ]
    assert every[2]["level"] == "note"


def test_what_could_not_be_read_is_a_notification() -> None:
    """A run that left an input out did not succeed; each further fault of the input has its line."""
    more = InputProblem("a.toml:9", "is cut off", "mend it")
    unread = InputProblem("a.toml:3", "is no TOML", "mend it", (more,))
    (invocation,) = run([], (unread,))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [told["message"]["text"] for told in invocation["toolExecutionNotifications"]] == [
        "a.toml:3: is no TOML (mend it)",
        "a.toml:9: is cut off (mend it)",
    ]
    assert [
        told["locations"][0]["physicalLocation"]["region"] for told in invocation["toolExecutionNotifications"]
    ] == [
        {"startLine": 3},
        {"startLine": 9},
    ]
    assert run([])["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_messages_are_no_templates_and_hold_no_links() -> None:
    """Braces stand for themselves, and what looks like a link is none."""
    text = result(finding(message="{0} of [this](https://evil.example) and [1]", hints=()))["message"]["text"]
    assert text == "{{0}} of [this] (https://evil.example) and [1]"


@given(st.lists(hostile_findings(), max_size=3), st.lists(problems, max_size=1))
def test_every_log_is_valid(given: list[Finding], unread: list[InputProblem]) -> None:
    """Whatever the texts hold: as UTF-8 JSON, with no character that acts, URIs that are URIs, and nothing lost."""
    log: Any = written(CheckResult(tuple(given), tuple(unread), Summary()), "sarif")
    (only,) = log["runs"]
    rules = only["tool"]["driver"].pop("rules")
    SMALL.validate(log)
    assert len(rules) == len(RULES)
    text = json.dumps(only, ensure_ascii=False)
    assert visible(text) == text
    assert len(only["results"]) == len(given)
    for found, one in zip(only["results"], given, strict=True):
        message = found["message"]["text"].replace("{{", "{").replace("}}", "}")
        assert message.split("\n")[0] == visible(one.message).replace("](", "] (")
        assert found["suppressions"] == (
            [{"kind": "external", "justification": reason}] if (reason := not_live(one)) else []
        )
        uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file://)?[A-Za-z0-9/._~%-]+", uri)
        assert one.path.startswith("/") or unquote(uri) == Path(one.path).as_posix()


def test_a_log_says_the_same_twice() -> None:
    """Nothing of the moment or the machine stands in it."""
    given = [finding(), replace(finding(), fingerprint="f" * 16)]
    assert json.dumps(run(given)) == json.dumps(run(given))
