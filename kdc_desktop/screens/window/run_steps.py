"""The buttons of the run strip: each keeps its place and its meaning while the session goes on."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.sessions.agenda import Countdown
from kdc_desktop.domain.sessions.states import ClockLevel, SessionStatus
from kdc_desktop.i18n import _, ngettext, pgettext, span_text, spoken
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.sessions.rows import StageRow, current_of, following_of

_LOOKS = {ClockLevel.CALM: "", ClockLevel.AMBER: "warning", ClockLevel.RED: "bad"}
_WIDEST = "-00:00"  # untranslated: a clock


class RunSteps(QObject):
    """What begins and ends the evening stands left of the stages, what leads through them right."""

    previous_wanted = Signal()
    next_wanted = Signal()
    live_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    clock_wanted = Signal()

    def __init__(self, theme: Theme, strip: QWidget) -> None:
        super().__init__(strip)
        self._theme, self._strip = theme, strip
        self._brief = self._tight = False
        self.live = self._button("run_live", "primary")
        self.close = self._button("run_close")
        self.reopen = self._button("run_reopen")
        self.clock = self._button("run_clock", "clock")
        self.previous = self._button("run_previous")
        self.next = self._button("run_next", "primary")
        self._say(self.live, _("Go live"), _("The first stage begins (Ctrl+PgDown)"))
        self._say(self.reopen, _("Reopen"), _("The session goes on where it ended"))
        self.clock.setToolTip(_("Pause the clock, or let it go on (Space)"))
        self.previous.setAccessibleName(_("Previous stage"))
        self.previous.setToolTip(
            _("Previous stage (Ctrl+PgUp); its clock goes on from where it stood")
        )
        self.live.clicked.connect(self.live_wanted)
        self.close.clicked.connect(self.close_wanted)
        self.reopen.clicked.connect(self.reopen_wanted)
        self.clock.clicked.connect(self.clock_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)

    def _button(self, name: str, kind: str = "") -> QPushButton:
        button = QPushButton(self._strip)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys on the screen
        once(button)
        return button

    @property
    def left(self) -> tuple[QPushButton, ...]:
        """What concerns the session."""
        return self.close, self.live, self.reopen

    @property
    def right(self) -> tuple[QPushButton, ...]:
        """What concerns its stages."""
        return self.clock, self.previous, self.next

    def fit(self, *, roomy: bool, brief: bool, tight: bool) -> None:
        """Have all words, fewer, or one; each is as wide as whatever it is going to say."""
        px, self._brief, self._tight = self._theme.px, brief, tight
        self.previous.setText(_("Previous") if roomy else "")
        self.previous.setIcon(QIcon() if roomy else self._theme.icon("skip-back"))
        self.previous.setFixedWidth(self._width(_("Previous")) + px(32) if roomy else px(52))
        least = max(self._width(text) for text in (_("Next"), _("Last stage"))) + px(32)
        self.next.setFixedWidth(max(least, 0 if brief else px(260 if roomy else 190)))
        digits = QFontMetrics(self._theme.font(28, QFont.Weight.DemiBold))
        icon = self.clock.iconSize().width() + px(4)
        self.clock.setMinimumWidth(digits.horizontalAdvance(_WIDEST) + icon + px(8))

    def _width(self, text: str) -> int:
        font = self._theme.font(14, QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(text)

    def show_clock(self, left: Countdown | None, stages: list[StageRow]) -> None:
        """Show what the stage that runs still has."""
        self.clock.setVisible(left is not None)
        if left is None:
            return
        self.clock.setText(left.text)
        self.clock.setIcon(self._theme.icon("pause") if left.paused else QIcon())
        self.clock.setAccessibleName(_clock_words(left))
        if self.clock.property("tone") != _LOOKS[left.level]:
            self.clock.setProperty("tone", _LOOKS[left.level])
            restyle(self.clock)
            if _LOOKS[left.level] and (current := current_of(stages)) is not None:
                speak(self.clock, spoken((current.title, _clock_words(left))))

    def show(self, status: SessionStatus, stages: list[StageRow]) -> None:
        """Show what can be done now with a session that stands so."""
        live, closed = status is SessionStatus.LIVE, status is SessionStatus.CLOSED
        current, following = current_of(stages), following_of(stages)
        self.live.setVisible(status is SessionStatus.PLANNED)
        self.reopen.setVisible(closed)
        self.close.setVisible(closed or (live and following is None))
        self.close.setEnabled(live)
        self._press_for(self.close, live)
        if closed:
            self.close.setIcon(QIcon())
            self._say(self.close, pgettext("session", "Closed"), "")
        else:
            words = pgettext("what to do with the session", "End") if self._tight else ""
            self.close.setIcon(self._theme.icon("flag", "on_accent") if words else QIcon())
            self._say(self.close, _("Close the session"), "", words)
        self.previous.setVisible(live)
        self.previous.setEnabled(current is not None and current != stages[0])
        self.next.setVisible(live)
        self._press_for(self.next, following is not None)  # pressed at the end, it says where to
        if following is None:
            hint = _("The evening ends with “Close the session”, left of the stages.")
            self._say(self.next, _("Last stage"), hint, self._where_it_ends())
        else:
            name = _("Next: {stage}", stage=following.title)
            hint = _("The next thing of the evening (Ctrl+PgDown)")
            self._say(self.next, name, hint, _("Next") if self._brief else "")

    def _where_it_ends(self) -> str:
        """The longest words for which the last button has room."""
        whole, short = _("Last stage: close on the left"), _("Close on the left")
        room = self._room_of_next()
        return next((text for text in (whole, short) if self._width(text) <= room), _("Last stage"))

    def _room_of_next(self) -> int:
        return self.next.maximumWidth() - self._theme.px(32)

    def _press_for(self, button: QPushButton, is_next: bool) -> None:
        """Give it the colour of what comes next, where it does."""
        kind = "primary" if is_next else ""
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            restyle(button)

    def _say(self, button: QPushButton, text: str, hint: str, words: str = "") -> None:
        shown = words or text
        if button is self.next:
            room = self._room_of_next()
            metrics = QFontMetrics(self._theme.font(14, QFont.Weight.DemiBold))
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        button.setText(plain_caption(shown))
        button.setAccessibleName(text)
        set_tip(button, "\n".join(filter(None, (text, hint))))


def _clock_words(left: Countdown) -> str:
    """The clock as it is read aloud: another one each minute, not each second."""
    minutes = -(-left.seconds_left // 60) if left.seconds_left >= 0 else -left.seconds_left // 60
    if minutes >= 2 * 60 and left.seconds_left < 0:
        text = _("over by {span}", span=span_text(minutes))
    elif left.seconds_left < 0:
        text = ngettext("{count} minute over", "{count} minutes over", minutes)
    else:
        text = ngettext("{count} minute left", "{count} minutes left", minutes)
    return _("Clock paused: {time}", time=text) if left.paused else _("Clock: {time}", time=text)
