"""What became of their ideas, for those who wrote them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.pages.kinds import AUTHORS, BECAME
from kdc_desktop.domain.pages.values import Bullets, Document, Heading, MailList, PageBreak
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consent, Person, Session
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from kdc_desktop.services.pages.became import became_of
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.chains_room import ChainsRoom, make_chains
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import EVENING

WAITS = (
    "It went no further so far. It stays on the board, and any evening to come can take it up "
    "again."
)


@pytest.fixture
def club(tmp_path: Path) -> Iterator[ChainsRoom]:
    made = make_chains(tmp_path / "club.kdc")
    yield made
    made.room.database.close()


def pages(club: ChainsRoom) -> Document:
    made = make_pages(club.room.database, BECAME, club.room.session_id)
    assert isinstance(made, Document)
    return made


def letters(club: ChainsRoom) -> MailList:
    made = make_pages(club.room.database, AUTHORS, club.room.session_id)
    assert isinstance(made, MailList)
    return made


def told(document: Document) -> list[tuple[str, ...]]:
    return [block.items for block in document.blocks if isinstance(block, Bullets)]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_each_author_has_a_page_with_all_of_their_ideas_and_what_became_of_each(
    club: ChainsRoom,
) -> None:
    database = club.room.database
    trams, boats = club.idea("Trams by night", 0), club.idea("Boats", 0)
    kites = club.idea("Kites", 1)
    poll_id = club.voted(trams, kites, votes=(3, 1))
    consortium_id, member = club.consortium(club.chosen(poll_id), "Night trams")
    save_version(database, consortium_id, "A tram each hour")
    fulfil_commitment(database, commit(database, member, "A timetable", None))
    for text in ("The harbour office", "Eero Ainonen says no"):
        note_obstacle(database, consortium_id, NewObstacle(ObstacleKind.PERMIT, text))
    found = pages(club)
    assert headings(found) == [
        *("What became of your ideas", "Trams by night", "Boats"),
        *("What became of your ideas", "Kites"),
    ]
    assert sum(isinstance(block, PageBreak) for block in found.blocks) == 1
    assert told(found) == [
        (
            "The room voted on it in “Which of these?”: place 1 of 2.",
            "It was chosen to be taken further.",
            "A consortium works with it, “Night trams”: visioning since 03.11.2026. Its vision, "
            "version 1: “A tram each hour”. Of its commitments: 1 kept, 0 to come. "
            "What holds it back: permit.",
        ),
        (WAITS,),
        ("The room voted on it in “Which of these?”: place 2 of 2.", WAITS),
    ]
    assert boats  # which is told after what came further


def test_nobody_else_is_named_and_a_hidden_result_stays_hidden(club: ChainsRoom) -> None:
    trams, boats = club.idea("Trams", 0), club.idea("Boats", 1)
    merge_ideas(club.room.database, [boats], into=trams)
    club.voted(trams, club.room.ideas[0], votes=(3, 1), shown=False)
    mine = words_in(became_of(club.room.database, club.room.people[1]))
    assert "Aino Ainonen" not in "\n".join(mine)
    assert told(became_of(club.room.database, club.room.people[1])) == [
        (
            "It was merged into another idea: “Trams”.",
            "It is among what the room was asked in “Which of these?”. The vote is still open.",
            WAITS,
        )
    ]


def test_while_the_room_sees_blank_cards_nobody_reads_the_ideas_of_others(
    club: ChainsRoom,
) -> None:
    trams, boats = club.idea("Trams", 0), club.idea("Boats", 1)
    merge_ideas(club.room.database, [boats], into=trams)
    club.taken_further(idea_id=trams)
    with club.room.database.edit(lazy("Silence")) as edit:
        edit.get_one(Session, club.room.session_id).silent = True
    found = told(became_of(club.room.database, club.room.people[1]))
    assert found[0][:2] == (
        "It was merged into another idea.",
        "It was chosen to be taken further.",
    )


def test_a_session_without_authors_says_so_and_a_person_without_ideas_too(
    club: ChainsRoom,
) -> None:
    assert "No idea of this session has an author." in words_in(pages(club))
    nobody = became_of(club.room.database, club.room.people[3])
    assert "Juho Ainonen, no idea of yours lies on a board of the club." in words_in(nobody)
    with pytest.raises(UserError):
        became_of(club.room.database, 999)


def test_who_may_be_written_to_is_on_the_list_with_their_ideas(club: ChainsRoom) -> None:
    database, people = club.room.database, club.room.people
    for place, text in enumerate(("Trams", "Boats", "Kites")):
        club.idea(text, place)
    club.idea("Benches", 0)
    with database.edit(lazy("Addresses")) as edit:
        for place in (0, 1):
            edit.get_one(Person, people[place]).email = f"{place}@club.example"
        said = {"kind": ConsentKind.CONTACT, "given": False, "at": EVENING}
        edit.add(Consent(person_id=people[1], **said))
    found = letters(club)
    kind = "It went no further so far. It stays on the board, and any evening to come can take it"
    assert found.rows == (
        (
            *("Aino", "Ainonen", "0@club.example", "Works of the yard", "2", "On the board"),
            f"Trams: {kind} up again.; Benches: {kind} up again.",
        ),
    )
    assert found.said == (
        "1 person is on it. 1 person said no to contact and is left out. 1 person has no e-mail "
        "address and is left out: Helmi Ainonen."
    )
