"""The tables of the first release.

Columns are written as one line of names: `#` a whole number, `##` the row number, `?` may be empty, else text.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _cards()
    _heads()
    _history()
    _inbox()
    _jobs()
    _outbox()
    _parked_chats()
    _persons()
    _rubric_versions()
    _sessions()
    _studios()
    _words()
    _accounts()
    _campaigns()
    _grants()
    _invitations()
    _reasons()
    _visits()
    _assessments()
    _evidence()
    _marks()
    _members()
    _notes()
    _signatures()
    _files()
    for trigger in _TRIGGERS:
        op.execute(trigger)


def _table(name: str, columns: str, key: str, *constraints: sa.Constraint, **options: bool) -> None:
    primary = sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{name}")
    op.create_table(name, *map(_column, columns.split()), primary, *constraints, **options)


def _column(said: str) -> sa.Column[str] | sa.Column[int]:
    name, empty = said.rstrip("#?"), said.endswith("?")
    if "#" in said:
        return sa.Column(name, _BIG, nullable=empty, autoincrement="##" in said)
    return sa.Column(name, sa.Text(), nullable=empty)


def _to(table: str, columns: str, others: str) -> sa.ForeignKeyConstraint:
    mine = columns.split()
    return sa.ForeignKeyConstraint(mine, others.split(), name=f"fk_{table}_{'_'.join(mine)}")


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _index(name: str, table: str, columns: str, *, unique: bool = False, where: str | None = None) -> None:
    condition = sa.text(where) if where else None
    op.create_index(name, table, columns.split(), unique=unique, sqlite_where=condition)


def _cards() -> None:
    _table(
        "cards",
        "id chat# screen state message#?",
        "id",
    )
    _index("ix_cards_message", "cards", "chat message", unique=True, where="message IS NOT NULL")


def _heads() -> None:
    _table(
        "heads",
        "stream seq# hash",
        "stream",
        sqlite_with_rowid=False,
    )


def _history() -> None:
    _table(
        "history",
        "stream seq# at# person? name payload undoes#? hash",
        "stream seq",
    )


def _inbox() -> None:
    _table(
        "inbox",
        "id## bot_id# update_id# gen# chat# kind raw sha256 received# state attempts# begun# error? finished#?",
        "id",
        _unique("inbox", "bot_id", "update_id", "gen"),
    )
    _index("ix_inbox_waiting", "inbox", "chat id", where="state = 'waiting'")


def _jobs() -> None:
    _table(
        "jobs",
        "id## kind subject params state attempts# not_before# asked# error?",
        "id",
        sqlite_autoincrement=True,
    )
    _index("ix_jobs_waiting", "jobs", "kind not_before id", where="state = 'waiting'")


def _outbox() -> None:
    _table(
        "outbox",
        "id## chat# method params card? makes_card# expires#? "
        "file? state attempts# not_before# queued# finished#? error?",
        "id",
    )
    _index("ix_outbox_waiting", "outbox", "id", where="state = 'waiting'")


def _parked_chats() -> None:
    _table(
        "parked_chats",
        "chat# since#",
        "chat",
    )


def _persons() -> None:
    _table(
        "persons",
        "id name unit language added#",
        "id",
    )


def _rubric_versions() -> None:
    _table(
        "rubric_versions",
        "rubric version# sha256 text loaded#",
        "rubric version",
    )


def _sessions() -> None:
    _table(
        "sessions",
        "chat# screen state version# card? below#",
        "chat",
    )


def _studios() -> None:
    _table(
        "studios",
        "id name unit leader types level named_on? named_by",
        "id",
    )
    _index("ix_studios_name", "studios", "name", unique=True)
    _index("ix_studios_unit", "studios", "unit name")


def _words() -> None:
    _table(
        "words",
        "id text salt person? kept# erased#?",
        "id",
    )
    _index("ix_words_person", "words", "person")


def _accounts() -> None:
    _table(
        "accounts",
        "id## account# person attached# ended#?",
        "id",
        _to("accounts", "person", "persons.id"),
    )
    _index("ix_accounts_active", "accounts", "account", unique=True, where="ended IS NULL")
    _index("ix_accounts_person", "accounts", "person")


def _campaigns() -> None:
    _table(
        "campaigns",
        "id rubric version# year# scope rulings assumed",
        "id",
        _unique("campaigns", "rubric", "version", "year", "scope"),
        _to("campaigns", "rubric version", "rubric_versions.rubric rubric_versions.version"),
    )


def _grants() -> None:
    _table(
        "grants",
        "id person role scope scope_key until#? granted# ended#?",
        "id",
        _to("grants", "person", "persons.id"),
    )
    _index("ix_grants_person", "grants", "person")
    _index("ix_grants_role", "grants", "role person")


def _invitations() -> None:
    _table(
        "invitations",
        "digest name unit role scope scope_key person? invited_by? made# expires# used#? used_by#? revoked#",
        "digest",
        _to("invitations", "invited_by", "persons.id"),
        _to("invitations", "person", "persons.id"),
    )


def _reasons() -> None:
    _table(
        "reasons",
        "rubric item letter digest word_id uses# last#",
        "rubric item letter digest",
        _to("reasons", "word_id", "words.id"),
        sqlite_with_rowid=False,
    )
    _index("ix_reasons_uses", "reasons", "rubric item letter uses last")
    _index("ix_reasons_word", "reasons", "word_id")


def _visits() -> None:
    _table(
        "visits",
        "id studio campaign rubric version# period kind opened# opened_by prepared# closed#",
        "id",
        _to("visits", "campaign", "campaigns.id"),
        _to("visits", "opened_by", "persons.id"),
        _to("visits", "rubric version", "rubric_versions.rubric rubric_versions.version"),
        _to("visits", "studio", "studios.id"),
    )
    _index("ix_visits_open", "visits", "studio rubric period kind", unique=True, where="closed = 0")
    _index("ix_visits_place", "visits", "studio rubric period kind opened")


def _assessments() -> None:
    _table(
        "assessments",
        "id visit variant? state passed_gaps# strengths? problems? advice? digest? signed#? sealed#? sheet?",
        "id",
        _to("assessments", "advice", "words.id"),
        _to("assessments", "problems", "words.id"),
        _to("assessments", "strengths", "words.id"),
        _to("assessments", "visit", "visits.id"),
    )
    _index("ix_assessments_digest", "assessments", "digest", unique=True, where="digest IS NOT NULL")
    _index("ix_assessments_visit", "assessments", "visit", unique=True)


def _evidence() -> None:
    _table(
        "evidence",
        "id assessment item occurrence? kind number# caption? "
        "latitude? longitude? by at# about? dropped# chat# album?",
        "id",
        _to("evidence", "assessment", "assessments.id"),
        _to("evidence", "by", "persons.id"),
        _to("evidence", "caption", "words.id"),
    )
    _index("ix_evidence_album", "evidence", "album chat", where="album IS NOT NULL")
    _index("ix_evidence_assessment", "evidence", "assessment number", unique=True)


def _marks() -> None:
    _table(
        "marks",
        "assessment item marks revision# at#",
        "assessment item",
        _to("marks", "assessment", "assessments.id"),
        sqlite_with_rowid=False,
    )


def _members() -> None:
    _table(
        "members",
        "assessment person place# joined#",
        "assessment person",
        _to("members", "assessment", "assessments.id"),
        _to("members", "person", "persons.id"),
        sqlite_with_rowid=False,
    )
    _index("ix_members_person", "members", "person joined")


def _notes() -> None:
    _table(
        "notes",
        "id assessment item occurrence? letter? word_id by at# dropped#",
        "id",
        _to("notes", "assessment", "assessments.id"),
        _to("notes", "by", "persons.id"),
        _to("notes", "word_id", "words.id"),
    )
    _index("ix_notes_assessment", "notes", "assessment at")


def _signatures() -> None:
    _table(
        "signatures",
        "assessment person name role at#",
        "assessment person",
        _to("signatures", "assessment", "assessments.id"),
        _to("signatures", "person", "persons.id"),
        sqlite_with_rowid=False,
    )


def _files() -> None:
    _table(
        "files",
        "id evidence place# file_id unique_id size#? name mime kind state sha256? failure? added#",
        "id",
        _to("files", "evidence", "evidence.id"),
    )
    _index("ix_files_evidence", "files", "evidence place", unique=True)
    _index("ix_files_sha256", "files", "sha256", where="sha256 IS NOT NULL")


_TRIGGERS = (
    """CREATE TRIGGER history_stays BEFORE UPDATE ON history
       BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    """CREATE TRIGGER history_keeps BEFORE DELETE ON history
       BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    """CREATE TRIGGER history_head AFTER INSERT ON history
       BEGIN
         INSERT INTO heads (stream, seq, hash) VALUES (NEW.stream, NEW.seq, NEW.hash)
         ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
       END""",
    # INSERT OR REPLACE asks no trigger of the row it replaces, but it does not get past this one.
    """CREATE TRIGGER heads_advance BEFORE UPDATE ON heads
       WHEN NEW.stream != OLD.stream OR NEW.seq != OLD.seq + 1
       BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
    """CREATE TRIGGER heads_keep BEFORE DELETE ON heads
       BEGIN SELECT RAISE(ABORT, 'history is append-only'); END""",
)
