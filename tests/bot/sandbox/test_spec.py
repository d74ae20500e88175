"""The cut specification says what the published one says, for every method and type that it keeps."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import spec
from bot.sandbox.methods import METHODS

PUBLISHED = Path(__file__).parents[2] / "data" / "bot_api_10_0.json"
CUT = spec.load()


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    described: dict[str, Any] = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return described


def test_every_method_is_described_and_every_description_has_its_method() -> None:
    assert set(CUT["methods"]) == set(spec.METHODS) == {*METHODS, "getUpdates"}


@pytest.mark.parametrize("part", ["methods", "types"])
def test_names_and_duties_of_fields_are_those_published(published: dict[str, Any], part: str) -> None:
    for name, fields in CUT[part].items():
        described = published[part][name]
        assert {field.rstrip("!") for field in fields} == set(described.get("fields", {})), name
        assert {field[:-1] for field in fields if field.endswith("!")} == set(
            described.get("required", ())
        ), name


def test_cutting_keeps_what_parameters_reach() -> None:
    def field(name: str, *types: str, required: bool = False, description: str = "") -> dict[str, Any]:
        return {"name": name, "types": list(types), "required": required, "description": description}

    full = {
        "version": "Bot API 0",
        "methods": {
            "setScope": {"fields": [field("scope", "Scope", required=True)]},
            "other": {"fields": [field("unreached", "Far")]},
        },
        "types": {
            "Scope": {"subtypes": ["ScopeAll", "ScopeChat"]},
            "ScopeAll": {
                "fields": [field("type", "String", required=True, description="Scope type, must be all")]
            },
            "ScopeChat": {"fields": [field("deep", "Array of Array of Deep")]},
            "Deep": {"fields": [field("n", "Integer", "String")]},
            "Far": {},
        },
    }
    cut = spec.cut(full, ["setScope"])
    assert cut["methods"] == {"setScope": {"scope!": "Scope"}}
    assert cut["unions"] == {"Scope": ["ScopeAll", "ScopeChat"]}
    assert cut["types"] == {
        "Deep": {"n": "Integer|String"},
        "ScopeAll": {"type!": "=all"},
        "ScopeChat": {"deep": "Array of Array of Deep"},
    }
    assert json.loads(spec.printed(cut)) == cut
