"""What is told of polls: frozen rows, with ids where more can be asked."""

from dataclasses import dataclass

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.method import Method, Number, Round
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import taken_in_order
from kdc_desktop.domain.polls.states import (
    Channel,
    Order,
    PollEvent,
    PollState,
    PollSubject,
    Secrecy,
    VotesBy,
)
from kdc_desktop.domain.polls.steps import step_told
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.instants import Instant

MANY_MARKS = 20_000
"""So many are counted in 12 ms; more should keep no window waiting."""


@dataclass(frozen=True)
class Elsewhere:
    """The papers of an open poll are not here: where they may be, in a sentence.

    `can_be_taken_over`: nobody can see whether this is the file that they belong to.
    """

    sentence: str
    can_be_taken_over: bool = False


@dataclass(frozen=True)
class PollRow:
    """A poll as it stands; `voted` counts papers and people who took part by show of hands.

    `terms` are its limits, without options and criteria: `terms_in` has them. `rule` is the key of
    the rule that is announced, empty for the first of its method, and `ordered_by` the order.
    `elsewhere` is told of an open poll whose papers are not here. `round_of` is the poll that it
    is another round of.
    """

    id: int
    session_id: int
    question: str
    method: str
    rule: str
    ordered_by: Order
    terms: Terms
    votes_by: VotesBy
    round_of: int | None
    secrecy: Secrecy
    subject: PollSubject
    smallest_group: int
    state: PollState
    revealed: bool
    options: int
    electorate: int
    papers: int
    voted: int
    created_at: Instant
    opened_at: Instant | None
    closed_at: Instant | None
    revealed_at: Instant | None
    paused_at: Instant | None
    closes_at: Instant | None
    voided_at: Instant | None
    elsewhere: Elsewhere | None

    @property
    def kind(self) -> Method:
        """Its method."""
        return method_of(self.method)

    @property
    def is_long_to_count(self) -> bool:
        """Whether it may have so many marks that adding them up is felt."""
        return self.voted * (self.terms.marks_each or self.options) >= MANY_MARKS

    @property
    def can_be_reopened(self) -> bool:
        """Whether it is closed, and more papers would not show who voted what."""
        return self.state == PollState.CLOSED and (
            self.secrecy == Secrecy.NAMED or not (self.papers or self.revealed)
        )

    @property
    def takes_papers(self) -> bool:
        """Whether people can vote in it here, now."""
        return self.is_held_here and self.paused_at is None

    @property
    def is_held_here(self) -> bool:
        """Whether it is open and its papers are here, also while it is paused."""
        return self.state == PollState.OPEN and self.elsewhere is None

    @property
    def takes_hands(self) -> bool:
        """Whether a show of hands can be counted or corrected."""
        settled = self.revealed or self.can_be_reopened
        return self.takes_papers or (self.state == PollState.CLOSED and not settled)

    @property
    def by_hands(self) -> bool:
        """Whether it is asked by show of hands: as a temperature is, until there is a paper."""
        return not self.kind.decides and not self.papers

    @property
    def method_line(self) -> str:
        """The rule in a few words: “Dots, 5 each”."""
        return self.kind.line(self.terms)


@dataclass(frozen=True)
class OptionRow:
    """What is voted on; `idea_id` or `cluster_id` is set where it was not written for the poll.

    `counted_with` is the place of the option that it counts as one with in the result, if any.
    """

    id: int
    place_in_order: int
    title: str
    idea_id: int | None
    cluster_id: int | None
    counted_with: int | None = None
    cost: int = 0


@dataclass(frozen=True)
class ChoiceRow:
    """An idea or a cluster that a poll can be about; `detail` says where it belongs."""

    id: int
    title: str
    detail: str
    board_id: int | None = None


@dataclass(frozen=True)
class VoterRow:
    """One of the electorate; `channel` is how their paper came in, None when it has not.

    `apart` tells them from others of the name, and may be seen by everybody. `used_by` is who has
    used the one vote of their organisation, where organisations vote.
    """

    person_id: int
    name: str
    organisation: str
    sector: str
    badge: str
    channel: Channel | None
    apart: str = ""
    used_by: str = ""

    @property
    def waits(self) -> bool:
        """Whether they can still vote."""
        return self.channel is None and not self.used_by


@dataclass(frozen=True)
class ShareRow:
    """What one sector made of an option; `written` is empty where nothing may be told of it.

    `value` is None there, too, where only that is told that `nearly` all or nearly none of the
    sector support it, and where the sector says nothing of the option.
    """

    sector: str
    value: Number | None
    written: str
    nearly: ToldPart | None = None

    @property
    def hidden(self) -> bool:
        """Whether no number may be told."""
        return not self.written or self.nearly is not None


@dataclass(frozen=True)
class ResultRow:
    """One option's outcome; `place` is "1", or "=3" for a tie; `rest` is what hidden sectors gave.

    `value` is what the rule ranks it by, as it is `written`, and `length` that of its bar, 0 for
    the least that is possible; `adds_up`: it is the sum of what each sector gave and the `rest`.
    Where no number is `told`, there is no value, and words are written; `place` is empty where it
    is not told, and `voters`, how many papers support it, 0. `chosen`: the rule chooses it.
    `spread` is how many said which level, `parts` what it came to by each criterion.
    `every_sector`: everyone of the sectors that voted supports it. `weakest_share` is 0 to 1.
    `winner`: it is taken further.
    """

    option_id: int
    idea_id: int | None
    cluster_id: int | None
    title: str
    place: str
    rank: int
    tied: bool
    told: ToldPart
    value: Number | None
    written: str
    length: float
    adds_up: bool
    voters: int
    chosen: bool
    spread: tuple[int, ...]
    low: float | None
    high: float | None
    parts: tuple[Number | None, ...]
    cost: int
    shares: tuple[ShareRow, ...]
    rest: Number
    weakest_sector: str | None
    weakest_share: float | None
    every_sector: bool
    winner: bool

    @property
    def has_votes(self) -> bool:
        """Whether more is known than that nobody, or nearly nobody, voted for it."""
        if self.told is ToldPart.NUMBER:
            return bool(self.voters or self.length)
        return self.told not in (ToldPart.NEARLY_NONE, ToldPart.NOTHING) or bool(self.length)


@dataclass(frozen=True)
class StepRow:
    """What was done with a poll: `number` is of people, minutes or marks, by what was done."""

    event: PollEvent
    number: int
    reason: str
    at: Instant

    @property
    def told(self) -> str:
        """The step as a sentence."""
        return step_told(self.event, self.number, self.reason)


@dataclass(frozen=True)
class PollResult:
    """A result: rows best first, the rule in a sentence, and who took part how.

    `announced`: it is by the rule and in the order that were announced. `papers` includes the
    `blank` ones; those are None where they are not told. `remarks` are whole sentences. `terms` has
    options and criteria. Where `too_few` is more than 0, so many papers would be needed to tell
    anything, and there were fewer: then rows have neither place nor number.
    """

    poll: PollRow
    terms: Terms
    rows: tuple[ResultRow, ...]
    rule: str
    rule_key: str
    order: Order
    announced: bool
    turnout: Turnout
    papers: int
    blank: int | None
    rounds: tuple[Round, ...] = ()
    remarks: tuple[str, ...] = ()
    steps: tuple[StepRow, ...] = ()
    too_few: int = 0

    @property
    def is_void(self) -> bool:
        """Whether it was declared void after it was announced."""
        return self.poll.voided_at is not None

    @property
    def taken_in_order(self) -> dict[int, int]:
        """After which others each option is taken further, by its id."""
        ranks = ((row.option_id, row.rank, row.chosen) for row in self.rows)
        return taken_in_order(self.poll.kind, ranks)

    @property
    def counts(self) -> str:
        """What its values are: “Points”, “Median grade”."""
        return str(self.poll.kind.rule(self.rule_key).value)


@dataclass(frozen=True)
class PaperRow:
    """One ballot paper as far as secrecy allows: `person_id` in named polls only."""

    id: int
    person_id: int | None
    sector: str | None
    marks: Marks
