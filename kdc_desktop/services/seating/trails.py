"""What rounds of tables keep of what stands below them."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.people import Person
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.people.joins import LooseTrail
from kdc_desktop.storage import Edit, Snapshot

_MET = SeatingTable.met_at.is_not(None)


def _sat_with_others(snapshot: Snapshot, person_id: int) -> bool:
    sat = (
        select(Seat.id)
        .join(SeatingTable, SeatingTable.id == Seat.table_id)
        .where(Seat.person_id == person_id, Seat.came, _MET)
    )
    return snapshot.scalar(sat.limit(1)) is not None


def _take_seats_away(edit: Edit, person_id: int) -> None:
    edit.remove_rows(Seat, list(edit.scalars(select(Seat.id).where(Seat.person_id == person_id))))


OF_PEOPLE = LooseTrail(Seat.__tablename__, _sat_with_others, _take_seats_away)
"""Who sat at a table that met is on record; a seat that was only planned is no trace."""


def _sat(snapshot: Snapshot, session_id: int, person_ids: Collection[int]) -> Mapping[int, Text]:
    rows = snapshot.execute(
        select(Person.id, Person.name)
        .join(Seat, Seat.person_id == Person.id)
        .join(SeatingTable, SeatingTable.id == Seat.table_id)
        .join(SeatingRound, SeatingRound.id == Seat.round_id)
        .where(SeatingRound.session_id == session_id, Person.id.in_(person_ids), Seat.came, _MET)
    )
    return {
        key: lazy(
            "{name} sat at a table that met, so the check-in stays. Mark them as left instead.",
            name=name,
        )
        for key, name in rows
    }


OF_PRESENCE = PresenceTrail(_sat)
"""Who sat at a table that met was here."""


def _hand_on(edit: Edit, cluster_id: int, into_id: int | None) -> None:
    there = select(SeatingTable.id).where(SeatingTable.cluster_id == cluster_id)
    into = {"cluster_id": into_id}
    edit.change_rows(SeatingTable, dict.fromkeys(edit.scalars(there).all(), into))


OF_CLUSTERS = ClusterTrail(
    keeps=lambda _snapshot, _cluster_id: False, refusal=Text.plain, hand_on=_hand_on
)
"""What tables worked out is clustered like everything else: they lead to what it becomes."""


def _consortia(snapshot: Snapshot, consortium_ids: Collection[int]) -> set[int]:
    met = select(SeatingTable.consortium_id).where(
        SeatingTable.consortium_id.in_(consortium_ids), _MET
    )
    return {key for key in snapshot.scalars(met) if key is not None}


def _leave(edit: Edit, consortium_id: int) -> None:
    planned = select(SeatingTable.id).where(SeatingTable.consortium_id == consortium_id)
    empty = {"consortium_id": None}
    edit.change_rows(SeatingTable, dict.fromkeys(edit.scalars(planned).all(), empty))


OF_CONSORTIA = ConsortiumTrail(
    consortia=_consortia, tables=frozenset({SeatingTable.__tablename__}), leave=_leave
)
"""A consortium whose table met stays; one that was only planned is about nothing in particular."""
