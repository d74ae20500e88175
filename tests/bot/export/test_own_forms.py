"""Own forms in the chat: sent, checked with every mistake at once, kept, replaced, filled, taken off the list."""

from tests.bot.appeal.scenes import signed_44
from tests.bot.export.scenes import cells, content, documents, form, package
from tests.bot.export.test_export import signed_red
from tests.bot.walk.scenes import ZHANG, northwest
from tests.kit.chat import Chat
from tests.kit.program import Program

GOOD = form(A1="{{工作室}} {{考核期}}", A2="{{2.2 得分}}", A3="{{总分}}", B3="扣{{扣分}}分", C3="=A3*2")


async def kept(
    who: Chat, data: bytes = GOOD, name: str = "本单位考核表.xlsx", rubric: str = "西北能化考核"
) -> None:
    """Send a form and keep it for a rubric."""
    await who.say("/export")
    await who.tap("自备表格" if who.has("自备表格") else "Own form")
    await who.document(data, name)
    await who.tap(rubric)


async def test_a_form_is_sent_kept_and_filled_for_one_studio(li: Chat, chen: Chat) -> None:
    await signed_44(li)
    await chen.say("/export")
    await chen.tap("自备表格")
    chen.sees("还没有自备表格", "{{2.4 得分}}")
    await chen.document(GOOD, "本单位考核表.xlsx")
    chen.sees("自备表格 · 本单位考核表.xlsx", "标记 5 处", "用于哪个考核标准")
    await chen.tap("西北能化考核")
    chen.hears("已保存")
    await chen.tap("本单位考核表.xlsx")
    await chen.tap("2025-12")
    await chen.tap(ZHANG.name)
    chen.sees("本单位考核表.xlsx · 张建国工作室 2025-12", "已完成")
    found = cells(content(chen, "本单位考核表_张建国工作室_2025-12.xlsx"))
    assert found == {"A1": "张建国工作室 2025-12", "A2": 3, "A3": 44, "B3": "扣56分", "C3": "=A3*2"}


async def test_all_sheets_of_a_period_are_filled_into_one_package(li: Chat, mary: Chat) -> None:
    await signed_44(li)
    await signed_red(li)
    await kept(mary, form(A1="{{studio}}", A2="{{total}}"), "mine.xlsx", "Northwest")
    await mary.tap("mine.xlsx")
    await mary.tap("2025-12")
    await mary.tap("All 2")
    made = package(mary, "mine_all studios_2025-12.zip")
    assert {name: cells(made.read(name))["A2"] for name in made.namelist()} == {
        "mine_张建国工作室_2025-12.xlsx": 44,
        "mine_红旗工作室_2025-12.xlsx": 100,
    }


async def test_every_mistake_is_named_at_once_and_nothing_is_kept(
    program: Program, li: Chat, chen: Chat
) -> None:
    await northwest(li)
    await chen.say("/export")
    await chen.tap("自备表格")
    await chen.document(
        form(A1="{{总分}}", B2="{{2.9 得分}}", C3="{{学校}}", D4="{{2.2 得", E5='="{{total}}"'), "错.xlsx"
    )
    chen.sees(
        "4 处需要改正",
        "考核表!B2 · “2.9 得分”：考核标准没有这一项 · 可写 {{2.1 得分}}、{{2.2 得分}}、{{2.3 得分}}",
        "考核表!C3 · “学校”不认识",
        "考核表!D4 · 标记没有写完整",
        "考核表!E5 · 标记写在公式里",
    )
    chen.does_not_see("用于哪个考核标准")
    assert not await program.read(lambda desk: desk.own_forms.all())
    await chen.document(form(A1="{{总分}}"), "错.xlsx")
    chen.sees("标记 1 处", "用于哪个考核标准")


async def test_what_is_no_form_is_refused_in_words(chen: Chat) -> None:
    await chen.say("/export")
    await chen.tap("自备表格")
    await chen.document(form(A1="没有标记"), "空.xlsx")
    chen.sees("表里没有标记")
    await chen.document(b"PK\x03\x04 broken", "坏.xlsx")
    chen.sees("坏.xlsx")
    chen.does_not_see("用于哪个考核标准")
    await chen.document(b"%PDF-1.4", "表.pdf")
    chen.does_not_see("用于哪个考核标准")


async def test_a_form_of_the_same_name_is_replaced_and_one_can_be_taken_off(
    program: Program, li: Chat, chen: Chat
) -> None:
    await kept(chen)
    await chen.document(form(A1="{{总分}}"), "本单位考核表.xlsx")
    chen.sees("已有同名表格，保存后替换")
    await chen.tap("西北能化考核")
    (only,) = await program.read(lambda desk: desk.own_forms.all())
    assert only.name == "本单位考核表.xlsx"
    await chen.tap("去掉…")
    chen.sees("从列表中去掉“本单位考核表.xlsx”")
    await chen.tap("去掉")
    chen.hears("已去掉")
    chen.sees("还没有自备表格")
    assert not await program.read(lambda desk: desk.own_forms.all())


async def test_a_form_that_went_meanwhile_is_filled_for_nobody(
    program: Program, li: Chat, chen: Chat, mary: Chat
) -> None:
    await signed_44(li)
    await kept(chen)
    await chen.tap("本单位考核表.xlsx")
    await chen.tap("2025-12")
    button = chen.button(ZHANG.name)
    await mary.say("/export")
    await mary.tap("Own form")
    await mary.tap("Remove…")
    await mary.tap("Remove")
    await chen.tap(button)
    assert documents(chen) == []


async def test_a_leader_neither_sends_nor_takes_forms_away(program: Program, wang: Chat, chen: Chat) -> None:
    await kept(chen)
    (only,) = await program.read(lambda desk: desk.own_forms.all())
    await wang.say("/export")
    await wang.document(GOOD, "我的.xlsx")
    for forged in (
        "ex:k:own-form",
        f"ex:x:{only.id}",
        f"ex:y:{only.id}",
        f"ef:k:{only.id}:northwest-2025",
        "ef:o:none",
    ):
        await wang.forge(forged)
    assert await program.read(lambda desk: desk.own_forms.all()) == (only,)
