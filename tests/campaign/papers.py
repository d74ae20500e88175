"""What the papers of a campaign say, read back from the files."""

from dataclasses import replace
from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from bot.clock import to_ms
from bot.entities import Scope
from bot.reports import notices, summary
from bot.reports.papers import Asked
from bot.store import StoreDesk
from rubrics.periods import Period
from tests.kit.program import Program


async def drawn(program: Program, rubric: str, period: str) -> dict[str, bytes]:
    """The papers of a period as files."""
    asked = Asked(rubric, Period.parse(period), (Scope(kind="all"),), "")
    now = to_ms(program.clock.now())

    def draw(desk: StoreDesk) -> dict[str, bytes]:
        return {
            "summary": summary.render(desk, asked, now, program.paper),
            "payout": notices.render_payout(desk, asked, now, program.paper, workbook=True),
            "circular": notices.render_bulletin(
                desk, replace(asked, period=asked.period.split("month")[-1]), now, program.paper
            ),
        }

    return await program.read(draw)


def table(content: bytes, tab: str) -> list[dict[str, object]]:
    """The rows of a tab by the words of its header, the line in which the studios' column is named."""
    sheet = load_workbook(BytesIO(content), data_only=True)[tab]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(number for number, row in enumerate(rows) if "工作室" in row)
    return [dict(zip(map(str, rows[at]), row, strict=True)) for row in rows[at + 1 :]]


def words(content: bytes) -> str:
    """The text of a Word file with its tables."""
    made = Document(BytesIO(content))
    rows = ("\t".join(cell.text for cell in row.cells) for table in made.tables for row in table.rows)
    return "\n".join([*(each.text for each in made.paragraphs), *rows])
