"""What stands on paper and what stands on the wall is one thing."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.seating.names_slide import NamesSlide
from kdc_desktop.audience.seating.tables_slide import TablesSlide
from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import CardSheet, Document
from kdc_desktop.domain.seating.stages import KINDS
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.screens.seating.room import RoomTables
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.services.seating.questions import seating
from kdc_desktop.services.sessions.agenda import add_stage
from tests.rooms.tables_room import make_tables_room


def _cards(made: object) -> CardSheet:
    assert isinstance(made, Document)
    (sheet,) = made.blocks
    assert isinstance(sheet, CardSheet)
    return sheet


def test_paper_and_wall_count_the_rounds_of_a_stage_alike(
    qapp: QApplication, tmp_path: Path
) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    room.seat(rounds=2)
    other = add_stage(room.database, 1, KINDS[0])
    wish = Wish(RoundKind.SPEED, 2, 3)
    keep_plan(room.database, 1, other, plan_rounds(room.database, 1, other, wish))
    on_paper = {
        one.below for one in _cards(make_pages(room.database, kinds.SEATING_CARDS, 1)).cards
    }
    on_the_wall = set()
    for stage_id in (room.stage_id, other):
        kept = seating(room.database, 1, stage_id)
        for round_ in kept.rounds:
            slide = RoomTables().slide(kept, round_, "Find your table")
            assert isinstance(slide, TablesSlide | NamesSlide)
            on_the_wall.add(slide.below.split(" · ")[-1])
    assert {one.split(": ")[-1].lower() for one in on_paper} == on_the_wall
    assert len(on_paper) == 5
    room.database.close()


def test_two_of_one_name_and_organisation_are_told_apart_on_paper_and_wall(
    qapp: QApplication, tmp_path: Path
) -> None:
    room = make_tables_room(tmp_path / "club.kdc")
    with room.database.edit(lazy("The same name")) as edit:
        one, other = (edit.get_one(Person, key) for key in room.people[:2])
        other.name, other.organisation_id = one.name, one.organisation_id
        one.email, other.email = "jane@home.example", "roe@work.example"
        name = one.name
    room.seat()
    kept = seating(room.database, 1, room.stage_id)
    here = RoomTables()
    tables = here.slide(kept, kept.rounds[0], "Find your table")
    here.turn_names(kept.rounds[0])
    names = here.slide(kept, kept.rounds[0], "Find your table")
    assert isinstance(tables, TablesSlide)
    assert isinstance(names, NamesSlide)
    slips = _cards(make_pages(room.database, kinds.SEAT_SLIPS, 1)).cards
    cards = _cards(make_pages(room.database, kinds.SEATING_CARDS, 1)).cards
    seen = (
        [seat.organisation for card in tables.cards for seat in card.seats if seat.name == name],
        [line.apart for line in names.lines if line.name == name],
        [slip.below for slip in slips if slip.title == name],
        [whence for card in cards for who, whence in card.pairs if who == name],
    )
    for told in seen:
        assert len(set(told)) == 2
        assert not any("home.example" in one and "jane@" in one for one in told)
    room.database.close()
