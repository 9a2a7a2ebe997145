"""Find which offers may meet which needs, by the telling words that both say."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log, sqrt
from operator import itemgetter
from typing import NamedTuple, Protocol

from kdc_desktop.domain.offers.stems import kin_of, stems_of

MOST_EACH = 6
"""So many needs are found for an offer at most, and so many offers for a need."""
_LEAST_SCORE = 0.34
_LEAST_WORDS = 2  # shared, with which the score does not matter
_FEW_TEXTS, _MOST_OF_TEXTS = 24, 6
"""What more than a sixth of the texts say, where there are many of them, is no reason by itself.

It still tells where there is not much else: who needs “Funding” is met by all who offer it.
"""


class Statement(Protocol):
    """What somebody offers or needs: exactly one of person and organisation is set.

    `speaks_for` is the organisation of a person, if there is one.
    """

    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def organisation_id(self) -> int | None: ...
    @property
    def department_id(self) -> int | None: ...
    @property
    def speaks_for(self) -> int | None: ...


class OfferFit(NamedTuple):
    """An offer that may meet a need: how well, 0 to 1, and by which words of the need."""

    offer_id: int
    need_id: int
    score: float
    words: tuple[str, ...]


class _Likely(NamedTuple):
    """The same before it is known by which words.

    `rank` is the same for both ways to look at it: of equals, who said something first.
    """

    rank: tuple[float, int, int]
    offer: Statement
    need: Statement

    @property
    def score(self) -> float:
        return -self.rank[0]


class _Words(NamedTuple):
    """What each stem weighs with each that means it, too, and which of them few say."""

    means: Mapping[str, Sequence[tuple[str, float]]]
    telling: Collection[str]


def matches(
    offers: Sequence[Statement],
    needs: Sequence[Statement],
    unfit: Collection[tuple[int, int]] = frozenset(),
) -> list[OfferFit]:
    """Which offers may meet which needs, the best first.

    Offline and deterministic: the same statements give the same answer, in whatever order they
    come. Nobody meets their own need, nor does a person that of the organisation they speak for,
    nor an organisation that of a department of it.
    It is as good for both: needs taken for offers, and offers for needs, meet just as well.

    Args:
        unfit: the ids of offers and needs that do not fit, whatever their words say.
    """
    sought = _Sought(offers, needs)
    found = [
        _Likely((-score, *_in_order(offer.id, need.id)), offer, need)
        for stems, alike in _alike(offers).items()
        for score, wanted in sought.like(stems)
        for offer in alike
        for need in wanted
        if not _is_one(offer, need) and (offer.id, need.id) not in unfit
    ]
    return [_fit(one, sought.words) for one in _best(found)]


class _Sought:
    """What is needed, by what it is about; what is about the same is looked at once."""

    def __init__(self, offers: Sequence[Statement], needs: Sequence[Statement]) -> None:
        self._weights, self.words = _weigh([stems_of(one.text) for one in (*offers, *needs)])
        self._needs = list(_alike(needs).items())
        self._whole = [_whole(stems, self._weights) for stems, _needs in self._needs]
        self._saying: dict[str, list[int]] = {}
        for at, (stems, _needs) in enumerate(self._needs):
            for stem in stems:
                self._saying.setdefault(stem, []).append(at)

    def like(self, stems: Collection[str]) -> Iterator[tuple[float, list[Statement]]]:
        """The needs that may be met by what is about these stems, with how well."""
        mine = _whole(stems, self._weights)
        shared, times = self._shared(stems)
        for weight, often, whole, (theirs, needs) in zip(
            shared, times, self._whole, self._needs, strict=True
        ):
            if weight:
                least = mine if mine < whole else whole
                if weight >= _LEAST_SCORE * least or (
                    often >= _LEAST_WORDS and _share_several(stems, theirs, self.words)
                ):
                    yield 1.0 if weight >= least else round(weight / least, 6), needs

    def _shared(self, stems: Collection[str]) -> tuple[list[float], list[int]]:
        """What each says too weighs, and how many pairs of stems that is of those few say."""
        shared, times = [0.0] * len(self._needs), [0] * len(self._needs)
        for stem in sorted(stems):
            for other, weight in self.words.means[stem]:
                for at in self._saying.get(other, ()):
                    shared[at] += weight
                if stem in self.words.telling and other in self.words.telling:
                    for at in self._saying.get(other, ()):
                        times[at] += 1
        return shared, times


def _alike(statements: Sequence[Statement]) -> dict[frozenset[str], list[Statement]]:
    """The statements by what they are about, so that what many say is looked at once."""
    found: dict[frozenset[str], list[Statement]] = {}
    for one in sorted(statements, key=lambda one: one.id):
        found.setdefault(frozenset(stems_of(one.text)), []).append(one)
    return found


def _weigh(texts: Sequence[Collection[str]]) -> tuple[dict[str, float], _Words]:
    """What each stem tells: the more, the fewer say it."""
    count = Counter(stem for stems in texts for stem in stems)
    most = max(_FEW_TEXTS, len(texts) // _MOST_OF_TEXTS)
    weights = {stem: 1 + log((1 + len(texts)) / (1 + said)) for stem, said in count.items()}
    telling = frozenset(stem for stem, said in count.items() if said <= most)
    return weights, _Words(_meanings(weights), telling)


def _whole(stems: Collection[str], weights: Mapping[str, float]) -> float:
    return sum(sorted(weights[stem] for stem in stems))


def _meanings(weights: Mapping[str, float]) -> dict[str, list[tuple[str, float]]]:
    """For each stem those that mean it, too, and what both weigh together."""
    return {
        stem: [
            (other, share * sqrt(weights[stem] * weights[other])) for other, share in kin.items()
        ]
        for stem, kin in kin_of(weights.keys()).items()
    }


def _share_several(mine: Collection[str], theirs: Collection[str], words: _Words) -> bool:
    """Whether both say two things at least that few say: two forms of a word are one."""
    telling = [
        pair
        for pair in _pairs(mine, theirs, words)
        if pair[0] in words.telling and pair[1] in words.telling
    ]
    return min(len(set(side)) for side in zip(*telling, strict=True)) > 1 if telling else False


def _pairs(mine: Collection[str], theirs: Collection[str], words: _Words) -> list[tuple[str, str]]:
    """The stems of the offer with those of the need that mean the same."""
    return [
        (stem, other) for stem in mine for other, _weight in words.means[stem] if other in theirs
    ]


def _fit(one: _Likely, words: _Words) -> OfferFit:
    mine, said = stems_of(one.offer.text), stems_of(one.need.text)
    theirs = {their for _mine, their in _pairs(mine, said, words)}
    told = tuple(dict.fromkeys(said[stem] for stem in said if stem in theirs))
    return OfferFit(one.offer.id, one.need.id, one.score, told)


def _is_one(one: Statement, other: Statement) -> bool:
    """Whether both were said by one, or by an organisation and who speaks for it."""
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    if one.person_id is None and other.person_id is None:
        parts = {one.department_id, other.department_id}
        return one.organisation_id == other.organisation_id and (len(parts) == 1 or None in parts)
    person, organisation = (one, other) if one.person_id is not None else (other, one)
    return person.speaks_for == organisation.organisation_id


def _best(found: Sequence[_Likely]) -> list[_Likely]:
    """Those that are among the best of the offer or of the need."""
    of_offer: defaultdict[int, int] = defaultdict(int)
    of_need: defaultdict[int, int] = defaultdict(int)
    kept = []
    for one in sorted(found, key=itemgetter(0)):
        of_offer[offer_id := one.offer.id] += 1
        of_need[need_id := one.need.id] += 1
        if of_offer[offer_id] <= MOST_EACH or of_need[need_id] <= MOST_EACH:
            kept.append(one)
    return kept


def _in_order(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
