"""Forty-five people are let in with a few keys each, and the field is ready after every one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.made_up import made_up_people
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.guests import guests
from kdc_desktop.services.people import people
from tests.gui.attendance.hands import enter
from tests.rooms.guest_list import expect

KEYS_EACH = 4.5  # with the Enter that lets them in


def is_chosen(screen, key):
    chosen = screen.finder.chosen
    return chosen is not None and chosen.person_id == key


def test_forty_five_people_come_in_by_keys(screen, database, evening):
    for one in made_up_people(300, 5):
        people.add_person(database, one.name, organisation_name=one.organisation)
    listed = [(row.person_id, row.name) for row in guests(database)][:45]
    expect(database, evening, [key for key, _name in listed])
    keys = 0
    for key, name in listed:
        typed = fold(name.split()[-1])  # as on any keyboard
        for letter in typed:
            QTest.keyClicks(screen.find_edit, letter)
            keys += 1
            if is_chosen(screen, key):
                break
        while not is_chosen(screen, key):
            QTest.keyClick(screen.find_edit, Qt.Key.Key_Down)
            keys += 1
        enter(screen)
        keys += 1
        assert (screen.find_edit.text(), screen.find_edit.hasFocus()) == ("", True)
    assert questions.presence(database, evening).present == 45
    assert keys / 45 <= KEYS_EACH
