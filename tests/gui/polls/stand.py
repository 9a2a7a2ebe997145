"""A kiosk in front of somebody: what they touch, type and read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.app import Club
from kdc_desktop.audience.polls.kiosk.card_paper import CardPaper
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.option_card import OptionCard
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.audience.polls.kiosk.voting import Voting
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.ballots import ballots_in
from kdc_desktop.services.polls.questions import poll_in
from kdc_desktop.settings import Settings
from tests.rooms.poll_room import Room

LEFT = Qt.MouseButton.LeftButton


class Stand(Kiosk):
    """A kiosk that tells which poll it is for."""

    def __init__(self, room: Room, poll_id: int) -> None:
        settings = Settings(room.database.path.with_suffix(".ini"))
        settings.set_pin("2468")
        super().__init__(room.database, Voting(room.database, poll_id), settings)
        self.room, self.poll_id = room, poll_id

    def shows(self, page: Page) -> bool:
        """Whether this page is shown."""
        return self.page is page

    def put_away(self) -> None:
        """Close it without a PIN."""
        self._may_close = True
        self.close()
        self.deleteLater()


MakeKiosk = Callable[..., Stand]


def tap(kiosk: Kiosk, name: str) -> None:
    button = next(b for b in kiosk.page.findChildren(QPushButton, name) if b.isVisible())
    QTest.mouseClick(button, LEFT)


def typed(kiosk: Kiosk, *keys: str | Qt.Key) -> None:
    for key in keys:
        focus: QWidget | None = kiosk.focusWidget()
        target = focus if focus is not None else kiosk.page
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def card(kiosk: Kiosk, number: int) -> OptionCard:
    return next(c for c in kiosk.findChildren(OptionCard, f"option_{number}") if c.isVisible())


def card_paper(paper: PaperWidget) -> CardPaper:
    """The same, on which each option is a card."""
    assert isinstance(paper, CardPaper)
    return paper


def shown_words(kiosk: Kiosk) -> list[str]:
    return [label.text() for label in kiosk.page.findChildren(QLabel) if label.isVisible()]


def headline(kiosk: Kiosk) -> str:
    return shown_words(kiosk)[0]


def stored_result(kiosk: Stand) -> dict[str, int]:
    """What the papers come to, also where they are too few to be told."""
    running.close_poll(kiosk.room.database, kiosk.poll_id)
    with kiosk.room.database.read() as snapshot:
        counted = ballots_in(snapshot, poll_in(snapshot, kiosk.poll_id))
    rows = counted.count.options
    return {counted.terms.title(row.option_id): int(row.value) for row in rows if row.value}


def polls_of(club: Club) -> PollScreen:
    screen = club.window.screen_shown
    assert isinstance(screen, PollScreen)
    return screen


def kiosk_of(club: Club) -> Kiosk:
    kiosk = club.shared_screen.kiosk
    assert isinstance(kiosk, Kiosk)
    return kiosk


def started(club: Club) -> Kiosk:
    """The kiosk, started as a facilitator does, with half a paper on it."""
    QTest.mouseClick(polls_of(club).head.kiosk_button, LEFT)
    kiosk = kiosk_of(club)
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "4")
    assert kiosk.stack.paper.paper.given == 3
    return kiosk
