"""Who may do what: one table of acts, no queries.

It is asked on every step with the grants that hold at that moment; menus only mirror it. What is not allowed and what
does not exist are refused alike, so that nothing can be learned by trying.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from bot.entities import Assessment, Person, Role, Scope, Studio
from bot.problems import Refusal

Act = Literal[
    "assess",
    "look",
    "mark",
    "sign",
    "rule",
    "head",
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
    "review",
    "plan",
    "fix",
    "see_fixes",
    "recheck",
    "set_due",
    "read_results",
    "read_notices",
    "approve",
    "export",
    "export_own",
    "take_fund",
    "apply",
    "read_application",
    "keep_fund",
    "review_plan",
    "recommend",
    "examine",
    "begin_matter",
]

ASSESSORS: Final[tuple[Role, ...]] = ("assessor", "head")
DESK: Final[tuple[Role, ...]] = ("coordinator",)
LEADERS: Final[tuple[Role, ...]] = ("leader",)
LOG_READERS: Final[tuple[Role, ...]] = ("coordinator", "unit")
CHECKERS: Final[tuple[Role, ...]] = ("coordinator", "head")
"""Who has a say about what is put right, also on sheets that others signed."""
APPROVERS: Final[tuple[Role, ...]] = ("approver",)
RESULT_READERS: Final[tuple[Role, ...]] = ("coordinator", "reader", "approver")
"""Who sees summaries and outcomes: whoever approves must see what."""
NOTICE_READERS: Final[tuple[Role, ...]] = (*RESULT_READERS, "unit")
"""Who sees the notices of a studio."""


def _covers(person: Person, roles: tuple[Role, ...], studio: str, unit: str) -> bool:
    return any(grant.role in roles and grant.scope.covers(studio, unit) for grant in person.grants)


def leads(person: Person, studio: str, unit: str) -> bool:
    """Say whether somebody is of a studio: such a person neither assesses it nor decides about it."""
    return _covers(person, LEADERS, studio, unit)


def _member(person: Person, thing: Assessment) -> bool:
    roles = LEADERS if thing.visit.own else ASSESSORS
    return person.id in thing.members and _covers(person, roles, thing.studio, thing.unit)


def _looks(person: Person, thing: Assessment) -> bool:
    """Say who sees an assessment; a self-assessment is its leaders' alone until it is handed in.

    Leaders see the signed sheets of their studio. Assessors see a handed-in self-assessment beside their own sheet, and
    need only the right to that. A ballot is its member's alone; what all of them come to is on the official sheet.
    """
    desk = _covers(person, DESK, thing.studio, thing.unit)
    led = _covers(person, LEADERS, thing.studio, thing.unit)
    if thing.visit.blind:
        return _member(person, thing)
    if thing.visit.own:
        return led or (thing.state == "signed" and desk)
    return _member(person, thing) or desk or (thing.state == "signed" and led)


def _decides(person: Person, thing: Assessment) -> bool:
    """Say who may decide an appeal: who has a say over the studio, did not score the sheet and is not of the studio."""
    scored = person.id in thing.members or any(each.person == person.id for each in thing.signatures)
    judges = _covers(person, (*DESK, *ASSESSORS), thing.studio, thing.unit)
    of_studio = _covers(person, LEADERS, thing.studio, thing.unit)
    official = not thing.visit.own and not thing.visit.blind
    return thing.state == "signed" and official and judges and not scored and not of_studio


def _reviews(person: Person, thing: Assessment) -> bool:
    """Say who looks at a signed sheet, confirms it or sends items back: not who signed it, not who is of the studio."""
    signed = person.id in thing.members or any(each.person == person.id for each in thing.signatures)
    of_studio = leads(person, thing.studio, thing.unit)
    official = not thing.visit.own and not thing.visit.blind
    return official and _covers(person, DESK, thing.studio, thing.unit) and not signed and not of_studio


def _rechecks(person: Person, thing: Assessment) -> bool:
    """Say who decides whether something was put right: who signed the sheet or has a say, and is not of the studio."""
    led = _covers(person, LEADERS, thing.studio, thing.unit)
    has_say = _covers(person, CHECKERS, thing.studio, thing.unit)
    return not thing.visit.own and not thing.visit.blind and not led and (_member(person, thing) or has_say)


def _scores(person: Person, thing: Assessment) -> bool:
    """Say who enters and signs: its members, but nobody the official sheet of a studio they lead."""
    of_studio = leads(person, thing.studio, thing.unit)
    return _member(person, thing) and (thing.visit.own or not of_studio)


def _heads(person: Person, thing: Assessment) -> bool:
    """Say who leads a 考核组: its head, and coordinators of the studio."""
    official = not thing.visit.own and not thing.visit.blind
    head = thing.members[:1] == (person.id,) and _scores(person, thing)
    return official and (head or _covers(person, DESK, thing.studio, thing.unit))


_OF_ASSESSMENT: Final[dict[Act, Callable[[Person, Assessment], bool]]] = {
    "look": _looks,
    "mark": _scores,
    "sign": _scores,
    "rule": lambda person, thing: (
        not thing.visit.own and not thing.visit.blind and _covers(person, DESK, thing.studio, thing.unit)
    ),
    "head": _heads,
    "decide": _decides,
    "review": _reviews,
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
    "read_results": RESULT_READERS,
    "read_notices": NOTICE_READERS,
    "approve": APPROVERS,
    "export": DESK,
    "export_own": (*DESK, *LEADERS),
    "take_fund": (*LEADERS, *LOG_READERS),
    "apply": (*LEADERS, "unit"),
    "read_application": (*LEADERS, *NOTICE_READERS),
    "keep_fund": LOG_READERS,
    "review_plan": LOG_READERS,
    "recommend": LOG_READERS,
    "examine": DESK,
    "begin_matter": (*LEADERS, *LOG_READERS),
}

_NOT_OF_THEIR_OWN: Final[frozenset[Act]] = frozenset(
    {"assess", "approve", "keep_fund", "review_plan", "recommend", "examine"}
)
"""What nobody does to a studio that they lead."""

_AT_ALL: Final[dict[Act, tuple[Role, ...]]] = {
    **{act: _OF_STUDIO[act] for act in ("assess", "log", "self_check", "answer", "manage", "plan")},
    **{act: _OF_STUDIO[act] for act in ("read_results", "read_notices", "approve")},
    **{act: _OF_STUDIO[act] for act in ("export", "export_own", "take_fund", "apply", "read_application")},
    **{act: _OF_STUDIO[act] for act in ("recommend", "examine", "begin_matter")},
    "invite": DESK,
    "rubrics": DESK,
}
"""What needs no more than a role, in whatever scope: it opens the door, the thing itself is asked about again."""


def may(person: Person, act: Act, thing: Assessment | Studio | None = None) -> bool:
    """Say whether a person may do an act to an assessment, a studio, or (None) at all."""
    if isinstance(thing, Assessment):
        rule = _OF_ASSESSMENT.get(act)
        return rule is not None and rule(person, thing)
    if isinstance(thing, Studio):
        own = act in _NOT_OF_THEIR_OWN and leads(person, thing.id, thing.unit)
        return not own and _covers(person, _OF_STUDIO.get(act, ()), thing.id, thing.unit)
    if act == "publish":
        # A version holds for every studio, so whoever answers for one unit only cannot decide it.
        return any(grant.role in DESK and grant.scope.kind == "all" for grant in person.grants)
    return person.has(*_AT_ALL.get(act, ()))


def gives(person: Person, scope: Scope, unit: str = "") -> bool:
    """Say whether somebody may give and take grants of a scope: never more than they hold as a coordinator.

    `unit` is the unit of the studio, where the scope is one.
    """
    return any(grant.role in DESK and _within(grant.scope, scope, unit) for grant in person.grants)


def longest(person: Person, scope: Scope, unit: str = "") -> int | None:
    """Return until when (ms) somebody may give what is in a scope, None where their own time does not end."""
    ends = [
        grant.until for grant in person.grants if grant.role in DESK and _within(grant.scope, scope, unit)
    ]
    return None if None in ends else max((end for end in ends if end is not None), default=0)


def _within(outer: Scope, inner: Scope, unit: str) -> bool:
    if outer.kind == "all" or outer == inner:
        return True
    return outer.kind == "unit" and inner.kind == "studio" and outer.key == unit


def scopes(person: Person, act: Act) -> tuple[Scope, ...]:
    """Return where the studios lie to which a person may do an act (those that they lead may be excepted)."""
    return tuple(grant.scope for grant in person.grants if grant.role in _OF_STUDIO.get(act, ()))


def require(person: Person, act: Act, thing: Assessment | Studio | None) -> None:
    """Refuse unless the act is allowed; a thing that does not exist is refused the same way.

    Whoever worked on a sheet knows that it exists, and is told that the role for it has ended.
    """
    if thing is not None and may(person, act, thing):
        return
    if isinstance(thing, Assessment) and person.id in thing.members and not _member(person, thing):
        raise Refusal("grant_ended")
    raise Refusal("not_yours")
