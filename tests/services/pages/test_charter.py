"""The charter says what a consortium is, where each member stands, and what is still open."""

import pytest
from sqlalchemy import select

from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.domain.pages.values import Bullets, Document, Heading, PageBreak, PageTable
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Reading
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.pages.charter import charter_of
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from tests.rooms.page_words import words_in
from tests.rooms.statements import queries_of
from tests.rooms.years_room import HIDDEN, live_on


@pytest.fixture
def years(evening):
    return live_on(evening)


def tables(blocks) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each table by what its last column is called."""
    return {one.heads[-1]: list(one.rows) for one in blocks if isinstance(one, PageTable)}


def test_a_charter_has_all_that_is_handed_over(evening, years, room) -> None:
    made = charter_of(room.database, evening.consortium_id)
    assert [one.text for one in made.blocks if isinstance(one, Heading)] == [
        "Yard bikes",
        "The vision",
        "Who is in it, and what it means for them",
        "Where each stands",
        "What is at stake",
        "Commitments",
        "Open points",
    ]
    told = tables(made.blocks)
    members = {row[0]: row for row in told["What it means for us"]}
    assert members["Yard committee Polaris"][-1] == "Fewer cars"
    cyclists = "Cyclists' association, Third sector"
    assert members[cyclists][-1] == "A shed of our own (said of version 1)"
    assert told["Served by the last version"] == [("Harbour Mobility", "Dry bicycles", "partly")]
    assert [row[2] for row in told["What"]] == ["Two yards"]
    (points,) = [one for one in made.blocks[-1:] if isinstance(one, Bullets)]
    assert points.items[0].startswith("Harbour Mobility, an objection, open, Helmi Ainonen takes")


def test_each_stands_where_its_last_answer_was_and_who_left_is_told_apart(
    evening, years, room
) -> None:
    made = charter_of(room.database, evening.consortium_id)
    stands = {row[0]: row[1] for row in tables(made.blocks)["Version"]}
    assert stands["Harbour Mobility"].startswith("3 ")
    assert "University, Urban lab" not in stands
    left = "University, Urban lab left on 03.11.2026, and handed over to North Insurance."
    assert left in words_in(made)


def test_a_project_that_was_born_outside_has_one_too_without_what_is_not_revealed(
    years, room
) -> None:
    made = charter_of(room.database, years.project_id)
    words = "\n".join(words_in(made))
    assert HIDDEN not in words
    assert "Who: Kindergartens" in words
    assert "State: running, since" in words
    stands = [row[1] for row in tables(made.blocks)["Version"]]
    assert stands == ["6 “Support with reservations”", "has not answered yet"]


def test_a_session_has_a_charter_for_each_consortium_on_its_own_page(years, room) -> None:
    made = make_pages(room.database, BY_KEY["charter"], years.session_id)
    titles = [one.text for one in made.blocks if isinstance(one, Heading) and one.level == 1]
    assert titles == ["Yard bikes", "Waste heat"]
    assert sum(isinstance(one, PageBreak) for one in made.blocks) == 1


def test_the_charter_of_one_consortium_tells_nothing_of_another(years, room) -> None:
    made = make_pages(room.database, BY_KEY["charter"], years.session_id)
    at = next(place for place, one in enumerate(made.blocks) if isinstance(one, PageBreak))
    parts = (made.blocks[:at], made.blocks[at + 1 :])
    bikes, heat = ("\n".join(words_in(Document("", "", part))) for part in parts)
    said = ("Two yards", "Who pays?", "Dry bicycles", "The first tomato")
    assert [(one in bikes, one in heat) for one in said] == [(True, False)] * 3 + [(False, True)]
    assert "Waste heat" not in bikes
    assert "Yard bikes" not in heat


def test_where_nobody_has_said_what_it_means_for_them_there_is_no_empty_column(
    evening, room
) -> None:
    def heads() -> list[tuple[str, ...]]:
        blocks = charter_of(room.database, evening.consortium_id).blocks
        return [one.heads for one in blocks if isinstance(one, PageTable)]

    assert "What it means for us" in heads()[0]
    with room.database.edit(lazy("Nothing was read")) as edit:
        edit.remove_rows(Reading, edit.scalars(select(Reading.id)).all())
    assert heads()[0] == ("Member", "Role", "Since")


def test_what_was_let_go_has_no_reasons_why_it_cannot_go(evening, years, room) -> None:
    let_go(room.database, evening.consortium_id)
    words = "\n".join(words_in(charter_of(room.database, evening.consortium_id)))
    assert "Still looked for" not in words


def test_a_consortium_that_is_gone_is_said_in_a_sentence(room) -> None:
    with pytest.raises(UserError):
        charter_of(room.database, 99)


def test_a_charter_of_many_askings_costs_no_more_questions(evening, years, room) -> None:
    few = len(queries_of(lambda: charter_of(room.database, evening.consortium_id)))
    for level in range(1, 5):
        asked = open_asking(room.database, evening.consortium_id)
        take_position(room.database, evening.versions[1], evening.members[0], level)
        reveal(room.database, asked)
    assert len(queries_of(lambda: charter_of(room.database, evening.consortium_id))) == few <= 40
