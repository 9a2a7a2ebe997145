"""Rounds, their tables and who sits there, as rows."""

from typing import NamedTuple

from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.problem import Sitter
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.instants import Instant


class RoomPerson(NamedTuple):
    """Somebody to be seated. `here`: they are in the room.

    `apart` tells them from namesakes, `apart_in_public` where others look on.
    """

    person_id: int
    name: str
    organisation_id: int | None
    organisation: str
    department_id: int | None
    department: str
    sector: str
    size: OrganisationSize | None
    here: bool
    apart: str = ""
    apart_in_public: str = ""

    @property
    def sitter(self) -> Sitter:
        """What they are mixed by."""
        return Sitter(
            self.person_id, self.sector, self.organisation_id, self.department_id, self.size
        )


class SeatRow(NamedTuple):
    """Somebody at a table; who left is no longer `here`. `came` counts once the table has met."""

    id: int
    person: RoomPerson
    place: int
    role: SeatRole
    pinned: bool
    came: bool


class TableRow(NamedTuple):
    """One table of a round and everybody with a seat there, in the order in which pairs talk."""

    id: int
    place: int
    topic: str
    consortium_id: int | None
    cluster_id: int | None
    met_at: Instant | None
    seats: tuple[SeatRow, ...]

    @property
    def letter(self) -> str:
        """What it is called."""
        return letter_of(self.place)

    @property
    def here(self) -> tuple[SeatRow, ...]:
        """The seats of those who are in the room, or were at the table when it met."""
        if self.met_at is not None:
            return tuple(seat for seat in self.seats if seat.came)
        return tuple(seat for seat in self.seats if seat.person.here)


class RoundRow(NamedTuple):
    """One round of tables."""

    id: int
    stage_id: int | None
    kind: RoundKind
    title: str
    place: int
    seats: int
    seed: int
    tables: tuple[TableRow, ...]

    @property
    def met(self) -> bool:
        """Whether all of its tables have met."""
        return bool(self.tables) and all(table.met_at is not None for table in self.tables)

    @property
    def begun(self) -> bool:
        """Whether one of its tables has met, or has put something on the board."""
        return any(table.met_at or table.cluster_id for table in self.tables)

    def table_of(self, person_id: int) -> TableRow | None:
        """Where somebody sits."""
        for table in self.tables:
            if any(seat.person.person_id == person_id for seat in table.seats):
                return table
        return None


class RoomSeating(NamedTuple):
    """The rounds of a stage in their order, and who there is to seat, by name."""

    rounds: tuple[RoundRow, ...]
    people: tuple[RoomPerson, ...]

    @property
    def present(self) -> tuple[RoomPerson, ...]:
        """Who is in the room."""
        return tuple(one for one in self.people if one.here)

    @property
    def current(self) -> RoundRow | None:
        """The round that is on: of those that were seated together last, the first one that has not
        met, else the last one."""
        if not self.rounds:
            return None
        last = self.rounds[-1]
        of_last = (last.kind, last.seats, last.seed)
        together = (one for one in self.rounds if (one.kind, one.seats, one.seed) == of_last)
        return next((one for one in together if not one.met), last)

    def unseated(self, round_: RoundRow) -> tuple[RoomPerson, ...]:
        """Who is in the room and has no seat in a round."""
        seated = {seat.person.person_id for table in round_.tables for seat in table.seats}
        return tuple(one for one in self.present if one.person_id not in seated)

    def gone(self, round_: RoundRow) -> tuple[SeatRow, ...]:
        """The seats of a round that has not met whose people are not in the room any more."""
        open_ones = (table for table in round_.tables if table.met_at is None)
        return tuple(seat for table in open_ones for seat in table.seats if not seat.person.here)
