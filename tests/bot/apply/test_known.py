"""What the standing file knows is offered in an application and taken over by one press, never by itself."""

from bot.entities import Scope
from tests.bot.apply.scenes import begin, conditions
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program

FILE = (
    "成员 张建国 液压 高级技师 2020-05-01",
    "成员 王强 液压 高级工 2024-05-01 组长",
    "成员 李四 电工 技师 2024-05-01",
    "师徒 李强 王强 液压 2025-10-01 2026-12-31 高级技师 有",
    "师徒 赵六 王强 液压 2025-10-01 2026-12-31 高级工 有",
    "成果 新型液压阀 市级 一等奖 2025-03-01 30万元",
    "专利 一种液压阀 ZL202520123456.7 实用新型 2025-03-01",
    "专利 一种阀座 ZL202520123457.7 发明 2025-03-02",
)


async def filled(wang: Chat) -> None:
    """A standing file with something of every kind; one apprentice has a good month."""
    for line in FILE:
        await wang.say(f"/file {line}")
    await wang.say("/file")
    for button in ("师徒 2", "李强", "月度结果…"):
        await wang.tap(button)
    await wang.say("2025-12 合格")


async def forward(wang: Chat, title: str) -> None:
    """Skip until a place is asked for."""
    for _ in range(60):
        if f"\n{title}" in wang.card():
            return
        await wang.tap("下一项" if wang.has("下一项") else "跳过")
    raise AssertionError(title + "\n" + wang.screen())


async def test_figures_of_the_file_are_offered_one_by_one(program: Program, wang: Chat) -> None:
    """Where each comes from is said; nothing is written before the press."""
    await filled(wang)
    await begin(wang)
    before = program.rows("select count(*) from answers")
    await wang.tap("附件4")
    for title, said, why in (
        ("工作室名称", "张建国工作室", "申报用的名称"),
        ("所在单位", ZHANG.unit, "工作室名单"),
        ("成员总数", "3", "档案在册成员"),
        ("创新成果", "1", "档案中的成果"),
        ("专利类别：实用新型", "1", "档案中的专利"),
        ("获奖等级：地市", "1", "档案中获奖的成果和案例"),
        ("培养人才：总数", "1", "档案中有合格结果的徒弟"),
        ("技术等级：高级技师", "1", "档案中有合格结果的徒弟"),
        ("领衔人：专业/工种", "液压", "档案在册成员"),
    ):
        await forward(wang, title)
        wang.sees(f"可带入：{said}（{why}", f"[带入 {said}]")
    assert program.rows("select count(*) from answers") == before
    await forward(wang, "领衔人：专业/工种")
    await wang.tap("带入 液压")
    wang.hears("已带入")
    await wang.tap("上一项")
    wang.sees("现在：液压")
    assert not wang.has("带入 液压")


async def test_the_key_members_are_taken_over_as_rows(wang: Chat) -> None:
    """Without the leader and without whoever is in the table already."""
    await filled(wang)
    await begin(wang)
    await wang.tap("附件4")
    await forward(wang, "工作室骨干成员情况")
    wang.sees("可带入：王强、李四（档案在册成员，领衔人除外）")
    await wang.tap("带入 2 行")
    wang.sees("1 王强", "2 李四", "组长", "[第 1 行]", "[第 2 行]")
    assert not wang.has("带入 ")


async def test_a_condition_that_measures_gets_its_figure(wang: Chat) -> None:
    """And what was changed since it was shown is not taken over."""
    await filled(wang)
    await wang.say("/apply")
    await wang.tap("新建申报…")
    await wang.tap("通辽市创建")
    await wang.tap("2026")
    await wang.tap("基层创建检查")
    await wang.tap("张建国工作室")
    await wang.tap("申报条件")
    await forward(wang, "2.1 ")
    wang.sees("可带入：3（档案在册成员）")
    button = wang.button("带入 3")
    for name in ("孙七", "周八"):
        await wang.say(f"/file 成员 {name} 电工 技师 2025-01-01")
    await wang.tap(button)
    wang.hears("该按钮已失效")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("申报条件")
    await forward(wang, "2.1 ")
    await wang.tap("带入 5")
    wang.sees("现在：5 人")
    wang.does_not_see("▲")


async def test_other_leaders_and_the_unit_see_it(program: Program, wang: Chat, zhao: Chat) -> None:
    """Whoever of the studio opens /apply goes on with it; others do not."""
    union = await program.person("孙主席", "unit", Scope(kind="unit", key=ZHANG.unit))
    await begin(wang)
    await conditions(wang)
    for who in (zhao, union):
        await who.say("/apply")
        await who.tap("2026 张建国工作室 · 填写中")
        who.sees("申报条件　13/13", "填写中")
    await zhao.tap("继续填写")
    zhao.sees("一.1")


async def test_long_prose_comes_in_several_messages(wang: Chat) -> None:
    """Each is put behind the last one, up to a limit that is told; the preview shows all of it."""
    await begin(wang)
    await conditions(wang)
    wang.sees("一.1")
    await wang.say("甲" * 3000)
    wang.sees("已有 3000 字；再发就接在后面", "一.1")
    await wang.say("乙" * 3000)
    wang.sees("已有 6001 字")
    await wang.say("丙" * 3999)
    wang.sees("10001 字，超过 10000 字，未保存", "已有 6001 字")
    await wang.tap("下一项")
    wang.sees("一.2")
    await wang.tap("返回申报")
    await wang.tap("预览")
    seen = wang.card()
    while wang.has("下一页"):
        await wang.tap("下一页")
        seen += wang.card()
    assert (seen.count("甲"), seen.count("乙")) == (3000, 3000)


async def test_all_that_is_known_on_one_card(program: Program, wang: Chat) -> None:
    """Each by its own press or all open places together; what somebody wrote is not written over by that."""
    await filled(wang)
    await begin(wang)
    await wang.tap("附件4")
    await forward(wang, "成员总数")
    await wang.say("9")
    await wang.say("/apply")
    await wang.tap("2026 张建国工作室")
    await wang.tap("档案可带入")
    wang.sees(
        "工作室名称：张建国工作室（申报用的名称）", "成员总数：3（档案在册成员）", "1 带入 张建国工作室"
    )
    await wang.tap("1 带入 张建国工作室")
    wang.hears("已带入")
    wang.does_not_see("工作室名称：")
    await wang.tap("都带入")
    wang.sees("成员总数：3（档案在册成员）", "[1 带入 3]")
    wang.does_not_see("都带入", "创新成果")
    said = await program.read(
        lambda desk: desk.applications.answers(desk.applications.of_studio(ZHANG.id)[0].id)
    )
    assert said["basic-facts.members"] == "9"
    assert said["basic-facts.results"] == "1"
    assert said["basic-facts.key-members.2.name"] == "李四"
    await wang.tap("1 带入 3")
    wang.sees("档案里没有别的可带入。")
    await wang.tap("返回")
    assert not wang.has("档案可带入")
