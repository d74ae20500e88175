"""The stand-in as one running thing: Bot API server, phones, lab and chat page on one loopback port."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from .bot_api import BotApi
from .groups import Group
from .lab import Lab
from .people import Bot, Person
from .phone import Phone
from .phone_routes import PhoneRoutes
from .world import Hook, World

PAGE = Path(__file__).with_name("page")
MAX_REQUEST = 51 << 20
SHUTDOWN = 0.2


class StandIn:
    """A Bot API server for one machine. The process that owns it keeps all state in memory."""

    def __init__(
        self,
        token: str = "7000000001:sandbox",
        now: Callable[[], datetime] | None = None,
        check: Hook | None = None,
        *,
        limits: bool = False,
        bot_username: str = "ScorewalkSandboxBot",
        seed: int | None = None,
    ) -> None:
        self.world = World(now, check, limits=limits, seed=seed)
        self.bot = self.world.add_bot(token, bot_username)
        self.phones: dict[int, Phone] = {}
        self.hints: dict[str, list[str]] = {"zh": [], "en": []}
        self.url = ""
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The token of the first bot."""
        return self.bot.token

    @property
    def api_base(self) -> str:
        """The root before /bot<token>/ and /file/bot<token>/."""
        return self.url

    @property
    def failures(self) -> list[str]:
        """Every "sandbox:" refusal and every finding of the check hook so far; a test wants it empty."""
        return self.world.failures

    def add_bot(self, token: str, username: str) -> Bot:
        """Register another bot account; phones talk to the first."""
        return self.world.add_bot(token, username)

    def phone(
        self,
        first_name: str,
        language_code: str = "zh-hans",
        about: str = "",
        start: str | None = None,
        person_id: int | None = None,
    ) -> Phone:
        """Add a person and return the phone in that person's hand."""
        person = Person(person_id or self.world.ids.person(), first_name, language_code, about, start)
        self.world.add_person(person)
        phone = self.phones[person.id] = Phone(self.world, person)
        return phone

    def group(self, title: str) -> Group:
        """Create a group with the first bot in it."""
        return Group(self.world, self.world.add_group(title))

    def advance(self, seconds: float) -> None:
        """Move the stand-in's clock forward."""
        self.world.clock.advance(seconds)

    def poison(self, raw: dict[str, Any]) -> int:
        """Put any object into the first bot's queue as an update and return its update_id."""
        return self.bot.updates.put_raw(raw)

    def plan_kill(self, pid: int, n: int, when: str = "before") -> None:
        """Kill a process at the n-th call from now, "before" or "after" the call is processed."""
        self.world.faults.plan_kill(pid, n, when)

    def plan_faults(self, *faults: dict[str, Any]) -> None:
        """Plan faults as the lab does: method, kind, times, after, seconds, retry_after."""
        self.world.faults.plan(faults)

    def set_hints(self, chinese: Sequence[str], english: Sequence[str]) -> None:
        """Set the lines that the page shows beside the phone."""
        self.hints["zh"], self.hints["en"] = list(chinese), list(english)

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen; port 0 takes a free one."""
        app = web.Application(client_max_size=MAX_REQUEST, middlewares=[_guard(host)])
        phones = PhoneRoutes(self.world, self.phones, self.hints)
        app.add_routes([*BotApi(self.world).routes(), *phones.routes(), *Lab(self.world).routes()])
        if (PAGE / "index.html").exists():
            app.router.add_get("/", _index)
            app.router.add_static("/page", PAGE)
            app.on_response_prepare.append(_never_stale)
        app.router.add_route("*", "/{path:.*}", _not_found)
        app.on_shutdown.append(lambda _: phones.close())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        bound = self._runner.addresses[0]
        self.url = f"http://{host}:{bound[1]}"

    async def close(self) -> None:
        """Stop listening and cut what waits."""
        self.world.clock.close()
        for bot in self.world.bots.values():
            bot.updates.release()
        if self._runner:
            await self._runner.cleanup()


def _guard(host: str) -> Middleware:
    """Keep other pages in the browser away from phones and lab, which can kill a process."""
    names = {host, "127.0.0.1", "localhost"}

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.url.host not in names or origin not in {None, f"http://{request.host}"}:
            return web.json_response({"error": "another origin"}, status=403)
        return await handler(request)

    return guard


async def _index(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


async def _never_stale(request: web.Request, response: web.StreamResponse) -> None:
    """Make browsers ask again for the page's files: one module of yesterday breaks the page of today."""
    if request.path.startswith("/page/"):
        response.headers["Cache-Control"] = "no-cache"


async def _not_found(_: web.Request) -> web.Response:
    body = {"ok": False, "error_code": 404, "description": "Not Found"}
    return web.json_response(body, status=404)
