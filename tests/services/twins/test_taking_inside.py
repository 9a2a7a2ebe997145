"""While it is written nobody else writes: what is taken over is worked out before."""

import pytest

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consent, Organisation, Person
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.twins import taking_over
from kdc_desktop.services.twins.taking_over import take_over_from
from tests.rooms.parted_years import parted_years
from tests.rooms.poll_room import EVENING
from tests.rooms.statements import queries_of
from tests.rooms.twin_clubs import differences


@pytest.fixture
def twins(tmp_path):
    with parted_years(tmp_path) as found:
        yield found


def test_one_thing_taken_over_reads_no_whole_table_in_the_write(twins, monkeypatch) -> None:
    with twins.here.edit(lazy("Somebody")) as edit:
        edit.add_rows(Organisation, [{"name": "Sol", "sector": "C"}])
        (key,) = edit.add_rows(Person, [{"name": "Saara", "created_at": EVENING}])
        said = {"person_id": key, "kind": next(iter(ConsentKind)), "given": True, "at": EVENING}
        edit.add_rows(Consent, [said])
    write_sign_of_life(twins.there, twins.evening.consortium_id, "Only there")
    chosen = [one for one in differences(twins.here, twins.there) if one.table == "sign_of_life"]
    inside, write = [], taking_over._Plan.write

    def listened(plan, edit):
        found = []
        inside.extend(queries_of(lambda: found.append(write(plan, edit))))
        return found[0]

    monkeypatch.setattr(taking_over._Plan, "write", listened)
    assert take_over_from(twins.here, twins.there.path, chosen).count == 1
    assert [one for one in inside if " FROM " in str(one) and " WHERE " not in str(one)] == []
