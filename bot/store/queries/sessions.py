"""Where each chat stands."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from bot.ports import Session
from bot.store.compiled import Rows, Statement, from_json, to_json, upserting
from bot.store.tables import sessions

_GET = Statement(select(sessions).where(sessions.c.chat == bindparam("chat")))
_PUT = upserting(sessions, "chat")


class Sessions:
    """One open flow per chat."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def get(self, chat: int) -> Session | None:
        """Return where a chat stands."""
        row = self._rows.one(_GET, chat=chat)
        if row is None:
            return None
        chat, screen, state, version, card, below = row
        return Session(
            chat=chat, screen=screen, state=from_json(state), version=version, card=card, below=bool(below)
        )

    def put(self, session: Session) -> None:
        """Store where a chat stands now."""
        self._rows.run(
            _PUT,
            chat=session.chat,
            screen=session.screen,
            state=to_json(session.state),
            version=session.version,
            card=session.card,
            below=int(session.below),
        )
