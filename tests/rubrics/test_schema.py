"""The JSON Schema for editors: it accepts the shipped files and marks what the loader refuses."""

import re
from pathlib import Path
from typing import Any

import pytest

from rubrics import diagnostics, files
from rubrics.schema import schema

SCHEMA = schema()
SAMPLE = Path(__file__).parents[1] / "data" / "rubrics" / "sample.v1.yaml"
TYPES = {"string": str, "boolean": bool, "array": list, "object": dict, "null": type(None)}
KNOWN = {
    "$ref", "anyOf", "oneOf", "type", "properties", "additionalProperties", "required", "items", "enum", "const", "pattern",
    "minLength", "maxLength", "minItems", "minimum", "maximum", "exclusiveMinimum", "patternProperties", "default",
    "description", "format", "$schema", "$defs", "propertyNames", "minProperties", "maxProperties", "examples",
}  # fmt: skip


def values(text: str) -> Any:
    """What an editor sees in the file: plain values."""
    reader = files._Reader(text)
    root = reader.read()
    assert root is not None
    return root.value


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """Whether a value fits a schema; as much of JSON Schema as ours uses, and no keyword unknown."""
    assert set(rule) <= KNOWN, set(rule) - KNOWN
    if "$ref" in rule:
        return fits(value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]])
    if "anyOf" in rule and not any(fits(value, one) for one in rule["anyOf"]):
        return False
    if "oneOf" in rule and sum(fits(value, one) for one in rule["oneOf"]) != 1:
        return False
    if "const" in rule and value != rule["const"]:
        return False
    if "enum" in rule and value not in rule["enum"]:
        return False
    return _typed(value, rule) and _in_bounds(value, rule) and _inside(value, rule)


def _typed(value: Any, rule: dict[str, Any]) -> bool:
    kind = rule.get("type")
    if kind in {"number", "integer"}:
        number = not isinstance(value, bool | str | list | dict | type(None))
        return number and (kind == "number" or value == int(value))
    return kind is None or isinstance(value, TYPES[kind])


def _in_bounds(value: Any, rule: dict[str, Any]) -> bool:
    if isinstance(value, str):
        return len(value) >= rule.get("minLength", 0) and bool(re.search(rule.get("pattern", ""), value))
    if isinstance(value, list):
        return len(value) >= rule.get("minItems", 0)
    if isinstance(value, dict):
        return rule.get("minProperties", 0) <= len(value) <= rule.get("maxProperties", len(value))
    if isinstance(value, bool | type(None)):
        return True
    return (
        value >= rule.get("minimum", value)
        and value <= rule.get("maximum", value)
        and ("exclusiveMinimum" not in rule or value > rule["exclusiveMinimum"])
    )


def _inside(value: Any, rule: dict[str, Any]) -> bool:
    if isinstance(value, list) and "items" in rule:
        return all(fits(one, rule["items"]) for one in value)
    if not isinstance(value, dict):
        return True
    known = rule.get("properties", {})
    if any(name not in value for name in rule.get("required", ())):
        return False
    if rule.get("additionalProperties") is False and set(value) - set(known):
        return False
    return all(fits(one, known[name]) for name, one in value.items() if name in known)


WHOLE = sorted(SAMPLE.parent.glob("*.v1.yaml"))


@pytest.mark.parametrize("path", [*files.shipped(), *WHOLE], ids=lambda path: path.name)
def test_files_fit_the_schema(path):
    assert fits(values(path.read_text()), SCHEMA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("leader: 带头人", "leeder: 带头人"),
        ("version: 1", "version: first"),
        ("kind: award, points: 3", "kind: awarded, points: 3"),
        ("kind: award, points: 3", "kind: award, points: minus"),
        ("letter: a, kind: award", "letter: A, kind: award"),
        ("periods: [month, quarter]", "periods: [week]"),
        ("points: 3, text: 有甲,", "points: 3,"),
        ("unit: 种, max: 2", "max: 2"),
    ],
)
def test_what_the_loader_refuses_does_not_fit(old, new):
    text = SAMPLE.read_text()
    assert old in text
    broken = text.replace(old, new, 1)
    assert files.loads(broken, "x").rubric is None
    assert not fits(values(broken), SCHEMA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("total_below_zero: floor", "total_below_zero: stop"),
        ("how: half_up", "how: up"),
        ("counted: true", "counted: perhaps"),
        ("rule: best}", "rule: most}"),
        ("strength: hard", "strength: strong"),
        ("sections: [5, 6]", "sections: [five, 6]"),
        ("kind: members", "kind: people"),
        ("per: month", "per: week"),
        ('feeds: "1.1 b"', 'feeds: "1.1"'),
        ("after: 挂牌, ", ""),
        ("kind: choice, options", "kind: pick, options"),
        ("  penalties:", "  penalty:"),
        ("weight: 60", "weight: 0"),
        ("count: 7, of", "count: many, of"),
        ("what: 自评, per: year, clause: c1", "what: 自评, per: year"),
    ],
)
def test_what_is_wrong_beside_the_rows_does_not_fit_either(old, new):
    text = (SAMPLE.parent / "beside.v1.yaml").read_text()
    old, new = old.lstrip(), new.lstrip()
    assert text.count(old) == 1
    broken = text.replace(old, new)
    assert files.loads(broken, "x").rubric is None
    assert not fits(values(broken), SCHEMA)


def test_item_lists_rules_or_parts():
    text = SAMPLE.read_text()
    both = text.replace(
        "        rules:\n          - {letter: a, kind: award",
        "        parts: []\n        rules:\n          - {letter: a, kind: award",
        1,
    )
    assert not fits(values(both), SCHEMA)


def test_every_field_of_every_model_is_in_the_schema():
    from rubrics.model import Rubric

    assert set(SCHEMA["properties"]) == set(Rubric.model_fields)
    for name, model in diagnostics._BY_KIND.items():
        assert set(SCHEMA["$defs"][model.__name__]["properties"]) == set(model.model_fields), name
    assert all(one.get("description") for one in SCHEMA["$defs"].values())


def test_draft_fits_the_schema():
    from tests.rubrics.draft.test_documents import BY_NAME

    assert fits(values(BY_NAME["综合治理.docx"].draft().text), SCHEMA)
