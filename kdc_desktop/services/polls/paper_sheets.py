"""Ballot papers as far as secrecy allows, and the voter roll, which tells no order and no time."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.turnout import CHANNEL_WORDS
from kdc_desktop.i18n import _, lazy, plazy
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
    Column(lazy("Person"), means=lazy("Who cast it; only in polls with names.")),
    Column(
        lazy("Sector"),
        words=SECTOR_WORDS,
        means=lazy("The sector of who cast it, where it may be shown."),
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
    "Paper ids are random and tell no order. A named poll's papers name the person, a sector only "
    "poll's the sector where enough papers came from it, a secret poll's neither."
)
_OF_PAPERS = lazy("The papers of the polls that were revealed, as far as their secrecy allows.")

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
    """The papers of revealed polls by their random ids, a row for each option with marks."""
    book = source.once(PollBook)
    shown = {poll.id: book.shown_sectors(poll) for poll in book.revealed}
    titles = {option.id: option.title for key in shown for option in book.options[key]}
    rows: list[Line] = []
    cast = source.snapshot.execute(
        _CAST.where(BallotPaper.poll_id.in_(list(shown))).order_by(
            BallotPaper.poll_id, BallotPaper.id, BallotMark.option_id, BallotMark.part
        )
    )
    blank = _("blank paper")
    polls = {poll.id: (poll.session_id, poll.question, poll.secrecy) for poll in book.revealed}
    for key, poll_id, person_id, sector, option_id, part, marks in cast:
        session_id, question, secrecy = polls[poll_id]
        voter = person_id if secrecy == Secrecy.NAMED else None
        visible = secrecy != Secrecy.SECRET and sector in shown[poll_id]
        rows.append(
            (
                session_id,
                str(key),  # too long for a number of Excel's
                poll_id,
                question,
                source.known_once(voter),
                source.who(voter).name,
                (sector or None) if visible else None,
                option_id,
                titles.get(option_id) or blank,
                part or None,
                marks or 0,
            )
        )
    notes = (str(_OF_IDS), *book.left_out())
    title, purpose = lazy("Ballot papers"), _OF_PAPERS
    return source.table("Ballot_papers", title, _PAPERS, rows, notes, purpose=purpose, stays=True)


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
