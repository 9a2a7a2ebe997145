"""The base of every mapped class, and the few column shapes that they share."""

from typing import Any

from sqlalchemy import ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Rows of these tables never enter the journal: a time beside a paper would break secrecy.
UNJOURNALED = {"journal": False}


class Base(DeclarativeBase):
    """A row of a club file."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text()}
    # A number is never given twice, so undo can put a row back under its own.
    __table_args__: Any = {"sqlite_autoincrement": True}


def link(target: str, *, index: bool = True, nullable: bool = False, **more: Any) -> Mapped[Any]:
    """A foreign key that is checked at commit, so that undo may put rows back in any order."""
    return mapped_column(
        ForeignKey(target, deferrable=True, initially="DEFERRED"),
        index=index,
        nullable=nullable,
        **more,
    )


def key() -> Mapped[int]:
    """The row's number in its table: stable for ever, shown in exports as its id."""
    return mapped_column(primary_key=True)
