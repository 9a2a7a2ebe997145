"""Open a club file, write through one door, read snapshots, undo, migrate, back up."""

from kdc_desktop.storage.database import Changes, Database
from kdc_desktop.storage.opening import open_database

__all__ = ["Changes", "Database", "open_database"]
