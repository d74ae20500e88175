"""Things to put right, appeals, answers to sheets, planned days, materials handed in, reminders that went out."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _fixes()
    _appeals()
    _before()
    _table("reminders", "key at#", "key", sqlite_with_rowid=False)


def _fixes() -> None:
    _table(
        "fixes",
        "id studio assessment rubric period item letter number# points problem? clause demand owner? due "
        "state opened# changed# revision#",
        "id",
        studio="studios.id",
        assessment="assessments.id",
        problem="words.id",
        owner="words.id",
    )
    op.create_index("ix_fixes_assessment", "fixes", ["assessment", "number"], unique=True)
    op.create_index("ix_fixes_studio", "fixes", ["studio", "state", "due"])
    op.create_index("ix_fixes_state", "fixes", ["state", "due"])
    _table(
        "fix_steps",
        "fix place# at# by name text?",
        "fix place",
        fix="fixes.id",
        by="persons.id",
        text="words.id",
        sqlite_with_rowid=False,
    )


def _appeals() -> None:
    _table(
        "appeals",
        "id studio assessment item reason? by at# state old new? decided_by? decided#? ruling?",
        "id",
        studio="studios.id",
        assessment="assessments.id",
        reason="words.id",
        by="persons.id",
        decided_by="persons.id",
        ruling="words.id",
    )
    op.create_index("ix_appeals_assessment", "appeals", ["assessment", "item"])
    op.create_index("ix_appeals_studio", "appeals", ["studio", "at"])
    op.create_index("ix_appeals_state", "appeals", ["state", "at"])
    _table(
        "receipts",
        "assessment person state at#",
        "assessment person",
        assessment="assessments.id",
        person="persons.id",
        sqlite_with_rowid=False,
    )


def _before() -> None:
    _table(
        "plans",
        "visit day note? by at#",
        "visit",
        visit="visits.id",
        note="words.id",
        by="persons.id",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_plans_day", "plans", ["day"])
    _table(
        "materials",
        "id studio rubric period item name note? by at# dropped#",
        "id",
        studio="studios.id",
        note="words.id",
        by="persons.id",
    )
    op.create_index("ix_materials_studio", "materials", ["studio", "rubric", "period", "item"])


def _table(table: str, columns: str, key: str, *, sqlite_with_rowid: bool = True, **to: str) -> None:
    """Make a table; `#` is a whole number, `?` may be empty, and `to` names the column that another refers to."""
    op.create_table(
        table,
        *(_column(each) for each in columns.split()),
        sa.PrimaryKeyConstraint(*key.split(), name=f"pk_{table}"),
        *(
            sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")
            for column, target in to.items()
        ),
        sqlite_with_rowid=sqlite_with_rowid,
    )


def _column(said: str) -> "sa.Column[int] | sa.Column[str]":
    name = said.rstrip("#?")
    if "#" in said:
        return sa.Column(name, _BIG, nullable="?" in said)
    return sa.Column(name, sa.Text(), nullable="?" in said)
