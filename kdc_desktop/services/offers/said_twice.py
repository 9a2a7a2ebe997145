"""What two who become one have said in the same words: it stays once, with all that it met."""

from collections.abc import Callable, Hashable, Mapping

from sqlalchemy import ColumnElement, or_, select

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.offers.states import FitState
from kdc_desktop.i18n import ngettext
from kdc_desktop.model.offers import Offer, OfferMatch
from kdc_desktop.services.offers.in_trash import offer_is_told
from kdc_desktop.storage import Edit, Snapshot


def said_twice(
    snapshot: Snapshot, of: ColumnElement[bool], part_of: Callable[[int | None], Hashable]
) -> dict[int, int]:
    """Of what is open: each offer and need that was said before, by the id of the first.

    Args:
        of: which of all are those of the two.
        part_of: what a department will be; what two departments say stays twice.
    """
    query = select(Offer.id, Offer.kind, Offer.text, Offer.department_id)
    query = query.where(of, offer_is_told(), Offer.ended_at.is_(None)).order_by(Offer.id)
    first: dict[Hashable, int] = {}
    again: dict[int, int] = {}
    for key, kind, text, department_id in snapshot.execute(query):
        stays = first.setdefault((kind, part_of(department_id), normalise(text)), key)
        if stays != key:
            again[key] = stays
    return again


def told_of_said_twice(count: int) -> list[str]:
    """What is told of so many before."""
    if not count:
        return []
    return [
        ngettext(
            "{count} that both have said in the same words stays once.",
            "{count} that both have said in the same words stay once.",
            count,
        )
    ]


def fold(edit: Edit, again: Mapping[int, int]) -> None:
    """Let the first of each stay; of what was said of two, that they agreed counts more."""
    both = {*again, *again.values()}
    found = edit.scalars(
        select(OfferMatch).where(or_(OfferMatch.offer_id.in_(both), OfferMatch.need_id.in_(both)))
    ).all()
    kept: dict[tuple[int, int], int] = {}
    moved, gone = {}, []
    for one in sorted(found, key=lambda one: (one.state is not FitState.AGREED, one.id)):
        pair = again.get(one.offer_id, one.offer_id), again.get(one.need_id, one.need_id)
        if kept.setdefault(pair, one.id) != one.id:
            gone.append(one.id)
        elif pair != (one.offer_id, one.need_id):
            moved[one.id] = {"offer_id": pair[0], "need_id": pair[1]}
    edit.remove_rows(OfferMatch, gone)
    edit.change_rows(OfferMatch, moved)
    edit.remove_rows(Offer, list(again))
