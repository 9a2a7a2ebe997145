"""What methods share in which a level of a scale is said of each option."""

from abc import ABC
from collections.abc import Mapping, Sequence
from fractions import Fraction

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Cast, Marks, Spot, Tally
from kdc_desktop.domain.polls.hiding import ToldPart, told_words
from kdc_desktop.domain.polls.method import (
    HandsKind,
    Method,
    Number,
    PaperKind,
    PictureKind,
    Placed,
)
from kdc_desktop.domain.polls.placing import blank_of
from kdc_desktop.domain.polls.terms import (
    MOST_LEVEL,
    PollLevel,
    PollSetting,
    Terms,
)
from kdc_desktop.i18n import (
    _,
    decimal_text,
    listed,
    listed_and,
    listed_first,
    ngettext,
    number_text,
    quoted,
)

NAMED = 5
"""So many options are named in a sentence; of more it says how many there are beside them."""
_MOST_LEVELS = 2 * MOST_LEVEL + 1  # of a longer scale, of votes from elsewhere, none is shown

HowMany = Mapping[int, int]
"""How many said which level."""


class Levelled(Method, ABC):
    """A method in which each voter says a level for each option, or none for it."""

    paper = PaperKind.LEVELS
    picture = PictureKind.SPREAD
    hands = HandsKind.LEVELS
    settings = frozenset({PollSetting.SCALE})
    signature = True

    def problem(self, terms: Terms, marks: Marks) -> str | None:
        """Every level is one of the scale."""
        return off_scale(terms, marks)

    def unfit(self, terms: Terms) -> str | None:
        """A scale has at least two levels."""
        return flat(terms)

    def levels(self, terms: Terms) -> tuple[PollLevel, ...]:
        """The numbers of the scale."""
        return numbers(terms)

    def supported_from(self, terms: Terms) -> int:
        """The lowest level by which a paper supports an option: the first of the upper half."""
        return upper_half(terms)

    def supporters(self, cast: Cast, terms: Terms) -> dict[int, int]:
        """How many papers say a level by which they support an option."""
        least = self.supported_from(terms)
        return {
            key: sum(n for level, n in on_papers(cast.tally, Spot(key)).items() if level >= least)
            for key in terms.ids
        }

    def written(self, value: Number | None, terms: Terms) -> str:
        """A level in its word: “Very good”."""
        return _("nothing said") if value is None else self.said(terms, int(value))

    def length(self, value: Number | None, terms: Terms) -> float:
        """How far above the lowest level."""
        return above_lowest(terms, value)

    def line(self, terms: Terms) -> str:
        """“Score, 0 to 5”."""
        return _(
            "{method}, {lowest} to {highest}",
            method=self.name,
            lowest=terms.lowest,
            highest=terms.highest,
        )


def numbers(terms: Terms) -> tuple[PollLevel, ...]:
    """The numbers of the scale as its levels."""
    return tuple(PollLevel(value, number_text(value)) for value in steps(terms))


def off_scale(terms: Terms, marks: Marks) -> str | None:
    """What is wrong where a level is none of the scale."""
    if all(terms.lowest <= value <= terms.highest for value in marks.values()):
        return None
    return _(
        "Give a number from {lowest} to {highest}, or nothing.",
        lowest=terms.lowest,
        highest=terms.highest,
    )


def flat(terms: Terms) -> str | None:
    """What is wrong with a scale that leaves nothing to choose."""
    if terms.lowest < terms.highest:
        return None
    return _("Let the scale go from a lower number to a higher one: one level says nothing.")


def steps(terms: Terms) -> range:
    """The levels of the scale, the lowest first; none where they are too many to be shown."""
    scale = range(terms.lowest, terms.highest + 1)
    return scale if len(scale) <= _MOST_LEVELS else range(0)


def spread(terms: Terms, said: HowMany) -> tuple[int, ...]:
    """How many said each level of the scale, from the lowest on."""
    return tuple(said.get(value, 0) for value in steps(terms))


def how_many_said(levels: Sequence[PollLevel], counts: Sequence[int]) -> str:
    """How many said which level, the lowest first: “2 say “Poor”, 7 say “Good””; empty for none."""
    said = zip(levels, counts, strict=False)
    return listed(
        ngettext(
            "{count} says {level}", "{count} say {level}", number, level=quoted(str(level.name))
        )
        for level, number in said
        if number
    )


def mean(said: HowMany) -> Fraction | None:
    """The mean of those who said something; None where nobody did."""
    voters = sum(said.values())
    if not voters:
        return None
    return Fraction(sum(value * count for value, count in said.items()), voters)


def above_lowest(terms: Terms, value: Number | None) -> float:
    """How far above the lowest level a value lies; 0 where nobody said anything."""
    return 0.0 if value is None else float(value - terms.lowest)


def mean_text(value: Number | None) -> str:
    """A mean as people read it: “3.42”."""
    return _("no number") if value is None else decimal_text(float(value), 2)


def on_papers(tally: Tally, spot: Spot) -> HowMany:
    """How many papers said which level there."""
    return tally.levels(spot, hands=False)


def in_scale(terms: Terms, value: Fraction | None) -> Fraction:
    """How far up the scale a value lies, 0 to 1; 0 where nobody said anything."""
    if value is None or terms.highest <= terms.lowest:
        return Fraction(0)
    return (value - terms.lowest) / (terms.highest - terms.lowest)


def at_an_end(terms: Terms, value: Fraction | None, papers: int, few: int) -> ToldPart | None:
    """Whether a mean is so near an end of the scale that all papers, but a few, say the same half.

    A mean of nothing is near none.
    """
    if value is None or not few:
        return None
    middle = upper_half(terms)
    if value * papers <= terms.lowest * papers + few * (middle - terms.lowest):
        return ToldPart.NEARLY_NONE
    if value * papers >= terms.highest * papers - few * (terms.highest - middle + 1):
        return ToldPart.NEARLY_ALL
    return None


def end_words(told: ToldPart) -> str:
    """What stands for such a mean."""
    if told is ToldPart.NEARLY_ALL:
        return _("nearly the highest")
    return _("nearly the lowest") if told is ToldPart.NEARLY_NONE else told_words(told)


def upper_half(terms: Terms) -> int:
    """The lowest level above the middle of the scale."""
    return (terms.lowest + terms.highest) // 2 + 1


def share_from(said: HowMany, level: int) -> Fraction:
    """The part of those who said something that said this level or a higher one, 0 to 1."""
    voters = sum(said.values())
    above = sum(count for value, count in said.items() if value >= level)
    return Fraction(above, voters) if voters else Fraction(0)


def named(terms: Terms, option_ids: Sequence[int]) -> str:
    """What options are called, in a sentence: “A”, “B” and 7 more."""
    titles = {option.id: option.title for option in terms.options}
    shown = [quoted(shortened(titles[key])) for key in option_ids]
    return listed_and(shown) if len(shown) <= NAMED else listed_first(shown, NAMED)


def unsaid(terms: Terms, tally: Tally) -> tuple[str, ...]:
    """A sentence of the options that nobody said anything of, where something was said at all."""
    said = {
        spot.option_id
        for kept in (*tally.given.values(), *tally.hands.values())
        for spot, levels in kept.items()
        if any(levels.values())
    }
    silent = [key for key in terms.ids if key not in said]
    if not silent or not said:
        return ()
    return (_("Nobody said anything of {options}.", options=named(terms, silent)),)


def seldom(terms: Terms, options: Sequence[Placed], tally: Tally) -> tuple[str, ...]:
    """A sentence for each winner of which less than half of those who voted said something."""
    voted = tally.cast - blank_of(tally)
    titles = {option.id: option.title for option in terms.options}
    return tuple(
        ngettext(
            "“{option}” comes first, and {count} of {voted} papers said something of it.",
            "“{option}” comes first, and {count} of {voted} papers said something of it.",
            one.voters,
            option=shortened(titles[one.option_id]),
            voted=voted,
        )
        for one in [one for one in options if one.winner][:NAMED]
        if 2 * one.voters < voted and not tally.hands
    )
