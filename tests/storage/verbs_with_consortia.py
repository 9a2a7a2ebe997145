"""Verbs that work with interests, consortia and visions."""

from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.model import (
    Attendance,
    Commitment,
    Consortium,
    Member,
    OpenRole,
    Person,
    Reservation,
    Vision,
    Winner,
)
from kdc_desktop.services.consortia import changed, forming, moving, suggestions
from kdc_desktop.services.consortia import roles as consortium_roles
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.interests import wishes as interest_wishes
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.visions import (
    commitments,
    positions,
    readings,
    reservations,
    scale,
    versions,
)
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb


def set_interests(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    chosen = draw.ids(Winner, 3, Winner.session_id == session_id)
    role = draw.one_of(*MemberRole)
    interest_wishes.set_interests(database, session_id, draw.id(Person), chosen, role, draw.text())


def take_position(database: Database, draw: Draw) -> object:
    vision_id, member_id = pair(draw)
    level = draw.lots.randint(1, 8)
    concern = reservations.Concern(draw.text(), draw.one_of(True, False), draw.text())
    return positions.take_position(
        database, vision_id, member_id, level, draw.text(), concern=draw.one_of(None, concern)
    )


def pair(draw: Draw) -> tuple[int, int]:
    """A vision and a member of its consortium."""
    vision_id = draw.id(Vision)
    with draw.database.read() as snapshot:
        consortium_id = snapshot.get_one(Vision, vision_id).consortium_id
    return vision_id, draw.id(Member, Member.consortium_id == consortium_id)


def apply_suggestion(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    chosen = draw.ids(Winner, 3, Winner.session_id == session_id)
    there = select(Attendance.person_id).where(Attendance.session_id == session_id)
    crowd = draw.ids(Person, 6, Person.id.in_(there))
    placed = {person: draw.one_of(*chosen) for person in crowd}
    placed |= overview(database, session_id, CONSORTIUM_TRAILS).placed
    suggestions.apply_suggestion(database, session_id, placed, CONSORTIUM_TRAILS)


def move_in_suggestion(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    seen = overview(database, session_id, CONSORTIUM_TRAILS)
    to = draw.id(Consortium, Consortium.session_id == session_id)
    with database.read() as snapshot:
        winner_id = snapshot.get_one(Consortium, to).winner_id
    crowd = [one.person_id for one in seen.problem.candidates][:2]
    changed.move_in_suggestion(database, session_id, seen, crowd, draw.one_of(winner_id, None))


def move_delegate(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    there = draw.id(Consortium, Consortium.session_id == session_id)
    person_id = draw.id(Person)
    target = draw.one_of(there, None)
    moving.move_delegate(database, session_id, person_id, target, CONSORTIUM_TRAILS)


WITH_CONSORTIA: dict[str, Verb] = {
    "set_interests": set_interests,
    "clear_interests": lambda db, d: interest_wishes.clear_interests(
        db, d.session(), d.ids(Person)
    ),
    "make_consortia": lambda db, d: forming.make_consortia(db, d.session(), CONSORTIUM_TRAILS),
    "apply_suggestion": apply_suggestion,
    "move_in_suggestion": move_in_suggestion,
    "move_delegate": move_delegate,
    "move_member": lambda db, d: moving.move_member(
        db, d.id(Member), d.maybe(Consortium), CONSORTIUM_TRAILS
    ),
    "set_pinned": lambda db, d: moving.set_pinned(
        db, d.session(), d.ids(Person), d.one_of(True, False)
    ),
    "set_wanted": lambda db, d: forming.set_wanted(db, d.ids(Consortium), 2, 9, "CR"),
    "rename_consortium": lambda db, d: forming.rename_consortium(db, d.id(Consortium), d.text()),
    "remove_consortium": lambda db, d: forming.remove_consortium(
        db, d.id(Consortium), CONSORTIUM_TRAILS
    ),
    "confirm_consortia": lambda db, d: forming.confirm_consortia(db, d.session()),
    "let_go": lambda db, d: forming.let_go(db, d.id(Consortium)),
    "set_member_role": lambda db, d: consortium_roles.set_role(
        db, d.id(Member), d.one_of(*MemberRole)
    ),
    "add_open_role": lambda db, d: consortium_roles.add_open_role(db, d.id(Consortium), d.text()),
    "fill_open_role": lambda db, d: consortium_roles.fill_open_role(
        db, d.id(OpenRole), d.maybe(Member)
    ),
    "remove_open_role": lambda db, d: consortium_roles.remove_open_role(db, d.id(OpenRole)),
    "save_version": lambda db, d: versions.save_version(db, d.id(Consortium), d.text()),
    "set_reading": lambda db, d: readings.set_reading(db, *pair(d), d.text()),
    "take_position": take_position,
    "clear_position": lambda db, d: positions.clear_position(db, *pair(d)),
    "settle_reservation": lambda db, d: reservations.settle_reservation(
        db, d.id(Reservation), d.one_of(*ReservationState), d.text()
    ),
    "set_owner": lambda db, d: reservations.set_owner(db, d.id(Reservation), d.text()),
    "set_agreed_level": lambda db, d: scale.set_agreed_level(db, d.id(Consortium), 3),
    "set_scale": lambda db, d: scale.set_scale(db, d.id(Consortium), d.one_of(*SCALES)),
    "commit": lambda db, d: commitments.commit(
        db, d.id(Member), d.text(), d.one_of(None, date(2027, 1, 31))
    ),
    "fulfil_commitment": lambda db, d: commitments.fulfil_commitment(db, d.id(Commitment)),
    "reopen_commitment": lambda db, d: commitments.reopen_commitment(db, d.id(Commitment)),
    "remove_commitment": lambda db, d: commitments.remove_commitment(db, d.id(Commitment)),
}
