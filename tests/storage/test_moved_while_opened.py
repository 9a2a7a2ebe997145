"""A file that is moved while it is being opened is lost with a sentence, as it is later on."""

from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.storage import connections, open_database, shades
from kdc_desktop.storage.urn_owner import Owner


def test_it_is_known_by_its_number_though_it_went_between_two_steps(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(path).close()
    database = open_database(path)
    there, really = path.with_name("moved.kdc"), shades.shades_of

    def found_and_moved(*given):
        found = really(*given)
        path.rename(there)
        return found

    monkeypatch.setattr(connections, "shades_of", found_and_moved)
    with pytest.raises(UserError, match=r"club\.kdc"), database.read() as snapshot:
        snapshot.connection()
    assert database.connections.urns._me.place == Owner.of(there).place
    database.close()
