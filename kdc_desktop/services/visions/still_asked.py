"""What of askings and pulses is not finished at the end of an evening."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.i18n import listed, ngettext, sentences
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Asking, Pulse
from kdc_desktop.services.sessions.joins import SessionFact
from kdc_desktop.storage import Database


def _still_asked(database: Database, session_id: int) -> str:
    """Which consortia have answers that nobody has revealed, or were asked and have none."""
    return sentences(
        (
            _of_askings(_names(database, Asking, session_id)),
            _of_pulses(_names(database, Pulse, session_id)),
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


STILL_ASKED = SessionFact(frozenset({"asking", "pulse", "consortium"}), _still_asked)
