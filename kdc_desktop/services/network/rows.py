"""The network of some evenings, as screens, slides and sheets are told it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from kdc_desktop.domain.network.folding import Returned, people_in
from kdc_desktop.domain.network.measures import Edge, Neighbours, Two, neighbours
from kdc_desktop.domain.network.numbers import NetNumbers
from kdc_desktop.domain.seating.ties import Met
from kdc_desktop.instants import Instant


class PeriodKind(StrEnum):
    """Of what one asks who has met whom."""

    EVENING = "evening"
    YEAR = "year"
    ALL = "all"


class NetPeriod(NamedTuple):
    """The whole club, or an evening by its session, or a year by its number."""

    kind: PeriodKind = PeriodKind.ALL
    number: int = 0


class EveningHeld(NamedTuple):
    """A session that has begun: its day by the clock of its room, and when that was."""

    id: int
    title: str
    on: date
    begins: Instant


class NetPerson(NamedTuple):
    """Somebody in the network; without an organisation a resident."""

    id: int
    name: str
    organisation_id: int | None
    organisation: str
    department: str
    sector: str


class NetOrganisation(NamedTuple):
    """An organisation with those of its people who are in the network, or all residents."""

    id: int
    name: str
    sector: str
    people: tuple[int, ...]
    departments: tuple[str, ...]


class AfterRow(NamedTuple):
    """A consortium that was let go: how many ties were in it, and how many of them go on."""

    consortium_id: int
    name: str
    ties: int
    going_on: int


@dataclass(frozen=True)
class Network:
    """Who met whom in a period.

    `ties` are those of the period, `ever` all up to its end, `new` those that began in it.
    `between` are the ties of organisations in the period, `met_ever` those who had met by the end
    of it, also through people who did not come in it; `first` those that had never before. `edge`
    is who stands on the edge at the end of the period, `connects` how much an organisation stands
    between others, 0 to 1, `held_by` those without whom a part would fall into two, `parts` how
    many there are.
    """

    period: NetPeriod
    evenings: tuple[EveningHeld, ...]
    people: Mapping[int, NetPerson]
    organisations: Mapping[int, NetOrganisation]
    ties: Mapping[Two, Met]
    ever: Mapping[Two, Met]
    new: frozenset[Two]
    between: Mapping[Two, Met]
    met_ever: frozenset[Two]
    first: frozenset[Two]
    returned: Returned
    edge: Mapping[int, Edge]
    connects: Mapping[int, float]
    held_by: frozenset[int]
    parts: int
    after: tuple[AfterRow, ...]

    @cached_property
    def near(self) -> Neighbours:
        """With whom everybody has met up to the end of the period."""
        return neighbours({*self.people, *people_in(self.ever)}, self.ever)

    @property
    def numbers(self) -> NetNumbers:
        """What it comes to."""
        return NetNumbers(
            evenings=len(self.evenings),
            people=len(self.people),
            organisations=sum(bool(key) for key in self.organisations),
            ties=len(self.ties),
            new_ties=len(self.new),
            first_meetings=len(self.first),
            first_time=len(self.returned.first_time),
            back=len(self.returned.back),
            edge=len(self.edge),
            let_go=sum(row.ties for row in self.after),
            going_on=sum(row.going_on for row in self.after),
            parts=self.parts,
            is_all=self.period.kind is PeriodKind.ALL,
        )
