"""What a scheme says beside its total: bonuses and how they are counted together, penalties, vetoes, loose lines.

Sections of these kinds are taken out of the outline here and written as sections of their own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from rubrics.draft import effects as e
from rubrics.draft import making, targets
from rubrics.draft.book import Book, Tree, joined
from rubrics.draft.criteria import criteria
from rubrics.draft.document import Passage
from rubrics.draft.numerals import NUMBER, RANGE, number, plain
from rubrics.draft.outline import DraftItem, DraftSection, Outline
from rubrics.draft.parts import Criteria, DraftRule, Missed
from rubrics.draft.sentences import Sentence
from rubrics.draft.sentences import read as read_sentences

MOST: Final = 99
"""Items of a section."""
_BONUS: Final = re.compile(r"加分(?:项|内容|因素|条件)?|附加分?$")
_SPAN: Final = re.compile(rf"[^0-9]{{0,6}}{NUMBER}\s*分?{RANGE}{NUMBER}")
"""Points from here to there, without a verb: a grade."""
_CAPPED: Final = re.compile(rf"(?:最高|最多|不超过|上限|限)[^0-9。;]{{0,8}}({NUMBER})\s*分\s*\)?")
_LEADS: Final = re.compile(r"下列|以下|之一的?$|情形$|如下|:$")
_FOLLOWS: Final = re.compile(r"(?:并|且|同时|一律|予以|直接)*(?:取消|不得|不予|撤销|降)")
"""How the consequence of a veto begins that was named before."""
_CONDITION: Final = re.compile(r"^(?:发生|出现|存在|违反|弄虚作假|被|受到|因).{3,}|.{4,}的$")
"""A title that is a fact itself."""
_PENALTIES: Final = {"once", "each", "judged", "listed", "discretionary", "step"}


@dataclass(slots=True)
class _Group:
    """Bonuses of one cell that are counted together."""

    rules: list[DraftRule]
    best: Missed | None
    cap: Decimal | None


@dataclass(slots=True)
class Beside:
    """Everything that is not part of the total, in the order in which it was found."""

    bonus: list[DraftRule] = field(default_factory=list)
    penalties: list[DraftRule] = field(default_factory=list)
    vetoes: list[DraftRule] = field(default_factory=list)
    outside: list[Missed] = field(default_factory=list)
    cap: Decimal | None = None
    _groups: list[_Group] = field(default_factory=list)

    # --- reading

    def take(self, section: DraftSection, item: DraftItem) -> bool:
        """Take an item that is not part of the total; False where it is."""
        kind = section.kind
        named = _CAPPED.search(plain(section.title)) if kind == "bonus" else None
        if named:
            self.cap = number(named[1])
            section.title = section.title[: named.start()].rstrip(" (（，,") or section.title
        if kind == "score" and _BONUS.match(
            plain(item.title or "".join(one.text for one in item.content[:1]))
        ):
            kind = "bonus"
        passages = list(dict.fromkeys([*item.content, *item.standard]))
        if kind == "score":
            return False
        if kind == "veto":
            facts = [Passage(item.title, item.spot)] if _CONDITION.search(plain(item.title)) else []
            said = False
            for passage in [*facts, *passages]:
                said = self._veto(passage, said=said)
            return True
        found = criteria(passages, None, item.sides)
        targets.baselines(found, item.content)
        self.outside += found.missed
        for rule in (*found.rules, *found.bonus):
            rule.text = rule.text or item.title
        if kind == "bonus":
            for rule in [rule for rule in found.rules if rule.faulty and rule.kind in _PENALTIES]:
                found.rules.remove(rule)
                self._penalty(rule)
            self._bonuses(found, item)
        else:
            self.outside += [Missed(rule.quote, "mixed", rule.spot) for rule in found.bonus]
            for rule in found.rules:
                self._penalty(rule)
        return True

    def moved(self, found: Criteria) -> None:
        """Take the bonuses out of an item of the total."""
        for rule in found.bonus:
            rule.doubts.append("bonus_moved")
        self._gather(found)

    def lines(self, lines: Iterable[Passage], *, below: bool) -> None:
        """Lines outside the tables: bonuses and vetoes below them count as such, anything else that scores is named."""
        for line in lines:
            for one in read_sentences(line):
                self._line(one, below=below)

    def _line(self, one: Sentence, *, below: bool) -> None:
        if below and self._below(one):
            return
        match one.effect:
            case e.Unread(why) if why != "unknown":
                self.outside.append(Missed(one.quote, why, one.spot))
            case e.Judge(bare=bare) if bare or _SPAN.match(plain(one.quote)):
                self.outside.append(Missed(one.quote, "band", one.spot))
            case e.Times():
                self.outside.append(Missed(one.quote, "multiplier", one.spot))
            case e.Best():
                self.outside.append(Missed(one.quote, "best_of", one.spot))
            case None | e.Veto() | e.Unread() | e.Worth() | e.Bare() | e.Cap() | e.Exempt():
                pass
            case _:
                self.outside.append(Missed(one.quote, "outside", one.spot))

    def _below(self, one: Sentence) -> bool:
        """Take what a line below the tables says of the whole sheet; False where it says nothing of it."""
        match one.effect:
            case e.Bonus(amount) if amount:
                self._add(making.made(one))
            case e.Veto() | e.Zero(of="sheet") if one.condition:
                self._add_veto(one)
            case e.Extra(amount) if amount:
                self._from_total(one)
            case None if one.cap and one.cap.amount and "加分" in plain(one.quote):
                self.cap = one.cap.amount
            case e.Cap(amount) if amount and "加分" in plain(one.quote):
                self.cap = amount
            case _:
                return False
        return True

    def _from_total(self, one: Sentence) -> None:
        """A loss from the total that a line below the table names: a penalty beside it."""
        for rule in making.made(one):
            rule.kind, rule.more = ("each" if rule.unit else "once"), {}
            self._penalty(rule)

    def _bonuses(self, found: Criteria, item: DraftItem) -> None:
        """In a section of bonuses 得N分 and bare points add."""
        awards = [rule for rule in found.rules if rule.kind == "award" and rule.points]
        self.outside += [Missed(rule.quote, "mixed", rule.spot) for rule in found.rules if rule not in awards]
        for rule in awards:
            rule.kind, rule.unit, rule.most = "bonus", "次", 1
            rule.doubts = ["bonus_once"]
        text = joined([*item.content, *item.standard]) or item.title
        if not found.bonus and not awards and item.points and text:
            awards = [DraftRule("bonus", item.title or text, text, item.spot, item.points, "次", 1)]
            awards[0].doubts.append("bonus_once")
        found.bonus += awards
        self._gather(found)

    def _gather(self, found: Criteria) -> None:
        self._add(found.bonus)
        if len(found.bonus) > 1 and (found.best or found.bonus_cap):
            self._groups.append(_Group(list(found.bonus), found.best, found.bonus_cap))
        elif found.best:
            self.outside.append(Missed(found.best.quote, "best_of", found.best.spot))

    def _add(self, rules: Iterable[DraftRule]) -> None:
        for rule in rules:
            rule.text = rule.text or rule.quote
            self.bonus.append(rule)

    def _penalty(self, rule: DraftRule) -> None:
        if rule.kind not in _PENALTIES:
            self.outside.append(Missed(rule.quote, "penalty", rule.spot))
            return
        if rule.kind == "listed":
            rule.kind, rule.more = "once", {}
        rule.text = rule.text or rule.quote
        self.penalties.append(rule)

    def _veto(self, passage: Passage, *, said: bool) -> bool:
        """Take the facts that a passage names, leave out what follows from one; whether one was named by now."""
        for one in read_sentences(passage):
            words = plain(one.quote).rstrip(" 。;,")
            follows = said and _FOLLOWS.match(words)
            if isinstance(one.effect, e.Zero) and (said or not one.condition):
                continue  # the consequence of what stands before it
            if not follows and (not _LEADS.search(words) or one.condition):
                self._add_veto(one)
                said = True
        return said

    def _add_veto(self, one: Sentence) -> None:
        rule = DraftRule("veto", one.condition or one.quote, one.quote, one.spot)
        rule.more = {"scope": "sheet"}
        rule.doubts.append("veto")
        self.vetoes.append(rule)

    # --- writing

    def write(self, book: Book, outline: Outline, number: int, text: str) -> Tree:
        """The sections beside the total, numbered from here; `text` is all that the document says."""
        written: Tree = {}
        for name, kind, title in (
            ("bonus", "bonus", "加分项"),
            ("penalties", "penalty", "扣分项"),
            ("vetoes", "veto", "一票否决"),
        ):
            rules: list[DraftRule] = getattr(self, name)
            self.outside += [Missed(rule.quote, "too_many", rule.spot) for rule in rules[MOST:]]
            made = [book.single(f"{number}.{at}", rule) for at, rule in enumerate(rules[:MOST], start=1)]
            if made:
                named = next((one.title for one in outline.sections if one.kind == kind and one.title), title)
                written[name] = {"no": number, "title": named, "items": made}
                number += 1
        if "bonus" in written:
            self._counted(book, written["bonus"], text)
        return written

    def _counted(self, book: Book, section: Tree, text: str) -> None:
        """How bonuses are counted: together, up to a cap, in the total or beside it."""
        numbers = {id(rule): f"{section['no']}.{at}" for at, rule in enumerate(self.bonus[:MOST], start=1)}
        groups = []
        for at, group in enumerate(self._groups, start=1):
            items = [numbers[id(rule)] for rule in group.rules if id(rule) in numbers]
            tree: Tree = {"id": f"group-{at}", "items": items, "rule": "best" if group.best else "sum"}
            tree |= {"cap": group.cap} if group.cap else {}
            groups.append(tree)
            if group.best and items:
                book.doubt(items[0], "", "best", group.best.quote, group.best.spot)
        items = section.pop("items")
        section |= {"cap": self.cap} if self.cap else {}
        section |= {"groups": groups} if groups else {}
        section["items"] = items
        if not re.search(r"加分[^。;\n]{0,12}不(?:计入|纳入|列入|作为)|仅作[^。;\n]{0,10}参考", plain(text)):
            first = self.bonus[0]
            book.doubt(items[0]["no"], "", "bonus_beside", first.quote, first.spot)
