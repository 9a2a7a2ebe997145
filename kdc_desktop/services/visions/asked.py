"""What is being asked of a consortium now, for whoever takes the answers in."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import or_, select

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Asking, Pulse, Vision
from kdc_desktop.storage import Database, Snapshot

_IS_OVER = or_(Session.status == SessionStatus.CLOSED, Session.trashed_at.is_not(None))


@dataclass(frozen=True)
class AskingNow:
    """An asking with the words that it is about; `is_open` while answers are taken."""

    consortium: str
    vision_id: int
    statement: str
    scale: str
    session_id: int | None
    is_open: bool

    def option_of(self, level: int) -> int:
        """The number of a level on a paper, from 1."""
        return level + 1

    def level_of(self, option: int) -> int:
        """The level that a number on a paper stands for."""
        return option - 1


@dataclass(frozen=True)
class PulseNow:
    """A pulse and its consortium; `is_open` while answers are taken."""

    consortium: str
    session_id: int | None
    is_open: bool


def asked_now(database: Database, asking_id: int) -> AskingNow | None:
    """What an asking is about; None where it is gone."""
    with database.read() as snapshot:
        return asked_in(snapshot, asking_id)


def asked_in(snapshot: Snapshot, asking_id: int) -> AskingNow | None:
    """The same inside a read or an edit."""
    found = snapshot.execute(
        select(Asking, Consortium.name, Vision.text, _IS_OVER)
        .join(Consortium, Consortium.id == Asking.consortium_id)
        .join(Vision, Vision.id == Asking.vision_id)
        .outerjoin(Session, Session.id == Asking.session_id)
        .where(Asking.id == asking_id)
    ).first()
    if found is None:
        return None
    asking, name, statement, over = found
    is_open = asking.revealed_at is None and not over
    return AskingNow(name, asking.vision_id, statement, asking.scale, asking.session_id, is_open)


_Asked = TypeVar("_Asked", AskingNow, PulseNow)


def still_open(asked: _Asked | None) -> _Asked:
    """What is asked, while answers are taken.

    Raises:
        UserError: none are, any more.
    """
    if asked is None or not asked.is_open:
        raise UserError(_("The answers have been revealed, or the session is closed."))
    return asked


def pulse_now(database: Database, pulse_id: int) -> PulseNow | None:
    """Whose pulse is taken; None where it is gone."""
    with database.read() as snapshot:
        found = snapshot.execute(
            select(Pulse, Consortium.name, _IS_OVER)
            .join(Consortium, Consortium.id == Pulse.consortium_id)
            .outerjoin(Session, Session.id == Pulse.session_id)
            .where(Pulse.id == pulse_id)
        ).first()
    if found is None:
        return None
    pulse, name, over = found
    is_open = pulse.revealed_at is None and not over
    return PulseNow(name, pulse.session_id, is_open)
