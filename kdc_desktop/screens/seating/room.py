"""What the room sees of tables: a column a table, or all names from A to Z."""

from collections.abc import Iterator
from dataclasses import replace

from kdc_desktop.audience.kit.slide import Slide, dotted
from kdc_desktop.audience.seating.names_slide import NameLine, NamesSlide
from kdc_desktop.audience.seating.tables_slide import TableCard, TableSeat, TablesSlide, TalkStep
from kdc_desktop.domain.kit.text import fold, in_order
from kdc_desktop.domain.people.namesakes import looking_alike
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.domain.seating.kind_words import SEAT_WORDS
from kdc_desktop.domain.seating.pairing import groups_of
from kdc_desktop.domain.seating.states import RoundKind, SeatRole
from kdc_desktop.i18n import _, lazy, ngettext
from kdc_desktop.screens.seating.words import heading
from kdc_desktop.services.seating.rows import RoomPerson, RoomSeating, RoundRow, SeatRow, TableRow

MANY_PAGES = 3
"""With so many pages of tables, people find themselves faster by name."""
_STEPS = (
    (lazy("1: think alone"), 1),
    (lazy("2: tell each other"), 2),
    (lazy("4: all at the table"), 4),
    (lazy("All: a thing from each"), 5),
)
"""The steps of 1-2-4-All, with their minutes."""
_IN_TWOS = 1


class RoomTables:
    """Knows which step of 1-2-4-All is on, and whether the room sees names in order."""

    def __init__(self) -> None:
        self._steps: dict[int, int] = {}
        self._by_name: dict[int, bool] = {}

    def next_step(self, round_: RoundRow) -> str:
        """Go on to the next step of a round, after the last one to the first; what it is."""
        step = (self._step(round_) + 1) % len(_STEPS)
        self._steps[round_.id] = step
        return str(_STEPS[step][0])

    def _step(self, round_: RoundRow) -> int:
        return self._steps.get(round_.id, 0)

    def turn_names(self, round_: RoundRow | None) -> str:
        """Show names in order instead of tables, or tables again; what the room sees then."""
        if round_ is None:
            return ""
        self._by_name[round_.id] = not self._shows_names(round_, self._tables(round_))
        if self._by_name[round_.id]:
            return _("The room sees all names from A to Z.")
        return _("The room sees the tables.")

    def slide(self, kept: RoomSeating, round_: RoundRow | None, headline: str) -> Slide:
        """The tables of a round, or everybody by name where that is faster or wanted."""
        if round_ is None:
            return TablesSlide(headline=headline, cards=())
        below = heading(round_)
        if len(kept.rounds) > 1:
            number, count = kept.rounds.index(round_) + 1, len(kept.rounds)
            below = dotted(below, _("round {number} of {count}", number=number, count=count))
        slide = replace(self._tables(round_), headline=headline, below=below)
        if self._shows_names(round_, slide):
            return _names(kept, round_, headline, below)
        return slide

    def _tables(self, round_: RoundRow) -> TablesSlide:
        return _tables(round_, self._step(round_))

    def _shows_names(self, round_: RoundRow, slide: TablesSlide) -> bool:
        """What was said of it; else in a speed round, where all ask where they go next, and where
        there are many tables."""
        if round_.id in self._by_name:
            return self._by_name[round_.id]
        return round_.kind is RoundKind.SPEED or slide.pages >= MANY_PAGES


def _tables(round_: RoundRow, step: int) -> TablesSlide:
    alike = _alike(round_)
    in_steps = round_.kind is RoundKind.ONE_TWO_FOUR
    cards = tuple(
        TableCard(table.letter, table.topic, tuple(_seats(table, alike, in_steps and step)))
        for table in round_.tables
    )
    steps = tuple(
        TalkStep(str(name), ngettext("{count} minute", "{count} minutes", minutes))
        for name, minutes in (_STEPS if in_steps else ())
    )
    return TablesSlide(headline="", cards=cards, steps=steps, step=step if in_steps else 0)


def _alike(round_: RoundRow) -> set[str]:
    """The names that more than one in the round has."""
    people = [seat.person for table in round_.tables for seat in table.here]
    alike = looking_alike((one.person_id, one.name) for one in people)
    return {fold(one.name) for one in people if one.person_id in alike}


def _seats(table: TableRow, alike: set[str], step: int) -> Iterator[TableSeat]:
    """By sector and name, as one looks for oneself; in twos where these talk with each other."""
    here = table.here
    if step == _IN_TWOS:
        for number, group in enumerate(groups_of(len(here)), 1):
            for at in group:
                yield replace(_named(here[at], alike, number), goes_on=at != group[0])
        return
    order = sorted(
        here, key=lambda seat: (COUNTED.index(seat.person.sector), in_order(seat.person.name))
    )
    for seat in order:
        yield _named(seat, alike, 0)


def _named(seat: SeatRow, alike: set[str], pair: int) -> TableSeat:
    person = seat.person
    same = fold(person.name) in alike
    organisation = _apart(person, alike) if same else person.organisation
    lead = "" if seat.role is SeatRole.GUEST else str(SEAT_WORDS[seat.role])
    return TableSeat(person.name, person.sector, organisation, same, lead, pair)


def _names(kept: RoomSeating, round_: RoundRow, headline: str, below: str) -> NamesSlide:
    """Everybody with a seat in the round, and their tables in all rounds."""
    alike = _alike(round_)
    people = [seat.person for table in round_.tables for seat in table.here]
    where: dict[int, list[str]] = {one.person_id: [] for one in people}
    for each in kept.rounds:
        letters = {
            seat.person.person_id: table.letter for table in each.tables for seat in table.seats
        }
        for key, tables in where.items():
            tables.append(letters.get(key, "–"))
    lines = [
        NameLine(one.name, tuple(where[one.person_id]), _apart(one, alike))
        for one in sorted(people, key=lambda one: in_order(one.name))
    ]
    now = kept.rounds.index(round_)
    return NamesSlide(headline=headline, lines=tuple(lines), below=below, now=now)


def _apart(person: RoomPerson, alike: set[str]) -> str:
    if fold(person.name) not in alike:
        return ""
    return dotted(person.organisation or name_of(person.sector), person.apart_in_public)
