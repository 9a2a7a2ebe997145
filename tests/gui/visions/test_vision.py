"""The vision screen: write, compare, and take everybody's position by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.model import Member
from kdc_desktop.screens.kit.palette import DARK, LIGHT, contrast
from kdc_desktop.screens.visions.heat import heat_colour, ink_on
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.questions import vision_page
from kdc_desktop.services.visions.reservations import Concern, raise_reservation
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import EVENING, add_consortium, make_consortium

FIRST = "Every yard shares a cargo bike."
SECOND = "Every yard shares a cargo bike, insured and stored indoors."


@pytest.fixture
def room(tmp_path):
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def opened(qtbot, theme, room, session_id=None):
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
def screen(qtbot, theme, room):
    save_version(room.database, room.consortium_id, FIRST)
    return opened(qtbot, theme, room)


def page(room):
    return vision_page(room.database, room.consortium_id)


def levels(room):
    return [member.levels[-1] for member in page(room).members]


def shown_button(widget, text):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_the_first_version_is_written_from_the_empty_screen(qtbot, theme, room):
    screen = opened(qtbot, theme, room)
    QTest.mouseClick(shown_button(screen, "Write version 1"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(screen.editor.text_edit, FIRST)
    QTest.keyClick(screen.editor.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page(room).latest.text == FIRST
    assert screen.statement.text == FIRST
    assert not screen.editor.is_open
    assert screen.matrix.isVisible()


def test_an_unsaved_version_comes_back_when_it_is_opened_again(screen, room):
    QTest.keyClick(screen.matrix, Qt.Key.Key_W)
    assert screen.editor.is_open
    QTest.keyClicks(screen.editor.text_edit, " And dry.")
    QTest.keyClick(screen.editor.text_edit, Qt.Key.Key_Escape)
    assert not screen.editor.is_open
    screen.write()
    assert screen.editor.text_edit.toPlainText() == FIRST + " And dry."
    QTest.mouseClick(screen.editor.save_button, Qt.MouseButton.LeftButton)
    assert page(room).latest.number == 2


def test_the_same_text_is_refused_in_words_and_stays_open(qtbot, screen):
    screen.write()
    with qtbot.waitSignal(screen.problem) as told:
        QTest.mouseClick(screen.editor.save_button, Qt.MouseButton.LeftButton)
    assert "exactly this" in told.args[0]
    assert screen.editor.is_open


def test_everybody_answers_by_digits_and_n(screen, room):
    for digit in (7, 6, 5, 8, 6, 4, 7):
        QTest.keyClick(screen.matrix, Qt.Key(Qt.Key.Key_0 + digit))
        QTest.keyClick(screen.matrix, Qt.Key.Key_N)
    assert levels(room) == [7, 6, 5, 8, 6, 4, 7]
    assert screen.panel.headline.text() == "Not yet: one thing"
    assert screen.panel.reasons.text() == "1. North Insurance stands at 4, you agreed on 5."
    room.database.undo()
    assert levels(room)[-1] is None


def test_a_level_that_the_scale_lacks_is_refused_in_words(qtbot, screen, room):
    with qtbot.waitSignal(screen.problem) as told:
        QTest.keyClick(screen.matrix, Qt.Key.Key_9)
    assert "goes from 1 to 8" in told.args[0]
    assert levels(room)[0] is None


def test_arrows_move_and_delete_clears(screen, room):
    QTest.keyClick(screen.matrix, Qt.Key.Key_Down)
    QTest.keyClick(screen.matrix, Qt.Key.Key_Down)
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    assert screen.matrix.spoken() == (
        "Yard committee Polaris · version 1 · 7, Agreement, one small point"
    )
    QTest.keyClick(screen.matrix, Qt.Key.Key_Delete)
    assert screen.matrix.spoken() == "Yard committee Polaris · version 1 · not yet"
    QTest.keyClick(screen.matrix, Qt.Key.Key_Up)
    assert screen.matrix.current()[0].name == "City, Transport"


def test_a_click_makes_a_cell_current(screen, room):
    QTest.mouseClick(
        screen.matrix.viewport(),
        Qt.MouseButton.LeftButton,
        pos=screen.matrix.cell_rect(3, 0).center(),
    )
    assert screen.matrix.current()[0].name == "Cyclists' association"
    QTest.mouseClick(screen.matrix.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert screen.matrix.current()[0].name == "Cyclists' association"


def test_enter_asks_for_the_reason_and_a_reservation(qtbot, screen, room):
    QTest.keyClick(screen.matrix, Qt.Key.Key_Return)
    dialog = screen.findChild(PositionDialog)
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
    position = now.positions[room.members[0], now.latest.id]
    assert (position.level, position.reason, position.would_move) == (
        3,
        "Bikes get stolen",
        "A lock",
    )
    row = now.reservations[0]
    assert (row.text, row.owner, row.objection) == ("Only indoors", "Aino", True)


def test_a_position_without_a_level_is_not_saved(screen, room):
    screen.cells.ask_more_here()
    dialog = screen.findChild(PositionDialog)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.problem_label.text() == "Choose where the member stands first."
    dialog.reject()
    assert page(room).positions == {}


def test_reservations_are_settled_beside_the_map(screen, room):
    vision_id = page(room).latest.id
    key = raise_reservation(room.database, vision_id, room.members[5], Concern("Indoors", True))
    QTest.mouseClick(
        screen.panel.findChild(QPushButton, f"addressed_{key}"), Qt.MouseButton.LeftButton
    )
    row = page(room).reservations[0]
    assert (row.state, row.answer) == ("addressed", "Addressed in version 1")
    QTest.mouseClick(screen.panel.findChild(QPushButton, f"open_{key}"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(
        screen.panel.findChild(QPushButton, f"name_owner_{key}"), Qt.MouseButton.LeftButton
    )
    owner = screen.panel.findChild(QLineEdit, f"owner_{key}")
    QTest.keyClicks(owner, "Aino")
    QTest.keyClick(owner, Qt.Key.Key_Return)
    row = page(room).reservations[0]
    assert (row.state, row.owner) == ("open", "Aino")


def test_commitments_are_added_and_ticked_off(screen, room):
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
    panel.findChild(QCheckBox, f"commitment_{row.id}").click()
    assert page(room).commitments[0].done


def test_what_changed_is_marked_and_what_went_out_can_be_shown(screen, room):
    save_version(room.database, room.consortium_id, SECOND, "The insurer asked")
    assert screen.statement.accessibleDescription() == "New: insured and stored indoors"
    assert screen.note_label.text() == "The insurer asked"
    save_version(room.database, room.consortium_id, "Every yard shares a bike.")
    QTest.mouseClick(screen.pills.pills["compare"], Qt.MouseButton.LeftButton)
    assert "cargo" in screen.statement.text
    QTest.mouseClick(screen.pills.pills["version_1"], Qt.MouseButton.LeftButton)
    assert screen.statement.text == FIRST
    assert screen.matrix.current()[1].number == 1


def test_markup_in_a_vision_is_shown_as_it_was_written(screen, room):
    save_version(room.database, room.consortium_id, "<b>Every</b> yard & <img src=x>")
    assert screen.statement.text == "<b>Every</b> yard & <img src=x>"


def test_readings_are_kept_when_their_line_is_left(screen, room):
    QTest.mouseClick(screen.pills.pills["readings"], Qt.MouseButton.LeftButton)
    edit = screen.readings.edits[room.members[0]]
    edit.setFocus()
    QTest.keyClicks(edit, "More bikes sold")
    screen.readings.edits[room.members[1]].setFocus()
    assert list(page(room).readings.values()) == ["More bikes sold"]
    assert screen.pills.pills["readings"].words == "Readings 1 of 7"


def test_more_consortia_than_pills_become_a_list(qtbot, theme, room):
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


def test_without_consortia_the_screen_says_where_to_form_them(qtbot, theme, room):
    empty = plan_session(room.database, "Empty", EVENING, templates()[0])
    screen = opened(qtbot, theme, room, empty)
    with qtbot.waitSignal(screen.consortia_wanted):
        QTest.mouseClick(shown_button(screen, "Go to the consortia"), Qt.MouseButton.LeftButton)
    assert screen.slide() is None


def test_the_room_sees_dots_without_sectors_unless_it_is_asked_for(screen, room):
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    slide = screen.slide()
    assert (slide.statement, slide.version, slide.waiting) == (FIRST, 1, 6)
    assert [(slide.scale[dot.level], dot.sector) for dot in slide.positions] == [
        ("Agreement, one small point", "")
    ]
    assert slide.scale[slide.agreed] == "Abstain"
    screen.findChild(type(screen.actions()[0]), "act_show_sectors").trigger()
    assert screen.slide().positions[0].sector == "C"


def test_the_map_is_copied_as_a_spreadsheet_reads_it(screen, room):
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    screen.matrix.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[:2] == ["Member\tRole\tV1\tTrend", "Harbour Mobility\tLead\t7\t"]
    assert len(lines) == 8


def test_an_observer_is_passed_over(screen, room):
    with room.database.edit("Observe") as edit:
        edit.get_one(Member, room.members[1]).role = "observer"
    QTest.keyClick(screen.matrix, Qt.Key.Key_7)
    QTest.keyClick(screen.matrix, Qt.Key.Key_N)
    assert screen.matrix.current()[0].name == "Yard committee Polaris"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_level_can_be_read_on_its_colour(palette):
    for scale in SCALES.values():
        for level in scale.levels:
            colour = heat_colour(scale.heat(level.value), palette)
            assert contrast(ink_on(colour), colour) >= 4.5, (scale.key, level.value)
