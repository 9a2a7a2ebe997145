"""Options and criteria are written down with Enter alone, and nothing that is typed is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.screens.polls.named_numbers import NamedNumbers
from kdc_desktop.screens.polls.plan_words import SUBJECTS
from tests.gui.polls.watched import Watched

ENTER = Qt.Key.Key_Return


def _begin(screen: Watched, key: str) -> None:
    screen.new_poll()
    page = screen.pages.plan_page
    at = [method.key for method in methods()].index(key)
    page.rule_fields.method_combo.setCurrentIndex(at)
    page.subject_choice.set_current(SUBJECTS.index(PollSubject.WRITTEN))
    page._change_subject()
    screen.window().activateWindow()
    edit = page.lines.next_edit
    assert edit is not None
    edit.setFocus()


def _type(*words: str) -> None:
    for word in words:
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, word)
        QTest.keyClick(focused, ENTER)


def test_enter_leads_from_a_name_to_its_cost_and_on_to_the_next_name(screen: Watched) -> None:
    _begin(screen, "budget")
    _type("Benches", "500", "Lamps", "400", "Trees", "600", "Bins", "100")
    plan = screen.pages.plan_page.plan
    assert plan.written == ("Benches", "Lamps", "Trees", "Bins")
    assert plan.costs == (500, 400, 600, 100)


def test_enter_leads_to_the_next_name_where_nothing_has_a_number(screen: Watched) -> None:
    _begin(screen, "ranking")
    _type("Benches", "Lamps", "Trees")
    assert screen.pages.plan_page.plan.written == ("Benches", "Lamps", "Trees")


def test_a_number_belongs_to_a_name_and_only_digits_go_into_it(screen: Watched) -> None:
    _begin(screen, "budget")
    lines = screen.pages.plan_page.lines_scrolled.findChildren(NamedNumbers)[0]
    assert [line.spin.isEnabled() for line in lines._lines] == [False]
    _type("", "Benches")  # Enter in an empty name leads nowhere
    focused: QWidget | None = QApplication.focusWidget()
    assert focused is lines._lines[0].spin
    QTest.keyClicks(focused, "Lamps")
    told = screen.window().findChild(QLabel, "field_limit")
    assert told is not None
    assert told.text() == "Only digits go in here. Enter leads to the next line."
    assert screen.pages.plan_page.plan.written == ("Benches",)


def test_enter_leads_from_cost_to_cost_where_names_are_given(screen: Watched) -> None:
    _begin(screen, "budget")
    page = screen.pages.plan_page
    page.subject_choice.set_current(SUBJECTS.index(PollSubject.CLUSTERS))
    page._change_subject()
    screen.jobs.wait()
    priced = page.lines._priced
    priced._lines[0].spin.setFocus()
    priced._lines[0].spin.selectAll()
    _type("5", "7")
    assert page.plan.costs[:3] == (5, 7, 0)
