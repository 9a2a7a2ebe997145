"""What the club brings to the window: its settings, and what is done with the file as a whole."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.club.file_actions import FileActions
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.file_dialogs import keep_folders_in
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, Wiring

if TYPE_CHECKING:
    from kdc_desktop.services.club.defaults import DefaultChoice


def bring_club(
    desk: Desk, files: FileActions, defaults: Callable[[], Sequence["DefaultChoice"]]
) -> Wiring:
    """Settings at the foot of the rail; and in the menu what is done with the file."""
    keep_folders_in(desk.settings)

    def settings() -> Screen:
        from kdc_desktop.screens.club.settings_screen import SettingsScreen

        screen = SettingsScreen(desk.theme, desk.database, desk.settings, desk.jobs, defaults())
        screen.restored.connect(desk.window.file_wanted)
        screen.again_wanted.connect(desk.window.file_wanted)
        screen.keys_wanted.connect(desk.window.keys_wanted)
        return screen

    return Wiring(
        areas=(
            Area(
                key="settings",
                title=lazy("Settings"),
                icon="settings",
                make=settings,
                at_foot=True,
                keys="Ctrl+,",
            ),
        ),
        menu=files.menu(),
        settings_at={"default_": ("settings",)},
        calls=(_calls,),
    )


def _calls() -> Calls:
    from kdc_desktop.screens.club.called import CALLS

    return CALLS
