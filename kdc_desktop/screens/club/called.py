"""What people call what the settings rule and keep."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "settings",
    lazy("Settings"),
    (
        Called(
            "set_text_size",
            lazy("Text size"),
            lazy(
                "text size, font size, font, bigger, larger, smaller, letters, scale, zoom the "
                "program, readable, accessibility"
            ),
            at_once=True,
        ),
        Called(
            "theme_dark",
            lazy("Theme: dark"),
            lazy("dark, dark mode, night, night mode, theme, appearance, look, colours"),
            at_once=True,
        ),
        Called(
            "theme_light",
            lazy("Theme: light"),
            lazy("light, light mode, day, bright, theme, appearance, look"),
            at_once=True,
        ),
        Called(
            "theme_system",
            lazy("Theme: as the system"),
            lazy("automatic theme, system theme"),
            at_once=True,
        ),
        Called(
            "set_motion",
            lazy("Things that move"),
            lazy("animation, animations, motion, effects, reduce motion"),
            at_once=True,
        ),
        Called(
            "set_language",
            lazy("Language"),
            lazy("language, translation, speak, locale"),
            at_once=True,
        ),
        Called(
            "set_pin",
            lazy("PIN to leave the kiosk"),
            lazy("pin, password, code of the kiosk, lock the kiosk, kiosk settings, security"),
            at_once=True,
        ),
        Called(
            "set_contrast",
            lazy("Kiosk in black, white and yellow"),
            lazy("high contrast, contrast, colour blind, poor sight, accessibility"),
            at_once=True,
        ),
        Called(
            "set_defaults",
            lazy("What new things begin with"),
            lazy(
                "defaults, template, dots for each person, secrecy, beginning of a session, "
                "standard, usual agenda"
            ),
            at_once=True,
        ),
        Called(
            "see_backups",
            lazy("Backups of this club"),
            lazy(
                "backups, backup, recover, restore, older version, lost, folder, where is my file"
            ),
            at_once=True,
        ),
        Called(
            "back_up_now",
            lazy("Back up now"),
            lazy("backup now, make a backup, safety copy"),
            at_once=True,
        ),
        Called(
            "open_the_chosen_backup_as_a_copy",
            lazy("Open the chosen backup as a copy"),
            lazy("restore a backup, go back to a backup"),
        ),
    ),
)
