"""What the room sees of offers and needs."""

from kdc_desktop.audience.offers.need_slide import NeedSlide
from kdc_desktop.audience.offers.offer_card import OfferCard
from kdc_desktop.audience.offers.offers_slide import OffersSlide, PairLine
from kdc_desktop.i18n import _
from kdc_desktop.screens.offers.lines import OfferLine
from kdc_desktop.services.offers.joins import RoleNeed
from kdc_desktop.services.offers.rows import OfferRow
from kdc_desktop.services.offers.wall import OfferWall


def wall_slide(prompt: str, wall: OfferWall) -> OffersSlide:
    """The wall: only what those who are here, and organisations of theirs, offer and need."""
    pairs = tuple(
        PairLine(_card(pair.offer), _card(pair.need), number, pair.match is not None)
        for number, pair in enumerate(wall.in_room, 1)
    )
    needs = (*map(_role_card, wall.roles), *map(_card, wall.empty_needs))
    return OffersSlide(
        prompt=prompt, pairs=pairs, needs=needs, offers=tuple(map(_card, wall.free_offers))
    )


def need_slide(line: OfferLine, number: int, count: int, helper: str = "") -> NeedSlide:
    """One need in large; `helper` is who fills it where no match says so."""
    met = tuple(one.who for one in line.met)
    return NeedSlide(
        need=OfferCard(line.text, line.who, line.sector),
        number=number,
        count=count,
        helpers=met or ((helper,) if helper else ()),
    )


def _card(row: OfferRow) -> OfferCard:
    who = row.who if row.person_id is None or not row.organisation else ""
    return OfferCard(row.text, who or _with_organisation(row), row.sector)


def _with_organisation(row: OfferRow) -> str:
    return _("{person}, {organisation}", person=row.who, organisation=row.organisation)


def _role_card(role: RoleNeed) -> OfferCard:
    return OfferCard(role.title, role.group, role.sector)
