"""Consortia, askings and members over years; stakes, pulse, signs of life, own templates."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.util import OrderedSet

revision, down_revision = "0008", "0007"

_ADDED_TEXTS = {
    "programme": ("unit",),
    "vision": ("who", "change", "so_that", "by_when", "how_known"),
}


def upgrade() -> None:
    """Add tables and columns; those tables whose constraints change are built anew.

    A table that a damaged file lacks is left to whoever mends it.
    """
    _add_columns()
    _add_tables()
    built_anew = {
        "consortium": _consortium_without_session,
        "member": _department_as_member,
        "position": _several_answers,
        "reservation": lambda: _add_link("reservation", "owner_id", "person"),
        "idea": lambda: _add_link("idea", "board_id", "board"),
        "cluster": lambda: _add_link("cluster", "board_id", "board"),
        "commitment": lambda: _add_link("commitment", "reservation_id", "reservation"),
    }
    for table, build in built_anew.items():
        if _is_there(table):
            build()


def _is_there(table: str) -> bool:
    return sa.inspect(op.get_bind()).has_table(table)


def _add_columns() -> None:
    for table, names in _ADDED_TEXTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("programme", sa.Column("target", sa.Integer(), nullable=True))


def _add_link(table: str, name: str, target: str) -> None:
    with _built_anew(table) as batch:
        _link_in(batch, table, name, target)


def _link_in(batch: Any, table: str, name: str, target: str) -> None:
    batch.add_column(sa.Column(name, sa.Integer(), nullable=True))
    batch.create_foreign_key(
        f"fk_{table}_{name}", target, [name], ["id"], deferrable=True, initially="DEFERRED"
    )
    batch.create_index(f"ix_{table}_{name}", [name])


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
        table,
        recreate="always",
        copy_from=found,
        table_kwargs={"sqlite_autoincrement": True},
    ) as batch:
        yield batch
    bind.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
    if given is not None:
        bind.execute(
            sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"),
            {"name": table, "seq": given},
        )


def _consortium_without_session() -> None:
    with _built_anew("consortium") as batch:
        batch.alter_column("session_id", existing_type=sa.Integer(), nullable=True)
        batch.alter_column("winner_id", existing_type=sa.Integer(), nullable=True)
        _link_in(batch, "consortium", "owner_id", "person")
        batch.add_column(sa.Column("look_again_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("about", sa.Text(), server_default="", nullable=False))


def _department_as_member() -> None:
    with _built_anew("member") as batch:
        batch.drop_constraint("uq_member_consortium_id_organisation_id", type_="unique")
        _link_in(batch, "member", "department_id", "department")
    # Indexes of a part of the rows come last: a table that is built anew would lose them.
    for name, column, of_what in (
        ("uq_member_whole_organisation", "organisation_id", "department_id IS NULL"),
        ("uq_member_department", "department_id", "department_id IS NOT NULL"),
    ):
        op.create_index(
            name,
            "member",
            ["consortium_id", column],
            unique=True,
            sqlite_where=sa.text(of_what),
        )


def _several_answers() -> None:
    with _built_anew("position") as batch:
        batch.drop_constraint("uq_position_vision_id_member_id", type_="unique")
        _link_in(batch, "position", "asking_id", "asking")
        batch.add_column(
            sa.Column("way", sa.Text(), server_default=sa.text("'hand'"), nullable=False)
        )
        _link_in(batch, "position", "said_by_id", "person")


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _table(name: str, *parts: Any, links: dict[str, tuple[str, bool]]) -> None:
    """A table with a key and its links, each with an index: what they point to, may be empty."""
    op.create_table(
        name,
        _whole("id"),
        *(_whole(column, nullable=empty) for column, (_target, empty) in links.items()),
        *parts,
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{target}.id"],
                name=op.f(f"fk_{name}_{column}"),
                deferrable=True,
                initially="DEFERRED",
            )
            for column, (target, _empty) in links.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_autoincrement=True,
    )
    for column in links:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _add_tables() -> None:
    _table(
        "person_merge",
        _instant("at"),
        _unique("person_merge", "person_id"),
        links={"person_id": ("person", False), "into_id": ("person", False)},
    )
    _tables_of_sessions()
    _tables_of_consortia()
    _tables_of_visions()


def _tables_of_sessions() -> None:
    _table(
        "board",
        _text("title"),
        _whole("place_in_order"),
        links={"session_id": ("session", False)},
    )
    _table(
        "stage_board",
        _unique("stage_board", "stage_id"),
        links={"stage_id": ("stage", False), "board_id": ("board", False)},
    )
    _table("own_template", _text("name"), _instant("created_at"), links={})
    _table(
        "own_template_stage",
        _whole("place_in_order"),
        *map(_text, ("kind", "title", "prompt", "notes")),
        _whole("planned_minutes"),
        links={"own_template_id": ("own_template", False)},
    )


def _tables_of_consortia() -> None:
    of_one = {"consortium_id": ("consortium", False)}
    _table(
        "consortium_step",
        _text("state"),
        _instant("at"),
        _text("said_by"),
        _text("note"),
        links=of_one,
    )
    _table(
        "taken_up",
        _unique("taken_up", "session_id", "consortium_id"),
        links={"session_id": ("session", False), **of_one},
    )
    _table("sign_of_life", _text("text"), _text("said_by"), _instant("at"), links=of_one)
    _table(
        "leaving",
        _instant("left_at"),
        _instant("back_at", nullable=True),
        _text("why"),
        links={"member_id": ("member", False), "handed_to_id": ("member", True)},
    )


def _tables_of_visions() -> None:
    of_member = {"member_id": ("member", False)}
    asked_at = {"consortium_id": ("consortium", False), "session_id": ("session", True)}
    times = [_instant("opened_at"), _instant("revealed_at", nullable=True)]
    _table(
        "asking",
        _text("scale"),
        _whole("agreed_level"),
        *times,
        links={**asked_at, "vision_id": ("vision", False)},
    )
    _table(
        "reservation_step",
        _text("event"),
        _instant("at"),
        _text("note"),
        links={
            "reservation_id": ("reservation", False),
            "vision_id": ("vision", True),
            "commitment_id": ("commitment", True),
            "asking_id": ("asking", True),
        },
    )
    _tables_of_members(of_member)
    times = [_instant("opened_at"), _instant("revealed_at", nullable=True)]
    _table("pulse", *times, links=asked_at)
    _table(
        "pulse_answer",
        _text("question"),
        _whole("step"),
        _instant("at"),
        _unique("pulse_answer", "pulse_id", "member_id", "question"),
        links={"pulse_id": ("pulse", False), **of_member},
    )


def _tables_of_members(of_member: dict[str, tuple[str, bool]]) -> None:
    _table("stake", _text("text"), _instant("created_at"), links=of_member)
    _table(
        "stake_served",
        _text("served"),
        _unique("stake_served", "stake_id", "vision_id"),
        links={"stake_id": ("stake", False), "vision_id": ("vision", False)},
    )
    _table("estimate", _text("now"), _text("needed"), _instant("at"), links=of_member)
