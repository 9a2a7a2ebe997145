"""What somebody has offered and needed over the years: since when, where said, met by whom."""

from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.model.sessions import Session
from kdc_desktop.services.offers.questions import every_offer, matched, offers_of
from kdc_desktop.services.offers.rows import Holder, OfferRow
from kdc_desktop.storage import Database


class SaidBefore(NamedTuple):
    """An offer or a need; `session` is the title of where it was said, empty between evenings."""

    row: OfferRow
    session: str
    met: tuple[str, ...]


def history_of(database: Database, holder: Holder) -> tuple[SaidBefore, ...]:
    """All of it; what has ended comes last."""
    with database.read() as snapshot:
        rows = offers_of(snapshot, holder)
        if not rows:
            return ()
        sessions = {row.session_id for row in rows} - {None}
        named = select(Session.id, Session.title).where(Session.id.in_(sessions))
        titles = {key: title for key, title in snapshot.execute(named)}  # noqa: C416 - rows are no pairs
        met, who = matched(snapshot), {row.id: row.who for row in every_offer(snapshot)}
    found: dict[int, list[str]] = {}
    for one in met:
        found.setdefault(one.offer_id, []).append(who[one.need_id])
        found.setdefault(one.need_id, []).append(who[one.offer_id])
    return tuple(
        SaidBefore(row, titles.get(row.session_id or 0, ""), tuple(found.get(row.id, ())))
        for row in rows
    )
