"""What stands below the table: comments, items sent back, open points of the source, conclusion, signatures."""

from collections.abc import Iterable

from exports import panel_columns, score_appeals
from exports.columns import Layout
from exports.labels import Say
from exports.records import RulingLine, SheetRecord, Signature
from exports.styles import BODY, FINE, HEADER, PLAIN, STRONG, WARNING, Look
from exports.workbook import Page, Span
from rubrics.model import Clause

_LONGEST = 1500
"""Characters of one comment that still stand on paper."""
_KEPT = 400
_BOLD_LINE = Look(boxed=False, bold=True)


class Foot:
    """Draws on a page from a row on; `row` is always the next free one."""

    def __init__(self, page: Page, layout: Layout, record: SheetRecord, say: Say, row: int) -> None:
        self.page, self.layout, self.record, self.say, self.row = page, layout, record, say, row
        self._last = len(layout.columns)

    def draw(self) -> None:
        """Draw all of it."""
        self._appeals()
        self._panel()
        self._comments()
        self._returned()
        self._readings()
        self._conclusion()
        self._signatures()

    def _labelled(self, label: str, words: str, look: Look = BODY, least: float = 20.0) -> None:
        self.row = self.page.block(
            self.row, [Span(1, 1, label, STRONG), Span(2, self._last, words, look)], least
        )

    # --- in the table's frame

    def _appeals(self) -> None:
        rows = score_appeals.rows(self.record, self.say)
        if not rows:
            return
        first = self.row
        for row in rows:
            self._thirds(row, BODY if self.row > first else HEADER)
        self.page.down(first, self.row - 1, 1, self.say("appeals"), STRONG)

    def _panel(self) -> None:
        if self.record.panel is not None:
            words = "\n".join(panel_columns.lines(self.record.panel, self.say))
            self._labelled(self.say("panel_label"), words)

    def _comments(self) -> None:
        comments = self.record.comments
        parts = (
            ("strengths", comments.strengths),
            ("problems", comments.problems),
            ("advice", comments.advice),
        )
        words = "\n".join(self.say(key, words=self._short(key, text)) for key, text in parts)
        self._labelled(self.say("comments"), words, least=60)

    def _short(self, key: str, words: str) -> str:
        if len(words) <= _LONGEST and words.count("\n") <= _LONGEST // 60:
            return words
        return self.page.moved(f"{self.say('comments')} {self.say(key, words='')}", words, _KEPT)

    def _returned(self) -> None:
        lines = []
        for returned in self.record.returned:
            item = self.record.rubric.item(returned.item)
            title = item.title if item else ""
            words = self.say(
                "returned_line",
                item=returned.item,
                title=title,
                reason=returned.reason,
                by=returned.by,
                at=returned.at,
            )
            lines.append(words)
        if lines:
            self._labelled(self.say("returned"), "\n".join(lines))

    def _readings(self) -> None:
        """Discrepancies first, then rulings, then readings: what is most likely to be asked about comes first."""
        rubric = self.record.rubric
        rows = [
            *((self._at(each.at, each.says), each.read, each.reason) for each in rubric.discrepancies),
            *(self._ruling(line) for line in self.record.rulings),
            *((self._at(each.at, each.says), each.read, each.reason) for each in rubric.readings),
        ]
        if not rows:
            return
        first = self.row
        self._thirds((self.say("reading_says"), self.say("reading_read"), self.say("reading_reason")), HEADER)
        for row in rows:
            self._thirds(row, FINE)
        self.page.down(first, self.row - 1, 1, self.say("readings"), STRONG)

    def _thirds(self, words: tuple[str, str, str], look: Look) -> None:
        one, two = self.layout.thirds
        ends = ((2, one), (one + 1, two), (two + 1, self._last))
        spans = [Span(first, last, text, look) for (first, last), text in zip(ends, words, strict=True)]
        self.row = self.page.block(self.row, spans, 16)

    def _at(self, items: Iterable[str], words: str) -> str:
        named = self.say("comma").join(items)
        return self.say("at", items=named, words=words) if named else words

    def _ruling(self, line: RulingLine) -> tuple[str, str, str]:
        how = "assumed" if line.assumed else "ruled" if line.chosen else "undecided"
        return self._at(line.at, line.question), line.chosen, self.say(how)

    def _conclusion(self) -> None:
        clauses = self.record.rubric.clauses
        if not clauses:
            return
        first, quoted = self.row, "\n".join(self._clause(clause) for clause in clauses)
        fill = Span(2, self._last, self.say("conclusion_fill"), BODY)
        words = Span(2, self._last, f"{self.say('conclusion_clauses')}\n{quoted}", FINE)
        self.row = self.page.block(self.page.block(self.row, [fill], 36), [words])
        self.page.down(first, self.row - 1, 1, self.say("conclusion"), STRONG)
        self.page.keep(first, self.row - 1)

    def _clause(self, clause: Clause) -> str:
        return self.say("clause" if clause.where else "clause_plain", where=clause.where, quote=clause.quote)

    # --- below the frame

    def _signatures(self) -> None:
        say, signed = self.say, self.record.signatures
        heads = [each for each in signed if each.role == "head"]
        members = [each for each in signed if each.role != "head"]
        first = self.row
        self.page.height(first, 8)
        self.row += 1
        by = f"{say('sign_head')}{self._names(heads)}{say('gap')}{say('sign_members')}{self._names(members)}"
        if self.record.own:
            by = f"{say('self_sign')}{self._names(signed)}"
        self._line(by, PLAIN, 26)
        self._line(f"{say('sign_unit')}{say('blank')}{say('gap')}{say('sign_date')}", PLAIN, 26)
        self._check()
        self.page.keep(first, self.row - 1)

    def _names(self, signed: Iterable[Signature]) -> str:
        names = (self.say("signed", name=each.name, at=each.at) for each in signed)
        return self.say("comma").join(names) or self.say("blank")

    def _check(self) -> None:
        check, seal = self.record.check, self.record.seal
        if check is None:
            self._line(self.say("draft"), WARNING, 20)
            return
        self._line(self.say("check", code=check.code), _BOLD_LINE, 20)
        if seal:
            self._line(self.say(seal), PLAIN, 18)

    def _line(self, words: str, look: Look, least: float) -> None:
        self.row = self.page.block(self.row, [Span(1, self._last, words, look)], least)
