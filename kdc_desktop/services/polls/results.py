"""What the room voted: counted again from the papers each time, and shown once it is revealed."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.hiding import shown_sectors
from kdc_desktop.domain.polls.ranking import Ballots, Ranking, Result, ranked
from kdc_desktop.domain.polls.states import Order, PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.polls import BallotMark, BallotPaper
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.folding import folded_title
from kdc_desktop.services.polls.questions import options_in, poll_in, turnout_in
from kdc_desktop.services.polls.rows import (
    OptionRow,
    PaperRow,
    PollResult,
    PollRow,
    ResultRow,
    ShareRow,
)
from kdc_desktop.services.polls.steps import steps_in
from kdc_desktop.storage import Database, Snapshot


def counted_papers(database: Database, poll_id: int) -> Ballots:
    """The papers and hands of a poll, counted, for `result`; its cost grows with the marks.

    Raises:
        UserError: it has not been revealed; until then nobody sees it.
    """
    with database.read() as snapshot:
        row = _revealed(snapshot, poll_id)
        ballots = ballots_in(snapshot, row)
    ranked(ballots, row.ordered_by, smallest_of(row))  # so that nobody waits for it later
    return ballots


def smallest_of(row: PollRow) -> int:
    """How many papers a sector needs to be shown by itself: any in a poll with names."""
    return 1 if row.secrecy == Secrecy.NAMED else row.smallest_group


def result(
    database: Database,
    poll_id: int,
    won: Won,
    order: Order | None = None,
    counted: Ballots | None = None,
    rule: str = "",
) -> PollResult:
    """The result; `won` tells which options are winners.

    It is by the rule and in the order that were announced, unless others are asked for. It is
    counted again from the papers, unless whoever asks has just had them `counted`.

    Raises:
        UserError: it has not been revealed; until then nobody sees it.
    """
    with database.read() as snapshot:
        return result_in(snapshot, poll_id, won, order, counted, rule)


def result_in(
    snapshot: Snapshot,
    poll_id: int,
    won: Won,
    order: Order | None = None,
    counted: Ballots | None = None,
    rule: str = "",
) -> PollResult:
    """The same, within a snapshot."""
    row = _revealed(snapshot, poll_id)
    given = options_in(snapshot, poll_id)
    order = row.ordered_by if order is None else order
    ballots = (counted or ballots_in(snapshot, row)).by_rule(rule or row.rule)
    ranking = ranked(ballots, order, smallest_of(row))
    winners = won(snapshot, [row.session_id])
    by_id = {
        one.id: (replace(one, title=folded_title(one, given)), (poll_id, one.id) in winners)
        for one in given
    }
    rows = tuple(
        _result_row(outcome, ranking, ballots, *by_id[outcome.option_id])
        for outcome in ranking.results
    )
    count = ranking.count
    return PollResult(
        poll=row,
        terms=ballots.terms,
        rows=rows,
        rule=ranking.sentence,
        rule_key=count.rule.key,
        order=order,
        announced=order == row.ordered_by and count.rule == row.kind.rule(row.rule),
        turnout=turnout_in(snapshot, poll_id),
        papers=count.papers,
        blank=count.blank,
        rounds=count.rounds,
        remarks=count.remarks,
        steps=steps_in(snapshot, poll_id),
    )


def papers(database: Database, poll_id: int) -> list[PaperRow]:
    """The papers of a revealed poll by their random ids; sectors too small to show are left out.

    Raises:
        UserError: the poll has not been revealed.
    """
    with database.read() as snapshot:
        row = _revealed(snapshot, poll_id)
        marks: dict[int, dict[Spot, int]] = {}
        for paper_id, option_id, part, given in snapshot.execute(
            select(BallotMark.paper_id, BallotMark.option_id, BallotMark.part, BallotMark.marks)
            .join(BallotPaper, BallotPaper.id == BallotMark.paper_id)
            .where(BallotPaper.poll_id == poll_id)
        ):
            marks.setdefault(paper_id, {})[Spot(option_id, part)] = given
        shown: tuple[str, ...] = COUNTED
        if row.secrecy != Secrecy.NAMED:
            shown = shown_sectors(ballots_in(snapshot, row).cast.tally, row.smallest_group)
        cast = snapshot.execute(
            select(BallotPaper.id, BallotPaper.person_id, BallotPaper.sector)
            .where(BallotPaper.poll_id == poll_id)
            .order_by(BallotPaper.id)
        )
        return [
            PaperRow(key, person_id, sector if sector in shown else None, marks.get(key, {}))
            for key, person_id, sector in cast
        ]


def _result_row(
    outcome: Result, ranking: Ranking, ballots: Ballots, option: OptionRow, winner: bool
) -> ResultRow:
    papers, one = ballots.cast.tally.papers, outcome.placed
    voting = [letter for letter in COUNTED if papers.get(letter)]
    every = len(voting) > 1 and all(outcome.share.get(letter, 0) > 0 for letter in voting)
    shown = outcome.weakest_sector in ranking.counted
    share = None if outcome.weakest_share is None else float(outcome.weakest_share)
    return ResultRow(
        option_id=option.id,
        idea_id=option.idea_id,
        cluster_id=option.cluster_id,
        title=option.title,
        place=outcome.rank_label,
        rank=outcome.rank,
        tied=outcome.tied,
        value=one.value,
        written=ballots.method.written(one.value, ballots.terms),
        length=ballots.method.length(one.value, ballots.terms),
        adds_up=ballots.method.adds_up,
        voters=one.voters,
        chosen=one.winner,
        spread=one.spread,
        low=one.low,
        high=one.high,
        parts=one.parts,
        cost=option.cost,
        shares=tuple(_share(letter, outcome, ballots) for letter in voting),
        rest=outcome.together,
        weakest_sector=outcome.weakest_sector if shown else None,
        weakest_share=share if shown else None,
        every_sector=every,
        winner=winner,
    )


def _share(letter: str, outcome: Result, ballots: Ballots) -> ShareRow:
    if letter not in outcome.by_sector:
        return ShareRow(letter, None, "")
    value = outcome.by_sector[letter]
    return ShareRow(letter, value, ballots.method.written(value, ballots.terms))


def _revealed(snapshot: Snapshot, poll_id: int) -> PollRow:
    row = poll_in(snapshot, poll_id)
    if row.state != PollState.CLOSED:
        raise UserError(_("The vote is not over: the result shows when the poll is closed."))
    if not row.revealed:
        raise UserError(_("The result is hidden until it is revealed to everybody."))
    return row
