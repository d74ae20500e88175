"""Conditions without points: met, not met, not applicable, or a figure measured; and the forms of a sheet."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.bot.walk.scenes import ZHANG, kinds, open_item, sign
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]


async def test_conditions_one_tap_each(program: Program, li: Chat) -> None:
    """符合 goes on to the next; the way ends at the check, and the result counts conditions."""
    await kinds(program, li, form="创建条件")
    li.at("7.1")
    li.sees("1/4 ▰▰▱▱▱▱▱▱ · 必备条件", "本项 ○ 未看", "条件 0/4 符合 · 不符合 0 · 未看 4")
    await li.tap("✓ 符合，下一项")
    li.at("7.2")
    await li.say("28")
    li.sees("实测 28 ㎡，要求 ≥ 25 ㎡ ✓")
    await li.tap("✓ 符合，下一项")
    li.at("7.3")
    await li.say("7")
    await li.tap("✓ 符合，下一项")
    li.sees("尚未被命名", "· 排除条件")
    await li.tap("✓ 符合，去核对")
    li.sees("条件 4/4 符合 · 全部通过", "▲ 备查材料未见 1 项：7.2")
    await sign(li)
    li.sees("✓ 已签字", "条件 4/4 符合 · 全部通过")
    li.does_not_see("总分")
    captions = [message.get("caption", "") for message in li.phone.messages]
    assert any("条件 4/4 符合 · 校验码" in caption for caption in captions)


async def test_the_figure_decides(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """A number sent while the card is open is what was measured; a button that says otherwise is refused."""
    await kinds(program, li, form="创建条件")
    await open_item(li, "7.2")
    li.sees("要求 ≥ 25 ㎡；直接发送实测数即可，如 25")
    await li.say("20.5㎡")
    li.sees("实测 20.5 ㎡，要求 ≥ 25 ㎡ ✗", "本项 ✗ 不符合", "✎ 7.2 不符合，请发一句理由")
    with unchanged():
        await li.tap("✓ 符合，下一项")
        li.hears("7.2")
    await li.say("扩建中")
    li.sees("📝 扩建中", "必备条件不符合：7.2")
    await li.say("26 ㎡")
    li.sees("实测 26 ㎡，要求 ≥ 25 ㎡ ✓")
    await li.say("/undo")
    li.sees("已撤销 7.2 的上一次评分。", "实测 20.5 ㎡")
    await li.say("7.1 是")
    await open_item(li, "7.1")
    await li.say("28")
    li.sees("📝 28")


async def test_what_is_only_usual_needs_a_reason(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """一般不少于5人: unmet asks why at once; skipped, it is a gap."""
    await kinds(program, li, form="创建条件")
    await open_item(li, "7.3")
    unmet = li.button("✗ 不符合")
    await li.tap(unmet)
    li.sees("✎ 7.3 不符合，请发一句理由", "[● ✗ 不符合]")
    with unchanged():
        await li.tap(unmet)
    await li.tap("跳过")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.sees("▲ 不符合未写理由 1 项：7.3", "○ 未评 3 项：7.1、7.2、7.4（评完才能签字）")
    await li.say("7.3 否 两人借调")
    li.does_not_see("未写理由")


async def test_the_rest_of_the_conditions_is_met(program: Program, li: Chat) -> None:
    """One confirmation for what nobody has looked at; what is not met stays."""
    await kinds(program, li, form="创建条件")
    await li.tap("✗ 不符合")
    await li.say("制度在修订")
    await li.tap("目录")
    li.sees("创建条件 0/4 符合 · 不符合 1", "✗7.1  ○7.2  ○7.3  ○7.4")
    await li.tap("本节其余都符合…")
    li.sees("确认这些项都达标：7.2、7.3、7.4？")
    await li.tap("确认，以上各项都达标")
    li.sees("创建条件 3/4 符合 · 不符合 1", "⛔ 必备条件不符合：7.1")


async def test_lines_of_conditions(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """是, 否, the figure, n/a only where it is allowed; points belong elsewhere."""
    await kinds(program, li, form="创建条件", variant="院校")
    await li.say("7.1 符合\n7.2 28㎡ 实量\n7.3 4 缺一人\n7.4 met\n7.5 n/a")
    li.sees("✓ 7.1 制度 符合", "✓ 7.2 场地 28 ㎡ · 备注“实量”", "✗ 7.3 人员 4 人", "– 7.5 学历 不适用")
    li.sees("条件 3/4 符合 · 不符合 1")
    with unchanged():
        await li.say("7.1 n/a")
        li.sees("✗ 第 1 行 “7.1 n/a”")
        await li.say("7.2 满")
        li.sees("✗ 第 1 行 “7.2 满”")
        await li.say("1.1 a=4")
        li.sees("1.1 不在这次考核的表中，未记。这次考核的项目见目录。")
    await li.say("/sheet")
    li.sees("✓ 7.2 场地 28㎡", "– 7.5 学历")


async def test_items_of_another_type_are_not_there(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """A company has no condition for schools: not in the contents, not by a line, not by a button."""
    await kinds(program, li, form="创建条件")
    await li.tap("目录")
    assert not li.has("7.5")
    with unchanged():
        await li.say("7.5 是")
        li.sees("7.5 不在这次考核的表中")
        await li.forge(li.button("7.1 ○").data.replace("7.1", "7.5"))
        li.hears("该按钮已失效，未作任何改动。")


async def test_a_forged_condition_changes_nothing(program: Program, li: Chat, unchanged: Unchanged) -> None:
    """Buttons of conditions on items with points, and the other way round."""
    await kinds(program, li, form="创建条件")
    met = li.button("✓ 符合，下一项").data
    with unchanged():
        for forged in (met.replace(":met:", ":maybe:"), met.replace(":7.1:", ":1.1:"), met[:-1] + "x"):
            await li.forge(forged)
            assert li.answer()
        for verb in ("a", "P", "V", "t", "N"):
            await li.forge(met.replace("k:G:", f"k:{verb}:"))
            assert li.answer()


async def test_two_kinds_of_visit_stand_beside_each_other(program: Program, li: Chat) -> None:
    """The month's check and the conditions of the same month are two visits, each with its own items."""
    await kinds(program, li)
    li.at("1.1")
    await li.say("1.1 满")
    await li.say("/assess")
    await li.tap("开始新的考核")
    await li.tap(ZHANG.name)
    await li.tap("规则样表")
    await li.tap("企业")
    li.sees("选择考核期：")
    await li.tap("创建条件")
    li.sees("规则样表 · 创建条件\n选择考核期：")
    await li.tap("2025-12")
    li.at("7.1")
    assert program.rows("select kind from visits order by kind") == [("create",), ("month",)]
    await li.say("/assess")
    await li.tap("开始新的考核")
    await li.tap(ZHANG.name)
    await li.tap("规则样表")
    await li.tap("企业")
    await li.tap("2025-12")
    li.hears("张建国工作室 2025-12 已由 李工 打开考核")
