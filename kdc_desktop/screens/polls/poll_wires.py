"""What the poll screen does for its pages and actions: each signal and key has its act."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction

from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.reasons import ReasonedAction
from kdc_desktop.screens.polls.closing_question import close_after_asking
from kdc_desktop.screens.polls.holding_acts import HoldingActs
from kdc_desktop.screens.polls.poll_actions import ACTIONS
from kdc_desktop.screens.polls.poll_head import PollHead
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.screens.polls.poll_verbs import PollVerbs
from kdc_desktop.screens.polls.result_page import ResultPage
from kdc_desktop.screens.polls.revealing import HoldsPoll, Revealing
from kdc_desktop.screens.polls.room import RoomPoll
from kdc_desktop.screens.polls.taking_further import TakingFurther
from kdc_desktop.services.polls.preparing import PollPlan


class ShowsPolls(HoldsPoll, Protocol):
    """What the poll screen does itself; what its verbs do is asked of them."""

    head: PollHead
    pages: PollPages
    revealing: Revealing
    room_changed: SignalInstance
    problem: SignalInstance
    kiosk_end_wanted: SignalInstance

    @property
    def act(self) -> Callable[..., ReasonedAction]: ...
    def touch(self) -> None: ...
    def new_poll(self) -> None: ...
    def take_temperature(self) -> None: ...
    def start_kiosk(self) -> None: ...
    def count_hands(self) -> None: ...
    def open_slips(self) -> None: ...
    def close_poll(self) -> None: ...
    def repeat_poll(self) -> None: ...
    def show_poll(self, poll_id: int) -> None: ...
    def open_poll(self, plan: PollPlan) -> None: ...
    def keep_draft(self, plan: PollPlan) -> None: ...
    def cancel_plan(self) -> None: ...
    def mark(self, option_ids: Sequence[int]) -> None: ...
    def why_not_now(self, name: str) -> str: ...
    def take_in(self, verb: Callable[..., bool], whose: int, given: Mapping[Any, int]) -> None: ...


IN_MENU = {
    *("take_the_temperature", "give_more_time", "raise_the_limit", "let_late_arrivals_in"),
    "ask_otherwise",
    *("reveal_place_by_place", "rank_by_total_or_by_the_weakest_sector", "hold_a_run_off"),
    *("declare_the_poll_void", "put_the_poll_into_the_trash", "take_the_papers_over"),
}


def connect_pages(
    screen: ShowsPolls, verbs: PollVerbs, holding: HoldingActs, room: RoomPoll
) -> None:
    """Have done what the pages and the head of a screen ask for."""
    head, pages = screen.head, screen.pages
    pages.new_wanted.connect(screen.new_poll)
    pages.counted.came.connect(screen.touch)
    room.counted.came.connect(screen.room_changed)
    room.stepped.connect(screen.room_changed)
    pages.reveal_wanted.connect(screen.revealing.reveal)
    pages.repeat_wanted.connect(screen.repeat_poll)
    pages.slips_wanted.connect(screen.open_slips)
    pages.go_on_wanted.connect(holding.pause)
    pages.refused.connect(screen.problem)
    pages.take_over_wanted.connect(partial(screen.with_poll, verbs.take_over))
    head.poll_chosen.connect(screen.show_poll)
    head.end_kiosk_button.clicked.connect(screen.kiosk_end_wanted)
    pages.open_wanted.connect(screen.open_poll)
    pages.keep_wanted.connect(screen.keep_draft)
    screen.problem.connect(pages.refuse)
    pages.cancelled.connect(screen.cancel_plan)
    pages.paper_cast.connect(partial(screen.take_in, verbs.cast))
    pages.hands_counted.connect(partial(screen.take_in, verbs.count_hands))
    pages.order_changed.connect(screen.touch)
    pages.next_place_wanted.connect(room.step)
    pages.let_in_wanted.connect(holding.let_in)
    pages.let_leave_wanted.connect(holding.let_leave)
    pages.mark_wanted.connect(screen.mark)
    pages.unmark_wanted.connect(lambda ids: screen.with_poll(verbs.unmark, ids))


def add_actions(
    screen: ShowsPolls, verbs: PollVerbs, holding: HoldingActs
) -> Mapping[str, QAction]:
    """The actions of a screen by their names; its buttons trigger them."""
    slots = _slots(screen, verbs, holding)
    buttons, acts = screen.head.buttons_by_act, {}
    for name, text, shortcut, icon in ACTIONS:
        acts[name] = act = screen.act(
            name,
            str(text),
            slots[name],
            shortcut=shortcut,
            icon=icon,
            why_not=partial(screen.why_not_now, name),
        )
        if name in buttons:
            buttons[name].clicked.connect(act.trigger)
    screen.head.more_button.clicked.connect(partial(_offer_more, screen, acts))
    return acts


def _offer_more(screen: ShowsPolls, acts: Mapping[str, ReasonedAction]) -> None:
    """What can be done with the poll now and has no button of its own."""
    button = screen.head.more_button
    names = IN_MENU | screen.head.folded
    offered = [(name, act) for name, act in acts.items() if name in names]
    now = [act for name, act in offered if not screen.why_not_now(name)]
    open_menu(button, "poll_menu", now, button.mapToGlobal(button.rect().bottomLeft()))


def _slots(
    screen: ShowsPolls, verbs: PollVerbs, holding: HoldingActs
) -> dict[str, Callable[..., object]]:
    pages, with_poll = screen.pages, screen.with_poll
    on_result = partial(_on_result, pages)
    return {
        "new_poll": screen.new_poll,
        "take_the_temperature": screen.take_temperature,
        "open_the_poll": pages.open_planned,
        "start_the_kiosk": screen.start_kiosk,
        "slips": screen.open_slips,
        "count_a_show_of_hands": screen.count_hands,
        "pause_the_poll": holding.pause,
        "give_more_time": holding.give_time,
        "raise_the_limit": holding.raise_limit,
        "ask_otherwise": holding.ask_otherwise,
        "let_late_arrivals_in": lambda: holding.let_in(pages.late_ids),
        "close_the_poll": lambda: close_after_asking(pages, screen.poll, screen.close_poll),
        "reopen_the_poll": partial(with_poll, verbs.reopen),
        "take_the_papers_over": partial(with_poll, verbs.take_over),
        "reveal_the_result": screen.revealing.reveal,
        "reveal_place_by_place": screen.revealing.reveal_by_place,
        "rank_by_total_or_by_the_weakest_sector": partial(on_result, ResultPage.toggle_order),
        "mark_as_winner": partial(_further, pages, TakingFurther.toggle_winners),
        "take_the_first_as_winners": partial(_further, pages, TakingFurther.take_first),
        "hold_a_run_off": lambda: holding.hold_run_off(pages.result),
        "declare_the_poll_void": holding.void,
        "prepare_another_round": screen.repeat_poll,
        "put_the_poll_into_the_trash": partial(with_poll, verbs.discard),
        "find_a_voter": pages.find_voter,
    }


def _on_result(pages: PollPages, act: Callable[[ResultPage], object]) -> None:
    act(pages.result_page)


def _further(pages: PollPages, act: Callable[[TakingFurther], object]) -> None:
    act(pages.result_page.further)
