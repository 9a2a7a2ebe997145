"""The vision screen: write, compare, and settle what stands in the way."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Member, Person
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import text_at_stake
from kdc_desktop.screens.kit.widgets import KeyCap
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import FIRST, SECOND, child, here, latest, opened, page, shown_button
from tests.gui.window.sample_window import change
from tests.rooms.consortium_room import STARTS, ConsortiumRoom, add_consortium
from tests.rooms.vision_pages import reveal_all

TOO_LONG = "far too long " * 2000


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


def test_after_saving_it_can_be_read_whose_vision_it_is_and_what_it_says(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    screen.resize(900, 460)
    QTest.keyClick(screen.matrix, Qt.Key.Key_W)
    QTest.keyClicks(screen.editor.text_edit, " And dry.")
    with room.database.edit(lazy("Another leads")) as edit:
        edit.get_one(Member, room.members[0]).role = MemberRole.PARTNER
        edit.get_one(Member, room.members[5]).role = MemberRole.LEAD
    QTest.keyClick(screen.editor.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here(screen)[0].id == room.members[5], "all are asked anew, from the first row"
    QTest.qWait(50)
    for part in (screen.name_label, screen.statement):
        assert part.visibleRegion().boundingRect() == part.rect()
    assert screen.matrix.shows_current


def test_the_lead_comes_first(screen: VisionScreen, room: ConsortiumRoom) -> None:
    with room.database.edit(lazy("Another leads")) as edit:
        edit.get_one(Member, room.members[0]).role = MemberRole.PARTNER
        edit.get_one(Member, room.members[5]).role = MemberRole.LEAD
    assert [member.id for member in page(room).members] == [
        room.members[5],
        *(one for one in room.members if one != room.members[5]),
    ]


def test_what_saves_a_version_is_written_beside_it(screen: VisionScreen) -> None:
    screen.write()
    cap = child(screen.editor_card, KeyCap)
    assert (cap.text(), cap.isVisible()) == ("Ctrl Enter", True)


def test_the_pill_says_what_it_does_to_the_room(screen: VisionScreen, room: ConsortiumRoom) -> None:
    assert "reveal" not in screen.pills.pills, "nothing is revealed yet"
    take_position(room.database, latest(room).id, room.members[0], 7)
    reveal_all(room.database)
    pill = screen.pills.pills["reveal"]
    said = []
    for _time in range(2):
        said.append((pill.words, pill.isChecked()))
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert said == [
        ("Show the room the positions", False),
        ("Hide the positions from the room", False),
    ]


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


def test_reservations_are_settled_beside_the_map(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    concern = Concern("Indoors", True)
    take_position(room.database, latest(room).id, room.members[5], 7, concern=concern)
    key = page(room).reservations[0].id
    QTest.mouseClick(
        child(screen.panel, QPushButton, f"addressed_{key}"), Qt.MouseButton.LeftButton
    )
    row = page(room).reservations[0]
    assert (row.state, str(row.steps[-1].text)) == ("addressed", "addressed in version 1")
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


def test_escape_gives_up_what_was_written_in_a_reading(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.mouseClick(screen.pills.pills["readings"], Qt.MouseButton.LeftButton)
    edit = screen.readings.edits[room.members[0]]
    edit.setFocus()
    QTest.keyClicks(edit, "of another")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.toPlainText(), edit.hasFocus()) == ("", False)
    assert list(page(room).readings.values()) == []


def test_another_consortium_takes_no_reading_along(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    other, _members = add_consortium(room.database, room.session_id, "Another group")
    QTest.mouseClick(screen.pills.pills["readings"], Qt.MouseButton.LeftButton)
    half, long = (screen.readings.edits[member] for member in room.members[:2])
    long.setFocus()
    long.setPlainText(TOO_LONG)
    half.setFocus()
    QTest.keyClicks(half, "More bikes")
    screen.show_consortium(other)
    assert list(page(room).readings.values()) == ["More bikes"]
    assert text_at_stake(screen) == "A text that is too long to be kept goes, too."
    screen.show_consortium(room.consortium_id)
    again = [screen.readings.edits[member].toPlainText() for member in room.members[:2]]
    assert again == ["More bikes", TOO_LONG]


def test_nobody_elses_new_name_coming_or_going_touches_what_is_written_in_a_reading(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.mouseClick(screen.pills.pills["readings"], Qt.MouseButton.LeftButton)
    half, long = (screen.readings.edits[member] for member in room.members[:2])
    long.setPlainText(TOO_LONG)
    long.keep()
    half.setFocus()
    QTest.keyClicks(half, "More ")
    change(room.database, Person, "name", "Eero Salminen")
    with room.database.edit(lazy("One leaves, another leads")) as edit:
        edit.delete(edit.get_one(Member, room.members[3]))
        edit.get_one(Member, room.members[0]).role = MemberRole.PARTNER
        edit.get_one(Member, room.members[5]).role = MemberRole.LEAD
    assert list(screen.readings.edits) == [member.id for member in page(room).members]
    QCoreApplication.processEvents()
    lines = [edit.mapToGlobal(QPoint()).y() for edit in screen.readings.edits.values()]
    assert lines == sorted(set(lines))
    assert "Eero Salminen" in [label.text() for label in screen.readings.findChildren(QLabel)]
    assert screen.focusWidget() is half
    QTest.keyClicks(half, "bikes")
    half.keep()
    assert list(page(room).readings.values()) == ["More bikes"]
    assert screen.readings.edits[room.members[1]].toPlainText() == TOO_LONG


def test_a_reading_too_long_is_at_stake_while_its_member_is_there(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.mouseClick(screen.pills.pills["readings"], Qt.MouseButton.LeftButton)
    long = screen.readings.edits[room.members[1]]
    long.setFocus()
    long.setPlainText(TOO_LONG)
    with room.database.edit(lazy("One leaves")) as edit:
        edit.delete(edit.get_one(Member, room.members[1]))
    assert text_at_stake(screen) == ""
    assert screen.focusWidget() not in screen.readings.edits.values()
    room.database.undo()
    assert screen.readings.edits[room.members[1]].toPlainText() == TOO_LONG
    assert text_at_stake(screen) == "A text that is too long to be kept goes, too."


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
    empty = plan_session(room.database, "Empty", STARTS, templates()[0])
    screen = opened(qtbot, theme, room, empty)
    with qtbot.waitSignal(screen.consortia_wanted):
        QTest.mouseClick(shown_button(screen, "Go to the consortia"), Qt.MouseButton.LeftButton)
    assert screen.slide() is None
