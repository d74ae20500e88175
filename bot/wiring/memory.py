"""What a running program tells Python's collector of cycles.

At start some 150,000 objects are made that stay for ever: tables, models, rubrics. Looked through again and again they
cost a tenth of every tap, and each time all chats stand still for a tenth of a second.
"""

from __future__ import annotations

import gc
from typing import Final

NEW_OBJECTS: Final = 10_000
"""More of them than usual before the collector looks: what a turn makes is gone by then, most of it without help."""


def settle() -> None:
    """Take what is there now as there to stay; to be called once, when everything is built."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 20)
