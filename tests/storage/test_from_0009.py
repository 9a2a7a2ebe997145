"""A club of 0009 is opened, goes on with what 0010 has, is exported, and undone across it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Organisation, Person
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.obstacles import going_on, noting
from kdc_desktop.services.obstacles.rows import ObstacleOwner
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.people import people
from kdc_desktop.services.people.apart import keep_apart
from kdc_desktop.services.people.merging import merge_organisations
from kdc_desktop.services.people.organisations import add_organisation
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.table_schema import faults_of
from tests.storage.places import EVENING, dump

OLD = Path(__file__).parents[1] / "data" / "clubs" / "of_years" / "0009.kdc"
STEPS = 17
NEW = {
    *("gain", "kept_apart", "obstacle", "obstacle_step", "offer", "offer_match"),
    *("organisation_interest", "seat", "seating_round", "seating_table"),
}


@pytest.fixture
def club(path: Path) -> Iterator[Database]:
    shutil.copy(OLD, path)
    database = open_database(path, lambda: EVENING)
    yield database
    database.close()


def go_on(database: Database) -> int:
    """What nobody could do in 0009; how many steps it was."""
    with database.read() as snapshot:
        group = snapshot.scalars(select(Consortium.id)).one()
        harbour = snapshot.scalars(select(Organisation.id)).one()
        aino = snapshot.scalars(select(Person.id)).one()
    eero = people.add_person(database, "Eero Salmi")
    keep_apart(database, aino, eero, "They shouted.")
    with database.edit(lazy("Said how large it is")) as edit:
        edit.get_one(Organisation, harbour).most_groups = 2
    new = noting.NewObstacle(ObstacleKind.PERMIT, "A permit", ObstacleOwner(aino), "Ask the city")
    obstacle = noting.note_obstacle(database, group, new)
    going_on.solve(database, obstacle, "The city said yes")
    note_all(database, [SaidOffer(OfferKind.OFFER, "A van", Holder(aino, None, None))], None)
    moss = add_organisation(database, "Moss Oy", "C")
    merge_organisations(database, harbour, moss, PEOPLE.organisation_merges)
    return 8


def undo_all(database: Database) -> list[dict[str, list[Any]]]:
    """Takes back every step; how the rows were before each."""
    past = []
    while database.next_steps()[0] is not None:
        past.append(dump(database.path))
        database.undo()
    return past


def test_it_goes_on_and_all_of_it_is_undone_and_done_again(club: Database) -> None:
    before = dump(club.path)
    assert {name for name in NEW if before[name]} == set()
    more = go_on(club)
    assert {name for name in NEW if dump(club.path)[name]} == {
        *("kept_apart", "obstacle", "obstacle_step", "offer"),
    }
    past = undo_all(club)
    assert len(past) == STEPS + more
    assert past[more] == before
    assert {name for name, rows in dump(club.path).items() if rows} <= {"setting"}
    for then in reversed(past):
        club.redo()
        assert dump(club.path) == then
    club.close()
    assert check_database(club.path, FILE_CHECKS) == []


def test_what_is_brought_back_that_was_removed_before_says_nothing_new(club: Database) -> None:
    """Images of 0009 know none of the columns that have come since."""
    past = undo_all(club)
    seen = {row for then in past for row in then["organisation"]}
    assert {row[-2:] for row in seen} == {(None, None)}


@pytest.mark.parametrize("edition", list(Edition))
def test_it_is_exported_before_and_after(club: Database, tmp_path: Path, edition: Edition) -> None:
    def exported(name: str) -> str:
        target = tmp_path / f"{name}.json"
        export_workbook(club, target, WORKBOOK, wanted=Delivery(edition, Form.JSON))
        said = target.read_text(encoding="utf-8")
        assert faults_of(json.loads(said)) == []
        return said

    assert "A permit" not in exported("before")
    go_on(club)
    after = exported("after")
    assert "A permit" in after
    assert "shouted" not in after
