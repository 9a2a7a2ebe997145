"""Makes the club with a consortium that is kept of every version from before askings were kept.

    PYTHONPATH=. python tests/data/clubs/make_club_with_consortia.py

It writes `with_consortia/<version>.kdc` beside itself, and replaces none that is there. Those of
0001 to 0007 were written by what those versions were.
"""

import sys
from datetime import date
from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.model import Consortium, Member, Reservation
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.consortia import roles as consortium_roles
from kdc_desktop.services.consortia.forming import make_consortia
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.winners import marking
from kdc_desktop.storage import Database, migrating, open_database
from tests.storage.places import EVENING, STARTS

_CROWD = (("Aino Laine", "Harbour Mobility"), ("Eero Salmi", "City of Kotka"), ("Meri Koski", ""))


def make(path: Path) -> None:
    """An evening with a consortium of three, who speak about two versions; all of it undoable."""
    database = open_database(path, lambda: EVENING)
    session_id = planning.plan_session(database, "Autumn evening", STARTS, templates()[0])
    crowd = [people.add_person(database, name, organisation_name=of) for name, of in _CROWD]
    idea_id = board_ideas.add_idea(database, session_id, "Yard cargo bikes, ääni ☀", crowd[0])
    for person_id in crowd:
        door.check_in(database, session_id, person_id)
    marking.add_winner(database, session_id, idea_id=idea_id)
    make_consortia(database, session_id, CONSORTIUM_TRAILS)
    with database.read() as snapshot:
        consortium_id = snapshot.scalars(select(Consortium.id)).one()
    for person_id in crowd:
        move_delegate(database, session_id, person_id, consortium_id, CONSORTIUM_TRAILS)
    with database.read() as snapshot:
        members = list(snapshot.scalars(select(Member.id).order_by(Member.id)))
    consortium_roles.set_role(database, members[0], MemberRole.LEAD)
    consortium_roles.add_open_role(database, consortium_id, "A mechanic")
    _speak(database, consortium_id, members)
    database.close()


def _speak(database: Database, consortium_id: int, members: list[int]) -> None:
    first = save_version(database, consortium_id, "A bike in every yard")
    for member_id, level in zip(members, (7, 3, 6), strict=True):
        take_position(database, first, member_id, level, f"Reason of {member_id}", "More room")
    concern = Concern("Who pays for it?", objection=True, owner="Eero Salmi")
    take_position(database, first, members[1], 2, concern=concern)
    set_reading(database, first, members[2], "Fewer cars")
    second = save_version(
        database, consortium_id, "A bike and a trailer in every yard", "A trailer"
    )
    for member_id, level in zip(members, (8, 5), strict=False):
        take_position(database, second, member_id, level)
    with database.read() as snapshot:
        reservation_id = snapshot.scalars(select(Reservation.id)).one()
    settle_reservation(database, reservation_id, ReservationState.ADDRESSED, "The city does")
    fulfil_commitment(database, commit(database, members[0], "Two bikes", date(2026, 12, 1)))
    commit(database, members[1], "A permit", None)


if __name__ == "__main__":
    target = Path(__file__).parent / "with_consortia" / f"{migrating.HEAD}.kdc"
    if target.exists():
        sys.exit(f"{target.name} is there already")
    make(target)
