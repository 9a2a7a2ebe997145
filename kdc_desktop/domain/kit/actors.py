"""Who does something to the club file, and in which way."""

from enum import StrEnum
from typing import NamedTuple


class ActorKind(StrEnum):
    """Who an edit is from.

    A helper and another laptop are words of the file for hands that are still to come: programs
    that cannot invite them yet can already tell what they did, and keep it theirs.
    """

    FACILITATOR = "facilitator"  # whoever sits at the laptop that has the file open
    HELPER = "helper"
    PARTICIPANT = "participant"
    LAPTOP = "laptop"  # another one that works on the same club


class Way(StrEnum):
    """How an edit came into the file; a phone is one of the hands that are still to come."""

    HAND = "hand"
    IMPORT = "import"
    DESK = "desk"  # a screen that stands in the room for whoever comes by, such as the kiosk
    PHONE = "phone"
    REHEARSAL = "rehearsal"  # made-up people: none of it happened


class Actor(NamedTuple):
    """Somebody who edits, whose steps only they take back.

    `key` tells those of one kind apart. It is a number that was drawn for it and never the row of
    a person, so that it says no name and no wish can be traced by it.
    """

    kind: ActorKind
    key: int | None = None


FACILITATOR = Actor(ActorKind.FACILITATOR)
