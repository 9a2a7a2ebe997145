"""What the room voted: counted again from the papers each time, and shown once it is revealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.polls.counting import Tally
from kdc_desktop.domain.polls.ranking import (
    Ranking,
    Result,
    rank_by_total,
    rank_by_weakest_sector,
    shown_sectors,
)
from kdc_desktop.errors import UserError
from kdc_desktop.model import BallotMark, BallotPaper, HandCount, Winner
from kdc_desktop.model.polls import CLOSED, NAMED
from kdc_desktop.services.polls.questions import (
    OptionRow,
    PollRow,
    Turnout,
    options_in,
    poll_in,
    turnout_in,
)
from kdc_desktop.storage import Database, Snapshot

Order = Literal["total", "weakest"]


@dataclass(frozen=True)
class ShareRow:
    """What one sector gave an option; None where too few of it voted to show it."""

    sector: str
    count: int | None


@dataclass(frozen=True)
class ResultRow:
    """One option's outcome; `place` is "1", or "=3" for a tie; `rest` is what hidden sectors gave.

    `every_sector`: everyone of the sectors that voted supports it. `weakest_share` is 0 to 1.
    """

    option_id: int
    idea_id: int | None
    cluster_id: int | None
    title: str
    place: str
    rank: int
    tied: bool
    total: int
    voters: int
    shares: tuple[ShareRow, ...]
    rest: int
    weakest_sector: str | None
    weakest_share: float | None
    every_sector: bool
    winner: bool


@dataclass(frozen=True)
class PollResult:
    """The announced result: rows best first, the rule in a sentence, and who took part how."""

    poll: PollRow
    rows: tuple[ResultRow, ...]
    rule: str
    turnout: Turnout


@dataclass(frozen=True)
class PaperRow:
    """One ballot paper as far as secrecy allows: `person_id` in named polls only."""

    id: int
    person_id: int | None
    sector: str | None
    marks: Mapping[int, int]


def result(database: Database, poll_id: int, order: Order = "total") -> PollResult:
    """The result, counted again from the papers.

    Raises:
        UserError: it has not been revealed; until then nobody sees it.
    """
    with database.read() as session:
        row = _revealed(session, poll_id)
        given = options_in(session, poll_id)
        counted = count(session, poll_id, [option.id for option in given])
        rank = rank_by_total if order == "total" else rank_by_weakest_sector
        ranking = rank(counted, 1 if row.secrecy == NAMED else row.smallest_group)
        won = _won(session, row.session_id)
        by_id = {option.id: option for option in given}
        rows = tuple(
            _result_row(outcome, ranking, counted, by_id[outcome.option_id], won)
            for outcome in ranking.results
        )
        return PollResult(row, rows, ranking.sentence, turnout_in(session, poll_id))


def papers(database: Database, poll_id: int) -> list[PaperRow]:
    """The papers of a revealed poll by their random ids; sectors too small to show are left out.

    Raises:
        UserError: the poll has not been revealed.
    """
    with database.read() as session:
        row = _revealed(session, poll_id)
        marks: dict[int, dict[int, int]] = {}
        for paper_id, option_id, given in session.execute(
            select(BallotMark.paper_id, BallotMark.option_id, BallotMark.marks)
            .join(BallotPaper, BallotPaper.id == BallotMark.paper_id)
            .where(BallotPaper.poll_id == poll_id)
        ):
            marks.setdefault(paper_id, {})[option_id] = given
        shown: tuple[str, ...] = LETTERS
        if row.secrecy != NAMED:
            shown = shown_sectors(count(session, poll_id, []), row.smallest_group)
        cast = session.execute(
            select(BallotPaper.id, BallotPaper.person_id, BallotPaper.sector)
            .where(BallotPaper.poll_id == poll_id)
            .order_by(BallotPaper.id)
        )
        return [
            PaperRow(key, person_id, sector if sector in shown else None, marks.get(key, {}))
            for key, person_id, sector in cast
        ]


def count(session: Snapshot, poll_id: int, option_ids: list[int]) -> Tally:
    """Add up the papers and hands of a poll, whatever its state; the cost grows with the marks."""
    cast_rows = session.execute(
        select(BallotPaper.sector, func.count().label("papers"))
        .where(BallotPaper.poll_id == poll_id)
        .group_by(BallotPaper.sector)
    )
    cast = {row.sector: row.papers for row in cast_rows}
    marks = {sector: dict.fromkeys(option_ids, 0) for sector in cast}
    supporters = {sector: dict.fromkeys(option_ids, 0) for sector in cast}
    for sector, option_id, given, support in session.execute(
        select(BallotPaper.sector, BallotMark.option_id, func.sum(BallotMark.marks), func.count())
        .join(BallotMark, BallotMark.paper_id == BallotPaper.id)
        .where(BallotPaper.poll_id == poll_id, BallotMark.marks > 0)
        .group_by(BallotPaper.sector, BallotMark.option_id)
    ):
        marks[sector][option_id] = given
        supporters[sector][option_id] = support
    raised = dict.fromkeys(option_ids, 0)
    for option_id, number in session.execute(
        select(HandCount.option_id, HandCount.hands).where(HandCount.poll_id == poll_id)
    ):
        raised[option_id] = number
    shown_hands: dict[str | None, dict[int, int]] = {None: raised} if any(raised.values()) else {}
    return Tally(tuple(option_ids), cast, marks, supporters, shown_hands)


def _result_row(
    outcome: Result,
    ranking: Ranking,
    counted: Tally,
    option: OptionRow,
    won: set[tuple[int | None, int | None]],
) -> ResultRow:
    voting = [letter for letter in LETTERS if counted.papers.get(letter)]
    shares = tuple(ShareRow(letter, outcome.by_sector.get(letter)) for letter in voting)
    every = len(voting) > 1 and all(outcome.share.get(letter, 0.0) > 0 for letter in voting)
    shown = outcome.weakest_sector in ranking.counted
    return ResultRow(
        option_id=option.id,
        idea_id=option.idea_id,
        cluster_id=option.cluster_id,
        title=option.title,
        place=outcome.rank_label,
        rank=outcome.rank,
        tied=outcome.tied,
        total=outcome.total,
        voters=outcome.voters,
        shares=shares,
        rest=outcome.together,
        weakest_sector=outcome.weakest_sector if shown else None,
        weakest_share=outcome.weakest_share if shown else None,
        every_sector=every,
        winner=(option.idea_id, option.cluster_id) in won,
    )


def _won(session: Snapshot, session_id: int) -> set[tuple[int | None, int | None]]:
    rows = session.execute(
        select(Winner.idea_id, Winner.cluster_id).where(Winner.session_id == session_id)
    )
    return {(idea_id, cluster_id) for idea_id, cluster_id in rows}


def _revealed(session: Snapshot, poll_id: int) -> PollRow:
    row = poll_in(session, poll_id)
    if row.state != CLOSED:
        raise UserError("The vote is not over: the result shows when the poll is closed.")
    if not row.revealed:
        raise UserError("The result is hidden until it is revealed to everybody.")
    return row
