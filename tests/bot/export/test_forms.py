"""Papers of applications: forms and packages for applicants, also of a draft; lists and packages for the desk."""

import json
from functools import partial
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from openpyxl import load_workbook

from bot.changes.applying.checks import scheme
from bot.entities import FileEntry, Round, Scope
from bot.store import StoreDesk
from rubrics.application import spots
from tests.bot.export.applied import begun, moved, submitted
from tests.bot.export.scenes import cells, content, documents, package
from tests.bot.walk.scenes import RED, ZHANG
from tests.exports.test_archive import sums_hold
from tests.kit.applications import CRANES, WINDOWS
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

FORM4 = "附件4 辽宁省劳模和职工创新工作室基本情况表"
FORM3 = "附件3 申报材料"
LIST1 = "附件1 辽宁省劳模创新工作室推荐汇总表"
LIST2 = "附件2 辽宁省职工创新工作室推荐汇总表"
NAME = "张建国劳模创新工作室"


async def opened(chat: Chat) -> None:
    """Open the only application in /apply."""
    await chat.say("/apply")
    await chat.tap(f"2026 {NAME}")


async def to_year(chat: Chat, kind: str, year: str = "2026") -> None:
    """Go to the question for the studio of a kind of export."""
    await chat.say("/export")
    await chat.tap(kind)
    if chat.has("大连市推荐申报"):
        await chat.tap("大连市推荐申报")
    await chat.tap(year)


def lines(chat: Chat, name: str) -> list[list[object]]:
    """The rows of a list in which a studio stands."""
    sheet = load_workbook(BytesIO(content(chat, name))).worksheets[0]
    rows: list[list[object]] = [
        [cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)
    ]
    return [row for row in rows if row and isinstance(row[0], int)]


# --- applicants


async def test_a_draft_can_be_taken_away_and_says_that_it_is_one(program: Program, wang: Chat) -> None:
    await begun(program, "王海涛", ZHANG.id)
    await opened(wang)
    await wang.tap("导出…")
    wang.sees("表格：填好的表格和申报材料", "文件名会标明“草稿”", "[表格]", "[材料包（ZIP）]", "[返回]")
    await wang.tap("表格")
    wang.sees("申报表格 · 张建国劳模创新工作室 2026", "已完成，文件 2 个")
    assert documents(wang) == [f"草稿_{FORM3}_{NAME}_2026.docx", f"草稿_{FORM4}_{NAME}_2026.xlsx"]
    held = cells(content(wang, documents(wang)[1]))
    assert {"2024年", "2025年", NAME, "☑技术开发　☑技术攻关　☑技能传授\n□技术协作　□培训服务　□其他"} <= set(
        held.values()
    )
    words = [each.text for each in Document(BytesIO(content(wang, documents(wang)[0]))).paragraphs]
    assert words[1] == f"{NAME}申报材料"
    assert words[-1] == f"介绍视频（5-10分钟）：{CRANES['video.video']}"


async def test_one_press_gives_one_package(program: Program, wang: Chat) -> None:
    await begun(program, "王海涛", ZHANG.id)
    await opened(wang)
    await wang.tap("导出…")
    button = wang.button("材料包")
    await wang.tap(button)
    await wang.tap(button)
    assert documents(wang) == [f"草稿_申报材料_{NAME}_2026.zip"]


async def test_a_package_holds_papers_conditions_files_and_checksums(program: Program, wang: Chat) -> None:
    application = await begun(program, "王海涛", ZHANG.id)
    await wang.say("/apply")
    for key, caption in (("gate.2.1.a", "荣誉证书"), ("outline.一.3", "实训区")):
        await wang.forge(f"ya:o:{application}:{await _place(program, application, key)}")
        await wang.photo(caption=caption)
        await wang.document(name="设备台账.pdf")
    await submitted(program, "王海涛", application)
    await opened(wang)
    await wang.tap("导出…")
    wang.does_not_see("草稿")
    await wang.tap("材料包")
    made = package(wang, f"申报材料_{NAME}_2026.zip")
    names = made.namelist()
    assert names[:2] == [f"表格/{FORM3}.docx", f"表格/{FORM4}.xlsx"]
    folders = [name.rpartition("/")[0] for name in names[2:-2]]
    assert folders == ["条件2.1 劳模领衔"] * 2 + ["附件 附件3 一.3 创新条件"] * 2
    sums_hold(made)
    page = made.read("index.html").decode()
    assert f">{FORM3}</a>" in page  # the studio's own text, not the outline by which it is written
    for words in (
        "填报 · figure：8 年",
        "领衔人",
        "Led by a model worker",
        "已提交",
        CRANES["video.video"],
        application,
    ):
        assert words in page
    text = Document(BytesIO(made.read(names[0])))
    assert len(text.inline_shapes) == 1
    assert "实训区" in [each.text for each in text.paragraphs]
    assert sha256(made.read(names[1])).hexdigest() in made.read("SHA256SUMS").decode()


async def _place(program: Program, application: str, key: str) -> int:
    """The number of a place."""
    found = await program.read(lambda desk: desk.applications.get(application))
    assert found
    rubric = await program.read(lambda desk: scheme(desk, found))
    return [spot.key for spot in spots(rubric, found.track)].index(key)


# --- rights


async def test_nobody_takes_away_what_is_not_theirs(
    program: Program, wang: Chat, chen: Chat, two: Chat
) -> None:
    """A draft is its applicants' alone; of what is handed in nobody sees more than their scope."""
    other = await program.person("韩红", "leader", Scope(kind="studio", key=RED.id))
    mine = await begun(program, "王海涛", ZHANG.id)
    await other.say("/apply")
    await other.forge(f"yf:v:{mine}:export")
    other.hears("不在您的权限内")
    await other.forge(f"yf:e:{mine}:w")
    other.hears("不在您的权限内")
    await chen.say("/export")
    await chen.tap("申报材料包")
    await chen.tap("2026")
    chen.sees("2026 年还没有可导出的申报")
    await chen.forge(f"ex:s:{ZHANG.id}:application:2026")
    chen.hears("张建国工作室 2026 年没有申报")
    await submitted(program, "王海涛", mine)
    await to_year(two, "申报材料包")
    two.sees("2026 年还没有可导出的申报")
    await two.forge(f"ex:s:{ZHANG.id}:application:2026")
    two.hears("不在您的权限内")
    await two.forge("ex:a::application:2026")
    two.hears("2026 年还没有提交的申报")
    await to_year(other, "申报表格")
    await other.forge(f"ex:s:{ZHANG.id}:forms:2026")
    other.hears("不在您的权限内")
    stranger = program.stranger("路人")
    await stranger.say("/export")
    await stranger.say("/apply")
    assert not any(documents(each) for each in (other, chen, two, stranger))


async def test_readers_and_coordinators_have_what_is_handed_in(
    program: Program, wang: Chat, zheng: Chat, chen: Chat
) -> None:
    mine = await begun(program, "王海涛", ZHANG.id)
    await submitted(program, "王海涛", mine)
    for who in (zheng, chen):
        await to_year(who, "申报材料包")
        who.sees("选择工作室（1 个可导出）")
        await who.tap(ZHANG.name)
        assert documents(who) == [f"申报材料_{NAME}_2026.zip"]
    await to_year(chen, "申报表格")
    await chen.tap(ZHANG.name)
    assert documents(chen)[-1] == f"{FORM4}_{NAME}_2026.xlsx"


# --- the desk


async def test_all_applications_of_a_year_come_in_one(program: Program, wang: Chat, chen: Chat) -> None:
    await program.person("韩红", "leader", Scope(kind="studio", key=RED.id))
    first = await begun(program, "王海涛", ZHANG.id)
    second = await begun(program, "韩红", RED.id, WINDOWS, track="staff", called="李红梅职工创新工作室")
    await submitted(program, "王海涛", first)
    await to_year(chen, "申报材料包")
    chen.sees("[全部 1 个]")
    await submitted(program, "韩红", second)
    await to_year(chen, "申报材料包")
    await chen.tap("全部 2 个")
    made = package(chen, "申报材料_全部工作室_2026.zip")
    names = made.namelist()
    assert [name[2:] for name in names] == [
        f" 申报材料_{NAME}_2026.zip",
        " 申报材料_李红梅职工创新工作室_2026.zip",
    ]
    for name in names:
        sums_hold(ZipFile(BytesIO(made.read(name))))
    page = ZipFile(BytesIO(made.read(names[1]))).read("index.html").decode()
    assert "领衔人为市级先进生产者，正在申报市五一劳动奖章" in page
    assert "线下报送 · handed in on a disk" in page


async def test_lists_hold_those_that_are_recommended(program: Program, wang: Chat, zheng: Chat) -> None:
    await program.person("韩红", "leader", Scope(kind="studio", key=RED.id))
    first = await begun(program, "王海涛", ZHANG.id)
    second = await begun(program, "韩红", RED.id, WINDOWS, track="staff", called="李红梅职工创新工作室")
    await submitted(program, "王海涛", first)
    await to_year(zheng, "推荐汇总表")
    zheng.sees("2026 年还没有可导出的申报。提交后有材料，推荐、入选后有汇总表")
    await zheng.forge("ex:a::recommendation:2026")
    zheng.hears("2026 年还没有推荐的工作室")
    await moved(program, first, "recommended")
    await moved(program, second, "visited")
    await to_year(zheng, "推荐汇总表")
    await zheng.tap("全部 2 个")
    zheng.sees("已完成，文件 2 个")
    assert documents(zheng) == [f"{LIST1}_2026.xlsx", f"{LIST2}_2026.xlsx"]
    assert lines(zheng, f"{LIST1}_2026.xlsx") == [
        [1, NAME, "一矿", "张建国", "2010年辽宁省劳动模范；2015年全国劳动模范"]
    ]
    assert lines(zheng, f"{LIST2}_2026.xlsx") == [
        [1, "李红梅职工创新工作室", "二矿", "红旗工", "2017年大连市先进生产者"]
    ]
    # A reader takes away a copy: nobody filled it in by that.
    assert {"填表单位（盖章）：", "填表日期：　　年　　月　　日", "填表人："} <= written(zheng, LIST2)
    zheng.sees("没有填，请手填：填表单位（盖章）、填表日期、单位负责人、填表人、联系电话（手机）")


def written(chat: Chat, name: str) -> set[object]:
    """What stands in the newest list of a name."""
    return set(cells(content(chat, f"{name}_2026.xlsx")).values())


async def test_a_list_says_who_filled_it_in_and_what_is_left_to_the_hand(
    program: Program, two: Chat, mary: Chat
) -> None:
    """Honours that annex 4 leaves open are the leader's in the standing file; nobody else's are."""
    await program.person("韩红", "leader", Scope(kind="studio", key=RED.id))
    bare = {key: said for key, said in WINDOWS.items() if not key.endswith("leader-honour")}
    found = await begun(program, "韩红", RED.id, bare, track="staff", called="李红梅职工创新工作室")
    await moved(program, found, "recommended")
    await to_year(two, "推荐汇总表")
    await two.tap("全部 1 个")
    assert {"填表单位（盖章）：二矿", "填表日期：2026年1月5日", "填表人：钱主任", "单位负责人："} <= written(
        two, LIST2
    )
    two.sees("没有填，请手填：单位负责人、联系电话（手机）\n荣誉基础空着的有 1 个：李红梅职工创新工作室")

    for number, (name, whom, on) in enumerate(
        (
            ("2019年全国劳动模范", "红旗 工、李四", "2019-04-28"),
            ("市五一劳动奖章", "红旗工", "2017-05-01"),
            ("市工人先锋号", "液压班", "2018-05-01"),
            ("省创新奖", "", "2016-05-01"),
        )
    ):
        entry = FileEntry(
            id=f"honour{number:06d}", studio=RED.id, kind="honours", name=name, on=on, by=program._id("韩红"), at=1,
            changed=1, details=json.dumps({"whom": whom} if whom else {}, ensure_ascii=False),
        )  # fmt: skip
        await program._store.write(partial(_kept, entry))
    await mary.say("/export")
    await mary.tap("List of recommended")
    await mary.tap("2026")
    await mary.tap("All 1")
    name = f"{LIST2}_2026.xlsx"
    assert lines(mary, name)[0][-1] == "2017年市五一劳动奖章、2019年全国劳动模范"
    assert "填表人：Mary" in written(mary, LIST2)
    mary.sees(
        "Left open, to be written by hand: Head of the unit, Telephone (mobile)\n"
        "Honours of the leader is from the standing file, please check: 李红梅职工创新工作室"
    )


def _kept(entry: FileEntry, desk: StoreDesk) -> None:
    desk.registers.put(entry, None)


async def test_the_final_list_stands_by_rank_and_warns_of_too_many(program: Program, chen: Chat) -> None:
    """Places bind the city's list: what is in part of it, or only recommended, is never too many."""
    made = []
    for number, rank in ((3, "2"), (4, "1"), (5, "")):
        await program.add(studio(f"第{number}工作室", "三矿", number))
        name = f"领衔{number}"
        await program.person(name, "leader", Scope(kind="studio", key=f"studio{number:07d}"))
        made.append(await begun(program, name, f"studio{number:07d}", called=f"第{number}室"))
        await moved(program, made[-1], "selected" if rank else "visited", rank)
    given = Round(rubric="dalian-2019", year=2026, quotas=("model=1",), by=program._id("陈主任"), at=0)
    await program._store.write(lambda desk: desk.applications.put_round(given))
    await to_year(chen, "拟推荐汇总表")
    await chen.tap("全部 2 个")
    final = f"拟推荐_{LIST1}_2026.xlsx"
    assert [row[1] for row in lines(chen, final)] == ["第4室", "第3室"]
    assert "▲ 已列 2 个，超过名额 1 个" in cells(content(chen, final)).values()
    await chen.say("/export")
    await to_year(chen, "推荐汇总表")
    await chen.tap("全部 3 个")
    listed = f"{LIST1}_2026.xlsx"
    assert [row[1] for row in lines(chen, listed)] == ["第3室", "第4室", "第5室"]
    assert not any("▲" in str(each) for each in cells(content(chen, listed)).values())
    third = await program.person("孙主任", "coordinator", Scope(kind="unit", key="三矿"))
    await to_year(third, "拟推荐汇总表")
    await third.tap("全部 2 个")
    assert not any("▲" in str(each) for each in cells(content(third, final)).values())
    await moved(program, made[0], "withdrawn")
    await to_year(chen, "拟推荐汇总表")
    await chen.tap("全部 1 个")
    assert [row[1] for row in lines(chen, final)] == ["第4室"]


async def test_in_english(program: Program, wang: Chat, mary: Chat) -> None:
    mine = await begun(program, "王海涛", ZHANG.id)
    await submitted(program, "王海涛", mine)
    await mary.say("/export")
    await mary.tap("Application package")
    mary.sees("Choose the year")
    await mary.tap("2026")
    await mary.tap(ZHANG.name)
    assert documents(mary) == [f"application_{NAME}_2026.zip"]
    assert package(mary, documents(mary)[0]).namelist()[0].startswith("forms/附件3")
