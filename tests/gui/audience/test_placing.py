"""Where the shared screen stands, with two displays of which one may come and go."""

import json
import os
import subprocess
import sys
from pathlib import Path

BEGIN = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
from kdc_desktop.audience import displays, placing
from kdc_desktop.audience.shared_screen import SharedScreen
laptop, projector = app.screens()
screen, window = SharedScreen(), QWidget()
screen.placing.facilitators = window
def stand(display):
    window.setScreen(display)
    window.setGeometry(display.geometry().adjusted(50, 50, -50, -50))
    window.show()
    app.processEvents()
def tell():
    app.processEvents()
    print(screen.isVisible(), screen.isFullScreen(), screen.geometry().getRect())
def only(display):
    app.screens = lambda: [display]
    for module in (displays, placing):
        module.QGuiApplication = Only(display)
class Only:
    def __init__(self, display):
        self.display = display
    def screens(self):
        return [self.display]
    primaryScreen = property(lambda self: lambda: self.display)
    def __getattr__(self, name):
        return getattr(QApplication, name)
stand(laptop)
"""
ON_PROJECTOR, ON_LAPTOP = "True True (1280, 0, 1024, 768)", "True True (0, 0, 1280, 800)"
BESIDE = "True False (576, 404, 704, 396)"


def played(tmp_path: Path, script: str, projector_at: int = 1280) -> list[str]:
    """What a program with a laptop and a projector tells."""
    sizes = {"laptop": (0, 1280, 800), "projector": (projector_at, 1024, 768)}
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, (x, width, height) in sizes.items()
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + script],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_with_two_displays_it_fills_the_one_that_is_not_the_facilitators(tmp_path: Path) -> None:
    script = "screen.open(); tell(); stand(projector); screen.open(); tell()"
    assert played(tmp_path, script) == [ON_PROJECTOR, ON_LAPTOP]


def test_f11_opens_it_on_the_projector_and_closes_it(tmp_path: Path) -> None:
    script = "\nfor _ in range(3): screen.toggle_full_screen(); tell()"
    first, second, third = played(tmp_path, script)
    assert (first, third) == (ON_PROJECTOR, ON_PROJECTOR)
    assert second.startswith("False")


def test_escape_leaves_the_projector_to_the_room(tmp_path: Path) -> None:
    assert played(tmp_path, "screen.open(); screen.placing.leave(); tell()") == [ON_PROJECTOR]


def test_on_displays_that_show_the_same_it_is_a_window(tmp_path: Path) -> None:
    assert played(tmp_path, "screen.open(); tell()", projector_at=0) == [BESIDE]


def test_a_display_that_goes_leaves_a_window_beside_the_facilitators(tmp_path: Path) -> None:
    script = """
screen.open()
tell()
only(laptop)
screen.setScreen(laptop)
screen.setGeometry(laptop.geometry())
app.screenRemoved.emit(projector)
tell()
"""
    assert played(tmp_path, script) == [ON_PROJECTOR, BESIDE]


def test_a_display_that_comes_is_filled_and_one_that_lies_on_the_facilitators_is_not(
    tmp_path: Path,
) -> None:
    script = """
both = displays.QGuiApplication
only(laptop)
screen.open()
tell()
displays.QGuiApplication = placing.QGuiApplication = both
app.screenAdded.emit(projector)
tell()
from PySide6.QtCore import QRect
class Same:
    def geometry(self):
        return QRect(0, 0, 1024, 768)
class Mirrored(Only):
    def screens(self):
        return [laptop, Same()]
displays.QGuiApplication = placing.QGuiApplication = Mirrored(laptop)
screen.setScreen(laptop)
screen.setGeometry(laptop.geometry())
laptop.geometryChanged.emit(laptop.geometry())
tell()
"""
    assert played(tmp_path, script) == [BESIDE, ON_PROJECTOR, BESIDE]


def test_going_live_opens_it_where_there_is_a_display_for_the_room(tmp_path: Path) -> None:
    script = """
screen.placing.come_if_apart()
tell()
screen.close()
only(laptop)
screen.placing.come_if_apart()
tell()
"""
    first, second = played(tmp_path, script)
    assert first == ON_PROJECTOR
    assert second.startswith("False")


def test_a_display_that_goes_during_a_kiosk_is_missed_when_that_ends(tmp_path: Path) -> None:
    script = """
screen.open()
screen.show_kiosk(QWidget())
only(laptop)
app.screenRemoved.emit(projector)
tell()
screen.leave_kiosk()
tell()
"""
    assert played(tmp_path, script) == [ON_PROJECTOR, BESIDE]


def test_a_display_that_comes_during_a_kiosk_is_filled_when_that_ends(tmp_path: Path) -> None:
    script = """
both = displays.QGuiApplication
only(laptop)
screen.open()
screen.show_kiosk(QWidget())
screen.showFullScreen()
displays.QGuiApplication = placing.QGuiApplication = both
app.screenAdded.emit(projector)
tell()
screen.leave_kiosk()
screen.placing.give_back()
tell()
"""
    assert played(tmp_path, script) == [ON_LAPTOP, ON_PROJECTOR]


def test_one_in_the_task_bar_comes_back_whole(tmp_path: Path) -> None:
    script = """
for come in (screen.open, screen.toggle_full_screen):
    screen.open()
    screen.setWindowState(screen.windowState() | Qt.WindowState.WindowMinimized)
    app.processEvents()
    print(screen.isMinimized())
    come()
    tell()
    print(screen.isMinimized())
"""
    begin = "from PySide6.QtCore import Qt\n"
    assert played(tmp_path, begin + script) == ["True", ON_PROJECTOR, "False"] * 2


def test_a_desktop_that_gives_it_the_keys_is_not_obeyed_where_nobody_asked(tmp_path: Path) -> None:
    script = """
window.activateWindow()
app.processEvents()
screen.placing.come_if_apart()
screen.activateWindow()  # as a desktop does with whatever comes
app.processEvents()
print(screen.isActiveWindow())
from PySide6.QtTest import QTest
QTest.qWait(700)
print(window.isActiveWindow())
"""
    assert played(tmp_path, script) == ["True", "True"]
