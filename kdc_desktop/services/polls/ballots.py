"""What was cast in a poll, read from its papers and hands, whatever its state.

Options that are counted as one are read as the one that is shown: see `folding`.
"""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.cast import Cast, SectorLetter, Spot, Tally, tally_of
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.model.polls import HandCount
from kdc_desktop.services.polls.folding import FoldedInto, OptionFolding, folds_in
from kdc_desktop.services.polls.questions import terms_in
from kdc_desktop.services.polls.reading import papers_read, tally_read
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Snapshot


def ballots_in(snapshot: Snapshot, row: PollRow, rule: str = "") -> Ballots:
    """A poll to be counted by one of its rules; without one by that which is announced."""
    method, folds = row.kind, folds_in(snapshot, row.id)
    terms = terms_in(snapshot, row).without(folds)
    cast = _cast_in(snapshot, row.id, method, terms, folds)
    return Ballots(method, terms, method.rule(rule or row.rule), cast)


def _cast_in(
    snapshot: Snapshot, poll_id: int, method: Method, terms: Terms, folds: FoldedInto
) -> Cast:
    """Papers that are read whole are not read once more for their tally."""
    if not method.reads_papers:
        return Cast(tally_in(snapshot, poll_id, method, terms, folds))
    papers = papers_read(snapshot, poll_id, OptionFolding(method, terms, folds))
    return Cast(replace(tally_of(papers), hands=_hands_in(snapshot, poll_id, folds)), papers)


def tally_in(
    snapshot: Snapshot, poll_id: int, method: Method, terms: Terms, folds: FoldedInto
) -> Tally:
    """How often each mark was given; its cost grows with the marks."""
    cast, blank, given = tally_read(snapshot, poll_id, OptionFolding(method, terms, folds))
    return Tally(cast, blank, given, _hands_in(snapshot, poll_id, folds))


def _hands_in(
    snapshot: Snapshot, poll_id: int, folds: FoldedInto
) -> dict[SectorLetter, dict[Spot, dict[int, int]]]:
    """Hands by sector, option and level; of options counted as one those of one: see `folding`."""
    raised: dict[tuple[SectorLetter, int], dict[int, int]] = {}
    for option_id, sector, level, number in snapshot.execute(
        select(HandCount.option_id, HandCount.sector, HandCount.level, HandCount.hands)
        .where(HandCount.poll_id == poll_id, HandCount.hands > 0)
        .order_by(HandCount.option_id)
    ):
        raised.setdefault((sector, option_id), {})[level] = number
    found: dict[SectorLetter, dict[Spot, dict[int, int]]] = {}
    for (sector, option_id), levels in raised.items():
        of_sector, spot = found.setdefault(sector, {}), Spot(folds.get(option_id, option_id))
        if sum(levels.values()) > sum(of_sector.get(spot, {}).values()):
            of_sector[spot] = levels
    return found
