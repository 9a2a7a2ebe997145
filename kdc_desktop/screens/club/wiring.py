"""What the club brings to the window: its settings, and what is done with the file as a whole."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.club.file_actions import FileActions
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, Wiring


def bring_club(desk: Desk, files: FileActions) -> Wiring:
    """Settings at the foot of the rail; and in the menu what is done with the file."""

    def settings() -> Screen:
        from kdc_desktop.screens.club.settings_screen import SettingsScreen

        screen = SettingsScreen(desk.theme, desk.database, desk.settings, desk.jobs)
        screen.restored.connect(desk.window.file_wanted)
        screen.again_wanted.connect(desk.window.file_wanted)
        return screen

    return Wiring(
        areas=(
            Area(
                key="settings",
                title=lazy("Settings"),
                icon="settings",
                make=settings,
                at_foot=True,
            ),
        ),
        menu=files.menu(),
    )
