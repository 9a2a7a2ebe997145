"""In every place of the program a text that looks like tags is shown as it was written."""

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from tests.gui.obeyed import complaints
from tests.gui.one_window import in_one_walk, put_away, window_on
from tests.gui.walks import PLACES, go
from tests.gui.ways import popups
from tests.rooms.hostile_room import TAGS, make_hostile_club

BY_NAME = "polls/kiosk_"
"""There somebody types a name that nobody has here; `test_hostile` goes there."""
SEEN = [place for place in PLACES if not place.startswith(BY_NAME)]


@pytest.fixture(scope="module")
def window(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    make = partial(make_hostile_club, texts=[TAGS])
    with window_on(tmp_path_factory.mktemp("walk") / "club.kdc", theme, make) as made:
        yield made


@pytest.fixture
def club(window: Club) -> Iterator[Club]:
    yield window
    put_away(window)


@pytest.mark.parametrize("place", in_one_walk(SEEN))
def test_whatever_people_wrote_is_shown_and_not_obeyed(
    club: Club, qtbot: QtBot, place: str
) -> None:
    shown = go(club, qtbot, place)
    for widget in {club.window, club.shared_screen, *shown, *popups(club)}:
        widget.grab()
        assert complaints(widget) == []
