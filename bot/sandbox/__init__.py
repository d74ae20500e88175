"""A stand-in for the Bot API with a chat page: strict like Telegram, on loopback, knowing nothing of the bot.

Arrows point down: server -> {bot_api, phone_routes, lab} -> {methods, phone, decoding} -> call -> world -> chats, files, updates ...
"""

from .phone import Parcel, Phone
from .server import StandIn

__all__ = ["Parcel", "Phone", "StandIn"]
