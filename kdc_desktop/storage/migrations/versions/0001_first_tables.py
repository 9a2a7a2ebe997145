"""The first tables of a club file, in the words in which SQLite keeps them."""

from pathlib import Path

from alembic import op

revision, down_revision = "0001", None


def upgrade() -> None:
    """Make every table and index as the first version did."""
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.strip().removesuffix(";").split(";\n"):
        op.get_bind().exec_driver_sql(statement)
