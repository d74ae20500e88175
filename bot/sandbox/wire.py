"""Requests off the wire and connections cut on purpose: what the bot face needs of HTTP beside JSON."""

import json
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from .call import Upload
from .errors import Refusal

Json = dict[str, Any]


async def read_request(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Return the parameters and file parts of a request, however they were sent."""
    wire: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method == "GET" or not request.body_exists:
        return wire, uploads
    try:
        if request.content_type == "application/json":
            wire.update(_object(await request.read()))
            return wire, uploads
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refusal.TOO_LARGE.error() from None
    except UnicodeDecodeError:
        raise Refusal.NOT_UTF8.error() from None
    for name, value in form.items():
        if isinstance(value, FileField):
            uploads[name] = upload_of(value)
        else:
            wire[name] = value
    return wire, uploads


def upload_of(part: FileField) -> Upload:
    """Return a file part as a value; its temporary file is closed."""
    with part.file as stream:
        return Upload(part.filename, part.content_type, stream.read())


def _object(body: bytes) -> Json:
    text = body.decode()
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise Refusal.WRONG_TYPE.error(name="the request body", types="a JSON object")
    return value


def connected(request: web.Request) -> bool:
    """Tell whether somebody still waits for the answer."""
    return request.transport is not None and not request.transport.is_closing()


def cut(request: web.Request) -> None:
    """Cut the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()


async def send_half(request: web.Request, content: bytes) -> web.StreamResponse:
    """Send half of a file, then cut the connection."""
    response = web.StreamResponse(headers={"Content-Length": str(len(content))})
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    cut(request)
    return response
