"""The registers without a chat: the table of kinds, readings of a field, lines, and the workbook as a property."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.changes.registers.checks import check
from bot.changes.registers.entries import made
from bot.changes.registers.rows import planned_file
from bot.changes.registers.values import day_said, month_said, said_of, value_of
from bot.entities import ENTRY_KINDS, EntryKind, FileEntry, FileStep, Grant, Person, Scope, Studio
from bot.flows.file.line import line_of
from bot.problems import Refusal
from bot.reports import registers
from bot.reports.uploads import READERS
from bot.store import StoreDesk, open_alone
from bot.texts.registers import BY_ID, CHOICES, REGISTERS, Field, FieldType, Register, StepKind
from tests.bot.office import office

TODAY = date(2026, 1, 5)
NOW = 1_767_578_400_000
STUDIO = Studio(id="studio0000001", name="张建国工作室", unit="一矿", leader="张建国")
WANG = Person(
    id="person0000001",
    name="王海涛",
    grants=(Grant(id="grant00000001", role="leader", scope=Scope(kind="studio", key=STUDIO.id)),),
)


def test_every_kind_of_the_store_has_its_register() -> None:
    assert [each.id for each in REGISTERS] == list(ENTRY_KINDS)


def test_a_word_names_one_register_only() -> None:
    said = [word for each in REGISTERS for word in {*each.said, each.zh.casefold(), each.en.casefold()}]
    assert len(said) == len(set(said))


def test_every_entry_has_a_name_and_a_day_and_lists_that_there_are() -> None:
    for kind in REGISTERS:
        assert {each.id for each in kind.fields if each.must} >= {"name", "on"}
        assert len({each.id for each in kind.fields}) == len(kind.fields)
        assert all((each.type == "choice") == (each.choices in CHOICES) for each in kind.fields)
        assert all(kind.field(each.sets) for each in kind.steps if each.sets)


READ = [
    ("words", "  王  强 ", "王 强"),
    ("code", "ZL2025 20123456.7", "ZL2025 20123456.7"),
    ("day", "2024年5月1日", "2024-05-01"),
    ("day", "20240501", "2024-05-01"),
    ("day", "昨天", "2026-01-04"),
    ("day", "12月31日", "2025-12-31"),
    ("ahead", "2026-12-31", "2026-12-31"),
    ("figure", "3台", "3"),
    ("figure", "2.5", "2.5"),
    ("figure", "３", "3"),
    ("money", "30万元", "300000"),
    ("money", "1,234.50", "1234.5"),
    ("choice", "市级", "city"),
    ("choice", "Municipal", "city"),
]


@pytest.mark.parametrize(("of", "text", "value"), READ)
def test_a_value_is_read(of: FieldType, text: str, value: str) -> None:
    assert value_of(BY_ID["results"], field(of), text, TODAY) == value


WRONG = [
    ("words", "123", "register_words"),
    ("words", "字" * 61, "register_long"),
    ("day", "2025-06-31", "register_day"),
    ("day", "31 June", "register_day"),
    ("day", "12.5.5", "register_day"),
    ("day", "0001-01-01", "register_day"),
    ("day", "2026-01-06", "register_day_ahead"),
    ("figure", "三", "register_figure"),
    ("figure", "-1", "register_figure"),
    ("figure", "1e9", "register_figure"),
    ("figure", "3,5", "register_figure"),
    ("money", "三十万", "register_money"),
    ("money", "0.001", "register_money"),
    ("choice", "区级", "register_choice"),
]


@pytest.mark.parametrize(("of", "text", "code"), WRONG)
def test_what_cannot_be_a_value_is_refused(of: FieldType, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        value_of(BY_ID["results"], field(of), text, TODAY)
    assert refused.value.code == code


def test_every_type_of_a_field_is_in_the_tables() -> None:
    assert {of for of, *_ in READ} == set(get_args(FieldType))
    assert {of for of, *_ in WRONG} == set(get_args(FieldType)) - {"code", "ahead"}


def field(of: FieldType) -> Field:
    """A field of a type."""
    return Field("level", "级别", "Level", of, choices="level" if of == "choice" else "")


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2025-12", "2025-12"),
        ("2025年3月", "2025-03"),
        ("12月", "2025-12"),
        ("1月", "2026-01"),
        ("April 2025", "2025-04"),
        ("Dec", "2025-12"),
    ],
)
def test_a_month_is_read(text: str, month: str) -> None:
    assert month_said(text, TODAY) == month


LINE = [
    ("制度，学习培训制度，学习培训，2024-05-01", {"name": "学习培训制度", "sort": "learning", "on": "2024-05-01"}),
    ("成果, 泵房, 改造, 300,000, 2025-03-01", {"name": "泵房", "prize": "改造", "benefit": "300000", "on": "2025-03-01"}),
    ("成员 王强\n液压\n2024-05-01", {"name": "王强", "trade": "液压", "on": "2024-05-01"}),
    ("成员 王强 液压 高级工 2024-05-01", {"name": "王强", "trade": "液压", "grade": "高级工", "on": "2024-05-01"}),
    ("成员：王强；液压；高级工；2024年5月1日", {"name": "王强", "trade": "液压", "grade": "高级工", "on": "2024-05-01"}),
    ("member Wang Qiang;hydraulics;2024-05-01", {"name": "Wang Qiang", "trade": "hydraulics", "on": "2024-05-01"}),
    ("设备 台钻 Z4116 3台 2024-05-01 是", {"name": "台钻", "model": "Z4116", "amount": "3", "on": "2024-05-01", "asset": "yes"}),
    ("师徒 李强 王海涛 2025-01-01 2026-12-31 有", {"name": "李强", "master": "王海涛", "on": "2025-01-01", "until": "2026-12-31", "agreement": "yes"}),
    ("师徒 李强 王海涛 2025-01-01 至 2026-12-31 有", {"name": "李强", "master": "王海涛", "on": "2025-01-01", "until": "2026-12-31", "agreement": "yes"}),
    ("成果 2025-03-01 新型阀 市级 30万元", {"name": "新型阀", "level": "city", "on": "2025-03-01", "benefit": "300000"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), LINE)
def test_a_line_is_read(text: str, said: dict[str, str]) -> None:
    line = line_of(text, None, TODAY)
    assert line is not None
    assert (line.said, line.wrong, line.open) == (said, None, "")


@given(st.text("成员王强 ;；：2024-05-01.月日师徒\n\t台3", max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_line_is_read_or_refused_in_words(text: str) -> None:
    line = line_of(text, BY_ID["pairs"], TODAY)
    assert line is not None
    for key, value in line.said.items():
        one = line.kind.field(key)
        assert one
        assert value_of(line.kind, one, value, TODAY) == value


PAIRS = [("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31"), ("2025-06-30", "2025-12-31")]


def test_one_term_after_another_is_no_second_master() -> None:
    """Terms that touch on one day overlap; the day after is free."""
    terms = [pair(str(number), *days) for number, days in enumerate(PAIRS)]
    for one, other in pairwise(terms[:2]):
        check(other, [one])
    with pytest.raises(Refusal) as refused:
        check(terms[2], [terms[0]])
    assert refused.value.code == "register_two_masters"


def pair(entry: str, on: str, until: str) -> FileEntry:
    """A pair with a master of its own."""
    said = {"name": "李强", "master": f"师傅{chr(0x7532 + int(entry))}", "on": on, "until": until}
    return made(blank("pairs", entry), said)


def blank(kind: EntryKind, entry: str) -> FileEntry:
    """An entry of which nothing is said yet."""
    return FileEntry(id=entry, studio=STUDIO.id, kind=kind, name="", on="", by=WANG.id, at=NOW, changed=NOW)


# --- the workbook --------------------------------------------------------------------------------

ODD = "张李王 Aé=+-@'\"（）()；;、，,。_x0041_<&>#0123"


def _value(kind: Register, one: Field) -> st.SearchStrategy[str]:
    """What can be said of a field, as it would be kept."""
    texts: st.SearchStrategy[str]
    if one.type == "choice":
        texts = st.sampled_from([code for code, _, _ in CHOICES[one.choices]])
    elif one.type in {"day", "ahead"}:
        texts = st.dates(date(1990, 1, 1), date(2025, 12, 31)).map(str)
    elif one.type == "figure":
        texts = st.decimals(0, 10**6, places=1).map(lambda each: f"{each.normalize():f}")
    elif one.type == "money":
        texts = st.decimals(0, 10**9, places=2).map(lambda each: f"{each.normalize():f}")
    else:
        texts = st.text(st.sampled_from(ODD), max_size=20).map(lambda each: " ".join(each.split()))

    def kept(text: str) -> str:
        try:
            return value_of(kind, one, text, TODAY)
        except Refusal:
            return "某"

    return texts.map(kept) if one.must else st.just("") | texts.map(kept)


def _entry(kind: Register) -> st.SearchStrategy[tuple[str, dict[str, str]]]:
    return st.fixed_dictionaries({one.id: _value(kind, one) for one in kind.fields}).map(
        lambda said: (kind.id, said)
    )


def _happened(entry: FileEntry, step: StepKind) -> FileStep:
    """Something that happened, told with the odd words of the entry's name."""
    month = {"period": "2025-11", "value": "qualified"} if step.type == "month" else {}
    text = "" if step.type == "month" else " ".join(entry.name.split())
    return FileStep(
        entry=entry.id, place=0, name=step.id, on=entry.on, text=text, by=WANG.id, at=NOW, **month
    )


@pytest.fixture(scope="module")
def write(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Callable[[StoreDesk], Any]], Any]]:
    here = office(tmp_path_factory.mktemp("office") / "data")
    with open_alone(here.folder / "scorewalk.db", clock=here.clock) as alone:
        yield alone.write


class RolledBack(Exception):
    """Nothing of an example stays."""


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@given(st.lists(st.one_of([_entry(each) for each in REGISTERS]), max_size=8))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_comes_back_as_it_was(
    write, language: str, entries: list[tuple[EntryKind, dict[str, str]]]
) -> None:
    """What is written is what is read: nothing is new, nothing is changed."""

    def tried(desk: StoreDesk) -> None:
        desk.studios.add(STUDIO)
        desk.people.add(WANG, NOW)
        for number, (kind, said) in enumerate(entries):
            entry = made(blank(kind, f"entry{number:08d}"), {key: each for key, each in said.items() if each})
            desk.registers.put(entry, None)
            for step in BY_ID[kind].steps:
                desk.registers.step(_happened(entry, step))
        data = registers.render(registers.record(desk, STUDIO, language, NOW))
        plan = planned_file(desk, WANG, json.dumps(READERS["registers"](data)), TODAY)
        assert plan.problems == ()
        assert (len(plan.new), [(each.changed, said_of(each.after)) for each in plan.changed]) == (0, [])
        assert plan.same == len(entries)
        assert (plan.steps, plan.happened, dict(plan.touched)) == ((), (), {})
        raise RolledBack

    with pytest.raises(RolledBack):
        write(tried)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("4月2日", date(2026, 4, 2)),
        ("4-2", date(2026, 4, 2)),
        ("11月2日", date(2026, 11, 2)),
        ("12月30日", None),
        ("去年12月1日", date(2025, 12, 1)),
        ("今年4月2日", date(2026, 4, 2)),
        ("前年5月", None),
        ("6月31日", None),
        ("王强", None),
    ],
)
def test_a_day_without_a_year_is_one_of_this_year_that_is_over(said: str, meant: date | None) -> None:
    """Books are often kept late; what is still to come is not guessed to be of last year."""
    assert day_said(said, date(2026, 11, 22)) == meant
