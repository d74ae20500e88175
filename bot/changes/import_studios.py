"""A list of studios was imported: all of its rows or none, exactly as they were shown before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.receive_upload import applied, upload_of
from bot.changes.studio_fields import team_text
from bot.changes.studio_rows import Entry, Planned, planned
from bot.changes.upload_table import Table
from bot.entities import Studio, TeamMember, YearFund
from bot.ports import Desk
from bot.problems import Refusal


class ImportStudios(Change):
    """Store what a list says; the list is an upload's, or comes with the command line."""

    name: ClassVar[str] = "import_studios"

    upload: str = ""
    table: Table | None = None
    digest: str
    """Of what would change, as it was shown."""

    def plan(self, desk: Desk, moment: Moment) -> Planned:
        """Return what the list would change now, or refuse what is not theirs or not read."""
        if moment.person is None:
            if self.table is None:
                raise Refusal("upload_gone")
            return planned(desk, None, self.table)
        if not access.may(moment.person, "manage"):
            raise Refusal("not_yours")
        found = upload_of(desk, self.upload, moment, "studios")
        return planned(desk, moment.person, Table.model_validate_json(found.result))

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, of a list without a mistake, as long as it would change what was shown."""
        plan = self.plan(desk, moment)
        if plan.digest != self.digest:
            raise Refusal("import_moved")
        if plan.problems:
            raise Refusal("import_wrong", count=len(plan.problems))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store every row that is new or changed."""
        plan = self.plan(desk, moment)
        before = {each.after.id: _before(desk, each) for each in plan.changed}
        added = [store(desk, entry, moment) for entry in plan.new]
        for entry in plan.changed:
            store(desk, entry, moment)
        kept = desk.words.keep(json.dumps(before, ensure_ascii=False, sort_keys=True), moment.actor)
        sha256 = None
        if self.upload:
            found = upload_of(desk, self.upload, moment, "studios")
            applied(desk, found, moment.now)
            sha256 = found.sha256
        changed = {each.after.id: list(each.changed) for each in plan.changed}
        return Told(
            "studios",
            {"upload": self.upload, "sha256": sha256, "new": added, "changed": changed, "before": list(kept)},
        )


def store(desk: Desk, entry: Entry, moment: Moment) -> str:
    """Store one row; returns the studio's id."""
    studio = entry.after if entry.before else entry.after.model_copy(update={"id": moment.mint()})
    if entry.before is None:
        desk.studios.add(studio)
    elif studio != entry.before:
        desk.studios.update(studio)
    if entry.team is not None:
        desk.studios.put_team(studio.id, members(studio.id, entry.team))
    for year, amount in sorted(entry.funds.items()):
        fund = YearFund(studio=studio.id, year=year, amount=amount, by=moment.actor, at=moment.now)
        desk.studios.put_fund(fund)
    return studio.id


def members(studio: str, team: tuple[tuple[str, str], ...]) -> tuple[TeamMember, ...]:
    """Return a team as it is stored."""
    return tuple(
        TeamMember(studio=studio, place=place, name=name, honours=honours)
        for place, (name, honours) in enumerate(team, 1)
    )


def _before(desk: Desk, entry: Entry) -> Mapping[str, Any]:
    """Return what a row replaces, by the names of its fields."""
    old: Studio = entry.before or entry.after
    found: dict[str, Any] = {name: getattr(old, name) for name in entry.changed if hasattr(old, name)}
    if old.types != entry.after.types:
        found["types"] = old.types
    if entry.team is not None:
        found["team"] = team_text(desk.studios.team(old.id))
    if entry.funds:
        found["funds"] = {each.year: each.amount for each in desk.studios.funds(old.id)}
    return found
