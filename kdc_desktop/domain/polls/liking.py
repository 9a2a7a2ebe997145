"""What one paper supports, whatever the method: to offer people what they themselves voted for."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.levels import Levelled
from kdc_desktop.domain.polls.method import Method, Number, PaperKind
from kdc_desktop.domain.polls.terms import Terms

Liked = Mapping[int, Number]
"""By option: how much of it a paper wants, beside the others on it; more is more, and never 0."""


def liked(method: Method, terms: Terms, marks: Marks) -> Liked:
    """The options that a valid paper supports.

    Marks, dots and votes support what they are given to, levels from where support begins: the
    upper half, three fingers, consent. A ranking supports what stands before at least half of the
    others, a pair what is preferred more often than not, and criteria what is in the upper half by
    the weighted mean of what the paper says of it.
    """
    if isinstance(method, Levelled):
        least = method.supported_from(terms)
        return {at.option_id: value - least + 1 for at, value in marks.items() if value >= least}
    if method.paper is PaperKind.ORDER:
        return _ranked(terms, {at.option_id: rank for at, rank in marks.items()})
    if method.paper is PaperKind.PAIRS:
        return _preferred(marks)
    if method.paper is PaperKind.GRID:
        return _judged(terms, marks)
    return {at.option_id: value for at, value in marks.items() if value > 0}


def _ranked(terms: Terms, ranks: Mapping[int, int]) -> Liked:
    """Each with how many stand after it, those that are not ranked among them."""
    others = len(terms.ids) - 1
    unranked = len(terms.ids) - len(ranks)
    after = {key: unranked + sum(r > own for r in ranks.values()) for key, own in ranks.items()}
    return {key: count for key, count in after.items() if count and 2 * count >= others}


def _preferred(marks: Marks) -> Liked:
    ahead: Counter[int] = Counter()
    for (option, other), said in marks.items():
        ahead[option] += said
        ahead[other] -= said
    return +ahead


def _judged(terms: Terms, marks: Marks) -> Liked:
    """Each with how far its weighted mean lies above the middle; what was left out counts not."""
    weights = {one.number: one.weight for one in terms.criteria}
    middle, sums, of = terms.lowest + terms.highest, Counter[int](), Counter[int]()
    for (option, part), said in marks.items():
        weight = weights.get(part, 0)
        sums[option] += weight * (2 * said - middle)
        of[option] += weight
    return {key: Fraction(total, 2 * of[key]) for key, total in (+sums).items()}
