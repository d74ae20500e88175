"""A campaign as its page shows it: every question with the answer that holds, who decided it and when."""

from __future__ import annotations

from dataclasses import dataclass

from bot import access
from bot.changes.campaigns import decisions, standing, year_of
from bot.flows.campaign.states import CAMPAIGN, CampaignState
from bot.flows.html import escape
from bot.flows.month.mine import day_of
from bot.flows.outputs import Button
from bot.flows.rubric_names import rubric_name
from bot.flows.rubrics.facts import enter, published
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.ports import Desk
from bot.texts import Words
from rubrics.common import Standing, asked, needed, stands
from rubrics.model import Rubric, Ruling


@dataclass(frozen=True, slots=True)
class Line:
    """One question of a campaign."""

    standing: Standing
    common: bool
    """Not of the scheme: every campaign has it."""
    wanted: bool
    """Nothing can be scored before it is decided."""
    by: str = ""
    """Who decided it; empty where nobody did or nobody knows."""
    on: str = ""
    """The day, ISO."""

    @property
    def ruling(self) -> Ruling:
        """The question."""
        return self.standing.ruling

    @property
    def open(self) -> bool:
        """Whether nothing holds: no answer is shipped, and what is suggested decides nothing."""
        return not self.standing.decided and self.ruling.shipped is None and not self.common


@dataclass(frozen=True, slots=True)
class Campaigning:
    """A campaign with everything that can be decided."""

    state: CampaignState
    rubric: Rubric
    rulings: dict[str, str]
    lines: tuple[Line, ...]
    decides: bool
    """The person may decide, and nothing of it is signed yet."""
    signed: bool

    @property
    def line(self) -> Line | None:
        """The question in view."""
        at = self.state.at
        return self.lines[at - 1] if 0 < at <= len(self.lines) else None

    def next_open(self, after: int) -> int:
        """Return the place of the next question that nobody has decided, 0 if there is none."""
        places = [*range(after + 1, len(self.lines) + 1), *range(1, after + 1)]
        return next((at for at in places if not self.lines[at - 1].standing.decided and at != after), 0)


def read_campaign(desk: Desk, ask: Ask, state: CampaignState) -> Campaigning:
    """Read for coordinators; a campaign that nobody has opened yet shows what is shipped."""
    enter(ask)
    rubric = published(desk, state.rubric, str(state.version))
    campaign = standing(desk, rubric, state.year)
    rulings, assumed = campaign.rulings, campaign.assumed
    told = decisions(desk, campaign.id)
    own = {each.id for each in rubric.rulings}
    wanted = {each.id for each in needed(rubric, rulings)}
    lines = []
    for ruling in asked(rubric):
        found = stands(rulings, ruling.id, rubric=rubric, assumed=assumed)
        event = told.get(ruling.id) if found.decided else None
        person = desk.people.get(event.person, ask.now) if event and event.person else None
        lines.append(
            Line(
                found,
                ruling.id not in own,
                ruling.id in wanted,
                person.name if person else "",
                day_of(event.at, ask).isoformat() if event else "",
            )
        )
    signed = desk.visits.any_signed(campaign.id)
    decides = access.may(ask.who, "publish") and not signed
    return Campaigning(state, rubric, rulings, tuple(lines), decides, signed)


@dataclass(frozen=True, slots=True)
class Undecided:
    """What of the campaign to which a visit would belong nobody has decided; said before its first sheet is signed."""

    rubric: Rubric
    year: int
    count: int
    wanted: int
    """How many of them nothing can be scored without."""


def undecided(desk: Desk, rubric: Rubric, period: str) -> Undecided | None:
    """Return what is undecided of the campaign of a period; None if nothing is, or if its rulings stand already."""
    year = year_of(period)
    campaign = standing(desk, rubric, year)
    if desk.visits.any_signed(campaign.id):
        return None
    rulings = campaign.rulings
    found = [stands(rulings, each.id, rubric=rubric, assumed=campaign.assumed) for each in asked(rubric)]
    count = sum(not each.decided for each in found)
    return Undecided(rubric, year, count, len(needed(rubric, rulings))) if count else None


def begun_undecided(desk: Desk, rubric: Rubric, period: str) -> Undecided | None:
    """Return what is undecided where the first visit of a period has just been opened; later ones say it no more."""
    if len(desk.visits.open_in(rubric.id, [period])) != 1:
        return None
    return undecided(desk, rubric, period)


def warning(found: Undecided, words: Words) -> str:
    """Return the line that says what is undecided."""
    key = "campaign.wanted" if found.wanted else "campaign.undecided"
    count = found.wanted or found.count
    return words(key, rubric=escape(rubric_name(found.rubric, words)), year=found.year, count=count)


def way_to(rubric: Rubric, year: int, words: Words) -> Button:
    """Return the button that leads to a campaign's rulings."""
    data = pack(CAMPAIGN, "o", rubric.id, rubric.version, year)
    return Button(words("campaign.button.open", year=year), data)
