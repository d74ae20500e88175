"""Several invitations in one message: one a line, name, role, and where it holds; every line's problems at once.

Pure: it knows what there is to choose from, never a desk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, get_args

from bot import access
from bot.entities import ROLES, Role, Scope
from bot.flows.people.reach import EVERYWHERE, Reach, folded
from bot.texts import TEXTS

MOST = 30
"""Lines of one message."""
NAME = 60
GUESSES = 3

Why = Literal["short", "name", "role", "where", "which", "none", "leader", "beyond", "twice", "own"]
WHYS: Final[tuple[Why, ...]] = get_args(Why)
"""What can be wrong with a line."""

_SPLIT = re.compile(r"[\s,，、;；|]+")
ROLE_WORDS: Final[dict[str, Role]] = {
    **{role: role for role in ROLES},
    **{
        folded(word): role
        for table in TEXTS.values()
        for role in ROLES
        for word in (table[f"role.{role}"], *table[f"people.also.{role}"].split())
    },
}
"""What may be written for a role, folded: its id, its name in either language, and other words for it."""
_EVERYWHERE: Final = frozenset(
    folded(word) for table in TEXTS.values() for word in table["people.also.everywhere"].split()
)
_LONGEST = 4
"""Words of which a role's name has at most so many."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A line that is in order."""

    name: str
    role: Role
    scope: Scope


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that is not: what is wrong, and what may have been meant."""

    number: int
    text: str
    why: Why
    what: str = ""
    guesses: tuple[str, ...] = ()


def read_lines(text: str, mine: Reach) -> tuple[tuple[Meant, ...], tuple[Wrong, ...]]:
    """Return the lines in order and those that are not; blank lines do not count."""
    good: list[Meant] = []
    wrong: list[Wrong] = []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, 1):
        found = _read(line, number, mine)
        if isinstance(found, Meant) and found in good:
            found = Wrong(number, line, "twice")
        if isinstance(found, Meant):
            good.append(found)
        else:
            wrong.append(found)
    return tuple(good), tuple(wrong)


def _read(line: str, number: int, mine: Reach) -> Meant | Wrong:
    words = [each for each in _SPLIT.split(line) if each]
    if len(words) == 1:
        return Wrong(number, line, "short")
    place = _role_in(words)
    if place is None:
        return Wrong(number, line, "role", words[1])
    start, end, role = place
    name, rest = " ".join(words[:start]), " ".join(words[end:])
    scope = _scope(rest, role, mine)
    if isinstance(scope, Scope):
        wrong = _unfit(name, role, scope, mine)
        return Wrong(number, line, wrong, rest) if wrong else Meant(name, role, scope)
    why, guesses = scope
    return Wrong(number, line, why, rest, guesses)


def _unfit(name: str, role: Role, scope: Scope, mine: Reach) -> Why | None:
    """Return why what a line says cannot be, though it can be read."""
    if len(name) > NAME:
        return "name"
    if role in access.LEADERS and scope.kind != "studio":
        return "leader"
    if not mine.takes(scope):
        return "beyond"
    own = role in access.ASSESSORS and scope.kind == "studio" and mine.studios[scope.key].leader == name
    return "own" if own else None


def _role_in(words: list[str]) -> tuple[int, int, Role] | None:
    """Return where the role stands, the longest name of one first; the first word is always the person's."""
    for start in range(1, len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            role = ROLE_WORDS.get(folded("".join(words[start:end])))
            if role is not None:
                return start, end, role
    return None


def _scope(said: str, role: Role, mine: Reach) -> Scope | tuple[Why, tuple[str, ...]]:
    """Return where a role is to hold: an exact name, else the only one that holds the words."""
    wanted = folded(said)
    if not wanted:
        return _only(role, mine)
    if wanted in _EVERYWHERE:
        return EVERYWHERE
    named = [(folded(each), each, Scope(kind="unit", key=each)) for each in mine.own_units]
    named += [(folded(each.name), each.name, Scope(kind="studio", key=each.id)) for each in mine.own_studios]
    if role in access.LEADERS:
        named = [each for each in named if each[2].kind == "studio"]
    found = [each for each in named if each[0] == wanted] or [each for each in named if wanted in each[0]]
    if len(found) == 1:
        return found[0][2]
    if found:
        return "which", tuple(each[1] for each in found[:GUESSES])
    return "none", ()


def _only(role: Role, mine: Reach) -> Scope | tuple[Why, tuple[str, ...]]:
    """Return where a role holds of which nothing is said: the only place there is for it."""
    if role in access.LEADERS:
        return (
            Scope(kind="studio", key=mine.own_studios[0].id) if len(mine.own_studios) == 1 else ("where", ())
        )
    if mine.everywhere:
        return EVERYWHERE if role != "unit" else ("where", ())
    if len(mine.own_units) == 1:
        return Scope(kind="unit", key=mine.own_units[0])
    return "where", ()
