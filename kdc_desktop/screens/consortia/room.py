"""What the room sees of consortia: everybody at their table, and what each still lacks."""

from collections.abc import Sequence
from dataclasses import replace

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.consortia.seating import ConsortiumCard, NamedSeat
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.letters import letter_of
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.namesakes import looking_alike
from kdc_desktop.domain.people.sectors import name_of, words_of
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.consortia.words import placed_line
from kdc_desktop.services.consortia.rows import ConsortiumRow, MemberRow, Overview


def consortia_slide(seen: Overview, headline: str) -> ConsortiaSlide:
    """The consortia with everybody's name and what they still need, for the room."""
    cards = [_slide_card(row, place) for place, row in enumerate(seen.consortia)]
    if cards and 0 < len(seen.waiting) <= len(seen.placed):
        cards.append(_not_placed(seen))
    below = placed_line(seen) if seen.consortia and seen.people else ""
    return ConsortiaSlide(headline=headline, cards=_as_looked_for(cards), below=below)


def _not_placed(seen: Overview) -> ConsortiumCard:
    seats = tuple(NamedSeat(one.name, one.sector, one.organisation) for one in seen.waiting)
    return ConsortiumCard("", _("Still to be placed"), seats)


def _slide_card(row: ConsortiumRow, place: int) -> ConsortiumCard:
    seats = tuple(seat for member in row.members for seat in _seats(member))
    return ConsortiumCard(letter_of(place), row.name, seats, needs(row))


def _as_looked_for(cards: Sequence[ConsortiumCard]) -> tuple[ConsortiumCard, ...]:
    """People by name; those who share one are told apart by whom they come from."""
    seats = [seat for card in cards for seat in card.seats]
    alike = looking_alike((at, seat.name) for at, seat in enumerate(seats))
    names = {seats[at].name for at in alike}
    return tuple(
        replace(
            card,
            seats=tuple(
                _told_apart(seat) if seat.name in names else seat
                for seat in sorted(card.seats, key=lambda seat: fold(seat.name))
            ),
        )
        for card in cards
    )


def _told_apart(seat: NamedSeat) -> NamedSeat:
    return replace(seat, organisation=seat.organisation or name_of(seat.sector), alike=True)


def _seats(member: MemberRow) -> tuple[NamedSeat, ...]:
    lead = str(ROLE_WORDS[member.role]) if member.role == MemberRole.LEAD else ""
    if not member.delegates:
        return (NamedSeat(member.name, member.sector, lead=lead),)
    organisation = member.name if member.organisation_id is not None else ""
    return tuple(
        NamedSeat(one.name, member.sector, organisation, lead=lead) for one in member.delegates
    )


def needs(row: ConsortiumRow) -> tuple[str, ...]:
    """What a consortium still needs, as phrases: “a resident”, “2 more people”."""
    found = []
    for gap in row.gaps:
        if gap.sector is not None:
            found.append(str(words_of(gap.sector).wanted))
        elif gap.people > 0:
            found.append(ngettext("{count} more person", "{count} more people", gap.people))
    found += [role.title.rstrip(".") for role in row.wanted_roles]
    return tuple(found)
