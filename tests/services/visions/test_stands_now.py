"""What lists of many consortia read at once says the same as the ledgers of each of them."""

from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.visions.positions import latest_positions
from kdc_desktop.model import Consortium
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.badges import OF_CLUB
from kdc_desktop.services.visions.falls import falls
from kdc_desktop.services.visions.ledgers import read_ledgers
from kdc_desktop.storage import Database, open_database
from tests.benchmarks.ten_years import make_years
from tests.rooms.random_club import RandomClub


@pytest.mark.parametrize("seed", range(12))
def test_a_club_by_chance_is_told_as_its_ledgers_tell_it(tmp_path: Path, seed: int) -> None:
    database = open_database(tmp_path / "club.kdc")
    RandomClub(database, seed)
    assert compared(database) == 3
    database.close()


def test_two_years_are_told_as_their_ledgers_tell_them(tmp_path: Path) -> None:
    database = make_years(tmp_path / "club.kdc", 2)
    assert compared(database) == 24
    database.close()


def compared(database: Database) -> int:
    """How many consortia have been looked at; all of them agree."""
    now = database.now()
    with database.read() as snapshot:
        zone = club_zone(snapshot)
        keys = list(snapshot.scalars(select(Consortium.id)))
        found = OF_CLUB.of(snapshot, keys, now, zone)
        ledgers = read_ledgers(snapshot, keys, latest=True, told=True)
        fallen = [fall.consortium_id for fall in falls(snapshot)]
    for key, ledger in ledgers.items():
        state, one = ledger.readiness(now, zone), found[key]
        stand = latest_positions(ledger.positions, ledger.number)
        asked = [member for member in ledger.members if member.is_asked]
        agreed = sum(
            member.id in stand and stand[member.id].level >= ledger.agreed_level for member in asked
        )
        assert (one.version_number, one.ready) == (ledger.number, state.ready)
        assert str(one.headline) == str(ledger.headline(state))
        assert (one.asked, one.answered) == (len(asked), ledger.answered())
        assert (one.agreed, one.fallen) == (agreed, fallen.count(key))
        assert len(one.shades) == len(asked)
    return len(ledgers)
