"""A coordinator published a draft as the next version of its rubric; open assessments may take it over."""

from __future__ import annotations

from typing import ClassVar

from bot import access
from bot.changes.ballots import panel_of
from bot.changes.base import Change, Moment, Told, make
from bot.changes.drafting import open_draft, ready, recorded
from bot.changes.move_version import MoveVersion, carried
from bot.entities import Draft
from bot.ports import Desk
from bot.problems import Refusal

STREAM = "rubrics"
"""Where the history keeps what was published."""


class PublishRubric(Change):
    """Publish what was shown: the text is known by its digest, the number is the next one."""

    name: ClassVar[str] = "publish_rubric"

    draft: str
    digest: str
    version: int
    move: bool = False
    """Open assessments of older versions take it over, those whose marks fit."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of everything, when every question is answered, nothing is wrong and nothing has moved."""
        found = open_draft(desk, self.draft, moment)
        if moment.person is None or not access.may(moment.person, "publish"):
            raise Refusal("publish_scope")
        if found.unanswered:
            raise Refusal("draft_unanswered", count=len(found.unanswered))
        now = ready(desk, found)
        if now.wrong or now.loaded.rubric is None or not now.numbered:
            raise Refusal("draft_wrong", count=len(now.wrong))
        if (now.digest, now.version) != (self.digest, self.version):
            raise Refusal("draft_moved")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Put the version on the shelf and close the draft."""
        found = open_draft(desk, self.draft, moment)
        now = ready(desk, found)
        rubric = now.loaded.rubric
        if rubric is None:
            raise Refusal("draft_wrong", count=len(now.wrong))
        desk.library.publish(rubric, now.text, now.loaded.sha256, moment.now)
        closed = {
            "state": "published",
            "rubric": rubric.id,
            "version": rubric.version,
            "text": now.text,
            "changed": moment.now,
            "closed_by": moment.actor,
        }
        desk.drafts.put(found.model_copy(update=closed))
        return Told(
            STREAM,
            {
                "rubric": [rubric.id, rubric.version],
                "sha256": now.loaded.sha256,
                "fingerprint": rubric.fingerprint,
                "draft": self.draft,
                "documents": _documents(desk, found),
                "answers": dict(recorded(found)),
                "move": self.move,
            },
        )

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Let open assessments take it over, each with its own row of history."""
        found = desk.drafts.get(self.draft)
        if not self.move or found is None or found.version is None:
            return
        new = desk.library.get(found.rubric, found.version)
        for each in desk.visits.open_by(new.id):
            # Ballots are compared with each other: a panel ends with the version that it began with.
            allowed = moment.person is not None and access.may(moment.person, "rule", each)
            # What was signed once stays with its version.
            allowed = allowed and panel_of(desk, each) is None and each.round == 1
            if allowed and not carried(desk, each, new).misfits:
                make(desk, MoveVersion(assessment=each.id, version=new.version), moment)


def _documents(desk: Desk, draft: Draft) -> list[str]:
    """Return the hashes of everything that was sent for a draft, the newest first."""
    found: list[str] = []
    each: Draft | None = draft
    while each is not None:
        found += [each.sha256] if each.sha256 else []
        each = desk.drafts.get(each.replaces) if each.replaces else None
    return found
