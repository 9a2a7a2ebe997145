"""The list for letters has whom one may write to, and says how many it leaves out."""

from sqlalchemy import select

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Consent


def give_addresses(room, consents: dict[int, list[bool]]) -> None:
    """Everybody but the last one has an address; consents by place, the oldest first."""
    with room.database.edit(lazy("Addresses")) as edit:
        for place, person_id in enumerate(room.people[:-1]):
            edit.get_one(Person, person_id).email = f"guest{place}@example.org"
        for place, said in consents.items():
            for given in said:
                edit.add(
                    Consent(
                        person_id=room.people[place],
                        kind=ConsentKind.CONTACT,
                        given=given,
                        at=room.database.now(),
                        source="a form",
                    )
                )
                edit.flush()


def test_who_said_no_stays_out_and_who_said_yes_since_comes_back(room, document):
    give_addresses(room, {0: [True, False], 1: [False, True], 2: [True]})
    made = document("mail-merge")
    emails = [row[2] for row in made.rows]
    assert "guest0@example.org" not in emails
    assert {"guest1@example.org", "guest2@example.org"} <= set(emails)
    assert made.said == (
        "18 people are on it. 1 person said no to contact and is left out. "
        "1 person has no e-mail address and is left out: Pekka Eeronen."
    )


def test_it_says_what_they_owe_and_in_which_consortium(evening, document):
    room = evening.room
    give_addresses(room, {})
    first = next(row for row in document("mail-merge").rows if row[2] == "guest0@example.org")
    assert first[5] == "Yard bikes"


def test_it_says_who_came_and_who_left_early_came_too(evening, document):
    room = evening.room
    give_addresses(room, {})
    with room.database.edit(lazy("One stayed away")) as edit:
        stayed = edit.scalars(select(Attendance).order_by(Attendance.id)).all()[1]
        stayed.arrived_at = None
    came = {row[2]: row[4] for row in document("mail-merge").rows}
    assert came["guest0@example.org"] == "present", "who left after an hour was there"
    assert came["guest1@example.org"] == "absent"
