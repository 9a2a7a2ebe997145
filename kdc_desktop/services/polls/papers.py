"""How votes come in: ballot papers, which nothing joins to the roll in a secret poll."""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.domain.polls.counting import check_paper
from kdc_desktop.domain.polls.rules import SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import Channel, Method, PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.people import Person
from kdc_desktop.model.polls import BallotMark, BallotPaper, RollEntry
from kdc_desktop.services.polls.hands import check_room
from kdc_desktop.storage import Database, Edit, Snapshot, files

# Plain SQL, as for the journal: a whole room casts at once, and these run for every paper.
_ASKED = """
    SELECT poll.state, poll.method, poll.marks_each, poll.stacking, poll.secrecy,
           poll.hands_people, elector.sector, voter_roll.channel
    FROM poll
    LEFT JOIN elector ON elector.poll_id = poll.id AND elector.person_id = :person
    LEFT JOIN voter_roll ON voter_roll.poll_id = poll.id AND voter_roll.person_id = :person
    WHERE poll.id = :poll
"""
_OPTIONS = "SELECT id FROM option WHERE poll_id = ?"
_NEW_ENTRY = "INSERT INTO voter_roll (poll_id, person_id, channel) VALUES (?, ?, ?)"
_NEW_PAPER = "INSERT INTO ballot_paper (id, poll_id, person_id, sector) VALUES (?, ?, ?, ?)"
_NEW_MARK = "INSERT INTO ballot_mark (paper_id, option_id, marks) VALUES (?, ?, ?)"


def cast_paper(
    database: Database, poll_id: int, person_id: int, marks: Mapping[int, int], channel: Channel
) -> None:
    """Cast one voter's whole paper: marks by option id, nothing for a blank one.

    In a named poll a new paper replaces the voter's earlier one.

    Raises:
        UserError: the poll is closed, the person may not vote or has voted, or the paper is wrong;
            nothing has changed then.
    """
    with database.edit(lazy("A paper came in"), undoable=False) as edit:
        raw = files.raw(edit.connection())
        asked = raw.execute(_ASKED, {"poll": poll_id, "person": person_id}).fetchone()
        state, method, marks_each, stacking, secrecy, hands_people, sector, voted = asked
        if state != PollState.OPEN:
            raise UserError(_("This poll is closed, so the paper was not counted."))
        if sector is None:
            raise UserError(_not_in_the_room(edit, person_id))
        options = (option_id for (option_id,) in raw.execute(_OPTIONS, (poll_id,)))
        problem = check_paper(Method(method), marks_each or None, stacking, options, marks)
        if problem is not None:
            raise UserError(problem)
        if voted is None:
            check_room(edit, poll_id, hands_people)
            raw.execute(_NEW_ENTRY, (poll_id, person_id, channel))
            edit.tell_of(RollEntry, poll_id)
        else:
            _take_back(edit, poll_id, person_id, Secrecy(secrecy))
            edit.get_one(RollEntry, (poll_id, person_id)).channel = channel
        kept = SECRECY_BY_KEY[secrecy]
        voter = person_id if kept.keeps_voter else None
        key = database.draw()
        raw.execute(_NEW_PAPER, (key, poll_id, voter, sector if kept.keeps_sector else None))
        raw.executemany(_NEW_MARK, [(key, option, n) for option, n in marks.items() if n])


def _take_back(edit: Edit, poll_id: int, person_id: int, secrecy: Secrecy) -> None:
    if secrecy != Secrecy.NAMED:
        raise UserError(_has_voted(edit.get_one(Person, person_id).name, secrecy))
    paper = edit.scalars(
        select(BallotPaper).where(
            BallotPaper.poll_id == poll_id, BallotPaper.person_id == person_id
        )
    ).one()
    for mark in edit.scalars(select(BallotMark).where(BallotMark.paper_id == paper.id)):
        edit.delete(mark)
    edit.flush()
    edit.delete(paper)
    edit.flush()


def _has_voted(name: str, secrecy: Secrecy) -> str:
    if secrecy == Secrecy.SECRET:
        return _("{name} has voted. In a secret poll a paper cannot be taken back.", name=name)
    return _("{name} has voted. In a sector only poll a paper cannot be taken back.", name=name)


def _not_in_the_room(snapshot: Snapshot, person_id: int) -> str:
    person = snapshot.get(Person, person_id)
    if person is None:
        return _("This person was not in the room when this poll opened.")
    return _("{name} was not in the room when this poll opened.", name=person.name)
