"""The worked example of CONTRIBUTING.md does what the page says."""

import re
from pathlib import Path

import pytest

from kdc_desktop.domain.visions import scales
from kdc_desktop.domain.visions.scales import Level, Scale
from kdc_desktop.services.visions import buyin
from kdc_desktop.services.visions import versions as visions
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def traffic_light(monkeypatch: pytest.MonkeyPatch) -> Scale:
    (entry,) = re.findall(
        r"```python\n(Scale\(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    made = eval(entry, {"Scale": Scale, "Level": Level})  # noqa: S307 - our own page
    monkeypatch.setitem(scales.BY_KEY, made.key, made)
    everywhere = (*scales.SCALES, made)
    for name in (
        "domain.visions.scales",
        "screens.visions.inspector",
        "screens.visions.vision_verbs",
    ):
        monkeypatch.setattr(f"kdc_desktop.{name}.SCALES", everywhere)
    return made


@pytest.fixture
def room(tmp_path: Path):
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


def test_a_new_scale_is_one_entry(qtbot, theme, room: ConsortiumRoom, traffic_light):
    from kdc_desktop.screens.visions.vision_screen import VisionScreen

    screen = VisionScreen(theme, room.database, room.session_id)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.inspector())
    screen.show_consortium(room.consortium_id)
    screen.findChild(object, "act_scale_traffic_light").trigger()
    version = visions.save_version(room.database, room.consortium_id, "A bike for every yard.")
    for member in room.members[1:]:
        visions.take_position(room.database, version, member, 3)
    visions.take_position(room.database, version, room.members[0], 1)
    page = buyin.vision_page(room.database, room.consortium_id)
    assert (page.scale, page.agreed_level) == (traffic_light, 2)
    assert page.readiness.reasons == ("Harbour Mobility stands at 1, you agreed on 2.",)
    assert [traffic_light.heat(level) for level in (1, 2, 3)] == [0.0, 0.5, 1.0]
