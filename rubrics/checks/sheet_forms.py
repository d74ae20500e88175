"""Forms of the sheet that list sections which do not exist, list one twice, or leave one to nobody."""

from collections.abc import Iterator

from rubrics.checks.places import sections, wrong
from rubrics.model import Rubric
from rubrics.problems import Problem
from rubrics.sheet_forms import SheetForm


def check(rubric: Rubric) -> Iterator[Problem]:
    """Yield unknown and repeated sections and periods, and every section that no form walks."""
    for index, sheet in enumerate(rubric.sheets):
        yield from _sections(rubric, sheet, index)
        for place, period in enumerate(sheet.periods):
            if period not in rubric.periods:
                there = ("sheets", index, "periods", place)
                yield wrong(
                    there, "sheet_period_unknown", sheet=sheet.id, period=period, known=rubric.periods
                )
    walked = {no for sheet in rubric.sheets for no in sheet.sections}
    for path, section in sections(rubric) if rubric.sheets else ():
        if section.no not in walked:
            yield wrong((*path, "no"), "sheet_section_left_out", section=section.no)


def _sections(rubric: Rubric, sheet: SheetForm, index: int) -> Iterator[Problem]:
    known = tuple(str(section.no) for section in rubric.all_sections)
    for place, no in enumerate(sheet.sections):
        path = ("sheets", index, "sections", place)
        if str(no) not in known:
            yield wrong(path, "sheet_section_unknown", sheet=sheet.id, section=no, known=known)
        elif no in sheet.sections[:place]:
            yield wrong(path, "sheet_section_twice", sheet=sheet.id, section=no)
