"""More of each kind of row in a club of some evenings, for counting what is asked."""

from datetime import timedelta

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Commitment,
    Consortium,
    ConsortiumStep,
    Member,
    Organisation,
    SignOfLife,
)
from tests.rooms.club_year import TODAY, ClubYear


def more_happens(year: ClubYear) -> None:
    """More of each kind of row since the last evening, and none of them is asked for by itself."""
    database, now = year.database, year.database.now()
    with database.edit(lazy("More happens")) as edit:
        for number in range(4):
            made = Consortium(
                session_id=year.sessions[2],
                name=f"Night tram {number}",
                place_in_order=20 + number,
                created_at=now,
                confirmed_at=now,
            )
            organisation = Organisation(name=f"Tram works {number}", sector="C")
            edit.add_all([made, organisation])
            edit.flush()
            member = Member(consortium_id=made.id, organisation_id=organisation.id, joined_at=now)
            edit.add(member)
            edit.flush()
            late = TODAY.date() - timedelta(days=3)
            edit.add_all(
                [
                    Commitment(member_id=member.id, what="A map", due_on=late, created_at=now),
                    ConsortiumStep(consortium_id=made.id, state=ConsortiumState.READY, at=now),
                    SignOfLife(consortium_id=made.id, text="Rails are laid", at=now),
                ]
            )
