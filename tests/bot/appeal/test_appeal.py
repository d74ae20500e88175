"""An item of a signed sheet is contested, decided by somebody else, and both scores are kept."""

from tests.bot.appeal.scenes import appeals_of, contest, signed_44
from tests.kit.chat import Chat
from tests.kit.program import Program


async def test_from_the_sheet_to_the_decision(program: Program, li: Chat, wang: Chat, chen: Chat) -> None:
    await signed_44(li)
    await wang.say("/appeal")
    wang.sees("西北能化考核 2025-12", "2026-01-12 前可申诉（签字后 7 天）〔建议值〕")
    await wang.tap("西北能化考核 2025-12")
    wang.sees("2.2", "请选择项目")
    await wang.tap("2.2")
    wang.sees("本项 3/10", "请发一段话写明申诉理由")
    await wang.photo(caption="签到表")
    wang.sees("附件 📷1")
    await wang.say("五月授课签到表在档案柜里")
    wang.sees("理由：五月授课签到表在档案柜里", "附件 📷1", "请核对")
    await wang.album(2)
    wang.sees("附件 📷3")
    await wang.tap("提交申诉")
    wang.sees("待裁定（原得分 3）")
    chen.sees("张建国工作室 2025-12 对 2.2", "五月授课签到表在档案柜里", "请裁定")
    li.sees("由未参加评分的人裁定")
    await chen.tap("打开")
    chen.sees("待裁定（原得分 3）", "附件 📷3", "[改分…][维持…]")
    await chen.tap("查看附件")
    assert len([each for each in chen.new_messages() if ".jpg" in each]) == 3
    await chen.tap("改分…")
    await chen.tap("8")
    chen.sees("改分：3 → 8", "总分 44 → 49")
    await chen.say("签到表属实，少一次扣5分不成立")
    chen.sees("裁定理由：签到表属实", "裁定后不能改动")
    await chen.tap("确认裁定")
    for who in (wang, li):
        who.sees("申诉裁定：改分", "得分 3 → 8", "总分 44 → 49", "裁定人 陈主任：签到表属实")
    (appeal,) = await appeals_of(program)
    assert (appeal.old, appeal.new, appeal.state) == ("3", "8", "changed")
    await li.say("/sheet")
    li.sees("2.2 3 → 8（总分 44 → 49）陈主任 2026-01-05", "申诉后总分 49（签字时 44）")


async def test_it_is_kept_with_a_reason(program: Program, li: Chat, wang: Chat, zhou: Chat) -> None:
    await signed_44(li)
    await contest(wang, "1.1", "档案在总部")
    await zhou.say("/appeal")
    zhou.sees("待您裁定 1 件", "1.1")
    await zhou.tap("裁定 张建国工作室 1.1")
    await zhou.tap("维持…")
    await zhou.say("现场未见档案")
    await zhou.tap("确认裁定")
    wang.sees("申诉裁定：维持", "得分 0，维持 0", "现场未见档案")
    (appeal,) = await appeals_of(program)
    assert (appeal.old, appeal.new, appeal.state) == ("0", "0", "kept")
