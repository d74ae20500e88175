"""What the screen of a blind panel shows: who has signed, what differs, one row being settled."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.changes.settle_item import bounds
from bot.changes.sign import shown
from bot.flows.html import escape, short
from bot.flows.outputs import Button, Face, Rows
from bot.flows.panel.states import PANEL
from bot.flows.screen import Ask
from bot.flows.taps import pack
from bot.flows.walk.marks_text import title_of
from bot.texts import Words
from rubrics.numbering import LETTERS
from rubrics.panels import CONFIRMED, REJECTED, REST, Row
from rubrics.points import show

if TYPE_CHECKING:
    from bot.flows.panel.panel import Panelled

PART: Final = 16
PER_ROW: Final = 4
LINES: Final = 40
NOTE: Final = 200


def face(view: Panelled, ask: Ask) -> Face:
    """Return text and buttons."""
    if view.state.item and view.sees:
        return _settling(view, ask)
    words = ask.words
    of, found = view.of, view.found
    lines = [
        words("panel.head", studio=escape(found.studio_name), period=found.visit.period),
        *_rules(view, words),
        "",
        *_members(view, words),
    ]
    if not of.complete:
        lines += ["", words("panel.blind")]
    elif not view.sees:
        lines += ["", words("panel.wait_head")]
    else:
        lines += ["", *_result(view, words)]
    if found.state == "signed":
        lines.append(words("panel.closed", code=shown(found.digest or "")))
    elif view.code and view.head:
        lines.append(words("panel.signing"))
    return Face("\n".join(lines), _keys(view, words))


def _rules(view: Panelled, words: Words) -> Iterator[str]:
    yield words(f"panel.way.{view.of.panel.way}")
    if view.sees and view.of.combined.few:
        yield words("panel.few")
    yield words("panel.tolerance", points=view.of.panel.tolerance)


def _members(view: Panelled, words: Words) -> Iterator[str]:
    """Name those who have signed; their totals only where all have."""
    signed = {each.members[0] for each in view.of.ballots if each.state == "signed"}
    totals = {
        each.members[0]: show(sheet.total)
        for each, sheet in zip(view.of.ballots, view.of.sheets, strict=False)
    }
    for person in view.found.members:
        name = escape(view.names.get(person, "?"))
        line = words("panel.signed" if person in signed else "panel.unsigned", name=name)
        yield f"{line} · <b>{totals[person]}</b>" if view.sees and person in totals else line


def _result(view: Panelled, words: Words) -> Iterator[str]:
    combined = view.of.combined
    total = words("panel.total", total=show(combined.total))
    if combined.rounded:
        total += words("panel.rounded", exact=str(combined.exact))
    if combined.bonus_rows:
        total += " · " + words("panel.bonus", bonus=show(combined.bonus))
    yield total
    listed = view.of.settleable
    if not listed:
        yield words("panel.agreed")
    else:
        done = sum(item not in combined.open for item in listed)
        yield words("panel.listed", count=len(listed), done=done)
        yield from (_line(view, item, words) for item in listed[:LINES])
    if view.state.table:
        others = [row for row in (*combined.rows, *combined.bonus_rows) if row.no not in listed]
        yield ""
        yield from (
            _row(row, words) for row in others[:LINES] if row.given and (row.difference or row.result)
        )


def _row(row: Row, words: Words) -> str:
    result = "–" if row.shown is None else show(row.shown)
    return words("panel.line", item=row.no, scores=_scores(row, words), result=result)


def _scores(row: Row, words: Words) -> str:
    return " / ".join(words("panel.na") if score is None else show(score) for score in row.scores)


def _line(view: Panelled, item: str, words: Words) -> str:
    """One thing that is the head's to settle: what each gave, and what it comes to."""
    combined = view.of.combined
    name = words("panel.rest") if item == REST else item
    row, gate, veto = combined.row(item), combined.gate(item), combined.veto(item)
    result = ""
    if gate is not None:
        scores = " / ".join(words(f"gate.{each}") for each in gate.states)
        result = words(f"gate.{gate.result}") if gate.result else ""
    elif veto is not None:
        scores = " / ".join(words("panel.found" if each else "panel.not_found") for each in veto.found)
        if veto.confirmed is not None:
            result = words("panel.confirmed" if veto.confirmed else "panel.rejected")
    else:
        scores = _scores(row, words) if row else ""
        result = show(row.shown) if row and row.shown is not None and not row.open else ""
    if item in combined.open:
        return words("panel.open_row", item=name, scores=scores)
    line = words("panel.row", sign="✓", item=name, scores=scores, result=result)
    why = next((each.reason for each in view.of.settled if each.item == item), "")
    return f"{line}\n   {escape(short(why, NOTE))}" if why else line


def _keys(view: Panelled, words: Words) -> Rows:
    found, rows = view.found, []
    if view.mine is not None:
        rows.append([Button(words("panel.button.mine"), pack(PANEL, "w", found.id))])
    open_ = found.state == "open"
    if view.sees:
        combined = view.of.combined
        keys = [
            Button(
                f"{'▲' if item in combined.open else '✓'} {_short(item, words)}",
                pack(PANEL, "i", found.id, item),
            )
            for item in view.of.settleable
            if view.head and open_
        ]
        rows += [keys[at : at + PER_ROW] for at in range(0, len(keys), PER_ROW)]
        rows.append([Button(words("panel.button.table"), pack(PANEL, "t", found.id))])
        if view.head and open_ and view.code:
            rows.append([Button(words("panel.button.sign"), pack(PANEL, "y", found.id, view.code[:PART]))])
    if view.leads and open_ and not view.of.complete:
        rows.append([Button(words("panel.button.group"), pack(PANEL, "g", found.id))])
    return tuple(tuple(row) for row in rows)


def _short(item: str, words: Words) -> str:
    return words("panel.rest") if item == REST else item


def _settling(view: Panelled, ask: Ask) -> Face:
    """One row: what each gave and wrote, then the question."""
    words, item, combined = ask.words, view.state.item, view.of.combined
    found = view.of.sheets[0].rubric.item(item.rstrip(LETTERS))
    title = title_of(found.title, found.title_en, words) if found else words("panel.rest")
    lines = [f"<b>{escape(_short(item, words))} {title}</b>", _line(view, item, words), ""]
    for ballot, sheet in zip(view.of.ballots, view.of.sheets, strict=True):
        person = ballot.members[0]
        row = sheet.item(item)
        name = escape(view.names.get(person, "?"))
        if row is not None:
            score = words("panel.na") if row.score is None else show(row.score)
            lines.append(words("panel.by", name=name, score=score))
        lines += [
            words("panel.words", name=name, text=escape(short(note.text, NOTE)))
            for note in view.notes.get(person, ())
        ]
    if view.state.score:
        said = _said(view, view.state.score, words)
        lines += ["", words("panel.say_why", score=said)]
        return Face("\n".join(lines), (_back(view, words),))
    if combined.gate(item):
        lines += ["", words("panel.say_gate", item=item)]
        options = [(words(f"gate.{each}"), each) for each in ("met", "unmet", "na")]
    elif combined.veto(item):
        lines += ["", words("panel.say_veto", item=item)]
        options = [(words("panel.confirmed"), CONFIRMED), (words("panel.rejected"), REJECTED)]
    else:
        low, high = bounds(view.of, combined, item)
        lines += ["", words("panel.say", item=_short(item, words), low=show(low), high=show(high))]
        options = [(show(each), show(each)) for each in _offered(view, item)]
    keys = tuple(Button(label, pack(PANEL, "v", view.found.id, value)) for label, value in options)
    return Face("\n".join(lines), (keys, _back(view, words)) if keys else (_back(view, words),))


def _offered(view: Panelled, item: str) -> list[Decimal]:
    row = view.of.combined.row(item)
    return sorted(set(row.given)) if row else []


def _said(view: Panelled, score: str, words: Words) -> str:
    combined, item = view.of.combined, view.state.item
    if combined.gate(item):
        return words(f"gate.{score}")
    if combined.veto(item):
        return words("panel.confirmed" if score == CONFIRMED else "panel.rejected")
    return score


def _back(view: Panelled, words: Words) -> tuple[Button, ...]:
    return (Button(words("button.back"), pack(PANEL, "b", view.found.id)),)
