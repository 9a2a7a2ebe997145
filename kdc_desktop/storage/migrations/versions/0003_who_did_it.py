"""The journal says who did what and in which way; all that is older the facilitator did by hand."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Add the columns in place, as in 0002, and what finds each actor's next step."""
    facilitator = sa.Column("actor", sa.Text(), server_default="facilitator", nullable=False)
    by_hand = sa.Column("way", sa.Text(), server_default="hand", nullable=False)
    for column in (facilitator, sa.Column("actor_key", sa.BigInteger(), nullable=True), by_hand):
        op.add_column("journal_entry", column)
    op.drop_index("ix_journal_entry_undoable_undone_at", "journal_entry")
    op.create_index(
        "ix_journal_entry_actor_actor_key_undoable_undone_at",
        "journal_entry",
        ["actor", "actor_key", "undoable", "undone_at"],
    )
    op.create_index(
        "ix_journal_change_table_name_row_key", "journal_change", ["table_name", "row_key"]
    )
