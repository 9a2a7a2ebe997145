"""What people allow is known with its day and how it is known; what they said before stays."""

from datetime import timedelta
from itertools import count

import pytest

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.services.people import consents, forgetting, people
from kdc_desktop.services.people.consents import consent_sentence, consents_of
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.storage import open_database
from tests.rooms.empty_club import EVENING
from tests.rooms.known_people import somebody
from tests.storage.places import dump

CONTACT, PHOTOGRAPH = ConsentKind


@pytest.fixture
def database(tmp_path):
    """A club in which a day goes by from each thing that is done to the next."""
    days = count()
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING + timedelta(days=next(days)))
    yield opened
    opened.close()


def told(database, person_id):
    return [consent_sentence(row.kind, row) for row in consents_of(database, person_id)]


def test_the_newest_word_counts_and_the_earlier_ones_are_kept(database):
    aino = people.add_person(database, "Aino Laine")
    assert consent_sentence(PHOTOGRAPH, None) == "May be photographed: not asked yet."
    consents.say_consent(database, aino, PHOTOGRAPH, given=True, source=" attendees.csv ")
    consents.say_consent(database, aino, CONTACT, given=False)
    consents.say_consent(database, aino, PHOTOGRAPH, given=False, source="told at the door")
    days = [f"{row.on:%d.%m.%Y}" for row in consents_of(database, aino)]
    assert len(set(days)) == 3
    assert told(database, aino) == [
        f"May be photographed: no, since {days[0]}, told at the door.",
        f"May be contacted: no, since {days[1]}.",
        f"May be photographed: yes, since {days[2]}, from attendees.csv.",
    ]
    assert str(database.next_steps()[0].label) == "Aino Laine may not be photographed"
    database.undo()
    database.undo()
    assert told(database, aino) == [
        f"May be photographed: yes, since {days[2]}, from attendees.csv."
    ]


def test_who_says_the_same_again_has_said_it_once(database):
    aino = people.add_person(database, "Aino Laine")
    consents.say_consent(database, aino, CONTACT, given=True)
    before = dump(database.path, journal=True)
    consents.say_consent(database, aino, CONTACT, given=True, source="from attendees.csv")
    assert dump(database.path, journal=True) == before


def test_what_is_known_of_somebody_is_corrected_and_taken_back(database):
    details = PersonDetails(" 040  123 ", "Head of mobility", "bikes, trams")
    aino = people.add_person(database, "Aino Laine", details=details)
    row = somebody(database, aino)
    assert row.details == ("040 123", "Head of mobility", "bikes, trams")
    before = dump(database.path)
    people.change_person(database, aino, name="Aino", email="", notes="", details=PersonDetails())
    assert somebody(database, aino).details == ("", "", "")
    database.undo()
    assert dump(database.path) == before
    people.change_person(database, aino, name="Aino", email="", notes="")
    assert somebody(database, aino).details == row.details


def test_who_is_forgotten_leaves_none_of_it_in_the_file(database):
    details = PersonDetails("040 987 654", "Zebrologist", "quaggas")
    aino = people.add_person(database, "Aino Laine", details=details)
    consents.say_consent(database, aino, CONTACT, given=True, source="by her brother")
    consents.say_consent(database, aino, CONTACT, given=False, source="in a fury")
    forgetting.replace_by_pseudonym(database, aino)
    raw = b"".join(path.read_bytes() for path in database.path.parent.glob("*.kdc*"))
    words = (b"Laine", b"987", b"Zebro", b"quagga", b"brother", b"fury")
    assert [word for word in words if word in raw] == []
    assert [row.given for row in consents_of(database, aino)] == [False, True]
