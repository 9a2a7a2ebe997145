"""A club of so many years: four sessions a year, consortia that go on, askings, and who comes."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, instant_from
from kdc_desktop.model import (
    Asking,
    Attendance,
    Base,
    Commitment,
    Consortium,
    ConsortiumStep,
    Idea,
    Member,
    Organisation,
    Person,
    Position,
    Session,
    SignOfLife,
    TakenUp,
    Vision,
    Winner,
)
from kdc_desktop.storage import Database, Edit, open_database

FIRST = datetime(2017, 2, 14, 17, 30)
PEOPLE, ORGANISATIONS, COMES, IDEAS = 1_000, 120, 200, 120
BORN, MEMBERS = 3, 12  # consortia a session, members a consortium
ASKED_FOR = 6  # sessions in which a consortium is asked


def at(evening: int, minutes: int = 0) -> Instant:
    """An instant in the session of this number."""
    return instant_from((FIRST + timedelta(weeks=13 * evening, minutes=minutes)).isoformat() + "Z")


def make_years(path: Path, years: int) -> Database:
    """The file, open."""
    database = open_database(path, lambda: at(4 * years))
    lots = Random(1)
    with database.edit(lazy("People")) as edit:
        organisations = _rows(
            edit,
            Organisation,
            [{"name": f"Organisation {n}", "sector": "CPAT"[n % 4]} for n in range(ORGANISATIONS)],
        )
        people = _rows(
            edit,
            Person,
            [
                {
                    "name": f"Aino Number{n}",
                    "organisation_id": organisations[n % ORGANISATIONS] if n % 5 else None,
                    "created_at": at(0),
                }
                for n in range(PEOPLE)
            ],
        )
    alive: list[_Going] = []
    for evening in range(4 * years):
        with database.edit(lazy("An evening")) as edit:
            alive = _hold(edit, lots, evening, people, organisations, alive)
    return database


class _Going:
    """A consortium with what is written anew each time."""

    def __init__(self, key: int, members: list[int], since: int) -> None:
        self.key, self.members, self.since, self.versions = key, members, since, 0


def _hold(
    edit: Edit,
    lots: Random,
    evening: int,
    people: list[int],
    organisations: list[int],
    alive: list[_Going],
) -> list[_Going]:
    (session_id,) = _rows(
        edit,
        Session,
        [
            {
                "title": f"Evening {evening + 1}",
                "starts_at": FIRST + timedelta(weeks=13 * evening),
                "status": SessionStatus.CLOSED,
                "went_live_at": at(evening),
                "closed_at": at(evening, 180),
            }
        ],
    )
    here = lots.sample(people, COMES)
    present = {"session_id": session_id, "state": AttendanceState.PRESENT}
    came = [{**present, "person_id": key, "arrived_at": at(evening)} for key in here]
    _rows(edit, Attendance, came)
    _rows(edit, Idea, [_idea(session_id, here[n % COMES], n, evening) for n in range(IDEAS)])
    going = [one for one in alive if evening - one.since < ASKED_FOR]
    for one in going:
        _rows(edit, TakenUp, [{"session_id": session_id, "consortium_id": one.key}])
    born = [_born(edit, lots, session_id, evening, n, organisations) for n in range(BORN)]
    for one in (*going, *born):
        _ask(edit, lots, one, session_id, evening)
    return [*alive, *born]


def _idea(session_id: int, author_id: int, number: int, evening: int) -> dict[str, object]:
    return {
        "session_id": session_id,
        "text": f"A bench every hundred metres, number {number}",
        "author_id": author_id,
        "x": (number % 20) * 180.0,
        "y": (number // 20) * 120.0,
        "created_at": at(evening, 30),
    }


def _born(
    edit: Edit, lots: Random, session_id: int, evening: int, number: int, organisations: list[int]
) -> _Going:
    title = f"Consortium {evening + 1}.{number + 1}"
    winner = {"session_id": session_id, "title": title, "place_in_order": number}
    (winner_id,) = _rows(edit, Winner, [winner])
    made = {
        "session_id": session_id,
        "winner_id": winner_id,
        "name": title,
        "place_in_order": number,
        "created_at": at(evening, 120),
        "confirmed_at": at(evening, 125),
    }
    (key,) = _rows(edit, Consortium, [made])
    rows = [
        {
            "consortium_id": key,
            "organisation_id": organisation_id,
            "role": MemberRole.PARTNER if place else MemberRole.LEAD,
            "joined_at": at(evening, 120),
        }
        for place, organisation_id in enumerate(lots.sample(organisations, MEMBERS))
    ]
    return _Going(key, _rows(edit, Member, rows), evening)


def _ask(edit: Edit, lots: Random, one: _Going, session_id: int, evening: int) -> None:
    one.versions += 1
    number = one.versions
    written = {"consortium_id": one.key, "number": number, "created_at": at(evening, 130)}
    (vision_id,) = _rows(edit, Vision, [{**written, "text": f"One more hour a day, {number}"}])
    asked = {
        "consortium_id": one.key,
        "vision_id": vision_id,
        "session_id": session_id,
        "scale": "kaner8",
        "agreed_level": 5,
        "opened_at": at(evening, 140),
        "revealed_at": at(evening, 150),
    }
    (asking_id,) = _rows(edit, Asking, [asked])
    said = {"vision_id": vision_id, "asking_id": asking_id, "at": at(evening, 145)}
    levels = [{**said, "member_id": key, "level": lots.randint(3, 8)} for key in one.members]
    _rows(edit, Position, levels)
    promised = {"member_id": one.members[0], "created_at": at(evening, 155)}
    due = (FIRST + timedelta(weeks=13 * (evening + 1))).date()
    _rows(edit, Commitment, [{**promised, "what": "A week of repairs", "due_on": due}])
    if number == ASKED_FOR:
        step = {"consortium_id": one.key, "state": ConsortiumState.RUNNING, "at": at(evening, 170)}
        _rows(edit, ConsortiumStep, [step])
        sign = {"consortium_id": one.key, "text": "64 households have one", "at": at(evening, 171)}
        _rows(edit, SignOfLife, [sign])


def _rows(edit: Edit, entity: type[Base], rows: Sequence[Mapping[str, object]]) -> list[int]:
    return list(edit.add_rows(entity, rows))
