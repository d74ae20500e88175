"""Deciding the rulings of a campaign: the list, one question, a press or a number; all the others as they stand."""

from __future__ import annotations

from typing import ClassVar

from bot.changes import Change, DecideRuling
from bot.flows.campaign.face import campaign_face
from bot.flows.campaign.reading import Campaigning, Line, read_campaign
from bot.flows.campaign.states import CAMPAIGN, CAMPAIGN_SCREEN, CampaignState
from bot.flows.inputs import AnyInput, Said
from bot.flows.outputs import Button, Face
from bot.flows.rubric_names import rubric_name
from bot.flows.rubrics.lines import title_of
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.common import decide
from rubrics.numbering import canonical
from rubrics.points import show

LONGEST = 6
"""Digits that a number of a button may have."""
ARGS = 3
"""Rubric, version and year stand in every button."""


class CampaignScreen(Screen[CampaignState, Campaigning]):
    """The list, or one question."""

    name: ClassVar[str] = CAMPAIGN_SCREEN
    code: ClassVar[str] = CAMPAIGN
    state = CampaignState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: CampaignState, given: AnyInput | Tap | None) -> Campaigning:
        """Read for coordinators only."""
        del given
        return read_campaign(desk, ask, state)

    def show(self, view: Campaigning, ask: Ask) -> Face:
        """Return the list or the question."""
        return campaign_face(view, ask.words)

    def take(self, view: Campaigning, given: AnyInput | Tap, ask: Ask) -> Step:
        """Leaf, choose, decide; a text is a number for the question in view."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if isinstance(given, Said) and view.line is not None and view.line.ruling.value is not None:
            _may_decide(view)
            number = number_of(view.line, given.text)
            return Step(go=_to(view, at=view.state.at, typed=number), fresh=True)
        raise Refusal("campaign_press")

    def aim(self, tap: Tap, state: CampaignState | None) -> CampaignState:
        """Return the campaign, and the question, that the button names."""
        version, year, at = tap.arg(1), tap.arg(2), tap.arg(3)
        numbers = [each for each in (version, year, at) if each]
        if not tap.arg(0) or not all(each.isdecimal() and len(each) <= LONGEST for each in numbers):
            raise Stale
        if not version or not year:
            raise Stale
        made = CampaignState(rubric=tap.arg(0), version=int(version), year=int(year), at=int(at or 0))
        if state is not None and state.place == made.place:
            return state
        return made

    def title(self, view: Campaigning, ask: Ask) -> str:
        """Return the name of this page."""
        return ask.words("campaign.title", rubric=rubric_name(view.rubric, ask.words), year=view.state.year)

    def closing(self, view: Campaigning, ask: Ask) -> Face:
        """Return one line with the way back."""
        state = view.state
        text = ask.words("campaign.closed", title=title_of(view.rubric, ask.words), year=state.year)
        data = pack(CAMPAIGN, "o", state.rubric, state.version, state.year)
        return Face(text, ((Button(ask.words("button.open"), data),),))


def _tap(view: Campaigning, tap: Tap, ask: Ask) -> Step:
    state = view.state
    match tap.verb:
        case "o":
            return Step(go=_to(view, at=state.at, page=state.page))
        case "g" if tap.arg(ARGS + 1).isdecimal():
            return Step(go=_to(view, page=int(tap.arg(ARGS + 1)[:LONGEST])))
        case "d" if view.line is not None:
            return _decide(view, view.line, tap.arg(ARGS + 1), ask)
        case "z":
            _may_decide(view)
            return Step(go=_to(view, sure=True))
        case "y" if state.sure:
            return _all(view, ask)
    raise Stale


def _to(view: Campaigning, **update: object) -> Go:
    kept = {"rubric": view.rubric.id, "version": view.rubric.version, "year": view.state.year}
    return Go(CAMPAIGN_SCREEN, CampaignState.model_validate({**kept, **update}))


def _may_decide(view: Campaigning) -> None:
    if view.signed:
        raise Refusal("ruled_too_late")
    if not view.decides:
        raise Refusal("campaign_scope")


def _decide(view: Campaigning, line: Line, answer: str, ask: Ask) -> Step:
    """Take the option that a button names by its place, or a number; then ask what is open next."""
    _may_decide(view)
    options = line.ruling.options
    if options:
        if not answer.isdecimal() or int(answer) >= len(options):
            raise Stale
        answer = options[int(answer)].id
    else:
        answer = number_of(line, answer)
    go = _to(view, at=view.next_open(view.state.at))
    return Step((_change(view, line, answer),), go=go, toast=ask.words("campaign.decided"))


def _all(view: Campaigning, ask: Ask) -> Step:
    """Decide everything that is left as it stands; what does not go together is refused before anything is made."""
    _may_decide(view)
    left = [each for each in view.lines if not each.standing.decided and each.standing.answer]
    rulings, changes = view.rulings, []
    for each in left:
        rulings = decide(view.rubric, rulings, each.ruling.id, each.standing.answer)
        changes.append(_change(view, each, each.standing.answer))
    made: tuple[Change, ...] = tuple(changes)
    return Step(made, go=_to(view), toast=ask.words("campaign.decided_all", count=len(made)))


def _change(view: Campaigning, line: Line, answer: str) -> DecideRuling:
    return DecideRuling(
        rubric=view.rubric.id,
        version=view.rubric.version,
        year=view.state.year,
        ruling=line.ruling.id,
        option=answer,
    )


def number_of(line: Line, text: str) -> str:
    """Return a number within the bounds of the question, or refuse with the bounds."""
    value = line.ruling.value
    if value is None:
        raise Stale
    found = value.read(canonical(text).strip())
    if found is None:
        wanted = {"text": text.strip(), "least": show(value.least), "most": show(value.most)}
        if value.step is not None:
            raise Refusal("campaign_number_step", **wanted, step=show(value.step))
        raise Refusal("campaign_number", **wanted)
    return show(found)
