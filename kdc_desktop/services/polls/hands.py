"""The show of hands: counted in the room, beside the papers, and belonging to no sector."""

from collections.abc import Mapping

from sqlalchemy import func, select

from kdc_desktop.domain.polls.rules import METHOD_BY_KEY
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, ngettext
from kdc_desktop.model.polls import Elector, HandCount, Option, Poll
from kdc_desktop.services.polls.urns import numbers_by_channel
from kdc_desktop.storage import Database, Snapshot


def set_hands(database: Database, poll_id: int, people: int, hands: Mapping[int, int]) -> None:
    """Write down a show of hands beside the papers, in place of what was counted before.

    `people` took part with their hands instead of a paper; `hands` are counted by option id.
    """
    with database.edit(lazy("Counted a show of hands"), undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        _refuse_late_hands(poll)
        known = set(edit.scalars(select(Option.id).where(Option.poll_id == poll_id)))
        if not set(hands) <= known:
            raise UserError(_("One of these options is not in this poll: count again."))
        _check_hands(edit, poll, people, hands)
        poll.hands_people = people
        for count in edit.scalars(select(HandCount).where(HandCount.poll_id == poll_id)):
            edit.delete(count)
        edit.flush()
        edit.add_all(
            HandCount(poll_id=poll_id, option_id=option_id, hands=raised)
            for option_id, raised in hands.items()
            if raised
        )


def _refuse_late_hands(poll: Poll) -> None:
    """No hands where the room has seen the result, or a poll waits to be opened once more."""
    if poll.state == PollState.OPEN:
        return
    stays_closed = poll.state == PollState.CLOSED and poll.secrecy != Secrecy.NAMED
    if not stays_closed:
        raise UserError(_("This poll is not open. Reopen it to count hands."))
    if poll.revealed_at is not None:
        raise UserError(_("This result is revealed. Hold another round to count hands."))


def hands(database: Database, poll_id: int) -> tuple[int, dict[int, int]]:
    """The show of hands as counted so far: people, and hands by option id."""
    with database.read() as snapshot:
        people = snapshot.get_one(Poll, poll_id).hands_people
        rows = snapshot.execute(
            select(HandCount.option_id, HandCount.hands).where(HandCount.poll_id == poll_id)
        )
        return people, {row.option_id: row.hands for row in rows}


def check_room(snapshot: Snapshot, poll_id: int, hands_people: int) -> None:
    """Raise UserError when everybody has taken part who may, these by show of hands."""
    if not hands_people:
        return
    electors, papers = _numbers(snapshot, poll_id)
    if papers + hands_people >= electors:
        raise UserError(
            ngettext(
                "{hands} took part by show of hands and {count} cast a paper: that is everybody. "
                "Correct the show of hands first.",
                "{hands} took part by show of hands and {count} cast a paper: that is everybody. "
                "Correct the show of hands first.",
                papers,
                hands=hands_people,
            )
        )


def _check_hands(snapshot: Snapshot, poll: Poll, people: int, hands: Mapping[int, int]) -> None:
    if any(type(count) is not int for count in (people, *hands.values())):
        raise UserError(_("A count is a whole number."))
    if people < 0 or any(raised < 0 for raised in hands.values()):
        raise UserError(_("A count cannot be less than nothing."))
    electors, papers = _numbers(snapshot, poll.id)
    if people + papers > electors:
        raise UserError(_too_many_people(people, papers, electors))
    stacks = METHOD_BY_KEY[poll.method].may_stack and poll.stacking
    per_option = people * (poll.marks_each or 1) if stacks else people
    if any(raised > per_option for raised in hands.values()):
        raise UserError(
            ngettext(
                "With {count} person an option can have at most {most} hands: count again.",
                "With {count} people an option can have at most {most} hands: count again.",
                people,
                most=per_option,
            )
        )
    counted = sum(hands.values())
    if poll.marks_each and counted > people * poll.marks_each:
        raise UserError(_too_many_hands(people, poll.marks_each, counted))


def _too_many_people(people: int, papers: int, electors: int) -> str:
    return ngettext(
        "{people} by show of hands and {count} paper are more than the {electors} who may vote. "
        "At most {most} can take part by hand.",
        "{people} by show of hands and {count} papers are more than the {electors} who may vote. "
        "At most {most} can take part by hand.",
        papers,
        people=people,
        electors=electors,
        most=electors - papers,
    )


def _too_many_hands(people: int, marks_each: int, counted: int) -> str:
    return ngettext(
        "{count} person with {marks} each makes {most} hands, "
        "and {counted} were counted: count again.",
        "{count} people with {marks} each make {most} hands, "
        "and {counted} were counted: count again.",
        people,
        marks=marks_each,
        most=people * marks_each,
        counted=counted,
    )


def _numbers(snapshot: Snapshot, poll_id: int) -> tuple[int, int]:
    electors = snapshot.scalar(select(func.count()).where(Elector.poll_id == poll_id))
    return electors or 0, sum(numbers_by_channel(snapshot, poll_id).values())
