"""What consortia say over the years is told of both versions, but no answer before its time."""

import shutil

import pytest

from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.twins.rows import TwinNoun
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.estimates import set_estimate
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.storage import open_database
from tests.rooms.poll_room import EVENING
from tests.rooms.twin_clubs import differences, told
from tests.rooms.workbook_room import an_evening
from tests.rooms.years_room import HIDDEN, live_on


@pytest.fixture
def twins(tmp_path):
    evening = an_evening(tmp_path / "here.kdc")
    here = evening.room.database
    here.settle()
    shutil.copyfile(here.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc", lambda: EVENING)
    yield evening, here, there
    here.close()
    there.close()


def test_a_year_that_only_one_knows_is_told_without_what_is_not_revealed(twins) -> None:
    evening, here, there = twins
    years = live_on(evening)
    found = differences(here, there)
    said = "\n".join(f"{one.title} {one.here} {one.there}" for one in found)
    assert HIDDEN not in said
    tables = {one.table for one in found}
    assert tables >= {
        *("asking", "consortium_step", "estimate", "leaving", "pulse", "reservation_step"),
        *("sign_of_life", "stake", "stake_served", "taken_up", "programme", "position"),
    }
    assert "The first tomato" in said
    reveal(here, years.open_asking_id)
    assert HIDDEN in "\n".join(one.here for one in differences(here, there))


def test_an_estimate_is_told_without_whose_it_is_and_what_it_says(twins) -> None:
    evening, here, there = twins
    set_estimate(here, evening.members[0], Engagement.RESISTANT, Engagement.SUPPORTIVE)
    set_estimate(there, evening.members[1], Engagement.UNAWARE, Engagement.LEADING)
    found = [one for one in differences(here, there) if one.table == "estimate"]
    assert {(one.title, one.here, one.there) for one in found} == {("an estimate", "", "")}
    assert {one.fate.value for one in found} == {"added here", "added there"}


def test_an_answer_that_is_revealed_in_one_only_is_told_of_neither(twins, tmp_path) -> None:
    evening, here, there = twins
    there.close()
    asking = open_asking(here, evening.consortium_id)
    take_position(here, evening.versions[1], evening.members[0], 2, HIDDEN)
    here.settle()
    shutil.copyfile(here.path, there.path)
    there = open_database(there.path, lambda: EVENING)
    take_position(there, evening.versions[1], evening.members[0], 4)
    reveal(here, asking)
    found = [one for one in differences(here, there) if one.noun is TwinNoun.POSITIONS]
    told = [(one.table, one.fate.value) for one in found]
    assert told == [("asking", "changed here"), ("reservation_step", "added here")]
    there.close()


def test_who_left_is_told_of_who_said_so(twins) -> None:
    evening, here, there = twins
    leave(there, evening.members[2], handed_to_id=evening.members[3], why="Moved away")
    ((fate, title),) = told(here, there, TwinNoun.CONSORTIA)
    assert fate == "added there"
    assert title.startswith("Yard committee Polaris")
    (one,) = (one for one in differences(here, there) if one.table == "leaving")
    assert "Handed over to: Cyclists' association" in one.there
