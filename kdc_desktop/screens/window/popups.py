"""Command palette, key sheet and help over the window; the focus goes back when they close."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.screens.kit.keys import keys_of
from kdc_desktop.screens.kit.passing import drop_over, show_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.window.elsewhere import DoneElsewhere

Groups = Mapping[str, Sequence[QAction]]


def told_once(groups: Groups) -> Groups:
    """The actions that have a name, each name once: in the group that comes first."""
    told: set[str] = set()
    kept: dict[str, list[QAction]] = {}
    for title, actions in groups.items():
        kept[title] = []
        for action in actions:
            name = fold(action.text())
            if name and name not in told:
                told.add(name)
                kept[title].append(action)
    return kept


class Popups:
    """Opens them over `window` with the actions that there are at that moment, group by group."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        groups: Callable[[], Groups],
        elsewhere: DoneElsewhere,
    ) -> None:
        self._window, self._theme, self._groups = window, theme, groups
        self._elsewhere = elsewhere

    def show_palette(self, besides: QAction) -> None:
        """Let the facilitator find an action by name, and do it; all but the one `besides`."""
        from kdc_desktop.screens.window.command_palette import CommandPalette

        every = [action for group in self._groups().values() for action in group]
        here = [action for action in every if action is not besides]
        palette = CommandPalette(self._theme, here, self._window, self._elsewhere.words())
        palette.offer_elsewhere(self._elsewhere.actions(every, palette))
        drop_over(self._window, palette)
        palette.do_after_closing()

    def show_keys(self, screen: Screen) -> None:
        """Show the sheet of all keys."""
        from kdc_desktop.screens.window.key_sheet import KeySheet, all_besides

        self._open(KeySheet(self._theme, self._groups(), all_besides(screen), self._window))

    def show_help(self, screen: Screen) -> None:
        """Say what this screen is for, the next step, its keys, and what the manual says of it."""
        from kdc_desktop.screens.kit.help_dialog import HelpDialog, HelpPage

        actions = [(keys_of(one), one.text()) for one in screen.actions() if one.text()]
        page = HelpPage(screen.accessibleName(), screen.help, _next_step(screen), actions)
        self._open(HelpDialog(page, self._window))

    def _open(self, dialog: QDialog) -> None:
        show_for_now(self._window, dialog, self._window.focusWidget())


def _next_step(screen: Screen) -> str:
    """What an empty screen says that one does first."""
    empty = (one for one in screen.findChildren(EmptyState) if one.isVisible())
    return next((one.accessibleDescription() for one in empty), "")
