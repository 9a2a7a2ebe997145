"""Who came late gets a seat where it is best, and the seats of those who left are free."""

from typing import Any

from kdc_desktop.domain.seating.late import best_table, is_observer
from kdc_desktop.domain.seating.problem import Matters, SeatingProblem
from kdc_desktop.domain.seating.states import SeatRole
from kdc_desktop.i18n import nfillable
from kdc_desktop.model.seating import Seat
from kdc_desktop.services.seating.before import KnownOfTwo, known_of
from kdc_desktop.services.seating.questions import every_round
from kdc_desktop.services.seating.rows import RoomSeating, RoundRow
from kdc_desktop.storage import Database


def seat_arrivals(
    database: Database, session_id: int, stage_id: int | None, matters: Matters
) -> None:
    """Seat whoever is here and has no seat, in every round that has not met; nobody else moves.

    The seats of those who have left are free from then on.
    """
    late = nfillable("Seated {count} person who came late", "Seated {count} people who came late")
    free = nfillable("Freed {count} seat", "Freed {count} seats")
    with database.edit(late) as edit:
        whole = every_round(edit, session_id)
        known = known_of(edit, whole.rounds, whole.present)
        open_ones = [one for one in whole.rounds if one.stage_id == stage_id and not one.met]
        gone = {seat.id for one in open_ones for seat in whole.gone(one)}
        edit.remove_rows(Seat, gone)
        rows: list[dict[str, Any]] = []
        for one in open_ones:
            new, known = _seats_for(whole, one, known, matters)
            rows += new
        edit.add_rows(Seat, rows)
        edit.count = len({row["person_id"] for row in rows})
        if not rows:
            edit.call(free)
            edit.count = len(gone)


def _seats_for(
    whole: RoomSeating, round_: RoundRow, known: KnownOfTwo, matters: Matters
) -> tuple[list[dict[str, Any]], KnownOfTwo]:
    """New seats for whoever has none in a round, each as good as it can be after those before.

    And what is known of two after that: they do not sit beside the same people in every round.
    """
    open_ones = [table for table in round_.tables if table.met_at is None]
    sitting = [[seat.person.person_id for seat in table.here] for table in open_ones]
    people = tuple(one.sitter for one in whole.present)
    sizes = {one.person_id: one.size for one in people}
    rows = []
    for one in whole.unseated(round_) if open_ones else ():
        problem = SeatingProblem(people, (), 1, *known, matters=matters)
        at = best_table(problem, sitting, one.person_id)
        table = open_ones[at]
        known = known.and_beside(one.person_id, sitting[at])
        beside = {sizes.get(key) for key in sitting[at]}
        observes = matters.observers and is_observer(one.size, beside)
        sitting[at].append(one.person_id)
        rows.append(
            {
                "round_id": round_.id,
                "table_id": table.id,
                "person_id": one.person_id,
                "role": SeatRole.OBSERVER if observes else SeatRole.GUEST,
                "place_in_order": max((seat.place for seat in table.seats), default=-1)
                + len(sitting[at]),
            }
        )
    return rows, known
