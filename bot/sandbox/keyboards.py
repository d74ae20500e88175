"""Reply markups: what Telegram refuses in them, and which kind one is.

Limits that real clients cut silently (more than 8 in a row, more than 100) are refused, so that a test fails.
"""

import json
from typing import Any
from urllib.parse import urlsplit

from .errors import Refusal

Json = dict[str, Any]
MAX_ROW = 8
MAX_BUTTONS = 100
MAX_DATA = 64
MAX_PLACEHOLDER = 64
MAX_MARKUP = 10_240
ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)


def check_shape(markup: object, *, inline_only: bool) -> None:
    """Raise Telegram's own texts for a markup that is no object, or whose rows are no rows."""
    if not isinstance(markup, dict):
        raise Refusal.MARKUP_OBJECT.error()
    if inline_only and "inline_keyboard" not in markup:
        raise Refusal.INLINE_EXPECTED.error()
    for field in ("inline_keyboard", "keyboard"):
        rows = markup.get(field, [])
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise Refusal.ROWS.error(field=field)
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if isinstance(button, dict) and "text" in button and not ACTIONS & button.keys():
                raise Refusal.TEXT_BUTTON.error()


def check_markup(markup: Json, *, private: bool) -> None:
    """Raise what Telegram or the stand-in has against a decoded reply markup."""
    rows: list[list[Json]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    count = sum(len(row) for row in rows)
    if count > MAX_BUTTONS:
        raise Refusal.TOO_MANY_BUTTONS.error(count=count)
    for row in rows:
        if len(row) > MAX_ROW:
            raise Refusal.ROW_TOO_LONG.error(count=len(row))
    for button in (button for row in rows for button in row):
        if "inline_keyboard" in markup:
            _check_inline(button)
        elif button.get("request_contact") and not private:
            raise Refusal.PHONE_PRIVATE.error()
    if len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode()) > MAX_MARKUP:
        raise Refusal.MARKUP_TOO_LONG.error()
    if not 1 <= len(markup.get("input_field_placeholder", "-")) <= MAX_PLACEHOLDER:
        raise Refusal.PLACEHOLDER.error()


def _check_inline(button: Json) -> None:
    if not button["text"].strip():
        raise Refusal.BUTTON_TEXT.error()
    actions = ACTIONS & button.keys()
    if len(actions) != 1:
        raise Refusal.ONE_ACTION.error(count=len(actions))
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA:
        raise Refusal.DATA_INVALID.error()
    if "url" in button and not _good_url(button["url"]):
        raise Refusal.BUTTON_URL.error(url=button["url"])
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        raise Refusal.WEB_APP_URL.error(url=button["web_app"]["url"])
    if {"pay", "callback_game"} & actions:
        raise Refusal.TYPE_INVALID.error()


def _good_url(url: str) -> bool:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme in {"tg", "ton"}:
        return True
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "").strip(".")


def inline_of(markup: Json | None) -> Json | None:
    """Return the inline keyboard as a message keeps it: without empty rows, None if nothing is left."""
    rows = [row for row in (markup or {}).get("inline_keyboard", []) if row]
    return {"inline_keyboard": rows} if rows else None


def phone_keyboard(markup: Json) -> Json | None:
    """Return a reply keyboard as the phone shows it, or None for remove_keyboard and force_reply."""
    if "keyboard" not in markup:
        return None
    keyboard: Json = {"rows": [[button["text"] for button in row] for row in markup["keyboard"]]}
    if "input_field_placeholder" in markup:
        keyboard["placeholder"] = markup["input_field_placeholder"]
    if markup.get("one_time_keyboard"):
        keyboard["one_time"] = True
    return keyboard
