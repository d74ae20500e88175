"""An official document becomes a draft: outline, items, numbers, sums, and the text of the rubric file.

Deterministic: the same document gives the same draft. Nothing is published here.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics import files
from rubrics.checks.placeholders import DRAFT_ID
from rubrics.draft import effects as e
from rubrics.draft import heads, items, prose, rows, shapes, tables
from rubrics.draft.book import Book, Tree, joined
from rubrics.draft.criteria import criteria
from rubrics.draft.document import Document, Passage, Spot
from rubrics.draft.findings import Finding, finding
from rubrics.draft.heads import Head
from rubrics.draft.items import Built
from rubrics.draft.numerals import NUMBER, RANGE, plain
from rubrics.draft.outline import DraftItem, DraftSection, Outline
from rubrics.draft.parts import DraftRule, Missed
from rubrics.draft.roles import Role
from rubrics.draft.sentences import read as read_sentences
from rubrics.points import ZERO, show
from rubrics.problems import Refused, problem

MOST: Final = 99
"""Sections of a rubric, and items of a section."""
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,40}")
_VERSION: Final = re.compile(r"\.v([1-9][0-9]{0,3})$")
"""What a file that is named for a rubric says of its version."""
_SPAN: Final = re.compile(rf"[^0-9]{{0,6}}{NUMBER}\s*分?{RANGE}{NUMBER}")
"""Points from here to there, without a verb: a grade."""
_FOOTNOTE: Final = re.compile(r"\s*(?:备\s*注|说\s*明|注)\s*[:：、.\d]")


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a rubric file, what to look at, and how much was read."""

    text: str
    findings: tuple[Finding, ...]
    sections: int
    items: int
    rules: int
    bonus: int


def draft(document: Document, *, name: str = "", mark: str = "") -> Draft:
    """Read a document; `name` is the id that somebody chose, `mark` tells drafts without one apart.

    Refuses a document in which nothing is scored.
    """
    found = tables.find(document)
    outline = Outline()
    headlines = _headlines(found)
    for table, above in zip(found.tables, headlines, strict=True):
        rows.read(table, outline, above)
    title_before = found.before
    if not any(section.items for section in outline.sections):
        outline = Outline()
        prose.read(document.lines(), outline, "")
        title_before, found.after = list(document.lines()), []
    text = "\n".join(cell.text for table in found.tables for row in table.rows for cell in row)
    head = heads.read(title_before, found.after, text)
    shapes.settle(outline, outline.total or head.total)
    if len(outline.sections) > MOST or any(len(section.items) > MOST for section in outline.sections):
        raise Refused(problem("document_too_long"))
    return _Writer(document, outline, head, name, mark).write(title_before, found)


def _headlines(found: tables.Found) -> list[tuple[str, Decimal | None] | None]:
    """The heading over each table: of tables with groups of their own only if most tables have one with points."""
    above = [found.before, *(table.before for table in found.tables[1:])]
    lines = [shapes.headline(one) for one in above[: len(found.tables)]]
    worth = [one for one in lines if one is not None and one[1] is not None]
    several = len(worth) > 1 and len(worth) * 2 > len(lines)
    for at, table in enumerate(found.tables):
        if table.at("group") and several and lines[at] is not None:
            kind: Role = "other" if table.at("item") else "item"
            table.roles = tuple(kind if role == "group" else role for role in table.roles)
        elif table.at("group"):
            lines[at] = None
    return lines


class _Writer:
    """Builds the items of an outline and writes them down."""

    def __init__(self, document: Document, outline: Outline, head: Head, name: str, mark: str) -> None:
        self._document = document
        self._outline = outline
        self._book = Book(head)
        self._name = name
        self._mark = mark
        self._bonus: list[DraftRule] = []
        self._outside: list[Missed] = []
        self._moved: list[DraftRule] = []

    def write(self, before: list[Passage], found: tables.Found) -> Draft:
        """The draft, or a refusal if there is nothing in it."""
        scored = self._scored()
        prose_only = not found.tables
        if not prose_only:
            self._lines(before, bonus=False)
            between = [line for table in found.tables[1:] for line in table.before]
            self._lines([*between, *found.after, *self._outline.notes], bonus=True)
        if not scored or not (any(built.rules for _, each in scored for built in each) or self._bonus):
            raise Refused(problem("document_no_rules"))
        if len(scored) == MOST or any(len(each) > MOST for _, each in scored):
            raise Refused(problem("document_too_long"))
        tree = self._book.header(self._id(), self._document.name)
        version = _VERSION.search(self._name)
        tree["version"] = int(version[1]) if version else 1
        sections = []
        for no, (section, each) in enumerate(scored, start=1):
            section.title = section.title or tree["title"]
            made = [self._book.item(f"{no}.{at}", built) for at, built in enumerate(each, start=1)]
            sections.append(self._book.section(no, section, made))
        bonus = self._write_bonus(len(sections) + 1)
        self._total(tree, sections)
        for missed in self._outside:
            self._book.unread("", missed)
        tree["sections"] = sections
        tree |= {"bonus": bonus} if bonus else {}
        self._notes(tree, found)
        if (
            len(json.dumps(tree, ensure_ascii=False, default=str).encode()) > files.LARGEST
        ):  # sooner known than the file
            raise Refused(problem("document_too_long"))
        text = files.dumps(tree)
        if len(text.encode()) > files.LARGEST:
            raise Refused(problem("document_too_long"))
        count = sum(len(section["items"]) for section in sections)
        bonuses = len(bonus["items"]) if bonus else 0
        rules = self._book.rules - bonuses
        return Draft(text, tuple(self._book.findings), len(sections), count, rules, bonuses)

    # --- reading

    def _scored(self) -> list[tuple[DraftSection, list[Built]]]:
        """The sections of the total with their items; bonus, penalties and vetoes are put aside."""
        scored = []
        for section in self._outline.sections:
            each = [item for item in section.items if not self._aside(section, item)]
            built = [one for item in each for one in items.build(item, section, self._book.head.periods)]
            for one in built:
                self._take_bonus(one.criteria.bonus, moved=True)
            self._drop_empty(built)
            if built:
                scored.append((section, built))
        return scored

    def _drop_empty(self, built: list[Built]) -> None:
        """An item without rules and points is a line of the form, holds the bonus only, or is about the whole."""
        for one in list(built):
            if not one.rules and not one.points:
                built.remove(one)
                self._outside += one.criteria.missed

    def _aside(self, section: DraftSection, item: DraftItem) -> bool:
        """Take what is not part of the total out of it."""
        kind = section.kind
        if kind == "score" and re.match(r"加分(?:项|内容|因素|条件)?|附加分", plain(item.title)):
            kind = "bonus"
        passages = [*item.content, *item.standard]
        if kind == "score":
            return False
        found = criteria(passages, None)
        if kind == "bonus":
            self._take_bonus(found.bonus, moved=False)
            self._outside += found.missed
            self._outside += [
                Missed(rule.quote, "mixed", rule.spot) for rule in found.rules if rule.kind != "award"
            ]
            awards = [rule for rule in found.rules if rule.kind == "award"]
            self._as_bonus(awards, item, empty=not found.bonus and not awards)
            return True
        why = "veto" if kind == "veto" else "penalty"
        self._outside += [Missed(rule.quote, why, rule.spot) for rule in (*found.rules, *found.bonus)]
        self._outside += [
            Missed(one.quote, why if one.why == "note" else one.why, one.spot) for one in found.missed
        ]
        if kind == "veto":
            self._outside += [Missed(one.quote, why, one.spot) for one in found.notes]
        return True

    def _as_bonus(self, awards: list[DraftRule], item: DraftItem, *, empty: bool) -> None:
        """In a section of bonuses 得N分 and bare points add."""
        for rule in awards:
            if rule.points:
                rule.kind, rule.unit, rule.most = "bonus", "次", 1
                rule.doubts = ["bonus_once"]
                self._bonus.append(rule)
        text = joined([*item.content, *item.standard]) or item.title
        if empty and item.points and text:
            rule = DraftRule("bonus", item.title or text, text, item.spot, item.points, "次", 1)
            rule.doubts.append("bonus_once")
            self._bonus.append(rule)

    def _take_bonus(self, rules: Iterable[DraftRule], *, moved: bool) -> None:
        for rule in rules:
            rule.doubts += ["bonus_moved"] if moved else []
            rule.text = rule.text or rule.quote
            self._bonus.append(rule)

    def _lines(self, lines: Iterable[Passage], *, bonus: bool) -> None:
        """Lines outside the table: bonuses below it count as such, anything else that scores is named."""
        for line in lines:
            for one in read_sentences(line):
                match one.effect:
                    case e.Bonus(amount, unit) if bonus and amount:
                        rule = DraftRule("bonus", one.condition or one.quote, one.quote, one.spot, amount)
                        rule.unit, rule.most = unit or "次", None if unit else 1
                        rule.doubts += [] if unit else ["bonus_once"]
                        self._bonus.append(rule)
                    case e.Unread(why) if why != "unknown":
                        kind = "band" if why == "range" and _SPAN.match(plain(one.quote)) else why
                        self._outside.append(Missed(one.quote, kind, one.spot))
                    case e.Deduct() | e.Award() | e.Zero() | e.Bonus() | e.Listed() | e.Discretion():
                        self._outside.append(Missed(one.quote, "outside", one.spot))
                    case _:
                        pass

    # --- writing

    def _id(self) -> str:
        """The id that was chosen, one made of the file's name, or one that says that it is neither."""
        for name in (self._name, self._document.name):
            slug = _VERSION.sub("", re.sub(r"[\s_]+", "-", name.lower()))
            if _SLUG.fullmatch(slug) and not slug.startswith(DRAFT_ID):
                return slug
        return f"{DRAFT_ID}{self._mark or '0'}"

    def _write_bonus(self, no: int) -> Tree | None:
        for rule in self._bonus[MOST:]:
            self._outside.append(Missed(rule.quote, "too_many", rule.spot))
        made = [
            self._book.bonus_item(f"{no}.{at}", rule) for at, rule in enumerate(self._bonus[:MOST], start=1)
        ]
        title = next((one.title for one in self._outline.sections if one.kind == "bonus"), "加分项")
        return {"no": no, "title": title, "items": made} if made else None

    def _total(self, tree: Tree, sections: list[Tree]) -> None:
        outline, head = self._outline, self._book.head
        total = outline.total if outline.total is not None else head.total
        found = sum((section["points"] for section in sections), ZERO)
        for section, amount, spot in outline.subtotals:
            mine = next((one for one in sections if one["title"] == section.title), None)
            each = sum((item["points"] for item in mine["items"]), ZERO) if mine else ZERO
            if mine and amount != each:
                self._book.findings.append(
                    finding("draft_subtotal", spot, section=mine["no"], title=section.title,
                            points=show(amount), sum=show(each))
                )  # fmt: skip
        if total is None or total <= 0:
            return
        tree["total"] = total
        if total != found:
            spot = outline.total_spot or Spot()
            self._book.findings.append(
                finding("draft_sum_of_sections", spot, points=show(total), sum=show(found))
            )
            numbers = [item["no"] for section in sections for item in section["items"]]
            says = f"总分写{show(total)}分，各节合计{show(found)}分"
            self._book.differs(numbers, "sum-of-sections", says, f"按总分{show(total)}分计")

    def _notes(self, tree: Tree, found: tables.Found) -> None:
        book = self._book
        footnotes = [line for line in found.after if _FOOTNOTE.match(line.text)]
        for number, line in enumerate([*self._outline.notes, *footnotes], start=1):
            quote = " ".join(line.text.split())
            if quote and found.tables:
                book.clauses.append({"id": f"note-{number}", "where": None, "quote": quote})
        for clause in book.clauses:
            if clause["where"] is None:
                del clause["where"]
        tree |= {"discrepancies": book.discrepancies} if book.discrepancies else {}
        tree |= {"readings": book.readings} if book.readings else {}
        tree |= {"clauses": book.clauses} if book.clauses else {}
