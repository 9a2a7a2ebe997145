"""People say at the kiosk what they would join, the first choice first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.interests.kiosk.questions import InterestsQuestion
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.question import Said
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.errors import UserError
from kdc_desktop.services.interests.questions import interests
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import headline, shown_words, typed
from tests.rooms.consortia_room import Room, make_room

ENTER = Qt.Key.Key_Return


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def kiosk(room: Room, qtbot: QtBot, tmp_path: Path) -> Iterator[Kiosk]:
    question = InterestsQuestion(room.database, room.session_id)
    made = Kiosk(room.database, question, Settings(tmp_path / "settings.ini"))
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made._may_close = True
    made.close()
    made.deleteLater()


def test_what_is_chosen_first_is_the_first_choice(kiosk: Kiosk, room: Room) -> None:
    typed(kiosk, "aino salmi", ENTER)
    assert headline(kiosk) == "Aino, what would you join? Your first choice first."
    typed(kiosk, "3", "1", ENTER)
    words = shown_words(kiosk)
    first, second = (next(w for w in words if w.startswith(f"{n}. ")) for n in (1, 2))
    assert words.index(first) < words.index(second)
    QTest.keyClick(kiosk.stack.confirm.cast_button, ENTER)
    (row,) = interests(room.database, room.session_id)
    assert (row.name, row.choices) == ("Aino Salmi", (room.winners[2], room.winners[0]))


def test_a_choice_that_was_taken_back_and_given_again_is_the_last(kiosk: Kiosk, room: Room) -> None:
    typed(kiosk, "aino salmi", ENTER, "1", "2", "1", "1", ENTER)
    QTest.keyClick(kiosk.stack.confirm.cast_button, ENTER)
    (row,) = interests(room.database, room.session_id)
    assert row.choices == (room.winners[1], room.winners[0])


def test_nobody_says_it_twice_and_nothing_is_no_choice(kiosk: Kiosk, room: Room) -> None:
    typed(kiosk, "aino salmi", ENTER, ENTER)
    assert kiosk.foot.line.text() == "Choose at least one, or go back with Esc."
    question = InterestsQuestion(room.database, room.session_id)
    aino = next(one for one in question.waiting if one.name == "Aino Salmi")
    question.cast(aino.person_id, {Spot(room.winners[0]): 1}, Said())
    assert question.turnout_line == "1 of 20 have said it"
    with pytest.raises(UserError, match="said it already"):
        question.cast(aino.person_id, {Spot(room.winners[1]): 1}, Said())
