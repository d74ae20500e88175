"""What the screen of a group shows: members and departments with their items, or who is to be taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from bot.flows.html import escape
from bot.flows.outputs import Button, Face, Rows
from bot.flows.panel.states import GROUP, PANEL
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.panel.group import Grouped

PER_ROW: Final = 4
PEOPLE: Final = 3


def face(view: Grouped, ask: Ask) -> Face:
    """Return text and buttons."""
    words, found = ask.words, view.found
    head = words("group.head", studio=escape(found.studio_name), period=found.visit.period)
    if view.state.leaving:
        return _leaving(view, words, head)
    lines = [head, "", *_shares(view, words), ""]
    if view.holder:
        lines.append(words("group.giving", who=escape(view.holder)))
        return Face("\n".join(lines), _items(view, words))
    return Face("\n".join([*lines, words("group.choose")]), _holders(view, ask))


def _shares(view: Grouped, words: Words) -> Iterator[str]:
    """Yield a line for each member and department, and what is with nobody."""
    none = words("group.none")
    for at, (person, one) in enumerate(view.people.items()):
        mine = [item for item in view.every if (p := view.portions.get(item)) and p.person == person]
        key = "group.leader" if not at else "group.member"
        yield words(key, name=escape(one.name), items=" ".join(mine) or none)
    for department in view.departments:
        mine = [item for item in view.every if (p := view.portions.get(item)) and p.department == department]
        yield words("group.department", name=escape(department), items=" ".join(mine) or none)
    left = [item for item in view.every if item not in view.portions]
    if not left:
        yield words("group.all_shared")
    elif len(left) < len(view.every):
        yield words("group.nobody", items=" ".join(left))


def _holders(view: Grouped, ask: Ask) -> Rows:
    words, found = ask.words, view.found
    keys = [Button(one.name, pack(GROUP, "w", found.id, person)) for person, one in view.people.items()]
    keys += [
        Button(department, pack(GROUP, "d", found.id, at)) for at, department in enumerate(view.departments)
    ]
    out = Button(words("group.button.take_out"), pack(GROUP, "l", found.id))
    last = [out]
    if ask.who.id in view.people:
        last.append(Button(words("group.button.contents"), pack("l", "o", found.id, "")))
    return (*_rows(keys, PEOPLE), tuple(last))


def _items(view: Grouped, words: Words) -> Rows:
    found, rows = view.found, []
    for section in view.sections:
        whole = Button(words("group.whole", section=section.no), pack(GROUP, "s", found.id, section.no))
        keys = [
            Button(
                f"{'☑' if view.held(item.no) else '☐'} {item.no}",
                pack(GROUP, "i", found.id, item.no, 0 if view.held(item.no) else 1),
            )
            for item in section.items
        ]
        rows += _rows([whole, *keys], PER_ROW)
    return (*rows, (Button(words("group.button.done"), pack(GROUP, "b", found.id)),))


def _leaving(view: Grouped, words: Words, head: str) -> Face:
    found, out = view.found, view.people.get(view.state.out)
    back = (Button(words("button.back"), pack(*((PANEL, "o") if view.blind else (GROUP, "b")), found.id)),)
    if out is None:
        keys = [Button(one.name, pack(GROUP, "x", found.id, person)) for person, one in view.people.items()]
        return Face(f"{head}\n\n{words('group.which')}", (*_rows(keys, PEOPLE), back))
    if not view.state.reason:
        return Face(f"{head}\n\n{words('group.why', name=escape(out.name))}", (back,))
    text = words("group.sure", name=escape(out.name), reason=escape(view.state.reason))
    sure = Button(words("group.button.sure", name=out.name), pack(GROUP, "y", found.id, out.id))
    return Face(f"{head}\n\n{text}", ((sure,), back))


def _rows(keys: Iterable[Button], count: int) -> list[tuple[Button, ...]]:
    made = list(keys)
    return [tuple(made[at : at + count]) for at in range(0, len(made), count)]
