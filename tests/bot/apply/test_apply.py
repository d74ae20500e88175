"""/apply: begin, answer, check, hand in; resumed after two weeks and a restart; in both languages."""

from bot.changes.applying.checks import scheme
from bot.changes.applying.files import FILES
from bot.entities import Application, ApplicationStep, Round, Scope
from bot.store import StoreDesk
from rubrics.application import spots
from tests.bot.apply.scenes import begin, conditions
from tests.kit.chat import Chat
from tests.kit.program import Program

HEAD = ("大连港工会", "王海涛", "0411-82781234")
UNTIL_TYPE = ("张建国工作室", "2012-05-05", "一矿", "大连市总工会", "液压", "2015年6月1日")
FIGURES = (
    *("12人", "3.5", "企业拨款", "45000元", "企业拨款"),
    *("5", "3", "2", "1", "0", "0", "1", "2"),
    *("100", "50.5", "0"),
)
"""From the members to the first year's savings in dollars."""


async def only(program: Program) -> Application:
    """The one application that there is."""
    ((application,),) = program.rows("select id from applications")
    found = await program.read(lambda desk: desk.applications.get(str(application)))
    assert found is not None
    return found


async def answers(program: Program) -> dict[str, str]:
    """Everything that was answered."""
    found = await only(program)
    return dict(await program.read(lambda desk: desk.applications.answers(found.id)))


async def test_a_whole_application_from_the_first_question_to_handing_in(
    program: Program, wang: Chat
) -> None:
    """Conditions, annex 4 with its figures by year, a table, a sum that differs, a restart after two weeks."""
    await wang.say("/apply")
    wang.sees("还没有申报")
    await begin(wang)
    wang.sees("张建国工作室", "大连市推荐申报", "填写中", "申报条件　0/13　缺 13")
    await conditions(wang)
    wang.sees("工作室概况", "建立的背景及意义", "14/")
    await wang.say("1998 年建立，\n以液压为主。")
    await wang.tap("返回申报")
    wang.sees("申报条件　13/13\n")
    await wang.tap("附件4")
    for text in (*HEAD, *UNTIL_TYPE):
        await wang.say(text)
    wang.sees("工作室类型")
    await wang.tap("□ 技术攻关")
    await wang.tap("□ 技能传授")
    wang.sees("现在：技术攻关、技能传授")
    await wang.tap("下一项")

    await _after_two_weeks(program, wang)
    await wang.tap("返回申报")
    await wang.tap("检查")
    wang.sees("还缺 3 项", "领衔人：姓名：还没有填", "写的是 160，相加是 150.5")
    await wang.tap("介绍视频")
    wang.sees("请发网址，或发“线下报送”")
    await wang.say("线下报送")
    await wang.tap("返回申报")
    await wang.tap("检查")
    await wang.tap("领衔人：姓名")
    await wang.say("张建国")
    await wang.tap("检查")
    await wang.tap("领衔人：联系电话")
    await wang.say("139 1234 5678")
    await wang.tap("返回申报")
    await wang.tap("检查")
    wang.sees("必填的都填好了，可以提交。1 处请再看看", "写的是 160，相加是 150.5")
    await wang.tap("返回")
    await _handed_in(wang)
    assert any("联系电话：1391234" in str(each.get("text")) for each in wang.phone.messages)
    found, said = await only(program), await answers(program)
    assert (found.state, found.submitted is not None, found.track) == ("submitted", True, "model")
    assert said["basic-facts.fund-1"] == "4.5"
    assert said["basic-facts.type"] == "技术攻关、技能传授"
    assert said["basic-facts.named-on"] == "2015-06-01"
    assert said["basic-facts.key-members.1.title"] == "高级技师"
    assert said["outline.一.1"] == "1998 年建立，\n以液压为主。"
    assert said["gate.2.3.a"] == "3"
    assert "1998" not in str(program.rows("select payload from history"))


async def _after_two_weeks(program: Program, wang: Chat) -> None:
    """The next message answers the question that was open; the figures, a sum, one row of the table."""
    await program.stop()
    program.pass_time(days=14)
    await program.start()

    await wang.say("12人")
    wang.sees("经费投入：投入金额（2024 年）")
    for text in FIGURES[1:]:
        await wang.say(text)
    wang.sees("经济效益：合计（2024 年）", "各项相加：150.5")
    await wang.say("160")
    for _ in range(100):
        if wang.has("再加一行") or wang.has("加一行"):
            break
        await wang.tap("跳过")
    wang.sees("工作室骨干成员情况", "还没有行")
    await wang.tap("加一行")
    await wang.say("王强")
    await wang.tap("男")
    await wang.say("1978")
    await wang.tap("跳过")
    await wang.say("高级技师")


async def _handed_in(wang: Chat) -> None:
    """Read it, see the sum that differs, hand it in all the same."""
    await wang.tap("预览")
    wang.sees("创建日期：2012-05-05", "经费投入：投入金额（2025 年）：4.5 万元", "1 王强 · 男 · 1978")
    await wang.tap("返回")
    await wang.tap("提交…")
    wang.sees("写的是 160，相加是 150.5", "提交吗")
    await wang.tap("提交")
    wang.hears("已提交")
    wang.sees("已提交", "[预览]", "[撤回…]")
    assert not wang.has("继续填写")


async def test_in_english(program: Program, anna: Chat) -> None:
    """A level of Tongliao's creation is applied for: a floor too small passes with its reason."""
    await anna.say("/apply")
    anna.sees("None yet")
    await anna.tap("New application…")
    await anna.tap("Tongliao opinions on")
    await anna.tap("2026")
    anna.sees("What is applied for?", "[creation by the unit]", "[application to the city]")
    await anna.tap("application to the county")
    await anna.say("Zhang Jianguo studio")
    anna.sees(
        "Zhang Jianguo studio", "being filled in", "Kind: application to the county", "Conditions  0/13"
    )
    await anna.tap("Go on")
    for answer in ("Yes", 6, "Yes", "Yes"):
        await _answered(anna, answer)
    anna.sees("Floor space", "Should be met")
    await anna.say("20")
    anna.sees("Not met: please send the reason")
    await anna.say("A new hall opens in May")
    anna.sees("Now: 20 平方米 A new hall opens in May")
    await anna.tap("Next")
    for answer in ("Yes", "Yes", "Yes", "Yes", "Yes", 2):
        await _answered(anna, answer)
    await anna.tap("Does not apply")
    await anna.tap("Check")
    anna.sees("1 missing", "8.1 Well made and at work: not answered")
    await anna.tap("Previous" if anna.has("Previous") else "Well made")
    await anna.tap("Yes")
    anna.sees("Nothing is missing")
    await anna.tap("Back")
    await anna.tap("Hand in…")
    await anna.tap("Hand in")
    anna.hears("Handed in")
    assert (await only(program)).state == "submitted"
    said = await answers(program)
    assert (said["gate.3.2.a"], said["gate.7.2.a"]) == ("20 A new hall opens in May", "na")


async def _answered(chat: Chat, answer: str | int) -> None:
    if isinstance(answer, int):
        await chat.say(str(answer))
        await chat.tap("Next")
    else:
        await chat.tap(answer)


async def test_rows_are_added_and_taken_out(program: Program, wang: Chat) -> None:
    """What is below moves up; the second press of the same button takes nothing more."""
    await begin(wang)
    application = (await only(program)).id
    table = await _table(program, application)
    await wang.forge(f"ya:o:{application}:{table}")
    for name in ("王强", "李四", "赵五"):
        await wang.tap("加一行")
        await wang.say(name)
        await wang.forge(f"ya:o:{application}:{table}")
    wang.sees("3 赵五")
    gone = wang.button("删第 2 行")
    await wang.tap(gone)
    wang.sees("2 赵五")
    await wang.tap(gone)
    wang.hears("申报刚被改过")
    said = await answers(program)
    assert [said.get(f"basic-facts.key-members.{row}.name") for row in (1, 2, 3)] == ["王强", "赵五", None]


async def _table(program: Program, application: str) -> int:
    found = await program.read(lambda desk: desk.applications.get(application))
    assert found is not None
    rubric = await program.read(lambda desk: scheme(desk, found))
    return next(at for at, spot in enumerate(spots(rubric, found.track)) if spot.table)


async def test_conditions_keep_it_from_being_handed_in(program: Program, wang: Chat) -> None:
    """A soft one passes with a reason, a hard one does not; a figure below the least is not met."""
    await begin(wang)
    for _ in range(3):
        await wang.tap("申报条件") if wang.has("申报条件") else await wang.tap("是")
    await wang.tap("是")
    wang.sees("劳模领衔", "原则上满足")
    await wang.tap("否")
    wang.sees("▲ 不满足，请发原因")
    await wang.say("2025 年已申报市劳模")
    wang.sees("否 2025 年已申报市劳模")
    assert (await answers(program))["gate.2.1.a"] == "no 2025 年已申报市劳模"
    await wang.tap("下一项")
    await wang.say("两年")
    wang.sees("“两年”不是数")
    await wang.say("1.5")
    wang.sees("▲ 不满足，不能提交")
    await wang.tap("检查")
    wang.sees("2.3 运行2年以上：不满足")
    await wang.tap("返回")
    await wang.tap("提交…")
    wang.hears("还缺")


async def test_photos_belong_to_the_place(program: Program, wang: Chat) -> None:
    await begin(wang)
    await wang.tap("申报条件")
    await wang.photo()
    wang.sees("附件 📷1")
    await wang.album(2)
    wang.sees("附件 📷3")
    said = await answers(program)
    assert len(said[f"{FILES}gate.1.1.a"].split(",")) == 2
    assert program.rows("select count(*) from proof_files") == [(3,)]


async def test_a_unit_applies_and_completes_what_was_sent_back(program: Program) -> None:
    """What was sent back says why, and comes in again after the last day; before that it cannot be touched."""
    unit = await program.person("矿工会", "unit", Scope(kind="unit", key="一矿"))
    await unit.say("/apply")
    await unit.tap("新建申报…")
    await unit.tap("中北大学实施细则")
    await unit.tap("2026")
    await unit.tap("职工（劳模）创新工作室")
    await unit.tap("张建国工作室")
    await unit.tap("继续填写")
    for answer in ("是", "是", "是", 3, "是", "是", "是", "是", "是", 4, 1):
        if isinstance(answer, int):
            await unit.say(f"{answer}")
            await unit.tap("下一项")
        else:
            await unit.tap(answer)
    unit.sees("都填好了")
    await unit.tap("返回")
    await unit.tap("提交…")
    await unit.tap("提交")
    unit.sees("✓ 2026-01-05 申请", "● 初审")
    found = await only(program)
    await unit.forge(f"ya:g:{found.id}:0:no")
    unit.hears("已提交，不能再改")
    await program._store.write(lambda desk: _sent_back(desk, found))
    program.pass_time(days=60)
    await unit.say("/apply")
    await unit.tap("2026 张建国工作室")
    unit.sees("退回补正", "▲ 2026-01-20 退回补正", "“缺制度照片”", "要补正：\n· 8.1", "继续填写")
    await unit.tap("8.1")
    unit.sees("8.1", "现在：", "[下一项]")
    await unit.tap("返回申报")
    await unit.tap("提交…")
    await unit.tap("提交")
    unit.hears("已提交")
    assert (await only(program)).state == "submitted"


def _sent_back(desk: StoreDesk, found: Application) -> None:
    desk.applications.put(found.model_copy(update={"state": "returned", "revision": found.revision + 1}))
    desk.applications.put_round(
        Round(rubric=found.rubric, year=2026, deadline="2026-01-10", by=found.by, at=0)
    )
    desk.applications.step(
        ApplicationStep(
            application=found.id,
            place=0,
            name="returned",
            on="2026-01-20",
            text="gate.8.1.a\n缺制度照片",
            by=found.by,
            at=1,
        )
    )


async def test_it_is_taken_back_and_begun_again(program: Program, wang: Chat) -> None:
    """Begun a second time the one under way is opened; once it is withdrawn there may be another."""
    await begin(wang)
    await begin(wang)
    wang.hears("这份申报已经开始")
    assert len(program.rows("select id from applications")) == 1
    await wang.tap("撤回…")
    wang.sees("撤回吗")
    await wang.tap("撤回")
    wang.hears("已撤回")
    await begin(wang)
    assert sorted(program.rows("select state from applications")) == [("draft",), ("withdrawn",)]


async def test_applications_by_two_schemes_are_told_apart(wang: Chat) -> None:
    """Of one studio and one year the list says by which scheme each is."""
    await begin(wang)
    await wang.say("/apply")
    wang.sees("[2026 张建国工作室 · 填写中]")
    for label in ("新建申报…", "中北大学实施细则", "2026", "职工（劳模）创新工作室", "张建国工作室"):
        await wang.tap(label)
    await wang.say("/apply")
    wang.sees("[2026 大连市推荐申报 · 填写中]", "[2026 中北大学实施细则 · 填写中]")


async def test_words_with_a_condition_and_rows_of_a_table(program: Program, wang: Chat) -> None:
    """What was said in words stays when the same button is pressed again; many rows come in one message."""
    await begin(wang)
    await wang.tap("申报条件")
    await wang.say("是")
    wang.sees("1.2 具体活动")
    await wang.tap("上一项")
    await wang.say("计划见附件，工会2026年1月批准")
    wang.sees("现在：是 计划见附件，工会2026年1月批准")
    await wang.tap("是")
    await wang.tap("上一项")
    wang.sees("现在：是 计划见附件")
    await wang.tap("返回申报")
    await wang.tap("检查")
    await wang.tap("下一页")
    wang.sees("参考提纲：还没有写")
    await wang.tap("返回")
    ((application,),) = program.rows("select id from applications")
    await wang.forge(f"ya:o:{application}:77")
    wang.sees("栏间空一格", "姓名 性别 出生年份")
    await wang.say("王强 男 1980 本科 高级技师 西北能化一矿 组长\n李四\t女\t-\t大专")
    wang.sees("1 王强 · 男 · 1980 · 本科 · 高级技师 · ", "2 李四 · 女 · — · 大专 · — · — · —")
    await wang.say("\n".join(f"队员{letter}" for letter in "甲乙丙丁戊己庚辛壬癸子丑"))
    wang.sees("14 队员丑", "[第 13 行]", "上一页")
    await wang.tap("上一页")
    wang.sees("1 王强", "12 队员癸")
    await wang.tap("删第 3 行")
    await wang.tap("下一页")
    wang.sees("13 队员丑")
