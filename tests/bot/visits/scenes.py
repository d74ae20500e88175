"""Visits that the scripts plan."""

from bot.changes import RetireStudio
from bot.clock import to_ms
from bot.entities import Assessment, Grant, Plan, Role, Scope
from tests.bot.walk.scenes import ZHANG
from tests.kit.chat import Chat
from tests.kit.program import Program


async def choose(who: Chat, rubric: str = "西北能化考核", period: str = "2025-12") -> None:
    """Begin to plan a visit of 张建国工作室; ends on the question who assesses."""
    await who.say("/visits")
    await who.tap("安排考核…")
    await who.tap(ZHANG.name)
    await who.tap(rubric)
    await who.tap(period)


async def plan(who: Chat, day: str = "明天", note: str = "") -> None:
    """Plan one with 李工 alone."""
    await choose(who)
    await who.tap("李工")
    await who.tap("选好了")
    await who.say(day)
    if note:
        await who.say(note)
    else:
        await who.tap("跳过")
    await who.tap("安排并通知")


async def planned(program: Program) -> tuple[Plan, Assessment]:
    """The only plan, with its assessment."""
    (found,) = await program.read(lambda desk: desk.plans.between("2000-01-01", "9999-12-31"))
    sheet = await program.read(lambda desk: desk.visits.of_visit(found.visit))
    assert sheet
    return found, sheet


async def grant(program: Program, name: str, role: Role, scope: Scope) -> None:
    """Give a person (by name) one role more."""
    person, now = program._id(name), to_ms(program.clock.now())
    given = Grant(id=program.clock.new_id(), role=role, scope=scope)
    await program._store.write(lambda desk: desk.people.grant(person, given, now))


async def retire(program: Program, studio: str) -> None:
    """Take a studio off what is assessed."""
    change = RetireStudio(studio=studio, reason="合并", today="2026-01-05")
    await program.make(change, by="陈主任")
