"""Everything SQL: the database behind the protocols of `bot.ports`.

It must not know Telegram, texts or screens.
"""

from bot.store.desk import StoreDesk
from bot.store.store import Alone, Store, open_alone, open_reader

__all__ = ["Alone", "Store", "StoreDesk", "open_alone", "open_reader"]
