"""One application: how far its parts are, what is wanted, the whole of it to read, handing it in, taking it back."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.applying.submit import SubmitApplication, WithdrawApplication
from bot.flows.applications import told
from bot.flows.applications.mine import lacks, way_lines
from bot.flows.apply import export, taking
from bot.flows.apply.faces import brief, form_title, head, leaves, spot_label, want_text
from bot.flows.apply.known import offers
from bot.flows.apply.reading import Paper, paper, track_title
from bot.flows.apply.states import (
    FORM,
    FORM_SCREEN,
    LIST_SCREEN,
    SPOT,
    SPOT_SCREEN,
    ApplyState,
    FormState,
    SpotState,
)
from bot.flows.apply.taking import Known
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput
from bot.flows.month.mine import today
from bot.flows.outputs import Button, Face
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words

PAGE = 8
VIEWS = frozenset({"", "known", "check", "look", "export", "submit", "withdraw"})
Seen = tuple[FormState, Paper, Known]


class FormScreen(Screen[FormState, Seen]):
    """The whole of an application."""

    name: ClassVar[str] = FORM_SCREEN
    code: ClassVar[str] = FORM
    state = FormState
    replies = False

    def load(self, desk: Desk, ask: Ask, state: FormState, given: AnyInput | Tap | None) -> Seen:
        """Read for whoever may apply for the studio."""
        one = paper(desk, ask, state.application)
        return state, one, offers(desk, one, today(ask)) if state.view in {"", "known"} else ()

    def show(self, view: Seen, ask: Ask) -> Face:
        """Return the card."""
        state, one, known = view
        words = ask.words
        lines = head(one, words)
        if state.view == "known":
            lines += taking.lines(one, known, state.leaf, words)
            return Face("\n".join(lines), (*_known_keys(state, one, known, words), _back(one, words)))
        if state.view == "check":
            lines += _check(state, one, words)
        elif state.view == "look":
            every = leaves(one, words)
            lines += ["", every[min(state.leaf, len(every) - 1)]]
        elif state.view == "export":
            lines += export.lines(one, words)
        elif state.view == "submit":
            lines += ["", *_sums(one, words), words("apply.submit_ask")]
        elif state.view == "withdraw":
            lines += ["", words("apply.withdraw_ask")]
        else:
            lines += _overview(one, words)
        offered = [_view(one, words("apply.button.known", count=len(known)), "known")] if known else []
        return Face("\n".join(lines), (*([tuple(offered)] if offered else []), *_keys(state, one, words)))

    def take(self, view: Seen, given: AnyInput | Tap, ask: Ask) -> Step:
        """Only buttons are pressed here."""
        state, one, known = view
        if not isinstance(given, Tap):
            raise Refusal("apply_press")
        if given.verb in {"a", "b"}:
            return self._taken(state, one, known, given, ask)
        application = one.application.id
        match given.verb:
            case "v" if given.arg(1) in VIEWS:
                if given.arg(1) == "submit" and _stopped(one):
                    return self._wanted(one, ask)
                leaf = int(given.arg(2)[:3]) if given.arg(2).isdecimal() else 0
                return Step(
                    go=Go(self.name, FormState(application=application, view=given.arg(1), leaf=leaf))
                )
            case "l":
                return Step(go=Go(LIST_SCREEN, ApplyState()))
            case "n":
                at = one.at(next((each.key for each in one.spots if not one.said(each)), one.spots[0].key))
                return Step(go=Go(SPOT_SCREEN, SpotState(application=application, at=at)))
        return self._out(state, one, given, ask)

    def _taken(self, state: FormState, one: Paper, known: Known, tap: Tap, ask: Ask) -> Step:
        """Take over one offer, or all for open places, as they were shown."""
        if tap.verb == "a":
            chosen = taking.open_places(one, known)
            if not chosen or taking.mark_of(chosen) != tap.arg(1):
                raise Stale
        else:
            chosen = tuple(each for each in known if (each[0], each[1].mark) == (tap.arg(1), tap.arg(2)))
        if not chosen:
            raise Stale
        made = [change for at, offer in chosen for change in taking.changes(one, one.spot(at), offer)]
        here = FormState(application=one.application.id, view="known", leaf=state.leaf)
        return Step(tuple(made), go=Go(self.name, here), toast=ask.words("apply.taken"))

    def _out(self, state: FormState, one: Paper, tap: Tap, ask: Ask) -> Step:
        """Take a press by which it leaves the applicant's hands: taken away as files, handed in, taken back."""
        match tap.verb:
            case "e" if state.view == "export" and tap.arg(1) in export.KINDS:
                return export.ordered(one, tap.arg(1), ask)
            case "y":
                return self._submitted(one, ask)
            case "w":
                application = one.application.id
                change = WithdrawApplication(application=application, today=today(ask).isoformat())
                go = Go(self.name, FormState(application=application))
                return Step(
                    (change,),
                    go=go,
                    toast=ask.words("apply.withdrawn"),
                    tell=lambda desk, ask: told.withdrawn(desk, ask, application),
                )
        raise Stale

    def _submitted(self, one: Paper, ask: Ask) -> Step:
        """Hand it in, or show what is wanted."""
        if _stopped(one):
            return self._wanted(one, ask)
        application = one.application.id
        change = SubmitApplication(application=application, today=today(ask).isoformat())
        go = Go(self.name, FormState(application=application))
        return Step(
            (change,),
            go=go,
            toast=ask.words("apply.submitted"),
            tell=lambda desk, ask: told.submitted(desk, ask, application),
        )

    def _wanted(self, one: Paper, ask: Ask) -> Step:
        go = Go(self.name, FormState(application=one.application.id, view="check"))
        return Step(go=go, toast=ask.words("apply.wanted", count=_stopped(one)))

    def aim(self, tap: Tap, state: FormState | None) -> FormState:
        """Return the application that the button names."""
        if state is not None and state.application == tap.arg(0):
            return state
        return FormState(application=tap.arg(0))

    def title(self, view: Seen, ask: Ask) -> str:
        """Return the name that is applied for."""
        return short(view[1].application.name, 40)

    def closing(self, view: Seen, ask: Ask) -> Face:
        """Return one line with the way back."""
        return closed(view[1], ask)


def closed(one: Paper, ask: Ask) -> Face:
    """Return the line that an old card of an application becomes."""
    button = Button(ask.words("button.open"), pack(FORM, "v", one.application.id, ""))
    return Face("\n".join(head(one, ask.words)), ((button,),))


def _stopped(one: Paper) -> int:
    """How many things keep it from being handed in, while it is the applicant's."""
    return sum(each.stops for each in one.wanting) if one.writable else 0


def _overview(one: Paper, words: Words) -> list[str]:
    found = one.application
    lines = [words(f"apply.state.{found.state}")]
    if title := track_title(one.rubric, found.track, words("language.code")):
        lines.append(words("apply.track", track=escape(title)))
    lines.append(words("apply.unit", unit=escape(found.unit), leader=escape(found.leader) or "—"))
    lines += way_lines(one, words)
    if one.last_day and one.writable:
        lines.append(words("apply.until", on=one.last_day))
    lines.append("")
    for part in _parts(one):
        here = [spot for spot in one.spots if spot.part == part]
        keys = tuple(spot.key for spot in here)
        lack = sum(want.stops and want.key.startswith(keys) for want in one.wanting)
        done = sum(one.said(spot) for spot in here)
        title = escape(short(form_title(here[0].form, words), 40))
        key = "apply.part_lacks" if lack else "apply.part"
        lines.append(words(key, title=title, done=done, count=len(here), lack=lack))
    if one.writable:
        lines += ["", words("apply.hint")]
    return lines


def _parts(one: Paper) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spot.part for spot in one.spots))


def _sums(one: Paper, words: Words) -> list[str]:
    return [want_text(one, each, words) for each in one.wanting if not each.stops]


def _check(state: FormState, one: Paper, words: Words) -> list[str]:
    if not one.wanting:
        return ["", words("apply.complete")]
    first = min(state.leaf * PAGE, max(0, len(one.wanting) - 1) // PAGE * PAGE)
    lines = [
        f"{number} {want_text(one, each, words)}"
        for number, each in enumerate(one.wanting[first : first + PAGE], first + 1)
    ]
    stops = sum(each.stops for each in one.wanting)
    head = words("apply.wanted", count=stops) if stops else words("apply.differs", count=len(one.wanting))
    return [head, "", *lines]


def _view(one: Paper, label: str, view: str, *args: object) -> Button:
    return Button(label, pack(FORM, "v", one.application.id, view, *args))


def _moves(state: FormState, one: Paper, count: int, words: Words) -> list[tuple[Button, ...]]:
    keys = []
    if state.leaf:
        keys.append(_view(one, words("button.page_back"), state.view, state.leaf - 1))
    if state.leaf + 1 < count:
        keys.append(_view(one, words("button.page_on"), state.view, state.leaf + 1))
    return [tuple(keys)] if keys else []


def _keys(state: FormState, one: Paper, words: Words) -> list[tuple[Button, ...]]:
    application, back = one.application.id, _back(one, words)
    if state.view == "check":
        first = state.leaf * PAGE
        rows: list[tuple[Button, ...]] = []
        for number, each in enumerate(one.wanting[first : first + PAGE], first + 1):
            at = one.at(each.key)
            label = brief(f"{number} {spot_label(one, one.spot(at), words)}")
            rows.append((Button(label, pack(SPOT, "o", application, at)),))
        return [*rows, *_moves(state, one, -(-len(one.wanting) // PAGE), words), back]
    if state.view == "look":
        return [*_moves(state, one, len(leaves(one, words)), words), back]
    if state.view == "export":
        return [*export.keys(one, words), back]
    if state.view == "submit":
        return [(Button(words("apply.button.submit"), pack(FORM, "y", application)), *back)]
    if state.view == "withdraw":
        return [(Button(words("apply.button.withdraw"), pack(FORM, "w", application)), *back)]
    return _own(one, words)


def _back(one: Paper, words: Words) -> tuple[Button, ...]:
    return (_view(one, words("button.back"), ""),)


def _known_keys(state: FormState, one: Paper, known: Known, words: Words) -> list[tuple[Button, ...]]:
    pages = -(-len(known) // taking.PAGE)
    return [*taking.keys(one, known, state.leaf, words), *_moves(state, one, pages, words)]


def _back_keys(one: Paper, words: Words) -> list[tuple[Button, ...]]:
    """Lead to the places that are to be completed of what was sent back."""
    known = {spot.key: at for at, spot in enumerate(one.spots)}
    places = [known[key] for key in lacks(one) if key in known][:PAGE]
    return [
        (Button(brief(spot_label(one, one.spots[at], words)), pack(SPOT, "o", one.application.id, at)),)
        for at in places
    ]


def _own(one: Paper, words: Words) -> list[tuple[Button, ...]]:
    application = one.application.id
    rows: list[tuple[Button, ...]] = []
    if one.writable:
        rows += _back_keys(one, words)
        rows.append((Button(words("apply.button.on"), pack(FORM, "n", application)),))
        for part in _parts(one):
            at, spot = next((n, each) for n, each in enumerate(one.spots) if each.part == part)
            rows.append((Button(brief(form_title(spot.form, words)), pack(SPOT, "o", application, at)),))
    last = [_view(one, words("apply.button.look"), "look")]
    out = _view(one, words("apply.button.export"), "export")
    if one.writable:
        check = _view(one, words("apply.button.check"), "check")
        last = [check, *last, _view(one, words("apply.button.submit_ask"), "submit")]
    rows.append(tuple(last))
    end = [] if one.over else [_view(one, words("apply.button.withdraw_ask"), "withdraw")]
    return [*rows, (out, *end), (Button(words("apply.button.list"), pack(FORM, "l", application)),)]
