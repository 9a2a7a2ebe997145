"""Match the people of a roster with the people already known, so that nobody comes in twice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.kit.lengths import LINE, NAME
from kdc_desktop.domain.kit.text import clean, normalise, shortened
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.roster import DETAILS, KnownPerson, RosterPerson, merged
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Fillable, _, fillable, listed_apart

_CHANGED: Mapping[str, Fillable] = {
    "name": fillable("name {old} → {new}"),
    "email": fillable("e-mail {old} → {new}"),
    "organisation": fillable("organisation {old} → {new}"),
    "department": fillable("department {old} → {new}"),
    "sector": fillable("sector {old} → {new}"),
    "role": fillable("role {old} → {new}"),
    "badge": fillable("badge code {old} → {new}"),
}
_LONGEST = {"name": NAME, "email": LINE, "organisation": NAME, "department": NAME, "badge": LINE}
_ADDED: Mapping[str, Fillable] = {
    "name": fillable("name {new} added"),
    "email": fillable("e-mail {new} added"),
    "organisation": fillable("organisation {new} added"),
    "department": fillable("department {new} added"),
    "sector": fillable("sector {new} added"),
    "role": fillable("role {new} added"),
    "badge": fillable("badge code {new} added"),
}


@dataclass(frozen=True)
class RosterMatch:
    """What becomes of one row. `person_id` is whom it matched; `sentence` is for the preview.

    Apply changed and new rows with `merged`; leave problems out.
    """

    person: RosterPerson
    state: MatchState
    person_id: int | None
    sentence: str


def match_people(
    incoming: Sequence[RosterPerson], known: Sequence[KnownPerson]
) -> list[RosterMatch]:
    """What each row would do, in the order of the rows.

    Matched by e-mail first, then by name and organisation (by name alone where the row names no
    organisation). Rows that meet somebody twice, or cannot tell two people apart, are problems.
    Matching again after applying finds nothing new and nothing changed.
    """
    families = _families(incoming, known)
    blocked: set[int] = set()
    while True:
        first = _Matching(incoming, known, blocked)
        second = _Matching(incoming, first.after(), blocked)
        restless = {
            families[row]
            for row, match in second.matches.items()
            if match.state in (MatchState.NEW, MatchState.CHANGED)
            or (match.state is MatchState.PROBLEM)
            != (first.matches[row].state is MatchState.PROBLEM)
        }
        if not restless:
            return [first.matches[row] for row in range(len(incoming))]
        blocked |= {row for row, family in enumerate(families) if family in restless}


def _families(incoming: Sequence[RosterPerson], known: Sequence[RosterPerson]) -> list[str]:
    """For each row, which rows and people it hangs together with by a name or an e-mail.

    Rows of one family can change each other's match; rows of two families never can. Leaving a
    whole family out therefore leaves it exactly as it was, which keeps a second import still.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for person in (*known, *incoming):
        if person.email.strip():
            parent[root(_name_key(person))] = root("@" + normalise(person.email))
    return [root(_name_key(person)) for person in incoming]


def _name_key(person: RosterPerson) -> str:
    return "n" + (_said(person) or "@" + normalise(person.email))


class _Matching:
    """One pass over the rows: those with a known e-mail first, the others as they stand."""

    def __init__(
        self,
        incoming: Sequence[RosterPerson],
        known: Sequence[KnownPerson],
        blocked: set[int],
    ) -> None:
        self.matches: dict[int, RosterMatch] = {}
        self._people: dict[int, RosterPerson] = {}
        self._by_email: dict[str, int] = {}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._met: dict[int, int] = {}
        self._sectors: dict[str, tuple[str, int]] = {}
        self._next_id = -1
        for known_person in known:
            self._keep(known_person.id, known_person)
        later = []
        for row, cells in enumerate(incoming):
            person = merged(RosterPerson(""), cells)
            clash = self._sector_clash(row, person)
            if row in blocked:
                self._problem(
                    row,
                    person,
                    _("This row may be one of several people: add an e-mail to each of them."),
                )
            elif not person.name:
                self._problem(row, person, _("This row has no name: fill it in."))
            elif too_long := _too_long(person):
                self._problem(row, person, too_long)
            elif clash:
                self._problem(row, person, clash)
            elif normalise(person.email) in self._by_email:
                self._settle(row, person, self._by_email[normalise(person.email)])
            else:
                later.append((row, person))
        for row, person in later:
            self._match(row, person)

    def after(self) -> list[KnownPerson]:
        """Who is known once every row that is no problem has been applied."""
        return [KnownPerson(**vars(person), id=key) for key, person in self._people.items()]

    def _match(self, row: int, person: RosterPerson) -> None:
        email = normalise(person.email)
        if email in self._by_email:
            self._settle(row, person, self._by_email[email])
            return
        same_name = self._same_name(person)
        if email:
            same_name = [key for key in same_name if not self._people[key].email]
        if len(same_name) > 1:
            hint = _(
                "Two people are called {name}, add an e-mail to tell them apart.",
                name=person.name,
            )
            self._problem(row, person, hint)
        else:
            self._settle(row, person, same_name[0] if same_name else None)

    def _same_name(self, person: RosterPerson) -> list[int]:
        name, organisation = _said(person), normalise(person.organisation)
        called = [k for k in self._by_name[name] if _said(self._people[k]) == name]
        exact = [k for k in called if normalise(self._people[k].organisation) == organisation]
        return exact or ([] if organisation else called)

    def _settle(self, row: int, person: RosterPerson, key: int | None) -> None:
        if key is not None and key in self._met:
            earlier = str(self._met[key] + 1)
            self._problem(row, person, _("This person is already in row {row}.", row=earlier))
            return
        before = RosterPerson("") if key is None else self._people[key]
        after = merged(before, person)
        if key is None:
            self._meet(row, self._new_id(), after)
            self.matches[row] = RosterMatch(
                person, MatchState.NEW, None, _("{name} is new.", name=after.name)
            )
            return
        changes = _changes(before, after)
        if normalise(before.email) == normalise(after.email):
            after = replace(after, email=before.email)
        self._meet(row, key, after)
        if changes:
            sentence = _("{name}: {changes}.", name=before.name, changes=listed_apart(changes))
            self.matches[row] = RosterMatch(person, MatchState.CHANGED, key, sentence)
        else:
            sentence = _("{name} is known.", name=after.name)
            self.matches[row] = RosterMatch(person, MatchState.SAME, key, sentence)

    def _sector_clash(self, row: int, person: RosterPerson) -> str | None:
        organisation = normalise(person.organisation)
        if not organisation or not person.sector:
            return None
        sector, other = self._sectors.setdefault(organisation, (person.sector, row))
        if sector == person.sector:
            return None
        return _(
            "{organisation} is {there} in row {row} and {here} here: make them the same.",
            organisation=person.organisation,
            there=name_of(sector),
            row=str(other + 1),
            here=name_of(person.sector),
        )

    def _problem(self, row: int, person: RosterPerson, sentence: str) -> None:
        self.matches[row] = RosterMatch(person, MatchState.PROBLEM, None, sentence)

    def _new_id(self) -> int:
        self._next_id -= 1
        while self._next_id in self._people:
            self._next_id -= 1
        return self._next_id

    def _meet(self, row: int, key: int, person: RosterPerson) -> None:
        self._met[key] = row
        self._keep(key, person)

    def _keep(self, key: int, person: RosterPerson) -> None:
        plain = RosterPerson(**{detail: getattr(person, detail) for detail in DETAILS})
        if key not in self._by_name[_said(plain)]:
            self._by_name[_said(plain)].append(key)
        self._people[key] = plain
        if plain.email:
            self._by_email.setdefault(normalise(plain.email), key)


def _said(person: RosterPerson) -> str:
    """The form in which names are the same, whichever part of them is written first."""
    return normalise(in_speaking_order(person.name))


def _too_long(person: RosterPerson) -> str | None:
    for detail, longest in _LONGEST.items():
        said = getattr(person, detail)
        if len(said) > longest:
            return _(
                "“{text}” is too long: shorten it to {longest} characters.",
                text=shortened(said),
                longest=longest,
            )
    return None


def _changes(before: RosterPerson, after: RosterPerson) -> list[str]:
    changes = []
    for detail in DETAILS:
        old, new = clean(getattr(before, detail)), getattr(after, detail)
        if old == new or (detail == "email" and normalise(old) == normalise(new)):
            continue
        if detail == "sector":
            old, new = name_of(old), name_of(new)
        told = _CHANGED[detail].filled(old=old, new=new) if old else _ADDED[detail].filled(new=new)
        changes.append(str(told))
    return changes
