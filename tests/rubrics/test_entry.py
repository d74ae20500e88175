"""Quick entry: every form that the grammar allows, every slip with its answer."""

from decimal import Decimal

import pytest

from rubrics.entry import caption, is_entry, parse
from rubrics.files import latest
from rubrics.ops import Adjust, ByHand, Count, Exactly, Full, NotApplicable, Zero
from rubrics.periods import Period
from tests.kit.tiny import tiny

TONGLIAO, NORTHWEST = latest("tongliao-2020"), latest("northwest-2025")


def exactly(**counts: int) -> Exactly:
    return Exactly(counts={letter: Count(n=n) for letter, n in counts.items()})


def amount(points: str) -> Exactly:
    return Exactly(counts={"a": Count(amount=Decimal(points))})


def hand(points: str) -> ByHand:
    return ByHand(points=Decimal(points))


def only(text, rubric, **where):
    """The one entry of a text."""
    reading = parse(text, rubric, **where)
    assert not reading.problems
    [entry] = reading.entries
    return entry


def slip(text, rubric, **where):
    """The one problem of a text."""
    reading = parse(text, rubric, **where)
    assert not reading.entries
    [problem] = reading.problems
    return problem


@pytest.mark.parametrize(
    ("text", "item", "op", "note", "target"),
    [
        # as the documents say
        ("2.2 4 缺维护记录", "2.2", hand("4"), "缺维护记录", None),
        ("1.4 -2 缺一项制度", "1.4", hand("3"), "缺一项制度", None),
        ("2.2 ab", "2.2", exactly(a=1, b=1), "", None),
        ("1.3 a3b2", "1.3", exactly(a=3, b=2), "", None),
        ("1.3 +b 缺三月记录", "1.3", Adjust(changes={"b": 1}), "缺三月记录", "b"),
        ("5.4 a2", "5.4", exactly(a=2), "", None),
        ("5.5 a=3 省赛三等奖", "5.5", amount("3"), "省赛三等奖", "a"),
        ("5.5 a=3.5", "5.5", amount("3.5"), "", "a"),
        ("1.3 b2", "1.3", exactly(b=2), "", None),
        ("1.3 b×2", "1.3", exactly(b=2), "", None),
        # full points and their words
        ("1.3 满", "1.3", Full(), "", None),
        ("1.3 满分", "1.3", Full(), "", None),
        ("1.3 full", "1.3", Full(), "", None),
        ("1.3 FULL 很好", "1.3", Full(), "很好", None),
        ("1.3满", "1.3", Full(), "", None),
        # scores by hand
        ("1.3 0", "1.3", hand("0"), "", None),
        ("1.3 2.5", "1.3", hand("2.5"), "", None),
        ("1.3 3分", "1.3", hand("3"), "", None),
        ("1.3 3分 缺签到", "1.3", hand("3"), "缺签到", None),
        ("1.3 04", "1.3", hand("4"), "", None),
        ("1.3 2.50", "1.3", hand("2.5"), "", None),
        ("1.3-2", "1.3", hand("2"), "", None),
        ("1.3 −1.5分 缺签到", "1.3", hand("2.5"), "缺签到", None),
        ("5.4 0", "5.4", Zero(), "", None),
        # full-width, other signs, nothing between
        ("１．３　ａ３ｂ２", "1.3", exactly(a=3, b=2), "", None),
        ("1。3 B2", "1.3", exactly(b=2), "", None),
        ("1·3 b*2", "1.3", exactly(b=2), "", None),
        ("1.3：b2", "1.3", exactly(b=2), "", None),
        ("1.3，b2", "1.3", exactly(b=2), "", None),
        ("1.3 , b2", "1.3", exactly(b=2), "", None),
        ("1.3: 满", "1.3", Full(), "", None),
        ("1.3b2", "1.3", exactly(b=2), "", None),
        ("1.3+b", "1.3", Adjust(changes={"b": 1}), "", "b"),
        ("1.3—b", "1.3", Adjust(changes={"b": -1}), "", None),
        ("1.3 －ａ２", "1.3", Adjust(changes={"a": -2}), "", None),
        ("1.3 +a2b 共三处", "1.3", Adjust(changes={"a": 2, "b": 1}), "共三处", None),
        ("\u200b1.3 b2", "1.3", exactly(b=2), "", None),
        # whose note it is
        ("1.3 b 三月无签到", "1.3", exactly(b=1), "三月无签到", "b"),
        ("1.3 b2 三月无签到", "1.3", exactly(b=2), "三月无签到", None),
        ("1.3 ab 都有", "1.3", exactly(a=1, b=1), "都有", None),
        ("1.3 -b 已补齐", "1.3", Adjust(changes={"b": -1}), "已补齐", None),
        ("5.5 +a=2 县里", "5.5", Adjust(changes={"a": 1}, amounts={"a": Decimal(2)}), "县里", "a"),
        # a note stays as it was typed
        ("1.3 b a photo is missing", "1.3", exactly(b=1), "a photo is missing", "b"),
        ("1.3 b A 区无签到", "1.3", exactly(b=1), "A 区无签到", "b"),
        ("1.3 b a3车间无签到", "1.3", exactly(b=1), "a3车间无签到", "b"),
        ("1.3 b  Ａ组 ２０：３０ “缺”  一页 ", "1.3", exactly(b=1), "Ａ组 ２０：３０ “缺”  一页", "b"),
        ("1.3 b\t＝1+1", "1.3", exactly(b=1), "＝1+1", "b"),
        ("1.3 b 3月", "1.3", exactly(b=1), "3月", "b"),
        ("1.3 b 缺\n第二行\n\n第四行 ", "1.3", exactly(b=1), "缺\n第二行\n\n第四行", "b"),
        ("1.3 b\n2.5米的台阶", "1.3", exactly(b=1), "2.5米的台阶", "b"),
        ("\n\n 1.3 b", "1.3", exactly(b=1), "", "b"),
    ],
)
def test_entry(text, item, op, note, target):
    entry = only(text, NORTHWEST)
    assert (entry.item, entry.op, entry.note, entry.target) == (item, op, note, target)
    assert is_entry(text)


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("2.2 4 缺维护记录", hand("4")),
        ("2.2 -1", hand("4")),
        ("2.2 0", Zero()),
        ("2.2 -5", Zero()),
        ("2.2 bc", exactly(b=1, c=1)),
        ("2.2 +c", Adjust(changes={"c": 1})),
        ("3.1 12", hand("12")),
        ("3.1 a", exactly(a=1)),
    ],
)
def test_entry_of_an_item_that_starts_from_nothing(text, op):
    assert only(text, TONGLIAO).op == op


def nearly(value: str, probable: str):
    return "value_nearly", {"value": value, "probable": f"1.3 {probable}"}


def not_a_note(note: str, probable: str):
    return "note_is_value", {"note": note, "probable": f"1.3 {probable}"}


WANTED = {"points": "4", "letters": ("a", "b")}


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        # a value that is none
        ("1.3", "value_missing", WANTED),
        ("1.3:", "value_missing", WANTED),
        ("1.3 缺记录", "value_is_words", {"words": "缺记录", **WANTED}),
        ("1.3 满意", "value_is_words", {"words": "满意", **WANTED}),
        ("1.3 是", "value_is_words", {"words": "是", **WANTED}),
        ("1.3 good records", "value_is_words", {"words": "good records", **WANTED}),
        ("1.3 ?", "value_unreadable", {"value": "?", **WANTED}),
        ("1.3 +4", "value_unreadable", {"value": "+4", **WANTED}),
        ("1.3 a0", "value_unreadable", {"value": "a0", **WANTED}),
        # out of the item's reach
        ("1.3 9", "hand_out_of_range", {"value": "9", "points": "4"}),
        ("1.3 99999999999999999999", "hand_out_of_range", {"value": "99999999999999999999", "points": "4"}),
        ("1.3 2.3", "hand_off_step", {"value": "2.3", "step": "0.5"}),
        ("1.3 -5", "less_out_of_range", {"value": "5", "points": "4"}),
        ("1.3 c", "letter_unknown", {"letter": "c", "letters": ("a", "b")}),
        ("1.3 na", "letter_unknown", {"letter": "n", "letters": ("a", "b")}),
        ("1.3 c二", "letter_unknown", {"letter": "c", "letters": ("a", "b")}),
        ("1.3 a6", "over_most", {"letter": "a", "count": 6, "most": 5}),
        ("1.3 n/a", "na_not_allowed", {}),
        ("1.3 不适用", "na_not_allowed", {}),
        ("1.3 a=2", "amount_unwanted", {"letter": "a", "value": "2"}),
        ("1.3 -a=2", "amount_unwanted", {"letter": "a", "value": "2"}),
        ("1.3 aba2", "letter_twice", {"letter": "a", "probable": "1.3 a3b"}),
        # nearly right
        ("1.3 b二", *nearly("b二", "b2")),
        ("1.3 bx2", *nearly("bx2", "b2")),
        ("1.3 + b", *nearly("+", "+b")),
        ("1.3 a, b", *nearly("a,", "ab")),
        ("1.3 a、b2", *nearly("a、b2", "ab2")),
        ("1.3 (b2)", *nearly("(b2)", "b2")),
        ("1.3 a= 2", *nearly("a=", "a=2")),
        ("1.3=3", *nearly("3", "3")),
        ("1.3、b2", *nearly("b2", "b2")),
        ("1.3. b2", *nearly("b2", "b2")),
        ("1.3 3/4", *nearly("3/4", "3")),
        ("1.3 3，缺签到", *nearly("3,缺签到", "3 缺签到")),
        ("1.3 b缺三月记录", *nearly("b缺三月记录", "b 缺三月记录")),
        ("1.3 b二月无签到", *nearly("b二月无签到", "b 二月无签到")),
        ("1.3 满分，很好", *nearly("满分,很好", "满分 很好")),
        # a note that is a value
        ("1.3 a 3", *not_a_note("3", "a3")),
        ("1.3 a c", *not_a_note("c", "ac")),
        ("1.3 a a", *not_a_note("a", "a")),
        ("1.3 a\n3", *not_a_note("3", "a3")),
        ("1.3 a 3\n四月、五月", *not_a_note("3", "a3")),
        ("1.3 a ３", *not_a_note("３", "a3")),
        ("1.3 b 二", *not_a_note("二", "b2")),
        ("1.3 b ×2", *not_a_note("×2", "b2")),
        ("1.3 b 2处", *not_a_note("2处", "b2")),
        ("1.3 a3 b2", *not_a_note("b2", "a3b2")),
        ("1.3 +a +b", *not_a_note("+b", "+ab")),
        ("1.3 +a -b", *not_a_note("-b", "+a")),
        ("1.3 a b b", *not_a_note("b b", "a")),
        ("1.3 a 2 b", *not_a_note("2 b", "a2b")),
        ("1.3 a b c", *not_a_note("b c", "abc")),
        ("1.3 a b、c", *not_a_note("b、c", "abc")),
        ("1.3 a b=3 缺签字", *not_a_note("b=3 缺签字", "ab3 缺签字")),
        ("1.3 a b 缺签字", *not_a_note("b 缺签字", "ab 缺签字")),
        ("1.3 4 b 缺签字", *not_a_note("b 缺签字", "4 缺签字")),
        ("1.3 a Z=3", *not_a_note("Z=3", "az")),
        ("1.3 3 a b", *not_a_note("a b", "3")),
        ("1.3 3 分", *not_a_note("分", "3分")),
        ("1.3 3 2", *not_a_note("2", "3")),
        ("1.3 满 4", *not_a_note("4", "满")),
    ],
)
def test_refused(text, code, params):
    found = slip(text, NORTHWEST)
    assert (found.problem.code, found.problem.params) == (code, {"item": "1.3", **params})
    assert (found.line, found.item) == (1, "1.3")


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("5.5 a 省赛", "amount_wanted", {"letter": "a", "probable": "5.5 a=3"}),
        ("5.5 a 3", "note_is_value", {"note": "3", "probable": "5.5 a=3"}),
        ("5.5 3.5 省赛", "hand_on_bonus", {"probable": "5.5 a=3.5"}),
        ("5.5 a=0", "amount_zero", {"letter": "a"}),
        ("5.5 a=0.3", "amount_off_step", {"letter": "a", "value": "0.3", "step": "0.5"}),
        ("5.5 a=1000", "amount_over", {"letter": "a", "value": "1000", "limit": "999"}),
        ("5.4 2", "hand_on_bonus", {"probable": "5.4 a2"}),
        ("5.4 -1", "hand_on_bonus", {"probable": "5.4 a1"}),
        ("5.4 0.5", "hand_on_bonus", {"probable": "5.4 a2"}),
        ("5.4 +2", "value_nearly", {"value": "+2", "probable": "5.4 +a2"}),
        ("5.4 满", "full_on_bonus", {"probable": "5.4 a2"}),
        ("5.4", "bonus_missing", {"probable": "5.4 a2"}),
        ("5.4 两项专利", "bonus_is_words", {"words": "两项专利", "probable": "5.4 a2"}),
        ("5.5 ?", "bonus_unreadable", {"value": "?", "probable": "5.5 a=3"}),
    ],
)
def test_refused_bonus(text, code, params):
    found = slip(text, NORTHWEST).problem
    assert (found.code, found.params) == (code, {"item": text.split()[0], **params})


@pytest.mark.parametrize(
    ("text", "code", "first", "last"),
    [
        ("2.9 3", "item_unknown", "2.1", "2.6"),
        ("2.02 3", "item_unknown", "2.1", "2.6"),
        ("2.22 3", "item_unknown", "2.1", "2.6"),
        ("7.1 满", "section_unknown", "1.1", "5.3"),
        ("0.1 满", "section_unknown", "1.1", "5.3"),
    ],
)
def test_item_that_does_not_exist_is_never_guessed(text, code, first, last):
    found = slip(text, TONGLIAO)
    assert found.problem.code == code
    assert found.problem.params == {"item": text.split()[0], "first": first, "last": last}
    assert found.item is None


def test_examples_of_the_specification_with_slips():
    assert slip("2.2 a 3", NORTHWEST).problem.params["probable"] == "2.2 a3"
    assert slip("1.1 a c", TONGLIAO).problem.params["probable"] == "1.1 ac"
    assert slip("3.1 b二", TONGLIAO).problem.params == {"item": "3.1", "letter": "b", "letters": ("a",)}
    assert slip("2.2 缺记录", TONGLIAO).as_note == "缺记录"


@pytest.mark.parametrize(
    ("text", "as_note"),
    [
        ("1.3 缺记录，四月\n还有五月", "缺记录，四月\n还有五月"),
        ("1.3 good records", "good records"),
        ("1.3 3月没有记录", "3月没有记录"),
        ("1.3 b二", "b二"),
        ("1.3 c", None),
        ("1.3 9 缺记录", None),
        ("1.3 3/4", None),
        ("1.9 缺记录\n四月", "1.9 缺记录\n四月"),
        ("1.9 good records", "1.9 good records"),
        ("1.9 ab", None),
        ("1.9 3", None),
    ],
)
def test_words_can_be_kept_as_a_note(text, as_note):
    assert slip(text, NORTHWEST).as_note == as_note


def test_lines_are_taken_one_by_one():
    reading = parse("2.2 4 缺维护记录\n2.9 3\n\n3.1 b二\n 3.2 满", TONGLIAO)
    assert [(entry.line, entry.item, entry.note) for entry in reading.entries] == [
        (1, "2.2", "缺维护记录"),
        (5, "3.2", ""),
    ]
    assert [(found.line, found.text, found.problem.code) for found in reading.problems] == [
        (2, "2.9 3", "item_unknown"),
        (4, "3.1 b二", "letter_unknown"),
    ]


def test_lines_before_the_first_item_are_named():
    reading = parse("检查记录\n2.2 4", TONGLIAO)
    assert [(found.line, found.problem.code) for found in reading.problems] == [(1, "entry_no_item")]
    assert len(reading.entries) == 1


def test_long_words_are_quoted_short():
    found = slip("1.3 " + "缺" * 3000, NORTHWEST)
    assert len(found.problem.params["words"]) == 40
    assert len(found.as_note) == 3000
    assert len(slip("1.3 b" + "缺" * 3000, NORTHWEST).problem.params["probable"]) < 50


@pytest.mark.parametrize(
    "text",
    ["2.5米的台阶", "2.5㎡", "2.5%", "2025.3.1 检查", "3.5.2024", "12:30", "2.2满意", "1.3二", "照片", "", "\n", "2", "2.", "123.4 a", "1.234 a"],
)  # fmt: skip
def test_text_that_is_no_entry(text):
    assert not is_entry(text)


def test_period_says_what_can_be_entered():
    april = Period.parse("2025-04")
    assert slip("4.1 满", NORTHWEST, period=april).problem.code == "not_this_period"
    assert slip("4.1 没有案例", NORTHWEST, period=april).as_note == "没有案例"
    later = slip("4.2 c", NORTHWEST, period=april).problem
    assert (later.code, later.params["letters"]) == ("letter_later", ("a", "b"))
    assert only("4.2 c", NORTHWEST, period=Period.parse("2025")).op == exactly(c=1)


def test_ruling_takes_the_letter_from_the_assessor():
    ruled = slip("2.6 abcd", TONGLIAO, rulings={}).problem
    assert (ruled.code, ruled.params["letter"], ruled.params["letters"]) == (
        "letter_ruled",
        "d",
        ("a", "b", "c"),
    )
    assert only("2.6 abcd", TONGLIAO).op == exactly(a=1, b=1, c=1, d=1)
    withheld = {"unallocated-point": "not_given"}
    assert slip("2.6 10", TONGLIAO, rulings=withheld).problem.params["points"] == "9"
    assert only("2.6 -1", TONGLIAO, rulings=withheld).op == hand("8")


def test_not_applicable_where_the_rubric_allows_it():
    rule = [{"letter": "a", "kind": "once", "points": 2}]
    scheme = tiny([{"no": "1.1", "points": 4, "rules": rule, "not_applicable": "keep"}])
    for word in ("n/a", "N／A", "不适用", "不适用 没有徒弟"):
        assert only(f"1.1 {word}", scheme).op == NotApplicable()


def test_caption_names_the_item_of_the_evidence():
    assert (caption("2.2", NORTHWEST).item, caption("2.2", NORTHWEST).note) == ("2.2", "")
    words = caption("2.2 台账 照片\n第二页", NORTHWEST)
    assert (words.item, words.note, words.entries, words.problems) == ("2.2", "台账 照片\n第二页", (), ())
    assert caption("2.2 good records", NORTHWEST).note == "good records"


def test_caption_with_a_value_is_an_entry_with_evidence():
    said = caption("1.3 +b 缺三月记录\n1.4 -2 缺一项制度", NORTHWEST)
    assert (said.item, said.note, said.problems) == ("1.3", "", ())
    assert [(entry.item, entry.note, entry.target) for entry in said.entries] == [
        ("1.3", "缺三月记录", "b"),
        ("1.4", "缺一项制度", None),
    ]


def test_caption_with_a_slip_keeps_the_evidence_with_its_item():
    said = caption("1.3 9", NORTHWEST)
    assert (said.item, said.entries, len(said.problems)) == ("1.3", (), 1)
    said = caption("1.3\n1.4 9", NORTHWEST)
    assert (said.item, said.note, [found.item for found in said.problems]) == ("1.3", "", ["1.4"])


def test_caption_without_an_item_belongs_to_the_item_in_view():
    said = caption(" 三月台账 ", NORTHWEST)
    assert (said.item, said.note, said.entries, said.problems) == (None, "三月台账", (), ())
    assert caption("9.9 三月", NORTHWEST).problems[0].problem.code == "section_unknown"
