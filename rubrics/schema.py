"""The JSON Schema of rubric files, for editors that complete and check while one types.

Made from the models, so that it never says anything else than they do; what only the checks know (sums, letters,
quotes) is not in it.
"""

from typing import Any, Final

from rubrics.model import Rubric

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DECIMAL: Final = r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$"
_ITEM_NO: Final = r"^[1-9][0-9]?\.[1-9][0-9]?$"
_DROPPED: Final = {"discriminator", "gt", "ge", "lt", "le"}
"""What pydantic adds that JSON Schema does not know."""


def schema() -> dict[str, Any]:
    """The schema as plain values; an item may list its rules without parts, as the files do."""
    made: dict[str, Any] = _plain(Rubric.model_json_schema(mode="validation"))
    definitions = made["$defs"]
    for item in (definitions["Item"], definitions["PenaltyItem"]):
        item["properties"]["rules"] = definitions["Part"]["properties"]["rules"]
        item["required"] = [name for name in item["required"] if name != "parts"]
        item["oneOf"] = [{"required": ["parts"]}, {"required": ["rules"]}]
    return {"$schema": DIALECT, **made}


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Without the names that pydantic makes of fields, and with amounts as `points` reads them."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if _is_amount(value):
        return _amount(value)
    if value.get("pattern") == _ITEM_NO:
        return {"anyOf": [value, {"type": "number"}]}  # an unquoted 2.4
    return {
        key: {name: _plain(one) for name, one in inner.items()}
        if key in {"properties", "$defs"}
        else _plain(inner)
        for key, inner in value.items()
        if key not in _DROPPED and not (key == "title" and isinstance(inner, str))
    }


def _is_amount(value: dict[str, Any]) -> bool:
    kinds = [one.get("type") for one in value.get("anyOf", ()) if isinstance(one, dict)]
    return kinds == ["number", "string"]


def _amount(value: dict[str, Any]) -> dict[str, Any]:
    """An amount is a number or its digits; which of them are too small the loader says."""
    number = {key: one for key, one in value["anyOf"][0].items() if key not in _DROPPED}
    above = {"exclusiveMinimum": 0} if "exclusiveMinimum" in number or value.get("gt") == 0 else {}
    return {"anyOf": [{**number, **above}, {"type": "string", "pattern": _DECIMAL}]}
