"""What a signed sheet says is to be put right: opened in the transaction of the signature, never asked for by anybody.

Signed again after items were sent back, what was found before is not opened twice, and what is no longer found is
lifted. A self-assessment opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from bot.changes.ballots import marks_of, notes_of
from bot.changes.base import Moment
from bot.changes.studio_fix import SETTLED, days
from bot.changes.studio_log import stream_of
from bot.entities import Assessment, Fix, FixStep, Note
from bot.ports import Desk
from rubrics.losses import Loss, losses
from rubrics.marks import EMPTY, Marks
from rubrics.model import Item
from rubrics.points import show
from rubrics.sheet import Sheet

NAME: Final = "open_fixes"
"""Of the row in the history."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """A signed sheet with what was noted on it."""

    found: Assessment
    sheet: Sheet
    marks: Marks
    notes: tuple[Note, ...]
    due: str


def open_fixes(desk: Desk, found: Assessment, sheet: Sheet, moment: Moment, today: str) -> None:
    """Open what is new, keep what is known, lift what is gone; `today` is the local day (ISO) of the signature."""
    if found.visit.own or found.visit.blind or found.state != "signed":
        return
    known = {(fix.item, fix.letter): fix for fix in desk.fixes.of_assessment(found.id)}
    studio = desk.studios.get(found.studio)
    # What was signed after a studio was retired asks nobody there for anything new.
    lost = losses(sheet) if known or studio is None or studio.retired is None else ()
    if not lost and not known:
        return
    due = date.fromisoformat(today) + timedelta(days=days(sheet.rubric, found)[0])
    signed = _Signed(found, sheet, marks_of(desk, found), notes_of(desk, found), due.isoformat())
    number = max((fix.number for fix in known.values()), default=0)
    told: list[dict[str, Any]] = []
    for loss in lost:
        before = known.get((loss.no, loss.letter))
        if before is None:
            number += 1
        told += _put(desk, moment, _made(signed, loss, number, moment), before)
    there = {(loss.no, loss.letter) for loss in lost}
    told += [_lifted(desk, fix, moment) for key, fix in known.items() if key not in there and _stands(fix)]
    if told:
        desk.history.append(
            stream=stream_of(found.studio),
            at=moment.now,
            person=moment.actor,
            name=NAME,
            payload={"assessment": found.id, "visit": found.visit.id, "fixes": told},
        )


def lifted(fix: Fix) -> bool:
    """Say whether what it was opened for is gone from the sheet: nobody has to put it right."""
    last = fix.steps[-1] if fix.steps else None
    return fix.state == "waived" and last is not None and last.name == "waived" and not last.text


def _stands(fix: Fix) -> bool:
    return fix.state not in SETTLED


def _put(desk: Desk, moment: Moment, made: Fix, before: Fix | None) -> Iterator[dict[str, Any]]:
    """Store a new one, or what the sheet says now of one that is known and not settled."""
    if before is not None:
        if lifted(before):
            made = made.model_copy(update={"owner": before.owner, "opened": before.opened})
        elif not _stands(before) or (before.points, before.problem) == (made.points, made.problem):
            return
        else:
            kept = {"state": before.state, "owner": before.owner, "opened": before.opened, "due": before.due}
            made = made.model_copy(update=kept)
        again = {"id": before.id, "number": before.number, "revision": before.revision + 1}
        made = made.model_copy(update=again)
    hashes = desk.fixes.put(made, moment.actor)
    rule = {"item": made.item, "letter": made.letter, "points": made.points, "due": made.due}
    yield {"fix": made.id, "number": made.number, **rule, "words": hashes.get("problem", "")}


def _lifted(desk: Desk, fix: Fix, moment: Moment) -> dict[str, Any]:
    state = {"state": "waived", "changed": moment.now, "revision": fix.revision + 1}
    desk.fixes.put(fix.model_copy(update=state), moment.actor)
    desk.fixes.step(fix.id, FixStep(at=moment.now, by=moment.actor or "", name="waived"))
    return {"fix": fix.id, "number": fix.number, "state": [fix.state, "waived"]}


def _made(signed: _Signed, loss: Loss, number: int, moment: Moment) -> Fix:
    found, item = signed.found, signed.sheet.rubric.item(loss.no)
    if item is None:
        raise KeyError(loss.no)
    clause, demand = _asked(item, loss.letter, found.variant)
    return Fix(
        id=moment.mint(),
        studio=found.studio,
        assessment=found.id,
        rubric=found.visit.rubric,
        period=found.visit.period,
        item=loss.no,
        letter=loss.letter,
        number=number,
        points=show(loss.points),
        problem=_problem(signed, loss),
        clause=clause,
        demand=demand,
        due=signed.due,
        opened=moment.now,
        changed=moment.now,
    )


def _asked(item: Item, letter: str, variant: str | None) -> tuple[str, str]:
    """Return the clause as the rubric prints it, and what it asks for instead."""
    rule = item.rule(letter) if letter else None
    content = item.contents_by_variant.get(variant or "", "") or item.content or item.title
    if rule is None:
        return item.standard or content, content
    clause = rule.quote or rule.text
    if rule.side == "award":
        return clause, rule.text
    return clause, item.part_of(letter).content or content


def _problem(signed: _Signed, loss: Loss) -> str:
    """Return what was noted, a line each: of the rule's occurrences, else of the item; empty where nothing was."""
    notes = [note for note in signed.notes if note.item == loss.no]
    taken = signed.marks.get(loss.no, EMPTY).taken
    mine = [each.id for each in taken.get(loss.letter, ())]
    said = [note.text for one in mine for note in notes if note.occurrence == one]
    if not said:
        held: Mapping[str, Iterable[Any]] = taken
        others = {each.id for letter in held for each in held[letter]}
        said = [note.text for note in notes if note.occurrence not in others]
    return "\n".join(" ".join(text.split()) for text in dict.fromkeys(said))
