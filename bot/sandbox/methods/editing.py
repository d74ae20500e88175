"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, setMessageReaction."""

from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.chats import Chat
from bot.sandbox.errors import Refusal
from bot.sandbox.keyboards import check_markup, inline_of
from bot.sandbox.messages import Message

from .texts import caption_fields, text_fields

Json = dict[str, Any]
DELETE_WITHIN = 48 * 3600
CAPTIONED = frozenset({"photo", "document", "voice", "video", "audio"})
EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯"
    " 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡"
    " 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
REACTIONS = frozenset(EMOJI.split())


def editable(call: Call) -> tuple[Chat, Message]:
    """Return the bot's own message to edit; a message with a reply keyboard cannot be edited."""
    markup = call.params.get("reply_markup")
    if markup is not None:
        check_markup(markup, private=True)
    chat, message = call.message(Refusal.EDIT_NOT_FOUND)
    if not message.outgoing or message.fixed:
        raise Refusal.CANNOT_EDIT.error()
    return chat, message


def replace(call: Call, chat: Chat, message: Message, fields: Json, replaced: tuple[str, ...]) -> Json:
    """Put new content and keyboard into a message unless nothing would change."""
    inline = inline_of(call.params.get("reply_markup"))
    kept = {key: message.raw[key] for key in replaced if key in message.raw}
    if kept == fields and inline == message.inline:
        raise Refusal.NOT_MODIFIED.error()
    for key in replaced:
        message.raw.pop(key, None)
    message.raw.update(fields)
    message.inline = inline
    chat.edited(message)
    return message.api()


def edit_message_text(call: Call) -> Json:
    """Replace text and inline keyboard."""
    fields = text_fields(call.params)
    chat, message = editable(call)
    if "text" not in message.raw:
        raise Refusal.NO_TEXT.error()
    return replace(call, chat, message, fields, ("text", "entities"))


def edit_message_caption(call: Call) -> Json:
    """Replace caption and inline keyboard."""
    fields = caption_fields(call.params)
    chat, message = editable(call)
    if not CAPTIONED & message.raw.keys():
        raise Refusal.NO_CAPTION.error()
    return replace(call, chat, message, fields, ("caption", "caption_entities"))


def edit_message_reply_markup(call: Call) -> Json:
    """Replace the inline keyboard."""
    chat, message = editable(call)
    return replace(call, chat, message, {}, ())


def delete_message(call: Call) -> bool:
    """Delete a message not older than 48 hours."""
    chat, message = call.message(Refusal.DELETE_NOT_FOUND)
    if call.world.clock.now() - message.raw["date"] > DELETE_WITHIN:
        raise Refusal.CANNOT_DELETE.error()
    message.deleted = True
    chat.feed.publish("delete", message_id=message.id)
    return True


def set_message_reaction(call: Call) -> bool:
    """Set the bot's one reaction, or take it away."""
    chat, message = call.message(Refusal.REACT_NOT_FOUND)
    reaction = call.params.get("reaction", [])
    if len(reaction) > 1 or any(kind.get("emoji", "").rstrip("\ufe0f") not in REACTIONS for kind in reaction):
        raise Refusal.REACTION_INVALID.error()
    message.reaction = reaction
    chat.feed.publish("edit", message=message.shown())
    return True
