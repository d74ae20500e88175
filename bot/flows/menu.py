"""The chat commands: who sees which, and the few labels of the reply keyboard."""

from __future__ import annotations

from typing import Final

from bot.entities import Person, Role
from bot.flows.html import escape
from bot.flows.outputs import Menu, Say
from bot.texts import TEXTS, Words

EVERYBODY: Final[tuple[Role, ...]] = ()
WALKERS: Final[tuple[Role, ...]] = ("assessor", "head", "leader")
"""Who walks a rubric item by item: others' studios, or the own one."""

HELPED: Final[tuple[Role, ...]] = (
    "assessor",
    "head",
    "leader",
    "coordinator",
    "unit",
    "reader",
    "approver",
)
"""Roles in the order in which they are greeted and helped, each with texts of its own."""

COMMANDS: Final[dict[str, tuple[Role, ...]]] = {
    "assess": ("assessor", "head"),
    "resume": WALKERS,
    "sheet": WALKERS,
    "undo": WALKERS,
    "log": ("leader",),
    "month": ("leader",),
    "file": ("leader", "coordinator", "unit", "assessor", "head"),
    "fund": ("leader", "coordinator", "unit"),
    "plan": ("leader", "coordinator", "unit"),
    "fix": ("leader", "assessor", "head", "coordinator", "unit"),
    "selfcheck": ("leader",),
    "apply": ("leader", "unit"),
    "appeal": ("leader", "coordinator", "head", "assessor"),
    "studios": ("coordinator",),
    "visits": ("coordinator", "leader", "assessor", "head"),
    "people": ("coordinator",),
    "applications": ("coordinator", "reader", "approver", "unit"),
    "outcomes": ("coordinator", "reader", "approver", "leader", "unit"),
    "rubrics": ("coordinator",),
    "history": ("coordinator", "assessor", "head", "leader"),
    "export": ("coordinator", "leader", "reader", "approver", "unit"),
    "help": EVERYBODY,
    "lang": EVERYBODY,
    "cancel": EVERYBODY,
    "start": EVERYBODY,
}
"""Command -> roles that see it; no roles means everybody. Rights are checked again where it acts."""

_KEYS: Final = ("resume", "sheet", "undo")

KEYS: Final[dict[str, str]] = {table[f"key.{name}"]: name for table in TEXTS.values() for name in _KEYS}
"""Label on the reply keyboard, in whatever language -> command."""


def allowed(person: Person, name: str) -> bool:
    """Say whether a command is in a person's menu."""
    roles = COMMANDS[name]
    return not roles or person.has(*roles)


def menu(person: Person, words: Words) -> Menu:
    """Return the command menu of a person in their language."""
    return Menu(tuple((name, words(f"command.{name}")) for name in COMMANDS if allowed(person, name)))


def welcome(person: Person, words: Words) -> Say:
    """Return the one message that sets the small reply keyboard."""
    roles = tuple(dict.fromkeys(words(f"role.{grant.role}") for grant in person.grants))
    text = words("start.hello", name=escape(person.name), roles=roles or (words("role.none"),))
    lines = [text, *(words(f"start.{role}") for role in HELPED if person.has(role))]
    lines += [words("start.desk"), words("start.people")] if person.has("coordinator") else []
    return Say("\n".join(lines), keys=keys(person, words))


def keys(person: Person, words: Words) -> tuple[tuple[str, ...], ...]:
    """Return the small reply keyboard of a person: that of the walk, or none."""
    return (tuple(words(f"key.{name}") for name in _KEYS),) if person.has(*WALKERS) else ()
