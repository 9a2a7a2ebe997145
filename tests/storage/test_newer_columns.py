"""A row of an older file has columns that its images in the journal do not know yet."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.kit.actors import Actor, ActorKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Person
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.acting import acting
from tests.storage.places import dump

CLUBS = Path(__file__).parents[1] / "data" / "clubs"


@pytest.fixture
def old(path):
    shutil.copy(CLUBS / "0005.kdc", path)
    database = open_database(path)
    yield database
    database.close()


def give_phone(database: Database) -> None:
    with database.edit(lazy("Wrote down a phone number")) as edit:
        edit.scalars(select(Person).where(Person.name == "Aino Laine")).one().phone = "040 123"


def test_what_came_before_the_upgrade_comes_back_with_what_is_empty(old):
    for _ in range(4):
        old.undo()
    for _ in range(4):
        old.redo()
    with old.read() as snapshot:
        people = snapshot.execute(select(Person.phone, Person.job_title, Person.interests))
        ideas = snapshot.execute(select(Idea.details, Idea.tags, Idea.minutes, Idea.link))
        assert (people.all(), ideas.all()) == ([("", "", "")] * 2, [("", "", None, "")])


def test_what_another_wrote_since_into_a_new_column_is_not_lost_by_an_old_step(old):
    for _ in range(3):
        old.undo()
    with acting(Actor(ActorKind.HELPER, 1)):
        give_phone(old)
    before = dump(old.path)
    with pytest.raises(UserError) as told:
        old.undo()
    assert str(told.value).startswith(
        "“Added Aino Laine” stays, because a helper has changed the same since: “Wrote down a "
        "phone number”."
    )
    assert dump(old.path) == before


def test_a_row_that_is_taken_away_comes_back_with_what_its_new_columns_said(old):
    give_phone(old)
    with old.edit(lazy("Removed somebody")) as edit:
        edit.delete(edit.scalars(select(Person).where(Person.name == "Eero Salmi")).one())
    before = dump(old.path)
    for _ in range(2):
        old.undo()
    for _ in range(2):
        old.redo()
    assert dump(old.path) == before
