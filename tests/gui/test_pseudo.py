"""In the pseudo-language every screen, dialog and slide is translated, and nothing is cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop import i18n
from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.translator import wear
from tests.gui.one_window import in_one_walk, put_away, window_of_years, window_on
from tests.gui.texts_seen import Painted, cut_texts, plain_texts, words
from tests.gui.walks import PLACES, go
from tests.gui.ways_of_years import OF_YEARS


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Club]:
    wear(qapp, i18n.PSEUDO)
    with window_on(tmp_path_factory.mktemp("walk") / "Клуб.kdc", theme) as made:
        yield made
    wear(qapp, i18n.ENGLISH)


@pytest.fixture
def club(window: Club) -> Iterator[Club]:
    yield window
    put_away(window)


@pytest.fixture(scope="module")
def years(
    qapp: QApplication, theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Club]:
    wear(qapp, i18n.PSEUDO)
    with window_of_years(tmp_path_factory.mktemp("years") / "Клуб.kdc", theme) as made:
        yield made
    wear(qapp, i18n.ENGLISH)


@pytest.mark.parametrize("place", in_one_walk(PLACES))
def test_every_text_is_translated_and_none_is_cut_off(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    _is_translated_and_whole(go(club, qtbot, place), monkeypatch)


@pytest.mark.parametrize("place", OF_YEARS)
def test_so_it_is_in_a_club_of_years(
    years: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    _is_translated_and_whole(OF_YEARS[place](years, qtbot), monkeypatch)
    put_away(years)


def _is_translated_and_whole(shown: list[QWidget], monkeypatch: pytest.MonkeyPatch) -> None:
    QCoreApplication.processEvents()
    assert [text for widget in shown for text in cut_texts(widget)] == []
    painted = Painted(monkeypatch)
    for widget in shown:
        widget.grab()
    plain = [text for widget in shown for text in plain_texts(widget)]
    assert plain + [f"painted: {text}" for text in painted.plain()] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("⟦Öþéñ ~~⟧", []),
        ("⟦Öþéñ Имя 3 ~~⟧ · 12", []),
        ("KDC Desktop – /home/x/club.kdc (Ctrl+Shift+A)", []),
        ("<b>⟦Öþéñ⟧</b>", []),
        ("⟦Öþéñ idea ~~⟧", ["idea"]),
        ("&Open", ["Open"]),
    ],
)
def test_words_that_were_missed_are_told_apart(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_texts_without_room_are_found(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    for kind in (QLabel, QPushButton):
        for name, width in (("roomy", 300), ("narrow", 40)):
            made = kind("A text with several words")
            made.setObjectName(name)
            made.setFixedWidth(width)
            column.addWidget(made)
    wrapped = QLabel("A text with several words on lines")
    wrapped.setObjectName("low")
    wrapped.setWordWrap(True)
    wrapped.setFixedSize(80, 20)
    column.addWidget(wrapped)
    tipped = QLabel("A text with several words")
    tipped.setToolTip(tipped.text())
    tipped.setFixedWidth(40)
    column.addWidget(tipped)
    box.show()
    assert cut_texts(box) == [
        "QLabel narrow: A text with several words",
        "QPushButton narrow: A text with several words",
        "QLabel low: A text with several words on lines",
    ]
    assert len(plain_texts(box)) == 7
