"""An assessment was signed: its figures, its 校验码, and the seal over the files that follows."""

from __future__ import annotations

import hashlib
import json
from typing import Any, ClassVar, Final, Literal

from bot.changes.base import Change, Moment, Told, open_assessment
from bot.changes.mark_item import dump
from bot.changes.open_fixes import open_fixes
from bot.changes.sheet_papers import answering, send_sheet
from bot.changes.visit_forms import form_of
from bot.clock import from_ms
from bot.entities import Assessment, Signature
from bot.ports import Desk
from bot.problems import Refusal
from rubrics.beside import GateResult
from rubrics.effective import effective
from rubrics.marks import Marks
from rubrics.model import Rubric
from rubrics.periods import Period
from rubrics.points import show
from rubrics.scoring import Sheet, score

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
        """Members, when every item was looked at and nothing moved since the summary."""
        found = open_assessment(desk, self.assessment, moment, "sign")
        if left := untouched(sheet_of(desk, found)):
            raise Refusal("untouched", items=left)
        if digest(desk, found) != self.digest:
            raise Refusal("sheet_changed")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Store signature, figures and 校验码."""
        found = open_assessment(desk, self.assessment, moment, "sign")
        person = moment.person
        if person is None:
            raise Refusal("not_yours")
        head = bool(found.members) and found.members[0] == person.id
        role: Literal["head", "member", "self"] = "head" if head else "member"
        signature = Signature(
            person=person.id, name=person.name, role="self" if found.visit.own else role, at=moment.now
        )
        figures = figures_of(sheet_of(desk, found), whole=found.visit.own)
        desk.visits.sign(self.assessment, signature, self.digest, figures)
        return Told(
            found.visit.id, {"assessment": self.assessment, "digest": self.digest, "figures": figures}
        )

    def follow(self, desk: Desk, moment: Moment) -> None:
        """Seal at once if every file is there: the 校验码 speaks of the history as it was before the signature.

        What was lost is to be put right. The leaders of the studio get an official sheet; they answer to it.
        """
        signed = desk.visits.assessment(self.assessment)
        if signed is None:
            return
        seal_if_complete(desk, signed, moment)
        today = self.today or from_ms(moment.now).date().isoformat()
        open_fixes(desk, signed, sheet_of(desk, signed), moment, today)
        if not signed.visit.own:
            leaders = (each.id for each in answering(desk, signed.studio, moment.now))
            send_sheet(desk, signed, leaders, moment.now, why="signed")


def rubric_of(desk: Desk, found: Assessment) -> Rubric:
    """Return the rubric that an assessment is scored with: the published version under its campaign's rulings."""
    return effective(desk.library.get(found.visit.rubric, found.visit.version), found.rulings)


def sheet_of(desk: Desk, found: Assessment, marks: Marks | None = None) -> Sheet:
    """Compute the sheet of an assessment from its marks, or from others in their place."""
    rubric = rubric_of(desk, found)
    return score(
        rubric,
        desk.marks.of(found.id).marks if marks is None else marks,
        period=Period.parse(found.visit.period),
        rulings=found.rulings,
        variant=found.variant,
        form=form_of(rubric, found),
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
    """Return the 校验码: SHA-256 over rubric, rulings, marks, notes, evidence and the history so far."""
    rubric = desk.library.get(found.visit.rubric, found.visit.version)
    marks = desk.marks.of(found.id).marks
    whole = {
        "rubric": rubric.published,
        "rulings": found.rulings,
        "variant": found.variant,
        "period": found.visit.period,
        "marks": {item: dump(marks[item]) for item in sorted(marks)},
        "notes": [[note.id, note.item, note.occurrence, note.text] for note in desk.files.notes_of(found.id)],
        "evidence": [
            [piece.id, piece.item, piece.occurrence, [[file.unique_id, file.size] for file in piece.files]]
            for piece in desk.files.evidence_of(found.id)
        ],
        "comments": found.comments.model_dump(),
        "head": desk.history.head(found.visit.id),
    }
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def shown(code: str) -> str:
    """Return the 校验码 as people read it: 7F3A-91C2."""
    half = SHORT // 2
    return f"{code[:half]}-{code[half:SHORT]}".upper()


def seal_if_complete(desk: Desk, found: Assessment, moment: Moment) -> None:
    """Append the seal, every file's SHA-256 or why it is missing, once nothing of a signed sheet is awaited."""
    if found.state != "signed" or found.sealed or desk.files.waiting(found.id):
        return
    files = [
        [piece.number, file.unique_id, file.sha256 or f"!{file.failure}"]
        for piece in desk.files.evidence_of(found.id)
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
