"""What a noun brings along for the facilitator's window, and what it is given for that."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.domain.kit.list_kinds import ListKind
from kdc_desktop.i18n import Text
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.called import GiveCalls
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database

MakeScreen = Callable[[], Screen]
TakeList = Callable[[Path], object]
MakeSessionScreen = Callable[[int], Screen]
SetUp = Callable[[Screen], object]


class Area(NamedTuple):
    """An entry of the rail that leads to a screen of its own.

    `at_foot`: it stands at the foot of the rail, apart from those before it. `keys` lead there
    as well as Alt and its number. One that stands `behind` another has no entry of its own: that
    one's is lit while it is shown.
    """

    key: str
    title: Text
    icon: str
    make: MakeScreen
    at_foot: bool = False
    keys: str | None = None
    behind: str | None = None


class SessionArea(NamedTuple):
    """An entry of the rail that leads into the open session.

    `screen` is one of the session's screens; None is the stage that is looked at. `without` is
    said when no session is open: Home is shown instead, or `alone`, an area behind this one, of
    which nothing has to be said.
    """

    key: str
    title: Text
    icon: str
    screen: str | None
    without: Text
    at_foot: bool = False
    keys: str | None = None
    alone: str | None = None


class MenuEntry(NamedTuple):
    """An action of the whole window that also stands in the rail's menu."""

    name: str
    text: Text
    slot: Callable[[], object]
    icon: str
    keys: str | None = None


class Wiring(NamedTuple):
    """What one noun brings along; `brought_together` puts several together.

    `screens` are made for a session, by their keys; a kind of stage names one of them. Every
    tuple in `menu` is a group of entries. `seen_at` says by table where its rows are seen: keys of
    areas and of screens, where one looks first in front; and by a column, “winner.option_id”, where
    one looks before that for rows that say something there. `settings_at` says the same of what the
    club remembers, by how its name begins. `calls` give what is done there, for the palette to find
    from everywhere. `takes` says what is done with a list from outside that is dropped where
    nothing says what it is for.
    """

    areas: tuple[Area | SessionArea, ...] = ()
    screens: Mapping[str, MakeSessionScreen] = MappingProxyType({})
    menu: tuple[tuple[MenuEntry, ...], ...] = ()
    seen_at: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    settings_at: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    calls: tuple[GiveCalls, ...] = ()
    takes: Mapping[ListKind, TakeList] = MappingProxyType({})


def brought_together(wirings: Iterable[Wiring]) -> Wiring:
    """Everything that these bring along, in their order."""
    parts = tuple(wirings)
    screens: dict[str, MakeSessionScreen] = {}
    seen_at: dict[str, tuple[str, ...]] = {}
    settings_at: dict[str, tuple[str, ...]] = {}
    takes: dict[ListKind, TakeList] = {}
    for part in parts:
        assert not screens.keys() & part.screens.keys(), "two nouns bring the same screen"
        screens |= part.screens
        takes |= part.takes
        settings_at |= part.settings_at
        for table, keys in part.seen_at.items():
            seen_at[table] = (*seen_at.get(table, ()), *keys)
    return Wiring(
        tuple(area for part in parts for area in part.areas),
        screens,
        tuple(group for part in parts for group in part.menu),
        seen_at,
        settings_at,
        tuple(give for part in parts for give in part.calls),
        takes,
    )


class Unfinished(Protocol):
    """What is half filled in; it outlives screen and language, and goes with the club."""

    def at_stake(self) -> list[str]:
        """What of it would go, in sentences."""


class Window(Protocol):
    """What a noun may ask of the facilitator's window."""

    file_wanted: SignalInstance
    file_asked: SignalInstance
    keys_wanted: SignalInstance
    sample_wanted: SignalInstance
    own_wanted: SignalInstance
    export_wanted: SignalInstance
    pages_wanted: SignalInstance
    charter_wanted: SignalInstance
    visit_wanted: SignalInstance
    author_page_wanted: SignalInstance
    slips_wanted: SignalInstance
    agenda_wanted: SignalInstance
    live_wanted: SignalInstance
    stage_wanted: SignalInstance
    look_wanted: SignalInstance
    may_close: Callable[[Callable[[], object]], bool]
    unfinished: dict[str, Unfinished]

    @property
    def session(self) -> SessionRow | None:
        """The session that is open."""

    @property
    def screen_shown(self) -> Screen:
        """The screen in the centre."""

    def open_session(self, session_id: int) -> None:
        """Open a session where it stands."""

    def go(self, area: str, set_up: SetUp | None = None) -> None:
        """Show an area; one that needs no session may be `set_up` before, and led back from."""

    def show_session_screen(self, key: str, set_up: SetUp = lambda _screen: None) -> Screen:
        """Show one of the open session's screens, whatever its stage, and return it.

        It is `set_up` before, so that it reads and paints only what is wanted.
        """

    def say(self, text: str, written: Path | None = None) -> None:
        """A quiet line about what was done, with the way to the file that was written."""

    def tell(self, text: str) -> None:
        """What a job has written, in its own words: the step can be undone from there."""

    def warn(self, sentence: str) -> None:
        """A line about what has to be mended."""

    def mark_throwaway(self, keep: Callable[[], object]) -> None:
        """Say from now on that the club is temporary; `keep` keeps it."""

    def screen(self) -> QScreen:
        """The display that the window is on."""


class Desk(NamedTuple):
    """What every noun's wiring is given: one open club, and the window around it.

    Dialogs lie over `over`, which is that window as a widget.
    """

    database: Database
    theme: Theme
    settings: Settings
    jobs: Jobs
    shared_screen: SharedScreen
    window: Window
    over: QWidget
