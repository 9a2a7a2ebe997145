"""What tests of the board share: a session and two people, one of a company."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Organisation, Person, Session
from kdc_desktop.storage import Database, open_database
from tests.rooms.board_room import EVENING, STARTS


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with opened.edit(lazy("Added a session")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
        edit.add(Organisation(name="Harbour Mobility", sector="C"))
        edit.flush()
        edit.add(Person(name="Aino Laine", organisation_id=1, created_at=EVENING))
        edit.add(Person(name="Eero Salmi", created_at=EVENING))
    yield opened
    opened.close()
