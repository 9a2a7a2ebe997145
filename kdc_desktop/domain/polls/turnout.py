"""Who took part: by which channel, and whether that adds up to no more than the electorate."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.i18n import Text, _, lazy, listed, ngettext, sentences

CHANNEL_WORDS: Mapping[Channel, Text] = {
    Channel.KIOSK: lazy("at the kiosk"),
    Channel.BY_HAND: lazy("by hand"),
    Channel.SLIP: lazy("by slip"),
}


class SlipCount(NamedTuple):
    """How many slips were printed, were given to somebody, and came back filled in."""

    printed: int = 0
    given: int = 0
    back: int = 0

    @property
    def missing(self) -> int:
        """How many are still out."""
        return self.given - self.back

    @property
    def line(self) -> str:
        """“Slips: 60 printed, 14 given out, 12 came back, 2 missing.”; empty without slips."""
        if not self.printed:
            return ""
        return ngettext(
            "Slips: {count} printed, {given} given out, {back} came back, {missing} missing.",
            "Slips: {count} printed, {given} given out, {back} came back, {missing} missing.",
            self.printed,
            given=self.given,
            back=self.back,
            missing=self.missing,
        )


NO_SLIPS = SlipCount()


@dataclass(frozen=True)
class Turnout:
    """How many of how many took part, by channel; never what they voted. All are people.

    `by_slip` are those whose slip has come back and counts; `slips` says what became of all.
    """

    kiosk: int
    by_hand: int
    show_of_hands: int
    electorate: int
    by_slip: int = 0
    slips: SlipCount = NO_SLIPS

    @property
    def papers(self) -> int:
        """Those who have handed in a paper."""
        return self.kiosk + self.by_hand + self.by_slip

    @property
    def voted(self) -> int:
        """Everybody who took part."""
        return self.papers + self.show_of_hands

    @property
    def progress(self) -> str:
        """“31 of 140 have voted”."""
        return have_voted(self.voted, self.electorate)

    @property
    def voted_line(self) -> str:
        """How many voted in the end: “113 of 140 voted”."""
        return ngettext(
            "{count} of {electorate} voted",
            "{count} of {electorate} voted",
            self.voted,
            electorate=self.electorate,
        )

    @property
    def line(self) -> str:
        """How many voted and how: “113 of 140 voted: 31 at the kiosk, 82 by hand”."""
        channels = listed(self._channels)
        if not channels:
            return self.voted_line
        return ngettext(
            "{count} of {electorate} voted: {channels}",
            "{count} of {electorate} voted: {channels}",
            self.voted,
            electorate=self.electorate,
            channels=channels,
        )

    @property
    def reconciliation(self) -> str:
        """The channels added up, in one line, with the slips; what was not used is left out."""
        return self.told if self.slips.line else self._added

    @property
    def told(self) -> str:
        """The same as whole sentences."""
        return sentences((f"{self._added}.", self.slips.line))

    @property
    def _added(self) -> str:
        sum_ = " + ".join(self._channels)
        voted, of_all = self.voted, self.electorate
        excess = voted - of_all
        if not sum_:
            return _("{voted} of {electorate} who may vote", voted=voted, electorate=of_all)
        if excess <= 0:
            return _(
                "{sum} = {voted} of {electorate} who may vote",
                sum=sum_,
                voted=voted,
                electorate=of_all,
            )
        return ngettext(
            "{sum} = {voted} of {electorate} who may vote: {count} too many, count again",
            "{sum} = {voted} of {electorate} who may vote: {count} too many, count again",
            excess,
            sum=sum_,
            voted=voted,
            electorate=of_all,
        )

    @property
    def _channels(self) -> list[str]:
        kiosk = ngettext("{count} at the kiosk", "{count} at the kiosk", self.kiosk)
        by_hand = ngettext("{count} by hand", "{count} by hand", self.by_hand)
        hands = ngettext("{count} by show of hands", "{count} by show of hands", self.show_of_hands)
        slips = ngettext("{count} by slip", "{count} by slip", self.by_slip)
        told = (
            *((self.kiosk, kiosk), (self.by_hand, by_hand)),
            *((self.by_slip, slips), (self.show_of_hands, hands)),
        )
        return [words for number, words in told if number]


def have_voted(voted: int, electorate: int) -> str:
    """How far the vote is: “31 of 140 have voted”."""
    return ngettext(
        "{count} of {electorate} have voted",
        "{count} of {electorate} have voted",
        voted,
        electorate=electorate,
    )
