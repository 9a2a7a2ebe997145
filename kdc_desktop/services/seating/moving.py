"""Tables changed by hand: somebody moves, two swap, stay where they are, or host a table."""

from collections.abc import Collection

from sqlalchemy import func, select

from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.seating.states import SeatRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.model.people import Person
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.storage import Database, Edit, Snapshot

LONGEST_TOPIC = 100
"""Characters, so that the name of its cluster has room for the letter of the table, too."""


def move_to_table(database: Database, round_id: int, person_id: int, table_id: int) -> None:
    """Give somebody a seat at a table of a round, whether they had one or not; others stay.

    Raises:
        UserError: the table is gone.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
        table = _letter(_table_in(snapshot, round_id, table_id))
    with database.edit(lazy("Moved {name} to table {table}", name=name, table=table)) as edit:
        _table_in(edit, round_id, table_id)
        seat, place = _seat_of(edit, round_id, person_id), _next_place(edit, table_id)
        if seat is None:
            where = {"table_id": table_id, "place_in_order": place}
            edit.add(Seat(round_id=round_id, person_id=person_id, **where))
            return
        if seat.table_id == table_id:
            return
        seat.table_id, seat.place_in_order = table_id, place
        _observe_no_more(seat)


def take_from_table(database: Database, round_id: int, person_ids: Collection[int]) -> None:
    """Free the seats of these people in a round."""
    query = select(Seat.id).where(Seat.round_id == round_id, Seat.person_id.in_(person_ids))
    with database.edit(nfillable("Freed {count} seat", "Freed {count} seats")) as edit:
        edit.count = edit.remove_rows(Seat, edit.scalars(query).all())


def swap_seats(database: Database, round_id: int, one_id: int, other_id: int) -> None:
    """Let two people swap their seats in a round.

    Raises:
        UserError: one of them has none.
    """
    with database.read() as snapshot:
        names = [snapshot.get_one(Person, key).name for key in (one_id, other_id)]
    label = lazy("Swapped the seats of {name} and {other}", name=names[0], other=names[1])
    with database.edit(label) as edit:
        one, other = _seat_of(edit, round_id, one_id), _seat_of(edit, round_id, other_id)
        if one is None or other is None:
            raise UserError(_("Both need a seat first. Give them one, then swap."))
        here = one.table_id, one.place_in_order
        one.table_id, one.place_in_order = other.table_id, other.place_in_order
        other.table_id, other.place_in_order = here
        if one.table_id != other.table_id:
            _observe_no_more(one, other)


def set_pinned(
    database: Database, round_id: int, person_ids: Collection[int], pinned: bool
) -> None:
    """Let people stay at their tables when others are seated anew, or no longer.

    Raises:
        UserError: none of them has a seat.
    """
    pin = nfillable("Pinned {count} person", "Pinned {count} people")
    unpin = nfillable("Unpinned {count} person", "Unpinned {count} people")
    with database.edit(pin if pinned else unpin) as edit:
        query = select(Seat).where(Seat.round_id == round_id, Seat.person_id.in_(person_ids))
        seats = list(edit.scalars(query))
        if not seats:
            raise UserError(_("Give them a seat first, then pin them there."))
        edit.count = sum(seat.pinned != pinned for seat in seats)
        for seat in seats:
            seat.pinned = pinned


def set_host(database: Database, round_id: int, person_id: int, host: bool) -> None:
    """Have somebody host the table at which they sit, or no longer; hosts stay in every round.

    Raises:
        UserError: they have no seat.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    hosts = lazy("{name} hosts a table", name=name)
    no_more = lazy("{name} hosts no table any more", name=name)
    with database.edit(hosts if host else no_more) as edit:
        seat = _seat_of(edit, round_id, person_id)
        if seat is None:
            raise UserError(_("Give {name} a seat first.", name=name))
        seat.role = SeatRole.HOST if host else SeatRole.GUEST


def name_topic(
    database: Database, table_id: int, topic: str, consortium_id: int | None = None
) -> None:
    """Say what is talked about at a table, in all rounds of its stage that have not met yet.

    Raises:
        UserError: it is too long, or the table is gone.
    """
    topic = on_one_line(topic)
    if len(topic) > LONGEST_TOPIC:
        raise UserError(
            _("Shorten the topic to {count} characters: it is read from afar.", count=LONGEST_TOPIC)
        )
    with database.read() as snapshot:
        table = _letter(_known(snapshot, table_id))
    with database.edit(lazy("Gave table {table} a topic", table=table)) as edit:
        asked = _known(edit, table_id)
        round_ = edit.get_one(SeatingRound, asked.round_id)
        alike = (
            select(SeatingTable)
            .join(SeatingRound)
            .where(
                SeatingRound.session_id == round_.session_id,
                SeatingRound.stage_id.is_not_distinct_from(round_.stage_id),
                SeatingTable.place_in_order == asked.place_in_order,
                SeatingTable.met_at.is_(None),
            )
        )
        for one in (asked, *edit.scalars(alike)):
            one.topic, one.consortium_id = topic, consortium_id


def _observe_no_more(*seats: Seat) -> None:
    """Whoever has come to another table is there for no start-up in particular."""
    for seat in seats:
        if seat.role is SeatRole.OBSERVER:
            seat.role = SeatRole.GUEST


def _next_place(edit: Edit, table_id: int) -> int:
    """The place behind all others at a table."""
    last = select(func.max(Seat.place_in_order)).where(Seat.table_id == table_id)
    found = edit.scalar(last)
    return 0 if found is None else found + 1


def _seat_of(snapshot: Snapshot, round_id: int, person_id: int) -> Seat | None:
    query = select(Seat).where(Seat.round_id == round_id, Seat.person_id == person_id)
    return snapshot.scalar(query)


def _known(snapshot: Snapshot, table_id: int) -> SeatingTable:
    table = snapshot.get(SeatingTable, table_id)
    if table is None:
        raise UserError(_("This table is not there any more. Choose another one."))
    return table


def _table_in(snapshot: Snapshot, round_id: int, table_id: int) -> SeatingTable:
    table = _known(snapshot, table_id)
    if table.round_id != round_id:
        raise UserError(_("This table is not there any more. Choose another one."))
    return table


def _letter(table: SeatingTable) -> str:
    return letter_of(table.place_in_order)
