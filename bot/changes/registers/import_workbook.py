"""A workbook of registers was imported: all of its rows or none, exactly as they were shown before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.receive_upload import applied, upload_of
from bot.changes.registers.checks import my_file
from bot.changes.registers.rows import FileRow, PlannedFile, planned_file
from bot.changes.registers.values import said_of
from bot.changes.studio_log import stream_of
from bot.ports import Desk
from bot.problems import Refusal


class ImportRegisters(Change):
    """Store what the workbook of an upload says."""

    name: ClassVar[str] = "import_registers"

    upload: str
    digest: str
    """Of what would change, as it was shown."""
    today: str
    """ISO date where the program runs."""

    def plan(self, desk: Desk, moment: Moment) -> PlannedFile:
        """Return what the workbook would change now, or refuse what is not theirs or not read."""
        found = upload_of(desk, self.upload, moment, "registers")
        if moment.person is None:
            raise Refusal("not_yours")
        return planned_file(desk, moment.person, found.result, date.fromisoformat(self.today))

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Leaders of the studio, of a workbook without a mistake, as long as it would change what was shown."""
        plan = self.plan(desk, moment)
        if plan.problems or plan.studio is None:
            raise Refusal("import_wrong", count=len(plan.problems))
        my_file(desk, plan.studio.id, moment)
        if plan.digest != self.digest:
            raise Refusal("import_moved")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store every row that is new or changed; what it replaces is kept where it can be erased."""
        plan = self.plan(desk, moment)
        before = {each.after.id: said_of(each.before) for each in plan.changed if each.before}
        kept = desk.words.keep(json.dumps(before, ensure_ascii=False, sort_keys=True), moment.actor)
        ids = {each.after.id: _store(desk, each, plan, moment) for each in (*plan.new, *plan.changed)}
        new = [ids[each.after.id] for each in plan.new]
        changed = {each.after.id: list(each.changed) for each in plan.changed}
        steps = _happened(desk, plan, ids, moment)
        found = upload_of(desk, self.upload, moment, "registers")
        applied(desk, found, moment.now)
        told = {
            "upload": self.upload,
            "sha256": found.sha256,
            "new": new,
            "changed": changed,
            "steps": steps,
        }
        return Told(stream_of(found_studio(plan)), {**told, "before": list(kept)})


def found_studio(plan: PlannedFile) -> str:
    """Return the studio of a plan that was allowed."""
    return plan.studio.id if plan.studio else ""


def _store(desk: Desk, row: FileRow, plan: PlannedFile, moment: Moment) -> str:
    """Store one row, as it is after what happened to it; returns the entry's id."""
    after = plan.touched.get(row.after.id, row.after).model_copy(update={"changed": moment.now})
    if row.before is None:
        fresh = {"id": moment.mint(), "by": moment.actor or "", "at": moment.now}
        after = after.model_copy(update=fresh)
    else:
        after = after.model_copy(update={"revision": row.before.revision + 1})
    desk.registers.put(after, moment.actor)
    return after.id


def _happened(
    desk: Desk, plan: PlannedFile, ids: Mapping[str, str], moment: Moment
) -> dict[str, list[dict[str, str]]]:
    """Store what happened and what was taken back; returns the salted hashes of the words, by entry."""
    words: dict[str, list[dict[str, str]]] = {}
    for each in plan.happened:
        entry = ids.get(each.entry, each.entry)
        step = each.model_copy(update={"entry": entry, "by": moment.actor or "", "at": moment.now})
        words.setdefault(entry, []).append(dict(desk.registers.step(step)))
    for key, after in plan.touched.items():
        if key not in ids:
            changed = after.model_copy(update={"changed": moment.now, "revision": after.revision + 1})
            words.setdefault(key, []).append(dict(desk.registers.put(changed, moment.actor)))
    return words
