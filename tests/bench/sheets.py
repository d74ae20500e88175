"""The score sheet against plain openpyxl writing equal cells: `ours(record)` and `plain(record)`, both to bytes.

`plain` is given every cell, look, merged area, size and picture ready made, and only has to write them the way the
library's manual shows; what to write is worked out beforehand and is not part of its time.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.drawing.image import Image
from openpyxl.worksheet.properties import PageSetupProperties

from exports.records import SheetRecord
from exports.score_sheet import render
from rubrics.model import Rubric
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.exports import samples

ROWS = 78
PHOTOS = 40


@dataclass(frozen=True)
class Look:
    """The style objects of one look, shared by all cells that have it, as a careful author would."""

    font: Any
    border: Any
    fill: Any
    alignment: Any
    number_format: str
    quote: bool


@dataclass(frozen=True)
class Plan:
    """One sheet, ready to be written."""

    title: str
    cells: Sequence[tuple[int, int, Any, bool, Look]]
    merged: Sequence[str]
    heights: dict[int, float]
    widths: dict[str, float]
    pictures: Sequence[tuple[bytes, Any]]
    page: dict[str, Any]
    repeated: str | None
    breaks: Any
    footer: Any
    frozen: str | None
    filter: str | None


_plans: dict[int, tuple[SheetRecord, list[Plan]]] = {}


def record(rows: int = ROWS, photos: int = 0) -> SheetRecord:
    """A signed sheet of so many items in sections of thirteen, with notes and as many photos of 200 KB."""
    base = samples.deduct()
    rubric = _larger(base.rubric, rows)
    marks, problems = run_lines(rubric, "\n".join(f"{item.no} 满" for item in rubric.items))
    assert not problems, problems
    full = replace(base, rubric=rubric, sheet=score(rubric, marks))
    places = " ".join(item.no for item in rubric.items[:20])
    noted = samples.with_all(full, places, photos=0)
    if not photos:
        return noted
    return replace(noted, evidence=samples.evidence(places, samples.heavy_photo, photos))


def _larger(rubric: Rubric, rows: int) -> Rubric:
    items = [item.model_dump() for item in rubric.items]
    sections: list[dict[str, Any]] = []
    for number in range(1, -(-rows // len(items)) + 1):
        part = items[: rows - (number - 1) * len(items)]
        renamed = [{**item, "no": f"{number}.{at}"} for at, item in enumerate(part, 1)]
        points = sum((Decimal(item["points"]) for item in part), Decimal(0))
        sections.append({"no": number, "title": f"考核项目{number}", "points": points, "items": renamed})
    whole = rubric.model_dump() | {
        "sections": sections,
        "bonus": None,
        "gates": (),
        "discrepancies": (),
        "readings": (),
    }
    whole["total"] = sum((section["points"] for section in sections), Decimal(0))
    return Rubric.model_validate(whole)


def ours(of: SheetRecord) -> bytes:
    """The sheet as the project writes it."""
    return render(of)


def plain(of: SheetRecord) -> bytes:
    """The same cells as openpyxl's manual writes them."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for plan in plans(of):
        _write(workbook.create_sheet(plan.title), plan)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def plans(of: SheetRecord) -> list[Plan]:
    """What `plain` has to write for a record; worked out once."""
    kept = _plans.get(id(of))
    if kept is None:
        workbook = load_workbook(BytesIO(render(of)))
        looks: dict[Any, Look] = {}
        kept = _plans[id(of)] = (of, [_plan(sheet, looks) for sheet in workbook.worksheets])
    return kept[1]


def _plan(sheet: Any, looks: dict[Any, Look]) -> Plan:
    cells = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.has_style and type(cell).__name__ == "Cell":
                key = cell._style
                if key not in looks:
                    looks[key] = Look(
                        copy(cell.font), copy(cell.border), copy(cell.fill), copy(cell.alignment),
                        cell.number_format, bool(cell.quotePrefix),
                    )  # fmt: skip
                cells.append((cell.row, cell.column, cell.value, cell.data_type == "s", looks[key]))
    setup = sheet.page_setup
    return Plan(
        title=sheet.title,
        cells=cells,
        merged=[str(area) for area in sheet.merged_cells.ranges],
        heights={
            row: dimension.height for row, dimension in sheet.row_dimensions.items() if dimension.height
        },
        widths={name: dimension.width for name, dimension in sheet.column_dimensions.items()},
        pictures=[(image._data(), image.anchor) for image in sheet._images],
        page={
            name: getattr(setup, name) for name in ("orientation", "paperSize", "fitToHeight", "fitToWidth")
        },
        repeated=sheet.print_title_rows,
        breaks=sheet.row_breaks,
        footer=sheet.oddFooter,
        frozen=sheet.freeze_panes,
        filter=sheet.auto_filter.ref,
    )


def _write(sheet: Any, plan: Plan) -> None:
    for row, column, value, is_text, look in plan.cells:
        cell = sheet.cell(row, column)
        cell.value = value
        if is_text:
            cell.data_type = "s"
        cell.font = look.font
        cell.border = look.border
        cell.fill = look.fill
        cell.alignment = look.alignment
        cell.number_format = look.number_format
        cell.quotePrefix = look.quote
    for area in plan.merged:
        sheet.merge_cells(area)
    for row, height in plan.heights.items():
        sheet.row_dimensions[row].height = height
    for name, width in plan.widths.items():
        sheet.column_dimensions[name].width = width
    for data, anchor in plan.pictures:
        sheet.add_image(Image(BytesIO(data)), None)
        sheet._images[-1].anchor = anchor
    for name, value in plan.page.items():
        setattr(sheet.page_setup, name, value)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = (plan.repeated or "").replace("$", "") or None
    sheet.row_breaks = plan.breaks
    sheet.oddFooter = plan.footer
    sheet.freeze_panes = plan.frozen
    sheet.auto_filter.ref = plan.filter
