"""The vision screen: write, compare, and take everybody's position by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.i18n import lazy
from kdc_desktop.model.consortia import Member
from kdc_desktop.screens.kit.palette import DARK, LIGHT, Palette, contrast
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.heat import heat_colour, ink_on
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.questions import vision_page
from kdc_desktop.services.visions.reservations import Concern, raise_reservation
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import EVENING, ConsortiumRoom, add_consortium, make_consortium

T = TypeVar("T", bound=QObject)
FIRST = "Every yard shares a cargo bike."
SECOND = "Every yard shares a cargo bike, insured and stored indoors."


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def opened(qtbot: QtBot, theme: Theme, room: ConsortiumRoom, session_id: int = 0) -> VisionScreen:
    screen = VisionScreen(theme, room.database, session_id or room.session_id)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.panel)
    room.database.subscribe(screen.on_changes)
    screen.resize(900, 650)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.setFocus()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: ConsortiumRoom) -> VisionScreen:
    save_version(room.database, room.consortium_id, FIRST)
    return opened(qtbot, theme, room)


def page(room: ConsortiumRoom) -> VisionPage:
    return vision_page(room.database, room.consortium_id)


def latest(room: ConsortiumRoom) -> VersionRow:
    found = page(room).latest
    assert found is not None
    return found


def here(screen: VisionScreen) -> tuple[StakeholderRow, VersionRow]:
    found = screen.matrix.current()
    assert found is not None
    return found


def shown_slide(screen: VisionScreen) -> VisionSlide:
    found = screen.slide()
    assert isinstance(found, VisionSlide)
    return found


def child(parent: QWidget, kind: type[T], name: str = "") -> T:
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None
    return found


def levels(room: ConsortiumRoom) -> list[int | None]:
    return [member.levels[-1] for member in page(room).members]


def shown_button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_the_first_version_is_written_from_the_empty_screen(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom
) -> None:
    screen = opened(qtbot, theme, room)
    QTest.mouseClick(shown_button(screen, "Write version 1"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(screen.editor.text_edit, FIRST)
    QTest.keyClick(screen.editor.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert latest(room).text == FIRST
    assert screen.statement.text == FIRST
    assert not screen.editor.is_open
    assert screen.matrix.isVisible()


def test_an_unsaved_version_comes_back_when_it_is_opened_again(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_W)
    assert screen.editor.is_open
    QTest.keyClicks(screen.editor.text_edit, " And dry.")
    QTest.keyClick(screen.editor.text_edit, Qt.Key.Key_Escape)
    assert screen.editor_card.isHidden()
    screen.write()
    assert screen.editor.text_edit.toPlainText() == FIRST + " And dry."
    QTest.mouseClick(screen.editor.save_button, Qt.MouseButton.LeftButton)
    assert latest(room).number == 2


def test_the_same_text_is_refused_in_words_and_stays_open(
    qtbot: QtBot, screen: VisionScreen
) -> None:
    screen.write()
    with qtbot.waitSignal(screen.problem) as told:
        QTest.mouseClick(screen.editor.save_button, Qt.MouseButton.LeftButton)
    assert "exactly this" in told.args[0]
    assert screen.editor.is_open


def test_everybody_answers_by_digits_and_n(screen: VisionScreen, room: ConsortiumRoom) -> None:
    for digit in (7, 6, 5, 8, 6, 4, 7):
        QTest.keyClick(screen.matrix, Qt.Key(Qt.Key.Key_0 + digit))
        QTest.keyClick(screen.matrix, Qt.Key.Key_N)
    assert levels(room) == [7, 6, 5, 8, 6, 4, 7]
    assert screen.panel.headline.text() == "Not yet: one thing"
    assert screen.panel.reasons.text() == "1. North Insurance stands at 4, you agreed on 5."
    room.database.undo()
    assert levels(room)[-1] is None


def test_a_level_that_the_scale_lacks_is_refused_in_words(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    with qtbot.waitSignal(screen.problem) as told:
        QTest.keyClick(screen.matrix, Qt.Key.Key_9)
    assert "goes from 1 to 8" in told.args[0]
    assert levels(room)[0] is None


def test_arrows_move_and_delete_clears(screen: VisionScreen, room: ConsortiumRoom) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_Down)
    QTest.keyClick(screen.matrix, Qt.Key.Key_Down)
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    assert screen.matrix.spoken() == (
        "Yard committee Polaris · version 1 · 7, Agreement, one small point"
    )
    QTest.keyClick(screen.matrix, Qt.Key.Key_Delete)
    assert screen.matrix.spoken() == "Yard committee Polaris · version 1 · not yet"
    QTest.keyClick(screen.matrix, Qt.Key.Key_Up)
    assert here(screen)[0].name == "City, Transport"


def test_a_click_makes_a_cell_current(screen: VisionScreen, room: ConsortiumRoom) -> None:
    QTest.mouseClick(
        screen.matrix.viewport(),
        Qt.MouseButton.LeftButton,
        pos=screen.matrix.cell_rect(3, 0).center(),
    )
    assert here(screen)[0].name == "Cyclists' association"
    QTest.mouseClick(screen.matrix.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert here(screen)[0].name == "Cyclists' association"


def test_enter_asks_for_the_reason_and_a_reservation(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_Return)
    dialog = child(screen, PositionDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_3)
    QTest.keyClicks(dialog.reason_edit, "Bikes get stolen")
    QTest.keyClicks(dialog.move_edit, "A lock")
    dialog.reservation_check.click()
    QTest.keyClick(dialog.reason_edit, Qt.Key.Key_Return)
    assert "reservation" in dialog.problem_label.text()
    QTest.keyClicks(dialog.reservation_edit, "Only indoors")
    QTest.keyClicks(dialog.owner_edit, "Aino")
    dialog.objection_check.click()
    QTest.keyClick(dialog.reason_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    now = page(room)
    position = now.positions[room.members[0], latest(room).id]
    assert (position.level, position.reason, position.would_move) == (
        3,
        "Bikes get stolen",
        "A lock",
    )
    row = now.reservations[0]
    assert (row.text, row.owner, row.objection) == ("Only indoors", "Aino", True)


def test_a_position_without_a_level_is_not_saved(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    screen.cells.ask_more_here()
    dialog = child(screen, PositionDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.problem_label.text() == "Choose where the member stands first."
    dialog.reject()
    assert page(room).positions == {}


def test_reservations_are_settled_beside_the_map(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    vision_id = latest(room).id
    key = raise_reservation(room.database, vision_id, room.members[5], Concern("Indoors", True))
    QTest.mouseClick(
        child(screen.panel, QPushButton, f"addressed_{key}"), Qt.MouseButton.LeftButton
    )
    row = page(room).reservations[0]
    assert (row.state, row.answer) == ("addressed", "Addressed in version 1")
    QTest.mouseClick(child(screen.panel, QPushButton, f"open_{key}"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(
        child(screen.panel, QPushButton, f"name_owner_{key}"), Qt.MouseButton.LeftButton
    )
    owner = child(screen.panel, QLineEdit, f"owner_{key}")
    QTest.keyClicks(owner, "Aino")
    QTest.keyClick(owner, Qt.Key.Key_Return)
    row = page(room).reservations[0]
    assert (row.state, row.owner) == ("open", "Aino")


def test_commitments_are_added_and_ticked_off(screen: VisionScreen, room: ConsortiumRoom) -> None:
    panel = screen.panel.commitments
    panel.member_combo.setCurrentIndex(1)
    QTest.keyClicks(panel.what_edit, "A storage room")
    QTest.mouseClick(panel.commit_button, Qt.MouseButton.LeftButton)
    row = page(room).commitments[0]
    assert (row.member, row.what, panel.what_edit.text()) == (
        "City, Transport",
        "A storage room",
        "",
    )
    child(panel, QCheckBox, f"commitment_{row.id}").click()
    assert page(room).commitments[0].done


def test_what_changed_is_marked_and_what_went_out_can_be_shown(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    save_version(room.database, room.consortium_id, SECOND, "The insurer asked")
    assert screen.statement.accessibleDescription() == "New: insured and stored indoors"
    assert screen.note_label.text() == "The insurer asked"
    save_version(room.database, room.consortium_id, "Every yard shares a bike.")
    QTest.mouseClick(screen.pills.pills["compare"], Qt.MouseButton.LeftButton)
    assert "cargo" in screen.statement.text
    QTest.mouseClick(screen.pills.pills["version_1"], Qt.MouseButton.LeftButton)
    assert screen.statement.text == FIRST
    assert here(screen)[1].number == 1


def test_markup_in_a_vision_is_shown_as_it_was_written(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    save_version(room.database, room.consortium_id, "<b>Every</b> yard & <img src=x>")
    assert screen.statement.text == "<b>Every</b> yard & <img src=x>"


def test_readings_are_kept_when_their_line_is_left(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.mouseClick(screen.pills.pills["readings"], Qt.MouseButton.LeftButton)
    edit = screen.readings.edits[room.members[0]]
    edit.setFocus()
    QTest.keyClicks(edit, "More bikes sold")
    screen.readings.edits[room.members[1]].setFocus()
    assert list(page(room).readings.values()) == ["More bikes sold"]
    assert screen.pills.pills["readings"].words == "Readings 1 of 7"


def test_more_consortia_than_pills_become_a_list(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom
) -> None:
    others = [add_consortium(room.database, room.session_id, f"Group {n}")[0] for n in range(3)]
    screen = opened(qtbot, theme, room)
    assert screen.chooser.row.pills[str(others[0])].words == "Group 0 · no vision"
    QTest.mouseClick(screen.chooser.row.pills[str(others[0])], Qt.MouseButton.LeftButton)
    assert screen.name_label.text() == "Group 0"
    for n in range(4):
        add_consortium(room.database, room.session_id, f"More {n}")
    assert screen.chooser.combo.isVisible()
    assert screen.chooser.combo.count() == 8
    screen.show_consortium(others[1])
    assert screen.chooser.combo.currentText() == "Group 1 · no vision"


def test_without_consortia_the_screen_says_where_to_form_them(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom
) -> None:
    empty = plan_session(room.database, "Empty", EVENING, templates()[0])
    screen = opened(qtbot, theme, room, empty)
    with qtbot.waitSignal(screen.consortia_wanted):
        QTest.mouseClick(shown_button(screen, "Go to the consortia"), Qt.MouseButton.LeftButton)
    assert screen.slide() is None


def test_the_room_sees_dots_without_sectors_unless_it_is_asked_for(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    slide = shown_slide(screen)
    assert (slide.statement, slide.version, slide.waiting) == (FIRST, 1, 6)
    assert [(slide.scale[dot.level], dot.sector) for dot in slide.positions] == [
        ("Agreement, one small point", "")
    ]
    assert slide.scale[slide.agreed or 0] == "Abstain"
    child(screen, QAction, "act_show_sectors").trigger()
    assert shown_slide(screen).positions[0].sector == "C"


def test_the_map_is_copied_as_a_spreadsheet_reads_it(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    screen.matrix.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[:2] == ["Member\tRole\tV1\tTrend", "Harbour Mobility\tLead\t7\t"]
    assert len(lines) == 8


def test_an_observer_is_passed_over(screen: VisionScreen, room: ConsortiumRoom) -> None:
    with room.database.edit(lazy("Observe")) as edit:
        edit.get_one(Member, room.members[1]).role = MemberRole.OBSERVER
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    QTest.keyClick(screen.matrix, Qt.Key.Key_N)
    assert here(screen)[0].name == "Yard committee Polaris"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_level_can_be_read_on_its_colour(palette: Palette) -> None:
    for scale in SCALES.values():
        for level in scale.levels:
            colour = heat_colour(scale.heat(level.value), palette)
            assert contrast(ink_on(colour), colour) >= 4.5, (scale.key, level.value)
