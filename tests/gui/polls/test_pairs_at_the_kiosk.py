"""Two at a time at the kiosk: one is preferred, or neither, as often as one likes."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.polls.kiosk.pair_board import PairCard
from kdc_desktop.audience.polls.kiosk.pairs_paper import PairsPaper
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.methods import method_of
from tests.gui.hearing import Heard, heard
from tests.gui.polls.made_up import Ask, Asking, choices
from tests.gui.polls.stand import LEFT, headline, shown_words, tap, typed

__all__ = ["heard"]
ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
PAIRS = method_of("pairwise")


def cards(kiosk: Asking) -> list[PairCard]:
    return [one for one in kiosk.stack.paper.findChildren(PairCard) if one.isVisible()]


def pair(kiosk: Asking) -> tuple[int, ...]:
    """The ids of the options that are asked about now."""
    ids = {one.title: one.id for one in choices(40)}
    return tuple(ids[card.title] for card in cards(kiosk))


def paper(kiosk: Asking) -> PairsPaper:
    found = kiosk.stack.paper.paper
    assert isinstance(found, PairsPaper)
    return found


def test_the_one_that_is_touched_is_preferred_and_another_pair_comes(ask: Ask) -> None:
    kiosk = ask(PAIRS)
    first = pair(kiosk)
    QTest.mouseClick(cards(kiosk)[1], LEFT)
    assert kiosk.marks == {Spot(first[1], first[0]): 1}
    assert set(pair(kiosk)) != set(first)
    assert kiosk.stack.paper.left.text() == "1 pair compared"


def test_a_double_click_answers_one_pair(ask: Ask) -> None:
    kiosk = ask(PAIRS)
    card = cards(kiosk)[0]
    where, none = QPointF(card.rect().center()), Qt.KeyboardModifier.NoModifier
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):
        at = card.mapToGlobal(where)
        QApplication.sendEvent(card, QMouseEvent(kind, where, at, LEFT, LEFT, none))
    assert len(kiosk.marks) == 1


def test_arrows_and_digits_prefer_and_enter_ends_it_at_any_time(ask: Ask) -> None:
    kiosk = ask(PAIRS)
    wanted = {}
    for key, side in (
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        ("1", 0),
        ("2", 1),
    ):
        now = pair(kiosk)
        wanted[Spot(now[side], now[1 - side])] = 1
        typed(kiosk, key)
    assert kiosk.marks == wanted
    typed(kiosk, ENTER)
    assert headline(kiosk) == "Is this your vote, Aino Laine?"
    assert sum(" rather than " in word for word in shown_words(kiosk)) == 4
    typed(kiosk, ENTER)
    assert kiosk.question.cast_papers == [wanted]


def test_who_cannot_say_says_nothing_and_is_not_asked_again(ask: Ask) -> None:
    kiosk = ask(PAIRS, number=3)
    seen = []
    for key in ("0", Qt.Key.Key_Space):
        seen.append(frozenset(pair(kiosk)))
        typed(kiosk, key)
    seen.append(frozenset(pair(kiosk)))
    tap(kiosk, "kiosk_neither")
    assert (kiosk.marks, len(set(seen))) == ({}, 3)
    assert cards(kiosk) == []
    assert "That was the last pair. Enter or “Done” goes on." in shown_words(kiosk)


def test_the_pair_before_is_asked_again(ask: Ask) -> None:
    kiosk = ask(PAIRS)
    assert not paper(kiosk).back_button.isEnabled()
    first = pair(kiosk)
    typed(kiosk, "1", BACK)
    assert (kiosk.marks, pair(kiosk)) == ({}, first)
    typed(kiosk, "2", "0")
    tap(kiosk, "kiosk_pair_back")
    tap(kiosk, "kiosk_pair_back")
    assert (kiosk.marks, pair(kiosk)) == ({}, first)


def test_no_more_pairs_are_asked_than_may_be_answered(ask: Ask) -> None:
    kiosk = ask(PAIRS, marks_each=2)
    typed(kiosk, "1", "1", "1")
    assert len(kiosk.marks) == 2
    assert kiosk.stack.paper.left.text() == "0 of 2 left"
    assert cards(kiosk) == []


def test_one_option_leaves_nothing_to_compare_and_two_leave_one_pair(ask: Ask) -> None:
    assert cards(ask(PAIRS, number=1)) == []
    kiosk = ask(PAIRS, number=2)
    typed(kiosk, "1")
    assert (len(kiosk.marks), cards(kiosk)) == (1, [])


def test_nothing_of_the_last_paper_is_left(ask: Ask) -> None:
    kiosk = ask(PAIRS)
    typed(kiosk, "1", "0", "2")
    kiosk.turns.start_over()
    assert cards(kiosk) == []
    typed(kiosk, "eero", ENTER)
    assert kiosk.marks == {}
    assert not paper(kiosk).back_button.isEnabled()


def test_a_badge_over_pairs_is_undone(ask: Ask) -> None:
    kiosk = ask(PAIRS)
    typed(kiosk, "1")
    had = kiosk.marks
    paper(kiosk).code.leave()
    typed(kiosk, "2", "0", "5", ENTER)
    assert headline(kiosk) == "Are you still there, Aino Laine?"
    tap(kiosk, "kiosk_still_here")
    assert kiosk.marks == had
    assert " rather than " in kiosk.foot.line.text()


def test_a_screen_reader_hears_each_pair_and_what_was_preferred(ask: Ask, heard: Heard) -> None:
    kiosk = ask(PAIRS, number=3)
    one, other = (card.title for card in cards(kiosk))
    heard.clear()
    typed(kiosk, "2")
    first, second = (card.title for card in cards(kiosk))
    assert heard == [f"{first}, or {second}?", f"{other} rather than {one}, 1 pair compared"]
    assert [card.accessibleName() for card in cards(kiosk)] == [first, second]
