"""Quick entry of figures, levels, tiers, factors and conditions: what is read, and what a slip is answered with."""

from decimal import Decimal

import pytest

from rubrics.entry import caption, parse
from rubrics.ops import Adjust, ByHand, Count, Exactly, Full, Judge, NotApplicable, Pick, Zero
from tests.kit.kinds import TABLES, read
from tests.kit.tiny import tiny

RUBRICS = {path.stem: read(path).rubric for path in TABLES}


def figure(**amounts):
    return Exactly(counts={letter: Count(amount=Decimal(amount)) for letter, amount in amounts.items()})


def exactly(**counts):
    return Exactly(counts={letter: Count(n=n) for letter, n in counts.items()})


MET, UNMET = Judge(gate="met"), Judge(gate="unmet")


@pytest.mark.parametrize(
    ("kind", "text", "op", "note", "target"),
    [
        # figures, with and without their unit
        ("shortfall", "1.1 a=0", figure(a="0"), "", "a"),
        ("shortfall", "1.1 a=1次 缺三月", figure(a="1"), "缺三月", "a"),
        ("shortfall", "1.2 a=7b=5", figure(a="7", b="5"), "", None),
        ("shortfall", "1.2 +b=7.5课时", Adjust(changes={"b": 1}, amounts={"b": Decimal("7.5")}), "", "b"),
        ("step", "1.1 a=87％ 三季度", figure(a="87"), "三季度", "a"),
        ("judged", "1.1 a=4分 第三条", figure(a="4"), "第三条", "a"),
        ("asked", "1.1 b", exactly(b=1), "", "b"),
        ("asked", "1.1 b=0", figure(b="0"), "", "b"),
        ("multiplier", "1.2 b=0.85 系数由生产部出具", figure(b="0.85"), "系数由生产部出具", "b"),
        # printed names
        ("level", "1.2 优", Pick(letter="a"), "", "a"),
        ("level", "1.2优", Pick(letter="a"), "", "a"),
        ("level", "1.2良 材料齐全", Pick(letter="b"), "材料齐全", "b"),
        ("level", "1.2 良 材料齐全", Pick(letter="b"), "材料齐全", "b"),
        ("level", "1.1 EXCELLENT", Pick(letter="a"), "", "a"),
        ("level", "1.1 Needs Improvement=1.5 more  records", Pick(letter="c", amount=Decimal("1.5")), "more  records", "c"),
        ("level", "1.1 needs   improvement = 2", Pick(letter="c", amount=Decimal(2)), "", "c"),
        ("level", "1.1 Needs Improving", Pick(letter="d"), "Improving", "d"),
        ("level", "1.1 ｇｏｏｄ", Pick(letter="b"), "", "b"),
        ("tier", "1.1 90%以上 名单", Pick(letter="b"), "名单", "b"),
        ("tier", "1.1 b", exactly(b=1), "", "b"),
        ("tier", "1.2 ad", exactly(a=1, d=1), "", None),
        # conditions
        ("gate", "2.1 是", MET, "", None),
        ("gate", "2.1是", MET, "", None),
        ("gate", "2.1 Met by the list", MET, "by the list", None),
        ("gate", "2.1 不符合 没有带头人", UNMET, "没有带头人", None),
        ("gate", "2.1: 否", UNMET, "", None),
        ("gate", "2.2 ２８．５ 已量", Judge(measured=Decimal("28.5")), "已量", None),
        ("gate", "2.2 28m2 已量", Judge(measured=Decimal(28)), "已量", None),
        ("gate", "2.2 28 ㎡ 已量", Judge(measured=Decimal(28)), "已量", None),
        ("gate", "2.3 不适用 新建", NotApplicable(), "新建", None),
        # what was found beside the total, or nothing of it
        ("veto", "2.1 a 假材料", exactly(a=1), "假材料", "a"),
        ("veto", "2.1 满", Full(), "", None),
        ("veto", "2.1 0", Zero(), "", None),
        ("extra", "1.2 b2", exactly(b=2), "", None),
        ("level", "1.2 3", ByHand(points=Decimal(3)), "", None),
    ],
)  # fmt: skip
def test_entry(kind, text, op, note, target):
    reading = parse(text, RUBRICS[kind])
    assert reading.problems == ()
    (entry,) = reading.entries
    assert (entry.op, entry.note, entry.target) == (op, note, target)


@pytest.mark.parametrize(
    ("kind", "text", "code", "said"),
    [
        ("shortfall", "1.1 a", "figure_wanted", {"unit": "次", "probable": "1.1 a=2"}),
        ("shortfall", "1.1 a1", "value_nearly", {"probable": "1.1 a=1"}),
        ("shortfall", "1.1 +a1", "value_nearly", {"probable": "1.1 +a=1"}),
        ("shortfall", "1.1 a=一", "value_nearly", {"probable": "1.1 a=1"}),
        ("shortfall", "1.1 a 1", "note_is_value", {"probable": "1.1 a=1"}),
        ("shortfall", "1.1 a 1次", "note_is_value", {"probable": "1.1 a=1"}),
        ("shortfall", "1.1 a=1.5", "figure_not_whole", {"value": "1.5", "unit": "次"}),
        ("shortfall", "1.1 +a=1.5", "figure_not_whole", {"value": "1.5"}),
        ("step", "1.1 a", "figure_wanted", {"unit": "%", "probable": "1.1 a=95"}),
        ("judged", "1.1 a", "amount_wanted", {"probable": "1.1 a=3"}),
        ("judged", "1.1 a 4", "note_is_value", {"probable": "1.1 a=4"}),
        ("judged", "1.1 a=6", "amount_outside", {"low": "3", "high": "5"}),
        ("discretionary", "1.1 b=11", "amount_over", {"limit": "10"}),
        ("multiplier", "1.2 b", "factor_wanted", {"probable": "1.2 b=0.8"}),
        ("multiplier", "1.2 a b=0.9 c", "note_is_value", {"note": "b=0.9 c", "probable": "1.2 ab=0.9c"}),
        (
            "multiplier",
            "1.2 a b=0.9 系数由生产部出具",
            "note_is_value",
            {"probable": "1.2 ab=0.9 系数由生产部出具"},
        ),
        ("multiplier", "1.2 a b = 0.9", "note_is_value", {"probable": "1.2 ab=0.9"}),
        ("multiplier", "1.2 b=0.9 a2", "note_is_value", {"probable": "1.2 b=0.9a2"}),
        ("shortfall", "1.2 a=7 b=5 c", "note_is_value", {"probable": "1.2 a=7b=5c"}),
        ("level", "1.2 优 b=2", "note_is_value", {"probable": "1.2 a"}),
        ("level", "1.2 优 a b", "note_is_value", {"probable": "1.2 a"}),
        ("multiplier", "1.2 b 0.9", "note_is_value", {"probable": "1.2 b=0.9"}),
        ("multiplier", "1.2 b=2", "factor_outside", {"low": "0.8", "high": "1.2"}),
        ("level", "1.1 Needs Improvement", "amount_wanted", {"probable": "1.1 c=1"}),
        ("level", "1.1 Needs Improvement 1.5", "note_is_value", {"probable": "1.1 c=1.5"}),
        ("level", "1.1 Good 3", "note_is_value", {"probable": "1.1 b"}),
        ("level", "1.2 优 b", "note_is_value", {"probable": "1.2 a"}),
        ("level", "1.2 优，材料好", "value_nearly", {"probable": "1.2 优 材料好"}),
        ("level", "1.2 优良", "value_is_words", {"words": "优良"}),
        ("level", "1.1 Goood", "value_is_words", {"words": "Goood"}),
        ("level", "1.1 ab", "pick_one", {"letters": ("a", "b")}),
        ("level", "1.1 +ab", "pick_one", {"letters": ("a", "b")}),
        ("tier", "1.2 一等", "name_ambiguous", {"name": "一等", "letters": ("a", "c")}),
        ("extra", "1.1 b", "letter_by_itself", {"letters": ("a",)}),
        ("gate", "2.1", "gate_missing", {"probable": "2.1 met"}),
        ("gate", "2.2", "gate_missing", {"probable": "2.2 25"}),
        ("gate", "2.1 没有", "gate_is_words", {"words": "没有"}),
        ("gate", "2.2 ≥25", "gate_unreadable", {"value": "≥25"}),
        ("gate", "2.2 28平方米", "value_nearly", {"probable": "2.2 28"}),
        ("gate", "2.2 是 28", "note_is_value", {"probable": "2.2 28"}),
        ("gate", "2.1 是 a", "note_is_value", {"probable": "2.1 是"}),
        ("gate", "2.1 不适用", "na_on_gate", {"item": "2.1", "probable": "2.1 met"}),
        ("gate", "2.2 n/a 在建", "na_on_gate", {"item": "2.2", "probable": "2.2 25"}),
        ("veto", "2.1 n/a", "na_beside", {"item": "2.1", "probable": "2.1 a"}),
        ("gate", "2.1 是 否", "note_is_value", {"probable": "2.1 是"}),
        ("gate", "2.1 28", "gate_unmeasured", {"value": "28"}),
        ("gate", "2.2 满", "gate_points", {"probable": "2.2 25"}),
        ("gate", "2.1 b", "gate_letter", {"letter": "b"}),
        ("gate", "2.1 不适用", "na_on_gate", {}),
        ("gate", "1.1 met", "value_is_words", {"words": "met"}),
        ("veto", "2.1 3", "hand_beside", {"probable": "2.1 a"}),
        ("veto", "2.1", "beside_missing", {"probable": "2.1 a"}),
        ("veto", "2.1 ?", "beside_unreadable", {"value": "?"}),
        ("veto", "2.1 假材料", "beside_is_words", {"words": "假材料"}),
        ("gate", "2.9 是", "item_unknown", {"first": "2.1", "last": "2.3"}),
        ("gate", "7.1 是", "section_unknown", {"first": "1.1", "last": "2.3"}),
    ],
)
def test_refused(kind, text, code, said):
    reading = parse(text, RUBRICS[kind])
    assert reading.entries == ()
    (found,) = reading.problems
    assert found.problem.code == code
    assert {name: found.problem.params[name] for name in said} == said


@pytest.mark.parametrize(
    ("kind", "text"),
    [("gate", "2.1 没有"), ("veto", "2.1 假材料"), ("level", "1.2 优良"), ("tier", "1.2 一等")],
)
def test_words_can_be_kept_as_a_note(kind, text):
    (found,) = parse(text, RUBRICS[kind]).problems
    assert found.as_note == text.split(maxsplit=1)[1]


@pytest.mark.parametrize(("kind", "text"), [("gate", "2.2"), ("gate", "2.2 南墙"), ("veto", "2.1 合同照片")])
def test_caption_of_a_condition_is_its_evidence(kind, text):
    read = caption(text, RUBRICS[kind])
    no, _, note = text.partition(" ")
    assert (read.item, read.note, read.entries, read.problems) == (no, note, (), ())


def test_words_below_go_on_with_the_note():
    (entry,) = parse("1.2 良 材料齐全\n照片三张", RUBRICS["level"]).entries
    assert entry.note == "材料齐全\n照片三张"
    (entry,) = parse("2.2 28 已量\n东西南北", RUBRICS["gate"]).entries
    assert entry.note == "已量\n东西南北"


BRACKETS = tiny(
    [
        {
            "no": "1.1",
            "points": 5,
            "rules": [
                {"letter": "a", "kind": "level", "name": "优秀（90分以上）", "points": 5},
                {"letter": "b", "kind": "level", "name": "良好(甲)", "points": 4},
                {"letter": "c", "kind": "level", "name": "良好(乙)", "points": 3},
                {"letter": "d", "kind": "level", "name": "2 (poor)", "points": 0},
            ],
        }
    ]
)


@pytest.mark.parametrize(
    ("text", "letter", "note"),
    [
        ("1.1 优秀 材料全", "a", "材料全"),
        ("1.1 优秀（90分以上） 材料全", "a", "材料全"),
        ("1.1 优秀(90分以上)", "a", ""),
        ("1.1 良好（乙）", "c", ""),
        ("1.1 2 (poor)", "d", ""),
    ],
)
def test_name_is_known_without_what_stands_in_its_brackets(text, letter, note):
    (entry,) = parse(text, BRACKETS).entries
    assert (entry.op, entry.note) == (Pick(letter=letter), note)


def test_name_that_several_levels_share_is_asked_for():
    (found,) = parse("1.1 良好", BRACKETS).problems
    assert (found.problem.code, found.problem.params["letters"]) == ("name_ambiguous", ("b", "c"))
    (number,) = parse("1.1 2", BRACKETS).entries
    assert number.op == ByHand(points=Decimal(2))
