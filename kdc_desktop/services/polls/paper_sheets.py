"""Ballot papers as far as secrecy allows, and the voter roll, which tells no order and no time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import Secrecy, SlipState
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.domain.polls.turnout import CHANNEL_WORDS
from kdc_desktop.i18n import _, lazy, plazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.polls import BallotMark, BallotPaper, Elector, Poll, RollEntry, Slip
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.sheets import OF_POLL

_PAPERS = (
    replace(key_of("Paper"), long=True),
    *OF_POLL,
    id_of("Person"),
    Column(lazy("Person"), means=lazy("Who cast it.")),
    Column(
        lazy("Sector"),
        words=SECTOR_WORDS,
        means=lazy("The sector of who cast it."),
    ),
    replace(id_of("Option"), own=True),
    Column(lazy("Option"), filled=True, means=lazy("What the marks are for.")),
    Column(
        lazy("Part"),
        Kind.NUMBER,
        aside=True,
        means=lazy(
            "The number of the criterion, or in a pair the id of the option that was not preferred."
        ),
    ),
    Column(lazy("By criterion, or rather than"), reader=Reader.PEOPLE),
    Column(
        lazy("Marks"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many marks it has there, its score, grade or rank."),
    ),
    Column(lazy("In words"), reader=Reader.PEOPLE),
)
_ROLL = (
    replace(id_of("Poll"), own=True, filled=True),
    *OF_POLL[1:],
    replace(id_of("Person"), own=True, filled=True),
    Column(lazy("Person"), head=True, filled=True, means=lazy("Who could vote.")),
    Column(lazy("Organisation"), means=lazy("For whom they speak.")),
    Column(
        lazy("Sector at the opening"),
        words=SECTOR_WORDS,
        means=lazy("The sector they counted in when the poll was opened."),
    ),
    Column(lazy("Voted"), Kind.BOOL, filled=True, means=lazy("Whether they cast a paper.")),
    Column(
        plazy("how somebody voted", "How"),
        words=tuple(CHANNEL_WORDS.items()),
        means=lazy("How they cast it."),
    ),
)
_OF_IDS = lazy(
    "Paper ids are random and tell no order. Only papers with names are here: a paper without one "
    "can be known by what it says."
)
_OF_PAPERS = lazy("The papers of the polls with names that were revealed.")

_CAST = select(
    BallotPaper.id,
    BallotPaper.poll_id,
    BallotPaper.person_id,
    BallotPaper.sector,
    BallotMark.option_id,
    BallotMark.part,
    BallotMark.marks,
).outerjoin(BallotMark, BallotMark.paper_id == BallotPaper.id)

_WHO_VOTED = (
    select(Elector.poll_id, Elector.person_id, Elector.sector, RollEntry.channel, Slip.number)
    .outerjoin(
        RollEntry,
        (RollEntry.poll_id == Elector.poll_id) & (RollEntry.person_id == Elector.person_id),
    )
    .outerjoin(
        Slip,
        (Slip.poll_id == Elector.poll_id)
        & (Slip.person_id == Elector.person_id)
        & (Slip.state == SlipState.GIVEN),
    )
)
"""With the slip that somebody has and has not brought back, where that is known."""


def papers(source: Source) -> Table:
    """The papers of revealed polls with names by their random ids, a row for each mark.

    Papers without names stay in the file: one of them beside the others tells what no count does.
    """
    book = source.once(PollBook)
    named = {poll.id: poll for poll in book.revealed if poll.secrecy is Secrecy.NAMED}
    titles = {option.id: option.title for key in named for option in book.options[key]}
    rows: list[Line] = []
    cast = source.snapshot.execute(
        _CAST.where(BallotPaper.poll_id.in_(list(named))).order_by(
            BallotPaper.poll_id, BallotPaper.id, BallotMark.option_id, BallotMark.part
        )
    )
    blank = (None, _("blank paper"), None, None, 0, None)
    terms = {key: book.terms(poll) for key, poll in named.items()}
    for key, poll_id, person_id, sector, *said in cast:
        poll, option_id = named[poll_id], said[0]
        rows.append(
            (
                poll.session_id,
                str(key),  # too long for a number of Excel's
                *book.line(poll_id),
                source.known_once(person_id),
                source.who(person_id).name,
                sector or None,
                *(blank if option_id is None else _mark(poll, terms[poll_id], titles, said)),
            )
        )
    notes = (str(_OF_IDS), *_kept_back(book), *book.left_out())
    title, purpose = lazy("Ballot papers"), _OF_PAPERS
    return source.table("Ballot_papers", title, _PAPERS, rows, notes, purpose=purpose, stays=True)


def _mark(poll: Poll, terms: Terms, titles: Mapping[int, str], said: Sequence[int]) -> Line:
    """What stands of a mark: on what it was made, what it is, and both in words."""
    option_id, part, marks = said
    made = method_of(poll.method).said(terms, marks)
    return (
        option_id,
        titles[option_id],
        part or None,
        _part_told(terms, titles, part),
        marks,
        made,
    )


def _part_told(terms: Terms, titles: Mapping[int, str], part: int) -> str | None:
    """The criterion by which a mark judges, or in a pair the option that was not preferred."""
    if terms.criteria:
        return next((one.name for one in terms.criteria if one.number == part), None)
    return titles.get(part)


def _kept_back(book: PollBook) -> tuple[str, ...]:
    """A note that names the polls whose papers stay in the file; none where there are none."""
    secret = [poll for poll in book.revealed if poll.secrecy is not Secrecy.NAMED]
    kept = [poll for poll in secret if book.turnout(poll).papers]
    if not kept:
        return ()
    names = book.listed(kept)
    return (_("Left out, because they are without names: {polls}.", polls=names),)


def voter_roll(source: Source) -> Table:
    """Who could vote in each closed poll and who did, by name."""
    book = source.once(PollBook)
    rows: list[Line] = []
    for poll_id, person_id, sector, channel, slip in source.snapshot.execute(
        _WHO_VOTED.where(Elector.poll_id.in_([poll.id for poll in book.closed]))
    ):
        who, poll = source.people[person_id], book.polls[poll_id]
        rows.append(
            (
                poll.session_id,
                *book.line(poll_id),
                source.known_once(person_id),
                who.name,
                who.organisation,
                sector or None,
                channel is not None and slip is None,
                channel,
            )
        )
    rows.sort(key=lambda row: (row[1], in_order(str(row[5])), row[4]))
    notes = (
        _("Sorted by name: nothing here or on the papers tells who voted what in a secret poll."),
        _("Polls that are still open are left out, and so are hands, which nobody wrote down."),
        _(
            "In a poll without names, whoever was given a slip is here as having voted, whether it "
            "came back or not: nobody knows which slip it was."
        ),
    )
    purpose = lazy("Who could vote in each poll, and who did.")
    return source.table(
        "Voter_roll", lazy("Voter roll"), _ROLL, rows, notes, purpose=purpose, stays=True
    )
