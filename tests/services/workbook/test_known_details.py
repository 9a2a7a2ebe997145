"""The workbook holds what is known of people and ideas beside their names and words."""

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Person
from kdc_desktop.services.people.consents import say_consent


def test_people_have_their_details_and_what_they_allow(room, export):
    aino, eero = room.people[:2]
    with room.database.edit(lazy("Wrote down more")) as edit:
        person = edit.get_one(Person, aino)
        person.phone, person.job_title, person.interests = "=040 123", "Planner", "trams"
    for given in (False, True):
        say_consent(room.database, aino, ConsentKind.PHOTOGRAPH, given, "told at the door")
    say_consent(room.database, eero, ConsentKind.CONTACT, given=False)
    people = {row["Person id"]: row for row in export().rows("People")}
    shown = ("Phone", "Job title", "Interests", "May be contacted", "May be photographed")
    assert [people[aino][name] for name in shown] == ["=040 123", "Planner", "trams", None, "yes"]
    assert people[aino]["Consents"] == (
        "May be photographed: yes, since 03.11.2026, told at the door."
    )
    assert [people[eero][name] for name in shown] == [None, None, None, "no", None]


def test_ideas_have_their_details(room, export):
    with room.database.edit(lazy("Wrote down more")) as edit:
        idea = edit.get_one(Idea, room.ideas[0])
        idea.details, idea.tags, idea.minutes = "Long words", "trams, night", 2.5
        idea.link = "https://example.org/trams"
    shown = ("Details", "Tags", "Minutes given back a day", "Link")
    ideas = {row["Idea id"]: tuple(row[name] for name in shown) for row in export().rows("Ideas")}
    told = ("Long words", "trams, night", 2.5, "https://example.org/trams")
    assert (ideas[room.ideas[0]], ideas[room.ideas[1]]) == (told, (None,) * 4)
