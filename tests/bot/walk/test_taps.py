"""Buttons say what they mean: late, double and crossing presses, older cards, two phones."""

import asyncio

from tests.bot.walk.scenes import count, northwest, tongliao
from tests.kit.chat import Chat
from tests.kit.program import Program, studio

MARKS = "select item, marks, revision from marks order by item"


async def test_the_same_tap_twice_changes_nothing_and_moves_nothing(program: Program, li: Chat) -> None:
    """Every button of a card, pressed again after its effect: the data and the card in view stay as they are."""
    await tongliao(li)
    for label in ("a ☐", "0 分"):
        button = li.button(label)
        await li.tap(button)
        before, card = program.dump(), li.card()
        await li.tap(button)
        assert program.dump() == before
        assert li.card() == card
    button = li.button("全部达标，下一项")
    await li.tap(button)
    li.at("1.2")
    before = program.dump()
    await li.tap(button)
    assert program.dump() == before
    li.at("1.2")


async def test_plus_twice_adds_once(program: Program, li: Chat) -> None:
    """＋ carries the occurrence that it makes, − the one that it removes."""
    await northwest(li)
    plus = li.button("＋ b")
    await li.tap(plus)
    li.sees("×1")
    await li.tap(plus)
    li.sees("×1")
    await li.tap("＋ b")
    li.sees("×2")
    minus = li.button("− b")
    await li.tap(minus)
    await li.tap(minus)
    li.sees("×1")
    assert program.rows("select count(*) from history where name = 'mark_item'") == [(3,)]


async def test_a_double_tap_keeps_the_question_for_the_reason_open(program: Program, li: Chat) -> None:
    """The second half of a nervous press does not close what the first half asked."""
    await northwest(li)
    for label in ("a ☐", "＋ b"):
        button = li.button(label)
        await li.tap(button)
        await li.tap(button)
        li.sees("[写说明][跳过]")
    await li.say("账外三台")
    assert program.rows("select count(*) from notes where occurrence is not null") == [(1,)]


async def test_two_quick_taps_before_the_card_was_drawn(program: Program, li: Chat) -> None:
    """Two different buttons of the same drawing, pressed in one breath: both ticks stand where both can."""
    await tongliao(li)
    first, second = li.button("a ☐"), li.button("c ☐")
    li.phone.tap(message_id=first.message, data=first.data)
    li.phone.tap(message_id=second.message, data=second.data)
    await li.settle()
    li.sees("☑ a", "☑ c", "本项 3/5 = a 2 + c 1")
    li.does_not_see("刚才已有改动")


async def test_a_tick_drawn_before_a_verdict_is_refused(program: Program, li: Chat) -> None:
    """A score by hand, full, or a tick that was set anew: what the old drawing shows is no longer so."""
    await tongliao(li)
    tick = li.button("a ☐")
    await li.say("1.1 3")
    before = program.dump()
    await li.tap(tick)
    li.hears("1.1 刚才已有改动，本次未记。卡片已更新，请看最新内容后再点。")
    assert program.dump() == before
    await li.tap("a ☐")
    untick = li.button("a ☑")
    await li.say("1.1 b")
    await li.say("1.1 ab")
    before = program.dump()
    await li.tap(untick)
    li.hears("1.1 刚才已有改动，本次未记。")
    assert program.dump() == before


async def test_a_tap_on_an_older_card_acts_on_its_item(program: Program, li: Chat) -> None:
    """The buttons of a card that was left, pressed late: they mean the item on which they were drawn."""
    await tongliao(li)
    tick, full = li.button("a ☐"), li.button("全部达标")
    await li.say("看过证书")
    await li.tap("1.2 ›")
    await li.tap(tick)
    li.at("1.1")
    li.sees("☑ a 主持或参与攻关并有成果 +2", "本项 2/5")
    await li.tap("1.2 ›")
    await li.tap(full)
    li.at("1.2")
    li.hears("1.1 刚才已有改动，本次未记。")
    assert program.rows("select revision from marks where item = '1.1'") == [(1,)]
    await li.tap("打开", on="1.1")
    li.at("1.1")


async def test_a_button_is_stale_after_the_signature(program: Program, li: Chat) -> None:
    """Ticks, moves and the signature itself, pressed when the sheet is closed."""
    await tongliao(li)
    tick, onward = li.button("a ☐"), li.button("1.2 ›")
    for _ in range(15):
        await li.tap("✓")
    await li.tap("继续")
    await li.tap("去签字")
    sign = li.button("签字")
    await li.tap(sign)
    before = program.dump()
    for button in (tick, onward):
        await li.tap(button)
        li.hears("张建国工作室 2025 已签字，不能改动。如有误，请考核管理员退回相应项目。")
    card = li.card()
    await li.tap(sign)
    li.hears("✓ 已签字 · 校验码 ")
    assert li.card() == card
    await li.forge(sign.data[:-1] + "x")
    li.hears("张建国工作室 2025 已签字，不能改动。")
    await li.say("1.1 a")
    li.sees("张建国工作室 2025 已签字，不能改动。")
    assert program.dump() == before


async def test_a_summary_that_is_out_of_date_cannot_be_signed(program: Program, li: Chat) -> None:
    """Something was entered since the summary was drawn: it is drawn again, and nothing is signed."""
    await tongliao(li)
    for _ in range(15):
        await li.tap("✓")
    await li.tap("继续")
    await li.tap("去签字")
    sign = li.button("签字")
    await li.say("1.1 ab")
    li.sees("✓ 1.1 带头人 4/5")
    li.sees("总分 99（失 1）")
    await li.tap(sign)
    li.hears("这页显示后内容又有改动，没有签字。已更新，请核对后再签。")
    assert program.rows("select state from assessments") == [("open",)]
    await li.tap("签字", on=li.card_message()["message_id"])
    li.sees("✓ 已签字", "总分 99（失 1）")


async def test_two_members_on_two_phones(program: Program, li: Chat) -> None:
    """A joint sheet: both see the same marks at once; ＋ by both adds two, a tick that the other has set stands."""
    wang = await program.person("王工")
    await northwest(li)
    ((assessment,),) = program.rows("select id from assessments")
    await program.join(assessment, "王工")
    await wang.say("/resume")
    wang.at("1.1")
    mine, hers = li.button("＋ b"), wang.button("＋ b")
    li.phone.tap(message_id=mine.message, data=mine.data)
    wang.phone.tap(message_id=hers.message, data=hers.data)
    await li.settle()
    assert "×2" in li.card() + wang.card()
    drawn_before, verdict = li.button("a ☐"), li.button("本项 0 分")
    await wang.tap("a ☐")
    wang.sees("☑ a", "×2")
    assert "☑ a" in li.card()
    await li.tap(verdict)
    li.hears("1.1 刚才已有改动，本次未记。卡片已更新，请看最新内容后再点。")
    li.sees("☑ a", "×2")
    await li.tap(drawn_before)
    li.sees("☑ a")
    assert program.rows("select count(*) from history where name = 'mark_item'") == [(3,)]
    await li.say("/undo")
    li.sees("1.1 之后又有改动，不能撤销。请直接在 1.1 的卡片上修改。")
    await wang.say("/undo")
    wang.sees("已撤销 1.1 的上一次评分。")


async def test_undo_over_a_colleagues_change_is_refused(program: Program, li: Chat) -> None:
    """What somebody else has changed since is not taken back behind their back."""
    wang = await program.person("王工")
    await tongliao(li)
    ((assessment,),) = program.rows("select id from assessments")
    await program.join(assessment, "王工")
    await li.tap("a ☐")
    await wang.say("/resume")
    await wang.tap("‹ 1.1")
    await wang.tap("b ☐")
    before = program.rows(MARKS)
    await li.say("/undo")
    li.sees("1.1 之后又有改动，不能撤销。请直接在 1.1 的卡片上修改。")
    assert program.rows(MARKS) == before


async def test_a_visit_that_a_colleague_has_opened(program: Program, li: Chat) -> None:
    """The second who opens the same sheet is told by whom it is open; nothing is made twice."""
    wang = await program.person("王工")
    await northwest(li)
    await northwest(wang)
    wang.hears("张建国工作室 2025-12 已由 李工 打开考核，同一期只有一份。请联系 李工 或考核管理员。")
    assert program.rows("select count(*) from visits") == [(1,)]


async def test_undo_again_and_again_walks_back_through_the_items(li: Chat) -> None:
    """Each 撤销 shows the item that it took back; a redo is a new entry."""
    await northwest(li)
    await count(li, "＋ b")
    await li.tap("1.2 ›")
    await count(li, "＋ a")
    await li.tap("1.3 ›")
    await li.say("撤销")
    li.at("1.2")
    li.sees("已撤销 1.2 的上一次评分。", "本项 未评（4 分）")
    await li.say("撤销")
    li.at("1.1")
    li.sees("本项 未评（2 分）")
    await count(li, "＋ b")
    li.sees("×1")
    await li.say("撤销")
    li.sees("已撤销 1.1 的上一次评分。")
    await li.say("撤销")
    li.sees("没有可以撤销的录入。")


async def test_many_people_at_once(program: Program) -> None:
    """Eight assessors in eight studios tap at the same time: everybody's sheet is their own."""
    await program.add(*(studio(f"第{number}工作室", number=10 + number) for number in range(8)))
    people = [await program.person(f"考核员{number}") for number in range(8)]
    for number, person in enumerate(people):
        await person.say("/assess")
        if number == 7:
            await person.tap("下一页 ›")
        await person.tap(f"第{number}工作室")
        await person.tap("通辽市考核")
        await person.tap("2025 年")
    for number, person in enumerate(people):
        person.phone.say(f"1.1 {'ab' if number % 2 else 'a'}\n2.2 满")
        person.phone.tap("✓ 全部达标，下一项")
        person.phone.say("备注")
    await asyncio.gather(*(person.settle() for person in people))
    assert program.rows("select count(*) from marks where item in ('1.1', '2.2')") == [(16,)]
    for person in people:
        person.does_not_see("没能处理")
