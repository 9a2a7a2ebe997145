"""Outcome and minutes say how far a consortium is, and whom its last version won and lost."""

import pytest

from kdc_desktop.domain.pages.values import PageTable
from kdc_desktop.i18n import percent_text
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import MEMBERS, add_consortium
from tests.rooms.page_words import words_in
from tests.rooms.vision_pages import reveal_all

BOTH = pytest.mark.parametrize("key", ["outcome", "minutes"])
NAMES = [name for name, _sector, _role in MEMBERS]


@pytest.fixture
def answer(evening):
    """Writes another version, on which these members stand, in the order of `MEMBERS`."""

    def given(*levels: int) -> int:
        version = save_version(evening.room.database, evening.consortium_id, "Another one")
        for member_id, level in zip(evening.members, levels, strict=False):
            take_position(evening.room.database, version, member_id, level)
        reveal_all(evening.room.database)
        return version

    return given


def told(document, key: str, start: str) -> list[str]:
    return [one for one in words_in(document(key)) if one.startswith(start)]


@BOTH
def test_it_says_how_many_of_those_asked_agree_and_abstain(document, key):
    assert told(document, key, "At the agreed level") == [
        "At the agreed level or above: 4 of 7, of them 1 abstains."
    ]


@BOTH
def test_a_version_that_lost_and_won_members_names_them_with_both_levels(answer, document, key):
    assert told(document, key, "Version 2 won") == [
        f"Version 2 won 1 member that had not agreed before: {NAMES[3]}, 4 to 5. "
        "On the same side of agreement as before, 6 members support it more."
    ]
    answer(2, 3, 4, 4, 6, 4, 7)
    assert told(document, key, "Version 3 lost") == [
        f"Version 3 lost 2 members that had agreed before: {NAMES[3]}, 5 to 4; {NAMES[5]}, 7 to 4. "
        "On the same side of agreement as before, 1 member supports it less."
    ]


@BOTH
def test_nothing_is_said_of_moves_where_nobody_moved(answer, document, key):
    answer(2)
    assert told(document, key, "Version 3") == []
    assert told(document, key, "On the same side") == []


@BOTH
def test_a_reservation_says_with_which_version_and_where_its_member_stands_now(
    answer, document, key
):
    answer(8)
    assert told(document, key, "Harbour Mobility, an objection") == [
        "Harbour Mobility, an objection, raised with version 2, stood at 2 then, stands at 8 now: "
        "Who pays?"
    ]


def test_of_a_member_that_has_not_answered_again_only_what_it_said_is_told(answer, document):
    answer()
    assert told(document, "outcome", "Harbour Mobility, an objection") == [
        "Harbour Mobility, an objection, raised with version 2, stood at 2 then: Who pays?"
    ]


def test_several_consortia_stand_side_by_side_the_most_agreement_first(evening, document):
    database = evening.room.database

    def tables() -> list[PageTable]:
        blocks = document("outcome").blocks
        return [one for one in blocks if isinstance(one, PageTable) and "Share" in one.heads]

    assert tables() == [], "one alone is told below"
    other, members = add_consortium(database, evening.room.session_id, "Ferries", MEMBERS[:2])
    version = save_version(database, other, "A ferry each hour")
    take_position(database, version, members[0], 8)
    take_position(database, version, members[1], 5, concern=Concern("Who steers?"))
    reveal_all(database)
    (table,) = tables()
    assert [row[:4] for row in table.rows] == [
        ("Ferries", "2 of 2", percent_text(1), "1"),
        ("Yard bikes", "4 of 7", percent_text(4 / 7), "1"),
    ]
