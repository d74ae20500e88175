"""Parameters off the wire, turned into values by the types of the specification; anything unknown is refused.

Forms carry nested objects as JSON text, JSON bodies carry them as they are; decoded they do not differ.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from .errors import ApiError, Refusal
from .keyboards import check_shape
from .spec import ARRAY, load

INTEGER = re.compile(r"[+-]?\d{1,19}$")
BOOLEANS = {"true": True, "True": True, "1": True, "false": False, "False": False, "0": False}
ALBUM_KINDS = frozenset({"photo", "video", "document", "audio", "live_photo"})
Check = Callable[[object, str], Any]


def _wrong(path: str, types: str) -> ApiError:
    return Refusal.WRONG_TYPE.error(name=path, types=types)


def _integer(value: object, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(path, "Integer")
    return value


def _float(value: object, path: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(path, "Float")
    return float(value)


def _string(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise _wrong(path, "String")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise Refusal.NOT_UTF8.error()
    return value


def _boolean(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(path, "Boolean")
    return value


SIMPLE: dict[str, Check] = {
    "Integer": _integer,
    "Float": _float,
    "String": _string,
    "InputFile": _string,
    "Boolean": _boolean,
    "True": _boolean,
}


class Decoder:
    """Decodes the parameters of every method in the specification."""

    def __init__(self) -> None:
        spec = load()
        self._types: dict[str, dict[str, str]] = spec["types"]
        self._unions: dict[str, list[str]] = spec["unions"]
        self._checks: dict[str, Check] = {}
        self.methods: dict[str, dict[str, str]] = {}
        self.required: dict[str, list[str]] = {}
        for method, fields in spec["methods"].items():
            self.methods[method] = {name.rstrip("!"): types for name, types in fields.items()}
            self.required[method] = [name[:-1] for name in fields if name.endswith("!")]

    def decode(self, method: str, wire: Mapping[str, object]) -> dict[str, Any]:
        """Return typed parameters of a call; empty strings count as absent, as on the real server."""
        fields = self.methods[method]
        decoded = {}
        for name, value in wire.items():
            if name not in fields:
                raise Refusal.UNKNOWN_PARAMETER.error(name=name)
            if value not in ("", None):
                decoded[name] = self._parameter(name, fields[name], value)
        return decoded

    def _parameter(self, name: str, types: str, value: object) -> object:
        if isinstance(value, str):
            value = _from_text(name, types.split("|"), value)
        if name == "reply_markup":
            check_shape(value, inline_only=types == "InlineKeyboardMarkup")
        elif name == "media":
            _check_album_kinds(value)
        return self._check(types)(value, name)

    def _check(self, types: str) -> Check:
        """Return the check of a type expression such as "Integer|String" or "Array of X"."""
        check = self._checks.get(types)
        if check is None:
            check = self._checks[types] = self._build(types)
        return check

    def _build(self, types: str) -> Check:
        options = types.split("|")
        if all(option.startswith(ARRAY) for option in options):
            return self._array("|".join(option.removeprefix(ARRAY) for option in options))
        if len(options) > 1:
            return self._union(options)
        name = options[0]
        if name in SIMPLE:
            return SIMPLE[name]
        if name.startswith("="):
            return _constant(name[1:])
        if name in self._unions:
            return self._union(self._unions[name])
        return self._object(name)

    def _array(self, inner: str) -> Check:
        def check(value: object, path: str) -> list[Any]:
            if not isinstance(value, list):
                raise _wrong(path, f"Array of {inner}")
            one = self._check(inner)
            return [one(item, f"{path}[{index}]") for index, item in enumerate(value)]

        return check

    def _union(self, options: list[str]) -> Check:
        def check(value: object, path: str) -> object:
            first: ApiError | None = None
            for option in sorted(options, key=lambda option: self._distance(option, value)):
                try:
                    return self._check(option)(value, path)
                except ApiError as error:
                    first = first or error
            raise first or _wrong(path, "|".join(options))

        return check

    def _distance(self, option: str, value: object) -> int:
        """Count the fields of a value that a type lacks: the nearest type is tried (and blamed) first."""
        fields = self._types.get(option)
        if fields is None or not isinstance(value, dict):
            return 0
        constant = fields.get("type!", "")
        if constant.startswith("=") and constant[1:] != value.get("type"):
            return 1000
        return sum(key not in fields and key + "!" not in fields for key in value)

    def _object(self, name: str) -> Check:
        fields = self._types[name]
        known = {key.rstrip("!"): types for key, types in fields.items()}
        required = [key[:-1] for key in fields if key.endswith("!")]

        def check(value: object, path: str) -> dict[str, Any]:
            if not isinstance(value, dict):
                raise _wrong(path, name)
            for key in value:
                if key not in known:
                    raise Refusal.UNKNOWN_FIELD.error(name=f"{path}.{key} of {name}")
            for key in required:
                if key not in value:
                    raise Refusal.MISSING.error(name=f"{path}.{key} of {name}")
            return {key: self._check(known[key])(item, f"{path}.{key}") for key, item in value.items()}

        return check


def _check_album_kinds(value: object) -> None:
    for item in value if isinstance(value, list) else []:
        kind = item.get("type") if isinstance(item, dict) else None
        if isinstance(kind, str) and kind not in ALBUM_KINDS:
            raise Refusal.MEDIA_TYPE.error(kind=kind)


def _constant(wanted: str) -> Check:
    def check(value: object, path: str) -> str:
        if value != wanted:
            raise _wrong(path, wanted)
        return wanted

    return check


def _from_text(name: str, options: list[str], value: str) -> object:
    """Turn the text of a form field into a value of one of the types."""
    if "Integer" in options and INTEGER.match(value):
        return int(value)
    if "String" in options or "InputFile" in options:
        return value
    if options[0] in {"Boolean", "True"}:
        return BOOLEANS.get(value, value)
    if options == ["Integer"]:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise (
            Refusal.MARKUP_JSON.error()
            if name == "reply_markup"
            else _wrong(name, "JSON of " + "|".join(options))
        ) from None
