"""All items with their state: jump to any, or confirm that the rest of a section is in order."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from bot import access
from bot.changes import Change
from bot.changes.beside import handed_in
from bot.flows.html import bold, escape
from bot.flows.inputs import AnyInput
from bot.flows.outputs import Button, Face, Say
from bot.flows.panel.shares import with_shares
from bot.flows.panel.states import GROUP
from bot.flows.rubric_names import rubric_name
from bot.flows.screen import Ask, Go, Screen, Stale, Step
from bot.flows.taps import Tap, pack
from bot.flows.walk.headings import heading
from bot.flows.walk.incoming import take_message
from bot.flows.walk.marks_text import title_of
from bot.flows.walk.own import marked
from bot.flows.walk.places import WalkState
from bot.flows.walk.reading import Walk, aim, load_walk, read_walk, with_log
from bot.flows.walk.sent_back import sheet_lines
from bot.flows.walk.sheet import own_sheet_text
from bot.flows.walk.signs import NEEDS, STATES
from bot.flows.walk.standing import standing
from bot.ports import Desk
from bot.texts import Words
from rubrics.model import Section
from rubrics.ops import Full, Judge
from rubrics.points import show

PER_ROW = 5
FEW = 2
"""Items of a section that may share a row with another."""


class ContentsScreen(Screen[WalkState, Walk]):
    """The table of contents of a walk."""

    name: ClassVar[str] = "contents"
    code: ClassVar[str] = "l"
    state = WalkState

    def load(self, desk: Desk, ask: Ask, state: WalkState, given: AnyInput | Tap | None) -> Walk:
        """Read the marks of all items, what the studio's log proposes, whether it has handed in its own sheet."""
        if isinstance(given, Tap) and given.verb == "c" and (own := _handed_in(desk, ask, state)):
            return own
        walk = load_walk(desk, ask, state, given)
        if given is None or (isinstance(given, Tap) and given.verb == "c"):
            walk = replace(walk, own_sheet=handed_in(desk, walk.assessment))
        if given is not None:
            return walk
        return with_shares(desk, ask, with_log(desk, ask, walk, whole=True), whole=True)

    def show(self, view: Walk, ask: Ask) -> Face:
        """Return a line for each section and a button for each item."""
        words, found = ask.words, view.assessment
        head = f"{bold(rubric_name(view.rubric, words))} · {escape(found.visit.period)} · {escape(found.studio_name)}"
        lines = [marked(found, head, words), *sheet_lines(view, ask)]
        if view.state.mine:
            lines.append(words("contents.mine"))
        lines += [_section(view, section, ask) for section in view.sections if _shown(view, section)]
        lines.append(standing(view.sheet, words))
        if view.state.section:
            lines.append("✎ " + words("contents.sure", items=tuple(_rest(view, view.state.section))))
        return Face("\n".join(lines), tuple(_keys(view, ask)))

    def take(self, view: Walk, given: AnyInput | Tap, ask: Ask) -> Step:
        """Open the list, or confirm the rest of a section after one question."""
        if not isinstance(given, Tap):
            return take_message(view, given, ask)
        if given.verb == "o":
            return Step(go=Go(self.name, view.state.plain()))
        if given.verb == "m":
            return Step(go=Go(self.name, view.state.plain().model_copy(update={"mine": given.arg(2) == "1"})))
        if given.verb == "c" and (view.own_sheet or view.assessment.visit.own):
            own = view.own_sheet.assessment if view.own_sheet else view.assessment.id
            return Step(
                tell=lambda desk, ask: (Say(own_sheet_text(desk, ask, own)),), job=("sheet", own), stay=True
            )
        section = int(given.arg(2)) if given.arg(2).isdecimal() else 0
        rest = _rest(view, section)
        if given.verb == "s" and rest:
            return Step(go=Go(self.name, view.state.model_copy(update={"section": section})))
        if given.verb == "S":
            changes = tuple(change for item in rest for change in _in_order(view, item, ask))
            return Step(changes, go=Go(self.name, view.state.plain()))
        raise Stale

    def aim(self, tap: Tap, state: WalkState | None) -> WalkState:
        """Return the assessment and item that the button names."""
        return aim(tap, state)

    def title(self, view: Walk, ask: Ask) -> str:
        """Return the name of this list."""
        del view
        return ask.words("button.contents")

    def closing(self, view: Walk, ask: Ask) -> Face:
        """Return one line with a way back in."""
        found = view.assessment
        text = f"{ask.words('button.contents')} · {escape(found.visit.period)} · {escape(found.studio_name)}"
        button = Button(ask.words("button.open"), pack(self.code, "o", found.id, view.state.item))
        return Face(marked(found, text, ask.words), ((button,),))


def _handed_in(desk: Desk, ask: Ask, state: WalkState) -> Walk | None:
    """Read a self-assessment that is handed in for whoever may look at it as such (a coordinator who was told)."""
    found = desk.visits.assessment(state.assessment)
    if found is None or not found.visit.own:
        return None
    access.require(ask.who, "look", found)
    if found.state != "signed":
        raise Stale
    return read_walk(desk, state, found)


def _rest(view: Walk, number: int) -> list[str]:
    """Return the items of a section that nobody has looked at; beside the total nothing needs to be."""
    for section in view.sections:
        if section.no == number:
            return [
                item.no
                for item in section.items
                if item.no in view.counted and view.state_of(item.no) == "untouched"
            ]
    return []


def _in_order(view: Walk, number: str, ask: Ask) -> tuple[Change, ...]:
    """Return the change that says that an item is in order, or that a condition is met."""
    item = view.rubric.item(number)
    if item is None:
        return ()
    return view.marked(item, Judge(gate="met") if item.role == "gate" else Full(), ask)


def _section(view: Walk, section: Section, ask: Ask) -> str:
    name = title_of(section.title, section.title_en, ask.words)
    line = heading(view, section, name, ask)
    if section.items[0].no not in view.counted:
        return line
    items = (item.no for item in section.items if not view.state.mine or item.no in view.mine)
    return f"{line}\n{'  '.join(_listed(view, item, ask) for item in items)}"


def _shown(view: Walk, section: Section) -> bool:
    """Say whether a section is listed: all are, or those in which the reader looks after something."""
    return not view.state.mine or any(item.no in view.mine for item in section.items)


def _listed(view: Walk, item: str, ask: Ask) -> str:
    row = view.sheet.item(item)
    score = f" {show(row.score)}" if row is not None and row.score is not None else ""
    log = _proposed(view, item, ask)
    return f"{STATES[view.state_of(item)]}{item}{score}{log}"


def _proposed(view: Walk, item: str, ask: Ask) -> str:
    """Return what proposes something for an item: the log, or the file where only that does."""
    if not _proposes(view, item):
        return ""
    log = any(each.standings for each in view.log[item].open)
    return ask.words("contents.proposed" if log else "contents.proposed.file")


def _proposes(view: Walk, item: str) -> bool:
    """Say whether log or file propose something for an item that nobody has decided about."""
    return item in view.log and bool(view.log[item].open)


def _keys(view: Walk, ask: Ask) -> list[tuple[Button, ...]]:
    words, identity, item = ask.words, view.assessment.id, view.state.item
    if view.state.section:
        sure = Button(words("button.sure_section"), pack("l", "S", identity, item, view.state.section))
        return [(sure,), (Button(words("button.back"), pack("l", "o", identity, item)),)]
    keys = [tuple(row) for row in _jumps(view)]
    current = view.rubric.section_of(item)
    if current and _rest(view, current.no):
        kind = "gate" if current.items[0].role == "gate" else view.rubric.layout
        keys.append((Button(words(f"button.rest.{kind}"), pack("l", "s", identity, item, current.no)),))
    if view.together:
        keys.append(_of_group(view, words))
    if view.own_sheet:
        keys.append((Button(words("button.self_sheet"), pack("l", "c", identity, item)),))
    keys.append((Button(words("button.finish_long"), pack("f", "o", identity, item)),))
    return keys


def _of_group(view: Walk, words: Words) -> tuple[Button, ...]:
    """Return the filter of one's own items, where there are any, and the way to the group."""
    identity, item = view.assessment.id, view.state.item
    on = view.state.mine
    label = words("button.everything" if on else "button.mine")
    only = [Button(label, pack("l", "m", identity, item, 0 if on else 1))] if view.mine else []
    return (*only, Button(words("button.group"), pack(GROUP, "o", identity)))


def _sign(view: Walk, item: str) -> str:
    return NEEDS if _proposes(view, item) or item in view.assessment.reopened else STATES[view.state_of(item)]


def _jumps(view: Walk) -> list[list[Button]]:
    """Return a button for each item, a section a row or more; sections of one or two items share a row."""
    rows: list[list[Button]] = []
    before = FEW + 1
    for section in view.sections:
        made = [
            Button(f"{item.no} {_sign(view, item.no)}", pack("k", "g", view.assessment.id, item.no))
            for item in section.items
            if not view.state.mine or item.no in view.mine
        ]
        if not made:
            continue
        few = max(before, len(made)) <= FEW and len(rows[-1]) + len(made) <= PER_ROW
        if few:
            rows[-1] += made
        else:
            rows += [made[at : at + PER_ROW] for at in range(0, len(made), PER_ROW)]
        before = len(made)
    return rows
