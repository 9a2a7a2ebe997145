"""Many come and go in one edit each, with their passages; who is there already stays so."""

from sqlalchemy import func, select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Passage, Person
from kdc_desktop.services.attendance import door, questions, roles
from kdc_desktop.services.attendance.door_for_many import (
    check_in_many,
    come_back_many,
    leave_many,
    unregister_many,
)
from kdc_desktop.services.people import people
from kdc_desktop.storage import Database
from tests.rooms.board_room import undone_next
from tests.rooms.empty_club import plan_evening
from tests.rooms.guest_list import expect


def states(database: Database, evening: int) -> dict[str, str]:
    return {row.name: row.state for row in questions.attendances(database, evening)}


def passages(database: Database) -> int:
    with database.read() as snapshot:
        return snapshot.scalar(select(func.count()).select_from(Passage)) or 0


def three(database: Database) -> tuple[int, list[int]]:
    evening = plan_evening(database)
    ids = [people.add_person(database, name) for name in ("Aino", "Eino", "Liisa")]
    expect(database, evening, ids[:2])
    return evening, ids


def test_many_arrive_at_once_whether_they_are_listed_or_not(database: Database) -> None:
    evening, ids = three(database)
    door.check_in(database, evening, ids[0])
    check_in_many(database, evening, ids)
    assert states(database, evening) == {"Aino": "present", "Eino": "present", "Liisa": "present"}
    assert (undone_next(database), passages(database)) == ("Checked in 2 people", 3)
    database.undo()
    assert states(database, evening) == {"Aino": "present", "Eino": "registered"}


def test_many_leave_and_come_back(database: Database) -> None:
    evening, ids = three(database)
    check_in_many(database, evening, ids[:2])
    first = questions.attendances(database, evening)[0].arrived_at
    leave_many(database, evening, ids)
    assert (undone_next(database), passages(database)) == ("2 people left", 4)
    come_back_many(database, evening, ids[:2])
    assert (undone_next(database), passages(database)) == ("2 people came back", 6)
    assert questions.attendances(database, evening)[0].arrived_at == first


def test_who_has_been_here_stays_on_the_list(database: Database) -> None:
    evening, ids = three(database)
    door.check_in(database, evening, ids[0])
    assert unregister_many(database, evening, ids) == 1
    assert (undone_next(database), states(database, evening)) == (
        "Took 1 person off the list",
        {"Aino": "present"},
    )


def test_who_was_removed_meanwhile_is_left_out_and_all_others_arrive(database: Database) -> None:
    evening, ids = three(database)
    with database.edit(lazy("Removed Liisa")) as edit:
        edit.delete(edit.get_one(Person, ids[2]))
    check_in_many(database, evening, ids)
    assert states(database, evening) == {"Aino": "present", "Eino": "present"}
    assert undone_next(database) == "Checked in 2 people"


def test_who_was_taken_off_the_list_meanwhile_gets_no_role_and_all_others_do(
    database: Database,
) -> None:
    evening, ids = three(database)
    entries = [row.id for row in questions.attendances(database, evening)]
    unregister_many(database, evening, ids[:1])
    roles.set_role(database, entries, AttendanceRole.STAFF)
    assert [row.role for row in questions.attendances(database, evening)] == ["staff"]
