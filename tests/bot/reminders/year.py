"""A year of seven studios in seconds: a real store and sender, a program that dies anywhere, and what went out.

Every leader behaves in one way all year, so what each of them must be told can be listed by hand. The program looks
at random moments, sleeps, dies between any two of its steps and is started again; a message that left is on record
with the moment at which it did.
"""

import asyncio
import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from telegram.error import Forbidden

from bot.changes import AddStudio, Moment, make
from bot.changes.work_plan.asked import due_by
from bot.clock import SteppedClock, from_ms, to_ms
from bot.entities import Grant, LogEntry, Month, Person, Scope, Studio, WorkPlan
from bot.flows.engine import World
from bot.flows.month.mine import month_name, span_of
from bot.ports import Queued
from bot.reminders import KINDS, Keeper
from bot.reminders.calendar import slots_of
from bot.reminders.hours import quiet
from bot.reminders.plans import AFTER, DAY
from bot.store import Store, StoreDesk
from bot.texts import words
from bot.tg import messages
from bot.tg.limits import NoPace
from bot.tg.sender import Sender
from bot.wiring.parts import Storing
from rubrics import files
from rubrics.periods import Period
from tests.kit.program import NoWaiting

RUBRIC: Final = "northwest-2025"
SCHEME: Final = tuple(path for path in files.shipped() if path.name.startswith(f"{RUBRIC}.v"))
WHY: Final = ("month_half", "month_eve", "month_overdue")
PLAN: Final = "plan_late"
TOLD: Final = ("month_nobody", PLAN, *WHY)
PERIODS: Final = ("2026-Q1", "2026", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1")
"""What plans are asked for, in the order in which they are due."""


@dataclass(frozen=True)
class Habit:
    """What a leader does with every month, and which reminders that earns."""

    name: str
    earns: tuple[str, ...]
    works: bool = False
    """Everything that is asked for is logged by the tenth."""
    hands_in: tuple[int, time] | None = None
    """Days after the end of the month, and when."""
    plans: bool = False
    """Every plan is handed in on its last day; without it, none ever is."""
    language: str = "zh-CN"


HABITS: Final = (
    Habit("never", (*WHY, PLAN)),
    Habit("english", (*WHY, PLAN), language="en"),
    Habit("prompt", (), works=True, hands_in=(0, time(15)), plans=True),
    Habit("twentieth", ("month_half",), hands_in=(-8, time(12)), plans=True),
    Habit("at dawn", (PLAN,), works=True, hands_in=(2, time(6))),
    Habit("last night", ("month_eve",), works=True, hands_in=(3, time(22)), plans=True),
    Habit("too late", WHY, hands_in=(14, time(12)), plans=True),
)
GONE: Final = Habit("leaves in July", (*WHY, PLAN))
BLOCKED: Final = Habit("blocked", ())
LONELY: Final = Habit("nobody", ())
ALL: Final = (*HABITS, GONE, BLOCKED, LONELY)
COORDINATOR: Final = 900
IDLE: Final = 0.1
BLOCKED_BY: Final = "bot was blocked by the user"


@dataclass(frozen=True, order=True)
class Message:
    """One reminder on a phone."""

    chat: int
    kind: str
    month: str
    at: datetime = field(compare=False)
    """As the clocks there show it."""


class Dead(BaseException):
    """The program was killed here."""


class Life:
    """The program between a start and its death, which may come before or after any step.

    After a death it does not die again before it has looked once by day: a program that never lives through a look
    misses what was due, and nothing can be done about that.
    """

    def __init__(self, chance: random.Random, odds: float, *, safe: bool) -> None:
        self.died = asyncio.Event()
        self.safe = safe
        self._chance = chance
        self._odds = odds

    def step(self, weight: float = 1.0) -> None:
        """Go on, or die here; steps that change nothing weigh less, or few programs would live to see the others."""
        if not self.safe and self._chance.random() < self._odds * weight:
            self.died.set()
        if self.died.is_set():
            raise Dead

    async def until(self, work: Coroutine[Any, Any, object]) -> None:
        """Wait for work, or die before it is done."""
        both = {asyncio.ensure_future(work), asyncio.ensure_future(self.died.wait())}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        if self.died.is_set():
            raise Dead


class Mortal:
    """The store as a program that may die sees it: before a transaction, or after it and before it hears of it."""

    def __init__(self, store: Store, life: Life, desk: Callable[[StoreDesk], Any]) -> None:
        self._store = store
        self._life = life
        self._desk = desk

    async def write(self, work: Callable[[Any], Any]) -> Any:
        self._life.step()
        done = await self._store.write(lambda desk: work(self._desk(desk)))
        self._life.step()
        return done

    async def read(self, work: Callable[[Any], Any]) -> Any:
        self._life.step(IDLE)
        return await self._store.read(lambda desk: work(self._desk(desk)))


Look = Callable[["Year", Mortal, Callable[[Sequence[Queued]], None]], Any]


def keeper(year: "Year", store: Any, push: Callable[[Sequence[Queued]], None]) -> Keeper:
    """The loop as it is."""
    return Keeper(
        kinds=KINDS, store=store, clock=year.clock, world=year.world, calls=messages.calls, push=push
    )


class Year:
    """The studios, the people, the days, and the phones."""

    def __init__(self, store: Store, clock: SteppedClock, zone: ZoneInfo, seed: int) -> None:
        self.store = store
        self.clock = clock
        self.zone = zone
        self.world = World(zone, "zh-CN", clock.new_id)
        self.chance = random.Random(seed)
        self.sent: list[Message] = []
        self.deaths = 0
        self.looks = 0
        self._titles = dict(_titles())
        self._acts = sorted(self._calendar(), key=lambda act: act[0])

    # -- what people do ---------------------------------------------------------------------------

    async def furnish(self) -> None:
        """Put the studios on the list on the first of January, with the leaders and the coordinator."""
        now = to_ms(self.clock.now())

        def put(desk: StoreDesk) -> None:
            for number, habit in enumerate(ALL):
                studio = Studio(id=f"s{number}", name=habit.name, unit="u", types={RUBRIC: "skill"})
                make(desk, AddStudio(studio=studio), Moment(now, None, self.clock.new_id))
                if habit is not LONELY:
                    _person(desk, number, habit, Scope(kind="studio", key=studio.id), now)
            desk.people.add(Person(id="chen", name="chen"), now)
            desk.people.attach(COORDINATOR, "chen", now)
            desk.people.grant("chen", Grant(id="gc", role="coordinator", scope=Scope(kind="all")), now)

        await self.store.write(put)

    def _calendar(self) -> Iterator[tuple[int, Callable[[StoreDesk], object]]]:
        yield (
            self._ms(date(2026, 7, 1), time(12)),
            lambda desk: desk.people.revoke(f"g{ALL.index(GONE)}", self._ms(date(2026, 7, 1), time(12))),
        )
        for name in PERIODS:
            at = self._ms(due_by(Period.parse(name), "plan"), time(20))
            for place, habit in enumerate(ALL):
                if habit.plans:
                    yield at, partial(_plan, place, name, at)
        for number in range(1, 13):
            month = f"2026-{number:02}"
            for place, habit in enumerate(ALL):
                if habit.works:
                    yield self._ms(date(2026, number, 10), time(10)), partial(_log, place, month)
                if habit.hands_in:
                    days, hour = habit.hands_in
                    at = self._ms(Period.parse(month).end + timedelta(days=days), hour)
                    yield at, partial(_hand_in, place, month, at)

    def _ms(self, day: date, hour: time) -> int:
        return to_ms(datetime.combine(day, hour, self.zone))

    # -- time and the program ---------------------------------------------------------------------

    async def live(self, days: int, *, odds: float = 0.05, make: Look = keeper, desk: Any = None) -> None:
        """Let days pass: life after life of the program, with looks at random moments."""
        end, safe = self.clock.now() + timedelta(days=days), False
        while self.clock.now() < end:
            life = Life(self.chance, odds, safe=safe)
            each = (desk or (lambda: lambda real: real))()
            with suppress(Dead):
                async with self._sender(life) as sender:
                    store = Mortal(self.store, life, each)
                    loop = make(self, store, partial(_push, life, sender))
                    while self.clock.now() < end:
                        await loop.once()
                        await life.until(sender.drained())
                        self.looks += 1
                        life.safe = life.safe and quiet(to_ms(self.clock.now()), self.zone)
                        life.step(IDLE)
                        await self._pass(timedelta(minutes=self.chance.choice((7, 90, 240, 420))))
            safe = life.died.is_set()
            self.deaths += safe
            await self._pass(timedelta(minutes=self.chance.choice((1, 30, 600, 840))))

    async def _pass(self, span: timedelta) -> None:
        """Let time pass; what people do in it is done at its own moment."""
        until = to_ms(self.clock.now() + span)
        while self._acts and self._acts[0][0] <= until:
            await self.store.write(self._acts.pop(0)[1])
        self.clock.move(from_ms(until) - self.clock.now())

    @asynccontextmanager
    async def _sender(self, life: Life) -> AsyncIterator[Sender]:
        storing = Storing(self.store)
        phones = Phones(self, life)
        sender = Sender(
            phones,
            storing.outbox,
            find_card=storing.message_of,
            open_file=lambda _sha256: (_ for _ in ()).throw(OSError()),
            now=lambda: to_ms(self.clock.now()),
            pace=NoPace(),
            seconds=NoWaiting(),
        )
        try:
            await sender.start()
            yield sender
        finally:
            for task in tuple(sender._tasks):
                task.cancel()
            await asyncio.gather(*sender._tasks, return_exceptions=True)
            await sender._marks.flush()

    def heard(self, chat: int, text: str) -> None:
        """Keep what a phone shows."""
        head = text.split("\n", maxsplit=1)[0]
        kind, month = next(
            (what for title, what in self._titles.items() if head.startswith(title)), ("?", head)
        )
        self.sent.append(Message(chat, kind, month, self.clock.now().astimezone(self.zone)))

    # -- what was right ---------------------------------------------------------------------------

    def faults(self, until: date) -> list[str]:
        """What went out wrongly by a day, or did not go out: doubled, missed, uncalled for, at night, out of its days."""
        earned = {what for _, what in self._earned()}
        expected = [what for last, what in self._earned() if last < until]
        found = Counter((each.chat, each.kind, each.month) for each in self.sent if each.chat != COORDINATOR)
        wrong = [f"{count - 1} × doubled {what}" for what, count in found.items() if count > 1]
        wrong += [f"missed {what}" for what in expected if what not in found]
        wrong += [f"uncalled for {what}" for what in found if what not in earned]
        wrong += [f"at night {each}" for each in self.sent if not time(8) <= each.at.time() < time(21)]
        return wrong + [f"out of its days {each}" for each in self.sent if not _within(each)]

    def _earned(self) -> Iterator[tuple[date, tuple[int, str, str]]]:
        for number in range(1, 13):
            for slot in slots_of(f"2026-{number:02}"):
                for place, habit in enumerate(ALL):
                    here = habit is not GONE or slot.first < date(2026, 7, 1)
                    if slot.kind in habit.earns and here:
                        yield slot.last, (place + 1, slot.kind, slot.month)
        for name in PERIODS:
            first, last = plan_days(name)
            for place, habit in enumerate(ALL):
                if PLAN in habit.earns and (habit is not GONE or first < date(2026, 7, 1)):
                    yield last, (place + 1, PLAN, name)


class Phones:
    """Telegram: every message arrives, but for the chat that blocked the bot."""

    def __init__(self, year: Year, life: Life) -> None:
        self._year = year
        self._life = life

    async def call(self, method: str, fields: Mapping[str, Any], files: Any = None) -> bytes:
        assert method == "sendMessage"
        assert files is None
        try:
            self._life.step()
        except Dead:
            # Killed with the call not made: nothing of this life is heard of any more.
            await asyncio.Event().wait()
        if fields["chat_id"] == ALL.index(BLOCKED) + 1:
            raise Forbidden(BLOCKED_BY)
        self._year.heard(fields["chat_id"], fields["text"])
        return json.dumps({"ok": True, "result": {"message_id": len(self._year.sent)}}).encode()


def _push(life: Life, sender: Sender, rows: Sequence[Queued]) -> None:
    life.step()
    sender.push(rows)


def _person(desk: StoreDesk, number: int, habit: Habit, scope: Scope, now: int) -> None:
    desk.people.add(Person(id=f"p{number}", name=habit.name, language=habit.language), now)
    desk.people.attach(number + 1, f"p{number}", now)
    desk.people.grant(f"p{number}", Grant(id=f"g{number}", role="leader", scope=scope), now)


def _log(place: int, month: str, desk: StoreDesk) -> None:
    rubric = next(each for each in desk.library.current() if each.id == RUBRIC)
    for kind in rubric.activities:
        desk.logs.put(
            LogEntry(
                id=f"{place}{month}{kind.id}",
                studio=f"s{place}",
                rubric=RUBRIC,
                activity=kind.id,
                on=span_of(month)[0],
                amount="99",
                came=1,
                by=f"p{place}",
                changed=1,
            ),
            f"p{place}",
        )


def _plan(place: int, period: str, at: int, desk: StoreDesk) -> None:
    desk.work_plans.put(
        WorkPlan(
            id=f"{place}plan{period}",
            studio=f"s{place}",
            rubric="",
            period=period,
            kind="plan",
            state="handed_in",
            handed_in=at,
            by=f"p{place}",
            at=at,
            changed=at,
        ),
        f"p{place}",
    )


def plan_days(period: str) -> tuple[date, date]:
    """The days on which it may be told that a plan is late."""
    due = due_by(Period.parse(period), "plan")
    return due + DAY, due + AFTER


def _hand_in(place: int, month: str, at: int, desk: StoreDesk) -> None:
    desk.logs.put_month(
        Month(
            id=f"{place}{month}",
            studio=f"s{place}",
            rubric=RUBRIC,
            month=month,
            state="submitted",
            first=at,
            submitted=at,
            day="",
            by=f"p{place}",
        )
    )


def _titles() -> Iterator[tuple[str, tuple[str, str]]]:
    for language in ("zh-CN", "en"):
        say = words(language)
        for number in range(-1, 14):
            year, month = 2026 + (number - 1) // 12, (number - 1) % 12 + 1
            name = f"{year}-{month:02}"
            for kind in WHY:
                yield say(f"remind.{kind}", month=month_name(name, say)), (kind, name)
        for name in PERIODS:
            period = Period.parse(name)
            said = {"year": period.start.year, "number": period.end.month // 3}
            yield say(f"remind.plan_late_{period.kind}", **said), (PLAN, name)
        yield say("remind.nobody", count=1, month="").split("\n")[0], ("month_nobody", "")


def _within(each: Message) -> bool:
    if each.kind == "month_nobody":
        return True
    if each.kind == "?":
        return False
    if each.kind == PLAN:
        first, last = plan_days(each.month)
        return first <= each.at.date() <= last
    return any(
        slot.first <= each.at.date() <= slot.last for slot in slots_of(each.month) if slot.kind == each.kind
    )


@asynccontextmanager
async def year(path: Path, zone: ZoneInfo, seed: int) -> AsyncIterator[Year]:
    """The first of January 2026, shortly after midnight."""
    clock = SteppedClock(datetime(2026, 1, 1, 0, 10, tzinfo=zone))
    async with Store.open(path / "scorewalk.db", clock=clock, rubric_files=SCHEME) as store:
        made = Year(store, clock, zone, seed)
        await made.furnish()
        yield made
