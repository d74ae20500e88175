"""Workbooks of studios for the scripts: what the bot hands out, changed cell by cell, and tables of one's own."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.kit.chat import Chat

HEAD = (
    "工作室名称",
    "所在单位",
    "领衔人",
    "级别",
    "命名日期",
    "命名单位",
    "类型 tongliao-2020",
    "年度经费 2026（元）",
    "团队成员",
)
GOOD = (
    "春雷工作室",
    "三矿",
    "雷春",
    "市级",
    "2024-05-01",
    "市总工会",
    "技能",
    "30000",
    "雷春（市劳模）；李四",
)


def book(
    *rows: Sequence[Any], head: Sequence[str] = HEAD, change: Callable[[Any], None] | None = None
) -> bytes:
    """A workbook with a header and rows; `change` may spoil the sheet."""
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (head, *rows):
        sheet.append(list(row))
    if change:
        change(sheet)
    return saved(made)


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook with its first sheet changed."""
    made = load_workbook(BytesIO(data))
    change(made.worksheets[0])
    return saved(made)


def saved(made: Any) -> bytes:
    """The bytes of a workbook."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


async def exported(who: Chat) -> bytes:
    """Press [导出 Excel] in the list; gives the workbook that comes."""
    await who.say("/studios")
    await who.tap("Export Excel" if who.has("Export Excel") else "导出 Excel")
    return who.sheet_file()


async def sent(who: Chat, data: bytes, name: str = "名单.xlsx") -> None:
    """Send a workbook to the list."""
    await who.say("/studios")
    await who.document(data, name)
