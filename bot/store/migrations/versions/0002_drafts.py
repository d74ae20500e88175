"""Drafts of rubrics, and the version that a visit was opened with where a newer one was taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _drafts()
    with op.batch_alter_table("visits") as visits:
        visits.add_column(sa.Column("before", _BIG, nullable=True))


def _drafts() -> None:
    op.create_table(
        "drafts",
        *(_word(name) for name in ("id", "state", "kind", "person")),
        _number("chat"),
        *(_word(name) for name in ("name", "file_id", "unique_id")),
        _number("size", empty=True),
        _word("sha256", empty=True),
        _word("rubric"),
        _number("version", empty=True),
        _word("replaces", empty=True),
        *(_word(name) for name in ("pasted", "original", "text", "questions", "answers", "counts")),
        _word("failure", empty=True),
        _number("added"),
        _number("changed"),
        _word("closed_by", empty=True),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name="fk_drafts_person"),
        sa.ForeignKeyConstraint(["replaces"], ["drafts.id"], name="fk_drafts_replaces"),
        sa.ForeignKeyConstraint(["closed_by"], ["persons.id"], name="fk_drafts_closed_by"),
    )
    op.create_index("ix_drafts_state", "drafts", ["state", "added"])
    op.create_index(
        "ix_drafts_rubric", "drafts", ["rubric", "version"], sqlite_where=sa.text("version IS NOT NULL")
    )


def _word(name: str, *, empty: bool = False) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=empty)


def _number(name: str, *, empty: bool = False) -> "sa.Column[int]":
    return sa.Column(name, _BIG, nullable=empty)
