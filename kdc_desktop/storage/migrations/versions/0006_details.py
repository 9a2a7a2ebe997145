"""Phone, job title, interests and consents of people; details, tags, minutes and link of ideas."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0006", "0005"

_TEXTS = {"person": ("phone", "job_title", "interests"), "idea": ("details", "tags", "link")}


def upgrade() -> None:
    """Add the columns in place, as in 0002; images of older rows go back with what is empty."""
    for table, names in _TEXTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("idea", sa.Column("minutes", sa.Double(), nullable=True))
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_consent_person_id"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_person_id", "consent", ["person_id"])
