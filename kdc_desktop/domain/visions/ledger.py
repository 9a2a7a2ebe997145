"""The buy-in ledger: what every member answered at every asking, over years.

Columns are askings in the order of time, rows are members. A cell holds what was answered, or
says why nothing was; where two answers of one member came to one asking, the later stands and
both are kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kdc_desktop.domain.consortia.seats import Away, RoleAt, Seated
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.instants import Instant


class LedgerCellKind(StrEnum):
    """What stands where a member and an asking meet."""

    ANSWER = "answer"
    HIDDEN = "hidden"  # it has answered, and nobody is shown what before all are revealed
    STANDS = "stands"  # not asked, the last answer stands
    NOT_ASKED = "not asked"  # and has never answered
    NOT_YET = "not yet"  # the asking is open
    ABSENT = "absent"
    UNANSWERED = "unanswered"
    NOT_JOINED = "not joined"
    LEFT = "left"
    OBSERVES = "observes"


IN_SPANS = (LedgerCellKind.NOT_JOINED, LedgerCellKind.LEFT, LedgerCellKind.OBSERVES)
"""What is told once over all the columns that it lasts."""
WITHOUT_ANSWER = (LedgerCellKind.NOT_YET, LedgerCellKind.ABSENT, LedgerCellKind.UNANSWERED)
"""The member was asked, and has said nothing."""
WAS_ASKED = (LedgerCellKind.ANSWER, LedgerCellKind.HIDDEN, *WITHOUT_ANSWER)


@dataclass(frozen=True)
class LedgerColumn:
    """An asking. `key` is its id, or minus its version's where askings were not kept yet.

    `by_phone`: only calls came in, of whoever was called; nobody else was asked.
    """

    key: int
    vision_id: int
    version_number: int
    session_id: int | None
    scale: str
    agreed_level: int
    opened_at: Instant
    revealed_at: Instant | None
    by_phone: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its answers may still change."""
        return self.revealed_at is None


@dataclass(frozen=True)
class AnswerAt:
    """One answer of a member to an asking; `is_hidden` before the reveal, unless typed by hand."""

    id: int
    member_id: int
    asking: int
    level: int
    at: Instant
    by_phone: bool = False
    with_reason: bool = False
    is_hidden: bool = False


@dataclass(frozen=True)
class LedgerMember(Seated):
    """A member; `organisation_id` is that of a department only."""

    id: int
    name: str
    sector: str
    role: MemberRole
    joined_at: Instant
    organisation_id: int | None = None
    aways: tuple[Away, ...] = ()
    roles: tuple[RoleAt, ...] = ()


@dataclass(frozen=True)
class LedgerCell:
    """One member at one asking.

    `answer` is what it answered, or what still stood of before; `earlier` what it said to the same
    asking before that, known twice as it was.
    """

    kind: LedgerCellKind
    answer: AnswerAt | None = None
    earlier: tuple[AnswerAt, ...] = ()

    @property
    def given(self) -> AnswerAt | None:
        """What was answered at this asking itself."""
        return self.answer if self.kind is LedgerCellKind.ANSWER else None


def is_hidden(cell: LedgerCell) -> bool:
    """Whether it was answered, and nobody is shown what."""
    return cell.kind is LedgerCellKind.HIDDEN


@dataclass(frozen=True)
class LedgerSpan:
    """Columns `first` to `last` for which one thing holds; `away` is why, where it has left."""

    kind: LedgerCellKind
    first: int
    last: int
    away: Away | None = None


@dataclass(frozen=True)
class LedgerRow:
    """A member's way; `joins_above`: the row above is of the same organisation."""

    member: LedgerMember
    cells: tuple[LedgerCell, ...]
    spans: tuple[LedgerSpan, ...]
    joins_above: bool = False

    def span_at(self, column: int) -> LedgerSpan | None:
        """What is told over this column and those beside it."""
        return next((span for span in self.spans if span.first <= column <= span.last), None)

    @property
    def answers(self) -> list[tuple[int, AnswerAt]]:
        """What was answered, each with its column."""
        given = ((column, cell.given) for column, cell in enumerate(self.cells))
        return [(column, answer) for column, answer in given if answer is not None]

    @property
    def last_answer(self) -> AnswerAt | None:
        """What the member said last, as far as it is revealed."""
        answers = self.answers
        return answers[-1][1] if answers else None


@dataclass(frozen=True)
class LedgerMaterial:
    """What a ledger is made of.

    `present` are the members who were there, by session; only sessions of which that is known.
    """

    columns: tuple[LedgerColumn, ...]
    members: tuple[LedgerMember, ...]
    answers: tuple[AnswerAt, ...]
    present: Mapping[int, frozenset[int]]


def ledger_rows(said: LedgerMaterial, now: Instant) -> tuple[LedgerRow, ...]:
    """A row for each member: the lead first, then by sector, departments of one beside each other.

    Of an evening of which nobody knows who was there, nobody is said to have been absent.
    """
    answers: dict[tuple[int, int], list[AnswerAt]] = {}
    for answer in sorted(said.answers, key=lambda one: (one.at, one.id)):
        answers.setdefault((answer.member_id, answer.asking), []).append(answer)
    rows = []
    above: LedgerMember | None = None
    for member in in_order(said.members):
        cells = tuple(_cells(said, member, answers, now))
        joins = above is not None and _of_one(above, member)
        rows.append(LedgerRow(member, cells, _spans(member, said.columns, cells, now), joins))
        above = member
    return tuple(rows)


def in_order(members: Iterable[LedgerMember]) -> list[LedgerMember]:
    """Members as their rows stand."""
    ordered = sorted(
        members, key=lambda one: (one.role is not MemberRole.LEAD, _place(one.sector), one.id)
    )
    first: dict[int, int] = {}
    for place, member in enumerate(ordered):
        if member.organisation_id is not None:
            first.setdefault(member.organisation_id, place)
    places = {one.id: place for place, one in enumerate(ordered)}
    return sorted(
        ordered,
        key=lambda one: (first.get(one.organisation_id or 0, places[one.id]), places[one.id]),
    )


def _place(sector: str) -> int:
    return COUNTED.index(sector) if sector in COUNTED else len(COUNTED)


def _of_one(above: LedgerMember, below: LedgerMember) -> bool:
    return above.organisation_id is not None and above.organisation_id == below.organisation_id


def _cells(
    said: LedgerMaterial,
    member: LedgerMember,
    answers: Mapping[tuple[int, int], Sequence[AnswerAt]],
    now: Instant,
) -> Iterable[LedgerCell]:
    stands: AnswerAt | None = None
    for column in said.columns:
        given = answers.get((member.id, column.key))
        if not given:
            kind = _why_none(said, member, column, now, answered=stands is not None)
            yield LedgerCell(kind, None if kind in IN_SPANS else stands)
        elif given[-1].is_hidden:
            yield LedgerCell(LedgerCellKind.HIDDEN, stands)
        else:
            *earlier, stands = given
            shown = tuple(one for one in earlier if not one.is_hidden)
            yield LedgerCell(LedgerCellKind.ANSWER, stands, shown)


def _why_none(
    said: LedgerMaterial,
    member: LedgerMember,
    column: LedgerColumn,
    now: Instant,
    *,
    answered: bool,
) -> LedgerCellKind:
    """Why a member has no answer to an asking, as it was when that ended."""
    ended = column.revealed_at or now
    if member.joined_at > ended:
        return LedgerCellKind.NOT_JOINED
    if member.away_at(ended) is not None:
        return LedgerCellKind.LEFT
    if member.observed_at(ended):
        return LedgerCellKind.OBSERVES
    if column.by_phone:
        return LedgerCellKind.STANDS if answered else LedgerCellKind.NOT_ASKED
    if column.is_open:
        return LedgerCellKind.NOT_YET
    present = said.present.get(column.session_id or 0)
    if present is not None and member.id not in present:
        return LedgerCellKind.ABSENT
    return LedgerCellKind.UNANSWERED


def _spans(
    member: LedgerMember,
    columns: Sequence[LedgerColumn],
    cells: Sequence[LedgerCell],
    now: Instant,
) -> tuple[LedgerSpan, ...]:
    spans: list[LedgerSpan] = []
    for at, cell in enumerate(cells):
        if cell.kind not in IN_SPANS:
            continue
        left = cell.kind is LedgerCellKind.LEFT
        away = member.away_at(columns[at].revealed_at or now) if left else None
        last = spans[-1] if spans else None
        if last and (last.kind, last.away, last.last) == (cell.kind, away, at - 1):
            spans[-1] = LedgerSpan(cell.kind, last.first, at, away)
        else:
            spans.append(LedgerSpan(cell.kind, at, at, away))
    return tuple(spans)
