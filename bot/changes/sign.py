"""An assessment was signed: its figures, its 校验码, and the seal over the files that follows.

Of several who assess together each signs the same sheet; the last signature closes it.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar, Final, Literal

from bot.changes.ballots import Poll, evidence_of, poll, sheet_of, sources
from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.group import several, standing
from bot.changes.mark_item import dump
from bot.changes.open_fixes import open_fixes
from bot.changes.scored import rubric_of
from bot.changes.sheet_papers import answering, send_sheet
from bot.clock import from_ms
from bot.entities import Assessment, Signature
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.beside import GateResult
from rubrics.points import show
from rubrics.scoring import Sheet

SHORT: Final = 8
"""Digits of the 校验码 that are shown; the workbook holds all 64."""


class Sign(Change):
    """Sign and close; a photo that is still being fetched holds nothing up."""

    name: ClassVar[str] = "sign"

    assessment: str
    digest: str
    """The 校验码 that the signer was shown; the marks must still give it."""
    today: str = ""
    """The local day (ISO), from which days are counted; without one the day in Greenwich."""

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Members, when every item was looked at, nothing moved since the summary and all others have signed."""
        found = signable(desk, self.assessment, self.digest, moment)
        of = poll(desk, found)
        if of is not None:
            if moment.actor != found.members[0]:
                raise Refusal("panel_head_signs")
        elif left := unsigned(desk, found, self.digest, moment.actor):
            raise Refusal("countersign_missing", names=names_of(desk, left, moment.now))

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store signature, figures and 校验码."""
        found = open_assessment(desk, self.assessment, moment, "sign")
        person = moment.person
        if person is None:
            raise Refusal("not_yours")
        of = poll(desk, found)
        signature = Signature(
            person=person.id, name=person.name, role=role_of(desk, found, person.id), at=moment.now
        )
        others = _of_ballots(of) if of else _countersigned(desk, found, self.digest)
        before = tuple(each for each in others if each.person != person.id)
        return close(desk, found, signature, before, self.digest)

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Do what follows a sheet that is closed."""
        closed_now(desk, self.assessment, moment, self.today)


def signable(desk: Desk, assessment: str, code: str, moment: Moment) -> Assessment:
    """Return an assessment that the person may sign as it was shown, or refuse."""
    found = open_assessment(desk, assessment, moment, "sign")
    of = poll(desk, found)
    if of is not None and not of.complete:
        raise Refusal("panel_scoring", names=names_of(desk, waiting_for(of), moment.now))
    if of is not None and of.combined.open:
        raise Refusal("panel_open", items=of.combined.open)
    if left := untouched(sheet_of(desk, found)):
        raise Refusal("untouched", items=left)
    if digest(desk, found) != code:
        raise Refusal("sheet_changed")
    return found


def close(
    desk: Desk, found: Assessment, signature: Signature, before: tuple[Signature, ...], code: str
) -> Told:
    """Close a sheet with its last signature; returns what the history keeps."""
    figures = figures_of(sheet_of(desk, found), whole=found.visit.own)
    of = poll(desk, found)
    if of is not None:
        desk.panels.put(of.panel.model_copy(update={"state": "closed"}))
        figures |= {"panel": of.panel.way}
        if of.combined.rounded:
            figures |= {"exact": str(of.combined.exact)}
    # What the studio was called stays on the sheet; the history holds no names.
    head = {"studio": found.studio_name, "unit": found.unit}
    desk.visits.sign(found.id, signature, code, {**figures, "head": head}, before)
    if before:
        desk.panels.clear_countersigns(found.id)
    return Told(found.visit.id, {"assessment": found.id, "digest": code, "figures": figures})


def closed_now(desk: Desk, assessment: str, moment: Moment, today: str = "") -> None:
    """Seal at once if every file is there: the 校验码 speaks of the history as it was before the signature.

    What was lost is to be put right. The leaders of the studio get an official sheet; they answer to it. The other
    members get it too. A ballot is nobody's but its member's; the last one lets the head begin.
    """
    signed = desk.visits.assessment(assessment)
    if signed is None:
        return
    seal_if_complete(desk, signed, moment)
    if signed.visit.blind:
        _last_ballot(desk, signed)
        return
    today = today or from_ms(moment.now).date().isoformat()
    open_fixes(desk, signed, sheet_of(desk, signed), moment, today)
    if not signed.visit.own:
        leaders = (each.id for each in answering(desk, signed.studio, moment.now))
        why: Literal["signed", "resigned"] = "signed" if signed.round == 1 else "resigned"
        send_sheet(desk, signed, leaders, moment.now, why=why)
    if several(signed):
        for member in signed.members:
            if member != moment.actor:
                for chat in desk.people.accounts(member):
                    desk.jobs.add("sheet", signed.id, {"chat": chat}, moment.now)


def _last_ballot(desk: Desk, signed: Assessment) -> None:
    ballot = desk.panels.of_ballot(signed.id)
    official = desk.visits.of_visit(ballot.visit) if ballot else None
    of = poll(desk, official) if official else None
    if of is not None and of.complete:
        desk.panels.put(of.panel.model_copy(update={"state": "settling"}))


def role_of(desk: Desk, found: Assessment, person: str) -> Literal["head", "member", "self"]:
    """Return as what somebody signs; on a ballot as what they are in the panel."""
    if found.visit.own:
        return "self"
    if found.visit.blind:
        ballot = desk.panels.of_ballot(found.id)
        found = (desk.visits.of_visit(ballot.visit) if ballot else None) or found
    return "head" if found.members[:1] == (person,) else "member"


def unsigned(desk: Desk, found: Assessment, code: str, besides: str | None = None) -> tuple[str, ...]:
    """Return the members, others than one, who have not signed the sheet as it is now."""
    if not several(found):
        return ()
    signed = {each.person for each in standing(desk, found, code)}
    return tuple(each for each in found.members if each not in signed and each != besides)


def waiting_for(of: Poll) -> tuple[str, ...]:
    """Return the members of a blind panel whose ballots are not signed."""
    signed = {each.members[0] for each in of.ballots if each.state == "signed"}
    return tuple(each for each in of.official.members if each not in signed)


def names_of(desk: Desk, people: tuple[str, ...], now: int) -> tuple[str, ...]:
    """Return the names of people."""
    found = (desk.people.get(each, now) for each in people)
    return tuple(each.name for each in found if each is not None)


def _countersigned(desk: Desk, found: Assessment, code: str) -> tuple[Signature, ...]:
    return tuple(
        Signature(person=each.person, name=each.name, role=each.role, at=each.at)
        for each in standing(desk, found, code)
    )


def _of_ballots(of: Poll) -> tuple[Signature, ...]:
    head = of.official.members[0]
    return tuple(
        each.model_copy(update={"role": "head" if each.person == head else "member"})
        for ballot in of.ballots
        for each in ballot.signatures
    )


def untouched(sheet: Sheet) -> tuple[str, ...]:
    """Return the items and conditions that nobody has looked at: until then nothing is signed."""
    return (
        *(row.no for row in sheet.items if row.state == "untouched"),
        *(gate.no for gate in asked_gates(sheet) if gate.state == "untouched"),
    )


def asked_gates(sheet: Sheet) -> tuple[GateResult, ...]:
    """Return the conditions that this visit is about: those of its form, or all where nothing else is scored."""
    return sheet.gates if sheet.form or not sheet.items else ()


def figures_of(sheet: Sheet, *, whole: bool = False) -> dict[str, Any]:
    """Return the figures that a signed sheet keeps, as JSON values; what a sheet has nothing of is left out.

    `whole` keeps the items beside the total too: a self-assessment is compared item by item.
    """
    gates = asked_gates(sheet)
    others = (*sheet.bonus_items, *sheet.penalty_items) if whole else ()
    beside = {
        "beside": {row.no: show(row.score) for row in others if row.score is not None},
        "failed": [f"{each.no} {each.letter}" for each in sheet.vetoes if each.scope == "sheet"],
        "gates": {gate.no: gate.state for gate in gates},
        "out": [gate.no for gate in gates if gate.blocks],
    }
    return {
        "total": show(sheet.total),
        "deducted": show(sheet.deducted),
        "bonus": show(sheet.bonus),
        "items": {item.no: None if item.score is None else show(item.score) for item in sheet.items},
        **{name: found for name, found in beside.items() if found},
    }


def digest(desk: Desk, found: Assessment) -> str:
    """Return the 校验码: SHA-256 over rubric, rulings, marks, notes, evidence and the history so far.

    Of a blind panel it is over the ballots' 校验码 and what the head decided.
    """
    rubric = desk.library.get(found.visit.rubric, found.visit.version)
    whole: dict[str, Any] = {
        "rubric": rubric.published,
        "rulings": found.rulings,
        "variant": found.variant,
        "period": found.visit.period,
        **(_of_panel(of) if (of := poll(desk, found)) else _of_marks(desk, found)),
        "comments": found.comments.model_dump(),
        "head": _history_head(desk, found),
    }
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _of_marks(desk: Desk, found: Assessment) -> dict[str, Any]:
    marks = desk.marks.of(found.id).marks
    return {
        "marks": {item: dump(marks[item]) for item in sorted(marks)},
        "notes": [[note.id, note.item, note.occurrence, note.text] for note in desk.files.notes_of(found.id)],
        "evidence": [
            [piece.id, piece.item, piece.occurrence, [[file.unique_id, file.size] for file in piece.files]]
            for piece in desk.files.evidence_of(found.id)
        ],
    }


def _of_panel(of: Poll) -> dict[str, Any]:
    return {
        "panel": [of.panel.way, of.panel.tolerance],
        "ballots": [[each.members[0], each.digest] for each in of.ballots],
        "settled": [[each.item, each.score, each.reason, each.by] for each in of.settled],
    }


def _history_head(desk: Desk, found: Assessment) -> str:
    """Return the newest row; of several members that of what a person did: a file that comes in moves no signature."""
    if not several(found):
        return desk.history.head(found.visit.id)
    done = (event.hash for event in reversed(desk.history.of(found.visit.id)) if event.person is not None)
    return next(done, "")


def shown(code: str) -> str:
    """Return the 校验码 as people read it: 7F3A-91C2."""
    half = SHORT // 2
    return f"{code[:half]}-{code[half:SHORT]}".upper()


def seal_if_complete(desk: Desk, found: Assessment, moment: Moment) -> None:
    """Append the seal, every file's SHA-256 or why it is missing, once nothing of a signed sheet is awaited."""
    if (
        found.state != "signed"
        or found.sealed
        or any(desk.files.waiting(each.id) for each in sources(desk, found))
    ):
        return
    files = [
        [piece.number, file.unique_id, file.sha256 or f"!{file.failure}"]
        for piece in evidence_of(desk, found)
        for file in piece.files
    ]
    desk.history.append(
        stream=found.visit.id,
        at=moment.now,
        person=None,
        name="seal",
        payload={"assessment": found.id, "files": files},
    )
    desk.visits.seal(found.id, moment.now)
    ballot = desk.panels.of_ballot(found.id) if found.visit.blind else None
    official = desk.visits.of_visit(ballot.visit) if ballot else None
    if official is not None:
        seal_if_complete(desk, official, moment)


__all__ = [
    "SHORT",
    "Sign",
    "asked_gates",
    "close",
    "closed_now",
    "digest",
    "figures_of",
    "names_of",
    "role_of",
    "rubric_of",
    "seal_if_complete",
    "sheet_of",
    "shown",
    "signable",
    "unsigned",
    "untouched",
    "waiting_for",
]
