"""Who was forgotten here is brought back by nothing that is taken over from another version."""

import shutil
from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Person, Position, Reservation
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import people
from kdc_desktop.services.people.forgetting import remove_person, replace_by_pseudonym
from kdc_desktop.services.twins.rows import TakenOver
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences
from tests.rooms.workbook_room import an_evening

NAME, EMAIL = "Quirina Zorn", "quirina@example.org"


@pytest.fixture(params=["the last thing known to both", "known long before they parted"])
def twins(tmp_path, request):
    evening = an_evening(tmp_path / "here.kdc")
    here = evening.room.database
    person = people.add_person(here, NAME, email=EMAIL)
    if "long" in request.param:
        people.add_person(here, "Somebody Else")
    here.settle()
    shutil.copyfile(here.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc", lambda: EVENING + timedelta(days=1))
    yield evening, person, here, there
    here.close()
    there.close()


def say_it_all(there: Database, evening, person: int) -> None:
    """The one who is forgotten here answers there, minds something, and has an idea."""
    asking = open_asking(there, evening.consortium_id, 1)
    take_position(
        there,
        evening.versions[-1],
        evening.members[0],
        3,
        f"As {NAME} said",
        None,
        Concern(f"{NAME} pays?", False, NAME),
        HowAnswered(1, AnswerWay.HAND, person),
    )
    reveal(there, asking)
    add_idea(there, 1, "A lift for bikes", author_id=person)


def take_all(here: Database, there: Database) -> TakenOver:
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    return take_over_from(here, there.path, chosen)


def everybody(here: Database) -> set[str]:
    with here.read() as snapshot:
        rows = snapshot.execute(select(Person.name, Person.email)).all()
        return {said for row in rows for said in row}


def test_who_has_a_pseudonym_here_is_named_nowhere_in_what_comes(twins) -> None:
    evening, person, here, there = twins
    pseudonym = replace_by_pseudonym(here, person)
    with there.edit(lazy("A telephone number")) as edit:
        edit.get_one(Person, person).phone = "555 0199"
    say_it_all(there, evening, person)
    told = [said for one in differences(here, there) for said in (one.title, one.here, one.there)]
    assert not [said for said in told if NAME in said or EMAIL in said or "0199" in said]
    take_all(here, there)
    assert not {NAME, EMAIL} & everybody(here)
    with here.read() as snapshot:
        assert snapshot.get_one(Person, person).phone == ""
        said_by = snapshot.scalars(select(Position).where(Position.reason.contains("As "))).one()
        assert (said_by.reason, said_by.said_by_id) == (f"As {pseudonym} said", person)
        minded = snapshot.scalars(select(Reservation).where(Reservation.text.contains("pays?")))
        assert f"{pseudonym} pays?" in {one.text for one in minded}
    assert check_database(here.path) == []


def test_who_was_removed_here_is_known_by_nothing_they_said_and_a_sentence_says_so(twins) -> None:
    evening, person, here, there = twins
    remove_person(here, person, PEOPLE)
    say_it_all(there, evening, person)
    assert take_all(here, there).left == (
        "Who was removed here stays so. What they said comes unnamed.",
    )
    assert not {NAME, EMAIL} & everybody(here)
    with here.read() as snapshot:
        said = snapshot.scalars(select(Position).where(Position.reason.contains("said"))).one()
        assert said.said_by_id is None
        minded = select(Reservation).where(Reservation.text == f"{NAME} pays?")
        assert snapshot.scalars(minded).one().owner_id is None
        idea = snapshot.scalars(select(Idea).where(Idea.text == "A lift for bikes")).one()
        assert (idea.author_id, idea.author_text) == (None, "")
    assert check_database(here.path) == []


def test_who_was_removed_and_added_again_is_who_said_it(twins) -> None:
    evening, person, here, there = twins
    remove_person(here, person, PEOPLE)
    again = people.add_person(here, NAME, email=EMAIL)
    say_it_all(there, evening, person)
    assert take_all(here, there).left == ()
    with here.read() as snapshot:
        said = snapshot.scalars(select(Position).where(Position.reason.contains("said"))).one()
        assert said.said_by_id == again
