"""The documents of the review file: committed as they are generated, and true of every review."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bvtrack.core.model_keys import keys_of, tables_of
from bvtrack.core.review import Review
from bvtrack.files.review_format import reference, schema
from bvtrack.files.review_sample import SAMPLE

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = schema()


def _as_json(value: object) -> object:
    if isinstance(value, dict):
        return {name: _as_json(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _faults(text: str) -> list[str]:
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(_as_json(tomllib.loads(text)))]


def test_schema_is_committed() -> None:
    """The committed schema is the one the models give."""
    assert json.loads((ROOT / "docs" / "review.schema.json").read_text("utf-8")) == SCHEMA


def test_reference_is_committed() -> None:
    """The committed page is the one the models give."""
    assert (ROOT / "docs" / "review-file.md").read_text("utf-8") == reference()


def test_schema_is_a_schema() -> None:
    """The schema is valid by its own standard and says nothing of null, which TOML does not have."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Review"
    assert SCHEMA["additionalProperties"] is False
    assert SCHEMA["required"] == ["format", "id", "title", "authority", "date", "period", "unit"]
    assert "null" not in json.dumps(SCHEMA)


def test_schema_of_single_keys() -> None:
    """A key is described by what it may hold, without the titles and empty defaults pydantic adds."""
    keys = SCHEMA["properties"]
    assert keys["unit"] == {
        "type": ["string"],
        "title": "Unit of money",
        "description": "what a bare number stands for",
    }
    assert keys["funding"] == {
        "enum": ["existing", "new", "grant"],
        "type": "string",
        "description": "where the money comes from, unless a cost line says otherwise",
    }
    assert keys["meeting"] == {"$ref": "#/$defs/Meeting", "description": "the meeting the report went to"}
    assert keys["rounding"]["default"] == "exact"
    assert keys["person"] == {
        "description": "the people the report names",
        "items": {"$ref": "#/$defs/Person"},
        "type": "array",
    }
    part = SCHEMA["$defs"]["Part"]["properties"]
    assert part["steps"]["items"] == {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Step"}]}
    assert part["finish"]["title"] == "Deadline"
    assert SCHEMA["$defs"]["CostLine"]["properties"]["first"]["title"] == "Amount"
    assert SCHEMA["$defs"]["WaiverEntry"]["properties"]["reason"] == {
        "description": "why the finding is accepted",
        "type": "string",
    }


@pytest.mark.parametrize("path", sorted((ROOT / "reviews").glob("*.toml")), ids=lambda path: path.name)
def test_reviews_are_valid(path: Path) -> None:
    """Every committed review is valid by the schema."""
    assert _faults(path.read_text("utf-8")) == []


def test_schema_refuses() -> None:
    """The sample is valid; a key too many, one too few, a wrong word and a wrong type are not."""
    assert _faults(SAMPLE) == []
    assert _faults("athority = 1\n" + SAMPLE) == ["Additional properties are not allowed ('athority' was unexpected)"]
    assert _faults(SAMPLE.replace('title     = "Best value review of library services"\n', "")) == [
        "'title' is a required property"
    ]
    assert _faults(SAMPLE.replace('"nearest"', '"up"')) == ["'up' is not one of ['exact', 'nearest', 'truncated']"]
    assert _faults(SAMPLE.replace("date      = 2003-05-19", 'date = "19 May"')) == ["'19 May' is not a 'date'"]
    assert _faults(SAMPLE.replace('net       = "£64k"', "net = true")) == ["True is not of type 'string', 'number'"]


def test_every_key_has_its_line() -> None:
    """Every key of every table stands once on the page, with what it is and an example that names it."""
    page = reference()
    models = [Review]
    rows = 0
    for model in models:
        for key, field in keys_of(model).items():
            assert f"| `{key}` | {field.about} | " in page
            rows += 1
            models += [table for table in tables_of(field) if table not in models]  # type: ignore[misc] # all are models
    lines = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \| (yes|) \| (.*) \|$", page, re.MULTILINE)
    assert len(lines) == rows == 136
    assert [key for key, _, example in lines if example and not example.startswith(f"`{key} = ")] == []


@pytest.mark.parametrize(
    "line",
    [
        "## The top of the file",
        "## `[meeting]`",
        "## `[[person]]`",
        "## `totals.budget`",
        "## `recommendation.costs`",
        "## `[recommendation.profile]`",
        "## `[[recommendation.part]]`",
        "## `recommendation.part.steps`",
        "| `format` | the version of this format | number | yes | `format = 1` |",
        "| `date` | the date of the report; two-digit years are read near it | date | yes | `date = 2003-05-19` |",
        '| `unit` | what a bare number stands for | unit of money | yes | `unit = "£\'000"` |',
        "| `abbreviations` | abbreviations the report uses, and what they stand for | table of texts |  |  |",
        "| `person` | the people the report names | list of tables |  |  |",
        '| `recommendation` | the recommendation it stands for | id |  | `recommendation = "1"` |',
        '| `aliases` | what else the report calls the person: Jeff | list of texts |  | `aliases = ["Ann"]` |',
        '| `shows` | the parts it shows the effect of | list of ids |  | `shows = ["1a"]` |',
        '| `direction` | which way is good | `"rise"` or `"fall"` |  | `direction = "rise"` |',
        '| `finish` | the deadline, as printed | deadline |  | `finish = "Dec. 2003"` |',
        "| `savings` | the totals of the savings | table |  | `savings = { total = 40 }` |",
        '| `value` | the target with its periods, as printed | target | yes | `value = "40 schools by July 2004"` |',
    ],
)
def test_lines_of_the_page(line: str) -> None:
    """The page has the tables under the headers they are written with, and each key in its own words."""
    assert line in reference().split("\n")


def test_page_as_a_whole() -> None:
    """The page begins with what the file is and ends with a whole one."""
    page = reference()
    assert page.startswith("# The review file\n\nA review is one TOML file, ")
    assert page.endswith(f"\n\n## A whole file\n\nEvery key at least once:\n\n```toml\n{SAMPLE}```\n")
    assert len(re.findall(r"^## `", page, re.MULTILINE)) == 21
    assert page.count("\n\n\n") == 0
