"""Materials before a visit: what is asked for by item, files and words for it, taken back, looked at by assessors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot import access
from bot.changes import HandIn, TakeBack
from bot.changes.base import closed
from bot.entities import Assessment, Material, Proof
from bot.flows.appeal.reading import album_of
from bot.flows.html import escape, short
from bot.flows.inputs import AnyInput, Said, SentFile
from bot.flows.outputs import Button, Face, Output, Rows, Say
from bot.flows.proof_files import counted, kept, sent
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.visits.asked import Asked, asked, label, listed
from bot.flows.visits.ready import marked
from bot.flows.visits.states import MATERIALS, MATERIALS_SCREEN, MaterialsState
from bot.flows.walk.marks_text import title_of
from bot.ports import Desk
from bot.problems import Refusal
from bot.texts import Words
from rubrics.numbering import item_no

NOTE_LIMIT = 500
NOTE = 200
LABEL = 28
QUOTED = 12


@dataclass(frozen=True, slots=True)
class Handing:
    """An open visit with what it asks for."""

    state: MaterialsState
    found: Assessment
    mine: bool
    """The person answers for the studio; others only look."""
    every: tuple[Asked, ...]
    pieces: dict[str, tuple[Proof, ...]]
    """By material, of the item in view."""
    album: Proof | None = None

    @property
    def one(self) -> Asked | None:
        """The item in view."""
        return next((each for each in self.every if each.item.no == self.state.item), None)

    @property
    def name(self) -> str:
        """What is handed in, as the rubric asks for it; empty while it is to be chosen."""
        names = self.one.item.evidence if self.one else ()
        if len(names) == 1:
            return names[0]
        return names[self.state.which - 1] if 0 < self.state.which <= len(names) else ""

    @property
    def standing(self) -> Material | None:
        """What was handed in for that already."""
        found = self.one.of(self.name) if self.one and self.name else ()
        return found[-1] if found else None


class MaterialsScreen(Screen[MaterialsState, Handing]):
    """The list by item, then one item."""

    name: ClassVar[str] = MATERIALS_SCREEN
    code: ClassVar[str] = MATERIALS
    state = MaterialsState

    def load(self, desk: Desk, ask: Ask, state: MaterialsState, given: AnyInput | Tap | None) -> Handing:
        """Read for leaders of the studio and those who see the assessment; after the signature nothing is taken."""
        found = desk.visits.assessment(state.assessment)
        studio = desk.studios.get(found.studio) if found else None
        mine = access.may(ask.who, "answer", studio)
        if found is None or found.visit.own or not (mine or access.may(ask.who, "look", found)):
            raise Refusal("not_yours")
        looks = isinstance(given, Tap) and given.verb == "f"
        if found.state != "open" and given is not None and not looks:
            raise closed(found)
        every = asked(desk, found)
        one = next((each for each in every if each.item.no == state.item), None)
        pieces = {each.id: desk.proofs.of(each.id) for each in one.handed} if one else {}
        owners = (state.material, *(each.id for each in one.handed)) if one else ()
        album = next((piece for each in owners if (piece := album_of(desk, given, each))), None)
        return Handing(state, found, mine, every, pieces, album)

    def show(self, view: Handing, ask: Ask) -> Face:
        """Return the list or the item."""
        words = ask.words
        if view.one is None:
            lines = [
                words("material.head", studio=escape(view.found.studio_name), period=view.found.visit.period)
            ]
            lines += [
                *listed(view.every, words),
                "",
                words("material.choose" if view.every else "material.nothing"),
            ]
            return Face("\n".join(lines), _list_keys(view, ask.words))
        return Face("\n".join(_item_lines(view, view.one, words)), _item_keys(view, view.one, words))

    def take(self, view: Handing, given: AnyInput | Tap, ask: Ask) -> Step:
        """Choose, hand in, take back, or show the files."""
        if isinstance(given, Tap):
            return _tap(view, given, ask)
        if not view.mine:
            raise Refusal("not_yours")
        if isinstance(given, Said) and view.one is None:
            return _choose(view, item_no(given.text) or given.text.strip()[:QUOTED], ask)
        if view.one is None or not view.name or not isinstance(given, Said | SentFile):
            raise Refusal("material_where")
        return _hand_in(view, given, ask)

    def aim(self, tap: Tap, state: MaterialsState | None) -> MaterialsState:
        """Return the visit and item that the button names."""
        assessment, item = tap.arg(0), tap.arg(1)
        if not assessment:
            raise Stale
        if state is not None and (state.assessment, state.item) == (assessment, item):
            return state
        return MaterialsState(assessment=assessment, item=item)

    def title(self, view: Handing, ask: Ask) -> str:
        """Return the name of this step."""
        del view
        return ask.words("visit.button.materials")

    def closing(self, view: Handing, ask: Ask) -> Face:
        """Return one line with a way back in."""
        text = ask.words(
            "material.head", studio=escape(view.found.studio_name), period=view.found.visit.period
        )
        button = Button(ask.words("button.open"), pack(MATERIALS, "o", view.found.id, view.state.item))
        return Face(text, ((button,),))


def _tap(view: Handing, tap: Tap, ask: Ask) -> Step:
    if tap.verb == "f":
        return Step(say=tuple(_shown(view, ask.words)), stay=True)
    if not view.mine:
        raise Refusal("not_yours")
    match tap.verb:
        case "o":
            return (
                _choose(view, tap.arg(1), ask)
                if tap.arg(1)
                else _to(view, MaterialsState(assessment=view.found.id))
            )
        case "n" if tap.arg(2).isdecimal() and view.one is not None:
            which = int(tap.arg(2))
            if not 0 < which <= len(view.one.item.evidence):
                raise Stale
            return _to(view, view.state.model_copy(update={"which": which, "material": ask.mint()}))
        case "x" if view.one is not None:
            if all(each.id != tap.arg(2) for each in view.one.handed):
                raise Stale
            change = TakeBack(material=tap.arg(2), assessment=view.found.id)
            state = view.state.model_copy(update={"material": ask.mint()})
            return Step((change,), go=Go(MATERIALS_SCREEN, state), toast=ask.words("material.taken_back"))
    raise Stale


def _to(view: Handing, state: MaterialsState) -> Step:
    del view
    return Step(go=Go(MATERIALS_SCREEN, state))


def _choose(view: Handing, item: str, ask: Ask) -> Step:
    if all(each.item.no != item for each in view.every):
        raise Refusal("material_no_item", item=item)
    return _to(view, MaterialsState(assessment=view.found.id, item=item, material=ask.mint()))


def _hand_in(view: Handing, given: Said | SentFile, ask: Ask) -> Step:
    """Keep a file, or words in place of one; the material is made with the first."""
    state = view.state
    note = given.text.strip() if isinstance(given, Said) else ""
    if len(note) > NOTE_LIMIT:
        raise Refusal("text_long", count=len(note), limit=NOTE_LIMIT)
    standing = view.standing
    material = standing.id if standing else state.material or ask.mint()
    hand_in = HandIn(
        material=material, assessment=view.found.id, item=state.item, evidence=view.name, note=note
    )
    needed = (hand_in,) if standing is None or note else ()
    go = Go(MATERIALS_SCREEN, state.model_copy(update={"material": material}))
    if isinstance(given, Said):
        return Step(needed, go=go, fresh=True)
    return Step((*needed, kept(material, view.found.studio, given, ask, view.album)), go=go)


def _item_lines(view: Handing, one: Asked, words: Words) -> list[str]:
    title = title_of(one.item.title, one.item.title_en, words)
    lines = [
        words("material.head", studio=escape(view.found.studio_name), period=view.found.visit.period),
        f"<b>{one.item.no} {title}</b>",
        words("card.asked_for", materials=marked(one.item, one.handed, words)),
    ]
    for each in one.handed:
        said = " ".join(part for part in (counted(view.pieces.get(each.id, ())), _note(each, words)) if part)
        lines.append(f"✓ {escape(each.name)} {said}".rstrip())
    asks = words("material.send", name=escape(view.name)) if view.name else words("material.which")
    return [*lines, "", "✎ " + asks]


def _note(material: Material, words: Words) -> str:
    return words("material.said", note=escape(short(material.note, NOTE))) if material.note else ""


def _list_keys(view: Handing, words: Words) -> Rows:
    signs = {each.item.no: "✓" if each.complete else "○" for each in view.every}
    keys = [
        Button(
            f"{signs[each.item.no]} {label(each.item, LABEL // 2, words)}",
            pack(MATERIALS, "o", view.found.id, each.item.no),
        )
        for each in view.every
    ]
    return tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))


def _item_keys(view: Handing, one: Asked, words: Words) -> Rows:
    where = (view.found.id, one.item.no)
    rows: list[tuple[Button, ...]] = []
    if len(one.item.evidence) > 1:
        for number, name in enumerate(one.item.evidence, 1):
            sign = "✎" if name == view.name else "✓" if one.of(name) else "○"
            rows.append((Button(short(f"{sign} {name}", LABEL), pack(MATERIALS, "n", *where, number)),))
    if view.mine:
        for each in one.handed:
            text = short(words("material.button.back", name=each.name), LABEL)
            rows.append((Button(text, pack(MATERIALS, "x", *where, each.id)),))
    if any(view.pieces.values()):
        rows.append((Button(words("material.button.show"), pack(MATERIALS, "f", *where)),))
    return (*rows, (Button(words("material.button.list"), pack(MATERIALS, "o", view.found.id)),))


def _shown(view: Handing, words: Words) -> list[Output]:
    """Return what was handed in for the item: files, and words."""
    if view.one is None or not view.one.handed:
        raise Refusal("material_none")
    said: list[Output] = []
    for each in view.one.handed:
        files = view.pieces.get(each.id, ())
        head = " ".join(
            part
            for part in (f"{view.state.item} {escape(each.name)}", counted(files), _note(each, words))
            if part
        )
        said += [Say(head), *sent(files, words)]
    return said
