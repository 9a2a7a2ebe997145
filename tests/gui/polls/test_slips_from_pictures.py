"""Slips come in from pictures: counted, asked about, typed in, or left out with a reason."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest

from kdc_desktop.domain.polls.slip_code import number_on_slip
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.turnout import SlipCount
from kdc_desktop.screens.polls.slips.read_rows import ReadState
from tests.gui.polls.slips_open import ENTER, MakeDialog, count, press, shot, with_slips
from tests.gui.test_jobs import wait_until
from tests.rooms.poll_room import Room
from tests.rooms.slip_camera import Pen


def dropped(files: list[Path]) -> QDropEvent:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    dropped.kept = carried  # type: ignore[attr-defined]  # the event holds no reference
    return QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_pictures_that_are_dropped_are_read_and_counted(
    room: Room, dialog: MakeDialog, tmp_path: Path
) -> None:
    poll_id = with_slips(room, given=4)
    shown = dialog(poll_id)
    shown.show_page(shown.read_page)
    page, options = shown.read_page, room.options(poll_id)
    picture = shot(room, poll_id, tmp_path / "a.png", {0: {(0, 0), (0, 1)}, 2: {(5, 4)}}, Pen())
    page.dropEvent(dropped([picture]))
    wait_until(lambda: not page.jobs.busy)
    assert page.count_button.text() == "Count 4 slips"
    page.count_button.click()
    assert shown.said_label.text() == "4 slips are counted."
    kept_papers = sorted((marks for *_, marks in room.stored_papers(poll_id)), key=str)
    assert kept_papers == [{options[0]: 2}, {options[5]: 1}, {}, {}]
    assert count(room, poll_id) == SlipCount(10, 4, 4)
    page.take_files([picture])
    wait_until(lambda: not page.jobs.busy)
    assert not page.count_button.isVisible(), "a number counts once"


def test_a_doubtful_box_is_asked_about_with_a_key(
    room: Room, dialog: MakeDialog, tmp_path: Path
) -> None:
    poll_id = with_slips(room, given=4)
    shown = dialog(poll_id)
    shown.show_page(shown.read_page)
    page, options = shown.read_page, room.options(poll_id)
    faint = Pen(width=0.3, grey=175)
    page.take_files([shot(room, poll_id, tmp_path / "a.png", {1: {(2, 0), (4, 1)}}, faint)])
    wait_until(lambda: not page.jobs.busy)
    second = number_on_slip(poll_id, 2)
    assert page.doubt.question_label.text() == f"Slip {second}: is the framed box filled?"
    assert page.doubt.option_label.text() == "Five-day pilot permits"
    assert shown.focusWidget() is page.doubt
    QTest.keyClick(page.doubt, Qt.Key.Key_F)
    assert page.doubt.option_label.text() == "Tool library at the school"
    QTest.keyClick(page.doubt, Qt.Key.Key_E)
    assert not page.doubt.isVisible()
    page.count_button.click()
    assert {options[2]: 1} in [marks for *_, marks in room.stored_papers(poll_id)]


def test_a_slip_that_gives_too_much_is_typed_in_with_what_was_read(
    room: Room, dialog: MakeDialog, tmp_path: Path
) -> None:
    poll_id = with_slips(room, given=4)
    shown = dialog(poll_id)
    shown.show_page(shown.read_page)
    page = shown.read_page
    much = {(line, 0) for line in range(6)}
    page.take_files([shot(room, poll_id, tmp_path / "a.png", {0: much}, Pen())])
    wait_until(lambda: not page.jobs.busy)
    (row,) = [row for row in page.model.rows if row.state is ReadState.TO_TYPE]
    assert row.why == "You have 5 dots to give and gave 6: take 1 back."
    page.table.select_key(1)
    QTest.keyClick(page.table, ENTER)
    typing = shown.type_page
    assert shown.pages.currentWidget() is typing
    assert typing.paper.given == 6
    press(typing, Qt.Key.Key_Minus)
    press(typing, ENTER)
    assert shown.pages.currentWidget() is page
    assert [row.state for row in page.model.rows if row.number == 1] == [ReadState.COUNTED]
    assert count(room, poll_id).back == 1


def test_one_number_that_is_seen_filled_in_differently_is_not_counted(
    room: Room, dialog: MakeDialog, tmp_path: Path
) -> None:
    poll_id = with_slips(room, given=4)
    shown = dialog(poll_id)
    shown.show_page(shown.read_page)
    for name, box in (("a.png", (0, 0)), ("b.png", (3, 0))):
        shown.read_page.take_files([shot(room, poll_id, tmp_path / name, {0: {box}}, Pen())])
        wait_until(lambda: not shown.read_page.jobs.busy)
    states = {row.number: row.state for row in shown.read_page.model.rows}
    assert states == {
        1: ReadState.TO_TYPE,
        2: ReadState.READY,
        3: ReadState.READY,
        4: ReadState.READY,
    }


def test_slips_that_were_given_to_nobody_are_left_out(
    room: Room, dialog: MakeDialog, tmp_path: Path
) -> None:
    poll_id = with_slips(room, Secrecy.NAMED, given=1)
    shown = dialog(poll_id)
    shown.show_page(shown.read_page)
    shown.read_page.take_files([shot(room, poll_id, tmp_path / "a.png", {0: {(1, 0)}}, Pen())])
    wait_until(lambda: not shown.read_page.jobs.busy)
    states = [row.state for row in shown.read_page.model.rows]
    assert states == [ReadState.READY, *[ReadState.LEFT_OUT] * 3]


def test_what_is_no_picture_of_a_slip_is_told(
    room: Room, dialog: MakeDialog, tmp_path: Path
) -> None:
    shown = dialog(with_slips(room, given=4))
    shown.show_page(shown.read_page)
    (tmp_path / "note.png").write_bytes(b"a letter to my aunt")
    blank = QImage(400, 300, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    blank.save(str(tmp_path / "blank.png"))
    shown.read_page.take_files([tmp_path / name for name in ("note.png", "blank.png", "gone.png")])
    wait_until(lambda: not shown.read_page.jobs.busy)
    assert shown.said_label.text() == (
        "note.png is no picture that can be read here: use JPEG, PNG or PDF. No code of a slip is "
        "seen in the picture. The whole slip belongs on it, sharp and flat. gone.png cannot be "
        "read: No such file or directory."
    )


def test_slips_of_another_poll_are_left_out(room: Room, dialog: MakeDialog, tmp_path: Path) -> None:
    other = with_slips(room, given=4)
    picture = shot(room, other, tmp_path / "a.png", {}, Pen())
    shown = dialog(with_slips(room, given=4))
    shown.show_page(shown.read_page)
    shown.read_page.take_files([picture])
    wait_until(lambda: not shown.read_page.jobs.busy)
    assert shown.said_label.text() == (
        "A slip of another poll lies in the picture, and is left out."
    )
