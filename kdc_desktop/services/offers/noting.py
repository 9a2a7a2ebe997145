"""Note what people and organisations offer and need, put it otherwise, and say that it ended."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import STATEMENT, not_longer
from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened
from kdc_desktop.domain.offers.states import OfferEnd, OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.offers.in_trash import offer_is_told
from kdc_desktop.services.offers.questions import called
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Database, Edit, Snapshot

_LONG = fillable("Shorten it to {longest} characters; it has {length}.")


class SaidOffer(NamedTuple):
    """What somebody offers or needs, in their words."""

    kind: OfferKind
    text: str
    holder: Holder


def note_all(
    database: Database, all_said: Sequence[SaidOffer], session_id: int | None
) -> list[int]:
    """Note offers and needs, said in a session or between evenings (None); the ids of the new ones.

    What somebody has said already is passed over.

    Raises:
        UserError: nothing of it is new, or one of the texts is too long.
    """
    several = nfillable("Noted {count} offer or need", "Noted {count} offers and needs")
    with database.edit(several) as edit:
        new = _new_of(edit, all_said)
        if not new:
            raise UserError(_("That is noted already, or nothing is written."))
        if len(new) == 1:
            edit.call(_noted(new[0], holder_name(edit, new[0].holder)))
        edit.count = len(new)
        return add_offers(edit, new, session_id, database.now())


def add_offers(
    edit: Edit, all_said: Sequence[SaidOffer], session_id: int | None, now: Instant
) -> list[int]:
    """Note them inside an edit, as they are worded; their ids."""
    keys = edit.add_rows(Offer, [_row(one, session_id, now) for one in all_said])
    return [int(key) for key in keys]


def how_many_are_new(snapshot: Snapshot, all_said: Sequence[SaidOffer]) -> int:
    """How much of this nobody has noted yet."""
    return len(_new_of(snapshot, all_said))


def _new_of(snapshot: Snapshot, all_said: Iterable[SaidOffer]) -> list[SaidOffer]:
    said = [one._replace(text=_shaped(one.text)) for one in all_said]
    said = [one for one in said if one.text]
    known = _open_of(snapshot, {one.holder for one in said})
    new = []
    for one in said:
        key = one.kind, normalise(one.text)
        if key not in known[one.holder]:
            known[one.holder].add(key)
            new.append(one)
    return new


def _open_of(
    snapshot: Snapshot, holders: Collection[Holder]
) -> dict[Holder, set[tuple[OfferKind, str]]]:
    """What each of these offers and needs by now, in the form in which it is compared."""
    known: dict[Holder, set[tuple[OfferKind, str]]] = {holder: set() for holder in holders}
    columns = Offer.person_id, Offer.organisation_id, Offer.department_id, Offer.kind, Offer.text
    people = {holder.person_id for holder in holders} - {None}
    houses = {holder.organisation_id for holder in holders} - {None}
    of_them = Offer.person_id.in_(people) | Offer.organisation_id.in_(houses)
    query = select(*columns).where(Offer.ended_at.is_(None), offer_is_told(), of_them)
    for *holder, kind, text in snapshot.execute(query):
        if (who := Holder(*holder)) in known:
            known[who].add((kind, normalise(text)))
    return known


def add_offer(edit: Edit, said: SaidOffer, session_id: int | None, now: Instant) -> int:
    """Note it inside an edit, as it is worded; its id."""
    (key,) = add_offers(edit, [said], session_id, now)
    return key


def _row(said: SaidOffer, session_id: int | None, now: Instant) -> dict[str, object]:
    about = {"kind": said.kind, "text": said.text, "session_id": session_id, "created_at": now}
    return {**about, **said.holder._asdict()}


def change_offer(database: Database, offer_id: int, text: str) -> None:
    """Put it in other words.

    Raises:
        UserError: it says nothing, or too much.
    """
    text = _worded(text)
    with database.edit(lazy("Reworded: {what}", what=shortened(text))) as edit:
        edit.get_one(Offer, offer_id).text = text


def end_offers(database: Database, offer_ids: Collection[int], end: OfferEnd) -> None:
    """Say that these have ended, and how; they stay known. When they ended is not said anew."""
    came = nfillable("{count} offer or need came about", "{count} offers and needs came about")
    gone = nfillable("{count} offer or need has ended", "{count} offers and needs have ended")
    now = database.now()
    with database.edit(came if end is OfferEnd.CAME_ABOUT else gone) as edit:
        before = select(Offer.id, Offer.ended_at).where(Offer.id.in_(list(offer_ids)))
        ended = {key: {"ended_at": at or now, "end": end} for key, at in edit.execute(before)}
        edit.count = edit.change_rows(Offer, ended)


def bring_back(database: Database, offer_ids: Collection[int]) -> None:
    """These have not ended after all."""
    label = nfillable("Brought {count} offer or need back", "Brought {count} offers and needs back")
    with database.edit(label) as edit:
        back = {key: {"ended_at": None, "end": None} for key in offer_ids}
        edit.count = edit.change_rows(Offer, back)


def remove_offers(database: Database, offer_ids: Collection[int]) -> None:
    """Take away what was written by mistake, with what it was matched with."""
    label = nfillable("Removed {count} offer or need", "Removed {count} offers and needs")
    ids = list(offer_ids)
    with database.edit(label) as edit:
        of_these = OfferMatch.offer_id.in_(ids) | OfferMatch.need_id.in_(ids)
        edit.remove_rows(OfferMatch, edit.scalars(select(OfferMatch.id).where(of_these)).all())
        edit.count = edit.remove_rows(Offer, ids)


def holder_name(snapshot: Snapshot, holder: Holder) -> str:
    """What they are called."""
    if holder.person_id is not None:
        return snapshot.get_one(Person, holder.person_id).name
    organisation = snapshot.get_one(Organisation, holder.organisation_id).name
    if holder.department_id is None:
        return organisation
    return called(organisation, snapshot.get_one(Department, holder.department_id).name)


def _noted(said: SaidOffer, name: str) -> Text:
    what = shortened(said.text)
    if said.kind is OfferKind.OFFER:
        return lazy("{name} offers: {what}", name=name, what=what)
    return lazy("{name} needs: {what}", name=name, what=what)


def _worded(text: str) -> str:
    text = _shaped(text)
    if not text:
        raise UserError(_("Write what is offered or needed first."))
    return text


def _shaped(text: str) -> str:
    return not_longer(on_one_line(text), STATEMENT, _LONG)
