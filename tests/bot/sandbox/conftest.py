"""A running stand-in, one person with a phone, and a bare HTTP client in the place of a bot."""

import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Phone, StandIn
from tests.kit.aiogram_check import Judges


@dataclass
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def error(self) -> str:
        assert not self.body["ok"], self.body
        return str(self.body["description"])


class Wire:
    """Calls Bot API methods and stand-in routes over HTTP: parameters as a form, nested ones as JSON text."""

    def __init__(self, standin: StandIn, session: aiohttp.ClientSession) -> None:
        self.standin = standin
        self.session = session
        self.token = standin.token

    async def __call__(self, method: str, *, files: dict[str, bytes] | None = None, **params: Any) -> Answer:
        form = aiohttp.FormData()
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, content in (files or {}).items():
            form.add_field(
                name, io.BytesIO(content), filename=f"{name}.bin", content_type="application/octet-stream"
            )
        return await self.raw("POST", f"/bot{self.token}/{method}", data=form)

    async def raw(self, verb: str, path: str, **options: Any) -> Answer:
        async with self.session.request(verb, self.standin.url + path, **options) as response:
            return Answer(response.status, await response.json(), dict(response.headers))

    async def post(self, path: str, **body: Any) -> Any:
        async with self.session.post(self.standin.url + path, json=body) as response:
            return await response.json()

    async def get(self, path: str) -> Any:
        async with self.session.get(self.standin.url + path) as response:
            return await response.json()

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        return list((await self("getUpdates", **params)).result)

    async def take(self, **params: Any) -> list[dict[str, Any]]:
        """What waits, acknowledged at once."""
        batch = await self.updates(**params)
        if batch:
            await self.updates(offset=batch[-1]["update_id"] + 1)
        return batch


@pytest.fixture
async def standin(judges: Judges) -> AsyncIterator[StandIn]:
    """A stand-in watched by the judges."""
    running = StandIn(check=judges, seed=7)
    await running.start()
    yield running
    await running.close()


@pytest.fixture
async def lenient() -> AsyncIterator[StandIn]:
    """A stand-in that nobody watches, for calls that are wrong on purpose."""
    running = StandIn(seed=8)
    await running.start()
    yield running
    await running.close()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def bot(standin: StandIn, session: aiohttp.ClientSession) -> Wire:
    """The bot's side of the watched stand-in."""
    return Wire(standin, session)


@pytest.fixture
def sloppy(lenient: StandIn, session: aiohttp.ClientSession) -> Wire:
    """The bot's side of the unwatched stand-in."""
    return Wire(lenient, session)


@pytest.fixture
async def phone(standin: StandIn, bot: Wire) -> Phone:
    """A person who has pressed START; the bot has taken that update."""
    person = standin.phone("李工")
    person.start()
    await bot.take()
    return person
