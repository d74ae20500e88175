"""English texts of exports: what there is to take away, own forms, and how far a long one is."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "command.export": "Export",
    "export.all": "all studios",
    "export.kind.sheet": "Score sheet",
    "export.kind.rectification": "Rectification notice",
    "export.kind.ledger": "Ledger of activities",
    "export.kind.evidence": "Evidence",
    "export.kind.own-form": "Own form",
    "export.file.sheet": "sheet_{studio}_{period}",
    "export.file.rectification": "rectification_{studio}_{period}",
    "export.file.ledger": "ledger_{studio}_{period}",
    "export.file.evidence": "evidence_{studio}_{period}",
    "export.file.own-form": "{form}_{studio}_{period}",
    "export.file_part": " ({no} of {of})",
    "export.part": "Part {no} of {of}: items {first} to {last}; it can be used alone",
    "export.files_missing": "{count} files could not be packed; the index in it says why",
    "problem.export_no_log": "{studio} has logged nothing under this rubric yet: there is no ledger.",
    "problem.export_press": "Choose with the buttons, or send a period (2025-12, 2025-Q4) or the name of a studio.",
    "problem.export_no_place": "“{text}” was not found. Send a period (2025-12) or a part of a studio's name.",
    "problem.form_gone": "This own form is gone, or is not for this rubric. Choose again.",
    "problem.export_unsigned": "{studio} {period} has no signed sheet. Export it once it is signed.",
    "problem.export_no_evidence": "The sheet of {studio} {period} has no evidence files: nothing to pack.",
    "problem.export_nothing": "Nothing to export yet: no sheet of {period} is signed. Export once one is.",
    "problem.export_no_form": "There is no own form yet. Send an .xlsx with marks like {{2.4 score}} in its cells.",
    "problem.form_word": "{place} · “{mark}” is not known · write {probable}",
    "problem.form_item": "{place} · “{mark}”: the rubric has no such item · write {known}",
    "problem.form_section": "{place} · “{mark}”: the rubric has no such section · write {known}",
    "problem.form_open": "{place} · the mark is not closed · write {{{{2.4 score}}}}, two braces on each side",
    "problem.form_formula": "{place} · the mark stands in a formula · give it a cell of its own and refer to that",
    "problem.form_elsewhere": "{place} · marks are not filled here · write them in cells",
    "problem.form_no_marks": "There are no marks in it · write {{2.4 score}}, {{total}}, {{studio}} in the cells to fill",
    "problem.form_macros": "The file has macros · save it as .xlsx and send that",
}
