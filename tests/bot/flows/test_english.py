"""Every screen in English, without a script: no Chinese but the words of rubrics that have no English ones."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.cli.rubric_text import line
from bot.entities import Role, Scope
from bot.flows.refusals import spoken
from bot.flows.rubric_names import rubric_name
from bot.flows.wording import worded
from bot.problems import Refusal
from bot.texts import words
from bot.texts.names import named
from bot.wiring.export_jobs import _params as back
from rubrics import files
from tests.bot.flows.walked import commands_of
from tests.bot.walk.scenes import begin
from tests.kit.aiogram_check import Judges
from tests.kit.chat import Chat
from tests.kit.crawl import Seen, crawl
from tests.kit.program import Program, studio
from tests.kit.schemes import every

CHINESE = re.compile(r"[\u3400-\u9fff]+")
SPRING = studio("Spring studio", "Pit 3", number=8).model_copy(update={"leader": "Lei Chun"})
NORTH = studio("North studio", "Pit 1", number=9, tongliao="research").model_copy(update={"leader": "Li Bei"})
EVERYTHING = Scope(kind="all")
OWN = Scope(kind="studio", key=SPRING.id)
WALKED: tuple[tuple[str, Role, Scope], ...] = (
    ("Ann", "coordinator", EVERYTHING),
    ("Ben", "assessor", EVERYTHING),
    ("Carl", "leader", OWN),
    ("Dora", "approver", EVERYTHING),
    ("Emil", "unit", Scope(kind="unit", key="Pit 3")),
)


def _texts(node: object, *, english: bool = False) -> Iterator[tuple[bool, str]]:
    """The texts of a rubric file, and whether an English one stands beside."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, english=f"{key}_en" in node)
    elif isinstance(node, list):
        for each in node:
            yield from _texts(each, english=english)
    elif isinstance(node, str):
        yield english, node


def rubric_texts() -> Iterator[tuple[bool, str]]:
    """The words of rubrics, but not what they are called in short."""
    for path in (*files.shipped(), Path(files.__file__).with_name("common.yaml")):
        tree = yaml.safe_load(path.read_text("utf-8"))
        if isinstance(tree, dict):
            del tree["short"]
        yield from _texts(tree)


@cache
def chinese() -> tuple[str, frozenset[str]]:
    """What may be said in Chinese, as there are no other words for it, and what has English words.

    一矿 is the unit of everybody in these tests.
    """
    texts = tuple(rubric_texts())
    untranslated = {text for english, text in texts if not english}
    allowed = "\n".join((*untranslated, "/lang 中文", "一矿"))
    return allowed, frozenset(text for english, text in texts if english and len(text) > 1) - untranslated


def leaks(seen: list[Seen]) -> list[str]:
    """What is said in Chinese and is not a rubric's."""
    allowed, translated = chinese()
    found: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    for each in seen:
        for text in (each.text, *each.labels):
            bad = [run for run in CHINESE.findall(text) if run not in allowed or run in translated]
            if bad:
                found.setdefault((tuple(bad), text), each.path)
    return [f"{' › '.join(path)}: {bad} in {text!r}" for (bad, text), path in found.items()]


@pytest.fixture
async def program(tmp_path: Path, judges: Judges) -> AsyncIterator[Program]:
    """The program on an empty folder, with two studios that have English names."""
    made = Program(tmp_path / "data", judges)
    await made.open()
    await made.add(SPRING, NORTH)
    yield made
    await made.close()
    assert not made.standin.failures


@pytest.fixture
async def people(program: Program) -> dict[str, Chat]:
    """English people, one of each kind, and a sheet that is signed."""
    found = {name: await program.person(name, role, scope, "en") for name, role, scope in WALKED}
    ben = found["Ben"]
    await begin(ben, "Northwest", "2025-12", SPRING.name)
    await ben.say("1.1 a no file\n1.2 a2\n1.3 full\n1.4 full\n1.5 full\n2.1 full\n2.2 full\n2.3 full")
    await ben.say("3.1 full\n3.2 full\n3.3 full\n4.1 full\n4.2 full")
    await ben.tap("Contents")
    await ben.tap("Check and sign")
    await ben.tap("go on…")
    await ben.say("a steady team")
    await ben.tap("Go to sign")
    await ben.tap("Sign")
    ben.sees("✓")
    await begin(ben, "Tongliao assessment", "2025", NORTH.name)
    await found["Carl"].say("/log theory 2025-12-03 hydraulic valves 12 people 2 hours")
    return found


@pytest.mark.parametrize("name", [name for name, *_ in WALKED])
async def test_screens_say_nothing_in_chinese(program: Program, people: dict[str, Chat], name: str) -> None:
    """Each card of a command, and each card that a press or two lead to."""
    commands = next(commands_of(role) for one, role, _ in WALKED if one == name)
    seen = [each for command in commands for each in await crawl(people[name], command)]
    assert len(seen) > 3 * len(commands), "the screens have been walked"
    assert not leaks(seen), "\n".join(leaks(seen))


def test_the_walk_would_find_a_chinese_name() -> None:
    seen = [Seen(("/visits",), "西北能化考核 2025-12", ()), Seen(("/log",), "theory", ("专业理论授课",))]
    assert len(leaks(seen)) == 2
    assert leaks([Seen(("/assess",), "未建立档案扣2分", ())]) == []


def test_a_refusal_names_a_rubric_as_its_reader_does() -> None:
    tongliao = files.latest("tongliao-2020")
    refusal = Refusal("visit_no_type", studio="North studio", rubric=named(tongliao))
    for said in (spoken(words("en"), refusal.code, refusal.params), worded(words("en"), *refusal.args)):
        assert "no type in Tongliao assessment standard…" in said
    assert "通辽市考核" in spoken(words("zh-CN"), refusal.code, refusal.params)
    listed = Refusal("plan_rubric", value="x", known=(named(tongliao), named(files.latest("nuc-2024"))))
    assert not CHINESE.search(spoken(words("en"), listed.code, listed.params))


def test_a_rubric_without_an_english_title_is_named_by_its_id_too() -> None:
    plain = files.latest("tongliao-2020").model_copy(update={"title_en": None, "short": "某矿考核"})
    assert rubric_name(plain, words("en")) == "tongliao-2020 某矿考核"
    assert rubric_name(plain, words("zh-CN")) == "某矿考核"


def test_what_a_child_refuses_names_a_rubric_as_its_reader_does() -> None:
    """Its parameters come back as JSON."""
    told = {"rubric": named(files.latest("nuc-2024")), "known": (named(files.latest("nuc-2024")),)}
    assert back(json.loads(json.dumps(told, default=asdict))) == told


def test_the_shell_lists_rubrics_in_english() -> None:
    for each in every():
        said = line(each, words("en"), "shipped")
        assert each.short not in said
        assert (each.title_en or each.id) in said
