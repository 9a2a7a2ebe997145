"""A roster can be imported twice and again: nobody is doubled and nothing is erased."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.people.matching import RosterMatch, match_people
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson, merged
from kdc_desktop.domain.people.states import MatchState

AINO = KnownPerson("Aino Laine", "aino@kala.fi", "Kala Oy", sector="C", id=7)


def applied(matches: list[RosterMatch], known: list[KnownPerson]) -> list[KnownPerson]:
    """Do what an import does with the rows that are no problem."""
    people = {person.id: person for person in known}
    for match in matches:
        if match.state is MatchState.NEW:
            key = max(people, default=0) + 1
            people[key] = KnownPerson(**vars(merged(RosterPerson(""), match.person)), id=key)
        elif match.state is MatchState.CHANGED:
            assert match.person_id is not None
            after = merged(people[match.person_id], match.person)
            people[match.person_id] = KnownPerson(**vars(after), id=match.person_id)
    return list(people.values())


def states(incoming: list[RosterPerson], known: list[KnownPerson]) -> list[str]:
    return [match.state for match in match_people(incoming, known)]


cells = st.sampled_from(["", "x", "Y", "y "])
rows = st.builds(
    RosterPerson,
    name=st.sampled_from(["", "Aino", "aino", "Eero", "Liisa  Oja"]),
    email=st.sampled_from(["", "", "a@x.fi", "A@x.fi", "b@x.fi", "c@x.fi"]),
    organisation=st.sampled_from(["", "Kala Oy", "kala oy", "City"]),
    department=cells,
    sector=st.sampled_from(["", "C", "P"]),
    role=cells,
)


def test_matching_after_applying_finds_nothing_new_and_nothing_changed() -> None:
    @given(st.lists(rows, max_size=8), st.lists(rows.filter(lambda r: r.name != ""), max_size=4))
    def check(incoming: list[RosterPerson], before: list[RosterPerson]) -> None:
        known = [KnownPerson(**vars(person), id=n + 1) for n, person in enumerate(before)]
        first = match_people(incoming, known)
        again = match_people(incoming, applied(first, known))
        assert {match.state for match in again} <= {"same", "problem"}
        for one, two in zip(first, again, strict=True):
            assert (one.state == "problem") == (two.state == "problem")

    check()


def test_an_e_mail_finds_the_person_whatever_the_case() -> None:
    assert states([RosterPerson("Aino Laine", "AINO@kala.fi")], [AINO]) == ["same"]


def test_a_blank_cell_never_erases_what_is_known() -> None:
    [match] = match_people([RosterPerson("Aino Laine", "aino@kala.fi", role="Lead")], [AINO])
    assert (match.state, match.person_id, match.sentence) == (
        "changed",
        7,
        "Aino Laine: role Lead added.",
    )
    assert merged(AINO, match.person) == RosterPerson(
        "Aino Laine", "aino@kala.fi", "Kala Oy", sector="C", role="Lead"
    )


def test_without_an_e_mail_name_and_organisation_find_the_person() -> None:
    incoming = [RosterPerson("aino  laine", organisation="KALA OY"), RosterPerson("Aino Laine")]
    assert [m.person_id for m in match_people(incoming[:1], [AINO])] == [7]
    assert states(incoming[1:], [AINO]) == ["same"]
    assert states([RosterPerson("Aino Laine", organisation="Other")], [AINO]) == ["new"]


def test_two_people_of_one_name_need_an_e_mail() -> None:
    known = [AINO, replace(AINO, id=8, email="aino2@kala.fi")]
    [match] = match_people([RosterPerson("Aino Laine", organisation="Kala Oy")], known)
    assert match.state == "problem"
    assert match.sentence == "Two people are called Aino Laine, add an e-mail to tell them apart."


def test_another_e_mail_is_another_person() -> None:
    incoming = [RosterPerson("Aino Laine", "other@kala.fi", "Kala Oy")]
    assert states(incoming, [AINO]) == ["new"]


def test_a_row_without_a_name_and_a_repeated_row_are_problems() -> None:
    incoming = [RosterPerson("Eero"), RosterPerson("", "x@y.fi"), RosterPerson("eero")]
    matches = match_people(incoming, [])
    assert [match.state for match in matches] == ["new", "problem", "problem"]
    assert matches[1].sentence == "This row has no name: fill it in."
    assert matches[2].sentence == "This person is already in row 1."


def test_one_organisation_cannot_be_in_two_sectors() -> None:
    incoming = [
        RosterPerson("Eero", organisation="Kala Oy", sector="C"),
        RosterPerson("Liisa", organisation="kala oy", sector="P"),
    ]
    matches = match_people(incoming, [])
    assert [match.state for match in matches] == ["new", "problem"]
    assert matches[1].sentence == (
        "kala oy is Companies in row 1 and City and public here: make them the same."
    )


def test_two_thousand_people_imported_again_are_all_the_same() -> None:
    incoming = [RosterPerson(f"P {n}", f"p{n}@x.fi", f"O {n % 90}") for n in range(2000)]
    known = applied(match_people(incoming, []), [])
    assert set(states(incoming, known)) == {"same"}


def test_whoever_came_in_as_family_comma_given_is_met_again() -> None:
    known = [KnownPerson("Laine, Aino", organisation="Harbour", id=7)]
    (match,) = match_people([RosterPerson("Aino Laine", organisation="Harbour")], known)
    assert (match.state, match.person_id) == (MatchState.CHANGED, 7)
