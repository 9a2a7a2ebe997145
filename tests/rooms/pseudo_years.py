"""A club of years: four evenings, the last one is tonight, and everything on it has come far.

Consortium 1 is let go, with promises that are overdue; 2 has a new version, asked and revealed
tonight; 3 is being asked; the pulse of 4 is being taken; 5 came from outside.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from kdc_desktop import paths
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.domain.visions.states import Engagement, Served
from kdc_desktop.i18n import Text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Leaving, Member, Person
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.joined.beginning import BEGINNING
from kdc_desktop.services.sessions.agenda import go_live
from kdc_desktop.services.sessions.beginning import Beginning, begin_session
from kdc_desktop.services.sessions.planning import NewSession
from kdc_desktop.services.sessions.templates import Template, TemplateStage
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.estimates import set_estimate
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.pulses import answer_pulse, open_pulse
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.stakes import add_stake, say_served
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, open_database
from tests.rooms.long_and_empty import in_long_words
from tests.rooms.made_once import made_once
from tests.rooms.pseudo_room import few_ideas, in_cyrillic

TONIGHT = 4
"""The session that is live."""
LET_GO, REVEALED, ASKED, PULSE, OUTSIDE = 1, 2, 3, 4, 5
"""Consortia."""
NOW = datetime(2027, 2, 2, 18, 20)
KINDS = ("check_in", "since", "ideas", "interests", "consortia", "vision", "close")
THIRD = (
    "By next winter everybody in the district can use it in a minute, insured and locked in its "
    "yard, so that each of us wins back one hour a day without losing a winter day."
)
LEVELS = (8, 7, 6, 4, 7, 6, 3, 8, 6, 7)
STAKES = ("No longer trips.", "A claim that we can insure, year after year.", "Heat for a winter")


def tonight() -> Instant:
    """The clock of the club."""
    return Instant.of(NOW, laptop_zone())


def make_plain_years(path: Path) -> None:
    """As people wrote in it."""
    made_once(path, "years", _make_years)


def make_years(path: Path) -> None:
    """Whatever people wrote in it is written over in Cyrillic."""
    made_once(path, "years, Cyrillic", _make_cyrillic_years)


def make_long_years(path: Path) -> None:
    """With long names of everybody and everything."""
    made_once(path, "years, long", _make_long_years)


def _make_cyrillic_years(path: Path) -> None:
    make_plain_years(path)
    in_cyrillic(path)


def _make_long_years(path: Path) -> None:
    make_plain_years(path)
    in_long_words(path)


def _make_years(path: Path) -> None:
    few_ideas(paths.resource("sample", "sample-club.kdc"), path)
    database = open_database(path, tonight)
    _begin(database)
    _promises(database)
    _ask_again(database)
    open_asking(database, ASKED, TONIGHT)
    _answer(database, 5, _members(database, ASKED)[:6])
    pulse_id = open_pulse(database, PULSE, TONIGHT)
    for member_id in _members(database, PULSE)[:3]:
        answer_pulse(database, pulse_id, member_id, dict.fromkeys(QUESTION_KEYS, 4))
    database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM journal_change")


def _begin(database: Database) -> None:
    with database.read() as snapshot:
        people = frozenset(snapshot.scalars(select(Person.id).limit(30)))
    stages = tuple(
        TemplateStage(kind, Text(kind.title()), Text(""), Text(""), 20) for kind in KINDS
    )
    plan = NewSession("Innovators' Club, February", NOW, Template("", Text(""), Text(""), stages))
    taken_up = frozenset((LET_GO, REVEALED, ASKED, PULSE, OUTSIDE))
    assert begin_session(database, Beginning(plan, people, taken_up), BEGINNING) == TONIGHT
    go_live(database, TONIGHT)


def _members(database: Database, consortium_id: int) -> Sequence[int]:
    """Those who are asked."""
    with database.read() as snapshot:
        asked = select(Member.id).where(
            Member.consortium_id == consortium_id,
            Member.role != MemberRole.OBSERVER,
            Member.id.not_in(select(Leaving.member_id)),
        )
        return snapshot.scalars(asked.order_by(Member.id)).all()


def _promises(database: Database) -> None:
    for consortium_id, what, day in (
        (LET_GO, "A locked room in three yards", date(2027, 1, 12)),
        (REVEALED, "One person who decides on permits", date(2027, 2, 19)),
        (OUTSIDE, "Pipes for two greenhouses", date(2027, 1, 30)),
    ):
        commit(database, _members(database, consortium_id)[0], what, day)
    write_sign_of_life(database, OUTSIDE, "The first tomatoes are ripe.")


def _ask_again(database: Database) -> None:
    vision_id = save_version(database, REVEALED, THIRD)
    asking_id = open_asking(database, REVEALED, TONIGHT)
    members = _members(database, REVEALED)
    for member_id, level in zip(members, LEVELS, strict=False):
        low = level < 5
        concern = Concern("A bike in a yard is paid for twice each winter") if low else None
        reason = "Who pays for the lock, and for the winter after it?" if level != 7 else None
        take_position(database, vision_id, member_id, level, reason, None, concern)
    reveal(database, asking_id)
    set_estimate(database, members[0], Engagement.NEUTRAL, Engagement.SUPPORTIVE)
    served = (Served.SERVED, Served.PARTLY, Served.NOT)
    for member_id, text, how in zip(members, STAKES, served, strict=False):
        say_served(database, add_stake(database, member_id, text), vision_id, how)


def _answer(database: Database, vision_id: int, members: Sequence[int]) -> None:
    for place, member_id in enumerate(members):
        take_position(database, vision_id, member_id, 4 + place % 5, "It has to last")
