"""What everybody may see of a poll that is revealed: whoever shows or exports a result asks here.

Papers are read, counted, and pass the rule of hiding: see decision 0029. A test names the modules
that touch papers otherwise, and why.
"""

from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.ranking import Ranking, ranked
from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.beside import told_beside
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.storage import Snapshot


def smallest_of(row: PollRow) -> int:
    """How many papers a sector needs to be shown by itself: any in a poll with names."""
    return 1 if row.secrecy is Secrecy.NAMED else row.smallest_group


def told_of(
    snapshot: Snapshot,
    row: PollRow,
    order: Order | None = None,
    counted: Ballots | None = None,
    rule: str = "",
) -> Ranking:
    """The result of a revealed poll as it was announced, or in another order or by another rule."""
    ballots = (counted or ballots_in(snapshot, row)).by_rule(rule or row.rule)
    beside = told_beside(snapshot, row)
    return ranked(ballots, row.ordered_by if order is None else order, smallest_of(row), beside)


def given_to(ranking: Ranking, *, adds_up: bool) -> dict[int, int]:
    """What is told of an option where there is room for one number; nothing where it is not told.

    Marks and hands where they are added up, else how many papers support it.
    """
    found = {
        one.option_id: int(one.value or 0) if adds_up else one.outcome.voters
        for one in ranking.results
        if one.told is ToldPart.NUMBER
    }
    return {key: number for key, number in found.items() if number is not None}
