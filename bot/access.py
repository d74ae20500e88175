"""Who may do what: one table of acts, no queries.

It is asked on every step with the grants that hold at that moment; menus only mirror it. What is not allowed and what
does not exist are refused alike, so that nothing can be learned by trying.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from bot.entities import Assessment, Person, Role, Studio
from bot.problems import Refusal

Act = Literal[
    "assess",
    "look",
    "mark",
    "sign",
    "rule",
    "invite",
    "manage",
    "rubrics",
    "publish",
    "log",
    "read_log",
    "reopen",
    "self_check",
    "answer",
    "decide",
    "plan",
    "fix",
    "see_fixes",
    "recheck",
    "set_due",
]

ASSESSORS: Final[tuple[Role, ...]] = ("assessor", "head")
DESK: Final[tuple[Role, ...]] = ("coordinator",)
LEADERS: Final[tuple[Role, ...]] = ("leader",)
LOG_READERS: Final[tuple[Role, ...]] = ("coordinator", "unit")
CHECKERS: Final[tuple[Role, ...]] = ("coordinator", "head")
"""Who has a say about what is put right, also on sheets that others signed."""


def _covers(person: Person, roles: tuple[Role, ...], studio: str, unit: str) -> bool:
    return any(grant.role in roles and grant.scope.covers(studio, unit) for grant in person.grants)


def _member(person: Person, thing: Assessment) -> bool:
    roles = LEADERS if thing.visit.own else ASSESSORS
    return person.id in thing.members and _covers(person, roles, thing.studio, thing.unit)


def _looks(person: Person, thing: Assessment) -> bool:
    """Say who sees an assessment; a self-assessment is its leaders' alone until it is handed in.

    Leaders see the signed sheets of their studio. Assessors see a handed-in self-assessment beside their own sheet, and
    need only the right to that.
    """
    desk = _covers(person, DESK, thing.studio, thing.unit)
    led = _covers(person, LEADERS, thing.studio, thing.unit)
    if thing.visit.own:
        return led or (thing.state == "signed" and desk)
    return _member(person, thing) or desk or (thing.state == "signed" and led)


def _decides(person: Person, thing: Assessment) -> bool:
    """Say who may decide an appeal: who has a say over the studio, did not score the sheet and is not of the studio."""
    scored = person.id in thing.members or any(each.person == person.id for each in thing.signatures)
    judges = _covers(person, (*DESK, *ASSESSORS), thing.studio, thing.unit)
    of_studio = _covers(person, LEADERS, thing.studio, thing.unit)
    return thing.state == "signed" and not thing.visit.own and judges and not scored and not of_studio


def _rechecks(person: Person, thing: Assessment) -> bool:
    """Say who decides whether something was put right: who signed the sheet or has a say, and is not of the studio."""
    led = _covers(person, LEADERS, thing.studio, thing.unit)
    has_say = _covers(person, CHECKERS, thing.studio, thing.unit)
    return not thing.visit.own and not led and (_member(person, thing) or has_say)


_OF_ASSESSMENT: Final[dict[Act, Callable[[Person, Assessment], bool]]] = {
    "look": _looks,
    "mark": _member,
    "sign": _member,
    "rule": lambda person, thing: not thing.visit.own and _covers(person, DESK, thing.studio, thing.unit),
    "decide": _decides,
    "recheck": _rechecks,
    "read_log": lambda person, thing: (
        _member(person, thing) or _covers(person, LOG_READERS, thing.studio, thing.unit)
    ),
}

_OF_STUDIO: Final[dict[Act, tuple[Role, ...]]] = {
    "assess": ASSESSORS,
    "manage": DESK,
    "log": LEADERS,
    "read_log": (*LEADERS, *LOG_READERS),
    "reopen": DESK,
    "self_check": LEADERS,
    "answer": LEADERS,
    "plan": DESK,
    "fix": LEADERS,
    "see_fixes": (*LEADERS, *LOG_READERS, "head"),
    "set_due": CHECKERS,
}


def may(person: Person, act: Act, thing: Assessment | Studio | None = None) -> bool:
    """Say whether a person may do an act to an assessment, a studio, or (None) at all."""
    if isinstance(thing, Assessment):
        rule = _OF_ASSESSMENT.get(act)
        return rule is not None and rule(person, thing)
    if isinstance(thing, Studio):
        return _covers(person, _OF_STUDIO.get(act, ()), thing.id, thing.unit)
    if act == "assess":
        return person.has(*ASSESSORS)
    if act in {"log", "self_check", "answer"}:
        return person.has(*LEADERS)
    if act == "publish":
        # A version holds for every studio, so whoever answers for one unit only cannot decide it.
        return any(grant.role in DESK and grant.scope.kind == "all" for grant in person.grants)
    return act in {"invite", "manage", "rubrics", "plan"} and person.has(*DESK)


def require(person: Person, act: Act, thing: Assessment | Studio | None) -> None:
    """Refuse unless the act is allowed; a thing that does not exist is refused the same way."""
    if thing is None or not may(person, act, thing):
        raise Refusal("not_yours")
