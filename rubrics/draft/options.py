"""What a person can answer to a question about a draft: the readings that each doubt leaves open.

Only names of options and the words with which an answer stands in the draft; what an answer changes is decided in
`edits`, how an option is called in the chat is the texts' business.
"""

from dataclasses import dataclass
from typing import Final, Literal

from rubrics.draft.findings import Finding

KEEP: Final = "keep"
"""As it stands in the draft; always the first option, by this name where it has no better one."""

Group = Literal["confirm", "unread", "sum", "field"]
Typed = Literal["text", "date", "word", "number"]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person must settle before a draft can be published.

    `item` and `letter` are "" where it is about the whole; `options` is empty where something has to be typed, and
    `typed` says what, which may also stand beside options.
    """

    id: str
    group: Group
    finding: Finding
    item: str
    letter: str
    options: tuple[str, ...]
    typed: Typed | None = None


OTHERWISE: Final[dict[str, tuple[str, ...]]] = {
    "threshold": ("each", "clause"),
    "shortfall": ("actual", "once", "clause"),
    "short": ("once", "clause"),
    "flat": ("each", "clause"),
    "alternatives": ("both", "clause"),
    "rungs": ("both", "clause"),
    "hidden_each": ("once", "clause"),
    "cap_of_last": ("row",),
    "listed": ("one", "clause"),
    "bare_award": ("clause",),
    "bare_each": ("clause",),
    "bonus_once": ("each",),
    "any": ("each", "clause"),
    "rest": ("clause",),
    "or": ("clause",),
    "deemed": ("each", "clause"),
    "product": ("once", "clause"),
    "all_or_nothing": ("criterion",),
    "no_repeat": ("clause",),
    "when": ("always",),
    "first_then": ("clause",),
    "bare_loss": ("clause",),
    "carried": ("once", "clause"),
    "step": ("started", "clause"),
    "share": ("clause",),
    "added": ("extra", "clause"),
    "extra": ("row", "clause"),
    "times": ("clause",),
    "veto": ("clause",),
    "zero_beyond": ("own", "clause"),
    "best": ("total",),
    "bonus_beside": ("within",),
}
"""The other ways of reading what a doubt was about; a doubt that is not listed can only be confirmed."""

PRINTED: Final = ("printed", "counted")
"""A sum that differs: the figure that the document prints, or the one that its parts add up to."""

PERIODS: Final = ("month", "quarter", "half", "year")
"""Instead of the periods that were found."""

TYPED: Final[dict[str, Typed]] = {
    "id": "word",
    "title": "text",
    "short": "word",
    "document": "text",
    "issuer": "text",
    "issued": "date",
    "leader": "word",
}
"""What is typed into the fields of the whole."""

READ: Final[dict[str, str]] = {
    "each": "按每一个计",
    "once": "不论几处，一次计",
    "both": "各算各的，可以同时成立",
    "row": "上限管整项",
    "one": "几种情形合计一次",
    "clause": "不计分，只留原文",
    "criterion": "达到的得全部分值，达不到的得0分",
    "always": "每次考核都计",
    "extra": "从总分里扣",
    "started": "不满一档的按一档计",
    "actual": "填实际数，比要求少几个扣几次",
    "own": "只管这一项",
    "total": "各条相加",
    "within": "计入总分",
}
"""How the draft says that something is read, where a person chose otherwise."""
CHOSEN: Final = "制表人确认"
"""The reason of such a reading."""
UNSETTLED: Final = "草稿照录原文，待核对"
"""The reason of a sum that differs, until somebody has looked at it."""
SETTLED: Final = "原文如此，已核对"
"""The reason of a sum that differs, once somebody has said that the document really prints it."""
KEPT: Final = "kept-"
"""What the id of a clause begins with that somebody wants as a text only."""
