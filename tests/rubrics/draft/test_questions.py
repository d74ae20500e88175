"""Questions about drafts: every answer to every question of every test document gives a file that can be read."""

import json
from decimal import Decimal

import pytest

from rubrics import files
from rubrics.checks.placeholders import MARK
from rubrics.draft.questions import answer, folded, from_json, questions, to_json
from rubrics.problems import Refused
from tests.rubrics.draft.builders import rows, word
from tests.rubrics.draft.documents.sample import Sample
from tests.rubrics.draft.test_documents import SAMPLES
from tests.rubrics.draft.test_seeds import BOTH, drafted

EACH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.name}: {sample.about}")
SOME = 6
EVERY_ONE = pytest.mark.parametrize(
    "sample",
    [
        pytest.param(
            sample, id=f"{sample.name}: {sample.about}", marks=[pytest.mark.battery] if number % SOME else []
        )
        for number, sample in enumerate(SAMPLES)
    ],
)
"""Every sixth document for every change, all of them in the batteries: there are ten thousand answers."""
TYPED = {"text": "某市总工会", "word": "studio-2025", "date": "2025年3月1日", "number": "10"}


def as_it_stands(question):
    return question.options[0] if question.options else TYPED[question.typed]


def settled(made, choose=as_it_stands):
    return folded(made.text, [(each, choose(each)) for each in questions(made.text, made.findings)])


def read(text):
    loaded = files.loads(text, "draft")
    assert loaded.rubric is not None, loaded.problems
    return loaded


@EACH
def test_a_draft_whose_questions_are_answered_has_nothing_left_to_write(sample):
    loaded = read(settled(sample.draft()))
    assert {one.code for one in loaded.problems} & {
        "placeholder_left",
        "unread_left",
        "item_worth_nothing",
    } == set()


@BOTH
def test_so_do_the_drafts_of_the_seeds(name):
    loaded = read(settled(drafted(name)))
    assert {one.code for one in loaded.problems} & {"placeholder_left", "unread_left"} == set()


@EVERY_ONE
def test_every_answer_to_every_question_can_be_read_and_counts_once(sample):
    made = sample.draft()
    for question in questions(made.text, made.findings):
        for choice in (*question.options, *([TYPED[question.typed]] if question.typed else [])):
            text = answer(made.text, question, choice)
            read(text)
            assert answer(text, question, choice) == text, (question.id, choice)
            assert answer(made.text, question, choice) == text


@EVERY_ONE
def test_the_last_of_all_answers_can_be_given_at_once_and_in_any_order(sample):
    made = sample.draft()

    def last(question):
        return question.options[-1] if question.options else TYPED[question.typed]

    there = read(settled(made, last)).rubric
    text = made.text
    for question in reversed(questions(made.text, made.findings)):
        text = answer(text, question, last(question))
    back = read(text).rubric
    assert [(item.no, item.points, item.rules) for item in there.items] == [
        (item.no, item.points, item.rules) for item in back.items
    ]


@EACH
def test_questions_have_names_of_their_own_and_are_plain_values(sample):
    made = sample.draft()
    found = questions(made.text, made.findings)
    assert len({one.id for one in found}) == len(found)
    assert all(one.options or one.typed for one in found)
    assert tuple(from_json(json.loads(json.dumps(to_json(one)))) for one in found) == found


def test_every_option_is_called_something():
    from bot.texts import TEXTS

    drafts = [sample.draft() for sample in SAMPLES]
    drafts.append(drafted("tongliao-2020"))
    asked = {
        option for one in drafts for each in questions(one.text, one.findings) for option in each.options
    }
    assert asked >= {"keep", "each", "once", "both", "clause", "printed", "counted", "month"}
    for table in TEXTS.values():
        assert {f"draft.option.{option}" for option in asked} <= table.keys()


# --- what answers change

TABLE = rows("""
考核项目|考核内容|分值|评分标准
安全（20分）|制度|10|未建立制度扣5分，制度不完善扣2分；台账不规范扣1分
^|培训|10|每次培训有记录，缺一次扣1分，最高扣3分；其他问题酌情扣分
质量（25分）|合格率|20|有标准得6分；有检查得4分；有记录得9分
""")


@pytest.fixture
def made():
    return Sample("考核.docx", "", word("安全质量考核表", TABLE), "").draft()


def ask(made, name):
    return next(one for one in questions(made.text, made.findings) if one.id == name)


def said(made, name, choice):
    return read(answer(made.text, ask(made, name), choice)).rubric


def kinds(item):
    return [(rule.letter, rule.kind, rule.points, rule.unit, rule.max) for rule in item.rules]


def test_flat_can_be_each(made):
    item = said(made, "confirm-flat-1.1c", "each").item("1.1")
    assert kinds(item)[2] == ("c", "each", Decimal(1), "处", None)
    assert kinds(item)[:2] == kinds(read(made.text).rubric.item("1.1"))[:2]


def test_what_is_read_otherwise_says_so(made):
    rubric = said(made, "confirm-flat-1.1c", "each")
    chosen = next(one for one in rubric.readings if one.id == "flat-each")
    assert (chosen.at, chosen.says, chosen.read) == (("1.1",), "台账不规范扣1分", "按每一个计")
    assert all("台账" not in one.says for one in rubric.readings if one.id == "flat")


def test_alternatives_can_both_count(made):
    assert said(made, "confirm-alternatives-1.1b", "keep").item("1.1").exclusive[0].letters == ("a", "b")
    assert said(made, "confirm-alternatives-1.1b", "both").item("1.1").exclusive == ()


def test_a_phrase_that_is_no_rule_stays_as_a_text_and_letters_close_up(made):
    rubric = said(made, "confirm-alternatives-1.1b", "clause")
    assert kinds(rubric.item("1.1")) == [
        ("a", "once", Decimal(5), None, None),
        ("b", "once", Decimal(1), None, None),
    ]
    assert rubric.item("1.1").exclusive == ()
    assert [one.quote for one in rubric.clauses if one.where == "1.1"] == ["制度不完善扣2分"]


def test_the_printed_sum_is_kept_with_its_note_or_the_sum_is_written(made):
    sums = {
        one.finding.problem.code: one.id for one in questions(made.text, made.findings) if one.group == "sum"
    }
    kept = said(made, sums["draft_sum_of_rules"], "printed")
    assert kept.item("2.1").points == 20
    assert "已核对" in next(one for one in kept.discrepancies if one.at == ("2.1",)).reason
    counted = said(made, sums["draft_sum_of_rules"], "counted")
    assert counted.item("2.1").points == 19
    assert [one.says for one in counted.discrepancies] == ["第2节标题写25分，各项合计19分"]
    assert said(made, sums["draft_sum_of_items"], "counted").sections[1].points == 20


def test_fields_are_written_as_they_were_typed(made):
    rubric = said(made, "field-issued", "2025.3.1")
    assert str(rubric.issued) == "2025-03-01"
    assert said(made, "field-leader", " 领衔人 ").leader == "领衔人"
    assert said(made, "field-id", "Safety 2025").id == "safety-2025"
    assert said(made, "field-periods", "quarter").periods == ("quarter",)
    assert said(made, "field-title", "keep").title == "安全质量考核表"
    assert said(made, "field-title", "新的标题").title == "新的标题"


@pytest.mark.parametrize(
    ("name", "choice", "code"),
    [
        ("field-issued", "去年", "draft_typed_date"),
        ("field-issued", "2025-02-30", "draft_typed_date"),
        ("field-issued", "1900-01-01", "draft_typed_date"),
        ("field-leader", "  ", "draft_typed_empty"),
        ("field-leader", f"{MARK}谁", "draft_typed_empty"),
        ("field-document", "长" * 121, "draft_typed_empty"),
        ("field-id", "草稿", "draft_typed_id"),
        ("field-id", "draft-1", "draft_typed_id"),
        ("confirm-flat-1.1c", "nothing", "draft_choice_unknown"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_with_what_can(made, name, choice, code):
    with pytest.raises(Refused) as refused:
        answer(made.text, ask(made, name), choice)
    assert refused.value.problem.code == code


@pytest.mark.parametrize(("typed", "points"), [("10", 10), ("２．５分", Decimal("2.5")), ("十分", 10)])
def test_points_that_the_document_does_not_say_are_typed(typed, points):
    table = rows("""
考核项目|考核内容|评分标准
安全|制度|未建立扣5分
质量|现场|发现一处隐患扣1分
""")
    made = Sample("a.docx", "", word("考核表", table), "").draft()
    name = next(one.id for one in questions(made.text, made.findings) if one.id.startswith("field-points"))
    rubric = said(made, name, typed)
    assert rubric.item(name.removeprefix("field-points-")).points == points
    for wrong in ("0", "-1", "很多"):
        with pytest.raises(Refused):
            said(made, name, wrong)


def test_a_text_that_is_no_file_is_refused(made):
    with pytest.raises(Refused):
        answer("- a", ask(made, "field-id"), "a1")
