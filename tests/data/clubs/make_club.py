"""Makes the small club that is kept of every version: run it once before a migration changes it.

    PYTHONPATH=. python tests/data/clubs/make_club.py

It writes `<version>.kdc` beside itself, and replaces none that is there.
"""

import sys
from pathlib import Path

from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import migrating, open_database
from tests.storage.places import EVENING, STARTS


def make(path: Path) -> None:
    """An evening with two people and an idea, all of it undoable."""
    database = open_database(path, lambda: EVENING)
    session_id = planning.plan_session(database, "Autumn evening", STARTS, templates()[0])
    aino, _ = (people.add_person(database, name) for name in ("Aino Laine", "Eero Salmi"))
    board_ideas.add_idea(database, session_id, "Yard cargo bikes, ääni ☀", aino)
    board_ideas.set_silent(database, session_id, silent=True)
    database.close()


if __name__ == "__main__":
    target = Path(__file__).with_name(f"{migrating.HEAD}.kdc")
    if target.exists():
        sys.exit(f"{target.name} is there already")
    make(target)
