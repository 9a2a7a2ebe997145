"""Pages that take turns are as high as the one that is shown."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.pages import CurrentPage

LONG = "a sentence of several words " * 40


@pytest.mark.parametrize("wraps", [True, False])
def test_a_short_page_has_no_scroll_bar_for_a_long_one_that_is_hidden(
    qtbot: QtBot, wraps: bool
) -> None:
    place, pages = QScrollArea(), CurrentPage()
    qtbot.addWidget(place)
    place.setWidgetResizable(True)
    place.setWidget(pages)
    made = [QLabel("Nobody is selected."), QLabel(LONG)]
    for page in made:
        page.setWordWrap(wraps or page is made[1])
        pages.addWidget(page)
    place.resize(300, 200)
    place.show()
    seen = []
    for at in (0, 1, 0):
        pages.setCurrentWidget(made[at])
        qtbot.wait(1)
        seen.append(place.verticalScrollBar().isVisible())
    assert seen == [False, True, False]


def test_the_focus_goes_from_page_to_page(qtbot: QtBot) -> None:
    pages = CurrentPage()
    qtbot.addWidget(pages)
    made = [(QWidget(), QLineEdit()) for _at in range(2)]
    for page, line in made:
        QVBoxLayout(page).addWidget(line)
        pages.addWidget(page)
    pages.show()
    pages.activateWindow()
    made[0][1].setFocus()
    pages.setCurrentWidget(made[1][0])
    assert (pages.currentWidget(), pages.focusWidget()) == made[1]
