"""Telegram: the only folder that knows python-telegram-bot; aiohttp is shared with the stand-in alone.

Updates come in through `receiver`, calls go out through `sender`; what they mean is nobody's business here.
"""
