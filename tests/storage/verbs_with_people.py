"""Verbs that work with sessions, people and who is there."""

from datetime import timedelta

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.model import Attendance, Department, Organisation, Person, Session, Stage
from kdc_desktop.services.attendance import badge_codes, door, door_for_many, registering
from kdc_desktop.services.attendance import roles as attendance_roles
from kdc_desktop.services.attendance.taking_back import take_back_check_in
from kdc_desktop.services.joined.attendance import PRESENCE_TRAILS
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.people import forgetting, organisations, people
from kdc_desktop.services.people.choosing_sectors import choose_sector
from kdc_desktop.services.people.consents import say_consent
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.new_stages import NewStage, add_stages
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database
from tests.rooms.guest_list import expect
from tests.storage.draw import Draw, Verb
from tests.storage.places import STARTS

SECTORS = "CPATR"


def change_person(database: Database, draw: Draw) -> None:
    people.change_person(
        database,
        draw.id(Person),
        name=draw.text(),
        email="",
        organisation_id=draw.maybe(Organisation),
        department_id=None,
        notes=draw.text(),
        details=draw.one_of(None, PersonDetails(draw.text(), draw.text(), draw.text())),
    )


def change_session(database: Database, draw: Draw) -> None:
    starts = STARTS + timedelta(days=draw.lots.randrange(90))
    planning.change_session(
        database, draw.session(), title=draw.text(), place="Hall", goal="", starts_at=starts
    )


def unregister(database: Database, draw: Draw) -> None:
    here = select(Attendance.person_id).where(Attendance.arrived_at.is_not(None))
    registering.unregister(database, draw.session(), draw.id(Person, Person.id.not_in(here)))


WITH_PEOPLE: dict[str, Verb] = {
    "plan_session": lambda db, d: planning.plan_session(
        db, d.text(), STARTS, d.one_of(*templates()), programme=d.one_of("", "Club")
    ),
    "change_session": change_session,
    "trash_sessions": lambda db, d: planning.trash_sessions(db, d.ids(Session, 2)),
    "rename_session": lambda db, d: planning.rename_session(db, d.session(), d.text()),
    "add_stages": lambda db, d: add_stages(
        *(db, d.session()),
        [NewStage(d.one_of(*STAGE_KINDS), d.text(), minutes) for minutes in (5, None)],
        d.maybe(Stage),
    ),
    "put_stages": lambda db, d: agenda.put_stages(db, [d.id(Stage)], d.maybe(Stage)),
    "add_stage": lambda db, d: agenda.add_stage(
        db, d.session(), d.one_of(*STAGE_KINDS), d.maybe(Stage)
    ),
    "change_stage": lambda db, d: agenda.change_stage(
        db, d.id(Stage), title=d.text(), minutes=d.lots.randint(1, 60)
    ),
    "move_stages": lambda db, d: agenda.move_stages(db, [d.id(Stage)], d.one_of(-2, -1, 1, 2)),
    "remove_stages": lambda db, d: agenda.remove_stages(db, d.ids(Stage, 2), SESSIONS.stage_checks),
    "go_live": lambda db, d: agenda.go_live(db, d.session()),
    "go_to_stage": lambda db, d: agenda.go_to_stage(db, d.id(Stage)),
    "next_stage": lambda db, d: agenda.next_stage(db, d.session()),
    "previous_stage": lambda db, d: agenda.previous_stage(db, d.session()),
    "toggle_clock": lambda db, d: agenda.toggle_clock(db, d.session()),
    "close_session": lambda db, d: agenda.close_session(db, d.session()),
    "reopen_session": lambda db, d: agenda.reopen_session(db, d.session()),
    "add_organisation": lambda db, d: organisations.add_organisation(
        db, d.text(), d.one_of(*SECTORS)
    ),
    "change_organisation": lambda db, d: organisations.change_organisation(
        db, d.id(Organisation), name=d.text(), sector=d.one_of(*SECTORS), notes=d.text()
    ),
    "remove_organisation": lambda db, d: organisations.remove_organisation(
        db, d.id(Organisation), PEOPLE.organisation_trails
    ),
    "add_department": lambda db, d: organisations.add_department(db, d.id(Organisation), d.text()),
    "rename_department": lambda db, d: organisations.rename_department(
        db, d.id(Department), d.text()
    ),
    "remove_department": lambda db, d: organisations.remove_department(db, d.id(Department)),
    "add_person": lambda db, d: people.add_person(
        db, d.text(), organisation_id=d.maybe(Organisation)
    ),
    "change_person": change_person,
    "say_consent": lambda db, d: say_consent(
        db, d.id(Person), d.one_of(*ConsentKind), d.one_of(True, False), d.text()
    ),
    "remove_person": lambda db, d: forgetting.remove_person(db, d.id(Person), PEOPLE),
    "register": lambda db, d: expect(db, d.session(), d.ids(Person, 5)),
    "check_in_many": lambda db, d: door_for_many.check_in_many(
        db, d.session(), [d.id(Person), d.id(Person)]
    ),
    "leave_many": lambda db, d: door_for_many.leave_many(
        db, d.session(), [d.id(Person), d.id(Person)]
    ),
    "unregister": unregister,
    "check_in": lambda db, d: door.check_in(db, d.session(), d.id(Person)),
    "leave": lambda db, d: door.leave(db, d.session(), d.id(Person)),
    "come_back": lambda db, d: door.come_back(db, d.session(), d.id(Person)),
    "take_back_check_in": lambda db, d: take_back_check_in(
        db, d.session(), d.ids(Person, 3), PRESENCE_TRAILS
    ),
    "choose_sector": lambda db, d: choose_sector(db, d.ids(Organisation, 3), d.one_of(*SECTORS)),
    "walk_in": lambda db, d: door.walk_in(
        db, d.session(), d.text(), d.one_of("", d.text()), d.one_of(*SECTORS)
    ),
    "set_attendance_role": lambda db, d: attendance_roles.set_role(
        db, d.ids(Attendance), d.one_of(*AttendanceRole)
    ),
    "set_may_vote": lambda db, d: attendance_roles.set_may_vote(
        db, d.ids(Attendance), d.one_of(True, False)
    ),
    "assign_badges": lambda db, d: badge_codes.assign_badges(db, d.session()),
}
