"""What the room voted: counted again from the papers each time, and shown once it is revealed."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.states import Order, PollState, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.polls import BallotMark, BallotPaper
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.folding import folded_title
from kdc_desktop.services.polls.questions import options_in, poll_in, turnout_in
from kdc_desktop.services.polls.result_rows import result_row
from kdc_desktop.services.polls.rows import PaperRow, PollResult, PollRow
from kdc_desktop.services.polls.steps import steps_in
from kdc_desktop.services.polls.told import told_of
from kdc_desktop.storage import Database, Snapshot


def counted_papers(database: Database, poll_id: int) -> Ballots:
    """The papers and hands of a poll, counted, for `result`; its cost grows with the marks.

    Raises:
        UserError: it has not been revealed; until then nobody sees it.
    """
    with database.read() as snapshot:
        row = _revealed(snapshot, poll_id)
        ballots = ballots_in(snapshot, row)
        told_of(snapshot, row, counted=ballots)  # so that nobody waits for it later
    return ballots


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
    ranking = told_of(snapshot, row, order, ballots, rule)
    winners = won(snapshot, [row.session_id])
    by_id = {
        one.id: (replace(one, title=folded_title(one, given)), (poll_id, one.id) in winners)
        for one in given
    }
    rows = tuple(
        result_row(outcome, ballots, *by_id[outcome.option_id]) for outcome in ranking.results
    )
    return PollResult(
        poll=row,
        terms=ballots.terms,
        rows=rows,
        rule=ranking.sentence,
        rule_key=ranking.rule.key,
        order=order,
        announced=order == row.ordered_by and ranking.rule == row.kind.rule(row.rule),
        turnout=turnout_in(snapshot, poll_id),
        papers=ranking.papers,
        blank=ranking.blank,
        rounds=ranking.rounds,
        remarks=ranking.remarks,
        steps=steps_in(snapshot, poll_id),
        too_few=ranking.too_few,
    )


def papers(database: Database, poll_id: int) -> list[PaperRow]:
    """The papers of a revealed poll with names, by their random ids.

    Raises:
        UserError: the poll has not been revealed, or it is no poll with names: one paper beside the
            others tells what no count does.
    """
    with database.read() as snapshot:
        row = _revealed(snapshot, poll_id)
        if row.secrecy is not Secrecy.NAMED:
            raise UserError(_("The papers of this poll stay in the club file: look at its result."))
        marks: dict[int, dict[Spot, int]] = {}
        for paper_id, option_id, part, given in snapshot.execute(
            select(BallotMark.paper_id, BallotMark.option_id, BallotMark.part, BallotMark.marks)
            .join(BallotPaper, BallotPaper.id == BallotMark.paper_id)
            .where(BallotPaper.poll_id == poll_id)
        ):
            marks.setdefault(paper_id, {})[Spot(option_id, part)] = given
        cast = snapshot.execute(
            select(BallotPaper.id, BallotPaper.person_id, BallotPaper.sector)
            .where(BallotPaper.poll_id == poll_id)
            .order_by(BallotPaper.id)
        )
        return [PaperRow(*said, marks.get(said[0], {})) for said in cast]


def _revealed(snapshot: Snapshot, poll_id: int) -> PollRow:
    row = poll_in(snapshot, poll_id)
    if row.state != PollState.CLOSED:
        raise UserError(_("The vote is not over: the result shows when the poll is closed."))
    if not row.revealed:
        raise UserError(_("The result is hidden until it is revealed to everybody."))
    return row
