"""The log of activities with its files, months that are handed in, and decisions about proposals."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _activities()
    _proofs()
    _months()
    _decisions()


def _activities() -> None:
    _table(
        "activities",
        "id studio rubric activity on came# topic? led_by? people#? hours? amount summary? "
        "by changed# revision# late# deleted?",
        "id",
        studio="studios.id",
        topic="words.id",
        led_by="words.id",
        summary="words.id",
        by="persons.id",
        deleted="words.id",
    )
    op.create_index("ix_activities_studio", "activities", ["studio", "on"])
    op.create_index("ix_activities_came", "activities", ["studio", "came"])


def _proofs() -> None:
    _table(
        "proofs",
        "id of studio kind number# caption? by at# dropped# chat# album?",
        "id",
        studio="studios.id",
        caption="words.id",
        by="persons.id",
    )
    op.create_index("ix_proofs_of", "proofs", ["of", "number"], unique=True)
    op.create_index("ix_proofs_album", "proofs", ["album", "chat"], sqlite_where=sa.text("album IS NOT NULL"))
    _table(
        "proof_files",
        "id piece place# file_id unique_id size#? name mime kind state sha256? failure? added#",
        "id",
        piece="proofs.id",
    )
    op.create_index("ix_proof_files_piece", "proof_files", ["piece", "place"], unique=True)
    op.create_index(
        "ix_proof_files_sha256", "proof_files", ["sha256"], sqlite_where=sa.text("sha256 IS NOT NULL")
    )


def _months() -> None:
    _table(
        "months",
        "id studio rubric month state first# submitted# day by late# idle?",
        "id",
        sa.UniqueConstraint("studio", "rubric", "month", name="uq_months_studio_rubric_month"),
        studio="studios.id",
        by="persons.id",
        idle="words.id",
    )
    _table(
        "reopenings",
        "month place# at# by reason?",
        "month place",
        month="months.id",
        by="persons.id",
        reason="words.id",
        sqlite_with_rowid=False,
    )


def _decisions() -> None:
    _table(
        "decisions",
        "assessment item letter state count by at#",
        "assessment item letter",
        assessment="assessments.id",
        by="persons.id",
        sqlite_with_rowid=False,
    )


def _table(
    table: str,
    columns: str,
    key: str,
    *rest: "sa.UniqueConstraint",
    sqlite_with_rowid: bool = True,
    **to: str,
) -> None:
    """Make a table; `#` is a whole number, `?` may be empty, and `to` names the column that another refers to."""
    op.create_table(
        table,
        *(_column(each) for each in columns.split()),
        sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
            for column, target in to.items()
        ),
        *rest,
        sqlite_with_rowid=sqlite_with_rowid,
    )


def _column(said: str) -> "sa.Column[int] | sa.Column[str]":
    name = said.rstrip("#?")
    if "#" in said:
        return sa.Column(name, _BIG, nullable="?" in said)
    return sa.Column(name, sa.Text(), nullable="?" in said)
