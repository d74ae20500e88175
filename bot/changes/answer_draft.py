"""A coordinator settled one question of a draft, or changed an answer."""

from __future__ import annotations

from typing import ClassVar

from bot.changes.base import Change, Moment, Told
from bot.changes.drafting import answered, is_typed, open_draft
from bot.ports import Desk
from bot.problems import Refusal


class AnswerDraft(Change):
    """Answer with an option or with what was typed; until publication another answer may follow."""

    name: ClassVar[str] = "answer_draft"

    draft: str
    question: str
    choice: str

    def allow(self, desk: Desk, moment: Moment) -> None:
        """Coordinators, while the draft is open."""
        found = open_draft(desk, self.draft, moment)
        if all(each.id != self.question for each in found.questions):
            raise Refusal("draft_gone")

    def apply(self, desk: Desk, moment: Moment) -> Told:
        """Put the answer into the text; refuses what is no answer to this question."""
        found = open_draft(desk, self.draft, moment)
        asked = next(each for each in found.questions if each.id == self.question)
        before = found.answers.get(self.question)
        desk.drafts.put(
            answered(found, self.question, self.choice).model_copy(update={"changed": moment.now})
        )
        after: object = self.choice
        if is_typed(asked, self.choice):
            after = {"words": desk.words.keep(self.choice, moment.actor)[1]}
        known = before if before is None or not is_typed(asked, before) else "typed"
        return Told(self.draft, {"question": self.question, "before": known, "after": after})
