"""The worked example of CONTRIBUTING.md does what the page says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.visions.scales import SCALES, Level, Scale
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium
from tests.rooms.vision_pages import vision_page

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def traffic_light(monkeypatch: pytest.MonkeyPatch) -> Scale:
    (entry,) = re.findall(
        r"```python\n(Scale\(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    known = {"Scale": Scale, "Level": Level, "lazy": lazy}
    made: Scale = eval(entry, known)  # noqa: S307 - our own page
    monkeypatch.setitem(SCALES, made.key, made)
    return made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def test_a_new_scale_is_one_entry(
    qtbot: QtBot, theme: Theme, room: ConsortiumRoom, traffic_light: Scale
) -> None:
    from kdc_desktop.screens.visions.vision_screen import VisionScreen

    screen = VisionScreen(theme, room.database, room.session_id)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.inspector())
    screen.show_consortium(room.consortium_id)
    choose = screen.findChild(QAction, "act_scale_traffic_light")
    assert choose is not None
    choose.trigger()
    version = save_version(room.database, room.consortium_id, "A bike for every yard.")
    for member in room.members[1:]:
        take_position(room.database, version, member, 3)
    take_position(room.database, version, room.members[0], 1)
    page = vision_page(room.database, room.consortium_id)
    assert (page.scale, page.agreed_level) == (traffic_light, 2)
    (reason,) = page.readiness.reasons
    assert str(reason) == "Harbour Mobility stands at 1; usually all stand at 2 or higher."
    assert [traffic_light.heat(level) for level in (1, 2, 3)] == [0.0, 0.5, 1.0]
