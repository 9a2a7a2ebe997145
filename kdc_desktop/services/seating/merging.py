"""What becomes of the seats of two people who are one."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, listed
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.storage import Edit, Snapshot


def _bring(edit: Edit, met: PeopleMet) -> None:
    edit.remove_rows(Seat, _too_many(edit, met))
    relink(edit, Seat.person_id, {met.gone_id: met.stays_id})


def _too_many(snapshot: Snapshot, met: PeopleMet) -> list[int]:
    """The seats that go, as nobody sits twice in one round.

    The one stays where somebody came to a table that has met: so no meeting is lost by it.
    """
    seats = (
        select(Seat.id, Seat.round_id)
        .join(SeatingTable, SeatingTable.id == Seat.table_id)
        .where(Seat.person_id.in_(met))
    )
    sat = Seat.came & SeatingTable.met_at.is_not(None)
    first = seats.order_by(Seat.round_id, sat.desc(), Seat.person_id == met.gone_id)
    taken: set[int] = set()
    gone = []
    for key, round_id in snapshot.execute(first):
        if round_id in taken:
            gone.append(key)
        taken.add(round_id)
    return gone


def _told(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    titles = snapshot.scalars(
        select(Session.title)
        .join(SeatingRound, SeatingRound.session_id == Session.id)
        .join(Seat, Seat.round_id == SeatingRound.id)
        .where(Seat.id.in_(_too_many(snapshot, met)))
        .distinct()
    ).all()
    if not titles:
        return []
    return [
        _(
            "Both sit at tables of one round in {sessions}: the one seat stays where somebody "
            "came.",
            sessions=listed(sorted(titles, key=in_order)),
        )
    ]


PEOPLE_MET = MergeTrail(_bring, _told)
"""Who sat at which table."""
