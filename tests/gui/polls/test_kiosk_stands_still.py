"""Nothing moves under a finger at the kiosk: a paper is laid out once for its poll and window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.option_card import FittedTitle, OptionCard
from tests.gui.polls.stand import Stand, card, card_paper, tap, typed
from tests.rooms.poll_room import make_room

ENTER = Qt.Key.Key_Return
TOPICS = tuple(
    f"Topic {n}: {'a longer title, for it is said in full ' * (n % 4)}" for n in range(10)
)


def long_or_short(number: int) -> str:
    return "Jo Li" if number % 2 else "Maria-Magdalena von Rautavaara-Dirkkola the younger"


@pytest.fixture(params=[((1366, 768), 100), ((1440, 900), 200), ((1280, 720), 150)])
def kiosk(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Stand]:
    size, text_size = request.param
    room = make_room(tmp_path / "many.kdc", topics=TOPICS, name_of=long_or_short)
    made = Stand(room, room.open_poll())
    made._settings.text_size = text_size
    made.resize(*size)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.put_away()
    room.database.close()


def cards(kiosk: Stand) -> list[OptionCard]:
    return [one for one in kiosk.stack.paper.findChildren(OptionCard) if one.isVisible()]


def places(kiosk: Stand) -> list[QRect]:
    """Where the options and what is pressed on them stand, and the titles with their letters."""
    QTest.qWait(1)
    shown: list[QWidget] = []
    for one in cards(kiosk):
        shown += [one, one.give_button, one._title]
    return [QRect(one.mapTo(kiosk, QPoint(0, 0)), one.size()) for one in shown]


def test_dots_sentences_and_longer_names_move_nothing(kiosk: Stand) -> None:
    typed(kiosk, "100", ENTER)
    before = places(kiosk)
    for key in ("1", "1", "2", "9", "1", "1", "1", "-"):
        typed(kiosk, key)
        if key != "9":
            assert places(kiosk) == before
    kiosk.turns.start_over()
    typed(kiosk, "101", ENTER)
    assert places(kiosk) == before


def test_all_titles_are_of_one_size(kiosk: Stand) -> None:
    typed(kiosk, "100", ENTER)
    letters = {title.letters for title in kiosk.stack.paper.findChildren(FittedTitle)}
    assert len(letters) == 1


def test_pages_are_alike(kiosk: Stand) -> None:
    typed(kiosk, "100", ENTER)
    paper, counts = kiosk.stack.paper.paper, []
    for _page in range(card_paper(kiosk.stack.paper.paper)._grid.shape.pages):
        counts.append(len(cards(kiosk)))
        paper.turn(1)
    assert sum(counts) == len(TOPICS)
    assert max(counts) - min(counts) < len(counts)


def test_who_changes_something_is_where_they_were(kiosk: Stand) -> None:
    typed(kiosk, "100", ENTER, "1", "0")
    paper = kiosk.stack.paper.paper
    paper.focus_option(6)
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_change")
    assert card(kiosk, 7).hasFocus()
