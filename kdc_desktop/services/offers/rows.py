"""What questions about offers and needs answer, and verbs are told: frozen rows."""

from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.offers.states import OfferEnd, OfferKind


class Holder(NamedTuple):
    """Who offers or needs something: a person, or an organisation with or without a department."""

    person_id: int | None = None
    organisation_id: int | None = None
    department_id: int | None = None


class OfferRow(NamedTuple):
    """An offer or a need; `who` is the name of the person, the organisation or its department.

    `organisation` and `sector` are those of the person or of the organisation itself;
    `speaks_for` is the organisation of a person, if there is one. `session_id` is where it was
    said, None between evenings; `said_on` and `ended_on` are days on the clock of the club.
    """

    id: int
    kind: OfferKind
    text: str
    person_id: int | None
    organisation_id: int | None
    department_id: int | None
    who: str
    session_id: int | None
    said_on: date
    speaks_for: int | None
    organisation: str
    sector: str
    ended_on: date | None = None
    end: OfferEnd | None = None

    @property
    def holder(self) -> Holder:
        """Who said it."""
        return Holder(self.person_id, self.organisation_id, self.department_id)


class MatchRow(NamedTuple):
    """An offer and a need whose people have agreed to talk; None for the session: in between."""

    id: int
    offer_id: int
    need_id: int
    session_id: int | None
    matched_on: date
    note: str
