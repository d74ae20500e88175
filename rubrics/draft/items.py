"""One item of the draft: what it is worth, its parts, and the rules that its texts give.

Works on an item of the outline; numbers and letters come later.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Final

from rubrics.draft import columns, grades, targets
from rubrics.draft import effects as e
from rubrics.draft.criteria import criteria
from rubrics.draft.document import Passage
from rubrics.draft.numerals import plain
from rubrics.draft.outline import DraftItem, DraftSection, heading, untold
from rubrics.draft.parts import Criteria, Doubted, DraftRule, Missed
from rubrics.draft.sentences import Sentence, read
from rubrics.points import ZERO

MOST_RULES: Final = 26
"""One letter each."""
_TITLE: Final = 20
_ABOUT: Final = 60
_FIRST: Final = re.compile(r"[^,。;:(]{2,}")
_SEPARATE: Final = re.compile(r"分\s*\)?\s*[;。\n]\s*\S")
"""A requirement that ends with its points and a full stop, and another one behind it."""
_NAMED: Final = {"share", "band", "veto"}
"""What is said of a sheet as a whole, wherever it stands."""
_BOXES: Final = re.compile(r"^\s*[□☐○]\s*\(?[^()\n]{2,12}型?\)", re.MULTILINE)


@dataclass(slots=True)
class Piece:
    """A part of an item."""

    points: Decimal
    content: str
    rules: list[DraftRule]


@dataclass(slots=True)
class Built:
    """An item with its rules; `stated` is what the table says it is worth, None where nothing says it."""

    title: str
    source: DraftItem
    points: Decimal
    stated: Decimal | None
    pieces: list[Piece]
    criteria: Criteria
    written: list[Decimal] = field(default_factory=list)
    judged: bool = False

    @property
    def rules(self) -> list[DraftRule]:
        """The rules of all parts in their order."""
        return [rule for piece in self.pieces for rule in piece.rules]


def build(item: DraftItem, section: DraftSection, periods: Sequence[str] = ()) -> list[Built]:
    """Read the texts of an item; a row in which several requirements end with points of their own is several items."""
    built = _whole(item, section, periods)
    if len(built.pieces) < 2 or built.criteria.pieces or not _SEPARATE.search(plain(_joined(item.content))):  # noqa: PLR2004 - one from another
        return [built]
    return _divided(built, section)


def _divided(built: Built, section: DraftSection) -> list[Built]:
    """The parts of a row as items: each with its stretch of the content and of the standard."""
    source = built.source
    divided = []
    standards = _standards(built)
    for at, piece in enumerate(built.pieces):
        own = DraftItem("", source.spot, piece.points)
        own.content = [Passage(piece.content, source.content[0].spot)] if piece.content else []
        own.standard = [Passage(standards[at], source.standard[0].spot)] if standards[at] else []
        own.evidence = source.evidence if at == 0 else []
        mine = Criteria(piece.rules)
        for name in ("alternatives", "rungs"):
            kept = [one for one in getattr(built.criteria, name) if all(rule in piece.rules for rule in one)]
            setattr(mine, name, kept)
        if at == 0:
            mine.missed, mine.notes, mine.bonus = (
                built.criteria.missed, built.criteria.notes, built.criteria.bonus,
            )  # fmt: skip
            mine.doubted = [one for one in built.criteria.doubted if one.name != "parts"]
        mine.doubted.append(Doubted("items", piece.content, own.spot))
        whole = Piece(piece.points, piece.content, piece.rules)
        divided.append(Built(_title(own, section), own, piece.points, piece.points, [whole], mine))
    return divided


def _standards(built: Built) -> list[str]:
    """The standard, cut where the first rule of each part begins; whole where it cannot be cut."""
    whole = _joined(built.source.standard)
    starts = [0]
    for piece in built.pieces[1:]:
        at = whole.find(piece.rules[0].quote, starts[-1])
        if at < 0:
            return [whole] * len(built.pieces)
        starts.append(at)
    return [whole[start:end].strip() for start, end in pairwise([*starts, len(whole)])]


def _whole(item: DraftItem, section: DraftSection, periods: Sequence[str]) -> Built:
    asked = [sentence for passage in item.content for sentence in read(passage)]
    worths = [one for one in asked if isinstance(one.effect, e.Bare | e.Worth)]
    written = [one.effect.amount for one in worths if isinstance(one.effect, e.Bare | e.Worth)]
    stated = _stated(item, section, written)
    passages = [*item.standard, *(one for one in item.content if columns.scores(one.text))]
    if not any(columns.scores(one.text) or _bares(one) for one in item.standard) and (
        len(written) > 1 or _ranges(asked) > 1
    ):
        passages = [*item.standard, *item.content]
    found = criteria(passages, stated, item.sides)
    found.missed += [
        Missed(one.quote, one.effect.why, one.spot)
        for one in asked
        if isinstance(one.effect, e.Unread)
        and one.effect.why in _NAMED
        and one.quote not in _joined(passages)
    ]
    picked = grades.rules(item.levels) if not found.rules else []
    if picked:
        found.rules += picked
        item.standard += grades.quotes(item.levels)
        stated = stated if stated is not None else grades.most(picked)
    for rule in (*found.rules, *found.bonus):
        rule.text = rule.text or item.names.get(rule.spot, "")[:_ABOUT] or rule.quote
    if stated is None:
        stated = found.worths.pop() if len(found.worths) == 1 else None
    points = stated if stated is not None else found.earned
    _enough(found)
    targets.limit(found, item.content, periods)
    targets.baselines(found, item.content, passages)
    _merged(found, item)
    built = Built(_title(item, section), item, points, stated, [], found, written)
    built.pieces = _pieces(built, worths)
    if _BOXES.findall(plain(" \n".join(one.text for one in item.content)))[1:]:
        found.doubted.append(Doubted("variants", item.content[0].text, item.content[0].spot))
    return built


def _ranges(sentences: Sequence[Sentence]) -> int:
    """How many amounts from here to there stand without a verb: 8-10分：规范."""
    return sum(isinstance(one.effect, e.Judge) and one.effect.bare for one in sentences)


def _bares(passage: Passage) -> bool:
    return any(isinstance(one.effect, e.Bare) for one in read(passage))


def _stated(item: DraftItem, section: DraftSection, written: Sequence[Decimal]) -> Decimal | None:
    if item.points is not None:
        return item.points
    if written:
        return sum(written, ZERO)
    return section.points if len(section.items) == 1 else None


def _title(item: DraftItem, section: DraftSection) -> str:
    """The printed name, or the first words of what is asked for."""
    if item.title and len(item.title) <= _TITLE:
        return item.title
    text = item.title or next((one.text for one in item.content if one.text.strip()), "") or section.title
    text = text or next((one.text for one in item.standard if one.text.strip()), "")
    words = untold(" ".join(text.split())) or text.strip()
    match = _FIRST.search(plain(words))
    cut = words[match.start() : match.end()] if match else words
    cut = heading(cut.strip())[0] if "分" in cut else cut.strip()
    return (cut or section.title or words)[:_TITLE] or "…"


def _enough(found: Criteria) -> None:
    """Letters end with z."""
    for rule in found.rules[MOST_RULES:]:
        found.missed.append(Missed(rule.quote, "too_many", rule.spot))
    kept = found.rules[:MOST_RULES]
    found.alternatives = [group for group in found.alternatives if all(rule in kept for rule in group)]
    found.rungs = [group for group in found.rungs if all(rule in kept for rule in group)]
    del found.rules[MOST_RULES:]


def _merged(found: Criteria, item: DraftItem) -> None:
    for name, holds in (("merged", item.shared), ("pooled", item.pooled)):
        if holds and item.standard:
            found.doubted.append(Doubted(name, item.standard[0].text, item.standard[0].spot))


def _pieces(built: Built, worths: Sequence[Sentence]) -> list[Piece]:
    """The parts: those that the standard itself makes, those of several points in the content, or one."""
    found = built.criteria
    content = _joined(built.source.content)
    if found.pieces:
        return [Piece(points, "", rules) for points, rules in found.pieces]
    rules = found.rules
    amounts = [one.effect.amount for one in worths if isinstance(one.effect, e.Bare)]
    deducting = rules and all(rule.side in {"deduct", "beyond"} for rule in rules)
    if deducting and len(amounts) > 1 and sum(amounts, ZERO) == built.points:
        shared = _shared(rules, _stretches(built.source.content, worths))
        if all(shared):
            found.doubted.append(Doubted("parts", content, built.source.spot))
            texts = _stretches(built.source.content, worths)
            return [
                Piece(points, text, list(mine))
                for points, text, mine in zip(amounts, texts, shared, strict=True)
            ]
    return [Piece(built.points, content, rules)]


def _joined(passages: Sequence[Passage]) -> str:
    return "\n".join(text for passage in passages if (text := passage.text.strip()))


def _stretches(content: Sequence[Passage], worths: Sequence[Sentence]) -> list[str]:
    """The content from one amount to the next."""
    whole = _joined(content)
    stretches = []
    start = 0
    for one in worths:
        at = whole.find(one.quote, start)
        end = at + len(one.quote) if at >= 0 else start
        stretches.append(whole[start:end].strip(" ,，;；。、\n"))
        start = end
    return stretches


def _shared(rules: Sequence[DraftRule], stretches: Sequence[str]) -> list[list[DraftRule]]:
    """Each rule with the part whose words it uses; one that uses none goes with the rule before it."""
    shared: list[list[DraftRule]] = [[] for _ in stretches]
    if len(rules) == len(stretches):
        return [[rule] for rule in rules]
    at = 0
    for rule in rules:
        marks = [len(_pairs(rule.text) & _pairs(text)) for text in stretches]
        best = max(range(len(marks)), key=lambda one: (marks[one], -abs(one - at)))
        at = max(at, best) if marks[best] else at
        shared[at].append(rule)
    return shared


def _pairs(text: str) -> set[str]:
    words = re.sub(r"[^\u4e00-\u9fff]", " ", plain(text))
    return {word[at : at + 2] for word in words.split() for at in range(len(word) - 1)}
