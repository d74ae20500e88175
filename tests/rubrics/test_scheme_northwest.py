"""The northwest measures: the table as it always was, and what the second version adds around it.

Rulings are told as tables of lines and what they come to under each answer.
"""

from decimal import Decimal
from hashlib import sha256

import pytest

from rubrics import files
from rubrics.effective import effective
from rubrics.entry_totals import read_totals
from rubrics.force import complete
from rubrics.outcomes import outcomes
from rubrics.periods import Period
from rubrics.points import show
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.cases import CASES, read
from tests.kit.schemes import latest
from tests.kit.there import notes, outcome_rules, there, verdicts
from tests.rubrics.test_outcomes import line
from tests.rubrics.test_schemes import source, squeezed

FIRST = files.SCHEMES / "northwest-2025.v1.yaml"
NORTHWEST = latest("northwest-2025")

RULES = """
1.1 2  a once 2 未建立档案 | b each 1 /处 档案不实
1.2 4  a each 2 /项 更新不及时 | b once 2 分工职责不明确
1.3 4  a each 1 /种 ≤5 缺少一种台账 | b each 1 /处 记录不详实
1.4 5  a each 2 /项 缺制度
1.5 5  a zero 0 无制度 | b once 3 无考核记录
2.1 10 a once 5 year 带徒低于一人 | b once 2 月度考核不合格 | c each 2 /项 不符合规定
2.2 10 a each 5 /次 ≤2 少一次 | b once 2 记录不完整
2.3 10 a each 5 /次 ≤2 少一次 | b once 2 记录不完整
3.1 10 a once 5 无工作计划 | b each 2 /处 台账记录不规范
3.2 10 a each 5 /次 ≤2 少一次 | b each 2 /处 记录不规范
3.3 20 a each 2 /项 ≤3 quarter 季度申报少1项 | b once 5 quarter 无获奖 | c once 5 未建立台账 | d once 2 台账不完整 | e once 10 year 年度无公司级以上奖励 | f once 5 year 无国家专利授权
4.1 5  a once 5 half 半年未提炼总结案例
4.2 5  a once 5 月度未开展攻关活动 | b once 2 记录不完整 | c each 5 /项 ≤1 year 年度课题攻关少一项
5.1 0  a bonus 1 /项 公司技术创新奖励
5.2 0  a bonus 2 /项 集团公司成果奖励
5.3 0  a bonus 3 /项 省市级成果奖励
5.4 0  a bonus 5 /项 国家成果、专利
5.5 0  a discretionary 0 其它奖项（酌情）
"""


def as_line(item):
    def words(rule):
        yield from (rule.letter, rule.kind, show(rule.points))
        if rule.unit:
            yield "/" + rule.unit
        if rule.max:
            yield f"≤{rule.max}"
        if rule.when:
            yield rule.when
        yield rule.label

    return f"{item.no} {show(item.points):2} " + " | ".join(" ".join(words(rule)) for rule in item.rules)


def test_rules_are_those_of_the_table():
    marked = (*NORTHWEST.items, *NORTHWEST.bonus_items)
    assert [as_line(item) for item in marked] == RULES.strip().splitlines()
    assert NORTHWEST.layout == "deduct"
    assert NORTHWEST.periods == ("month", "quarter", "year")
    assert [NORTHWEST.most, NORTHWEST.points] == [100, 100]


def test_parts_and_shared_rows():
    marked = (*NORTHWEST.items, *NORTHWEST.bonus_items)
    assert [show(part.points) for part in there(NORTHWEST.item("1.2")).parts] == ["2", "2"]
    assert all(len(item.parts) == 1 for item in marked if item.no != "1.2")
    assert squeezed(there(NORTHWEST.item("4.1")).content + there(NORTHWEST.item("4.2")).content) in source(
        NORTHWEST
    )
    assert squeezed("，".join(item.content for item in NORTHWEST.bonus_items[:4])) in source(NORTHWEST)


@pytest.mark.parametrize(
    ("period", "absent"),
    [
        ("2025-01", "2.1a 3.3a 3.3b 3.3e 3.3f 4.1a 4.2c"),
        ("2025-03", "2.1a 3.3e 3.3f 4.1a 4.2c"),
        ("2025-Q2", "2.1a 3.3e 3.3f 4.2c"),
        ("2025-06", "2.1a 3.3e 3.3f 4.2c"),
        ("2025-12", ""),
        ("2025", ""),
    ],
)
def test_rules_that_do_not_belong_to_a_sheet(period, absent):
    rules = [(item.no, rule) for item in NORTHWEST.items for rule in item.rules]
    assert [
        no + rule.letter for no, rule in rules if not rule.counts_in(Period.parse(period))
    ] == absent.split()


# --- the version that was released, and this one --------------------------------------------------


def test_first_version_is_as_it_was_released():
    assert sha256(FIRST.read_bytes()).hexdigest() == (
        "c0407463f4d1c381b3abe6126f84f6859a725207bff74985ff33c08f24ca9a6a"
    )


def test_rows_of_the_first_version_are_in_this_one_as_they_were():
    added = {"short", "registers", "requirements"}
    first = files.load(FIRST).rubric
    assert first is not None
    for before in first.all_items:
        now = there(NORTHWEST.item(before.no))
        assert now.model_dump(exclude=added) == before.model_dump(exclude=added)
        assert now.short == before.short or before.no.startswith("5.")
    assert [section.no for section in NORTHWEST.all_sections] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("name", ["northwest-44", "northwest-by-hand", "northwest-floors", "northwest-month"])
def test_worked_cases_come_to_the_same_in_both_versions_and_under_a_campaign(name):
    case = read(CASES / f"{name}.txt")
    first = read(CASES / f"{name}.txt")
    first.rubric = there(files.load(FIRST).rubric)
    ruled = read(CASES / f"{name}.txt")
    ruled.rulings = {}
    figures = [
        (sheet.total, sheet.deducted, sheet.bonus, sheet.reachable, [row.score for row in sheet.items])
        for sheet, _ in (case.run(), first.run(), ruled.run())
    ]
    assert figures[0] == figures[1] == figures[2]
    assert effective(NORTHWEST, {}) is NORTHWEST


AMOUNTS = """
rewarded: 创新工作室成员 1000 lump
below-85: 创新工作室 -20% lump, 创新工作室领衔人 -200 lump
two-quarters-below-85: 创新工作室领衔人 -500 lump, 所在单位党政负责人 -300 head, 分管专业副总工程师 约谈 lump
unfinished-or-ineffective: 创新工作室 摘牌 lump, 创新工作室领衔人 更换创新工作室领衔人 lump, 创新工作室领衔人 -1000 lump, 创新工作室领衔人 -10% lump, 所在单位党政负责人 -500 head
commended-above: 创新工作室领衔人 2000 head, 所在单位党政负责人 2000 head
last-or-delisted: 创新工作室领衔人 -1000 head, 创新工作室领衔人 -20% lump, 所在单位党政负责人 -1000 head, 相关专业副总工程师 问责 lump
raised: 创新工作室领衔人 2000 lump, 所在单位党政负责人 1000 head, 工作室成员 500 head
"""


def test_amounts_lump_sums_and_heads():
    def amount(one):
        share = "" if one.share is None else f"{show(one.share)}%"
        return share or (one.what if one.amount is None else show(one.amount))

    rules = outcome_rules(NORTHWEST)
    found = [
        f"{source.id}: " + ", ".join(f"{one.who} {amount(one)} {one.per}" for one in source.consequences)
        for source in verdicts(rules)
        if source.consequences
    ]
    assert found == AMOUNTS.strip().splitlines()


# --- what the second version adds -----------------------------------------------------------------

GATES = """
6.1 专业团队 hard ≥3名
6.2 固定场所 hard
6.3 明显标识 hard
6.4 基本设施 hard
6.5 完善制度 hard
6.6 经费保障 hard
6.7 完备资料 hard
6.8 显著成效 hard
"""


def test_eight_conditions_of_founding_are_gates_in_the_order_of_the_source():
    def told(item):
        (rule,) = item.rules
        least = "" if rule.minimum is None else f" ≥{show(rule.minimum)}{rule.unit}"
        return f"{item.no} {item.title} {rule.strength}{least}"

    assert [told(item) for item in NORTHWEST.gate_items] == GATES.strip().splitlines()
    chapter = source(NORTHWEST).partition("四、创建管理")[2].partition("##五、经费管理")[0]
    assert chapter == "".join(
        f"{number}.{squeezed(item.content)}" for number, item in enumerate(NORTHWEST.gate_items, start=1)
    )


@pytest.mark.parametrize(
    ("lines", "passes"),
    [
        ("6.1 3", {"6.1": True}),
        ("6.1 2", {"6.1": False}),
        ("6.1 5\n6.2 是\n6.3 met", {"6.1": True, "6.2": True, "6.3": True}),
        ("6.6 否", {"6.6": False}),
    ],
)
def test_conditions_are_met_or_not_beside_the_hundred_points(lines, passes):
    marks, problems = run_lines(NORTHWEST, lines)
    assert problems == ()
    sheet = score(NORTHWEST, marks)
    assert {gate.no: gate.passes for gate in sheet.gates if gate.passes is not None} == passes
    assert [sheet.total, sheet.reachable] == [0, 100]


SHEETS = """
monthly regular month 1 2 3 4 5
quarterly regular quarter 1 2 3 4 5
yearly regular year 1 2 3 4 5
founding founding - 6
"""


def test_sheets_of_a_check_an_assessment_and_a_founding():
    assert [
        f"{sheet.id} {sheet.kind} {' '.join(sheet.periods) or '-'} {' '.join(map(str, sheet.sections))}"
        for sheet in NORTHWEST.sheets
    ] == SHEETS.strip().splitlines()


REQUIREMENTS = """
theory-month: theory ≥2 month -> 2.2 a
practice-month: practice ≥2 month -> 2.3 a
exchange-month: exchange ≥1 month -> 3.2 a
research-month: research ≥1 month -> 3.2 a
research-month-own: research ≥1 month -> 4.2 a
apprentice-year: apprentice ≥1 year -> 2.1 a
case-half: case ≥1 half -> 4.1 a
declared-quarter: declared ≥3 quarter -> 3.3 a
awarded-quarter: quarterly-award ≥1 quarter -> 3.3 b
award-year: company-award group-award province-award national-result ≥1 year -> 3.3 e
group-award-year: group-award province-award national-result ≥1 year -> -
patent-year: patent ≥1 year -> 3.3 f
own-project-year: own-project ≥1 year -> 4.2 c
research-year: integration own-project ≥1 year -> -
report-half: report ≥1 half -> -
"""


def test_activities_asked_for_with_the_rule_that_each_feeds():
    assert [
        f"{one.id}: {' '.join(one.activities)} ≥{one.count} {one.per} -> {one.feeds or '-'}"
        for one in NORTHWEST.requirements
    ] == REQUIREMENTS.strip().splitlines()


def test_what_feeds_a_rule_is_asked_for_in_the_time_in_which_the_rule_counts():
    for one in NORTHWEST.requirements:
        if one.feeds:
            no, letter = one.feeds.split()
            item = there(NORTHWEST.item(no))
            assert (there(item.rule(letter)).when or "month") == one.per
            assert one.id in item.requirements


def test_most_that_can_be_missing_is_what_is_asked_for():
    asked: dict[str, int] = {}
    for one in NORTHWEST.requirements:
        if one.feeds:
            asked[one.feeds] = asked.get(one.feeds, 0) + one.count
    for feeds, count in asked.items():
        no, letter = feeds.split()
        assert there(there(NORTHWEST.item(no)).rule(letter)).most in {count, 1}


def test_every_list_and_activity_is_looked_at_by_something():
    looked = {register for item in NORTHWEST.all_items for register in item.registers}
    assert {one.id for one in NORTHWEST.registers} == looked
    assert {one.id for one in NORTHWEST.activities} == {
        activity for one in NORTHWEST.requirements for activity in one.activities
    }


def test_quotes_and_duties_stand_in_the_source_and_duties_in_their_clause():
    text = source(NORTHWEST)
    quotes = [*(one.quote for one in NORTHWEST.registers), *(one.quote for one in NORTHWEST.requirements)]
    assert [quote for quote in quotes if squeezed(quote) not in text] == []
    for duty in NORTHWEST.duties:
        clause = squeezed(there(NORTHWEST.clause(duty.clause)).quote)
        assert [words for words in duty.what.split("……") if squeezed(words) not in clause] == [], duty.id
        assert squeezed(duty.who) in text


@pytest.mark.parametrize(
    "department", ["领导小组", "专业副总工程师", "创新工作室领衔人", "生产技术部、设备管理部", "经管物资部", "销售采购部", "团委", "安全监管部", "财务部", "人力资源部（党群部）", "工会", "公司工会"]
)  # fmt: skip
def test_every_department_of_the_second_chapter_has_its_duties(department):
    assert [duty.id for duty in NORTHWEST.duties if duty.who == department]


def test_fund_goal_and_report():
    (fund,) = NORTHWEST.funding
    assert (show(there(fund.amount)), fund.unit) == ("30000", "元")
    (goal,) = NORTHWEST.quotas
    assert (goal.count, goal.of) == (1, "集团公司级劳模（工匠）创新工作室")
    assert NORTHWEST.deadlines[0].rule == "到2026年"
    assert [(duty.id, duty.per) for duty in NORTHWEST.duties if duty.per == "half"] == [
        ("half-report", "half")
    ]
    about_fund = {duty.id for duty in NORTHWEST.duties if duty.id.startswith("fund-")}
    assert about_fund == {
        "fund-source", "fund-use", "fund-budget", "fund-approval", "fund-claim", "fund-voucher", "fund-rules",
        "fund-assets",
    }  # fmt: skip


# --- rulings --------------------------------------------------------------------------------------

RULINGS = """
quarter-mean: mean own-sheet
quarterly-weight: closing-month every-month
records: once each
two-parts: parts whole
award-level: company group
missed-research: both not_given own-only
patent-duty: annex not_given
bonus-levels: highest each-level
bonus-in-total: outside counted
team-award: lump head
second-quarter-leader: instead also
second-quarter-fund: again rest once
third-quarter: goes-on anew
over-new-year: in-a-row within-year
unit-heads: head lump
craftsman: instead also
"""


def test_rulings_ship_todays_reading_first_and_call_it_assumed():
    assert [
        f"{ruling.id}: {' '.join(option.id for option in ruling.options)}" for ruling in NORTHWEST.rulings
    ] == RULINGS.strip().splitlines()
    for ruling in NORTHWEST.rulings:
        first, *others = ruling.options
        assert (ruling.shipped, ruling.assumed, first.changes) == (first.id, True, ())
        assert all(other.changes for other in others), ruling.id


def test_rulings_readings_and_contradictions_are_there_in_english():
    for ruling in NORTHWEST.rulings:
        texts = [ruling.question_en, ruling.reason_en, *(option.text_en for option in ruling.options)]
        assert all(texts), ruling.id
    for note in notes(NORTHWEST):
        assert all((note.says_en, note.read_en, note.reason_en)), note.id


SCORES = [
    # ruling, option, period, lines, item, score as published, score as ruled
    ("quarterly-weight", "every-month", "2025-03", "3.3 a2b", "3.3", "11", "11"),
    ("records", "each", "2025-12", "2.2 b3", "2.2", None, "4"),
    ("records", "each", "2025-12", "2.3 a1b1", "2.3", "3", "3"),
    ("records", "each", "2025-12", "4.2 b2", "4.2", None, "1"),
    ("two-parts", "whole", "2025-12", "1.2 a2", "1.2", "2", "0"),
    ("two-parts", "whole", "2025-12", "1.2 a1b1", "1.2", "0", "0"),
    ("award-level", "group", "2025-12", "3.3 e", "3.3", "10", "10"),
    ("missed-research", "not_given", "2025-12", "4.2 a", "4.2", "0", None),
    ("missed-research", "not_given", "2025-12", "4.2 b", "4.2", "3", "3"),
    ("missed-research", "not_given", "2025-12", "3.2 a2", "3.2", "0", "0"),
    ("missed-research", "own-only", "2025-12", "3.2 a2", "3.2", "0", None),
    ("missed-research", "own-only", "2025-12", "3.2 a1", "3.2", "5", "5"),
    ("missed-research", "own-only", "2025-12", "4.2 a", "4.2", "0", "0"),
    ("patent-duty", "not_given", "2025-12", "3.3 f", "3.3", "15", None),
    ("patent-duty", "not_given", "2025-12", "3.3 满", "3.3", "20", "20"),
    ("patent-duty", "not_given", "2025-12", "3.3 e", "3.3", "10", "10"),
    ("bonus-levels", "each-level", "2025-12", "5.1 a\n5.2 a", "5.2", "2", "2"),
]


def entered(rulings, period, lines, no):
    """The score of an item after these lines; None where a line is refused."""
    when = Period.parse(period)
    marks, problems = run_lines(NORTHWEST, lines, when, rulings=rulings)
    rubric = effective(NORTHWEST, rulings)
    sheet = score(rubric, marks, period=when, rulings=complete(rubric, rulings))
    row = next(row for row in (*sheet.items, *sheet.bonus_items) if row.no == no)
    return None if problems or row.score is None else show(row.score)


@pytest.mark.parametrize(("ruling", "option", "period", "lines", "no", "published", "ruled"), SCORES)
def test_answer_to_a_ruling_changes_what_a_line_comes_to(ruling, option, period, lines, no, published, ruled):
    assert entered({}, period, lines, no) == published
    assert entered({ruling: option}, period, lines, no) == ruled


def test_quarterly_rules_can_be_entered_in_every_month_if_that_is_ruled():
    assert entered({}, "2025-01", "3.3 b", "3.3") is None
    assert entered({"quarterly-weight": "every-month"}, "2025-01", "3.3 b", "3.3") == "15"


def test_nothing_that_is_not_given_is_missing_from_what_can_be_reached():
    rulings = {"patent-duty": "not_given", "missed-research": "not_given"}
    sheet = score(effective(NORTHWEST, rulings), {}, rulings=complete(NORTHWEST, rulings))
    assert sheet.reachable == 100


def test_ruled_award_and_duties_change_what_is_asked_for():
    made = effective(NORTHWEST, {"award-level": "group", "patent-duty": "not_given"})
    of_group = there(NORTHWEST.requirement("group-award-year"))
    assert there(made.requirement("award-year")).activities == of_group.activities
    assert there(there(made.item("3.3")).rule("e")).text == "年度无集团公司以上奖励"
    assert there(made.requirement("patent-year")).feeds is None
    read = {one.id: one.read for one in made.discrepancies}
    assert read["patent-duty"] == "按正文考核，年度无国家专利授权不扣分"
    levels = effective(NORTHWEST, {"bonus-levels": "each-level"}).bonus_items[:4]
    assert [one.short for one in levels] == [f"{one.content}（同一成果各级分别计）" for one in levels]


@pytest.mark.parametrize(
    ("form", "lost", "published", "counted"),
    [
        ("monthly", "2.2 a1", "95 10", "100 10"),
        ("monthly", "2.2 a2\n2.3 a2", "80 10", "90 10"),
        ("quarterly", "2.2 a1", "95 10", "100 10"),
        ("yearly", "2.2 a1", "95 10", "95 0"),
    ],
)
def test_bonus_counted_into_months_and_quarters_is_no_part_of_a_year(form, lost, published, counted):
    def total(rulings):
        full = "\n".join(f"{item.no} 满" for item in NORTHWEST.items)
        marks, problems = run_lines(NORTHWEST, f"{full}\n{lost}\n5.4 a2", rulings=rulings)
        assert problems == ()
        made = effective(NORTHWEST, rulings)
        sheet = score(made, marks, rulings=complete(made, rulings), form=form)
        return f"{show(sheet.total)} {show(sheet.bonus)}"

    assert total({}) == published
    assert total({"bonus-in-total": "counted"}) == counted


FUND = "创新工作室 年度专项经费"
LEADER = "创新工作室领衔人 绩效考核工资"
ROW = "2024-Q4 84\n2025-Q1 84"
HEADS = "所在单位党政负责人 绩效考核工资"
CRAFTSMAN = "2025 - 任务未完成 领衔人为皖煤杰出工匠"

FOLLOWS = [
    # ruling, option, lines, what is said of the last period as published, and as ruled
    ("team-award", "head", "2025-Q1 92", "成员 绩效考核工资 1000元", "成员 绩效考核工资 1000元/人"),
    ("second-quarter-leader", "also", ROW, f"{LEADER} -500元", f"{LEADER} -200元 + {LEADER} -500元"),
    ("second-quarter-fund", "rest", "2025-Q1 84\n2025-Q2 84", f"{FUND} -6000元", f"{FUND} -4800元"),
    ("second-quarter-fund", "once", "2025-Q1 84\n2025-Q2 84", f"{FUND} -6000元", ""),
    ("second-quarter-fund", "once", ROW, f"{FUND} -6000元", f"{FUND} -6000元"),
    ("over-new-year", "within-year", ROW, "连续两个季度85分以下", "2025-Q1 84 85分以下"),
    ("unit-heads", "lump", ROW, f"{HEADS} -300元/人", f"{HEADS} -300元"),
    ("third-quarter", "anew", f"{ROW}\n2025-Q2 84", "连续两个季度85分以下", "2025-Q2 84 85分以下"),
    ("craftsman", "also", CRAFTSMAN, "领衔人 年薪 -10%", f"{LEADER} -1000元 + 创新工作室领衔人 年薪 -10%"),
]


def said(lines, rulings=None):
    """What is said of the last period, with a fund of 30,000."""
    reading = read_totals(lines, NORTHWEST)
    assert not reading.problems
    *_, last = outcomes(NORTHWEST, reading.given, fund=Decimal(30000), rulings=rulings)
    return line(last)


@pytest.mark.parametrize(("ruling", "option", "lines", "published", "ruled"), FOLLOWS)
def test_answer_to_a_ruling_changes_what_follows(ruling, option, lines, published, ruled):
    before, now = said(lines), said(lines, {ruling: option})
    assert published in before
    assert ruled in now
    if not ruled:
        assert published not in now


def test_quarter_scored_once_has_no_mean_of_months():
    made = effective(NORTHWEST, {"quarter-mean": "own-sheet"})
    assert (outcome_rules(NORTHWEST).parts("quarter"), outcome_rules(made).parts("quarter")) == (
        ("month",),
        (),
    )


SAID = [
    ("2025-01 92\n2025-02 88\n2025-03 90", "2025-Q1 90 奖励 + 创新工作室成员 绩效考核工资 1000元"),
    (
        "2024-Q4 84\n2025-01 85\n2025-02 85\n2025-03 84.9",
        (
            f"2025-Q1 84.96 连续两个季度85分以下 + {FUND} -6000元 + {LEADER} -500元 + {HEADS} -300元/人"
            " + 分管专业副总工程师 约谈"
        ),
    ),
]


@pytest.mark.parametrize(("lines", "expected"), SAID)
@pytest.mark.parametrize("rulings", [None, {}])
def test_lines_of_the_specification_without_and_with_a_campaign(lines, expected, rulings):
    assert said(lines, rulings) == expected


def test_contradictions_of_the_source_are_there():
    assert {"award-level", "twice-punished", "patent-duty", "fund-least"} <= {
        one.id for one in NORTHWEST.discrepancies
    }
