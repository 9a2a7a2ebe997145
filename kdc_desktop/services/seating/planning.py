"""Who is to sit where: worked out from who is in the room, before it is kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.pairing import paired_up
from kdc_desktop.domain.seating.problem import Matters, SeatingProblem, sizes_for, tables_for
from kdc_desktop.domain.seating.report import Report, report_of
from kdc_desktop.domain.seating.solver import seat
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.seating.before import known_of
from kdc_desktop.services.seating.pins import most_at, pins_of
from kdc_desktop.services.seating.questions import every_round
from kdc_desktop.services.seating.rows import RoomPerson, RoomSeating, RoundRow, SeatRow, TableRow
from kdc_desktop.storage import Database, Snapshot


class TableTopic(NamedTuple):
    """What is talked about at a table, and the consortium that it is about, if any."""

    text: str = ""
    consortium_id: int | None = None


class Wish(NamedTuple):
    """What is wanted: so many seats at a table, or so many `tables` where that is said, in how many
    rounds, and what is heeded. With `topics` there is a table for each of them."""

    kind: RoundKind = RoundKind.BREAK
    seats: int = 8
    rounds: int = 1
    tables: int | None = None
    matters: Matters = Matters()
    topics: tuple[TableTopic, ...] = ()
    seed: int = 0


class TablesPlan(NamedTuple):
    """Rounds that are not kept yet, as rows without ids, and what they come to.

    `replaced` are the rounds whose place they take, as they were. `left_out` says what is talked
    about at no table, and `fewer` how many tables there are fewer than were wanted: nobody sits
    alone.
    """

    wish: Wish
    rounds: tuple[RoundRow, ...]
    report: Report
    replaced: tuple[RoundRow, ...] = ()
    left_out: tuple[str, ...] = ()
    fewer: int = 0


class _Room(NamedTuple):
    """What a plan goes out from: who is here, what stays, and what is replaced by it."""

    present: tuple[RoomPerson, ...]
    kept: tuple[RoundRow, ...]
    replaced: tuple[RoundRow, ...]


def plan_rounds(
    database: Database,
    session_id: int,
    stage_id: int | None,
    wish: Wish,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], object] = lambda _share: None,
) -> TablesPlan:
    """Seat everybody who is in the room; nothing is written.

    Rounds of the stage that have begun stay, and count as met. Who is pinned in the others stays at
    their table, and hosts stay at theirs in every round.

    Raises:
        UserError: nobody is in the room, or no round is wanted.
    """
    if wish.rounds < 1:
        raise UserError(_("Say how many rounds there are: one at least."))
    with database.read() as snapshot:
        whole = every_round(snapshot, session_id)
        old = {one.id for one in whole.rounds if one.stage_id == stage_id and not one.begun}
        room = _Room(
            whole.present,
            tuple(one for one in whole.rounds if one.id not in old),
            tuple(one for one in whole.rounds if one.id in old),
        )
        problem = _problem(snapshot, room, wish)
    seated = seat(problem, cancelled, progress)
    report = report_of(problem, seated)
    if wish.kind is RoundKind.ONE_TWO_FOUR:
        seated = paired_up(problem, seated)
    rounds = tuple(
        _round(stage_id, wish, at, tables, room, problem) for at, tables in enumerate(seated)
    )
    return TablesPlan(wish, rounds, report, room.replaced, *_not_seated(wish, room))


def preview(plan: TablesPlan, seen: RoomSeating) -> RoomSeating:
    """The seating of a stage as it would be with a plan."""
    begun = tuple(one for one in seen.rounds if one.begun)
    return seen._replace(rounds=begun + plan.rounds)


def _problem(snapshot: Snapshot, room: _Room, wish: Wish) -> SeatingProblem:
    people = room.present
    if not people:
        raise UserError(_("Nobody is here yet. Check people in first, then seat them."))
    tables = _with_company(people, _wanted(wish, people))
    here = {one.person_id for one in people}
    pinned = pins_of(room.replaced, here, tables, wish.rounds)
    return SeatingProblem(
        tuple(one.sitter for one in people),
        sizes_for(len(people), tables, most_at(pinned, tables)),
        wish.rounds,
        *known_of(snapshot, room.kept, people),
        pinned,
        wish.matters,
        wish.seed,
    )


def _wanted(wish: Wish, people: Sequence[RoomPerson]) -> int:
    """How many tables are wanted."""
    return len(wish.topics) or wish.tables or tables_for(len(people), wish.seats)


def _with_company(people: Sequence[RoomPerson], wanted: int) -> int:
    """How many of so many tables there are: at each sit two at least."""
    return max(1, min(wanted, len(people) // 2))


def _not_seated(wish: Wish, room: _Room) -> tuple[tuple[str, ...], int]:
    """What has no table, and how many tables there are fewer than were wanted."""
    wanted = _wanted(wish, room.present)
    tables = _with_company(room.present, wanted)
    topics = wish.topics or _topics_of(room.replaced)
    return tuple(one.text for one in topics[tables:] if one.text), wanted - tables


def _round(
    stage_id: int | None,
    wish: Wish,
    number: int,
    seated: Sequence[Sequence[int]],
    room: _Room,
    problem: SeatingProblem,
) -> RoundRow:
    """A round of the plan as a row; none of its rows has an id of the file yet."""
    people = {one.person_id: one for one in room.present}
    hosts = {
        seat.person.person_id
        for round_ in room.replaced
        for table in round_.tables
        for seat in table.seats
        if seat.role is SeatRole.HOST
    }
    topics = wish.topics or _topics_of(room.replaced)
    tables = []
    for at, keys in enumerate(seated):
        observer = _observer(people, keys) if wish.matters.observers else None
        roles = dict.fromkeys(hosts, SeatRole.HOST)
        if observer is not None:
            roles.setdefault(observer, SeatRole.OBSERVER)
        seats = tuple(
            SeatRow(
                0,
                people[key],
                place,
                roles.get(key, SeatRole.GUEST),
                (number, key) in problem.pinned and key not in hosts,
                True,
            )
            for place, key in enumerate(keys)
        )
        topic = topics[at] if at < len(topics) else TableTopic()
        tables.append(TableRow(-1 - at, at, *topic, None, None, seats))
    return RoundRow(0, stage_id, wish.kind, "", number, wish.seats, wish.seed, tuple(tables))


def _topics_of(replaced: Sequence[RoundRow]) -> tuple[TableTopic, ...]:
    """What is talked about at the tables that are replaced: it stays with their letters."""
    if not replaced:
        return ()
    return tuple(TableTopic(table.topic, table.consortium_id) for table in replaced[0].tables)


def _observer(people: Mapping[int, RoomPerson], keys: Iterable[int]) -> int | None:
    """Who of a large company is at a table with a start-up."""
    here = [people[key] for key in keys]
    if not any(one.size is OrganisationSize.START_UP for one in here):
        return None
    large = (one.person_id for one in here if one.size is OrganisationSize.LARGE)
    return next(large, None)
