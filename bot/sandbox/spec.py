"""The part of the Bot API specification that the stand-in checks requests against.

`python -m bot.sandbox.spec FULL.json > spec.json` cuts it from the machine-readable Bot API description (an
object per method and type: fields, types, "required"). It must not know what any method does.
"""

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

METHODS = [
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "sendMessage",
    "editMessageText",
    "editMessageReplyMarkup",
    "editMessageCaption",
    "deleteMessage",
    "sendPhoto",
    "sendDocument",
    "sendVoice",
    "sendVideo",
    "sendMediaGroup",
    "sendChatAction",
    "sendLocation",
    "answerCallbackQuery",
    "getFile",
    "setMyCommands",
    "deleteMyCommands",
    "getMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "setMyName",
    "setMessageReaction",
    "getChat",
    "setChatMenuButton",
]
SIMPLE = frozenset({"Integer", "String", "Boolean", "Float", "True", "InputFile"})
ARRAY = "Array of "
CONSTANT = re.compile(r'(?:must be|always) "?([a-z_]+)"?$')

Fields = dict[str, str]


def load() -> dict[str, Any]:
    """Return the cut specification: version, methods, types (name -> {field or field!: types}) and unions."""
    spec: dict[str, Any] = json.loads(Path(__file__).with_name("spec.json").read_text(encoding="utf-8"))
    return spec


def element(type_name: str) -> str:
    """Return the innermost type of "Array of Array of X"."""
    while type_name.startswith(ARRAY):
        type_name = type_name.removeprefix(ARRAY)
    return type_name


def cut(full: dict[str, Any], methods: Iterable[str] = METHODS) -> dict[str, Any]:
    """Cut a full description down to some methods and the types that their parameters reach."""
    kept: dict[str, Fields] = {}
    unions: dict[str, list[str]] = {}

    def reach(fields: list[dict[str, Any]]) -> None:
        names = {element(name) for field in fields for name in field["types"]}
        for name in sorted(names - SIMPLE - kept.keys() - unions.keys()):
            described = full["types"][name]
            members = described.get("subtypes", [])
            if members:
                unions[name] = members
                reach([{"types": members}])
                continue
            kept[name] = _fields(described.get("fields", []))
            reach(described.get("fields", []))

    chosen = {}
    for method in methods:
        fields = full["methods"][method].get("fields", [])
        chosen[method] = _fields(fields)
        reach(fields)
    return {
        "version": full["version"],
        "methods": chosen,
        "types": dict(sorted(kept.items())),
        "unions": unions,
    }


def _fields(fields: list[dict[str, Any]]) -> Fields:
    return {field["name"] + "!" * field["required"]: _types(field) for field in fields}


def _types(field: dict[str, Any]) -> str:
    constant = CONSTANT.search(field["description"]) if field["name"] == "type" else None
    return f"={constant[1]}" if constant else "|".join(field["types"])


def printed(spec: dict[str, Any]) -> str:
    """Return the specification as JSON with one method or type on a line, so that a change can be read."""
    parts = [f'"version": {json.dumps(spec["version"])}']
    for part in ("methods", "types", "unions"):
        lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(body)}" for name, body in spec[part].items())
        parts.append(f'"{part}": {{\n{lines}\n }}')
    return "{" + ",\n ".join(parts) + "}\n"


if __name__ == "__main__":
    sys.stdout.write(printed(cut(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
