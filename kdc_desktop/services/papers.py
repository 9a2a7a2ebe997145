"""How votes come in: ballot papers, which nothing joins to the roll in a secret poll, and hands."""

import secrets
from collections.abc import Callable, Mapping
from typing import Literal

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.orm import Session as Edit

from kdc_desktop.domain.polls import BY_KEY, SECRECY_BY_KEY, check_paper
from kdc_desktop.errors import UserError
from kdc_desktop.model import (
    BallotMark,
    BallotPaper,
    Elector,
    HandCount,
    Option,
    Person,
    Poll,
    RollEntry,
)
from kdc_desktop.model.polls import NAMED, OPEN
from kdc_desktop.storage import Database

Channel = Literal["kiosk", "by_hand"]


def random_key() -> int:
    """A number of 62 bits that tells nothing about when it was drawn."""
    return secrets.randbits(62)


new_key: Callable[[], int] = random_key
"""Where papers get their keys from; the rehearsal puts its own numbers here."""


_ASKED = (
    select(
        Poll.state,
        Poll.method,
        Poll.marks_each,
        Poll.stacking,
        Poll.secrecy,
        Poll.hands_people,
        Elector.sector,
        RollEntry.channel,
    )
    .select_from(Poll)
    .outerjoin(
        Elector, (Elector.poll_id == Poll.id) & (Elector.person_id == bindparam("person_id"))
    )
    .outerjoin(
        RollEntry, (RollEntry.poll_id == Poll.id) & (RollEntry.person_id == bindparam("person_id"))
    )
    .where(Poll.id == bindparam("poll_id"))
)
_NEW_PAPER, _NEW_MARK = insert(BallotPaper), insert(BallotMark)
_OPTIONS = select(Option.id).where(Option.poll_id == bindparam("poll_id"))


def cast_paper(
    database: Database, poll_id: int, person_id: int, marks: Mapping[int, int], channel: Channel
) -> None:
    """Cast one voter's whole paper: marks by option id, nothing for a blank one.

    In a named poll a new paper replaces the voter's earlier one.

    Raises:
        UserError: the poll is closed, the person may not vote or has voted, or the paper is wrong;
            nothing has changed then.
    """
    with database.edit("A paper came in", undoable=False) as edit:
        connection = edit.connection()
        asked = connection.execute(_ASKED, {"poll_id": poll_id, "person_id": person_id}).one()
        if asked.state != OPEN:
            raise UserError("This poll is closed, so the paper was not counted.")
        if asked.sector is None:
            raise UserError(f"{_name(edit, person_id)} was not in the room when this poll opened.")
        options = connection.scalars(_OPTIONS, {"poll_id": poll_id})
        limit = asked.marks_each or None
        problem = check_paper(asked.method, limit, asked.stacking, options, marks)
        if problem is not None:
            raise UserError(problem)
        if asked.channel is None:
            _check_room(edit, poll_id, asked.hands_people)
            edit.add(RollEntry(poll_id=poll_id, person_id=person_id, channel=channel))
        else:
            _take_back(edit, poll_id, person_id, asked.secrecy)
            edit.get_one(RollEntry, (poll_id, person_id)).channel = channel
        kept = SECRECY_BY_KEY[asked.secrecy]
        voter = person_id if kept.keeps_voter else None
        _add_paper(connection, poll_id, voter, asked.sector if kept.keeps_sector else None, marks)


def set_hands(database: Database, poll_id: int, people: int, hands: Mapping[int, int]) -> None:
    """Write down a show of hands beside the papers, in place of what was counted before.

    `people` took part with their hands instead of a paper; `hands` are counted by option id.
    """
    with database.edit("Counted a show of hands", undoable=False) as edit:
        poll = edit.get_one(Poll, poll_id)
        if poll.state != OPEN:
            raise UserError("This poll is not open. Reopen it to count hands.")
        known = set(edit.scalars(select(Option.id).where(Option.poll_id == poll_id)))
        if not set(hands) <= known:
            raise UserError("One of these options is not in this poll: count again.")
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


def _check_hands(edit: Edit, poll: Poll, people: int, hands: Mapping[int, int]) -> None:
    if people < 0 or any(raised < 0 for raised in hands.values()):
        raise UserError("A count cannot be less than nothing.")
    electors = edit.scalar(select(func.count()).where(Elector.poll_id == poll.id)) or 0
    papers = edit.scalar(select(func.count()).where(RollEntry.poll_id == poll.id)) or 0
    if people + papers > electors:
        raise UserError(
            f"{people} by show of hands and {papers} papers are more than the {electors} who may "
            f"vote. At most {electors - papers} can take part by hand."
        )
    stacks = BY_KEY[poll.method].may_stack and poll.stacking
    per_option = people * (poll.marks_each or 1) if stacks else people
    if any(raised > per_option for raised in hands.values()):
        raise UserError(
            f"With {people} people an option can have at most {per_option} hands: count again."
        )
    if poll.marks_each and sum(hands.values()) > people * poll.marks_each:
        raise UserError(
            f"{people} people with {poll.marks_each} each make {people * poll.marks_each} hands, "
            f"and {sum(hands.values())} were counted: count again."
        )


def _add_paper(
    connection: Connection,
    poll_id: int,
    person_id: int | None,
    sector: str | None,
    marks: Mapping[int, int],
) -> None:
    """Papers have no journal, and the roll tells the screens: so plain inserts will do."""
    paper_id = new_key()
    connection.execute(
        _NEW_PAPER, {"id": paper_id, "poll_id": poll_id, "person_id": person_id, "sector": sector}
    )
    rows = [
        {"paper_id": paper_id, "option_id": option_id, "marks": count}
        for option_id, count in marks.items()
        if count
    ]
    if rows:
        connection.execute(_NEW_MARK, rows)


def _check_room(edit: Edit, poll_id: int, hands_people: int) -> None:
    if not hands_people:
        return
    electors = edit.scalar(select(func.count()).where(Elector.poll_id == poll_id)) or 0
    papers = edit.scalar(select(func.count()).where(RollEntry.poll_id == poll_id)) or 0
    if papers + hands_people >= electors:
        raise UserError(
            f"{hands_people} took part by show of hands and {papers} cast a paper: that is "
            "everybody. Correct the show of hands first."
        )


def _take_back(edit: Edit, poll_id: int, person_id: int, secrecy: str) -> None:
    if secrecy != NAMED:
        kind = SECRECY_BY_KEY[secrecy].name.lower()
        raise UserError(
            f"{_name(edit, person_id)} has voted. In a {kind} poll a paper cannot be taken back."
        )
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


def _name(edit: Edit, person_id: int) -> str:
    return edit.scalar(select(Person.name).where(Person.id == person_id)) or "This person"
