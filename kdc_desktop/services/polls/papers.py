"""How votes come in: ballot papers, which nothing joins to the roll in a secret poll."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import and_, select

from kdc_desktop.domain.polls.counting import check_paper
from kdc_desktop.domain.polls.rules import SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import Channel, PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.people import Person
from kdc_desktop.model.polls import (
    BallotMark,
    BallotPaper,
    Elector,
    Option,
    Poll,
    PollUrn,
    RollEntry,
)
from kdc_desktop.services.polls.hands import check_room
from kdc_desktop.services.polls.urns import fresh_keys, put_in, urn_with
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.gone import GoneError
from kdc_desktop.storage.unjournaled import insert_rows

# Quick, because a whole room casts at once and these run for every paper.
_VOTER = value("person")
_ASKED = Quick(
    select(
        Poll.state,
        Poll.method,
        Poll.marks_each,
        Poll.stacking,
        Poll.secrecy,
        Poll.hands_people,
        Elector.sector,
        RollEntry.channel,
        PollUrn.key,
    )
    .outerjoin(Elector, and_(Elector.poll_id == Poll.id, Elector.person_id == _VOTER))
    .outerjoin(RollEntry, and_(RollEntry.poll_id == Poll.id, RollEntry.person_id == _VOTER))
    .outerjoin(PollUrn, PollUrn.poll_id == Poll.id)
    .where(Poll.id == value("poll"))
)
_OPTIONS = Quick(select(Option.id).where(Option.poll_id == value("poll")))


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
        asked = _ASKED.rows(edit, poll=poll_id, person=person_id)
        if not asked:
            raise GoneError(Poll)
        state, method, marks_each, stacking, secrecy, hands_people, sector, voted, key = asked[0]
        if state != PollState.OPEN:
            raise UserError(_("This poll is closed, so the paper was not counted."))
        if sector is None:
            raise UserError(_not_in_the_room(edit, person_id))
        options = (option_id for (option_id,) in _OPTIONS.rows(edit, poll=poll_id))
        problem = check_paper(method, marks_each or None, stacking, options, marks)
        if problem is not None:
            raise UserError(problem)
        kept = SECRECY_BY_KEY[secrecy]
        if kept.keeps_voter:
            if voted is None:
                check_room(edit, poll_id, hands_people)
            else:
                _take_back(edit, poll_id, person_id)
            paper = {"poll_id": poll_id, "person_id": person_id, "sector": sector}
            _put_in_file(edit, paper, channel, database.draw, marks)
        else:
            urn = urn_with(edit, key)
            if urn.word_of(person_id) is not None:
                raise UserError(_has_voted(edit.get_one(Person, person_id).name, secrecy))
            check_room(edit, poll_id, hands_people)
            put_in(urn, person_id, channel, sector if kept.keeps_sector else None, marks)
        edit.tell_of(RollEntry, poll_id)


def _put_in_file(
    edit: Edit,
    paper: Mapping[str, Any],
    channel: Channel,
    draw: Callable[[], int],
    marks: Mapping[int, int],
) -> None:
    (key,) = fresh_keys(edit, draw, 1)
    entry = {"poll_id": paper["poll_id"], "person_id": paper["person_id"], "channel": channel}
    given = {option: n for option, n in marks.items() if n}
    rows = [{"paper_id": key, "option_id": o, "marks": n} for o, n in given.items()]
    insert_rows(edit, RollEntry, [entry])
    insert_rows(edit, BallotPaper, [{"id": key, **paper}])
    insert_rows(edit, BallotMark, rows)


def _take_back(edit: Edit, poll_id: int, person_id: int) -> None:
    paper = edit.scalars(
        select(BallotPaper).where(
            BallotPaper.poll_id == poll_id, BallotPaper.person_id == person_id
        )
    ).one()
    for mark in edit.scalars(select(BallotMark).where(BallotMark.paper_id == paper.id)):
        edit.delete(mark)
    edit.flush()
    edit.delete(paper)
    edit.delete(edit.get_one(RollEntry, (poll_id, person_id)))
    edit.flush()


def _has_voted(name: str, secrecy: Secrecy) -> str:
    if secrecy == Secrecy.SECRET:
        return _("{name} has voted. In a secret poll a paper cannot be taken back.", name=name)
    return _("{name} has voted. In a sector only poll a paper cannot be taken back.", name=name)


def _not_in_the_room(snapshot: Snapshot, person_id: int) -> str:
    person = snapshot.get(Person, person_id)
    if person is None:
        return _("This person was not among those who may vote when this poll opened.")
    return _("{name} was not among those who may vote when this poll opened.", name=person.name)
