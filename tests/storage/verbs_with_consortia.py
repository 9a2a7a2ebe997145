"""Verbs that work with interests and consortia."""

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.model import (
    Attendance,
    Consortium,
    Member,
    OpenRole,
    Person,
    Session,
    Winner,
)
from kdc_desktop.services.consortia import changed, forming, moving, suggestions, trashing
from kdc_desktop.services.consortia import roles as consortium_roles
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.interests import wishes as interest_wishes
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb
from tests.storage.verbs_with_visions import WITH_VISIONS


def set_interests(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    chosen = draw.ids(Winner, 3, Winner.session_id == session_id)
    role = draw.one_of(*MemberRole)
    interest_wishes.set_interests(database, session_id, draw.id(Person), chosen, role, draw.text())


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
    leaving = draw.one_of(True, False)
    trails = CONSORTIUM_TRAILS
    moving.move_delegate(database, session_id, person_id, target, trails, leaving=leaving)


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
        db, d.id(Member), d.maybe(Consortium), CONSORTIUM_TRAILS, leaving=d.one_of(True, False)
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
    "trash_and_keep": lambda db, d: trashing.trash_and_keep(db, d.ids(Session, 2)),
    "let_go": lambda db, d: forming.let_go(db, d.id(Consortium)),
    "set_member_role": lambda db, d: consortium_roles.set_role(
        db, d.id(Member), d.one_of(*MemberRole), d.text()
    ),
    "add_open_role": lambda db, d: consortium_roles.add_open_role(db, d.id(Consortium), d.text()),
    "fill_open_role": lambda db, d: consortium_roles.fill_open_role(
        db, d.id(OpenRole), d.maybe(Member)
    ),
    "remove_open_role": lambda db, d: consortium_roles.remove_open_role(db, d.id(OpenRole)),
    **WITH_VISIONS,
}
