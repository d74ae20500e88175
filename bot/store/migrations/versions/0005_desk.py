"""The desk: studios' leaders and funds, panels, reviews, outcomes that are decided, workbooks handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("studios", sa.Column("retired", sa.Text(), nullable=True))
    op.add_column("assessments", sa.Column("reopened", sa.Text(), nullable=True))
    op.add_column("assessments", sa.Column("round", _BIG, nullable=False, server_default="1"))
    op.add_column("invitations", sa.Column("until", _BIG, nullable=True))
    op.create_index("ix_history_person", "history", ["person", "at"])
    _studios()
    _outcomes()
    _workbooks()
    _panels()
    _reviews()


def _studios() -> None:
    _table("retirements", "studio day reason? by at#", "studio", studio="studios.id", reason="words.id")
    _table(
        "leadings",
        "studio place# name since until paper reason? by at#",
        "studio place",
        studio="studios.id",
        reason="words.id",
    )
    _table("teams", "studio place# name honours", "studio place", studio="studios.id")
    _table(
        "year_funds",
        "studio year# amount by? at#",
        "studio year",
        studio="studios.id",
        by="persons.id",
    )


def _outcomes() -> None:
    _table(
        "facts",
        "id studio rubric period fact note? by at# dropped#",
        "id",
        sqlite_with_rowid=True,
        studio="studios.id",
        note="words.id",
    )
    op.create_index("ix_facts_studio", "facts", ["studio", "rubric", "period"])
    op.create_index("ix_facts_rubric", "facts", ["rubric", "period"])
    _table(
        "judgements",
        "id studio rubric version# period state how total reason? chosen figures by at# approved_by? "
        "approved#? remark? carried revision#",
        "id",
        sqlite_with_rowid=True,
        studio="studios.id",
        reason="words.id",
        remark="words.id",
        approved_by="persons.id",
    )
    op.create_index("ix_judgements_place", "judgements", ["studio", "rubric", "period"], unique=True)
    op.create_index("ix_judgements_rubric", "judgements", ["rubric", "period"])
    op.create_index("ix_judgements_state", "judgements", ["state", "at"])
    _table(
        "splits", "judgement due# place# name amount by at#", "judgement due place", judgement="judgements.id"
    )


def _workbooks() -> None:
    _table(
        "uploads",
        "id kind chat# person name file_id unique_id size#? sha256? state result failure? added# changed#",
        "id",
        sqlite_with_rowid=True,
        person="persons.id",
    )
    _table("own_forms", "id name rubric sha256 by at# dropped#", "id", sqlite_with_rowid=True)


def _panels() -> None:
    _table("panels", "visit way tolerance state by at#", "visit", visit="visits.id")
    _table(
        "ballots",
        "visit person assessment",
        "visit person",
        visit="visits.id",
        person="persons.id",
        assessment="assessments.id",
    )
    op.create_index("ix_ballots_assessment", "ballots", ["assessment"], unique=True)
    _table(
        "settlements",
        "visit item score reason? by at#",
        "visit item",
        visit="visits.id",
        reason="words.id",
    )
    _table("portions", "assessment item person department", "assessment item", assessment="assessments.id")
    _table(
        "countersigns",
        "assessment person name role at# digest",
        "assessment person",
        assessment="assessments.id",
        person="persons.id",
    )


def _reviews() -> None:
    _table("reviews", "assessment state by at# due", "assessment", assessment="assessments.id")
    _table(
        "returned_items",
        "assessment round# item reason? by at# due",
        "assessment round item",
        assessment="assessments.id",
        reason="words.id",
    )
    _table(
        "signings",
        "assessment round# digest at# figures signatures",
        "assessment round",
        assessment="assessments.id",
    )
    op.create_index("ix_signings_digest", "signings", ["digest"], unique=True)


def _table(table: str, columns: str, key: str, *, sqlite_with_rowid: bool = False, **to: str) -> None:
    """Make a table; `#` is a whole number, `?` may be empty, `to` names what a column refers to, `by` is a person."""
    refers = {**to, **({"by": "persons.id"} if "by" in columns.split() else {})}
    op.create_table(
        table,
        *(_column(each) for each in columns.split()),
        sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
            for column, target in refers.items()
        ),
        sqlite_with_rowid=sqlite_with_rowid,
    )


def _column(said: str) -> "sa.Column[int] | sa.Column[str]":
    name = said.rstrip("#?")
    if "#" in said:
        return sa.Column(name, _BIG, nullable="?" in said)
    return sa.Column(name, sa.Text(), nullable="?" in said)
