"""The kiosk in windows of many sizes: nothing overlaps, nothing sticks out, marks are seen."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop import paths
from kdc_desktop.audience.polls.kiosk.fitted import FittedLabel
from kdc_desktop.audience.polls.kiosk.given_list import GivenRow
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.option_card import OptionCard
from kdc_desktop.audience.polls.kiosk.voting import Voting
from kdc_desktop.i18n import PSEUDO, use
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import card_paper
from tests.rooms.poll_room import make_room

SIZES = ((960, 540), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440))
QUESTION = "Which of these shall we start with this winter, together with everybody here? " * 4


def long_texts(number: int) -> tuple[str, ...]:
    """Texts of 300 characters out of what people really wrote."""
    file = paths.resource("sample/bowling-green-2050/comments.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        said = sorted((max(row, key=len) for row in csv.reader(lines)), key=len)[-3 * number :]
    return tuple(" ".join(said[at::number])[:300] for at in range(number))


def place(kiosk: Kiosk, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(kiosk, QPoint(0, 0)), widget.size())


def clashes(kiosk: Kiosk) -> list[str]:
    """What overlaps, sticks out or is too low on the page that is shown."""
    found = []
    kinds_of_widget: tuple[tuple[type[QWidget], ...], ...] = (
        (QPushButton, QLineEdit),
        (OptionCard,),
        (QLabel,),
    )
    for kinds in kinds_of_widget:
        shown = [
            (widget.objectName() or str(widget.property("text")), place(kiosk, widget))
            for widget in kiosk.findChildren(QWidget)
            if isinstance(widget, kinds) and widget.isVisible() and not widget.size().isEmpty()
        ]
        for at, (name, where) in enumerate(shown):
            if not kiosk.rect().contains(where):
                found.append(f"{name} sticks out")
            if kinds != (QLabel,) and where.height() < 56:
                found.append(f"{name} is only {where.height()} high")
            found += [
                f"{name} and {other}" for other, box in shown[at + 1 :] if where.intersects(box)
            ]
    return found + cut(kiosk)


def cut(kiosk: Kiosk) -> list[str]:
    """The words that have too little room; a title and a name may end in dots."""
    words: list[QLabel | QPushButton] = [
        *(label for label in kiosk.findChildren(QLabel) if not isinstance(label, FittedLabel)),
        *(b for b in kiosk.findChildren(QPushButton) if b.property("kiosk") != "name"),
    ]
    return [
        f"{word.text()} is cut: {word.width()} of {word.sizeHint().width()}"
        for word in words
        if word.isVisible() and word.width() < word.minimumSizeHint().width()
    ]


def long_name(number: int) -> str:
    """A name for each letter, and long ones, so that all keys are there."""
    return f"{chr(65 + number % 26)}elina von Rautavaara-Dirkkola"


@pytest.fixture(
    params=[(4, "en", 100), (10, "en", 200), (40, "en", 100), (10, PSEUDO, 100), (6, PSEUDO, 150)]
)
def kiosk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kiosk]:
    topics, language, text_size = request.param
    use(language)
    room = make_room(tmp_path / "club.kdc", people=60, topics=long_texts(topics), name_of=long_name)
    poll_id = room.open_poll(question=QUESTION, marks_each=60)
    settings = Settings(tmp_path / "settings.ini")
    settings.set_pin("2468")
    settings.text_size = text_size
    made = Kiosk(room.database, Voting(room.database, poll_id), settings)
    made.show()
    yield made
    made._may_close = True
    made.close()
    made.deleteLater()
    room.database.close()
    use("en")


def resized(kiosk: Kiosk, size: tuple[int, int], qtbot: QtBot) -> list[str]:
    kiosk.resize(*size)
    qtbot.waitExposed(kiosk)
    QTest.qWait(1)
    return [f"{size}: {clash}" for clash in clashes(kiosk)]


def at_all_sizes(kiosk: Kiosk, qtbot: QtBot) -> list[str]:
    return [clash for size in SIZES for clash in resized(kiosk, size, qtbot)]


def test_nothing_overlaps_on_any_page(kiosk: Kiosk, qtbot: QtBot) -> None:
    found = at_all_sizes(kiosk, qtbot)
    QTest.keyClicks(kiosk.stack.pick.query, "v")
    QTest.keyClick(kiosk.stack.pick.query, Qt.Key.Key_Return)  # which says that several have it
    assert kiosk.stack.pick.told.isVisible()
    found += at_all_sizes(kiosk, qtbot)
    QTest.keyClick(kiosk.stack.pick.query, Qt.Key.Key_Down)
    QTest.keyClick(kiosk.stack.pick.query, Qt.Key.Key_Return)
    found += at_all_sizes(kiosk, qtbot)
    paper = card_paper(kiosk.stack.paper.paper)
    for option_id, _ in paper.ballot.options:
        paper.give(option_id)
    found += at_all_sizes(kiosk, qtbot)
    kiosk.turns.confirm()
    found += at_all_sizes(kiosk, qtbot)
    kiosk.ask_to_leave()
    for _ in range(5):
        QTest.keyClicks(kiosk.stack.pin.edit, "1")
        QTest.keyClick(kiosk.stack.pin.edit, Qt.Key.Key_Return)
    found += at_all_sizes(kiosk, qtbot)
    assert found == []


def given_rows(kiosk: Kiosk) -> list[GivenRow]:
    return [row for row in kiosk.page.findChildren(GivenRow) if row.isVisible()]


def without_marks(kiosk: Kiosk) -> list[str]:
    """The options whose marks have too little room."""
    rows = given_rows(kiosk)
    return [row.title.text() for row in rows if row.marks.width() < row.marks.sizeHint().width()]


@pytest.mark.parametrize("size", SIZES)
def test_marks_are_always_seen_before_they_are_cast(
    kiosk: Kiosk, size: tuple[int, int], qtbot: QtBot
) -> None:
    kiosk.resize(*size)
    QTest.keyClicks(kiosk.stack.pick.query, "v")
    QTest.keyClick(kiosk.stack.pick.query, Qt.Key.Key_Down)
    QTest.keyClick(kiosk.stack.pick.query, Qt.Key.Key_Return)
    paper = card_paper(kiosk.stack.paper.paper)
    for option_id, _ in paper.ballot.options:
        paper.give(option_id)
    kiosk.turns.confirm()
    seen = 0
    while True:
        QTest.qWait(80)  # rows are arranged anew until their letters are known
        qtbot.waitUntil(lambda: without_marks(kiosk) == [])
        seen += len(given_rows(kiosk))
        button = kiosk.stack.confirm.given.pager.next_button
        if not (button.isVisible() and button.isEnabled()):
            break
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen == len(paper.ballot.options)
