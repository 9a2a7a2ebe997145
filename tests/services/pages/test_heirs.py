"""What a member minded that has left is told with who answers for it."""

import pytest

from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.domain.pages.values import Heading, PageTable
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.pages.making import make_pages
from tests.rooms.page_words import words_in


def words(evening, key) -> str:
    database, session_id = evening.room.database, evening.room.session_id
    return " ".join(words_in(make_pages(database, BY_KEY[key], session_id)))


@pytest.mark.parametrize("key", ["outcome", "minutes", "charter"])
def test_who_has_left_does_not_answer_for_it(evening, key) -> None:
    first, second, third = evening.members[:3]
    assert "has left" not in words(evening, key)
    leave(evening.room.database, first, handed_to_id=second)
    assert "Harbour Mobility, which has left, and City, Transport answers for it" in words(
        evening, key
    )
    leave(evening.room.database, second, handed_to_id=third)
    told = words(evening, key)
    assert "Harbour Mobility, which has left, and Yard committee Polaris answers for it" in told


def test_the_heir_minds_it_in_the_table_of_organisations(evening) -> None:
    first, second = evening.members[:2]
    leave(evening.room.database, first, handed_to_id=second)
    made = list(
        make_pages(evening.room.database, BY_KEY["outcome"], evening.room.session_id).blocks
    )
    table = made[made.index(Heading("By organisation")) + 1]
    assert isinstance(table, PageTable)
    minded = {row[0]: row[3] for row in table.rows}
    assert minded["City, Transport"] == "Who pays? (from Harbour Mobility, which has left)"
    assert "Harbour Mobility" not in minded


def test_without_an_heir_it_is_said_that_it_has_left(evening) -> None:
    leave(evening.room.database, evening.members[0])
    assert "Harbour Mobility, which has left, an objection" in words(evening, "outcome")
