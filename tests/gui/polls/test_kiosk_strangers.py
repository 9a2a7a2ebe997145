"""Whoever comes next while a paper lies open at the kiosk: it is not cast, and nobody is lost."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.services.polls import questions as poll_questions
from tests.gui.polls.stand import MakeKiosk, Stand, headline, shown_words, tap, typed

ENTER, SPACE, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Escape
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def voted(kiosk: Stand) -> int:
    return poll_questions.turnout(kiosk.room.database, kiosk.poll_id).voted


def left_open(kiosk: Stand, page: str) -> None:
    """The paper of Juho, who has gone away from this page."""
    typed(kiosk, "103", ENTER, "1", "4")
    kiosk.stack.paper.paper.code.leave()
    if page == "review":
        tap(kiosk, "kiosk_done")


@pytest.mark.parametrize("page", ["paper", "review"])
@pytest.mark.parametrize("name", ["kofi n", "ka", "o", "aino eer"])
def test_a_name_and_enter_cast_nobody_elses_paper(
    make_kiosk: MakeKiosk, page: str, name: str
) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, page)
    typed(kiosk, *name, ENTER, ENTER, SPACE, ENTER)
    assert voted(kiosk) == 0
    assert kiosk.stack.paper.paper.given == 2
    assert headline(kiosk) == "Are you still there, Juho Ainonen?"
    typed(kiosk, DOWN, DOWN, UP, ENTER)  # as one chooses a name
    assert kiosk.shows(kiosk.stack.pick)
    assert kiosk.stack.pick.query.text() == name, "nobody types their name twice"
    assert kiosk.stack.paper.paper.marks == {}


@pytest.mark.parametrize(
    ("page", "badge"), [("paper", "107"), ("paper", "112"), ("paper", "1K2m"), ("review", "112")]
)
def test_the_number_of_a_badge_and_enter_do_not_either(
    make_kiosk: MakeKiosk, page: str, badge: str
) -> None:
    kiosk = make_kiosk()
    kiosk.room.change_attendance(kiosk.room.people[5], badge="1K2M")
    left_open(kiosk, page)
    typed(kiosk, *badge, ENTER, ENTER)
    assert voted(kiosk) == 0
    assert headline(kiosk) == "Are you still there, Juho Ainonen?"
    assert kiosk.stack.paper.paper.given == 2
    tap(kiosk, "kiosk_still_other")
    marks = page == "paper" and badge.isdecimal()
    assert kiosk.stack.pick.query.text() == ("" if marks else badge)


def test_what_another_badge_gave_is_taken_off_and_its_owner_gives_in_peace(
    make_kiosk: MakeKiosk,
) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, "paper")
    before = kiosk.stack.paper.paper.marks
    typed(kiosk, *"112", ENTER)
    assert kiosk.stack.still.text.text().endswith("What it gave or took is undone.")
    tap(kiosk, "kiosk_still_here")
    assert kiosk.stack.paper.paper.marks == before
    one, two = (title for _key, title in kiosk.stack.paper.paper.ballot.options[:2])
    told = f"Taken off again: 1. {one[:5]}"
    assert kiosk.foot.line.text().startswith(told), (one, two)
    typed(kiosk, *"112", ENTER)
    assert kiosk.shows(kiosk.stack.confirm), "who has answered is not asked again"
    assert kiosk.stack.paper.paper.given == 5


def test_a_number_that_gives_nothing_goes_to_nobody_either(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, "paper")
    typed(kiosk, *"111")
    kiosk.stack.paper.paper.code.leave()
    typed(kiosk, *"112", ENTER)
    assert kiosk.stack.still.text.text().endswith("Nothing of it is handed in.")
    assert kiosk.stack.paper.paper.given == 5
    typed(kiosk, "9", ESC)
    assert kiosk.stack.pick.query.text() == "9"


@pytest.mark.parametrize(("badges", "digits"), [(100, "112"), (100, "214"), (0, "5"), (0, "16")])
def test_numbers_of_options_and_enter_lead_on_whoever_wears_them(
    make_kiosk: MakeKiosk, badges: int, digits: str
) -> None:
    kiosk = make_kiosk()
    with kiosk.room.database.edit(lazy("Printed other badges")) as edit:
        for place, attendance in enumerate(edit.scalars(select(Attendance)), start=1):
            attendance.badge = str(badges + place)
    typed(kiosk, str(badges + 3), ENTER, *digits, ENTER)
    assert kiosk.shows(kiosk.stack.confirm)
    assert kiosk.stack.paper.paper.given == len(digits)


@pytest.mark.parametrize("page", ["paper", "review", "question"])
def test_the_page_that_covers_a_paper_prints_no_digits(make_kiosk: MakeKiosk, page: str) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, page)
    if page == "question":
        kiosk.patience._idle.timeout.emit()
    typed(kiosk, *"107", ENTER)
    assert kiosk.shows(kiosk.stack.still)
    assert not any(sign.isdecimal() for sign in " ".join(shown_words(kiosk)) + kiosk.page.spoken)


@pytest.mark.parametrize("page", ["paper", "review"])
def test_whose_paper_it_is_goes_on_where_they_were(make_kiosk: MakeKiosk, page: str) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, page)
    before = kiosk.page
    typed(kiosk, *"ju", TAB, TAB)
    assert kiosk.focusWidget() is kiosk.stack.still.here_button
    typed(kiosk, ENTER)
    assert kiosk.shows(before)
    assert kiosk.stack.paper.paper.given == 2


def test_one_letter_is_a_slip(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, "paper")
    typed(kiosk, "x")
    assert kiosk.shows(kiosk.stack.paper)
    kiosk.turns._strays.stop()
    kiosk.stack.paper.paper._names.stop()
    typed(kiosk, "1", SPACE, ENTER)
    assert kiosk.shows(kiosk.stack.confirm)
    assert kiosk.stack.paper.paper.given == 4


def test_the_question_is_answered_by_nobody_who_types_on(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, "review")
    typed(kiosk, *"ko", TAB, *"fi n", SPACE, ENTER)
    assert kiosk.shows(kiosk.stack.still)
    assert "“kofi n”" in kiosk.stack.still.text.text()
    assert kiosk.foot.line.text().startswith("First say who you are")
    typed(kiosk, ESC)
    assert kiosk.shows(kiosk.stack.pick)


def test_a_sign_typed_long_ago_on_the_review_is_nobodys_vote(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, "review")
    typed(kiosk, "5")
    kiosk.turns._strays.stop()
    typed(kiosk, ENTER, ENTER)
    assert voted(kiosk) == 0
    tap(kiosk, "kiosk_still_other")
    assert kiosk.stack.pick.query.text() == "5"


def test_a_paper_that_says_something_is_covered_soon(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    waits = kiosk.patience._idle.interval
    typed(kiosk, "103", ENTER)
    assert waits() == 60_000, "who reads the options is not asked"
    typed(kiosk, "1")
    assert waits() == 20_000
    tap(kiosk, "kiosk_done")
    assert waits() == 20_000


def test_a_paper_that_everybody_may_see_is_covered_later(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(secrecy="named")
    typed(kiosk, "103", ENTER, "1")
    assert kiosk.patience._idle.interval() == 60_000


def test_who_went_away_in_the_middle_is_told(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    gone: list[str] = []
    kiosk.left_midway.connect(gone.append)
    kiosk.patience.start_over_after = 20
    left_open(kiosk, "review")
    kiosk.patience._idle.timeout.emit()
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.stack.pick))
    assert gone == ["Juho Ainonen"]
    left_open(kiosk, "paper")
    tap(kiosk, "kiosk_start_over")
    assert gone == ["Juho Ainonen"], "who starts over has not gone"


@pytest.mark.parametrize("pin", [False, True])
def test_a_name_typed_over_the_way_out_goes_into_its_field(
    make_kiosk: MakeKiosk, pin: bool
) -> None:
    kiosk = make_kiosk()
    kiosk.turns.ask_to_leave(pin=pin)
    typed(kiosk, *"aino eer")
    assert kiosk.stack.pick.query.text() == "aino eer"
    typed(kiosk, ENTER)
    assert headline(kiosk) == "Aino, where do your dots go?"


def test_neither_space_nor_enter_answers_whether_the_kiosk_ends(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    kiosk.turns.ask_to_leave(pin=False)
    typed(kiosk, ENTER, SPACE)
    assert kiosk.shows(kiosk.stack.leave)
    typed(kiosk, TAB, TAB, SPACE)
    assert kiosk.isVisible()
    typed(kiosk, ENTER)
    assert not kiosk.isVisible()


def test_who_begins_to_type_during_the_thanks_loses_no_letter(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    left_open(kiosk, "review")
    typed(kiosk, ENTER)
    assert headline(kiosk) == "Thank you, Juho!"
    typed(kiosk, *"aino")
    assert kiosk.stack.pick.query.text() == "aino"
    assert voted(kiosk) == 1


def test_every_page_says_whose_paper_it_is(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103", ENTER)
    whose = kiosk.stack.paper.question.text().split(" · ")[:2]
    said = []
    for step in (lambda: tap(kiosk, "kiosk_done"), kiosk.patience._idle.timeout.emit):
        step()
        said.append(" ".join(shown_words(kiosk)))
    assert whose[0] == "Juho Ainonen"
    assert all(part in words for part in whose for words in said)
