"""A raw HTTP server on loopback whose behaviour a test decides: it sees what really goes over the wire."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Self

OK = b'{"ok":true,"result":true}'


@dataclass
class Seen:
    """One request as it arrived."""

    line: str
    headers: dict[str, str]
    body: bytes
    connection: int


def reply(body: bytes = OK, status: str = "200 OK", *extra: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Content-Type: application/json", *extra]
    return "\r\n".join([*head, "", ""]).encode() + body


Behaviour = Callable[[Seen, asyncio.StreamWriter], Awaitable[None]]


async def answers(_: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(reply())


class Wire:
    """Records every request, then behaves."""

    def __init__(self, behave: Behaviour = answers) -> None:
        self.behave = behave
        self.seen: list[Seen] = []
        self.connections = 0
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        self._writers.add(writer)
        while True:
            try:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
            except (asyncio.IncompleteReadError, ConnectionError):
                break
            line, *rest = head.strip().split("\r\n")
            headers = {key.lower(): value for key, _, value in (field.partition(": ") for field in rest)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            self.seen.append(Seen(line, headers, body, number))
            await self.behave(self.seen[-1], writer)
            if writer.is_closing():
                break
        writer.close()
