"""What belongs together stands together at the kiosk, and alike things are alike."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.audience.polls.kiosk.given_list import GivenRow
from kdc_desktop.domain.polls.methods import method_of
from tests.gui.polls.made_up import Ask
from tests.gui.polls.stand import MakeKiosk, tap, typed


def test_what_was_given_stands_right_before_its_option(ask: Ask) -> None:
    kiosk = ask(method_of("ranking"))
    typed(kiosk, "3", "1")
    tap(kiosk, "kiosk_done")
    QTest.qWait(10)
    rows = [row for row in kiosk.stack.confirm.findChildren(GivenRow) if row.isVisible()]
    assert [row.marks.text() for row in rows] == ["1.", "2."]
    lefts = {row.title.x() for row in rows}
    assert len(lefts) == 1
    assert lefts.pop() < kiosk.width() / 8
    left = kiosk.stack.confirm.left
    assert left.width() > kiosk.width() * 0.7, "a sentence has the line"


def test_the_name_that_is_chosen_is_no_higher_than_others(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk((1280, 720))
    typed(kiosk, "ain")
    buttons = [one for one in kiosk.stack.pick.name_buttons if one.isVisible()]
    for _step in range(2):
        typed(kiosk, Qt.Key.Key_Down)
        QTest.qWait(10)
        assert len({one.height() for one in buttons}) == 1
