"""A studio's standing file (registers, fund, plans), and applications for its name with their way."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _registers()
    _fund()
    _plans()
    _applications()


def _registers() -> None:
    _table(
        "file_entries",
        "id studio kind name? details? on until state by at# changed# revision# dropped#",
        "id",
        sqlite_with_rowid=True,
        studio="studios.id",
        name="words.id",
        details="words.id",
    )
    op.create_index("ix_file_entries_studio", "file_entries", ["studio", "kind", "on"])
    _table(
        "file_steps",
        "entry place# name on period value text? by at#",
        "entry place",
        entry="file_entries.id",
        text="words.id",
    )


def _fund() -> None:
    _table(
        "fund_moves",
        "id studio year# kind on amount purpose asset# approved_by paper note? checked_by? checked#? by at# "
        "dropped#",
        "id",
        sqlite_with_rowid=True,
        studio="studios.id",
        note="words.id",
        checked_by="persons.id",
    )
    op.create_index("ix_fund_moves_studio", "fund_moves", ["studio", "year", "on"])


def _plans() -> None:
    _table(
        "work_plans",
        "id studio rubric period kind text? state handed_in#? reviewed_by? reviewed#? remark? by at# "
        "changed# revision#",
        "id",
        sqlite_with_rowid=True,
        studio="studios.id",
        text="words.id",
        reviewed_by="persons.id",
        remark="words.id",
    )
    op.create_index("ix_work_plans_place", "work_plans", ["studio", "rubric", "period", "kind"], unique=True)
    _table(
        "plan_tasks",
        "id plan studio place# title? owner? due state on result? by changed# revision#",
        "id",
        sqlite_with_rowid=True,
        plan="work_plans.id",
        studio="studios.id",
        title="words.id",
        owner="words.id",
        result="words.id",
    )
    op.create_index("ix_plan_tasks_plan", "plan_tasks", ["plan", "place"])
    op.create_index("ix_plan_tasks_due", "plan_tasks", ["state", "due"])


def _applications() -> None:
    _table(
        "applications",
        "id rubric version# year# track name unit leader studio state by at# submitted#? changed# revision#",
        "id",
        sqlite_with_rowid=True,
    )
    op.create_index("ix_applications_round", "applications", ["rubric", "year", "state"])
    op.create_index("ix_applications_by", "applications", ["by", "changed"])
    _table(
        "answers",
        "application key value? at#",
        "application key",
        application="applications.id",
        value="words.id",
    )
    _table(
        "application_steps",
        "application place# name on value decider paper text? by at#",
        "application place",
        application="applications.id",
        text="words.id",
    )
    _table(
        "objections",
        "id application name? text? on state decision? decided_by? decided#? by at#",
        "id",
        sqlite_with_rowid=True,
        application="applications.id",
        name="words.id",
        text="words.id",
        decision="words.id",
        decided_by="persons.id",
    )
    op.create_index("ix_objections_application", "objections", ["application", "at"])
    _table("rounds", "rubric year# deadline public_from public_until quotas by at#", "rubric year")


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
