"""A coordinator sent a workbook to be read (an import, an own form), and what became of it.

The kinds differ in what is read and what follows; here are only the ways that all of them take.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Literal

from pydantic import Field

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.entities import Person, Upload
from bot.ports import Desk
from bot.problems import Refusal

Kind = Literal["studios", "visits", "form", "registers", "plans"]
_OF_LEADERS: Final = ("registers", "plans")


def may_send(person: Person, kind: Kind) -> bool:
    """Say whether somebody hands in workbooks of a kind: leaders registers and plans, coordinators all others."""
    return access.may(person, "log" if kind in _OF_LEADERS else "manage")


class ReceiveUpload(Change):
    """Keep what was sent; it is fetched and read in the background."""

    name: ClassVar[str] = "receive_upload"

    upload: str
    kind: Kind
    chat: int
    file_name: str
    file_id: str
    unique_id: str
    size: int | None = None
    about: str = ""
    """For what it was sent, in the words of its kind; the history keeps it (`about_of`)."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators; leaders send the file and the plans of their studio."""
        if moment.person is None or not may_send(moment.person, self.kind):
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it and ask for the file."""
        made = Upload(
            id=self.upload,
            kind=self.kind,
            chat=self.chat,
            person=moment.actor or "",
            name=self.file_name,
            file_id=self.file_id,
            unique_id=self.unique_id,
            size=self.size,
            added=moment.now,
            changed=moment.now,
        )
        desk.uploads.put(made)
        desk.jobs.add("fetch", self.upload, {}, moment.now)
        about = {"about": self.about} if self.about else {}
        return Told(self.upload, {"kind": self.kind, "unique": self.unique_id, "size": self.size, **about})


class OfProgram(Change):
    """A change that nobody but the program makes, to an upload that waits for it."""

    upload: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Only the program itself, while the upload waits: one that was given up meanwhile stays so."""
        if moment.person is not None:
            raise Refusal("not_yours")
        self.waiting(desk)

    def waiting(self, desk: Desk) -> Upload:
        """Return the upload, or refuse if nobody waits for it any more."""
        found = desk.uploads.get(self.upload)
        if found is None or found.state != "waiting":
            raise Refusal("upload_gone")
        return found


class StoreUpload(OfProgram):
    """The workbook is on disk; it is to be read."""

    name: ClassVar[str] = "store_upload"

    sha256: str
    size: int

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Keep its hash and ask for it to be read."""
        found = self.waiting(desk)
        desk.uploads.put(found.model_copy(update={"sha256": self.sha256, "size": self.size}))
        desk.jobs.add("upload", self.upload, {"chat": found.chat}, moment.now)
        return Told(self.upload, {"sha256": self.sha256, "size": self.size})


class ReadUpload(OfProgram):
    """The workbook was read: what it says waits for its sender to go on."""

    name: ClassVar[str] = "read_upload"

    result: str
    """JSON of the kind's reader."""

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store what was read."""
        found = self.waiting(desk)
        read = {"state": "read", "result": self.result, "changed": moment.now}
        desk.uploads.put(found.model_copy(update=read))
        return Told(self.upload, {"sha256": found.sha256})


class FailUpload(OfProgram):
    """The workbook cannot be had or read."""

    name: ClassVar[str] = "fail_upload"

    code: str
    params: dict[str, Any] = Field(default_factory=dict)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it with the reason."""
        found = self.waiting(desk)
        why = json.dumps({"code": self.code, "params": self.params}, ensure_ascii=False)
        desk.uploads.put(found.model_copy(update={"state": "failed", "failure": why, "changed": moment.now}))
        return Told(self.upload, {"code": self.code})


class DropUpload(Change):
    """Its sender gave an upload up; nothing was written."""

    name: ClassVar[str] = "drop_upload"

    upload: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever sent it, as long as nothing was made of it."""
        upload_of(desk, self.upload, moment)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Close it."""
        found = upload_of(desk, self.upload, moment)
        desk.uploads.put(found.model_copy(update={"state": "dropped", "changed": moment.now}))
        return Told(self.upload, {"before": found.state})


def upload_of(desk: Desk, upload: str, moment: Moment, kind: Kind | None = None) -> Upload:
    """Return an upload of the person that waits or was read, or refuse.

    The change that makes something of it asks for its kind, and for `read` as its state.
    """
    found = desk.uploads.get(upload)
    if moment.person is None or found is None or found.person != moment.actor:
        raise Refusal("not_yours")
    if kind is not None and (found.kind != kind or found.state != "read"):
        raise Refusal("upload_gone")
    if found.state not in {"waiting", "read"}:
        raise Refusal("upload_gone")
    return found


def about_of(desk: Desk, upload: str) -> str:
    """Return for what a workbook was sent, empty where that was not said."""
    came = next((each for each in desk.history.of(upload) if each.name == ReceiveUpload.name), None)
    return str(came.payload.get("about", "")) if came is not None else ""


def applied(desk: Desk, upload: Upload, now: int) -> None:
    """Close an upload of which something was made, in the transaction that made it."""
    desk.uploads.put(upload.model_copy(update={"state": "applied", "changed": now}))


def why_failed(upload: Upload) -> tuple[str, Mapping[str, Any]]:
    """Return the code and the parameters of what went wrong with a failed upload."""
    found = json.loads(upload.failure or '{"code": "upload_failed", "params": {}}')
    return found["code"], found["params"]
