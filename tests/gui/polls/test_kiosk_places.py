"""With two displays the kiosk is the voter's alone, unless the room's display was chosen for it."""

from pathlib import Path

import pytest

from kdc_desktop.domain.polls.stages import KINDS
from kdc_desktop.services.sessions import agenda
from tests.gui.audience.test_placing import played
from tests.rooms.poll_room import make_room

OPENED = """
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from kdc_desktop.app import Program
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import typed
from tests.gui.test_jobs import wait_until
settings = Settings(Path({folder!r}) / "settings.ini")
settings.goes_without_pin = True
club = Program(app, settings, lambda _window: None).open(Path({folder!r}) / "club.kdc")
window.hide()
window, shared = club.window, club.shared_screen
stand(laptop)
wait_until(lambda: not club.jobs.busy)
window.open_session(1)
polls = window.screen_shown
shared.open()
head = polls.head
def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
def settled():
    QTest.qWait(150)
def places():
    kiosk = shared.kiosk
    print(kiosk.window().geometry().x(), shared.geometry().x(), kiosk.isFullScreen())
def said():
    settled()
    window.frame.room.redraw()
    print(window.frame.room.caption.text())
"""


def made(folder: Path) -> Path:
    room = make_room(folder / "club.kdc")
    agenda.add_stage(room.database, room.session_id, KINDS[0])
    agenda.go_live(room.database, room.session_id)
    room.open_poll()
    room.database.close()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path)


def shown(folder: Path, script: str) -> list[str]:
    return played(folder, OPENED.format(folder=str(folder)) + script + "\nclub.close()")


def shown_each(tmp_path: Path, scripts: list[str]) -> list[list[str]]:
    """What each tells of a club of its own, one after the other in one program."""
    parts = []
    for number, script in enumerate(scripts):
        (folder := tmp_path / str(number)).mkdir()
        opened = OPENED.format(folder=str(made(folder)))
        parts.append(f"window = QWidget()\n{opened}{script}\nclub.close()\nprint('-')\n")
    told = "\n".join(played(tmp_path, "".join(parts)))
    return [part.strip().splitlines() for part in told.removesuffix("-").split("\n-")]


def test_it_stands_before_the_facilitator_and_the_room_goes_on_seeing_the_vote(
    folder: Path,
) -> None:
    script = """
click(head.kiosk_button)
places()
kiosk = shared.kiosk
typed(kiosk, "103", Qt.Key.Key_Return, "1")
said()
before = shared.slide.voted
typed(kiosk, Qt.Key.Key_Return, Qt.Key.Key_Return)
settled()
print(shared.slide.voted - before, "kiosk" in shared.windowTitle().lower())
QTest.keyClick(shared, Qt.Key.Key_F9)
print(shared.kiosk is kiosk)
click(kiosk.foot.end_button)
click(kiosk.stack.leave.end_button)
print(shared.kiosk, shared.isFullScreen(), kiosk.isVisible())
"""
    assert shown(folder, script) == [
        "0 1280 True",
        "Poll, the stage that runs",
        "1 False",
        "True",
        "None True False",
    ]


def test_who_chooses_the_shared_screen_is_told_what_is_seen_there_and_finds_it_again(
    folder: Path,
) -> None:
    script = """
print(head.place_choice.isVisible(), head.place_choice.currentText(), head.place_label.text())
head.place_choice.setCurrentIndex(1)
head.place_choice.activated.emit(1)
print(head.place_label.text(), head.place_label.isVisible())
print(Settings(Path(settings.store.fileName())).kiosk_for_the_room)
click(head.kiosk_button)
print(shared.kiosk.window() is shared, head.place_choice.isVisible())
said()
window.activateWindow()
app.processEvents()

QTest.keyClick(window, Qt.Key.Key_F9)
print(shared.kiosk, shared.isFullScreen())
"""
    assert shown(folder, script) == [
        "True On this laptop ",
        "On the shared screen everybody in front of it sees each paper, and this vote promises "
        "that nobody does. Choose it only for a screen that nobody but the voter sees. True",
        "True",
        "True False",
        "The kiosk, until you end it",
        "None True",
    ]


ENDED = """
from kdc_desktop.services.polls import running
def meant():
    window.findChild(type(head.kiosk_button), "over_a_paper_anyway").click()
poll = polls.poll.id
head.place_choice.activated.emit({place})
click(head.kiosk_button)
typed(shared.kiosk, "103", Qt.Key.Key_Return, "1")
print(shared.kiosk.stack.paper.paper.marks)
{end}
app.processEvents()
left = [one for one in app.topLevelWidgets() if one.objectName() == "kiosk" and one.isVisible()]
print(shared.kiosk, left)
"""
ENDS = (
    "running.close_poll(club.database, poll)",
    "window.walk.close_session(); meant()",
    "shared.leave_kiosk()",
    "window.activateWindow(); QTest.keyClick(window, Qt.Key.Key_F9); meant()",
)


def test_it_ends_in_both_places(tmp_path: Path) -> None:
    scripts = [ENDED.format(place=place, end=end) for place in (0, 1) for end in ENDS]
    assert shown_each(tmp_path, scripts) == [["{Spot(option_id=1, part=0): 1}", "None []"]] * len(
        scripts
    )


def test_after_a_bug_nothing_of_a_paper_stands_there(tmp_path: Path) -> None:
    script = """
head.place_choice.activated.emit({place})
click(head.kiosk_button)
typed(shared.kiosk, "103", Qt.Key.Key_Return, "1")
shared.cover()
print(shared.kiosk.page is shared.kiosk.stack.pick, shared.kiosk.stack.paper.paper.marks)
"""
    scripts = [script.format(place=place) for place in (0, 1)]
    assert shown_each(tmp_path, scripts) == [["True {}"], ["True {}"]]


def test_when_the_projector_goes_the_kiosk_stays_in_front_of_the_facilitators_window(
    folder: Path,
) -> None:
    script = """
click(head.kiosk_button)
only(laptop)
app.screenRemoved.emit(projector)
QTest.qWait(50)
print(app.activeWindow() is shared.kiosk, head.place_choice.isVisible())
"""
    assert shown(folder, script) == ["True False"]


HAS_KEYS = """
asked = {{"click": lambda: click(head.kiosk_button),
          "F9": lambda: QTest.keyClick(window, Qt.Key.Key_F9)}}
if {alone}:
    only(laptop)
if not {was_open}:
    shared.close()
head.place_choice.activated.emit({place})
window.activateWindow()
app.processEvents()
asked[{by!r}]()
kiosk = shared.kiosk
def keys():
    QTest.qWait(700)  # as long as the shared screen's window is kept from them
    print(app.activeWindow() is kiosk.window(), kiosk.isAncestorOf(app.focusWidget()))
keys()
"""


def test_whoever_comes_to_it_types_into_it(tmp_path: Path) -> None:
    scripts = [
        HAS_KEYS.format(place=place, alone=alone, was_open=was_open, by=by)
        for place, alone in ((0, False), (1, False), (0, True))  # once alone, it stays alone
        for by, was_open in (("click", True), ("F9", False))
    ]
    assert shown_each(tmp_path, scripts) == [["True True"]] * len(scripts)


def test_on_the_shared_screen_it_has_the_keys_until_the_facilitator_takes_them(
    folder: Path,
) -> None:
    script = """
window.activateWindow()
QTest.qWait(700)
print(app.activeWindow() is window)
shared.open()
keys()
shared.leave_kiosk()
settled()
print(app.activeWindow() is window)
"""
    begin = HAS_KEYS.format(place=1, alone=False, was_open=False, by="F9")
    assert shown(folder, begin + script) == ["True True", "True", "True True", "True"]
