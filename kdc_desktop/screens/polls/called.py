"""What people call what is done with a poll."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "poll",
    plazy("stage", "Poll"),
    (
        Called(
            "new_poll",
            lazy("New poll"),
            lazy(
                "poll, vote, voting, ballot, election, survey, question, dots, dot voting, "
                "prepare a vote, start a vote, decide, show of hands vote"
            ),
            at_once=True,
        ),
        Called(
            "take_the_temperature",
            lazy("Take the temperature"),
            lazy("fist to five, thumbs, consent, mood, how do we feel, check the room, quick poll"),
        ),
        Called(
            "open_the_poll",
            lazy("Open the poll"),
            lazy("start voting, begin the vote, let people vote, launch the poll, start the poll"),
        ),
        Called(
            "start_the_kiosk",
            lazy("Start the kiosk"),
            lazy("kiosk, voting booth, booth, tablet, terminal, ballot box, vote on this laptop"),
        ),
        Called(
            "count_a_show_of_hands",
            lazy("Count a show of hands"),
            lazy("hands, raise hands, show of hands, count votes, type counts"),
        ),
        Called(
            "slips",
            lazy("Slips…"),
            lazy(
                "ballot papers, paper ballots, printed slips, print ballots, scan, scanner, photo, "
                "camera, QR code, read slips, give out slips, type in slips, pen and paper"
            ),
        ),
        Called(
            "pause_the_poll",
            lazy("Pause the poll, or let it go on"),
            lazy("pause voting, stop for a moment, break, resume the vote, continue voting"),
        ),
        Called(
            "give_more_time",
            lazy("Give more time…"),
            lazy("extend the vote, more minutes, longer, deadline, end time"),
        ),
        Called(
            "ask_otherwise",
            lazy("Change the question…"),
            lazy("reword, other words, ask something else, edit the question, rename"),
        ),
        Called(
            "raise_the_limit",
            lazy("Raise the limit…"),
            lazy("more dots, more votes each, more marks, increase"),
        ),
        Called(
            "let_late_arrivals_in",
            lazy("Let late arrivals vote"),
            lazy("latecomers, add voters, came late, give a vote, electorate"),
        ),
        Called(
            "close_the_poll",
            lazy("Close the poll"),
            lazy("end the vote, stop voting, end the poll, finish the vote, close the vote"),
        ),
        Called("reopen_the_poll", lazy("Reopen the poll"), lazy("open again, vote again")),
        Called(
            "take_the_papers_over",
            lazy("Take the papers over"),
            lazy("votes from another laptop, votes elsewhere"),
        ),
        Called(
            "reveal_the_result",
            lazy("Reveal the result"),
            lazy("result, results, who won, show the result, publish, outcome of the vote"),
        ),
        Called(
            "reveal_place_by_place",
            lazy("Reveal place by place"),
            lazy("one at a time, drum roll, suspense, next place, from the last place"),
        ),
        Called(
            "rank_by_total_or_by_the_weakest_sector",
            lazy("Rank by total or by the weakest sector"),
            lazy("sort the result, ranking, by sector, fairness"),
        ),
        Called("mark_as_winner", lazy("Mark as winner"), lazy("winner, choose a winner, select")),
        Called(
            "take_the_first_as_winners",
            lazy("Take the first as winners"),
            lazy("winners, top three, top five, best"),
        ),
        Called(
            "prepare_another_round",
            lazy("Prepare another round"),
            lazy("second round, repeat the vote, vote again, new round"),
        ),
        Called(
            "hold_a_run_off",
            lazy("Hold a run-off of those who are tied"),
            lazy("run-off, runoff, run off, tie, tied, second round, decide between two"),
        ),
        Called(
            "declare_the_poll_void",
            lazy("Declare the result void…"),
            lazy("annul, invalid, cancel the result, wrong vote, does not count"),
        ),
        Called(
            "put_the_poll_into_the_trash",
            lazy("Put the poll into the trash"),
            lazy("delete the poll, remove the poll, discard the vote"),
        ),
        Called(
            "find_a_voter",
            lazy("Find a voter"),
            lazy("who has voted, paper by hand, vote for somebody, proxy, voters"),
        ),
    ),
)
