"""How votes come in: ballot papers, which nothing joins to the roll in a secret poll."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import and_, select

from kdc_desktop.domain.polls.cast import Marks, Spot, spots
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.secrecies import SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import Channel, PollState, Secrecy
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, PollSetting, Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.polls import (
    BallotMark,
    BallotPaper,
    Criterion,
    Elector,
    Option,
    Poll,
    PollUrn,
    RollEntry,
)
from kdc_desktop.services.polls.hands import check_room
from kdc_desktop.services.polls.urns import fresh_keys, put_in, urn_with, voters_among
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.gone import GoneError
from kdc_desktop.storage.unjournaled import insert_rows

# Quick, because a whole room casts at once and these run for every paper.
_VOTER = value("person")
_LIMITS = (Poll.marks_each, Poll.stacking, Poll.most_on_one, Poll.lowest, Poll.highest, Poll.total)
_ASKED = Quick(
    select(
        Poll.state,
        Poll.paused_at,
        Poll.method,
        Poll.secrecy,
        Poll.hands_people,
        Elector.sector,
        Elector.organisation_id,
        Elector.gone,
        RollEntry.channel,
        PollUrn.key,
        *_LIMITS,
    )
    .outerjoin(Elector, and_(Elector.poll_id == Poll.id, Elector.person_id == _VOTER))
    .outerjoin(RollEntry, and_(RollEntry.poll_id == Poll.id, RollEntry.person_id == _VOTER))
    .outerjoin(PollUrn, PollUrn.poll_id == Poll.id)
    .where(Poll.id == value("poll"))
)
_OPTIONS = Quick(select(Option.id, Option.cost).where(Option.poll_id == value("poll")))
_CRITERIA = Quick(
    select(Criterion.number, Criterion.weight).where(Criterion.poll_id == value("poll"))
)


class VoteAsked(NamedTuple):
    """What a paper is checked against, by the names of its columns; `sector` is None of who may not
    vote."""

    state: PollState
    paused_at: Instant | None
    method: str
    secrecy: Secrecy
    hands_people: int
    sector: str | None
    organisation_id: int | None
    gone: bool | None
    channel: Channel | None
    key: str | None
    marks_each: int
    stacking: bool
    most_on_one: int
    lowest: int
    highest: int
    total: int

    @property
    def terms(self) -> Terms:
        """The limits of the poll."""
        most = self.most_on_one if self.stacking else 1
        return Terms((), self.marks_each, most, self.lowest, self.highest, self.total)


def cast_paper(
    database: Database,
    poll_id: int,
    person_id: int,
    marks: Mapping[int, int] | Marks,
    channel: Channel,
) -> None:
    """Cast one voter's whole paper: what it says by spot or option id, nothing for a blank one.

    In a named poll a new paper replaces the voter's earlier one.

    Raises:
        UserError: the poll is closed, the person may not vote or has voted, or the paper is wrong;
            nothing has changed then.
    """
    with database.edit(lazy("A paper came in"), undoable=False) as edit:
        asked = asked_of(edit, poll_id, person_id)
        check_open(asked)
        check_voter(edit, poll_id, person_id, asked)
        given = checked_marks(edit, poll_id, asked.method, asked.terms, marks)
        kept = SECRECY_BY_KEY[asked.secrecy]
        if kept.keeps_voter:
            if asked.channel is None:
                check_room(edit, poll_id, asked.hands_people)
            else:
                _take_back(edit, poll_id, person_id, asked.channel)
            paper = {"poll_id": poll_id, "person_id": person_id, "sector": asked.sector}
            insert_rows(edit, RollEntry, [_on_roll(poll_id, person_id, channel)])
            put_in_file(edit, paper, database.draw, given)
        else:
            urn = urn_with(edit, asked.key)
            refuse_second_vote(edit, person_id, asked.secrecy, urn.word_of(person_id))
            check_room(edit, poll_id, asked.hands_people)
            put_in(urn, person_id, channel, asked.sector if kept.keeps_sector else None, given)
        edit.tell_of(RollEntry, poll_id)


def asked_of(snapshot: Snapshot, poll_id: int, person_id: int) -> VoteAsked:
    """What a paper of somebody is checked against.

    Raises:
        GoneError: there is no such poll.
    """
    found = _ASKED.rows(snapshot, poll=poll_id, person=person_id)
    if not found:
        raise GoneError(Poll)
    return VoteAsked(*found[0])


def check_open(asked: VoteAsked) -> None:
    """Raise UserError where the poll takes no papers now."""
    if asked.state != PollState.OPEN:
        raise UserError(_("This poll is closed, so the paper was not counted."))
    if asked.paused_at is not None:
        raise UserError(_("This poll is paused, so the paper was not counted. Let it go on first."))


def check_voter(edit: Edit, poll_id: int, person_id: int, asked: VoteAsked) -> None:
    """Raise UserError where somebody may not vote, or has nothing left to vote with."""
    if asked.sector is None:
        raise UserError(_not_in_the_room(edit, person_id))
    if asked.gone:
        name = edit.get_one(Person, person_id).name
        raise UserError(
            _("{name} was let go from this vote. Let them in again, then they can vote.", name=name)
        )
    if asked.organisation_id is not None:
        _check_one_vote_each(edit, poll_id, person_id, asked.organisation_id)


def _check_one_vote_each(edit: Edit, poll_id: int, person_id: int, organisation_id: int) -> None:
    """Raises UserError where another has used the one vote of an organisation."""
    colleagues = edit.scalars(
        select(Elector.person_id).where(
            Elector.poll_id == poll_id,
            Elector.organisation_id == organisation_id,
            Elector.person_id != person_id,
        )
    ).all()
    used = voters_among(edit, poll_id, colleagues)
    called = edit.get(Organisation, organisation_id)
    if not used:
        return
    name = edit.get_one(Person, min(used)).name
    if called is None:
        raise UserError(_("{name} has used the one vote of their organisation.", name=name))
    raise UserError(
        _(
            "{name} has used the one vote of {organisation} in this poll.",
            name=name,
            organisation=called.name,
        )
    )


def checked_marks(
    snapshot: Snapshot,
    poll_id: int,
    method: str,
    limits: Terms,
    marks: Mapping[int, int] | Marks,
) -> dict[Spot, int]:
    """What of a paper is kept.

    Raises:
        UserError: it is not valid by the method and limits of its poll.
    """
    kind = method_of(method)
    options = tuple(
        PollChoice(key, "", cost) for key, cost in _OPTIONS.rows(snapshot, poll=poll_id)
    )
    terms = replace(limits, options=options)
    if PollSetting.CRITERIA in kind.settings:
        found = _CRITERIA.rows(snapshot, poll=poll_id)
        judged = tuple(CriterionTerms(number, "", weight) for number, weight in found)
        terms = replace(terms, criteria=judged)
    said = spots(marks)
    problem = check(kind, terms, said)
    if problem is not None:
        raise UserError(problem)
    return kind.kept(terms, said)


def _on_roll(poll_id: int, person_id: int, channel: Channel) -> dict[str, Any]:
    return {"poll_id": poll_id, "person_id": person_id, "channel": channel}


def put_in_file(
    edit: Edit, paper: Mapping[str, Any], draw: Callable[[], int], marks: Marks
) -> None:
    """Keep the paper of a named poll: its poll, person and sector, and what it says."""
    (key,) = fresh_keys(edit, draw, 1)
    rows = [
        {"paper_id": key, "option_id": at.option_id, "part": at.part, "marks": value}
        for at, value in marks.items()
    ]
    insert_rows(edit, BallotPaper, [{"id": key, **paper}])
    insert_rows(edit, BallotMark, rows)


def _take_back(edit: Edit, poll_id: int, person_id: int, channel: Channel) -> None:
    paper = edit.scalars(
        select(BallotPaper).where(
            BallotPaper.poll_id == poll_id, BallotPaper.person_id == person_id
        )
    ).one_or_none()
    if paper is None:
        assert channel is Channel.SLIP, "who is on the roll has cast a paper, or has a slip"
        raise UserError(_has_a_slip(edit, person_id))
    for mark in edit.scalars(select(BallotMark).where(BallotMark.paper_id == paper.id)):
        edit.delete(mark)
    edit.flush()
    edit.delete(paper)
    edit.delete(edit.get_one(RollEntry, (poll_id, person_id)))
    edit.flush()


def refuse_second_vote(
    snapshot: Snapshot, person_id: int, secrecy: Secrecy, word: str | None
) -> None:
    """Raise UserError where an urn has noted somebody with a word: they have voted."""
    if word == Channel.SLIP:
        raise UserError(_has_a_slip(snapshot, person_id))
    if word is not None:
        raise UserError(_has_voted(snapshot.get_one(Person, person_id).name, secrecy))


def _has_a_slip(snapshot: Snapshot, person_id: int) -> str:
    return _(
        "{name} was given a slip. Take it back unused first, then they can vote otherwise.",
        name=snapshot.get_one(Person, person_id).name,
    )


def _has_voted(name: str, secrecy: Secrecy) -> str:
    if secrecy == Secrecy.SECRET:
        return _("{name} has voted. In a secret poll a paper cannot be taken back.", name=name)
    return _("{name} has voted. In a sector only poll a paper cannot be taken back.", name=name)


def _not_in_the_room(snapshot: Snapshot, person_id: int) -> str:
    person = snapshot.get(Person, person_id)
    if person is None:
        return _("This person was not among those who may vote when this poll opened.")
    return _("{name} was not among those who may vote when this poll opened.", name=person.name)
