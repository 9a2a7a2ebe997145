"""Makes the club with consortia that are let go, kept of every version from 0008 on: run it once
before a migration.

    PYTHONPATH=. python tests/data/clubs/make_club_let_go.py

It writes `let_go/<version>.kdc` beside itself, and replaces none that is there. In that of 0008
a setting of the club says whose members have each other's contacts.
"""

import sys
from datetime import timedelta
from pathlib import Path

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.instants import Instant
from kdc_desktop.services.consortia.forming import let_go, remove_consortium, rename_consortium
from kdc_desktop.services.consortia.joining import Joiner
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.people.organisations import add_organisation
from kdc_desktop.services.visions.letting_go import share_contacts
from kdc_desktop.storage import migrating, open_database
from tests.storage.places import EVENING


class Clock:
    """Each look at it is an hour later."""

    def __init__(self) -> None:
        self._now = EVENING

    def __call__(self) -> Instant:
        self._now += timedelta(hours=1)
        return self._now


def make(path: Path) -> None:
    """Three projects: shared and renamed since; shared, not shared, undone; shared and removed."""
    database = open_database(path, Clock())
    harbour = add_organisation(database, "Harbour Oy", COUNTED[0])
    bikes = add_project(database, NewProject("Yard bikes", members=[Joiner(harbour)]))
    bus, soup = (add_project(database, NewProject(name)) for name in ("Night bus", "Soup"))
    share_contacts(database, bikes, True)
    rename_consortium(database, bikes, "Bikes in every yard")
    for shared in (True, False, True):
        share_contacts(database, bus, shared)
    database.undo()
    share_contacts(database, soup, False)
    share_contacts(database, soup, True)
    remove_consortium(database, soup, CONSORTIUM_TRAILS)
    let_go(database, bikes, "Aino Laine")
    share_contacts(database, bus, True)
    database.undo()
    database.close()


if __name__ == "__main__":
    target = Path(__file__).parent / "let_go" / f"{migrating.HEAD}.kdc"
    if target.exists():
        sys.exit(f"{target.name} is there already")
    make(target)
