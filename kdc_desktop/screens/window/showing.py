"""What the facilitator shows to the room; nothing is said of it that the room does not see."""

from PySide6.QtCore import QObject

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomMode, RoomView
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.in_room import Handed
from kdc_desktop.screens.window.room_feed import RoomFeed
from kdc_desktop.screens.window.room_panel import MODES, RoomState

HELD_BACK = {RoomMode.HOLD, RoomMode.BLANK}


class Showing(QObject):
    """Shows the room what is in sight, and leads it back to the stage that runs."""

    def __init__(
        self, frame: Frame, feed: RoomFeed, room: RoomView, shared_screen: SharedScreen
    ) -> None:
        super().__init__(frame)
        self._frame, self._feed = frame, feed
        self._room, self._shared_screen = room, shared_screen
        panel = frame.room
        panel.picked.connect(self.pick)
        panel.show_wanted.connect(self.show_this)
        panel.back_wanted.connect(self.go_back)
        panel.ask = self.state
        for signal in (feed.changed, room.mode_changed, frame.screen_shown):
            signal.connect(panel.show_state)
        shared_screen.visibility_changed.connect(panel.show_state)
        shared_screen.covered.changed.connect(panel.show_state)

    def show_this(self) -> None:
        """Show the room what is on the facilitator's screen."""
        screen = self._frame.shown()
        sight = screen.sight
        if sight is None or self._feed.running is None or not self._feed.show(screen, sight):
            self._frame.warn(_("There is nothing on this screen for the room to see."))
        else:
            self._tell(_("The room sees what is on your screen. F6 goes back to the stage."))

    def show(self, screen: Screen, sight: Sight | None, told: str) -> None:
        """Show the room this of a screen, or the stage again, and say so."""
        if sight is None:
            self.go_back()
        elif self._feed.show(screen, sight):
            self._tell(told)

    def hide(self, screen: Screen, before: Sight, told: str) -> None:
        """The room that sees what was in sight `before` sees what is in sight now, and say so.

        Hold and Blank stay; what is held is still seen, and that is said in place of `told`.
        """
        now = Handed(screen, screen.sight or before)
        self._feed.in_room.change(Handed(screen, before), now)
        handed, held = self._feed.handed, self._room.mode is RoomMode.HOLD
        asks = held or (handed is not None and handed.is_same_as(now))
        self._frame.say((self._hindered() if asks else "") or told)

    def take_along(self, screen: Screen, sight: Sight, told: str) -> None:
        """The room that follows another stage sees this in its place, and that is said.

        Hold and Blank stay; in the stage of this screen the room goes along by itself. `told` is
        what was done.
        """
        feed = self._feed
        running = feed.running
        if screen is feed.in_room.of_stage or running is None or running.stage is None:
            return
        follows = self._room.mode is RoomMode.FOLLOW and not feed.is_elsewhere
        if follows and feed.show(screen, sight):
            seen = _("The room sees it in place of the stage: F6 goes back.")
            self._frame.say(sentences((told, self._hindered() or seen)))
        else:
            self._frame.say(sentences((told, self._hindered())))

    def go_back(self) -> None:
        """Show the room the stage that runs again."""
        self._feed.follow_the_stage()
        running = self._feed.running
        if running is not None:
            self._tell(_("The room sees “{stage}” again.", stage=running.name))

    def pick(self, at: int) -> None:
        """Follow the stage (0), hold (1) or blank (2)."""
        if MODES[at] is RoomMode.FOLLOW:
            self.go_back()
        else:
            self._room.mode = MODES[at]

    def _tell(self, seen: str) -> None:
        """Say what the room sees, or why it does not."""
        self._frame.say(self._hindered() or seen)

    def _hindered(self) -> str:
        if self._shared_screen.is_kiosk_here:
            return _("The kiosk is on the shared screen: the room sees this when it ends.")
        if not self._shared_screen.is_seen:
            return _("The shared screen is closed: F11 opens it, and the room sees this.")
        if self._shared_screen.covered:
            return _("Your window covers the shared screen: F11 brings it to the front.")
        if self._room.mode is RoomMode.HOLD:
            return _("The room goes on seeing what you hold, until you follow again with F6.")
        if self._room.mode is RoomMode.BLANK:
            return _("The room sees title and clock, and this once you follow again with F6.")
        return ""

    # What the panel says.

    def state(self) -> RoomState:
        """What the room sees, in words, and what can be done about it."""
        feed, screen = self._feed, self._frame.shown_or_none()
        sight, handed = screen.sight if screen is not None else None, feed.handed
        same = (
            screen is not None
            and sight is not None
            and handed is not None
            and handed.is_same_as(Handed(screen, sight))
        )
        held = self._room.mode in HELD_BACK or feed.is_elsewhere  # so it would see something new
        return RoomState(
            is_seen=self._shared_screen.is_seen and not self._shared_screen.covered,
            caption=self._caption(),
            can_show=sight is not None and (held or not same),
            can_go_back=feed.in_room.shown is not None,
        )

    def _caption(self) -> str:
        feed, running = self._feed, self._feed.running
        if not self._shared_screen.is_seen:
            return _("Nobody sees this: the shared screen is closed. F11 opens it.")
        if self._shared_screen.covered:
            return _("Your window covers the shared screen. F11 brings it to the front.")
        if self._shared_screen.is_kiosk_here:
            return _("The kiosk, until you end it")
        if self._room.mode is RoomMode.BLANK:
            return _("Title and clock, until you follow again")
        if self._room.mode is RoomMode.HOLD:
            return _("What it saw when you pressed Hold")
        if running is None:
            return _("“One moment, please”, as no session is open")
        if feed.is_elsewhere:
            return _("The session “{session}”, which goes on", session=running.session.title)
        if (shown := feed.in_room.shown) is not None:
            what = shown.screen.accessibleName()
            return _("{what}, in place of the stage", what=what)
        if running.stage is None:
            return _("The session, which is not live")
        return _("{stage}, the stage that runs", stage=running.stage.title)
