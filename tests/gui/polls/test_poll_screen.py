"""A facilitator holds a poll, with clicks and keys."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.joined import WINNERS
from kdc_desktop.services.polls import preparing, questions
from kdc_desktop.services.polls.hands import hands, set_hands
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.winners.questions import winners
from tests.rooms.poll_room import TOPICS, Room

LEFT = Qt.MouseButton.LeftButton


class Watched(PollScreen):
    """A poll screen that remembers what it had to tell."""

    def __init__(self, theme: Theme, room: Room) -> None:
        super().__init__(theme, room.database, room.session_id, WINNERS)
        self.room = room
        self.problems: list[str] = []
        self.problem.connect(self.problems.append)

    @property
    def shown(self) -> PollRow:
        """The poll that is shown, which is there."""
        assert self.poll is not None
        return self.poll


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(theme, room)
    stop = room.database.subscribe(made.on_changes)
    qtbot.addWidget(made)
    made.resize(900, 650)
    made.show()
    yield made
    stop()


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def vote(screen: Watched, places: Iterable[int], option: int, count: int = 1) -> None:
    options = screen.room.options(screen.shown.id)
    for place in places:
        screen.room.cast(screen.shown.id, place, {options[option]: count})


def revealed(screen: Watched) -> None:
    screen.show_poll(screen.room.open_poll(secrecy=Secrecy.SECTOR_ONLY, smallest_group=3))
    vote(screen, range(12), 2, 2)
    vote(screen, range(12, 18), 0, 1)
    screen.close_poll()
    screen.reveal_poll()


def poll_slide(screen: PollScreen) -> PollSlide:
    slide = screen.slide()
    assert isinstance(slide, PollSlide)
    return slide


def reveal_slide(screen: PollScreen) -> RevealSlide:
    slide = screen.slide()
    assert isinstance(slide, RevealSlide)
    return slide


def test_a_whole_poll_with_clicks_and_keys(room: Room, screen: Watched) -> None:
    click(screen.empty.button)
    QTest.keyClicks(screen.plan_page.question_edit, "What now?")
    QTest.keyClick(
        screen.plan_page.question_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert screen.open_page.turnout_label.text() == "0 of 20 have voted"
    QTest.keyClicks(screen.open_page.search_edit, "juho ain")
    QTest.keyClick(screen.open_page.search_edit, Qt.Key.Key_Return)
    paper = screen.open_page.paper.paper
    for key in "113":
        QTest.keyClicks(screen.focusWidget(), key)
    assert screen.open_page.paper.left_label.text() == "2 of 5 left"
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert screen.open_page.channels_label.text() == "1 by hand = 1 of 20 present"
    click(screen.head.close_button)
    click(screen.closed_page.button)
    totals = [(row.place, row.title, row.total) for row in screen.result_page.model.rows[:2]]
    assert totals == [("1", TOPICS[0], 2), ("2", TOPICS[2], 1)]
    assert screen.problems == []


def test_the_room_never_sees_a_tally_before_the_reveal(room: Room, screen: Watched) -> None:
    changed = []
    screen.room_changed.connect(lambda: changed.append(1))
    assert screen.slide() is None
    screen.show_poll(room.open_poll())
    vote(screen, range(5), 1)
    assert (poll_slide(screen).voted, poll_slide(screen).electorate) == (5, 20)
    assert len(changed) == 6
    screen.close_poll()
    assert poll_slide(screen).closed is True
    assert "Reveal the result" in screen.closed_page.button.text()
    screen.reveal_poll()
    slide = reveal_slide(screen)
    assert [(row.place, row.option, row.total) for row in slide.rows[:2]] == [
        ("1", TOPICS[1], 5),
        ("=2", TOPICS[0], 0),
    ]
    assert slide.reconciliation == "5 of 20 voted: 5 at the kiosk"


def test_winners_are_marked_with_a_key_and_by_number(room: Room, screen: Watched) -> None:
    revealed(screen)
    table = screen.result_page.table
    table.selectRow(1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_W)
    assert [row.title for row in winners(room.database, room.session_id)] == [TOPICS[0]]
    QTest.keyClick(table, Qt.Key.Key_W)
    assert winners(room.database, room.session_id) == []
    screen.result_page.first_spin.setValue(2)
    click(screen.result_page.first_button)
    assert [row.title for row in winners(room.database, room.session_id)] == [
        TOPICS[2],
        TOPICS[0],
    ]


def test_the_ranking_by_the_weakest_sector_is_one_key_away(room: Room, screen: Watched) -> None:
    revealed(screen)
    QTest.keyClick(screen.result_page.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert screen.result_page.order == "weakest"
    assert screen.result_page.table.isColumnHidden(4) is False
    assert reveal_slide(screen).method == "Dots, 5 each · by the weakest sector"


def test_a_show_of_hands_is_counted_beside_the_papers(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    vote(screen, range(5), 1)
    click(screen.head.hands_button)
    panel = screen.open_page.hands
    QTest.keyClicks(panel.people_spin, "16")
    click(panel.save_button)
    assert screen.problems == [
        "16 by show of hands and 5 papers are more than the 20 who may vote. "
        "At most 15 can take part by hand."
    ]
    panel.people_spin.setValue(10)
    raised = panel.findChild(QSpinBox, "hands_2")
    assert raised is not None
    raised.setValue(30)
    click(panel.save_button)
    assert hands(room.database, screen.shown.id) == (
        10,
        {room.options(screen.shown.id)[1]: 30},
    )
    assert screen.open_page.turnout_label.text() == "15 of 20 have voted"


def test_hands_are_told_apart_from_sectors_too_small_to_show(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECTOR_ONLY, smallest_group=3))
    vote(screen, range(12), 2, 1)
    first, third = room.options(screen.shown.id)[::2][:2]
    set_hands(room.database, screen.shown.id, 8, {first: 5, third: 4})
    screen.close_poll()
    screen.reveal_poll()
    rows = {row.option: (row.total, row.rest, row.hands) for row in reveal_slide(screen).rows}
    assert rows[TOPICS[0]] == (5, 0, 5)
    assert rows[TOPICS[2]][0] == 16
    hidden = 12 - sum(
        share.count or 0 for share in reveal_slide(screen).rows[0].shares if share.count is not None
    )
    assert rows[TOPICS[2]][1:] == (hidden, 4)
    assert screen.result_page.rule_label.text().endswith(
        "The dotted part of a bar was given by show of hands, which belongs to no sector."
    )
    model = screen.result_page.model
    tip = model.data(model.index(0, 2), Qt.ItemDataRole.ToolTipRole)
    assert "By show of hands: 4" in tip


def test_in_a_secret_poll_nothing_is_said_of_dotted_bars(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECRET))
    vote(screen, range(6), 0)
    set_hands(room.database, screen.shown.id, 8, {room.options(screen.shown.id)[0]: 5})
    screen.close_poll()
    screen.reveal_poll()
    assert screen.result_page.rule_label.text() == "Ranked by the total."
    assert reveal_slide(screen).rows[0].hands == 0


def test_options_are_found_and_ticked(room: Room, screen: Watched) -> None:
    click(screen.empty.button)
    plan = screen.plan_page
    assert plan.chosen_label.text() == "6 of 6 chosen"
    click(plan.none_button)
    QTest.keyClicks(plan.search_edit, "ferry")
    click(plan.all_button)
    plan.search_edit.clear()
    QTest.keyClicks(plan.search_edit, "energy")
    click(plan.all_button)
    assert plan.plan.option_ids == (room.clusters[3], room.clusters[5])


def test_a_form_that_is_being_filled_in_is_kept_when_the_board_changes(
    room: Room, screen: Watched
) -> None:
    click(screen.empty.button)
    QTest.keyClicks(screen.plan_page.question_edit, "What now?")
    screen.plan_page.choice_list.tick(room.clusters[:2])
    preparing.create_poll(
        room.database,
        room.session_id,
        preparing.PollPlan(question="Another", option_ids=tuple(room.clusters)),
    )
    assert screen.plan_page.question_edit.text() == "What now?"
    click(screen.plan_page.keep_button)
    rows = questions.polls(room.database, room.session_id)
    assert [(row.question, row.options) for row in rows] == [("Another", 6), ("What now?", 2)]
    assert screen.shown.question == "What now?"


def test_a_draft_is_changed_before_it_is_opened(room: Room, screen: Watched) -> None:
    screen.show_poll(room.draft(secrecy=Secrecy.SECRET))
    click(screen.plan_page.none_button)
    screen.plan_page.choice_list.tick(room.clusters[:3])
    click(screen.plan_page.open_button)
    assert (screen.shown.state, screen.shown.options) == ("open", 3)


def test_what_cannot_be_opened_is_told_in_a_sentence(screen: Watched) -> None:
    click(screen.empty.button)
    click(screen.plan_page.open_button)
    assert screen.problems == ["Write the question that the room is asked."]


def test_the_kiosk_is_asked_for_with_f9(room: Room, screen: Watched, qtbot: QtBot) -> None:
    screen.show_poll(room.open_poll())
    with qtbot.waitSignal(screen.kiosk_wanted) as wanted:
        QTest.keyClick(screen, Qt.Key.Key_F9)
    assert wanted.args == [screen.shown.id]


def test_somebody_who_votes_at_the_kiosk_meanwhile_is_told(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    voter = screen.open_page.model.row(0)
    screen.open_page.enter_paper(voter)
    room.cast(screen.shown.id, room.people.index(voter.person_id), {})
    click(screen.open_page.paper.cast_button)
    assert screen.problems == [
        "Aino Ainonen has voted. In a secret poll a paper cannot be taken back."
    ]


def test_a_paper_that_is_refused_stays_filled_in(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.open_page
    voter = page.model.row(0)
    page.enter_paper(voter)
    page.paper.paper.focus_option(0)
    focus: QWidget | None = page.paper.paper.focusWidget()
    QTest.keyClick(page.paper.paper if focus is None else focus, Qt.Key.Key_Space)
    marks = dict(page.paper.paper.marks)
    room.cast(screen.shown.id, room.people.index(voter.person_id), {})
    click(page.paper.cast_button)
    assert page.side.currentWidget() is page.paper
    assert (page.paper.voter, page.paper.paper.marks) == (voter, marks)


def test_a_named_paper_can_be_entered_again(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.NAMED))
    vote(screen, [0], 1)
    screen.open_page.roll_choice.set_current(1)
    screen.touch()
    voted = next(row for row in screen.open_page.model.rows if row.channel)
    screen.open_page.enter_paper(voted)
    click(screen.open_page.paper.cast_button)
    screen.close_poll()
    screen.reveal_poll()
    assert room.result(screen.shown.id).rows[0].total == 0


def test_another_round_is_held_on_the_selected_options(room: Room, screen: Watched) -> None:
    revealed(screen)
    screen.result_page.table.selectAll()
    click(screen.head.repeat_button)
    assert (screen.shown.state, screen.shown.options) == ("draft", 6)
    assert screen.head.poll_choice.count() == 2
