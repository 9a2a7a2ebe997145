"""How long the consortia screen takes to read its rows again and paint them."""

from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.suggestions import apply_suggestion
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.settings import ThemeMode
from tests.benchmarks.conftest import Record, median_seconds
from tests.benchmarks.heartbeat import LIMIT, beating, until
from tests.rooms.consortia_room import give_wishes, make_room
from tests.rooms.large_house import make_large_house

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


def test_suggest_beside_a_large_organisation(
    qapp: QApplication, record: Record, tmp_path: Path
) -> None:
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT)
    room, jobs = make_large_house(tmp_path / "club.kdc", 300), Jobs()
    screen = ConsortiaScreen(theme, room.database, room.session_id, jobs, CONSORTIUM_TRAILS)
    screen.resize(1540, 930)
    screen.show()
    with beating() as beat:
        begun = monotonic()
        screen.suggestions.suggest()
        until(lambda: screen.suggesting.problem is not None)
        read = 1000 * (monotonic() - begun)
        until(lambda: screen.suggesting.suggestions)
        screen.suggesting.stop()
        until(lambda: not jobs.busy)
    screen.close()
    jobs.wait()
    room.database.close()
    size = "300 people, 240 of one organisation, which says 24 things"
    record(f"suggest consortia: read who is asked | {size}", read, "ms", None, "≤ 1000 ms")
    record(f"block: suggest consortia | {size}", beat.longest, "ms", None, LIMIT)
