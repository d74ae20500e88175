"""A coordinator's own workbook joins the forms that can be filled, in place of an earlier one, or leaves them."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.base import Change, Moment, Told
from bot.changes.receive_upload import applied, upload_of
from bot.entities import OwnForm
from bot.ports import Desk
from bot.problems import Refusal


class KeepForm(Change):
    """Keep a workbook that was read as a form for a rubric; one of the same name and rubric is replaced."""

    name: ClassVar[str] = "keep_form"

    form: str
    """Its id, if it replaces none."""
    upload: str
    rubric: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Whoever sent it, for a rubric that there is."""
        upload_of(desk, self.upload, moment, "form")
        if moment.person is None or not access.may(moment.person, "export"):
            raise Refusal("not_yours")
        if all(each.id != self.rubric for each in desk.library.current()):
            raise Refusal("not_yours")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it and close the upload."""
        upload = upload_of(desk, self.upload, moment, "form")
        before = next(
            (each for each in desk.own_forms.all() if (each.name, each.rubric) == (upload.name, self.rubric)),
            None,
        )
        kept = OwnForm(
            id=before.id if before else self.form,
            name=upload.name,
            rubric=self.rubric,
            sha256=upload.sha256 or "",
            by=moment.actor or "",
            at=moment.now,
        )
        desk.own_forms.put(kept)
        applied(desk, upload, moment.now)
        told = {"rubric": self.rubric, "sha256": kept.sha256, "before": before.sha256 if before else None}
        return Told(kept.id, told)


class DropForm(Change):
    """Take a form off the list; the file stays on disk."""

    name: ClassVar[str] = "drop_form"

    form: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators."""
        if moment.person is None or not access.may(moment.person, "export"):
            raise Refusal("not_yours")
        if desk.own_forms.get(self.form) is None:
            raise Refusal("form_gone")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Drop it."""
        found = desk.own_forms.get(self.form)
        desk.own_forms.drop(self.form)
        return Told(self.form, {"sha256": found.sha256 if found else None})
