"""The outcome has a row for each organisation: what it is in, what worries it, what it owes."""

from datetime import date

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.pages.values import PageTable
from kdc_desktop.i18n import lazy
from kdc_desktop.model import ConsortiumStep
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import MEMBERS, add_consortium


def rows(document) -> list[tuple[str, ...]]:
    blocks = document("outcome").blocks
    tables = [one for one in blocks if isinstance(one, PageTable) and "Owes" in one.heads]
    return [row for table in tables for row in table.rows]


def test_each_organisation_says_where_it_stands_what_it_reserves_and_owes(evening, document):
    commit(evening.room.database, evening.members[1], "A permit.", None)
    found = {row[0]: row[1:] for row in rows(document)}
    owed = "Two yards, overdue since 01.11.2026; A permit"
    assert list(found) == sorted(name for name, sector, _role in MEMBERS if sector != "R")
    assert found["Harbour Mobility"] == ("Yard bikes", "2", "Who pays?", "")
    assert found["City, Transport"] == ("Yard bikes", "3", "", owed)


def test_what_is_late_says_since_when_and_who_has_not_answered_that_it_has_not(evening, document):
    database = evening.room.database
    commit(database, evening.members[1], "A permit", date(2099, 1, 2))
    save_version(database, evening.consortium_id, "Bikes and boats")
    found = {row[0]: row[1:] for row in rows(document)}
    owed = "Two yards, overdue since 01.11.2026; A permit, 02.01.2099"
    assert found["City, Transport"][3] == owed
    assert {row[1] for row in found.values()} == {"no answer yet"}


def test_an_organisation_in_two_consortia_has_two_rows(evening, document):
    new = ("Elsewhere", "C", MEMBERS[0][2])
    add_consortium(evening.room.database, evening.room.session_id, "Ferries", (new,))
    assert rows(document)[2] == ("Elsewhere", "Ferries", "", "", "")


def test_what_was_stopped_is_told_of_nobody(evening, document):
    database = evening.room.database
    with database.edit(lazy("Stopped")) as edit:
        stopped = ConsortiumStep(consortium_id=evening.consortium_id, at=database.now())
        stopped.state = ConsortiumState.STOPPED
        edit.add(stopped)
    assert rows(document) == []
