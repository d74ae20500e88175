"""HTTP to the Bot API over aiohttp, as a request class that python-telegram-bot accepts.

It must not know which method is called or why. It never repeats a post and never follows a redirect;
errors that mean "it never left this machine" are told from "perhaps done" by `never_sent`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import IO, Any, ClassVar, Final

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.tg.proxy import Routes

NOT_SENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
"""Errors after which the server cannot have seen the request."""

PIECE: Final = 1 << 18
"""Bytes of a download that are handed on at once."""

IDLE_SECONDS: Final = 25.0
"""How long an unused connection is kept: less than servers do, so that they rarely close it first."""

DNS_SECONDS: Final = 300
"""How long an address is remembered."""

QUOTED: Final = 200
"""Bytes of a strange reply that are worth keeping."""

PROCESSING: Final = 60.0
"""Seconds that Telegram may take over an upload when it has all of it."""

INVALID: Final = "Invalid server response"

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
NO_HEADERS: Final[Mapping[str, str]] = {}
_JSON: Final = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes out with a form; it is read while it is sent."""

    name: str
    content: IO[bytes] | bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Form:
    """The parameters of one call: nested ones as they are, and files by field name."""

    fields: Mapping[str, Any]
    files: Mapping[str, Attachment] = field(default_factory=dict)


NOTHING: Final = Form({})


def never_sent(error: TelegramError) -> bool:
    """Say whether the request surely did not reach the server: repeating it cannot double anything."""
    return isinstance(error.__cause__, NOT_SENT)


class AiohttpRequest(BaseRequest):
    """One pool of kept-alive connections with its timeouts, in seconds."""

    _UNSAID: ClassVar = (BaseRequest.DEFAULT_NONE,) * 3

    __slots__ = ("_connections", "_plain", "_routes", "_session", "_timeouts", "_upload")

    def __init__(
        self,
        *,
        connections: int = 64,
        connect_timeout: float = 10.0,
        read_timeout: float = 20.0,
        write_timeout: float = 20.0,
        upload_timeout: float = 300.0,
        routes: Routes | None = None,
    ) -> None:
        """Set up; by default it goes through the proxy that the environment names, if any."""
        self._connections = connections
        self._timeouts = (connect_timeout, read_timeout, write_timeout)
        self._upload = upload_timeout
        self._plain = _timeout(connect_timeout, read_timeout, write_timeout)
        self._routes = routes or Routes()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """The seconds that a reply may take unless a call says otherwise."""
        return self._timeouts[1]

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=IDLE_SECONDS, ttl_dns_cache=DNS_SECONDS
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                timeout=self._plain,
            )

    async def shutdown(self) -> None:
        """Close the pool; calls that are on the way fail."""
        if self._session is not None and not self._session.closed:
            await self._session.close()

    async def post_form(self, url: str, form: Form, read_timeout: float | None = None) -> bytes:
        """Post a form and return a success as it came; failures are raised as the library names them."""
        return await self._request_wrapper(
            url=url,
            method="POST",
            request_data=form,  # type: ignore[arg-type]  # it is only handed through to do_request below
            read_timeout=self.DEFAULT_NONE if read_timeout is None else read_timeout,
        )

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | Form | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - waiting for a connection counts as connecting
    ) -> tuple[int, bytes]:
        """Make one request and return status and body."""
        form = _form(request_data) if isinstance(request_data, RequestData) else request_data or NOTHING
        upload = bool(form.files)
        timeout = self._plain
        given = (connect_timeout, read_timeout, write_timeout)
        if upload or given != self._UNSAID:
            timeout = self._timeout(given, upload=upload)
        try:
            async with self._open(method, url, timeout, form) as response:
                reply = await response.read()
                # The library quotes a reply that is no JSON in its error: a page of HTML would fill the log.
                strange = response.status >= HTTPStatus.MULTIPLE_CHOICES and not reply.startswith(b"{")
                return response.status, reply[:QUOTED] if strange else reply
        except (aiohttp.ClientError, OSError) as error:
            raise _translated(error) from error

    async def download(self, url: str, sink: Callable[[bytes], object], seconds: float = 600.0) -> int:
        """Stream a file to `sink`, called in a thread; returns the HTTP status (only a 200 has a file)."""
        connect, read, _ = self._timeouts
        timeout = aiohttp.ClientTimeout(total=seconds, connect=connect, sock_read=read)
        try:
            async with self._open("GET", url, timeout) as response:
                if response.status == HTTPStatus.OK:
                    async for piece in response.content.iter_chunked(PIECE):
                        await asyncio.to_thread(sink, piece)
                return response.status
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _translated(error) from error

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read a reply; anything but a JSON object is a stranger's (a proxy's, a captive portal's)."""
        try:
            reply = json.loads(payload)
        except ValueError as error:
            raise TelegramError(INVALID) from error
        if not isinstance(reply, dict):
            raise TelegramError(INVALID)
        return reply

    def _open(
        self, method: str, url: str, timeout: aiohttp.ClientTimeout, form: Form = NOTHING
    ) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        if self._session is None:
            raise RuntimeError(method)
        body: aiohttp.FormData | bytes | None = None
        headers: Mapping[str, str] = NO_HEADERS
        if form.files:
            body = _multipart(form)
        elif method != "GET":
            body, headers = _ENCODE(form.fields).encode("utf-8", "replace"), _JSON
        proxy, proxy_headers = self._routes.to(url)
        if proxy_headers and not url.startswith("https:"):
            # Only a tunnel has headers of its own; without one the proxy reads the request's.
            headers = {**headers, **proxy_headers}
        return self._session.request(
            method,
            url,
            data=body,
            headers=headers,
            timeout=timeout,
            allow_redirects=False,
            proxy=proxy,
            proxy_headers=proxy_headers,
        )

    def _timeout(self, given: tuple[object, ...], *, upload: bool) -> aiohttp.ClientTimeout:
        connect, read, write = self._timeouts
        defaults = (connect, PROCESSING, self._upload) if upload else (connect, read, write)
        return _timeout(
            *(
                default if chosen is self.DEFAULT_NONE else chosen
                for chosen, default in zip(given, defaults, strict=True)
            )
        )


def _timeout(connect: Any, read: Any, write: Any) -> aiohttp.ClientTimeout:  # noqa: ANN401 - numbers, or None for ever
    parts = (connect, read, write)
    # aiohttp has no timeout for writing: the sum bounds the whole call instead.
    total = None if None in parts else sum(parts)
    return aiohttp.ClientTimeout(total=total, connect=connect, sock_read=read)


def _form(data: RequestData) -> Form:
    if not data.contains_files:
        return Form(data.parameters)
    files = {name: Attachment(*part) for name, part in data.multipart_data.items()}
    return Form(data.parameters, files)


def _multipart(form: Form) -> aiohttp.FormData:
    # Telegram takes a file's name as it stands in the header: percent signs would show up in the chat.
    body = aiohttp.FormData(quote_fields=False)
    for name, value in form.fields.items():
        body.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, file in form.files.items():
        body.add_field(name, file.content, filename=file.name, content_type=file.mime)
    return body


def _translated(error: Exception) -> NetworkError:
    # The text of aiohttp's errors may hold the URL, and so the token; the kind and the reason do not.
    if isinstance(error, TimeoutError):
        return TimedOut(f"Timed out ({type(error).__name__})")
    reason = error.strerror if isinstance(error, OSError) else None
    return NetworkError(f"{type(error).__name__}: {reason}" if reason else type(error).__name__)
