"""Makes the club with what 0010 adds columns to, kept of the version before: run it once before a
migration.

    PYTHONPATH=. python tests/data/clubs/make_club_of_years.py

It writes `of_years/<version>.kdc` beside itself, and replaces none that is there. All of it can be
undone: organisations, departments, open roles and a programme, changed and removed.
"""

import sys
from pathlib import Path

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.services.consortia import roles as consortium_roles
from kdc_desktop.services.consortia.joining import Joiner
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.people import people
from kdc_desktop.services.people.organisations import (
    add_department,
    add_organisation,
    change_organisation,
    remove_department,
    remove_organisation,
    rename_department,
)
from kdc_desktop.services.sessions import planning, programme
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import migrating, open_database
from tests.storage.places import EVENING, STARTS


def make(path: Path) -> None:
    """A project of an organisation with departments, beside an evening of a programme."""
    database = open_database(path, lambda: EVENING)
    planning.plan_session(database, "Autumn evening", STARTS, templates()[0])
    harbour = add_organisation(database, "Harbour Oy", COUNTED[0])
    change_organisation(database, harbour, name="Harbour Mobility", sector="C", notes="Bikes")
    roads, water = (add_department(database, harbour, name) for name in ("Roads", "Water"))
    rename_department(database, roads, "Streets")
    remove_department(database, water)
    gone = add_organisation(database, "Nobody Oy", COUNTED[0])
    add_department(database, gone, "Nothing")
    remove_organisation(database, gone, ())
    people.add_person(database, "Aino Laine", organisation_id=harbour, department_id=roads)
    bikes = add_project(database, NewProject("Yard bikes", members=[Joiner(harbour)]))
    consortium_roles.add_open_role(database, bikes, "A mechanic")
    role = consortium_roles.add_open_role(database, bikes, "A driver")
    consortium_roles.remove_open_role(database, role)
    programme.set_programme(database, goal="Time for all", name="An hour a day")
    programme.set_programme(database, goal="Time for all", target=60, unit="minutes a day")
    database.close()


if __name__ == "__main__":
    target = Path(__file__).parent / "of_years" / f"{migrating.HEAD}.kdc"
    if target.exists():
        sys.exit(f"{target.name} is there already")
    make(target)
