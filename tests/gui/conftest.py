"""What the tests of the windows share."""

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.screens.kit.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The program's theme, light and at 100 %, worn by the application."""
    theme = Theme()
    theme.apply(qapp, "light", 1.0)
    return theme


@pytest.fixture(autouse=True)
def _dressed(theme: Theme) -> None:
    """Every test sees the windows as people do."""
