"""Pages that take turns are as high as the one that is shown."""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
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
    for text in ("Nobody is selected.", LONG):
        page = QLabel(text)
        page.setWordWrap(wraps or text is LONG)
        pages.addWidget(page)
    place.resize(300, 200)
    place.show()
    seen = []
    for at in (0, 1, 0):
        pages.setCurrentIndex(at)
        qtbot.wait(1)
        seen.append(place.verticalScrollBar().isVisible())
    assert seen == [False, True, False]
