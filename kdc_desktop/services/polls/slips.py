"""Votes on printed slips: numbered, given out, and counted once when they come back.

To give a slip out ticks the roll. Which number somebody has is kept in named polls only; in others
a slip that comes back goes into the urn, its number apart from its paper. A sector-only poll has
slips of each sector.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import func, select

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.secrecies import SECRECY_BY_KEY
from kdc_desktop.domain.polls.slip_code import number_on_slip
from kdc_desktop.domain.polls.slip_paper import slip_shape
from kdc_desktop.domain.polls.states import Channel, PollState, Secrecy, SlipState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.people import Person
from kdc_desktop.model.polls import Elector, RollEntry, Slip
from kdc_desktop.services.polls.hands import check_room
from kdc_desktop.services.polls.papers import (
    VoteAsked,
    asked_of,
    check_open,
    check_voter,
    checked_marks,
    put_in_file,
    refuse_second_vote,
)
from kdc_desktop.services.polls.questions import poll_in, short_question, terms_in
from kdc_desktop.services.polls.urns import (
    channels_of_voters,
    put_slip_in,
    slips_back_in_urn,
    urn_with,
)
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.unjournaled import insert_rows

MOST_AT_ONCE = 1000
_MOST = 9999


class FreshSlips(NamedTuple):
    """How many slips are wanted, and of which sector in a sector-only poll."""

    wanted: int
    sector: str | None = None


class SlipNumbers(NamedTuple):
    """The first and the last number of a batch."""

    first: int
    last: int


def print_slips(
    database: Database, poll_id: int, count: int, sector: str | None = None
) -> SlipNumbers:
    """Give so many slips their numbers, which no slip of the poll has yet.

    `sector` is whose they are in a sector-only poll, None in others.

    Raises:
        UserError: no slip has room for this poll, it is over, or they are too many.
    """
    label = lazy("Printed slips for “{question}”", question=short_question(database, poll_id))
    with database.edit(label, undoable=False) as edit:
        row = poll_in(edit, poll_id)
        if row.state == PollState.CLOSED:
            raise UserError(_("This poll is closed: slips would not be counted any more."))
        if row.options < 2:
            raise UserError(_("A poll needs at least two options. Choose some more."))
        slip_shape(row.kind, terms_in(edit, row))
        if not 1 <= count <= MOST_AT_ONCE:
            raise UserError(_("Print between 1 and {most} slips at once.", most=MOST_AT_ONCE))
        _check_sector(row.secrecy, sector)
        last = edit.scalar(select(func.max(Slip.number)).where(Slip.poll_id == poll_id)) or 0
        if last + count > _MOST:
            raise UserError(_("A poll has at most {most} slips.", most=_MOST))
        same = {"poll_id": poll_id, "state": SlipState.PRINTED, "sector": sector}
        fresh = range(last + 1, last + count + 1)
        insert_rows(edit, Slip, [{**same, "number": number} for number in fresh])
        edit.tell_of(RollEntry, poll_id)
        return SlipNumbers(fresh[0], fresh[-1])


def _check_sector(secrecy: Secrecy, sector: str | None) -> None:
    if secrecy == Secrecy.SECTOR_ONLY and sector not in COUNTED:
        raise UserError(_("Choose whose slips these are: each sector has its own in this poll."))
    if secrecy != Secrecy.SECTOR_ONLY and sector is not None:
        raise UserError(_("Slips of this poll tell no sector."))


def give_slip(database: Database, poll_id: int, person_id: int, number: int | None = None) -> None:
    """Note that somebody was given a slip, so that they cannot vote otherwise.

    `number` is the slip's in a named poll; in others it is not told.

    Raises:
        UserError: they may not vote or have voted, or there is no such slip to give.
    """
    with database.edit(lazy("Gave a slip out"), undoable=False) as edit:
        asked = asked_of(edit, poll_id, person_id)
        check_open(asked)
        check_voter(edit, poll_id, person_id, asked)
        if SECRECY_BY_KEY[asked.secrecy].keeps_voter:
            _give_named(edit, poll_id, person_id, asked, number)
        else:
            assert number is None, "nobody is to know who has which slip"
            urn = urn_with(edit, asked.key)
            refuse_second_vote(edit, person_id, asked.secrecy, urn.word_of(person_id))
            check_room(edit, poll_id, asked.hands_people)
            sector = asked.sector if asked.secrecy == Secrecy.SECTOR_ONLY else None
            if _printed(edit, poll_id)[sector] <= _given(edit, poll_id, asked.secrecy)[sector]:
                raise UserError(_none_left(sector))
            urn.put_many({person_id: Channel.SLIP.value}, [])
        edit.tell_of(RollEntry, poll_id)


def _give_named(
    edit: Edit, poll_id: int, person_id: int, asked: VoteAsked, number: int | None
) -> None:
    if asked.channel is not None:
        name = edit.get_one(Person, person_id).name
        raise UserError(_("{name} has voted, or has a slip already.", name=name))
    if number is None:
        raise UserError(_("Type the number of the slip: this poll keeps who has which."))
    slip = _slip(edit, poll_id, number)
    if slip.state != SlipState.PRINTED:
        raise UserError(
            _("Slip {number} was given to somebody already.", number=_named(poll_id, number))
        )
    check_room(edit, poll_id, asked.hands_people)
    slip.state, slip.person_id = SlipState.GIVEN, person_id
    entry = {"poll_id": poll_id, "person_id": person_id, "channel": Channel.SLIP}
    insert_rows(edit, RollEntry, [entry])


def take_slip_back(database: Database, poll_id: int, person_id: int, number: int) -> None:
    """Take a slip back that nobody has filled in, so that who had it can vote otherwise.

    Raises:
        UserError: they have none, or it is not the one that they hand back.
    """
    with database.edit(lazy("Took a slip back"), undoable=False) as edit:
        asked = asked_of(edit, poll_id, person_id)
        check_open(asked)
        slip = _slip(edit, poll_id, number)
        if SECRECY_BY_KEY[asked.secrecy].keeps_voter:
            if slip.person_id != person_id or slip.state != SlipState.GIVEN:
                raise UserError(_not_theirs(edit, person_id, poll_id, number))
            slip.state, slip.person_id = SlipState.PRINTED, None
            edit.delete(edit.get_one(RollEntry, (poll_id, person_id)))
        else:
            urn = urn_with(edit, asked.key)
            if urn.word_of(person_id) != Channel.SLIP or _other_sector(slip, asked):
                raise UserError(_not_theirs(edit, person_id, poll_id, number))
            _check_still_out(edit, poll_id, slip, asked.secrecy)
            urn.take_out(person_id)
        edit.tell_of(RollEntry, poll_id)


def enter_slip(
    database: Database, poll_id: int, number: int, marks: Mapping[int, int] | Marks
) -> None:
    """Count the paper of a slip that came back: what it says by spot, nothing for a blank one.

    Raises:
        UserError: the slip was not printed or given out, or has come in; or the paper is wrong.
            Nothing has changed then.
    """
    with database.edit(lazy("A slip came in"), undoable=False) as edit:
        slip = _slip(edit, poll_id, number)
        asked = asked_of(edit, poll_id, slip.person_id or 0)
        check_open(asked)
        given = checked_marks(edit, poll_id, asked.method, asked.terms, marks)
        _check_still_out(edit, poll_id, slip, asked.secrecy)
        if SECRECY_BY_KEY[asked.secrecy].keeps_voter:
            slip.state = SlipState.BACK
            paper = {"poll_id": poll_id, "person_id": slip.person_id, "sector": asked.sector}
            put_in_file(edit, paper, database.draw, given)
        else:
            put_slip_in(urn_with(edit, asked.key), number, slip.sector, given)
        edit.tell_of(RollEntry, poll_id)


def check_slip(database: Database, poll_id: int, number: int) -> str:
    """See that the paper of a slip can be counted; who has it in a named poll, else nobody.

    Raises:
        UserError: it cannot; the sentence says why.
    """
    with database.read() as snapshot:
        slip = _slip(snapshot, poll_id, number)
        asked = asked_of(snapshot, poll_id, slip.person_id or 0)
        check_open(asked)
        _check_still_out(snapshot, poll_id, slip, asked.secrecy)
        person = snapshot.get(Person, slip.person_id) if slip.person_id else None
        return person.name if person else ""


def _check_still_out(snapshot: Snapshot, poll_id: int, slip: Slip, secrecy: Secrecy) -> None:
    """Raise UserError where a slip has come back, or cannot have been given out."""
    number = _named(poll_id, slip.number)
    back = slips_back_in_urn(snapshot, poll_id)
    if slip.state == SlipState.BACK or slip.number in back:
        raise UserError(_("Slip {number} has come in already, and counts once.", number=number))
    _check_sector(secrecy, slip.sector)
    if SECRECY_BY_KEY[secrecy].keeps_voter:
        out = slip.state == SlipState.GIVEN
    else:
        sectors = dict(
            snapshot.execute(select(Slip.number, Slip.sector).where(Slip.poll_id == poll_id)).all()
        )
        returned = Counter(sectors.get(one) for one in back)
        out = _given(snapshot, poll_id, secrecy)[slip.sector] > returned[slip.sector]
    if not out:
        raise UserError(
            _(
                "Slip {number} was given to nobody: all that were given out have come back. Find "
                "the name of who has filled it in and give it out first.",
                number=number,
            )
        )


def _printed(snapshot: Snapshot, poll_id: int) -> Counter[str | None]:
    """How many slips there are, by sector where they have one."""
    rows = snapshot.execute(
        select(Slip.sector, func.count()).where(Slip.poll_id == poll_id).group_by(Slip.sector)
    )
    return Counter({sector: number for sector, number in rows})  # noqa: C416 - a result is no mapping


def _given(snapshot: Snapshot, poll_id: int, secrecy: Secrecy) -> Counter[str | None]:
    """How many people were given one in a poll with an urn, by sector where slips have one."""
    channels = channels_of_voters(snapshot, poll_id) or {}
    people = [person_id for person_id, channel in channels.items() if channel is Channel.SLIP]
    if secrecy != Secrecy.SECTOR_ONLY:
        return Counter({None: len(people)})
    sectors = snapshot.execute(
        select(Elector.person_id, Elector.sector).where(Elector.poll_id == poll_id)
    )
    known = set(people)
    return Counter(sector for person_id, sector in sectors if person_id in known)


def _slip(snapshot: Snapshot, poll_id: int, number: int) -> Slip:
    slip = snapshot.get(Slip, (poll_id, number))
    if slip is None:
        raise UserError(
            _("Slip {number} was never printed for this poll.", number=_named(poll_id, number))
        )
    return slip


def _other_sector(slip: Slip, asked: VoteAsked) -> bool:
    return asked.secrecy == Secrecy.SECTOR_ONLY and slip.sector != asked.sector


def _not_theirs(snapshot: Snapshot, person_id: int, poll_id: int, number: int) -> str:
    return _(
        "Slip {number} is not one that {name} has.",
        number=_named(poll_id, number),
        name=snapshot.get_one(Person, person_id).name,
    )


def _none_left(sector: str | None) -> str:
    if sector is None:
        return _("All slips that were printed are given out: print more of them.")
    return _("All slips of this sector are given out: print more of them.")


def _named(poll_id: int, number: int) -> str:
    return number_on_slip(poll_id, number)
