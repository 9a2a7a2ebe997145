"""What the window shows is kept up to date, also where one of its screens cannot be."""

import sys

from kdc_desktop.app import Club
from kdc_desktop.errors import UserError
from kdc_desktop.model import Person
from kdc_desktop.screens.kit.screen import ChangedTables
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
