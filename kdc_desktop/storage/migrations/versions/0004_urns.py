"""Papers of secret and sector-only polls are in an urn while the poll is open, not in the file."""

import json
import os
import sqlite3

import sqlalchemy as sa
from alembic import context, op

from kdc_desktop.storage import files, half_cast

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Make the table of their keys, and move what the file holds of votes that run."""
    op.create_table(
        "poll_urn",
        sa.Column("poll_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("poured", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_urn_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_poll_urn")),
    )
    connection = files.raw(op.get_bind())
    urns, moved = (context.config.attributes.get(name) for name in ("urns", "moved"))
    asked = "SELECT id FROM poll WHERE state = 'open' AND secrecy <> 'named'"
    for (poll_id,) in connection.execute(asked).fetchall():
        roll = _roll(connection, poll_id)
        if roll and urns is not None:
            key = urns.make()
            urns.find(key).put_many(roll, _papers(connection, poll_id))
        else:  # papers of a copy were taken out, see `half_cast`: there is no such urn
            key = os.urandom(16).hex()
        removed = half_cast.remove(connection, poll_id)
        if moved is not None:
            moved.update(removed)
        connection.execute("INSERT INTO poll_urn VALUES (?, ?, 0)", (poll_id, key))


def _roll(connection: sqlite3.Connection, poll_id: int) -> dict[int, str]:
    asked = "SELECT person_id, channel FROM voter_roll WHERE poll_id = ?"
    return dict(connection.execute(asked, (poll_id,)).fetchall())


def _papers(connection: sqlite3.Connection, poll_id: int) -> list[str]:
    """The papers as an urn has them."""
    rows = connection.execute(
        "SELECT ballot_paper.id, sector, option_id, marks FROM ballot_paper "
        "LEFT JOIN ballot_mark ON paper_id = ballot_paper.id WHERE poll_id = ? "
        "ORDER BY ballot_paper.id, option_id",
        (poll_id,),
    )
    papers: dict[int, tuple[str | None, list[list[int]]]] = {}
    for key, sector, option_id, marks in rows:
        given = papers.setdefault(key, (sector, []))[1]
        if option_id is not None:
            given.append([option_id, marks])
    return [json.dumps(paper, separators=(",", ":")) for paper in papers.values()]
