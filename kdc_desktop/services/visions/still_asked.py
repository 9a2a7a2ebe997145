"""What of askings and pulses is not finished at the end of an evening."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.i18n import listed, ngettext, sentences
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Asking, Position, Pulse, Vision
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.sessions.joins import SessionFact
from kdc_desktop.storage import Database


def _still_asked(database: Database, session_id: int) -> str:
    """Which consortia have answers that nobody has revealed, or were asked and have none."""
    return sentences(
        (
            _of_askings(_names(database, Asking, session_id)),
            _of_pulses(_names(database, Pulse, session_id)),
            _of_versions(_never_asked(database, session_id)),
        )
    )


def _names(database: Database, asked: type[Asking] | type[Pulse], session_id: int) -> Sequence[str]:
    named = (
        select(Consortium.name)
        .join(asked, asked.consortium_id == Consortium.id)
        .where(asked.session_id == session_id, asked.revealed_at.is_(None))
        .order_by(Consortium.place_in_order, Consortium.id)
    )
    with database.read() as snapshot:
        return snapshot.scalars(named).all()


def _never_asked(database: Database, session_id: int) -> Sequence[str]:
    """Which consortia wrote a version that evening about which nobody has been asked since."""
    newer = aliased(Vision)
    named = (
        select(Consortium.name)
        .join(Vision, Vision.consortium_id == Consortium.id)
        .join(Session, Session.id == session_id)
        .where(worked_on_in(session_id), Consortium.let_go_at.is_(None))
        .where(Vision.created_at >= Session.went_live_at)
        .where(or_(Session.closed_at.is_(None), Vision.created_at <= Session.closed_at))
        .where(~select(Asking.id).where(Asking.vision_id == Vision.id).exists())
        .where(~select(Position.id).where(Position.vision_id == Vision.id).exists())
        .where(
            ~select(newer.id)
            .where(newer.consortium_id == Consortium.id, newer.number > Vision.number)
            .exists()
        )
        .order_by(Consortium.place_in_order, Consortium.id)
    )
    with database.read() as snapshot:
        return snapshot.scalars(named).all()


def _of_versions(names: Sequence[str]) -> str:
    if not names:
        return ""
    return ngettext(
        "Nobody was asked about the new version of {count} consortium: {names}.",
        "Nobody was asked about the new versions of {count} consortia: {names}.",
        len(names),
        names=listed(names),
    )


def _of_askings(names: Sequence[str]) -> str:
    if not names:
        return ""
    return ngettext(
        "{count} consortium is still being asked: {names}. Reveal its answers, or call it off.",
        "{count} consortia are still being asked: {names}. Reveal their answers, or call it off.",
        len(names),
        names=listed(names),
    )


def _of_pulses(names: Sequence[str]) -> str:
    if not names:
        return ""
    return ngettext(
        "The pulse of {count} consortium is not revealed yet: {names}.",
        "The pulses of {count} consortia are not revealed yet: {names}.",
        len(names),
        names=listed(names),
    )


STILL_ASKED = SessionFact(
    frozenset({"asking", "pulse", "position", "vision", "consortium", "taken_up", "session"}),
    _still_asked,
)
