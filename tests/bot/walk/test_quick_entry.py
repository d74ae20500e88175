"""Quick entry, made for cellars without signal: texts and captions, each line for itself."""

import pytest

from tests.bot.walk.scenes import NORTHWEST_44, agrees, northwest, sign, tongliao
from tests.kit.cases import TONGLIAO_71
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program


async def test_a_walk_only_by_texts_and_captions(program: Program, li: Chat) -> None:
    """No button is pressed between the first card and the check: 44, with the evidence where the captions say."""
    await northwest(li)
    first, second = NORTHWEST_44.split("2.1 ")
    await li.say(first)
    li.sees("已记 5 条：", "✓ 1.3 台账 1/4", "✓ 1.4 制度 0/5 · 备注“缺三项制度”", "累计 扣 15 · 已评 5 项")
    await li.say("2.1 " + second)
    li.sees("已记 10 条：", "总分 44（扣 56） · 13 项已评完", "加分 11（不计入总分）")
    await li.photo(caption="1.3")
    await li.photo(caption="2.2 教室照片")
    await li.album(2, caption="3.1 计划第一页 未见")
    pieces = program.rows("select number, item, occurrence from evidence order by number")
    assert pieces == [(1, "1.3", None), (2, "2.2", None), (3, "3.1", None)]
    li.at("1.1")
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 44
    assert paper.line("合计", "扣分") == 56
    assert paper.line("加分合计") == 11
    assert "证1" in paper.words("1.3")
    await agrees(program, li)


async def test_the_award_rubric_by_one_text(program: Program, li: Chat) -> None:
    """Fifteen lines, fifteen answers, one sheet."""
    await tongliao(li)
    await li.say(TONGLIAO_71)
    li.sees("已记 15 条：", "✓ 2.6 工作台账 7/10", "总分 72 · 15 项已评完")


GOOD = [
    ("通辽", "2.2 4 缺维护记录", "✓ 2.2 设备设施 4/5 · 备注“缺维护记录”"),
    ("通辽", "2.2 4分 缺维护记录", "✓ 2.2 设备设施 4/5 · 备注“缺维护记录”"),
    ("通辽", "2.2 满", "✓ 2.2 设备设施 5/5"),
    ("通辽", "2.2 满分", "✓ 2.2 设备设施 5/5"),
    ("通辽", "2.2 full", "✓ 2.2 设备设施 5/5"),
    ("通辽", "2.2 ab", "✓ 2.2 设备设施 4/5"),
    ("通辽", "２。２：ａｂ", "✓ 2.2 设备设施 4/5"),
    ("通辽", "2.2ab", "✓ 2.2 设备设施 4/5"),
    ("西北", "1.4 -2 缺一项制度", "✓ 1.4 制度 3/5 · 备注“缺一项制度”"),
    ("西北", "1.4—2 缺一项制度", "✓ 1.4 制度 3/5 · 备注“缺一项制度”"),
    ("西北", "1.3 a3b2", "✓ 1.3 台账 0/4"),
    ("西北", "1.3 +b 缺三月记录", "✓ 1.3 台账 3/4 · 备注“缺三月记录”"),
    ("西北", "1.3 b×2", "✓ 1.3 台账 2/4"),
    ("西北", "5.4 a2", "✓ 5.4 国家成果、专利 +10"),
    ("西北", "5.5 a=3 省赛三等奖", "✓ 5.5 其它奖项 +3 · 备注“省赛三等奖”"),
]
BAD = [
    ("通辽", "2.2 n/a", "2.2 不能记不适用；请评分，情况写在备注里。"),
    ("通辽", "2.2 na", "2.2 没有 n 这一条，只有 a、b、c。"),
    ("通辽", "2.2 a 3", "2.2 后面的“3”不像备注；如果是 2.2 a3，请这样发。"),
    ("通辽", "1.1 a c", "1.1 后面的“c”不像备注；如果是 1.1 ac，请这样发。"),
    ("通辽", "2.2 缺记录", "2.2 后面是“缺记录”，没有评分；请先写条目（a、b、c）或分数（最多 5），再写备注。"),
    ("通辽", "2.9 3", "没有 2.9 这一项，本节是 2.1–2.6。"),
    ("通辽", "9.1 满", "没有 9.1 这一项，项目是 1.1–5.3。"),
    ("通辽", "2.2 6", "2.2 不能是 6 分；请发 0 到 5 的分数。"),
    ("通辽", "2.2 4.3", "2.2 不能是 4.3 分；请按 0.5 分一档发。"),
    ("通辽", "2.2 -6", "2.2 共 5 分，减不了 6 分；请减不超过 5 的。"),
    ("通辽", "2.2 e", "2.2 没有 e 这一条，只有 a、b、c。"),
    ("通辽", "2.6 d", "2.6 d 由本单位统一确定，不用评；可用：a、b、c。"),
    ("西北", "3.3 a4", "3.3 a 最多 3 次，不能记 4 次；请发不超过 3 次的。"),
    ("西北", "1.3 -b", "1.3 b 现有 0 次，减不了 1 次；最多减 0。"),
    ("西北", "5.5 a", "5.5 a 要写多少分；请发如 5.5 a=3，再写理由。"),
    ("西北", "5.4 4", "5.4 是加分项，按条计；请发如 5.4 a4。"),
    ("西北", "1.3 a=2", "1.3 a 的分值已定，不能写 2；请去掉“=2”再发。"),
]


@pytest.mark.parametrize("rubric", ["通辽", "西北"])
async def test_every_example_line(rubric: str, program: Program, li: Chat, unchanged) -> None:
    """Each line by itself: what is taken says so, what is refused says where, what is wrong and what to send."""
    await (tongliao if rubric == "通辽" else northwest)(li)
    for _, line, answer in (each for each in GOOD if each[0] == rubric):
        await li.say(line)
        li.sees("已记 1 条：", answer)
        await li.tap("目录")
        await li.say("/undo")
        li.sees("未评" if not line.startswith("5.") else "无加分")
    for _, line, answer in (each for each in BAD if each[0] == rubric):
        with unchanged():
            await li.say(line)
        li.sees("1 条中已记 0 条：", f"✗ 第 1 行 “{line}”：{answer}")


async def test_good_lines_count_beside_bad_ones(program: Program, li: Chat) -> None:
    """The sketch of the quick entry, word for word; a refused line becomes a note where it was words."""
    await tongliao(li)
    await li.say("2.2 4 缺维护记录\n2.9 3\n3.1 b二\n2.3 没有方案")
    li.sees(
        "4 条中已记 1 条：",
        "✓ 2.2 设备设施 4/5 · 备注“缺维护记录”",
        "✗ 第 2 行 “2.9 3”：没有 2.9 这一项，本节是 2.1–2.6。",
        "✗ 第 4 行 “2.3 没有方案”：",
    )
    assert program.rows("select item from marks") == [("2.2",)]
    button = li.button("记为 2.3 备注：没有方案")
    await li.tap(button)
    assert program.rows("select item from notes order by at, id") == [("2.2",), ("2.3",)]
    before = program.dump()
    await li.tap(button)
    li.hears("该按钮已失效，未作任何改动。当前为 1.1 带头人。")
    assert program.dump() == before
    li.at("1.1")


async def test_a_later_line_without_a_number_goes_on_with_the_note(li: Chat) -> None:
    """A note may be broken over lines; a text whose first line is no entry is a note of the item in view."""
    await tongliao(li)
    await li.say("2.2 4 缺维护记录\n三月以后没有记\n2.3 a")
    li.sees("已记 2 条：", "✓ 2.2 设备设施 4/5 · 备注“缺维护记录 三月以后没有记”", "✓ 2.3 创新目标 2/5")
    await li.say("当面核对\n2.4 满")
    li.sees("📝 当面核对 2.4 满")
    assert "2.4 工作经费 未评" not in li.screen()


async def test_the_caption_of_a_photo_is_an_entry_and_the_photo_its_evidence(
    program: Program, li: Chat
) -> None:
    """+b with a photo: the photo belongs to the occurrence that its caption made."""
    await northwest(li)
    await li.photo(caption="1.3 +b 缺三月记录")
    li.sees("已记 1 条：", "✓ 1.3 台账 3/4 · 备注“缺三月记录”")
    ((item, occurrence),) = program.rows("select item, occurrence from evidence")
    assert item == "1.3"
    assert occurrence
    assert program.rows("select occurrence from notes") == [(occurrence,)]
    await li.photo(caption="1.3 b3 又缺")
    assert program.rows("select occurrence from evidence where number = 2") == [(None,)]
    await li.photo(caption="1.3 a7 缺七种台账")
    li.sees("✗ 第 1 行 “1.3 a7 缺七种台账”：1.3 a 最多 5 次，不能记 7 次；请发不超过 5 次的。")
    assert program.rows("select item from evidence where number = 3") == [("1.3",)]


async def test_quick_entry_wins_over_an_open_question(program: Program, li: Chat) -> None:
    """While a score or a note is asked for, a line of entry is still one; a lone number answers the question."""
    await northwest(li)
    await li.tap("其他分数")
    await li.say("1.2 a")
    li.sees("✓ 1.2 团队 2/4")
    await li.tap("其他分数")
    await li.say("1.5")
    li.sees("本项 1.5/2（手工评分）")
    await li.tap("备注")
    await li.say("1.5 b 没有考核记录")
    li.sees("✓ 1.5 成员考核 2/5 · 备注“没有考核记录”")
    assert program.rows("select item from notes") == [("1.5",)]


async def test_a_text_of_many_lines_is_answered_within_telegrams_limits(li: Chat) -> None:
    """A hundred lines: thirty are answered one by one, the others counted."""
    await tongliao(li)
    await li.say("\n".join(["2.2 ab 记录<&>不全", "2.9 3"] * 50))
    li.sees("100 条中已记 50 条：", "…另有 70 条")
