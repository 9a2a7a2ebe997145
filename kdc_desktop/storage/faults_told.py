"""What is said of the values of an open file that nobody can use."""

from kdc_desktop.storage.database import Database


def faults_of(database: Database) -> str | None:
    """A sentence where there are any; all of the file is looked at for that, the first time."""
    shades = database.connections.shades
    return shades.told(database.path) if shades.views else None
