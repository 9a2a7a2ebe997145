"""With large letters on a small laptop a list shows several rows, and the next step is in sight."""

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from tests.gui.sizes.in_sight import is_whole, let_it_lie_down, rows_in_sight
from tests.gui.sizes.test_everything_fits import LARGE, clock, club, make
from tests.gui.walks import go
from tests.gui.ways import SESSION, act, area
from tests.gui.ways_of_years import OF_YEARS
from tests.rooms.consortium_room import add_consortium
from tests.rooms.pseudo_years import make_years, tonight

__all__ = ["clock", "club", "make"]  # fixtures


def _shown(club: Club, qtbot: QtBot, place: str) -> Any:
    go(club, qtbot, place)
    let_it_lie_down()
    return club.window.screen_shown


def _preview(club: Club, qtbot: QtBot) -> Any:
    sheet = club.database.path.with_name("people.csv")
    rows = [f"Person {number},Harbour {number},{number}" for number in range(40)]
    sheet.write_text("\n".join(["Name,Organisation,Badge code", *rows]), encoding="utf-8")
    (preview,) = act(area("people"), "import_people")(club, qtbot)
    dialog: Any = preview
    dialog.show_file(sheet)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


@pytest.mark.parametrize(("language", "window", "text"), LARGE)
def test_what_is_worked_with_is_in_sight(club: Club, qtbot: QtBot) -> None:
    table = _shown(club, qtbot, "sessions/agenda").stages_table
    assert table.horizontalScrollBar().maximum() == 0, "the minutes are seen"
    assert rows_in_sight(table) >= 3
    assert rows_in_sight(_shown(club, qtbot, "attendance/check_in").attendance_table) >= 2
    preview = _preview(club, qtbot)
    assert rows_in_sight(preview.rows_table) >= 4
    preview.close()
    vision = _shown(club, qtbot, "visions/write")
    assert is_whole(vision.editor.text_edit)
    assert is_whole(vision.editor.save_button)
    vision.show_consortium(add_consortium(club.database, SESSION, "Имя")[0])
    let_it_lie_down()
    offers = [one for one in vision.findChildren(QPushButton) if one.isVisible()]
    assert is_whole(next(one for one in offers if one.text() == "Write version 1"))


@pytest.mark.parametrize(("language", "window", "text"), LARGE)
@pytest.mark.parametrize(("make", "clock"), [(make_years, tonight)])
def test_what_is_wished_for_under_a_vision_comes_into_sight(club: Club, qtbot: QtBot) -> None:
    for place in ("visions/ledger", "visions/pulse", "visions/life", "visions/stakes"):
        OF_YEARS[place](club, qtbot)
        let_it_lie_down()
        page = club.window.screen_shown.pages.currentWidget()  # type: ignore[attr-defined]
        seen = page.visibleRegion().boundingRect()
        assert seen.top() == 0, place
        assert seen.height() >= club.window.theme.px(100), place
