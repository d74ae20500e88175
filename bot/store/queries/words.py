"""People's own words: kept apart from all that refers to them, so that they can be erased and nothing else breaks.

The history carries a hash of salt and text. With text and salt erased, nobody can find out what was hashed.
"""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import bindparam, delete, select, update

from bot.clock import Clock, to_ms
from bot.store.compiled import Rows, Statement, inserting
from bot.store.tables import reasons, words
from bot.store.tables_base import fixed

_KEEP = inserting(words)
_GET = Statement(select(words.c.text, words.c.salt, words.c.erased).where(words.c.id == bindparam("word")))
_ERASE = Statement(
    update(words)
    .where(words.c.person == bindparam("who"), words.c.erased.is_(None))
    .values(text=fixed(""), salt=fixed(""), erased=bindparam("now"))
)
_FORGET_REASONS = Statement(
    delete(reasons).where(reasons.c.word_id.in_(select(words.c.id).where(words.c.person == bindparam("who"))))
)


class Words:
    """Texts as people wrote them; the same text twice in one transaction is one text."""

    __slots__ = ("_clock", "_kept", "_rows")

    def __init__(self, rows: Rows, clock: Clock) -> None:
        """Ask over one connection; ids and salts come from the clock."""
        self._rows = rows
        self._clock = clock
        self._kept: dict[str, tuple[str, str]] = {}

    def forget(self) -> None:
        """Begin another transaction: what the one before kept may have been rolled back."""
        self._kept.clear()

    def keep(self, text: str, person: str | None) -> tuple[str, str]:
        """Store a text; returns its id and the salted SHA-256 that the history row carries."""
        known = self._kept.get(text)
        if known is None:
            known = self._kept[text] = self._store(text, person)
        return known

    def reference(self, text: str, person: str | None) -> str | None:
        """Store a text; returns its id, None for an empty one."""
        return self.keep(text, person)[0] if text else None

    def digest(self, word: str) -> str:
        """Return the salted SHA-256 of a text ("" once it was erased)."""
        row = self._rows.one(_GET, word=word)
        return "" if row is None or row[2] is not None else _digest(row[1], row[0])

    def text(self, word: str) -> str | None:
        """Return a text; None if it is unknown or was erased."""
        row = self._rows.one(_GET, word=word)
        return None if row is None or row[2] is not None else row[0]

    def fits(self, word: str, digest: str) -> bool | None:
        """Say whether a text is the one that was hashed; None if it was erased."""
        row = self._rows.one(_GET, word=word)
        if row is None:
            return False
        text, salt, erased = row
        return None if erased is not None else _digest(salt, text) == digest

    def erase(self, person: str, now: int) -> int:
        """Erase what a person wrote, with the salts; returns how many texts that were."""
        self._rows.run(_FORGET_REASONS, who=person)
        return self._rows.run(_ERASE, who=person, now=now)

    def _store(self, text: str, person: str | None) -> tuple[str, str]:
        word, salt = self._clock.new_id(), self._clock.secret()
        now = to_ms(self._clock.now())
        self._rows.run(_KEEP, id=word, text=text, salt=salt, person=person, kept=now, erased=None)
        return word, _digest(salt, text)


def _digest(salt: str, text: str) -> str:
    return sha256(f"{salt}{text}".encode()).hexdigest()
