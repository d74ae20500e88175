"""The methods of the Bot API that the stand-in knows. getUpdates waits and is handled by `bot_api`."""

from bot.sandbox.call import Method

from .answering import answer_callback_query
from .commands import delete_my_commands, get_my_commands, set_my_commands
from .editing import (
    delete_message,
    edit_message_caption,
    edit_message_reply_markup,
    edit_message_text,
    set_message_reaction,
)
from .media import get_file, send_media_group, sender
from .profile import get_chat, get_me, set_chat_menu_button, setter
from .sending import send_chat_action, send_location, send_message
from .webhook import delete_webhook, get_webhook_info, set_webhook

METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageCaption": edit_message_caption,
    "deleteMessage": delete_message,
    "sendPhoto": sender("photo"),
    "sendDocument": sender("document"),
    "sendVoice": sender("voice"),
    "sendVideo": sender("video"),
    "sendMediaGroup": send_media_group,
    "sendChatAction": send_chat_action,
    "sendLocation": send_location,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "setMyName": setter("name", 64),
    "setMyDescription": setter("description", 512),
    "setMyShortDescription": setter("short_description", 120),
    "setMessageReaction": set_message_reaction,
    "getChat": get_chat,
    "setChatMenuButton": set_chat_menu_button,
}
