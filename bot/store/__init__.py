"""Everything SQL: the database behind the protocols of `bot.ports`.

It must not know Telegram, texts or screens.
"""

from bot.store.desk import StoreDesk
from bot.store.store import Alone, Store, open_alone, open_reader
from bot.store.worker import Closed

__all__ = ["Alone", "Closed", "Store", "StoreDesk", "open_alone", "open_reader"]
