"""What the window shows is kept up to date, also where one of its screens cannot be."""

import sys

from kdc_desktop.app import Club
from kdc_desktop.domain.kit.actors import FACILITATOR
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.screens.kit.screen import ChangedTables
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.storage import Changes
from tests.gui.window.sample_window import change, look_at


def test_a_screen_that_cannot_be_read_keeps_nothing_else_from_being_shown(
    sample: Club, monkeypatch
):
    def fail(_changes: ChangedTables) -> None:
        raise UserError("So much is being read at once.")

    told: list[str] = []
    heard: list[ChangedTables] = []
    look_at(sample, "ideas")
    first, *_, last = sample.window.whereabouts.screens
    assert first is not last
    monkeypatch.setattr(first, "on_changes", fail)
    monkeypatch.setattr(last, "on_changes", heard.append)
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: told.append(str(error)))
    change(sample.database, Person, "notes", "likes trams")
    assert told == ["So much is being read at once."]
    assert len(heard) == 1
    assert sample.window.frame.quiet.text.startswith("Changed something")


def test_what_one_has_done_is_shown_before_the_much_that_came_beside_it(
    sample: Club, monkeypatch, qtbot
):
    heard: list[list[int]] = []
    look_at(sample, "ideas")
    screen = sample.window.whereabouts.screens[0]
    monkeypatch.setattr(
        screen, "on_changes", lambda told: heard.append(sorted(map(len, told.ids.values())))
    )
    upkeep = sample.window.upkeep
    for ids in (frozenset(range(MANY)), frozenset({1})):
        tables = frozenset({"notice"})
        upkeep._hear(Changes(None, FACILITATOR, lazy("Done"), tables, {"notice": ids}))
    upkeep._catch_up()
    assert heard == [[1]]
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [[1], [MANY]]
