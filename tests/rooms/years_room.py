"""A club of two evenings: what one began, and a project of neither, goes on in the next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.domain.visions.states import (
    AnswerWay,
    Engagement,
    ReservationEvent,
    Served,
)
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import (
    Commitment,
    Consortium,
    ConsortiumStep,
    Delegate,
    Department,
    Estimate,
    Gain,
    Member,
    Person,
    PersonMerge,
    Programme,
    Reservation,
    ReservationStep,
    Seat,
    SeatingRound,
    SeatingTable,
    Session,
    SignOfLife,
    Stake,
    StakeServed,
    Vision,
    Winner,
)
from kdc_desktop.services.consortia.leaving import come_back, leave
from kdc_desktop.services.consortia.roles import set_role
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.interests.organisations import set_wishes_of
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.obstacles.going_on import note_heard
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from kdc_desktop.services.offers.meeting_needs import match_offer
from kdc_desktop.services.offers.noting import SaidOffer, end_offers, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.services.sessions.own_templates import keep_as_template
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.pulses import answer_pulse, open_pulse, reveal_pulse
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.storage import Database, Edit
from tests.rooms.poll_room import EVENING
from tests.rooms.workbook_room import Evening

SPRING = datetime(2027, 3, 2, 18)
HIDDEN = "Nobody may read this reason yet"


@dataclass(frozen=True)
class Years:
    """The second session, the project that was born outside, its members and its vision."""

    session_id: int
    project_id: int
    departments: list[int]
    vision_id: int
    open_asking_id: int


def live_on(evening: Evening) -> Years:
    """What happens in the year after an evening, in its club file."""
    database, first = evening.room.database, evening.room.session_id
    session_id = _second_evening(database, first)
    project_id, departments, vision_id = _project(database, evening)
    for consortium_id in (evening.consortium_id, project_id):
        take_up(database, session_id, consortium_id)
    _ask_again(database, evening, session_id)
    how = HowAnswered(None, AnswerWay.CALL, evening.room.people[0])
    take_position(database, vision_id, departments[0], 6, "By telephone", how=how)
    asked = open_asking(database, project_id, session_id)
    take_position(database, vision_id, departments[1], 2, HIDDEN)
    _who_left(database, evening)
    _pulse(database, evening, session_id)
    _said_beside(database, evening, project_id)
    _what_binds(database, evening)
    _what_holds_back(database, evening)
    return Years(session_id, project_id, departments, vision_id, asked)


def _second_evening(database: Database, first: int) -> int:
    with database.edit(lazy("Another evening")) as edit:
        hours = Programme(name="A smart city", goal="Time for all", target=60, unit="minutes a day")
        edit.add(hours)
        edit.flush()
        edit.get_one(Session, first).programme_id = hours.id
        spring = Session(title="Spring evening", starts_at=SPRING, programme_id=hours.id)
        edit.add(spring)
        edit.flush()
        return spring.id


def _project(database: Database, evening: Evening) -> tuple[int, list[int], int]:
    """Born in no session, with two departments of one organisation in it."""
    with database.edit(lazy("A project from elsewhere")) as edit:
        project = Consortium(
            name="Waste heat", place_in_order=9, created_at=EVENING, about="Warm greenhouses"
        )
        project.owner_id = evening.room.people[1]
        project.look_again_on = date(2027, 6, 1)
        city = edit.get_one(Member, evening.members[1]).organisation_id
        parts = [Department(name=name, organisation_id=city) for name in ("Energy", "Parks")]
        edit.add_all([project, *parts])
        edit.flush()
        members = [
            Member(
                consortium_id=project.id,
                organisation_id=city,
                department_id=part.id,
                joined_at=EVENING,
                role=MemberRole.LEAD if part.name == "Energy" else MemberRole.PARTNER,
            )
            for part in parts
        ]
        vision = Vision(
            consortium_id=project.id,
            number=1,
            text="Tomatoes in winter",
            who="Kindergartens",
            how_known="They eat them",
            created_at=EVENING,
        )
        edit.add_all([*members, vision])
        edit.flush()
        return project.id, [member.id for member in members], vision.id


def _ask_again(database: Database, evening: Evening, session_id: int) -> None:
    """Where those of the first evening stand by now; one owns what another worries about."""
    asked = open_asking(database, evening.consortium_id, session_id)
    for place, member_id in enumerate(evening.members[:5]):
        level = 3 + place % 6
        speaker = evening.room.people[place]
        how = HowAnswered(session_id, AnswerWay.KIOSK, speaker)
        take_position(database, evening.versions[1], member_id, level, "a year later", how=how)
    reveal(database, asked)
    set_reading(database, evening.versions[0], evening.members[3], "A shed of our own")


def _who_left(database: Database, evening: Evening) -> None:
    first, second, third = evening.members[4:7]
    leave(database, first, handed_to_id=second, why="No budget")
    leave(database, third)
    come_back(database, third)
    set_role(database, second, MemberRole.ADVISER, "Aino Laine")


def _pulse(database: Database, evening: Evening, session_id: int) -> None:
    pulse_id = open_pulse(database, evening.consortium_id, session_id)
    for place, member_id in enumerate(evening.members[:3]):
        answer_pulse(database, pulse_id, member_id, dict.fromkeys(QUESTION_KEYS, 2 + place))
    reveal_pulse(database, pulse_id)
    still_open = open_pulse(database, evening.consortium_id)
    answer_pulse(database, still_open, evening.members[0], dict.fromkeys(QUESTION_KEYS, 5))


def _said_beside(database: Database, evening: Evening, project_id: int) -> None:
    """What has no verb of its own in this room."""
    now = EVENING + timedelta(days=100)
    with database.edit(lazy("Noted what was said")) as edit:
        _a_worry_is_met(edit, evening, now)
        _a_stake_is_served(edit, evening, now)
        running, visioning = ConsortiumState.RUNNING, ConsortiumState.VISIONING
        for consortium_id, state, note in (
            (project_id, running, "At last"),
            (evening.consortium_id, visioning, "Slowly"),
        ):
            edit.add(
                ConsortiumStep(
                    consortium_id=consortium_id, state=state, at=now, said_by="Aino", note=note
                )
            )
        sign = SignOfLife(consortium_id=project_id, text="The first tomato", at=now)
        seen = Estimate(member_id=evening.members[2], at=now)
        seen.now, seen.needed = Engagement.RESISTANT, Engagement.SUPPORTIVE
        sign.said_by, speaker = "Aino", evening.room.people[3]
        second = edit.scalars(select(Session.id).order_by(Session.id.desc())).first()
        speaks = Delegate(session_id=second, member_id=evening.members[1], person_id=speaker)
        key = evening.consortium_id
        gain = Gain(consortium_id=key, way=GainWay.MEASURED, minutes=6, people=1150, at=now)
        gain.said_by, gain.note = "Karin", "A week of counting"
        edit.add_all([sign, seen, speaks, gain])
        _known_twice(edit, evening, now)
        _sit_together(edit, evening)
    _meet_a_need(database, evening)
    keep_as_template(database, evening.room.session_id, "Our evening")


def _meet_a_need(database: Database, evening: Evening) -> None:
    """Something is offered that another needs, and a third need has ended."""
    kinds = OfferKind.OFFER, OfferKind.NEED, OfferKind.NEED
    texts = "A yard for a year", "A place to weld", "Snow"
    said = map(SaidOffer, kinds, texts, map(Holder, evening.room.people))
    first = evening.room.session_id
    offer, need, snow = note_all(database, list(said), first)
    match_offer(database, offer, need, first, "They talk on Monday")
    end_offers(database, [snow], OfferEnd.NO_LONGER)


def _sit_together(edit: Edit, evening: Evening) -> None:
    """Three at one table of a round that met."""
    session_id, kind = evening.room.session_id, RoundKind.BREAK
    sat = SeatingRound(session_id=session_id, kind=kind, place_in_order=1, seats=3)
    sat.made_at = EVENING
    edit.add(sat)
    edit.flush()
    table = SeatingTable(round_id=sat.id, place_in_order=0, met_at=EVENING)
    edit.add(table)
    edit.flush()
    edit.add_all(
        Seat(round_id=sat.id, table_id=table.id, person_id=who, place_in_order=place)
        for place, who in enumerate(evening.room.people[:3])
    )


def _known_twice(edit: Edit, evening: Evening, now: Instant) -> None:
    twice = Person(name="Aino Twice", created_at=now)
    edit.add(twice)
    edit.flush()
    edit.add(PersonMerge(person_id=twice.id, into_id=evening.room.people[0], at=now))


def _a_worry_is_met(edit: Edit, evening: Evening, now: Instant) -> None:
    reservation = edit.scalars(select(Reservation)).one()
    reservation.owner_id = evening.room.people[2]
    commitment = edit.scalars(select(Commitment)).one()
    commitment.reservation_id = reservation.id
    edit.add(
        ReservationStep(
            reservation_id=reservation.id,
            event=ReservationEvent.MET,
            at=now,
            vision_id=evening.versions[1],
            commitment_id=commitment.id,
            note="They will pay",
        )
    )


def _a_stake_is_served(edit: Edit, evening: Evening, now: Instant) -> None:
    stake = Stake(member_id=evening.members[0], text="Dry bicycles", created_at=now)
    edit.add(stake)
    edit.flush()
    for version, served in zip(evening.versions, (Served.NOT, Served.PARTLY), strict=True):
        edit.add(StakeServed(stake_id=stake.id, vision_id=version, served=served))


def _what_binds(database: Database, evening: Evening) -> None:
    """Two are kept apart, and an organisation wants to be in what won."""
    one, other = evening.room.people[:2]
    keep_apart(database, one, other, "An old quarrel")
    with database.read() as snapshot:
        winner_id = snapshot.scalars(select(Winner.id).order_by(Winner.id)).first()
        house = snapshot.get_one(Member, evening.members[1]).organisation_id
    assert winner_id is not None
    assert house is not None
    set_wishes_of(database, evening.room.session_id, Wisher(house), [winner_id])


def _what_holds_back(database: Database, evening: Evening) -> None:
    """A permit is waited for, and was spoken of."""
    with database.read() as snapshot:
        member = snapshot.get_one(Member, evening.members[0])
    new = NewObstacle(ObstacleKind.PERMIT, "The yard is protected", said_by="Somebody")
    obstacle = note_obstacle(database, member.consortium_id, new)
    note_heard(database, obstacle, "The museum has looked at it", "Somebody")
