"""What leaders of the scripts have logged, made as the changes that the log's screens make."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.changes import LogActivity
from bot.entities import ActivityFacts, LogEntry, Month, Proof
from tests.bot.walk.scenes import ZHANG
from tests.kit.program import Program

NORTHWEST = "northwest-2025"
ZONE = ZoneInfo("Asia/Shanghai")


def today(program: Program) -> str:
    """The day it is for the program, as ISO."""
    return program.clock.now().astimezone(ZONE).date().isoformat()


def facts(activity: str = "theory", on: str = "2026-01-04", **more: object) -> ActivityFacts:
    """What is said of an activity."""
    said = {"rubric": NORTHWEST, "activity": activity, "on": on, "topic": "液压阀检修"}
    return ActivityFacts.model_validate({**said, **more})


async def log(
    program: Program, activity: str = "theory", on: str = "2026-01-04", *, by: str = "王海涛", **more: object
) -> str:
    """Log an activity as a leader; returns its id."""
    entry = program.clock.new_id()
    change = LogActivity(
        studio=ZHANG.id, facts=facts(activity, on, **more), entry=entry, today=today(program)
    )
    await program.make(change, by=by)
    return entry


async def entry_of(program: Program, entry: str) -> LogEntry:
    """An entry as it is stored."""
    found = await program.read(lambda desk: desk.logs.get(entry))
    assert found
    return found


async def month_of(program: Program, month: str = "2026-01") -> Month | None:
    """A month as it is stored."""
    return await program.read(lambda desk: desk.logs.month_of(ZHANG.id, NORTHWEST, month))


def first_of(month: str) -> date:
    """The first day of a month."""
    return date.fromisoformat(f"{month}-01")


async def entries(program: Program, studio: str = ZHANG.id) -> tuple[LogEntry, ...]:
    """What a studio has logged, by day."""
    return await program.read(lambda desk: desk.logs.between(studio, "2000-01-01", "2099-12-31"))


async def waiting(program: Program, studio: str = ZHANG.id) -> tuple[Proof, ...]:
    """Files of a studio that belong to no activity yet."""
    return await program.read(lambda desk: desk.proofs.of(studio))
