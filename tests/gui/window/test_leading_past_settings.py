"""What is only remembered leads nobody away, unless somebody sees it somewhere."""

import pytest

from kdc_desktop.app import Club
from kdc_desktop.i18n import lazy
from kdc_desktop.services.club.settings import keep_setting
from kdc_desktop.services.sessions.own_templates import keep_as_template
from tests.gui.window.sample_window import SESSION, look_at, redo, undo


@pytest.fixture
def club(sample: Club) -> Club:
    return sample


SETTINGS = {  # a name of each that somebody writes, and where it is seen
    "default_template": "settings_screen",
    "suggestion_changed_1": "consortia_screen",
    "since_left_out_1": "since_screen",
    "former_names": "",
    "answers:1": "",
    "ideas told apart in session 1": "",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_step_that_only_wrote_a_setting_leads_to_where_it_is_seen_or_nowhere(club, name):
    of_session = name in ("suggestion_changed_1", "since_left_out_1")
    with club.database.edit(lazy("Noted")) as edit:
        keep_setting(edit, name, [])
        if of_session:
            edit.belongs_to(SESSION)
    for place in (lambda: club.window.go("home"), lambda: look_at(club, "ideas")):
        place()
        shown = club.window.screen_shown.objectName()
        for step in (undo, redo):
            assert step(club).objectName() == (SETTINGS[name] or shown)
            place()


def test_an_agenda_that_was_kept_as_a_template_leads_nobody_home(club):
    keep_as_template(club.database, SESSION, "Our evening")
    shown = look_at(club, "ideas")
    assert undo(club) is shown
    assert redo(club) is shown
