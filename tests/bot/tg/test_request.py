"""The request class: what goes over the wire, and what its failures mean."""

import asyncio
import base64
import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import BotCommandScopeAllPrivateChats, InputFile
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.sandbox import Phone, StandIn
from bot.tg.bot import Bot, introduce, make_bot, set_menus
from bot.tg.proxy import Routes
from bot.tg.request import AiohttpRequest, Attachment, Form, never_sent
from tests.bot.tg.kit import FakeSeconds
from tests.bot.tg.wire import Seen, Wire, reply
from tests.kit.waiting import PATIENCE, until

TOKEN = "7000000001:AAH-canary_secret"


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    made = AiohttpRequest(connect_timeout=1, read_timeout=0.1, write_timeout=1)
    await made.initialize()
    yield made
    await made.shutdown()


async def fails(request: AiohttpRequest, url: str, form: Form | None = None) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await request.post_form(f"{url}/bot{TOKEN}/sendMessage", form or Form({}))
    assert "canary" not in str(caught.value)
    return caught.value


# --- what goes over the wire


async def test_a_form_is_posted_as_json_over_one_kept_connection(request_: AiohttpRequest) -> None:
    fields = {
        "chat_id": 5_000_000_001,
        "text": "字 & <b>",
        "reply_markup": {"inline_keyboard": []},
        "limit": 3,
    }
    async with Wire() as wire:
        for _ in range(5):
            assert await request_.post_form(f"{wire.url}/x", Form(fields)) == b'{"ok":true,"result":true}'
        assert wire.connections == 1
        assert wire.seen[0].line == "POST /x HTTP/1.1"
        assert wire.seen[0].headers["content-type"] == "application/json"
        assert json.loads(wire.seen[0].body) == fields
        assert "字".encode() in wire.seen[0].body


async def test_a_text_that_is_not_unicode_does_not_stop_the_call(request_: AiohttpRequest) -> None:
    async with Wire() as wire:
        await request_.post_form(f"{wire.url}/x", Form({"text": "a\ud800b"}))
        assert json.loads(wire.seen[0].body) == {"text": "a?b"}


async def test_a_file_is_streamed_from_disk_under_its_chinese_name(
    request_: AiohttpRequest, tmp_path: Path
) -> None:
    content = bytes(range(256)) * 4096
    path = tmp_path / "x"
    path.write_bytes(content)
    async with Wire() as wire:
        with path.open("rb") as opened:
            form = Form(
                {"chat_id": 5, "reply_markup": {"a": [1]}},
                {"document": Attachment('表"1".xlsx', opened, "a/b")},
            )
            await request_.post_form(f"{wire.url}/x", form)
        (seen,) = wire.seen
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert int(seen.headers["content-length"]) == len(seen.body)
    assert content in seen.body
    assert 'name="document"; filename="表\\"1\\".xlsx"'.encode() in seen.body
    assert b"Content-Type: a/b" in seen.body
    assert b'name="reply_markup"\r\n\r\n{"a": [1]}' in seen.body


async def test_the_library_can_post_and_upload_through_it(bot: Bot, phone: Phone) -> None:
    assert (await bot.send_message(phone.id, "你好")).text == "你好"
    sent = await bot.send_document(
        phone.id, InputFile(io.BytesIO(b"abc"), "表.txt", read_file_handle=False), caption="x"
    )
    assert sent.document
    assert (sent.document.file_name, phone.file(sent.document.file_id)) == ("表.txt", b"abc")
    assert await (await sent.document.get_file()).download_as_bytearray() == b"abc"
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")


# --- proxies


async def test_a_proxy_is_asked_for_everything() -> None:
    async with Wire() as proxy:
        named = f"http://user:p%40ss@127.0.0.1:{proxy.port}"
        made = AiohttpRequest(routes=Routes(named))
        await made.initialize()
        await made.post_form("http://api.invalid/botX/getMe", Form({}))
        await made.download("http://api.invalid/file/botX/a.jpg", lambda _: None)
        await made.shutdown()
    assert [seen.line.split()[1] for seen in proxy.seen] == [
        "http://api.invalid/botX/getMe",
        "http://api.invalid/file/botX/a.jpg",
    ]
    expected = "Basic " + base64.b64encode(b"user:p@ss").decode()
    assert [seen.headers.get("proxy-authorization") for seen in proxy.seen] == [expected, expected]


async def test_a_proxy_that_refuses_the_tunnel_has_sent_nothing() -> None:
    async def refuse(seen: Seen, writer: asyncio.StreamWriter) -> None:
        writer.write(reply(b"", "407 Proxy Authentication Required"))

    async with Wire(refuse) as proxy:
        made = AiohttpRequest(routes=Routes(f"http://user:pass@127.0.0.1:{proxy.port}"))
        await made.initialize()
        assert never_sent(await fails(made, "https://api.invalid"))
        await made.shutdown()
    assert proxy.seen[0].line == "CONNECT api.invalid:443 HTTP/1.1"
    assert proxy.seen[0].headers["proxy-authorization"] == "Basic " + base64.b64encode(b"user:pass").decode()


@pytest.mark.parametrize(
    ("environment", "route"),
    [
        ({}, None),
        ({"https_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"HTTPS_PROXY": "http://proxy:3128"}, "http://proxy:3128"),
        ({"all_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "api.telegram.org"}, None),
        ({"http_proxy": "http://proxy:3128"}, None),
        ({"all_proxy": "socks5://proxy:1080"}, None),
    ],
)
def test_the_environment_names_the_proxy(
    environment: dict[str, str], route: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Routes().to("https://api.telegram.org/botX/getMe") == (route, None)
    assert Routes(trust_env=False).to("https://api.telegram.org/botX/getMe") == (None, None)


# --- failures


async def test_a_refused_connection_was_never_sent(request_: AiohttpRequest) -> None:
    async with Wire() as wire:
        url = wire.url
    error = await fails(request_, url)
    assert isinstance(error, NetworkError)
    assert never_sent(error)


async def test_a_name_that_is_not_found_was_never_sent(request_: AiohttpRequest) -> None:
    assert never_sent(await fails(request_, "http://nowhere.invalid"))


async def test_a_connection_that_is_not_made_in_time_was_never_sent() -> None:
    async def silent(seen: Seen, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(5)

    made = AiohttpRequest(connections=1, connect_timeout=0.05, read_timeout=5)
    await made.initialize()
    async with Wire(silent) as wire:
        first = asyncio.create_task(made.post_form(f"{wire.url}/x", Form({})))
        await until(lambda: wire.seen)
        error = await fails(made, wire.url)
        first.cancel()
    await made.shutdown()
    assert isinstance(error, TimedOut)
    assert never_sent(error)


async def silence(seen: Seen, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(1)


async def cut(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def half(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(reply()[:-5])
    await writer.drain()
    writer.close()


async def noise(seen: Seen, writer: asyncio.StreamWriter) -> None:
    writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
    writer.close()


@pytest.mark.parametrize(
    ("behave", "kind"),
    [(silence, TimedOut), (cut, NetworkError), (half, NetworkError), (noise, NetworkError)],
    ids=["silence", "cut", "half an answer", "another protocol"],
)
async def test_after_the_request_left_it_is_perhaps_done(
    behave: object, kind: type[TelegramError], request_: AiohttpRequest
) -> None:
    async with Wire(behave) as wire:  # type: ignore[arg-type]
        error = await fails(request_, wire.url)
    assert type(error) is kind
    assert error.__cause__ is not None
    assert not never_sent(error)


async def test_a_whole_call_has_a_limit_even_if_bytes_trickle() -> None:
    async def trickle(seen: Seen, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
        for _ in range(1000):
            writer.write(b"x")
            await asyncio.sleep(0.05)

    made = AiohttpRequest(connect_timeout=0.1, read_timeout=0.1, write_timeout=0.1)
    await made.initialize()
    async with Wire(trickle) as wire:
        async with asyncio.timeout(PATIENCE):
            error = await fails(made, wire.url)
    await made.shutdown()
    assert isinstance(error, TimedOut)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"<html>502</html>" * 1_000, "502 Bad Gateway"),
        (
            b'{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}',
            "500 Internal Server Error",
        ),
        (b"<html>Please sign in</html>", "200 OK"),
        (b'"fine"', "200 OK"),
        (b'{"status":"fine"}', "200 OK"),
        (b'{"ok":false}', "200 OK"),
        (b"", "204 No Content"),
    ],
)
async def test_what_is_not_telegrams_answer_is_an_error(body: bytes, status: str) -> None:
    async def behave(seen: Seen, writer: asyncio.StreamWriter) -> None:
        writer.write(reply(body, status))

    async with Wire(behave) as wire:
        bot = make_bot(TOKEN, wire.url)
        await bot.open()
        for asked in (bot.call("sendMessage", {}), bot.poll({}, 5)):
            with pytest.raises(TelegramError) as caught:
                await asked
            assert not never_sent(caught.value)
            assert len(str(caught.value)) < 1_000
        await bot.close_connections()


async def test_a_redirect_is_not_followed(request_: AiohttpRequest) -> None:
    async def elsewhere(seen: Seen, writer: asyncio.StreamWriter) -> None:
        writer.write(reply(b"", "302 Found", "Location: http://127.0.0.1:1/login"))

    async with Wire(elsewhere) as wire:
        await fails(request_, wire.url)
        assert len(wire.seen) == 1


async def test_nothing_is_repeated_behind_our_back(request_: AiohttpRequest) -> None:
    async with Wire(cut) as wire:
        await fails(request_, wire.url)
        assert len(wire.seen) == 1


async def test_a_closed_pool_can_be_opened_again(request_: AiohttpRequest) -> None:
    async with Wire() as wire:
        await request_.post_form(f"{wire.url}/x", Form({}))
        await request_.shutdown()
        await request_.shutdown()
        with pytest.raises(NetworkError):
            await request_.post_form(f"{wire.url}/x", Form({}))
        await request_.initialize()
        await request_.post_form(f"{wire.url}/x", Form({}))
        assert wire.connections == 2


# --- the Bot at start


async def test_the_start_waits_for_telegram_and_ends_a_webhook(bot: Bot, standin: StandIn) -> None:
    standin.plan_faults(
        *({"method": "getMe", "kind": kind} for kind in ("drop_before", "401", "429", "502html", "200html")),
        {"method": "deleteWebhook", "kind": "500"},
    )
    seconds = FakeSeconds()
    assert await introduce(bot, seconds=seconds) == "ScorewalkSandboxBot"
    assert seconds.slept == [1, 2, 1, 4, 8, 16]


async def test_menus_are_set_by_language(bot: Bot) -> None:
    await set_menus(bot, {"": [("sheet", "总表")], "en": [("sheet", "The sheet")]})
    scope = BotCommandScopeAllPrivateChats()
    shown = {
        language: (await bot.get_my_commands(scope, language_code=language or None))[0].description
        for language in ("", "en")
    }
    assert shown == {"": "总表", "en": "The sheet"}
