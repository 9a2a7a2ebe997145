"""Open a club file, write through one door, read snapshots, undo, migrate, back up."""

from typing import TYPE_CHECKING, Any

from kdc_desktop.storage.database import Database
from kdc_desktop.storage.next_steps import Step
from kdc_desktop.storage.notices import Changes
from kdc_desktop.storage.opening import is_club, open_database, open_to_read

if TYPE_CHECKING:
    from kdc_desktop.storage.transactions import Edit, Snapshot

__all__ = [
    "Changes",
    "Database",
    "Edit",
    "Snapshot",
    "Step",
    "is_club",
    "open_database",
    "open_to_read",
]


def __getattr__(name: str) -> Any:
    """`Edit` and `Snapshot` load SQLAlchemy, so they come when somebody asks for them."""
    if name not in ("Edit", "Snapshot"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kdc_desktop.storage import transactions

    return getattr(transactions, name)
