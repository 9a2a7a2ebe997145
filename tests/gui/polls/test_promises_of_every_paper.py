"""What the kiosk promises holds for the paper of every method there is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdc_desktop.audience.polls.kiosk.given_list import GivenRow
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.terms import PollSetting
from tests.gui.hearing import Heard, heard
from tests.gui.polls.made_up import Ask, Asking
from tests.gui.polls.stand import LEFT, headline, tap, typed

__all__ = ["heard"]
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier
Paper = Callable[[], Asking]


@pytest.fixture(params=methods(), ids=lambda method: method.key)
def paper(request: pytest.FixtureRequest, ask: Ask) -> Paper:
    """A blank paper of a method, that of Aino."""
    method: Method = request.param
    limits = {"marks_each": 16} if method.key in ("dots", "quadratic") else {}
    if PollSetting.MOST_ON_ONE in method.settings:
        limits |= {"most_on_one": 0}
    if PollSetting.COSTS in method.settings:
        limits |= {"total": 9}
    return lambda: ask(method, **limits)


def focused(kiosk: Asking) -> QWidget:
    inside: QWidget | None = kiosk.focusWidget()
    return kiosk.page if inside is None else inside


def words(kiosk: Asking) -> list[str]:
    """What a screen reader finds on the paper, and where the keys are."""
    inside = [one for one in kiosk.stack.paper.paper.findChildren(QWidget) if one.isVisible()]
    named = [(one.accessibleName(), one.hasFocus()) for one in inside if one.accessibleName()]
    return [f"{name} {focus}" for name, focus in named]


def test_nothing_of_a_paper_is_left_for_the_next_one(paper: Paper) -> None:
    kiosk = paper()
    blank, paired = words(kiosk), kiosk.question.ballot.kind.name == "PAIRS"
    ways: list[tuple[str | Qt.Key, ...]] = [(ESC,), (ENTER, ENTER)]
    for way in ways:
        typed(kiosk, "2", "1")
        assert len(kiosk.marks) == 2
        typed(kiosk, *way)
        assert kiosk.marks == {}
        kiosk.turns.start_over()
        typed(kiosk, "eero", ENTER)
        assert paired or words(kiosk) == blank


def test_a_paper_is_covered_after_a_pause_and_is_still_there(paper: Paper) -> None:
    kiosk = paper()
    typed(kiosk, "2", "1")
    had = kiosk.marks
    kiosk.patience._idle.timeout.emit()
    assert headline(kiosk) == "Are you still there, Aino Laine?"
    tap(kiosk, "kiosk_still_here")
    assert (kiosk.page, kiosk.marks) == (kiosk.stack.paper, had)
    kiosk.patience._idle.timeout.emit()
    tap(kiosk, "kiosk_still_other")
    assert kiosk.marks == {}


def test_no_other_key_gives_or_takes_anything(paper: Paper) -> None:
    kiosk = paper()
    typed(kiosk, "2", "1")
    had = kiosk.marks
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_F5):
        typed(kiosk, key)
    for key in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_X):
        QTest.keyClick(focused(kiosk), key, CONTROL)
    assert (kiosk.page, kiosk.marks) == (kiosk.stack.paper, had)
    undoes = kiosk.findChildren(QWidget, "kiosk_undo")  # then it takes back one step, and says so
    QTest.keyClick(focused(kiosk), Qt.Key.Key_Z, CONTROL)
    assert (kiosk.marks == had) == (not undoes)


def test_a_digit_that_is_held_is_one_digit(paper: Paper) -> None:
    kiosk = paper()
    for repeat in range(9):
        kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        pressed = QKeyEvent(kind, Qt.Key.Key_1, none, "1", bool(repeat), 1)
        QApplication.sendEvent(focused(kiosk), pressed)
    assert sum(kiosk.marks.values()) == 1


def test_all_that_is_given_is_read_once_more_and_cast_once(paper: Paper) -> None:
    kiosk = paper()
    typed(kiosk, "2", "1")
    had = kiosk.marks
    typed(kiosk, ENTER)
    rows = [one for one in kiosk.page.findChildren(GivenRow) if one.isVisible()]
    assert len(rows) == len(had)
    assert all(row.title.text() and row.marks.accessibleName() for row in rows)
    for click in (QTest.mouseDClick, QTest.mouseClick):
        click(kiosk.stack.confirm.cast_button, LEFT)
    assert kiosk.question.cast_papers == [had]


def test_a_blank_paper_says_so_and_can_be_cast(paper: Paper) -> None:
    kiosk = paper()
    typed(kiosk, ENTER)
    assert kiosk.stack.confirm.left.text() == "Your paper is blank. You can cast it so."
    typed(kiosk, ENTER)
    assert kiosk.question.cast_papers == [{}]


def test_a_name_typed_over_a_paper_casts_nothing(paper: Paper) -> None:
    kiosk = paper()
    typed(kiosk, "2", "1")
    had = kiosk.marks
    kiosk.stack.paper.paper.code.leave()
    typed(kiosk, *"meri", ENTER, ENTER)
    assert headline(kiosk) == "Are you still there, Aino Laine?"
    assert (kiosk.marks, kiosk.question.cast_papers) == (had, [])


def test_what_is_not_promised_stands_on_the_paper_in_large_letters_too(
    paper: Paper, heard: Heard
) -> None:
    kiosk = paper()
    kiosk.question.about += ("Whoever guards this laptop must be trusted.",)
    for text_size in (100, 200):
        kiosk._settings.text_size = text_size
        kiosk.turns.start_over()
        typed(kiosk, "aino", ENTER)
        assert kiosk.stack.paper.promised.isVisible()
        assert "Whoever guards this laptop must be trusted." in heard[-1]
