"""sendMessage, sendLocation, sendChatAction, and how any message of the bot enters a chat."""

from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.chats import Chat
from bot.sandbox.errors import Refusal
from bot.sandbox.keyboards import check_markup, inline_of, phone_keyboard
from bot.sandbox.messages import Message

from .texts import text_fields

Json = dict[str, Any]
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
MAX_LATITUDE = 90
MAX_LONGITUDE = 180


def replied(call: Call, chat: Chat) -> Message | None:
    """Return the message that the call replies to."""
    parameters = call.params.get("reply_parameters")
    if not parameters:
        return None
    target = chat.found(parameters["message_id"])
    if target is None and not parameters.get("allow_sending_without_reply"):
        raise Refusal.REPLY_NOT_FOUND.error()
    return target


def checked_chat(call: Call) -> Chat:
    """Return the chat to send to, its markup and thread checked."""
    chat = call.chat()
    if "message_thread_id" in call.params:
        raise Refusal.THREAD_NOT_FOUND.error()
    markup = call.params.get("reply_markup")
    if markup is not None:
        check_markup(markup, private=chat.person is not None)
    return chat


def deliver(call: Call, chat: Chat, fields: Json) -> Message:
    """Put a message of the bot into a chat: keyboards, reply, protection, and the phone told."""
    markup = call.params.get("reply_markup")
    target = replied(call, chat)
    if call.params.get("protect_content"):
        fields["has_protected_content"] = True
    message = chat.add(call.bot.user(), fields, outgoing=True, reply_to=target)
    message.inline = inline_of(markup)
    if markup is not None and "inline_keyboard" not in markup:
        message.fixed = True
        if "force_reply" not in markup:
            chat.set_keyboard(phone_keyboard(markup))
    chat.announce(message)
    return message


def send_message(call: Call) -> Json:
    """Send a text."""
    fields = text_fields(call.params)
    return deliver(call, checked_chat(call), fields).api()


def send_location(call: Call) -> Json:
    """Send a point on the map."""
    latitude, longitude = call.params["latitude"], call.params["longitude"]
    if abs(latitude) > MAX_LATITUDE or abs(longitude) > MAX_LONGITUDE:
        raise Refusal.LOCATION.error()
    location = {"latitude": latitude, "longitude": longitude}
    return deliver(call, checked_chat(call), {"location": location}).api()


def send_chat_action(call: Call) -> bool:
    """Show that the bot is typing or uploading."""
    chat = call.chat()
    if call.params["action"] not in ACTIONS:
        raise Refusal.ACTION.error()
    chat.feed.publish("action", action=call.params["action"])
    return True
