"""An item of a signed sheet is contested, decided by somebody else, and both scores are kept."""

from bot.entities import Fix
from exports import values
from tests.bot.appeal.scenes import (
    appeals_of,
    changed_cell,
    contest,
    decide,
    drawn,
    sheet_of,
    signed_44,
    state_of,
)
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.paper import Paper
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


async def test_it_is_printed_and_the_sheet_stays_the_signed_one(
    program: Program, li: Chat, wang: Chat, chen: Chat
) -> None:
    await signed_44(li)
    signed = li.sheet_file()
    await contest(wang)
    await contest(wang, "1.1", "档案在总部")
    found = await sheet_of(program)
    assert await drawn(program) == signed
    for item, new, why in (("2.2", "8", "签到表属实"), ("1.1", "", "现场未见档案")):
        await decide(chen, item, new, why)
    paper = Paper(wang.sheet_file())
    text = paper.texts()
    assert "2.2 理论授课\n五月授课签到表在档案柜里" in text
    assert "原得分 3，改为 8\n总分 44 → 49" in text
    assert "原得分 0，维持 0\n总分 49 → 49" in text
    assert "陈主任　2026-01-05\n签到表属实" in text
    assert [paper.score("2.2"), paper.line("合计")] == [3, 44]
    li.sees("已附申诉裁定 2 件，申诉后总分 49")
    assert values.check_code(wang.sheet_file()).full == found.digest
    for content in (signed, wang.sheet_file()):
        assert await state_of(program, content) == "same"
    changed = changed_cell(wang.sheet_file(), "总分 49 → 49", "总分 49 → 90")
    assert await state_of(program, changed) == "differs"


async def test_withdrawn_it_leaves_no_trace_on_paper(
    program: Program, li: Chat, wang: Chat, chen: Chat
) -> None:
    await signed_44(li)
    before = await drawn(program)
    await contest(wang)
    await wang.tap("撤回申诉…")
    await wang.tap("确认撤回")
    wang.sees("已撤回")
    chen.sees("对 2.2", "已撤回")
    assert await drawn(program) == before == li.sheet_file()
    await contest(wang, reason="另有理由")
    assert [each.state for each in await appeals_of(program)] == ["withdrawn", "open"]


async def test_what_was_to_be_put_right_is_waived_with_full_points(
    program: Program, li: Chat, wang: Chat, chen: Chat
) -> None:
    await signed_44(li)
    found = await sheet_of(program)
    fix = Fix(
        id="fix0000000001", studio=ZHANG.id, assessment=found.id, rubric="northwest-2025", period="2025-12",
        item="2.2", letter="a", number=900, points="5", problem="少一次", clause="少一次扣5分", demand="补课",
        due="2026-02-04", opened=1, changed=1,
    )  # fmt: skip
    await program._store.write(lambda desk: desk.fixes.put(fix, None))
    await contest(wang)
    await decide(chen, "2.2", "10", "材料齐全")
    stands = await program.read(lambda desk: desk.fixes.get(fix.id))
    assert stands
    assert (stands.state, stands.steps[-1].name, stands.steps[-1].text) == ("waived", "waived", "材料齐全")


async def test_it_speaks_english(program: Program, li: Chat, anna: Chat) -> None:
    carol = await program.person("Carol", "coordinator", language="en")
    await signed_44(li)
    anna.sees("[Seen][I object…]")
    await anna.tap("I object…")
    anna.sees("open until 2026-01-12 (7 days after the signature) (suggested value)")
    await anna.tap("2.2")
    await anna.say("The list is in the cabinet")
    await anna.tap("File the appeal")
    carol.sees("contests 2.2", "The list is in the cabinet", "Please decide")
    await carol.tap("Open")
    await carol.tap("Change…")
    await carol.say("11")
    carol.sees("2.2 cannot be 11")
    await carol.say("8 points")
    await carol.say("The list is right")
    await carol.tap("Confirm the decision")
    anna.sees("Score 3 → 8", "Total 44 → 49", "By Carol: The list is right")
    li.sees("得分 3 → 8", "总分 44 → 49")
    await li.say("/lang")
    await li.say("/sheet")
    li.sees("2.2 3 → 8 (total 44 → 49) Carol 2026-01-05: The list is right", "▲ Anna 2026-01-05 objects")
