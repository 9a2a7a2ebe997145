"""Match the people of a list with those already known: nobody twice, and nobody as another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kdc_desktop.domain.people.bare_addresses import answers_but_of, names_by_address
from kdc_desktop.domain.people.changes import after
from kdc_desktop.domain.people.match_sentences import (
    MatchDoubt,
    MatchQuestion,
    known_by_address,
    refusal_of,
)
from kdc_desktop.domain.people.name_variants import parts_of
from kdc_desktop.domain.people.own_ids import (
    is_left_of,
    is_renamed,
    named_by_id,
    others_than,
    shifted,
    units_by_id,
)
from kdc_desktop.domain.people.pool import PeoplePool, Someone
from kdc_desktop.domain.people.recognising import Recognising
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson, merged
from kdc_desktop.domain.people.roster_match import (
    OF_ONE_AGAIN,
    RosterMatch,
    answered_again,
    as_chosen,
    asked,
    having_asked,
    match_of,
)
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.domain.people.units import Unit, joined, units_of
from kdc_desktop.i18n import _


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
    name alone where they name none, and an address without a name is the only one known there; of
    namesakes whose other cells contradict each other is asked.
    Where rows are of one person, the last one counts.

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
        self._askings: dict[int, MatchQuestion] = {}  # of rows that are answered
        self._renamed: set[int] = set()
        self._people: dict[int, RosterPerson] = {}
        rows = [named_by_id(merged(RosterPerson(""), cells), self._pool) for cells in incoming]
        self._by_address = names_by_address(rows, self._pool)
        answers = answers_but_of(self._by_address, answers)
        for place, row in enumerate(rows):
            name = self._by_address.get(place)
            person = row if name is None else replace(row, name=name)
            if refusal := refusal_of(person):
                self._matches[place] = RosterMatch(person, MatchState.PROBLEM, refusal)
            else:
                self._people[place] = person
        units: list[Unit] = []
        left_out: list[Unit] = []
        by_id = list(units_by_id(self._people, self._pool, answers))
        self._shifted = shifted(by_id, self._pool)
        for unit, someone in by_id:
            self._take_by_id(unit, someone)
        for unit in units_of(others_than(by_id, self._people), answers, self._pool.are_two):
            (left_out if unit.answer is Answer.LEAVE_OUT else units).append(unit)
        self._recognising = Recognising(self._pool, units)
        self._settle_all(self._without_exact(units))
        for unit in left_out:
            self._leave_out(unit, as_chosen(unit), self._recognising.whom(unit))
        self._apart = [unit.last for unit in units if unit.apart]

    def told(self) -> list[RosterMatch]:
        """What becomes of each row."""
        for someone in self._pool.everybody():
            if someone.rows:
                self._tell(someone)
        for place, asking in self._askings.items():
            self._matches[place] = replace(self._matches[place], offers=asking.offers)
        for place in self._apart:
            self._matches[place] = replace(self._matches[place], offers=OF_ONE_AGAIN)
        return [self._matches[place] for place in sorted(self._matches)]

    def _settle_all(self, units: Sequence[Unit]) -> None:
        """Those that an answer or an organisation makes surer come first, names alone last."""
        self._recognising.contend(units)
        left = self._without_answered(units)
        addressed, bare = [one for one in left if one.email], [one for one in left if not one.email]
        for has_place in (True, False):
            group = [unit for unit in addressed if bool(unit.place) is has_place]
            self._recognising.contend(group)
            for unit in sorted(group, key=_fullest_first):
                self._settle(unit, self._recognising.whom(unit))
        for unit in sorted(bare, key=self._surest_first):
            self._settle(unit, self._recognising.whom(unit))

    def _surest_first(self, unit: Unit) -> tuple[bool, bool, int, bool]:
        """Of those without an address; of rivals who is known is met first, then the first row."""
        unknown = bool(unit.rivals) and not self._recognising.knows(unit)
        first = unit.rows[0] if unit.rivals else -1
        return not unit.place, unknown, first, unit.answer is not Answer.SAME

    def _without_answered(self, units: Sequence[Unit]) -> list[Unit]:
        """The units that are left when those are settled that somebody said are known."""
        said = [unit for unit in units if unit.answer is Answer.SAME]
        found = {unit.last: self._recognising.whom(unit) for unit in said}
        left = []
        for unit in units:
            whom = found.get(unit.last)
            if isinstance(whom, MatchQuestion) and whom.only is not None:
                self._settle(unit, whom)
            else:
                left.append(unit)
        return left

    def _take_by_id(self, unit: Unit, someone: Someone) -> None:
        """Of a workbook of ours, whose row it is there."""
        is_shifted = unit.last in self._shifted
        is_sure = not is_shifted and is_left_of(unit.person, someone.before)
        asking = MatchQuestion(MatchDoubt.SHIFTED if is_shifted else MatchDoubt.OWN_ID, [someone])
        if unit.answer is Answer.LEAVE_OUT:
            self._leave_out(unit, as_chosen(unit), None if is_sure else asking)
        elif unit.answer is Answer.NEW:
            self._note(unit, asking)
            self._meet(unit, self._pool.added(unit.person))
        elif unit.answer is Answer.SAME or is_sure:
            if is_renamed(unit.person, someone.before):
                self._renamed.add(someone.key)
            self._note(unit, someone if is_sure else asking)
            self._meet(unit, someone)
        else:
            self._ask(unit, asking)

    def _without_exact(self, units: Sequence[Unit]) -> list[Unit]:
        """The units that are left when those are met who are known just so."""
        left = []
        for unit in sorted(units, key=lambda unit: not unit.apart):
            someone = self._recognising.exactly(unit)
            if someone is None:
                left.append(unit)
            else:
                self._meet(unit, someone)
        return left

    # What becomes of it.

    def _settle(self, unit: Unit, found: Someone | MatchQuestion | None) -> None:
        is_new = unit.answer is Answer.NEW
        self._note(unit, found)
        if isinstance(found, Someone) and not (is_new and unit.email):
            self._meet(unit, found)
        elif is_new or not isinstance(found, MatchQuestion):
            self._meet(unit, self._pool.added(unit.person))
        elif unit.answer is Answer.SAME and (someone := found.only) is not None:
            self._be_the_same(unit, someone)
        else:
            self._ask(unit, found)

    def _note(self, unit: Unit, found: Someone | MatchQuestion | None) -> None:
        """Of an answered row what was asked: who is new by an answer may have been one of several
        rows, which it is no more."""
        if isinstance(found, Someone) and unit.answer is Answer.NEW and unit.email:
            found = MatchQuestion(MatchDoubt.SEVERAL_ROWS, [found])
        if isinstance(found, MatchQuestion) and unit.answer is not None:
            self._askings[unit.last] = found

    def _be_the_same(self, unit: Unit, someone: Someone) -> None:
        """As was answered; of two names of one person that of the row that has met them counts."""
        if someone.rows and parts_of(someone.person.name) != parts_of(unit.person.name):
            name, row = unit.person.name, str(self._numbers[someone.rows[-1]])
            sentence = _("{name} is the person of row {row}, which counts.", name=name, row=row)
            self._leave_out(unit, sentence)
            return
        if parts_of(someone.person.name) != parts_of(unit.person.name):
            self._renamed.add(someone.key)
        self._meet(unit, someone)

    def _meet(self, unit: Unit, someone: Someone) -> None:
        someone.rows = sorted({*someone.rows, *unit.rows})
        someone.told = joined(self._people, someone.rows)
        then = after(someone.before, someone.told, someone.key in self._renamed)
        if someone.key < 0:
            then = replace(then, name=someone.person.name)
        self._pool.change(someone, then)

    def _ask(self, unit: Unit, asking: MatchQuestion) -> None:
        self._matches[unit.last] = asked(unit, asking, self._numbers)
        self._leave_out_again(unit.rows, None)

    def _leave_out(
        self, unit: Unit, sentence: str, found: Someone | MatchQuestion | None = None
    ) -> None:
        """As was answered to what is `found`."""
        out = RosterMatch(unit.person, MatchState.LEFT_OUT, sentence, offers=tuple(Answer))
        self._matches[unit.last] = (
            having_asked(out, found) if isinstance(found, MatchQuestion) else out
        )
        self._leave_out_again(unit.rows, None)

    def _tell(self, someone: Someone) -> None:
        person_id = someone.key if someone.key > 0 else None
        last = someone.rows[-1]
        match = match_of(someone, someone.key in self._renamed)
        if last in self._by_address and match.state is MatchState.SAME:
            match = replace(match, sentence=known_by_address(match.person))
        self._matches[last] = match
        self._leave_out_again(someone.rows, person_id)

    def _leave_out_again(self, rows: Sequence[int], person_id: int | None) -> None:
        for place in rows[:-1]:
            number = self._numbers[rows[-1]]
            again = answered_again(self._people[place], number, person_id)
            bare = place in self._by_address
            self._matches[place] = replace(again, offers=()) if bare else again


def _fullest_first(unit: Unit) -> tuple[int, str]:
    """So that of two spellings at one address the same one comes in wherever their rows stand."""
    name = unit.person.name
    return -len(name.encode()), name  # accents make it longer
