"""What the questions about a consortium's vision answer with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kdc_desktop.domain.consortia.seats import Away, RoleAt, Seated
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.askings import is_of_calls
from kdc_desktop.domain.visions.parts import NO_PARTS, VisionParts
from kdc_desktop.domain.visions.positions import Remark, Stance, Trend, stance_of
from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.domain.visions.reservation_steps import UNSETTLED, HistoryStep
from kdc_desktop.domain.visions.scales import Scale
from kdc_desktop.domain.visions.states import AnswerWay, ReservationEvent, ReservationState
from kdc_desktop.i18n import Text
from kdc_desktop.instants import Instant
from kdc_desktop.services.visions.stakes import StakeRow


@dataclass(frozen=True)
class VersionRow:
    """One version of a vision; `answered` counts the members who took a position on it.

    `written_on` is the day by the laptop's clock, `parts` are what it was written from.
    """

    id: int
    number: int
    text: str
    note: str
    created_at: Instant
    written_on: date
    answered: int
    parts: VisionParts = NO_PARTS


@dataclass(frozen=True)
class StakeholderRow(Seated):
    """A member with its sector's letter.

    `trend` and `remark` say how its positions went; there is no remark when nothing needs saying.
    `levels` are its positions version by version, None where it gave none.
    """

    id: int
    name: str
    sector: str
    role: MemberRole
    joined_at: Instant
    aways: tuple[Away, ...] = ()
    roles: tuple[RoleAt, ...] = ()
    levels: tuple[int | None, ...] = ()
    trend: Trend = Trend.SILENT
    remark: Remark | None = None


@dataclass(frozen=True)
class PositionRow:
    """Where a member stands on one version, why, and which of its people has said so."""

    level: int
    reason: str
    would_move: str
    at: Instant
    asking_id: int | None = None
    way: AnswerWay = AnswerWay.HAND
    said_by_id: int | None = None


@dataclass(frozen=True)
class ReadingRow:
    """What a member has said that the vision means, and of which version it has said so."""

    text: str
    version_number: int
    carried_over: bool  # from that version: the member has not looked at the later one


@dataclass(frozen=True)
class AskingRow:
    """One round of asking; its id is None for answers from before askings were kept.

    Without a session it was between evenings. While it is not revealed nobody but the facilitator
    is shown any answer, and what came by the kiosk not even they.
    """

    id: int | None
    vision_id: int
    version_number: int
    session_id: int | None
    scale: str
    agreed_level: int
    opened_at: Instant
    revealed_at: Instant | None

    @property
    def is_open(self) -> bool:
        """Whether its answers may still change."""
        return self.revealed_at is None

    @property
    def is_of_calls(self) -> bool:
        """Whether it holds what calls of one day between evenings have brought."""
        return is_of_calls(self.session_id, self.opened_at, self.revealed_at)


@dataclass(frozen=True)
class ReservationRow:
    """A concern; `days` since it was raised, or until it was settled.

    `owner` is the name of who takes care of it, `owner_id` the person where it is one we know.
    `told` are its steps in words, each with its day.
    """

    id: int
    member_id: int
    member: str
    version_number: int
    text: str
    objection: bool
    state: ReservationState
    owner: str
    answer: str
    days: int
    opened_at: Instant
    owner_id: int | None = None
    steps: tuple[HistoryStep, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def history(self) -> str:
        """Its steps in one line: “12 May raised with version 1 · 8 Sep addressed in version 3”."""
        return " · ".join(self.told)

    def was_addressed_in(self, version_number: int) -> bool:
        """Whether this version was said to answer it."""
        return any(
            step.event is ReservationEvent.ADDRESSED and step.version_number == version_number
            for step in self.steps
        )

    @property
    def is_unsettled(self) -> bool:
        """Whether its member is asked about it again: until it has lifted it."""
        return self.state in UNSETTLED


@dataclass(frozen=True)
class CommitmentRow:
    """Who gives what by when; `overdue` when the day has passed and it is not done.

    `reservation_id` is the reservation that it meets, if it meets one.
    """

    id: int
    member_id: int
    member: str
    what: str
    due_on: date | None
    done: bool
    overdue: bool
    reservation_id: int | None = None


@dataclass(frozen=True)
class VisionPage:
    """Everything about one consortium's vision at one moment.

    `positions` and `readings` are keyed by member id and version id; a position is the member's
    last answer about that version. `hidden` are the answers that nobody is shown yet, and `given`
    all the others, whatever their scale, by member, version and asking (0: from before askings were
    kept). Means are of the latest version, by sector letter; readiness and means leave observers
    out.
    """

    consortium_id: int
    name: str
    winner: str
    scale: Scale
    agreed_level: int
    versions: tuple[VersionRow, ...]
    members: tuple[StakeholderRow, ...]
    positions: Mapping[tuple[int, int], PositionRow]
    readings: Mapping[tuple[int, int], str]
    reservations: tuple[ReservationRow, ...]
    commitments: tuple[CommitmentRow, ...]
    readiness: Readiness
    sector_means: Mapping[str, float]
    askings: tuple[AskingRow, ...] = ()
    stakes: tuple[StakeRow, ...] = ()
    is_let_go: bool = False
    hidden: frozenset[tuple[int, int]] = frozenset()
    given: Mapping[tuple[int, int, int], PositionRow] = field(default_factory=dict)

    @cached_property
    def asking(self) -> AskingRow | None:
        """The asking that is open, if one is."""
        return next((asking for asking in self.askings if asking.is_open), None)

    def last_asking(self, version_id: int) -> AskingRow | None:
        """The newest asking about a version; None where nobody was asked."""
        return next((a for a in reversed(self.askings) if a.vision_id == version_id), None)

    def is_revealed(self, version_id: int) -> bool:
        """Whether the room may be shown where the members stand on a version."""
        asking = self.last_asking(version_id)
        return asking is not None and not asking.is_open

    def said(self, member_id: int, version_id: int) -> PositionRow | None:
        """What a member said of a version, as the facilitator sees it.

        While the version is asked about, it is what the member said in that asking, unless that is
        hidden.
        """
        asking = self.asking
        if asking is None or asking.vision_id != version_id:
            return self.positions.get((member_id, version_id))
        if (member_id, version_id) in self.hidden:
            return None
        return self.given.get((member_id, version_id, asking.id or 0))

    def has_said(self, member_id: int, version_id: int) -> bool:
        """Whether a member has answered about a version; where it is being asked, by now."""
        is_hidden = (member_id, version_id) in self.hidden
        return is_hidden or self.said(member_id, version_id) is not None

    def is_answered(self, version_id: int) -> bool:
        """Whether anybody has answered about a version, who is asked no more by now among them."""
        return any(self.has_said(member.id, version_id) for member in self.members)

    def answered(self, version_id: int) -> tuple[int, int]:
        """How many have answered about a version, and how many are asked."""
        asked = [member.id for member in self.members if member.is_asked]
        return sum(self.has_said(one, version_id) for one in asked), len(asked)

    def reading(self, member_id: int, version: VersionRow) -> ReadingRow | None:
        """What a version means for a member: what it has said of it, or of the last one before."""
        for one in reversed(self.versions[: self.versions.index(version) + 1]):
            text = self.readings.get((member_id, one.id))
            if text is not None:
                return ReadingRow(text, one.number, carried_over=one.id != version.id)
        return None

    def answered_by(self, version: VersionRow) -> tuple[ReservationRow, ...]:
        """The reservations that a version was said to address."""
        return tuple(row for row in self.reservations if row.was_addressed_in(version.number))

    def looked_at(self, version_id: int) -> tuple[int, int]:
        """How many of the members who are asked have looked at a version, and how many are."""
        asked = [member.id for member in self.members if member.is_asked]
        return sum((one, version_id) in self.readings for one in asked), len(asked)

    @property
    def latest(self) -> VersionRow | None:
        """The version that counts; None before the first."""
        return self.versions[-1] if self.versions else None

    def stance(self, member: StakeholderRow, version: VersionRow) -> Stance:
        """Whether a member has a position on a version, or why it has none."""
        after = next((v for v in self.versions if v.number == version.number + 1), None)
        return stance_of(
            member.joined_at,
            None if after is None else after.created_at,
            taken=self.said(member.id, version.id) is not None,
            observes=member.observes,
            hidden=(member.id, version.id) in self.hidden,
            left_at=member.left_at,
        )


@dataclass(frozen=True)
class ConsortiumChoice:
    """A consortium to choose: its latest version (0: none), and how many have answered it."""

    id: int
    name: str
    version_number: int
    ready: bool
    headline: Text
    answered: int
    members: int
