"""Match the people of a list with those already known: nobody twice, and nobody as another."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.changes import after
from kdc_desktop.domain.people.match_sentences import (
    Asked,
    Asking,
    first_of,
    one_of,
    refusal_of,
)
from kdc_desktop.domain.people.name_variants import nearly_the_same, parts_of, said_as
from kdc_desktop.domain.people.own_ids import (
    is_left_of,
    is_renamed,
    named_by_id,
    others_than,
    units_by_id,
)
from kdc_desktop.domain.people.pool import PeoplePool, Someone
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson, merged
from kdc_desktop.domain.people.roster_match import (
    RosterMatch,
    answered_again,
    as_chosen,
    asked,
    match_of,
)
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.domain.people.units import Unit, joined, units_of
from kdc_desktop.i18n import _

_OFFICE = 30  # the address of more people of a list is nobody's own


def match_people(
    incoming: Sequence[RosterPerson],
    known: Sequence[KnownPerson],
    answers: Mapping[int, Answer] | None = None,
    numbers: Sequence[int] | None = None,
) -> list[RosterMatch]:
    """What each row would do, in the order of the rows.

    Name and address together make a person. An address that belongs to a known person of another
    name is asked about, and so is whoever has the name and the organisation of somebody with
    another address; `answers`, by place of the row, decide. Addresses that several rows share
    belong to as many people. Rows without an address are matched by name and organisation, or by
    name alone where they name none. Where rows are of one person, the last one counts.

    Matching again after applying finds nothing new and nothing changed. `numbers` are what the
    rows are called in sentences, from 1 where they are not told.
    """
    return _Matching(incoming, known, answers or {}, numbers or range(1, len(incoming) + 1)).told()


class _Matching:
    """One pass: what is sure first, then whom the list or an answer tells apart, then names."""

    def __init__(
        self,
        incoming: Sequence[RosterPerson],
        known: Sequence[KnownPerson],
        answers: Mapping[int, Answer],
        numbers: Sequence[int],
    ) -> None:
        self._pool = PeoplePool(known)
        self._numbers = numbers
        self._matches: dict[int, RosterMatch] = {}
        self._renamed: set[int] = set()
        self._people: dict[int, RosterPerson] = {}
        for place, cells in enumerate(incoming):
            person = named_by_id(merged(RosterPerson(""), cells), self._pool)
            if refusal := refusal_of(person):
                self._matches[place] = RosterMatch(person, MatchState.PROBLEM, refusal)
            else:
                self._people[place] = person
        units, by_id = [], list(units_by_id(self._people, self._pool, answers))
        for unit, someone in by_id:
            self._take_by_id(unit, someone)
        for unit in units_of(others_than(by_id, self._people), answers):
            if unit.answer is Answer.LEAVE_OUT:
                self._leave_out(unit, as_chosen(unit))
            else:
                units.append(unit)
        self._at_address = Counter(unit.email for unit in units)
        self._contended: Counter[int] = Counter()
        self._settle_all(self._without_exact(units))

    def told(self) -> list[RosterMatch]:
        """What becomes of each row."""
        for someone in self._pool.everybody():
            if someone.rows:
                self._tell(someone)
        return [self._matches[place] for place in sorted(self._matches)]

    def _settle_all(self, units: Sequence[Unit]) -> None:
        """Those that an answer or an organisation makes surer come first, names alone last."""
        self._contended = self._contenders(units)
        left = [unit for unit in units if not self._is_answered(unit)]
        addressed, bare = [one for one in left if one.email], [one for one in left if not one.email]
        for has_place in (True, False):
            group = [unit for unit in addressed if bool(unit.place) is has_place]
            self._contended |= self._contenders(group)
            for unit in group:
                self._settle(unit, self._whom(unit))
        for unit in sorted(bare, key=lambda unit: (not unit.place, unit.answer is not Answer.SAME)):
            self._settle(unit, self._whom(unit))

    def _is_answered(self, unit: Unit) -> bool:
        """Whether somebody said that it is a person who is known; it is settled then."""
        found = self._whom(unit) if unit.answer is Answer.SAME else None
        answered = isinstance(found, Asking) and found.only is not None
        if answered:
            self._settle(unit, found)
        return answered

    def _whom(self, unit: Unit) -> Someone | Asking | None:
        return self._of_address(unit) if unit.email else self._of_name(unit)

    def _take_by_id(self, unit: Unit, someone: Someone) -> None:
        """Of a workbook of ours, whose row it is there."""
        if unit.answer is Answer.LEAVE_OUT:
            self._leave_out(unit, as_chosen(unit))
        elif unit.answer is Answer.NEW:
            self._meet(unit, self._pool.added(unit.person))
        elif unit.answer is Answer.SAME or is_left_of(unit.person, someone.before):
            if is_renamed(unit.person, someone.before):
                self._renamed.add(someone.key)
            self._meet(unit, someone)
        else:
            self._ask(unit, Asking(Asked.OWN_ID, [someone]))

    # Whom a unit is.

    def _without_exact(self, units: Sequence[Unit]) -> list[Unit]:
        """The units that are left when those of a known name and address are met, and those without
        an address that the list sets beside several with one."""
        left = []
        for unit in sorted(units, key=lambda unit: unit.apart):
            name, place = unit.person.name, unit.place
            same = list(self._pool.exact(unit.person))
            if unit.beside:
                same = list(self._pool.free_placed(name, place))
            at_place = (one for one in same if normalise(one.person.organisation) == unit.place)
            someone = next(at_place, same[0] if same else None)
            if someone is None:
                left.append(unit)
            else:
                self._meet(unit, someone)
        return left

    def _contenders(self, units: Sequence[Unit]) -> Counter[int]:
        """How many units are, or may be, each of the people known without an address."""
        open_ones = [
            unit
            for unit in units
            if unit.email
            and unit.answer is not Answer.NEW
            and (unit.answer is None or self._holder(unit) is None)
        ]
        found = map(self._by_name, open_ones)
        whom = (one.only if isinstance(one, Asking) else one for one in found)
        return Counter(one.key for one in whom if one is not None)

    def _of_address(self, unit: Unit) -> Someone | Asking | None:
        if unit.apart:
            return None
        if (holder := self._holder(unit)) is not None:
            return Asking(Asked.ADDRESS, [holder])
        found = self._by_name(unit)
        if isinstance(found, Someone) and self._contended[found.key] > 1:
            return Asking(Asked.SEVERAL_ROWS, [found])
        return found

    def _holder(self, unit: Unit) -> Someone | None:
        """Whose the address is under another name, as far as the list does not tell them apart."""
        holders = self._pool.at(unit.email)
        if self._at_address[unit.email] <= _OFFICE:
            name = unit.person.name
            others = (one for one in holders if parts_of(one.person.name) != parts_of(name))
            near = next((one for one in others if nearly_the_same(one.person.name, name)), None)
            if near is not None:
                return near
        return next(iter(self._pool.open_at(unit.email)), None)

    def _by_name(self, unit: Unit) -> Someone | Asking | None:
        """Of those whom no row with their name and address has met."""
        name, place = unit.person.name, unit.place
        loose = self._pool.free_placed(name, "") if place else self._pool.free(name)
        free = one_of(unit, self._pool.free_placed(name, place), loose)
        if free is not None:
            return free
        elsewhere = self._pool.open_placed(name, place) if place else ()
        return Asking(Asked.OTHER_ADDRESS, first_of(elsewhere)) if elsewhere else None

    def _of_name(self, unit: Unit) -> Someone | Asking | None:
        name, place = unit.person.name, unit.place
        if unit.apart:
            return next(iter(self._pool.free_placed(name, place)), None)
        loose = self._pool.placed(name, "") if place else self._pool.called(name)
        return one_of(unit, self._pool.placed(name, place), loose)

    # What becomes of it.

    def _settle(self, unit: Unit, found: Someone | Asking | None) -> None:
        is_new = unit.answer is Answer.NEW
        if isinstance(found, Someone) and not (is_new and unit.email):
            self._meet(unit, found)
        elif is_new or not isinstance(found, Asking):
            self._meet(unit, self._pool.added(unit.person))
        elif unit.answer is Answer.SAME and (someone := found.only) is not None:
            self._be_the_same(unit, someone)
        else:
            self._ask(unit, found)

    def _be_the_same(self, unit: Unit, someone: Someone) -> None:
        """As was answered; the row that has met somebody before counts."""
        if someone.rows:
            name, row = unit.person.name, str(self._numbers[someone.rows[-1]])
            sentence = _("{name} is the person of row {row}, which counts.", name=name, row=row)
            self._leave_out(unit, sentence)
            return
        if said_as(someone.person.name) != said_as(unit.person.name):
            self._renamed.add(someone.key)
        self._meet(unit, someone)

    def _meet(self, unit: Unit, someone: Someone) -> None:
        someone.rows = sorted({*someone.rows, *unit.rows})
        someone.told = joined(self._people, someone.rows)
        then = after(someone.before, someone.told, someone.key in self._renamed)
        if someone.key < 0:
            then = replace(then, name=someone.person.name)
        self._pool.change(someone, then)

    def _ask(self, unit: Unit, asking: Asking) -> None:
        self._matches[unit.last] = asked(unit, asking, self._numbers)
        self._leave_out_again(unit.rows, None)

    def _leave_out(self, unit: Unit, sentence: str) -> None:
        self._matches[unit.last] = RosterMatch(
            unit.person, MatchState.LEFT_OUT, sentence, offers=tuple(Answer)
        )
        self._leave_out_again(unit.rows, None)

    def _tell(self, someone: Someone) -> None:
        person_id = someone.key if someone.key > 0 else None
        self._matches[someone.rows[-1]] = match_of(someone, someone.key in self._renamed)
        self._leave_out_again(someone.rows, person_id)

    def _leave_out_again(self, rows: Sequence[int], person_id: int | None) -> None:
        for place in rows[:-1]:
            number = self._numbers[rows[-1]]
            self._matches[place] = answered_again(self._people[place], number, person_id)
