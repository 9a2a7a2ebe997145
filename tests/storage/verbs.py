"""Every verb of the services, each with a way to draw what it is given.

A new verb joins by one line in `VERBS` (undoable) or `LASTING` (not undoable).
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.domain.stage_kinds import STAGE_KINDS
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.model import (
    Attendance,
    Cluster,
    Commitment,
    Consortium,
    Department,
    Idea,
    Member,
    OpenRole,
    Option,
    Organisation,
    Person,
    Poll,
    Reservation,
    Session,
    Stage,
    Vision,
    Winner,
)
from kdc_desktop.services import joined
from kdc_desktop.services.attendance import badge_codes, door, registering
from kdc_desktop.services.attendance import roles as attendance_roles
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.club import settings as club
from kdc_desktop.services.consortia import forming, moving, suggestions
from kdc_desktop.services.consortia import roles as consortium_roles
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.interests import wishes as interests
from kdc_desktop.services.joined import BOARD, CONSORTIUM_TRAILS, PEOPLE, WINNER_TRAILS
from kdc_desktop.services.people import forgetting, organisations, people
from kdc_desktop.services.polls import papers, preparing, running
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions import (
    commitments,
    positions,
    readings,
    reservations,
    scale,
    versions,
)
from kdc_desktop.services.winners import marking as winners
from kdc_desktop.storage import Database
from tests.storage.places import EVENING

WORDS = ("Yard", "bikes", "Kalasatama", "ääni", "=1+1", "“quoted”", "permit's", "☀", "shared")
SECTORS = "CPATR"


class NothingThereError(Exception):
    """No row to draw yet."""


class Draw:
    """Draws ids of rows that exist, and words, for verbs to work with."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.lots = random.Random(seed)

    def ids(self, entity: Any, most: int = 3, *conditions: Any) -> list[int]:
        with self.database.read() as snapshot:
            found = list(snapshot.scalars(select(entity.id).where(*conditions).order_by(entity.id)))
        if not found:
            raise NothingThereError
        return self.lots.sample(found, min(self.lots.randint(1, most), len(found)))

    def every(self, entity: Any, *conditions: Any) -> list[int]:
        """All ids, in any order."""
        with self.database.read() as snapshot:
            found = list(snapshot.scalars(select(entity.id).where(*conditions).order_by(entity.id)))
        self.lots.shuffle(found)
        return found

    def id(self, entity: Any, *conditions: Any) -> int:
        return self.ids(entity, 1, *conditions)[0]

    def session(self) -> int:
        """Mostly the first one, where there is much to do."""
        return 1 if self.lots.random() < 0.8 else self.id(Session)

    def maybe(self, entity: Any) -> int | None:
        try:
            return self.id(entity) if self.lots.random() < 0.7 else None
        except NothingThereError:
            return None

    def text(self) -> str:
        return " ".join(self.lots.choices(WORDS, k=3)) + f" {self.lots.randrange(100)}"

    def one_of(self, *choices: Any) -> Any:
        return self.lots.choice(choices)

    def number(self) -> float:
        return self.lots.randrange(-4000, 4000) / 4


Verb = Callable[[Database, Draw], object]


def set_interests(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    chosen = draw.ids(Winner, 3, Winner.session_id == session_id)
    role = draw.one_of(*MemberRole)
    interests.set_interests(database, session_id, draw.id(Person), chosen, role, draw.text())


def change_person(database: Database, draw: Draw) -> None:
    people.change_person(
        database,
        draw.id(Person),
        name=draw.text(),
        email="",
        organisation_id=draw.maybe(Organisation),
        department_id=None,
        notes=draw.text(),
    )


def change_session(database: Database, draw: Draw) -> None:
    starts = EVENING + timedelta(days=draw.lots.randrange(90))
    planning.change_session(
        database, draw.session(), title=draw.text(), place="Hall", goal="", starts_at=starts
    )


def take_position(database: Database, draw: Draw) -> object:
    vision_id, member_id = pair(draw)
    level = draw.lots.randint(1, 8)
    return positions.take_position(database, vision_id, member_id, level, draw.text())


def pair(draw: Draw) -> tuple[int, int]:
    """A vision and a member of its consortium."""
    vision_id = draw.id(Vision)
    with draw.database.read() as snapshot:
        consortium_id = snapshot.get_one(Vision, vision_id).consortium_id
    return vision_id, draw.id(Member, Member.consortium_id == consortium_id)


def plan(draw: Draw) -> preparing.PollPlan:
    subject = draw.one_of("ideas", "clusters")
    options = draw.ids(Idea if subject == "ideas" else Cluster, 4)
    secrecy = draw.one_of("named", "sector", "secret")
    return preparing.PollPlan(
        question=draw.text(), subject=subject, option_ids=tuple(options), secrecy=secrecy
    )


def cast_paper(database: Database, draw: Draw) -> None:
    poll_id = draw.id(Poll)
    marks = dict.fromkeys(draw.ids(Option, 2, Option.poll_id == poll_id), 1)
    papers.cast_paper(database, poll_id, draw.id(Person), marks, Channel.KIOSK)


def apply_suggestion(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    chosen = draw.ids(Winner, 3, Winner.session_id == session_id)
    there = select(Attendance.person_id).where(Attendance.session_id == session_id)
    crowd = draw.ids(Person, 6, Person.id.in_(there))
    placed = {person: draw.one_of(*chosen) for person in crowd}
    placed |= overview(database, session_id, CONSORTIUM_TRAILS).placed
    suggestions.apply_suggestion(database, session_id, placed, CONSORTIUM_TRAILS)


def move_delegate(database: Database, draw: Draw) -> None:
    session_id = draw.session()
    there = draw.id(Consortium, Consortium.session_id == session_id)
    person_id = draw.id(Person)
    target = draw.one_of(there, None)
    moving.move_delegate(database, session_id, person_id, target, CONSORTIUM_TRAILS)


VERBS: dict[str, Verb] = {
    "plan_session": lambda db, d: planning.plan_session(
        db, d.text(), EVENING, d.one_of(*templates()), programme=d.one_of("", "Club")
    ),
    "change_session": change_session,
    "trash_session": lambda db, d: planning.trash_session(db, d.session()),
    "add_stage": lambda db, d: agenda.add_stage(
        db, d.session(), d.one_of(*STAGE_KINDS), d.maybe(Stage)
    ),
    "change_stage": lambda db, d: agenda.change_stage(
        db, d.id(Stage), title=d.text(), minutes=d.lots.randint(1, 60)
    ),
    "move_stage": lambda db, d: agenda.move_stage(db, d.id(Stage), d.one_of(-2, -1, 1, 2)),
    "remove_stage": lambda db, d: agenda.remove_stage(
        db, d.id(Stage), joined.SESSIONS.stage_checks
    ),
    "go_live": lambda db, d: agenda.go_live(db, d.session()),
    "go_to_stage": lambda db, d: agenda.go_to_stage(db, d.id(Stage)),
    "next_stage": lambda db, d: agenda.next_stage(db, d.session()),
    "previous_stage": lambda db, d: agenda.previous_stage(db, d.session()),
    "toggle_clock": lambda db, d: agenda.toggle_clock(db, d.session()),
    "close_session": lambda db, d: agenda.close_session(db, d.session()),
    "reopen_session": lambda db, d: agenda.reopen_session(db, d.session()),
    "add_idea": lambda db, d: board.add_idea(
        db, d.session(), d.text(), d.maybe(Person), cluster_id=d.maybe(Cluster)
    ),
    "add_idea_again": lambda db, d: board.add_idea(db, d.session(), d.text()),
    "edit_idea": lambda db, d: board.edit_idea(db, d.id(Idea), d.text()),
    "set_author": lambda db, d: board.set_author(db, d.id(Idea), d.maybe(Person)),
    "move_ideas": lambda db, d: board.move_ideas(
        db, {idea: (d.number(), d.number()) for idea in d.ids(Idea)}, take_out=d.one_of(True, False)
    ),
    "bring_to_front": lambda db, d: board.bring_to_front(db, d.ids(Idea)),
    "colour_ideas": lambda db, d: board.colour_ideas(
        db, d.ids(Idea), d.one_of(NoteColour.MINT, NoteColour.SKY)
    ),
    "trash_ideas": lambda db, d: board.trash_ideas(db, d.ids(Idea)),
    "restore_ideas": lambda db, d: board.restore_ideas(db, d.ids(Idea)),
    "set_silent": lambda db, d: board.set_silent(db, d.session(), d.one_of(True, False)),
    "add_cluster": lambda db, d: board_clusters.add_cluster(db, d.session(), d.text(), d.ids(Idea)),
    "rename_cluster": lambda db, d: board_clusters.rename_cluster(db, d.id(Cluster), d.text()),
    "remove_cluster": lambda db, d: board_clusters.remove_cluster(
        db, d.id(Cluster), BOARD.cluster_trails
    ),
    "send_to_cluster": lambda db, d: board_clusters.send_to_cluster(
        db, d.ids(Idea, 6), d.maybe(Cluster)
    ),
    "move_cluster": lambda db, d: board_clusters.move_cluster(
        db, d.id(Cluster), d.number(), d.number()
    ),
    "resize_cluster": lambda db, d: board_clusters.resize_cluster(
        db, d.id(Cluster), 900.5 + abs(d.number()), 900
    ),
    "tidy_cluster": lambda db, d: board_clusters.tidy_cluster(db, d.id(Cluster)),
    "tidy": lambda db, d: board_clusters.tidy(db, d.session()),
    "merge_ideas": lambda db, d: board_merging.merge_ideas(db, d.ids(Idea, 4)),
    "unmerge_ideas": lambda db, d: board_merging.unmerge_ideas(db, d.ids(Idea)),
    "take_out_of_merge": lambda db, d: board_merging.take_out_of_merge(
        db, d.ids(Idea, 2, Idea.parent_id.is_not(None))
    ),
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
    "remove_person": lambda db, d: forgetting.remove_person(db, d.id(Person), PEOPLE.loose_trails),
    "register": lambda db, d: registering.register(db, d.session(), d.ids(Person, 5)),
    "unregister": lambda db, d: registering.unregister(db, d.session(), d.id(Person)),
    "check_in": lambda db, d: door.check_in(db, d.session(), d.id(Person)),
    "leave": lambda db, d: door.leave(db, d.session(), d.id(Person)),
    "come_back": lambda db, d: door.come_back(db, d.session(), d.id(Person)),
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
    "add_winner": lambda db, d: winners.add_winner(db, d.session(), idea_id=d.id(Idea)),
    "add_winning_cluster": lambda db, d: winners.add_winner(
        db, d.session(), cluster_id=d.id(Cluster)
    ),
    "unmark_winners": lambda db, d: winners.unmark_winners(db, d.ids(Winner), WINNER_TRAILS),
    "set_interests": set_interests,
    "clear_interests": lambda db, d: interests.clear_interests(db, d.session(), d.ids(Person)),
    "make_consortia": lambda db, d: forming.make_consortia(db, d.session(), CONSORTIUM_TRAILS),
    "apply_suggestion": apply_suggestion,
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
    "correct_version": lambda db, d: versions.correct_version(db, d.id(Vision), d.text()),
    "set_reading": lambda db, d: readings.set_reading(db, *pair(d), d.text()),
    "take_position": take_position,
    "clear_position": lambda db, d: positions.clear_position(db, *pair(d)),
    "raise_reservation": lambda db, d: reservations.raise_reservation(
        db, *pair(d), reservations.Concern(d.text(), d.one_of(True, False), d.text())
    ),
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
    "create_poll": lambda db, d: preparing.create_poll(db, d.session(), plan(d)),
    "discard_poll": lambda db, d: preparing.discard_poll(db, d.id(Poll)),
    "repeat_poll": lambda db, d: preparing.repeat_poll(db, d.id(Poll)),
}

LASTING: dict[str, Verb] = {
    "change_poll": lambda db, d: preparing.change_poll(db, d.id(Poll), plan(d)),
    "open_poll": lambda db, d: running.open_poll(db, d.id(Poll)),
    "cast_paper": cast_paper,
    "close_poll": lambda db, d: running.close_poll(db, d.id(Poll)),
    "reveal_poll": lambda db, d: running.reveal_poll(db, d.id(Poll)),
    "reopen_poll": lambda db, d: running.reopen_poll(db, d.id(Poll)),
    "set_hands": lambda db, d: set_hands(db, d.id(Poll), 2, {}),
    "replace_by_pseudonym": lambda db, d: forgetting.replace_by_pseudonym(db, d.id(Person)),
    "remember": lambda db, d: club.remember(db, d.one_of("a", "b"), d.text()),
}
