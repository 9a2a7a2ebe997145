"""A poll screen that is watched: papers come in, and what it tells is kept."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.polls.poll_slide import PollSlide
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.polls.rows import PollRow
from tests.rooms.poll_room import Room

LEFT = Qt.MouseButton.LeftButton


class Watched(PollScreen):
    """A poll screen that remembers what it had to tell."""

    def __init__(self, theme: Theme, room: Room) -> None:
        jobs = Jobs()
        super().__init__(theme, room.database, room.session_id, WINNERS, jobs)
        self.room, self.jobs = room, jobs
        self.problems: list[str] = []
        self.problem.connect(self.problems.append)

    @property
    def shown(self) -> PollRow:
        """The poll that is shown, which is there."""
        assert self.poll is not None
        return self.poll


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def asked_to_close(screen: QWidget) -> QPushButton:
    """The button that closes the poll all the same, in the question that is open."""
    found = screen.window().findChild(QPushButton, "close_poll_anyway")
    assert found is not None
    return found


def vote(screen: Watched, places: Iterable[int], option: int, count: int = 1) -> None:
    options = screen.room.options(screen.shown.id)
    for place in places:
        screen.room.cast(screen.shown.id, place, {options[option]: count})


def revealed(screen: Watched) -> None:
    screen.show_poll(screen.room.open_poll(secrecy=Secrecy.SECTOR_ONLY, smallest_group=3))
    vote(screen, range(12), 2, 2)
    vote(screen, range(12, 18), 0, 1)
    screen.close_poll()
    screen.revealing.reveal()


def poll_slide(screen: PollScreen) -> PollSlide:
    slide = screen.slide()
    assert isinstance(slide, PollSlide)
    return slide


def reveal_slide(screen: PollScreen) -> RevealSlide:
    slide = screen.slide()
    assert isinstance(slide, RevealSlide)
    return slide
