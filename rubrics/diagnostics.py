"""Complaints of the models about a file, as problems: every one of them, each with its path in the file.

Knows the shape of the tree, so that a wrong name is answered with the right ones; knows no YAML.
"""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, Final, get_args

from pydantic import BaseModel, ValidationError

from rubrics.model import Rubric
from rubrics.nodes import Step
from rubrics.problems import Problem, Where
from rubrics.rules import RULES

_BY_KIND: Final[dict[str, type[BaseModel]]] = {
    kind.model_fields["kind"].annotation.__args__[0]: kind  # type: ignore[union-attr]
    for kind in RULES
}
_WANTED: Final = {
    "string_type": "text",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "not_empty",
    "too_short": "not_empty",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "bool_type": "true_false",
    "bool_parsing": "true_false",
    "tuple_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "greater_than": "range",
    "greater_than_equal": "range",
    "less_than_equal": "range",
}
_LONGEST: Final = 60


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _known(path: tuple[Step, ...], root: type[BaseModel]) -> tuple[str, ...]:
    """The fields that the mapping at this path may have."""
    owner: type[BaseModel] | None = root
    for step in path:
        if isinstance(step, str):
            field = owner.model_fields.get(step) if owner else None
            owner = _model(field.annotation) if field else _BY_KIND.get(step)
    return tuple(owner.model_fields) if owner else ()


def _model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any type
    """The model in a type such as `tuple[Item, ...] | None`; None where there is no single one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = {model for part in get_args(annotation) if (model := _model(part))}
    return found.pop() if len(found) == 1 else None


def _missing(error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - pydantic's own error record
    return "field_missing", {"field": str(error["loc"][-1])}


def _unknown(error: Any, root: type[BaseModel]) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    name = str(error["loc"][-1])
    known = _known(error["loc"][:-1], root)
    return "field_unknown", {
        "field": name,
        "known": tuple(get_close_matches(name, known, 1, cutoff=3 / 4)) or known,
    }


def _choice(error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    choices = error["ctx"]["expected"].replace(" or ", ", ").split(", ")
    return "field_choice", {
        "field": _field(error["loc"]),
        "value": _shown(error["input"]),
        "choices": tuple(choice.strip("'") for choice in choices),
    }


def _no_kind(_error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    return "field_missing", {"field": "kind"}


def _kind(error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    return "field_choice", {"field": "kind", "value": _shown(error["ctx"]["tag"]), "choices": tuple(_BY_KIND)}


def _points(error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    return "points_unreadable", {"value": _shown(error["input"])}


def _amount(error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    return "money_unreadable", {"value": _shown(error["input"])}


def _nothing_said(error: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - same
    return "coverage_says_nothing", {"text": _shown(error["input"]["text"])}


_SPECIAL: Final[dict[str, Callable[[Any], tuple[str, dict[str, Any]]]]] = {
    "missing": _missing,
    "literal_error": _choice,
    "union_tag_not_found": _no_kind,
    "union_tag_invalid": _kind,
    "points_unreadable": _points,
    "money_unreadable": _amount,
    "coverage_says_nothing": _nothing_said,
}


def _field(path: tuple[Step, ...]) -> str:
    """The name of the field that the path ends in, passing over places in a list."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _holds_another(path: tuple[Step, ...], complaints: list[Any]) -> bool:
    return any(len(other["loc"]) > len(path) and other["loc"][: len(path)] == path for other in complaints)


def problems(error: ValidationError, root: type[BaseModel] = Rubric) -> Iterator[Problem]:
    """Yield every complaint as a problem; its path still has no line."""
    complaints = error.errors(include_url=False)
    for one in complaints:
        path = one["loc"]
        if one["type"] == "too_short" and _holds_another(path, complaints):
            continue  # the list is not empty, its entries are wrong
        if one["type"] == "extra_forbidden":
            code, params = _unknown(one, root)
        elif special := _SPECIAL.get(one["type"]):
            code, params = special(one)
        else:
            wanted = _WANTED.get(one["type"], "date" if one["type"].startswith("date") else "other")
            code = "field_wrong"
            params = {"field": _field(path), "value": _shown(one["input"]), "wanted": wanted}
        there = (*path, "kind") if one["type"] == "union_tag_invalid" else path
        yield Problem(code, params, where=Where(there))
