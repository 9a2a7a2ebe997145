"""What was cast in a poll, read from its papers and hands, whatever its state.

Options that are counted as one are read as the one that is shown: see `folding`.
"""

from itertools import chain

from sqlalchemy import func, select

from kdc_desktop.domain.polls.cast import Cast, Papers, Sector, Spot, Tally
from kdc_desktop.domain.polls.method import Method, PaperKind, Terms
from kdc_desktop.domain.polls.ranking import Ballots
from kdc_desktop.model.polls import BallotMark, BallotPaper, HandCount
from kdc_desktop.services.polls.folding import FoldedInto, fold_marks, fold_papers, folds_in
from kdc_desktop.services.polls.questions import terms_in
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Snapshot

_PAPERS = "SELECT id, sector FROM ballot_paper WHERE poll_id = ? ORDER BY id"
_MARKS = (
    "SELECT paper_id, option_id, part, marks FROM ballot_paper CROSS JOIN ballot_mark "
    "ON paper_id = ballot_paper.id WHERE poll_id = ? ORDER BY ballot_paper.id"
)


def ballots_in(snapshot: Snapshot, row: PollRow, rule: str = "") -> Ballots:
    """A poll to be counted by one of its rules; without one by that which is announced."""
    method, folds = row.kind, folds_in(snapshot, row.id)
    terms = terms_in(snapshot, row).without(folds)
    tally = tally_in(snapshot, row.id, method, terms, folds)
    papers = papers_in(snapshot, row.id, method, terms, folds) if method.reads_papers else None
    return Ballots(method, terms, method.rule(rule or row.rule), Cast(tally, papers))


def given_to(ballots: Ballots) -> dict[int, int]:
    """What is told of an option where there is room for one number.

    Marks and hands where they are added up, else how many papers support it.
    """
    adds_up = ballots.method.adds_up
    return {
        one.option_id: int(one.value or 0) if adds_up else one.voters
        for one in ballots.count.options
    }


def tally_in(
    snapshot: Snapshot, poll_id: int, method: Method, terms: Terms, folds: FoldedInto
) -> Tally:
    """How often each mark was given; its cost grows with the marks."""
    own = BallotPaper.poll_id == poll_id
    by_sector = select(BallotPaper.sector, func.count()).group_by(BallotPaper.sector)
    cast = {sector: number for sector, number in snapshot.execute(by_sector.where(own))}  # noqa: C416 - dict() would take a result for a mapping
    said = select(BallotMark.paper_id).where(BallotMark.paper_id == BallotPaper.id)
    without = snapshot.execute(by_sector.where(own, ~said.exists()))
    blank = {sector: number for sector, number in without}  # noqa: C416 - the same
    given: dict[Sector, dict[Spot, dict[int, int]]] = {}
    folded = {*folds, *folds.values()}
    for sector, option_id, part, value, number in snapshot.execute(
        select(
            BallotPaper.sector,
            BallotMark.option_id,
            BallotMark.part,
            BallotMark.marks,
            func.count(),
        )
        .join(BallotMark, BallotMark.paper_id == BallotPaper.id)
        .where(own)
        .group_by(BallotPaper.sector, BallotMark.option_id, BallotMark.part, BallotMark.marks)
    ):
        other = part if method.paper is PaperKind.PAIRS else None
        if not {option_id, other} & folded:
            spot = Spot(option_id, part)
            given.setdefault(sector, {}).setdefault(spot, {})[value] = number
    for (sector, spot), values in fold_marks(snapshot, method, terms, folds).items():
        given.setdefault(sector, {})[spot] = values
    return Tally(cast, blank, given, _hands_in(snapshot, poll_id, folds))


def _hands_in(
    snapshot: Snapshot, poll_id: int, folds: FoldedInto
) -> dict[Sector, dict[Spot, dict[int, int]]]:
    """Hands by sector, option and level; of options counted as one the larger number."""
    raised: dict[Sector, dict[Spot, dict[int, int]]] = {}
    for option_id, sector, level, number in snapshot.execute(
        select(HandCount.option_id, HandCount.sector, HandCount.level, HandCount.hands).where(
            HandCount.poll_id == poll_id, HandCount.hands > 0
        )
    ):
        spot = Spot(folds.get(option_id, option_id))
        levels = raised.setdefault(sector, {}).setdefault(spot, {})
        levels[level] = max(levels.get(level, 0), number)
    return raised


def papers_in(
    snapshot: Snapshot, poll_id: int, method: Method, terms: Terms, folds: FoldedInto
) -> Papers:
    """The papers whole, in the order of their random keys; straight from the driver."""
    import numpy

    connection = snapshot.connection()
    rows = connection.exec_driver_sql(_PAPERS, (poll_id,)).fetchall()
    keys = numpy.fromiter((row[0] for row in rows), dtype=numpy.int64, count=len(rows))
    sectors: dict[Sector, int] = {}
    of = [sectors.setdefault(row[1], len(sectors)) for row in rows]
    marks = connection.exec_driver_sql(_MARKS, (poll_id,))
    flat = numpy.fromiter(chain.from_iterable(marks), dtype=numpy.int64).reshape(-1, 4)
    paper = numpy.searchsorted(keys, flat[:, 0])
    columns = fold_papers(method, terms, folds, paper, flat[:, 1], flat[:, 2], flat[:, 3])
    paper, option, part, value = columns
    ids = numpy.array(terms.ids, dtype=numpy.int64)
    order = numpy.argsort(ids)
    place = order[numpy.searchsorted(ids, option, sorter=order)] if len(ids) else option
    return Papers(
        terms.ids,
        paper,
        place,
        part,
        value,
        numpy.ones(len(rows), dtype=numpy.int64),
        numpy.array(of, dtype=numpy.int64),
        tuple(sectors) or (None,),
    )
