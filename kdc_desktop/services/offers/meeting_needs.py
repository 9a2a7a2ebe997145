"""An offer and a need meet, their people have agreed to talk; or somebody says they do not fit."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import LINE, not_longer
from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened
from kdc_desktop.domain.offers.states import FitState, OfferKind
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


def say_they_do_not_fit(
    database: Database, offer_id: int, need_id: int, session_id: int | None
) -> None:
    """Whatever the words of an offer and a need say, they do not fit; who has met is parted.

    It is told nowhere from then on that they may meet.

    Raises:
        UserError: it was said already, or they are not one offer and one need.
    """
    with database.edit(lazy("Said that an offer and a need do not fit")) as edit:
        _see_both(edit, offer_id, need_id)
        if _said(edit, offer_id, need_id, FitState.NO_FIT):
            raise UserError(_("It was said before that these do not fit."))
        state = FitState.NO_FIT
        _match(edit, offer_id, need_id, session_id, database.now(), state=state)


def say_they_may_fit(database: Database, offer_id: int, need_id: int) -> None:
    """They may fit after all: it is looked at their words again.

    Raises:
        UserError: nobody has said that they do not fit.
    """
    with database.edit(lazy("Said that an offer and a need may fit after all")) as edit:
        found = _said(edit, offer_id, need_id, FitState.NO_FIT)
        if not found:
            raise UserError(_("Nobody has said that these do not fit."))
        edit.remove_rows(OfferMatch, found)


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
    edit: Edit,
    offer_id: int,
    need_id: int,
    session_id: int | None,
    now: Instant,
    note: str = "",
    state: FitState = FitState.AGREED,
) -> int:
    said = {"session_id": session_id, "state": state, "at": now, "note": note}
    both = {"offer_id": offer_id, "need_id": need_id}
    before = edit.scalar(select(OfferMatch.id).filter_by(**both))
    if before is not None:  # the contrary, or in an evening that lies in the trash
        edit.change_rows(OfferMatch, {before: said})
        return before
    (key,) = edit.add_rows(OfferMatch, [{**both, **said}])
    return int(key)


def _check(edit: Edit, offer_id: int, need_id: int) -> None:
    need = _see_both(edit, offer_id, need_id)
    if _said(edit, offer_id, need_id, FitState.AGREED):
        what = shortened(need.text)
        raise UserError(_("This offer meets the need already: {what}", what=what))


def _see_both(edit: Edit, offer_id: int, need_id: int) -> Offer:
    """The need, where both are what they are taken for."""
    offer, need = edit.get_one(Offer, offer_id), edit.get_one(Offer, need_id)
    if offer.kind is not OfferKind.OFFER or need.kind is not OfferKind.NEED:
        raise UserError(_("Choose one offer and one need."))
    return need


def _said(snapshot: Snapshot, offer_id: int, need_id: int, state: FitState) -> list[int]:
    """The row in which it was said of both, if it was."""
    both = OfferMatch.offer_id == offer_id, OfferMatch.need_id == need_id
    return [*snapshot.scalars(select(OfferMatch.id).where(*both, match_is_told(state)))]
