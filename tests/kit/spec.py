"""The Bot API as its publisher wrote it down: every method and type, judged field by field.

`problems` walks a decoded value beside the description in tests/data/bot_api_10_0.json and says what differs:
a field missing, a field unknown, a value of the wrong type, a constant that is another. It knows no library
for Telegram and nothing of the stand-in; lengths and limits are the stand-in's to refuse.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent / "data" / "bot_api_10_0.json"
ARRAY = "Array of "
UPLOADED = "attach://part"
"""What stands in a request for the bytes of a file sent along as a part."""


@cache
def _spec() -> dict[str, Any]:
    return json.loads(FILE.read_text(encoding="utf-8"))


@cache
def _canonical() -> dict[str, str]:
    return {name.lower(): name for name in _spec()["methods"]}


def method_name(name: str) -> str | None:
    """The method's name as written in the description, whatever case the caller used; None if there is none."""
    return _canonical().get(name.lower())


def without_parts(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The request without its file parts: those named by attach:// go, those that are a field become text."""
    attached = set(_attached(payload))
    return {
        key: value if isinstance(value, str | int | float | bool | list | dict | None) else UPLOADED
        for key, value in payload.items()
        if key not in attached
    }


def _attached(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("attach://"):
        yield value.removeprefix("attach://")
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _attached(inner)


def request_problems(method: str, payload: Mapping[str, Any]) -> list[str]:
    """What the description says against a request with decoded parameters."""
    name = method_name(method)
    if name is None:
        return [f"{method}: no such method"]
    return list(_fields(_spec()["methods"][name], without_parts(payload), name))


def response_problems(method: str, result: object) -> list[str]:
    """What the description says against the result of a method."""
    name = method_name(method)
    if name is None:
        return [f"{method}: no such method"]
    return _any_of(_spec()["methods"][name]["returns"], result, f"{name} →")


def update_problems(update: object) -> list[str]:
    """What the description says against an update; an update tells of exactly one thing."""
    found = _any_of(["Update"], update, "Update")
    if isinstance(update, Mapping) and len(update) != 2:
        found.append(f"Update: {sorted(update)} is not update_id and one thing")
    return found


def _any_of(types: list[str], value: object, at: str) -> list[str]:
    """No problems if one of the types fits; else those of the type that fits best."""
    tried = [list(_one(name, value, at)) for name in types]
    return min(tried, key=len) if all(tried) else []


def _one(name: str, value: object, at: str) -> Iterator[str]:
    if name.startswith(ARRAY):
        yield from _array(name.removeprefix(ARRAY), value, at)
    elif name in PLAIN:
        if isinstance(value, bool) != (name == "Boolean") or not isinstance(value, PLAIN[name]):
            yield f"{at}: {value!r} is not a {name}"
    else:
        described = _spec()["types"][name]
        if "subtypes" in described:
            yield from _any_of(described["subtypes"], value, at)
        elif isinstance(value, Mapping):
            yield from _fields(described, value, at)
        else:
            yield f"{at}: {value!r} is not a {name}"


def _array(inner: str, value: object, at: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{at}: {value!r} is not an array of {inner}"
        return
    for index, element in enumerate(value):
        yield from _one(inner, element, f"{at}[{index}]")


def _fields(described: Mapping[str, Any], value: Mapping[str, Any], at: str) -> Iterator[str]:
    fields: dict[str, list[str]] = described["fields"]
    for name in described.get("required", ()):
        if name not in value:
            yield f"{at}: {name} is missing"
    fixed: dict[str, object] = described.get("fixed", {})
    for name, inner in value.items():
        if name not in fields:
            yield f"{at}.{name}: no such field"
            continue
        if not _plainly(fields[name], inner):
            yield from _any_of(fields[name], inner, f"{at}.{name}")
        if name in fixed and inner != fixed[name]:
            yield f"{at}.{name}: {inner!r} instead of {fixed[name]!r}"


def _plainly(types: list[str], value: object) -> bool:
    """Whether a value is of the one type without fields that is asked for: nine in ten are, and nothing is to be said."""
    return type(value) is EXACTLY.get(types[0]) and len(types) == 1


PLAIN: dict[str, type | tuple[type, ...]] = {
    "Boolean": bool,
    "Float": (int, float),
    "InputFile": str,
    "Integer": int,
    "String": str,
}
"""The types without fields; a file that was uploaded is text after `without_parts`."""
EXACTLY: dict[str, type] = {"Boolean": bool, "Integer": int, "String": str}
