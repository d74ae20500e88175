"""The bot face over HTTP: methods and file downloads, with faults, limits, the check hook and the log."""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from .call import Call, Upload
from .decoding import Decoder
from .errors import ApiError, Refusal
from .faults import HTML, Fault
from .methods import METHODS
from .people import Bot
from .world import World

Json = dict[str, Any]
TOKEN = re.compile(r"[1-9]\d{0,19}:[\w-]{1,64}$", re.ASCII)
MISSING = {
    "chat_id": Refusal.CHAT_ID_EMPTY.error(),
    "text": Refusal.TEXT_MISSING.error(),
    "message_id": Refusal.NO_MESSAGE_ID.error(),
    "file_id": Refusal.NO_FILE_ID.error(),
    "media": Refusal.MEDIA_NOT_FOUND.error(),
    "callback_query_id": Refusal.QUERY_TOO_OLD.error(),
    **{kind: Refusal.NO_FILE.error(kind=kind) for kind in ("photo", "document", "voice", "video")},
}
OPTIONAL = frozenset({"url"})
STATE = frozenset({"getUpdates"})


class BotApi:
    """Answers the calls of bots."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._decoder = Decoder()
        self._names = {name.lower(): name for name in self._decoder.methods}

    def routes(self) -> list[web.RouteDef]:
        """Return the two routes of the bot face."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method}", self.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one method call."""
        method, params = request.match_info["method"], {}
        try:
            bot = self._bot(request.match_info["token"])
            method = self._names.get(method.lower(), method)
            fault = self._world.faults.strike(method)
            if fault:
                early = await self._before(request, fault)
                if early is not None:
                    self._log(method, {}, f"fault {fault.kind}")
                    return early
            if method not in self._decoder.methods:
                raise Refusal.METHOD_NOT_FOUND.error()
            wire, uploads = await _wire(request)
            params = self._decoder.decode(method, wire)
            answer = await self._run(request, bot, method, params, uploads)
        except ApiError as error:
            self._log(method, params, error.description)
            return self._refused(error)
        if fault and fault.kind == "drop_after":
            _cut(request)
        return web.Response(body=answer, content_type="application/json")

    async def _run(
        self, request: web.Request, bot: Bot, method: str, params: Json, uploads: dict[str, Upload]
    ) -> bytes:
        world = self._world
        _check_uploads(method, params, uploads, self._decoder.methods[method])
        for name in self._decoder.required[method]:
            if name not in params and name not in OPTIONAL:
                raise MISSING.get(name) or Refusal.MISSING.error(name=name)
        problem = world.run_check("request", method, {**params, **uploads})
        if problem:
            raise Refusal.CHECK_FAILED.error(what=f"request {method}", problem=problem)
        if method == "getUpdates":
            return await self._updates(request, bot, params)
        self._kill_if_due("before", when := world.faults.count_call())
        world.limits.pass_or_raise(bot.id, method, params.get("chat_id"), len(params.get("media", "1")))
        world.touch()
        result = METHODS[method](Call(world, bot, params, uploads))
        self._kill_if_due("after", when)
        world.run_check("response", method, result)
        self._log(method, params)
        return json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()

    async def _updates(self, request: web.Request, bot: Bot, params: Json) -> bytes:
        if bot.webhook:
            raise Refusal.WEBHOOK_ACTIVE.error()
        bot.updates.allow(params.get("allowed_updates"))
        batch = await bot.updates.take(
            params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0)
        )
        if batch and _connected(request):
            when = self._world.faults.count_call()
            self._kill_if_due("before", when)
            bot.updates.delivered(batch)
            self._kill_if_due("after", when)
            self._world.touch()
            self._log("getUpdates", params)
        return b'{"ok":true,"result":[' + b",".join(pending.body for pending in batch) + b"]}"

    def _kill_if_due(self, moment: str, when: str | None) -> None:
        if when == moment:
            self._world.faults.kill()

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Send the bytes of a file."""
        fault = self._world.faults.strike("file")
        try:
            self._bot(request.match_info["token"])
            if fault:
                early = await self._before(request, fault)
                if early is not None:
                    return early
            stored = self._world.files.at_path(request.match_info["path"])
            if stored is None:
                raise Refusal.NOT_FOUND.error()
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        self._log("file", {"path": stored.path})
        if fault and fault.kind == "drop_after":
            return await _half(request, stored.content)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _before(self, request: web.Request, fault: Fault) -> web.Response | None:
        """Let a fault strike before the call is processed; None lets the call go on."""
        error = fault.error()
        if error:
            raise error
        if fault.kind in HTML:
            status, page = HTML[fault.kind]
            return web.Response(status=status, text=page, content_type="text/html")
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        elif fault.kind == "drop_before":
            _cut(request)
            return web.Response()
        return None

    def _bot(self, token: str) -> Bot:
        bot = self._world.bots.get(token)
        if bot is None:
            raise (Refusal.UNAUTHORIZED if TOKEN.match(token) else Refusal.INVALID_TOKEN).error()
        return bot

    def _refused(self, error: ApiError) -> web.Response:
        if error.description.startswith("sandbox:"):
            self._world.failures.append(error.description)
        headers = (
            {"Retry-After": str(error.parameters["retry_after"])} if "retry_after" in error.parameters else {}
        )
        return web.json_response(error.body(), status=error.code, headers=headers)

    def _log(self, method: str, params: Json, error: str = "") -> None:
        entry: Json = {"method": method, "ok": not error, "params": params}
        if error:
            entry["error"] = error
        self._world.call_log.append(entry)


def _check_uploads(method: str, params: Json, uploads: dict[str, Upload], types: Mapping[str, str]) -> None:
    """Turn file parts into parameters that name them; a part that nothing names is refused."""
    text = json.dumps(params.get("media", ""))
    for name in uploads:
        if "InputFile" in types.get(name, ""):
            params[name] = f"attach://{name}"
        elif f"attach://{name}" not in text and f"attach://{name}" not in params.values():
            raise Refusal.STRAY_FILE.error(name=f"{name} of {method}")


async def _wire(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Read the parameters of a request, however they were sent."""
    wire: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method == "GET" or not request.body_exists:
        return wire, uploads
    if request.content_type == "application/json":
        wire.update(_object(await _body(request)))
        return wire, uploads
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refusal.TOO_LARGE.error() from None
    except UnicodeDecodeError:
        raise Refusal.NOT_UTF8.error() from None
    for name, value in form.items():
        if isinstance(value, FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            wire[name] = value
    return wire, uploads


async def _body(request: web.Request) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Refusal.TOO_LARGE.error() from None


def _object(body: bytes) -> Json:
    try:
        value = json.loads(body)
    except UnicodeDecodeError:
        raise Refusal.NOT_UTF8.error() from None
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise Refusal.WRONG_TYPE.error(name="the request body", types="a JSON object")
    return value


def _connected(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()


def _cut(request: web.Request) -> None:
    """Cut the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()


async def _half(request: web.Request, content: bytes) -> web.StreamResponse:
    """Send half of a file, then cut the connection."""
    response = web.StreamResponse(headers={"Content-Length": str(len(content))})
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    _cut(request)
    return response
