"""The card of a studio: what is known line by line, the question that is open, the buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.changes.studio_fields import FIELDS, REQUIRED, team_text
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.rubric_names import rubric_name
from bot.flows.studios import types
from bot.flows.studios.fields import fund_name, is_english, leader_word, type_name
from bot.flows.studios.states import CARD, LIST
from bot.flows.taps import pack
from bot.texts import Words

if TYPE_CHECKING:
    from bot.flows.studios.card import Known

TEAM = 700
WORDS = 120
"""Characters of the team and of a reason that a card shows."""
LED = 8
FUNDS = 5
"""Leaders and years that a card lists, the newest."""
LABEL = 30
PER_ROW = 3


def card_face(view: Known, words: Words) -> Face:
    """Return text and buttons."""
    lines = [*known_lines(view, words)]
    asked = view.state.ask
    if asked == "edit":
        lines += ["", words("studio.edit")]
    elif asked:
        if asked == "retire" and view.open:
            lines += ["", words("studio.open", count=view.open)]
        key = "leader_right" if asked == "leader" else asked
        ask = (
            types.question(view.rubrics, view.state.of, words)
            if asked == "types"
            else words(f"studio.ask.{key}")
        )
        lines += ["", f"✎ {ask}"]
    return Face("\n".join(lines), _keys(view, words))


def known_lines(view: Known, words: Words) -> list[str]:
    """Return what is known."""
    studio, none = view.studio, words("studio.none")
    title = leader_word(studio, view.rubrics, words)
    lines = [
        f"<b>{escape(studio.name)}</b>",
        words("studio.unit", unit=escape(studio.unit)),
        words("studio.leader", title=title, name=escape(studio.leader) or none),
        words("studio.level", level=escape(studio.level) or none),
        words("studio.named", day=studio.named_on or none, by=escape(view.named_by)).rstrip(),
    ]
    lines += [
        words("studio.type", rubric=escape(rubric_name(each, words)), type=type_name(studio, each, words))
        for each in view.rubrics
        if each.id in studio.types
    ]
    funds = tuple(fund_name(each, words) for each in view.funds[-FUNDS:])
    lines.append(words("studio.funds", funds=funds or (none,)))
    if view.team:
        team = escape(short(team_text(view.team, english=is_english(words)), TEAM))
        lines.append(words("studio.team", count=len(view.team), team=team))
    if len(view.led) > 1:
        lines += [words("studio.led"), *_led(view, words)]
    if view.retirement:
        reason = escape(short(view.retirement.reason, WORDS))
        lines.append(words("studio.retired", day=view.retirement.day, reason=reason))
    return lines


def _led(view: Known, words: Words) -> list[str]:
    lines = []
    for each in view.led[-LED:]:
        until = each.until or words("studio.led_now")
        said = {"name": escape(each.name), "since": each.since, "until": until}
        if each.paper:
            said |= {"paper": escape(each.paper), "reason": escape(short(each.reason, WORDS))}
        lines.append(words("studio.led_paper" if each.paper else "studio.led_line", **said))
    return lines


def _keys(view: Known, words: Words) -> Rows:
    studio, asked = view.studio, view.state.ask

    def ask(name: str, what: str) -> Button:
        return Button(words(f"studio.button.{name}"), pack(CARD, "q", studio.id, what))

    back = Button(words("button.back"), pack(CARD, "o", studio.id))
    if asked == "edit":
        fields = [
            Button(words(f"studio.field.{each}"), pack(CARD, "q", studio.id, each))
            for each in (*FIELDS, "types", "fund", "team")
            if each != "types" or view.rubrics
        ]
        rows = tuple(tuple(fields[at : at + PER_ROW]) for at in range(0, len(fields), PER_ROW))
        return (*rows, (back,))
    if asked == "types":
        rows = types.keys(view.rubrics, view.state.of, studio.types, words, partial(_type_data, studio.id))
        return (*rows, (back,))
    if asked:
        clear = asked in {*FIELDS, "team"} - REQUIRED
        label = words("studio.button.clear")
        return (*(((Button(label, pack(CARD, "c", studio.id, asked)),),) if clear else ()), (back,))
    leader = Button(words("studio.button.leader"), pack(CARD, "l", studio.id))
    end = ask("back", "back") if studio.retired else ask("retire", "retire")
    to_list = Button(words("studio.button.list"), pack(LIST, "l"))
    return ((ask("edit", "edit"), leader), (end, to_list))


def _type_data(studio: str, verb: str, *args: str) -> str:
    return pack(CARD, verb, studio, *args)
