"""The summary and the signature: name as on file, time, totals and 校验码; then the sheet comes back in the chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bot import access
from bot.changes import Sign, SignWithOthers
from bot.changes.base import closed
from bot.changes.sign import digest, shown, untouched
from bot.clock import from_ms
from bot.entities import Assessment
from bot.flows.fix.told import opened
from bot.flows.html import escape
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Anew, Button, Face, Output
from bot.flows.panel.signing import Together, all_of, telling, together
from bot.flows.panel.signing import lines as signatures
from bot.flows.panel.told import signed_alone
from bot.flows.review import told
from bot.flows.review.told import both
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.incoming import take_message
from bot.flows.walk.own import handing_in, marked, worded
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, aim, load_walk
from bot.flows.walk.signs import signed
from bot.flows.walk.standing import arithmetic, met, standing, vetoed
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.points import show

PART = 16
"""Digits of the 校验码 in the button: the sheet must not have moved since it was drawn."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The walk with its 校验码 as of now."""

    walk: Walk
    code: str
    together: Together | None = None
    """Where several sign."""


class SignScreen(Screen[WalkState, Summary]):
    """The last look before the sheet is closed, and what stands there afterwards."""

    name: ClassVar[str] = "sign"
    code: ClassVar[str] = "s"
    state = WalkState

    def load(self, desk: Desk, ask: Ask, state: WalkState, given: AnyInput | Tap | None) -> Summary:
        """Read the figures; a signed sheet shows its own 校验码."""
        found = desk.visits.assessment(state.assessment)
        if found is not None and found.state == "signed" and isinstance(given, Tap):
            access.require(ask.who, "look", found)
            if not _again(found, given):
                raise closed(found)
            given = None
        walk = load_walk(desk, ask, state, given)
        code = walk.assessment.digest or digest(desk, walk.assessment)
        return Summary(walk, code, together(desk, ask, walk.assessment, code))

    def show(self, view: Summary, ask: Ask) -> Face:
        """Return the summary with the button, or the closed sheet's line."""
        walk, words = view.walk, ask.words
        found = walk.assessment
        when: datetime = from_ms(found.signatures[-1].at if found.signatures else ask.now).astimezone(
            ask.zone
        )
        key = "sign.done" if found.state == "signed" else "sign.head"
        signer = found.signatures[-1].name if found.signatures else ask.who.name
        lines = [
            words(worded(found, key), name=escape(signer), time=f"{when:%Y-%m-%d %H:%M}"),
            f"{escape(found.studio_name)} · {escape(found.visit.period)} · {escape(rubric_name(walk.rubric, words))}",
            _totals(walk, ask),
            words("sign.code", code=shown(view.code)),
        ]
        if found.state == "signed":
            if len(found.signatures) > 1:
                lines[0] = "\n".join([words("sign.done_all"), *all_of(found, ask)])
            return Face("\n".join(lines))
        identity, item = found.id, walk.state.item
        sign = Button(
            words(worded(found, "button.sign")), pack(self.code, "y", identity, item, view.code[:PART])
        )
        back = (Button(words("button.back"), pack("m", "o", identity, item)),)
        of = view.together
        if of is None:
            return Face("\n".join([*lines, words(worded(found, "sign.warning"))]), ((sign,), back))
        mine = of.mine(ask.who.id)
        lines += [*signatures(of, ask), words("sign.waits" if mine else "sign.warning_all")]
        return Face("\n".join(lines), (back,) if mine else ((sign,), back))

    def take(self, view: Summary, given: AnyInput | Tap, ask: Ask) -> Step:
        """Sign what was shown; if anything moved since, the summary is drawn again."""
        walk = view.walk
        if not isinstance(given, Tap):
            return take_message(walk, given, ask)
        if given.verb == "o":
            if left := untouched(walk.sheet):
                raise Refusal("untouched", items=left)
            return Step(go=Go(self.name, walk.state.plain()))
        if given.verb != "y":
            raise Stale
        if walk.assessment.state == "signed":
            return Step(
                toast=ask.words(worded(walk.assessment, "sign.again"), code=shown(view.code)), stay=True
            )
        if given.arg(2) != view.code[:PART]:
            raise Refusal("sheet_changed")
        of = view.together
        if of is not None and not of.last(ask.who.id):
            return self._with_others(view, of, ask)
        found = walk.assessment
        return Step(
            (Sign(assessment=found.id, digest=view.code, today=_today(ask)),),
            go=Go(self.name, walk.state.plain()),
            tell=_telling(found),
            job=("sheet", found.id),
        )

    def _with_others(self, view: Summary, of: Together, ask: Ask) -> Step:
        """Sign what others have still to sign; a second press says only that it is signed."""
        found, go = view.walk.assessment, Go(self.name, view.walk.state.plain())
        if of.mine(ask.who.id):
            return Step(toast=ask.words("sign.again", code=shown(view.code)), go=go)
        return Step(
            (SignWithOthers(assessment=found.id, digest=view.code),),
            go=go,
            toast=ask.words("sign.partly", count=len(of.left) - 1),
            tell=telling(found),
        )

    def aim(self, tap: Tap, state: WalkState | None) -> WalkState:
        """Return the assessment and item that the button names."""
        return aim(tap, state)

    def closing(self, view: Summary, ask: Ask) -> Face:
        """Leave a signed summary in the chat as it is; of an open one, a line with a way back in."""
        found = view.walk.assessment
        if found.state == "signed":
            return self.show(view, ask)
        name = ask.words(worded(found, "button.sign"))
        text = marked(
            found, f"{name} · {escape(found.visit.period)} · {escape(found.studio_name)}", ask.words
        )
        data = pack(self.code, "o", found.id, view.walk.state.item)
        return Face(text, ((Button(ask.words("button.open"), data),),))

    def title(self, view: Summary, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("button.sign")


def _again(found: Assessment, tap: Tap) -> bool:
    """Say whether this is the signature pressed once more: it stands, and pressing it again says so."""
    return tap.verb == "y" and found.digest is not None and tap.arg(2) == found.digest[:PART]


def _telling(found: Assessment) -> Callable[[Desk, Ask], tuple[Output | Anew, ...]]:
    """Return what others are told of the signature."""
    if found.visit.blind:
        return signed_alone(found)
    return handing_in(found) if found.visit.own else both(opened(found), told.signed(found.id))


def _today(ask: Ask) -> str:
    return from_ms(ask.now).astimezone(ask.zone).date().isoformat()


def _totals(walk: Walk, ask: Ask) -> str:
    sheet, words = walk.sheet, ask.words
    if sheet.provisional:
        return standing(sheet, words)
    lines = [*vetoed(sheet, words, name="standing.vetoed")]
    if sheet.items:
        line = words(
            f"sign.total.{walk.rubric.layout}", total=signed(sheet.total), deducted=signed(sheet.deducted)
        )
        if walk.rubric.bonus and not walk.rubric.bonus.counted:
            line += " · " + words("sign.bonus", bonus=show(sheet.bonus))
        lines += [line, *arithmetic(sheet, words)]
    return "\n".join([*lines, *met(sheet, words)])
