"""What the nouns hand to each other, for the program: loaded once somebody asks for it.

Behind all of it stands SQLAlchemy, which takes longer to load than the window.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.domain.kit.editions import Edition
from kdc_desktop.loading_ahead import SHOWN_LATER, load
from kdc_desktop.services.club.handing_over import refuse_handed_over
from kdc_desktop.services.glanced import SESSION_COUNTS
from kdc_desktop.services.sessions import listing

if TYPE_CHECKING:
    from kdc_desktop.jobs import Progress
    from kdc_desktop.services.attendance.joins import PresenceTrail
    from kdc_desktop.services.board.joins import BoardJoins
    from kdc_desktop.services.club.defaults import DefaultChoice
    from kdc_desktop.services.club.handing_over import HandedOver
    from kdc_desktop.services.consortia.club_rows import BuyInBadge
    from kdc_desktop.services.consortia.gives_back import GainsBadge
    from kdc_desktop.services.consortia.held_up import ObstaclesBadge
    from kdc_desktop.services.consortia.trails import ConsortiumTrail
    from kdc_desktop.services.offers.joins import RolesBadge
    from kdc_desktop.services.people.joins import PeopleJoins
    from kdc_desktop.services.polls.badges import WinnersBadge
    from kdc_desktop.services.sessions.beginning import BeginningJoins
    from kdc_desktop.services.sessions.home import HomeAsks
    from kdc_desktop.services.sessions.joins import SessionEnding, SessionJoins
    from kdc_desktop.services.twins.rows import Comparison
    from kdc_desktop.storage import Database


def to_sessions() -> "SessionJoins":
    """What sessions are handed."""
    from kdc_desktop.services.joined.sessions import SESSIONS

    return SESSIONS


def to_endings() -> "SessionEnding":
    """What sessions are handed for their end."""
    from kdc_desktop.services.joined.endings import ENDING

    return ENDING


def to_beginning() -> "BeginningJoins":
    """What sessions are handed for one that begins from an earlier one."""
    from kdc_desktop.services.joined.beginning import BEGINNING

    return BEGINNING


SESSIONS = (to_sessions, to_endings)
"""What sessions ask for: once one is open, and once one looks at what it has come to."""


def to_home() -> "HomeAsks":
    """What Home is handed once the club is ready."""
    from kdc_desktop.services.joined.home import HOME

    return HOME


AT_HOME = (SESSION_COUNTS, to_beginning, to_home)
"""What Home counts, asks for once a session begins from another, and once the club is ready."""


def every_default() -> "Sequence[DefaultChoice]":
    """What a club may have begin otherwise than usual."""
    from kdc_desktop.services.joined.defaults import EVERY_DEFAULT

    return EVERY_DEFAULT


def to_people() -> "PeopleJoins":
    """What people are handed."""
    from kdc_desktop.services.joined.people import PEOPLE

    return PEOPLE


def to_attendance() -> "Sequence[PresenceTrail]":
    """What attendance is handed."""
    from kdc_desktop.services.joined.attendance import PRESENCE_TRAILS

    return PRESENCE_TRAILS


def to_offers() -> "RolesBadge":
    """What offers and needs are handed."""
    from kdc_desktop.services.joined.offers import ROLES

    return ROLES


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


def to_whole_club() -> "BuyInBadge":
    """What the consortia of the whole club are handed."""
    from kdc_desktop.services.joined.consortia import BUY_IN

    return BUY_IN


def to_held_up() -> "ObstaclesBadge":
    """What the consortia of the whole club are handed of what holds them back."""
    from kdc_desktop.services.joined.consortia import HELD_UP

    return HELD_UP


def to_gives_back() -> "GainsBadge":
    """What the consortia of the whole club are handed of what they give back."""
    from kdc_desktop.services.joined.consortia import GIVES_BACK

    return GIVES_BACK


CONSORTIA = (to_consortia, (to_whole_club, to_held_up, to_gives_back))
"""What consortia ask for: what is kept of them above, how far their visions are, what holds them
back and what they give back."""


def get_all_ready(database: "Database", cancelled: Callable[[], bool]) -> None:
    """Load what the other stages show, and compile what they ask first."""
    load(SHOWN_LATER, cancelled)
    if not cancelled():
        from kdc_desktop.services.joined.asking_ahead import ask_ahead

        ask_ahead(database, cancelled)


def refusal_to_go(database: "Database") -> str:
    """Why the club cannot be handed over now; empty where it can."""
    from kdc_desktop.services.joined import handing

    return handing.refusal_to_go(database)


def hand_over(
    database: "Database", target: Path, before_writing: Callable[[], object]
) -> "HandedOver":
    """Hand the club over, with all that the nouns look at."""
    from kdc_desktop.services.joined.handing import hand_over_club

    return hand_over_club(database, target, before_writing)


def see_that_it_opens(database: "Database") -> None:
    """What Home cannot show is told before there is a window, or stand-ins are shown for it.

    Raises:
        UserError: Home cannot be shown, or the club goes on elsewhere.
    """
    refuse_handed_over(database)
    try:
        listing.sessions(database)
    except Exception:  # such as a date that is none
        database.get_ready()
        listing.sessions(database)


def export(
    database: "Database",
    target: Path,
    session_id: int | None,
    progress: "Progress",
    edition: Edition = Edition.FULL,
) -> None:
    """Write the workbook of a session, or with None of the whole club, as a job."""
    from kdc_desktop.domain.pages.values import PaperSize
    from kdc_desktop.paper import letter_is_usual
    from kdc_desktop.services.joined.sheets import WORKBOOK
    from kdc_desktop.services.workbook.export import Delivery, export_workbook
    from kdc_desktop.services.workbook.forms import form_of

    paper = PaperSize.LETTER if letter_is_usual() else PaperSize.A4
    export_workbook(
        database,
        target,
        WORKBOOK,
        session_id,
        progress=lambda done, total: progress(done / max(1, total)),
        cancelled=progress.cancelled,
        wanted=Delivery(edition, form_of(target), paper),
    )


def compare(database: "Database", other: Path) -> "Comparison":
    """Hold a club against another version of it, with all that the nouns tell."""
    from kdc_desktop.services.joined.twins import OUTCOME_OF
    from kdc_desktop.services.twins import comparing

    return comparing.compare(database, other, OUTCOME_OF)
