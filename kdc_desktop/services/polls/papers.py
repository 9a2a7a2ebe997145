"""How votes come in: ballot papers, which nothing joins to the roll in a secret poll, and hands."""

import secrets
import sqlite3
from collections.abc import Callable, Mapping
from typing import Literal

from sqlalchemy import func, select

from kdc_desktop.domain.polls import states
from kdc_desktop.domain.polls.counting import BY_KEY, SECRECY_BY_KEY, check_paper
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
from kdc_desktop.storage import Database, Edit, files

Channel = Literal["kiosk", "by_hand"]


def random_key() -> int:
    """A number of 62 bits that tells nothing about when it was drawn."""
    return secrets.randbits(62)


new_key: Callable[[], int] = random_key
"""Where papers get their keys from; the rehearsal puts its own numbers here."""


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
    with database.edit("A paper came in", undoable=False) as edit:
        raw = files.raw(edit.connection())
        asked = raw.execute(_ASKED, {"poll": poll_id, "person": person_id}).fetchone()
        state, method, marks_each, stacking, secrecy, hands_people, sector, voted = asked
        if state != OPEN:
            raise UserError("This poll is closed, so the paper was not counted.")
        if sector is None:
            raise UserError(f"{_name(edit, person_id)} was not in the room when this poll opened.")
        options = (option_id for (option_id,) in raw.execute(_OPTIONS, (poll_id,)))
        problem = check_paper(method, marks_each or None, stacking, options, marks)
        if problem is not None:
            raise UserError(problem)
        if voted is None:
            _check_room(edit, poll_id, hands_people)
            raw.execute(_NEW_ENTRY, (poll_id, person_id, channel))
            _tell_of_roll(edit, poll_id)
        else:
            _take_back(edit, poll_id, person_id, secrecy)
            edit.get_one(RollEntry, (poll_id, person_id)).channel = states.Channel(channel)
        kept = SECRECY_BY_KEY[secrecy]
        voter = person_id if kept.keeps_voter else None
        _add_paper(raw, poll_id, voter, sector if kept.keeps_sector else None, marks)


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
    raw: sqlite3.Connection,
    poll_id: int,
    person_id: int | None,
    sector: str | None,
    marks: Mapping[int, int],
) -> None:
    paper_id = new_key()
    raw.execute(_NEW_PAPER, (paper_id, poll_id, person_id, sector))
    given = [(paper_id, option_id, count) for option_id, count in marks.items() if count]
    raw.executemany(_NEW_MARK, given)


def _tell_of_roll(edit: Edit, poll_id: int) -> None:
    """Let the subscribers know, as if the roll had been written through a mapped object."""
    edit.tell_of(RollEntry, poll_id)


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
