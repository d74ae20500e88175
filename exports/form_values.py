"""What the marks of an own form stand for in one score sheet: figures as numbers, words as on the official sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from exports import columns, text
from exports.contents import printed
from exports.form_cells import Value
from exports.item_words import ItemWords, evidence_no
from exports.labels import labels
from exports.records import SheetRecord
from rubrics.form_marks import Mark
from rubrics.model import Item
from rubrics.points import ZERO
from rubrics.sheet import ItemResult

_MOST: Final = 32_000
"""Letters that a cell holds, and some to spare."""


@dataclass(frozen=True)
class Values:
    """The values of one record."""

    record: SheetRecord

    def __call__(self, mark: Mark) -> Value:
        """What a mark stands for; None where there is nothing to say."""
        if mark.about == "sheet":
            value = _WHOLE[mark.word](self)
        elif mark.about == "section":
            value = self._section(int(mark.no), mark.word)
        else:
            value = self._item(mark.no, mark.word)
        if isinstance(value, str) and not text.fits(value):
            return value[:_MOST] + labels(self.record.rubric.language)("form_rest")
        return value or (value if isinstance(value, Decimal) else None)

    # --- the sheet

    def names(self, *roles: str) -> str:
        """Who signed as what, everybody once."""
        names = [each.name for each in self.record.signatures if not roles or each.role in roles]
        return labels(self.record.rubric.language)("comma").join(dict.fromkeys(names))

    def day(self) -> Value:
        """The day of the assessment."""
        try:
            return date.fromisoformat(self.record.head.assessed_on)
        except ValueError:
            return self.record.head.assessed_on

    def variant(self) -> str:
        """The studio's type in words."""
        chosen = self.record.head.variant
        return next((each.title for each in self.record.rubric.variants if each.id == chosen), "")

    # --- items

    def _item(self, no: str, word: str) -> Value:
        item = self.record.rubric.item(no)
        if item is None:
            return None
        if word in _TEXTS:
            return _TEXTS[word](self, item)
        result = self.record.sheet.item(no)
        return self._condition(no, word) if result is None else _RESULTS[word](self, result)

    def _condition(self, no: str, word: str) -> Value:
        """What a condition came to: it has no points."""
        gate = self.record.sheet.gate(no)
        say = labels(self.record.rubric.language)
        if word in {"deductions", "notes"}:
            return self.words.noted(no)
        if gate is None or word not in {"result", "score"}:
            return None
        return say("gate_soft_unmet" if gate.needs_reason else f"gate_{gate.state}")

    @property
    def words(self) -> ItemWords:
        """The words of the official sheet."""
        return ItemWords(self.record, labels(self.record.rubric.language))

    def score(self, result: ItemResult) -> Value:
        """The score, or that the item does not apply."""
        if result.state == "na":
            return labels(self.record.rubric.language)("na")
        return result.score

    def notes(self, no: str) -> str:
        """What was noted, without what it was noted of."""
        return "\n".join(note.text for note in self.record.notes if note.item == no)

    def cited(self, no: str) -> str:
        """The numbers of its evidence."""
        say = labels(self.record.rubric.language)
        cited = [evidence_no(line, say) for line in self.record.evidence if line.item == no]
        return say("comma").join(dict.fromkeys(cited))

    # --- sections

    def _section(self, no: int, word: str) -> Value:
        section = next((each for each in self.record.sheet.sections if each.no == no), None)
        if word == "title":
            found = (each for each in self.record.rubric.all_sections if each.no == no)
            return next((each.title for each in found), None)
        if section is not None and word != "deducted":
            return section.score if word == "score" else section.worth
        sheet = self.record.sheet
        rows = (*sheet.items, *sheet.bonus_items, *sheet.penalty_items)
        mine = [row for row in rows if row.no.partition(".")[0] == str(no)]
        if word == "points":
            return sum((columns.points(row) or ZERO for row in mine), ZERO)
        if word == "deducted":
            return sum((columns.deducted(row) or ZERO for row in mine), ZERO)
        return sum((row.score or ZERO for row in mine), ZERO)


_WHOLE: Final[dict[str, Callable[[Values], Value]]] = {
    "total": lambda of: of.record.sheet.total,
    "deducted": lambda of: of.record.sheet.deducted,
    "bonus": lambda of: of.record.sheet.bonus,
    "full": lambda of: of.record.rubric.total,
    "studio": lambda of: of.record.head.studio,
    "unit": lambda of: of.record.head.unit,
    "leader": lambda of: of.record.head.leader,
    "type": lambda of: of.variant(),
    "period": lambda of: of.record.head.period,
    "kind": lambda of: of.record.head.kind,
    "rubric": lambda of: of.record.rubric.title,
    "document": lambda of: of.record.rubric.document,
    "code": lambda of: of.record.check.code if of.record.check else None,
    "signed by": lambda of: of.names(),
    "head": lambda of: of.names("head"),
    "members": lambda of: of.names("member"),
    "date": lambda of: of.day(),
    "strengths": lambda of: of.record.comments.strengths,
    "problems": lambda of: of.record.comments.problems,
    "advice": lambda of: of.record.comments.advice,
}

_TEXTS: Final[dict[str, Callable[[Values, Item], Value]]] = {
    "title": lambda _of, item: item.title,
    "content": lambda of, item: printed(item, of.record.rubric, of.record.head.variant),
    "standard": lambda _of, item: item.standard,
    "asked": lambda _of, item: item.evidence_quote or "；".join(item.evidence),
    "notes": lambda of, item: of.notes(item.no),
    "evidence": lambda of, item: of.cited(item.no),
}

_RESULTS: Final[dict[str, Callable[[Values, ItemResult], Value]]] = {
    "score": lambda of, result: of.score(result),
    "deducted": lambda _of, result: columns.deducted(result),
    "deductions": lambda of, result: of.words.of(result),
    "points": lambda _of, result: columns.points(result),
    "result": lambda of, result: of.words.explained(result),
}
