"""How many keys and touches a paper takes of somebody who has done it before: 20 s are enough.

The badge and Enter come before them, Enter to be done and Enter to cast after them.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kdc_desktop.audience.polls.kiosk.level_row import LevelRow
from kdc_desktop.domain.polls.methods import method_of
from tests.gui.polls.made_up import Ask, Asking
from tests.gui.polls.stand import LEFT, card, tap, typed

ENTER = Qt.Key.Key_Return
KEYS = {
    "approval": ("1357", {}),
    "dots": ("11134", {"marks_each": 5, "most_on_one": 0}),
    "score": ("502413354", {}),
    "majority_judgment": ("502413354", {}),
    "ranking": ("314159", {}),
    "quadratic": ("111225", {"marks_each": 16}),
    "criteria": ("502413354012345120", {}),
    "pairwise": ("1212121212", {}),
    "temperature": ("502413354", {}),
}


@pytest.mark.parametrize("method", KEYS)
def test_nine_options_are_answered_by_a_key_each(ask: Ask, method: str) -> None:
    keys, limits = KEYS[method]
    kiosk = ask(method_of(method), 9, **limits)
    kiosk.turns.start_over()
    typed(kiosk, "203", ENTER, keys, ENTER, ENTER)
    (cast,) = kiosk.question.cast_papers
    assert sum(cast.values()) >= len(cast) > 0
    assert kiosk.stack.told == "thanks"
    if method in ("score", "majority_judgment", "criteria", "temperature"):
        assert [str(value) for value in cast.values()] == list(keys)


def pages(kiosk: Asking) -> int:
    shape = getattr(kiosk.stack.paper.paper, "_grid").shape  # noqa: B009  # of some papers only
    assert isinstance(shape.pages, int)
    return shape.pages


def test_nine_levels_are_touched_without_looking_for_the_next_page(ask: Ask) -> None:
    kiosk = ask(method_of("score"), 9)
    assert pages(kiosk) == 2
    for number in range(1, 10):
        rows = kiosk.stack.paper.findChildren(LevelRow, f"row_{number}")
        row = next(one for one in rows if one.isVisible())
        button = row.findChild(QPushButton, "level_4")
        assert button is not None
        QTest.mouseClick(button, LEFT)
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_cast")
    assert [list(cast.values()) for cast in kiosk.question.cast_papers] == [[4] * 9]


def test_nine_options_are_ordered_on_one_page(ask: Ask) -> None:
    kiosk = ask(method_of("ranking"), 9, size=(1366, 768))
    assert pages(kiosk) == 1
    for number in (3, 1, 9):
        QTest.mouseClick(card(kiosk, number), LEFT)
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_cast")
    assert [list(cast.values()) for cast in kiosk.question.cast_papers] == [[1, 2, 3]]
