"""A caption takes more lines where its button has no room for one."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.captions import wrap_caption


def test_a_caption_is_broken_near_its_middle_and_whole_again_where_there_is_room(
    qtbot: QtBot,
) -> None:
    button = QPushButton("Replace by a pseudonym")
    qtbot.addWidget(button)
    one_line = button.sizeHint()
    wrap_caption(button, one_line.width() - 1)
    assert button.text() == "Replace by\na pseudonym"
    assert button.sizeHint().width() < one_line.width()
    assert button.sizeHint().height() > one_line.height()
    wrap_caption(button, one_line.width())
    assert button.text() == "Replace by a pseudonym"


def test_a_single_word_stays_whole(qtbot: QtBot) -> None:
    button = QPushButton("Pseudonym")
    qtbot.addWidget(button)
    wrap_caption(button, 1)
    assert button.text() == "Pseudonym"


def test_a_long_caption_takes_three_lines(qtbot: QtBot) -> None:
    button = QPushButton("Take it up in a session to come, or in this one")
    qtbot.addWidget(button)
    wrap_caption(button, button.sizeHint().width() // 2)
    assert button.text().count("\n") == 2
