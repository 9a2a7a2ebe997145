"""How long the consortia screen takes to read its rows again and paint them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.suggestions import apply_suggestion
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.settings import ThemeMode
from tests.benchmarks.conftest import Record, median_seconds
from tests.rooms.consortia_room import give_wishes, make_room

SIZES = ((60, 25, 6), (300, 100, 20))


@pytest.mark.parametrize(("people", "organisations", "winners"), SIZES)
def test_refresh_consortia(
    qapp: QApplication,
    record: Record,
    tmp_path: Path,
    people: int,
    organisations: int,
    winners: int,
) -> None:
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT)
    titles = tuple(f"Winner {number}" for number in range(1, winners + 1))
    room = make_room(tmp_path / "club.kdc", people, organisations, titles)
    give_wishes(room)
    placed = {person: room.winners[at % winners] for at, person in enumerate(room.people)}
    apply_suggestion(room.database, room.session_id, placed, CONSORTIUM_TRAILS)
    screen = ConsortiaScreen(theme, room.database, room.session_id, Jobs(), CONSORTIUM_TRAILS)
    screen.resize(1540, 930)
    screen.show()

    def refresh() -> None:
        screen.refresh()
        screen.columns.viewport().repaint()

    took = 1000 * median_seconds(refresh, 15)
    screen.close()
    room.database.close()
    size = f"{people} people, {winners} consortia"
    record(f"consortia screen: read again and paint | {size}", took, "ms", None, "≤ 100 ms")
