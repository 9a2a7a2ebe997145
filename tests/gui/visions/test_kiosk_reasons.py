"""What is written to an answer at the kiosk reaches the file, and no poll is spoken of there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.reasons import ReasonFields
from kdc_desktop.audience.visions.kiosk.questions import PositionQuestion
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.rows import PositionRow
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import headline, typed
from tests.gui.visions.hands import FIRST, page
from tests.gui.visions.test_kiosk import away, shown
from tests.rooms.consortium_room import ConsortiumRoom

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
OF_A_POLL = re.compile(r"\b(vote\w*|poll|paper|cast|ballot|yes|dots?)\b", re.IGNORECASE)


@pytest.fixture
def version(room: ConsortiumRoom) -> int:
    return save_version(room.database, room.consortium_id, FIRST)


@pytest.fixture
def kiosk(room: ConsortiumRoom, version: int, qtbot: QtBot, tmp_path: Path) -> Iterator[Kiosk]:
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    question = PositionQuestion(room.database, asking_id)
    made = shown(Kiosk(room.database, question, Settings(tmp_path / "settings.ini")), qtbot)
    typed(made, "north", ENTER, "3", ENTER)
    yield made
    away(made)


def reasons(kiosk: Kiosk) -> ReasonFields:
    found = kiosk.stack.confirm.reasons
    assert found is not None
    return found


def answer(room: ConsortiumRoom, version: int) -> PositionRow:
    (asking,) = page(room).askings
    reveal(room.database, asking.id or 0)
    return page(room).positions[room.members[5], version]


def test_what_is_typed_at_once_is_the_reason(
    kiosk: Kiosk, room: ConsortiumRoom, version: int
) -> None:
    typed(kiosk, *"Who pays?")
    assert headline(kiosk) == "Is this your answer, North Insurance?"
    typed(kiosk, ENTER, *"A lock", ENTER)
    assert kiosk.stack.told == "thanks"
    given = answer(room, version)
    assert (given.reason, given.would_move) == ("Who pays?", "A lock")


def test_enter_in_the_last_field_hands_the_answer_in(kiosk: Kiosk) -> None:
    assert kiosk.foot.line.text().startswith("Type why. Enter goes on, then hands it in.")
    reasons(kiosk).why.setFocus()
    typed(kiosk, "Who pays?", TAB)
    assert reasons(kiosk).would_move.hasFocus()
    typed(kiosk, "A lock", ENTER)
    assert kiosk.stack.told == "thanks"


def test_the_name_of_the_next_one_is_no_reason(
    kiosk: Kiosk, room: ConsortiumRoom, version: int
) -> None:
    typed(kiosk, *"harbour", ENTER)
    assert headline(kiosk) == "Are you still there, North Insurance?"
    typed(kiosk, ESCAPE)
    assert kiosk.stack.pick.query.text() == "harbour"
    assert page(room).hidden == frozenset()


def test_who_gives_a_name_as_the_reason_says_so_once(kiosk: Kiosk) -> None:
    typed(kiosk, *"harbour", ENTER)
    kiosk.stack.still.here_button.click()
    assert reasons(kiosk).said.why == "harbour"
    typed(kiosk, ENTER)
    assert kiosk.stack.told == "thanks"


def test_whoever_writes_is_there(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.patience.idle_after = 400
    for sign in "It is long":
        typed(kiosk, sign)
        qtbot.wait(60)
    assert headline(kiosk) == "Is this your answer, North Insurance?"


def test_the_kiosk_speaks_of_no_vote_where_it_asks_something_else(kiosk: Kiosk) -> None:
    told: list[str] = []
    kiosk.stack.paper.paper.said.connect(told.append)
    typed(kiosk, ESCAPE, "9", "2", "4")
    kiosk.turns._ask("har")
    told += [kiosk.at_stake, kiosk.stack.still.text.text()]
    kiosk.turns.go_back()
    kiosk.ask_to_leave()
    for page_ in kiosk.stack._pages:
        told.append(page_.keys)
        told += [one.text() or one.accessibleName() for one in page_.findChildren(QLabel)]
        told += [one.text() for one in page_.findChildren(QPushButton)]
        told += [one.accessibleName() for one in page_.findChildren(QPushButton)]
    assert any(one.endswith(": chosen") for one in told)
    assert [one for one in told if OF_A_POLL.search(one)] == []


def test_the_vision_asked_about_stands_as_large_as_the_levels(kiosk: Kiosk) -> None:
    typed(kiosk, ESCAPE)
    subject = kiosk.stack.paper.subject
    assert subject.text() == FIRST
    assert subject.font().pixelSize() > kiosk.stack.paper.question.font().pixelSize()
    assert FIRST not in kiosk.stack.paper.question.text()
