"""A club of thousands in one live evening, made in seconds: its rows go past verbs and journal."""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.board.arranging import relay_cluster, tidy_board
from kdc_desktop.domain.board.colours import FOR_CLUSTERS, NoteColour
from kdc_desktop.domain.board.layout import Point
from kdc_desktop.domain.polls.states import Channel, PollState, PollSubject, Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import (
    Attendance,
    BallotMark,
    BallotPaper,
    Base,
    Cluster,
    Elector,
    Idea,
    Option,
    Organisation,
    Person,
    Poll,
    RollEntry,
)
from kdc_desktop.services.sessions import agenda, planning, questions
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database, Edit

STARTS = datetime(2026, 11, 3, 17, 30)
EVENING = Instant.of(STARTS, laptop_zone())
FIRST = ("Aino", "Eero", "Helmi", "Juho", "Kerttu", "Lauri", "Meri", "Niilo", "Oona", "Pekka")
LAST = ("Salmi", "Oja", "Laine", "Koski", "Niemi", "Lehto", "Aalto", "Virta", "Harju", "Mäki")
SENTENCES = (
    "parcel lockers at every metro entrance cargo bikes that a whole block can book for an hour "
    "winter maintenance rooftop greenhouse with waste heat tool library in the school basement "
    "one ticket for ferry tram and bike open energy data per building a bench where the sun is at "
    "five night buses for those who clean the offices shared freezers neighbours who mend things"
)
WORDS = SENTENCES.split()
_IN_CLUSTERS, _VOTERS, _ON_THE_PAPER = 0.6, 500, 40
Row = dict[str, Any]


def fill_big_club(database: Database, ideas: int = 5000, people: int = 5000) -> int:
    """Fill a new file: one live session at its stage of ideas; returns the session's id.

    The ideas have 8 to 30 words, nearly all an author, more than half lie in up to 20 clusters,
    and a secret poll over 40 of them is closed and revealed. All but every tenth of the people are
    registered, four of five are present.
    """
    lots = random.Random(7)
    session_id = planning.plan_session(database, "Autumn evening", STARTS, templates()[0])
    agenda.go_live(database, session_id)
    stages = questions.stages(database, session_id)
    agenda.go_to_stage(database, next(stage.id for stage in stages if stage.kind == "ideas"))
    with database.edit(lazy("Filled the club"), undoable=False) as edit:
        sectors = _add_people(edit, people)
        _add(edit, Attendance, _attending(session_id, people))
        count = min(20, max(3, ideas // 30))
        named, placed = _laid_out(ideas, count)
        _add(edit, Cluster, [{**row, "session_id": session_id} for row in named])
        _add(edit, Idea, _written(lots, session_id, placed, sectors))
        present = [n for n in sectors if n % 5]
        _hold_poll(edit, lots, session_id, min(ideas, _ON_THE_PAPER), present[:_VOTERS])
    return session_id


def _add(edit: Edit, entity: type[Base], rows: Sequence[Row]) -> None:
    if rows:
        edit.connection().execute(insert(entity), rows)


def _add_people(edit: Edit, people: int) -> dict[int, str]:
    """People and their organisations; the sector of each person by id."""
    organisations = max(4, people // 25)
    _add(
        edit,
        Organisation,
        [
            {"id": n, "name": f"Works {n}", "sector": "CPAT"[n % 4]}
            for n in range(1, organisations + 1)
        ],
    )
    of = {n: None if n % 5 == 0 else n % organisations + 1 for n in range(1, people + 1)}
    _add(
        edit,
        Person,
        [
            {
                "id": n,
                "name": f"{FIRST[n % 10]} {LAST[n // 10 % 10]} {n // 100 + 1}",
                "organisation_id": organisation,
                "created_at": EVENING,
            }
            for n, organisation in of.items()
        ],
    )
    return {
        n: "R" if organisation is None else "CPAT"[organisation % 4]
        for n, organisation in of.items()
    }


def _attending(session_id: int, people: int) -> list[Row]:
    return [
        {
            "session_id": session_id,
            "person_id": n,
            "state": AttendanceState.PRESENT if n % 5 else AttendanceState.REGISTERED,
            "badge": str(1000 + n),
            "arrived_at": EVENING if n % 5 else None,
        }
        for n in range(1, people + 1)
        if n % 10
    ]


def _laid_out(ideas: int, count: int) -> tuple[list[Row], list[tuple[Point, int | None]]]:
    """The clusters, and where each idea lies: its place and its cluster."""
    shares = [(n % 5 + 1) for n in range(count)]
    sizes = [int(ideas * _IN_CLUSTERS * share / sum(shares)) for share in shares]
    boxes, free = tidy_board(sizes, ideas - sum(sizes))
    clusters: list[Row] = []
    placed: list[tuple[Point, int | None]] = [(place, None) for place in free]
    for number, (box, size) in enumerate(zip(boxes, sizes, strict=True), 1):
        places, fitted = relay_cluster(box, size)
        clusters.append(
            {
                "id": number,
                "number": number,
                "name": f"Yards of quarter {number}",
                "colour": FOR_CLUSTERS[number % len(FOR_CLUSTERS)],
                **fitted._asdict(),
            }
        )
        placed += [(place, number) for place in places]
    return clusters, placed


def _written(
    lots: random.Random,
    session_id: int,
    placed: list[tuple[Point, int | None]],
    sectors: dict[int, str],
) -> list[Row]:
    colours, people = list(NoteColour), list(sectors)
    rows = []
    for number, (place, cluster_id) in enumerate(placed, 1):
        author = lots.choice(people) if people and number % 8 else None
        rows.append(
            {
                "id": number,
                "session_id": session_id,
                "text": " ".join(lots.choices(WORDS, k=lots.randint(8, 30))),
                "author_id": author,
                "sector": sectors[author] if author else None,
                "colour": lots.choice(colours),
                "x": place.x,
                "y": place.y,
                "stacking": number % 3,
                "cluster_id": cluster_id,
                "created_at": EVENING,
            }
        )
    return rows


def _hold_poll(
    edit: Edit, lots: random.Random, session_id: int, options: int, voters: list[int]
) -> None:
    asked = {
        "id": 1,
        "session_id": session_id,
        "question": "What shall we start this winter?",
        "method": "dots",
        "marks_each": 3,
        "stacking": False,
        "secrecy": Secrecy.SECRET,
        "subject": PollSubject.IDEAS,
        "state": PollState.CLOSED,
        **dict.fromkeys(("created_at", "opened_at", "closed_at", "revealed_at"), EVENING),
    }
    _add(edit, Poll, [asked])
    titles = [{"id": n, "title": f"Idea {n}", "idea_id": n} for n in range(1, options + 1)]
    _add(edit, Option, [{**row, "poll_id": 1, "place_in_order": row["id"]} for row in titles])
    whom = [{"poll_id": 1, "person_id": n} for n in voters]
    _add(edit, Elector, [{**row, "sector": "R"} for row in whom])
    _add(edit, RollEntry, [{**row, "channel": Channel.KIOSK} for row in whom])
    papers = [lots.getrandbits(62) for _voter in voters]
    _add(edit, BallotPaper, [{"id": paper, "poll_id": 1} for paper in papers])
    marks = [
        {"paper_id": paper, "option_id": option, "marks": 1}
        for paper in papers
        for option in lots.sample(range(1, options + 1), k=min(3, options))
    ]
    _add(edit, BallotMark, marks)
