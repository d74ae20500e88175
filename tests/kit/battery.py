"""Walks on a program that dies: people, routes, the plan of kills, and what is left when nobody dies any more."""

import asyncio
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot.changes import AddStudio, Invite, Moment, make
from bot.clock import SystemClock, to_ms
from bot.entities import Invitation, Scope, Studio
from bot.sandbox import StandIn
from bot.store import StoreDesk, open_alone
from tests.kit.acts import Burst, Say
from tests.kit.ledger import Difference, Ledger
from tests.kit.routes import northwest, tongliao
from tests.kit.supervisor import Supervisor
from tests.kit.walker import Walker

ROUTES: tuple[Callable[[str, int], tuple[Burst, ...]], ...] = (northwest, tongliao)
MOST_CALLS = 24
"""A life lasts at most so many calls of the Bot API; six of them are the start."""
ENOUGH_FOR_ONE = 15
"""Kills that the walk of one person still meets."""
SETTLE_SECONDS = 60.0
QUIET_SECONDS = 1.0
LOOK_SECONDS = 0.1


class Kills:
    """When each life of the program ends: at its n-th call, before or after that call is processed."""

    def __init__(self, standin: StandIn, wanted: int, dice: Random) -> None:
        self.left = wanted
        self._standin = standin
        self._dice = dice

    def plan(self, pid: int) -> None:
        """Plan the end of a new process, until there were enough."""
        if self.left > 0:
            self.left -= 1
            self._standin.plan_kill(
                pid, self._dice.randint(1, MOST_CALLS), self._dice.choice(("before", "after"))
            )


class Battery:
    """One installation, the people in it, and everything they did."""

    def __init__(self, folder: Path, standin: StandIn, *, people: int, dice: Random, patience: float) -> None:
        self.ledger = Ledger(folder)
        self.walkers: list[Walker] = []
        self._standin = standin
        self._dice = dice
        self._clock = SystemClock()
        self.links = [self._clock.secret() for _ in range(people)]
        self._patience = patience
        self._walking = 0
        folder.mkdir(exist_ok=True)
        with open_alone(self.ledger.path, clock=self._clock) as alone:
            alone.write(self._invite)

    # -- before

    def _invite(self, desk: StoreDesk) -> None:
        """A studio for each person, and a link that is good for that studio alone."""
        moment = Moment(to_ms(self._clock.now()), None, self._clock.new_id)
        expires = to_ms(self._clock.now() + timedelta(days=1))
        for number, link in enumerate(self.links):
            studio = Studio(
                id=_studio(number),
                name=f"第{number}工作室",
                unit="一矿",
                leader="张建国",
                types={"tongliao-2020": "skills"},
            )
            meant = Invitation(
                digest=hashlib.sha256(link.encode()).hexdigest(),
                name=f"考核员{number}",
                unit="一矿",
                role="assessor",
                scope=Scope(kind="studio", key=studio.id),
                expires=expires,
            )
            make(desk, AddStudio(studio=studio), moment)
            make(desk, Invite(invitation=meant), moment)

    # -- meanwhile

    async def walk_while(self, left: Callable[[], int], side_by_side: int = 2) -> None:
        """Walk, so many people at a time, each route in turn, until nothing is left of what should happen meanwhile."""
        self._walking = side_by_side
        await asyncio.gather(*(self._one_after_the_other(left) for _ in range(side_by_side)))

    async def _one_after_the_other(self, left: Callable[[], int]) -> None:
        """Walk again while much is left; the last one walks until all of it has happened."""
        while len(self.walkers) < len(self.links):
            walker = self._next()
            await walker.walk()
            if walker.stuck or left() <= (ENOUGH_FOR_ONE if self._walking > 1 else 0):
                break
        self._walking -= 1

    def _next(self) -> Walker:
        number = len(self.walkers)
        year = datetime.now(ZoneInfo("Asia/Shanghai")).year - 1
        route = ROUTES[number % len(ROUTES)](f"第{number}工作室", year)
        phone = self._standin.phone(f"考核员{number}")
        start: Burst = (Say(f"/start {self.links[number]}"),)
        self.walkers.append(Walker(phone, (start, *route), self._dice, self._patience))
        return self.walkers[-1]

    # -- afterwards

    async def settle(self) -> None:
        """Wait until everything that was taken is done and nobody has said anything for a while."""
        world = self._standin.world

        def busy() -> bool:
            quiet = world.clock.elapsed() - world.last_activity
            return bool(len(self._standin.bot.updates) or quiet < QUIET_SECONDS or self.ledger.waiting)

        async with asyncio.timeout(SETTLE_SECONDS):
            while busy():  # noqa: ASYNC110 - another process does the work
                await asyncio.sleep(LOOK_SECONDS)

    def difference(self) -> Difference:
        """What is lost or doubled in all visits."""
        walks = self.ledger.walks()
        done = {_studio(number): walker.rows for number, walker in enumerate(self.walkers)}
        parts = [Difference.between(done.get(each, []), walks.get(each, [])) for each in {**done, **walks}]
        return Difference(
            tuple(row for part in parts for row in part.lost),
            tuple(row for part in parts for row in part.doubled),
            all(part.in_order for part in parts),
        )

    @property
    def inputs(self) -> int:
        """How much people have sent and tapped."""
        return sum(walker.inputs for walker in self.walkers)

    @property
    def acknowledged(self) -> list[int]:
        """The numbers of all updates that Telegram believes delivered."""
        return [each["update_id"] for each in self._standin.world.update_log if each["event"] == "acked"]

    @property
    def repeated(self) -> int:
        """Messages that came twice: more are in the chats than were meant."""
        chats = [walker.phone.id for walker in self.walkers]
        seen = sum(
            1 for walker in self.walkers for message in walker.phone.messages if message["from"] == "bot"
        )
        return seen - self.ledger.messages_of(chats)

    async def run(self, supervisor: Supervisor, left: Callable[[], int]) -> None:
        """Walk, then let everything come to rest."""
        await self.walk_while(left)
        await supervisor.up()
        await self.settle()


def _studio(number: int) -> str:
    return f"studio{number:07d}"
