"""One theme with two palettes: fonts, style sheet, colours and icons for the whole program."""

import re
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kdc_desktop import paths
from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.screens.kit.icons import TintedEngine, mixed
from kdc_desktop.screens.kit.palette import DARK, LIGHT, Palette
from kdc_desktop.settings import ThemeMode

FAMILY = "Inter"
_GAP = 5  # ms between two turns
_MARKS = ("chevron-down", "chevron-up", "chevron-left", "chevron-right", "plus", "minus")


class Theme(QObject):
    """The look of the program; hand the one instance to every screen.

    `changed` is emitted when the palette or the text scale has changed; widgets that paint
    themselves repaint then with `palette` and `px`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._scale = 1.0
        self._mode = ThemeMode.LIGHT
        self._app: QApplication | None = None
        self._steps: deque[Callable[[QApplication], object]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(_GAP)
        self._next.timeout.connect(self._go_on)

    @property
    def palette(self) -> Palette:
        """The colours to paint with now."""
        return self._palette

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in use."""
        return self._palette.dark

    @property
    def mode(self) -> ThemeMode:
        """Which palette was asked for."""
        return self._mode

    @property
    def scale(self) -> float:
        """How much larger than 100 % text and controls are, 1.0 to 2.0."""
        return self._scale

    def px(self, length: float) -> int:
        """A length of the design, in pixels at the current text scale."""
        return round(length * self._scale)

    def font(self, size: int = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's typeface at a size of the design, scaled, for painting."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def sector_colour(self, letter: str) -> str:
        """The colour of a sector in the current palette."""
        sector = BY_LETTER[letter]
        return sector.dark if self.dark else sector.light

    def apply(self, app: QApplication, mode: ThemeMode, text_scale: float = 1.0) -> None:
        """Dress the whole program, at once.

        `text_scale` is 1.0 to 2.0. With `SYSTEM` the desktop decides, also later on.
        """
        if self._app is None:
            load_fonts()
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
            self._app = app
        self._want(app, mode, text_scale)
        while self._steps:
            self._steps.popleft()(app)

    def change(self, mode: ThemeMode, text_scale: float) -> None:
        """Dress anew what was dressed by `apply`, in turns of the event loop.

        Between them the windows take what comes and show what they showed: they paint at the end.
        """
        assert self._app is not None
        self._want(self._app, mode, text_scale)
        for window in self._app.topLevelWidgets():
            if window.isVisible():
                window.setUpdatesEnabled(False)
        self._next.start()

    def _want(self, app: QApplication, mode: ThemeMode, text_scale: float) -> None:
        self._mode = mode
        self._scale = min(2.0, max(1.0, text_scale))
        self._palette = self._wanted_palette(app)
        self._steps = deque((_undress, self._colour, self._letter, self._dress, self._tell))

    def _go_on(self) -> None:
        assert self._app is not None
        if self._steps:
            self._next.start()  # whatever goes wrong in one step, the windows paint at the end
            self._steps.popleft()(self._app)

    def _colour(self, app: QApplication) -> None:
        app.setPalette(qt_palette(self._palette))

    def _letter(self, app: QApplication) -> None:
        app.setFont(self.font())

    def _dress(self, app: QApplication) -> None:
        app.setStyleSheet(style_sheet(self._palette, self._scale))

    def _tell(self, app: QApplication) -> None:
        for window in app.topLevelWidgets():
            if window.isVisible():
                self._steps.append(partial(_let_paint, window))
            else:
                window.setUpdatesEnabled(True)
        self.changed.emit()

    def icon(self, name: str, role: str = "ink") -> QIcon:
        """An icon of `resources/icons` in a colour of the palette, faded when disabled.

        It follows the palette by itself. `role` is a field of `Palette`.
        """

        def colour_of(mode: QIcon.Mode, state: QIcon.State) -> str:
            colour = str(getattr(self._palette, role))
            if mode == QIcon.Mode.Disabled:
                return mixed(colour, self._palette.surface, 0.6)
            return self._palette.accent if state == QIcon.State.On and role == "ink" else colour

        return QIcon(TintedEngine(name, colour_of))

    def _wanted_palette(self, app: QApplication) -> Palette:
        if self._mode is ThemeMode.SYSTEM:
            return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is ThemeMode.DARK else LIGHT

    def _follow_system(self) -> None:
        if (
            self._mode is ThemeMode.SYSTEM
            and self._app
            and self._wanted_palette(self._app) is not self._palette
        ):
            self.change(ThemeMode.SYSTEM, self._scale)


def _let_paint(window: QWidget, _app: QApplication) -> None:
    """Also what was asked for meanwhile.

    What lay over a window, such as the palette, may have gone by now: the painting it asked for
    then was dropped, and Qt waits for that before it plans another one.
    """
    if isValid(window):
        window.setUpdatesEnabled(True)
        window.repaint()


def _undress(app: QApplication) -> None:
    """Over a sheet that is worn, Qt would dress every widget once for each one it lies within."""
    app.setStyleSheet("")


def qt_palette(palette: Palette) -> QPalette:
    """The palette as Qt knows it, for everything the style sheet does not reach."""
    role = QPalette.ColorRole
    qt = QPalette()
    for target, colour in {
        role.Window: palette.paper,
        role.WindowText: palette.ink,
        role.Base: palette.surface,
        role.AlternateBase: palette.hover,
        role.Text: palette.ink,
        role.Button: palette.surface,
        role.ButtonText: palette.ink,
        role.BrightText: palette.bad,
        role.ToolTipBase: palette.ink,
        role.ToolTipText: palette.paper,
        role.PlaceholderText: palette.muted,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.accent,
        role.Light: palette.surface,
        role.Midlight: palette.hover,
        role.Mid: palette.line,
        role.Dark: palette.edge,
        role.Shadow: palette.line,
    }.items():
        qt.setColor(target, QColor(colour))
    faded = QColor(mixed(palette.muted, palette.surface, 0.35))
    for target in (role.WindowText, role.Text, role.ButtonText):
        qt.setColor(QPalette.ColorGroup.Disabled, target, faded)
    return qt


def style_sheet(palette: Palette, scale: float) -> str:
    """The style sheet with this palette's colours and every measure multiplied by `scale`."""
    folder = paths.resource("theme")
    knob = round(4 * scale) + 2 * round(5 * scale)
    mode = "dark" if palette.dark else "light"
    values = palette._asdict()
    values |= {f"px{n}": f"{round(n * scale)}px" for n in range(2, 49)}
    values |= {mark.replace("-", "_"): (folder / f"{mark}.svg").as_posix() for mark in _MARKS}
    values |= {
        "faded": mixed(palette.muted, palette.surface, 0.35),
        "tick": (folder / f"tick-{mode}.svg").as_posix(),
        "dash": (folder / f"dash-{mode}.svg").as_posix(),
        "family": FAMILY,
        "slider": f"{knob - 4}px",
        "slider_round": f"{knob // 2}px",
        "radio_off": f"{(round(16 * scale) + 2) / 2:g}px",
        "radio_on": f"{(round(8 * scale) + 2 * round(5 * scale)) / 2:g}px",
    }
    sheets = (folder / "style.qss", folder / "window.qss")
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return re.sub(r"\$\{?([a-z0-9_]+)\}?", lambda found: values[found[1]], text)
