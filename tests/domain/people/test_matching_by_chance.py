"""Lists of namesakes as chance makes them: twice, in another order, and with one field more."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.name_variants import parts_of
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson
from kdc_desktop.domain.people.roster_match import RosterMatch
from kdc_desktop.domain.people.states import MatchState
from tests.domain.people.test_matching import applied, states

LAINE = ("Aino Laine", "Laine Aino", "Laine, Aino", "Aino M. Laine", "A. Laine", "Aino Lainé")
MAKI = ("Liisa Mäki", "Liisa Maki", "Mäki Liisa", "L. Mäki")
rows = st.builds(
    RosterPerson,
    name=st.sampled_from([*LAINE, *MAKI]),
    email=st.sampled_from(["", "", "a@x.fi", "A@x.fi", "b@x.fi"]),
    organisation=st.sampled_from(["", "", "Kala Oy", "City"]),
    phone=st.sampled_from(["", "", "1", "2"]),
)
lists = st.lists(rows, max_size=6)
by_chance = settings(max_examples=60, deadline=None, derandomize=True)


def known_from(earlier: Sequence[Sequence[RosterPerson]]) -> list[KnownPerson]:
    known: list[KnownPerson] = []
    for people in earlier:
        known = applied(match_people(people, known), known)
    return known


def once_at_an_address(people: Sequence[RosterPerson]) -> list[RosterPerson]:
    """Without rows that tell otherwise of one person: of these the last one counts."""
    said = {(parts_of(one.name), normalise(one.email)): one for one in people if one.email}
    return [said.get((parts_of(one.name), normalise(one.email)), one) for one in people]


def told(matches: Sequence[RosterMatch]) -> list[str]:
    return sorted(one.state for one in matches)


@by_chance
@given(lists, st.lists(lists, max_size=2))
def test_a_list_once_more_changes_nothing_and_asks_nothing_else(
    people: list[RosterPerson], earlier: list[list[RosterPerson]]
) -> None:
    known = known_from(earlier)
    first = match_people(people, known)
    then = applied(first, known)
    again = match_people(people, then)
    came_in = (MatchState.NEW, MatchState.CHANGED, MatchState.SAME)
    assert [one.state for one in again] == [
        MatchState.SAME if one.state in came_in else one.state for one in first
    ]
    longer = match_people([replace(one, notes="Vegetarian") for one in people], then)
    assert [one.person_id for one in longer] == [one.person_id for one in again]
    assert MatchState.NEW not in {one.state for one in longer}


@by_chance
@given(lists, st.lists(lists, max_size=2))
def test_nobody_becomes_somebody_else_unasked(
    people: list[RosterPerson], earlier: list[list[RosterPerson]]
) -> None:
    known = {one.id: one for one in known_from(earlier)}
    for person, match in zip(people, match_people(people, [*known.values()]), strict=True):
        if match.person_id is None or not match.state.comes_in:
            continue
        before = known[match.person_id]
        assert parts_of(before.name) == parts_of(person.name)
        mates = [one for one in people if parts_of(one.name) == parts_of(person.name)]
        if normalise(before.email) in {normalise(one.email) for one in mates if one.email}:
            continue
        assert not (before.email and person.email), "an address is somebody's own"
        assert "" in (before.organisation, person.organisation) or (
            before.organisation == person.organisation
        )


@by_chance
@given(lists.map(once_at_an_address), st.lists(lists, max_size=2), st.randoms())
def test_the_order_of_rows_does_not_matter(people, earlier, chance) -> None:
    known = known_from(earlier)
    order = list(range(len(people)))
    chance.shuffle(order)
    first = match_people(people, known)
    other = match_people([people[at] for at in order], known)
    assert told(other) == told(first)
    moved = {at: other[place].person_id for place, at in enumerate(order)}
    both = [(one.person_id, moved[at]) for at, one in enumerate(first)]
    assert all(one == two for one, two in both if one is not None and two is not None)


@by_chance
@given(lists, st.lists(lists, max_size=2))
def test_who_is_known_without_it_is_not_doubled_by_an_address_or_an_organisation(
    people: list[RosterPerson], earlier: list[list[RosterPerson]]
) -> None:
    before = known_from(earlier)
    known = {one.id: one for one in applied(match_people(people, before), before)}
    mailed, placed, came_in = [*people], [*people], set()
    for at, match in enumerate(match_people(people, [*known.values()])):
        someone = known.get(match.person_id or 0)
        if someone is not None and match.state.comes_in:
            came_in.add(at)
            if not someone.email:
                mailed[at] = replace(people[at], email=f"new{at}@x.fi")
            if not someone.organisation:
                placed[at] = replace(people[at], organisation="New Oy")
    for more in (mailed, placed):
        then = states(more, [*known.values()])
        assert MatchState.NEW not in {then[at] for at in came_in}
