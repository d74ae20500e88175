"""What the studio's log proposes on the card: the entries behind it, accept and not, and what a stale button does."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.changes import LogActivity, SubmitMonth
from bot.entities import ActivityFacts, Scope
from tests.bot.walk.scenes import ZHANG, northwest, open_item
from tests.bot.walk.test_english import chinese_in
from tests.kit.chat import Chat
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
RUBRIC = "northwest-2025"
MINE = Scope(kind="studio", key=ZHANG.id)


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, a leader of 张建国工作室."""
    return await program.person("王海涛", "leader", MINE)


def today(program: Program) -> date:
    return program.clock.now().astimezone(ZoneInfo("Asia/Shanghai")).date()


async def logged(program: Program, *entries: str) -> None:
    """Log activities: day, kind, topic."""
    for entry in entries:
        on, kind, topic = entry.split(" ", 2)
        people = 1 if kind == "apprentice" else None
        facts = ActivityFacts(rubric=RUBRIC, activity=kind, on=on, topic=topic, people=people)
        new, now = program.clock.new_id(), today(program).isoformat()
        await program.make(LogActivity(studio=ZHANG.id, facts=facts, entry=new, today=now), by="王海涛")


async def submitted(program: Program, month: str) -> None:
    change = SubmitMonth(studio=ZHANG.id, rubric=RUBRIC, month=month, today=today(program).isoformat())
    await program.make(change, by="王海涛")


async def test_a_missing_lesson_is_proposed_and_accepted(program: Program, wang: Chat, li: Chat) -> None:
    """1/2 lessons: the card says so with the entry behind it; accepting enters a×1 with a note, /undo takes it back."""
    await logged(
        program, "2025-12-11 theory 液压阀检修", "2025-12-12 practice 电缆接头", "2025-12-19 practice 绞车"
    )
    await submitted(program, "2025-12")
    await northwest(li)
    await open_item(li, "2.2")
    li.sees("活动记录：专业理论授课 1/2 次 → a×1（−5）", "本项 未评")
    li.does_not_see("未提交", "液压阀检修")
    await li.tap("采纳 a×1（−5）")
    li.sees("本项 5/10", "活动记录：专业理论授课 1/2 次 · 已记 a×1（−5）")
    li.sees("活动记录：专业理论授课 1/2 次（12-11")
    assert not li.has("采纳")
    await li.say("/undo")
    li.sees("本项 未评")
    await open_item(li, "2.2")
    li.sees("→ a×1（−5）")
    li.does_not_see("📝")
    assert li.has("采纳 a×1")
    await open_item(li, "2.3")
    li.sees("活动记录：技能实操培训 2/2 次 ✓")
    assert not li.has("采纳")


async def test_not_accepted_is_remembered_for_this_assessment(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Rejected, the proposal has no buttons any more; marks stay as they are, and counting by hand is still possible."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "2.2")
    accept, reject = li.button("采纳 a×1"), li.button("不采纳 a")
    await li.tap(reject)
    li.sees("活动记录：专业理论授课 1/2 次 · a×1（−5） 未采纳", "本项 未评")
    assert not li.has("采纳 a")
    with unchanged():
        await li.tap(reject)
        await li.tap(accept)
    await li.tap("＋ a")
    await li.tap("跳过")
    li.sees("已记 a×1（−5）", "本项 5/10")
    assert not li.has("重新考虑")


async def test_what_was_not_accepted_can_be_taken_back(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Rejected it stays, through restarts and entries on other items, until the assessor says otherwise."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "2.2")
    await li.tap("不采纳 a")
    await li.say("2.3 满")
    await program.restart()
    await open_item(li, "2.2")
    li.sees("未采纳")
    back = li.button("重新考虑 a")
    await li.tap(back)
    li.sees("→ a×1（−5）", "本项 未评")
    with unchanged():
        await li.tap(back)
        await li.forge(back.data.replace(":a:", ":b:"))
    await li.tap("不采纳 a")
    with unchanged():
        await li.forge(back.data.replace(":a:1", ":a:2"))
    await li.tap("重新考虑 a")
    await li.tap("采纳 a×1（−5）")
    li.sees("已记 a×1（−5）", "本项 5/10")


async def test_a_rejection_is_of_its_assessment_and_of_all_who_share_it(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """A colleague's stale button enters nothing; the quarter's own sheet is asked anew."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    ((assessment,),) = program.rows("select id from assessments")
    qian = await program.person("钱工")
    await program.join(assessment, "钱工")
    await qian.say("/resume")
    await open_item(qian, "2.2")
    accept = qian.button("采纳 a×1")
    await open_item(li, "2.2")
    await li.tap("不采纳 a")
    with unchanged():
        await qian.tap(accept)
    qian.sees("a×1（−5） 未采纳", "本项 未评")
    await qian.tap("重新考虑 a")
    await qian.tap("采纳 a×1")
    await open_item(li, "2.2")
    li.sees("已记 a×1（−5）", "本项 5/10")
    await open_item(li, "2.3")
    await li.tap("不采纳 a")
    await northwest(li, "2025-Q4 季度")
    await open_item(li, "2.3")
    li.sees("技能实操培训 0/2 0/2 0/2 次 → a×2（−10）")


async def test_the_list_and_the_check_name_what_is_not_decided(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """▲ in the contents, a line among the gaps until each is decided; one that is left passes with a word."""
    await logged(
        program,
        *(f"2025-12-0{day} practice 电缆{day}" for day in (1, 2)),
        "2025-12-03 exchange 交流",
        "2025-12-04 research 攻关",
        "2025-12-11 theory 液压阀检修",
        *(f"2025-12-{day} declared 成果{day}" for day in (12, 13, 14)),
        *(f"2025-12-15 {kind} {kind}" for kind in ("quarterly-award", "group-award", "patent", "case")),
        "2025-12-16 apprentice 带徒",
    )
    await northwest(li)
    await li.tap("目录")
    li.sees("○2.2▲活动记录  ○2.3\n", "○4.2▲活动记录", "[2.1 ○][2.2 ▲][2.3 ○]")
    await li.tap("核对并签字")
    li.sees("▲ 活动记录的建议未处理 2 处：2.2 a、4.2 c")
    await li.say("\n".join(f"{item} 满" for item in ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3")))
    await li.say("\n".join(f"{item} 满" for item in ("3.1", "3.2", "3.3", "4.1", "4.2")))
    await li.say("/sheet")
    li.sees("▲ 活动记录的建议未处理 2 处：2.2 a、4.2 c")
    await open_item(li, "4.2")
    await li.tap("不采纳 c")
    await li.tap("目录")
    li.sees("✓4.2 5\n", "[4.2 ✓]", "✓2.2 10▲活动记录")
    await li.tap("核对并签字")
    li.sees("▲ 活动记录的建议未处理 1 处：2.2 a\n")
    await li.tap("逐项补齐")
    li.at("2.2")
    await li.tap("目录")
    await li.tap("核对并签字")
    await li.tap("保留缺项")
    kept = [payload for (payload,) in program.rows("select payload from history where name = 'pass_gaps'")]
    assert any('["undecided","2.2a"]' in each for each in kept)
    await li.tap("去签字")
    await li.tap("签字")
    assert li.sheet_file()


async def test_the_entries_are_shown_on_a_press_and_hidden_again(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """The card stays short until they are asked for; what is open on it stays open, what is sent goes where it did."""
    await logged(program, "2025-12-11 theory 液压阀检修", "2025-12-12 practice 电缆接头")
    await northwest(li)
    await open_item(li, "2.2")
    shown = li.button("记录 1 条")
    with unchanged():
        await li.tap(shown)
        await li.tap(shown)
    li.sees("　12-11 迟报 液压阀检修")
    li.does_not_see("电缆接头")
    await li.say("缺签到")
    li.sees("📝 缺签到")
    li.does_not_see("液压阀检修")
    await li.tap("记录 1 条")
    await li.tap("收起记录")
    li.does_not_see("液压阀检修")


async def test_nothing_is_applied_by_itself(program: Program, wang: Chat, li: Chat) -> None:
    """An item in order takes one tap as ever; what the log says changes nothing."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "2.2")
    await li.tap("✓ 无扣分")
    li.at("2.3")
    await open_item(li, "2.2")
    li.sees("本项 10/10 ✓", "→ a×1（−5）")


async def test_a_studio_without_a_log_is_told_nothing(program: Program, li: Chat) -> None:
    """Ledgers on paper are no missing lessons."""
    await northwest(li)
    await open_item(li, "2.2")
    li.does_not_see("活动记录：")
    assert not li.has("采纳")


async def test_two_requirements_add_up_and_two_occurrences_are_one_entry(
    program: Program, wang: Chat, li: Chat
) -> None:
    """Neither exchange nor research: 3.2 a×2 in one tap, both explained, taken back with one /undo."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "3.2")
    li.sees("活动记录：学习交流、创新研讨 0/1 次、课题攻关活动 0/1 次 → a×2（−10）")
    await li.tap("采纳 a×2（−10）")
    li.sees("本项 0/10")
    await li.tap("目录")
    await li.tap("核对并签字")
    li.does_not_see("扣分未写说明")
    await li.say("/undo")
    await open_item(li, "3.2")
    li.sees("本项 未评")
    li.does_not_see("📝")


async def test_a_half_counted_item_is_brought_to_what_is_missing(
    program: Program, wang: Chat, li: Chat
) -> None:
    """One occurrence that stands keeps its id and its words; other letters stay."""
    await logged(program, "2025-12-12 practice 电缆接头")
    await northwest(li)
    await li.say("2.2 ab 缺签到")
    await open_item(li, "2.2")
    await li.tap("采纳 a×2（−10）")
    li.sees("已记 a×2（−10）", "☑ b")
    await li.say("/undo")
    await open_item(li, "2.2")
    li.sees("本项 3/10", "→ a×2（−10）")


async def test_the_end_of_the_year_asks_for_awards_and_patents(
    program: Program, wang: Chat, li: Chat
) -> None:
    """Each rule of 3.3 has its own proposal; accepting one leaves the others open."""
    await logged(program, "2025-12-11 theory 液压阀检修", "2025-12-15 declared 阀组改造")
    await northwest(li)
    await open_item(li, "3.3")
    li.sees(
        "创新成果申报 1/3 项 → a×2（−4）",
        "季度获奖 0/1 项 → b×1（−5）",
        "→ e×1（−10）",
        "国家专利 0/1 项 → f×1（−5）",
    )
    await li.tap("采纳 f×1（−5）")
    li.sees("国家专利 0/1 项 · 已记 f×1（−5）", "→ e×1（−10）", "本项 15/20")
    await li.tap("采纳 a×2（−4）")
    li.sees("本项 11/20")


async def test_yearly_rules_are_silent_in_november(program: Program, wang: Chat, li: Chat) -> None:
    await logged(program, "2025-11-11 theory 液压阀检修")
    await northwest(li, "2025-11")
    await open_item(li, "3.3")
    li.does_not_see("活动记录：")


async def test_late_entries_are_shown_as_such(program: Program, wang: Chat, li: Chat) -> None:
    """What came after the day on which the month was due counts, and the assessor sees that it is late."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "2.2")
    li.sees("→ a×1（−5） · 迟报 1 条", "▲ 活动记录未提交：2025-12，可能不全")
    await li.tap("记录 1 条")
    li.sees("　12-11 迟报 液压阀检修")
    await li.tap("采纳 a×1（−5）")
    li.sees("12-11（迟报）液压阀检修")


async def test_stale_and_forged_buttons_do_nothing(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Drawn before the log or the marks moved, or made by hand: nothing changes."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "2.2")
    accept = li.button("采纳 a×1")
    stranger = await program.person("过客", "reader")
    with unchanged():
        for data in (
            accept.data.replace(":a:1:", ":a:2:"),
            accept.data.replace(":a:1:", ":b:1:"),
            accept.data.replace(":a:1:", ":z:1:"),
            accept.data.replace(":2.2:", ":2.3:"),
            accept.data.replace(":2.2:", ":1.1:"),
            accept.data.replace(":2.2:", ":9.9:"),
            accept.data.replace("k:A:", "k:R:").replace(":a:1:", ":a:2:"),
            "k:A:nowhere:2.2:a:1:0",
            "k:A",
        ):
            await li.forge(data)
        await stranger.forge(accept.data)
    await li.say("2.2 b 缺签到")
    with unchanged():
        await li.tap(accept)
    await logged(program, "2025-12-18 theory 密封圈")
    with unchanged():
        await li.tap(accept)
    await open_item(li, "2.2")
    li.sees("活动记录：专业理论授课 2/2 次 ✓", "本项 8/10")


async def test_the_same_tap_twice_enters_once(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    await logged(program, "2025-12-11 theory 液压阀检修")
    await northwest(li)
    await open_item(li, "2.2")
    accept = li.button("采纳 a×1")
    await li.tap(accept)
    with unchanged():
        await li.tap(accept)
    li.sees("本项 5/10")


async def test_a_quarter_adds_up_its_months(program: Program, wang: Chat, li: Chat) -> None:
    """No month makes up for another."""
    await logged(
        program,
        *(f"2025-10-{day} theory 阀门{day}" for day in range(11, 23)),
        "2025-11-03 theory 密封圈",
        "2025-12-03 theory <b>&",
        "2025-12-04 theory 绞车",
    )
    await northwest(li, "2025-Q4 季度")
    await open_item(li, "2.2")
    li.sees(
        "专业理论授课 12/2 1/2 2/2 次 → a×1（−5） · 迟报", "▲ 活动记录未提交：2025-10 至 2025-12，可能不全"
    )
    await li.tap("记录 15 条")
    li.sees("另有更早的 3 条\n　10-14 迟报 阀门14", "　12-03 迟报 <b>&\n　12-04 迟报 绞车")


async def test_in_english(program: Program, wang: Chat) -> None:
    """An assessor who reads English sees it in English; the note is in the language of the sheet."""
    await logged(program, "2025-12-11 theory 液压阀检修")
    ann = await program.person("Ann", "assessor", language="en")
    await ann.say("/assess")
    await ann.tap(ZHANG.name)
    await ann.tap("Northwest")
    await ann.tap("2025-12")
    await ann.say("2.1 full")
    await ann.tap("Contents")
    await ann.tap("2.2 ")
    ann.sees("Log: theory lesson 1/2 lessons → a×1 (−5) · 1 late", "Log not handed in: 2025-12")
    await ann.tap("Entries: 1")
    ann.sees("　12-11 late 液压阀检修")
    await ann.tap("Accept a×1 (−5)")
    ann.sees("Log: theory lesson 1/2 lessons · entered as a×1 (−5)", "活动记录：专业理论授课 1/2 次（12-11")
    await ann.say("/undo")
    await ann.tap("Contents")
    await ann.tap("2.2 ")
    await ann.tap("Not a")
    ann.sees("a×1 (−5) not accepted")
    await ann.tap("Reconsider a")
    ann.sees("→ a×1 (−5)")
    ann.sees("Wanted: theory lesson ≥ 2 lessons this month")
    await ann.tap("Contents")
    await ann.tap("3.2 ")
    ann.sees("research session ≥ 1 this month")
    await ann.tap("Accept a×2 (−10)")
    ann.sees("   1 活动记录：", "   2 the same\n")
    await ann.say("/undo")
    await ann.tap("Contents")
    ann.sees("○2.2▲log")
    await ann.tap("Check and sign")
    ann.sees("▲ Proposals of the log not decided, 11: 2.1 a, 2.2 a, 2.3 a, 3.2 a")
    assert chinese_in(ann) == []
