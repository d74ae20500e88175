"""Where a chat stands with outcomes: a list of a period, one studio, a fact being entered, a sum being shared out."""

from __future__ import annotations

from typing import Final, Literal, get_args

from bot.entities.frozen import Frozen

LIST: Final = "ol"
"""Code of the list's buttons."""
ONE: Final = "oo"
"""Code of the buttons of one studio."""
FACT: Final = "of"
"""Code of the buttons under a fact that is being entered."""
SHARE: Final = "os"
"""Code of the buttons of a leader who shares out."""
LIST_SCREEN: Final = "outcomes"
ONE_SCREEN: Final = "outcome"
FACT_SCREEN: Final = "outcome_fact"
SHARE_SCREEN: Final = "outcome_shares"
"""Names of the screens, stored in sessions."""

Which = Literal["all", "decide", "waiting", "ahead"]
WHICH: Final[dict[str, Which]] = {each: each for each in get_args(Which)}
ListStep = Literal["", "rubric", "period", "propose", "approve", "back", "carry"]
STEPS: Final[dict[str, ListStep]] = {each: each for each in get_args(ListStep)}
OneStep = Literal["", "clauses", "how", "total", "reason", "drop", "back"]
How = Literal["", "total", "mean", "none"]


class OutcomesState(Frozen):
    """The list of a period; what is empty is asked."""

    rubric: str = ""
    """The few letters that stand for it on buttons."""
    period: str = ""
    which: Which = "all"
    leaf: int = 0
    text: str = ""
    """What was typed to find studios."""
    step: ListStep = ""
    """What is asked about all of them."""
    mark: str = ""
    """What was on the card when it was asked."""

    @property
    def place(self) -> tuple[str, str]:
        """What makes two states the same place."""
        return self.rubric, self.period


class OneState(Frozen):
    """One studio in one period."""

    rubric: str
    period: str
    studio: str
    which: Which = "all"
    """The list from which it was opened."""
    step: OneStep = ""
    how: How = ""
    total: str = ""
    fact: str = ""
    """The fact that is to be taken out."""

    @property
    def place(self) -> tuple[str, str, str]:
        """What makes two states the same place."""
        return self.rubric, self.period, self.studio


class FactState(Frozen):
    """A fact that is being entered."""

    rubric: str
    period: str
    studio: str
    fact: str = ""
    entry: str = ""
    """The id that it will have: files are kept for it before it is entered."""
    note: str = ""

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What makes two states the same place."""
        return self.rubric, self.period, self.studio, self.entry


class ShareState(Frozen):
    """An approved outcome whose sums are shared out; none: the list of them."""

    judgement: str = ""
    due: int = -1
    """Which of the consequences is being shared out; -1: none."""
    leaf: int = 0
    """Of the list."""

    @property
    def place(self) -> str:
        """What makes two states the same place."""
        return self.judgement
