"""The other side of the comparison: a bare python-telegram-bot handler that makes the same two calls and stores nothing."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.tg.request import AiohttpRequest
from bot.wiring.memory import settle
from tests.bench.parts import cpu, serve

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
Face = tuple[str, InlineKeyboardMarkup]


class Bare:
    """Says in turn what our program said, whoever asks."""

    def __init__(self) -> None:
        """Have nothing to say yet."""
        self.faces = cycle([("", InlineKeyboardMarkup([]))])
        self.taps = 0

    async def learn(self, faces: Sequence[Mapping[str, Any]]) -> int:
        """Take texts and keyboards, ready made."""
        self.faces = cycle([(face["text"], _keyboard(face["reply_markup"])) for face in faces])
        return len(faces)

    async def said(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Send the card."""
        text, markup = next(self.faces)
        assert update.message is not None
        await update.message.reply_text(
            text, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=markup
        )

    async def tapped(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer the press, edit the card."""
        query = update.callback_query
        assert query is not None
        self.taps += 1
        text, markup = next(self.faces)
        await query.answer()
        await query.edit_message_text(
            text, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW, reply_markup=markup
        )

    async def end(self) -> dict[str, int]:
        """Say how often it was pressed."""
        return {"taps": self.taps}


def _keyboard(markup: Mapping[str, Any]) -> InlineKeyboardMarkup:
    rows = markup["inline_keyboard"]
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(key["text"], callback_data=key["callback_data"]) for key in row]
            for row in rows
        ]
    )


def build(
    token: str, address: str, at_once: int, *, built_in: bool
) -> Application[Any, Any, Any, Any, Any, Any]:
    """Return the application: on our request class, or on the library's own as it comes."""
    making = Application.builder().token(token).base_url(f"{address}/bot")
    if not built_in:
        making = making.request(AiohttpRequest()).get_updates_request(AiohttpRequest(connections=2))
    if at_once > 1:
        making = making.concurrent_updates(at_once)
    return making.build()


async def main() -> None:
    """Poll, and do what the bench asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("token")
    parser.add_argument("address")
    parser.add_argument("--at-once", type=int, default=1)
    parser.add_argument("--built-in", action="store_true")
    given = parser.parse_args()
    bare = Bare()
    application = build(given.token, given.address, given.at_once, built_in=given.built_in)
    application.add_handler(CallbackQueryHandler(bare.tapped))
    application.add_handler(MessageHandler(filters.TEXT, bare.said))
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        if not given.built_in:
            settle()  # what Python is told about garbage is the same on both sides, too
        await serve({"cpu": cpu, "learn": bare.learn, "end": bare.end})
        await application.updater.stop()
        await application.stop()


if __name__ == "__main__":
    asyncio.run(main())
