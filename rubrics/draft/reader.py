"""An official document becomes a draft: outline, items, numbers, sums, and the text of the rubric file.

Deterministic: the same document gives the same draft. Nothing is published here.
"""

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics import files
from rubrics.checks.placeholders import DRAFT_ID
from rubrics.draft import edits, gates, heads, items, prose, reaching, rows, shapes, sound, tables
from rubrics.draft.beside import MOST, Beside
from rubrics.draft.book import Book, Tree
from rubrics.draft.document import Document, Grid, Spot
from rubrics.draft.findings import Finding, finding
from rubrics.draft.items import Built
from rubrics.draft.outline import DraftSection, Outline
from rubrics.draft.roles import Role
from rubrics.points import ZERO, show
from rubrics.problems import Refused, problem

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,40}")
_VERSION: Final = re.compile(r"\.v([1-9][0-9]{0,3})$")
"""What a file that is named for a rubric says of its version."""
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
    if len(found.tables) == 1:
        found.tables[0].title = ""  # the only sheet is named at random
    headlines = _headlines(found)
    for table, above in zip(found.tables, headlines, strict=True):
        rows.read(table, outline, above)
    before, (conditions, rest) = found.before, gates.take(found.before)
    later, found.after = gates.take(found.after)
    if any(section.items for section in outline.sections):
        found.before = rest
    else:
        outline, before = Outline(), list(document.lines())
        conditions, rest = gates.take(before)
        prose.read(rest, outline, "")
        later, found.after = [], []
    text = "\n".join(cell.text for table in found.tables for row in table.rows for cell in row)
    head = heads.read(before, found.after, text)
    shapes.settle(outline, outline.total or head.total)
    if len(outline.sections) > MOST or any(len(section.items) > MOST for section in outline.sections):
        raise Refused(problem("document_too_long"))
    return _Writer(document, outline, Book(head), name, mark).write([*conditions, *later], found)


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

    def __init__(self, document: Document, outline: Outline, book: Book, name: str, mark: str) -> None:
        self._document = document
        self._outline = outline
        self._book = book
        self._name = name
        self._mark = mark
        self._beside = Beside()

    def write(self, conditions: list[gates.Gates], found: tables.Found) -> Draft:
        """The draft, or a refusal if there is nothing in it."""
        scored = self._scored()
        beside = self._beside
        if found.tables:
            beside.lines(found.before, below=False)
            between = [line for table in found.tables[1:] for line in table.before]
            beside.lines([*between, *found.after], below=True)
        beside.lines(self._outline.notes, below=True)
        every = [built for _, each in scored for built in each]
        rated = sum(built.stated is not None and built.source.points is not None for built in every)
        listed = bool(found.tables) and rated > 1 and rated == len(every)
        ruled = any(built.rules for built in every) or (bool(every) and (bool(beside.bonus) or listed))
        if not ruled and not conditions:
            raise Refused(problem("document_no_rules"))
        if len(scored) == MOST or any(len(each) > MOST for _, each in scored):
            raise Refused(problem("document_too_long"))
        reaching.settle(scored)
        tree = self._tree(scored if ruled else [], conditions)
        self._footnotes(found)
        self._attach(tree)
        sizes = json.dumps(tree, ensure_ascii=False, default=str).encode()
        if len(sizes) > files.LARGEST:  # sooner known than the file
            raise Refused(problem("document_too_long"))
        sound.settle(tree, self._book)
        self._attach(tree)
        text = files.dumps(tree)
        if len(text.encode()) > files.LARGEST:
            raise Refused(problem("document_too_long"))
        return self._done(tree, text)

    def _tree(self, scored: list[tuple[DraftSection, list[Built]]], conditions: list[gates.Gates]) -> Tree:
        """The rubric as plain values: its head, the sections of the total, what stands beside it."""
        tree = self._book.header(self._id(), self._document.name)
        version = _VERSION.search(self._name)
        tree["version"] = int(version[1]) if version else 1
        sections = []
        for no, (section, each) in enumerate(scored, start=1):
            section.title = section.title or tree["title"]
            made = [self._book.item(f"{no}.{at}", built) for at, built in enumerate(each, start=1)]
            sections.append(self._book.section(no, section, made))
        written = self._beside.write(self._book, self._outline, len(sections) + 1, self._text())
        self._total(tree, sections)
        for missed in self._beside.outside:
            self._book.unread("", missed)
        tree |= {"sections": sections} if sections else {}
        tree |= written
        ahead = len(sections) + len(written) + 1
        tree |= {"gates": gates.write(conditions, ahead, self._book)} if conditions else {}
        if "penalties" in written or reaching.takes_from_total(scored):
            tree["total_below_zero"] = "floor"
        return tree

    def _done(self, tree: Tree, text: str) -> Draft:
        sections = tree.get("sections", [])
        rules = sum(len(each) for one in sections for item in one["items"] for each in edits.parts(item))
        bonuses = len(tree["bonus"]["items"]) if "bonus" in tree else 0
        count = sum(len(one["items"]) for one in sections)
        return Draft(text, tuple(self._book.findings), len(sections), count, rules, bonuses)

    # --- reading

    def _scored(self) -> list[tuple[DraftSection, list[Built]]]:
        """The sections of the total with their items; bonus, penalties and vetoes are put aside."""
        scored = []
        for section in self._outline.sections:
            each = [item for item in section.items if not self._beside.take(section, item)]
            built = [one for item in each for one in items.build(item, section, self._book.head.periods)]
            for one in built:
                self._beside.moved(one.criteria)
            self._drop_empty(built)
            if built:
                scored.append((section, built))
        return scored

    def _drop_empty(self, built: list[Built]) -> None:
        """An item without rules and points is a line of the form, holds the bonus only, or is about the whole."""
        for one in list(built):
            if not one.rules and not one.points:
                built.remove(one)
                self._beside.outside += one.criteria.missed

    # --- writing

    def _id(self) -> str:
        """The id that was chosen, one made of the file's name, or one that says that it is neither."""
        for name in (self._name, self._document.name):
            slug = _VERSION.sub("", re.sub(r"[\s_]+", "-", name.lower()))
            if _SLUG.fullmatch(slug) and not slug.startswith(DRAFT_ID):
                return slug
        return f"{DRAFT_ID}{self._mark or '0'}"

    def _text(self) -> str:
        """All that the document says."""
        blocks = self._document.blocks
        cells = (cell for one in blocks if isinstance(one, Grid) for row in one.rows for cell in row)
        return "\n".join([*(one.text for one in self._document.lines()), *(cell.text for cell in cells)])

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

    def _footnotes(self, found: tables.Found) -> None:
        footnotes = [line for line in found.after if _FOOTNOTE.match(line.text)]
        for number, line in enumerate([*self._outline.notes, *footnotes], start=1):
            quote = " ".join(line.text.split())
            if quote and found.tables:
                self._book.clauses.append({"id": f"note-{number}", "quote": quote})

    def _attach(self, tree: Tree) -> None:
        """Put the notes behind the sections."""
        for name in ("discrepancies", "readings", "clauses"):
            notes = getattr(self._book, name)
            tree |= {name: notes} if notes else {}
