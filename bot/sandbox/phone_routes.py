"""The phone face over HTTP: JSON in and out, the events of a chat as a stream. Only translates to `Phone`."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from aiohttp import web
from aiohttp.web_request import FileField

from .errors import Mistake, PhoneError
from .methods.commands import visible_commands
from .parcels import Parcel
from .people import Person
from .phone import Phone
from .wire import upload_of
from .world import World

Json = dict[str, Any]
KEEP_ALIVE = 15.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PhoneRoutes:
    """Answers the chat page and tests that drive phones over HTTP."""

    def __init__(self, world: World, phones: dict[int, Phone], hints: dict[str, list[str]]) -> None:
        self._world = world
        self._phones = phones
        self._hints = hints
        self.closing = False

    async def close(self) -> None:
        """End the event streams."""
        self.closing = True
        for phone in self._phones.values():
            phone.chat.feed.publish("state", **phone.state())

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the phone face."""
        one = "/phone/{id:-?\\d+}"
        acts: dict[str, Callable[[Phone, Json], Json | None]] = {
            "say": lambda phone, body: phone.say(body["text"], body.get("reply_to")),
            "press": lambda phone, body: phone.press(body["text"]),
            "tap": lambda phone, body: phone.tap(body.get("label"), body.get("message_id"), body.get("data")),
            "location": lambda phone, body: phone.location(float(body["latitude"]), float(body["longitude"])),
            "edit": lambda phone, body: phone.edit(body["message_id"], body["text"]),
            "start": lambda phone, body: phone.start(body.get("payload")),
            "offline": lambda phone, body: phone.go_offline(on=bool(body["on"])),
            "block": lambda phone, body: phone.block(on=bool(body["on"])),
            "read": lambda phone, _: phone.read(),
        }
        return [
            web.get("/phone/people", self.people),
            web.post("/phone/people", answered(self.add)),
            web.get("/phone/file/{file_id}", self.file),
            web.get(one + "/chat", answered(self.chat)),
            web.get(one + "/events", self.events),
            web.post(one + "/upload", answered(self.upload)),
            *(web.post(f"{one}/{name}", answered(self._act(act))) for name, act in acts.items()),
        ]

    def _phone(self, request: web.Request) -> Phone:
        phone = self._phones.get(int(request.match_info["id"]))
        if phone is None:
            raise Mistake.NO_PERSON.error()
        return phone

    def _act(self, act: Callable[[Phone, Json], Json | None]) -> Callable[[web.Request], Awaitable[Json]]:
        async def handler(request: web.Request) -> Json:
            return act(self._phone(request), await body_of(request)) or {}

        return handler

    async def people(self, _: web.Request) -> web.Response:
        """List the sample people and the hints of the page."""
        listed = []
        for phone in self._phones.values():
            state = phone.state()
            listed.append(
                {
                    **phone.person.listed(),
                    "unread": phone.chat.unread,
                    "offline": state["offline"],
                    "blocked": state["blocked"],
                }
            )
        return web.json_response({"people": listed, "hints": self._hints})

    async def add(self, request: web.Request) -> Json:
        """Add a person."""
        body = await body_of(request)
        person = Person(**{"id": self._world.ids.person(), **body})
        self._world.add_person(person)
        self._phones[person.id] = Phone(self._world, person)
        return person.listed()

    async def chat(self, request: web.Request) -> Json:
        """Return what the phone's screen shows now."""
        phone = self._phone(request)
        chat = phone.chat
        return {
            "messages": phone.messages,
            "keyboard": chat.keyboard,
            "commands": visible_commands(chat.bot, phone.person),
            "started": chat.started,
            **phone.state(),
            "seq": chat.feed.seq,
        }

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Stream the events of a chat after a number."""
        feed = self._phone(request).chat.feed
        seq = int(request.headers.get("Last-Event-ID") or request.query.get("after") or feed.seq)
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        )
        await response.prepare(request)
        await response.write(b": open\n\n")
        while not self.closing:
            events = await feed.after(seq, KEEP_ALIVE)
            lines = [f"id: {e['seq']}\ndata: {json.dumps(e, ensure_ascii=False)}\n\n" for e in events] or [
                ":\n\n"
            ]
            seq = events[-1]["seq"] if events else seq
            try:
                await response.write("".join(lines).encode())
            except ConnectionError:
                break
        return response

    async def upload(self, request: web.Request) -> Json:
        """Send files from the phone."""
        form = await request.post()
        files = [upload_of(part) for part in form.getall("files", []) if isinstance(part, FileField)]
        reply_to = form.get("reply_to")
        parcel = Parcel(
            files,
            str(form.get("kind", "document")),
            str(form.get("caption", "")),
            int(str(reply_to)) if reply_to else None,
            float(str(form.get("spread") or 0)),
            form.get("gone") in {"1", "true"},
        )
        return self._phone(request).upload(parcel)

    async def file(self, request: web.Request) -> web.Response:
        """Return a file of a chat."""
        stored = self._world.files.get(request.match_info["file_id"])
        if stored is None:
            return web.json_response({"error": "there is no such file"}, status=404)
        headers = {"Content-Type": stored.mime, "X-Content-Type-Options": "nosniff"}
        if stored.name:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        return web.Response(body=stored.content, headers=headers)


def answered(act: Callable[[web.Request], Awaitable[Json]]) -> Handler:
    """Wrap an action as a handler: its JSON answer, or HTTP 400 with what is wrong."""

    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            return web.json_response(await act(request))
        except PhoneError as error:
            return web.json_response({"error": str(error)}, status=400)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)

    return handler


async def body_of(request: web.Request) -> Json:
    """Return the JSON object of a request."""
    body = json.loads(await request.read() or b"{}")
    if not isinstance(body, dict):
        raise Mistake.NOT_AN_OBJECT.error()
    return body
