"""The lab over HTTP: clock, faults, kills, limits, poison and log, for the page's drawer and for tests."""

from typing import Any

from aiohttp import web

from .errors import Mistake
from .phone_routes import answered, body_of
from .world import World

Json = dict[str, Any]


class Lab:
    """Answers the lab's routes."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the lab."""
        return [
            web.post("/lab/clock", answered(self.clock)),
            web.post("/lab/faults", answered(self.faults)),
            web.post("/lab/kill", answered(self.kill)),
            web.post("/lab/limits", answered(self.limits)),
            web.post("/lab/poison", answered(self.poison)),
            web.get("/lab/log", answered(self.log)),
        ]

    async def clock(self, request: web.Request) -> Json:
        """Move the stand-in's clock forward."""
        seconds = float((await body_of(request)).get("advance", 0))
        if seconds < 0:
            raise Mistake.CLOCK_BACK.error()
        self._world.clock.advance(seconds)
        return {"now": self._world.clock.iso()}

    async def faults(self, request: web.Request) -> Json:
        """Plan faults; an empty list forgets those planned."""
        faults = (await body_of(request))["faults"]
        if not faults:
            self._world.faults.clear()
        self._world.faults.plan(faults)
        return {"planned": len(self._world.faults)}

    async def kill(self, request: web.Request) -> Json:
        """Plan the kill of a process."""
        body = await body_of(request)
        self._world.faults.plan_kill(int(body["pid"]), int(body["n"]), body.get("when", "before"))
        return {}

    async def limits(self, request: web.Request) -> Json:
        """Switch the flood limits."""
        self._world.limits.on = bool((await body_of(request))["per_chat"])
        return {"per_chat": self._world.limits.on}

    async def poison(self, request: web.Request) -> Json:
        """Put any object into the bot's queue as an update."""
        raw = (await body_of(request))["raw"]
        if not isinstance(raw, dict):
            raise Mistake.NOT_AN_OBJECT.error()
        return {"update_id": self._world.bot.updates.put_raw(raw)}

    async def log(self, _: web.Request) -> Json:
        """Return the life of every update and every call."""
        world = self._world
        return {"updates": list(world.update_log), "calls": list(world.call_log), "failures": world.failures}
