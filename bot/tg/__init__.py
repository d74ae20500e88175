"""Telegram: the only folder that knows python-telegram-bot; aiohttp is shared with the stand-in alone.

Updates come in through `receiver`, calls go out through `sender`; what they mean is nobody's business here.
"""

import os

# python-telegram-bot 22 gives spans of time as numbers, with a warning each time, unless it is told that the
# timedelta of its next version is wanted.
os.environ.setdefault("PTB_TIMEDELTA", "true")
