"""Names stand in one order on every screen, slide and sheet: Å, Ł and Á where people seek them."""

from collections.abc import Callable, Iterable

from sqlalchemy import select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Delegate, Organisation, Person
from kdc_desktop.services.board.questions import authors
from kdc_desktop.services.consortia.outcome import CONSORTIA
from kdc_desktop.services.interests.questions import people_to_ask
from kdc_desktop.services.polls.electors import electorate
from tests.rooms.workbook_room import Book, Evening

NAMES = ("Ulla", "Åsa", "Väinö", "Łukasz", "Mikko", "Mária", "adam", "Maja", "Zoe", "Anton")
RIGHT = ["adam", "Anton", "Åsa", "Łukasz", "Maja", "Mária", "Mikko", "Ulla", "Väinö", "Zoe"]


def _call_them(evening: Evening) -> None:
    people = evening.room.people[: len(NAMES)]
    with evening.room.database.edit(lazy("Called")) as edit:
        for person_id, name in zip(people, NAMES, strict=True):
            edit.get_one(Person, person_id).name = name
        for organisation, name in zip(edit.scalars(select(Organisation)), NAMES, strict=False):
            organisation.name = name
        member = evening.members[0]
        there = set(edit.scalars(select(Delegate.person_id)))
        for person_id in people:
            if person_id not in there:
                edit.add(Delegate(session_id=1, member_id=member, person_id=person_id))


def _of_them(names: Iterable[str]) -> list[str]:
    return [name for name in names if name in NAMES]


def test_lists_of_names_have_one_order(evening: Evening, export: Callable[..., Book]) -> None:
    room = evening.room
    _call_them(evening)
    poll_id = room.open_poll(secrecy="named")
    database, session_id = room.database, room.session_id
    assert _of_them(row.name for row in authors(database, session_id)) == RIGHT
    assert _of_them(row.name for row in electorate(database, poll_id)) == RIGHT
    asked = [row for row in people_to_ask(database, session_id) if not row.given]
    assert _of_them(row.name for row in asked) == [
        name for name in RIGHT if name in {row.name for row in asked}
    ]
    (line,) = CONSORTIA.lines(database, session_id)
    told = sorted(RIGHT, key=line.below.index)
    assert told == RIGHT
    book = export()
    for sheet in ("People", "Attendance"):
        assert _of_them(str(row["Name"]) for row in book.rows(sheet)) == RIGHT, sheet
    organisations = [str(row["Name"]) for row in book.rows("Organisations")]
    assert organisations == sorted(organisations, key=in_order)
