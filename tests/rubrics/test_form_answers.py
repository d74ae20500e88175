"""Answers to fields of forms: what is read, in which form it is kept, and what is refused, as tables."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import files
from rubrics.form_answers import OFFLINE, read_answer
from rubrics.form_sums import added, gaps, printed, rows_of, year_of
from rubrics.forms import Field, FieldKind, Form
from rubrics.problems import Problem

OPTIONS = {"options": ("技术开发", "技术攻关", "其他"), "options_en": ("development", "research", "other")}
WAN = {"unit": "万元"}
MORE: Mapping[str, Mapping[str, object]] = {"choice": OPTIONS, "choices": OPTIONS, "money": WAN}

READ: list[tuple[FieldKind, Mapping[str, object], str, str]] = [
    ("text", {}, "  液压 ", "液压"),
    ("longtext", {}, "一\n二", "一\n二"),
    ("number", {}, "１２", "12"),
    ("number", {"unit": "人"}, "12人", "12"),
    ("number", {}, "1,200.0", "1200"),
    ("number", {}, "007", "7"),
    ("money", WAN, "3.5", "3.5"),
    ("money", WAN, "3.5万", "3.5"),
    ("money", WAN, "35000元", "3.5"),
    ("money", WAN, "1,234.5600 万元", "1234.56"),
    ("money", {"unit": "元"}, "3.5万元", "35000"),
    ("money", {"unit": "美元"}, "$", ""),
    ("money", {"unit": "美元"}, "120 USD", "120"),
    ("money", {"unit": "美元"}, "3万美元", "30000"),
    ("money", WAN, "0", "0"),
    ("date", {}, "2012-05-05", "2012-05-05"),
    ("date", {}, "2012年5月5日", "2012-05-05"),
    ("date", {}, "２０１２．５．５", "2012-05-05"),
    ("date", {}, "20120505", "2012-05-05"),
    ("month", {}, "1978年6月", "1978-06"),
    ("month", {}, "1978.6", "1978-06"),
    ("month", {}, "197806", "1978-06"),
    ("year", {}, "1978年", "1978"),
    ("phone", {}, "138 0011 2233", "13800112233"),
    ("phone", {}, "+86-138-0011-2233", "13800112233"),
    ("phone", {}, "0411-82781234", "0411-82781234"),
    ("email", {}, "Li@Example.CN", "li@example.cn"),
    ("choice", OPTIONS, "2", "技术攻关"),
    ("choice", OPTIONS, "Research", "技术攻关"),
    ("choices", OPTIONS, "其他、技术开发", "技术开发、其他"),
    ("choices", OPTIONS, "1 3 1", "技术开发、其他"),
    ("link", {}, "https://example.cn/v/1", "https://example.cn/v/1"),
    ("link", {}, "线下报送", OFFLINE),
]
REFUSED: list[tuple[FieldKind, Mapping[str, object], str, str]] = [
    ("text", {}, " ", "form_empty"),
    ("text", {}, "一\n二", "form_lines"),
    ("text", {}, "字" * 201, "form_long"),
    ("longtext", {}, "字" * 10_001, "form_long"),
    ("number", {}, "十八", "form_number_unread"),
    ("number", {}, "-3", "form_number_unread"),
    ("number", {}, "2.5", "form_number_whole"),
    ("number", {"unit": "人"}, "12台", "form_unit"),
    ("number", {}, "1000000000", "form_number_range"),
    ("money", WAN, "三万", "form_money_unread"),
    ("money", WAN, "12美元", "form_unit"),
    ("money", WAN, "0.00001", "form_money_fine"),
    ("money", WAN, "1e5", "form_unit"),
    ("money", WAN, "1000000000", "form_number_range"),
    ("date", {}, "2012-06-31", "form_date_none"),
    ("date", {}, "6月31日", "form_date_unread"),
    ("date", {}, "12.5.5", "form_date_short"),
    ("date", {}, "0012-05-05", "form_date_none"),
    ("date", {}, "去年", "form_date_unread"),
    ("month", {}, "1978-13", "form_month_unread"),
    ("year", {}, "78", "form_year_unread"),
    ("phone", {}, "12345", "form_phone"),
    ("phone", {}, "23800112233", "form_phone"),
    ("email", {}, "li at example", "form_email"),
    ("choice", OPTIONS, "4", "form_choice"),
    ("choice", OPTIONS, "1、2", "form_choice_one"),
    ("choices", OPTIONS, "技术开发、别的", "form_choice"),
    ("link", {}, "在光盘里", "form_link"),
]


def field(kind: FieldKind, more: Mapping[str, object]) -> Field:
    return Field.model_validate({"id": "f", "label": "栏", "kind": kind, **more})


@pytest.mark.parametrize(("kind", "more", "text", "kept"), [each for each in READ if each[3]])
def test_what_is_read(kind: FieldKind, more: Mapping[str, object], text: str, kept: str) -> None:
    """And what is kept is read again as it is."""
    assert read_answer(field(kind, more), text) == kept
    if kept != OFFLINE:
        assert read_answer(field(kind, more), kept) == kept


@pytest.mark.parametrize(("kind", "more", "text", "code"), REFUSED)
def test_what_is_refused(kind: FieldKind, more: Mapping[str, object], text: str, code: str) -> None:
    found = read_answer(field(kind, more), text)
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_short_date_says_which_one_is_probably_meant() -> None:
    for text, probable in (("12.5.5", "2012-05-05"), ("78-6-1", "1978-06-01")):
        found = read_answer(field("date", {}), text)
        assert isinstance(found, Problem)
        assert found.params["probable"] == probable


@given(st.integers(0, 10**13 - 1))
def test_money_is_exact_whatever_the_unit(hundredths: int) -> None:
    """So many hundredths of a yuan are the same in yuan and in 万元, or refused because they are too fine."""
    yuan = Decimal(hundredths) / 100
    kept = read_answer(field("money", WAN), f"{yuan:f}元")
    if isinstance(kept, Problem):
        assert kept.code == "form_money_fine"
        assert hundredths % 100
    else:
        assert Decimal(kept) * 10000 == yuan


@given(st.text(max_size=40), st.sampled_from(sorted({each[0] for each in READ})))
def test_anything_is_kept_or_refused(text: str, kind: FieldKind) -> None:
    more = MORE.get(kind, {})
    kept = read_answer(field(kind, more), text)
    if not isinstance(kept, Problem) and kept != OFFLINE:
        assert read_answer(field(kind, more), kept) == kept


# -- whole forms ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def basic() -> Form:
    """Annex 4 of dalian-2019."""
    path = next(path for path in files.shipped() if path.name == "dalian-2019.v1.yaml")
    rubric = files.load(path).rubric
    assert rubric
    return next(form for form in rubric.forms if form.id == "basic-facts")


def test_sums_are_computed_or_compared(basic: Form) -> None:
    total = next(each for each in basic.fields if each.id == "total-2")
    answers = {"basic-facts.earned-2": "1.5", "basic-facts.saved-2": "2.25", "basic-facts.foreign-2": "9"}
    assert added(basic, total, answers) == Decimal("3.75")
    assert printed(basic, total, answers) == "3.75"
    assert printed(basic, total, {}) == ""
    wrong = {**answers, "basic-facts.total-2": "12.75"}
    (why,) = (gap.problem for gap in gaps(basic, wrong) if gap.key == "basic-facts.total-2")
    assert (why.code, why.params["says"], why.params["sum"]) == ("form_sum_differs", "12.75", "3.75")
    assert not [gap for gap in gaps(basic, {**answers, "basic-facts.total-2": "3.75"}) if "total" in gap.key]
    assert year_of(total, 2026) == 2024


def test_what_is_wanted(basic: Form) -> None:
    wanted = {gap.key for gap in gaps(basic, {})}
    assert "basic-facts.name" in wanted
    assert "basic-facts.results" not in wanted
    answers = {"basic-facts.key-members.1.name": "王强", "basic-facts.key-members.3.sex": "男"}
    assert rows_of(basic, basic.groups[0], answers) == (1, 3)
    assert "basic-facts.key-members.3.name" in {gap.key for gap in gaps(basic, answers)}
    assert "basic-facts.key-members.1.name" not in {gap.key for gap in gaps(basic, answers)}
