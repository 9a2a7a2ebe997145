"""What is said of a poll that is being prepared: who may vote, what is better thought over."""

from collections.abc import Sequence
from functools import lru_cache

from kdc_desktop.domain.board.similar import similar_pairs
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, ngettext, sentences

MANY_OPTIONS = 15
_LOOKED_AT = 200  # more are not compared: so many are too many anyway
_ALIKE = 90.0
_SHORT = 40


def warnings_of(titles: Sequence[str]) -> str:
    """In sentences: that options are too many to compare, and which two look alike."""
    told = []
    if len(titles) > MANY_OPTIONS:
        told.append(
            ngettext(
                "{count} option is more than most people compare: {most} are easier.",
                "{count} options are more than most people compare: {most} are easier.",
                len(titles),
                most=MANY_OPTIONS,
            )
        )
    if alike := _two_alike(tuple(titles)):
        one, other = alike
        told.append(
            _(
                "“{one}” and “{other}” look alike: votes for one would be missing for the other.",
                one=shortened(one, _SHORT),
                other=shortened(other, _SHORT),
            )
        )
    return sentences(told)


@lru_cache(maxsize=8)
def _two_alike(titles: tuple[str, ...]) -> tuple[str, str] | None:
    if not 1 < len(titles) <= _LOOKED_AT:
        return None
    pairs = similar_pairs(dict(enumerate(titles)), threshold=_ALIKE, most=1)
    return next(((titles[first], titles[second]) for first, second, _score in pairs), None)


def may_vote(number: int) -> str:
    """How many could vote if the poll were opened now."""
    if not number:
        return _("Nobody who may vote is present yet: check people in, then open the poll.")
    return ngettext(
        "{count} person present may vote now.", "{count} people present may vote now.", number
    )
