"""The rows of a score table as sections and items: merged and repeated labels, headings and sums among the rows.

A row begins an item when it brings points of its own, or, where points have no column, something of its own to
assess; anything else goes on with the item above.
"""

import re
from decimal import Decimal
from typing import Final

from rubrics.draft import columns, grades
from rubrics.draft.document import Cell, Passage, Row, Spot
from rubrics.draft.numerals import native, plain
from rubrics.draft.outline import DraftItem, DraftSection, Level, Outline, flat, heading, kind_of, untold
from rubrics.draft.roles import Role
from rubrics.draft.tables import Table
from rubrics.draft.units import UNIT
from rubrics.points import ZERO

_SUM: Final = re.compile(
    r"(合计|总计|总分|小计|共计|总得分|得分合计|合计得分|加分合计|本页小计)(?:得?分)?(?:[:(].*)?"
)
_FOOT: Final = re.compile(
    r"(?:(?:汇总|综合|实际|最终|最后|考核|评定|考评)(?:得分|总分|结论|意见|结果|等级|等次)|评定|评语|结论|检查人|考核人|评分人|考核组|考评组|审核|签字|签名|被考核|受检|填表|负责人|"
    r"日期|(?:整改|考核|评审|专家|检查|存在)(?:意见|建议|问题)|平均分|等级).{0,60}",
    re.DOTALL,
)
_NOTE: Final = re.compile(r"(?:备\s*注|说\s*明|注)\s*(?:[:：、.\d]|$)")
_NUMBERED: Final = re.compile(
    r"[(]?[一二三四五六七八九十]{1,3}[)、.\s]|第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)"
)
_TAKES: Final = re.compile(r"[扣减]分")
_GIVES: Final = re.compile(r"加分|奖励")
_PER: Final = re.compile(rf"分\s*(?:/|每)\s*(?:一|1)?({UNIT})|每\s*(?:一|1)?({UNIT})\s*(?:扣|加|减)")
_REMARK: Final = re.compile(rf"(?:按)?每\s*(?:一|1)?\s*({UNIT})(?:计|扣)?")
_SHEET: Final = re.compile(r"(?:[Ss]heet|工作表|表)\s*[0-9]*")
_HEADING: Final = 40
_LABEL: Final = 24


def read(table: Table, outline: Outline, above: tuple[str, Decimal | None] | None = None) -> None:
    """Add the sections and items of a table to the outline; `above` is the heading that stands over the table."""
    walk = _Walk(table, outline)
    if above is not None:
        walk.begin(*above)
    for row in table.rows:
        walk.take(row)


class _Walk:
    """One pass over the rows: what is open, and what stood in the row above."""

    def __init__(self, table: Table, outline: Outline) -> None:
        self._table = table
        self._outline = outline
        self._section: DraftSection | None = None
        self._item: DraftItem | None = None
        self._above: Row | None = None
        filled = [row for row in table.rows for at in table.at("points") if not row[at].blank]
        self._has_points = len(filled) * 4 >= len(table.rows)
        self._label = ""
        self._standards: list[Cell] = []

    def begin(self, title: str, points: Decimal | None) -> None:
        """Open the section that a line above the table names, or go on with it where the line says its name again."""
        last = self._outline.sections[-1] if self._outline.sections else None
        if last is not None and title == last.title:
            last.points = last.points if points is None else points
            self._section = last
            return
        spot = self._table.rows[0][0].spot if self._table.rows else Spot()
        self._open(title, points, spot, title)

    def take(self, row: Row) -> None:
        """Read one row."""
        if not (self._sum(row) or self._foot(row) or self._heading(row)):
            self._group(row)
            self._body(row)
        self._above = row

    # --- rows that are no items

    def _own(self, row: Row) -> list[Cell]:
        """The cells with text, merged ones once, the columns for results left out."""
        cells = [cell for at, cell in enumerate(row) if self._table.roles[at] != "result" and not cell.blank]
        return list({id(cell): cell for cell in cells}.values())

    def _sum(self, row: Row) -> bool:
        own = self._own(row)
        label = next(
            (cell for cell in own if _SUM.fullmatch(re.sub(r"\s", "", native(plain(cell.text))))), None
        )
        if label is None or any(columns.scores(cell.text) for cell in own) or len(own) > 4:  # noqa: PLR2004 - group, label, sum, remark
            return False
        written = re.sub(r"\s", "", plain(label.text))
        amounts = [value for cell in own if cell is not label and (value := columns.points_in(cell.text))]
        amount = amounts[0] if amounts else heading(label.text)[1]
        if amount is None:
            return True
        if written.startswith(("小计", "本页")) or (len(own) > 2 and self._table.at("group")):  # noqa: PLR2004 - 小计 behind its group
            if self._section and written.startswith("小计") and amount != self._so_far():
                self._outline.subtotals.append((self._section, amount, label.spot))
            return True
        if not written.startswith("加分"):
            self._outline.total, self._outline.total_spot = amount, label.spot
        return True

    def _so_far(self) -> Decimal:
        """What all items above are worth: a subtotal may be one of the whole page."""
        items = (item for section in self._outline.sections for item in section.items)
        return sum((item.points for item in items if item.points is not None), ZERO)

    def _foot(self, row: Row) -> bool:
        own = self._own(row)
        if not own:
            return True
        first = re.sub(r"\s", "", plain(own[0].text))
        if _NOTE.match(plain(own[0].text).strip()) and not self._starts(row):
            self._outline.notes.extend(own)
            return True
        scoring = any(columns.scores(cell.text) for cell in own)
        return not scoring and bool(_FOOT.fullmatch(first)) and not self._starts(row)

    def _starts(self, row: Row) -> bool:
        """Whether the row has points in their column."""
        return any(columns.points_in(row[at].text) is not None for at in self._table.at("points"))

    def _heading(self, row: Row) -> bool:
        """A row that only names the section below it, perhaps with a number and the section's points."""
        own = self._own(row)
        narrow = {id(cell) for cell in own if sum(one is cell for one in row) * 2 <= len(row)}
        numbers = narrow & {id(row[at]) for at in (*self._table.at("number"), *self._table.at("points"))}
        numbers -= {id(row[at]) for at in self._table.at("group")}
        numbers |= {id(cell) for cell in own if cell.text.strip().isdigit()}
        words = [cell for cell in own if id(cell) not in numbers]
        if len(words) != 1 or len(words[0].text) > _HEADING or columns.scores(words[0].text):
            return False
        cell = words[0]
        wide = sum(one is cell for one in row) > max(1, len(row) // 2)
        places = [self._table.roles[at] for at, one in enumerate(row) if one is cell]
        number = next((row[at].text for at in self._table.at("number") if not row[at].blank), "")
        numbered = _NUMBERED.match(plain(number + " ").strip() + " ") or _NUMBERED.match(plain(cell.text))
        title, points = heading(cell.text)
        if set(places) <= {"standard", "evidence", "remark", "method"} or (
            self._above and cell in self._above
        ):
            return False
        if not (
            wide
            or (numbered and not number.strip().isdigit())
            or (points is not None and not self._starts(row))
        ):
            return False
        if self._table.at("standard") == [] and not wide:
            return False
        stated = [
            value
            for cell in own
            if id(cell) in numbers
            and cell.text.strip() != number.strip()
            and (value := columns.points_in(cell.text))
        ]
        self._open(title, stated[0] if stated else points, cell.spot, cell.text)
        return True

    # --- sections

    def _group(self, row: Row) -> None:
        for at in self._table.at("group")[:1]:
            cell = row[at]
            if (
                cell.blank
                or cell.text.strip().isdigit()
                or (self._above is not None and cell is self._above[at])
            ):
                continue
            title, points = heading(cell.text)
            if points is None:
                points = self._group_points(row, at)
            if self._section and title == self._section.title and title:
                self._section.points = self._section.points if points is None else points
                continue
            self._open(title, points, cell.spot, cell.text)

    def _group_points(self, row: Row, at: int) -> Decimal | None:
        """The points of the group in a column of their own: a merged number beside the group's name."""
        group = row[at]
        rows = [one for one in self._table.rows if one[at] is group]
        for column in self._table.at("other"):
            cells = {id(one[column]) for one in rows}
            value = columns.points_in(row[column].text)
            if value is not None and len(cells) == 1 and len(rows) > 1:
                return value
        return None

    def _open(self, title: str, points: Decimal | None, spot: Spot, label: str) -> None:
        sheet = "" if _SHEET.fullmatch(self._table.title) else self._table.title
        self._section = DraftSection(title or label.strip(), spot, points, kind_of(title), sheet)
        self._outline.sections.append(self._section)
        self._item = None

    # --- items

    def _body(self, row: Row) -> None:
        standards = self._texts(row, "standard")
        contents = self._texts(row, "content")
        labels = self._texts(row, "item")
        if not (standards or contents or labels):
            if self._starts(row) and self._fresh(row, "points"):
                self._new(row, [self._named_by_group(row)])
            return
        if self._begins(row, bool(labels)):
            self._new(row, labels)
        item = self._item
        if item is None:
            return
        item.content.extend(self._fresh_texts(item.content, contents))
        if not item.standard:
            item.shared = any(cell is one for cell in standards for one in self._standards)
        item.standard.extend(self._fresh_texts(item.standard, standards))
        item.sides |= {
            row[at].spot: side for at in self._table.at("standard") if (side := self._side(at, row))
        }
        self._standards = standards
        about = " ".join((contents or labels)[0].text.split()) if contents or labels else ""
        item.names |= {cell.spot: untold(about) for cell in standards if about}
        item.levels += self._levels(row) if not item.levels else []
        for role in ("evidence", "method"):
            if role == "evidence" or not self._table.at("evidence"):
                item.evidence.extend(self._fresh_texts(item.evidence, self._texts(row, role)))

    def _levels(self, row: Row) -> list[Level]:
        """What stands in the columns of levels."""
        heads = [(at, grades.named(self._table.names[at])) for at in self._table.at("level")]
        names = [" ".join(self._table.names[at].split()) for at, _ in heads]
        return [
            Level(*head, row[at], name)
            for (at, head), name in zip(heads, names, strict=True)
            if head is not None
        ]

    def _side(self, at: int, row: Row) -> str:
        """What a bare amount in this column does, by the column's name, and for each of what, by a remark beside it."""
        name = plain(self._table.names[at])
        takes, gives = bool(_TAKES.search(name)), bool(_GIVES.search(name))
        remarks = (plain(row[one].text).strip() for one in self._table.at("remark"))
        unit = _PER.search(name) or next(
            (found for one in remarks if (found := _REMARK.fullmatch(one))), None
        )
        side = "" if takes == gives else "deduct" if takes else "bonus"
        return f"{side}/{next(one for one in unit.groups() if one)}" if side and unit else side

    def _named_by_group(self, row: Row) -> Cell:
        return next((row[at] for at in self._table.at("group") if not row[at].blank), row[0])

    def _texts(self, row: Row, role: Role) -> list[Cell]:
        return [row[at] for at in self._table.at(role) if not row[at].blank]

    def _fresh_texts(self, have: list[Passage], cells: list[Cell]) -> list[Cell]:
        return [cell for cell in dict.fromkeys(cells) if not any(cell is one for one in have)]

    def _fresh(self, row: Row, role: Role) -> bool:
        """Whether a column of this role holds something that the row above does not share."""
        above = self._above
        return any(
            not row[at].blank and (above is None or row[at] is not above[at]) for at in self._table.at(role)
        )

    def _begins(self, row: Row, labelled: bool) -> bool:  # noqa: FBT001 - what the caller has just seen
        if self._item is None:
            return True
        if self._has_points and self._starts(row):
            return self._fresh(row, "points") and not self._repeats(row)
        label = self._label_of(row)
        new_label = labelled and self._fresh(row, "item") and label != self._label
        if self._has_points:
            return new_label and self._fresh(row, "standard")
        return (
            new_label
            or self._fresh(row, "content")
            or (not self._table.at("content") and self._fresh(row, "standard") and bool(label) and new_label)
        )

    def _repeats(self, row: Row) -> bool:
        """The same label, points and content again: a row that was cut by a page."""
        item = self._item
        if item is None or self._label_of(row) != self._label or not self._label:
            return False
        points = [value for at in self._table.at("points") if (value := columns.points_in(row[at].text))]
        content = [cell.text.strip() for cell in self._texts(row, "content")]
        known = [passage.text.strip() for passage in item.content]
        return points[:1] == [item.points] and (not content or content == known)

    def _label_of(self, row: Row) -> str:
        return " ".join(untold(flat(cell.text)) for cell in dict.fromkeys(self._texts(row, "item")))

    def _new(self, row: Row, labels: list[Cell]) -> None:
        if self._section is None:
            title = "" if _SHEET.fullmatch(self._table.title) else self._table.title
            self._open(title, None, row[0].spot, title)
        spot = next((cell.spot for cell in self._own(row)), row[0].spot)
        self._label = self._label_of(row)
        label = labels[-1] if labels else None
        title, points = (
            heading(label.text)
            if label and "分" in label.text
            else (untold(flat(label.text)) if label else "", None)
        )
        stated = [
            value for at in self._table.at("points") if (value := columns.points_in(row[at].text)) is not None
        ]
        self._item = DraftItem(title, spot, stated[0] if stated else points)
        if label is not None and len(title) > _LABEL:
            self._item.content.append(label)
        if self._section is not None:
            self._section.items.append(self._item)
