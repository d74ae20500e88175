"""The shipped schemes: their source word for word, and the structure that SPEC reads from it."""

from pathlib import Path

import pytest

from rubrics import files
from rubrics.periods import Period
from rubrics.points import show

SEEDS = Path(__file__).parents[1] / "data" / "seeds"
SOURCES = {
    "tongliao-2020": "000-tongliao-2020-scoring-standard.txt",
    "northwest-2025": "002-northwest-2025-measures.txt",
}


def latest(rubric_id):
    return files.latest(rubric_id)


TONGLIAO = latest("tongliao-2020")
NORTHWEST = latest("northwest-2025")
RUBRICS = pytest.mark.parametrize("rubric", [TONGLIAO, NORTHWEST], ids=lambda rubric: rubric.id)


def squeezed(text):
    """Without the tags that the scan left and without blanks; a check box is the square that it prints as."""
    for tag in ('<input type="checkbox"/>', "<p>", "</p>", '<p style="text-align: center;">'):
        text = text.replace(tag, "□" if "input" in tag else "")
    return "".join(text.split())


def source(rubric):
    return squeezed((SEEDS / SOURCES[rubric.id]).read_text())


def every_item(rubric):
    return (*rubric.items, *rubric.bonus_items)


def test_every_shipped_file_loads_without_any_problem():
    assert files.shipped_ids() == tuple(sorted(SOURCES))
    for path in files.shipped():
        assert files.load(path).problems == ()


@RUBRICS
def test_text_said_to_be_verbatim_stands_in_the_source(rubric):
    text = source(rubric)
    verbatim = [
        rubric.document,
        rubric.issuer,
        rubric.leader,
        rubric.title,
        *(clause.quote for clause in rubric.clauses),
    ]
    verbatim += [section.title for section in rubric.sections]
    for item in every_item(rubric):
        verbatim += [
            item.content,
            item.standard,
            item.evidence_quote,
            *item.evidence,
            *item.contents_by_variant.values(),
        ]
        verbatim += [part.content for part in item.parts] + [rule.quote for rule in item.rules]
    assert [words for words in verbatim if squeezed(words) not in text] == []


@RUBRICS
def test_clauses_of_an_item_stand_in_the_order_of_the_source(rubric):
    for item in rubric.items:
        standard = squeezed(item.standard)
        places = [standard.index(squeezed(rule.quote)) for rule in item.rules if rule.quote]
        assert places == sorted(places), item.no


@RUBRICS
def test_whole_standard_is_read_into_rules(rubric):
    """Every amount in a standard belongs to the quote of some rule."""
    for item in rubric.items:
        rest = squeezed(item.standard)
        for rule in item.rules:
            rest = rest.replace(squeezed(rule.quote), "", 1) if rule.quote else rest
        assert not any(
            sign in rest for sign in ("得2分", "扣1", "扣2", "扣5", "分扣", "-2", "-3", "-5", "不得分")
        ), (item.no, rest)


def test_tongliao_item_titles_are_those_of_the_source():
    text = source(TONGLIAO)
    for item in TONGLIAO.items:
        assert f"{item.no.split('.')[1]}.{item.title}" in text


def test_tongliao_numbers_points_and_rules():
    assert [
        (item.no, show(item.points), "+".join(show(rule.points) for rule in item.rules))
        for item in TONGLIAO.items
    ] == [
        ("1.1", "5", "2+2+1"),
        ("1.2", "5", "2+3"),
        ("2.1", "5", "3+2"),
        ("2.2", "5", "1+3+1"),
        ("2.3", "5", "2+3"),
        ("2.4", "5", "3+2"),
        ("2.5", "10", "4+4+2"),
        ("2.6", "10", "6+2+1+1"),
        ("3.1", "15", "15"),
        ("3.2", "5", "5"),
        ("4.1", "10", "8+2"),
        ("4.2", "5", "3+2"),
        ("5.1", "5", "5"),
        ("5.2", "5", "5"),
        ("5.3", "5", "5"),
    ]
    assert TONGLIAO.layout == "award"
    assert TONGLIAO.periods == ("year",)


NORTHWEST_RULES = """
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


def test_northwest_rules_are_those_of_the_table():
    assert [as_line(item) for item in every_item(NORTHWEST)] == NORTHWEST_RULES.strip().splitlines()
    assert NORTHWEST.layout == "deduct"
    assert NORTHWEST.periods == ("month", "quarter", "year")


def test_northwest_parts_and_shared_rows():
    assert [show(part.points) for part in NORTHWEST.item("1.2").parts] == ["2", "2"]
    assert all(len(item.parts) == 1 for item in every_item(NORTHWEST) if item.no != "1.2")
    assert squeezed(NORTHWEST.item("4.1").content + NORTHWEST.item("4.2").content) in source(NORTHWEST)
    assert squeezed("，".join(item.content for item in NORTHWEST.bonus_items[:4])) in source(NORTHWEST)


def test_exclusive_letters():
    def groups(rubric, kind):
        return [
            (item.no, "".join(group.letters))
            for item in rubric.items
            for group in item.exclusive
            if group.kind == kind
        ]

    assert groups(NORTHWEST, "alternative") == [("1.1", "ab"), ("1.5", "ab"), ("3.3", "cd")]
    assert groups(NORTHWEST, "contradiction") == [("2.1", "ab")]
    assert groups(TONGLIAO, "alternative") == groups(TONGLIAO, "contradiction") == []


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


def test_tongliao_unallocated_point_waits_for_a_ruling_that_ships_as_given():
    rule = TONGLIAO.item("2.6").rule("d")
    ruling = TONGLIAO.ruling(rule.ruled_by)
    assert [option.id for option in ruling.options] == ["given", "not_given"]
    assert (ruling.shipped, ruling.assumed) == ("given", True)
    assert [rule.letter for item in TONGLIAO.items for rule in item.rules if rule.ruled_by] == ["d"]


def test_tongliao_without_its_discrepancy_does_not_add_up():
    path = next(path for path in files.shipped() if path.name.startswith("tongliao"))
    loaded = files.loads(path.read_text().replace("    about: sum\n", ""), path.name)
    assert [(one.code, one.params["sum"]) for one in loaded.problems] == [("sum_of_rules", "9")]


def test_tongliao_judged_items_and_variants():
    assert [item.no for item in TONGLIAO.items if item.judged] == ["3.1", "3.2", "5.1", "5.2", "5.3"]
    assert [variant.title for variant in TONGLIAO.variants] == ["技术攻关型", "技能传授型", "窗口服务型"]
    assert [item.no for item in TONGLIAO.items if item.contents_by_variant] == ["3.1"]


def test_evidence_of_tongliao_is_its_list_split_at_semicolons():
    for item in TONGLIAO.items:
        assert "；".join(item.evidence) == item.evidence_quote.replace("； ", "；").removesuffix("。")


@RUBRICS
def test_card_texts_fit_a_phone(rubric):
    for item in every_item(rubric):
        assert len(item.title) <= 10
        assert all(len(rule.label) <= 18 for rule in item.rules), item.no


@RUBRICS
def test_sections_and_items_have_english_titles(rubric):
    sections = (*rubric.sections, *((rubric.bonus,) if rubric.bonus else ()))
    titles = [thing.title_en for section in sections for thing in (section, *section.items)]
    assert all(title and title.isascii() for title in titles)


@RUBRICS
def test_what_follows_is_said_in_the_words_of_the_clause_with_its_amount(rubric):
    sources = (*rubric.outcomes.bands, *rubric.outcomes.occasions)
    assert {source.id for source in sources if not source.verdict_en} == set()
    assert {fact.id for fact in rubric.outcomes.facts if not fact.title_en} == set()
    for source in sources:
        quote = squeezed(rubric.clause(source.clause).quote)
        for one in source.consequences:
            assert one.what in quote
            if one.amount is not None:
                assert f"{show(abs(one.amount))}{one.unit}" in quote
            if one.share is not None:
                assert f"{show(abs(one.share))}%" in quote
            if one.per == "head":
                assert "各" in quote or one.who == "所在单位党政负责人"
            who = one.who.removeprefix("职工").removeprefix("创新工作室")
            assert who in quote


NORTHWEST_AMOUNTS = """
rewarded: 创新工作室成员 1000 lump
below-85: 创新工作室 -20% lump, 创新工作室领衔人 -200 lump
two-quarters-below-85: 创新工作室领衔人 -500 lump, 所在单位党政负责人 -300 head, 分管专业副总工程师 约谈 lump
unfinished-or-ineffective: 创新工作室 摘牌 lump, 创新工作室领衔人 更换创新工作室领衔人 lump, 创新工作室领衔人 -1000 lump, 创新工作室领衔人 -10% lump, 所在单位党政负责人 -500 head
commended-above: 创新工作室领衔人 2000 head, 所在单位党政负责人 2000 head
last-or-delisted: 创新工作室领衔人 -1000 head, 创新工作室领衔人 -20% lump, 所在单位党政负责人 -1000 head, 相关专业副总工程师 问责 lump
raised: 创新工作室领衔人 2000 lump, 所在单位党政负责人 1000 head, 工作室成员 500 head
"""


def test_northwest_amounts_lump_sums_and_heads():
    def amount(one):
        share = "" if one.share is None else f"{show(one.share)}%"
        return share or (one.what if one.amount is None else show(one.amount))

    rules = NORTHWEST.outcomes
    found = [
        f"{source.id}: " + ", ".join(f"{one.who} {amount(one)} {one.per}" for one in source.consequences)
        for source in (*rules.bands, *rules.occasions)
        if source.consequences
    ]
    assert found == NORTHWEST_AMOUNTS.strip().splitlines()


def test_every_clause_about_consequences_is_used():
    used = {source.clause for source in (*NORTHWEST.outcomes.bands, *NORTHWEST.outcomes.occasions)}
    about = {clause.id for clause in NORTHWEST.clauses if clause.where.startswith(("六（二）", "六（三）"))}
    assert used == about
    assert {band.clause for band in TONGLIAO.outcomes.bands} == {"withdrawal"}
