"""Ways to each setting by its own name, for the palette."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kdc_desktop import i18n
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen

Go = Callable[[], object]


def add_ways(screen: Screen, to_size: Go, to_defaults: Go, *fields: QWidget) -> None:
    """An action for each setting that gives it the keys.

    `fields` are those of motion, language, the PIN and the kiosk's contrast, and the backups.
    """
    to_motion, to_language, to_pin, to_contrast, to_backups = (one.setFocus for one in fields)
    ways: tuple[tuple[str, str, Go], ...] = (
        ("set_text_size", _("Text size"), to_size),
        ("set_motion", _("Things that move"), to_motion),
        ("set_language", _("Language"), to_language),
        ("set_pin", _("PIN to leave the kiosk"), to_pin),
        ("set_contrast", _("Kiosk in black, white and yellow"), to_contrast),
        ("set_defaults", _("What new things begin with"), to_defaults),
        ("see_backups", _("Backups of this club"), to_backups),
    )
    for name, text, go in ways:
        none = _no_choice if name == "set_language" else None
        screen.act(name, text, go, icon="settings", why_not=none)


def _no_choice() -> str:
    return "" if len(i18n.languages()) > 1 else _("The program speaks one language so far.")
