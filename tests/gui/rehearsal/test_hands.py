"""The hands of a rehearsal reach what a person could, and nothing that lies under a question."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from kdc_desktop.app import Club
from kdc_desktop.errors import UserError
from kdc_desktop.rehearsal.hands import Hands
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import ask_first

WAYS: dict[str, Callable[[Hands, Club], None]] = {
    "key": lambda hands, club: hands.key(club.window.screen_shown, Qt.Key.Key_F1),
    "type": lambda hands, club: hands.type(club.window.frame.rail, "1"),
    "click": lambda hands, club: hands.click(club.window.frame.rail),
}


@pytest.fixture
def hands(club: Club, tmp_path: Path) -> Hands:
    club.window.show()
    return Hands(club, tmp_path, 0.0, lambda _told: None)


@pytest.mark.parametrize("do", WAYS.values(), ids=WAYS)
def test_a_question_that_nobody_answers_is_told_at_the_next_key(
    club: Club, hands: Hands, do: Callable[[Hands, Club], None]
) -> None:
    done: list[bool] = []
    ask_first(club.window, "merge", "Merge 8 ideas?", "&Merge", lambda: done.append(True))
    with pytest.raises(UserError, match="without an answer: Merge 8 ideas"):
        do(hands, club)
    box = hands.find(QMessageBox, "merge")
    hands.click(hands.find(QPushButton, "merge_anyway", box))
    do(hands, club)
    assert done == [True]


def test_a_question_over_a_dialog_keeps_hands_from_the_dialog_only(
    club: Club, hands: Hands
) -> None:
    dialog = QDialog(club.window)
    open_for_now(dialog)
    hands.key(dialog, Qt.Key.Key_A)
    ask_first(dialog, "sure", "Are you sure?", "&Yes", lambda: None)
    with pytest.raises(UserError, match="Are you sure"):
        hands.key(dialog, Qt.Key.Key_A)
    hands.key(club.shared_screen, Qt.Key.Key_F1)
    box = hands.find(QMessageBox, "sure")
    hands.key(box, Qt.Key.Key_Escape)
    hands.key(dialog, Qt.Key.Key_A)
    dialog.close()
