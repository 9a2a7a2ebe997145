"""A budget on the facilitator's page: what is funded, what is left, and what is taken further."""

from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.screens.polls.result_page import COST_COLUMN, FUNDED_COLUMN
from kdc_desktop.services.winners.questions import winners
from tests.gui.polls.watched import Watched, click, revealed

NAMES, COSTS = ("Benches", "Lamps", "Trees", "Bins"), (500, 400, 600, 100)
PLAN = {
    "method": "budget",
    "marks_each": 0,
    "secrecy": Secrecy.NAMED,
    "subject": PollSubject.WRITTEN,
    "option_ids": (),
    "written": NAMES,
    "costs": COSTS,
    "total": 1000,
}


def _spent(screen: Watched, papers: tuple[tuple[int, ...], ...]) -> None:
    """Each paper says yes to the options at these places."""
    room = screen.room
    screen.show_poll(room.open_poll(**PLAN))
    options = room.options(screen.shown.id)
    for at, paper in enumerate(papers):
        room.cast(screen.shown.id, at, {options[place]: 1 for place in paper})
    screen.close_poll()
    screen.revealing.reveal()


def _won(screen: Watched) -> set[str]:
    return {won.title for won in winners(screen.room.database, screen.room.session_id)}


TIED = (
    (0, 2, 3),
    (0, 2, 3),
    (0, 2),
    (1,),
)  # benches and trees have three each: not enough for both


def test_the_table_says_what_each_costs_and_what_is_funded(screen: Watched) -> None:
    _spent(screen, TIED)
    page = screen.pages.result_page
    told = {row.title: (row.cost, row.chosen) for row in page.model.rows}
    cells = {
        page.model.index(at, 1).data(): tuple(
            page.model.index(at, column).data() for column in (COST_COLUMN, FUNDED_COLUMN)
        )
        for at in range(4)
    }
    assert told["Trees"] == (600, False)
    assert cells == {
        "Benches": ("500", "yes"),
        "Trees": ("600", "no"),
        "Bins": ("100", "yes"),
        "Lamps": ("400", "yes"),
    }
    first_line = page.told_label.text().split("\n")[0]
    assert first_line == "3 of 4 are funded, for 1,000 of 1,000: 0 left."
    hidden = [page.table.isColumnHidden(column) for column in (COST_COLUMN, FUNDED_COLUMN)]
    assert hidden == [False, False]


def test_the_funded_ones_are_taken_further_without_a_question(screen: Watched) -> None:
    _spent(screen, TIED)
    further = screen.pages.result_page.further
    assert further.first_button.text() == "Make the 3 funded ones winners"
    assert (further.first_spin.isVisible(), further.first_note.isVisible()) == (False, False)
    click(further.first_button)
    assert screen.problems == []
    assert _won(screen) == {"Benches", "Bins", "Lamps"}


def test_what_is_not_funded_is_taken_further_with_a_reason(screen: Watched) -> None:
    _spent(screen, TIED)
    options = screen.room.options(screen.shown.id)
    result = screen.pages.result
    lamps = screen._holding.asks_why(result, [options[1]], screen._passed_over)
    trees = screen._holding.asks_why(result, [options[2]], screen._passed_over)
    assert lamps == ""  # the last by votes, but funded
    assert trees == "“Benches” came before “Trees”. Why is the other one taken further?"


def test_where_nothing_is_funded_nothing_is_offered(screen: Watched) -> None:
    _spent(screen, ((),))
    further = screen.pages.result_page.further
    assert (further.first_button.text(), further.first_button.isEnabled()) == (
        "Nothing is funded",
        False,
    )


def test_other_results_have_neither_cost_nor_what_is_funded(screen: Watched) -> None:
    revealed(screen)
    table = screen.pages.result_page.table
    assert table.isColumnHidden(COST_COLUMN)
    assert table.isColumnHidden(FUNDED_COLUMN)
