"""The coordinator's own workbook: the marks in its cells found, checked, and filled with the figures of a sheet.

Only the cells with marks change: the workbook is not written anew, so that all else in it (merged areas, pictures,
charts, print setup, what no library knows) stays as it was, byte by byte. It must not know where the file came from.
"""

import posixpath
from collections.abc import Callable, Iterator
from functools import cache, partial
from io import BytesIO
from typing import Final, Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from exports.form_cells import Filling, Run, SheetPart, Value, filled, shared, sheet_part
from exports.form_styles import PART, FormStyles
from exports.formulas import Book
from exports.xml_spans import Broken, Span, replaced, spans
from rubrics import form_marks
from rubrics.form_marks import MARK, OPEN, Found, Mark, Trouble
from rubrics.model import Rubric
from rubrics.problems import Refused, problem

_WORKBOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_MACROS: Final = "xl/vbaProject.bin"
_SPOKEN: Final = ("xl/drawings/drawing", "xl/charts/chart", "xl/tables/table")
"""Parts in which people write words that are not filled."""
_AFTER_CALC: Final = frozenset({
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
})  # fmt: skip
"""What may stand behind the settings of reckoning."""
_CALC: Final = b'fullCalcOnLoad="1"'


class NotAForm(Exception):
    """A workbook that cannot be used as a form, and why."""

    def __init__(self, code: Literal["document_damaged", "form_macros", "form_no_marks"]) -> None:
        super().__init__(code)
        self.code = code


class Form:
    """A form that was looked through; it can be filled any number of times."""

    def __init__(self, data: bytes) -> None:
        """Look through a workbook; raises `NotAForm`."""
        try:
            with ZipFile(BytesIO(data)) as package:
                self._parts = [(info, package.read(info)) for info in package.infolist()]
            self._read()
        except (Broken, BadZipFile, KeyError, IndexError, ValueError, OSError) as error:
            raise NotAForm("document_damaged") from error
        if not self.found and not self.troubles:
            raise NotAForm("form_no_marks")

    def _read(self) -> None:
        content = {info.filename: data for info, data in self._parts}
        if _MACROS in content:
            raise NotAForm("form_macros")
        self._styles = FormStyles(content.get(PART))
        strings = shared(content[_STRINGS]) if _STRINGS in content else []
        self._sheets = dict(_sheets(content, strings))
        self.found = tuple(
            Found(f"{title}!{cell.address}", match[1])
            for title, part in self._sheets.values()
            for cell in part.marked
            for match in MARK.finditer(cell.words)
        )
        self.troubles = tuple(_troubles(self._sheets.values(), content))
        """What is wrong whatever rubric it is for."""

    def fill(self, value: Callable[[Mark], Value], rubric: Rubric) -> bytes:
        """The workbook with every mark replaced; a mark that means nothing under the rubric stays as it is."""
        content = {info.filename: data for info, data in self._parts}
        styles = self._styles.fresh()
        mac = b'date1904="1"' in content[_WORKBOOK] or b'date1904="true"' in content[_WORKBOOK]

        @cache
        def fill(words: str) -> Value:
            mark = form_marks.read(words, rubric)
            return value(mark) if isinstance(mark, Mark) else "{{" + words + "}}"

        filling = Filling(fill, styles, mac)
        book = self._book(filling)
        made = {
            name: replaced(part.data, filled(part, filling, partial(book.value, title)))
            for name, (title, part) in self._sheets.items()
            if part.marked or part.formulas
        }
        made[_WORKBOOK] = _reckons_on_load(content[_WORKBOOK])
        if PART in content:
            made[PART] = styles.to_bytes()
        target = BytesIO()
        with ZipFile(target, "w", ZIP_DEFLATED) as package:
            for info, data in self._parts:
                package.writestr(_same(info), made.get(info.filename, data))
        return target.getvalue()

    def _book(self, filling: Filling) -> Book:
        """The cells as they are once the marks are replaced, for what formulas come to."""
        sheets = dict(self._sheets.values())
        held = {
            title: part.held | {each.address: filling.value(each) for each in part.marked}
            for title, part in sheets.items()
        }
        return Book(held, {title: part.written() for title, part in sheets.items()})


def look_through(data: bytes) -> dict[str, list[list[str]]]:
    """The marks of a workbook, and what is wrong whatever its rubric, as plain values; refuses what is no form."""
    try:
        form = Form(data)
    except NotAForm as error:
        raise Refused(problem(error.code)) from error
    return {
        "marks": [[each.place, each.mark] for each in form.found],
        "wrong": [[each.code, each.place] for each in form.troubles],
    }


# --- the workbook


def _sheets(
    content: dict[str, bytes], strings: list[tuple[Run, ...]]
) -> Iterator[tuple[str, tuple[str, SheetPart]]]:
    """Part, title and content of every sheet with cells, in the order of the tabs."""
    targets = {
        span.attributes.get("Id"): span.attributes.get("Target", "")
        for span in spans(content["xl/_rels/workbook.xml.rels"], {"Relationship"})
    }
    for sheet in spans(content[_WORKBOOK], {"sheet"}):
        target = targets.get(_relation(sheet), "")
        name = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if name in content and name.startswith("xl/worksheets/"):
            yield name, (sheet.attributes.get("name", ""), sheet_part(content[name], strings))


def _relation(sheet: Span) -> str:
    return next((value for name, value in sheet.attributes.items() if name.endswith(":id")), "")


def _troubles(sheets: object, content: dict[str, bytes]) -> Iterator[Trouble]:
    for title, part in sheets:  # type: ignore[attr-defined]
        for cell in part.marked:
            if OPEN.search(MARK.sub("", cell.words)):
                yield Trouble("form_open", f"{title}!{cell.address}")
        for address in part.in_formulas:
            yield Trouble("form_formula", f"{title}!{address}")
        if part.elsewhere:
            yield Trouble("form_elsewhere", title)
    for name, data in content.items():
        if name.startswith(_SPOKEN) and name.endswith(".xml") and b"{{" in data:
            yield Trouble("form_elsewhere", posixpath.basename(name).removesuffix(".xml"))


def _reckons_on_load(data: bytes) -> bytes:
    """The workbook part, saying that all formulas are to be reckoned anew when it is opened."""
    found = spans(data, {"calcPr", "workbook", *_AFTER_CALC})
    workbook = next(span for span in found if span.name == "workbook")
    settings = next(workbook.inside("calcPr"), None)
    if settings is not None:
        if "fullCalcOnLoad" in settings.attributes:
            start, end = settings.start, data.index(b">", settings.start)
            written = data[start:end]
            for stated in (b'fullCalcOnLoad="0"', b'fullCalcOnLoad="false"'):
                written = written.replace(stated, _CALC)
            return replaced(data, [(start, end, written)])
        at = settings.start + 1 + len(settings.tag.encode())
        return replaced(data, [(at, at, b" " + _CALC)])
    behind = next((span.start for span in workbook.children if span.name in _AFTER_CALC), None)
    at = data.rindex(b"</" + workbook.tag.encode()) if behind is None else behind
    return replaced(data, [(at, at, f"<{workbook.prefix}calcPr ".encode() + _CALC + b"/>")])


def _same(info: ZipInfo) -> ZipInfo:
    """The entry of a part as it was in the form."""
    same = ZipInfo(info.filename, info.date_time)
    same.compress_type = info.compress_type
    same.external_attr, same.create_system = info.external_attr, info.create_system
    return same
