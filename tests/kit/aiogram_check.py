"""Two judges of everything that crosses the Bot API in tests, neither of them python-telegram-bot.

`Judges` is the hook of the stand-in: each request, response and update is read by aiogram's models and by the
published description. It collects what they say against it; `assert_clean` at the end of a test fails with all
of it. It knows nothing of the bot.
"""

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import aiogram.methods
from aiogram.methods.base import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.kit import spec


@cache
def _methods() -> dict[str, type[TelegramMethod[Any]]]:
    classes = [cls for _, cls in inspect.getmembers(aiogram.methods, inspect.isclass)]
    return {
        cls.__api_method__.lower(): cls
        for cls in classes
        if issubclass(cls, TelegramMethod) and cls is not TelegramMethod
    }


@cache
def _returning(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(_methods()[method].__returning__)


def extras(value: object, at: str = "") -> Iterator[str]:
    """The fields, at every depth, that aiogram's models do not know (they keep them silently)."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{at}.{name}: unknown to aiogram"
        for name in value.model_fields_set:
            inner = getattr(value, name, None)
            if isinstance(inner, BaseModel | Mapping | list | tuple):
                yield from extras(inner, f"{at}.{name}")
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from extras(inner, f"{at}.{name}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from extras(inner, f"{at}[{index}]")


def _read(at: str, adapter: TypeAdapter[Any] | type[BaseModel], value: object) -> list[str]:
    """What aiogram says against a value: errors of its models, or fields left over."""
    try:
        model = (
            adapter.validate_python(value)
            if isinstance(adapter, TypeAdapter)
            else adapter.model_validate(value)
        )
    except ValidationError as error:
        return [f"{at}.{_path(e['loc'])}: aiogram: {e['msg']} ({e['input']!r})" for e in error.errors()]
    return list(extras(model, at))


def _path(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in loc)


def problems(kind: str, method: str, payload: Any) -> list[str]:
    """Everything that the two judges say against one request, response or update."""
    if kind == "update":
        return spec.update_problems(payload) + _read("Update", Update, payload)
    known = _methods().get(method.lower())
    if known is None:
        return [f"{method}: no such method"]
    if kind == "request":
        return spec.request_problems(method, payload) + _read(method, known, spec.without_parts(payload))
    if kind == "response":
        return spec.response_problems(method, payload) + _read(
            f"{method} →", _returning(method.lower()), payload
        )
    return [f"{kind}: neither request, response nor update"]


class Judges:
    """The stand-in's hook `check(kind, method, payload)`; collects, so that the bot under test goes on.

    `poisoned` names update ids that a test made unreadable on purpose: they are let through.
    """

    def __init__(self) -> None:
        self.found: list[str] = []
        self.seen: dict[str, int] = {"request": 0, "response": 0, "update": 0}
        self.poisoned: set[int] = set()

    def __call__(self, kind: str, method: str, payload: Any) -> None:
        """Judge one thing that crosses the Bot API."""
        self.seen[kind] = self.seen.get(kind, 0) + 1
        if kind == "update" and self._is_poisoned(payload):
            return
        if kind == "response" and method.lower() == "getupdates" and isinstance(payload, list):
            payload = [update for update in payload if not self._is_poisoned(update)]
        self.found.extend(problems(kind, method, payload))

    def _is_poisoned(self, update: object) -> bool:
        return isinstance(update, Mapping) and update.get("update_id") in self.poisoned

    def assert_clean(self) -> None:
        """Fail with everything that was found, each thing once."""
        assert not self.found, "against the Bot API:\n" + "\n".join(dict.fromkeys(self.found))
