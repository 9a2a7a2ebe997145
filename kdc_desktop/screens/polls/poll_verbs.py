"""What a facilitator does with a poll: each verb is tried, and what it has done is told."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.states import Channel, PollState
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.polls import hands, papers, preparing, rounds, running, urns
from kdc_desktop.services.polls.badges import WinnersBadge
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Database


class PollVerbs:
    """Verbs on one poll, by its id; each is true when it was done, and `screen` tells so."""

    def __init__(
        self, database: Database, winners: WinnersBadge, screen: Screen, jobs: Jobs
    ) -> None:
        self._database, self._winners, self._jobs = database, winners, jobs
        self._attempt = screen.attempt
        self._say, self._worked = screen.said.emit, screen.worked.emit
        self._doing = Doing(screen, jobs)
        self._closing: int | None = None  # the poll that is closed in a job

    def open(self, poll_id: int) -> bool:
        """Let people vote."""
        return self._do_here(running.open_poll, poll_id, told=_("The poll is open."))

    def close(self, poll: PollRow) -> None:
        """End the vote, in a job where many have voted; at once while another job is running."""
        if self._jobs.asked_for and self._closing == poll.id:
            return
        told = _("The vote is over. Its result stays hidden until the reveal.")
        rows = 0 if self._jobs.asked_for else poll.voted
        verb = partial(running.close_poll, self._database, poll.id)
        self._closing = poll.id

        def closed(_closed: object) -> None:
            self._closing = None
            self._say(told)
            self._worked()

        if not self._doing.do(rows, _("Closing the poll"), verb, closed):
            self._closing = None

    def reopen(self, poll_id: int) -> bool:
        """Let the same people go on voting."""
        return self._do_here(running.reopen_poll, poll_id, told=_("The poll is open again."))

    def take_over(self, poll_id: int) -> bool:
        """Have the papers that may be another file's."""
        told = _("The papers are here again, and the vote goes on.")
        return self._do_here(urns.take_over_papers, poll_id, told=told)

    def reveal(self, poll_id: int) -> bool:
        """Show the result to everybody."""
        return self._do_here(running.reveal_poll, poll_id, told=_("The result is revealed."))

    def discard(self, poll_id: int) -> bool:
        """Put the poll into the trash."""
        return self._do(preparing.discard_poll, poll_id, told=_("The poll is in the trash."))

    def cast(self, poll_id: int, person_id: int, marks: Marks) -> bool:
        """Count a paper that somebody has told the facilitator."""
        told = _("The paper is counted.")
        return self._do(papers.cast_paper, poll_id, person_id, marks, Channel.BY_HAND, told=told)

    def count_hands(self, poll_id: int, people: int, raised: Mapping[int, int]) -> bool:
        """Write down a show of hands."""
        told = _("The show of hands is counted.")
        return self._do(hands.set_hands, poll_id, people, raised, told=told)

    def mark(
        self, poll_id: int, counted: Ballots | None, option_ids: Sequence[int], reason: str = ""
    ) -> bool:
        """Take these options further, for a reason where one before them is left out."""
        return self._do_here(self._winners.mark, poll_id, option_ids, reason, counted)

    def unmark(self, poll_id: int, option_ids: Sequence[int]) -> bool:
        """Take them no further."""
        return self._do(self._winners.unmark, poll_id, option_ids)

    def repeat(self, poll_id: int, option_ids: Sequence[int]) -> int | None:
        """Prepare another round on these options, or on all; the id of the new poll."""
        done = self._attempt(rounds.repeat_poll, self._database, poll_id, option_ids)
        return done.answer if done else None

    def keep(
        self, draft: PollRow | None, plan: PollPlan, session_id: int, stage_id: int | None
    ) -> int | None:
        """Change the draft to this plan, or prepare a new poll where there is none; its id."""
        if draft is not None and draft.state == PollState.DRAFT:
            return draft.id if self._do(preparing.change_poll, draft.id, plan) else None
        made = self._attempt(preparing.create_poll, self._database, session_id, plan, stage_id)
        return made.answer if made else None

    def _do(self, verb: Callable[..., object], poll_id: int, *args: object, told: str = "") -> bool:
        done = self._attempt(verb, self._database, poll_id, *args)
        if done and told:
            self._say(told)
        return bool(done)

    def _do_here(
        self, verb: Callable[..., object], poll_id: int, *args: object, told: str = ""
    ) -> bool:
        """The same, and the room may see it."""
        done = self._do(verb, poll_id, *args, told=told)
        if done:
            self._worked()
        return done
