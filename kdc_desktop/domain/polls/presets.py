"""Named starting points for a poll: a method with its limits, and what it is good for.

The plan of a poll and the templates of sessions offer them; adding one is adding an entry here.
"""

from typing import NamedTuple

from kdc_desktop.domain.polls.methods import KEYS
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from kdc_desktop.i18n import Text, lazy


class Preset(NamedTuple):
    """A poll that only needs a question and options; numbers mean what they mean in `Terms`.

    `sentence` says to the facilitator when it is worth taking. `rule` empty is the first of the
    method. `criteria` are names with weights. Where there is a budget, its total is still asked.
    """

    key: str
    name: Text
    sentence: Text
    method: str
    rule: str = ""
    marks_each: int = 0
    most_on_one: int = 1
    lowest: int = 0
    highest: int = 5
    criteria: tuple[tuple[Text, int], ...] = ()

    def terms(self, options: tuple[PollChoice, ...], total: int = 0) -> Terms:
        """What such a poll asks of these options."""
        criteria = tuple(
            CriterionTerms(number, str(name), weight)
            for number, (name, weight) in enumerate(self.criteria, start=1)
        )
        return Terms(
            options,
            self.marks_each,
            self.most_on_one,
            self.lowest,
            self.highest,
            total,
            criteria,
        )


_PRESETS = (
    Preset(
        "dots",
        lazy("Five dots"),
        lazy("Quick, and everybody knows it: what does the room want most of many ideas?"),
        "dots",
        marks_each=5,
        most_on_one=0,
    ),
    Preset(
        "approval",
        lazy("Yes to as many as you like"),
        lazy(
            "Nobody has to choose between two that they like: what could most of the room support?"
        ),
        "approval",
    ),
    Preset(
        "pick_three",
        lazy("Pick three"),
        lazy("A short list from many ideas, one yes for each of the three."),
        "approval",
        marks_each=3,
    ),
    Preset(
        "score",
        lazy("Score from 0 to 5"),
        lazy("How good is each of a few options, and how far do people differ?"),
        "score",
    ),
    Preset(
        "agree",
        lazy("Agree, disagree or pass"),
        lazy("Statements of which nobody reads all: 1 agrees, -1 disagrees, 0 passes."),
        "score",
        lowest=-1,
        highest=1,
    ),
    Preset(
        "majority_judgment",
        lazy("Six words"),
        lazy("A decision on a few options that strong voices at both ends cannot tip."),
        "majority_judgment",
    ),
    Preset(
        "ranking",
        lazy("Rank them all"),
        lazy("A common order of up to ten options, the best first."),
        "ranking",
        rule="schulze",
    ),
    Preset(
        "top_three",
        lazy("Rank your best three"),
        lazy("Points for first, second and third, where there are too many to rank them all."),
        "ranking",
        rule="borda",
        marks_each=3,
    ),
    Preset(
        "run_off",
        lazy("One winner by run-off"),
        lazy("An election of one: whoever is last drops out, until one has more than half."),
        "ranking",
        rule="irv",
    ),
    Preset(
        "budget",
        lazy("Share out a budget"),
        lazy("Options cost money, and every group of voters decides on its part of it."),
        "budget",
        rule="equal_shares",
    ),
    Preset(
        "quadratic",
        lazy("16 credits"),
        lazy(
            "How much does it matter to whom? A second vote for the same costs more than a first."
        ),
        "quadratic",
        marks_each=16,
        most_on_one=0,
    ),
    Preset(
        "impact_ease",
        lazy("Impact and ease"),
        lazy("Which options are worth much and take little? They stand at the top on the right."),
        "criteria",
        lowest=1,
        criteria=((lazy("Impact"), 1), (lazy("Ease"), 1)),
    ),
    Preset(
        "three_lenses",
        lazy("Wanted, feasible, viable"),
        lazy("Before a pilot: do people want it, can it be built, and does it carry itself?"),
        "criteria",
        lowest=1,
        criteria=((lazy("Wanted"), 1), (lazy("Feasible"), 1), (lazy("Viable"), 1)),
    ),
    Preset(
        "pairwise",
        lazy("Two at a time"),
        lazy("Too many options to compare at once: everybody judges as many pairs as they like."),
        "pairwise",
    ),
    Preset(
        "fist_to_five",
        lazy("Fist to five"),
        lazy("How strongly is the room behind this? Two fingers or fewer are heard."),
        "temperature",
    ),
    Preset(
        "thumbs",
        lazy("Thumbs"),
        lazy("Up, sideways or down: a quick look at how the room feels about this."),
        "temperature",
        lowest=-1,
        highest=1,
    ),
    Preset(
        "consent",
        lazy("Consent"),
        lazy("Is it safe enough to try? One objection is enough to listen once more."),
        "temperature",
        lowest=1,
        highest=3,
    ),
    Preset(
        "ten",
        lazy("From 0 to 10"),
        lazy("Any question with a number for an answer, such as how likely somebody is to come."),
        "temperature",
        highest=10,
    ),
)


def presets() -> tuple[Preset, ...]:
    """The starting points, in the order in which they are offered."""
    return tuple(one for one in _PRESETS if one.method in KEYS)


def preset_of(key: str) -> Preset | None:
    """The starting point with this key; None where there is none, as in a newer template."""
    return next((one for one in presets() if one.key == key), None)
