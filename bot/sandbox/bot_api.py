"""The bot face over HTTP: methods and file downloads, with faults, limits, the check hook and the log."""

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from .call import Call, Upload
from .decoding import Decoder
from .errors import ApiError, Refusal
from .faults import HTML, Fault
from .methods import METHODS
from .people import Bot
from .wire import connected, cut, read_request, send_half
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
MAY_BE_EMPTY = frozenset({"url"})


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
        name = request.match_info["method"]
        method = self._names.get(name.lower(), name)
        params: Json = {}
        try:
            bot = self._bot(request)
            fault = self._world.faults.strike(method)
            early = await self._before(request, fault)
            if early is not None:
                self._log(method, params, f"fault {fault.kind if fault else ''}")
                return early
            with self._counted(method) as arrives:
                if not arrives:
                    cut(request)
                    return web.Response()
                if method not in self._decoder.methods:
                    raise Refusal.METHOD_NOT_FOUND.error()
                wire, uploads = await read_request(request)
                params = self._decoder.decode(method, wire)
                answer = await self._run(request, bot, method, params, uploads)
        except ApiError as error:
            self._log(method, params, error.description)
            return self._refused(error)
        if fault and fault.kind == "drop_after":
            cut(request)
        return web.Response(body=answer, content_type="application/json")

    async def _run(
        self, request: web.Request, bot: Bot, method: str, params: Json, uploads: dict[str, Upload]
    ) -> bytes:
        _check_uploads(params, uploads, self._decoder.methods[method])
        for name in self._decoder.required[method]:
            if name not in params and name not in MAY_BE_EMPTY:
                raise MISSING.get(name) or Refusal.MISSING.error(name=name)
        self._check_request(method, params, uploads)
        if method == "getUpdates":
            return await self._updates(request, bot, params)
        self._world.touch()
        cost = len(params.get("media", "1"))
        self._world.limits.pass_or_raise(bot.id, method, params.get("chat_id"), cost)
        result = METHODS[method](Call(self._world, bot, params, uploads))
        self._world.run_check("response", method, result)
        self._log(method, params)
        return json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()

    @contextmanager
    def _counted(self, method: str) -> Iterator[bool]:
        """Let a planned kill strike before or after a call; tell whether the call is to be processed.

        A poll counts only when it has something to tell. A call before which its caller died never arrived.
        """
        when = None if method == "getUpdates" else self._world.faults.count_call()
        if when == "before":
            self._world.faults.kill()
        try:
            yield when != "before"
        finally:
            if when == "after":
                self._world.faults.kill()

    def _check_request(self, method: str, params: Json, uploads: dict[str, Upload]) -> None:
        if self._world.check is None:
            return
        payload = params | {name: upload.content for name, upload in uploads.items()}
        problem = self._world.run_check("request", method, payload)
        if problem:
            raise Refusal.CHECK_FAILED.error(what=f"request {method}", problem=problem)

    async def _updates(self, request: web.Request, bot: Bot, params: Json) -> bytes:
        if bot.webhook:
            raise Refusal.WEBHOOK_ACTIVE.error()
        bot.updates.allow(params.get("allowed_updates"))
        offset, limit, timeout = (params.get(name, 0) for name in ("offset", "limit", "timeout"))
        batch = await bot.updates.take(offset, limit, timeout)
        if batch and connected(request):
            when = self._world.faults.count_call()
            if when == "before":
                self._world.faults.kill()
            bot.updates.delivered(batch)
            if when == "after":
                self._world.faults.kill()
            self._world.touch()
            self._log("getUpdates", params)
        return b'{"ok":true,"result":[' + b",".join(pending.body for pending in batch) + b"]}"

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Send the bytes of a file."""
        path = request.match_info["path"]
        try:
            self._bot(request)
            fault = self._world.faults.strike("file")
            early = await self._before(request, fault)
            if early is not None:
                return early
            stored = self._world.files.at_path(path)
            if stored is None:
                raise Refusal.NOT_FOUND.error()
        except ApiError as error:
            self._log("file", {"path": path}, error.description)
            return self._refused(error)
        self._log("file", {"path": path})
        if fault and fault.kind == "drop_after":
            return await send_half(request, stored.content)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _before(self, request: web.Request, fault: Fault | None) -> web.Response | None:
        """Let a fault strike before the call is processed; None lets the call go on."""
        if fault is None:
            return None
        error = fault.error()
        if error:
            raise error
        if fault.kind in HTML:
            status, page = HTML[fault.kind]
            return web.Response(status=status, text=page, content_type="text/html")
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        elif fault.kind == "drop_before":
            cut(request)
            return web.Response()
        return None

    def _bot(self, request: web.Request) -> Bot:
        token = request.match_info["token"]
        bot = self._world.bots.get(token)
        if bot is None:
            raise (Refusal.UNAUTHORIZED if TOKEN.match(token) else Refusal.INVALID_TOKEN).error()
        return bot

    def _refused(self, error: ApiError) -> web.Response:
        if error.description.startswith("sandbox:"):
            self._world.failures.append(error.description)
        wait = error.parameters.get("retry_after")
        headers = {} if wait is None else {"Retry-After": str(wait)}
        return web.json_response(error.body(), status=error.code, headers=headers)

    def _log(self, method: str, params: Json, error: str = "") -> None:
        entry: Json = {"method": method, "ok": not error, "params": params}
        if error:
            entry["error"] = error
        self._world.call_log.append(entry)


def _check_uploads(params: Json, uploads: dict[str, Upload], types: Mapping[str, str]) -> None:
    """Turn file parts into parameters that name them; a part that nothing names is refused."""
    if not uploads:
        return
    named = json.dumps(params)
    for name in uploads:
        if "InputFile" in types.get(name, ""):
            params[name] = f"attach://{name}"
        elif f'"attach://{name}"' not in named:
            raise Refusal.STRAY_FILE.error(name=name)
