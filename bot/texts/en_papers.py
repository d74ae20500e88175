"""English texts of papers about all studios: why a sheet is missing, and what cannot be made."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    "paper.why.none": "no visit planned",
    "paper.why.prepared": "planned, not begun",
    "paper.why.planned": "planned for {day}, not begun",
    "paper.why.begun": "begun, not signed",
    "paper.why.running": "the period is not over, nothing planned yet",
    "paper.why.retired": "not assessed since {day}",
    "paper.why.unsigned": "the sheet of {periods} is not signed",
    "paper.why.nothing": "no sheet and no fact",
    "paper.why.lacking": "the sheet of {periods} is missing, nothing decided about it",
    "paper.fact": "{fact} ({note})",
    "paper.clause": "{where}: {quote}",
    "problem.paper_no_rubric": "There is no rubric “{rubric}”. There are: {known}.",
    "problem.paper_no_unit": "No studio is of the unit “{unit}”. There are: {known}.",
    "problem.paper_period": "Period “{period}”: by this rubric the paper is not made for it. Write: {known}.",
    "problem.paper_no_money": "{rubric} has no consequences in money: no payout. Export the review (annual).",
    "problem.paper_open": (
        "{period} has no result to list yet: sheets or decisions are missing for {count} studios, such as {studio}. "
        "Have the sheets signed, or decide in /outcomes."
    ),
    "problem.paper_no_points": "{rubric} has conditions and no points: nothing to rank or to tell. Export the sheets.",
    "problem.paper_ending": "{path}: a payout is Word or Excel. Let the file's name end with .docx or .xlsx.",
    "cli.help.export_summary": "Export the summary: all studios ranked, with verdicts, charts and trends (Excel).",
    "cli.help.export_bulletin": "Export the circular on what was found at all studios (Word).",
    "cli.help.export_payout": "Export what is paid out and taken (.docx: Word, .xlsx: Excel).",
    "cli.help.export_annual": "Export the review of a year or a cycle (Word).",
    "cli.help.of_unit": "Only the studios of this unit.",
}
