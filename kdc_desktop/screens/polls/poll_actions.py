"""What can be done on the poll screen, as the palette and the key sheet tell it."""

from typing import NamedTuple

from kdc_desktop.i18n import Text, lazy


class PollAction(NamedTuple):
    """An action by its name; the screen knows what it does."""

    name: str
    text: Text
    shortcut: str | None = None
    icon: str | None = None


ACTIONS = (
    PollAction("new_poll", lazy("New poll"), "Ctrl+N; Ctrl+Shift+P", "plus"),
    PollAction("take_the_temperature", lazy("Take the temperature"), "Ctrl+Shift+F", "hand"),
    PollAction("open_the_poll", lazy("Open the poll"), "Ctrl+Return"),
    PollAction("start_the_kiosk", lazy("Start the kiosk"), "F9", "presentation"),
    PollAction("count_a_show_of_hands", lazy("Count a show of hands"), "Ctrl+H", "hand"),
    PollAction("slips", lazy("Slips…"), "Ctrl+Shift+L", "scan"),
    PollAction("pause_the_poll", lazy("Pause the poll, or let it go on"), "Ctrl+Shift+E"),
    PollAction("give_more_time", lazy("Give more time…")),
    PollAction("raise_the_limit", lazy("Raise the limit…")),
    PollAction("ask_otherwise", lazy("Change the question…")),
    PollAction("let_late_arrivals_in", lazy("Let late arrivals vote")),
    PollAction("close_the_poll", lazy("Close the poll"), "Ctrl+E", "lock"),
    PollAction("reopen_the_poll", lazy("Reopen the poll"), icon="lock-open"),
    PollAction("take_the_papers_over", lazy("Take the papers over")),
    PollAction("reveal_the_result", lazy("Reveal the result"), "Ctrl+R", "eye"),
    PollAction("reveal_place_by_place", lazy("Reveal place by place"), "Ctrl+Shift+R"),
    PollAction(
        "rank_by_total_or_by_the_weakest_sector",
        lazy("Rank by total or by the weakest sector"),
        "Ctrl+T",
    ),
    PollAction("mark_as_winner", lazy("Mark as winner"), "W", "trophy"),
    PollAction("take_the_first_as_winners", lazy("Take the first as winners"), icon="trophy"),
    PollAction("prepare_another_round", lazy("Prepare another round"), icon="rotate-ccw"),
    PollAction("hold_a_run_off", lazy("Hold a run-off of those who are tied"), "Ctrl+Shift+D"),
    PollAction("declare_the_poll_void", lazy("Declare the result void…")),
    PollAction("put_the_poll_into_the_trash", lazy("Put the poll into the trash"), icon="trash-2"),
    PollAction("find_a_voter", lazy("Find a voter"), "Ctrl+F"),
)
