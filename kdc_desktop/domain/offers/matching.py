"""Find which offers may meet which needs, by the telling words that both say."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple, Protocol

from kdc_desktop.domain.offers.stems import kin_of, stems_of

MOST_EACH = 6
"""So many needs are found for an offer at most, and so many offers for a need."""
_LEAST_SCORE = 0.34
_LEAST_WORDS = 2  # shared, with which the score does not matter
_FEW_TEXTS, _MOST_OF_TEXTS = 24, 6
"""What more than a sixth of the texts say tells nothing, where there are many of them."""


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
    """The same before it is known by which words."""

    score: float
    offer: Statement
    need: Statement

    @property
    def ids(self) -> tuple[int, int]:
        return self.offer.id, self.need.id


_Means = Mapping[str, Sequence[tuple[str, float]]]


def matches(
    offers: Sequence[Statement],
    needs: Sequence[Statement],
    unfit: Collection[tuple[int, int]] = frozenset(),
) -> list[OfferFit]:
    """Which offers may meet which needs, the best first.

    Offline and deterministic: the same statements give the same answer, in whatever order they
    come. Nobody meets their own need, nor does a person that of the organisation they speak for.
    It is as good for both: needs taken for offers, and offers for needs, meet just as well.

    Args:
        unfit: the ids of offers and needs that do not fit, whatever their words say.
    """
    offers, needs = _by_id(offers), _by_id(needs)
    weights = _weights([stems_of(one.text) for one in (*offers, *needs)])
    means = _meanings(weights)
    saying: dict[str, list[int]] = {}
    for at, need in enumerate(needs):
        for stem in stems_of(need.text):
            saying.setdefault(stem, []).append(at)
    whole = [_whole(need.text, weights) for need in needs]
    found: list[_Likely] = []
    for offer in offers:
        mine = _whole(offer.text, weights)
        for at, (weight, times) in _shared(offer, saying, means).items():
            least = mine if mine < whole[at] else whole[at]
            if weight >= _LEAST_SCORE * least or times >= _LEAST_WORDS:
                likely = _Likely(round(min(1.0, weight / least), 6), offer, needs[at])
                fits = likely.score >= _LEAST_SCORE or _shares_several(likely, means)
                if fits and not _is_one(offer, needs[at]) and likely.ids not in unfit:
                    found.append(likely)
    return [_fit(one, means) for one in _best(found)]


def _by_id(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda one: one.id)


def _weights(texts: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """What each stem tells: the more, the fewer say it; those that too many say are not in."""
    count = Counter(stem for stems in texts for stem in stems)
    most = max(_FEW_TEXTS, len(texts) // _MOST_OF_TEXTS)
    return {
        stem: 1 + log((1 + len(texts)) / (1 + said)) for stem, said in count.items() if said <= most
    }


def _whole(text: str, weights: Mapping[str, float]) -> float:
    return sum(sorted(weights.get(stem, 0.0) for stem in stems_of(text)))


def _meanings(weights: Mapping[str, float]) -> dict[str, list[tuple[str, float]]]:
    """For each stem those that mean it, too, and what both weigh together."""
    return {
        stem: [
            (other, share * sqrt(weights[stem] * weights[other])) for other, share in kin.items()
        ]
        for stem, kin in kin_of(weights.keys()).items()
    }


def _shared(
    offer: Statement,
    saying: Mapping[str, Sequence[int]],
    means: _Means,
) -> dict[int, tuple[float, int]]:
    """By the place of a need: what both say weighs, and of how many pairs of stems that is."""
    found: dict[int, tuple[float, int]] = {}
    for stem in stems_of(offer.text):
        for other, weight in means.get(stem, ()):
            for at in saying.get(other, ()):
                before, times = found.get(at, (0.0, 0))
                found[at] = before + weight, times + 1
    return found


def _shares_several(one: _Likely, means: _Means) -> bool:
    """Whether both say two things at least: two forms of a word are one."""
    pairs = _pairs(one, means)
    return min(len({mine for mine, _their in pairs}), len({their for _mine, their in pairs})) > 1


def _pairs(one: _Likely, means: _Means) -> list[tuple[str, str]]:
    """The stems of the offer with those of the need that mean the same."""
    theirs = stems_of(one.need.text)
    return [
        (stem, other)
        for stem in stems_of(one.offer.text)
        for other, _weight in means.get(stem, ())
        if other in theirs
    ]


def _fit(one: _Likely, means: _Means) -> OfferFit:
    said, theirs = stems_of(one.need.text), {their for _mine, their in _pairs(one, means)}
    words = tuple(dict.fromkeys(said[stem] for stem in said if stem in theirs))
    return OfferFit(one.offer.id, one.need.id, one.score, words)


def _is_one(one: Statement, other: Statement) -> bool:
    """Whether both were said by one, or by an organisation and who speaks for it."""
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    if one.person_id is None and other.person_id is None:
        same = one.organisation_id == other.organisation_id
        return same and one.department_id == other.department_id
    person, organisation = (one, other) if one.person_id is not None else (other, one)
    return person.speaks_for == organisation.organisation_id


def _best(found: Sequence[_Likely]) -> list[_Likely]:
    """Those that are among the best of the offer or of the need."""
    of_each: tuple[Counter[int], Counter[int]] = Counter(), Counter()
    kept = []
    for one in sorted(found, key=_rank):
        of_each[0][one.offer.id] += 1
        of_each[1][one.need.id] += 1
        if min(of_each[0][one.offer.id], of_each[1][one.need.id]) <= MOST_EACH:
            kept.append(one)
    return kept


def _rank(one: _Likely) -> tuple[float, int, int]:
    """The same for both ways to look at it: of equals, who said something first."""
    ids = one.offer.id, one.need.id
    return -one.score, min(ids), max(ids)
