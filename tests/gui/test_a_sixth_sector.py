"""A sector is one entry in `domain/people/sectors.py`: nothing else has to know of it."""

import os
import subprocess
import sys

CLUB_WITH_MEDIA = """
import sys
from pathlib import Path

from kdc_desktop.domain.people import sectors
from kdc_desktop.i18n import lazy, fillable

newspaper = sectors.SectorWords(
    missing=lazy("No newspaper is in."),
    only_observing=lazy("No newspaper is in, except as an observer."),
    wanted=lazy("a newspaper"),
    lacks=fillable("{group} has no newspaper."),
    gains=(fillable("{group} gains its first journalist."),),
    gains_another=fillable("{group} gains another journalist."),
    loses=fillable("{group} loses its only journalist."),
    chose=(fillable("{count} of the journalists chose this: ask them."),),
)
media = sectors.Sector("M", lazy("Media"), "star", "#0E7490", "#67E8F9", newspaper)
sectors.SECTORS = (*sectors.SECTORS, media)
sectors.BY_LETTER["M"] = media
sectors.LETTERS = (*sectors.LETTERS, "M")
sectors.COUNTED = (*sectors.LETTERS, sectors.UNKNOWN)

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.screens.consortia.room import needs
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.services.consortia.forming import set_wanted
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.sheets import WORKBOOK
from tests.rooms.vision_pages import vision_page
from kdc_desktop.services.workbook.export import export_workbook
from tests.rooms.consortium_room import make_consortium

app = QApplication([])
folder = Path(sys.argv[1])
room = make_consortium(folder / "club.kdc")
set_wanted(room.database, [room.consortium_id], 2, 9, "CM")
image = QImage(64, 64, QImage.Format.Format_ARGB32)
painter = QPainter(image)
paint_badge(painter, QRectF(0, 0, 60, 60), "M")
paint_sector(painter, QRectF(0, 0, 60, 60), "M", dark=False)
painter.end()
(column,) = overview(room.database, room.session_id, CONSORTIUM_TRAILS).consortia
print(column.needed_sectors, "|", "a newspaper" in needs(column))
print(column.gaps[0].sentence)
print(*vision_page(room.database, room.consortium_id).readiness.reasons, sep="\\n")
export_workbook(room.database, folder / "out.xlsx", WORKBOOK, room.session_id)
room.database.close()
"""


def test_a_sixth_sector_is_one_entry(tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CLUB_WITH_MEDIA, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    needed, gap, *reasons = done.stdout.splitlines()
    assert (needed, gap) == ("CM | True", "No newspaper is in.")
    assert "No newspaper is in." in reasons
    assert (tmp_path / "out.xlsx").exists()
