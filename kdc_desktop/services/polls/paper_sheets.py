"""Ballot papers as far as secrecy allows, and the voter roll, which tells no order and no time."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.turnout import CHANNEL_WORDS
from kdc_desktop.i18n import _, lazy, listed, plazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.polls import BallotMark, BallotPaper, Elector, RollEntry
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.polls.book import PollBook

_POLL = Column(lazy("Poll"), filled=True, means=lazy("The question of the poll."))
_PAPERS = (
    replace(key_of("Paper"), long=True),
    id_of("Poll"),
    _POLL,
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
    Column(
        lazy("Marks"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many marks it has there, its score, grade or rank."),
    ),
)
_ROLL = (
    replace(id_of("Poll"), own=True, filled=True),
    _POLL,
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
    blank = _("blank paper")
    for key, poll_id, person_id, sector, option_id, part, marks in cast:
        poll = named[poll_id]
        rows.append(
            (
                poll.session_id,
                str(key),  # too long for a number of Excel's
                poll_id,
                poll.question,
                source.known_once(person_id),
                source.who(person_id).name,
                sector or None,
                option_id,
                titles.get(option_id) or blank,
                part or None,
                marks or 0,
            )
        )
    notes = (str(_OF_IDS), *_kept_back(book), *book.left_out())
    title, purpose = lazy("Ballot papers"), _OF_PAPERS
    return source.table("Ballot_papers", title, _PAPERS, rows, notes, purpose=purpose, stays=True)


def _kept_back(book: PollBook) -> tuple[str, ...]:
    """A note that names the polls whose papers stay in the file; none where there are none."""
    kept = [poll for poll in book.revealed if poll.secrecy is not Secrecy.NAMED]
    if not kept:
        return ()
    names = listed(f"{poll.id} “{poll.question}”" for poll in kept)
    return (_("Left out, because they are without names: {polls}.", polls=names),)


def voter_roll(source: Source) -> Table:
    """Who could vote in each closed poll and who did, by name."""
    book = source.once(PollBook)
    rows: list[Line] = []
    for poll_id, person_id, sector, channel in source.snapshot.execute(
        select(Elector.poll_id, Elector.person_id, Elector.sector, RollEntry.channel)
        .outerjoin(
            RollEntry,
            (RollEntry.poll_id == Elector.poll_id) & (RollEntry.person_id == Elector.person_id),
        )
        .where(Elector.poll_id.in_([poll.id for poll in book.closed]))
    ):
        who, poll = source.people[person_id], book.polls[poll_id]
        rows.append(
            (
                poll.session_id,
                poll_id,
                poll.question,
                source.known_once(person_id),
                who.name,
                who.organisation,
                sector or None,
                channel is not None,
                channel,
            )
        )
    rows.sort(key=lambda row: (row[1], in_order(str(row[4])), row[3]))
    notes = (
        _("Sorted by name: nothing here or on the papers tells who voted what in a secret poll."),
        _("Polls that are still open are left out, and so are hands, which nobody wrote down."),
    )
    purpose = lazy("Who could vote in each poll, and who did.")
    return source.table(
        "Voter_roll", lazy("Voter roll"), _ROLL, rows, notes, purpose=purpose, stays=True
    )
