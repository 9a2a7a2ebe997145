"""Polls of every method: scales, criteria, costs, slips, and what was done with them when."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.util import OrderedSet

revision, down_revision = "0011", "0010"

_POLL = {
    "rule": (sa.Text, "''"),
    "ordered_by": (sa.Text, "'total'"),
    "most_on_one": (sa.Integer, "0"),
    "lowest": (sa.Integer, "0"),
    "highest": (sa.Integer, "5"),
    "total": (sa.Integer, "0"),
    "votes_by": (sa.Text, "'person'"),
    "round_of": (sa.Integer, None),
    "paused_at": (sa.DateTime, None),
    "closes_at": (sa.DateTime, None),
    "voided_at": (sa.DateTime, None),
}
_ADDED: dict[str, dict[str, tuple[Any, str | None]]] = {
    "poll": _POLL,
    "stage": {"preset": (sa.Text, "''")},
    "own_template_stage": {"preset": (sa.Text, "''")},
    "option": {"cost": (sa.Integer, "0")},
    "elector": {
        "organisation_id": (sa.Integer, None),
        "late": (sa.Boolean, "0"),
        "gone": (sa.Boolean, "0"),
    },
}


def upgrade() -> None:
    """Add tables, and columns in place; a table that a damaged file lacks is left as it is."""
    there = sa.inspect(op.get_bind())
    for table, columns in _ADDED.items():
        if there.has_table(table):
            for name, (kind, value) in columns.items():
                op.add_column(table, _column(name, kind(), value))
    _tables()
    if there.has_table("ballot_mark"):
        _marks_with_parts()
    if there.has_table("hand_count"):
        with _built_anew("hand_count") as batch:  # hands may be counted by level and by sector
            batch.drop_constraint("uq_hand_count_poll_id_option_id", type_="unique")
            batch.add_column(_column("level", sa.Integer(), "1"))
            batch.add_column(_column("sector", sa.Text(), None))


def _column(name: str, kind: Any, value: str | None) -> sa.Column[Any]:
    default = None if value is None else sa.text(value)
    return sa.Column(name, kind, nullable=value is None, server_default=default)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _link(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name],
        [f"{target}.id"],
        name=op.f(f"fk_{table}_{name}"),
        deferrable=True,
        initially="DEFERRED",
    )


def _tables() -> None:
    op.create_table(
        "poll_step",
        *(_whole(name) for name in ("id", "poll_id")),
        _text("event"),
        _whole("number"),
        _text("reason"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _link("poll_step", "poll_id", "poll"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_step")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_poll_step_poll_id", "poll_step", ["poll_id"])
    op.create_table(
        "criterion",
        *(_whole(name) for name in ("id", "poll_id", "number")),
        _text("name"),
        _whole("weight"),
        _link("criterion", "poll_id", "poll"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterion")),
        sa.UniqueConstraint("poll_id", "number", name=op.f("uq_criterion_poll_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_criterion_poll_id", "criterion", ["poll_id"])
    op.create_table(
        "slip",
        *(_whole(name) for name in ("poll_id", "number")),
        _text("state"),
        _text("sector", nullable=True),
        _whole("person_id", nullable=True),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_slip_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "number", name=op.f("pk_slip")),
        sqlite_with_rowid=False,
    )


def _marks_with_parts() -> None:
    """The key of a mark gets the part of the option that it is about."""
    op.rename_table("ballot_mark", "ballot_mark_before")
    op.drop_index("ix_ballot_mark_option_id", "ballot_mark_before")
    op.create_table(
        "ballot_mark",
        *(_whole(name) for name in ("paper_id", "option_id")),
        sa.Column("part", sa.Integer(), nullable=False, server_default=sa.text("0")),
        _whole("marks"),
        *(
            sa.ForeignKeyConstraint([name], [f"{target}.id"], name=op.f(f"fk_ballot_mark_{name}"))
            for name, target in (("paper_id", "ballot_paper"), ("option_id", "option"))
        ),
        sa.PrimaryKeyConstraint("paper_id", "option_id", "part", name=op.f("pk_ballot_mark")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO ballot_mark (paper_id, option_id, part, marks) "
        "SELECT paper_id, option_id, 0, marks FROM ballot_mark_before ORDER BY paper_id, option_id"
    )
    op.drop_table("ballot_mark_before")
    op.create_index("ix_ballot_mark_option_id", "ballot_mark", ["option_id"])


@contextmanager
def _built_anew(table: str) -> Iterator[Any]:
    """A table under work; no number that it once gave is given again.

    Its constraints and indexes stand in the order of their names: reflected, they come in any
    order, and files would differ that say the same.
    """
    bind = op.get_bind()
    found = sa.Table(table, sa.MetaData(), autoload_with=bind, resolve_fks=False)
    found.constraints = OrderedSet(sorted(found.constraints, key=lambda one: str(one.name)))
    found.indexes = OrderedSet(sorted(found.indexes, key=lambda one: str(one.name)))
    asked = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    given = bind.execute(asked, {"name": table}).scalar()
    with op.batch_alter_table(
        table, recreate="always", copy_from=found, table_kwargs={"sqlite_autoincrement": True}
    ) as batch:
        yield batch
    bind.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
    if given is not None:
        kept = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)")
        bind.execute(kept, {"name": table, "seq": given})
