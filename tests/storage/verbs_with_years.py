"""Verbs that work with consortia over the years: projects, members who come and go, the pulse."""

from datetime import date, timedelta

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.model import (
    Commitment,
    Consortium,
    Department,
    Gain,
    Leaving,
    Member,
    Organisation,
    Person,
    Pulse,
)
from kdc_desktop.model.sessions import OwnTemplate
from kdc_desktop.services.consortia import joining, leaving, projects, steps, worked_on
from kdc_desktop.services.gains import noting
from kdc_desktop.services.joined.beginning import BEGINNING
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import merging, merging_people
from kdc_desktop.services.sessions import beginning, own_templates, planning, programme
from kdc_desktop.services.sessions.beginning import Beginning
from kdc_desktop.services.sessions.own_templates import agenda_as_template
from kdc_desktop.services.visions import promises, pulses, since
from kdc_desktop.storage import Database
from tests.storage.draw import Draw, Verb
from tests.storage.places import STARTS


def joiner(draw: Draw) -> joining.Joiner:
    """A whole organisation, a department of one, or a resident."""
    kind = draw.lots.randrange(3)
    if kind == 0:
        return joining.Joiner(draw.id(Organisation))
    if kind == 1:
        department_id = draw.id(Department)
        with draw.database.read() as snapshot:
            organisation_id = snapshot.get_one(Department, department_id).organisation_id
        return joining.Joiner(organisation_id, department_id)
    return joining.Joiner(person_id=draw.id(Person))


def leave(database: Database, draw: Draw) -> object:
    member_id = draw.id(Member)
    with database.read() as snapshot:
        consortium_id = snapshot.get_one(Member, member_id).consortium_id
    heir = draw.id(Member, Member.consortium_id == consortium_id)
    return leaving.leave(database, member_id, draw.one_of(None, heir), draw.text())


def come_back(database: Database, draw: Draw) -> None:
    away = select(Leaving.member_id).where(Leaving.back_at.is_(None))
    leaving.come_back(database, draw.id(Member, Member.id.in_(away)))


def answer_pulse(database: Database, draw: Draw) -> None:
    pulse_id = draw.id(Pulse)
    with database.read() as snapshot:
        consortium_id = snapshot.get_one(Pulse, pulse_id).consortium_id
    member_id = draw.id(Member, Member.consortium_id == consortium_id)
    said = {key: draw.lots.randint(1, 5) for key in QUESTION_KEYS}
    pulses.answer_pulse(database, pulse_id, member_id, said)


def add_project(database: Database, draw: Draw) -> object:
    project = projects.NewProject(
        draw.text(),
        draw.text(),
        draw.maybe(Person),
        draw.one_of((), (joiner(draw),)),
        draw.one_of(ConsortiumState.FORMING, ConsortiumState.RUNNING),
    )
    return projects.add_project(database, project)


def merge_organisations(database: Database, draw: Draw) -> None:
    gone, stays = draw.id(Organisation), draw.id(Organisation)
    trails, sector = PEOPLE.organisation_merges, draw.one_of("C", "P")
    merging.merge_organisations(database, gone, stays, trails, sector)


def merge_people(database: Database, draw: Draw) -> None:
    gone, stays = draw.id(Person), draw.id(Person)
    merging_people.merge_people(database, gone, stays, PEOPLE.people_merges)


def begin_session(database: Database, draw: Draw) -> object:
    like = agenda_as_template(database, draw.session(), draw.text())
    starts = STARTS + timedelta(days=draw.lots.randrange(90))
    plan = planning.NewSession(draw.text(), starts, like)
    people, consortia = frozenset(draw.ids(Person)), frozenset(draw.ids(Consortium, 1))
    return beginning.begin_session(database, Beginning(plan, people, consortia), BEGINNING)


def tell_of(database: Database, draw: Draw) -> None:
    told = draw.one_of(True, False)
    since.tell_of(database, draw.session(), draw.ids(Consortium), told=told)


WITH_YEARS: dict[str, Verb] = {
    "join": lambda db, d: joining.join(db, d.id(Consortium), joiner(d), d.one_of(*MemberRole)),
    "join_several": lambda db, d: joining.join_several(
        db, d.id(Consortium), [joiner(d), joiner(d)]
    ),
    "leave_consortium": leave,
    "come_back_to_consortium": come_back,
    "add_project": add_project,
    "describe": lambda db, d: projects.describe(db, d.id(Consortium), d.text()),
    "name_owner": lambda db, d: projects.name_owner(db, d.id(Consortium), d.maybe(Person)),
    "note_gain": lambda db, d: noting.note_gain(
        db,
        d.id(Consortium),
        d.one_of(*GainWay),
        noting.GainSaid(d.lots.randint(1, 30), d.lots.randint(1, 900), d.one_of(None, -3.5)),
        d.text(),
    ),
    "remove_gain": lambda db, d: noting.remove_gain(db, d.id(Gain)),
    "look_again": lambda db, d: projects.look_again(
        db, d.id(Consortium), d.one_of(None, date(2030, 1, 31))
    ),
    "say_state": lambda db, d: steps.say_state(
        db, d.id(Consortium), d.one_of(*ConsortiumState), d.text(), d.text(), CONSORTIUM_TRAILS
    ),
    "take_up": lambda db, d: worked_on.take_up(db, d.session(), d.id(Consortium)),
    "take_up_several": lambda db, d: worked_on.take_up_several(db, d.session(), d.ids(Consortium)),
    "put_back": lambda db, d: worked_on.put_back(db, d.session(), d.id(Consortium)),
    "open_pulse": lambda db, d: pulses.open_pulse(
        db, d.id(Consortium), d.one_of(None, d.session())
    ),
    "answer_pulse": answer_pulse,
    "reveal_pulse": lambda db, d: pulses.reveal_pulse(db, d.id(Pulse)),
    "call_off_pulse": lambda db, d: pulses.call_off_pulse(db, d.id(Pulse)),
    "merge_organisations": merge_organisations,
    "merge_people": merge_people,
    "begin_session": begin_session,
    "tell_of": tell_of,
    "postpone_commitment": lambda db, d: promises.postpone_commitment(
        db, d.id(Commitment), d.one_of(date(2030, 1, 31), date(2040, 1, 31))
    ),
    "hand_commitment": lambda db, d: promises.hand_commitment(db, d.id(Commitment), d.id(Member)),
    "drop_commitment": lambda db, d: promises.drop_commitment(db, d.id(Commitment), d.text()),
    "keep_as_template": lambda db, d: own_templates.keep_as_template(db, d.session(), d.text()),
    "rename_template": lambda db, d: own_templates.rename_template(db, d.id(OwnTemplate), d.text()),
    "remove_template": lambda db, d: own_templates.remove_template(db, d.id(OwnTemplate)),
    "set_programme": lambda db, d: programme.set_programme(
        db,
        goal=d.text(),
        target=d.lots.randint(1, 90),
        unit=d.text(),
        people=d.one_of(None, 1000),
    ),
}
