"""What the room sees of the polls: the one with which something was done last, or is shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.polls.stages import VOTE
from kdc_desktop.domain.polls.states import Order, PollState
from kdc_desktop.instants import Instant
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.room import board_under
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.polls.closing_time import time_told
from kdc_desktop.screens.polls.counted import Counted
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.screens.polls.slides import poll_slide, reveal_slide
from kdc_desktop.services.board.boards import board_asked_about
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls import results as poll_results
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.hands import hands
from kdc_desktop.services.polls.rows import PollResult, PollRow
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database


class RoomPoll(QObject):
    """Makes slides of any poll, by its id and the order of its result.

    `counted` is the count of one that the pages do not show; `stage_id` is the stage that the
    screen stands for; `stepped` tells that the room sees another number of places.
    """

    stepped = Signal()

    def __init__(
        self,
        database: Database,
        session_id: int,
        pages: PollPages,
        won: Won,
        jobs: Jobs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database, self._session_id = database, session_id
        self._pages, self._won = pages, won
        self.counted = Counted(database, jobs, self)
        self.stage_id: int | None = None
        self._to_find: StageRow | None = None
        self._step: tuple[int, int] | None = None  # of a poll, so many places are shown

    def sight(self, row: PollRow | None) -> Sight | None:
        """This poll, as its result is ranked now; nothing of one that is being prepared."""
        if row is None or row.state == PollState.DRAFT or row.elsewhere is not None:
            return None
        page = self._pages.result_page
        order = page.order if row.revealed else Order.TOTAL
        rule = page.choices.rule if row.revealed else ""
        is_recount = bool(rule) and rule != row.kind.rule(row.rule).key
        return Sight(None, (row.id, order, rule) if is_recount else (row.id, order))

    def sight_of(self, stage: StageRow | None, polls: Sequence[PollRow]) -> Sight:
        """The poll with which something was done last: in this stage, or that is still open.

        In a stage of its own the result is that of the poll whose winners were chosen, else of
        the one revealed last; what is done in that stage comes before both.
        """
        is_vote = stage is not None and stage.kind == VOTE.key
        since = stage.started_at if stage is not None and is_vote else None
        there = [
            row
            for row in polls
            if (at := _done_at(row)) is not None
            and (since is None or at >= since or row.state == PollState.OPEN)
        ]
        if not is_vote:
            there = self._chosen_in(there) or [row for row in there if row.revealed] or there
        last = max(there, key=lambda row: (_done_at(row), row.id), default=None)
        if last is None:
            return Sight(stage if is_vote else None)
        return Sight(None, (last.id, last.ordered_by))

    @property
    def is_stepping(self) -> bool:
        """Whether places of a result are still to be shown to the room."""
        return self._step is not None

    def begin_steps(self, poll_id: int) -> None:
        """Show the room no place of this result yet."""
        self._step = poll_id, 0
        self.stepped.emit()

    def step(self) -> bool:
        """Show the room the next place, the last first; False where all are shown."""
        if self._step is None:
            return False
        self._step = self._step[0], self._step[1] + 1
        self.stepped.emit()
        return True

    def end_steps(self) -> None:
        """Show the room all places."""
        if self._step is not None:
            self._step = None
            self.stepped.emit()

    def comes_to(self, stage: StageRow) -> bool:
        """Whether this stage is another one, at which one finds the poll that the room sees."""
        if stage.id == self.stage_id:
            return False
        self.stage_id, self._to_find = stage.id, stage
        return True

    def is_led_to(self, poll_id: int) -> int:
        """One comes for this poll, whatever the room sees."""
        self._to_find = None
        return poll_id

    def found(self, poll_id: int | None, polls: Sequence[PollRow]) -> int | None:
        """The poll that is found on coming to a stage; else this one, and the last without it."""
        stage, self._to_find = self._to_find, None
        if stage is not None and (stage.kind != VOTE.key or stage.started_at is not None):
            of = self.sight_of(stage, polls).of
            poll_id = of[0] if isinstance(of, tuple) else poll_id
        if any(row.id == poll_id for row in polls):
            return poll_id
        return polls[-1].id if polls else None

    def _chosen_in(self, polls: Sequence[PollRow]) -> list[PollRow]:
        with self._database.read() as snapshot:
            chosen = {poll_id for poll_id, _option in self._won(snapshot, [self._session_id])}
        return [row for row in polls if row.id in chosen]

    def slide_of(self, sight: Sight, polls: Sequence[PollRow], *, known: bool) -> Slide | None:
        """The vote without a tally, or the result once it is revealed and counted.

        Before it is open, what there is to vote on.

        `known`: the pages show how things are now.
        """
        stage = sight.stage
        if sight.of is None and stage is not None and stage.kind == VOTE.key:
            of, question = (self._database, self._session_id), stage.prompt or stage.title
            return board_under(question, *of, board_asked_about(*of, stage.id))
        poll_id, order, *recount = sight.of if isinstance(sight.of, tuple) else (0, Order.TOTAL)
        rule = recount[0] if recount else ""
        row = next((row for row in polls if row.id == poll_id), None)
        if row is None or row.state == PollState.DRAFT or row.elsewhere is not None:
            return None
        shown = self._pages.result
        wanted = (order, rule or row.kind.rule(row.rule).key)
        in_sight = known and row.revealed and shown is not None and shown.poll == row
        if in_sight and shown is not None and wanted == (shown.order, shown.rule_key):
            return self._slide(shown, self._pages.hands_raised)
        return self._revealed(row, order, rule) if row.revealed else self._vote(row)

    def _vote(self, row: PollRow) -> Slide:
        time = time_told(row, self._database.now())
        return poll_slide(row, poll_questions.options(self._database, row.id), time)

    def _revealed(self, row: PollRow, order: Order, rule: str) -> Slide:
        counted = self._pages.counted if self._pages.counted.is_of(row) else self.counted
        tally = counted.of(row)
        if tally is None:
            return self._vote(row)
        result = poll_results.result(self._database, row.id, self._won, order, tally, rule)
        return self._slide(result, hands(self._database, row.id)[1])

    def _slide(self, result: PollResult, raised: Mapping[int, int]) -> Slide:
        places = self._step[1] if self._step and self._step[0] == result.poll.id else None
        slide = reveal_slide(result, raised, places)
        if places is not None and places >= slide.steps:
            self._step = None
        return slide


def _done_at(row: PollRow) -> Instant | None:
    return row.revealed_at or row.closed_at or row.opened_at
