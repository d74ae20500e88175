"""Tables of evidence and its files, notes, the history, and people's own words."""

from __future__ import annotations

from sqlalchemy import Index, Table

from bot.store.tables_base import METADATA, files_of, number, to, word

words = Table(
    "words",
    METADATA,
    word("id", key=True),
    word("text"),
    word("salt"),
    word("person", empty=True),
    number("kept"),
    number("erased", empty=True),
)
Index("ix_words_person", words.c.person)

evidence = Table(
    "evidence",
    METADATA,
    word("id", key=True),
    word("assessment", to("assessments.id")),
    word("item"),
    word("occurrence", empty=True),
    word("kind"),
    number("number"),
    word("caption", to("words.id"), empty=True),
    word("latitude", empty=True),
    word("longitude", empty=True),
    word("by", to("persons.id")),
    number("at"),
    word("about", empty=True),
    number("dropped"),
    number("chat"),
    word("album", empty=True),
)
Index("ix_evidence_assessment", evidence.c.assessment, evidence.c.number, unique=True)
Index("ix_evidence_album", evidence.c.album, evidence.c.chat, sqlite_where=evidence.c.album.is_not(None))

files = files_of("files", "evidence", "evidence.id")

notes = Table(
    "notes",
    METADATA,
    word("id", key=True),
    word("assessment", to("assessments.id")),
    word("item"),
    word("occurrence", empty=True),
    word("letter", empty=True),
    word("word_id", to("words.id")),
    word("by", to("persons.id")),
    number("at"),
    number("dropped"),
)
Index("ix_notes_assessment", notes.c.assessment, notes.c.at)

reasons = Table(
    "reasons",
    METADATA,
    word("rubric", key=True),
    word("item", key=True),
    word("letter", key=True),
    word("digest", key=True),
    word("word_id", to("words.id")),
    number("uses"),
    number("last"),
    sqlite_with_rowid=False,
)
Index("ix_reasons_uses", reasons.c.rubric, reasons.c.item, reasons.c.letter, reasons.c.uses, reasons.c.last)
Index("ix_reasons_word", reasons.c.word_id)

# Numbered by the database besides: rows of all streams are written to one page after the other, not one page each.
history = Table(
    "history",
    METADATA,
    word("stream", key=True),
    number("seq", key=True),
    number("at"),
    word("person", empty=True),
    word("name"),
    word("payload"),
    number("undoes", empty=True),
    word("hash"),
)

Index("ix_history_person", history.c.person, history.c.at)

heads = Table(
    "heads",
    METADATA,
    word("stream", key=True),
    number("seq"),
    word("hash"),
    sqlite_with_rowid=False,
)
