"""A list can come in twice and again: nobody is doubled, nobody becomes somebody else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.people.changes import after
from kdc_desktop.domain.people.matching import match_people
from kdc_desktop.domain.people.roster import KnownPerson, RosterPerson, merged
from kdc_desktop.domain.people.roster_match import RosterMatch
from kdc_desktop.domain.people.states import Answer, MatchState

AINO = KnownPerson("Aino Laine", "aino@kala.fi", "Kala Oy", sector="C", id=7)
WRITTEN = (MatchState.NEW, MatchState.CHANGED)


def known_as(person: RosterPerson, key: int) -> KnownPerson:
    return KnownPerson(**{**vars(person), "id": key})


def plain(person: KnownPerson) -> RosterPerson:
    return RosterPerson(**{name: value for name, value in vars(person).items() if name != "id"})


def applied(matches: Sequence[RosterMatch], known: Sequence[KnownPerson]) -> list[KnownPerson]:
    """Do what an import does with the rows that come in."""
    people = {person.id: person for person in known}
    for match in matches:
        if match.state is MatchState.NEW:
            key = max(people, default=0) + 1
            people[key] = known_as(merged(RosterPerson(""), match.person), key)
        elif match.state is MatchState.CHANGED:
            assert match.person_id is not None
            before = plain(people[match.person_id])
            then = after(before, match.person, match.renames)
            people[match.person_id] = known_as(then, match.person_id)
    return list(people.values())


def states(incoming: Sequence[RosterPerson], known: Sequence[KnownPerson]) -> list[str]:
    return [match.state for match in match_people(incoming, known)]


rows = st.builds(
    RosterPerson,
    name=st.sampled_from(["", "Aino Laine", "Laine, Aino", "Aino M. Laine", "Eero", "Liisa  Oja"]),
    email=st.sampled_from(["", "", "a@x.fi", "A@x.fi", "b@x.fi", "c@x.fi"]),
    organisation=st.sampled_from(["", "", "Kala Oy", "kala oy", "City"]),
    phone=st.sampled_from(["", "1", "2"]),
    notes=st.sampled_from(["", "Diet: none", "Diet: none\nBus: yes"]),
)
answers_given = st.lists(st.sampled_from([None, Answer.SAME, Answer.NEW]), min_size=8, max_size=8)


def answered(
    incoming: Sequence[RosterPerson],
    known: Sequence[KnownPerson],
    wanted: Sequence[Answer | None],
) -> Mapping[int, Answer]:
    """Answers to what is asked, as far as it is answered, and to what is asked then."""
    answers: dict[int, Answer] = {}
    for _round in range(4):
        for place, match in enumerate(match_people(incoming, known, answers)):
            answer = wanted[place]
            if match.state is MatchState.ASKED and answer is not None and answer in match.offers:
                answers.setdefault(place, answer)
    return answers


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    st.lists(rows, max_size=8),
    st.lists(rows.filter(lambda row: row.name != ""), max_size=4),
    answers_given,
)
def test_matching_after_applying_finds_nothing_new_and_nothing_changed(
    incoming: list[RosterPerson], before: list[RosterPerson], wanted: list[Answer | None]
) -> None:
    known = [known_as(person, n + 1) for n, person in enumerate(before)]
    answers = answered(incoming, known, wanted)
    first = match_people(incoming, known, answers)
    assert len(first) == len(incoming)
    then = applied(first, known)
    again = match_people(incoming, then)
    assert not [match for match in again if match.state in WRITTEN]
    came_in = [at for at, match in enumerate(first) if match.state.comes_in]
    assert all(again[at].state is MatchState.SAME for at in came_in), "what came in is known"
    if not answers:
        assert [one.name for one in then[: len(known)]] == [one.name for one in known]
        left = [at for at in range(len(incoming)) if at not in came_in]
        assert [again[at].state for at in left] == [first[at].state for at in left]


def test_name_and_address_find_the_person_however_they_are_written() -> None:
    for name in ("AINO LAINE", "Laine, Aino", "Laine  Aino"):
        (match,) = match_people([RosterPerson(name, "AINO@kala.fi")], [AINO])
        assert (match.state, match.person_id, match.renames) == ("same", 7, False)


def test_an_address_of_somebody_of_another_name_is_asked_about() -> None:
    for name in ("Pekka Aho", "Aino M. Laine", "Aino Lane"):
        (match,) = match_people([RosterPerson(name, "aino@kala.fi")], [AINO])
        assert (match.state, match.person_id, match.offers) == ("asked", 7, tuple(Answer))
        assert match.sentence == (
            f"The address aino@kala.fi belongs to Aino Laine: is {name} the same person, or"
            " somebody new?"
        )


def test_each_answer_does_what_it_says() -> None:
    incoming = [RosterPerson("Aino M. Laine", "aino@kala.fi")]
    said = {
        answer: match_people(incoming, [AINO], {0: answer})[0]
        for answer in (Answer.SAME, Answer.NEW, Answer.LEAVE_OUT)
    }
    assert {answer: match.state for answer, match in said.items()} == {
        Answer.SAME: "changed",
        Answer.NEW: "new",
        Answer.LEAVE_OUT: "left_out",
    }
    assert said[Answer.SAME].sentence == "Aino Laine: name Aino Laine → Aino M. Laine."


def test_an_office_address_in_one_list_belongs_to_as_many_people() -> None:
    office = [
        RosterPerson("Kirsi Mäkelä", "office@x.fi"),
        RosterPerson("Pekka Öhman", "office@x.fi"),
    ]
    assert states(office, []) == ["new", "new"]
    assert states(office, [known_as(office[0], 1)]) == ["same", "new"]
    assert states(office[1:], [known_as(office[0], 1)]) == ["asked"]
    assert states([office[0], replace(office[0], name="Kirsi Makela")], []) == ["new", "asked"]


def test_who_answered_twice_is_taken_once_and_the_later_answer_counts() -> None:
    incoming = [
        RosterPerson("Aino Laine", "a@x.fi", "Kala Oy", phone="1"),
        RosterPerson("Eero Aho", "e@x.fi"),
        RosterPerson("Laine, Aino", "A@x.fi", phone="2"),
    ]
    first, _other, last = match_people(incoming, [], numbers=[2, 3, 7])
    assert (first.state, first.sentence) == (
        MatchState.LEFT_OUT,
        "Aino Laine comes again in row 7, which counts.",
    )
    assert (last.state, last.person.phone, last.person.organisation) == ("new", "2", "Kala Oy")
    assert [match.state for match in match_people(incoming, [], {0: Answer.NEW}, [2, 3, 7])] == [
        "new",
        "new",
        "new",
    ], "two of one name and address, because somebody says so"


def test_a_blank_cell_never_erases_what_is_known() -> None:
    (match,) = match_people([RosterPerson("Aino Laine", "aino@kala.fi", phone="040")], [AINO])
    assert (match.state, match.sentence) == ("changed", "Aino Laine: phone 040 added.")
    assert after(plain(AINO), match.person, renames=False) == replace(plain(AINO), phone="040")


def test_notes_are_added_once() -> None:
    aino = replace(AINO, notes="Met in May")
    row = RosterPerson("Aino Laine", "aino@kala.fi", notes="Diet: none")
    (match,) = match_people([row], [aino])
    assert match.sentence == "Aino Laine: notes: Diet: none added."
    then = after(plain(aino), match.person, renames=False)
    assert then.notes == "Met in May\nDiet: none"
    assert states([row], [known_as(then, 7)]) == ["same"]


def test_without_an_address_name_and_organisation_find_the_person() -> None:
    (match,) = match_people([RosterPerson("aino  laine", organisation="KALA OY")], [AINO])
    assert match.person_id == 7
    assert states([RosterPerson("Aino Laine")], [AINO]) == ["same"]
    assert states([RosterPerson("Aino Laine", organisation="Other")], [AINO]) == ["new"]


def test_of_two_namesakes_an_address_must_tell_which_is_meant() -> None:
    known = [AINO, replace(AINO, id=8, email="aino2@kala.fi")]
    (match,) = match_people([RosterPerson("Aino Laine", organisation="Kala Oy")], known)
    assert (match.state, match.offers) == ("asked", (Answer.NEW, Answer.LEAVE_OUT))
    assert match.sentence == (
        "Several people are called Aino Laine: add the e-mail of the one who is meant, or merge "
        "them under People if they are one."
    )


def test_another_address_is_another_person_and_asked_about_in_one_organisation() -> None:
    other = RosterPerson("Aino Laine", "other@kala.fi", "Kala Oy")
    assert states([other], [AINO]) == ["asked"]
    assert states([replace(other, organisation="City")], [AINO]) == ["new"]
    assert states([plain(AINO), other], [AINO]) == ["same", "new"], "the list tells them apart"
    bare = replace(AINO, email="")
    (match,) = match_people([other], [bare])
    assert match.sentence == "Aino Laine: e-mail other@kala.fi added."


def test_who_is_known_by_name_alone_may_be_anybody_of_that_name() -> None:
    known = [KnownPerson("Matti Korhonen", id=3)]
    one = RosterPerson("Matti Korhonen", "matti@lampo.example", "Lämpö Oy")
    other = RosterPerson("Matti Korhonen", "matti@mail.example")
    assert states([one], known) == ["asked"]
    assert states([one, other], known) == ["asked", "asked"]


def test_a_row_without_the_name_of_one_person_is_a_problem() -> None:
    said = {
        ("", ""): "This row has no name: fill it in.",
        ("", "x@y.fi"): "x@y.fi stands here without a name: fill it in.",
        ("Bo <b@x.fi>; Li <l@x.fi>", ""): (
            "“Bo <b@x.fi>; Li <l@x.fi>” is not one person with one address: give everybody a row of"
            " their own."
        ),
    }
    for cells, sentence in said.items():
        (match,) = match_people([RosterPerson(*cells)], [])
        assert (match.state, match.sentence) == ("problem", sentence)


def test_an_address_without_a_name_is_the_only_one_who_is_known_there() -> None:
    (match,) = match_people([RosterPerson("", "AINO@kala.fi", "Kala Oy")], [AINO])
    assert (match.state, match.person_id, match.person.name) == ("same", 7, "Aino Laine")
    assert match.sentence == "AINO@kala.fi is the address of Aino Laine, who is known."
    (changed,) = match_people([RosterPerson("", "aino@kala.fi", phone="1")], [AINO])
    assert changed.sentence == "Aino Laine: phone 1 added."
    bare = RosterPerson("", "aino@kala.fi")
    found = match_people([bare, bare], [AINO], {0: Answer.NEW})
    assert [(one.state, one.offers) for one in found] == [("left_out", ()), ("same", ())]


def test_an_address_without_a_name_is_a_problem_where_the_list_names_one_or_the_club_several() -> (
    None
):
    bare, eino = RosterPerson("", "aino@kala.fi"), replace(AINO, name="Eino Aho", id=8)
    assert states([bare], [AINO, eino]) == ["problem"]
    assert states([bare, plain(AINO)], [AINO]) == ["problem", "same"]
    assert states([bare, RosterPerson("Eino Aho", "aino@kala.fi")], [AINO]) == ["problem", "asked"]


def test_two_thousand_people_imported_again_are_all_the_same() -> None:
    incoming = [RosterPerson(f"P {n}", f"p{n}@x.fi", f"O {n % 90}") for n in range(2000)]
    known = applied(match_people(incoming, []), [])
    assert set(states(incoming, known)) == {"same"}


def test_whoever_came_in_as_family_comma_given_is_met_again_and_keeps_that_name() -> None:
    known = [KnownPerson("Laine, Aino", organisation="Harbour", id=7)]
    (match,) = match_people([RosterPerson("Aino Laine", organisation="Harbour")], known)
    assert (match.state, match.person_id) == (MatchState.SAME, 7)
