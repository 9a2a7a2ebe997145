"""What the room voted: counted again from the papers each time, and shown once it is revealed."""

from dataclasses import replace

from sqlalchemy import func, select

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.counting import Tally
from kdc_desktop.domain.polls.ranking import Order, Ranking, Result, ranked, shown_sectors
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.polls import BallotMark, BallotPaper, HandCount
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.folding import fold_marks, folded_title, folds_in
from kdc_desktop.services.polls.questions import options_in, poll_in, turnout_in
from kdc_desktop.services.polls.rows import (
    OptionRow,
    PaperRow,
    PollResult,
    PollRow,
    ResultRow,
    ShareRow,
)
from kdc_desktop.storage import Database, Snapshot


def counted_papers(database: Database, poll_id: int) -> Tally:
    """The count of a poll from its papers and hands, for `result`; its cost grows with the marks.

    Raises:
        UserError: it has not been revealed; until then nobody sees it.
    """
    with database.read() as snapshot:
        _revealed(snapshot, poll_id)
        return count(snapshot, poll_id, [option.id for option in options_in(snapshot, poll_id)])


def result(
    database: Database,
    poll_id: int,
    won: Won,
    order: Order = Order.TOTAL,
    counted: Tally | None = None,
) -> PollResult:
    """The result; `won` tells which options are winners.

    It is counted again from the papers, unless whoever asks has just had them `counted`.

    Raises:
        UserError: it has not been revealed; until then nobody sees it.
    """
    with database.read() as snapshot:
        return result_in(snapshot, poll_id, won, order, counted)


def result_in(
    snapshot: Snapshot,
    poll_id: int,
    won: Won,
    order: Order = Order.TOTAL,
    counted: Tally | None = None,
) -> PollResult:
    """The same, within a snapshot."""
    row = _revealed(snapshot, poll_id)
    given = options_in(snapshot, poll_id)
    if counted is None:
        counted = count(snapshot, poll_id, [option.id for option in given])
    smallest = 1 if row.secrecy == Secrecy.NAMED else row.smallest_group
    ranking = ranked(counted, order, smallest)
    winners = won(snapshot, [row.session_id])
    by_id = {
        one.id: (replace(one, title=folded_title(one, given)), (poll_id, one.id) in winners)
        for one in given
    }
    rows = tuple(
        _result_row(outcome, ranking, counted, *by_id[outcome.option_id])
        for outcome in ranking.results
    )
    return PollResult(row, rows, ranking.sentence, turnout_in(snapshot, poll_id))


def papers(database: Database, poll_id: int) -> list[PaperRow]:
    """The papers of a revealed poll by their random ids; sectors too small to show are left out.

    Raises:
        UserError: the poll has not been revealed.
    """
    with database.read() as snapshot:
        row = _revealed(snapshot, poll_id)
        marks: dict[int, dict[int, int]] = {}
        for paper_id, option_id, given in snapshot.execute(
            select(BallotMark.paper_id, BallotMark.option_id, BallotMark.marks)
            .join(BallotPaper, BallotPaper.id == BallotMark.paper_id)
            .where(BallotPaper.poll_id == poll_id)
        ):
            marks.setdefault(paper_id, {})[option_id] = given
        shown: tuple[str, ...] = COUNTED
        if row.secrecy != Secrecy.NAMED:
            shown = shown_sectors(count(snapshot, poll_id, []), row.smallest_group)
        cast = snapshot.execute(
            select(BallotPaper.id, BallotPaper.person_id, BallotPaper.sector)
            .where(BallotPaper.poll_id == poll_id)
            .order_by(BallotPaper.id)
        )
        return [
            PaperRow(key, person_id, sector if sector in shown else None, marks.get(key, {}))
            for key, person_id, sector in cast
        ]


def count(snapshot: Snapshot, poll_id: int, option_ids: list[int]) -> Tally:
    """Add up the papers and hands of a poll, whatever its state; the cost grows with the marks.

    Of options that are counted as one, only the one that is shown is told of.
    """
    folds = folds_in(snapshot, poll_id)
    option_ids = [key for key in option_ids if key not in folds]
    cast_rows = snapshot.execute(
        select(BallotPaper.sector, func.count().label("papers"))
        .where(BallotPaper.poll_id == poll_id)
        .group_by(BallotPaper.sector)
    )
    cast = {row.sector: row.papers for row in cast_rows}
    marks = {sector: dict.fromkeys(option_ids, 0) for sector in cast}
    supporters = {sector: dict.fromkeys(option_ids, 0) for sector in cast}
    for sector, option_id, given, support in snapshot.execute(
        select(BallotPaper.sector, BallotMark.option_id, func.sum(BallotMark.marks), func.count())
        .join(BallotMark, BallotMark.paper_id == BallotPaper.id)
        .where(BallotPaper.poll_id == poll_id, BallotMark.marks > 0)
        .group_by(BallotPaper.sector, BallotMark.option_id)
    ):
        if option_id not in folds:
            marks[sector][option_id] = given
            supporters[sector][option_id] = support
    for (sector, option_id), both in (
        fold_marks(snapshot, poll_id, folds) if folds else {}
    ).items():
        marks[sector][option_id], supporters[sector][option_id] = both
    raised = dict.fromkeys(option_ids, 0)
    for option_id, number in snapshot.execute(
        select(HandCount.option_id, HandCount.hands).where(HandCount.poll_id == poll_id)
    ):
        shown = folds.get(option_id, option_id)
        raised[shown] = max(raised[shown], number)
    shown_hands: dict[str | None, dict[int, int]] = {None: raised} if any(raised.values()) else {}
    return Tally(tuple(option_ids), cast, marks, supporters, shown_hands)


def _result_row(
    outcome: Result, ranking: Ranking, counted: Tally, option: OptionRow, winner: bool
) -> ResultRow:
    voting = [letter for letter in COUNTED if counted.papers.get(letter)]
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
        winner=winner,
    )


def _revealed(snapshot: Snapshot, poll_id: int) -> PollRow:
    row = poll_in(snapshot, poll_id)
    if row.state != PollState.CLOSED:
        raise UserError(_("The vote is not over: the result shows when the poll is closed."))
    if not row.revealed:
        raise UserError(_("The result is hidden until it is revealed to everybody."))
    return row
