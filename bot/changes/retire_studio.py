"""A studio is no longer assessed (merged, 摘牌, closed), or is assessed again; all that was done there stays."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.change_leader import REASON
from bot.changes.edit_studio import my_studio
from bot.entities import Retirement, Studio
from bot.ports import Desk
from bot.problems import Refusal


def active(studio: Studio) -> None:
    """Refuse a studio that is retired: nothing new begins there."""
    if studio.retired is not None:
        raise Refusal("studio_retired", studio=studio.name, day=studio.retired)


def _checked(reason: str) -> str:
    said = reason.strip()
    if not said:
        raise Refusal("studio_no_reason")
    if len(said) > REASON:
        raise Refusal("studio_long", count=len(said), limit=REASON)
    return said


class RetireStudio(Change):
    """Take a studio out of what is assessed, from today."""

    name: ClassVar[str] = "retire_studio"

    studio: str
    reason: str
    today: str
    """ISO date where the program runs."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, once, with a reason."""
        active(my_studio(desk, self.studio, moment))
        _checked(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store day and reason."""
        retirement = Retirement(
            studio=self.studio,
            day=self.today,
            reason=_checked(self.reason),
            by=moment.actor or "",
            at=moment.now,
        )
        words = desk.studios.retire(retirement)
        return Told("studios", {"studio": self.studio, "day": self.today, "words": dict(words)})


class BringBackStudio(Change):
    """Let a retired studio be assessed again."""

    name: ClassVar[str] = "bring_back_studio"

    studio: str
    reason: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators of the studio, where it is retired, with a reason."""
        studio = my_studio(desk, self.studio, moment)
        if studio.retired is None:
            raise Refusal("studio_not_retired", studio=studio.name)
        _checked(self.reason)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Take the retirement back; the history keeps since when it was."""
        before = my_studio(desk, self.studio, moment).retired
        desk.studios.unretire(self.studio)
        words = list(desk.words.keep(_checked(self.reason), moment.actor))
        return Told("studios", {"studio": self.studio, "before": before, "words": words})
