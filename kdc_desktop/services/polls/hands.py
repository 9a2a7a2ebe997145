"""The show of hands: counted in the room, beside the papers, by sector where that is wanted."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.polls.method import HandsKind
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, ngettext
from kdc_desktop.model.polls import Elector, HandCount, Option, Poll
from kdc_desktop.services.polls.electors import VOTES, electors_in
from kdc_desktop.services.polls.urns import numbers_by_channel
from kdc_desktop.storage import Database, Snapshot


class HandsFor(NamedTuple):
    """What hands are raised for: an option, a level where there is a scale, and in which sector."""

    option_id: int
    level: int = 1
    sector: str | None = None


def set_hands(
    database: Database,
    poll_id: int,
    people: int,
    hands: Mapping[int, int] | Mapping[HandsFor, int],
) -> None:
    """Write down a show of hands beside the papers, in place of what was counted before.

    `people` took part with their hands instead of a paper; `hands` are counted by option id, or by
    level and sector, too.

    Raises:
        UserError: the poll takes no hands now or by its method, or they cannot be so many.
    """
    raised = {
        what if isinstance(what, HandsFor) else HandsFor(what): number
        for what, number in hands.items()
    }
    with database.edit(lazy("Counted a show of hands"), undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        _refuse_late_hands(poll)
        known = set(edit.scalars(select(Option.id).where(Option.poll_id == poll_id)))
        if not {what.option_id for what in raised} <= known:
            raise UserError(_("One of these options is not in this poll: count again."))
        _check_hands(edit, poll, people, raised)
        poll.hands_people = people
        for count in edit.scalars(select(HandCount).where(HandCount.poll_id == poll_id)):
            edit.delete(count)
        edit.flush()
        edit.add_all(
            HandCount(
                poll_id=poll_id,
                option_id=what.option_id,
                level=what.level,
                sector=what.sector,
                hands=number,
            )
            for what, number in raised.items()
            if number
        )


def _refuse_late_hands(poll: Poll) -> None:
    """No hands where the room has seen the result, or a poll waits to be opened once more."""
    if method_of(poll.method).hands is HandsKind.NONE:
        raise UserError(
            _(
                "Hands cannot say what is asked for here: {method}. Let people vote on paper.",
                method=method_of(poll.method).name,
            )
        )
    if poll.state == PollState.OPEN and poll.paused_at is not None:
        raise UserError(_("This poll is paused. Let it go on, then count the hands."))
    if poll.state == PollState.OPEN:
        return
    stays_closed = poll.state == PollState.CLOSED and poll.secrecy != Secrecy.NAMED
    if not stays_closed:
        raise UserError(_("This poll is not open. Reopen it to count hands."))
    if poll.revealed_at is not None:
        raise UserError(_("This result is revealed. Hold another round to count hands."))


def hands(database: Database, poll_id: int) -> tuple[int, dict[int, int]]:
    """The show of hands: people, and by option id the hands that were counted in no sector."""
    people, raised = hands_raised(database, poll_id)
    by_option: dict[int, int] = {}
    for what, number in raised.items():
        if what.sector is None:
            by_option[what.option_id] = by_option.get(what.option_id, 0) + number
    return people, by_option


def hands_raised(database: Database, poll_id: int) -> tuple[int, dict[HandsFor, int]]:
    """The same by option, level and sector, as they were counted."""
    with database.read() as snapshot:
        people = snapshot.get_one(Poll, poll_id).hands_people
        rows = snapshot.execute(
            select(HandCount.option_id, HandCount.level, HandCount.sector, HandCount.hands).where(
                HandCount.poll_id == poll_id
            )
        )
        return people, {HandsFor(row[0], row[1], row[2]): row[3] for row in rows}


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


def _check_hands(
    snapshot: Snapshot, poll: Poll, people: int, raised: Mapping[HandsFor, int]
) -> None:
    if any(type(count) is not int for count in (people, *raised.values())):
        raise UserError(_("A count is a whole number."))
    if people < 0 or any(number < 0 for number in raised.values()):
        raise UserError(_("A count cannot be less than nothing."))
    electors, papers = _numbers(snapshot, poll.id)
    if people + papers > electors:
        raise UserError(_too_many_people(people, papers, electors))
    method = method_of(poll.method)
    terms = Terms((), poll.marks_each, 1, poll.lowest, poll.highest)
    known = (
        {1} if method.hands is HandsKind.OPTIONS else {one.value for one in method.levels(terms)}
    )
    if not {what.level for what in raised} <= known:
        raise UserError(_("This poll has no such level: count again."))
    most, by_option = people * _most_each(poll), dict[int, int]()
    for what, number in raised.items():
        by_option[what.option_id] = by_option.get(what.option_id, 0) + number
    if any(number > most for number in by_option.values()):
        raise UserError(
            ngettext(
                "With {count} person an option can have at most {most} hands: count again.",
                "With {count} people an option can have at most {most} hands: count again.",
                people,
                most=most,
            )
        )
    counted = sum(by_option.values())
    _check_sectors(snapshot, poll, raised)
    in_all = method.hands is HandsKind.OPTIONS and poll.marks_each
    if in_all and counted > people * poll.marks_each:
        raise UserError(_too_many_hands(people, poll.marks_each, counted))


def _check_sectors(snapshot: Snapshot, poll: Poll, raised: Mapping[HandsFor, int]) -> None:
    """Raises UserError where hands are counted twice, or more in a sector than it has votes."""
    counted: Counter[tuple[int, str | None]] = Counter()
    for what, number in raised.items():
        counted[what.option_id, what.sector] += number
    counted = +counted
    apart = {option_id for option_id, sector in counted if sector is not None}
    if any((option_id, None) in counted for option_id in apart):
        raise UserError(
            _("Count the hands for an option all together or sector by sector, not both.")
        )
    if not apart:
        return
    here = select(Elector.sector, VOTES).where(Elector.poll_id == poll.id, ~Elector.gone)
    votes: dict[str | None, int] = {
        row[0]: row[1] for row in snapshot.execute(here.group_by(Elector.sector))
    }
    for (_option, sector), number in counted.items():
        most = votes.get(sector, 0) * _most_each(poll)
        if number > most and sector in BY_LETTER:
            raise UserError(
                ngettext(
                    "{sector} can have at most {count} hand for an option: count again.",
                    "{sector} can have at most {count} hands for an option: count again.",
                    most,
                    sector=BY_LETTER[sector].name,
                )
            )


def _most_each(poll: Poll) -> int:
    """How often one person can raise a hand for one option."""
    method = method_of(poll.method)
    if method.hands is HandsKind.LEVELS or PollSetting.MOST_ON_ONE not in method.settings:
        return 1
    return (poll.most_on_one or poll.marks_each or 1) if poll.stacking else 1


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
    return electors_in(snapshot, poll_id), sum(numbers_by_channel(snapshot, poll_id).values())
