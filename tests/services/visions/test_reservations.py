"""What becomes of a reservation over the years, and who takes care of it."""

from dataclasses import replace
from datetime import date

import pytest

from kdc_desktop.domain.visions.states import AnswerWay, ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Delegate, Person, Reservation
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.commitments import commit, meet_reservation, remove_commitment
from kdc_desktop.services.visions.positions import HowAnswered, clear_position, take_position
from kdc_desktop.services.visions.reservations import Concern, set_owner, settle_reservation
from kdc_desktop.services.visions.rows import ReservationRow
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of
from tests.rooms.vision_pages import reveal_all
from tests.services.visions.on_a_vision import SECOND, page

NORTH = 5


@pytest.fixture
def raised(room: ConsortiumRoom, first: int) -> int:
    """A reservation of North Insurance, which was asked about version 1."""
    concern = Concern("Only if locked indoors.")
    take_position(room.database, first, room.members[NORTH], 4, concern=concern)
    reveal_all(room.database)
    return row(room).id


def row(room: ConsortiumRoom) -> ReservationRow:
    [found] = page(room).reservations
    return found


def people(room: ConsortiumRoom, *names: str) -> list[int]:
    with room.database.edit(lazy("Met people")) as edit:
        added = [Person(name=name, created_at=room.clock()) for name in names]
        edit.add_all(added)
        edit.flush()
        return [person.id for person in added]


def test_a_reservation_tells_its_history_in_one_line(room: ConsortiumRoom, raised: int) -> None:
    room.clock.days(30)
    second = save_version(room.database, room.consortium_id, SECOND, answers=[raised])
    assert (row(room).state, row(room).is_unsettled) == ("addressed", True)
    room.clock.days(1)
    take_position(room.database, second, room.members[NORTH], 6, heard={raised: False})
    reveal_all(room.database)
    room.clock.days(90)
    settle_reservation(room.database, raised, ReservationState.OPEN)
    assert row(room).history == (
        "15 Sep 2026 raised with version 1 · 15 Oct 2026 addressed in version 2 · "
        "16 Oct 2026 lifted · 14 Jan open again with version 2"
    )
    assert (row(room).days, row(room).state) == (121, "open")


def test_saving_a_version_and_what_it_answers_are_one_undo(
    room: ConsortiumRoom, raised: int
) -> None:
    before = row(room)
    save_version(room.database, room.consortium_id, SECOND, answers=[raised])
    room.database.undo()
    assert (row(room), len(page(room).versions)) == (before, 1)


def test_a_version_answers_no_reservation_of_others_and_none_that_is_lifted(
    room: ConsortiumRoom, raised: int
) -> None:
    settle_reservation(room.database, raised, ReservationState.LIFTED)
    lifted = row(room)
    save_version(room.database, room.consortium_id, SECOND, answers=[raised])
    other, _ = add_consortium(room.database, room.session_id, "Roofs")
    save_version(room.database, other, "Sun on every roof.", answers=[raised])
    assert row(room).steps == lifted.steps


def test_a_commitment_meets_a_reservation_until_it_is_taken_away(
    room: ConsortiumRoom, raised: int
) -> None:
    day = date(2026, 12, 1)
    given = commit(room.database, room.members[2], "A locked room", day, raised)
    assert page(room).commitments[0].reservation_id == raised
    assert str(row(room).steps[-1].text) == "met by a commitment, “A locked room”"
    assert row(room).state == "addressed"
    remove_commitment(room.database, given)
    assert (row(room).state, len(row(room).steps)) == ("open", 1)
    room.database.undo()
    assert row(room).state == "addressed"


def test_what_a_commitment_meets_may_be_said_later_and_taken_back(
    room: ConsortiumRoom, raised: int
) -> None:
    given = commit(room.database, room.members[2], "A locked room", None)
    meet_reservation(room.database, given, raised)
    meet_reservation(room.database, given, raised)
    assert (row(room).state, len(row(room).steps)) == ("addressed", 2)
    meet_reservation(room.database, given, None)
    assert (row(room).state, len(row(room).steps)) == ("open", 1)
    settle_reservation(room.database, raised, ReservationState.LIFTED)
    with pytest.raises(UserError, match="has been lifted"):
        meet_reservation(room.database, given, raised)


def test_a_commitment_meets_only_what_its_own_consortium_is_worried_about(
    room: ConsortiumRoom, raised: int
) -> None:
    crowd = (("Sun Ltd", "C", page(room).members[0].role),)
    _, [other] = add_consortium(room.database, room.session_id, "Roofs", crowd)
    with pytest.raises(UserError, match="another consortium"):
        commit(room.database, other, "A locked room", None, raised)


def test_who_answers_with_a_reservation_is_asked_about_it_again(
    room: ConsortiumRoom, raised: int
) -> None:
    room.clock.days(1)
    second = save_version(room.database, room.consortium_id, SECOND)
    take_position(room.database, second, room.members[NORTH], 6)
    reveal_all(room.database)
    assert str(row(room).steps[-1].text) == "asked again with version 2"
    assert row(room).state == "open"


def test_what_is_heard_again_takes_the_place_of_what_was_heard_in_the_same_asking(
    room: ConsortiumRoom, raised: int
) -> None:
    room.clock.days(1)
    second = save_version(room.database, room.consortium_id, SECOND, answers=[raised])
    before = row(room)
    said = [
        (False, "lifted", ReservationState.LIFTED),
        (True, "open again with version 2", ReservationState.OPEN),
        (False, "lifted", ReservationState.LIFTED),
    ]
    for still_there, told, state in said:
        room.clock.days(1)
        heard = {raised: still_there}
        take_position(room.database, second, room.members[NORTH], 6, heard=heard)
        assert row(room) == replace(before, days=row(room).days), "nobody is told before the reveal"
        reveal_all(room.database)
        assert (len(row(room).steps), str(row(room).steps[-1].text)) == (3, told)
        assert row(room).state is state
        room.database.undo()


def test_what_is_heard_brings_a_reservation_on_with_the_reveal_and_back_with_its_undo(
    room: ConsortiumRoom, raised: int
) -> None:
    second, before = save_version(room.database, room.consortium_id, SECOND), row(room)
    take_position(room.database, second, room.members[NORTH], 8, heard={raised: False})
    assert row(room) == before
    reveal_all(room.database)
    assert row(room).state is ReservationState.LIFTED
    room.database.undo()
    assert row(room) == before
    room.database.redo()
    assert row(room).state is ReservationState.LIFTED


def test_a_new_version_brings_what_was_heard_as_the_reveal_does(
    room: ConsortiumRoom, raised: int
) -> None:
    second = save_version(room.database, room.consortium_id, SECOND)
    take_position(room.database, second, room.members[NORTH], 8, heard={raised: False})
    save_version(room.database, room.consortium_id, "Every yard shares two.")
    assert row(room).state is ReservationState.LIFTED


def test_what_was_heard_goes_with_the_answer_that_is_cleared(
    room: ConsortiumRoom, raised: int
) -> None:
    second, before = save_version(room.database, room.consortium_id, SECOND), row(room)
    take_position(room.database, second, room.members[0], 5)
    take_position(room.database, second, room.members[NORTH], 8, heard={raised: False})
    clear_position(room.database, second, room.members[NORTH])
    reveal_all(room.database)
    assert row(room) == before


def test_what_is_done_with_it_meanwhile_stays_done_unless_it_is_lifted(
    room: ConsortiumRoom, raised: int
) -> None:
    second = save_version(room.database, room.consortium_id, SECOND)
    given = commit(room.database, room.members[0], "A lock", None, raised)
    take_position(room.database, second, room.members[NORTH], 8, heard={raised: False})
    remove_commitment(room.database, given)
    assert row(room).state is ReservationState.OPEN, "what was heard is not told by that"
    reveal_all(room.database)
    assert row(room).state is ReservationState.LIFTED


def test_a_call_asks_about_it_as_well(room: ConsortiumRoom, raised: int, first: int) -> None:
    room.clock.days(9)
    how = HowAnswered(way=AnswerWay.CALL)
    member = room.members[NORTH]
    take_position(room.database, first, member, 5, how=how, heard={raised: True})
    assert str(row(room).steps[-1].text) == "asked again with version 1"


def test_nobody_lifts_the_reservation_of_another(room: ConsortiumRoom, raised: int) -> None:
    second = save_version(room.database, room.consortium_id, SECOND)
    take_position(room.database, second, room.members[0], 6, heard={raised: False})
    assert row(room).state == "open"


def test_one_from_before_steps_were_kept_tells_what_became_of_it(
    room: ConsortiumRoom, raised: int
) -> None:
    with room.database.edit(lazy("An older program")) as edit:
        old = edit.get_one(Reservation, raised)
        old.state, old.settled_at = ReservationState.ADDRESSED, room.clock()
    assert row(room).history == "15 Sep raised with version 1 · 15 Sep addressed"
    room.clock.days(10)
    settle_reservation(room.database, raised, ReservationState.LIFTED)
    assert row(room).history == "15 Sep raised with version 1 · 15 Sep addressed · 25 Sep lifted"


def test_an_owner_is_a_person_where_somebody_has_the_name(
    room: ConsortiumRoom, raised: int
) -> None:
    [aino] = people(room, "Aino Laine")
    set_owner(room.database, raised, " aino  laine ")
    assert (row(room).owner, row(room).owner_id) == ("Aino Laine", aino)
    set_owner(room.database, raised, "The caretaker")
    assert (row(room).owner, row(room).owner_id) == ("The caretaker", None)
    set_owner(room.database, raised, "")
    assert (row(room).owner, row(room).owner_id) == ("", None)


def test_of_namesakes_the_owner_is_who_speaks_in_the_consortium(
    room: ConsortiumRoom, raised: int
) -> None:
    _far, near = people(room, "Aino Laine", "Aino Laine")
    set_owner(room.database, raised, "Aino Laine")
    assert (row(room).owner, row(room).owner_id) == ("Aino Laine", None)
    with room.database.edit(lazy("Placed")) as edit:
        placed = {"session_id": room.session_id, "member_id": room.members[1]}
        edit.add(Delegate(person_id=near, **placed))
    set_owner(room.database, raised, "Aino Laine")
    assert row(room).owner_id == near


def test_the_owner_of_a_new_reservation_is_looked_up_as_well(
    room: ConsortiumRoom, first: int
) -> None:
    [aino] = people(room, "Aino Laine")
    concern = Concern("Who pays?", owner="Aino Laine")
    take_position(room.database, first, room.members[0], 5, concern=concern)
    assert row(room).owner_id == aino


def test_a_reveal_asks_as_much_however_many_reservations_stand(
    room: ConsortiumRoom, raised: int, first: int
) -> None:
    def queries_of_a_reveal() -> int:
        for one in page(room).reservations:
            settle_reservation(room.database, one.id, ReservationState.STANDING)
        room.clock.days(1)
        asking_id = open_asking(room.database, room.consortium_id, room.session_id)
        for member_id in room.members:
            take_position(room.database, first, member_id, 5)
        return len(queries_of(lambda: reveal(room.database, asking_id)))

    few = queries_of_a_reveal()
    for number in range(20):
        concern = Concern(f"Worry {number}")
        take_position(room.database, first, room.members[number % 7], 5, concern=concern)
    reveal_all(room.database)
    assert queries_of_a_reveal() == few
