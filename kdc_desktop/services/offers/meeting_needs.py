"""An offer and a need meet: their people have agreed to talk."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, fillable, lazy, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.services.offers.in_trash import match_is_told, offer_is_told
from kdc_desktop.services.offers.noting import SaidOffer, add_offer, holder_name
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Database, Edit, Snapshot

_LONG_NOTE = fillable("Shorten the note to {longest} characters; it has {length}.")


def match_offer(
    database: Database, offer_id: int, need_id: int, session_id: int | None, note: str = ""
) -> int:
    """Say that an offer meets a need, in a session or between evenings (None); the match's id.

    Raises:
        UserError: they have met already, both are the same, or the note is too long.
    """
    note = not_longer(on_one_line(note), LINE, _LONG_NOTE)
    with database.read() as snapshot:
        offer, need = snapshot.get_one(Offer, offer_id), snapshot.get_one(Offer, need_id)
        names = [holder_name(snapshot, holder_of(one)) for one in (offer, need)]
    with database.edit(
        lazy("{giver} meets a need of {taker}", giver=names[0], taker=names[1])
    ) as edit:
        _check(edit, offer_id, need_id)
        return _match(edit, offer_id, need_id, session_id, database.now(), note)


def unmatch_offers(database: Database, match_ids: Collection[int]) -> None:
    """These have not met after all; what was offered and needed stays."""
    label = nfillable("Parted {count} match", "Parted {count} matches")
    with database.edit(label) as edit:
        edit.count = edit.remove_rows(OfferMatch, match_ids)


def answer_need(
    database: Database, need_id: int, holder: Holder, session_id: int | None, text: str = ""
) -> int:
    """A hand goes up: whoever raised it offers what is needed, and both have met; the match's id.

    Args:
        text: what they offer in their words; what is needed, where nothing else is said.

    Raises:
        UserError: the need is their own, or they have met it already.
    """
    with database.read() as snapshot:
        need = snapshot.get_one(Offer, need_id)
        giver, taker = holder_name(snapshot, holder), holder_name(snapshot, holder_of(need))
    text = on_one_line(text) or need.text
    label = lazy("{giver} meets a need of {taker}", giver=giver, taker=taker)
    with database.edit(label) as edit:
        if holder == holder_of(edit.get_one(Offer, need_id)):
            raise UserError(_("{name} needs it themselves. Who else can help?", name=giver))
        now = database.now()
        said = SaidOffer(OfferKind.OFFER, text, holder)
        offer_id = _offered_already(edit, said)
        if offer_id is None:
            offer_id = add_offer(edit, said, session_id, now)
        _check(edit, offer_id, need_id)
        return _match(edit, offer_id, need_id, session_id, now)


def holder_of(offer: Offer) -> Holder:
    """Who said it."""
    return Holder(offer.person_id, offer.organisation_id, offer.department_id)


def _offered_already(snapshot: Snapshot, said: SaidOffer) -> int | None:
    found = snapshot.execute(
        select(Offer.id, Offer.text).where(
            Offer.kind == OfferKind.OFFER,
            Offer.ended_at.is_(None),
            offer_is_told(),
            Offer.person_id.is_not_distinct_from(said.holder.person_id),
            Offer.organisation_id.is_not_distinct_from(said.holder.organisation_id),
            Offer.department_id.is_not_distinct_from(said.holder.department_id),
        )
    )
    same = (key for key, text in found if normalise(text) == normalise(said.text))
    return next(same, None)


def _match(
    edit: Edit, offer_id: int, need_id: int, session_id: int | None, now: Instant, note: str = ""
) -> int:
    said = {"session_id": session_id, "at": now, "note": note}
    both = {"offer_id": offer_id, "need_id": need_id}
    in_trash = edit.scalar(select(OfferMatch.id).filter_by(**both))
    if in_trash is not None:  # with the evening in which it was made
        edit.change_rows(OfferMatch, {in_trash: said})
        return in_trash
    (key,) = edit.add_rows(OfferMatch, [{**both, **said}])
    return int(key)


def _check(edit: Edit, offer_id: int, need_id: int) -> None:
    offer, need = edit.get_one(Offer, offer_id), edit.get_one(Offer, need_id)
    if offer.kind is not OfferKind.OFFER or need.kind is not OfferKind.NEED:
        raise UserError(_("Choose one offer and one need."))
    there = select(OfferMatch.id).where(
        OfferMatch.offer_id == offer_id, OfferMatch.need_id == need_id, match_is_told()
    )
    if edit.scalar(there) is not None:
        what = shortened(need.text)
        raise UserError(_("This offer meets the need already: {what}", what=what))
