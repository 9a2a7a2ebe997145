"""What a club has set going: obstacles, gains, offers and needs, tables, organisations' wishes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0010", "0009"

_ADDED = {
    "organisation": {"most_groups": sa.Integer, "size": sa.Text},
    "department": {"most_groups": sa.Integer},
    "open_role": {"role": sa.Text},
    "option": {"counted_with": sa.Integer},
    "programme": {"people": sa.Integer},
}
_OF_ORGANISATIONS = {
    "organisation_id": ("organisation", True),
    "department_id": ("department", True),
}


def upgrade() -> None:
    """Add tables, and columns in place; a table that a damaged file lacks is left as it is."""
    there = sa.inspect(op.get_bind())
    for table, columns in _ADDED.items():
        if there.has_table(table):
            for name, kind in columns.items():
                op.add_column(table, sa.Column(name, kind(), nullable=True))
    _tables_of_people()
    _tables_of_consortia()
    _tables_of_seating()


def _whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(), nullable=nullable)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _measure(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Double(), nullable=nullable)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


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


def _tables_of_people() -> None:
    _table(
        "kept_apart",
        _text("why"),
        _instant("at"),
        _unique("kept_apart", "person_id", "other_id"),
        links={"person_id": ("person", False), "other_id": ("person", False)},
    )
    _table(
        "offer",
        _text("kind"),
        _text("text"),
        _instant("created_at"),
        _instant("ended_at", nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        links={
            "person_id": ("person", True),
            **_OF_ORGANISATIONS,
            "session_id": ("session", True),
        },
    )
    _table(
        "offer_match",
        _text("state"),
        _instant("at"),
        _text("note"),
        _unique("offer_match", "offer_id", "need_id"),
        links={
            "offer_id": ("offer", False),
            "need_id": ("offer", False),
            "session_id": ("session", True),
        },
    )
    _wishes_of_organisations()


def _wishes_of_organisations() -> None:
    table = "organisation_interest"
    _table(
        table,
        _whole("choice"),
        *map(_text, ("role", "offers", "needs")),
        links={
            "session_id": ("session", False),
            "organisation_id": ("organisation", False),
            "department_id": ("department", True),
            "winner_id": ("winner", False),
        },
    )
    for name, column, of_what in (
        ("whole", "organisation_id", "department_id IS NULL"),
        ("department", "department_id", "department_id IS NOT NULL"),
    ):
        op.create_index(
            f"uq_{table}_{name}",
            table,
            [column, "winner_id"],
            unique=True,
            sqlite_where=sa.text(of_what),
        )


def _tables_of_consortia() -> None:
    of_one = {"consortium_id": ("consortium", False)}
    _table(
        "obstacle",
        *map(_text, ("kind", "text", "next_step")),
        _instant("raised_at"),
        sa.Column("next_on", sa.Date(), nullable=True),
        _instant("solved_at", nullable=True),
        links={**of_one, "owner_id": ("person", True), **_OF_ORGANISATIONS},
    )
    _table(
        "obstacle_step",
        *map(_text, ("event", "said_by", "note")),
        _instant("at"),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        links={
            "obstacle_id": ("obstacle", False),
            "owner_id": ("person", True),
            **_OF_ORGANISATIONS,
        },
    )
    _table(
        "gain",
        *map(_text, ("way", "said_by", "note")),
        _measure("minutes"),
        *(_measure(name, nullable=True) for name in ("minutes_least", "minutes_most")),
        _whole("people"),
        *(_whole(name, nullable=True) for name in ("people_least", "people_most")),
        _instant("at"),
        links=of_one,
    )


def _tables_of_seating() -> None:
    _table(
        "seating_round",
        _text("kind"),
        _text("title"),
        *map(_whole, ("place_in_order", "seats", "seed")),
        _instant("made_at"),
        links={"session_id": ("session", False), "stage_id": ("stage", True)},
    )
    _table(
        "seating_table",
        _whole("place_in_order"),
        _text("topic"),
        _instant("met_at", nullable=True),
        _unique("seating_table", "round_id", "place_in_order"),
        links={
            "round_id": ("seating_round", False),
            "consortium_id": ("consortium", True),
            "cluster_id": ("cluster", True),
        },
    )
    _table(
        "seat",
        _whole("place_in_order"),
        _text("role"),
        *map(_flag, ("pinned", "came")),
        _unique("seat", "round_id", "person_id"),
        links={
            "round_id": ("seating_round", False),
            "table_id": ("seating_table", False),
            "person_id": ("person", False),
        },
    )
