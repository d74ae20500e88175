"""Ten applications by the scheme of Dalian, from handing in to the province: who is on which list, in which order.

Three are typed in place by place, the others are put in as they would be then. Places are set small:
3 and 2. What must come out was worked out by hand:

    track  studio  score  what happens                              recommended  selected   handed in
    model  甲一    92.5                                             3            1          1
    model  甲二    90     an objection to it is upheld              1            2          -
    model  甲三    88     tie across the line, 甲四 goes first      4            -          -
    model  甲四    88                                               2            3          2
    model  甲五    80                                               5            -          -
    model  甲六    -      withdrawn after it was recommended        -            -          -
    staff  乙一    85                                               3            2          2
    staff  乙二    91                                               1            1          1
    staff  乙三    79                                               4            -          -
    staff  乙四    70     sent back once and completed              2            -          -

Those recommended stand by unit and name (even ones are of 船厂, odd ones of 重工), those selected by rank.
"""

from collections.abc import Mapping
from io import BytesIO

from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.entities import Scope
from tests.bot.applications.scenes import DALIAN, got, to_round
from tests.bot.applications.typed import typed
from tests.bot.export.applied import begun
from tests.bot.export.scenes import content, documents, package
from tests.exports.test_forms import beside
from tests.kit.applications import CRANES, WINDOWS
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

NAMES = ("甲一", "甲二", "甲三", "甲四", "甲五", "甲六", "乙一", "乙二", "乙三", "乙四")
SCORES = {
    "甲一": "92.5", "甲二": "90", "甲三": "88", "甲四": "88", "甲五": "80",
    "乙一": "85", "乙二": "91", "乙三": "79", "乙四": "70",
}  # fmt: skip
ANNEX_1 = "附件1 辽宁省劳模创新工作室推荐汇总表_2026.xlsx"
ANNEX_2 = "附件2 辽宁省职工创新工作室推荐汇总表_2026.xlsx"
TYPED = ("甲一", "甲四", "乙二")
"""Long and many, and short and few."""
TRACKS = {"model": "辽宁省劳模创新工作室", "staff": "辽宁省职工创新工作室"}
Ids = dict[str, str]


async def handed_in(program: Program) -> tuple[Ids, dict[str, Chat]]:
    """Ten leaders fill in ten applications and hand them in."""
    ids, chats = {}, {}
    for number, name in enumerate(NAMES, 1):
        place = studio(f"{name}工作室", "重工" if number % 2 else "船厂", number + 10)
        await program.add(place.model_copy(update={"leader": f"{name}师傅"}))
        chat = chats[name] = await program.person(f"{name}师傅", "leader", Scope(kind="studio", key=place.id))
        answers = dict(CRANES if name[0] == "甲" else WINDOWS)
        answers["basic-facts.leader-honour"] = f"{2010 + number}年大连市劳动模范"
        if name == "乙四":
            del answers["outline.三.1"]
        if name in TYPED:
            ids[name] = await filled_in(program, chat, name, answers)
        else:
            track = "model" if name[0] == "甲" else "staff"
            called = f"{name}创新工作室"
            ids[name] = await begun(program, f"{name}师傅", place.id, answers, track=track, called=called)
            await chat.say("/apply")
            await chat.tap(f"2026 {called}")
        await chat.tap("提交…")
        await chat.tap("提交")
        assert (await got(program, ids[name])).state == "submitted"
    return ids, chats


async def filled_in(program: Program, chat: Chat, name: str, answers: Mapping[str, str]) -> str:
    """A leader fills in an application in the chat: what is kept is what was typed, no more and no less."""
    rubric = await program.read(
        lambda desk: next(each for each in desk.library.current() if each.id == DALIAN)
    )
    track = "model" if name[0] == "甲" else "staff"
    await chat.say("/apply")
    await chat.tap("新建申报…")
    await chat.tap("大连市推荐申报")
    await chat.tap("2026")
    await chat.tap(TRACKS[track])
    await chat.say(f"{name}创新工作室")
    await typed(chat, rubric, track, answers, {"outline.一.3": "实训区"})
    chat.sees("78/78")
    await chat.tap("返回申报")
    called = f"name = '{name}创新工作室'"
    ((application,),) = program.rows(f"select id from applications where {called}")  # noqa: S608 - names of ours
    kept = dict(await program.read(lambda desk: desk.applications.answers(application)))
    del kept["files.outline.一.3"]
    assert kept == answers
    return str(application)


async def places(who: Chat, track: str, count: int) -> None:
    """Set the places of a track."""
    await to_round(who)
    await who.tap(TRACKS[track])
    await who.tap("名额…")
    await who.say(str(count))
    who.sees(f"名额：{TRACKS[track]} {count}")


async def opened(who: Chat, application: str) -> None:
    """Open one application at the desk."""
    await to_round(who)
    await who.forge(f"qa:o:{application}")


async def decided(who: Chat, step: str, count: int, said: str) -> None:
    """Take one step with all that are ready for it."""
    await to_round(who)
    if not who.has(f"{step}（{count} 份）"):
        await who.tap("成批办理…")
    await who.tap(f"{step}（{count} 份）")
    who.sees(f"{step}：已选 {count}/{count}")
    await who.tap("下一步")
    await who.say(said)
    await who.tap(f"确认{step}")


async def line(who: Chat, track: str, count: int, ahead: str = "") -> None:
    """Draw the line of a track; where scores tie across it, it takes who goes first, and why."""
    await to_round(who)
    await who.tap(track)
    await who.tap("差额遴选…")
    who.sees(f"名额 {count}，")
    if ahead:
        who.sees("2 个并列跨线，只剩 1 个名额")
        assert not who.has("划线…")
        await who.tap(f"□ {ahead} 在前")
    await who.tap("划线…")
    if ahead:
        await who.say("专利多一项")
    await who.say("考核组")
    await who.tap("确认遴选")
    who.sees(f"已入选 {count}")


async def lists(who: Chat, kind: str) -> dict[str, Worksheet]:
    """Export the lists of a kind; returns them by the track's first letter."""
    before = len(documents(who))
    await who.say("/export")
    await who.tap(kind)
    if who.has("大连市推荐申报"):
        await who.tap("大连市推荐申报")
    await who.tap("2026")
    await who.tap("全部")
    made = documents(who)[before:]
    return {
        "甲" if "附件1" in name else "乙": load_workbook(BytesIO(content(who, name))).worksheets[0]
        for name in made
    }


def names(sheet: Worksheet) -> list[str]:
    """The studios of a list in their order, which is that of their numbers."""
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    lines = [row for row in rows if row and isinstance(row[0], int)]
    assert [row[0] for row in lines] == list(range(1, len(lines) + 1))
    for _, name, _, leader, honour in lines:
        number = NAMES.index(str(name)[:2]) + 1
        assert (leader, honour) == (f"{str(name)[:2]}师傅", f"{2010 + number}年大连市劳动模范")
    return [str(row[1])[:2] for row in lines]


def warned(sheet: Worksheet) -> str:
    """The warning on a list; empty where it has none."""
    cells = (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    return next((cell for cell in cells if "▲" in cell), "")


async def recommended(program: Program, chen: Chat, ids: Ids, chats: dict[str, Chat]) -> None:
    """All are recommended; one is sent back and comes in again, one is withdrawn by its applicant."""
    program.pass_time(days=3)
    await opened(chen, ids["乙四"])
    await chen.tap("退回补正…")
    while not chen.has("创新业绩"):
        await chen.tap("下一页")
    await chen.tap("创新业绩")
    await chen.tap("选好了（1 项）")
    await chen.say("请补创新业绩")
    await chen.tap("确认退回补正")
    chat = chats["乙四"]
    await chat.say("/apply")
    await chat.tap("2026 乙四创新工作室")
    chat.sees("要补正", "创新业绩", "“请补创新业绩”")
    await chat.tap("继续填写")
    await chat.say("梳理流程12项，等候时间减半。")
    await chat.tap("返回申报")
    await chat.tap("提交…")
    await chat.tap("提交")
    await decided(chen, "推荐", 10, "各区市县工会 区工发〔2026〕1号")
    chat = chats["甲六"]
    await chat.say("/apply")
    await chat.tap("2026 甲六创新工作室")
    await chat.tap("撤回…")
    await chat.tap("撤回")
    assert (await got(program, ids["甲六"])).state == "withdrawn"


async def selected(program: Program, chen: Chat, ids: Ids) -> None:
    """Examined, visited with their scores, and the line drawn; a tie asks who goes first."""
    program.pass_time(days=4)
    await decided(chen, "初审", 9, "市总经济部")
    program.pass_time(days=8)
    for name, score in SCORES.items():
        await opened(chen, ids[name])
        await chen.tap("实地考核…")
        await chen.say(score)
        await chen.say("考核组")
        await chen.tap("确认实地考核")
        chen.sees(f"{score} 分 考核组")
    program.pass_time(days=6)
    await line(chen, TRACKS["model"], 3, "甲四创新工作室")
    await line(chen, TRACKS["staff"], 2)


async def published(program: Program, chen: Chat, ma: Chat, ids: Ids) -> None:
    """The public notice, an objection that is upheld by another person, and what it leads to."""
    program.pass_time(days=2)
    await to_round(chen)
    await chen.tap("成批办理…")
    await chen.tap("公示（5 份）…")
    await chen.tap("下一步")
    await chen.say("2月3日")
    await chen.tap("确认公示")
    chen.sees("公示中 5")
    program.pass_time(days=2)
    await opened(chen, ids["甲二"])
    await chen.tap("异议（0）")
    await chen.tap("登记异议…")
    await chen.say("职工代表")
    await chen.say("成果不是本室完成的")
    await chen.tap("登记")
    await opened(ma, ids["甲二"])
    await ma.tap("异议（1）")
    await ma.tap("1")
    await ma.tap("成立…")
    await ma.say("查证属实")
    program.pass_time(days=7)
    await opened(chen, ids["甲二"])
    await chen.tap("不予通过…")
    await chen.say("异议成立")
    await chen.say("市总工会")
    await chen.tap("确认不予通过")
    assert (await got(program, ids["甲二"])).state == "rejected"


async def test_ten_applications_from_handing_in_to_the_province(
    program: Program, chen: Chat, ma: Chat, lin: Chat, helen: Chat
) -> None:
    ids, chats = await handed_in(program)
    await places(chen, "model", 3)
    await places(chen, "staff", 2)
    await recommended(program, chen, ids, chats)
    found = await lists(chen, "推荐汇总表")
    assert {track: names(sheet) for track, sheet in found.items()} == {
        "甲": ["甲二", "甲四", "甲一", "甲三", "甲五"],
        "乙": ["乙二", "乙四", "乙一", "乙三"],
    }
    assert not warned(found["甲"])  # places bind the city's own list only

    await selected(program, chen, ids)
    found = await lists(chen, "拟推荐汇总表")
    assert {track: names(sheet) for track, sheet in found.items()} == {
        "甲": ["甲一", "甲二", "甲四"],
        "乙": ["乙二", "乙一"],
    }
    assert not any(warned(sheet) for sheet in found.values())

    await decided(lin, "审定", 5, "市总党组会 大工发〔2026〕3号")
    await published(program, chen, ma, ids)
    await decided(chen, "上报", 4, "市总工会 大工报〔2026〕5号")

    found = await lists(ma, "拟推荐汇总表")
    assert {track: names(sheet) for track, sheet in found.items()} == {
        "甲": ["甲一", "甲四"],
        "乙": ["乙二", "乙一"],
    }
    await places(chen, "model", 1)
    found = await lists(ma, "拟推荐汇总表")
    assert warned(found["甲"]) == "▲ 已列 2 个，超过名额 1 个"
    assert not warned(found["乙"])
    states = {name: (await got(program, each)).state for name, each in ids.items()}
    assert states == {
        "甲一": "reported", "甲二": "rejected", "甲三": "visited", "甲四": "reported", "甲五": "visited",
        "甲六": "withdrawn", "乙一": "reported", "乙二": "reported", "乙三": "visited", "乙四": "visited",
    }  # fmt: skip
    await _seen(chats, helen)


FACTS = {
    "甲一": {"工作室名称": "张建国劳模创新工作室", "创建日期": "2011年3月8日", "成员总数": 18, "2024年": 68, "2025年": 77.5,
           "创新成果": 26, "实用新型": 11, "姓　　名": "张建国", "出生年月": "1968年6月",
           "工作室类型": "☑技术开发　☑技术攻关　☑技能传授\n□技术协作　□培训服务　□其他"},
    "乙二": {"工作室名称": "李红梅职工创新工作室", "创建日期": "2016年5月1日", "成员总数": 9, "2024年": None, "2025年": 3.5,
           "创新成果": 4, "实用新型": "个", "姓　　名": "李红梅", "出生年月": "1980年11月",
           "工作室类型": "□技术开发　□技术攻关　□技能传授\n□技术协作　□培训服务　☑其他"},
}  # fmt: skip
"""What must stand beside the labels of annex 4; the years are the two before the application's."""


async def _seen(chats: dict[str, Chat], helen: Chat) -> None:
    """What is on the phones in the end: where it stands, annex 4 as it was handed in, the lists for a reader."""
    for name, wanted in FACTS.items():
        chat = chats[name]
        await chat.say("/apply")
        await chat.tap(f"2026 {name}创新工作室")
        chat.sees("已上报", "第 1 名", "公示 至 2026-02-03", "大工报〔2026〕5号")
        await chat.tap("导出…")
        await chat.tap("表格")
        assert not any("草稿" in each for each in documents(chat))
        facts = load_workbook(BytesIO(content(chat, documents(chat)[-1])), data_only=True).worksheets[0]
        assert {label: facts[beside(facts, label)].value for label in wanted} == wanted
    chat = chats["乙二"]
    await chat.tap("导出…")
    await chat.tap("材料包")
    made = package(chat, "申报材料_乙二创新工作室_2026.zip")
    assert any("一.3 创新条件/" in name for name in made.namelist())
    text = Document(BytesIO(made.read("表格/附件3 申报材料.docx")))
    assert len(text.inline_shapes) == 1
    assert {"实训区", "介绍视频（5-10分钟）：线下报送"} <= {each.text for each in text.paragraphs}
    page = made.read("index.html").decode()
    for line in (
        "2026-01-26 遴选 第 1 名 考核组",
        "2026-01-28 公示 至 2026-02-03",
        "2026-02-06 上报 市总工会 大工报〔2026〕5号",
    ):
        assert f"<li>{line}</li>" in page
    chat = chats["甲三"]
    await chat.say("/apply")
    await chat.tap("2026 甲三创新工作室")
    await chat.tap("导出…")
    await chat.tap("材料包")
    page = package(chat, "申报材料_甲三创新工作室_2026.zip").read("index.html").decode()
    assert "<dd>未入选</dd>" in page
    assert "专利多一项" not in page  # why others go first is not theirs to read
    await helen.say("/export")
    await helen.tap("List of selected")
    await helen.tap("2026")
    await helen.tap("All")
    assert documents(helen) == [f"selected_{ANNEX_1}", f"selected_{ANNEX_2}"]
