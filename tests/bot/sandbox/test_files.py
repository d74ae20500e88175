"""Files both ways: byte exact, identified by content, fetched by paths that expire."""

import struct
from typing import Any

import pytest

from bot.sandbox import Parcel, Phone, StandIn, Upload
from bot.sandbox.files import picture_size

from .conftest import Wire
from .pictures import jpeg_header, png


async def fetch(bot: Wire, path: str) -> tuple[int, bytes]:
    async with bot.session.get(f"{bot.standin.url}/file/bot{bot.token}/{path}") as response:
        return response.status, await response.read()


async def path_of(bot: Wire, file_id: str) -> str:
    return str((await bot("getFile", file_id=file_id)).result["file_path"])


async def test_a_document_is_byte_exact_and_its_path_expires(
    bot: Wire, phone: Phone, standin: StandIn
) -> None:
    content = bytes(range(256)) * 9
    phone.document(content, "台账.xlsx")
    (update,) = await bot.take()
    document = update["message"]["document"]
    assert document["file_size"] == len(content)
    path = await path_of(bot, document["file_id"])
    assert await fetch(bot, path) == (200, content)
    standin.advance(3601)
    status, _ = await fetch(bot, path)
    assert status == 404
    assert await fetch(bot, await path_of(bot, document["file_id"])) == (200, content)


async def test_asking_again_keeps_a_path_alive(bot: Wire, phone: Phone, standin: StandIn) -> None:
    phone.document(b"x", "a.txt")
    file_id = phone.messages[-1]["document"]["file_id"]
    path = await path_of(bot, file_id)
    standin.advance(3000)
    assert await path_of(bot, file_id) == path
    standin.advance(3000)
    assert (await fetch(bot, path))[0] == 200


async def test_the_same_content_has_one_unique_id_and_many_file_ids(bot: Wire, phone: Phone) -> None:
    phone.document(b"same", "a.txt")
    phone.document(b"same", "b.txt")
    phone.document(b"other", "c.txt")
    first, second, third = (update["message"]["document"] for update in await bot.take())
    assert first["file_unique_id"] == second["file_unique_id"] != third["file_unique_id"]
    assert first["file_id"] != second["file_id"]


async def test_a_photo_has_sizes_and_the_largest_is_last(bot: Wire, phone: Phone) -> None:
    picture = jpeg_header(3000, 4000)
    phone.photo(picture)
    (update,) = await bot.take()
    sizes = update["message"]["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [
        (68, 90),
        (240, 320),
        (600, 800),
        (960, 1280),
    ]
    assert len({size["file_unique_id"] for size in sizes}) == 4
    assert await fetch(bot, await path_of(bot, sizes[-1]["file_id"])) == (200, picture)


async def test_a_small_photo_is_not_enlarged(bot: Wire, phone: Phone) -> None:
    phone.photo(png(200, 100))
    (update,) = await bot.take()
    assert [(size["width"], size["height"]) for size in update["message"]["photo"]] == [(90, 45), (200, 100)]


async def test_a_file_can_be_gone(bot: Wire, phone: Phone) -> None:
    phone.upload(Parcel([Upload("a.txt", "", b"x")], "document", gone=True))
    answer = await bot("getFile", file_id=phone.messages[-1]["document"]["file_id"])
    assert answer.error == "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_the_bot_sends_files_and_resends_them_by_id(bot: Wire, phone: Phone) -> None:
    chat: dict[str, Any] = {"chat_id": phone.id}
    document = (
        await bot("sendDocument", **chat, caption="<b>表</b>", parse_mode="HTML", files={"document": b"PK"})
    ).result
    assert document["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    file_id = document["document"]["file_id"]
    assert (await bot("sendDocument", **chat, document=file_id)).result["document"] == document["document"]
    assert (await bot("sendVoice", **chat, duration=4, files={"voice": b"ogg"})).result["voice"][
        "duration"
    ] == 4
    assert (await bot("sendVideo", **chat, files={"video": b"mp4"})).result["video"]["width"] > 0
    assert (await bot("sendPhoto", **chat, files={"photo": png(9, 9)})).result["photo"][-1]["width"] == 9
    shown = phone.messages[-4]["document"]
    assert phone.file(shown["file_id"]) == b"PK"


async def test_the_bot_sends_an_album(bot: Wire, phone: Phone) -> None:
    media = [
        {"type": "photo", "media": "attach://a", "caption": "证1"},
        {"type": "photo", "media": "attach://b"},
    ]
    sent = (
        await bot("sendMediaGroup", chat_id=phone.id, media=media, files={"a": png(3, 3), "b": png(4, 4)})
    ).result
    assert [message.get("caption") for message in sent] == ["证1", None]
    assert len({message["media_group_id"] for message in sent}) == 1


PICTURES = [
    (png(7, 5), (7, 5)),
    (jpeg_header(640, 480), (640, 480)),
    (b"\xff\xd8\xff\xff\xc0" + struct.pack(">HBHH", 17, 8, 2, 3) + b"\0\0\0", (3, 2)),
    (b"\xff\xd8\xff\xd9", None),
    (b"\xff\xd8" + b"\xff\xe0\0\x04ab" * 3, None),
    (b"\x89PNG", None),
    (b"", None),
    (b"GIF89a", None),
]


@pytest.mark.parametrize(("content", "size"), PICTURES)
def test_pictures_say_their_size(content: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(content) == size
