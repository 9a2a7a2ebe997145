"""Who hears of changes: what goes wrong with one concerns neither the others nor who wrote."""

import sys
from collections import deque
from collections.abc import Callable

from kdc_desktop.domain.kit.actors import FACILITATOR
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.storage import Changes
from kdc_desktop.storage.notices import Notices
from tests.storage.places import add_person, names


def test_one_that_fails_makes_no_edit_look_refused_and_all_others_hear(database, monkeypatch):
    def fail(*_changes: Changes) -> None:
        raise UserError("So much is being read at once.")

    wrong: list[str] = []
    heard: list[str] = []
    rests: list[int] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: wrong.append(str(error)))
    database.subscribe(fail, fail)
    database.subscribe(fail, lambda: rests.append(1))
    database.subscribe(lambda changes: heard.append(str(changes.label)))
    assert add_person(database, "Aino") == 1
    assert names(database) == ["Aino"]
    assert (heard, rests) == (["Add Aino"], [1])
    assert wrong == ["So much is being read at once."] * 3


def test_nobody_misses_a_change_because_another_stops_while_it_is_noted():
    """A window closes just while a thread notes what it has written."""

    class Closing(deque[Changes]):
        def append(self, changes: Changes) -> None:
            super().append(changes)
            stop()

    notices, heard = Notices(), list[Changes]()
    stop = notices.subscribe(lambda _changes: None, lambda: None)
    notices.subscribe(heard.append, lambda: None)
    notices._subscriptions[0].waiting = Closing()
    changes = Changes(1, FACILITATOR, lazy("Add"), frozenset({"person"}))
    notices.note(changes)
    notices.tell()
    assert heard == [changes]


def test_what_is_told_may_write_and_everybody_still_hears_in_order(database):
    def answer(changes: Changes) -> None:
        if str(changes.label) == "Add Aino":
            add_person(database, "Her guest")

    first: list[str] = []
    last: list[str] = []
    rests: list[int] = []
    database.subscribe(lambda changes: first.append(str(changes.label)))
    database.subscribe(answer)
    database.subscribe(lambda changes: last.append(str(changes.label)), lambda: rests.append(1))
    add_person(database, "Aino")
    assert first == last == ["Add Aino", "Add Her guest"]
    assert len(rests) == 1


def test_whoever_stops_hears_nothing_more_not_even_what_waited(database):
    posted: list[Callable[[], None]] = []
    heard: list[Changes] = []
    database.deliver_through(posted.append)
    stop = database.subscribe(heard.append)
    add_person(database, "Aino")
    stop()
    for call in posted:
        call()
    assert heard == []
