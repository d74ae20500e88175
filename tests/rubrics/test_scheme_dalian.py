"""The Dalian recommendations: conditions of two tracks, places, the way of an application, and four annexes."""

from datetime import date
from hashlib import sha256

import pytest

from rubrics import files
from rubrics.effective import effective
from rubrics.force import complete
from rubrics.model import Rubric
from rubrics.points import show
from rubrics.run import run_lines
from rubrics.scoring import score
from tests.kit.schemes import latest, without
from tests.kit.there import gate_of, notes, there
from tests.rubrics.test_schemes import source, squeezed

DALIAN: Rubric = latest("dalian-2019")
FIRST = files.SCHEMES / "dalian-2019.v1.yaml"

GATES = """
1.1 工作计划 hard
1.2 具体活动 hard
1.3 创新成果 hard
2.1 劳模领衔 soft model
2.2 市级以上劳模领衔 soft staff
2.3 运行2年以上 hard ≥2年
2.4 固定团队 hard
2.5 场所设备目标制度 hard
2.6 创新攻关能力 hard
2.7 示范引领 hard
2.8 已获命名 exclusion
2.9 非原有建制 exclusion
2.10 未获省劳模室命名 exclusion
2.11 荣誉基础有变化 exclusion model n/a
2.12 未获省职工室命名 exclusion staff
"""


def test_conditions_in_the_order_of_the_source_with_their_strength_and_track():
    def told(item):
        rule = gate_of(item)
        least = [] if rule.minimum is None else [f"≥{show(rule.minimum)}{rule.unit}"]
        apart = ["n/a"] if item.not_applicable else []
        return " ".join([item.no, item.title, rule.strength, *least, *item.variants, *apart])

    assert [told(item) for item in DALIAN.gate_items] == GATES.strip().splitlines()
    places = [source(DALIAN).index(squeezed(item.content)) for item in DALIAN.gate_items]
    assert places == sorted(places)
    assert not DALIAN.items
    assert DALIAN.points == 0


COMMON = "1.1 是\n1.2 是\n1.3 是\n2.3 3\n2.4 是\n2.5 是\n2.6 是\n2.7 是\n2.8 是\n2.9 是\n2.10 是"
MODEL, STAFF = f"{COMMON}\n2.1 是", f"{COMMON}\n2.2 是\n2.12 是"

CASES = [
    # track, answers, what keeps the studio out, what needs a reason, whether it passes
    ("model", f"{MODEL}\n2.11 不适用", "", "", True),
    ("model", f"{MODEL}\n2.11 是", "", "", True),
    ("model", f"{MODEL}\n2.11 否", "2.11", "", False),
    ("model", f"{MODEL}\n2.11 不适用\n2.1 否", "2.1", "2.1", True),
    ("model", f"{MODEL}\n2.11 不适用\n2.3 2", "", "", True),
    ("model", f"{MODEL}\n2.11 不适用\n2.3 1.5", "2.3", "", False),
    ("model", f"{MODEL}\n2.11 不适用\n2.10 否", "2.10", "", False),
    ("model", f"{MODEL}\n2.11 不适用\n1.3 否", "1.3", "", False),
    ("model", MODEL, "", "", None),
    ("staff", STAFF, "", "", True),
    ("staff", f"{STAFF}\n2.12 否", "2.12", "", False),
    ("staff", f"{STAFF}\n2.2 否", "2.2", "2.2", True),
    ("staff", f"{STAFF}\n2.8 否\n2.9 否", "2.8 2.9", "", False),
    ("staff", "1.1 否", "1.1", "", False),
    ("staff", "", "", "", None),
]


def judged(track, lines, rulings=None):
    marks, problems = run_lines(DALIAN, lines, rulings=rulings)
    assert problems == ()
    rubric = effective(DALIAN, rulings)
    return score(rubric, marks, rulings=complete(rubric, rulings), variant=track, form="inspection")


@pytest.mark.parametrize(("track", "lines", "unmet", "reasons", "passes"), CASES)
def test_studio_of_a_track_passes_or_is_kept_out(track, lines, unmet, reasons, passes):
    sheet = judged(track, lines)
    assert [gate.no for gate in sheet.gates if gate.passes is False] == unmet.split()
    assert [gate.no for gate in sheet.gates if gate.needs_reason] == reasons.split()
    assert sheet.passed is passes
    assert sheet.total == 0


@pytest.mark.parametrize(("track", "count", "absent"), [("model", 13, "2.2 2.12"), ("staff", 13, "2.1 2.11")])
def test_conditions_of_the_other_track_are_not_asked(track, count, absent):
    numbers = [gate.no for gate in judged(track, "").gates]
    assert len(numbers) == count
    assert set(absent.split()).isdisjoint(numbers)


def test_workers_studio_again_is_a_ruling():
    (ruling,) = DALIAN.rulings
    assert (ruling.shipped, ruling.assumed) == ("excluded", True)
    again = judged("staff", f"{STAFF}\n2.12 否", {"staff-again": "reasoned"})
    assert [gate.no for gate in again.gates if gate.needs_reason] == ["2.12"]
    assert again.passed is True
    assert judged("staff", f"{STAFF}\n2.12 否", {}).passed is False


def test_places_bind_the_city_only_and_the_day_is_the_last():
    assert [(one.variant, one.count, one.who) for one in DALIAN.quotas] == [
        ("model", 7, "大连市总工会"),
        ("staff", 8, "大连市总工会"),
    ]
    assert [(one.id, one.on, one.rule) for one in DALIAN.deadlines] == [
        ("submission", date(2019, 6, 30), None),
        ("province", None, "按省总要求时间节点"),
    ]
    assert DALIAN.issued is None


def test_way_of_an_application():
    assert [(stage.title, stage.who) for stage in DALIAN.stages] == [
        ("申请", "所在单位工会"),
        ("推荐", "各区市县、产业工会"),
        ("评审", "市总工会"),
        ("审定", "市总工会党组会议"),
        ("申报", "市总工会"),
    ]
    for stage in DALIAN.stages:
        assert squeezed(stage.what) in squeezed(there(DALIAN.clause(stage.clause)).quote)


def test_duties_and_lists_stand_in_the_source():
    text = source(DALIAN)
    for duty in DALIAN.duties:
        assert squeezed(duty.what) in squeezed(there(DALIAN.clause(duty.clause)).quote), duty.id
        assert duty.who in text
    assert [one.quote for one in DALIAN.registers if squeezed(one.quote) not in text] == []
    assert "5-10分钟" in next(duty.what for duty in DALIAN.duties if duty.id == "video")


# --- annexes --------------------------------------------------------------------------------------


def annex(number):
    """The text of an annex, squeezed."""
    text = source(DALIAN).rpartition(f"附件{number}")[2]
    return text.partition(f"附件{number + 1}")[0] if number < 4 else text


def rest(text, labels):
    """What remains of an annex when every label is taken out once, in the order of the form."""
    at = 0
    for label in labels:
        place = text.find(squeezed(label), at)
        assert place >= 0, label
        text = text[:place] + "|" + text[place + len(squeezed(label)) :]
        at = place
    return text.replace("|", "")


@pytest.mark.parametrize(
    ("form", "number", "rows", "variant"), [("list-model", 1, 7, "model"), ("list-staff", 2, 8, "staff")]
)
def test_lists_of_recommendations_have_every_label_and_their_printed_rows(form, number, rows, variant):
    made = there(DALIAN.form(form))
    (table,) = made.groups
    labels = [made.title, *(one.label for one in made.head), *(one.label for one in table.columns)]
    labels += [one.label for one in made.foot]
    assert rest(annex(number), labels).strip(":：年月日") == ""
    assert (table.rows_printed, table.extendable, made.variants) == (rows, True, (variant,))
    assert [one.id for one in table.columns] == ["no", "name", "unit", "leader", "honour"]


def test_outline_is_the_whole_of_annex_3():
    made = there(DALIAN.form("outline"))
    printed = squeezed(made.title)
    for heading in made.outline:
        no = heading.no.rpartition(".")[2]
        joint = "、" if no == heading.no else "."
        printed += squeezed(f"{no}{joint}{heading.title}" + (f":{heading.text}" if heading.text else ""))
    assert printed == annex(3)
    assert len(made.outline) == 3 + 3 + 3 + 4


ANNEX_4 = """
推荐单位 （公章） 填报人 电话 工作室名称 创建日期 所在单位 命名单位 专业领域 命名日期 工作室类型 □技术开发 □技术攻关 □技能传授
□技术协作 □培训服务 □其他 成员总数 经费投入 (万元) 年度 投入金额 经费来源 2017年 2018年 技术创新 创新成果 项 专利类别
实用新型 个 成果转化 项 发明 个 获奖等级 国际 个 国家 个 省部 个 地市 个 经济效益 (万元) 年度 创收金额 节资金额 创收外汇 (美元)
合计 2017年 2018年 培养人才 总数 技术等级 荣誉 双重职称 高级技师 技师 高级工 其他 全国劳模 省部级劳模 地市级劳模 企业劳模
社会效益 工作室领衔人情况 姓名 性别 出生年月 学历 民族 政治面貌 专业/工种 技术职称 联系电话 何年获市级（含）以上劳模荣誉称号 E-mail
工作室骨干成员情况（可附表） 姓名 性别 出生年份 学历 技术职称 所在单位 主要分工
"""
HEADINGS = {
    "(万元)", "(美元)", "万元", "美元", "年度", "项", "个", "技术创新", "2017年", "2018年", "□技术开发", "□技术攻关",
    "□技能传授", "□技术协作", "□培训服务", "□其他",
}  # fmt: skip
"""What annex 4 prints that is no field: units, years, a heading without cells of its own, the types to tick."""


def test_words_of_annex_4_are_all_that_it_prints():
    printed = rest(annex(4), [there(DALIAN.form("basic-facts")).title, *ANNEX_4.split()])
    assert printed.strip(":：") == ""


def test_every_printed_word_of_annex_4_is_a_field_or_a_heading():
    made = there(DALIAN.form("basic-facts"))
    labels = [one.label for one in made.all_fields()]
    labels += [one.label for group in made.groups for one in group.columns]
    words = {word for label in labels for word in label.split("：")} | {group.title for group in made.groups}
    words |= {word.removesuffix("情况") for word in words} | {"工作室领衔人情况"}
    assert set(ANNEX_4.split()) - words - HEADINGS == set()


def test_annex_4_has_a_field_for_every_cell():
    made = there(DALIAN.form("basic-facts"))
    assert len(made.head) == 3
    singles = [one for one in made.fields if not one.id.startswith("leader-")]
    # 8 facts, 2 years of 2 about funds, 8 counts, 2 years of 4 of benefit, 10 of people trained, 1 text
    assert len(singles) == 8 + 2 * 2 + 8 + 2 * 4 + 10 + 1
    assert len(made.fields) - len(singles) == 11
    (members,) = made.groups
    assert ([one.label for one in members.columns], members.extendable) == (
        ["姓名", "性别", "出生年份", "学历", "技术职称", "所在单位", "主要分工"],
        True,
    )
    (kinds,) = [one for one in made.fields if one.id == "type"]
    assert (len(kinds.options), kinds.options[-1]) == (6, "其他")
    assert len(kinds.options_en) == 6


def test_years_are_the_two_before_the_campaign_and_totals_add_no_dollars():
    fields = {one.id: one for one in there(DALIAN.form("basic-facts")).fields}
    dated = {one.id: 2019 + one.year_offset for one in fields.values() if one.year_offset is not None}
    assert set(dated.values()) == {2017, 2018}
    for nth in ("1", "2"):
        assert fields[f"total-{nth}"].sum_of == (f"earned-{nth}", f"saved-{nth}")
        assert (fields[f"total-{nth}"].unit, fields[f"foreign-{nth}"].unit) == ("万元", "美元")
    assert fields["trained"].sum_of == tuple(one for one in fields if one.startswith("trained-"))


def test_every_label_has_its_english():
    for form in DALIAN.forms:
        fields = [*form.all_fields(), *(one for group in form.groups for one in group.columns)]
        titled = [
            form.title_en,
            *(one.title_en for one in form.groups),
            *(one.title_en for one in form.outline),
        ]
        assert all(one.label_en and one.label_en.isascii() for one in fields), form.id
        assert all(titled), form.id


def test_what_the_source_leaves_open_is_said_in_both_languages():
    for note in notes(DALIAN):
        assert note.says_en, note.id
        assert note.read_en, note.id
        assert note.reason_en, note.id
    assert {"currencies", "studio-types", "city-and-above", "department"} == {
        one.id for one in DALIAN.discrepancies
    }


# --- the version that was released, and this one --------------------------------------------------


def test_first_version_is_as_it_was_released():
    assert sha256(FIRST.read_bytes()).hexdigest() == (
        "b7316f125e506fc217ba495ae711e8eb90ab9a5d2345f5150a275b5dc21cb92d"
    )


def test_this_version_asks_for_the_video_beside_what_the_first_asks():
    first = there(files.load(FIRST).rubric)
    added = ("version", "forms", "readings", "stages", "known")
    assert without(first.model_dump(), *added) == without(DALIAN.model_dump(), *added)
    forms = [without(form.model_dump(), "known") for form in DALIAN.forms if form.id != "video"]
    assert forms == [without(form.model_dump(), "known") for form in first.forms]
    assert [one.id for one in DALIAN.readings if one not in first.readings] == ["video-sent"]
    (field,) = next(form.fields for form in DALIAN.forms if form.id == "video")
    assert (field.kind, field.required) == ("link", True)
    assert squeezed(field.quote) in source(DALIAN)
