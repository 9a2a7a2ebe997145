"""What keeps a consortium from going, in groups with their counts, as the ledger tells it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kdc_desktop.domain.people.sectors import LETTERS, name_of
from kdc_desktop.domain.visions.ledger import AnswerAt, LedgerColumn, LedgerRow, is_hidden
from kdc_desktop.domain.visions.ledger_flags import days_silent
from kdc_desktop.domain.visions.readiness import headline_of
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import Text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone


class ReasonKind(StrEnum):
    """What there is to see to."""

    NOBODY = "nobody"
    NO_VISION = "no vision"
    BELOW = "below"
    UNANSWERED = "unanswered"
    HIDDEN = "hidden"
    OBJECTION = "objection"
    RESERVATION = "reservation"
    OVERDUE = "overdue"
    SECTOR = "sector"
    OPEN_ROLE = "open role"


BESIDE = (ReasonKind.RESERVATION, ReasonKind.OVERDUE)
"""What is to be seen to, and does not keep a consortium from going: it is told last."""


@dataclass(frozen=True)
class LedgerReason:
    """So many of one kind: what they are called, and which they are."""

    kind: ReasonKind
    count: int
    head: Text
    about: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Concerning:
    """A reservation as it stands; `days` since it was raised."""

    id: int
    member_id: int
    text: str
    objection: bool
    state: ReservationState
    days: int

    @property
    def is_open(self) -> bool:
        """Whether nothing has become of it."""
        return self.state is ReservationState.OPEN


@dataclass(frozen=True)
class OpenPromise:
    """A commitment that is not kept yet."""

    id: int
    member_id: int
    what: str
    due_on: date | None

    def days_over(self, today: date) -> int:
        """How many days it is late; 0 where it is not."""
        return 0 if self.due_on is None else max(0, (today - self.due_on).days)


@dataclass(frozen=True)
class WayTo:
    """A consortium on its way to its latest version: what is told of it and what it still lacks.

    `number` and `vision_id` are of that version, 0 before the first. `versions` are the words of
    all, in order.
    """

    columns: tuple[LedgerColumn, ...]
    rows: tuple[LedgerRow, ...]
    scale: str
    agreed_level: int
    number: int
    vision_id: int
    versions: tuple[str, ...]
    now: Instant
    zone: Zone
    today: date
    concerns: tuple[Concerning, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    needed_sectors: Collection[str] = ()
    open_roles: tuple[str, ...] = ()
    wishes: dict[int, str] = field(default_factory=dict)  # by the answer's id
    reasons: dict[int, str] = field(default_factory=dict)

    @property
    def asked(self) -> list[LedgerRow]:
        """The rows of those who are asked by now."""
        return [row for row in self.rows if row.member.is_asked]

    def on_version(self, row: LedgerRow, vision_id: int | None = None) -> AnswerAt | None:
        """A member's last answer about a version, the latest if none is given, on this scale."""
        wanted = vision_id or self.vision_id
        for at, answer in reversed(row.answers):
            column = self.columns[at]
            if column.vision_id == wanted and column.scale == self.scale:
                return answer
        return None

    @property
    def was_asked(self) -> bool:
        """Whether anybody was asked about the latest version: before that nobody is silent."""
        return any(one.vision_id == self.vision_id and not one.by_phone for one in self.columns)

    def below(self) -> list[tuple[LedgerRow, AnswerAt]]:
        """Who stands below the agreed level, the lowest first."""
        found = [(row, self.on_version(row)) for row in self.asked]
        low = [(row, one) for row, one in found if one and one.level < self.agreed_level]
        return sorted(low, key=lambda pair: pair[1].level)

    def unanswered(self) -> list[LedgerRow]:
        """Who has not answered the latest version, the longest silent first."""
        hidden = self.hidden()
        silent = [row for row in self.asked if self.on_version(row) is None and row not in hidden]
        return sorted(silent, key=lambda row: -days_silent(row, self.now, self.zone))

    def hidden(self) -> list[LedgerRow]:
        """Who has answered the asking that is open, and nobody is shown what."""
        return [row for row in self.asked if any(map(is_hidden, row.cells))]

    def overdue(self) -> list[OpenPromise]:
        """What is late, the latest first."""
        late = [one for one in self.promises if one.days_over(self.today)]
        return sorted(late, key=lambda one: (-one.days_over(self.today), one.id))

    def missing_sectors(self) -> list[str]:
        """The sectors that are needed, and of which nobody is asked."""
        there = {row.member.sector for row in self.asked}
        return [one for one in LETTERS if one in self.needed_sectors and one not in there]

    def name(self, member_id: int) -> str:
        """Of a member."""
        return next((row.member.name for row in self.rows if row.member.id == member_id), "")


def ledger_reasons(way: WayTo) -> tuple[LedgerReason, ...]:
    """What there is to see to, in the order in which it is told."""
    return tuple(one for one in _reasons(way) if one.count)


def is_ready(reasons: Sequence[LedgerReason]) -> bool:
    """Whether nothing keeps the consortium from going, by the rule of `readiness`."""
    return all(one.kind in BESIDE for one in reasons)


def ledger_headline(reasons: Sequence[LedgerReason]) -> Text:
    """Whether it can go, and how many things keep it, counted as `readiness` counts them."""
    return headline_of(sum(_things(one) for one in reasons if one.kind not in BESIDE))


def _things(reason: LedgerReason) -> int:
    return 1 if reason.kind is ReasonKind.HIDDEN else reason.count  # one reveal shows them all


def _reasons(way: WayTo) -> Iterator[LedgerReason]:
    if not way.asked:
        yield LedgerReason(ReasonKind.NOBODY, 1, lazy("nobody is in yet"))
    if not way.number:
        yield LedgerReason(ReasonKind.NO_VISION, 1, lazy("there is no vision yet"))
    else:
        yield _below(way)
        yield _unanswered(way)
        yield _hidden(way)
    objections = [one for one in way.concerns if one.is_open and one.objection]
    others = [one for one in way.concerns if one.is_open and not one.objection]
    words = nlazy("open objection", "open objections", len(objections))
    yield LedgerReason(ReasonKind.OBJECTION, len(objections), words, _told(way, objections))
    missing = way.missing_sectors()
    names = tuple(Text.plain(name_of(letter)) for letter in missing)
    words = nlazy("sector is missing", "sectors are missing", len(missing))
    yield LedgerReason(ReasonKind.SECTOR, len(missing), words, names)
    roles = tuple(Text.plain(role) for role in way.open_roles)
    words = nlazy("role is open", "roles are open", len(roles))
    yield LedgerReason(ReasonKind.OPEN_ROLE, len(roles), words, roles)
    words = nlazy("open reservation", "open reservations", len(others))
    yield LedgerReason(ReasonKind.RESERVATION, len(others), words, _told(way, others))
    yield _overdue(way)


def _told(way: WayTo, concerns: Sequence[Concerning]) -> tuple[Text, ...]:
    return tuple(
        lazy("{member}: {text}", member=way.name(one.member_id), text=one.text) for one in concerns
    )


def _below(way: WayTo) -> LedgerReason:
    hidden = way.hidden()
    low = [(row, answer) for row, answer in way.below() if row not in hidden]
    about = tuple(
        lazy("{name} {level}", name=row.member.name, level=answer.level) for row, answer in low
    )
    head = lazy("below the agreed level {level}", level=way.agreed_level)
    return LedgerReason(ReasonKind.BELOW, len(low), head, about)


def _unanswered(way: WayTo) -> LedgerReason:
    rows = way.unanswered()
    head = nlazy(
        "has not answered version {version}",
        "have not answered version {version}",
        len(rows),
        version=way.number,
    )
    about = tuple(
        _silent(row, days_silent(row, way.now, way.zone) if way.was_asked else 0) for row in rows
    )
    return LedgerReason(ReasonKind.UNANSWERED, len(rows), head, about)


def _hidden(way: WayTo) -> LedgerReason:
    rows = way.hidden()
    head = nlazy("answer is not revealed yet", "answers are not revealed yet", len(rows))
    about = tuple(Text.plain(row.member.name) for row in rows)
    return LedgerReason(ReasonKind.HIDDEN, len(rows), head, about)


def _silent(row: LedgerRow, days: int) -> Text:
    name = row.member.name
    if not days:
        return Text.plain(name)
    return nlazy(
        "{name}, silent for {count} day", "{name}, silent for {count} days", days, name=name
    )


def _overdue(way: WayTo) -> LedgerReason:
    late = way.overdue()
    head = nlazy("commitment overdue", "commitments overdue", len(late))
    about = tuple(
        nlazy(
            "{member}, {what}, {count} day over",
            "{member}, {what}, {count} days over",
            one.days_over(way.today),
            member=way.name(one.member_id),
            what=one.what,
        )
        for one in late
    )
    return LedgerReason(ReasonKind.OVERDUE, len(late), head, about)
