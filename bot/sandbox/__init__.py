"""A stand-in for the Bot API with a chat page: strict like Telegram, on loopback, knowing nothing of the bot.

Arrows point down: server -> {bot_api, phone_routes, lab} -> {methods, groups, phone, decoding} -> call
-> world -> {chats, files, faults, limits} -> {messages, people, updates, feed, formatting, keyboards}
-> {errors, clock}.
"""

from .call import Upload
from .groups import Group
from .parcels import Parcel
from .phone import Phone
from .server import StandIn

__all__ = ["Group", "Parcel", "Phone", "StandIn", "Upload"]
