"""The screen of tables: seat, look, use, move by hand, tick what met, write what came of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.audience.seating.names_slide import NamesSlide
from kdc_desktop.audience.seating.tables_slide import TablesSlide
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.jobs import Jobs
from kdc_desktop.model import Cluster, Idea
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.seating.tables_screen import TablesScreen
from kdc_desktop.services.sessions.questions import stages
from tests.rooms.tables_room import TablesRoom, make_tables_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[TablesRoom]:
    made = make_tables_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: TablesRoom) -> TablesScreen:
    return opened(qtbot, theme, room)


def opened(qtbot: QtBot, theme: Theme, room: TablesRoom) -> TablesScreen:
    jobs = Jobs()
    made = TablesScreen(theme, room.database, 1, jobs)
    jobs.setParent(made)
    qtbot.addWidget(made)
    room.database.subscribe(made.on_changes)
    stage = next(one for one in stages(room.database, 1) if one.id == room.stage_id)
    made.show_stage(stage)
    made.resize(1100, 800)
    made.show()
    return made


def search(qtbot: QtBot, screen: TablesScreen) -> None:
    screen.setFocus()
    qtbot.keyClick(screen, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not screen.planned.running)


def focus(screen: TablesScreen, person_id: int) -> None:
    screen.columns.focus_card(CardKey.of_person(person_id))
    screen.columns.setFocus()


def said_by(screen: TablesScreen) -> list[str]:
    found: list[str] = []
    screen.problem.connect(found.append)
    screen.said.connect(found.append)
    return found


def test_everybody_is_seated_looked_at_and_used(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    assert screen.stack.currentWidget() is screen.empty
    screen.seats_spin.setValue(5)
    qtbot.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.planned.plan is not None)
    assert len(screen.columns.columns) == 4
    assert screen.report_label.text() == (
        "Nobody sits with somebody they have met before. "
        "Sectors are spread as evenly as they can be."
    )
    assert list(room.rounds) == []
    qtbot.mouseClick(screen.use_button, Qt.MouseButton.LeftButton)
    assert [len(one.tables) for one in room.rounds] == [4]
    assert screen.title_label.text() == "Break: 20 people, 4 tables"
    assert not screen.use_button.isVisible()


def test_another_seating_is_looked_at_and_left_again(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat()
    before = room.names()
    search(qtbot, screen)
    assert [[card.title for card in one.cards] for one in screen.columns.columns] != before
    qtbot.keyClick(screen.columns, Qt.Key.Key_Backspace)
    assert screen.planned.plan is None
    assert [[card.title for card in one.cards] for one in screen.columns.columns] == before


def test_keys_move_swap_pin_host_and_free(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat()
    first, second = (table.seats[0].person.person_id for table in room.rounds[0].tables[:2])
    focus(screen, first)
    qtbot.keyClick(screen.columns, Qt.Key.Key_M)
    assert room.rounds[0].table_of(first) == room.rounds[0].tables[1]
    qtbot.keyClick(screen.columns, Qt.Key.Key_4)
    assert room.rounds[0].table_of(first) == room.rounds[0].tables[3]
    qtbot.keyClick(screen.columns, Qt.Key.Key_X)
    focus(screen, second)
    qtbot.keyClick(screen.columns, Qt.Key.Key_X)
    assert room.rounds[0].table_of(first) == room.rounds[0].tables[1]
    assert room.rounds[0].table_of(second) == room.rounds[0].tables[3]
    for key in (Qt.Key.Key_P, Qt.Key.Key_H):
        qtbot.keyClick(screen.columns, key)
    seat = next(seat for seat in room.rounds[0].tables[3].seats if seat.person.person_id == second)
    assert (seat.pinned, seat.role) == (True, SeatRole.HOST)
    qtbot.keyClick(screen.columns, Qt.Key.Key_Delete)
    assert room.rounds[0].table_of(second) is None
    assert screen.columns.columns[-1].title == "No seat yet"


def test_a_card_falls_on_another_table(screen: TablesScreen, room: TablesRoom) -> None:
    room.seat()
    card, target = screen.columns.columns[0].cards[0], screen.columns.columns[2]
    screen.columns.dropped.emit(card, target)
    assert room.rounds[0].table_of(card.person_ids[0]) == room.rounds[0].tables[2]


def test_a_plan_is_used_before_it_is_changed(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    search(qtbot, screen)
    told = said_by(screen)
    screen.columns.setFocus()
    qtbot.keyClick(screen.columns, Qt.Key.Key_M)
    assert told == ["These tables are not used yet: press C first, then change them."]


def test_late_arrivals_are_offered_a_seat(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat()
    assert not screen.arrivals_button.isVisible()
    late = room.comes("Late Guest")
    assert screen.arrivals_button.text() == "Seat 1 who came late"
    qtbot.mouseClick(screen.arrivals_button, Qt.MouseButton.LeftButton)
    assert room.rounds[0].table_of(late) is not None
    room.leaves(late)
    assert screen.arrivals_button.text() == "Free 1 seat"


def test_a_table_and_a_round_are_ticked_as_met(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat()
    focus(screen, room.rounds[0].tables[1].seats[0].person.person_id)
    qtbot.keyClick(screen.columns, Qt.Key.Key_K)
    assert [table.met_at is not None for table in room.rounds[0].tables] == [
        *(False, True),
        *(False, False),
    ]
    qtbot.keyClick(screen.columns, Qt.Key.Key_B)
    assert not room.rounds[0].tables[1].seats[0].came
    qtbot.keyClick(screen.columns, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert room.rounds[0].met


def test_what_tables_worked_out_is_written_one_after_the_other(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat()
    panel = screen.inspector()
    assert panel is not None
    panel.setParent(None)
    qtbot.addWidget(panel)
    panel.show()
    line = screen._inspector.results.line
    qtbot.keyClicks(line, "Share the yards")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClicks(line, "One ticket")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    with room.database.read() as snapshot:
        names = dict(snapshot.execute(select(Cluster.id, Cluster.name)).all())
        ideas = snapshot.scalars(select(Idea).where(Idea.author_text != ""))
        assert [(one.text, names[one.cluster_id or 0]) for one in ideas] == [
            ("Share the yards", "Table A"),
            ("One ticket", "Table B"),
        ]
    assert line.text() == ""


def test_somebody_is_found_by_the_beginning_of_a_name(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat(rounds=2)
    qtbot.keyClicks(screen.find_edit, "oja aino")
    assert screen.columns.card is not None
    assert screen.columns.card.title == "Aino Oja"
    where = screen._inspector.where.text().split("\n")
    assert [line.split(":")[0] for line in where] == ["Round 1", "Round 2"]


def test_the_room_sees_the_first_round_that_has_not_met(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat(rounds=2)
    sight = Sight(screen.stage, None)
    slide = screen.slide_of(sight)
    assert isinstance(slide, TablesSlide)
    assert [len(card.seats) for card in slide.cards] == [5, 5, 5, 5]
    focus(screen, room.people[0])
    qtbot.keyClick(screen.columns, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    second = screen.slide_of(sight)
    assert isinstance(second, TablesSlide)
    assert second.below == "20 people, 4 tables · round 2 of 2"
    qtbot.keyClick(screen.columns, Qt.Key.Key_PageDown)
    qtbot.keyClick(screen.columns, Qt.Key.Key_A)
    names = screen.slide_of(sight)
    assert isinstance(names, NamesSlide)
    assert [len(line.tables) for line in names.lines] == [2] * 20
    assert names.now == 1


def test_a_round_of_one_two_four_goes_on_step_by_step(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat(RoundKind.ONE_TWO_FOUR, 4)
    told = said_by(screen)
    screen.columns.setFocus()
    qtbot.keyClick(screen.columns, Qt.Key.Key_N)
    slide = screen.slide_of(Sight(screen.stage, None))
    assert isinstance(slide, TablesSlide)
    assert (told, slide.step) == (["2: tell each other"], 1)
    assert [seat.pair for seat in slide.cards[0].seats] == [1, 1, 2, 2]  # type: ignore[attr-defined]


def test_the_fields_say_what_is_seen_or_that_it_is_not_seated_yet(
    qtbot: QtBot, screen: TablesScreen, room: TablesRoom
) -> None:
    room.seat(seats=7)
    assert (screen.seats_spin.value(), screen.report_label.text()) == (7, "")
    screen.kind_choice.setFocus()
    qtbot.keyClick(screen.kind_choice, Qt.Key.Key_Down)
    assert screen.kind_choice.currentText() == "1-2-4-All"
    assert screen.title_label.text() == "Break: 20 people, 3 tables"
    assert screen.report_label.text() == (
        "These are still the tables of before (Break). S seats everybody anew."
    )
    told = said_by(screen)
    search(qtbot, screen)
    assert screen.report_label.text().endswith(
        "C puts this in the place of what has not met yet: Break."
    )
    qtbot.keyClick(screen.columns, Qt.Key.Key_C)
    assert told == ["That took the place of: Break. Ctrl+Z brings it back."]
    room.database.undo()
    assert screen.title_label.text() == "Break: 20 people, 3 tables"
    assert screen.kind_choice.currentText() == "Break"
    assert (screen.seats_spin.value(), screen.report_label.text()) == (7, "")


def test_nobody_can_be_seated_in_an_empty_room(screen: TablesScreen, room: TablesRoom) -> None:
    for person_id in room.people:
        room.leaves(person_id)
    assert screen.empty.findChild(QPushButton) is not None
    assert screen.empty.accessibleName() == "Nobody is here yet"
    assert not screen.seat_button.isVisible()
