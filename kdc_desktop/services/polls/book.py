"""The polls that sheets may speak of, and the count of those that have been revealed.

The papers and hands of a poll that has not been revealed are never read here.
"""

from collections.abc import Collection, Iterable
from functools import cached_property

from sqlalchemy import select

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.ranking import Ranking
from kdc_desktop.domain.polls.states import Order, PollState, PollSubject
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import _, listed, listed_apart, titled
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.poll_names import PollNames
from kdc_desktop.services.polls.questions import poll_in, turnout_in
from kdc_desktop.services.polls.results import result_in
from kdc_desktop.services.polls.rows import PollResult
from kdc_desktop.services.polls.told import given_to, told_of


class PollBook:
    """The polls of the sessions wanted, without those in the trash.

    Whoever is handed an edition to share is not told of drafts: nobody was asked them.
    """

    def __init__(self, source: Source) -> None:
        self._snapshot, self._session_ids = source.snapshot, list(source.sessions)
        self._titles = {key: one.title for key, one in source.sessions.items()}
        self._winners: Collection[tuple[int, int]] | None = None
        self._turnouts: dict[int, Turnout] = {}
        self._results: dict[int, PollResult] = {}
        self._counted: dict[int, Ballots] = {}
        self._rankings: dict[tuple[int, Order], Ranking] = {}
        found = source.snapshot.scalars(
            select(Poll)
            .where(source.of(Poll.session_id), Poll.trashed_at.is_(None))
            .order_by(Poll.id)
        )
        self._all = {poll.id: poll for poll in found}
        drafts = [key for key, poll in self._all.items() if poll.state == PollState.DRAFT]
        left_out = drafts if source.shares else []
        self.polls = {key: poll for key, poll in self._all.items() if key not in left_out}
        self.closed = [poll for poll in self.polls.values() if poll.state == PollState.CLOSED]
        self.revealed = sorted(
            (poll for poll in self.closed if poll.revealed_at is not None),
            key=lambda poll: (poll.revealed_at, poll.id),
            reverse=True,
        )
        """The one revealed last comes first."""

    def winners(self, won: Won) -> Collection[tuple[int, int]]:
        """What the sessions wanted chose in polls, a poll and its option each; it is read once."""
        if self._winners is None:
            self._winners = won(self._snapshot, self._session_ids)
        return self._winners

    @cached_property
    def options(self) -> dict[int, list[Option]]:
        """The options of each poll, in the order of the paper."""
        by_poll: dict[int, list[Option]] = {key: [] for key in self._all}
        if not by_poll:
            return by_poll
        for option in self._snapshot.scalars(
            select(Option)
            .where(Option.poll_id.in_(list(self._all)))
            .order_by(Option.place_in_order, Option.id)
        ):
            by_poll[option.poll_id].append(option)
        return by_poll

    @cached_property
    def names(self) -> PollNames:
        """How the polls are called where they are told apart."""
        return PollNames(self._all, self.options)

    def line(self, poll_id: int) -> Line:
        """What stands of a poll in each of its rows: its id, its question and its number."""
        return (poll_id, self.polls[poll_id].question, self.names.number(poll_id))

    def listed(self, polls: Iterable[Poll]) -> str:
        """Polls one after the other by number and question, with their session if it is not one."""
        told = []
        for poll in polls:
            name = _(
                "{number} “{question}”",
                number=self.names.number(poll.id),
                question=poll.question,
            )
            several = len(self._titles) > 1
            told.append(titled(self._titles[poll.session_id], name) if several else name)
        return listed_apart(told) if len(self._titles) > 1 else listed(told)

    def shown(self, poll: Poll) -> list[Option]:
        """The options of a revealed poll that have a result: others are counted with them."""
        ids = self.terms(poll).ids
        return [one for one in self.options[poll.id] if one.id in ids]

    def ranking(self, poll: Poll, order: Order | None = None) -> Ranking:
        """The result of a revealed poll; in the order that was announced, unless told."""
        order = order or poll.ordered_by
        if (poll.id, order) not in self._rankings:
            row = poll_in(self._snapshot, poll.id)
            if poll.id not in self._counted:
                self._counted[poll.id] = ballots_in(self._snapshot, row)
            told = told_of(self._snapshot, row, order, self._counted[poll.id])
            self._rankings[poll.id, order] = told
        return self._rankings[poll.id, order]

    def terms(self, poll: Poll) -> Terms:
        """What a revealed poll asked, without options that are counted with others."""
        self.ranking(poll)
        return self._counted[poll.id].terms

    def result(self, won: Won, poll: Poll) -> PollResult:
        """What everybody may see of a revealed poll, by the rule and in the order announced."""
        if poll.id not in self._results:
            winners = self.winners(won)
            self.ranking(poll)
            counted = self._counted[poll.id]
            self._results[poll.id] = result_in(
                self._snapshot, poll.id, lambda *_asked: winners, counted=counted
            )
        return self._results[poll.id]

    def turnout(self, poll: Poll) -> Turnout:
        """Who took part in a poll, asked once."""
        if poll.id not in self._turnouts:
            self._turnouts[poll.id] = turnout_in(self._snapshot, poll.id)
        return self._turnouts[poll.id]

    def votes(self, subject: PollSubject, deciding: Collection[int]) -> dict[int, int]:
        """What each idea or cluster got, by its id, from one poll on them of each session.

        It is the one of the `deciding` polls that was revealed last, else the last of all.
        """
        given: dict[int, int] = {}
        seen: set[int] = set()
        for poll in sorted(self.revealed, key=lambda poll: poll.id not in deciding):
            void = poll.voided_at is not None
            if void or poll.subject != subject or poll.session_id in seen:
                continue
            seen.add(poll.session_id)
            got = given_to(self.ranking(poll), adds_up=method_of(poll.method).adds_up)
            for option in self.shown(poll):
                about = option.idea_id if subject == PollSubject.IDEAS else option.cluster_id
                if about is not None and option.id in got:  # else nobody knows what it was
                    given[about] = got[option.id]
        return given

    def left_out(self) -> tuple[str, ...]:
        """A note that names the polls whose votes are hidden; none when there are none."""
        revealed = {poll.id for poll in self.revealed}
        hidden = [poll for key, poll in self.polls.items() if key not in revealed]
        if not hidden:
            return ()
        names = self.listed(hidden)
        return (_("Left out, because they have not been revealed: {polls}.", polls=names),)
