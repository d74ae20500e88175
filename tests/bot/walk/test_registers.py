"""What a studio's standing file says on the card: what is there, what changed, what is missing; accepted or not."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from bot.changes import MoveVersion, OpenVisit
from bot.entities import Scope
from bot.texts.registers import BY_ID, CHOICES
from rubrics import files
from rubrics.registers import file_kind
from tests.bot.walk.scenes import RED, ZHANG, agrees, northwest, open_item, sign, tongliao
from tests.bot.walk.test_english import chinese_in
from tests.bot.walk.test_proposals import logged
from tests.kit.chat import Chat
from tests.kit.paper import Paper
from tests.kit.program import Program

Unchanged = Callable[[], AbstractContextManager[None]]
MINE = Scope(kind="studio", key=ZHANG.id)
ALL = ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2")
RULES = ("制度 运行办法 运行办法 2024-05-01", "制度 学习制度 学习培训 2024-05-01")


@pytest.fixture
async def wang(program: Program) -> Chat:
    """王海涛, a leader of 张建国工作室."""
    return await program.person("王海涛", "leader", MINE)


async def enter(who: Chat, *lines: str) -> None:
    """Enter things in the registers, a line each."""
    for line in lines:
        await who.say(f"/file {line}")


async def happened(who: Chat, kind: str, name: str, step: str, said: str) -> None:
    """Open an entry and say what happened to it."""
    await who.say("/file")
    await who.tap(kind)
    await who.tap(name)
    await who.tap(step)
    await who.say(said)


def test_schemes_name_kinds_and_fields_that_the_registers_have() -> None:
    """A misspelt level or field would count nothing for ever."""
    for rubric in map(files.latest, files.shipped_ids()):
        for one in rubric.holdings:
            lists = [file_kind(found) for each in one.registers if (found := rubric.register(each))]
            for kind in (BY_ID[each] for each in lists if each in BY_ID):
                choice = (
                    kind.field("level") if kind.id in {"results", "cases", "honours"} else kind.field("sort")
                )
                known = {code for code, _, _ in CHOICES[choice.choices]} if choice else set()
                assert set(one.of) <= known, one.id
                assert one.field is None or kind.field(one.field), one.id


async def test_a_missing_rule_is_proposed_and_accepted(program: Program, wang: Chat, li: Chat) -> None:
    """Two of three: a×1 with the figures as its note; /undo takes it back; what is there is one line."""
    await enter(wang, *RULES)
    await northwest(li)
    await open_item(li, "1.4")
    li.sees(
        "常设档案：制度 2\n",
        "缺：制度附件 2\n",
        "档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理） → a×1（−2）",
        "本项 未评",
        "[采纳 a×1（−2）][不采纳 a]",
        "[查看档案]",
    )
    await li.tap("采纳 a×1（−2）")
    li.sees("本项 3/5", "· 已记 a×1（−2）", "📝", "常设档案：运行办法、学习培训、工作室管理制度 2/3 项")
    assert not li.has("采纳")
    await li.say("/undo")
    await open_item(li, "1.4")
    li.sees("本项 未评", "→ a×1（−2）")
    li.does_not_see("📝")
    await enter(wang, "制度 工作室管理制度 工作室管理 2024-05-01")
    await open_item(li, "1.4")
    li.sees("工作室管理制度 3/3 项 ✓")
    assert not li.has("采纳")


async def test_what_a_register_without_an_entry_costs(program: Program, wang: Chat, li: Chat) -> None:
    """Where the source takes points for not having it, it is proposed; elsewhere it is only said."""
    await enter(wang, "成员 王强 液压 高级工 2024-05-01")
    await northwest(li)
    li.sees("常设档案：设备未登记", "档案：设备档案 0/1 条 → a×1（−2）")
    await open_item(li, "1.3")
    li.sees("常设档案：师徒未登记、项目未登记、成果未登记")
    assert not li.has("采纳")
    await open_item(li, "1.5")
    li.sees("档案：成员考核制度 0/1 项 → a×1（−5）")
    await li.tap("采纳 a×1（−5）")
    li.sees("本项 0/5")
    await open_item(li, "1.2")
    li.sees("常设档案：成员 1", "写明职责的成员 0/1 人（由考核人员判断）")
    assert not li.has("采纳")


async def test_of_a_studio_that_keeps_no_file_here_one_line_says_so(
    program: Program, wang: Chat, li: Chat
) -> None:
    """Files on paper are no missing files, so nothing is proposed; another studio's file is not this one's."""
    sun = await program.person("孙丽", "leader", Scope(kind="studio", key=RED.id))
    await enter(sun, *RULES)
    await northwest(li)
    for item in ("1.1", "1.4", "1.5", "2.1", "3.1", "3.3", "4.1"):
        await open_item(li, item)
        li.sees("\n\n常设档案：未在此登记，请现场核对\n\n")
        li.does_not_see("缺：", "未登记、", "\n档案：")
        assert not li.has("采纳")
        assert not li.has("查看档案")
    for item in ("1.3", "2.2"):
        await open_item(li, item)
        li.does_not_see("档案：")
    await li.tap("目录")
    li.does_not_see("▲")
    await li.tap("1.1 ")
    await wang.say("/selfcheck")
    if wang.has("西北能化考核"):
        await wang.tap("西北能化考核")
    await wang.tap("2025-12")
    wang.sees("常设档案：尚未登记，可发 /file 登记")
    await enter(wang, *RULES)
    await open_item(li, "1.1")
    li.sees("常设档案：设备未登记")
    li.does_not_see("未在此登记")


async def test_a_rejection_is_of_what_it_was_about(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Rejected it stays, through a restart; where two are missing instead of one it is asked anew."""
    await enter(wang, *RULES)
    await northwest(li)
    await open_item(li, "1.4")
    accept, reject = li.button("采纳 a×1"), li.button("不采纳 a")
    await li.tap(reject)
    li.sees("a×1（−2） 未采纳", "本项 未评")
    with unchanged():
        await li.tap(accept)
        await li.tap(reject)
    await program.restart()
    await open_item(li, "1.4")
    li.sees("未采纳")
    await happened(wang, "制度", "学习制度", "废止…", "2025-12-01 合并")
    await open_item(li, "1.4")
    li.sees("1/3 项（缺 学习培训、工作室管理） → a×2（−4）")
    with unchanged():
        await li.tap(accept)
    await li.tap("采纳 a×2（−4）")
    li.sees("本项 1/5", "已记 a×2（−4）")
    await li.say("/undo")
    await open_item(li, "1.4")
    await li.tap("不采纳 a")
    await li.tap("重新考虑 a")
    li.sees("→ a×2（−4）")


async def test_what_happened_after_the_period_is_not_of_it(program: Program, wang: Chat, li: Chat) -> None:
    """A rule of January stands in January."""
    await enter(wang, *RULES, "制度 工作室管理制度 工作室管理 2026-01-02")
    await northwest(li)
    await open_item(li, "1.4")
    li.sees("2/3 项（缺 工作室管理）")
    await northwest(li, "2026-01")
    await open_item(li, "1.4")
    li.sees("3/3 项 ✓")


async def test_months_of_an_apprentice(program: Program, wang: Chat, li: Chat) -> None:
    """An unqualified month is proposed in its month only; a result that was put right is qualified."""
    await enter(wang, "师徒 李强 王海涛 液压 2025-10-01 2026-09-30 技师 有")
    for said in ("2025-10 合格", "2025-11 不合格", "2025-12 不合格", "2025-12 合格"):
        await wang.tap("月度结果…")
        await wang.say(said)
    await northwest(li, "2025-11")
    await open_item(li, "2.1")
    li.sees(
        "常设档案：师徒 1",
        "月度考核合格 0/1 次 → b×1（−2）",
        "有协议的师徒 1/1 对 ✓",
        "a 带徒低于一人 · 本期不考核",
    )
    li.does_not_see("→ a")
    await northwest(li)
    await open_item(li, "2.1")
    li.sees("月度考核合格 1/1 次 ✓", "有月度结果的徒弟 1/1 人 ✓")
    assert not li.has("采纳")
    await northwest(li, "2025-Q4 季度")
    await open_item(li, "2.1")
    li.sees("月度考核合格 2/3 次 → b×1（−2）")


async def test_log_and_file_are_joined(program: Program, wang: Chat, li: Chat) -> None:
    """What either has is no fault; what neither has is one, and both are named as its source."""
    await logged(program, "2025-12-11 theory 液压阀检修", "2025-12-12 patent 液压阀")
    await enter(wang, "成果 新型液压阀 市级 一等奖 2025-03-01", *RULES)
    await northwest(li)
    await open_item(li, "3.3")
    li.sees(
        "活动记录：年度内公司级以上奖励至少1项 0/1 项（档案 1） ✓",
        "活动记录：国家专利 1/1 项（档案 0） ✓",
        "季度获奖 0/1 项 → b×1（−5）",
        "常设档案：成果 1、专利未登记",
    )
    li.does_not_see("→ e", "→ f", "档案：国家专利", "档案：公司级")
    await open_item(li, "4.1")
    li.sees("活动记录：难题案例 0/1 个（档案 0） → a×1（−5）")
    await li.tap("采纳 a×1（−5）")
    li.sees("   活动记录：难题案例 0/1 个（档案 0）\n")
    await li.say("/undo")
    await enter(wang, "案例 水泵抢修 单位级 2025-09-01")
    await open_item(li, "4.1")
    li.sees("难题案例 0/1 个（档案 1） ✓")
    assert not li.has("采纳")


async def test_a_file_without_a_log(program: Program, wang: Chat, li: Chat) -> None:
    """Nobody is told of missing lessons; what the file knows is asked of the file alone."""
    await enter(wang, *RULES)
    await northwest(li)
    await open_item(li, "2.2")
    li.does_not_see("活动记录：")
    await open_item(li, "4.1")
    li.sees("档案：难题案例 0/1 个 → a×1（−5）")
    li.does_not_see("活动记录：")
    await open_item(li, "4.2")
    li.sees("档案：已验收的自主课题 0/1 项 → c×1（−5）")


async def test_the_list_and_the_check_say_who_proposes(program: Program, wang: Chat, li: Chat) -> None:
    """▲档案 where only the file does, ▲活动记录 where the log does; both are named before the signature."""
    await enter(wang, *RULES)
    await northwest(li)
    await li.tap("目录")
    li.sees("○1.1▲档案", "○1.4▲档案", "○2.2  ")
    await li.tap("核对并签字")
    li.sees("▲ 档案的建议未处理 9 处：1.1 a、1.4 a、1.5 a")
    await logged(program, "2025-12-11 theory 液压阀检修")
    await open_item(li, "4.1")
    await li.tap("目录")
    li.sees("○1.1▲档案", "2.2▲活动记录", "○4.1▲活动记录")
    await li.tap("核对并签字")
    li.sees("▲ 活动记录、档案的建议未处理")


async def test_what_changed_since_the_last_assessment(program: Program, wang: Chat, li: Chat) -> None:
    """Who came, left and changed duty after the sheet of November was signed; what was entered late is counted."""
    await enter(wang, "成员 王强 液压 高级工 2024-05-01", "成员 李强 液压 中级工 2024-05-01")
    await northwest(li, "2025-11")
    li.does_not_see("上次考核")
    await open_item(li, "1.2")
    li.does_not_see("上次考核")
    await li.say("\n".join(f"{item} 满" for item in ALL))
    await li.tap("目录")
    await li.tap("核对并签字")
    await sign(li)
    program.pass_time(seconds=60)
    await northwest(li)
    await open_item(li, "1.2")
    li.sees("上次考核 2026-01-05 后：没有变动")
    await enter(wang, "成员 赵六 电工 技师 2025-12-10")
    await happened(wang, "成员", "王强", "离开…", "2025-12-31 调往二矿")
    await happened(wang, "成员", "李强", "职责变动…", "2026-01-05 组长")
    await open_item(li, "1.2")
    li.sees(
        "常设档案：成员 2\n",
        "上次考核 2026-01-05 后：成员新增 赵六（迟登 1）、离开 王强（迟登 1）、职责变动 李强\n",
        "写明职责的成员 1/2 人（由考核人员判断）",
    )


async def test_what_earns_is_proposed_as_met(program: Program, wang: Chat, li: Chat) -> None:
    """The award rubric: what is there earns; what is not there is said and left to the assessor."""
    await enter(wang, "制度 日常管理办法 工作室管理 2024-05-01", "制度 考核奖励办法 成员考核 2024-05-01")
    await tongliao(li)
    await open_item(li, "2.5")
    li.sees(
        "常设档案：制度 2",
        "档案：日常工作管理制度 1/1 项 → a×1（+4）",
        "档案：考核奖励制度 1/1 项 → b×1（+4）",
        "档案：成果转化推广制度 0/1 项（由考核人员判断）",
    )
    await li.tap("采纳 a×1（+4）")
    li.sees("本项 4/10", "已记 a×1（+4）", "→ b×1（+4）")
    await li.tap("采纳 b×1（+4）")
    li.sees("本项 8/10")
    await open_item(li, "2.4")
    li.sees(
        "经费 0 元，已支出 0 元",
        "缺：经费预算",
        "档案：年度经费预算 0/1 份、核对过的支出 0/1 笔（由考核人员判断）",
    )
    assert not li.has("采纳")


async def test_an_accepted_proposal_stands_on_the_sheet(program: Program, wang: Chat, li: Chat) -> None:
    await enter(wang, *RULES)
    await northwest(li)
    await open_item(li, "1.4")
    await li.tap("采纳 a×1（−2）")
    await li.say("\n".join(f"{item} 满" for item in ALL if item != "1.4"))
    await li.tap("目录")
    await li.tap("核对并签字")
    li.does_not_see("未写说明", "未评")
    await sign(li)
    paper = Paper(li.sheet_file())
    assert paper.line("合计") == 98
    assert "常设档案：运行办法、学习培训、工作室管理制度 2/3 项（缺 工作室管理）" in paper.words("1.4")
    await agrees(program, li)


async def test_the_file_is_looked_at_and_not_written(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """[查看档案] opens the register that the item looks at; who only assesses cannot write there."""
    await enter(wang, *RULES)
    await northwest(li)
    await open_item(li, "1.4")
    card = li.card_message()["message_id"]
    await li.tap("查看档案")
    li.sees("制度　2 条", "运行办法")
    assert not li.has("添加")
    with unchanged():
        await li.say("制度 新制度 其他 2024-05-01")
    li.sees("您只能查看")
    await li.tap(li.button("打开", on=card))
    li.at("1.4")
    await open_item(li, "1.5")
    await li.tap("查看档案")
    li.sees("[成员 0]", "[制度 2]")


async def test_who_has_no_visit_sees_nothing(
    program: Program, wang: Chat, li: Chat, unchanged: Unchanged
) -> None:
    """Neither the card nor the register nor its proposals: the buttons of another are dead."""
    await enter(wang, *RULES)
    await northwest(li)
    await open_item(li, "1.4")
    accept, look = li.button("采纳 a×1"), li.button("查看档案")
    qian = await program.person("钱工", "assessor", Scope(kind="studio", key=RED.id))
    stranger = program.stranger("过客")
    await stranger.say("您好")
    with unchanged():
        for who in (qian, stranger):
            await who.forge(accept.data)
            await who.forge(look.data)
            who.does_not_see("运行办法", "制度 2")
        for data in (
            accept.data.replace(":a:1:", ":a:2:"),
            accept.data.replace(":a:1:", ":b:1:"),
            accept.data.replace(":1.4:", ":2.2:"),
            accept.data.replace(":1.4:", ":9.9:"),
            "ff:k:nowhere:rules",
        ):
            await li.forge(data)


async def test_a_leader_assessing_the_own_studio_sees_the_same(program: Program, wang: Chat) -> None:
    await enter(wang, *RULES)
    await wang.say("/selfcheck")
    if wang.has("西北能化考核"):
        await wang.tap("西北能化考核")
    await wang.tap("2025-12")
    await wang.say("1.1 满")
    await wang.tap("目录")
    await wang.tap("1.4 ")
    wang.sees("常设档案：制度 2", "→ a×1（−2）")


async def test_long_and_odd_names_fit_the_card(program: Program, wang: Chat, li: Chat) -> None:
    """Forty members whose names are as long as they may be, with signs of markup in them."""
    await enter(wang, *(f"成员;{number:02}<b>&{'长' * 60};{'工' * 40};2024-05-01" for number in range(40)))
    await northwest(li)
    await open_item(li, "1.2")
    li.sees("常设档案：成员 40", "缺：成员技能等级 40")
    assert len(li.card()) < 1500


async def test_in_english(program: Program, wang: Chat) -> None:
    """An assessor who reads English sees it in English; the note is in the language of the sheet."""
    await enter(wang, *RULES)
    ann = await program.person("Ann", "assessor", language="en")
    await ann.say("/assess")
    await ann.tap(ZHANG.name)
    await ann.tap("Northwest")
    await ann.tap("2025-12")
    ann.sees("Standing file: Equipment: none entered", "File: entries on equipment 0/1 entries → a×1 (−2)")
    await ann.tap("Contents")
    ann.sees("○1.4▲file")
    await ann.tap("1.4 ")
    ann.sees(
        "Standing file: Rules 2",
        "Missing: Rules: files 2",
        "File: rules on operation, training and management 2/3 rules (missing: management) → a×1 (−2)",
    )
    await ann.tap("Accept a×1 (−2)")
    ann.sees("entered as a×1 (−2)", "常设档案：运行办法")
    await ann.say("/undo")
    await ann.tap("Contents")
    await ann.tap("Check and sign")
    ann.sees("▲ Proposals of the file not decided, 9: 1.1 a, 1.4 a")
    await ann.tap("Contents")
    await ann.tap("3.1 ")
    ann.sees("Plans 0", "Missing: plan of 2025, plan of 2025-Q4", "plan of the year 0/1 plans")
    await ann.tap("See the file")
    ann.sees("[Rules 2]")
    assert chinese_in(ann) == []


async def test_a_version_without_such_counts_shows_what_there_is(
    program: Program, wang: Chat, li: Chat, chen: Chat
) -> None:
    """An assessment by an older version of the scheme: what stands and lacks is said, nothing is proposed."""
    await enter(wang, *RULES)
    visit = OpenVisit(
        visit="v", assessment="v", studio=ZHANG.id, rubric="northwest-2025", version=2, period="2025-12"
    )
    await program.make(visit, by="李工")
    await li.say("/resume")
    await li.say("1.3 a1")
    await open_item(li, "1.4")
    li.sees("常设档案：制度 2", "缺：制度附件 2")
    li.does_not_see("档案：运行办法")
    assert not li.has("采纳")
    await program.make(MoveVersion(assessment="v", version=3), by="陈主任")
    await open_item(li, "1.4")
    li.sees("2/3 项（缺 工作室管理） → a×1（−2）", "累计 扣 1")


async def test_a_result_that_was_taken_back_never_was(program: Program, wang: Chat, li: Chat) -> None:
    await enter(wang, "师徒 李强 王海涛 液压 2025-12-01 2026-11-30 技师 有")
    await wang.tap("月度结果…")
    await wang.say("2025-12 不合格")
    await northwest(li)
    await open_item(li, "2.1")
    li.sees("月度考核合格 0/1 次 → b×1（−2）")
    await wang.tap("经过登错了…")
    await wang.tap("2026-01-05 月度结果")
    await wang.say("登到别人了")
    await open_item(li, "2.1")
    li.sees("缺：师徒附件 1、师徒月度结果 1 个月", "有月度结果的徒弟 0/1 人 → a×1（−5）")
    li.does_not_see("月度考核合格")


async def test_conditions_show_what_they_look_at(program: Program, wang: Chat, li: Chat) -> None:
    """No points, no proposals: how many members and rules there are, beside the condition."""
    await enter(wang, *RULES, "成员 王强 液压 高级工 2024-05-01")
    await li.say("/assess")
    for label in (ZHANG.name, "西北能化考核", "创建条件核查", "2025 年"):
        await li.tap(label)
    li.sees("6.1 专业团队", "常设档案：成员 1")
    await open_item(li, "6.5")
    li.sees("常设档案：制度 2", "[查看档案]")
    assert not li.has("采纳")
