"""What is told of two versions of a club."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kdc_desktop.i18n import Text, _, lazy, listed, moment_text, nfillable, ngettext, plazy
from kdc_desktop.instants import Instant, laptop_zone


class TwinNoun(StrEnum):
    """Under which heading a difference stands, in the order in which they are told."""

    SESSIONS = "sessions"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    ATTENDANCE = "attendance"
    OFFERS = "offers"
    IDEAS = "ideas"
    CLUSTERS = "clusters"
    POLLS = "polls"
    WINNERS = "winners"
    INTERESTS = "interests"
    CONSORTIA = "consortia"
    VISIONS = "visions"
    POSITIONS = "positions"
    COMMITMENTS = "commitments"
    OBSTACLES = "obstacles"
    GAINS = "gains"
    SEATING = "seating"


class Fate(StrEnum):
    """What has become of something in which version, since they parted."""

    ADDED_HERE = "added here"
    ADDED_THERE = "added there"
    CHANGED_HERE = "changed here"
    CHANGED_THERE = "changed there"
    CHANGED_BOTH = "changed on both sides"
    REMOVED_HERE = "removed here"
    REMOVED_THERE = "removed there"


NOUN_TITLES = {
    TwinNoun.SESSIONS: lazy("Sessions"),
    TwinNoun.PEOPLE: lazy("People"),
    TwinNoun.ORGANISATIONS: lazy("Organisations"),
    TwinNoun.ATTENDANCE: lazy("Attendance"),
    TwinNoun.OFFERS: lazy("Offers and needs"),
    TwinNoun.IDEAS: lazy("Ideas"),
    TwinNoun.CLUSTERS: lazy("Clusters"),
    TwinNoun.POLLS: lazy("Polls"),
    TwinNoun.WINNERS: lazy("Winners"),
    TwinNoun.INTERESTS: lazy("Interests"),
    TwinNoun.CONSORTIA: lazy("Consortia"),
    TwinNoun.VISIONS: lazy("Visions"),
    TwinNoun.POSITIONS: lazy("Positions"),
    TwinNoun.COMMITMENTS: lazy("Commitments"),
    TwinNoun.OBSTACLES: lazy("Obstacles"),
    TwinNoun.GAINS: lazy("Minutes given back"),
    TwinNoun.SEATING: lazy("Tables"),
}
FATE_TITLES = {
    Fate.ADDED_HERE: plazy("a difference of two versions", "added here"),
    Fate.ADDED_THERE: plazy("a difference of two versions", "added there"),
    Fate.CHANGED_HERE: plazy("a difference of two versions", "changed here"),
    Fate.CHANGED_THERE: plazy("a difference of two versions", "changed there"),
    Fate.CHANGED_BOTH: plazy("a difference of two versions", "changed on both sides"),
    Fate.REMOVED_HERE: plazy("a difference of two versions", "removed here"),
    Fate.REMOVED_THERE: plazy("a difference of two versions", "removed there"),
}
_COUNTS = {
    Fate.ADDED_HERE: nfillable("{count} added here", "{count} added here"),
    Fate.ADDED_THERE: nfillable("{count} added there", "{count} added there"),
    Fate.CHANGED_HERE: nfillable("{count} changed here", "{count} changed here"),
    Fate.CHANGED_THERE: nfillable("{count} changed there", "{count} changed there"),
    Fate.CHANGED_BOTH: nfillable("{count} changed on both sides", "{count} changed on both sides"),
    Fate.REMOVED_HERE: nfillable("{count} removed here", "{count} removed here"),
    Fate.REMOVED_THERE: nfillable("{count} removed there", "{count} removed there"),
}


@dataclass(frozen=True)
class TwinDifference:
    """Something that is not alike in both; `here` and `there` say what it is in each.

    `table` and `key` are those of its row. `can_be_taken`: into the version here, from there;
    `instead` says what to do where it cannot, and somebody may want it.
    """

    noun: TwinNoun
    fate: Fate
    table: str
    key: int
    title: str
    here: str
    there: str
    can_be_taken: bool = False
    instead: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two versions of one club, side by side."""

    parted_at: Instant
    last_common: Text
    differences: tuple[TwinDifference, ...]

    @property
    def sentence(self) -> str:
        """When they parted, and how much has been done in each since."""
        fates = Counter(one.fate for one in self.differences)
        if not fates:
            told = _("both say the same")
        else:
            counted = ((words, fates[fate]) for fate, words in _COUNTS.items())
            told = listed(str(words.filled(count=number)) for words, number in counted if number)
        return _(
            "They parted on {moment}, after “{label}”. Since then: {counts}.",
            moment=moment_text(self.parted_at.in_zone(laptop_zone())),
            label=str(self.last_common),
            counts=told,
        )

    def lines(self) -> Iterator[str]:
        """Every difference on a line, under the headings of the nouns."""
        noun = None
        for one in self.differences:
            if one.noun is not noun:
                noun = one.noun
                yield ""
                yield str(NOUN_TITLES[noun])
            sides = " → ".join(filter(None, (one.here, one.there)))
            told = (str(FATE_TITLES[one.fate]), one.title, sides, one.instead)
            yield "  " + " – ".join(filter(None, told))


@dataclass(frozen=True)
class TakenOver:
    """How much was taken over, and sentences about what was not."""

    count: int
    left: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The count in words."""
        return ngettext(
            "{count} thing was taken over.", "{count} things were taken over.", self.count
        )
