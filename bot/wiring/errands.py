"""What commands of the program write: small requests as values, done as one change in one transaction.

They come over the socket of a running bot, or are done by the command itself when none is running; it must not know
which.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from bot.changes import AddStudio, Change, ImportStudios, Invite, Moment, make
from bot.changes.studio_rows import planned
from bot.changes.upload_table import Table
from bot.clock import Clock, to_ms
from bot.entities import ROLES, Invitation, Scope, Studio
from bot.entities.frozen import Frozen
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.problems import Refused, problem


class InviteErrand(Frozen):
    """Invite somebody by a one-time link."""

    do: Literal["invite"] = "invite"
    role: str
    name: str = Field(min_length=1, max_length=60)
    studio: str | None = None
    """Name of the studio that the role is limited to."""
    unit: str | None = None
    days: int = Field(default=7, ge=1, le=365)


class StudioErrand(Frozen):
    """Put a studio on the list."""

    do: Literal["studio"] = "studio"
    name: str = Field(min_length=1, max_length=100)
    unit: str = Field(min_length=1, max_length=100)
    leader: str = Field(min_length=1, max_length=60)
    types: dict[str, str] = Field(default_factory=dict)
    """Rubric id -> variant."""


class ImportErrand(Frozen):
    """Import a list of studios, or only say what it would change."""

    do: Literal["import_studios"] = "import_studios"
    table: Table
    dry_run: bool = False


AnyErrand = InviteErrand | StudioErrand | ImportErrand
Errand = Annotated[AnyErrand, Field(discriminator="do")]
ERRAND: TypeAdapter[AnyErrand] = TypeAdapter(Errand)

Result = dict[str, Any]
"""JSON values."""


def perform(desk: Desk, clock: Clock, errand: AnyErrand) -> Result:
    """Do an errand; refuses with a code."""
    if isinstance(errand, InviteErrand):
        return _invite(desk, clock, errand)
    if isinstance(errand, ImportErrand):
        return _import(desk, clock, errand)
    return _add_studio(desk, clock, errand)


def _invite(desk: Desk, clock: Clock, errand: InviteErrand) -> Result:
    role = next((known for known in ROLES if known == errand.role), None)
    if role is None:
        raise Refusal("role_unknown", role=errand.role, roles=ROLES)
    scope, unit = _scope(desk, errand)
    secret = clock.secret()
    expires = to_ms(clock.now() + timedelta(days=errand.days))
    invitation = Invitation(
        digest=hashlib.sha256(secret.encode("ascii")).hexdigest(),
        name=errand.name,
        unit=unit,
        role=role,
        scope=scope,
        expires=expires,
    )
    _make(desk, clock, Invite(invitation=invitation))
    return {"secret": secret, "expires": expires, "role": role, "scope": scope.model_dump()}


def _scope(desk: Desk, errand: InviteErrand) -> tuple[Scope, str]:
    """Return where the role holds and the person's unit: a studio, else a unit, else everywhere."""
    if errand.studio is not None:
        studio = desk.studios.named(errand.studio)
        if studio is None:
            raise Refusal("studio_unknown", name=errand.studio)
        return Scope(kind="studio", key=studio.id), errand.unit or studio.unit
    if errand.unit:
        return Scope(kind="unit", key=errand.unit), errand.unit
    return Scope(kind="all"), ""


def _add_studio(desk: Desk, clock: Clock, errand: StudioErrand) -> Result:
    current = {rubric.id: rubric for rubric in desk.library.current()}
    for rubric, variant in errand.types.items():
        if rubric not in current:
            raise Refused(problem("rubric_unknown", rubric=rubric, known=tuple(current)))
        known = tuple(each.id for each in current[rubric].variants)
        if variant not in known:
            raise Refusal("type_unknown", rubric=rubric, type=variant, known=known)
    studio = Studio(
        id=clock.new_id(), name=errand.name, unit=errand.unit, leader=errand.leader, types=errand.types
    )
    _make(desk, clock, AddStudio(studio=studio))
    return {"studio": studio.id}


def _import(desk: Desk, clock: Clock, errand: ImportErrand) -> Result:
    """Try the list; where it is without a mistake and no trial, write it. Mistakes are no refusal: all are told."""
    plan = planned(desk, None, errand.table)
    writes = not (errand.dry_run or plan.problems)
    if writes and (plan.new or plan.changed):
        _make(desk, clock, ImportStudios(table=errand.table, digest=plan.digest))
    return {
        "new": [[each.row, each.after.name] for each in plan.new],
        "changed": [[each.row, each.after.name, list(each.changed)] for each in plan.changed],
        "same": plan.same,
        "problems": [each.model_dump() for each in plan.problems],
        "written": writes,
    }


def _make(desk: Desk, clock: Clock, change: Change) -> None:
    make(desk, change, Moment(to_ms(clock.now()), None, clock.new_id))
