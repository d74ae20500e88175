"""Signed sheets that the scripts contest."""

from io import BytesIO

from openpyxl import load_workbook

from bot.entities import Appeal, Assessment
from bot.reports import score_sheet
from bot.reports.verify import verify
from bot.store import StoreDesk
from tests.bot.walk.scenes import NORTHWEST_44, ZHANG, northwest, sign
from tests.kit.chat import Chat
from tests.kit.program import Program


async def signed_44(li: Chat) -> None:
    """李工 signs December 2025 of 张建国工作室 with 44 points."""
    await northwest(li)
    await li.say(NORTHWEST_44)
    await li.tap("核对并签字")
    if li.has("保留缺项"):
        await li.tap("保留缺项")
        await li.tap("去签字")
        await li.tap("签字")
    else:
        await sign(li)


async def sheet_of(program: Program) -> Assessment:
    """The newest signed sheet of 张建国工作室."""
    (found,) = await program.read(lambda desk: desk.visits.signed_of(ZHANG.id, 1))
    return found


async def appeals_of(program: Program) -> tuple[Appeal, ...]:
    """Its appeals."""
    found = await sheet_of(program)
    return await program.read(lambda desk: desk.appeals.of_assessment(found.id))


async def contest(who: Chat, item: str = "2.2", reason: str = "五月授课签到表在档案柜里") -> None:
    """Write an appeal and file it."""
    await who.say("/appeal")
    await who.tap("西北能化考核 2025-12")
    await who.tap(item)
    await who.say(reason)
    await who.tap("提交申诉")


async def decide(who: Chat, item: str, new: str, why: str) -> None:
    """Decide the open appeal on an item: another score, or none to keep the old one."""
    await who.say("/appeal")
    await who.tap(f"裁定 张建国工作室 {item}")
    await who.tap("改分…" if new else "维持…")
    if new:
        await who.tap(new)
    await who.say(why)
    await who.tap("确认裁定")


async def drawn(program: Program) -> bytes:
    """The signed sheet as it would be drawn now."""
    paper = program.paper

    def draw(desk: StoreDesk) -> bytes:
        (found,) = desk.visits.signed_of(ZHANG.id, 1)
        return score_sheet.render(desk, found, paper)

    return await program.read(draw)


async def state_of(program: Program, content: bytes) -> str:
    """What verification says of a workbook."""
    paper = program.paper
    return (await program.read(lambda desk: verify(desk, content, paper))).state


def changed_cell(content: bytes, old: str, new: str) -> bytes:
    """The workbook with other words in the cells that hold these."""
    book = load_workbook(BytesIO(content))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and old in cell.value:
                    cell.value = cell.value.replace(old, new)
    made = BytesIO()
    book.save(made)
    return made.getvalue()
