"""The headings of the kiosk are painted whole, the tails of their g and y too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kdc_desktop.audience.polls.kiosk.fitted import FittedLabel
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.voting import Voting
from kdc_desktop.settings import Settings
from tests.rooms.poll_room import make_room

TAILS = "Olga: your gjpqy"
SIZES = ((1280, 720), (1440, 900), (1920, 1080))


@pytest.fixture(params=[100, 150, 200])
def kiosk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kiosk]:
    room = make_room(tmp_path / "club.kdc", people=6)
    settings = Settings(tmp_path / "settings.ini")
    settings.text_size = request.param
    made = Kiosk(room.database, Voting(room.database, room.open_poll()), settings)
    made.show()
    yield made
    made._may_close = True
    made.close()
    made.deleteLater()
    room.database.close()


def ink(label: FittedLabel) -> int:
    """How many rows of its picture have something on them."""
    picture = label.grab().toImage()
    paper = picture.pixel(0, 0)
    return sum(
        any(picture.pixel(x, y) != paper for x in range(picture.width()))
        for y in range(picture.height())
    )


@pytest.mark.parametrize("size", SIZES)
def test_a_heading_has_all_the_ink_that_it_has_with_room_to_spare(
    kiosk: Kiosk, size: tuple[int, int]
) -> None:
    kiosk.resize(*size)
    for page in kiosk.stack._pages:
        label = page.findChild(FittedLabel, "kiosk_headline")
        assert label is not None
        label.setText(TAILS)
        kiosk.stack.setCurrentWidget(page)
        QTest.qWait(1)  # until it is laid out
        shown = ink(label)
        label.resize(label.width(), 3 * label.height())
        assert shown == ink(label), type(page).__name__
