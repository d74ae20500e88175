"""Tables of files sent for anything a studio does; `of` is the id of what a file was sent for, whatever that is."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, files_of, number, to, word

proofs = Table(
    "proofs",
    METADATA,
    word("id", key=True),
    word("of"),
    word("studio", to("studios.id")),
    word("kind"),
    number("number"),
    word("caption", to("words.id"), empty=True),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
    number("chat"),
    word("album", empty=True),
)
Index("ix_proofs_of", proofs.c.of, proofs.c.number, unique=True)
Index("ix_proofs_album", proofs.c.album, proofs.c.chat, sqlite_where=proofs.c.album.is_not(None))

proof_files = files_of("proof_files", "piece", "proofs.id")
