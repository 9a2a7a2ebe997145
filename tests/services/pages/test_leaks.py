"""Nothing that was written for few is on any page: whatever is not allowed here is private."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.domain.obstacles.states import NOTES_STAY
from kdc_desktop.domain.pages.kinds import BY_KEY, KINDS
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Base, Board, Consent
from kdc_desktop.model.base import Personal, personal
from kdc_desktop.model.polls import Criterion
from kdc_desktop.screens.pages.pictures import slides_of
from kdc_desktop.services.pages.making import make_pages, pictures_in
from kdc_desktop.storage import open_to_read
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING
from tests.rooms.random_ties import tie_all
from tests.rooms.workbook_room import an_evening, reveal, vote
from tests.rooms.years_room import live_on

PUBLIC = {
    *("session.title", "session.place", "session.goal", "programme.name"),
    *("stage.title", "stage.prompt", "cluster.name", "idea.text"),
    *(
        "person.name",
        "attendance.badge",
        "poll.question",
        "option.title",
        "criterion.name",
        "winner.title",
    ),
    "seating_table.topic",
    *("consortium.name", "open_role.title", "vision.text", "commitment.what"),
}
"""What the room has seen, or stands on a badge."""
HELD_BACK = {"obstacle.text", "obstacle.next_step"}
ONLY_IN = {
    "mail-merge": {"person.email"},
    "authors": {"person.email"},
    # Who wrote an idea that lies on the board; what a member wants to be heard on, while open.
    # What holds a consortium back, and what is done about it next, is told wherever it is told
    # how far the consortium is.
    "outcome": {"idea.author_text", "reservation.text", "offer.text", *HELD_BACK},
    # What held consortia back at that evening, and what was said there for all to hear.
    "minutes": {"reservation.text", "offer.text", *HELD_BACK},
    # What waits for a department, for its own eyes.
    "waiting": {*HELD_BACK, "obstacle_step.note"},
    # What the members have told each other, and whoever they go on with.
    "charter": {
        *HELD_BACK,
        *("reservation.text", "reservation.owner", "reading.text", "stake.text"),
        *("consortium.about", "sign_of_life.text"),
        *("vision.who", "vision.change", "vision.so_that", "vision.by_when", "vision.how_known"),
    },
}
NOT_TEXT = {"setting", "journal_change", "journal_entry"}  # they hold values in forms of their own
MARK = "PRIVATE-"
BESIDE = f"{MARK}said beside"
"""What was noted of an obstacle besides, in a column that holds other words of it as well."""


def planted() -> list[tuple[str, str]]:
    """Every column in which people write, by table."""
    return [
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if personal(column) not in (None, Personal.NOTHING) and table.name not in NOT_TEXT
    ]


@pytest.fixture
def club(tmp_path: Path) -> Path:
    """An evening and the year after it, in which every text says where it stands."""
    path = tmp_path / "club.kdc"
    evening = an_evening(path)
    room = evening.room
    live_on(evening)
    poll_id = room.open_poll(marks_each=3)
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    tie_all(room.database)
    with room.database.edit(lazy("What nobody has said yet")) as edit:
        edit.add(Board(session_id=1, title="Streets", place_in_order=1))
        edit.add(Consent(person_id=1, kind=ConsentKind.CONTACT, given=True, at=EVENING))
        edit.add(Criterion(poll_id=poll_id, number=1, name="Impact", weight=1))
    room.database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, column in planted():
            connection.execute(f'UPDATE "{table}" SET "{column}" = ?', (f"{MARK}{table}.{column}",))
        beside = [(BESIDE, event.value) for event in NOTES_STAY]
        connection.executemany("UPDATE obstacle_step SET note = ? WHERE event = ?", beside)
    return path


@pytest.mark.parametrize("session_id", [1, 2])
@pytest.mark.parametrize("key", [kind.key for kind in KINDS])
def test_pages_say_nothing_that_is_private(club: Path, key: str, session_id: int) -> None:
    with open_to_read(club) as database:
        made = make_pages(database, BY_KEY[key], session_id)
        pictures = pictures_in(made)
        slides = [slide for _name, slide in slides_of(database, session_id, pictures)]
    words = "\n".join(words_in(made) + [word for slide in slides for word in words_in(slide)])
    found = {
        f"{table}.{column}" for table, column in planted() if f"{MARK}{table}.{column}" in words
    }
    assert found <= PUBLIC | ONLY_IN.get(key, set())
    assert BESIDE not in words


def test_there_is_something_to_be_found_in_every_table(club: Path) -> None:
    with closing(sqlite3.connect(club)) as connection:
        empty = {
            table
            for table, _column in planted()
            if not connection.execute(f'SELECT 1 FROM "{table}"').fetchone()
        }
    assert empty == set()


def test_what_is_planted_is_found(club: Path) -> None:
    assert {f"{table}.{column}" for table, column in planted()} > PUBLIC
    with open_to_read(club) as database:
        words = "\n".join(words_in(make_pages(database, BY_KEY["outcome"], 1)))
    assert f"{MARK}commitment.what" in words
