"""Labels of the journal are kept as message and arguments; older ones stay the words they are."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    """Add the column in place: no row is rewritten, and no counter of ids starts anew."""
    op.add_column("journal_entry", sa.Column("arguments", sa.Text(), nullable=True))
