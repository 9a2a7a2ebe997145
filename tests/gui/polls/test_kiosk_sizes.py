"""The kiosk in windows of many sizes: nothing overlaps, nothing sticks out, marks are seen."""

import csv

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop import paths
from kdc_desktop.audience.polls.kiosk.given_list import GivenRow
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.option_card import OptionCard
from tests.rooms import poll_room

SIZES = ((960, 540), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440))
QUESTION = "Which of these shall we start with this winter, together with everybody here? " * 4


def long_texts(number):
    """Texts of 300 characters out of what people really wrote."""
    file = paths.resource("sample/bowling-green-2050/comments.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        said = sorted((max(row, key=len) for row in csv.reader(lines)), key=len)[-3 * number :]
    return tuple(" ".join(said[at::number])[:300] for at in range(number))


def place(kiosk, widget):
    return QRect(widget.mapTo(kiosk, QPoint(0, 0)), widget.size())


def clashes(kiosk):
    """What overlaps, sticks out or is too low on the page that is shown."""
    found = []
    for kinds in ((QPushButton, QLineEdit), (OptionCard,), (QLabel,)):
        shown = [
            (widget.objectName() or widget.text(), place(kiosk, widget))
            for widget in kiosk.page.findChildren(QWidget)
            if isinstance(widget, kinds) and widget.isVisible() and not widget.size().isEmpty()
        ]
        for at, (name, where) in enumerate(shown):
            if not kiosk.rect().contains(where):
                found.append(f"{name} sticks out")
            if kinds != (QLabel,) and where.height() < 56:
                found.append(f"{name} is only {where.height()} high")
            found += [f"{name} and {other}" for other, box in shown[at + 1 :] if where & box]
    return found


@pytest.fixture
def voters(monkeypatch):
    """A name for each letter, and long ones, so that all keys are there."""
    monkeypatch.setattr(
        poll_room, "person_name", lambda n: f"{chr(65 + n % 26)}elina von Rautavaara-Dirkkola"
    )


@pytest.fixture(params=(4, 10, 40))
def kiosk(request, tmp_path, qtbot, voters):
    topics = long_texts(request.param)
    room = poll_room.make_room(tmp_path / "club.kdc", people=60, topics=topics)
    poll_id = room.open_poll(question=QUESTION, marks_each=60)
    made = Kiosk(room.database, poll_id, lambda _pin: False)
    made.show()
    yield made
    made._may_close = True
    made.close()
    made.deleteLater()
    room.database.close()


def resized(kiosk, size, qtbot):
    kiosk.resize(*size)
    qtbot.waitExposed(kiosk)
    QTest.qWait(1)
    return [f"{size}: {clash}" for clash in clashes(kiosk)]


def at_all_sizes(kiosk, qtbot):
    return [clash for size in SIZES for clash in resized(kiosk, size, qtbot)]


def test_nothing_overlaps_on_any_page(kiosk, qtbot):
    found = at_all_sizes(kiosk, qtbot)
    QTest.keyClicks(kiosk.pick_page.query, "v")
    found += at_all_sizes(kiosk, qtbot)
    QTest.keyClick(kiosk.pick_page.query, Qt.Key.Key_Return)
    found += at_all_sizes(kiosk, qtbot)
    paper = kiosk.paper_page.paper
    for option_id, _ in paper.ballot.options:
        paper.give(option_id)
    found += at_all_sizes(kiosk, qtbot)
    kiosk.turns.confirm()
    found += at_all_sizes(kiosk, qtbot)
    kiosk.turns.ask_pin()
    for _ in range(5):
        QTest.keyClicks(kiosk.pin_page.edit, "1")
        QTest.keyClick(kiosk.pin_page.edit, Qt.Key.Key_Return)
    found += at_all_sizes(kiosk, qtbot)
    assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_marks_are_always_seen_before_they_are_cast(kiosk, qtbot, size):
    kiosk.resize(*size)
    QTest.keyClicks(kiosk.pick_page.query, "v")
    QTest.keyClick(kiosk.pick_page.query, Qt.Key.Key_Return)
    paper = kiosk.paper_page.paper
    for option_id, _ in paper.ballot.options:
        paper.give(option_id)
    kiosk.turns.confirm()
    seen = 0
    while True:
        QTest.qWait(1)
        rows = [row for row in kiosk.page.findChildren(GivenRow) if row.isVisible()]
        seen += len(rows)
        hidden = [
            row.title.text() for row in rows if row.marks.width() < row.marks.sizeHint().width()
        ]
        assert hidden == []
        button = kiosk.confirm_page.given.pager.next_button
        if not (button.isVisible() and button.isEnabled()):
            break
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == len(paper.ballot.options)
