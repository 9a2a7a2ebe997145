"""Temperature: how the room stands to what is on the screen, by fingers, thumbs, consent, a scale.

It shows how many said what. Its value is a level and no mean: words such as “Objection” cannot be
added up. Of one thing nothing wins.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar, NamedTuple

from kdc_desktop.domain.kit.hand_signs import CONSENT, FIST_TO_FIVE
from kdc_desktop.domain.polls.cast import Cast, Spot
from kdc_desktop.domain.polls.levels import (
    Levelled,
    on_papers,
    share_from,
    spread,
    unsaid,
)
from kdc_desktop.domain.polls.majority import majority_value, median
from kdc_desktop.domain.polls.method import (
    Average,
    Count,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.placing import blank_of, placed
from kdc_desktop.domain.polls.terms import PollLevel, Terms
from kdc_desktop.i18n import Fillable, Text, lazy, nfillable, plazy, titled


class HandScale(NamedTuple):
    """A scale that hands show, known by its ends.

    Whoever shows `heard` or less is heard before the room goes on, which `to_hear` says, of
    `count` who do and all `voters`; `all_well` where nobody does. Whoever shows `support` or more
    supports it.
    """

    name: Text
    levels: tuple[PollLevel, ...]
    heard: int
    support: int
    to_hear: Fillable
    all_well: Text


HAND_SCALES = (
    HandScale(
        lazy("Fist to five"),
        tuple(PollLevel(sign.value, sign.word) for sign in FIST_TO_FIVE),
        2,
        3,
        nfillable(
            "{count} of {voters} shows two fingers or fewer: hear what would change that.",
            "{count} of {voters} show two fingers or fewer: hear what would change that.",
        ),
        lazy("Everybody shows three fingers or more."),
    ),
    HandScale(
        lazy("Thumbs"),
        (
            PollLevel(-1, lazy("Thumb down")),
            PollLevel(0, lazy("Thumb sideways")),
            PollLevel(1, lazy("Thumb up")),
        ),
        -1,
        1,
        nfillable(
            "{count} of {voters} has the thumb down: hear what would change that.",
            "{count} of {voters} have the thumb down: hear what would change that.",
        ),
        lazy("Nobody has the thumb down."),
    ),
    HandScale(
        lazy("Consent"),
        tuple(PollLevel(sign.value, sign.word) for sign in CONSENT),
        1,
        2,
        nfillable(
            "{count} of {voters} objects: hear why before you go on.",
            "{count} of {voters} object: hear why before you go on.",
        ),
        lazy("Nobody objects: it is safe enough to try."),
    ),
)


class _Temperature(Levelled):
    key, order = "temperature", 10
    name = lazy("Temperature")
    sentence = lazy("Show how you stand to it.")
    signature = False
    average = Average.MEDIAN
    decides = False
    least_options = 1
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "temperature",
            lazy("Temperature"),
            lazy(
                "Shows how many said what. Several options are ranked by the best level that more "
                "than half reach with each."
            ),
            plazy("above what options are ranked by", "Median"),
        ),
    )

    def levels(self, terms: Terms) -> tuple[PollLevel, ...]:
        """The words of the scale, where hands have words for it; else its numbers."""
        scale = hand_scale(terms)
        return scale.levels if scale else super().levels(terms)

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """How many said what; several are ranked by their medians."""
        tally = cast.tally
        said = {key: tally.levels(Spot(key)) for key in terms.ids}
        values = {key: majority_value(levels) or None for key, levels in said.items()}
        rows = []
        for key, levels in said.items():
            voters = sum(on_papers(tally, Spot(key)).values())
            value = median(levels)
            rows.append(Placed(key, 0, False, False, value, voters, spread=spread(terms, levels)))
        ranked = placed(rows, lambda row: values[row.option_id], chosen=len(rows) > 1)
        remarks = (*unsaid(terms, tally), *_to_hear(ranked, terms))
        return Count(rule, tally.cast, blank_of(tally), ranked, remarks=remarks)

    def shares(self, cast: Cast, terms: Terms) -> dict[int, Fraction]:
        """The part of those who said something that supports: three fingers, thumb up, consent."""
        least = self.supported_from(terms)
        return {key: share_from(on_papers(cast.tally, Spot(key)), least) for key in terms.ids}

    def supported_from(self, terms: Terms) -> int:
        """Three fingers, thumb up, consent; else the first level of the upper half."""
        scale = hand_scale(terms)
        return scale.support if scale else super().supported_from(terms)

    def line(self, terms: Terms) -> str:
        """“Temperature: Fist to five”."""
        if scale := hand_scale(terms):
            return titled(str(self.name), str(scale.name))
        return super().line(terms)


def hand_scale(terms: Terms) -> HandScale | None:
    """The scale of hands that goes from the lowest to the highest of these levels."""
    ends = (terms.lowest, terms.highest)
    return next(
        (one for one in HAND_SCALES if (one.levels[0].value, one.levels[-1].value) == ends), None
    )


def _to_hear(ranked: Sequence[Placed], terms: Terms) -> tuple[str, ...]:
    """Of one thing: how many are to be heard before the room goes on."""
    scale = hand_scale(terms)
    if scale is None or len(ranked) != 1 or not sum(ranked[0].spread):
        return ()
    low = sum(ranked[0].spread[: scale.heard - terms.lowest + 1])
    voters = sum(ranked[0].spread)
    return (str(scale.to_hear.filled(count=low, voters=voters) if low else scale.all_well),)


METHOD = _Temperature()
