"""An application for a studio's name begins."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.changes.applying.checks import AGAIN, NAME, in_time, my_place
from bot.changes.base import Change, Moment, Told
from bot.changes.studio_log import stream_of
from bot.entities import Application
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.application import offered, tracks
from rubrics.model import Rubric

YEARS: Final = range(2000, 2200)


class BeginApplication(Change):
    """Open the forms and conditions of a scheme for a studio, in a year."""

    name: ClassVar[str] = "begin_application"

    application: str
    """Its id; the second press of the same button begins nothing."""
    studio: str
    rubric: str
    year: int
    track: str = ""
    called: str
    """What the studio is to be called."""
    today: str
    """ISO date where the program runs."""

    def _rubric(self, desk: Desk) -> Rubric:
        found = next((each for each in desk.library.current() if each.id == self.rubric), None)
        if found is None or not offered(found):
            raise Refusal("not_yours")
        return found

    def allow(self, desk: Desk, moment: Moment) -> None:
        """People of the studio, in time, once a year."""
        studio = my_place(desk, self.studio, moment)
        known = desk.applications.get(self.application)
        if known is not None:
            if known.studio != self.studio:
                raise Refusal("not_yours")
            return
        rubric = self._rubric(desk)
        if self.track not in {each.id for each in tracks(rubric)} | (set() if tracks(rubric) else {""}):
            raise Refusal("not_yours")
        if self.year not in YEARS:
            raise Refusal("apply_year", text=str(self.year))
        said = self.called.strip()
        if not said or len(said) > NAME:
            raise Refusal("apply_name", count=len(said), limit=NAME)
        in_time(desk, rubric, self.year, self.today)
        if standing(desk, self.rubric, self.year, self.studio) is not None:
            raise Refusal("apply_open", studio=studio.name, year=self.year)

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store it as a draft; the version of the scheme stays with it."""
        stream = stream_of(self.studio)
        told = {"application": self.application, "rubric": self.rubric, "year": self.year}
        if desk.applications.get(self.application) is not None:
            return Told(stream, {**told, "again": True})
        studio, rubric = my_place(desk, self.studio, moment), self._rubric(desk)
        desk.applications.put(
            Application(
                id=self.application,
                rubric=rubric.id,
                version=rubric.version,
                year=self.year,
                track=self.track,
                name=self.called.strip(),
                unit=studio.unit,
                leader=studio.leader,
                studio=studio.id,
                by=moment.actor or "",
                at=moment.now,
                changed=moment.now,
            )
        )
        return Told(stream, {**told, "version": rubric.version, "track": self.track})


def standing(desk: Desk, rubric: str, year: int, studio: str) -> Application | None:
    """Return the application of a studio that is under way by a scheme in a year."""
    every = desk.applications.of_round(rubric, year)
    return next((each for each in every if each.studio == studio and each.state not in AGAIN), None)
