"""What was said of what a consortium gives back, as rows."""

from dataclasses import dataclass

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.kit.amounts import Amount, between, times
from kdc_desktop.instants import Instant


@dataclass(frozen=True)
class GainRow:
    """A guess or a measure: minutes a day and people, each with its ends where these were said."""

    id: int
    consortium_id: int
    way: GainWay
    minutes: float
    minutes_least: float | None
    minutes_most: float | None
    people: int
    people_least: int | None
    people_most: int | None
    at: Instant
    said_by: str
    note: str

    @property
    def worth(self) -> Amount:
        """Minutes a day for all of these people together."""
        minutes = between(self.minutes, self.minutes_least, self.minutes_most)
        return times(minutes, between(self.people, self.people_least, self.people_most))
