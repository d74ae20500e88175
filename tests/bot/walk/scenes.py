"""Where the scripts begin, and walks that many of them share."""

from pathlib import Path

from bot.reports.verify import verify
from exports import values
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program, studio

ZHANG = studio("张建国工作室", number=1)
RED = studio("红旗工作室", "二矿", number=2, tongliao="research")

NORTHWEST_44 = """\
1.1 a 未建立物资档案
1.2 a2
1.3 a1b2
1.4 a3 缺三项制度
1.5 b 一季度没有考核记录
2.1 abc1
2.2 a1b1
2.3 满
3.1 b2
3.2 a1b1
3.3 a2b
4.1 满
4.2 a 十二月没有攻关活动
5.1 a1
5.4 a2
"""
"""The fourth worked case: 44, deducted 56, bonus 11."""


async def begin(who: Chat, rubric: str, period: str, studio: str = ZHANG.name) -> None:
    """Open a visit; ends on the card of the first item. Open ones are offered first."""
    await who.say("/assess")
    if who.has("开始新的考核"):
        await who.tap("开始新的考核")
    await who.tap(studio)
    await who.tap(rubric)
    await who.tap(period)


async def northwest(who: Chat, period: str = "2025-12") -> None:
    """Open a visit by the deduct rubric."""
    await begin(who, "西北能化考核", period)


async def tongliao(who: Chat, period: str = "2025 年") -> None:
    """Open a visit by the award rubric."""
    await begin(who, "通辽市考核", period)


async def count(who: Chat, *labels: str) -> None:
    """Enter deductions of an item without a word for each."""
    for label in labels:
        await who.tap(label)
        await who.tap("跳过")


async def sign(who: Chat) -> None:
    """Go from the check of the gaps to the signature."""
    await who.tap("继续")
    await who.tap("去签字")
    await who.tap("签字")


async def agrees(program: Program, who: Chat) -> None:
    """The workbook in the chat says what the database says: figures, evidence, notes, 校验码."""
    account = who.phone.id
    content = who.sheet_file()
    paper = Paper(content)
    person = await program.read(lambda desk: desk.people.by_account(account, 0))
    assert person
    found = await program.read(lambda desk: desk.visits.latest_of(person.id))
    assert found
    figures = await program.read(lambda desk: desk.visits.sheet(found.id))
    assert figures
    assert {item: str(paper.score(item)) for item in figures["items"]} == figures["items"]
    assert str(paper.line("合计")) == figures["total"]
    for piece in await program.read(lambda desk: desk.files.evidence_of(found.id)):
        assert f"证{piece.number}" in paper.words(piece.item)
    for note in await program.read(lambda desk: desk.files.notes_of(found.id)):
        assert note.text in paper.words(note.item)
    assert values.check_code(content).full == found.digest
    assert (await program.read(lambda desk: verify(desk, content, program.paper))).state == "same"


KINDS = Path(__file__).parents[2] / "data" / "rubrics" / "kinds.v1.yaml"
"""A scheme that holds every kind of rule, for companies and schools, with a monthly sheet and one of conditions."""


async def kinds(program: Program, who: Chat, *, form: str = "", variant: str = "企业") -> None:
    """Open a visit by the scheme that holds every kind; ends on the card of its first item."""
    await program.publish(KINDS)
    await who.say("/assess")
    if who.has("开始新的考核"):
        await who.tap("开始新的考核")
    await who.tap(ZHANG.name)
    await who.tap("规则样表")
    await who.tap(variant)
    if form:
        await who.tap(form)
    await who.tap("2025-12")


async def open_item(who: Chat, item: str) -> None:
    """Go to an item through the contents."""
    await who.tap("目录")
    await who.tap(f"{item} ")
    who.at(item)
