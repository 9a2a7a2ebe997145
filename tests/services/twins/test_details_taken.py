"""What is known of people and ideas beside their names and words comes over with them."""

from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consent, Idea, Person
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.people import people
from kdc_desktop.services.twins.rows import TwinNoun
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.storage import Database
from tests.rooms.empty_club import EVENING
from tests.rooms.twin_clubs import SESSION, differences, parted, told
from tests.storage.places import dump


@pytest.fixture
def twins(tmp_path: Path):
    """There: Aino has a phone and consents, Nina is new with a phone and consents, and an idea."""
    here, there = parted(tmp_path)
    people.add_person(here, "Eero Salmi")
    nina = people.add_person(there, "Nina Nova")
    board_ideas.add_idea(there, SESSION, "Trams")
    with there.edit(lazy("Wrote down more")) as edit:
        for key in (1, nina):
            edit.get_one(Person, key).phone = "040 123"
        edit.add_all(
            Consent(person_id=key, kind=kind, given=True, at=EVENING, source="door")
            for key, kind in ((1, ConsentKind.PHOTOGRAPH), (nina, ConsentKind.CONTACT))
        )
        for idea in edit.scalars(select(Idea)):
            idea.details, idea.minutes = f"All about {idea.text}", 1.5
    yield here, there
    for database in (here, there):
        database.close()


def test_what_is_new_of_them_is_told(twins):
    fate = "changed there"
    here, there = twins
    assert told(here, there, TwinNoun.PEOPLE) == [
        (fate, "Aino Laine"),
        ("added here", "Eero Salmi"),
        ("added there", "Nina Nova"),
        ("added there", "Aino Laine · May be photographed · 03.11.2026 18:00"),
        ("added there", "Nina Nova · May be contacted · 03.11.2026 18:00"),
    ]
    assert [one.there for one in differences(*twins) if one.title == "Cargo bikes"] == [
        "Details: All about Cargo bikes, Minutes given back a day: 1.5"
    ]


def test_it_is_taken_over_in_one_step_that_is_undone_and_a_second_time_brings_nothing(twins):
    here, there = twins
    before = dump(here.path)
    assert take_all(here, there) == 5  # both ideas, Nina, Aino's phone, and her consent
    assert kept(here) == [
        ("Aino Laine", "040 123", ConsentKind.PHOTOGRAPH),
        ("Nina Nova", "040 123", ConsentKind.CONTACT),
    ]
    with here.read() as snapshot:
        found = snapshot.execute(select(Idea.details, Idea.minutes).order_by(Idea.id))
        assert found.all() == [("All about Cargo bikes", 1.5), ("All about Trams", 1.5)]
    again = dump(here.path)
    take_all(here, there)
    assert dump(here.path) == again
    here.undo()
    assert dump(here.path) == before


def take_all(here: Database, there: Database) -> int:
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    return take_over_from(here, there.path, chosen).count


def kept(database: Database) -> list[tuple[str, str, ConsentKind]]:
    wanted = select(Person.name, Person.phone, Consent.kind).join(Consent).order_by(Person.name)
    with database.read() as snapshot:
        return [(name, phone, kind) for name, phone, kind in snapshot.execute(wanted)]
