"""At every size of the text everything fits into a small laptop, in English and in longer words.

What is looked at is all that a person sees in a place: the window with its strip, foot and
inspector, or what lies over it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop import i18n
from kdc_desktop.app import Club
from kdc_desktop.screens.club.handed_dialog import HandedDialog
from kdc_desktop.screens.club.lost_dialog import LostDialog
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.translator import wear
from kdc_desktop.services.club.handing_over import HandedOverError
from kdc_desktop.settings import Settings, ThemeMode
from kdc_desktop.storage import open_database
from kdc_desktop.storage.steady_clock import Clock
from tests.gui.sizes.brush import Brush
from tests.gui.sizes.laid_wrong import laid_wrong
from tests.gui.sizes.no_room import without_room
from tests.gui.walks import PLACES, WAYS
from tests.gui.ways import Way
from tests.gui.ways_of_years import OF_YEARS
from tests.rooms.long_and_empty import make_empty_club, make_long_club
from tests.rooms.pseudo_room import make_cyrillic_club
from tests.rooms.pseudo_years import make_long_years, make_years, tonight

IN_THE_ROOM = ("_slide", "overlay")
EMPTYING = ("board/empty", "board/trash", "sessions/empty")
HERE = [place for place in PLACES if not any(word in place for word in IN_THE_ROOM)]
HERE.sort(key=EMPTYING.__contains__)
TURNS = 3  # what is made in one turn has found its place after the next
SMALL, MIDDLE = QSize(1280, 720), QSize(1440, 900)
SIZES = [
    pytest.param(i18n.ENGLISH, SMALL, 100, id="English 100 %"),
    pytest.param(i18n.ENGLISH, SMALL, 150, id="English 150 %"),
    pytest.param(i18n.ENGLISH, MIDDLE, 200, id="English 200 %"),
    pytest.param(i18n.PSEUDO, SMALL, 100, id="longer words 100 %"),
    pytest.param(i18n.PSEUDO, SMALL, 150, id="longer words 150 %"),
    pytest.param(i18n.PSEUDO, MIDDLE, 200, id="longer words 200 %"),
]
LARGE = SIZES[1:3]
WALKED = [size for size in SIZES if size not in LARGE]
"""At the others, long names are walked through: where they have room, short ones have."""
AT_FIRST = (
    *("attendance/check_in", "board/board", "board/clusters", "board/new_idea", "club/settings"),
    *("consortia/consortia", "consortia/wanted", "interests/interests", "people/people"),
    *("people/organisation", "polls/new", "polls/result", "sessions/agenda", "sessions/home"),
    *("sessions/details", "sessions/new_session", "sessions/programme", "sessions/talk"),
    "visions/vision",
    *("window/keys", "window/palette", "sessions/empty"),
)
"""What can be shown of a club in which nobody is known and nothing was done."""


@pytest.fixture
def make() -> Callable[[Path], None]:
    return make_cyrillic_club


@pytest.fixture
def clock() -> Clock | None:
    return None


@pytest.fixture
def club(
    qapp: QApplication,
    theme: Theme,
    tmp_path: Path,
    make: Callable[[Path], None],
    clock: Clock | None,
    language: str,
    window: QSize,
    text: int,
) -> Iterator[Club]:
    wear(qapp, language)
    make(tmp_path / "Клуб.kdc")
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    settings.text_size = text
    theme.apply(qapp, ThemeMode.LIGHT, text / 100)
    database = open_database(tmp_path / "Клуб.kdc", clock)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.resize(window)
    made.window.show()
    yield made
    made.close()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    wear(qapp, i18n.ENGLISH)


@pytest.mark.parametrize(("language", "window", "text"), WALKED)
def test_everything_fits_in(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize
) -> None:
    assert _found(club, qtbot, monkeypatch, window, HERE) == ""


@pytest.mark.parametrize(("language", "window", "text"), LARGE)
@pytest.mark.parametrize("make", [make_long_club])
def test_long_names_fit_in(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize
) -> None:
    places = [place for place in HERE if not place.startswith("polls/kiosk")]
    assert _found(club, qtbot, monkeypatch, window, places) == ""


@pytest.mark.parametrize(("language", "window", "text"), LARGE)
@pytest.mark.parametrize("make", [make_empty_club])
def test_a_club_in_which_nothing_was_done_fits_in(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize
) -> None:
    assert _found(club, qtbot, monkeypatch, window, AT_FIRST) == ""


@pytest.mark.parametrize(("language", "window", "text"), SIZES[4:])
@pytest.mark.parametrize(("make", "clock"), [(make_years, tonight)])
def test_a_club_of_years_fits_in(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize
) -> None:
    places = [place for place in OF_YEARS if not place.endswith("_slide")]
    assert _found(club, qtbot, monkeypatch, window, places, OF_YEARS) == ""


@pytest.mark.parametrize(("language", "window", "text"), LARGE)
@pytest.mark.parametrize(("make", "clock"), [(make_long_years, tonight)])
def test_so_does_one_with_long_names(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize
) -> None:
    places = [place for place in OF_YEARS if not place.endswith(("_slide", "_kiosk", "_confirm"))]
    places = [place for place in places if not place.startswith("offers/")]  # a stage more: above
    assert _found(club, qtbot, monkeypatch, window, places, OF_YEARS) == ""


@pytest.mark.parametrize(("language", "window", "text"), SIZES[:1])
@pytest.mark.parametrize(("make", "clock"), [(make_long_years, tonight)])
def test_long_names_fit_beside_each_other(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize
) -> None:
    places = (
        *("sessions/home", "consortia/club", "sessions/begin", "chains/chains", "network/network"),
        *("network/chosen", "obstacles/obstacles", "obstacles/note", "gains/note", "people/person"),
        "offers/offers",
    )
    assert _found(club, qtbot, monkeypatch, window, places, OF_YEARS) == ""


WENT = "This club went on on the laptop of the harbour library at 18:35. Open it there, or here."
LONG_FILE = "A club whose file has as long a name as somebody gave it in the autumn of 2026.kdc"


@pytest.mark.parametrize(("language", "window", "text"), SIZES)
def test_dialogs_about_a_club_that_lies_elsewhere_fit_in(
    club: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: QSize, tmp_path: Path
) -> None:
    brush, over, path = Brush(monkeypatch), club.window, tmp_path / LONG_FILE
    told = HandedOverError(path, WENT)
    found = []
    for dialog in (
        LostDialog(over, str(told), path, path, lambda *_asked: None, lambda: None),
        LostDialog(over, str(told), None, None, lambda *_asked: None, lambda: None),
        HandedDialog(told, lambda *_asked: None, over),
    ):
        dialog.show()
        for _turn in range(TURNS):
            QCoreApplication.processEvents()
        found += _faults(dialog, brush, window)
        dialog.close()
    assert "\n".join(found) == ""


def _found(
    club: Club,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    window: QSize,
    places: Sequence[str],
    ways: Mapping[str, Way] = WAYS,
) -> str:
    brush, found = Brush(monkeypatch), []
    for place in places:
        shown = ways[place](club, qtbot)
        QCoreApplication.processEvents()
        if club.shared_screen.kiosk is not None:
            club.shared_screen.resize(window)
        for _turn in range(TURNS):
            QCoreApplication.processEvents()
        over = {widget.window() for widget in shown} - {club.window}
        for seen in over or {club.window}:
            found += [f"{place}: {fault}" for fault in _faults(seen, brush, window)]
        for one in over:
            one.close()
        club.shared_screen.leave_kiosk()
        club.shared_screen.hide()
    if club.window.size() != window:
        found.append(f"the window has grown to {club.window.size()}")
    return "\n".join(found)


def _faults(seen: QWidget, brush: Brush, room: QSize) -> list[str]:
    brush.cut()  # what was painted before is not seen any more
    seen.grab()
    too_large = seen.width() > room.width() or seen.height() > room.height()
    sizes = [f"{seen.objectName()} is larger than the display: {seen.size()}"] if too_large else []
    return [*without_room(seen), *laid_wrong(seen), *brush.cut(), *sizes]
