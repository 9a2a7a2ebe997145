"""What the nouns hand to each other, for the program: loaded once somebody asks for it.

Behind all of it stands SQLAlchemy, which takes longer to load than the window.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kdc_desktop.services.board.joins import BoardJoins
    from kdc_desktop.services.consortia.trails import ConsortiumTrail
    from kdc_desktop.services.people.joins import PeopleJoins
    from kdc_desktop.services.polls.badges import WinnersBadge
    from kdc_desktop.services.sessions.joins import SessionJoins


def to_sessions() -> "SessionJoins":
    """What sessions are handed."""
    from kdc_desktop.services.joined.sessions import SESSIONS

    return SESSIONS


def to_people() -> "PeopleJoins":
    """What people are handed."""
    from kdc_desktop.services.joined.people import PEOPLE

    return PEOPLE


def to_board() -> "BoardJoins":
    """What boards are handed."""
    from kdc_desktop.services.joined.board import BOARD

    return BOARD


def to_polls() -> "WinnersBadge":
    """What polls are handed."""
    from kdc_desktop.services.joined.polls import WINNERS

    return WINNERS


def to_consortia() -> "Sequence[ConsortiumTrail]":
    """What consortia are handed."""
    from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS

    return CONSORTIUM_TRAILS
