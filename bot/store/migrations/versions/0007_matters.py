"""What an application is about: a name, or a studio's change of leader, of name, or the end of its title."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("applications", sa.Column("matter", sa.Text(), nullable=False, server_default="name"))
    op.create_index("ix_applications_studio", "applications", ["studio", "changed"])
