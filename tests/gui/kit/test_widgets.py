"""Small widgets: what they show, what they say to a screen reader, what they tell."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.screens.kit.badges import SectorBadge, SectorChip, paint_sector
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.quiet_line import QuietLine
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, KeyCap, plain_label
from kdc_desktop.settings import ThemeMode


def drawn(letter: str, *, dark: bool = False, missing: bool = False) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor("#10151C" if dark else "#FFFFFF"))
    painter = QPainter(image)
    paint_sector(painter, QRectF(2, 2, 60, 60), letter, dark, missing=missing)
    painter.end()
    return image


def test_every_sector_has_a_shape_of_its_own_without_colour() -> None:
    outlines = set()
    for letter in LETTERS:
        image = drawn(letter)
        white = QColor("#FFFFFF")
        outlines.add(
            tuple(image.pixelColor(x, y) != white for y in range(64) for x in (5, 10, 54, 59))
        )
    assert len(outlines) == len(LETTERS)


def test_a_missing_sector_is_drawn_differently() -> None:
    assert all(drawn(letter) != drawn(letter, missing=True) for letter in LETTERS)


def test_badges_name_their_sector(qtbot: QtBot) -> None:
    badge = SectorBadge(letter="T")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Third sector"
    badge.set_letter("R", missing=True)
    assert badge.accessibleName() == "Residents: missing"
    chip = SectorChip(letter="C", count=58)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Companies: 58"


def test_a_badge_follows_the_theme(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    badge = SectorBadge(letter="P")
    qtbot.addWidget(badge)
    light = badge.grab().toImage()
    try:
        theme.apply(qapp, ThemeMode.DARK, 1.0)
        assert badge.grab().toImage() != light
    finally:
        theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def test_one_segment_is_picked_by_mouse_and_keys(qtbot: QtBot) -> None:
    segments = Segmented(texts=["Follow me", "Hold", "Blank"])
    qtbot.addWidget(segments)
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    told: list[int] = []
    segments.changed.connect(told.append)
    buttons = segments.findChildren(QPushButton)
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert (told, segments.current()) == ([1], 1)
    segments.set_current(0)
    assert (told, segments.current()) == ([1], 0)
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right)
    assert (told, segments.current()) == ([1, 1], 1)
    segments.set_texts(["One", "Two"])
    assert segments.current() == 1


def test_keys_are_shown_as_caps(qtbot: QtBot) -> None:
    cap = KeyCap(keys=QKeySequence("Ctrl+K"))
    qtbot.addWidget(cap)
    assert (cap.text(), cap.accessibleName()) == ("Ctrl K", "Key Ctrl+K")
    cap.set_keys("")
    assert cap.isHidden()


def test_an_empty_state_offers_its_one_action(qtbot: QtBot, theme: Theme) -> None:
    state = EmptyState(theme)
    qtbot.addWidget(state)
    done: list[str] = []
    state.show_state("users", "Nobody yet", "Add people.", "Add", lambda: done.append("add"))
    state.show()
    qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    assert done == ["add"]
    assert state.accessibleName() == "Nobody yet"
    state.show_state("", "Done", "Nothing is left.")
    assert state.button.isHidden()


def test_the_quiet_line_says_warns_and_offers_undo(qtbot: QtBot) -> None:
    line = QuietLine()
    qtbot.addWidget(line)
    line.say("Moved 3 ideas", undo=True)
    with qtbot.waitSignal(line.undo_wanted):
        qtbot.mouseClick(line.undo_button, Qt.MouseButton.LeftButton)
    line.warn("Give the idea a title.")
    assert (line.text, line.property("role")) == ("Give the idea a title.", "problem")
    assert line.undo_button.isHidden()
    line.clear()
    assert line.isHidden()


def test_a_click_puts_the_quiet_line_away_unless_something_is_still_to_come(qtbot: QtBot) -> None:
    line = QuietLine()
    qtbot.addWidget(line)
    line.say("Moved 3 ideas")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert (line.isHidden(), line.text) == (True, "")
    line.hold("The next stage begins in a moment.")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.isVisible()


def test_text_of_participants_stays_text(qtbot: QtBot) -> None:
    label = plain_label("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_items_flow_into_the_next_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=8)
    labels = [QLabel() for _ in range(3)]
    for label in labels:
        label.setFixedSize(40, 20)
        flow.addWidget(label)
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert [label.pos().toTuple() for label in labels] == [(0, 0), (48, 0), (0, 28)]
    assert flow.heightForWidth(100) == 48
    assert flow.heightForWidth(200) == 20


def test_what_stands_apart_begins_a_line_at_its_edge(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=8, one_line=True)
    labels = [QLabel() for _ in range(2)]
    for label in labels:
        label.setFixedSize(40, 20)
        flow.addWidget(label)
    flow.set_apart(labels[1], 24)
    assert flow.sizeHint().toTuple() == (112, 20)
    flow.setGeometry(QRect(0, 0, 112, 20))
    assert [label.pos().toTuple() for label in labels] == [(0, 0), (72, 0)]
    flow.setGeometry(QRect(0, 0, 111, 48))
    assert [label.pos().toTuple() for label in labels] == [(0, 0), (0, 28)]
