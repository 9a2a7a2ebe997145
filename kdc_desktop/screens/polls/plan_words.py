"""What is said of a poll that is being prepared: who may vote, what is better thought over."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtWidgets import QWidget

from kdc_desktop.domain.board.similar import similar_pairs
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.secrecies import SECRECIES
from kdc_desktop.domain.polls.states import Order, PollSubject, VotesBy
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.i18n import _, listed, ngettext, number_text, sentences
from kdc_desktop.screens.kit.segmented import Segmented

ON_BOARD = (PollSubject.CLUSTERS, PollSubject.IDEAS)
SUBJECTS = (*ON_BOARD, PollSubject.WRITTEN)
ORDERS = (Order.TOTAL, Order.WEAKEST)
VOTES_BY = (VotesBy.PERSON, VotesBy.ORGANISATION)
SECRECY_KEYS = [rule.key for rule in SECRECIES]
FIRST = 10
LEAST_WIDE, LEAST_HIGH = 260, 120
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


def words_told(method: Method, lowest: int, highest: int) -> str:
    """The words of a method's scale, from the worst; nothing where it is of numbers.

    `lowest` and `highest` count only where they can be set.
    """
    ends = (lowest, highest) if PollSetting.SCALE in method.settings else ()
    levels = method.levels(Terms((), 0, 1, *ends))
    words = [str(one.name) for one in levels if str(one.name) != number_text(one.value)]
    return _("The words: {words}.", words=listed(words)) if words else ""


def may_vote(number: int) -> str:
    """How many could vote if the poll were opened now."""
    if not number:
        return _("Nobody who may vote is present yet: check people in, then open the poll.")
    return ngettext(
        "{count} person present may vote now.", "{count} people present may vote now.", number
    )


def chosen_told(chosen: int, of_all: int | None) -> str:
    """How many options are chosen of so many; None where they are written down here."""
    if of_all is None:
        return ngettext("{count} option", "{count} options", chosen)
    return ngettext("{count} of {all} chosen", "{count} of {all} chosen", chosen, all=of_all)


def what_it_opens(how: Sequence[str], voters: int) -> str:
    """The method, secrecy and options in a row, and who may vote."""
    return "  ·  ".join((listed(part for part in how if part), may_vote(voters)))


def name_choices(votes: Segmented, order: Segmented, subject: Segmented) -> None:
    """Offer who has a vote, in which order a result stands, and what is voted on."""
    votes.set_texts([_("Each person"), _("Each organisation")])
    order.set_texts([_("By all papers"), _("By the weakest sector")])
    subject.set_texts([_("Clusters"), _("Ideas"), _("Written here")])


def dress(widgets: Sequence[QWidget], what: str, as_what: str) -> None:
    """Have these look as the theme has it for a property."""
    for widget in widgets:
        widget.setProperty(what, as_what)
