"""Files that came into a chat, and own forms as scripts send them."""

from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from tests.kit.chat import Chat


def documents(chat: Chat) -> list[str]:
    """The names of all files that came, the oldest first."""
    return [
        message["document"]["file_name"]
        for message in chat.phone.messages
        if message["from"] == "bot" and "document" in message
    ]


def content(chat: Chat, name: str) -> bytes:
    """The newest file of a name."""
    for message in reversed(chat.phone.messages):
        document = message.get("document", {})
        if message["from"] == "bot" and document.get("file_name") == name:
            return chat.phone.file(document["file_id"])
    raise AssertionError(chat.screen())


def package(chat: Chat, name: str) -> ZipFile:
    """The newest package of a name."""
    return ZipFile(BytesIO(content(chat, name)))


def form(**cells: str) -> bytes:
    """An own form with these cells."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "考核表"
    for address, words in cells.items():
        sheet[address] = words
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def cells(data: bytes) -> dict[str, object]:
    """The cells of a workbook's first sheet that hold something."""
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    return {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }


async def to_periods(who: Chat, kind: str) -> None:
    """Go to the question for the period of a kind of export."""
    await who.say("/export")
    await who.tap(kind)
    if who.has("西北能化考核"):
        await who.tap("西北能化考核")


async def ordered(who: Chat, kind: str, period: str, studio: str) -> None:
    """Order an export and wait for it."""
    await to_periods(who, kind)
    await who.tap(period)
    await who.tap(studio)
