"""What polls see to where two people become one: votes stay with whom they were cast as."""

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model.people import Person, PersonMerge
from kdc_desktop.model.polls import Elector, Poll
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.storage import Edit, Snapshot


def _check(snapshot: Snapshot, met: PeopleMet) -> None:
    """Raises UserError while a poll is open in which either of them may vote."""
    found = snapshot.execute(
        select(Person.name, Poll.question)
        .select_from(Elector)
        .join(Poll, Poll.id == Elector.poll_id)
        .join(Person, Person.id == Elector.person_id)
        .where(Poll.state == PollState.OPEN, Elector.person_id.in_(met))
        .limit(1)
    ).first()
    if found is not None:
        raise UserError(
            _(
                "{name} may vote on “{question}”, which is open. Close the poll, then merge them.",
                name=found.name,
                question=shortened(found.question),
            )
        )


def _told(snapshot: Snapshot, met: PeopleMet) -> list[str]:
    polls = snapshot.scalar(select(func.count()).where(Elector.person_id == met.gone_id)) or 0
    if not polls:
        return []
    return [
        ngettext(
            "In {count} poll that is over, what was voted stays as it was counted.",
            "In {count} polls that are over, what was voted stays as it was counted.",
            polls,
        )
    ]


def _leave(_edit: Edit, _met: PeopleMet) -> None:
    """No vote is touched."""


PEOPLE_MET = MergeTrail(_leave, _told, _check)
"""Who may vote now is not merged, and what was voted stays."""


def check_known_once(snapshot: Snapshot, poll_id: int) -> None:
    """Raises UserError where somebody may vote in a poll who by now is known to be another."""
    twice = select(Elector.id).join(PersonMerge, PersonMerge.person_id == Elector.person_id)
    if snapshot.scalar(twice.where(Elector.poll_id == poll_id).limit(1)) is not None:
        raise UserError(
            _(
                "Two who could vote in this poll have turned out to be one person, who would have "
                "two votes now. Hold another round instead."
            )
        )
