"""What is compared of what a club has set going: offers, what holds consortia back, gains, tables.

Who sits with whom comes with its round, whatever has become of the plan here.
"""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Gain,
    Obstacle,
    ObstacleStep,
    Offer,
    OfferMatch,
    Seat,
    SeatingRound,
    SeatingTable,
)
from kdc_desktop.services.twins.kinds import TwinKind
from kdc_desktop.services.twins.rows import TwinNoun

_KIND, _NOTE, _WHO_SAID_SO = lazy("Kind"), lazy("Note"), lazy("Who said so")
_FIT = lazy("Whether they fit")
_OF_CARE = {
    "kind": _KIND,
    "owner_id": lazy("Owner"),
    "organisation_id": lazy("Organisation"),
    "department_id": lazy("Department"),
    "next_on": lazy("Until"),
}
OF_GOING = (
    TwinKind(
        TwinNoun.OFFERS,
        Offer,
        ("text", "kind", "person_id", "organisation_id", "department_id"),
        {"ended_at": lazy("Ended"), "end": lazy("How it ended")},
    ),
    TwinKind(TwinNoun.OFFERS, OfferMatch, ("offer_id", "need_id"), {"state": _FIT, "note": _NOTE}),
    TwinKind(
        TwinNoun.OBSTACLES,
        Obstacle,
        ("text", "consortium_id"),
        {**_OF_CARE, "next_step": lazy("Next step"), "solved_at": lazy("Solved")},
    ),
    TwinKind(
        TwinNoun.OBSTACLES,
        ObstacleStep,
        ("obstacle_id", "event", "at"),
        {**_OF_CARE, "said_by": _WHO_SAID_SO, "note": _NOTE},
    ),
    TwinKind(
        TwinNoun.GAINS,
        Gain,
        ("consortium_id", "way", "at"),
        {
            "minutes": lazy("Minutes given back a day"),
            "minutes_least": lazy("Minutes at least"),
            "minutes_most": lazy("Minutes at most"),
            "people": lazy("People"),
            "people_least": lazy("People at least"),
            "people_most": lazy("People at most"),
            "said_by": _WHO_SAID_SO,
            "note": _NOTE,
        },
    ),
    TwinKind(TwinNoun.SEATING, SeatingRound, ("title", "kind", "session_id", "made_at"), {}),
    TwinKind(
        TwinNoun.SEATING,
        SeatingTable,
        ("topic", "round_id", "place_in_order"),
        {
            "consortium_id": lazy("Consortium"),
            "cluster_id": lazy("Cluster"),
            "met_at": lazy("Met"),
        },
    ),
    TwinKind(
        TwinNoun.SEATING,
        Seat,
        ("person_id", "table_id"),
        {"role": lazy("Role"), "came": lazy("Came")},
    ),
)
"""In the order in which it is told."""
