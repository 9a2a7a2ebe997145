"""What people support by the papers that they cast under their names.

Only papers of named polls that were announced, and not declared void, are read.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import case, select

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.liking import liked
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import PollState, Secrecy
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from kdc_desktop.model import polls as model_polls
from kdc_desktop.model.polls import BallotMark, BallotPaper, Option, Poll
from kdc_desktop.services.polls.folding import OptionFolding
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

TELLS_NAMES = (
    Poll.session_id == value("session"),
    Poll.secrecy == Secrecy.NAMED,
    Poll.state == PollState.CLOSED,
    Poll.revealed_at.is_not(None),
    Poll.voided_at.is_(None),
    Poll.trashed_at.is_(None),
)
"""The polls of a session whose papers may be read by name."""
_POLLS = Quick(
    select(
        Poll.id,
        Poll.method,
        Poll.marks_each,
        case((Poll.stacking, Poll.most_on_one), else_=1),
        Poll.lowest,
        Poll.highest,
    ).where(*TELLS_NAMES)
)
_OPTIONS = Quick(
    select(Option.poll_id, Option.id, Option.place_in_order, Option.counted_with)
    .join(Poll, Poll.id == Option.poll_id)
    .where(*TELLS_NAMES)
    .order_by(Option.place_in_order)
)
_CRITERIA = Quick(
    select(
        model_polls.Criterion.poll_id, model_polls.Criterion.number, model_polls.Criterion.weight
    )
    .join(Poll, Poll.id == model_polls.Criterion.poll_id)
    .where(*TELLS_NAMES)
    .order_by(model_polls.Criterion.number)
)
_MARKS = Quick(
    select(
        BallotPaper.poll_id,
        BallotPaper.person_id,
        BallotMark.option_id,
        BallotMark.part,
        BallotMark.marks,
    )
    .join(Poll, Poll.id == BallotPaper.poll_id)
    .join(BallotMark, BallotMark.paper_id == BallotPaper.id)
    .where(*TELLS_NAMES, BallotPaper.person_id.is_not(None))
)


class Liking(NamedTuple):
    """That somebody supports an option: `behind` so many others that they support more."""

    person_id: int
    poll_id: int
    option_id: int
    behind: int


class _Asked:
    """A poll with what is needed to read its papers."""

    def __init__(self, poll: tuple[Any, ...], options: Iterable[tuple[Any, ...]]) -> None:
        _key, method, *self._limits = poll
        self._method: Method = method_of(method)
        self._criteria: list[CriterionTerms] = []
        rows = list(options)
        at_place = {place: key for key, place, _with in rows}
        self._into = {key: at_place.get(counted, key) for key, _place, counted in rows}

    def judges(self, number: int, weight: int) -> None:
        self._criteria.append(CriterionTerms(number, "", weight))

    def behind(self, said: Iterable[tuple[Spot, int]]) -> Iterator[tuple[int, int]]:
        """The options that a paper supports, each with how many it supports more."""
        shown = [PollChoice(key) for key, into in self._into.items() if key == into]
        each, most, lowest, highest = self._limits
        judged = tuple(self._criteria)
        terms = Terms(tuple(shown), each, most, lowest, highest, criteria=judged)
        folding = OptionFolding(self._method, terms, self._into)
        found = liked(self._method, terms, folding.as_one(said))
        for key, much in found.items():
            yield key, sum(other > much for other in found.values())


def likings_in(snapshot: Snapshot, session_id: int) -> list[Liking]:
    """Who supports which option in the polls of a session, in a constant number of queries.

    Options that count as one with another are told as that other one.
    """
    polls = _POLLS.rows(snapshot, session=session_id)
    if not polls:
        return []
    options: dict[int, list[tuple[Any, ...]]] = {}
    for poll_id, *option in _OPTIONS.rows(snapshot, session=session_id):
        options.setdefault(poll_id, []).append(tuple(option))
    asked = {poll[0]: _Asked(poll, options.get(poll[0], ())) for poll in polls}
    for poll_id, number, weight in _CRITERIA.rows(snapshot, session=session_id):
        asked[poll_id].judges(number, weight)
    papers: dict[tuple[int, int], list[tuple[Spot, int]]] = {}
    for poll_id, person_id, option_id, part, marks in _MARKS.rows(snapshot, session=session_id):
        papers.setdefault((poll_id, person_id), []).append((Spot(option_id, part), marks))
    return [
        Liking(person_id, poll_id, option_id, behind)
        for (poll_id, person_id), said in papers.items()
        for option_id, behind in asked[poll_id].behind(said)
    ]
