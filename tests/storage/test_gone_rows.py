"""A verb whose rows another hand has just removed says so; that is no bug of the program."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person, Setting
from tests.storage.draw import Draw, NothingThereError
from tests.storage.places import EVENING, add_person, dump
from tests.storage.verbs import LASTING, VERBS

GONE = 9_999


class DrawOfGone(Draw):
    """Draws ids of rows that are not there any more."""

    def ids(self, _entity: Any, _most: int = 3, *_conditions: Any) -> list[int]:
        return [GONE]

    def session(self) -> int:
        return GONE

    def maybe(self, _entity: Any) -> int | None:
        return GONE


@pytest.mark.parametrize("name", [*VERBS, *LASTING])
def test_a_verb_on_what_has_gone_is_done_or_says_a_sentence(database, name):
    for seed in range(3):
        before = dump(database.path, journal=True)
        try:
            (VERBS | LASTING)[name](database, DrawOfGone(database, seed))
        except (UserError, NothingThereError):
            assert dump(database.path, journal=True) == before


def test_a_key_of_a_gone_row_is_told_and_a_query_that_finds_too_little_is_a_bug(database):
    with pytest.raises(UserError, match="has been removed meanwhile"), database.read() as snapshot:
        snapshot.get_one(Person, GONE)
    with (
        pytest.raises(UserError, match="has been removed meanwhile"),
        database.edit(lazy("Rename")) as edit,
    ):
        edit.change_rows(Person, {GONE: {"name": "Aino"}})
    with pytest.raises(NoResultFound), database.edit(lazy("Find")) as edit:
        edit.scalars(select(Person).where(Person.name == "Nobody")).one()


def test_what_points_to_a_gone_row_and_what_is_there_twice_are_told_apart(database):
    def point() -> None:
        with database.edit(lazy("Point")) as edit:
            edit.add(Person(name="Aino", organisation_id=GONE, created_at=EVENING))

    def say_twice() -> None:
        with database.edit(lazy("Twice")) as edit:
            edit.add_rows(Setting, [{"name": "colour", "value": "1"}] * 2)

    add_person(database, "Eero")
    before = dump(database.path, journal=True)
    with pytest.raises(UserError, match="has been removed meanwhile"):
        point()
    with pytest.raises(UserError, match="has done the same meanwhile"):
        say_twice()
    assert dump(database.path, journal=True) == before
