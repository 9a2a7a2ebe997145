"""What the columns of tables say: who sits there, as plain text."""

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.kind_words import SEAT_WORDS
from kdc_desktop.domain.seating.pairing import groups_of
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText, Ink
from kdc_desktop.services.seating.rows import RoomPerson, RoomSeating, RoundRow, SeatRow, TableRow


class TableTexts:
    """The columns of rounds; a table that is as it was the last time is not worded again."""

    def __init__(self) -> None:
        self._known: dict[tuple[RoundKind, int], tuple[TableRow, ColumnText]] = {}

    def of(self, seen: RoomSeating, round_: RoundRow) -> tuple[ColumnText, ...]:
        """A column a table, known by its id; those without a seat come last, if there are any."""
        known, self._known, found = self._known, {}, []
        for table in round_.tables:
            key = round_.kind, table.id
            row, text = known.get(key, (None, None))
            if text is None or row != table:
                text = _column(round_, table)
            self._known[key] = table, text
            found.append(text)
        waiting = seen.unseated(round_)
        return (*found, _waiting(waiting)) if waiting else tuple(found)


def _column(round_: RoundRow, table: TableRow) -> ColumnText:
    sectors = {seat.person.sector for seat in table.here}
    whom = {seat.person.organisation_id for seat in table.here} - {None}
    people = ngettext("{count} person", "{count} people", len(table.here))
    organisations = ngettext("{count} organisation", "{count} organisations", len(whom))
    met = table.met_at is not None
    return ColumnText(
        table.id,
        table.id,
        table.letter,
        str(table.place + 1) if table.place < 9 else "",
        table.topic or people,
        dotted(people, organisations) if table.topic else organisations,
        _("met") if met else "",
        Ink.GOOD if met else Ink.MUTED,
        met,
        tuple((letter, False) for letter in COUNTED if letter in sectors),
        tuple(_cards(round_, table)),
        tuple(_notices(table)),
    )


def _cards(round_: RoundRow, table: TableRow) -> list[Card]:
    pairs: dict[int, int] = {}
    if round_.kind is RoundKind.ONE_TWO_FOUR:
        here = [seat.id for seat in table.here] if table.id > 0 else []
        for number, group in enumerate(groups_of(len(here)), 1):
            pairs |= {here[at]: number for at in group}
    return [_card(table, seat, pairs.get(seat.id)) for seat in table.seats]


def _card(table: TableRow, seat: SeatRow, pair: int | None) -> Card:
    person = seat.person
    chip, tone = _chip(table, seat, pair)
    return Card(
        CardKey.of_person(person.person_id),
        person.sector,
        person.name,
        _whence(person),
        chip,
        tone,
        seat.pinned,
        (person.person_id,),
    )


def _chip(table: TableRow, seat: SeatRow, pair: int | None) -> tuple[str, Ink]:
    if table.met_at is not None and not seat.came:
        return _("did not come"), Ink.WARNING
    if table.met_at is None and not seat.person.here:
        return _("has left"), Ink.WARNING
    role = "" if seat.role is SeatRole.GUEST else str(SEAT_WORDS[seat.role])
    two = _("pair {number}", number=pair) if pair is not None else ""
    return dotted(role, two), Ink.MUTED


def _whence(person: RoomPerson) -> str:
    whom = listed(filter(None, (person.organisation, person.department))) or _("resident")
    return dotted(whom, person.apart)


def _notices(table: TableRow) -> list[str]:
    sizes = {seat.person.size for seat in table.here}
    if OrganisationSize.START_UP in sizes and OrganisationSize.LARGE not in sizes:
        return [_("A start-up, and nobody of a large company.")]
    return []


def _waiting(waiting: tuple[RoomPerson, ...]) -> ColumnText:
    cards = tuple(
        Card(
            CardKey.of_person(one.person_id),
            one.sector,
            one.name,
            _whence(one),
            "",
            Ink.MUTED,
            False,
            (one.person_id,),
        )
        for one in waiting
    )
    people = ngettext("{count} person", "{count} people", len(cards))
    return ColumnText(
        None, None, "", "", _("No seat yet"), people, "", Ink.WARNING, False, (), cards, ()
    )
